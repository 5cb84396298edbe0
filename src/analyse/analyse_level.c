/* analyse_level: puts the levels of the headings in order. Works on the flat
 * list of blocks, before sections nest; the title is known. */
#include "analyse/analyse_priv.h"

#include "base/utf8.h"

enum { DEEPEST = 6 };

static struct node *
next_heading(struct node *node)
{
	for (node = node->next; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING)
			return node;
	return NULL;
}

static bool
is_lettered(struct str text)
{
	return text.len > 3 && text.ptr[0] == '(' && text.ptr[2] == ')';
}

static bool
is_appendix(struct analysis *a, struct node *heading)
{
	return analyse_section_role(a, analyse_text(a, heading)) ==
	       ROLE_APPENDIX;
}

/* "1.0" heads 1.1 as "1" would. */
static int
heading_depth(struct str number)
{
	int depth = analyse_number_depth(number);

	return depth > 1 && str_ends(analyse_number_bare(number), ".0")
		   ? depth - 1
		   : depth;
}

/* Two headings whose numbers are as deep as each other, on different levels:
 * the levels say nothing. */
static bool
levels_disagree(struct analysis *a)
{
	int level_of_depth[DEEPEST + 1] = { 0 };

	for (struct node *node = a->doc->root->first; node != NULL;
	     node = node->next) {
		int depth;

		if (node->kind != NODE_HEADING || node->role == ROLE_TITLE)
			continue;
		depth = heading_depth(node->as.heading.number);
		if (depth == 0 || depth > DEEPEST)
			continue;
		if (level_of_depth[depth] == 0)
			level_of_depth[depth] = node->as.heading.level;
		if (level_of_depth[depth] != node->as.heading.level)
			return true;
	}
	return false;
}

/* Levels from form alone, when the written ones say nothing. */
static void
levels_by_form(struct analysis *a)
{
	bool in_implications = false;
	struct node *first = NULL;

	for (struct node *node = a->doc->root->first; node != NULL;
	     node = node->next) {
		struct str text;
		int depth, level;

		if (node->kind != NODE_HEADING || node->role == ROLE_TITLE)
			continue;
		if (first == NULL)
			first = node;
		text = analyse_text(a, node);
		depth = heading_depth(node->as.heading.number);
		level = depth > 0 ? 1 + depth : 2;
		if (str_find_nocase(text, "implication") == (size_t)-1 &&
		    !is_lettered(text))
			in_implications = false;
		if (in_implications || is_lettered(text) ||
		    is_lettered(node->as.heading.number))
			level = 3;
		if (analyse_section_role(a, text) == ROLE_IMPLICATIONS)
			in_implications = true;
		node->as.heading.level = level < DEEPEST ? level : DEEPEST;
	}
	if (first != NULL)
		doc_say(a->doc, DOC_LEVELS_REPAIRED, first->pos,
		    (struct str){ NULL, 0 }, (struct str){ NULL, 0 });
}

static bool
is_capitals(struct str text)
{
	bool has_letter = false;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return false;
		has_letter = has_letter || utf8_is_letter(c);
	}
	return has_letter;
}

/* Level 1 is the title's alone. */
static void
make_room_for_title(struct analysis *a)
{
	struct node *node = a->doc->root->first, *next;
	size_t others = 0;

	for (; node != NULL; node = node->next)
		others += node->kind == NODE_HEADING &&
			  node->role != ROLE_TITLE &&
			  node->as.heading.level == 1;
	if (others == 0)
		return;
	/* a first line that the reader took for a title but is none */
	node = a->doc->root->first;
	while (node != NULL && node->kind != NODE_HEADING)
		node = node->next;
	if (others == 1 && node != NULL && node->role != ROLE_TITLE &&
	    node->as.heading.level == 1 && a->doc->syntax == SYNTAX_TEXT) {
		next = next_heading(node);
		while (next != NULL && next->role == ROLE_TITLE)
			next = next_heading(next);
		/* other headings in capitals are of the second level too */
		node->as.heading.level =
		    next == NULL || is_capitals(analyse_text(a, node)) ||
			    next->as.heading.number.len > 0 ||
			    next->as.heading.level < 2
			? 2
			: next->as.heading.level;
		return;
	}
	for (node = a->doc->root->first; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING && node->role != ROLE_TITLE &&
		    node->as.heading.level < DEEPEST)
			node->as.heading.level++;
}

/* In text, whatever follows "Appendix Two" belongs to it, up to the next. */
static void
deepen_appendices(struct analysis *a)
{
	struct node *appendix = NULL;
	int shift = 0;

	for (struct node *node = a->doc->root->first; node != NULL;
	     node = node->next) {
		if (node->kind != NODE_HEADING || node->role == ROLE_TITLE)
			continue;
		if (is_appendix(a, node)) {
			struct node *at = next_heading(node);
			int least = DEEPEST;

			appendix = node;
			for (; at != NULL && !is_appendix(a, at);
			     at = next_heading(at))
				if (at->as.heading.level < least)
					least = at->as.heading.level;
			shift = node->as.heading.level + 1 - least;
			if (shift < 0)
				shift = 0;
		} else if (appendix != NULL) {
			node->as.heading.level += shift;
			if (node->as.heading.level > DEEPEST)
				node->as.heading.level = DEEPEST;
		}
	}
}

