/* analyse_bullet: an action on one line, with its labels behind its title:
 *
 *     - Mend the wall. Owner: Ann Lee; Due: 3 May 2026; Status: Red
 *
 * becomes a title and fields below it, as records have them (analyse_form). */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	LABEL_MAX_WORDS = 6, /* before the colon */
	LABEL_MAX = 48,      /* bytes */
	BARE_MAX_WORDS = 3,  /* where nothing parts it from what is before */
	LABELS_MIN = 2       /* of owner, state, date and the like */
};

/* The length of the label that a text begins with; 0: there is none. */
static size_t
label_len(struct str text)
{
	size_t at = str_find(str_head(text, LABEL_MAX), ":");
	struct str label = str_head(text, at), rest = label;

	if (at == (size_t)-1 || at == 0 || at + 1 >= text.len ||
	    text.ptr[at + 1] != ' ' ||
	    analyse_word_count(label) > LABEL_MAX_WORDS ||
	    str_find(label, ". ") != (size_t)-1 ||
	    str_find(label, ";") != (size_t)-1 ||
	    str_find(label, "|") != (size_t)-1)
		return 0;
	return utf8_is_upper(utf8_next(&rest)) ? at : 0;
}

/* A label may stand behind what ends a sentence or parts things. */
static size_t
gap_len(struct str text)
{
	static const char *const gaps[] = { ". ", "; ", " | ", " - ", " – ",
		" — ", " (", "! ", "? ", NULL };

	for (size_t i = 0; gaps[i] != NULL; i++)
		if (str_starts(text, gaps[i]))
			return str_from(gaps[i]).len;
	return 0;
}

/* Behind the first label, labels are parted by a semicolon or a bar: sentences
 * may hold colons. */
static size_t
separator_len(struct str text)
{
	if (str_starts(text, "; "))
		return 2;
	return str_starts(text, " | ") ? 3 : 0;
}

/* The label of an owner, a state, a date or what was done, wherever a word
 * begins: "Owner: J Smith Due: May 2024 Status: Green". */
static bool
begins_label(struct analysis *a, struct str text)
{
	size_t len = label_len(text);
	enum column_role role;

	if (len == 0 ||
	    analyse_word_count(str_head(text, len)) > BARE_MAX_WORDS)
		return false;
	role = analyse_column_role(a, str_head(text, len));
	/* "Due: Original: May Revised: June" is one date that moved */
	if ((role == COLUMN_ROLE_ORIGINAL_DUE ||
		role == COLUMN_ROLE_REVISED_DUE) &&
	    analyse_word_count(str_head(text, len)) == 1)
		return false;
	return analyse_is_sign(role) || role == COLUMN_ROLE_PROGRESS ||
	       role == COLUMN_ROLE_NEXT;
}

static bool
is_known(struct analysis *a, struct str label)
{
	enum column_role role = analyse_column_role(a, label);

	return role != COLUMN_ROLE_OTHER && role != COLUMN_ROLE_ACTION;
}

/* Where the first known label begins; `*title` is what stands before it. */
static size_t
first_label(struct analysis *a, struct str text, struct str *title)
{
	for (size_t i = 1; i < text.len; i++) {
		size_t gap = gap_len(str_skip(text, i)), len;
		struct str rest = str_skip(text, i + gap);

		if (gap == 0 || (len = label_len(rest)) == 0 ||
		    !is_known(a, str_head(rest, len)))
			continue;
		*title = str_trim(str_head(text, i));
		return i + gap;
	}
	return 0;
}

/* Does a label begin behind what parts them? In "; Bob Orr Due: May" it is not
 * "Bob Orr Due". */
static bool
begins_parted(struct analysis *a, struct str text)
{
	size_t len = label_len(text);

	if (len == 0 || is_known(a, str_head(text, len)))
		return len > 0;
	for (size_t at = 1; at < len; at++)
		if (text.ptr[at - 1] == ' ' &&
		    begins_label(a, str_skip(text, at)))
			return false;
	return true;
}

/* Cuts the next "Label: value" off the front. */
static bool
next_label(
    struct analysis *a, struct str *rest, struct str *label, struct str *value)
{
	size_t len = label_len(*rest), at;

