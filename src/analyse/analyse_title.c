/* analyse_title: finds the paper's title among the blocks at its head. Works on
 * the flat list of blocks, before sections nest. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	TITLE_SEARCH = 12, /* blocks from the top in which a title may stand */
	TITLE_MAX_WORDS = 30 /* longer than that is prose */
};

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
	for (; node != NULL; node = node->next) {
		if (node->kind == NODE_FIELDS || node->kind == NODE_RULE)
			continue;
		if ((node->kind != NODE_HEADING &&
			node->kind != NODE_PARAGRAPH) ||
		    !analyse_is_letterhead(a, analyse_text(a, node)) ||
		    is_meant(a, node))
			return;
		if (node->kind == NODE_HEADING)
			analyse_make_quiet(node);
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
			analyse_make_quiet(node);
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
