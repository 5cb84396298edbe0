/* analyse_head: the lines at a draft's head that say whose paper it is, for
 * which meeting and when, are told from its title.
 *
 *     MERSHAM DISTRICT COUNCIL                  quiet line
 *     OVERVIEW & SCRUTINY - 4 MARCH 2027        quiet line
 *     Climate plan: six-monthly                 the title
 *     report
 *     Report of the Climate Officer             quiet line
 *
 * Copied text loses the space between them, so a paragraph is opened line by
 * line here. Works on the flat list of blocks; does not choose the title. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	HEAD_BLOCKS = 14,
	TITLE_MAX_WORDS = 20,
	TITLE_NAME_WORDS = 3 /* of a title in front of its colon, at least */
};

static bool
is_head_line(struct analysis *a, struct str text)
{
	return analyse_head_line(a, text, HEAD_SURE).kind != HEAD_NONE;
}

/* ---- paragraphs, line by line ---- */

/* Each child is a line of its own, or parts two. */
static bool
is_lines(const struct node *paragraph)
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

static bool
is_apart(struct analysis *a, struct str text)
{
	return is_head_line(a, text) || field_name_len(a, text) > 0;
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

/* Opens the paragraph if one of its lines stands apart. */
static void
open_lines(struct analysis *a, struct node *paragraph)
{
	struct node *line, *next;
	bool any = false;

	if (!is_lines(paragraph))
		return;
	for (line = paragraph->first; line != NULL; line = line->next)
		any = any || (line->kind == NODE_TEXT &&
				 is_apart(a, str_trim(line->as.text.text)));
	if (!any || has_bare_name(a, paragraph))
		return;
	for (line = paragraph->first; line != NULL; line = next) {
		struct str text;

		next = line->next;
		if (line->kind == NODE_BREAK)
			continue;
		text = str_trim(line->as.text.text);
		if (field_name_len(a, text) > 0)
			field_before(a, paragraph, line);
		else
			line_before(a, paragraph, line, is_apart(a, text));
	}
	doc_node_unlink(paragraph);
}

/* ---- a title that was read as a field ---- */

/* "Estates compliance follow-up: second report" stands alone and has no name
 * that fields have. */
static bool
is_title_field(struct analysis *a, const struct node *field)
{
	const struct node *prev = field->prev, *next = field->next;

	if (prev == NULL)
		prev = field->parent->prev;
	return analyse_word_count(field->as.field.name) >= TITLE_NAME_WORDS &&
	       !analyse_is_field_name(a, field->as.field.name) &&
	       analyse_section_role(a, field->as.field.name) == ROLE_NONE &&
	       field->first != NULL && field->first == field->last &&
	       field->first->kind == NODE_PARAGRAPH &&
	       (next == NULL || next->pos.line > field->pos.line + 1) &&
	       (field->parent->next == NULL || next != NULL ||
		   field->parent->next->pos.line > field->pos.line + 1) &&
	       (prev == NULL || prev->pos.line + 1 < field->pos.line) &&
	       analyse_word_count(analyse_text(a, field)) <= TITLE_MAX_WORDS;
}

static void
title_from_field(struct analysis *a, struct node *fields, struct node *field)
{
	struct arena *arena = a->doc->arena;
	struct node *heading = doc_node_new(arena, NODE_HEADING, field->pos);
	struct node *rest = NULL;

	heading->as.heading.level = 1;
	doc_text_append(arena, heading,
	    str_printf(arena, "%.*s: ", STR_ARG(field->as.field.name)),
	    field->pos);
	doc_node_move_children(heading, field->first);
	heading->end_line = field->end_line;
	if (field->next != NULL) {
		rest = doc_node_new(arena, NODE_FIELDS, field->next->pos);
		rest->end_line = fields->end_line;
		while (field->next != NULL) {
			struct node *moved = field->next;

			doc_node_unlink(moved);
			doc_node_append(rest, moved);
		}
	}
	doc_node_unlink(field);
	doc_node_insert_after(fields, heading);
	if (rest != NULL)
		doc_node_insert_after(heading, rest);
	if (fields->first == NULL)
		doc_node_unlink(fields);
}

/* ---- the head ---- */

static bool
is_candidate(struct analysis *a, const struct node *node)
{
	struct str text = analyse_text(a, node);

	return node->kind == NODE_HEADING && node->as.heading.number.len == 0 &&
	       !analyse_is_generic_title(a, text) && !is_head_line(a, text);
}

/* A short paragraph directly below such lines is what they stand above. */
static bool
is_candidate_paragraph(struct analysis *a, const struct node *node)
{
	struct str text = analyse_text(a, node), rest = text;
	const struct node *prev = node->prev;

	return node->kind == NODE_PARAGRAPH && prev != NULL &&
	       !is_head_line(a, text) && !(node->flags & NODE_QUIET) &&
	       is_lines(node) &&
	       ((prev->flags & NODE_QUIET) || prev->kind == NODE_FIELDS ||
		   is_head_line(a, analyse_text(a, prev))) &&
	       node->as.paragraph.number.len == 0 && text.len > 0 &&
	       analyse_word_count(text) <= TITLE_MAX_WORDS &&
	       analyse_word_count(text) >= TITLE_NAME_WORDS &&
	       !str_ends(text, ".") && !str_ends(text, ":") &&
	       !str_ends(text, ",") && utf8_is_upper(utf8_next(&rest)) &&
	       !analyse_is_generic_title(a, text);
}

static struct node *
find_candidate(struct analysis *a)
{
	struct node *node = a->doc->root->first;

	for (int i = 0; node != NULL && i < HEAD_BLOCKS;
	     i++, node = node->next) {
		if (node->kind == NODE_FIELDS)
			for (struct node *field = node->first; field;
			     field = field->next)
				if (is_title_field(a, field)) {
					title_from_field(a, node, field);
					return find_candidate(a);
				}
		if (is_candidate(a, node) || is_candidate_paragraph(a, node))
			return node;
		if (node->kind == NODE_TABLE || node->kind == NODE_LIST ||
		    (node->kind == NODE_PARAGRAPH &&
			(node->as.paragraph.number.len > 0 ||
			    analyse_word_count(analyse_text(a, node)) >
				TITLE_MAX_WORDS)) ||
		    (node->kind == NODE_HEADING &&
			(node->as.heading.number.len > 0 ||
			    analyse_is_generic_title(
				a, analyse_text(a, node)))))
			return NULL;
	}
	return NULL;
}

static bool
is_head_heading(struct analysis *a, const struct node *node)
{
	return node->kind == NODE_HEADING && node->as.heading.number.len == 0 &&
	       is_head_line(a, analyse_text(a, node));
}

/* "Subject: Waste strategy" among the head's fields. */
static bool
has_title_field(struct analysis *a)
{
	const struct node *node = a->doc->root->first;

	for (int i = 0; node != NULL && i < HEAD_BLOCKS; i++) {
		if (node->kind == NODE_FIELDS)
			for (const struct node *field = node->first; field;
			     field = field->next)
				if (analyse_cover_fact(
					a, field->as.field.name) == COVER_TITLE)
					return true;
		node = node->next;
	}
	return false;
}

void
analyse_head(struct analysis *a)
{
	struct node *node = a->doc->root->first, *next, *title;

	for (int i = 0; node != NULL && i < HEAD_BLOCKS; i++, node = next) {
		next = node->next;
		if (node->kind == NODE_PARAGRAPH &&
		    node->as.paragraph.number.len == 0)
			open_lines(a, node);
		else if (node->kind != NODE_HEADING &&
			 node->kind != NODE_FIELDS)
			break;
	}
	title = find_candidate(a);
	if (title == NULL && !has_title_field(a))
		return;
	if (title == NULL)
		title = a->doc->root->first;
	if (title->kind == NODE_PARAGRAPH && !has_title_field(a)) {
		title->kind = NODE_HEADING;
		title->as.heading.number = (struct str){ NULL, 0 };
		title->as.heading.level = 1;
	}
	for (node = a->doc->root->first; node != title; node = node->next)
		if (is_head_heading(a, node))
			analyse_make_quiet(node);
	node = title->kind == NODE_HEADING && !is_head_heading(a, title)
		   ? title->next
		   : title;
	for (; node != NULL; node = node->next) {
		if (is_head_heading(a, node) &&
		    analyse_head_line(a, analyse_text(a, node), HEAD_SURE)
			    .kind != HEAD_NUMBER)
			analyse_make_quiet(node);
		else if (node->kind != NODE_FIELDS &&
			 !(node->kind == NODE_PARAGRAPH &&
			     is_head_line(a, analyse_text(a, node))))
			break;
	}
}
