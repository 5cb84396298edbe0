/* pdf_layout_block: walks the blocks of a tree and hands them, shaped and
 * tagged, to the flow or to a cell. One case a kind; what a table, a
 * definition list or the contents look like is the work of others. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"
#include "base/buf.h"

enum {
	DEEPEST = 24,    /* what is nested deeper is set at this depth */
	DEEPEST_CELL = 4 /* indents inside a cell */
};

/* What holds for the blocks below a node. */
struct frame {
	struct frame *outer;
	double x;   /* from the left edge of the column */
	size_t tag; /* parent of the tags of blocks */
	struct pdf_look look;
	struct pdf_decor *decor;
	int depth, indents, bullets, sections;
	bool flat;  /* too deep: no more tags and indents */
	bool tight; /* items close together */
	bool landscape;
	double label_width, label_gap; /* of the items of a list */
	double gap_after;
	bool quiet;
};

struct builder {
	struct lay *lay;
	const struct pdf_sink *sink;
	struct frame *frame;
	/* what the next block takes over */
	double gap;
	struct pdf_mark *marks;
	struct pdf_label *label;
	bool after_number; /* the last paragraph hung from a number */
};

static bool
in_cell(const struct builder *builder)
{
	return builder->sink->cell != NULL;
}

static double
paragraph_gap(const struct builder *builder)
{
	const struct frame *frame = builder->frame;

	if (in_cell(builder))
		return frame->look.size_pt * (frame->tight ? 0.15 : 0.4);
	if (frame->tight)
		return builder->lay->theme->paragraph_gap_pt * 0.3;
	if (frame->quiet)
		return builder->lay->theme->paragraph_gap_pt * 0.6;
	return builder->lay->theme->paragraph_gap_pt;
}

static void
gap_least(struct builder *builder, double gap)
{
	if (builder->gap < gap)
		builder->gap = gap;
}

static struct pdf_mark *
mark_add(struct builder *builder)
{
	struct pdf_mark *mark = arena_alloc(builder->lay->arena, sizeof(*mark));

	mark->toc = PDF_NONE;
	mark->next = builder->marks;
	builder->marks = mark;
	return mark;
}

/* A block that takes over what waits for one. */
static struct pdf_block *
block_new(struct builder *builder, enum pdf_block_kind kind)
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

static void
block_put(struct builder *builder, const struct pdf_block *block)
{
	struct pdf_blocks *cell = builder->sink->cell;

	if (cell == NULL) {
		pdf_flow_block(builder->lay, block);
		return;
	}
	cell->list = arena_push(builder->lay->arena, cell->list, &cell->count,
	    &cell->cap, sizeof(*cell->list));
	cell->list[cell->count - 1] = *block;
}

/* A label whose item begins with no paragraph stands on a line alone. */
static void
label_flush(struct builder *builder)
{
	struct pdf_block *block;

	if (builder->label == NULL)
		return;
	block = block_new(builder, BLOCK_SPACE);
	block->height =
	    builder->frame->look.size_pt * builder->lay->theme->line_height;
	block->keep_next = true;
	block_put(builder, block);
}

static struct pdf_look
quiet_look(const struct builder *builder, struct pdf_look look)
{
	const struct theme *theme = builder->lay->theme;

	look.colour = theme->muted;
	if (theme->small_pt > 0 && theme->small_pt < look.size_pt)
		look.size_pt = theme->small_pt;
	return look;
}

static struct frame *
frame_push(struct builder *builder, const struct node *node)
{
	struct frame *frame = arena_alloc(builder->lay->arena, sizeof(*frame));

	*frame = *builder->frame;
	frame->outer = builder->frame;
	frame->depth++;
	frame->gap_after = 0;
	if (frame->depth > DEEPEST)
		frame->flat = true;
	if (node->flags & NODE_QUIET) {
		frame->look = quiet_look(builder, frame->look);
		frame->quiet = true;
	}
	builder->frame = frame;
	return frame;
}

static void
frame_pop(struct builder *builder)
{
	label_flush(builder);
	gap_least(builder, builder->frame->gap_after);
	builder->frame = builder->frame->outer;
}

/* A tag below the frame's, unless it is too deep for one. */
static void
frame_tag(struct builder *builder, enum pdf_tag_type type)
{
	struct frame *frame = builder->frame;

	if (!frame->flat)
		frame->tag = pdf_tag_add(builder->lay, type, frame->tag);
}

