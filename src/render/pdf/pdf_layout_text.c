/* pdf_layout_text: headings, paragraphs, code and rules -> blocks. */
#include "render/pdf/pdf_layout_build.h"
#include "render/pdf/pdf_layout_cols.h"
#include "render/pdf/pdf_layout_table_priv.h"

#include "base/arena.h"

struct pdf_para *
pdf_build_number(
    struct pdf_builder *builder, struct str number, struct pdf_look look)
{
	/* the space parts it from the text in what readers take out */
	return pdf_para_text(builder->lay,
	    str_printf(builder->lay->arena, "%.*s ", STR_ARG(number)), look,
	    false);
}

/* Hangs a number before the block; a wide one pushes the first line in. */
static void
number_hang(struct pdf_builder *builder, struct pdf_block *block,
    struct pdf_para *number, double indent)
{
	struct pdf_label *label =
	    arena_alloc(builder->lay->arena, sizeof(*label));
	double room = number->widest + number->size_pt * 0.45;

	label->para = number;
	label->x = block->x;
	label->tag = block->tag;
	/* the bullet of an item may stand on the same line */
	label->next = block->label;
	block->label = label;
	if (room > indent)
		block->first_indent = room - indent;
	block->x += indent;
}

bool
pdf_heading_opens_landscape(const struct lay *lay, const struct node *heading)
{
	/* it stands on the page of the deeper section that it introduces */
	while (heading != NULL && heading->next != NULL &&
	       heading->next->kind == NODE_SECTION) {
		if ((heading->next->flags & NODE_LANDSCAPE) ||
		    pdf_wide_turns(lay, heading->next))
			return true;
		heading = heading->next->first;
		if (heading == NULL || heading->kind != NODE_HEADING)
			return false;
	}
	return false;
}

static struct str
heading_words(struct lay *lay, const struct node *heading)
{
	struct str words = doc_text(lay->arena, heading);

	if (heading->as.heading.number.len == 0)
		return words;
	return str_printf(lay->arena, "%.*s %.*s",
	    STR_ARG(heading->as.heading.number), STR_ARG(words));
}

static enum pdf_tag_type
heading_type(struct lay *lay, const struct node *node)
{
	int level = node->as.heading.level;

	if (level < 1)
		level = 1;
	/* levels go down one at a time, whatever the tree says */
	if (level > lay->heading_level + 1)
		level = lay->heading_level + 1;
	if (level > 6)
		level = 6;
	lay->heading_level = level;
	return (enum pdf_tag_type)(TAG_H1 + level - 1);
}

static struct pdf_look
heading_look(const struct pdf_builder *builder, int level)
{
	const struct theme *theme = builder->lay->theme;
	struct pdf_look look = { .family = FAMILY_HEADING,
		.style = PDF_BOLD,
		.colour = level <= 2 ? theme->accent : theme->text,
		.size_pt = theme->heading_pt[level] };

	if (look.size_pt <= 0)
		look.size_pt = theme->body_pt;
	return look;
}

static void
heading_mark(struct pdf_builder *builder, const struct node *node)
{
	struct pdf_mark *mark;

	/* the title is the document's name, not a place in it */
	if (node->as.heading.level <= 1 || builder->frame->sections == 0)
		return;
	mark = pdf_build_mark(builder);
	mark->bookmark = heading_words(builder->lay, node);
	mark->level = builder->frame->sections;
	mark->toc = pdf_toc_find(builder->lay, node, CONTENTS_SECTIONS);
}

void
pdf_heading_set(struct pdf_builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	int level = node->as.heading.level < 1   ? 1
		    : node->as.heading.level > 6 ? 6
						 : node->as.heading.level;
	struct pdf_look look = heading_look(builder, level);
	struct pdf_block *block;
	struct pdf_para *para;

	pdf_build_turn(builder,
	    builder->frame->landscape || pdf_heading_opens_landscape(lay, node),
	    false);
	if (pdf_build_in_cell(builder)) {
		look = builder->frame->look;
		look.style |= PDF_BOLD;
	}
	para = pdf_para_make(lay, node, look);
	if (para->run_count == 0 && node->as.heading.number.len == 0)
		return;
	pdf_build_flush(builder);
	heading_mark(builder, node);
	if (!pdf_build_in_cell(builder))
		pdf_build_gap(builder, look.size_pt * (level == 1 ? 0 : 0.95));
	block = pdf_build_block(builder, BLOCK_PARA);
	block->para = para;
	para->line_pt = look.size_pt * 1.22;
	block->keep_next = block->keep_lines = true;
	block->tag = pdf_tag_add(lay,
	    pdf_build_in_cell(builder) ? TAG_P : heading_type(lay, node),
	    builder->frame->tag);
	pdf_tag_at(lay, block->tag)->lang = node->lang;
	if (node->as.heading.number.len > 0) {
		struct pdf_para *number =
		    pdf_build_number(builder, node->as.heading.number, look);

		number->line_pt = para->line_pt;
		number_hang(builder, block, number,
		    number->widest + look.size_pt * 0.6);
	}
	pdf_build_put(builder, block);
	builder->after_number = false;
	pdf_build_gap(
	    builder, pdf_build_in_cell(builder) ? 2 : look.size_pt * 0.32);
}

/* Neither the first nor the last item of a list stands alone on a page, if
 * items are short. */
