/* analyse_labels: names of cover fields that stand as headings, each above its
 * value, as the forms of decision records are filled in:
 *
 *     DECISION MAKER
 *     Head of Paths
 *
 *     DATE OF DECISION
 *     2 December 2026
 *
 * -> fields; and names of sections with a colon, which look like fields whose
 * values stand below them -> headings. Works on the flat list of blocks. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	VALUE_MAX_WORDS = 30,
	HEAD = 4,  /* blocks above the first of them */
	LEAST = 2, /* one alone may be a section */
	LEVEL = 3  /* as that of any short line that stands alone */
};

/* The label's value: one short block, with the next label below it. */
static struct node *
value_of(struct analysis *a, const struct node *label)
{
	struct node *value = label->next;

	if (label->kind != NODE_HEADING || label->as.heading.number.len > 0 ||
	    !analyse_is_field_name(a, analyse_text(a, label)) ||
	    value == NULL || value->next == NULL ||
	    value->next->kind != NODE_HEADING)
		return NULL;
	if (value->kind == NODE_HEADING
		? value->as.heading.number.len > 0 ||
		      analyse_is_field_name(a, analyse_text(a, value))
		: value->kind != NODE_PARAGRAPH ||
		      value->as.paragraph.number.len > 0)
		return NULL;
	return analyse_word_count(analyse_text(a, value)) <= VALUE_MAX_WORDS
		   ? value
		   : NULL;
}

static void
take(struct analysis *a, struct node *fields, struct node *label)
{
	struct node *value = label->next;
	struct node *field =
	    doc_node_new(a->doc->arena, NODE_FIELD, label->pos);

	field->as.field.name = analyse_text(a, label);
	field->end_line = fields->end_line = value->end_line;
	if (value->kind == NODE_HEADING) {
		value->kind = NODE_PARAGRAPH;
		value->as.paragraph.number = (struct str){ NULL, 0 };
	}
	doc_node_unlink(value);
	doc_node_unlink(label);
	doc_node_append(field, value);
	doc_node_append(fields, field);
}

void
analyse_labels_above(struct analysis *a)
{
	struct node *first = a->doc->root->first, *fields, *end;
	size_t count = 0;

	for (int i = 0; first != NULL && i < HEAD; i++, first = first->next)
		if (value_of(a, first) != NULL)
			break;
	if (first == NULL)
		return;
	for (end = first; end != NULL && value_of(a, end) != NULL;
	     end = end->next->next)
		count++;
	if (count < LEAST)
		return;
	fields = doc_node_new(a->doc->arena, NODE_FIELDS, first->pos);
	doc_node_insert_before(first, fields);
	while (fields->next != end)
		take(a, fields, fields->next);
}

/* ---- sections that look like fields ---- */

/* "Decision:", and its text on the next line. */
static bool
is_label_above(const struct node *field)
{
	return field->first != NULL && field->first->pos.line > field->pos.line;
}

static bool
names_section(struct analysis *a, const struct node *field)
{
	return is_label_above(field) &&
	       !analyse_is_field_name(a, field->as.field.name) &&
	       (analyse_section_role(a, field->as.field.name) != ROLE_NONE ||
		   analyse_names_implication(field->as.field.name));
}

/* A form that has sections of this look has them throughout. */
static bool
may_be_section(struct analysis *a, const struct node *field, bool is_form)
{
	return names_section(a, field) ||
	       (is_form && is_label_above(field) &&
		   !analyse_is_field_name(a, field->as.field.name));
}

/* The field's name becomes a heading and its value what stands below; the
 * fields behind it stay together. */
static void
open_section(struct analysis *a, struct node *fields, struct node *field)
{
	struct arena *arena = a->doc->arena;
	struct node *heading = doc_node_new(arena, NODE_HEADING, field->pos);
	struct node *place = heading;

	heading->as.heading.level = LEVEL;
	heading->end_line = field->pos.line;
	doc_text_append(arena, heading, field->as.field.name, field->pos);
	analyse_fields_split(a, fields, field);
	doc_node_unlink(field);
	doc_node_insert_after(fields, heading);
	while (field->first != NULL) {
		struct node *block = field->first;

		doc_node_unlink(block);
		doc_node_insert_after(place, block);
		place = block;
	}
	if (fields->first == NULL)
		doc_node_unlink(fields);
}

void
analyse_labels_below(struct analysis *a)
{
	struct node *node, *next, *field;
	size_t count = 0;

	if (a->doc->syntax != SYNTAX_TEXT)
		return;
	for (node = a->doc->root->first; node != NULL; node = node->next)
		if (node->kind == NODE_FIELDS)
			for (field = node->first; field; field = field->next)
				count += names_section(a, field);
	for (node = a->doc->root->first; node != NULL && count > 0;
	     node = next) {
		next = node->next;
		if (node->kind != NODE_FIELDS)
			continue;
		field = node->first;
		while (field != NULL && !may_be_section(a, field, count > 1))
			field = field->next;
		if (field == NULL)
			continue;
		open_section(a, node, field);
		next = node->parent != NULL ? node->next : a->doc->root->first;
	}
}
