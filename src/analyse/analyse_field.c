/* analyse_field: paragraphs that are cover fields, and fields that hold a
 * second one: "Report to: Council Date of Meeting: 21 January 2026". Goes by
 * the names that councils give their fields. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	VALUE_MAX_WORDS = 20, /* longer than that is prose */
	NAME_MAX_WORDS = 7
};

static struct node *
make_fields(struct analysis *a, struct node *node, struct str name)
{
	struct arena *arena = a->doc->arena;
	struct node *fields = doc_node_new(arena, NODE_FIELDS, node->pos);
	struct node *field = doc_node_new(arena, NODE_FIELD, node->pos);

	fields->end_line = field->end_line = node->end_line;
	field->as.field.name = str_copy(arena, name);
	doc_node_append(fields, field);
	doc_node_insert_before(node, fields);
	doc_node_unlink(node);
	doc_node_append(field, node);
	return fields;
}

/* "Report to", and on the next line "Council" */
static struct node *
take_two_lines(struct analysis *a, struct node *node)
{
	struct node *name = node->first, *value = node->last;

	if (name == NULL || name == value || name->kind != NODE_TEXT ||
	    value->kind != NODE_TEXT ||
	    (name->next != value && name->next->kind != NODE_BREAK) ||
	    (name->next != value && name->next->next != value) ||
	    !analyse_is_cover_name(a, name->as.text.text))
		return NULL;
	while (node->first != value)
		doc_node_unlink(node->first);
	return make_fields(a, node, str_trim(name->as.text.text));
}

struct node *
analyse_field_of(struct analysis *a, struct node *node, bool at_head)
{
	struct str text = doc_text(a->scratch, node), name, first = text;
	size_t colon = str_find(text, ": ");

	if (text.len == 0 || !utf8_is_upper(utf8_next(&first)) ||
	    node->as.paragraph.number.len > 0 ||
	    analyse_word_count(text) > VALUE_MAX_WORDS)
		return NULL;
	if (colon == (size_t)-1)
		return at_head ? take_two_lines(a, node) : NULL;
	name = str_head(text, colon);
	if (at_head ? !analyse_is_field_name(a, name)
		    : !analyse_is_cover_name(a, name))
		return NULL;
	/* the words in the tree may stand on several lines; the name may not */
	if (node->first->kind != NODE_TEXT ||
	    !str_starts(node->first->as.text.text,
		str_printf(a->scratch, "%.*s: ", STR_ARG(name)).ptr))
		return NULL;
	analyse_text_cut(node, colon + 2);
	return make_fields(a, node, name);
}

/* ---- two on a line ---- */

/* One word of prose may be a field's name too ("Council: ..."). */
static bool
parts_fields(struct analysis *a, struct str name)
{
	struct str rest = name;

	return rest.len > 0 && utf8_is_upper(utf8_next(&rest)) &&
	       (analyse_word_count(name) >= 2 ||
		   analyse_is_cover_name(a, name)) &&
	       analyse_is_field_name(a, name);
}

/* "... | Date: 3 May": behind a bar one word is enough. */
static bool
is_behind_bar(struct analysis *a, struct str text, size_t at, size_t colon)
{
	return at > 2 && text.ptr[at - 1] == ' ' && text.ptr[at - 2] == '|' &&
	       analyse_is_field_name(
		   a, str_range(text.ptr + at, text.ptr + colon));
}

/* The longest name that ends at the colon, with a value before it. */
static bool
find_name(struct analysis *a, struct str text, size_t colon, size_t *begin)
{
	size_t at = colon;
	bool found = false;

	for (int words = 0; words < NAME_MAX_WORDS && at > 0; words++) {
		while (at > 0 && text.ptr[at - 1] != ' ')
			at--;
		if (at > 0 && (is_behind_bar(a, text, at, colon) ||
				  parts_fields(a, str_range(text.ptr + at,
						      text.ptr + colon)))) {
			*begin = at;
			found = true;
		}
		while (at > 0 && text.ptr[at - 1] == ' ')
			at--;
	}
	return found;
}

static void
part_field(struct analysis *a, struct node *field)
{
	struct node *paragraph = field->first, *text, *added;
	struct str whole;
	size_t colon = 0, begin;
	struct pos pos;

	if (paragraph == NULL || paragraph != field->last ||
	    paragraph->kind != NODE_PARAGRAPH || paragraph->first == NULL ||
	    paragraph->first != paragraph->last ||
	    paragraph->first->kind != NODE_TEXT)
		return;
	text = paragraph->first;
	whole = text->as.text.text;
	for (;; colon++) {
		size_t at = str_find(str_skip(whole, colon), ": ");

		if (at == (size_t)-1)
			return;
		colon += at;
		if (find_name(a, whole, colon, &begin))
			break;
	}
	pos = text->pos;
	pos.col += (uint32_t)utf8_count(str_head(whole, begin));
	added = doc_node_new(a->doc->arena, NODE_FIELD, pos);
	added->as.field.name = str_range(whole.ptr + begin, whole.ptr + colon);
	pos.col += (uint32_t)utf8_count(added->as.field.name) + 2;
	doc_paragraph_append(
	    a->doc->arena, added, str_skip(whole, colon + 2), pos);
	doc_repair(a->doc, added->pos, "split-field", whole,
	    str_printf(a->scratch, "%.*s | %.*s",
		STR_ARG(str_trim(str_head(whole, begin))),
		STR_ARG(str_skip(whole, begin))));
	text->as.text.text = str_trim(str_head(whole, begin));
	if (str_ends(text->as.text.text, " |"))
		text->as.text.text = str_trim(
		    str_head(text->as.text.text, text->as.text.text.len - 1));
	doc_node_insert_after(field, added);
}

void
analyse_fields_part(struct analysis *a, struct node *fields)
{
	if (a->options->no_repair)
		return;
	for (struct node *field = fields->first; field; field = field->next)
		if (analyse_is_field_name(a, field->as.field.name))
			part_field(a, field);
}

/* ---- a paper behind the paper ---- */

/* A heading with a cover of its own below it, and it is not the first: another
 * document was appended. */
bool
analyse_opens_part(struct analysis *a, const struct node *heading)
{
	const struct node *fields = heading->next;
	size_t names = 0;

	if (heading->kind != NODE_HEADING || heading->role != ROLE_NONE ||
	    heading->as.heading.number.len > 0 || fields == NULL ||
	    fields->kind != NODE_FIELDS)
		return false;
	for (const struct node *field = fields->first; field;
	     field = field->next)
		names += analyse_is_cover_name(a, field->as.field.name);
	return names >= 2;
}
