/* pdf_layout_rows: rows of cells on pages: whole, or a part at a time with
 * nothing lost. Knows nothing of nodes and of how wide columns should be. */
#include "render/pdf/pdf_layout_table_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

static const double SLACK_PT = 0.01;

/* A group row's words may stand in one cell alone; it has the whole row. */
static void
group_widen(struct pdf_row *row)
{
	struct pdf_cell *only = NULL;

	for (size_t c = 0; c < row->cell_count; c++) {
		if (row->cells[c].blocks.count == 0)
			continue;
		if (only != NULL)
			return;
		only = &row->cells[c];
	}
	if (only == NULL)
		return;
	only->x = row->x + row->pad_x;
	only->width = row->width - 2 * row->pad_x;
}

void
pdf_row_widen(struct pdf_row *row, const double *widths)
{
	double x = row->x;

	for (size_t c = 0; c < row->cell_count; c++) {
		struct pdf_cell *cell = &row->cells[c];

		cell->x = x + row->pad_x;
		cell->width = widths[c];
		x += cell->width + 2 * row->pad_x;
	}
	row->width = x - row->x;
	if (row->kind == ROW_GROUP)
		group_widen(row);
}

void
pdf_row_cut(struct lay *lay, struct pdf_row *row)
{
	double tallest = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		struct pdf_cell *cell = &row->cells[i];
		double height;

		for (size_t k = 0; k < cell->blocks.count; k++)
			pdf_block_cut(lay, &cell->blocks.list[k], cell->width,
			    &cell->pieces);
		height = pdf_pieces_height(&cell->pieces, 0);
		if (height > tallest)
			tallest = height;
	}
	row->height = tallest + 2 * row->pad_y;
}

size_t
pdf_cell_stop(
    const struct pdf_cell *cell, double room, bool forced, double *height)
{
	const struct pdf_piece *list = cell->pieces.list;
	size_t stop = cell->next, kept;

	*height = 0;
	for (; stop < cell->pieces.count; stop++) {
		double more = list[stop].height +
			      (stop > cell->next ? list[stop].gap : 0);

		if (*height + more > room + SLACK_PT &&
		    !(forced && stop == cell->next))
			break;
		*height += more;
	}
	if (stop == cell->pieces.count)
		return stop;
	for (kept = stop; kept > cell->next && list[kept - 1].keep_next;)
		kept--;
	if (kept == cell->next && forced)
		return stop; /* it fits nowhere together */
	for (; stop > kept; stop--)
		*height -= list[stop - 1].height +
			   (stop - 1 > cell->next ? list[stop - 1].gap : 0);
	return stop;
}

bool
pdf_row_splits(const struct pdf_row *row, double avail)
{
	double room = avail - 2 * row->pad_y;
	double tallest = 0;
	bool good = false;

	if (row->kind == ROW_HEADER || row->kind == ROW_CARDS)
		return false;
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct pdf_cell *cell = &row->cells[i];
		double height, rest;
		size_t stop = pdf_cell_stop(cell, room, false, &height);

		if (cell->next < cell->pieces.count && stop == cell->next)
			return false; /* the reader would not see whose it is */
		rest = pdf_pieces_height(&cell->pieces, stop);
		if (rest > tallest) {
			tallest = rest;
			/* three lines here, two on the next page */
			good = stop >= cell->next + 3 &&
			       stop + 2 <= cell->pieces.count;
		}
	}
	return good;
}

bool
pdf_row_done(const struct pdf_row *row)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (row->cells[i].next < row->cells[i].pieces.count)
			return false;
	return true;
}

/* What a row is called: the first word of its first cell, if that looks like
 * a number; or empty. */
static struct str
row_name(const struct pdf_cell *cell)
{
	struct str text = { NULL, 0 }, rest;
	bool digit = false;

	if (cell->blocks.count > 0 && cell->blocks.list[0].para != NULL)
		text = cell->blocks.list[0].para->text;
	rest = text;
	while (rest.len > 0) {
		struct str before = rest;
		uint32_t c = utf8_next(&rest);

		if (utf8_is_space(c)) {
			rest = before;
			break;
		}
		digit = digit || utf8_is_digit(c);
	}
	text.len -= rest.len;
	return digit && utf8_count(text) <= 16 ? text : (struct str){ NULL, 0 };
}

static struct pdf_para *
continued_make(struct lay *lay, const struct pdf_cell *first, double size_pt,
    enum word word)
{
	struct pdf_look look = pdf_look_body(lay);
	struct str name = row_name(first);

	look.size_pt = size_pt * 0.9;
	look.style = PDF_ITALIC;
	look.colour = lay->theme->muted;
	if (word != WORD_COUNT)
		name = str_trim(words_fill(lay->arena, &lay->report->words,
		    word, name, (struct str){ "", 0 }));
	return pdf_para_text(lay, name, look, false);
}

struct pdf_para *
pdf_row_continued(struct lay *lay, const struct pdf_cell *first, double size_pt)
{
	return continued_make(lay, first, size_pt, WORD_CONTINUED);
}

/* What a row says of itself in so narrow a place: "7 continued", "7 cont.", at
 * least "7"; or NULL. */
