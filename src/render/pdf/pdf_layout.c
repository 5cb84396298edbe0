/* pdf_layout: a report -> the page list; see pdf_pages.h. */
#include "render/pdf/pdf_pages.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

struct pdf_layout *
pdf_layout_make(const struct report *report, struct pdf_fonts *fonts)
{
	struct pdf_layout *layout = mem_alloc(sizeof(*layout));

	(void)report;
	(void)fonts;
	layout->arena = arena_new();
	return layout;
}

void
pdf_layout_free(struct pdf_layout *layout)
{
	if (layout == NULL)
		return;
	arena_free(layout->arena);
	free(layout);
}

void
pdf_layout_dump(struct buf *buf, const struct pdf_layout *layout)
{
	buf_printf(buf, "pages %zu\n", layout->page_count);
}
