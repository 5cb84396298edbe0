/* pdf_layout_piece: a block -> pieces of a width, and a piece at its place on
 * the page at hand. Knows nothing of pages and of what fits on them. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"

/* Lengths that differ by less are equal. */
static const double SLACK_PT = 0.01;

static void
decor_put(struct lay *lay, struct pdf_decor *decor,
    const struct pdf_piece *piece, double left, double y, double gap)
{
	const struct theme *theme = lay->theme;
	double width = piece->x + piece->width - decor->x - decor->right +
		       piece->block->right;

	for (; decor != NULL; decor = decor->outer) {
		size_t page = lay->out->page_count - 1;
		bool goes_on = decor->page == page && decor->left == left &&
			       decor->end_y >= y - gap - SLACK_PT;
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
			decor->left = left;
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
		if (block->align == ALIGN_RIGHT)
			item->x += piece->width - item->width;
		item->as.image.path = block->path;
		item->as.image.pos = block->pos;
		break;
	case BLOCK_SPACE:
		labels_put(lay, block->label, left, y, piece->height);
		break;
	case BLOCK_CHART:
		pdf_drawing_put(lay, block->drawing, left + piece->x, y,
		    lay->artifact != PDF_NONE ? lay->artifact : block->tag);
		break;
	case BLOCK_ROW:
		break;
	}
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
