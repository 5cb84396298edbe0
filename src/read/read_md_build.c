/* read_md_build: what cmark finds -> our nodes. One walk over cmark's tree for
 * the draft; the inlines of pieces (cells, and lines before a table) come
 * after. */
#include "read/read_md_priv.h"

#define CMARK_NO_SHORT_NAMES /* NODE_LIST and the like are ours */
#include <cmark.h>
#include <string.h>

#include "base/must.h"
#include "base/utf8.h"

static struct str
copied(struct md_builder *b, const char *text)
{
	return str_copy(b->md->doc->arena, str_from(text));
}

/* The last line of a block whose lines cmark hands over: it counts one too few
 * or too many, as what ends the block may be. */
static size_t
literal_end(struct md_builder *b, cmark_node *node)
{
	const char *text = cmark_node_get_literal(node);
	size_t first = md_line_of(node), end = first, lines = 0;
	struct str line = md_source_line(b->source, first);
	bool is_fenced;

	for (; *text != '\0'; text++)
		lines += *text == '\n';
	line = str_skip(line, md_byte_of(node));
	is_fenced = cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
		    (str_starts(line, "```") || str_starts(line, "~~~"));
	if (!is_fenced)
		return first + (lines > 0 ? lines - 1 : 0);
	end = first + lines;
	line = md_source_line(b->source, end + 1);
	line = str_skip(line, md_content_start(line, b->quotes));
	if (str_starts(line, "```") || str_starts(line, "~~~"))
		end++;
	return end;
}

static size_t
end_line_of(struct md_builder *b, cmark_node *node)
{
	size_t first = md_line_of(node);
	int line = cmark_node_get_end_line(node);
	size_t end = line > 0 ? (size_t)line - 1 : first;

	if (cmark_node_get_literal(node) != NULL)
		end = literal_end(b, node);
	if (end < first)
		return first;
	if (end >= b->source->line_count)
		end = b->source->line_count > 0 ? b->source->line_count - 1 : 0;
	/* cmark counts blank lines behind some blocks as theirs */
	while (end > first && str_trim(md_source_line(b->source, end)).len == 0)
		end--;
	return end;
}

static void
set_end(struct md_builder *b, struct node *node, cmark_node *from)
{
	node->end_line = md_line_no(b->source, end_line_of(b, from));
}

static void
cover(struct md_builder *b, size_t first, size_t end)
{
	for (size_t line = first; line <= end; line++)
		if (line < b->source->line_count && b->source->covered != NULL)
			b->source->covered[line] = true;
}

static struct pos
block_pos(struct md_builder *b, cmark_node *from)
{
	return md_pos(b->source, md_line_of(from), md_byte_of(from));
}

/* "===" or "---" below a heading's text. */
static bool
is_underline(struct str line)
{
	line = str_trim(line);
	for (size_t i = 1; i < line.len; i++)
		if (line.ptr[i] != line.ptr[0])
			return false;
	return str_starts(line, "=") || str_starts(line, "-");
}

/* The lines of a paragraph or heading, without containers' marks. cmark may
 * take the line behind a heading for a part of it. */
static void
fill_raw(struct md_builder *b, cmark_node *from)
{
	size_t first = md_line_of(from), end = end_line_of(b, from);
	bool is_heading = cmark_node_get_type(from) == CMARK_NODE_HEADING;

	b->raw.source = b->source;
	b->raw.first_line = first;
	b->raw.count = 0;
	b->raw.is_underlined = false;
	for (size_t line = first; line <= end; line++) {
		struct str text = md_source_line(b->source, line);
		size_t start = line == first
				   ? md_byte_of(from)
				   : md_content_start(text, b->quotes);

		b->raw.lines = arena_push(b->md->scratch, b->raw.lines,
		    &b->raw.count, &b->raw.cap, sizeof(*b->raw.lines));
		b->raw.lines[b->raw.count - 1] = str_skip(text, start);
		if (line == first || !is_heading ||
		    !is_underline(str_skip(text, start)))
			continue;
		b->raw.is_underlined = true;
		break;
	}
}

/* The rest of the raw lines, from one of them on. */
static struct md_raw
raw_from(const struct md_raw *raw, size_t first)
{
	struct md_raw rest = *raw;

	rest.lines += first;
	rest.count -= first;
	rest.first_line += first;
	return rest;
}

/* A paragraph whose lines end in a table: what stands before it, the table,
 * and, where cmark saw a heading, the line drawn below. */
static void
build_table(struct md_builder *b, const struct md_raw *raw, size_t delimiter)
{
	struct arena *arena = b->md->doc->arena;
	struct md_raw body = *raw;

	body.count -= raw->is_underlined;
	if (delimiter > 1) {
		struct node *before = doc_node_new(arena, NODE_PARAGRAPH,
		    md_raw_pos(raw, 0, raw->lines[0].ptr));

		before->end_line = raw->source->first_line +
				   (uint32_t)(raw->first_line + delimiter - 2);
		doc_node_append(b->at, before);
		md_piece_lines(b->md, before, raw, delimiter - 1);
	}
	md_table_build(b->md, b->at, &body, delimiter);
	if (raw->is_underlined)
		doc_node_append(b->at, doc_node_new(arena, NODE_RULE,
					   md_raw_pos(raw, body.count,
					       raw->lines[body.count].ptr)));
}

