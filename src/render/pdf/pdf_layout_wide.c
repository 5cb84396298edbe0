/* pdf_layout_wide: which sections hold a table that an upright page is too
 * narrow for, so that their pages are turned; and of the sections that a
 * template lets turn, which do. Measures; sets nothing. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
	FEWEST_COLUMNS = 6, /* fewer always fit on an upright page */
	MOST_LEAD = 900     /* bytes of text that turn with a table */
};

static int
by_address(const void *left, const void *right)
{
	const struct node *const *a = left, *const *b = right;
	uintptr_t first = (uintptr_t)*a, second = (uintptr_t)*b;

	return (first > second) - (first < second);
}

/* The section around a table, so that its heading stands on the same page; the
 * table itself where there is none, or where so much text leads up to it that
 * the page before would be left empty for it. */
static const struct node *
holder_of(struct lay *lay, const struct node *table)
{
	const struct node *at = table;
	size_t lead = 0;

	while (at != NULL && at->kind != NODE_SECTION) {
		for (const struct node *before = at->prev;
		     before != NULL && lead <= MOST_LEAD;
		     before = before->prev) {
			if (before->kind == NODE_TABLE)
				break;
			lead += doc_text(lay->arena, before).len;
		}
		at = at->parent;
	}
	return at != NULL && lead <= MOST_LEAD ? at : table;
}

static bool
is_turned(const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->flags & NODE_LANDSCAPE)
			return true;
	return false;
}

/* A table that even a turned page is too narrow for is unfolded, which an
 * upright page does as well. */
static bool
asks_to_turn(struct lay *lay, const struct node *table)
{
	const struct theme *theme = lay->theme;
	double turned = theme->page_height_pt - theme->margin_left_pt -
			theme->margin_right_pt;

	return table->as.table.column_count >= FEWEST_COLUMNS &&
	       !is_turned(table) && turned > pdf_flow_width(lay) &&
	       pdf_table_least(lay, table, LEAST_WORDS) > pdf_flow_width(lay) &&
	       pdf_table_least(lay, table, LEAST_PARTS) <= turned;
}

static bool
some_table(struct lay *lay, bool (*is)(struct lay *, const struct node *))
{
	struct walker walker = { .root = lay->report->root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_TABLE && is(lay, walker.node))
			return true;
	return false;
}

static bool
is_wide(struct lay *lay, const struct node *table)
{
	(void)lay;
	return table->as.table.column_count >= PDF_WIDE_COLUMNS;
}

static bool
cuts_words(struct lay *lay, const struct node *table)
{
	return table->as.table.column_count > 1 &&
	       pdf_table_least(lay, table, LEAST_CUT) > pdf_flow_width(lay);
}

double
pdf_wide_type(struct lay *lay)
{
	lay->table_pt = lay->theme->body_pt;
	/* measuring comes last, for it takes time */
	return some_table(lay, is_wide) || some_table(lay, cuts_words)
		   ? lay->theme->table_pt
		   : lay->theme->body_pt;
}

static void
wide_add(struct lay *lay, const struct node *node)
{
	/* one layout after another asks for it */
	lay->wide = arena_push(lay->refer_arena, lay->wide, &lay->wide_count,
	    &lay->wide_cap, sizeof(const struct node *));
	lay->wide[lay->wide_count - 1] = node;
}

void
pdf_wide_collect(struct lay *lay)
{
	struct walker walker = { .root = lay->report->root };

	if (lay->wide_known)
		return;
	lay->wide_known = true;
	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event != WALK_ENTER)
			continue;
		if (node->kind == NODE_TABLE && asks_to_turn(lay, node))
			wide_add(lay, holder_of(lay, node));
		if ((node->flags & NODE_MAY_TURN) && pdf_turn_pays(lay, node)) {
			wide_add(lay, node);
			doc_walk_skip(&walker);
		}
		if (node->kind == NODE_TABLE ||
		    doc_kind_holds(node->kind) == HOLDS_INLINES)
			doc_walk_skip(&walker);
	}
	if (lay->wide_count > 0)
		qsort(lay->wide, lay->wide_count, sizeof(const struct node *),
		    by_address);
}

bool
pdf_wide_turns(const struct lay *lay, const struct node *node)
{
	return lay->wide_count > 0 &&
	       bsearch(&node, lay->wide, lay->wide_count,
		   sizeof(const struct node *), by_address) != NULL;
}
