/* read_md_fields: a paragraph whose lines are "Name: value" -> FIELDS; one
 * whose lines are "(a) text" -> a LIST. */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

enum { NAME_BYTES_MAX = 60, NAME_WORDS_MAX = 7 };

/* A line of a paragraph: the inlines from `first` to before `end`. */
struct line {
	struct node *first; /* NULL: nothing stands on it */
	struct node *end;   /* a BREAK, or NULL */
	bool is_soft;       /* begins behind the end of a source line only */
	/* what it begins with, if it is a field's */
	struct str name;
	bool is_strong;
	bool has_value;
	size_t cut;       /* bytes of a plain name and what parts it */
	size_t label_len; /* if it is an item's: of "(a)" */
};

struct lines {
	struct line *items;
	size_t count, cap;
};

static struct lines
split_lines(struct md *md, struct node *paragraph)
{
	struct lines lines = { 0 };
	struct node *node = paragraph->first;
	bool is_soft = false;

	while (node != NULL) {
		struct line *line;

		lines.items = arena_push(md->scratch, lines.items, &lines.count,
		    &lines.cap, sizeof(*lines.items));
		line = &lines.items[lines.count - 1];
		line->first = node;
		line->is_soft = is_soft;
		while (node != NULL && node->kind != NODE_BREAK)
			node = node->next;
		line->end = node;
		if (line->first == line->end)
			line->first = NULL;
		is_soft = node != NULL && (node->flags & MD_SOFT);
		node = node != NULL ? node->next : NULL;
	}
	return lines;
}

/* ---- names ---- */

/* A few words, the first with a capital, that make no sentence. */
static bool
is_name(struct str name)
{
	struct str rest = name;
	size_t words = 1;

	if (name.len < 2 || name.len > NAME_BYTES_MAX ||
	    !utf8_is_upper(utf8_next(&rest)))
		return false;
	while (rest.len > 0) {
		uint32_t c = utf8_next(&rest);

		words += c == ' ';
		if (c < 0x80 && strchr(".!?;:|<>\"", (int)c) != NULL &&
		    !(c == '.' && rest.len > 0 && rest.ptr[0] != ' ') &&
		    !(c == '?' && rest.len == 0))
			return false;
	}
	return words <= NAME_WORDS_MAX;
}

/* A name is plain text: nothing else survives in it. */
static bool
is_plain(const struct node *strong)
{
	for (const struct node *node = strong->first; node != NULL;
	     node = node->next)
		if (node->kind != NODE_TEXT)
			return false;
	return true;
}

/* "**Name:** value" or "**Name**: value". */
static void
find_strong_name(struct md *md, struct line *line)
{
	struct str text = str_trim(doc_text(md->doc->arena, line->first));
	struct node *next = line->first->next;
	struct str after = { NULL, 0 };

	if (next != NULL && next != line->end && next->kind == NODE_TEXT)
		after = next->as.text.text;
	if (str_ends(text, ":"))
		text.len--;
	else if (!str_starts(after, ":"))
		return;
	text = str_trim(text);
	if (!is_name(text))
		return;
	line->name = text;
	line->is_strong = true;
	line->has_value =
	    next != NULL && next != line->end &&
	    !(next->next == line->end &&
		(str_is(str_trim(after), ":") ||
		    (next->kind == NODE_TEXT && str_trim(after).len == 0)));
}

static void
find_plain_name(struct line *line)
{
	struct str text = str_trim(line->first->as.text.text);
	size_t colon = str_find(str_head(text, NAME_BYTES_MAX + 1), ":");
	struct str after, name, value;

	if (read_label_cut(line->first->as.text.text, &name, &value)) {
		line->name = name;
		line->has_value =
		    value.len > 0 || line->first->next != line->end;
		line->cut = (size_t)(value.ptr - line->first->as.text.text.ptr);
		return;
	}
	if (colon == (size_t)-1 || !is_name(str_trim(str_head(text, colon))))
		return;
	after = str_skip(text, colon + 1);
	if (after.len > 0 &&
	    !utf8_is_space(utf8_next(&(struct str){ after.ptr, after.len })))
		return;
	line->name = str_trim(str_head(text, colon));
	line->has_value =
	    str_trim(after).len > 0 || line->first->next != line->end;
}

static void
find_name(struct md *md, struct line *line)
{
	while (line->first != NULL && line->first != line->end &&
	       line->first->kind == NODE_TEXT &&
	       str_trim(line->first->as.text.text).len == 0)
		line->first = line->first->next;
	if (line->first == NULL || line->first == line->end)
		return;
	if (line->first->kind == NODE_STRONG && is_plain(line->first))
		find_strong_name(md, line);
	else if (line->first->kind == NODE_TEXT)
		find_plain_name(line);
}

/* Are these lines fields and nothing else? A line without a name continues a
 * value only where the author's own breaks, or bold names, part the fields. */
static bool
are_fields(const struct lines *lines, bool may_be_alone)
{
	size_t names = 0, strong = 0, others = 0, hard = 0;

	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->items[i];

		names += line->name.len > 0;
		strong += line->is_strong;
		hard += i > 0 && !line->is_soft;
		if (line->name.len > 0)
			continue;
		if (!line->is_soft)
			return false;
		others++;
	}
	if (names == 0 || lines->items[0].name.len == 0)
		return false;
	if (names == 1)
		return may_be_alone && strong == 1 && hard == 0 &&
		       lines->items[0].has_value;
	return others == 0 || strong == names || hard > 0;
}

/* ---- building ---- */

/* Moves the inlines of a line to the end of `to`. */
static void
move_line(struct node *to, const struct line *line)
{
	struct node *node = line->first;

	while (node != NULL && node != line->end) {
		struct node *next = node->next;

		doc_node_unlink(node);
		doc_node_append(to, node);
		node = next;
	}
}

