/* pdf_layout_frame: what stands at the head and foot of the pages, when all
 * pages are there. None of it is content. */
#include "render/pdf/pdf_layout_priv.h"

#include <math.h>

#include "base/arena.h"

/* Sets a text at one of the edges; cut short where it would run into the
 * other one. */
static void
edge_put(struct lay *lay, struct pdf_page *page, struct str text, double y,
    bool right, double room)
{
	const struct theme *theme = lay->theme;
	struct pdf_look look = pdf_look_body(lay);
	struct pdf_para *para;
	const struct pdf_line *line;
	struct pdf_line first;
	size_t count;
	double x = theme->margin_left_pt;

	if (text.len == 0)
		return;
	look.size_pt = theme->small_pt > 0 ? theme->small_pt : 9;
	look.colour = theme->muted;
	para = pdf_para_text(lay, text, look, false);
	if (para->run_count == 0)
		return;
	line = pdf_para_lines(lay, para, room, 0, &count);
	first = line[0];
	if (right)
		x = page->width - theme->margin_right_pt - first.width;
	pdf_line_put(lay, para, &first, x, y - para->line_pt / 2,
	    PDF_ARTIFACT_PAGINATION);
}

static void
page_frame(struct lay *lay, size_t number)
{
	const struct theme *theme = lay->theme;
	const struct report *report = lay->report;
	struct pdf_page *page = pdf_page_last(lay);
	double width =
	    page->width - theme->margin_left_pt - theme->margin_right_pt;
	double foot = page->height - theme->margin_bottom_pt * 0.5;
	double head = theme->margin_top_pt * 0.55;

	/* the first page bears the title */
	if (number > 1) {
		edge_put(
		    lay, page, report->header_left, head, false, width * 0.62);
		edge_put(
		    lay, page, report->header_right, head, true, width * 0.34);
		if (report->header_left.len + report->header_right.len > 0)
			pdf_line_add(lay, theme->margin_left_pt,
			    theme->margin_top_pt * 0.55 + 9, width, 0, 0.5,
			    theme->rule);
	}
	edge_put(lay, page, report->footer_left, foot, false, width * 0.7);
	edge_put(lay, page,
	    words_fill_count(lay->arena, &report->words, WORD_PAGE_OF, number,
		lay->page_total),
	    foot, true, width * 0.28);
}

void
pdf_frame_set(struct lay *lay)
{
	struct pdf_layout *out = lay->out;

	lay->page_total = out->page_count;
	lay->artifact = PDF_ARTIFACT_PAGINATION;
	/* items go to the last page: so each is the last one for a while */
	for (size_t i = 1; i <= lay->page_total; i++) {
		out->page_count = i;
		page_frame(lay, i);
	}
	lay->artifact = PDF_NONE;
}
