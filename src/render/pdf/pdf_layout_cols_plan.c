/* pdf_layout_cols_plan: how far a run of pieces gets in the columns of a page.
 * Heights are tried out, nothing is set. Notes take their room from all columns
 * of a page, so they are asked for with each height. */
#include "render/pdf/pdf_layout_cols.h"

#include <math.h>

/* As in pdf_layout_flow.c: where a page is at its end. */
static const double PAGE_END = 0.2;

/* Text gets so much of a page at least, whatever notes it calls for. */
static const double LEAST_TEXT = 0.4;

/* With less than that a note is rather begun here than kept whole. */
static const double ENOUGH_TEXT = 0.55;

static const double SLACK_PT = 0.01;

enum {
	MOST_TRIES = 16, /* halves a page until it is a dot */
	FEW_LINES = 3    /* a column with fewer is none */
};

struct pdf_table *
pdf_cols_repeated(const struct pdf_piece *piece)
{
	const struct pdf_row *row =
	    piece->block->kind == BLOCK_ROW ? piece->block->row : NULL;

	return row != NULL && row->kind != ROW_HEADER && row->table != NULL &&
		       row->table->repeats
		   ? row->table
		   : NULL;
}

/* With the gap above it or, at the top of a column, the headings that are
 * repeated there. */
double
pdf_cols_height(const struct pdf_piece *piece, bool at_top)
{
	const struct pdf_table *table = pdf_cols_repeated(piece);

	if (!at_top)
		return piece->gap + piece->height;
	return piece->height + (table != NULL ? table->header_height : 0);
}

/* Must the next piece stand in the same column? `rest` is what is left of
 * this one. */
static bool
keeps_next(
    const struct pdf_cols_run *run, const struct pdf_piece *piece, double rest)
{
	return piece->keep_next ||
	       (piece->last && piece->block->keep_at_end && rest >= 0 &&
		   rest < run->page * PAGE_END);
}

/* Whole groups of what keeps together. */
static size_t
column_fill(
    const struct pdf_cols_run *run, size_t from, double room, double *height)
{
	size_t at = from, end = from;
	double used = 0;

	*height = 0;
	while (at < run->count) {
		do {
			used += pdf_cols_height(&run->list[end], end == from);
			end++;
		} while (end < run->count && used <= room + SLACK_PT &&
			 keeps_next(run, &run->list[end - 1], room - used));
		if (used > room + SLACK_PT)
			break;
		at = end;
		*height = used;
	}
	return at;
}

/* A group that no column holds: as much as there is room for. */
static size_t
column_squeeze(
    const struct pdf_cols_run *run, size_t from, double room, double *height)
{
	size_t at = from;

	*height = 0;
	while (at < run->count) {
		double more = pdf_cols_height(&run->list[at], at == from);

		if (at > from && *height + more > room + SLACK_PT)
			break;
		*height += more;
		at++;
	}
	return at;
}

static void
page_fill(const struct pdf_cols_run *run, size_t from, double room, bool forced,
    struct pdf_fill *fill)
{
	fill->height = 0;
	for (int k = 0; k < run->columns; k++) {
		double height;
		size_t stop = column_fill(run, from, room, &height);

		if (stop == from && forced)
			stop = column_squeeze(run, from, room, &height);
		fill->stops[k] = from = stop;
		fill->height = fmax(fill->height, height);
	}
	fill->end = from;
}

/* What the notes need that these pieces call for. */
double
pdf_cols_notes(
    const struct pdf_cols_run *run, size_t from, size_t end, bool least)
{
	double part, whole;

	if (run->lay->foot.note_count == 0)
		return 0;
	whole = pdf_foot_ask(run->lay, run->list + from, end - from, &part);
	return least ? part : whole;
}