	if (len == 0)
		return false;
	*label = str_head(*rest, len);
	for (at = len + 1; at < rest->len; at++) {
		size_t gap = separator_len(str_skip(*rest, at));
		bool is_parted =
		    gap > 0 && begins_parted(a, str_skip(*rest, at + gap));

		if (!is_parted && rest->ptr[at] == ' ' &&
		    begins_label(a, str_skip(*rest, at + 1))) {
			gap = 1;
			is_parted = true;
		}
		if (!is_parted)
			continue;
		*value =
		    str_trim(str_range(rest->ptr + len + 1, rest->ptr + at));
		*rest = str_skip(*rest, at + gap);
		return true;
	}
	*value = str_trim(str_skip(*rest, len + 1));
	if (str_ends(*value, "|") || str_ends(*value, ";"))
		*value = str_trim(str_head(*value, value->len - 1));
	*rest = str_skip(*rest, rest->len);
	return true;
}

bool
analyse_label_value(struct analysis *a, struct str text, enum column_role role,
    struct str *value)
{
	struct str label, title;
	size_t len = label_len(text);
	size_t at = len > 0 && is_known(a, str_head(text, len))
			? 0
			: first_label(a, text, &title);

	if (at == 0 && len == 0)
		return false;
	text = str_skip(text, at);
	while (next_label(a, &text, &label, value))
		if (analyse_column_role(a, label) == role && value->len > 0)
			return true;
	return false;
}

/* Do fields below go on with more labels on their lines? A narrow window
 * breaks such a line where it likes. */
static bool
goes_on(struct analysis *a, const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next) {
		struct str value = doc_text(a->scratch, field);

		if (str_ends(value, ";") || str_ends(value, "|"))
			return true;
		for (size_t at = 0; at < value.len; at++) {
			size_t gap = separator_len(str_skip(value, at));

			if (gap > 0 && label_len(str_skip(value, at + gap)) > 0)
				return true;
		}
	}
	return false;
}

static bool
are_paragraphs(const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next)
		for (const struct node *block = field->first; block;
		     block = block->next)
			if (block->kind != NODE_PARAGRAPH)
				return false;
	return true;
}

/* The paragraph, and the fields below it if its line goes on there; a new node
 * then, and `*fields` is what it has taken in. */
static const struct node *
gather(struct analysis *a, const struct node *paragraph,
    const struct node **fields)
{
	struct arena *arena = a->doc->arena;
	const struct node *next = paragraph->next;
	struct node *whole;

	*fields = NULL;
	if (next == NULL || next->kind != NODE_FIELDS ||
	    !are_paragraphs(next) || !goes_on(a, next))
		return paragraph;
	*fields = next;
	whole = doc_node_copy(arena, paragraph);
	for (const struct node *field = next->first; field;
	     field = field->next) {
		doc_text_append(arena, whole,
		    str_printf(arena, " %.*s: ", STR_ARG(field->as.field.name)),
		    field->pos);
		for (const struct node *block = field->first; block;
		     block = block->next)
			doc_node_move_children(
			    whole, doc_node_copy(arena, block));
	}
	return whole;
}

bool
analyse_has_labels(struct analysis *a, const struct node *paragraph)
{
	struct str text, title, label, value;
	const struct node *fields;
	size_t at, signs = 0;

	if (paragraph == NULL || paragraph->kind != NODE_PARAGRAPH)
		return false;
	text = doc_text(a->scratch, gather(a, paragraph, &fields));
	at = first_label(a, text, &title);
	if (at == 0)
		return false;
	text = str_skip(text, at);
	while (next_label(a, &text, &label, &value))
		signs += analyse_is_sign(analyse_column_role(a, label));
	return signs >= LABELS_MIN;
}

/* Appends the field whose value is that part of `whole`'s text. */
static void
add_field(struct analysis *a, struct node *fields, const struct node *whole,
    struct str text, struct str label, struct str value)
{
	struct arena *arena = a->doc->arena;
	struct node *field = doc_node_new(arena, NODE_FIELD, fields->pos);
	size_t from = (size_t)(value.ptr - text.ptr);

