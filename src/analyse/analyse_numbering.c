/* analyse_numbering: numbers of paragraphs, items and headings that skip one
 * or come twice. Nothing is changed: an author may have struck a paragraph
 * out, or may have two of them. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
	DEEPEST = 6,       /* runs that others may interrupt */
	LONGEST_NUMBER = 4 /* digits; more is a year or a reference */
};

/* A list within a list restarts at 1; then the one around it goes on. */
struct runs {
	struct {
		long number;     /* the last one */
		struct str text; /* as written */
		const struct node *node;
	} open[DEEPEST];
	int count;
	struct {
		struct str parent, text; /* "7", "7.2" */
		long number;             /* 2 */
		const struct node *node;
	} below[DEEPEST + 1]; /* the last one of each depth */
};

static struct str
number_of(const struct node *node)
{
	switch ((int)node->kind) {
	case NODE_PARAGRAPH:
		return node->as.paragraph.number;
	case NODE_HEADING:
		return node->as.heading.number;
	case NODE_ITEM:
		return node->as.item.label;
	default:
		return (struct str){ "", 0 };
	}
}

/* "7." -> 7; 0 for "1.1", "13A", "(a)", "2024". */
static long
plain_number(struct str text)
{
	struct str bare = analyse_number_bare(text);

	if (bare.len == 0 || bare.len >= LONGEST_NUMBER)
		return 0;
	for (size_t i = 0; i < bare.len; i++)
		if (bare.ptr[i] < '0' || bare.ptr[i] > '9')
			return 0;
	return strtol(bare.ptr, NULL, 10);
}

static void
runs_push(struct runs *runs, long number, struct str text)
{
	if (runs->count == DEEPEST) {
		for (int i = 1; i < DEEPEST; i++)
			runs->open[i - 1] = runs->open[i];
		runs->count--;
	}
	runs->open[runs->count].number = number;
	runs->open[runs->count].text = text;
	runs->count++;
}

/* Goes on with the innermost run that the number follows in. */
static bool
runs_continue(struct runs *runs, long number, const struct node *node)
{
	for (int i = runs->count; i > 0; i--) {
		if (number != runs->open[i - 1].number + 1)
			continue;
		runs->count = i;
		runs->open[i - 1].number = number;
		runs->open[i - 1].text = number_of(node);
		runs->open[i - 1].node = node;
		return true;
	}
	return false;
}

static void
take(struct analysis *a, struct runs *runs, const struct node *node)
{
	struct str text = number_of(node);
	long number = plain_number(text), last;

	if (number == 0 || runs_continue(runs, number, node))
		return;
	last = runs->count > 0 ? runs->open[runs->count - 1].number : 0;
	/* only a number skipped or used twice in the same run is odd; any
	 * other begins something new */
	if (last > 0 && number == last &&
	    analyse_is_translation(a, node, runs->open[runs->count - 1].node)) {
		runs->open[runs->count - 1].node = node;
	} else if (last > 1 &&
		   runs->open[runs->count - 1].node->kind == node->kind &&
		   (number == last || number == last + 2)) {
		doc_say(a->doc, DOC_NUMBER_ODD, node->pos, text,
		    runs->open[runs->count - 1].text);
		runs->open[runs->count - 1].number = number;
		runs->open[runs->count - 1].text = text;
		runs->open[runs->count - 1].node = node;
	} else {
		runs_push(runs, number, text);
		runs->open[runs->count - 1].node = node;
	}
}

/* The same number on two of a kind; but what one says in Welsh and the other in
 * English has one number. */
static bool
is_twice(struct analysis *a, const struct node *node, const struct node *last)
{
	return node->kind == last->kind &&
	       !analyse_is_translation(a, node, last);
}

/* "7.1, 7.2, 7.4": only one that is skipped or used twice is odd; any other
 * begins something new. */
static void
take_below(struct analysis *a, struct runs *runs, const struct node *node)
{
	struct str text = analyse_number_bare(number_of(node));
	struct str parent = analyse_number_parent(text);
	int depth = analyse_number_depth(text);
	long number;

	if (depth < 2 || depth > DEEPEST || node->kind == NODE_ITEM ||
	    parent.len == 0 || parent.len >= text.len)
		return;
	number = plain_number(str_skip(text, parent.len + 1));
	if (number == 0)
		return;
	if (str_eq(parent, runs->below[depth].parent) &&
	    ((number == runs->below[depth].number &&
		 is_twice(a, node, runs->below[depth].node)) ||
		number == runs->below[depth].number + 2))
		doc_say(a->doc, DOC_NUMBER_ODD, node->pos, text,
		    runs->below[depth].text);
	runs->below[depth].parent = parent;
	runs->below[depth].text = text;
	runs->below[depth].number = number;
	runs->below[depth].node = node;
}

void
analyse_numbering(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };
	struct runs runs = { .count = 0 };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (walker.node->kind == NODE_TABLE ||
		    walker.node->kind == NODE_FIELDS)
			doc_walk_skip(&walker);
		else {
			take(a, &runs, walker.node);
			take_below(a, &runs, walker.node);
		}
	}
}
