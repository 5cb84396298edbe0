/* analyse_card: actions written as cards, one below the other, each of which
 * begins with the same label:
 *
 *     Action 1a: Mend the wall          1a Mend the wall
 *     Owner: Ann Lee              ->    Owner: Ann Lee
 *     Status: Green                     Status: Green
 *
 * Gets fields, and tables of two columns that are fields, on the flat list of
 * blocks; leaves a paragraph with the action and fields below it, as records
 * have them (analyse_form). What is no card stays. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	LABEL_MAX_WORDS = 5,
	SIGNS_MIN = 2, /* labels of owner, state or date in a card */
	COVER_MAX = 12 /* fields of a cover that may stand above cards */
};

/* "Action 1a", "Recommendation 3": a word for actions and a number behind it,
 * which may be empty. */
static bool
split_label(struct analysis *a, struct str label, struct str *number)
{
	size_t space = str_find(label, " ");
	struct str rest;

	*number = (struct str){ NULL, 0 };
	if (analyse_column_role(a, label) == COLUMN_ROLE_ACTION)
		return true;
	if (space == (size_t)-1 ||
	    analyse_column_role(a, str_head(label, space)) !=
		COLUMN_ROLE_ACTION)
		return false;
	return analyse_number_split(
		   str_trim(str_skip(label, space)), number, &rest) &&
	       rest.len == 0;
}

bool
analyse_label_number(
    struct analysis *a, struct str text, struct str *number, struct str *rest)
{
	static const char *const marks[] = { ": ", " – ", " - ", " — ", ". ",
		" ", NULL };
	size_t space = str_find(text, " ");
	struct str behind = str_trim(str_skip(text, space));

	if (space == (size_t)-1 ||
	    analyse_column_role(a, str_head(text, space)) != COLUMN_ROLE_ACTION)
		return false;
	for (size_t i = 0; marks[i] != NULL; i++) {
		size_t at = str_find(behind, marks[i]);
		struct str none;

		if (at == (size_t)-1 ||
		    !analyse_number_split(
			str_head(behind, at), number, &none) ||
		    none.len > 0)
			continue;
		*rest = str_trim(str_skip(behind, at + str_from(marks[i]).len));
		return rest->len > 0;
	}
	return false;
}

/* ---- the fields of a card ---- */

/* What a card's first label is, whatever its number. */
struct head {
	bool is_id;     /* "Ref: R1": the action comes below */
	struct str key; /* "action" */
};

static bool
head_of(struct analysis *a, const struct node *field, struct head *head)
{
	struct str name = field->as.field.name, number;

	head->is_id = analyse_column_role(a, name) == COLUMN_ROLE_ID;
	head->key = analyse_key(a, name);
	if (head->is_id)
		return true;
	if (!split_label(a, name, &number))
		return false;
	if (number.len > 0)
		head->key = str_head(head->key, str_find(head->key, " "));
	return true;
}

static bool
begins_card(
    struct analysis *a, const struct node *field, const struct head *head)
{
	struct head other;

	return head_of(a, field, &other) && other.is_id == head->is_id &&
	       str_eq(other.key, head->key);
}

/* Is the field's value a number, or nothing at all? */
static bool
is_bare(struct analysis *a, const struct node *field, struct str *number)
{
	struct str text = doc_text(a->scratch, field), rest;

	*number = (struct str){ NULL, 0 };
	return text.len == 0 ||
	       (analyse_number_split(text, number, &rest) && rest.len == 0);
}

/* The field whose value says what is to be done: the card's first, or one
 * below a first that only numbers it. */
static struct node *
title_of(struct analysis *a, struct node *first, const struct node *end,
    const struct head *head, struct str *number)
{
	struct str label;

	split_label(a, first->as.field.name, number);
	if (!head->is_id && !is_bare(a, first, &label))
		return first;
	if (!head->is_id && number->len == 0)
		*number = label;
	for (struct node *field = first->next; field != end;
	     field = field->next)
		if (analyse_column_role(a, field->as.field.name) ==
			COLUMN_ROLE_ACTION &&
		    field->first != NULL &&
		    field->first->kind == NODE_PARAGRAPH)
			return field;
	return NULL;
}