/* Does nothing stand below the heading that it could be the heading of? */
static bool
heads_nothing(struct analysis *a, const struct node *heading)
{
	const struct node *next = heading->next;

	if (next == NULL || next->kind == NODE_HEADING ||
	    next->kind == NODE_FIELDS)
		return true;
	/* labels and values: whom to ask */
	if (next->kind == NODE_TABLE)
		return str_ends(
		    analyse_cell_text(a, analyse_first_row(next), 0), ":");
	return next->kind == NODE_PARAGRAPH &&
	       next->as.paragraph.number.len > 0;
}

/* A short numbered paragraph ("5.1 Audit reports 2025/26") that was taken for a
 * heading, in a paper whose other numbers of that depth are paragraphs. */
static void
lower_to_paragraphs(struct analysis *a)
{
	size_t paragraphs[DEEPEST + 1] = { 0 }, headings[DEEPEST + 1] = { 0 };
	struct node *node = a->doc->root->first;

	for (; node != NULL; node = node->next) {
		bool is_heading = node->kind == NODE_HEADING;
		int depth;

		if (!is_heading && node->kind != NODE_PARAGRAPH)
			continue;
		depth = heading_depth(is_heading ? node->as.heading.number
						 : node->as.paragraph.number);
		if (depth < 2 || depth > DEEPEST)
			continue;
		if (is_heading)
			headings[depth]++;
		else
			paragraphs[depth]++;
	}
	for (node = a->doc->root->first; node != NULL; node = node->next) {
		struct str number;
		int depth;

		if (node->kind != NODE_HEADING || node->role != ROLE_NONE ||
		    !heads_nothing(a, node))
			continue;
		number = node->as.heading.number;
		depth = heading_depth(number);
		if (depth < 2 || depth > DEEPEST ||
		    paragraphs[depth] <= headings[depth] * 2)
			continue;
		node->kind = NODE_PARAGRAPH;
		node->as.paragraph.number = number;
	}
}

/* It goes on from the line above, or nothing but such lines and other headings
 * stand below it. */
static bool
is_listed_line(const struct node *node)
{
	const struct node *prev = node->prev, *next = node->next;

	return (prev != NULL && prev->pos.line + 1 == node->pos.line) ||
	       next == NULL || next->kind == NODE_HEADING ||
	       next->kind == NODE_FIELDS || next->kind == NODE_RULE;
}

/* "Background papers", and below it a paper's name that stands alone, which
 * looks like a heading and heads nothing. */
static void
lower_below_lists(struct analysis *a)
{
	bool in_list = false, in_appendices = false;

	for (struct node *node = a->doc->root->first; node; node = node->next) {
		enum node_role role;
		struct str text;

		if (node->kind != NODE_HEADING || node->role != ROLE_NONE)
			continue;
		text = analyse_text(a, node);
		role = analyse_section_role(a, text);
		/* "RESOLVED to pay the following:" */
		if (str_starts(text, "RESOLVED ") && role == ROLE_NONE) {
			node->kind = NODE_PARAGRAPH;
			node->as.paragraph.number = (struct str){ NULL, 0 };
			continue;
		}
		if (in_appendices && role == ROLE_APPENDIX &&
		    node->prev->pos.line + 1 == node->pos.line) {
			node->kind = NODE_PARAGRAPH;
			node->as.paragraph.number = (struct str){ NULL, 0 };
			continue;
		}
		in_appendices = role == ROLE_APPENDICES;
		if (in_list && role == ROLE_NONE &&
		    node->as.heading.number.len == 0 &&
		    !analyse_is_generic_title(a, text) &&
		    is_listed_line(node)) {
			node->kind = NODE_PARAGRAPH;
			node->as.paragraph.number = (struct str){ NULL, 0 };
			continue;
		}
		in_list = role == ROLE_BACKGROUND || role == ROLE_APPENDICES;
	}
}

void
analyse_levels(struct analysis *a)
{
	if (a->doc->syntax == SYNTAX_TEXT && !a->options->no_repair) {
		lower_below_lists(a);
		analyse_raise_between(a);
	}
	if (a->doc->syntax == SYNTAX_TEXT && !a->options->no_repair)
		lower_to_paragraphs(a);
	make_room_for_title(a);
	if (!a->options->no_repair && levels_disagree(a))
		levels_by_form(a);
	if (a->doc->syntax == SYNTAX_TEXT)
		deepen_appendices(a);
}
