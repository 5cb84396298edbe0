/* pdf_layout_list: lists and quotes -> frames for the blocks below them,
 * and the labels that stand before these. */
#include "render/pdf/pdf_layout_build.h"

#include "base/arena.h"

enum {
	DEEPEST_CELL = 4, /* indents inside a cell */
	DEEPEST_BARS = 6  /* bars beside each other */
};

static struct str
item_label(const struct pdf_builder *builder, const struct node *item)
{
	static const char *const bullets[] = { "\u2022", "\u2013" };

	if (item->as.item.check == CHECK_OPEN)
		return str_from("\u2610");
	if (item->as.item.check == CHECK_DONE)
		return str_from("\u2611");
	if (item->as.item.label.len > 0)
		return item->as.item.label;
	return str_from(bullets[builder->frame->bullets % 2]);
}

/* Room for the labels: as wide as the widest of them, if they are shown. */
static void
list_measure(struct pdf_builder *builder, const struct node *list)
{
	struct pdf_frame *frame = builder->frame;
	double gap = frame->look.size_pt * 0.5;
	double indent = pdf_build_in_cell(builder)
			    ? 0
			    : builder->lay->theme->list_indent_pt;
	double widest = 0;

	for (const struct node *item = list->first; item != NULL;
	     item = item->next) {
		struct pdf_para *label = pdf_build_number(
		    builder, item_label(builder, item), frame->look);

		if (label->widest > widest)
			widest = label->widest;
		if (!list->as.list.ordered)
			break;
	}
	if (indent < widest + gap)
		indent = widest + gap;
	frame->label_width = indent - gap;
	frame->label_gap = gap;
	if (!list->as.list.ordered)
		frame->label_width = widest;
	if (!list->as.list.ordered && !pdf_build_in_cell(builder))
		frame->label_gap = indent - widest;
}

void
pdf_list_enter(struct pdf_builder *builder, const struct node *node)
{
	double after = pdf_build_paragraph_gap(builder);
	struct pdf_frame *frame;

	pdf_build_flush(builder);
	pdf_build_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	frame = pdf_build_enter(builder, node);
	frame->gap_after = after;
	frame->tight = node->as.list.tight;
	frame->listed = true;
	pdf_build_tag(builder, TAG_L);
	if (!frame->flat)
		pdf_tag_at(builder->lay, frame->tag)->ordered =
		    node->as.list.ordered;
	if (builder->after_number && !pdf_build_in_cell(builder) &&
	    !frame->flat && frame->x == 0)
		frame->x += builder->lay->theme->number_indent_pt;
	list_measure(builder, node);
}

void
pdf_item_enter(struct pdf_builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	struct pdf_frame *frame;
	struct pdf_label *label = arena_alloc(lay->arena, sizeof(*label));
	bool indents;

	pdf_build_flush(builder);
	frame = pdf_build_enter(builder, node);
	label->para =
	    pdf_build_number(builder, item_label(builder, node), frame->look);
	label->x = frame->x;
	label->width = node->as.item.label.len > 0 ? frame->label_width : 0;
	pdf_build_tag(builder, TAG_LI);
	label->tag = frame->tag;
	if (!frame->flat) {
		label->tag = pdf_tag_add(lay, TAG_LBL, frame->tag);
		frame->tag = pdf_tag_add(lay, TAG_LBODY, frame->tag);
	}
	indents = pdf_build_in_cell(builder)
		      ? frame->indents < DEEPEST_CELL
		      : frame->x < pdf_flow_width(lay) * 0.42;
	if (indents) {
		frame->x += frame->label_width + frame->label_gap;
		frame->indents++;
	}
	if (node->as.item.label.len == 0)
		frame->bullets++;
	builder->label = label;
	builder->after_number = false;
}

void
pdf_quote_enter(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_frame *frame;
	struct pdf_decor *decor =
	    arena_alloc(builder->lay->arena, sizeof(*decor));

	pdf_build_flush(builder);
	pdf_build_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	frame = pdf_build_enter(builder, node);
	frame->gap_after = pdf_build_paragraph_gap(builder);
	pdf_build_tag(builder, TAG_BLOCKQUOTE);
	if (builder->after_number && !pdf_build_in_cell(builder) &&
	    frame->x == 0)
		frame->x += builder->lay->theme->number_indent_pt;
	if (frame->flat || frame->indents > DEEPEST_BARS)
		return;
	decor->outer = frame->decor;
	decor->x = frame->x;
	decor->page = PDF_NONE;
	frame->decor = decor;
	frame->x += 14;
	frame->indents++;
}

void
pdf_field_enter(struct pdf_builder *builder, const struct node *node)
{
	/* inside a cell: the name in bold, its value below */
	struct pdf_block *block;
	struct pdf_look look = builder->frame->look;

	pdf_build_enter(builder, node);
	look.style |= PDF_BOLD;
	block = pdf_build_block(builder, BLOCK_PARA);
	block->para =
	    pdf_para_text(builder->lay, node->as.field.name, look, false);
	block->tag = pdf_tag_add(builder->lay, TAG_P, builder->frame->tag);
	block->keep_next = true;
	if (block->para->run_count > 0)
		pdf_build_put(builder, block);
}