/* The next page, if the blocks below this frame stand on others. */
static void
page_turn(struct builder *builder, bool landscape, bool new_page)
{
	if (in_cell(builder))
		return;
	if (new_page || landscape != builder->lay->flow.landscape)
		pdf_flow_turn(builder->lay, landscape);
}

static struct pdf_para *
number_make(struct builder *builder, struct str number, struct pdf_look look)
{
	/* the space parts it from the text in what readers take out */
	return pdf_para_text(builder->lay,
	    str_printf(builder->lay->arena, "%.*s ", STR_ARG(number)), look,
	    false);
}

/* Hangs a number before the block; a wide one pushes the first line in. */
static void
number_hang(struct builder *builder, struct pdf_block *block,
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

/* ---- kinds ---- */

static bool
heading_opens_landscape(const struct node *heading)
{
	/* it stands on the page of the deeper section that it introduces */
	while (heading != NULL && heading->next != NULL &&
	       heading->next->kind == NODE_SECTION) {
		if (heading->next->flags & NODE_LANDSCAPE)
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
heading_look(const struct builder *builder, int level)
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
heading_mark(struct builder *builder, const struct node *node)
{
	struct pdf_mark *mark;

	/* the title is the document's name, not a place in it */
	if (node->as.heading.level <= 1 || builder->frame->sections == 0)
		return;
	mark = mark_add(builder);
	mark->bookmark = heading_words(builder->lay, node);
	mark->level = builder->frame->sections;
	mark->toc = pdf_toc_find(builder->lay, node);
}

static void
heading_set(struct builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	int level = node->as.heading.level < 1   ? 1
		    : node->as.heading.level > 6 ? 6
						 : node->as.heading.level;
	struct pdf_look look = heading_look(builder, level);
	struct pdf_block *block;
	struct pdf_para *para;

	page_turn(builder,
	    builder->frame->landscape || heading_opens_landscape(node), false);
	if (in_cell(builder)) {
		look = builder->frame->look;
		look.style |= PDF_BOLD;
	}
	para = pdf_para_make(lay, node, look);
	if (para->run_count == 0 && node->as.heading.number.len == 0)
		return;
	label_flush(builder);
	heading_mark(builder, node);
	if (!in_cell(builder))
		gap_least(builder, look.size_pt * (level == 1 ? 0 : 1.15));
	block = block_new(builder, BLOCK_PARA);
	block->para = para;
	para->line_pt = look.size_pt * 1.22;
	block->keep_next = block->keep_lines = true;
	block->tag =
	    pdf_tag_add(lay, in_cell(builder) ? TAG_P : heading_type(lay, node),
		builder->frame->tag);
	if (node->as.heading.number.len > 0) {
		struct pdf_para *number =
		    number_make(builder, node->as.heading.number, look);

		number->line_pt = para->line_pt;
		number_hang(builder, block, number,
		    number->widest + look.size_pt * 0.6);
	}
	block_put(builder, block);
	builder->after_number = false;
	gap_least(builder, in_cell(builder) ? 2 : look.size_pt * 0.42);
}

static void
figure_set(struct builder *builder, const struct node *image)
{
	struct lay *lay = builder->lay;
	struct str words = doc_text(lay->arena, image);
	struct pdf_look look = quiet_look(builder, builder->frame->look);
	struct pdf_block *block;
	struct str path;
	double width, height;
	double most = lay->flow.bottom_y - lay->flow.top_y - 60;
	bool found =
	    pdf_image_find(lay, image->as.link.url, &path, &width, &height);

	if (found) {
		block = block_new(builder, BLOCK_IMAGE);
		/* 96 pixels an inch, unless that is too high */
		block->width = width * 0.75;
		block->height = height * 0.75;
		if (block->height > most) {
			block->width *= most / block->height;
			block->height = most;
		}
		block->path = path;
		block->keep_next = true;
		block->tag = pdf_tag_add(lay, TAG_FIGURE, builder->frame->tag);
		pdf_tag_at(lay, block->tag)->alt =
		    words.len > 0 ? words : str_from("Image");
		block_put(builder, block);
	} else {
		doc_say(lay->report->doc, DOC_IMAGE_MISSING, image->pos,
		    image->as.link.url, str_from("no PNG or JPEG file"));
	}
	if (words.len == 0)
		words = found ? words : image->as.link.url;
	if (words.len == 0)
		return;
	look.style = PDF_ITALIC;
	block = block_new(builder, BLOCK_PARA);
	block->gap = found ? 4 : block->gap;
	block->para = pdf_para_text(lay,
	    found ? words
		  : str_printf(lay->arena, "[Image: %.*s]", STR_ARG(words)),
	    look, false);
	block->tag = pdf_tag_add(lay, TAG_P, builder->frame->tag);
	block_put(builder, block);
	gap_least(builder, paragraph_gap(builder));
}

static void
paragraph_set(
    struct builder *builder, const struct node *node, enum pdf_tag_type type)
{
	struct lay *lay = builder->lay;
	struct pdf_look look = node->flags & NODE_QUIET
				   ? quiet_look(builder, builder->frame->look)
				   : builder->frame->look;
	struct pdf_para *para;
	struct str number = { NULL, 0 };
	struct pdf_block *block;

	if (node->kind == NODE_PARAGRAPH)
		number = node->as.paragraph.number;
	page_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	para = pdf_para_make(lay, node, look);
	if (para->run_count > 0 || number.len > 0) {
		block = block_new(
		    builder, para->run_count > 0 ? BLOCK_PARA : BLOCK_SPACE);
		block->para = para;
		block->height = para->line_pt;
		block->tag = pdf_tag_add(lay, type, builder->frame->tag);
		block->keep_next =
		    (node->flags & NODE_KEEP_NEXT) != 0 ||
		    (!in_cell(builder) && node->next != NULL &&
			para->text.len > 0 &&
			para->text.ptr[para->text.len - 1] == ':');
		if (number.len > 0) {
			struct pdf_para *hung =
			    number_make(builder, number, look);

			number_hang(builder, block, hung,
			    in_cell(builder)
				? hung->widest + look.size_pt * 0.45
				: lay->theme->number_indent_pt);
		}
		block_put(builder, block);
		gap_least(builder, paragraph_gap(builder));
		builder->after_number = number.len > 0;
	}
	for (size_t i = 0; i < para->image_count; i++)
		figure_set(builder, para->images[i]);
}

static struct str
item_label(const struct builder *builder, const struct node *item)
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
list_measure(struct builder *builder, const struct node *list)
{
	struct frame *frame = builder->frame;
	double gap = frame->look.size_pt * 0.5;
	double indent =
	    in_cell(builder) ? 0 : builder->lay->theme->list_indent_pt;
	double widest = 0;

	for (const struct node *item = list->first; item != NULL;
	     item = item->next) {
		struct pdf_para *label = number_make(
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
	if (!list->as.list.ordered && !in_cell(builder))
		frame->label_gap = indent - widest;
}

static void
list_enter(struct builder *builder, const struct node *node)
{
	double after = paragraph_gap(builder);
	struct frame *frame;

	label_flush(builder);
	page_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	frame = frame_push(builder, node);
	frame->gap_after = after;
	frame->tight = node->as.list.tight;
	frame_tag(builder, TAG_L);
	if (!frame->flat)
		pdf_tag_at(builder->lay, frame->tag)->ordered =
		    node->as.list.ordered;
	if (builder->after_number && !in_cell(builder) && !frame->flat &&
	    frame->x == 0)
		frame->x += builder->lay->theme->number_indent_pt;
	list_measure(builder, node);
}

static void
item_enter(struct builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	struct frame *frame;
	struct pdf_label *label = arena_alloc(lay->arena, sizeof(*label));
	bool indents;

	label_flush(builder);
	frame = frame_push(builder, node);
	label->para =
	    number_make(builder, item_label(builder, node), frame->look);
	label->x = frame->x;
	label->width = node->as.item.label.len > 0 ? frame->label_width : 0;
	frame_tag(builder, TAG_LI);
	label->tag = frame->tag;
	if (!frame->flat) {
		label->tag = pdf_tag_add(lay, TAG_LBL, frame->tag);
		frame->tag = pdf_tag_add(lay, TAG_LBODY, frame->tag);
	}
	indents = in_cell(builder) ? frame->indents < DEEPEST_CELL
				   : frame->x < pdf_flow_width(lay) * 0.42;
	if (indents) {
		frame->x += frame->label_width + frame->label_gap;
		frame->indents++;
	}
	frame->bullets++;
	builder->label = label;
	builder->after_number = false;
}

static void
quote_enter(struct builder *builder, const struct node *node)
{
	struct frame *frame;
	struct pdf_decor *decor =
	    arena_alloc(builder->lay->arena, sizeof(*decor));

	label_flush(builder);
	page_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	frame = frame_push(builder, node);
	frame->gap_after = paragraph_gap(builder);
	frame_tag(builder, TAG_BLOCKQUOTE);
	if (builder->after_number && !in_cell(builder) && frame->x == 0)
		frame->x += builder->lay->theme->number_indent_pt;
	if (frame->flat || frame->indents > 6)
		return;
	decor->outer = frame->decor;
	decor->x = frame->x;
	decor->page = PDF_NONE;
	frame->decor = decor;
	frame->x += 14;
	frame->indents++;
}

static void
code_set(struct builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	struct str rest = node->as.code.literal, line;
	struct pdf_look look = builder->frame->look;
	struct pdf_decor *decor = arena_alloc(lay->arena, sizeof(*decor));
	size_t tag;

	label_flush(builder);
	page_turn(builder, builder->frame->landscape, false);
	look.family = FAMILY_MONO;
	look.size_pt *= 0.85;
	tag = pdf_tag_add(lay, TAG_P, builder->frame->tag);
	tag = pdf_tag_add(lay, TAG_CODE, tag);
	decor->outer = builder->frame->decor;
	decor->band = true;
	decor->x = builder->frame->x;
	decor->page = PDF_NONE;
	gap_least(builder, paragraph_gap(builder));
	while (str_next_line(&rest, &line)) {
		struct pdf_block *block = block_new(builder, BLOCK_PARA);

		block->para = pdf_para_text(lay,
		    str_printf(lay->arena, "%.*s ", STR_ARG(line)), look, true);
		block->tag = tag;
		block->x += 6;
		block->right = 6;
		block->decor = decor;
		block_put(builder, block);
	}
	gap_least(builder, paragraph_gap(builder) + 3);
}

static void
rule_set(struct builder *builder)
{
	struct pdf_block *block;

	label_flush(builder);
	block = block_new(builder, BLOCK_RULE);
	block->height = 9;
	block_put(builder, block);
	gap_least(builder, paragraph_gap(builder));
}

static void
notes_enter(struct builder *builder, const struct node *node)
{
	struct frame *frame;
	struct pdf_block *block;

	page_turn(builder, builder->frame->landscape, false);
	gap_least(builder, builder->lay->theme->body_pt * 1.2);
	block = block_new(builder, BLOCK_RULE);
	block->height = 9;
	block->width = 120;
	block->keep_next = true;
	block_put(builder, block);
	frame = frame_push(builder, node);
	if (builder->lay->theme->small_pt > 0)
		frame->look.size_pt = builder->lay->theme->small_pt;
	frame->tight = true;
}

/* The number of a note leads back to where it was called. */
static struct pdf_para *
note_label(struct builder *builder, const struct node *note)
{
	struct arena *arena = builder->lay->arena;
	struct node *holder = doc_node_new(arena, NODE_PARAGRAPH, note->pos);
	struct node *link = doc_node_new(arena, NODE_LINK, note->pos);

	link->as.link.target = note->as.note.target;
	link->as.link.title = str_printf(
	    arena, "Back to note %.*s", STR_ARG(note->as.note.label));
	doc_node_append(holder, link);
	doc_text_append(arena, link, note->as.note.label, note->pos);
	doc_text_append(arena, holder, str_from(" "), note->pos);
	return pdf_para_make(builder->lay, holder, builder->frame->look);
}

static void
note_enter(struct builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	struct frame *frame;
	struct pdf_label *label = arena_alloc(lay->arena, sizeof(*label));

	label_flush(builder);
	frame = frame_push(builder, node);
	frame_tag(builder, TAG_NOTE);
	pdf_tag_at(lay, frame->tag)->id =
	    node->id.len > 0
		? node->id
		: str_printf(lay->arena, "note-tag-%zu", frame->tag);
	label->para = note_label(builder, node);
	label->x = frame->x;
	label->tag = pdf_tag_add(lay, TAG_LBL, frame->tag);
	frame->x += frame->look.size_pt * 1.8;
	builder->label = label;
}

static void
section_enter(struct builder *builder, const struct node *node)
{
	struct frame *frame = frame_push(builder, node);

	if (node->flags & NODE_LANDSCAPE)
		frame->landscape = true;
	if (node->flags & NODE_NEW_PAGE)
		page_turn(builder,
		    frame->landscape || heading_opens_landscape(node->first),
		    true);
	frame->sections++;
	frame_tag(builder, TAG_SECT);
	builder->after_number = false;
}

/* What waits for the next block goes to one that another file makes. */
static struct pdf_mark *
hand_over(struct builder *builder, const struct node *node, double *gap)
{
	struct pdf_mark *marks;

	label_flush(builder);
	page_turn(builder, builder->frame->landscape,
	    (node->flags & NODE_NEW_PAGE) != 0);
	gap_least(builder, paragraph_gap(builder) * 0.5);
	*gap = builder->gap;
	marks = builder->marks;
	builder->gap = 0;
	builder->marks = NULL;
	builder->after_number = false;
	return marks;
}

static void
field_enter(struct builder *builder, const struct node *node)
{
	/* inside a cell: the name in bold, its value below */
	struct pdf_block *block;
	struct pdf_look look = builder->frame->look;

	frame_push(builder, node);
	look.style |= PDF_BOLD;
	block = block_new(builder, BLOCK_PARA);
	block->para =
	    pdf_para_text(builder->lay, node->as.field.name, look, false);
	block->tag = pdf_tag_add(builder->lay, TAG_P, builder->frame->tag);
	block->keep_next = true;
	if (block->para->run_count > 0)
		block_put(builder, block);
}

/* True: its children are done. */
static bool
enter(struct builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	struct pdf_mark *marks;
	double gap;

	if (node->id.len > 0)
		mark_add(builder)->id = node->id;
	switch (node->kind) {
	case NODE_SECTION:
		section_enter(builder, node);
		return false;
	case NODE_HEADING:
		heading_set(builder, node);
		return true;
	case NODE_PARAGRAPH:
	case NODE_CAPTION:
		paragraph_set(builder, node, TAG_P);
		return true;
	case NODE_LIST:
		list_enter(builder, node);
		return false;
	case NODE_ITEM:
		item_enter(builder, node);
		return false;
	case NODE_TABLE:
		if (in_cell(builder)) {
			frame_push(builder, node);
			return false;
		}
		marks = hand_over(builder, node, &gap);
		pdf_table_set(lay, node, builder->frame->tag, gap, marks);
		builder->gap = paragraph_gap(builder) * 1.4;
		return true;
	case NODE_FIELDS:
		if (in_cell(builder)) {
			frame_push(builder, node);
			return false;
		}
		marks = hand_over(builder, node, &gap);
		pdf_fields_set(lay, node, builder->frame->tag,
		    builder->frame->look, gap, marks);
		builder->gap = paragraph_gap(builder) * 1.2;
		return true;
	case NODE_FIELD:
		field_enter(builder, node);
		return false;
	case NODE_QUOTE:
		quote_enter(builder, node);
		return false;
	case NODE_CODE:
		code_set(builder, node);
		return true;
	case NODE_RULE:
		rule_set(builder);
		return true;
	case NODE_NOTES:
		notes_enter(builder, node);
		return false;
	case NODE_NOTE:
		note_enter(builder, node);
		return false;
	case NODE_CONTENTS:
		marks = hand_over(builder, node, &gap);
		pdf_toc_set(lay, builder->frame->tag, gap, marks);
		builder->gap = paragraph_gap(builder) * 1.4;
		return true;
	case NODE_DOCUMENT:
	case NODE_ROW:
	case NODE_CELL:
		/* of a table inside a cell: its cells one after the other */
		frame_push(builder, node);
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
	case NODE_KIND_COUNT:
		break;
	}
	return true;
}

static bool
has_frame(const struct builder *builder, enum node_kind kind)
{
	switch (kind) {
	case NODE_SECTION:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_QUOTE:
	case NODE_NOTES:
	case NODE_NOTE:
	case NODE_FIELD:
	case NODE_DOCUMENT:
	case NODE_ROW:
	case NODE_CELL:
		return true;
	case NODE_TABLE:
	case NODE_FIELDS:
		return in_cell(builder);
	default:
		return false;
	}
}

void
pdf_blocks_set(
    struct lay *lay, const struct node *parent, const struct pdf_sink *sink)
{
	struct frame root = { .tag = sink->tag, .look = sink->look };
	struct builder builder = { .lay = lay, .sink = sink, .frame = &root };
	struct walker walker = { .root = parent };

	while (doc_walk(&walker)) {
		if (walker.node == parent)
			continue;
		if (walker.event == WALK_LEAVE) {
			if (has_frame(&builder, walker.node->kind))
				frame_pop(&builder);
			continue;
		}
		if (enter(&builder, walker.node))
			doc_walk_skip(&walker);
	}
	label_flush(&builder);
	if (sink->cell == NULL && builder.marks != NULL) {
		pdf_flow_end(lay);
		pdf_marks_place(lay, builder.marks, lay->flow.y);
	}
}