static bool
item_leads_on(const struct pdf_builder *builder, const struct node *item,
    const struct pdf_para *para)
{
	bool first, last_but_one;

	if (item == NULL || item->kind != NODE_ITEM || item->next == NULL)
		return false;
	first = item->prev == NULL;
	last_but_one = item->next->next == NULL;
	return (first || last_but_one) &&
	       para->widest < pdf_flow_width(builder->lay) * 2;
}

/* Words that lead to what follows: it must not begin a page without them. */
static bool
leads_on(const struct pdf_builder *builder, const struct node *node,
    const struct pdf_para *para)
{
	const struct node *prev = node->prev, *next = node->next;

	if (node->flags & NODE_KEEP_NEXT)
		return true;
	if (pdf_build_in_cell(builder) || para->text.len == 0)
		return false;
	if (next == NULL && item_leads_on(builder, node->parent, para))
		return true;
	if (next != NULL && para->text.ptr[para->text.len - 1] == ':')
		return true;
	/* a short text between a heading and its table */
	return next != NULL && next->kind == NODE_TABLE && prev != NULL &&
	       prev->kind == NODE_HEADING &&
	       para->widest < pdf_flow_width(builder->lay) * 3;
}

/* A short text between a heading and the heading of its first part. */
static bool
opens_part(const struct pdf_builder *builder, const struct node *node,
    const struct pdf_para *para)
{
	return !pdf_build_in_cell(builder) && node->prev != NULL &&
	       node->prev->kind == NODE_HEADING && node->next != NULL &&
	       node->next->kind == NODE_SECTION &&
	       para->widest < pdf_flow_width(builder->lay) * 3;
}

/* What is said of a table below it is not parted from it by a column's end. */
static void
note_tie(struct pdf_builder *builder, const struct node *node)
{
	if (!pdf_build_in_cell(builder) && (node->flags & NODE_QUIET) &&
	    node->prev != NULL && node->prev->kind == NODE_TABLE)
		pdf_cols_tie(builder->lay);
}

void
pdf_paragraph_set(struct pdf_builder *builder, const struct node *node,
    enum pdf_tag_type type)
{
	struct lay *lay = builder->lay;
	struct pdf_look look =
	    node->flags & NODE_QUIET
		? pdf_build_quiet(builder, builder->frame->look)
		: builder->frame->look;
	struct pdf_para *para;
	struct str number = { NULL, 0 };
	struct pdf_block *block;

	if (node->kind == NODE_PARAGRAPH)
		number = node->as.paragraph.number;
	pdf_build_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	para = pdf_para_make(lay, node, look);
	if (para->run_count > 0 || number.len > 0) {
		block = pdf_build_block(
		    builder, para->run_count > 0 ? BLOCK_PARA : BLOCK_SPACE);
		block->para = para;
		block->height = para->line_pt;
		block->tag = pdf_tag_add(lay, type, builder->frame->tag);
		pdf_tag_at(lay, block->tag)->lang = node->lang;
		block->keep_next = leads_on(builder, node, para);
		block->keep_at_end = opens_part(builder, node, para);
		if (!pdf_build_in_cell(builder))
			block->right = pdf_flow_margin(lay, builder->frame->x);
		note_tie(builder, node);
		if (number.len > 0) {
			struct pdf_para *hung =
			    pdf_build_number(builder, number, look);

			number_hang(builder, block, hung,
			    pdf_build_in_cell(builder)
				? hung->widest + look.size_pt * 0.45
				: lay->theme->number_indent_pt);
		}
		pdf_build_put(builder, block);
		pdf_build_gap(builder, pdf_build_paragraph_gap(builder));
		builder->after_number = number.len > 0;
	}
	for (size_t i = 0; i < para->image_count; i++)
		pdf_figure_set(builder, para->images[i]);
}

/* Is there one more line, and no other? */
static bool
is_last_but_one(struct str rest)
{
	struct str line;

	return str_next_line(&rest, &line) && rest.len == 0;
}

void
pdf_code_set(struct pdf_builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	struct str rest = node->as.code.literal, line;
	struct pdf_look look = builder->frame->look;
	struct pdf_decor *decor = arena_alloc(lay->arena, sizeof(*decor));
	size_t tag, count = 0;

	pdf_build_flush(builder);
	pdf_build_turn(builder, builder->frame->landscape, false);
	look.family = FAMILY_MONO;
	look.size_pt *= 0.85;
	tag = pdf_tag_add(lay, TAG_P, builder->frame->tag);
	tag = pdf_tag_add(lay, TAG_CODE, tag);
	decor->outer = builder->frame->decor;
	decor->band = true;
	decor->x = builder->frame->x;
	decor->page = PDF_NONE;
	/* the band reaches a little beyond its lines */
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder) + 4);
	while (str_next_line(&rest, &line)) {
		struct pdf_block *block = pdf_build_block(builder, BLOCK_PARA);

		block->para = pdf_para_text(lay,
		    str_printf(lay->arena, "%.*s ", STR_ARG(line)), look, true);
		block->tag = tag;
		block->x += 6;
		block->right = 6;
		block->decor = decor;
		/* two lines at least at each end of a page */
		block->keep_next = count == 0 || is_last_but_one(rest);
		count++;
		pdf_build_put(builder, block);
	}
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder) + 4);
}

void
pdf_rule_set(struct pdf_builder *builder)
{
	struct pdf_block *block;

	pdf_build_flush(builder);
	block = pdf_build_block(builder, BLOCK_RULE);
	block->height = 9;
	/* a column that holds nothing else would look empty */
	block->keep_next =
	    pdf_cols_are_on(builder->lay) && !pdf_build_in_cell(builder);
	pdf_build_put(builder, block);
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder));
}
