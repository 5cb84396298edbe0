/* analyse_raise: a heading that ran into its text, told by the headings before
 * and after it:
 *
 *     1. Purpose                               heading
 *     2. Who asked                             paragraph, with the next line
 *     Four members of the committee asked ...
 *     3. What may be done                      heading
 *
 * Works on the flat list of blocks of a text. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { HEADING_MAX_WORDS = 10, LONGEST_NUMBER = 3 /* digits */ };

/* "7." -> 7; 0 for "1.1", "13A", "2024". */
static long
plain(struct str number)
{
	long value = 0;

	number = analyse_number_bare(number);
	if (number.len == 0 || number.len > LONGEST_NUMBER)
		return 0;
	for (size_t i = 0; i < number.len; i++) {
		if (!str_is_digit(number.ptr[i]))
			return 0;
		value = value * 10 + (number.ptr[i] - '0');
	}
	return value;
}

static const struct node *
next_numbered(const struct node *node)
{
	for (node = node->next; node != NULL; node = node->next)
		if (node->kind == NODE_HEADING &&
		    plain(node->as.heading.number) > 0)
			return node;
	return NULL;
}

/* A short line with a number, and another line below it in the paragraph that
 * begins a sentence of its own. */
static bool
looks_like_both(const struct node *node)
{
	const struct node *line = node->first, *below;
	struct str text, rest;

	if (line == NULL || line->kind != NODE_TEXT || line->next == NULL)
		return false;
	below = line->next->kind == NODE_BREAK ? line->next->next : line->next;
	text = str_trim(line->as.text.text);
	if (below == NULL || below->kind != NODE_TEXT || text.len == 0 ||
	    analyse_word_count(text) > HEADING_MAX_WORDS ||
	    str_ends(text, ".") || str_ends(text, ":") || str_ends(text, ";") ||
	    str_ends(text, ","))
		return false;
	rest = below->as.text.text;
	return utf8_is_upper(utf8_next(&text)) && rest.len > 0 &&
	       utf8_is_upper(utf8_next(&rest));
}

static struct node *
raise(struct analysis *a, struct node *node, int level)
{
	struct node *heading =
	    doc_node_new(a->doc->arena, NODE_HEADING, node->pos);
	struct node *line = node->first;

	heading->as.heading.level = level;
	heading->as.heading.number = node->as.paragraph.number;
	heading->end_line = node->pos.line;
	node->as.paragraph.number = (struct str){ NULL, 0 };
	doc_node_unlink(line);
	line->as.text.text = str_trim(line->as.text.text);
	doc_node_append(heading, line);
	if (node->first->kind == NODE_BREAK)
		doc_node_unlink(node->first);
	node->pos = node->first->pos;
	doc_node_insert_before(node, heading);
	return heading;
}

void
analyse_raise_between(struct analysis *a)
{
	const struct node *last = NULL, *after;
	long number;

	for (struct node *node = a->doc->root->first; node; node = node->next) {
		if (node->kind == NODE_HEADING &&
		    plain(node->as.heading.number) > 0)
			last = node;
		if (node->kind != NODE_PARAGRAPH)
			continue;
		number = plain(node->as.paragraph.number);
		if (number == 0 || !looks_like_both(node) ||
		    (last == NULL
			    ? number != 1
			    : plain(last->as.heading.number) + 1 != number))
			continue;
		after = next_numbered(node);
		if (after != NULL &&
		    plain(after->as.heading.number) == number + 1)
			last = raise(a, node, after->as.heading.level);
	}
}
