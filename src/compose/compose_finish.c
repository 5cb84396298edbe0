/* compose_finish: makes the built tree keep what report.h promises: levels of
 * headings go down one at a time, tables have header rows, notes come last.
 * Adds no words but headers that a table lacks. */
#include "compose/compose_priv.h"

#include "base/arena.h"

/* ---- headings ---- */

/* A heading inside a list or table, or in the middle of a section, would break
 * the outline; it is set as a line in bold. */
static void
make_plain(struct maker *maker, struct node *heading)
{
	struct node *strong =
	    doc_node_new(maker->arena, NODE_STRONG, heading->pos);
	struct str number = heading->as.heading.number;

	strong->flags |= heading->flags & NODE_GENERATED;
	doc_node_move_children(strong, heading);
	heading->kind = NODE_PARAGRAPH;
	heading->as.paragraph.number = number;
	heading->flags |= NODE_KEEP_NEXT;
	if (strong->first != NULL)
		doc_node_append(heading, strong);
}

static void
finish_heading(struct maker *maker, struct node *heading, int depth)
{
	struct node *parent = heading->parent;

	if (parent->kind == NODE_DOCUMENT && heading->prev == NULL)
		heading->as.heading.level = 1;
	else if (parent->kind == NODE_SECTION && heading->prev == NULL)
		heading->as.heading.level = depth + 1 < 6 ? depth + 1 : 6;
	else
		make_plain(maker, heading);
}

/* ---- tables ---- */

static bool
has_header(const struct node *table)
{
	for (const struct node *at = table->first; at != NULL; at = at->next)
		if (at->kind == NODE_ROW)
			return at->as.row.is_header;
	return false;
}

static void
add_header(struct maker *maker, struct node *table)
{
	struct node *row = compose_new(maker, NODE_ROW, table->pos);
	const struct words *words = &maker->words;

	row->as.row.is_header = true;
	for (size_t i = 0; i < table->as.table.column_count; i++) {
		struct node *cell = compose_new(maker, NODE_CELL, table->pos);
		struct str name = words_fill_count(
		    maker->arena, words, WORD_COLUMN, i + 1, 0);

		if (table->role == ROLE_IMPLICATIONS && i == 0)
			name = words_text(words, WORD_IMPLICATION);
		else if (table->role == ROLE_IMPLICATIONS && i == 1)
			name = words_text(words, WORD_EFFECT);
		cell->as.cell.is_header = true;
		doc_paragraph_append(maker->arena, cell, name, table->pos);
		cell->first->flags |= NODE_GENERATED;
		doc_node_append(row, cell);
	}
	if (table->first != NULL && table->first->kind == NODE_CAPTION)
		doc_node_insert_after(table->first, row);
	else
		doc_node_prepend(table, row);
}

/* A row with words in its first cell alone names what the next ones share. */
static bool
names_group(const struct node *row)
{
	if (row->as.row.is_header || row->first == NULL ||
	    row->first->first == NULL || row->first->next == NULL ||
	    row->first->next->next == NULL || row->next == NULL)
		return false;
	for (const struct node *cell = row->first->next; cell != NULL;
	     cell = cell->next)
		if (cell->first != NULL)
			return false;
	return true;
}

/* The first column says what a row is about. */
static void
finish_row(struct node *row)
{
	if (row->role != ROLE_ACTION && row->parent->role == ROLE_ACTIONS &&
	    names_group(row))
		row->as.row.is_group = true;
	for (struct node *cell = row->first; cell != NULL; cell = cell->next) {
		if (row->as.row.is_header)
			cell->as.cell.is_header = true;
		else if (cell == row->first && cell->first != NULL &&
			 cell->next != NULL)
			cell->as.cell.is_header = true;
	}
}

/* ---- notes ---- */

static void
finish_notes(struct maker *maker, struct node *root)
{
	struct walker walker = { .root = root };
	struct node *notes = NULL;

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event != WALK_LEAVE || node->kind != NODE_NOTES)
			continue;
		doc_node_unlink(node);
		if (notes == NULL)
			notes = node;
		else
			doc_node_move_children(notes, node);
	}
	(void)maker;
	if (notes != NULL)
		doc_node_append(root, notes);
}

void
compose_finish(struct maker *maker)
{
	struct node *root = maker->report->root;
	struct walker walker = { .root = root };
	int depth = 0;

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (node->kind == NODE_SECTION)
			depth += walker.event == WALK_ENTER ? 1 : -1;
		if (walker.event == WALK_ENTER)
			continue;
		if (node->kind == NODE_HEADING)
			finish_heading(maker, node, depth);
		if (node->kind == NODE_ROW)
			finish_row(node);
		if (node->kind == NODE_TABLE && !has_header(node) &&
		    node->as.table.column_count > 0)
			add_header(maker, node);
	}
	finish_notes(maker, root);
	compose_links(maker, root);
	compose_abbr(maker);
}