	field->as.field.name = str_copy(arena, label);
	field->end_line = fields->end_line;
	if (value.len > 0) {
		struct node *part =
		    analyse_text_part(a, whole, from, from + value.len);

		part->as.paragraph.number.len = 0;
		field->pos = part->pos;
		doc_node_append(field, part);
	}
	doc_node_append(fields, field);
}

void
analyse_labels_open(struct analysis *a, struct node *paragraph)
{
	const struct node *more;
	const struct node *whole = gather(a, paragraph, &more);
	struct str text = doc_text(a->scratch, whole), rest, title, label,
		   value;
	struct node *fields =
	    doc_node_new(a->doc->arena, NODE_FIELDS, paragraph->pos);
	struct node *kept;

	rest = str_skip(text, first_label(a, text, &title));
	kept = analyse_text_part(a, whole, 0, title.len);
	fields->end_line = more != NULL ? more->end_line : paragraph->end_line;
	while (next_label(a, &rest, &label, &value))
		add_field(a, fields, whole, text, label, value);
	if (more != NULL)
		doc_node_unlink(paragraph->next);
	while (paragraph->first != NULL)
		doc_node_unlink(paragraph->first);
	doc_node_move_children(paragraph, kept);
	doc_node_insert_after(paragraph, fields);
}

/* ---- several fields on one line ---- */

/* Does the text begin with a label, and have more? */
static bool
are_pairs(struct analysis *a, struct str text)
{
	struct str label, value;
	size_t signs = 0;

	if (!begins_label(a, text))
		return false;
	while (next_label(a, &text, &label, &value))
		signs += analyse_is_sign(analyse_column_role(a, label));
	return signs >= LABELS_MIN;
}

static void
add_pairs(struct analysis *a, struct node *fields, const struct node *whole)
{
	struct str text = doc_text(a->scratch, whole), rest = text, label,
		   value;

	while (next_label(a, &rest, &label, &value))
		add_field(a, fields, whole, text, label, value);
}

/* The field as the line that it was, if it is one paragraph; else NULL. */
static struct node *
line_of_field(struct analysis *a, const struct node *field)
{
	struct arena *arena = a->doc->arena;
	struct node *whole;

	if (field->first == NULL || field->first != field->last ||
	    field->first->kind != NODE_PARAGRAPH)
		return NULL;
	whole = doc_node_new(arena, NODE_PARAGRAPH, field->pos);
	doc_text_append(arena, whole,
	    str_printf(arena, "%.*s: ", STR_ARG(field->as.field.name)),
	    field->pos);
	doc_node_move_children(whole, doc_node_copy(arena, field->first));
	return whole;
}

static void
open_fields(struct analysis *a, struct node *fields)
{
	struct node *next;

	for (struct node *field = fields->first; field; field = next) {
		struct node *whole = line_of_field(a, field), *pairs;

		next = field->next;
		if (whole == NULL || !are_pairs(a, doc_text(a->scratch, whole)))
			continue;
		pairs = doc_node_new(a->doc->arena, NODE_FIELDS, field->pos);
		pairs->end_line = field->end_line;
		add_pairs(a, pairs, whole);
		while (pairs->first != NULL) {
			struct node *pair = pairs->first;

			doc_node_unlink(pair);
			doc_node_insert_before(field, pair);
		}
		doc_node_unlink(field);
	}
}

/* The first line below another that is several fields: "Action 1 Mend the wall"
 * above "Owner: Ann Lee | Due: May 2026". */
static bool
line_of_pairs(
    struct analysis *a, const struct node *node, size_t *from, size_t *to)
{
	struct str whole = doc_text(a->scratch, node), none, rest;
	size_t at = 0;

	for (const struct node *text = node->first; text; text = text->next) {
		struct str line;
		size_t found;

		if (text->kind != NODE_TEXT)
			continue;
		line = str_fold(a->scratch, text->as.text.text);
		found = str_find(str_skip(whole, at), line.ptr);
		if (line.len == 0 || found == (size_t)-1)
			continue;
		*from = at + found;
		*to = at = *from + line.len;
		if (*from == 0 || text->prev->pos.line == text->pos.line ||
		    !are_pairs(a, line))
			continue;
		/* nothing above or below may belong to it */
		rest = str_trim(str_skip(whole, *to));
		return first_label(a, str_head(whole, *from), &none) == 0 &&
		       label_len(whole) == 0 && label_len(rest) == 0 &&
		       first_label(a, rest, &none) == 0 &&
		       (rest.len == 0 || (utf8_is_upper(utf8_next(&rest)) &&
					     str_ends(whole, ".")));
	}
	return false;
}

