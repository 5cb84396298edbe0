/* read_md_cell: a cell's paragraph whose lines are parted by breaks, as "<br>"
 * has them -> paragraphs and lists, where that is what the lines are:
 *
 *     | 1.1 | Done so far:<br>- north side<br>- south side<br><br>Paint next. |
 */
#include "read/read_md_priv.h"
#include "read/read_text_priv.h"

#include "base/utf8.h"

bool
md_is_in_cell(const struct node *node)
{
	for (node = node->parent; node != NULL; node = node->parent)
		if (node->kind == NODE_CELL)
			return true;
	return false;
}

/* A line: its nodes, up to and without `end`. */
struct line {
	struct node *first, *end;
};

struct lines {
	struct line *nodes;
	struct read_cell_line *texts;
	size_t count;
};

static bool
is_hard_break(const struct node *node)
{
	return node->kind == NODE_BREAK && !(node->flags & MD_SOFT);
}

static size_t
count_breaks(const struct node *paragraph)
{
	size_t count = 0;

	for (const struct node *node = paragraph->first; node != NULL;
	     node = node->next)
		count += is_hard_break(node);
	return count;
}

/* Bytes of white space at the front, no-break spaces too. */
static size_t
space_len(struct str text)
{
	struct str rest = text;

	while (rest.len > 0) {
		struct str at = rest;

		if (!utf8_is_space(utf8_next(&rest)))
			return text.len - at.len;
	}
	return text.len;
}

/* What a line says, and how far it is set in. A mark that is not the author's
 * plain text is none: another character stands before it. */
static void
text_find(struct md *md, const struct line *line, struct read_cell_line *to)
{
	struct buf buf = BUF_INIT;
	struct text_marker marker;
	struct str first = { NULL, 0 };

	if (line->first != line->end && line->first->kind == NODE_TEXT)
		first = line->first->as.text.text;
	for (const struct node *node = line->first; node != line->end;
	     node = node->next) {
		if (node->kind == NODE_TEXT)
			buf_put_str(&buf, node->as.text.text);
		else
			buf_put_str(&buf, doc_text(md->scratch, node));
	}
	to->text = str_copy(md->scratch, buf_str(&buf));
	buf_clear(&buf);
	to->indent =
	    (uint32_t)utf8_count(str_head(to->text, space_len(to->text)));
	to->text = str_trim(to->text);
	if (to->text.len > 0 && read_text_marker_find(to->text, &marker) &&
	    space_len(first) + to->text.len - marker.body.len > first.len)
		to->text = str_printf(
		    md->scratch, "\xEF\xBF\xBC%.*s", STR_ARG(to->text));
	if (to->text.len == 0 && line->first != line->end &&
	    line->first->kind != NODE_TEXT && !is_hard_break(line->first))
		to->text = (struct str)STR("\xEF\xBF\xBC");
}

static struct lines
lines_of(struct md *md, struct node *paragraph, size_t count)
{
	struct lines lines = { .count = count };
	struct node *node = paragraph->first;

	lines.nodes = arena_alloc(md->scratch, count * sizeof(*lines.nodes));
	lines.texts = arena_alloc(md->scratch, count * sizeof(*lines.texts));
	for (size_t i = 0; i < count; i++) {
		struct line *line = &lines.nodes[i];

		/* where a line of HTML ended behind the break */
		while (node != NULL && node->kind == NODE_BREAK &&
		       node->flags & MD_SOFT)
			node = node->next;
		line->first = node;
		while (node != NULL && !is_hard_break(node))
			node = node->next;
		line->end = node;
		text_find(md, line, &lines.texts[i]);
		node = node != NULL ? node->next : NULL;
	}
	return lines;
}

/* Takes an item's mark off the front of its line. */
static void
mark_cut(struct md *md, struct node *text, const struct read_cell_line *line)
{
	size_t space = space_len(text->as.text.text);
	size_t len = space + line->text.len - line->body.len;
	uint32_t c = line->marker.bullet;
	char bytes[4];

	text->pos.col +=
	    (uint32_t)utf8_count(str_head(text->as.text.text, len));
	text->as.text.text = str_skip(text->as.text.text, len);
	if (c != 0 && utf8_is_word(c))
		doc_drop(md->doc, text->pos, "markup",
		    (struct str){ bytes, utf8_encode(c, bytes) });
	if (line->marker.check_mark.len > 0)
		doc_drop(md->doc, text->pos, "markup", line->marker.check_mark);
}

static struct node *
add_item(struct md *md, struct node *parent, struct node *above,
    const struct read_cell_line *line, struct pos pos)
{
	struct arena *arena = md->doc->arena;
	bool is_ordered = line->label.len > 0;
	struct node *list = above, *item;

	if (list == NULL || list->kind != NODE_LIST || line->is_new_list ||
	    list->as.list.ordered != is_ordered) {
		list = doc_node_new(arena, NODE_LIST, pos);
		list->as.list.ordered = is_ordered;
		list->as.list.tight = true;
		if (above != NULL)
			doc_node_insert_after(above, list);
		else
			doc_node_prepend(parent, list);
	}
	item = doc_node_new(arena, NODE_ITEM, pos);
	item->as.item.label = str_copy(arena, line->label);
	item->as.item.check = line->marker.check;
	doc_node_append(list, item);
	return item;
}

/* Where new blocks go: behind `above` in the cell, or at the end of an item. */
struct place {
	struct node *items[CELL_DEPTH + 1]; /* [0]: what holds the paragraph */
	struct node *above;  /* last of those in the place of the paragraph */
	struct node *filled; /* paragraph that goes on, or NULL */
};

/* `item`: what the paragraph stands in; NULL: in the cell. */
static void
add_paragraph(
    struct md *md, struct place *place, struct node *item, struct pos pos)
{
	place->filled = doc_node_new(md->doc->arena, NODE_PARAGRAPH, pos);
	if (item != NULL) {
		doc_node_append(item, place->filled);
	} else {
		doc_node_insert_after(place->above, place->filled);
		place->above = place->filled;
	}
}

static void
take_line(struct md *md, struct place *place, const struct line *nodes,
    struct read_cell_line *line)
{
	struct pos pos = nodes->first->pos;
	struct node *node = nodes->first, *next;

	if (line->does == CELL_ITEM) {
		size_t depth = line->depth;
		struct node *parent = place->items[depth - 1];
		struct node *above = depth > 1 ? parent->last : place->above;

		place->items[depth] = add_item(md, parent, above, line, pos);
		if (depth == 1)
			place->above = place->items[1]->parent;
		mark_cut(md, nodes->first, line);
	}
	if (line->does != CELL_GOES_ON)
		add_paragraph(md, place,
		    line->depth > 0 ? place->items[line->depth] : NULL,
		    node->pos);
	else if (place->filled->first != NULL)
		doc_node_append(place->filled,
		    doc_node_new(md->doc->arena, NODE_BREAK, pos));
	for (; node != nodes->end; node = next) {
		next = node->next;
		doc_node_unlink(node);
		doc_node_append(place->filled, node);
	}
}

void
md_cell_lines(struct md *md, struct node *paragraph)
{
	size_t count = count_breaks(paragraph) + 1;
	struct place place = { .above = paragraph };
	struct lines lines;

	if (count < 2)
		return;
	lines = lines_of(md, paragraph, count);
	if (!read_cell_lines(lines.texts, count, false))
		return;
	place.items[0] = paragraph->parent;
	for (size_t i = 0; i < count; i++)
		if (lines.texts[i].text.len > 0)
			take_line(md, &place, &lines.nodes[i], &lines.texts[i]);
	doc_node_unlink(paragraph);
}