/* True: the inlines are dealt with, cmark's are not wanted. */
static bool
enter_paragraph(struct md_builder *b, cmark_node *from)
{
	bool is_heading =
	    cmark_node_get_type(from) == CMARK_NODE_HEADING && !b->in_cell;
	struct md_raw raw;
	size_t delimiter, end;
	struct node *node;
	struct pos pos;

	fill_raw(b, from);
	end = b->raw.first_line + b->raw.count - 1;
	cover(b, b->raw.first_line, end);
	if (md_drawn_build(b->md, &b->raw))
		return true;
	md_inline_begin(b, from);
	b->skipped = md_definitions_take(b->md, &b->raw);
	raw = raw_from(&b->raw, b->skipped);
	md_labels_take(b->md, &raw);
	delimiter = b->in_cell ? 0 : md_table_find(&raw);
	if (delimiter > 0) {
		build_table(b, &raw, delimiter);
		return true;
	}
	pos = raw.count > 0 ? md_raw_pos(&raw, 0, raw.lines[0].ptr)
			    : block_pos(b, from);
	node = doc_node_new(
	    b->md->doc->arena, is_heading ? NODE_HEADING : NODE_PARAGRAPH, pos);
	if (is_heading)
		node->as.heading.level = cmark_node_get_heading_level(from);
	node->end_line = md_line_no(b->source, end);
	b->latest = pos;
	md_open(b, node, from);
	return false;
}

/* "1." or "3)" as it stands in the draft; empty for a bullet. */
static struct str
item_label(struct md_builder *b, cmark_node *from)
{
	struct str line = md_source_line(b->source, md_line_of(from));
	size_t len = 0;

	line = str_skip(line, md_byte_of(from));
	while (len < line.len && line.ptr[len] >= '0' && line.ptr[len] <= '9')
		len++;
	if (len == 0 || len == line.len)
		return (struct str){ NULL, 0 };
	return str_copy(b->md->doc->arena, str_head(line, len + 1));
}

/* The label of the footnote that this item stands for, or empty. */
static struct str
note_label(struct md_builder *b, cmark_node *from)
{
	struct str line = md_source_line(b->source, md_line_of(from));
	struct str label;

	line = str_skip(line, md_byte_of(from));
	if (!str_starts(line, "+ " MARK_NOTE "[^"))
		return (struct str){ NULL, 0 };
	label = str_skip(line, 4 + MARK_BYTES);
	return str_copy(
	    b->md->doc->arena, str_head(label, str_find(label, "]:")));
}

static void
enter_item(struct md_builder *b, cmark_node *from)
{
	struct pos pos = block_pos(b, from);
	struct str label = note_label(b, from);
	struct md *md = b->md;
	struct node *node;

	if (b->at->kind != NODE_LIST) { /* the list was too deep */
		label = item_label(b, from);
		if (label.len > 0)
			doc_drop(md->doc, pos, "markup", label);
		return;
	}
	if (label.len > 0) {
		node = doc_node_new(md->doc->arena, NODE_NOTE, pos);
		node->as.note.label = label;
		md->notes = arena_push(md->scratch, md->notes, &md->note_count,
		    &md->note_cap, sizeof(struct node *));
		md->notes[md->note_count - 1] = node;
	} else {
		node = doc_node_new(md->doc->arena, NODE_ITEM, pos);
		node->as.item.label = item_label(b, from);
	}
	set_end(b, node, from);
	md_open(b, node, from);
}

static void
enter_container(struct md_builder *b, enum node_kind kind, cmark_node *from)
{
	struct pos pos = block_pos(b, from);
	struct node *node;

	/* a list needs room for its items, and all for a paragraph's inlines */
	if (!md_has_room(b, 4, pos))
		return;
	node = doc_node_new(b->md->doc->arena, kind, pos);
	set_end(b, node, from);
	if (kind == NODE_LIST) {
		node->as.list.ordered =
		    cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
		node->as.list.tight = cmark_node_get_list_tight(from);
	}
	md_open(b, node, from);
}

static void
add_code(struct md_builder *b, cmark_node *from)
{
	struct node *node =
	    doc_node_new(b->md->doc->arena, NODE_CODE, block_pos(b, from));

	cover(b, md_line_of(from), end_line_of(b, from));
	set_end(b, node, from);
	node->as.code.literal = copied(b, cmark_node_get_literal(from));
	node->as.code.info = copied(b, cmark_node_get_fence_info(from));
	if (node->as.code.info.len > 0) /* for programs, not for readers */
		doc_drop(b->md->doc, node->pos, "markup",
		    md_unmark(b->md->scratch, node->as.code.info));
	doc_node_append(b->at, node);
}

