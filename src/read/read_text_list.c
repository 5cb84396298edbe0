/* read_text_list: bullets, labels and numbers -> lists and numbered
 * paragraphs. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

void
read_text_lists_close(struct text_reader *reader)
{
	read_text_close(reader);
	reader->depth = 0;
}

/* ---- numbered paragraphs ---- */

/* A number alone on its line numbers the paragraph below. */
static bool
number_alone(
    struct text_reader *reader, size_t *at, const struct text_marker *marker)
{
	const struct text_line *line = &reader->lines[*at];
	size_t next = read_text_line_next(reader, *at);
	struct pos pos = { line->line_no, line->col };
	struct text_marker other;
	struct node *paragraph;

	if (marker->is_bare && read_text_line_prev(reader, *at) == (size_t)-1)
		return false;
	read_text_lists_close(reader);
	reader->last_number = marker->number;
	reader->last_was_text = true;
	read_text_marker_drop(reader, pos, marker);
	paragraph = read_text_append(reader, NODE_PARAGRAPH, pos);
	paragraph->as.paragraph.number = marker->label;
	paragraph->end_line = pos.line;
	++*at;
	if (next >= reader->line_count ||
	    reader->lines[next].region != REGION_NONE ||
	    read_text_form_is_strong(reader, next) ||
	    read_text_marker_at(reader, next, &other))
		return true;
	read_text_open(reader, paragraph, next, reader->lines[next].text);
	*at = next + 1;
	return true;
}

bool
read_text_number_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	struct pos pos = { line->line_no, line->col };
	struct text_marker marker;
	struct node *paragraph;

	if (!read_text_marker_at(reader, *at, &marker) ||
	    marker.kind != MARKER_NUMBER)
		return false;
	if (marker.body.len == 0)
		return number_alone(reader, at, &marker);
	read_text_lists_close(reader);
	reader->last_number = marker.number;
	reader->last_was_text = true;
	read_text_marker_drop(reader, pos, &marker);
	paragraph = read_text_append(reader, NODE_PARAGRAPH, pos);
	paragraph->as.paragraph.number = marker.label;
	read_text_open(reader, paragraph, *at, marker.body);
	++*at;
	return true;
}

/* ---- lists ---- */

static bool
continues(const struct text_list *list, const struct text_marker *marker)
{
	const struct text_marker *last = &list->marker;

	if (last->kind != MARKER_LABEL || last->form != marker->form ||
	    last->script != marker->script)
		return false;
	if (list->is_roman && marker->roman > 0)
		return marker->roman == last->roman + 1;
	return marker->value == last->value + 1 ||
	       (last->roman > 0 && marker->roman == last->roman + 1);
}

static struct str
last_text(const struct text_reader *reader)
{
	return reader->lines[reader->open_line].text;
}

/* Depth of the list that a label belongs to; reader->depth: a new one. */
static size_t
label_depth(const struct text_reader *reader, uint32_t indent,
    const struct text_marker *marker)
{
	size_t depth = reader->depth;

	for (size_t i = depth; i-- > 0;)
		if (continues(&reader->lists[i], marker))
			return i;
	/* out of order, but of the same kind and in the same place */
	for (size_t i = depth; i-- > 0;) {
		const struct text_list *list = &reader->lists[i];

		if (list->marker.kind == MARKER_LABEL &&
		    list->marker.form == marker->form &&
		    list->marker.script == marker->script &&
		    list->indent == indent && marker->value != 1 &&
		    marker->roman != 1)
			return i;
	}
	while (depth > 0 && indent < reader->lists[depth - 1].indent)
		depth--;
	/* a new row of labels below a bullet that stands no deeper */
	while (depth > 0 && indent <= reader->lists[depth - 1].indent &&
	       reader->lists[depth - 1].marker.kind == MARKER_BULLET)
		depth--;
	return depth;
}

static size_t
bullet_depth(const struct text_reader *reader, uint32_t indent,
    const struct text_marker *marker)
{
	size_t depth = reader->depth;
	const struct text_list *list;

	while (depth > 1 && indent < reader->lists[depth - 1].indent &&
	       indent <= reader->lists[depth - 2].indent)
		depth--;
	if (depth == 0)
		return 0;
	list = &reader->lists[depth - 1];
	if (indent > list->indent)
		return depth;
	if (list->marker.kind == MARKER_LABEL)
		return last_text(reader).ptr[last_text(reader).len - 1] == ':'
			   ? depth
			   : depth - 1;
	if (list->marker.bullet == marker->bullet || indent < list->indent)
		return depth - 1;
	for (size_t i = depth; i-- > 0;)
		if (reader->lists[i].marker.bullet == marker->bullet &&
		    reader->lists[i].indent == indent)
			return i;
	return read_text_marker_rank(marker->bullet) >
		       read_text_marker_rank(list->marker.bullet)
		   ? depth
		   : depth - 1;
}

