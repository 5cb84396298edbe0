/* analyse_title: finds the paper's title among the blocks at its head, and
 * puts the levels of the headings in order. Works on the flat list of blocks,
 * before sections nest. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	TITLE_SEARCH = 12, /* blocks from the top in which a title may stand */
	TITLE_MAX_WORDS = 30, /* longer than that is prose */
	DEEPEST = 6
};

static struct node *
next_heading(struct node *node)
{
	for (node = node->next; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING)
			return node;
	return NULL;
}

/* "21/00097 - The Technology Strategy": the register's number, then words. */
static size_t
record_number_len(struct str text)
{
	size_t at = 0, digits;

	while (at < text.len && str_is_digit(text.ptr[at]))
		at++;
	if (at < 2 || at > 4 || at >= text.len || text.ptr[at] != '/')
		return 0;
	digits = ++at;
	while (at < text.len && str_is_digit(text.ptr[at]))
		at++;
	return at - digits >= 3 && at < text.len && text.ptr[at] == ' ' ? at
									: 0;
}

static bool
may_be_title(struct analysis *a, struct node *node)
{
	struct str text = analyse_text(a, node);

	if (text.len == 0 || analyse_word_count(text) > TITLE_MAX_WORDS)
		return false;
	if (record_number_len(text) > 0)
		return true;
	return node->kind == NODE_HEADING && node->as.heading.number.len == 0 &&
	       !analyse_is_generic_title(a, text);
}

/* The first block that may be a title, with nothing but cover fields, generic
 * headings and short lines above it. */
static struct node *
find_title(struct analysis *a)
{
	struct node *node = a->doc->root->first;
	struct node *kept = NULL;

	for (int i = 0; node != NULL && i < TITLE_SEARCH; i++) {
		if ((node->kind == NODE_HEADING ||
			node->kind == NODE_PARAGRAPH) &&
		    may_be_title(a, node))
			return node;
		if (node->kind == NODE_PARAGRAPH &&
		    (node->as.paragraph.number.len > 0 ||
			analyse_word_count(analyse_text(a, node)) > 12))
			break;
		if (node->kind == NODE_HEADING && kept != NULL)
			break; /* two generic headings: the body has begun */
		if (node->kind == NODE_HEADING)
			kept = node;
		if (node->kind == NODE_LIST)
			break;
		node = node->next;
	}
	return NULL;
}

static void
make_heading(struct node *node)
{
	if (node->kind == NODE_PARAGRAPH) {
		node->kind = NODE_HEADING;
		node->as.heading.number = (struct str){ NULL, 0 };
	}
	node->as.heading.level = 1;
	node->role = ROLE_TITLE;
}

static void
take_title(struct analysis *a, struct node *node)
{
	struct str text = analyse_text(a, node);
	size_t record = record_number_len(text);

	make_heading(node);
	a->plan->title = text;
	if (record == 0)
		return;
	a->plan->reference = str_head(text, record);
	text = str_trim(str_skip(text, record));
	while (text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == ':'))
		text = str_trim(str_skip(text, 1));
	if (str_starts(text, "–"))
		text = str_trim(str_skip(text, sizeof("–") - 1));
	a->plan->title = text;
}

static void
title_from_setting(struct analysis *a, const struct setting *setting)
{
	struct arena *arena = a->doc->arena;
	struct node *first = a->doc->root->first;
	struct node *title;

	if (first != NULL && first->role == ROLE_COVER)
		first = first->next;
	if (first != NULL && first->kind == NODE_HEADING &&
	    str_eq_nocase(
		analyse_text(a, first), str_fold(arena, setting->value))) {
		doc_drop(
		    a->doc, setting->pos, "repeated-title", setting->value);
		take_title(a, first);
		return;
	}
	title = doc_node_new(arena, NODE_HEADING, setting->pos);
	doc_text_append(arena, title, setting->value, setting->pos);
	doc_node_prepend(a->doc->root, title);
	take_title(a, title);
}

static void
make_quiet(struct node *heading)
{
	heading->kind = NODE_PARAGRAPH;
	heading->as.paragraph.number = (struct str){ NULL, 0 };
	heading->flags |= NODE_QUIET;
}

/* A heading that its author marked as one, with text of its own. */
static bool
is_meant(struct analysis *a, const struct node *node)
{
	return a->doc->syntax == SYNTAX_MARKDOWN &&
	       node->kind == NODE_HEADING && node->next != NULL &&
	       node->next->kind == NODE_PARAGRAPH &&
	       !analyse_is_letterhead(a, analyse_text(a, node->next));
}

/* "Report of the Head of Finance", right below the title: no section. */
static void
quieten_below(struct analysis *a, struct node *node)
{
	for (; node != NULL &&
	       (node->kind == NODE_HEADING || node->kind == NODE_PARAGRAPH);
	     node = node->next) {
		if (!analyse_is_letterhead(a, analyse_text(a, node)) ||
		    is_meant(a, node))
			return;
		if (node->kind == NODE_HEADING)
			make_quiet(node);
	}
}

/* The title comes first. A heading above it that nothing stands below
 * ("Issue details") is no part of the paper: it becomes a quiet line. */
static void
bring_to_front(struct analysis *a, struct node *title)
{
	struct node *root = a->doc->root;

	for (struct node *node = root->first; node != title; node = node->next)
		if (node->kind == NODE_HEADING)
			make_quiet(node);
	doc_node_unlink(title);
	doc_node_prepend(root, title);
}

void
analyse_title(struct analysis *a)
{
	const struct setting *setting = doc_setting(a->doc, "title");
	struct node *title, *below;

	if (setting != NULL && str_trim(setting->value).len > 0) {
		title_from_setting(a, setting);
		return;
	}
	analyse_labels_above(a);
	title = find_title(a);
	if (title == NULL)
		return;
	if (analyse_field_titles(a, title)) {
		quieten_below(a, a->doc->root->first);
		return;
	}
	if (analyse_is_letterhead(a, analyse_text(a, title)))
		switch (analyse_letterhead(a, &title)) {
		case LETTERHEAD_FIELD:
			quieten_below(a, a->doc->root->first);
			return;
		case LETTERHEAD_BELOW:
		case LETTERHEAD_NONE:
			break;
		}
	below = title->next;
	take_title(a, title);
	bring_to_front(a, title);
	quieten_below(a, below);
}

/* ---- levels ---- */

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

void
analyse_levels(struct analysis *a)
{
	if (a->doc->syntax == SYNTAX_TEXT && !a->options->no_repair)
		lower_to_paragraphs(a);
	make_room_for_title(a);
	if (!a->options->no_repair && levels_disagree(a))
		levels_by_form(a);
	if (a->doc->syntax == SYNTAX_TEXT)
		deepen_appendices(a);
}
