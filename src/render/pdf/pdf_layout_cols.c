/* pdf_layout_cols: text in columns. What is to stand in them waits, cut to
 * their width, until something takes the full measure or the page is turned;
 * then it is set: down the first column, down the next, on to the next page.
 * The last columns of a run are of one height, as near as its lines allow.
 * Knows nothing of nodes. */
#include "render/pdf/pdf_layout_cols.h"

#include <math.h>

#include "base/arena.h"

bool
pdf_cols_are_on(const struct lay *lay)
{
	return lay->flow.in_columns && lay->theme->columns > 1 &&
	       theme_columns(lay->theme, lay->flow.landscape) > 1;
}

/* From here on the page's items stand in a column that begins there. */
static void
band_begin(struct lay *lay, double left)
{
	struct pdf_page *page = pdf_page_last(lay);

	page->bands = arena_push(lay->arena, page->bands, &page->band_count,
	    &page->band_cap, sizeof(*page->bands));
	page->bands[page->band_count - 1] =
	    (struct pdf_band){ page->item_count, left };
}

static double
piece_set(struct lay *lay, const struct pdf_piece *piece, double left, double y,
    bool at_top)
{
	struct pdf_table *table = at_top ? pdf_cols_repeated(piece) : NULL;
	double gap = at_top ? 0 : piece->gap;

	pdf_fit_placed(lay, piece, gap,
	    1.0 / theme_columns(lay->theme, lay->flow.landscape));
	y += gap;
	if (table != NULL) {
		pdf_table_repeat(lay, table, left, y);
		y += table->header_height;
	}
	if (piece->block->kind == BLOCK_ROW) {
		pdf_marks_place(lay, piece->block->marks, y);
		pdf_row_put(
		    lay, piece->block->row, left, y, piece->height, true);
	} else {
		pdf_piece_put(lay, piece, left, y, gap);
	}
	return y + piece->height;
}

static void
page_set(const struct pdf_cols_run *run, size_t from, double top,
    const struct pdf_fill *fill)
{
	struct lay *lay = run->lay;
	struct pdf_flow *flow = &lay->flow;
	double width = pdf_flow_width(lay);

	pdf_cols_notes(run, from, fill->end, false);
	pdf_foot_take(lay);
	for (int k = 0; k < run->columns; k++) {
		double left =
		    flow->left + k * (width + lay->theme->column_gap_pt);
		double y = top;

		flow->column = k;
		band_begin(lay, left);
		for (size_t i = from; i < fill->stops[k]; i++)
			y = piece_set(lay, &run->list[i], left, y, i == from);
		from = fill->stops[k];
	}
	flow->column = 0;
	band_begin(lay, flow->left);
	flow->y = top + fill->height;
	flow->at_top = false;
}

/* What waits above the run, a heading over all columns, stands on the page of
 * its first lines. */
static void
lead_set(const struct pdf_cols_run *run)
{
	struct lay *lay = run->lay;
	struct pdf_flow *flow = &lay->flow;
	struct pdf_pieces *lead = &flow->pending;
	double height = pdf_pieces_height(lead, 0), notes;
	size_t first = 0;

	if (lead->count == 0)
		return;
	if (!flow->at_top)
		height += lead->list[0].gap;
	do
		height += pdf_cols_height(&run->list[first++], false);
	while (first < run->count && run->list[first - 1].keep_next &&
	       height < run->page);
	notes = pdf_foot_ask(lay, lead->list, lead->count, NULL) +
		pdf_cols_notes(run, 0, first, true);
	if (!flow->at_top && height + notes > flow->bottom_y - flow->y)
		pdf_flow_next_page(lay);
	pdf_flow_lead(lay);
}

static struct pdf_cols_run
run_of(struct lay *lay)
{
	const struct pdf_flow *flow = &lay->flow;

	return (struct pdf_cols_run){ .lay = lay,
		.list = flow->run.list,
		.count = flow->run.count,
		.columns = theme_columns(lay->theme, flow->landscape),
		.page = flow->foot_y - flow->top_y };
}

/* The blocks from that piece on take the full measure. Lines are no longer
 * there than the eye can follow. */
static void
blocks_widen(struct lay *lay, size_t from)
{
	struct pdf_flow *flow = &lay->flow;
	struct pdf_pieces *run = &flow->run;
	bool was_on = flow->in_columns;
	size_t end = run->count;

	run->count = 0;
	flow->in_columns = false;
	for (size_t i = from; i < end; i++) {
		const struct pdf_block *block = run->list[i].block;
		struct pdf_block *wide;

		if (!run->list[i].first)
			continue;
		wide = arena_alloc(lay->arena, sizeof(*wide));
		*wide = *block;
		if (block->kind == BLOCK_PARA && !block->keep_lines)
			wide->right =
			    fmax(block->right, pdf_flow_margin(lay, block->x));
		pdf_flow_block(lay, wide);
	}
	flow->in_columns = was_on;
}

static void
run_set(const struct pdf_cols_run *run)
{
	struct lay *lay = run->lay;
	struct pdf_flow *flow = &lay->flow;
	bool forced = flow->pending.count > 0;

	lead_set(run);
	for (size_t from = 0; from < run->count;) {
		double top = flow->y + (flow->at_top ? 0 : run->list[from].gap);
		struct pdf_fill fill;

		pdf_cols_plan(run, from, flow->bottom_y - top,
		    forced || flow->at_top, &fill);
		forced = false;
		if (fill.end > from)
			page_set(run, from, top, &fill);
		from = fill.end;
		if (from < run->count)
			pdf_flow_next_page(lay);
	}
}

void
pdf_cols_set(struct lay *lay)
{
	struct pdf_cols_run run = run_of(lay);

	if (run.count == 0)
		return;
	if (pdf_cols_too_short(&run)) {
		blocks_widen(lay, 0);
		return;
	}
	run_set(&run);
	lay->flow.run.count = 0;
}

void
pdf_cols_add(struct lay *lay, const struct pdf_block *block)
{
	struct pdf_pieces *run = &lay->flow.run;
	size_t first = run->count;

	pdf_block_cut(lay, block, pdf_flow_width(lay), run);
	for (size_t i = first; i < run->count; i++)
		run->list[i].gap = pdf_fit_gap(lay, run->list[i].gap);
}

void
pdf_cols_enter(struct lay *lay)
{
	lay->flow.in_columns = true;
}

void
pdf_cols_tie(struct lay *lay)
{
	struct pdf_pieces *run = &lay->flow.run;

	if (run->count > 0)
		run->list[run->count - 1].keep_next = true;
}

/* The first piece of the blocks at the end that must stand on the page of
 * what follows them. */
static size_t
tail_find(const struct pdf_pieces *run)
{
	size_t at = run->count;

	while (at > 0 && run->list[at - 1].keep_next)
		for (at--; at > 0 && !run->list[at].first;)
			at--;
	return at;
}

/* What leads to something of the full measure takes it too. */
void
pdf_cols_leave(struct lay *lay)
{
	struct pdf_pieces *run = &lay->flow.run;
	size_t end = run->count, from;

	if (pdf_cols_are_on(lay)) {
		from = tail_find(run);
		run->count = from;
		pdf_cols_set(lay);
		run->count = end;
		blocks_widen(lay, from);
	}
	lay->flow.in_columns = false;
}