static void
lists_cut(struct text_reader *reader, size_t depth)
{
	read_text_close(reader);
	if (reader->depth > depth)
		reader->depth = depth;
}

static void
list_begin(struct text_reader *reader, uint32_t indent, struct pos pos,
    const struct text_marker *marker)
{
	struct node *list = doc_node_new(reader->doc->arena, NODE_LIST, pos);
	struct node *parent = reader->doc->root;

	if (reader->depth > 0)
		parent = reader->lists[reader->depth - 1].list->last;
	list->as.list.ordered = marker->kind == MARKER_LABEL;
	list->as.list.tight = true;
	doc_node_append(parent, list);
	reader->lists[reader->depth++] = (struct text_list){
		.list = list,
		.indent = indent,
		.marker = *marker,
		.is_roman = marker->roman == 1,
	};
}

/* An open list that the marker's item may join. */
static bool
is_same_list(const struct text_list *list, const struct text_marker *marker)
{
	return list->list->as.list.ordered == (marker->kind == MARKER_LABEL) &&
	       (marker->kind == MARKER_BULLET ||
		   (list->marker.form == marker->form &&
		       list->marker.script == marker->script &&
		       (continues(list, marker) ||
			   (marker->value != 1 && marker->roman != 1))));
}

static void
item_place(struct text_reader *reader, size_t at, struct pos pos,
    const struct text_marker *marker)
{
	uint32_t indent = reader->lines[at].indent;
	size_t depth = marker->kind == MARKER_LABEL
			   ? label_depth(reader, indent, marker)
			   : bullet_depth(reader, indent, marker);

	if (depth == TEXT_LIST_DEPTH) {
		if (!reader->too_deep_said)
			doc_say(reader->doc, DOC_TOO_DEEP, pos,
			    (struct str){ NULL, 0 }, (struct str){ NULL, 0 });
		reader->too_deep_said = true;
		depth--;
	}
	lists_cut(reader, depth < reader->depth ? depth + 1 : depth);
	if (depth < reader->depth &&
	    !is_same_list(&reader->lists[depth], marker))
		lists_cut(reader, depth);
	if (depth == reader->depth) {
		list_begin(reader, indent, pos, marker);
		return;
	}
	if (reader->lines[at].blanks > 0)
		reader->lists[depth].list->as.list.tight = false;
	reader->lists[depth].marker = *marker;
	if (marker->kind == MARKER_BULLET)
		reader->lists[depth].indent = indent;
}

static struct node *
item_append(struct text_reader *reader, struct pos pos,
    const struct text_marker *marker)
{
	struct node *list = reader->lists[reader->depth - 1].list;
	struct node *item = doc_node_new(reader->doc->arena, NODE_ITEM, pos);

	item->as.item.label = marker->label;
	item->as.item.check = marker->check;
	item->end_line = pos.line;
	read_text_marker_drop(reader, pos, marker);
	doc_node_append(list, item);
	return item;
}

static void
item_open(
    struct text_reader *reader, struct node *item, size_t at, struct str body)
{
	struct node *paragraph = doc_node_new(reader->doc->arena,
	    NODE_PARAGRAPH, read_text_line_pos(&reader->lines[at], body));

	doc_node_append(item, paragraph);
	read_text_open(reader, paragraph, at, body);
}

bool
read_text_item_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	struct pos pos = { line->line_no, line->col };
	struct text_marker marker;
	struct node *item;
	size_t next;

	if (!read_text_marker_at(reader, *at, &marker) ||
	    marker.kind == MARKER_NUMBER)
		return false;
	item_place(reader, *at, pos, &marker);
	item = item_append(reader, pos, &marker);
	if (marker.body.len > 0) {
		item_open(reader, item, *at, marker.body);
	} else {
		/* the mark alone on its line; its text stands below */
		next = read_text_line_next(reader, *at);
		if (next < reader->line_count && next == *at + 1 &&
		    reader->lines[next].region == REGION_NONE &&
		    !read_text_marker_at(reader, next, &marker))
			item_open(
			    reader, item, ++*at, reader->lines[next].text);
	}
	++*at;
	return true;
}

