/* pdf_paint: the page list -> the bytes of a PDF; see pdf_pages.h. */
#include "render/pdf/pdf_pages.h"

#include "base/buf.h"

bool
pdf_paint(struct buf *out, const struct pdf_layout *layout,
    const struct report *report, struct pdf_fonts *fonts, struct str icc,
    struct buf *text, struct msgs *msgs)
{
	(void)layout;
	(void)report;
	(void)fonts;
	(void)icc;
	(void)text;
	(void)msgs;
	buf_puts(out, "%PDF-1.7\n");
	return true;
}