static const struct node *
card_end(struct analysis *a, const struct node *first, const struct head *head)
{
	const struct node *field = first->next;

	while (field != NULL && !begins_card(a, field, head))
		field = field->next;
	return field;
}

/* How many cards the fields are, from that one on; 0: they are something
 * else. */
static size_t
card_count_from(struct analysis *a, struct node *first, struct head *head)
{
	size_t count = 0;

	if (first == NULL || !head_of(a, first, head))
		return 0;
	while (first != NULL) {
		struct node *end = (struct node *)card_end(a, first, head);
		struct str number;
		size_t signs = 0;

		for (struct node *field = first; field != end;
		     field = field->next)
			signs += analyse_is_sign(
			    analyse_column_role(a, field->as.field.name));
		if (signs < SIGNS_MIN ||
		    title_of(a, first, end, head, &number) == NULL)
			return 0;
		count++;
		first = end;
	}
	return count;
}

static size_t
card_count(struct analysis *a, struct node *fields, struct head *head)
{
	return card_count_from(a, fields->first, head);
}

/* "Date: ..." and "Report to: ..." of the paper's cover, in front of the first
 * card, are taken off. */
static void
cover_part(struct analysis *a, struct node *fields)
{
	struct node *field = fields->first;
	struct head head;
	size_t before = 0;

	while (field != NULL && before <= COVER_MAX &&
	       card_count_from(a, field, &head) < 2) {
		field = field->next;
		before++;
	}
	if (field != NULL && before > 0 && before <= COVER_MAX)
		analyse_fields_split(a, fields, field->prev);
}

/* ---- tables of labels and values ---- */

static bool
is_card_table(struct analysis *a, const struct node *table)
{
	const struct node *row = analyse_first_row(table);
	size_t signs = 0, actions = 0;

	if (table->as.table.column_count != 2 || row == NULL ||
	    row != table->first)
		return false;
	for (; row != NULL; row = row->next) {
		struct str label = analyse_cell_text(a, row, 0), number;

		if (label.len == 0 || row->as.row.is_header ||
		    analyse_word_count(label) > LABEL_MAX_WORDS)
			return false;
		signs += analyse_is_sign(analyse_column_role(a, label));
		actions += split_label(a, label, &number);
	}
	return signs >= SIGNS_MIN && actions > 0;
}

static void
table_open(struct analysis *a, struct node *table)
{
	struct arena *arena = a->doc->arena;
	struct node *fields = doc_node_new(arena, NODE_FIELDS, table->pos);

	for (struct node *row = table->first; row; row = row->next) {
		struct node *field = doc_node_new(arena, NODE_FIELD, row->pos);

		field->as.field.name = analyse_text(a, row->first);
		field->end_line = row->end_line;
		doc_node_move_children(field, row->last);
		doc_node_append(fields, field);
	}
	fields->end_line = table->end_line;
	doc_node_insert_before(table, fields);
	doc_node_unlink(table);
}

/* ---- taking cards apart ---- */

/* The card's action as a paragraph before its other fields. */
static void
card_open(struct analysis *a, struct node *place, struct node *first,
    const struct node *end, const struct head *head)
{
	struct arena *arena = a->doc->arena;
	struct node *fields = doc_node_new(arena, NODE_FIELDS, first->pos);
	struct node *paragraph, *next, *title;
	struct str number, none;

	title = title_of(a, first, end, head, &number);
	paragraph = title->first;
	paragraph->as.paragraph.number = str_copy(arena, number);
	paragraph->role = ROLE_ACTION;
	paragraph->pos = first->pos;
	doc_node_unlink(paragraph);
	doc_node_insert_before(place, paragraph);
	doc_node_insert_before(place, fields);
	for (struct node *field = first; field != end; field = next) {
		bool is_done = (field == title && title->first == NULL) ||
			       (field == first && title != first &&
				   !head->is_id && is_bare(a, first, &none));

		next = field->next;
		doc_node_unlink(field);
		fields->end_line = field->end_line;
		if (!is_done) {
			doc_node_append(fields, field);
			continue;
		}
		/* its number is the paragraph's; the table says the rest */
		split_label(a, field->as.field.name, &none);
		doc_drop(a->doc, field->pos, "repeated-label",
		    none.len == 0 ? field->as.field.name
				  : str_head(field->as.field.name,
					str_find(field->as.field.name, " ")));
	}
}

