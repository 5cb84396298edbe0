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

/* Above the text: the template's words and, below them, the section that the
 * page begins in. */
static void
head_put(
    struct lay *lay, struct pdf_page *page, double width, struct str section)
{
	const struct theme *theme = lay->theme;
	const struct report *report = lay->report;
	double line = theme->small_pt > 0 ? theme->small_pt * 1.35 : 12;
	double y = theme->margin_top_pt * 0.55;
	bool words = report->header_left.len + report->header_right.len > 0;
	bool names = section.len > 0 && theme->margin_top_pt > line * 3.5;

	if (names)
		edge_put(lay, page, section, y + (words ? line / 2 : 0), false,
		    width);
	if (words && names)
		y -= line / 2;
	edge_put(lay, page, report->header_left, y, false, width * 0.62);
	edge_put(lay, page, report->header_right, y, true, width * 0.34);
	if (words && names)
		y += line;
	if (words || names)
		pdf_line_add(lay, theme->margin_left_pt, y + 9, width, 0, 0.5,
		    theme->rule);
}

static void
page_frame(struct lay *lay, size_t number, struct str section)
{
	const struct theme *theme = lay->theme;
	const struct report *report = lay->report;
	struct pdf_page *page = pdf_page_last(lay);
	double width =
	    page->width - theme->margin_left_pt - theme->margin_right_pt;
	double foot = page->height - theme->margin_bottom_pt * 0.5;

	/* the first page bears the title */
	if (number > 1)
		head_put(lay, page, width, section);
	edge_put(lay, page, report->footer_left, foot, false, width * 0.7);
	edge_put(lay, page,
	    words_fill_count(lay->arena, &report->words, WORD_PAGE_OF, number,
		lay->page_total),
	    foot, true, width * 0.28);
}

/* The section that a page begins in: the last one whose heading stands on a
 * page before it, or at its top. `next` is the first bookmark not looked at. */
static void
section_find(
    const struct lay *lay, size_t page, size_t *next, struct str *section)
{
	const struct pdf_layout *out = lay->out;
	double top = lay->theme->margin_top_pt + 1;

	for (; *next < out->bookmark_count; (*next)++) {
		const struct pdf_bookmark *mark = &out->bookmarks[*next];

		if (mark->page > page ||
		    (mark->page == page && (mark->y > top || mark->beside)))
			return;
		if (mark->level == 1)
			*section = mark->title;
	}
}

void
pdf_frame_set(struct lay *lay)
{
	struct pdf_layout *out = lay->out;
	struct str section = { NULL, 0 };
	size_t next = 0;

	lay->page_total = out->page_count;
	lay->artifact = PDF_ARTIFACT_PAGINATION;
	/* items go to the last page: so each is the last one for a while */
	for (size_t i = 1; i <= lay->page_total; i++) {
		out->page_count = i;
		if (lay->report->line_numbers)
			pdf_line_numbers_set(lay);
		section_find(lay, i - 1, &next, &section);
		page_frame(lay, i, section);
		if (lay->report->watermark.len > 0)
			pdf_watermark_set(lay);
	}
	lay->artifact = PDF_NONE;
}
