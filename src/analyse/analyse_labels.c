/* analyse_labels: names of cover fields that stand as headings, each above its
 * value, as the forms of decision records are filled in:
 *
 *     DECISION MAKER
 *     Head of Paths
 *
 *     DATE OF DECISION
 *     2 December 2026
 *
 * -> fields. Works on the flat list of blocks, at the head of the draft. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	VALUE_MAX_WORDS = 30,
	HEAD = 4, /* blocks above the first of them */
	LEAST = 2 /* one alone may be a section */
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
