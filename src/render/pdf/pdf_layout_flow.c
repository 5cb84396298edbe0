/* pdf_layout_flow: a stream of pieces -> pages. Pieces that must stay together
 * wait until the last of them is there; then they are set where they fit.
 * Knows nothing of nodes. */
#include "render/pdf/pdf_layout_cols.h"

#include "base/arena.h"
#include "base/must.h"

/* A row that fits on a page of its own is set whole, unless that left more
 * than this empty: two inches, or this part of a page. */
static const double MOST_WASTE_PT = 150;
static const double MOST_WASTE = 0.22;

/* A small table is kept whole, unless that left more than this part of a page
 * empty; less, where a page can be saved. */
static const double MOST_WASTE_WHOLE = 0.22, MOST_WASTE_TIGHT = 0.12;

/* The end of a page is this part of it. */
static const double PAGE_END = 0.2;

enum { LONGEST_LINE = 48 }; /* in ems: about 100 characters */

/* Lengths that differ by less are equal. */
static const double SLACK_PT = 0.01;

static double
body_height(const struct lay *lay)
{
	const struct pdf_flow *flow = &lay->flow;
	double repeated = flow->table != NULL && flow->table->repeats
			      ? flow->table->header_height
			      : 0;

	return flow->foot_y - flow->top_y - repeated;
}

static void
page_begin(struct lay *lay, bool landscape)
{
	const struct theme *theme = lay->theme;
	struct pdf_flow *flow = &lay->flow;
	double width = landscape ? theme->page_height_pt : theme->page_width_pt;
	double height =
	    landscape ? theme->page_width_pt : theme->page_height_pt;

	pdf_page_add(lay, width, height);
	flow->left = theme->margin_left_pt;
	flow->width = width - theme->margin_left_pt - theme->margin_right_pt;
	flow->top_y = theme->margin_top_pt;
	flow->bottom_y = flow->foot_y = height - theme->margin_bottom_pt;
	flow->y = flow->top_y;
	flow->at_top = true;
	flow->landscape = landscape;
	pdf_foot_begin(lay);
	if (flow->table != NULL && flow->table->repeats) {
		pdf_table_repeat(lay, flow->table, flow->left, flow->y);
		flow->y += flow->table->header_height;
	}
}

static void
page_open(struct lay *lay, bool landscape)
{
	pdf_fit_page_end(lay, false);
	pdf_foot_end(lay);
	page_begin(lay, landscape);
}

void
pdf_flow_next_page(struct lay *lay)
{
	page_open(lay, lay->flow.landscape);
}

void
pdf_flow_start(struct lay *lay, bool landscape)
{
	lay->flow = (struct pdf_flow){ .asked = landscape };
	pdf_fit_run(lay);
	page_begin(lay, landscape);
}

double
pdf_flow_width(const struct lay *lay)
{
	const struct theme *theme = lay->theme;

	if (pdf_cols_are_on(lay))
		return theme_column_width(theme, lay->flow.landscape,
		    theme_columns(theme, lay->flow.landscape));
	return (lay->flow.landscape ? theme->page_height_pt
				    : theme->page_width_pt) -
	       theme->margin_left_pt - theme->margin_right_pt;
}

double
pdf_flow_margin(const struct lay *lay, double x)
{
	double longest = lay->theme->body_pt * LONGEST_LINE;
	double width = pdf_flow_width(lay) - x;

	return width > longest ? width - longest : 0;
}

static struct pdf_row *
piece_row(const struct pdf_piece *piece)
{
	return piece->block->kind == BLOCK_ROW ? piece->block->row : NULL;
}

/* A table's header rows repeat from its first body row to its last. */
static void
row_follow(struct lay *lay, const struct pdf_row *row)
{
	lay->flow.table =
	    row->last || row->kind == ROW_HEADER ? NULL : row->table;
}

/* Sets a row over as many pages as it takes. */
static void
row_spread(struct lay *lay, struct pdf_row *row)
{
	struct pdf_flow *flow = &lay->flow;
	struct pdf_table *table = row->kind == ROW_HEADER ? NULL : row->table;

	flow->table = table;
	for (;;) {
		double avail = pdf_foot_row(
		    lay, row, flow->bottom_y - flow->y, flow->at_top);

		flow->y += pdf_row_put(
		    lay, row, flow->left, flow->y, avail, flow->at_top);
		flow->at_top = false;
		pdf_foot_take(lay);
		if (pdf_row_done(row))
			break;
		page_open(lay, flow->landscape);
	}
	row_follow(lay, row);
}

