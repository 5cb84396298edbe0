/* analyse_headline: the paragraphs at a draft's head, line by line. Copied text
 * loses the space between lines, so that the body's name, the title, who
 * reports and the first section's heading may stand in one paragraph, or below
 * a field that is none. Works on the flat list of blocks; does not choose the
 * title. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { SECTION_MAX_WORDS = 4, SECTION_LEVEL = 3 };

static bool
is_head_line(struct analysis *a, struct str text)
{
	return analyse_head_line(a, text, HEAD_SURE).kind != HEAD_NONE;
}

bool
analyse_is_lines(const struct node *paragraph)
{
	for (const struct node *node = paragraph->first; node;
	     node = node->next)
		if (node->kind != NODE_TEXT && node->kind != NODE_BREAK)
			return false;
	return paragraph->first != NULL;
}

/* "Date of meeting: 15 July 2027": the name's length, or 0. */
static size_t
field_name_len(struct analysis *a, struct str text)
{
	size_t at = str_find(text, ": ");

	return at != (size_t)-1 && analyse_is_field_name(a, str_head(text, at))
		   ? at
		   : 0;
}

static void
field_before(struct analysis *a, struct node *place, struct node *line)
{
	struct arena *arena = a->doc->arena;
	struct str text = str_trim(line->as.text.text);
	size_t len = field_name_len(a, text);
	struct str value = str_trim(str_skip(text, len + 1));
	struct pos pos = line->pos;
	struct node *fields = place->prev;
	struct node *field = doc_node_new(arena, NODE_FIELD, line->pos);

	if (fields == NULL || fields->kind != NODE_FIELDS) {
		fields = doc_node_new(arena, NODE_FIELDS, line->pos);
		doc_node_insert_before(place, fields);
	}
	field->as.field.name = str_head(text, len);
	doc_node_append(fields, field);
	pos.col += (uint32_t)utf8_count(str_range(text.ptr, value.ptr));
	doc_paragraph_append(arena, field, value, pos);
	fields->end_line = line->pos.line;
	doc_node_unlink(line);
}

static void
line_before(
    struct analysis *a, struct node *place, struct node *line, bool is_quiet)
{
	struct node *own = place->prev;

	if (is_quiet || own == NULL || own->kind != NODE_PARAGRAPH ||
	    (own->flags & NODE_QUIET) || own->end_line + 1 != line->pos.line) {
		own = doc_node_new(a->doc->arena, NODE_PARAGRAPH, line->pos);
		own->flags |= is_quiet ? NODE_QUIET : 0;
		doc_node_insert_before(place, own);
	}
	doc_node_unlink(line);
	if (own->last != NULL)
		own->last->as.text.text = str_printf(a->doc->arena, "%.*s ",
		    STR_ARG(str_trim(own->last->as.text.text)));
	doc_node_append(own, line);
	own->end_line = line->pos.line;
}

/* "RECOMMENDATION" */
static bool
is_section_line(struct analysis *a, struct str text)
{
	struct str rest = text;

	return text.len > 0 && utf8_is_upper(utf8_next(&rest)) &&
	       analyse_word_count(text) <= SECTION_MAX_WORDS &&
	       !str_ends(text, ".") && analyse_is_section_title(a, text);
}

static void
section_before(struct analysis *a, struct node *place, struct node *line)
{
	struct node *heading =
	    doc_node_new(a->doc->arena, NODE_HEADING, line->pos);

	heading->as.heading.level = SECTION_LEVEL;
	heading->end_line = line->pos.line;
	line->as.text.text = str_trim(line->as.text.text);
	doc_node_insert_before(place, heading);
	doc_node_unlink(line);
	doc_node_append(heading, line);
}

static bool
is_apart(struct analysis *a, struct str text)
{
	return is_head_line(a, text) || field_name_len(a, text) > 0 ||
	       analyse_is_minutes_title(a, text);
}

/* One line alone, or a field's name with its value on the line below. */
static bool
has_bare_name(struct analysis *a, const struct node *paragraph)
{
	const struct node *line = paragraph->first;

	if (line == paragraph->last)
		return true;
	for (; line != NULL; line = line->next)
		if (line->kind == NODE_TEXT &&
		    analyse_is_field_name(a, line->as.text.text))
			return true;
	return false;
}

/* Each line that stands apart gets a block of its own. */
static void
open_all(struct analysis *a, struct node *paragraph)
{
	struct node *line, *next;

	for (line = paragraph->first; line != NULL; line = next) {
		struct str text;

		next = line->next;
		if (line->kind == NODE_BREAK)
			continue;
		text = str_trim(line->as.text.text);
		if (field_name_len(a, text) > 0)
			field_before(a, paragraph, line);
		else if (is_section_line(a, text))
			section_before(a, paragraph, line);
		else
			line_before(a, paragraph, line, is_apart(a, text));
	}
	doc_node_unlink(paragraph);
}

void
analyse_open_lines(struct analysis *a, struct node *paragraph)
{
	struct node *line;
	bool any = false;

	if (!analyse_is_lines(paragraph))
		return;
	for (line = paragraph->first; line != NULL; line = line->next)
		any = any || (line->kind == NODE_TEXT &&
				 is_apart(a, str_trim(line->as.text.text)));
	if (any && !has_bare_name(a, paragraph))
		open_all(a, paragraph);
}

static bool
names_list(struct analysis *a, struct str text)
{
	enum node_role role = analyse_section_role(a, text);

	return (role == ROLE_BACKGROUND || role == ROLE_APPENDICES) &&
	       is_section_line(a, text);
}

/* "Appendices" on a line of its own, in the middle of what was read as one
 * paragraph: what stands below it is no part of the sentence above. */
void
analyse_open_lists(struct analysis *a)
{
	struct node *node, *next;

	if (a->doc->syntax != SYNTAX_TEXT || a->options->no_repair)
		return;
	for (node = a->doc->root->first; node != NULL; node = next) {
		next = node->next;
		if (node->kind != NODE_PARAGRAPH ||
		    node->as.paragraph.number.len > 0 ||
		    !analyse_is_lines(node))
			continue;
		for (struct node *line = node->first; line; line = line->next)
			if (line->kind == NODE_TEXT &&
			    names_list(a, str_trim(line->as.text.text))) {
				open_all(a, node);
				break;
			}
	}
}

/* The first line of the value, from its second on, that is none of it. */
static struct node *
stray_line(struct analysis *a, const struct node *value)
{
	struct node *line = value->first != NULL ? value->first->next : NULL;

	for (; line != NULL; line = line->next) {
		struct str text;

		if (line->kind != NODE_TEXT)
			continue;
		text = str_trim(line->as.text.text);
		if (is_apart(a, text) || is_section_line(a, text))
			return line;
	}
	return NULL;
}

void
analyse_open_value(struct analysis *a, struct node *fields)
{
	struct node *field = fields->last, *value = field->last, *line, *own;

	if (value == NULL || value->kind != NODE_PARAGRAPH ||
	    !analyse_is_lines(value))
		return;
	line = stray_line(a, value);
	if (line == NULL)
		return;
	own = doc_node_new(a->doc->arena, NODE_PARAGRAPH, line->pos);
	own->end_line = value->end_line;
	while (line != NULL) {
		struct node *next = line->next;

		doc_node_unlink(line);
		doc_node_append(own, line);
		line = next;
	}
	value->end_line = field->end_line = fields->end_line =
	    own->pos.line - 1;
	value->last->as.text.text = str_trim(value->last->as.text.text);
	doc_node_insert_after(fields, own);
	analyse_open_lines(a, own);
}