/* Takes the name and its colon off the front of the line. */
static void
cut_name(struct md *md, struct line *line)
{
	struct node *node = line->first;
	size_t cut = line->cut;

	if (node->kind == NODE_STRONG) {
		line->first = node->next;
		doc_node_unlink(node);
		node = line->first;
		if (node == NULL || node == line->end ||
		    node->kind != NODE_TEXT ||
		    !str_starts(node->as.text.text, ":"))
			return;
	}
	if (cut == 0)
		cut = str_find(node->as.text.text, ":") + 1;
	line->first = md_text_split(md, node, cut);
	doc_node_unlink(node);
}

static struct node *
list_for(struct md *md, struct node *paragraph, enum node_kind kind)
{
	struct node *list = paragraph->prev;

	if (list == NULL || list->kind != kind || !(list->flags & MD_MADE)) {
		list = doc_node_new(md->doc->arena, kind, paragraph->pos);
		list->flags |= MD_MADE;
		doc_node_insert_before(paragraph, list);
	}
	list->end_line = paragraph->end_line;
	return list;
}

/* Behind the value so far, a line that continues it. */
static void
continue_value(struct md *md, struct node *value, struct line *line)
{
	struct node *soft =
	    doc_node_new(md->doc->arena, NODE_BREAK, line->first->pos);

	soft->flags |= MD_SOFT;
	doc_node_append(value, soft);
	move_line(value, line);
}

bool
md_fields_take(struct md *md, struct node *paragraph)
{
	struct lines lines = split_lines(md, paragraph);
	bool may_be_alone = paragraph->parent->kind == NODE_DOCUMENT;
	struct node *fields, *value = NULL;

	for (size_t i = 0; i < lines.count; i++)
		find_name(md, &lines.items[i]);
	if (lines.count == 0 || !are_fields(&lines, may_be_alone))
		return false;
	fields = list_for(md, paragraph, NODE_FIELDS);
	for (size_t i = 0; i < lines.count; i++) {
		struct line *line = &lines.items[i];
		struct node *field;

		if (line->name.len == 0) {
			if (line->first != NULL && line->first != line->end)
				continue_value(md, value, line);
			continue;
		}
		field =
		    doc_node_new(md->doc->arena, NODE_FIELD, line->first->pos);
		field->as.field.name = line->name;
		doc_node_append(fields, field);
		cut_name(md, line);
		value = doc_node_new(md->doc->arena, NODE_PARAGRAPH,
		    line->first != NULL ? line->first->pos : field->pos);
		move_line(value, line);
		doc_node_append(field, value);
	}
	doc_node_unlink(paragraph);
	return true;
}

/* ---- lettered items ---- */

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Length of "iv." at the front, or 0: CommonMark has no such lists. */
static size_t
roman_len(struct str text)
{
	size_t at = 0;

	while (at < text.len && strchr("ivx", text.ptr[at]) != NULL &&
	       text.ptr[at] != '\0')
		at++;
	return at > 0 && at <= 5 && at + 1 < text.len && text.ptr[at] == '.' &&
		       text.ptr[at + 1] == ' '
		   ? at + 1
		   : 0;
}

/* Length of "(a)", "(12)", "(iv)" or "a)" at the front, or 0. */
static size_t
label_len(struct str text)
{
	size_t open = str_starts(text, "(") ? 1 : 0, at = open;

	if (roman_len(text) > 0)
		return roman_len(text);
	while (at < text.len && is_small(text.ptr[at]))
		at++;
	if (at == open)
		while (at < text.len && open && text.ptr[at] >= '0' &&
		       text.ptr[at] <= '9')
			at++;
	if (at == open || at - open > (open ? 4U : 1U) || at >= text.len ||
	    text.ptr[at] != ')')
		return 0;
	/* "(see)" is a word; "(viii)" and "(aa)" are not */
	for (size_t i = open; at - open > 2 && i < at; i++)
		if (is_small(text.ptr[i]) &&
		    strchr("ivxl", text.ptr[i]) == NULL)
			return 0;
	at++;
	return at < text.len && text.ptr[at] == ' ' ? at : 0;
}

static bool
are_items(struct lines *lines, size_t least)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->count; i++) {
		struct line *line = &lines->items[i];

		if (line->first != NULL && line->first->kind == NODE_TEXT)
			line->label_len =
			    label_len(str_trim(line->first->as.text.text));
		if (line->label_len == 0 && (i == 0 || !line->is_soft))
			return false;
		count += line->label_len > 0;
	}
	return count >= least;
}

bool
md_letters_take(struct md *md, struct node *paragraph, size_t least)
{
	struct lines lines = split_lines(md, paragraph);
	struct node *list, *text = NULL;

	if (!are_items(&lines, least))
		return false;
	list = list_for(md, paragraph, NODE_LIST);
	list->as.list.ordered = true;
	for (size_t i = 0; i < lines.count; i++) {
		struct line *line = &lines.items[i];
		struct node *item, *first = line->first;
		struct str all;

		if (line->label_len == 0) {
			if (first != NULL && first != line->end)
				continue_value(md, text, line);
			continue;
		}
		item = doc_node_new(md->doc->arena, NODE_ITEM, first->pos);
		all = str_trim(first->as.text.text);
		item->as.item.label = str_head(all, line->label_len);
		line->first = md_text_split(md, first,
		    (size_t)(all.ptr - first->as.text.text.ptr) +
			line->label_len);
		doc_node_unlink(first);
		text = doc_node_new(
		    md->doc->arena, NODE_PARAGRAPH, line->first->pos);
		move_line(text, line);
		doc_node_append(item, text);
		doc_node_append(list, item);
	}
	doc_node_unlink(paragraph);
	return true;
}