static struct node *
cards_open(struct analysis *a, struct node *fields, const struct head *head)
{
	struct node *first = fields->first, *next = fields->next;

	while (first != NULL) {
		struct node *end = (struct node *)card_end(a, first, head);

		card_open(a, fields, first, end, head);
		first = end;
	}
	doc_node_unlink(fields);
	return next;
}

/* Does the heading above belong to this one card, and say itself what is to be
 * done? */
static bool
is_below_title(struct analysis *a, const struct node *fields)
{
	const struct node *above = fields->prev;
	struct str number, rest;

	if (above == NULL || above->role == ROLE_TITLE)
		return false;
	if (above->kind == NODE_HEADING)
		return true;
	return above->kind == NODE_PARAGRAPH &&
	       (above->as.paragraph.number.len > 0 ||
		   analyse_label_number(
		       a, doc_text(a->scratch, above), &number, &rest));
}

/* Where each card has a heading of its own, that is the action. */
static bool
are_cards(struct analysis *a)
{
	size_t alone = 0, below = 0;

	for (struct node *node = a->doc->root->first; node; node = node->next) {
		struct head head;
		size_t count =
		    node->kind == NODE_FIELDS ? card_count(a, node, &head) : 0;

		if (count > 1 || (count == 1 && !is_below_title(a, node)))
			alone += count;
		else
			below += count;
	}
	return alone > 0;
}

/* Below "Recommendation 1" alone a label says what is recommended. */
static void
number_open(struct analysis *a, struct node *fields)
{
	struct node *above = fields->prev, *title = fields->first, *paragraph;
	struct str text, number;
	size_t signs = 0;

	if (above == NULL || above->role == ROLE_TITLE ||
	    (above->kind != NODE_HEADING && above->kind != NODE_PARAGRAPH))
		return;
	text = doc_text(a->scratch, above);
	if (!split_label(a, text, &number) || number.len == 0)
		return;
	for (struct node *field = title; field; field = field->next)
		signs += analyse_is_sign(
		    analyse_column_role(a, field->as.field.name));
	while (title != NULL && (analyse_column_role(a, title->as.field.name) !=
					COLUMN_ROLE_ACTION ||
				    title->first == NULL ||
				    title->first->kind != NODE_PARAGRAPH ||
				    title->first->next != NULL))
		title = title->next;
	if (signs < SIGNS_MIN || title == NULL)
		return;
	paragraph = title->first;
	paragraph->as.paragraph.number = str_copy(a->doc->arena, number);
	paragraph->role = ROLE_ACTION;
	doc_node_unlink(paragraph);
	doc_node_insert_before(above, paragraph);
	paragraph->pos = above->pos;
	doc_drop(a->doc, above->pos, "repeated-label",
	    str_copy(a->doc->arena, str_head(text, str_find(text, " "))));
	doc_drop(a->doc, title->pos, "repeated-label", title->as.field.name);
	doc_node_unlink(above);
	doc_node_unlink(title);
}

void
analyse_cards(struct analysis *a)
{
	struct node *node, *next;
	struct head head;

	for (node = a->doc->root->first; node != NULL; node = next) {
		next = node->next;
		if (node->kind == NODE_FIELDS) {
			number_open(a, node);
			cover_part(a, node);
		}
		if (node->kind == NODE_TABLE && is_card_table(a, node))
			table_open(a, node);
	}
	if (!are_cards(a))
		return;
	for (node = a->doc->root->first; node != NULL;)
		if (node->kind == NODE_FIELDS && card_count(a, node, &head) > 0)
			node = cards_open(a, node, &head);
		else
			node = node->next;
}
