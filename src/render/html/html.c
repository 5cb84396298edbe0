/* html: see html.h. */
#include "render/html/html.h"

#include "base/buf.h"

void
html_render(struct buf *out, const struct report *report)
{
	doc_text_put(out, report->root);
}

bool
html_text(struct buf *text, struct str page)
{
	buf_put_str(text, page);
	return true;
}
