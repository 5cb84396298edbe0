/* compose_finish: makes the built tree keep what report.h promises: levels of
 * headings go down one at a time, tables have header rows, ids are unique and
 * links lead somewhere, notes come last. Adds no words but headers that a table
 * lacks. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

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
	struct str word = compose_word(maker, "column", "Column");

	row->as.row.is_header = true;
	for (size_t i = 0; i < table->as.table.column_count; i++) {
		struct node *cell = compose_new(maker, NODE_CELL, table->pos);
		struct str name =
		    str_printf(maker->arena, "%.*s %zu", STR_ARG(word), i + 1);

		if (table->role == ROLE_IMPLICATIONS && i == 0)
			name =
			    compose_word(maker, "implication", "Implication");
		else if (table->role == ROLE_IMPLICATIONS && i == 1)
			name = compose_word(maker, "effect", "Effect");
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

/* The first column says what a row is about. */
static void
finish_row(struct node *row)
{
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

/* ---- ids and links ---- */

struct id {
	struct str text;
	struct node *node;
	size_t place; /* in document order */
};

struct ids {
	struct id *items;
	size_t count, cap;
	struct arena *arena;
};

static int
id_cmp(const void *a, const void *b)
{
	const struct id *x = a, *y = b;
	int order = str_cmp(x->text, y->text);

	return order != 0 ? order : x->place < y->place ? -1 : 1;
}

/* "3.1 Cyber security" -> "3-1-cyber-security", at most eight words. */
static struct str
slug(struct arena *arena, const struct node *heading)
{
	struct str text = str_lower(arena,
	    str_printf(arena, "%.*s %.*s", STR_ARG(heading->as.heading.number),
		STR_ARG(doc_text(arena, heading))));
	struct buf buf = BUF_INIT;
	bool want_dash = false;
	int words = 1;
	struct str made;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (!utf8_is_word(c)) {
			want_dash = buf.len > 0;
			continue;
		}
		if (want_dash) {
			if (++words > 8)
				break;
			buf_puts(&buf, "-");
		}
		want_dash = false;
		buf_put_char(&buf, c);
	}
	if (buf.len == 0)
		buf_puts(&buf, "section");
	made = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return made;
}

static void
gather_ids(struct maker *maker, struct node *root, struct ids *ids)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;
		struct id *id;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_SECTION && node->id.len == 0)
			node->id = slug(maker->arena, node->first);
		if (node->id.len == 0)
			continue;
		ids->items = arena_push(ids->arena, ids->items, &ids->count,
		    &ids->cap, sizeof(*ids->items));
		id = &ids->items[ids->count - 1];
		*id = (struct id){ node->id, node, ids->count };
	}
	if (ids->count > 1)
		qsort(ids->items, ids->count, sizeof(*ids->items), id_cmp);
}

static bool
has_id(const struct ids *ids, struct str text)
{
	size_t low = 0, high = ids->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(ids->items[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ids->count && str_eq(ids->items[low].text, text);
}

/* The first with a name keeps it; sections get a new one, others go without,
 * for nothing can have meant them. */
static void
part_ids(struct maker *maker, struct ids *ids)
{
	size_t first = 0, next = 2;

	for (size_t i = 1; i < ids->count; i++) {
		struct node *node = ids->items[i].node;
		struct str made;

		if (!str_eq(ids->items[i].text, ids->items[first].text)) {
			first = i;
			next = 2;
			continue;
		}
		node->id = (struct str){ NULL, 0 };
		if (node->kind != NODE_SECTION)
			continue;
		do
			made = str_printf(maker->arena, "%.*s-%zu",
			    STR_ARG(ids->items[first].text), next++);
		while (has_id(ids, made));
		node->id = made;
	}
}

/* A link whose target is nowhere in the report is its words alone. */
static void
mend_links(struct node *root, const struct ids *ids)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_LINK && node->as.link.target.len > 0 &&
		    !has_id(ids, node->as.link.target)) {
			node->as.link.target = (struct str){ NULL, 0 };
			if (node->as.link.url.len == 0)
				node->kind = NODE_SPAN;
		}
		if (node->kind == NODE_LINK && node->as.link.target.len == 0 &&
		    node->as.link.url.len == 0)
			node->kind = NODE_SPAN;
		if ((node->kind == NODE_NOTE || node->kind == NODE_NOTE_REF) &&
		    node->as.note.target.len > 0 &&
		    !has_id(ids, node->as.note.target))
			node->as.note.target = (struct str){ NULL, 0 };
	}
}

static void
finish_ids(struct maker *maker, struct node *root)
{
	struct ids ids = { .arena = arena_new() };

	gather_ids(maker, root, &ids);
	part_ids(maker, &ids);
	mend_links(root, &ids);
	arena_free(ids.arena);
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
	finish_ids(maker, root);
}