/* Sets one piece here, whether it fits or not. */
static void
piece_place(struct lay *lay, struct pdf_piece *piece)
{
	struct pdf_flow *flow = &lay->flow;
	struct pdf_row *row = piece_row(piece);
	double gap = flow->at_top ? 0 : piece->gap;

	flow->y += gap;
	pdf_fit_placed(lay, piece, gap, 1);
	if (row != NULL) {
		pdf_marks_place(lay, piece->block->marks, flow->y);
		row_spread(lay, row);
		return;
	}
	pdf_foot_ask(lay, piece, 1, NULL);
	pdf_piece_put(lay, piece, flow->left, flow->y, gap);
	flow->y += piece->height;
	flow->at_top = false;
	pdf_foot_take(lay);
}

static void
pieces_place(struct lay *lay, struct pdf_pieces *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		piece_place(lay, &pieces->list[i]);
}

void
pdf_flow_lead(struct lay *lay)
{
	struct pdf_pieces *pieces = &lay->flow.pending;

	pieces_place(lay, pieces, pieces->count);
	pieces->count = 0;
}

/* Pieces that do not fit on a page together: one after the other. */
static void
pieces_squeeze(struct lay *lay, struct pdf_pieces *pieces)
{
	struct pdf_flow *flow = &lay->flow;

	for (size_t i = 0; i < pieces->count; i++) {
		struct pdf_piece *piece = &pieces->list[i];
		struct pdf_row *row = piece_row(piece);
		double avail = flow->bottom_y - flow->y -
			       (flow->at_top ? 0 : piece->gap) -
			       pdf_foot_ask(lay, piece, 1, NULL);
		bool splits = row != NULL && pdf_row_splits(row, avail);

		if (piece->height > avail + SLACK_PT && !flow->at_top &&
		    !splits) {
			if (row != NULL && row->kind != ROW_HEADER)
				flow->table = row->table;
			page_open(lay, flow->landscape);
		}
		piece_place(lay, piece);
	}
}

/* May the row at the end of these pieces be begun on this page? */
static bool
row_begins_here(const struct lay *lay, const struct pdf_pieces *pieces,
    double height, double avail)
{
	const struct pdf_flow *flow = &lay->flow;
	const struct pdf_piece *last = &pieces->list[pieces->count - 1];
	const struct pdf_row *row = piece_row(last);
	double lead = height - last->height;
	double body = body_height(lay);

	if (row == NULL || !pdf_row_splits(row, avail - lead))
		return false;
	if (height > body)
		return true;
	return flow->bottom_y - flow->y > MOST_WASTE_PT &&
	       flow->bottom_y - flow->y > body * MOST_WASTE;
}

/* Do pieces fit that call for notes? If need be with the last note only begun
 * on this page, where the page would else be left too empty. */
static bool
pieces_fit(const struct lay *lay, double height, double avail, double notes,
    double least)
{
	if (height + notes <= avail + SLACK_PT)
		return true;
	return height + least <= avail + SLACK_PT &&
	       (lay->flow.at_top || avail > MOST_WASTE_PT * 0.5);
}

/* Sets pieces that must stay together. */
static void
group_place(struct lay *lay, struct pdf_pieces *pieces)
{
	struct pdf_flow *flow = &lay->flow;
	double gap = flow->at_top ? 0 : pieces->list[0].gap;
	double height = pdf_pieces_height(pieces, 0), least;
	double notes = pdf_foot_ask(lay, pieces->list, pieces->count, &least);
	double avail = flow->bottom_y - flow->y - gap;

	if (!pieces_fit(lay, height, avail, notes, least) &&
	    !row_begins_here(lay, pieces, height, avail)) {
		if (!flow->at_top) {
			page_open(lay, flow->landscape);
			avail = flow->bottom_y - flow->y;
			notes = pdf_foot_ask(
			    lay, pieces->list, pieces->count, &least);
		}
		if (!pieces_fit(lay, height, avail, notes, least)) {
			pieces_squeeze(lay, pieces);
			return;
		}
	}
	pieces_place(lay, pieces, pieces->count);
}

