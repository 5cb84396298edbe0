/* pdf_layout_marks: what lies on pages that are done, beside and below their
 * text: numbers beside the lines, words across the page. None of it is
 * content. */
#include "render/pdf/pdf_layout_priv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/colour.h"

/* ---- numbers beside the lines ---- */

static int
compare_places(const void *left, const void *right)
{
	const double *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

/* The baselines of what readers are told by some of a page's items, from the
 * top. Raised figures and cells of another size belong to the line that they
 * stand in. */
static double *
find_lines(struct lay *lay, const struct pdf_page *page, size_t from, size_t to,
    size_t *count)
{
	double apart = lay->theme->body_pt * 0.45;
	double *places =
	    arena_alloc(lay->arena, (page->item_count + 1) * sizeof(*places));
	size_t found = 0, kept = 0;

	for (size_t i = from; i < to; i++)
		if (page->items[i].kind == ITEM_TEXT &&
		    page->items[i].as.text.count > 0 &&
		    page->items[i].tag < lay->out->tag_count)
			places[found++] = page->items[i].y;
	qsort(places, found, sizeof(*places), compare_places);
	for (size_t i = 0; i < found; i++) {
		if (kept > 0 && places[i] - places[kept - 1] < apart)
			places[kept - 1] = places[i];
		else
			places[kept++] = places[i];
	}
	*count = kept;
	return places;
}

/* Numbers the lines of a column, on from `before`; gives the last one. */
static size_t
column_number(struct lay *lay, size_t from, size_t to, double left,
    double distance, size_t before)
{
	struct pdf_look look = pdf_look_body(lay);
	size_t count;
	const double *places =
	    find_lines(lay, pdf_page_last(lay), from, to, &count);

	look.size_pt = 7;
	look.colour = lay->theme->muted;
	for (size_t i = 0; i < count; i++) {
		struct pdf_para *para = pdf_para_text(lay,
		    str_printf(lay->arena, "%zu", before + i + 1), look, false);

		pdf_para_put(lay, para, fmax(left - distance - para->widest, 2),
		    places[i] - pdf_baseline(lay, para),
		    PDF_ARTIFACT_PAGINATION);
	}
	return before + count;
}

/* Down one column and on in the next, as the text is read. */
void
pdf_line_numbers_set(struct lay *lay)
{
	const double apart = 12, near = 4;
	double left = lay->theme->margin_left_pt;
	struct pdf_page *page = pdf_page_last(lay);
	size_t from = 0, count = 0, item_count = page->item_count;

	for (size_t i = 0; i <= page->band_count; i++) {
		bool is_last = i == page->band_count;
		size_t to = is_last ? item_count : page->bands[i].item;

		count = column_number(lay, from, to, left,
		    left > lay->theme->margin_left_pt ? near : apart, count);
		from = to;
		if (!is_last)
			left = page->bands[i].left;
	}
}

/* ---- words across the page ---- */

/* The darkest grey on which every colour of text can be read. */
static struct colour
legible_grey(const struct theme *theme)
{
	const struct colour inks[] = { theme->text, theme->muted,
		theme->accent };
	struct colour grey = { 0xDC, 0xDC, 0xDC };

	for (size_t i = 0; i < sizeof(inks) / sizeof(inks[0]); i++)
		while (grey.red < 0xFF &&
		       colour_contrast(inks[i], grey) < COLOUR_TEXT_CONTRAST)
			grey.red = grey.green = grey.blue =
			    (unsigned char)(grey.red + 1);
	return grey;
}

/* From the lower left to the upper right, through the middle. */
static void
place_across(
    const struct pdf_page *page, struct pdf_item *item, double cap_height)
{
	double turn = atan2(page->height, page->width);
	double up = cap_height * item->as.text.size_pt / 2;
	double half = item->width / 2;

	item->as.text.turn = turn;
	item->x = page->width / 2 - half * cos(turn) + up * sin(turn);
	item->y = page->height / 2 + half * sin(turn) + up * cos(turn);
}

/* Below all else: it is painted first. */
static struct pdf_item *
item_below(struct lay *lay, struct pdf_page *page)
{
	pdf_item_add(lay, ITEM_TEXT, PDF_ARTIFACT_WATERMARK);
	memmove(page->items + 1, page->items,
	    (page->item_count - 1) * sizeof(*page->items));
	page->items[0] = (struct pdf_item){ .kind = ITEM_TEXT,
		.tag = PDF_ARTIFACT_WATERMARK };
	return &page->items[0];
}

void
pdf_watermark_set(struct lay *lay)
{
	const double most_pt = 140, least_pt = 8;
	struct pdf_page *page = pdf_page_last(lay);
	struct pdf_look look = pdf_look_body(lay);
	double room = hypot(page->width, page->height) * 0.7;
	const struct pdf_run *run;
	struct pdf_para *para;
	struct pdf_item *item;

	look.family = FAMILY_HEADING;
	look.style = PDF_BOLD;
	look.size_pt = 1;
	look.colour = legible_grey(lay->theme);
	para = pdf_para_text(lay, lay->report->watermark, look, false);
	if (para->run_count == 0 || para->widest <= 0)
		return;
	run = &para->runs[0];
	item = item_below(lay, page);
	item->colour = look.colour;
	item->as.text.glyphs = run->glyphs;
	item->as.text.count = run->glyph_count;
	item->as.text.text = run->text;
	item->as.text.size_pt =
	    fmax(least_pt, fmin(most_pt, room / para->widest));
	item->width = para->widest * item->as.text.size_pt;
	item->height = item->as.text.size_pt;
	place_across(page, item,
	    (double)pdf_face_metrics(
		lay->fonts, pdf_face(lay, look.family, look.style))
		->cap_height);
}
