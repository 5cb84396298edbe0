/* pdf_layout_alike: finds the tables that have the same headings, so that
 * their columns can have the same widths all through a paper. */
#include "render/pdf/pdf_layout_table_priv.h"

#include "base/arena.h"
#include "base/buf.h"

/* The headings of a table; empty if it has none. Lives in arena. */
static struct str
headings(struct arena *arena, const struct node *table)
{
	struct buf buf = BUF_INIT;
	struct str key;

	for (const struct node *row = table->first; row != NULL;
	     row = row->next) {
		if (row->kind != NODE_ROW)
			continue;
		if (!row->as.row.is_header)
			break;
		for (const struct node *cell = row->first; cell != NULL;
		     cell = cell->next) {
			doc_text_put(&buf, cell);
			buf_put(&buf, "\t", 1);
		}
	}
	if (buf.len > 0)
		buf_printf(&buf, "%zu", table->as.table.column_count);
	key = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return key;
}

static void
table_add(struct lay *lay, const struct node *table)
{
	struct str key = headings(lay->arena, table);
	struct pdf_alike *alike;
	size_t *found;

	if (key.len == 0)
		return;
	found = map_find(&lay->alike_keys, key);
	if (found == NULL) {
		lay->alikes = arena_push(lay->arena, lay->alikes,
		    &lay->alike_count, &lay->alike_cap, sizeof(*lay->alikes));
		map_add(
		    lay->arena, &lay->alike_keys, key, lay->alike_count - 1);
		alike = &lay->alikes[lay->alike_count - 1];
	} else {
		alike = &lay->alikes[*found];
	}
	alike->tables = arena_push(lay->arena, alike->tables, &alike->count,
	    &alike->cap, sizeof(*alike->tables));
	alike->tables[alike->count - 1] = table;
}

void
pdf_alike_collect(struct lay *lay)
{
	struct walker walker = { .root = lay->report->root };

	while (doc_walk(&walker)) {
		if (walker.event != WALK_ENTER)
			continue;
		if (walker.node->kind == NODE_TABLE)
			table_add(lay, walker.node);
		/* tables inside cells are not set as tables */
		if (walker.node->kind == NODE_TABLE ||
		    doc_kind_holds(walker.node->kind) == HOLDS_INLINES)
			doc_walk_skip(&walker);
	}
}

struct pdf_alike *
pdf_alike_find(struct lay *lay, const struct node *table)
{
	struct str key = headings(lay->arena, table);
	size_t *found = key.len > 0 ? map_find(&lay->alike_keys, key) : NULL;

	return found != NULL ? &lay->alikes[*found] : NULL;
}
