/* pdf_layout_block: walks the blocks of a tree and hands them, shaped and
 * tagged, to the flow or to a cell. One case a kind; what each looks like is
 * the work of others. */
#include "render/pdf/pdf_layout_build.h"
#include "render/pdf/pdf_layout_cols.h"

static void
section_enter(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_frame *frame = pdf_build_enter(builder, node);

	if ((node->flags & NODE_LANDSCAPE) ||
	    pdf_wide_turns(builder->lay, node))
		frame->landscape = true;
	if (node->flags & NODE_NEW_PAGE)
		pdf_build_turn(builder,
		    frame->landscape ||
			pdf_heading_opens_landscape(builder->lay, node->first),
		    true);
	frame->sections++;
	pdf_build_tag(builder, TAG_SECT);
	builder->after_number = false;
}

/* What waits for the next block goes to one that another file makes. */
static struct pdf_mark *
hand_over(struct pdf_builder *builder, const struct node *node, double *gap)
{
	struct pdf_mark *marks;

	pdf_build_flush(builder);
	pdf_build_turn(builder,
	    builder->frame->landscape || pdf_wide_turns(builder->lay, node),
	    (node->flags & NODE_NEW_PAGE) != 0);
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder) * 0.5);
	*gap = builder->gap;
	marks = builder->marks;
	builder->gap = 0;
	builder->marks = NULL;
	builder->after_number = false;
	return marks;
}

/* True: its children are done. In a cell they come one after the other. */
static bool
table_enter(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_mark *marks;
	double gap;

	if (pdf_build_in_cell(builder)) {
		pdf_build_enter(builder, node);
		return false;
	}
	if (node->first != NULL && node->first->kind == NODE_CAPTION)
		pdf_build_mark(builder)->toc =
		    pdf_toc_find(builder->lay, node->first, CONTENTS_TABLES);
	marks = hand_over(builder, node, &gap);
	pdf_build_columns(builder, true);
	pdf_build_columns(builder, pdf_cols_hold_table(builder->lay, node));
	pdf_table_set(builder->lay, node, builder->frame->tag, gap, marks);
	builder->gap = pdf_build_paragraph_gap(builder) * 1.2;
	return true;
}

/* As table_enter. */
static bool
fields_enter(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_mark *marks;
	double gap;

	if (pdf_build_in_cell(builder)) {
		pdf_build_enter(builder, node);
		return false;
	}
	pdf_build_columns(builder, false);
	marks = hand_over(builder, node, &gap);
	pdf_fields_set(builder->lay, node, builder->frame->tag,
	    builder->frame->look, gap, marks);
	builder->gap = pdf_build_paragraph_gap(builder) * 1.2;
	return true;
}

static void
contents_set(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_mark *marks;
	double gap;

	pdf_build_columns(builder, false);
	marks = hand_over(builder, node, &gap);
	pdf_toc_set(builder->lay, node->as.contents.of, builder->frame->tag,
	    gap, marks);
	builder->gap = pdf_build_paragraph_gap(builder) * 1.2;
}

/* True: its children are done. */
static bool
enter(struct pdf_builder *builder, const struct node *node)
{

	if (node->id.len > 0)
		pdf_build_mark(builder)->id = node->id;
	switch (node->kind) {
	case NODE_SECTION:
		section_enter(builder, node);
		return false;
	case NODE_HEADING:
		pdf_build_columns(builder, node->as.heading.level > 1);
		pdf_heading_set(builder, node);
		return true;
	case NODE_PARAGRAPH:
	case NODE_CAPTION:
		/* what stands below the title belongs to it */
		pdf_build_columns(builder, builder->frame->sections > 0 ||
					       (node->flags & NODE_QUIET) == 0);
		pdf_paragraph_set(builder, node, TAG_P);
		return true;
	case NODE_LIST:
		pdf_build_columns(builder, true);
		pdf_list_enter(builder, node);
		return false;
	case NODE_ITEM:
		pdf_item_enter(builder, node);
		return false;
	case NODE_TABLE:
		return table_enter(builder, node);
	case NODE_FIELDS:
		return fields_enter(builder, node);
	case NODE_FIELD:
		pdf_field_enter(builder, node);
		return false;
	case NODE_QUOTE:
		pdf_build_columns(builder, true);
		pdf_quote_enter(builder, node);
		return false;
	case NODE_CODE:
		pdf_build_columns(builder, true);
		pdf_code_set(builder, node);
		return true;
	case NODE_RULE:
		pdf_build_columns(builder, true);
		pdf_rule_set(builder);
		return true;
	case NODE_NOTES: /* see pdf_layout_foot.c */
		builder->marks = NULL;
		return true;
	case NODE_CONTENTS:
		contents_set(builder, node);
		return true;
	case NODE_CHART:
		pdf_build_columns(builder, false);
		pdf_chart_set(builder, node);
		return true;
	case NODE_DOCUMENT:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_NOTE:
		/* of a table inside a cell: its cells one after the other */
		pdf_build_enter(builder, node);
		return false;
	case NODE_TEXT:
	case NODE_BREAK:
	case NODE_EMPH:
	case NODE_STRONG:
	case NODE_STRIKE:
	case NODE_CODE_SPAN:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_NOTE_REF:
	case NODE_STATE:
	case NODE_SPAN:
	case NODE_ABBR:
	case NODE_KIND_COUNT:
		break;
	}
	return true;
}

void
pdf_blocks_set(
    struct lay *lay, const struct node *parent, const struct pdf_sink *sink)
{
	struct pdf_frame root = {
		.tag = sink->tag, .look = sink->look, .x = sink->x
	};
	struct pdf_builder builder = { .lay = lay,
		.sink = sink,
		.frame = &root,
		.marks = sink->marks,
		.label = sink->label };
	struct walker walker = { .root = parent };

	while (doc_walk(&walker)) {
		if (walker.node == parent)
			continue;
		if (walker.event == WALK_LEAVE) {
			if (builder.frame->node == walker.node)
				pdf_build_leave(&builder);
			continue;
		}
		if (enter(&builder, walker.node))
			doc_walk_skip(&walker);
	}
	pdf_build_flush(&builder);
	if (sink->cell == NULL && builder.marks != NULL) {
		pdf_flow_end(lay);
		pdf_marks_place(lay, builder.marks, lay->flow.y);
	}
}