/* The lines above those fields and below them become paragraphs. */
static void
lines_part(struct analysis *a, struct node *node)
{
	size_t from, to, end = doc_text(a->scratch, node).len;
	struct node *fields, *part, *rest;

	if (!line_of_pairs(a, node, &from, &to))
		return;
	part = analyse_text_part(a, node, from, to);
	rest = to < end ? analyse_text_part(a, node, to, end) : NULL;
	fields = doc_node_new(a->doc->arena, NODE_FIELDS, part->pos);
	fields->end_line = part->pos.line;
	add_pairs(a, fields, part);
	part = analyse_text_part(a, node, 0, from);
	while (node->first != NULL)
		doc_node_unlink(node->first);
	doc_node_move_children(node, part);
	node->end_line = fields->pos.line - 1;
	doc_node_insert_after(node, fields);
	if (rest == NULL || rest->first == NULL)
		return;
	rest->as.paragraph.number.len = 0;
	doc_node_insert_after(fields, rest);
}

struct node *
analyse_pairs_open(struct analysis *a, struct node *node)
{
	struct node *fields;

	if (node->kind == NODE_FIELDS) {
		open_fields(a, node);
		return node;
	}
	/* lines of an item are broken where a window broke them */
	if (node->kind == NODE_PARAGRAPH && node->parent->kind != NODE_ITEM)
		lines_part(a, node);
	if (node->kind != NODE_PARAGRAPH || node->as.paragraph.number.len > 0 ||
	    !are_pairs(a, doc_text(a->scratch, node)))
		return node;
	fields = doc_node_new(a->doc->arena, NODE_FIELDS, node->pos);
	fields->end_line = node->end_line;
	add_pairs(a, fields, node);
	doc_node_insert_before(node, fields);
	doc_node_unlink(node);
	return fields;
}

/* ---- the same with bars between the labels, taken for a table ---- */

/* NULL: there is more in the row than paragraphs. */
static struct node *
paragraph_of_row(struct analysis *a, const struct node *row)
{
	struct arena *arena = a->doc->arena;
	struct node *paragraph = doc_node_new(arena, NODE_PARAGRAPH, row->pos);
	struct str text;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		if (cell->prev != NULL)
			doc_text_append(arena, paragraph,
			    (struct str)STR(" | "), cell->pos);
		for (const struct node *block = cell->first; block;
		     block = block->next) {
			if (block->kind != NODE_PARAGRAPH)
				return NULL;
			doc_node_move_children(
			    paragraph, doc_node_copy(arena, block));
		}
	}
	text = doc_text(a->scratch, paragraph);
	if (str_starts(text, "- ") || str_starts(text, "* "))
		analyse_text_cut(paragraph, 2);
	else if (str_starts(text, "• "))
		analyse_text_cut(paragraph, sizeof("• ") - 1);
	paragraph->end_line = row->end_line;
	return paragraph;
}

struct node *
analyse_bars_open(struct analysis *a, struct node *table)
{
	struct node *list = doc_node_new(a->doc->arena, NODE_LIST, table->pos);

	for (const struct node *row = table->first; row; row = row->next) {
		struct node *item =
		    doc_node_new(a->doc->arena, NODE_ITEM, row->pos);

		struct node *paragraph;

		if (row->kind != NODE_ROW || row->as.row.is_header ||
		    (paragraph = paragraph_of_row(a, row)) == NULL)
			return NULL;
		doc_node_append(item, paragraph);
		if (!analyse_has_labels(a, paragraph))
			return NULL;
		item->end_line = row->end_line;
		doc_node_append(list, item);
	}
	if (list->first == NULL)
		return NULL;
	list->end_line = table->end_line;
	doc_node_insert_before(table, list);
	doc_node_unlink(table);
	return list;
}
