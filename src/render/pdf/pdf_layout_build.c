/* pdf_layout_build: what waits for the next block, and what holds for the
 * blocks below a node. Knows nothing of the kinds of nodes. */
#include "render/pdf/pdf_layout_build.h"
#include "render/pdf/pdf_layout_cols.h"

#include "base/arena.h"

enum { DEEPEST = 24 }; /* what is nested deeper is set at this depth */

bool
pdf_build_in_cell(const struct pdf_builder *builder)
{
	return builder->sink->cell != NULL;
}

double
pdf_build_paragraph_gap(const struct pdf_builder *builder)
{
	const struct pdf_frame *frame = builder->frame;

	if (pdf_build_in_cell(builder))
		return frame->look.size_pt * (frame->tight ? 0.15 : 0.4);
	if (frame->tight)
		return builder->lay->theme->paragraph_gap_pt * 0.3;
	if (frame->quiet || frame->listed)
		return builder->lay->theme->paragraph_gap_pt * 0.6;
	return builder->lay->theme->paragraph_gap_pt;
}

void
pdf_build_gap(struct pdf_builder *builder, double gap)
{
	if (builder->gap < gap)
		builder->gap = gap;
}

struct pdf_mark *
pdf_build_mark(struct pdf_builder *builder)
{
	struct pdf_mark *mark = arena_alloc(builder->lay->arena, sizeof(*mark));

	mark->toc = PDF_NONE;
	mark->next = builder->marks;
	builder->marks = mark;
	return mark;
}

struct pdf_block *
pdf_build_block(struct pdf_builder *builder, enum pdf_block_kind kind)
{
	struct pdf_block *block =
	    arena_alloc(builder->lay->arena, sizeof(*block));

	block->kind = kind;
	block->x = builder->frame->x;
	block->gap = builder->gap;
	block->decor = builder->frame->decor;
	block->marks = builder->marks;
	block->label = builder->label;
	block->align = builder->sink->align;
	block->toc = PDF_NONE;
	builder->gap = 0;
	builder->marks = NULL;
	builder->label = NULL;
	return block;
}

void
pdf_build_put(struct pdf_builder *builder, const struct pdf_block *block)
{
	struct pdf_blocks *cell = builder->sink->cell;

	if (cell == NULL) {
		pdf_flow_block(builder->lay, block);
		return;
	}
	if (cell->count == 0) /* most have no more */
		cell->list = pdf_reserve(builder->lay->arena, cell->list, 0,
		    &cell->cap, 1, sizeof(*cell->list));
	cell->list = arena_push(builder->lay->arena, cell->list, &cell->count,
	    &cell->cap, sizeof(*cell->list));
	cell->list[cell->count - 1] = *block;
}

void
pdf_build_flush(struct pdf_builder *builder)
{
	struct pdf_block *block;

	if (builder->label == NULL)
		return;
	block = pdf_build_block(builder, BLOCK_SPACE);
	block->height =
	    pdf_fit_line(builder->lay, builder->frame->look.size_pt);
	block->keep_next = true;
	pdf_build_put(builder, block);
}

struct pdf_look
pdf_build_quiet(const struct pdf_builder *builder, struct pdf_look look)
{
	const struct theme *theme = builder->lay->theme;

	look.colour = theme->muted;
	if (theme->small_pt > 0 && theme->small_pt < look.size_pt)
		look.size_pt = theme->small_pt;
	return look;
}

/* Once is enough: what is deeper still lies within. */
static void
say_deep(struct lay *lay, const struct node *node)
{
	struct str none = { NULL, 0 };

	if (!lay->said_deep && !lay->again)
		doc_say(lay->report->doc, DOC_TOO_DEEP, node->pos, none, none);
	lay->said_deep = true;
}

struct pdf_frame *
pdf_build_enter(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_frame *frame =
	    arena_alloc(builder->lay->arena, sizeof(*frame));

	*frame = *builder->frame;
	frame->outer = builder->frame;
	frame->node = node;
	frame->depth++;
	frame->gap_after = 0;
	if (frame->depth > DEEPEST) {
		frame->flat = true;
		say_deep(builder->lay, node);
	}
	if (node->flags & NODE_QUIET) {
		frame->look = pdf_build_quiet(builder, frame->look);
		frame->quiet = true;
	}
	builder->frame = frame;
	return frame;
}

void
pdf_build_leave(struct pdf_builder *builder)
{
	pdf_build_flush(builder);
	pdf_build_gap(builder, builder->frame->gap_after);
	builder->frame = builder->frame->outer;
}

void
pdf_build_tag(struct pdf_builder *builder, enum pdf_tag_type type)
{
	struct pdf_frame *frame = builder->frame;

	if (!frame->flat)
		frame->tag = pdf_tag_add(builder->lay, type, frame->tag);
}

void
pdf_build_columns(struct pdf_builder *builder, bool columns)
{
	if (pdf_build_in_cell(builder))
		return;
	if (columns)
		pdf_cols_enter(builder->lay);
	else
		pdf_cols_leave(builder->lay);
}

void
pdf_build_turn(struct pdf_builder *builder, bool landscape, bool new_page)
{
	if (pdf_build_in_cell(builder))
		return;
	if (new_page || landscape != builder->lay->flow.asked)
		pdf_flow_turn(builder->lay, landscape, new_page);
}
