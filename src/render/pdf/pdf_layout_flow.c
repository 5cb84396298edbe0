/* pdf_layout_flow: a stream of pieces -> pages. Pieces that must stay together
 * wait until the last of them is there; then they are set where they fit.
 * Knows nothing of nodes. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"
#include "base/must.h"

/* A row that fits on a page of its own is set whole, unless that left more
 * than this empty: two inches, or this part of a page. */
static const double MOST_WASTE_PT = 150;
static const double MOST_WASTE = 0.22;

/* The end of a page is this part of it. */
static const double PAGE_END = 0.2;

/* Lengths that differ by less are equal. */
static const double SLACK_PT = 0.01;

static double
body_height(const struct lay *lay)
{
	const struct pdf_flow *flow = &lay->flow;
	double repeated = flow->table != NULL && flow->table->repeats
			      ? flow->table->header_height
			      : 0;

	return flow->bottom_y - flow->top_y - repeated;
}

static void
page_open(struct lay *lay, bool landscape)
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
	flow->bottom_y = height - theme->margin_bottom_pt;
	flow->y = flow->top_y;
	flow->at_top = true;
	flow->landscape = landscape;
	if (flow->table != NULL && flow->table->repeats) {
		pdf_table_repeat(lay, flow->table, flow->left, flow->y);
		flow->y += flow->table->header_height;
	}
}

void
pdf_flow_start(struct lay *lay, bool landscape)
{
	lay->flow = (struct pdf_flow){ .landscape = landscape };
	page_open(lay, landscape);
}

double
pdf_flow_width(const struct lay *lay)
{
	const struct theme *theme = lay->theme;

	return (lay->flow.landscape ? theme->page_height_pt
				    : theme->page_width_pt) -
	       theme->margin_left_pt - theme->margin_right_pt;
}

static void
decor_put(struct lay *lay, struct pdf_decor *decor,
    const struct pdf_piece *piece, double left, double y, double gap)
{
	const struct theme *theme = lay->theme;
	double width = piece->x + piece->width - decor->x - decor->right +
		       piece->block->right;

	for (; decor != NULL; decor = decor->outer) {
		size_t page = lay->out->page_count - 1;
		bool goes_on =
		    decor->page == page && decor->end_y >= y - gap - SLACK_PT;
		double top = goes_on ? decor->end_y : y;
		double pad = decor->band ? 3 : 0;

		if (goes_on) {
			struct pdf_item *item =
			    &pdf_page_last(lay)->items[decor->item];

			item->height += y + piece->height - top;
		} else if (decor->band) {
			pdf_rect_add(lay, left + decor->x, top - pad, width,
			    piece->height + 2 * pad, theme->band);
		} else {
			pdf_line_add(lay, left + decor->x + 1.5, top, 0,
			    piece->height, 2, theme->rule);
		}
		if (!goes_on) {
			decor->page = page;
			decor->item = pdf_page_last(lay)->item_count - 1;
		}
		decor->end_y = y + piece->height;
	}
}

static void
labels_put(struct lay *lay, const struct pdf_label *label, double left,
    double y, double line_pt)
{
	for (; label != NULL; label = label->next) {
		double x = label->x;

		if (label->width > 0)
			x += label->width - label->para->widest;
		/* of another size, it stands in the middle of the line */
		pdf_para_put(lay, label->para, left + x,
		    y + (line_pt - label->para->line_pt) * 0.5, label->tag);
	}
}

static void
line_piece_put(
    struct lay *lay, const struct pdf_piece *piece, double left, double y)
{
	const struct pdf_block *block = piece->block;
	double indent = piece->first ? block->first_indent : 0;
	double x = left + piece->x + indent;
	double rest = piece->width - indent - piece->line.width;

	if (piece->first)
		labels_put(lay, block->label, left, y, block->para->line_pt);
	if (block->align == ALIGN_RIGHT)
		x += rest;
	else if (block->align == ALIGN_CENTRE)
		x += rest / 2;
	pdf_line_put(lay, block->para, &piece->line, x, y, block->tag);
}

void
pdf_piece_put(struct lay *lay, const struct pdf_piece *piece, double left,
    double y, double gap)
{
	const struct pdf_block *block = piece->block;
	struct pdf_item *item;

	if (piece->first)
		pdf_marks_place(lay, block->marks, y);
	if (block->decor != NULL && lay->artifact == PDF_NONE)
		decor_put(lay, block->decor, piece, left, y, gap);
	switch (block->kind) {
	case BLOCK_PARA:
		line_piece_put(lay, piece, left, y);
		if (piece->last && block->toc != PDF_NONE)
			pdf_toc_reserve(lay, piece, left, y);
		break;
	case BLOCK_RULE:
		pdf_line_add(lay, left + piece->x, y + piece->height / 2,
		    block->width > 0 ? block->width : piece->width, 0, 0.75,
		    lay->theme->rule);
		break;
	case BLOCK_IMAGE:
		item = pdf_item_add(lay, ITEM_IMAGE,
		    lay->artifact != PDF_NONE ? lay->artifact : block->tag);
		item->x = left + piece->x;
		item->y = y;
		item->height = block->height;
		item->width = block->width;
		if (block->width > piece->width) {
			item->width = piece->width;
			item->height *= piece->width / block->width;
		}
		item->as.image.path = block->path;
		item->as.image.pos = block->pos;
		break;
	case BLOCK_SPACE:
		labels_put(lay, block->label, left, y, piece->height);
		break;
	case BLOCK_ROW:
		break;
	}
}

static struct pdf_row *
piece_row(const struct pdf_piece *piece)
{
	return piece->block->kind == BLOCK_ROW ? piece->block->row : NULL;
}