/* A paragraph set in below an item, after a blank line, belongs to it. */
bool
read_text_item_more_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	size_t depth = reader->depth;

	if (line->nbsp_indent)
		return false;
	while (depth > 0 && line->indent < reader->lists[depth - 1].indent + 2)
		depth--;
	if (depth == 0)
		return false;
	lists_cut(reader, depth);
	reader->lists[depth - 1].list->as.list.tight = false;
	item_open(reader, reader->lists[depth - 1].list->last, *at, line->text);
	++*at;
	return true;
}

/* ---- lists whose marks were lost ---- */

enum { UNMARKED_INDENT = 4, UNMARKED_LEAST = 3 };

/* Is `at` one of the items? They share their indent. */
static bool
is_unmarked(const struct text_reader *reader, size_t at, uint32_t indent)
{
	const struct text_line *line = &reader->lines[at];
	uint32_t off = line->indent > indent ? line->indent - indent
					     : indent - line->indent;

	return line->region == REGION_NONE && line->nbsp_indent && off <= 1 &&
	       read_text_starts_upper(line->text);
}

/* Is `at` the rest of the item above: set further to the left, and the line
 * above does not end? */
static bool
is_item_rest(const struct text_reader *reader, size_t at, uint32_t indent)
{
	const struct text_line *line = &reader->lines[at];
	size_t next = read_text_line_next(reader, at);

	if (line->region != REGION_NONE || line->indent + 1 >= indent ||
	    read_text_ends_sentence(reader->lines[at - 1].text))
		return false;
	return read_text_starts_lower(line->text) ||
	       (next < reader->line_count &&
		   is_unmarked(reader, next, indent) &&
		   (line->nbsp_indent || read_text_ends_sentence(line->text)));
}

/* Index behind the list that begins at `at`; `at`: there is none. */
static size_t
unmarked_end(const struct text_reader *reader, size_t at)
{
	uint32_t indent = reader->lines[at].indent;
	size_t count = 0, end = at;

	for (; end < reader->line_count; end++) {
		if (is_unmarked(reader, end, indent))
			count++;
		else if (end == at || !is_item_rest(reader, end, indent))
			break;
	}
	return count >= UNMARKED_LEAST ? end : at;
}

/* Index behind the short lines that are set in below "... these:"; `at`: there
 * are none. */
static size_t
set_in_end(const struct text_reader *reader, size_t at)
{
	enum { SHORT_WIDTH = 60 };
	const struct text_line *lines = reader->lines;
	size_t above = read_text_line_prev(reader, at), end = at;

	if (above == (size_t)-1 || !str_ends(lines[above].text, ":") ||
	    lines[above].indent + UNMARKED_INDENT > lines[at].indent)
		return at;
	while (end < reader->line_count && !lines[end].furniture &&
	       lines[end].region == REGION_NONE &&
	       lines[end].indent == lines[at].indent &&
	       lines[end].width <= SHORT_WIDTH && lines[end].blanks <= 1 &&
	       read_text_starts_upper(lines[end].text) &&
	       !read_text_is_unfinished(lines[end].text))
		end++;
	return end - at >= UNMARKED_LEAST ? end : at;
}

/* Lines set in by no-break spaces, three or more: a word processor's list. */
bool
read_text_unmarked_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *lines = reader->lines;
	const struct text_marker marker = { .kind = MARKER_BULLET };
	uint32_t indent = lines[*at].indent;
	struct pos pos = { lines[*at].line_no, lines[*at].col };
	size_t end;

	if (indent < UNMARKED_INDENT)
		return false;
	end = lines[*at].nbsp_indent ? unmarked_end(reader, *at)
				     : set_in_end(reader, *at);
	if (end == *at)
		return false;
	read_text_lists_close(reader);
	list_begin(reader, indent, pos, &marker);
	for (; *at < end; ++*at) {
		pos = (struct pos){ lines[*at].line_no, lines[*at].col };
		if (lines[*at].indent + 1 >= indent) {
			read_text_close(reader);
			item_open(reader, item_append(reader, pos, &marker),
			    *at, lines[*at].text);
		} else {
			read_text_extend(
			    reader, *at, lines[*at].text, JOIN_SPACE);
		}
	}
	read_text_lists_close(reader);
	return true;
}
