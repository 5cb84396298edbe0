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

/* ---- a title that was read as a field ---- */

/* Whose paper it is may stand right above or below, and nothing else. */
static bool
is_next_to(struct analysis *a, const struct node *above,
    const struct node *below, const struct node *neighbour)
{
	uint32_t last;

	if (above == NULL || below == NULL)
		return false;
	last = above->end_line > 0 ? above->end_line : above->pos.line;
	if (last + 1 < below->pos.line)
		return false;
	return neighbour->kind == NODE_FIELD ||
	       !is_head_line(a, analyse_text(a, neighbour));
}

/* As a field's value hardly is, and a title often. */
static bool
is_in_capitals(struct str text)
{
	size_t letters = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return false;
		letters += utf8_is_letter(c);
	}
	return letters > 3;
}

/* "Estates compliance follow-up: second report" stands alone and has no name
 * that fields have. */
static bool
is_title_field(struct analysis *a, const struct node *field)
{
	const struct node *prev =
	    field->prev != NULL ? field->prev : field->parent->prev;
	const struct node *next =
	    field->next != NULL ? field->next : field->parent->next;

	return (analyse_word_count(field->as.field.name) >= TITLE_NAME_WORDS ||
		   is_in_capitals(analyse_text(a, field))) &&
	       !analyse_is_field_name(a, field->as.field.name) &&
	       analyse_section_role(a, field->as.field.name) == ROLE_NONE &&
	       field->first != NULL && field->first == field->last &&
	       field->first->kind == NODE_PARAGRAPH &&
	       !is_next_to(a, prev, field, prev) &&
	       !is_next_to(a, field, next, next) &&
	       analyse_word_count(analyse_text(a, field)) <= TITLE_MAX_WORDS;
}

static void
title_from_field(struct analysis *a, struct node *fields, struct node *field)
{
	struct arena *arena = a->doc->arena;
	struct node *heading = doc_node_new(arena, NODE_HEADING, field->pos);

	heading->as.heading.level = 1;
	doc_text_append(arena, heading,
	    str_printf(arena, "%.*s: ", STR_ARG(field->as.field.name)),
	    field->pos);
	doc_node_move_children(heading, field->first);
	heading->end_line = field->end_line;
	analyse_fields_split(a, fields, field);
	doc_node_unlink(field);
	doc_node_insert_after(fields, heading);
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

	if (node->kind == NODE_PARAGRAPH && analyse_is_lines(node) &&
	    analyse_is_minutes_title(a, text))
		return true;
	return node->kind == NODE_PARAGRAPH && prev != NULL &&
	       !is_head_line(a, text) && !(node->flags & NODE_QUIET) &&
	       analyse_is_lines(node) &&
	       ((prev->flags & NODE_QUIET) || prev->kind == NODE_FIELDS ||
		   is_head_line(a, analyse_text(a, prev))) &&
	       node->as.paragraph.number.len == 0 && text.len > 0 &&
	       analyse_word_count(text) <= TITLE_MAX_WORDS &&
	       analyse_word_count(text) >= TITLE_NAME_WORDS &&
	       !str_ends(text, ".") && !str_ends(text, ":") &&
	       !str_ends(text, ",") && utf8_is_upper(utf8_next(&rest)) &&
	       !analyse_is_generic_title(a, text);
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

static struct node *
find_candidate(struct analysis *a)
{
	struct node *node = a->doc->root->first;
	bool has_field = has_title_field(a);

	for (int i = 0; node != NULL && i < HEAD_BLOCKS;
	     i++, node = node->next) {
		if (node->kind == NODE_FIELDS && !has_field)
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

void
analyse_head(struct analysis *a)
{
	struct node *node = a->doc->root->first, *next, *title;

	for (int i = 0; node != NULL && i < HEAD_BLOCKS; i++, node = next) {
		next = node->next;
		if (node->kind == NODE_PARAGRAPH &&
		    node->as.paragraph.number.len == 0)
			analyse_open_lines(a, node);
		else if (node->kind == NODE_FIELDS)
			analyse_open_value(a, node);
		else if (node->kind != NODE_HEADING)
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