/* The height for columns that leaves room for the notes they call for. */
static double
room_beside_notes(const struct pdf_cols_run *run, size_t from, double avail,
    bool forced, bool least)
{
	double low = 0, high = avail;
	struct pdf_fill fill;

	for (int i = 0; i < MOST_TRIES; i++) {
		double middle = (low + high) / 2;

		page_fill(run, from, middle, forced, &fill);
		if (fill.height + pdf_cols_notes(run, from, fill.end, least) <=
		    avail + SLACK_PT)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static double
room_find(
    const struct pdf_cols_run *run, size_t from, double avail, bool forced)
{
	struct pdf_fill fill;
	double room;

	page_fill(run, from, avail, forced, &fill);
	if (pdf_cols_notes(run, from, fill.end, false) == 0)
		return avail;
	room = room_beside_notes(run, from, avail, forced, false);
	if (room < avail * ENOUGH_TEXT)
		room = fmax(
		    room, room_beside_notes(run, from, avail, forced, true));
	return forced ? fmax(room, avail * LEAST_TEXT) : room;
}

/* The least height at which so many columns hold all that is left. */
static double
least_height(
    const struct pdf_cols_run *run, size_t from, int columns, double room)
{
	struct pdf_cols_run part = *run;
	struct pdf_fill fill;
	double low, high = room;

	part.columns = columns;
	column_fill(run, from, INFINITY, &low);
	low = fmin(low / columns * 0.9, high);
	for (int i = 0; i < MOST_TRIES && high - low > 0.25; i++) {
		double middle = (low + high) / 2;

		page_fill(&part, from, middle, false, &fill);
		if (fill.end == run->count) {
			high = fmin(middle, fill.height);
			low = fmin(low, high);
		} else {
			low = middle;
		}
	}
	return high;
}

/* All that is left fits: columns of one height, the first ones no lower than
 * those behind them. */
static void
page_balance(const struct pdf_cols_run *run, size_t from, double room,
    struct pdf_fill *fill)
{
	double height = 0;

	fill->height = 0;
	for (int k = 0; k < run->columns; k++) {
		room = least_height(run, from, run->columns - k, room);
		from = column_fill(run, from, room, &height);
		fill->stops[k] = from;
		fill->height = fmax(fill->height, height);
	}
	fill->last = height;
	fill->end = from;
}

static bool
has_empty_column(
    const struct pdf_cols_run *run, size_t from, const struct pdf_fill *fill)
{
	for (int k = 0; k < run->columns; from = fill->stops[k++])
		if (fill->stops[k] == from)
			return true;
	return false;
}

/* What comes next fits into no column that is left, so the page ends here. */
static void
page_end(const struct pdf_cols_run *run, size_t from, double room,
    struct pdf_fill *fill)
{
	struct pdf_cols_run part = *run;
	struct pdf_fill even;

	part.count = fill->end;
	page_balance(&part, from, room, &even);
	if (even.end == part.count)
		*fill = even;
}

/* What stands on this page. */
void
pdf_cols_plan(const struct pdf_cols_run *run, size_t from, double avail,
    bool forced, struct pdf_fill *fill)
{
	double room;

	page_fill(run, from, avail, false, fill);
	if (fill->end == run->count) {
		page_balance(run, from, avail, fill);
		if (fill->end == run->count &&
		    fill->height +
			    pdf_cols_notes(run, from, fill->end, false) <=
			avail + SLACK_PT)
			return;
	}
	room = room_find(run, from, avail, forced);
	page_fill(run, from, room, false, fill);
	if (fill->end == run->count) {
		page_balance(run, from, room, fill);
		if (fill->end == run->count)
			return;
	}
	page_fill(run, from, room, forced, fill);
	if (has_empty_column(run, from, fill))
		page_end(run, from, room, fill);
}

bool
pdf_cols_too_short(const struct pdf_cols_run *run)
{
	const struct theme *theme = run->lay->theme;
	struct pdf_fill fill;

	page_fill(run, 0, run->page, false, &fill);
	if (fill.end < run->count)
		return false;
	for (size_t i = 0; i < run->count; i++)
		if (run->list[i].block->kind == BLOCK_ROW)
			return false; /* its cells are cut already */
	page_balance(run, 0, run->page, &fill);
	return fill.last < theme->body_pt * theme->line_height * FEW_LINES;
}