static void
add_rule(struct md_builder *b, cmark_node *from)
{
	struct str line = md_source_line(b->source, md_line_of(from));

	cover(b, md_line_of(from), end_line_of(b, from));
	if (b->in_cell) { /* strokes say that there is nothing */
		doc_paragraph_append(b->md->doc->arena, b->at,
		    str_copy(b->md->doc->arena,
			str_trim(str_skip(line, md_byte_of(from)))),
		    block_pos(b, from));
		return;
	}
	doc_node_append(b->at,
	    doc_node_new(b->md->doc->arena, NODE_RULE, block_pos(b, from)));
}

static void
add_html(struct md_builder *b, cmark_node *from)
{
	cover(b, md_line_of(from), end_line_of(b, from));
	md_html_block(b->md, b->at, str_from(cmark_node_get_literal(from)),
	    b->source, md_line_of(from));
}

/* True: nothing below is wanted. */
static bool
enter(struct md_builder *b, cmark_node *from)
{
	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_DOCUMENT:
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		b->quotes++;
		enter_container(b, NODE_QUOTE, from);
		break;
	case CMARK_NODE_LIST:
		enter_container(b, NODE_LIST, from);
		break;
	case CMARK_NODE_ITEM:
		enter_item(b, from);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code(b, from);
		break;
	case CMARK_NODE_HTML_BLOCK:
		add_html(b, from);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add_rule(b, from);
		break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		return enter_paragraph(b, from);
	default:
		md_inline_enter(b, from);
		break;
	}
	return false;
}

static void
walk(struct md_builder *b, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_EXIT)
			md_leave(b, node);
		else if (enter(b, node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
}

/* "1. Mend the", "wall" below it: the number of what stands in the cell, and
 * no list. */
static void
unwrap_number(struct md_builder *b, struct node *cell)
{
	struct node *list = cell->first, *item, *paragraph, *number;
	struct arena *arena = b->md->doc->arena;

	if (list == NULL || list->next != NULL || list->kind != NODE_LIST ||
	    !list->as.list.ordered || list->first != list->last)
		return;
	item = list->first;
	paragraph = item->first;
	if (paragraph == NULL || paragraph->kind != NODE_PARAGRAPH) {
		paragraph = doc_node_new(arena, NODE_PARAGRAPH, item->pos);
		doc_node_prepend(item, paragraph);
	}
	number = doc_node_new(arena, NODE_TEXT, item->pos);
	number->as.text.text =
	    str_printf(arena, "%.*s ", STR_ARG(item->as.item.label));
	doc_node_prepend(paragraph, number);
	paragraph->pos = item->pos;
	doc_node_unlink(list);
	doc_node_move_children(cell, item);
}

void
md_build_cell(struct md_builder *b, struct node *cell, cmark_node *quote)
{
	cmark_node *next;

	b->at = cell;
	b->in_cell = true;
	b->depth = MD_DEPTH_MAX / 2;
	b->quotes = 1;
	for (cmark_node *block = cmark_node_first_child(quote); block != NULL;
	     block = next) {
		next = cmark_node_next(block);
		walk(b, block);
	}
	b->quotes = 0;
	b->in_cell = false;
	unwrap_number(b, cell);
}

static void
build_blocks(struct md *md)
{
	struct md_builder b = {
		.md = md, .source = &md->source, .at = md->doc->root
	};
	cmark_node *root = md_parse(md->source.text);

	walk(&b, root);
	cmark_node_free(root);
}

void
md_build(struct md *md)
{
	md->source.covered =
	    arena_alloc(md->scratch, md->source.line_count + 1);
	build_blocks(md);
	md_definitions_uncovered(md, &md->source, md->source.line_count);
	md_pieces_build(md);
	buf_clear(&md->pieces_text);
}

bool *
md_find_verbatim(struct md *md)
{
	bool *is_verbatim = arena_alloc(md->scratch, md->source.line_count + 1);
	cmark_node *root = md_parse(md->source.text);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		int end = cmark_node_get_end_line(node);

		if (type != CMARK_NODE_CODE_BLOCK &&
		    type != CMARK_NODE_HTML_BLOCK)
			continue;
		for (size_t i = md_line_of(node); (int)i < end; i++)
			if (i < md->source.line_count)
				is_verbatim[i] = true;
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return is_verbatim;
}

bool *
md_find_html(struct md *md)
{
	bool *begins = arena_alloc(md->scratch, md->source.line_count + 1);
	cmark_node *root = md_parse(md->source.text);

	for (cmark_node *node = cmark_node_first_child(root); node != NULL;
	     node = cmark_node_next(node))
		if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
			begins[md_line_of(node)] = true;
	cmark_node_free(root);
	return begins;
}