double
pdf_pieces_height(const struct pdf_pieces *pieces, size_t from)
{
	double height = 0;

	for (size_t i = from; i < pieces->count; i++)
		height += pieces->list[i].height +
			  (i > from ? pieces->list[i].gap : 0);
	return height;
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
		double avail = flow->bottom_y - flow->y;

		flow->y += pdf_row_put(
		    lay, row, flow->left, flow->y, avail, flow->at_top);
		flow->at_top = false;
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
	if (row != NULL) {
		pdf_marks_place(lay, piece->block->marks, flow->y);
		row_spread(lay, row);
		return;
	}
	pdf_piece_put(lay, piece, flow->left, flow->y, gap);
	flow->y += piece->height;
	flow->at_top = false;
}

static void
pieces_place(struct lay *lay, struct pdf_pieces *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		piece_place(lay, &pieces->list[i]);
}

/* Pieces that do not fit on a page together: one after the other. */
static void
pieces_squeeze(struct lay *lay, struct pdf_pieces *pieces)
{
	struct pdf_flow *flow = &lay->flow;

	for (size_t i = 0; i < pieces->count; i++) {
		struct pdf_piece *piece = &pieces->list[i];
		struct pdf_row *row = piece_row(piece);
		double avail =
		    flow->bottom_y - flow->y - (flow->at_top ? 0 : piece->gap);
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

static void
pending_place(struct lay *lay)
{
	struct pdf_flow *flow = &lay->flow;
	struct pdf_pieces *pieces = &flow->pending;
	double gap =
	    flow->at_top || pieces->count == 0 ? 0 : pieces->list[0].gap;
	double height = pdf_pieces_height(pieces, 0);
	double avail = flow->bottom_y - flow->y - gap;

	if (pieces->count == 0)
		return;
	if (height > avail + SLACK_PT &&
	    !row_begins_here(lay, pieces, height, avail)) {
		if (!flow->at_top) {
			page_open(lay, flow->landscape);
			avail = flow->bottom_y - flow->y;
		}
		if (height > avail + SLACK_PT) {
			pieces_squeeze(lay, pieces);
			pieces->count = 0;
			return;
		}
	}
	pieces_place(lay, pieces, pieces->count);
	pieces->count = 0;
}

void
pdf_flow_turn(struct lay *lay, bool landscape)
{
	struct pdf_flow *flow = &lay->flow;

	pending_place(lay);
	if (flow->at_top && flow->landscape == landscape)
		return;
	if (flow->at_top && lay->out->page_count > 0 &&
	    pdf_page_last(lay)->item_count == 0)
		lay->out->page_count--; /* it was opened for nothing */
	page_open(lay, landscape);
}

static struct pdf_piece *
piece_add(struct lay *lay, struct pdf_pieces *pieces,
    const struct pdf_block *block, double width)
{
	struct pdf_piece *piece;

	pieces->list = arena_push(lay->arena, pieces->list, &pieces->count,
	    &pieces->cap, sizeof(*pieces->list));
	piece = &pieces->list[pieces->count - 1];
	piece->block = block;
	piece->x = block->x > width / 2 ? width / 2 : block->x;
	piece->width = width - piece->x - block->right;
	piece->height = block->height;
	piece->keep_next = block->keep_next;
	piece->first = piece->last = true;
	piece->gap = block->gap;
	return piece;
}

static void
para_cut(struct lay *lay, const struct pdf_block *block, double width,
    struct pdf_pieces *pieces)
{
	size_t count;
	double x = block->x > width / 2 ? width / 2 : block->x;
	const struct pdf_line *lines = pdf_para_lines(lay, block->para,
	    width - x - block->right, block->first_indent, &count);

	if (pieces->count == 0) /* most cells hold one paragraph */
		pieces->list = pdf_reserve(lay->arena, pieces->list, 0,
		    &pieces->cap, count, sizeof(*pieces->list));
	for (size_t i = 0; i < count; i++) {
		struct pdf_piece *piece = piece_add(lay, pieces, block, width);

		piece->line = lines[i];
		piece->height = block->para->line_pt;
		piece->first = i == 0;
		piece->last = i + 1 == count;
		if (i > 0)
			piece->gap = 0;
		if (i + 1 < count)
			/* two lines at least at each end */
			piece->keep_next =
			    block->keep_lines || i == 0 || i + 2 == count;
	}
}

void
pdf_block_cut(struct lay *lay, const struct pdf_block *block, double width,
    struct pdf_pieces *pieces)
{
	struct pdf_piece *piece;

	if (block->kind == BLOCK_PARA) {
		para_cut(lay, block, width, pieces);
		return;
	}
	piece = piece_add(lay, pieces, block, width);
	if (block->kind == BLOCK_ROW)
		piece->height = block->row->height;
	if (block->kind == BLOCK_IMAGE && block->width > piece->width)
		piece->height *= piece->width / block->width;
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

	cut->count = 0;
	pdf_block_cut(lay, block, pdf_flow_width(lay), cut);
	for (size_t i = 0; i < cut->count; i++) {
		pending->list = arena_push(lay->arena, pending->list,
		    &pending->count, &pending->cap, sizeof(*pending->list));
		pending->list[pending->count - 1] = cut->list[i];
		/* set what is complete: up to where a page may end */
		if (!cut->list[i].keep_next &&
		    !(block->keep_at_end && i + 1 == cut->count &&
			ends_page(lay)))
			pending_place(lay);
	}
}

void
pdf_flow_end(struct lay *lay)
{
	pending_place(lay);
}
