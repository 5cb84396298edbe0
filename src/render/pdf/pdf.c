/* pdf: layout, then paint; see pdf.h. */
#include "render/pdf/pdf.h"

#include "base/buf.h"
#include "render/pdf/pdf_pages.h"

bool
pdf_render(struct buf *out, const struct report *report,
    struct pdf_fonts *fonts, struct str icc, const struct pdf_files *files,
    struct buf *text, struct msgs *msgs)
{
	struct pdf_layout *layout = pdf_layout_make(report, fonts);
	bool ok;

	layout->files = files;
	ok = pdf_paint(out, layout, report, fonts, icc, text, msgs);

	pdf_layout_free(layout);
	return ok;
}

void
pdf_pages_render(
    struct buf *out, const struct report *report, struct pdf_fonts *fonts)
{
	struct pdf_layout *layout = pdf_layout_make(report, fonts);

	pdf_layout_dump(out, layout);
	pdf_layout_free(layout);
}