static struct pdf_para *
continued_fit(struct lay *lay, const struct pdf_row *row, double room)
{
	static const enum word words[] = { WORD_CONTINUED, WORD_CONT,
		WORD_COUNT };

	if (row->again != NULL || row->table == NULL)
		return row->again;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct pdf_para *para = continued_make(
		    lay, &row->cells[0], row->table->size_pt, words[i]);

		if (para->widest_word <= room && para->run_count > 0)
			return para;
	}
	return NULL;
}

/* The width at the row's beginning where nothing else stands from here on. */
static double
free_width(const struct pdf_row *row)
{
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct pdf_cell *cell = &row->cells[i];

		if (cell->next < cell->pieces.count)
			return cell->x - row->cells[0].x - 2 * row->pad_x;
	}
	return 0;
}

/* On the pages after its first a row says whose it is, if there is room before
 * the cells that go on; a line of an unfolded one its heading again. Gives the
 * height. */
static double
continued_put(struct lay *lay, const struct pdf_row *row, double left, double y)
{
	size_t artifact = lay->artifact, count;
	double room = free_width(row);
	const struct pdf_line *lines;
	struct pdf_para *para = room > 0 ? continued_fit(lay, row, room) : NULL;

	if (para == NULL)
		return 0;
	lines = pdf_para_lines(lay, para, room, 0, &count);
	lay->artifact = PDF_ARTIFACT_PAGINATION;
	for (size_t i = 0; i < count; i++)
		pdf_line_put(lay, para, &lines[i], left + row->cells[0].x,
		    y + para->line_pt * (double)i, lay->artifact);
	lay->artifact = artifact;
	return (double)count * para->line_pt;
}

static void
shade(struct lay *lay, const struct pdf_row *row, double left, double y,
    double height)
{
	struct colour band = lay->theme->band;

	switch (row->kind) {
	case ROW_HEADER:
	case ROW_GROUP:
		pdf_rect_add(lay, left + row->x, y, row->width, height, band);
		break;
	case ROW_CARDS:
		for (size_t i = 0; i < row->cell_count; i++) {
			const struct pdf_cell *cell = &row->cells[i];

			pdf_rect_add(lay, left + cell->x - row->pad_x, y,
			    cell->width + 2 * row->pad_x, height, band);
			pdf_rect_add(lay, left + cell->x - row->pad_x, y, 2.5,
			    height, lay->theme->accent);
		}
		break;
	case ROW_TABLE:
	case ROW_FIELD:
		break;
	}
}

static void
underline(struct lay *lay, const struct pdf_row *row, double left, double y)
{
	switch (row->kind) {
	case ROW_HEADER:
		pdf_line_add(lay, left + row->x, y, row->width, 0, 1,
		    lay->theme->accent);
		break;
	case ROW_TABLE:
	case ROW_GROUP:
	case ROW_FIELD:
		pdf_line_add(lay, left + row->x, y, row->width, 0, 0.5,
		    lay->theme->rule);
		break;
	case ROW_CARDS:
		break;
	}
}

static void
cell_put(
    struct lay *lay, struct pdf_cell *cell, size_t stop, double left, double y)
{
	size_t first = cell->next;

	for (; cell->next < stop; cell->next++) {
		const struct pdf_piece *piece = &cell->pieces.list[cell->next];
		double gap = cell->next > first ? piece->gap : 0;

		y += gap;
		pdf_piece_put(lay, piece, left + cell->x, y, gap);
		y += piece->height;
	}
}

double
pdf_row_put(struct lay *lay, struct pdf_row *row, double left, double y,
    double avail, bool forced)
{
	double room = avail - 2 * row->pad_y, tallest = 0, height;
	bool done = true;

	for (size_t i = 0; i < row->cell_count; i++) {
		const struct pdf_cell *cell = &row->cells[i];

		if (pdf_cell_stop(cell, room, forced, &height) <
		    cell->pieces.count)
			done = false;
		if (height > tallest)
			tallest = height;
	}
	/* the shading lies below the text, so its height comes first */
	shade(lay, row, left, y, tallest + 2 * row->pad_y);
	if (!row->begun) {
		pdf_marks_place(lay, row->marks, y);
	} else {
		height = continued_put(lay, row, left, y + row->pad_y);
		if (height > tallest)
			tallest = height;
	}
	row->begun = true;
	for (size_t i = 0; i < row->cell_count; i++) {
		struct pdf_cell *cell = &row->cells[i];
		size_t stop = pdf_cell_stop(cell, room, forced, &height);

		cell_put(lay, cell, stop, left, y + row->pad_y);
	}
	if (done)
		underline(lay, row, left, y + tallest + 2 * row->pad_y);
	return tallest + 2 * row->pad_y;
}

void
pdf_table_repeat(
    struct lay *lay, struct pdf_table *table, double left, double y)
{
	size_t artifact = lay->artifact;

	lay->artifact = PDF_ARTIFACT_PAGINATION;
	for (size_t i = 0; i < table->header_count; i++) {
		struct pdf_row *row = table->headers[i];

		for (size_t k = 0; k < row->cell_count; k++)
			row->cells[k].next = 0;
		row->begun = false;
		y += pdf_row_put(lay, row, left, y, row->height, true);
	}
	lay->artifact = artifact;
}