static size_t
group_end(const struct pdf_pieces *pieces, size_t from)
{
	while (from < pieces->count && pieces->list[from].keep_next &&
	       !pieces->list[from].block->keep_if_cheap)
		from++;
	return from < pieces->count ? from + 1 : from;
}

/* What is kept together as long as that is cheap costs too much here. */
static bool
keeping_wastes(struct lay *lay)
{
	const struct pdf_flow *flow = &lay->flow;
	const struct pdf_pieces *pieces = &flow->pending;
	double avail = flow->bottom_y - flow->y, least;
	double notes = pdf_foot_ask(lay, pieces->list, pieces->count, &least);
	double most =
	    pdf_fit_is_tight(lay) ? MOST_WASTE_TIGHT : MOST_WASTE_WHOLE;

	return !flow->at_top && group_end(pieces, 0) < pieces->count &&
	       avail > body_height(lay) * most &&
	       !pieces_fit(lay,
		   pieces->list[0].gap + pdf_pieces_height(pieces, 0), avail,
		   notes, least);
}

static void
pending_place(struct lay *lay)
{
	struct pdf_pieces *pieces = &lay->flow.pending;
	bool parted;

	if (pieces->count == 0)
		return;
	parted = keeping_wastes(lay);
	for (size_t from = 0, to; from < pieces->count; from = to) {
		struct pdf_pieces group = { .list = pieces->list + from };

		to = parted ? group_end(pieces, from) : pieces->count;
		group.count = to - from;
		group_place(lay, &group);
	}
	pieces->count = 0;
}

void
pdf_flow_end(struct lay *lay)
{
	pdf_cols_set(lay);
	pending_place(lay);
}

void
pdf_flow_turn(struct lay *lay, bool landscape, bool new_page)
{
	struct pdf_flow *flow = &lay->flow;

	pdf_flow_end(lay);
	pdf_fit_page_end(lay, true);
	pdf_fit_run(lay);
	flow->asked = landscape;
	if (!new_page && pdf_fit_stays(lay))
		return;
	if (flow->at_top && flow->landscape == landscape)
		return;
	if (flow->at_top && lay->out->page_count > 0 &&
	    pdf_page_last(lay)->item_count == 0)
		lay->out->page_count--; /* it was opened for nothing */
	else
		pdf_foot_end(lay);
	page_begin(lay, landscape);
}

/* Would what waits be the last on its page, or nearly so? */
static bool
ends_page(const struct lay *lay)
{
	const struct pdf_flow *flow = &lay->flow;
	double left = flow->bottom_y - flow->y -
		      pdf_pieces_height(&flow->pending, 0) -
		      (flow->at_top ? 0 : flow->pending.list[0].gap);

	return left >= 0 && left < body_height(lay) * PAGE_END;
}

void
pdf_flow_block(struct lay *lay, const struct pdf_block *block)
{
	struct pdf_pieces *pending = &lay->flow.pending;
	struct pdf_pieces *cut = &lay->flow.cut;

	if (pdf_cols_are_on(lay)) {
		pdf_cols_add(lay, block);
		return;
	}
	cut->count = 0;
	pdf_block_cut(lay, block, pdf_flow_width(lay), cut);
	for (size_t i = 0; i < cut->count; i++) {
		pending->list = arena_push(lay->arena, pending->list,
		    &pending->count, &pending->cap, sizeof(*pending->list));
		pending->list[pending->count - 1] = cut->list[i];
		pending->list[pending->count - 1].gap =
		    pdf_fit_gap(lay, cut->list[i].gap);
		/* set what is complete: up to where a page may end */
		if (!cut->list[i].keep_next &&
		    !(block->keep_at_end && i + 1 == cut->count &&
			ends_page(lay)))
			pending_place(lay);
	}
}

void
pdf_flow_finish(struct lay *lay)
{
	pdf_flow_end(lay);
	pdf_foot_call_rest(lay);
	pdf_fit_page_end(lay, true);
	pdf_foot_end(lay);
	while (pdf_foot_waits(lay)) {
		page_begin(lay, lay->flow.landscape);
		pdf_foot_end(lay);
	}
}
