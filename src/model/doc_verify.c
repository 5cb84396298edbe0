/* doc_verify: is this tree sound? Run between stages by every test. */
#include "model/doc.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

struct verifier {
	struct buf *why;
	struct arena *scratch;
	struct str *ids; /* of all nodes, sorted before targets are sought */
	size_t id_count, id_cap;
	bool ok;
};

static void
complain(struct verifier *v, const struct node *node, const char *what)
{
	v->ok = false;
	buf_printf(v->why, "%s at %u:%u: %s\n", doc_kind_name(node->kind),
	    node->pos.line, node->pos.col, what);
}

static bool
may_hold(const struct node *parent, const struct node *child)
{
	switch (doc_kind_holds(parent->kind)) {
	case HOLDS_NOTHING:
		return false;
	case HOLDS_INLINES:
		return doc_kind_is_inline(child->kind);
	case HOLDS_ITEMS:
		return child->kind == NODE_ITEM;
	case HOLDS_ROWS:
		return child->kind == NODE_ROW ||
		       (child->kind == NODE_CAPTION && child->prev == NULL);
	case HOLDS_CELLS:
		return child->kind == NODE_CELL;
	case HOLDS_FIELD_LIST:
		return child->kind == NODE_FIELD;
	case HOLDS_NOTE_LIST:
		return child->kind == NODE_NOTE;
	case HOLDS_CAPTION:
		return child->kind == NODE_CAPTION && child->prev == NULL &&
		       child->next == NULL;
	case HOLDS_BLOCKS:
		break;
	}
	if (child->kind == NODE_SECTION)
		return parent->kind == NODE_DOCUMENT ||
		       parent->kind == NODE_SECTION;
	return !doc_kind_is_inline(child->kind) && child->kind != NODE_ITEM &&
	       child->kind != NODE_ROW && child->kind != NODE_CELL &&
	       child->kind != NODE_FIELD && child->kind != NODE_NOTE &&
	       child->kind != NODE_CAPTION && child->kind != NODE_DOCUMENT;
}

static size_t
child_count(const struct node *node)
{
	size_t count = 0;

	for (const struct node *at = node->first; at != NULL; at = at->next)
		count++;
	return count;
}

static void
check_links(struct verifier *v, const struct node *node)
{
	const struct node *prev = NULL;

	for (const struct node *at = node->first; at != NULL; at = at->next) {
		if (at->parent != node || at->prev != prev)
			complain(v, at, "is linked wrongly");
		if (!may_hold(node, at))
			complain(v, at, "stands where it may not");
		prev = at;
	}
	if (node->last != prev)
		complain(v, node, "has a wrong last child");
}

static void
check_node(struct verifier *v, const struct node *node)
{
	check_links(v, node);
	if (node->kind == NODE_ROW && node->parent != NULL &&
	    child_count(node) != node->parent->as.table.column_count)
		complain(v, node, "is not as long as its table");
	if (node->kind == NODE_ROW && node->as.row.is_header &&
	    node->prev != NULL && node->prev->kind == NODE_ROW &&
	    !node->prev->as.row.is_header)
		complain(v, node, "is a header below the body");
	if (node->kind == NODE_SECTION &&
	    (node->first == NULL || node->first->kind != NODE_HEADING))
		complain(v, node, "does not begin with a heading");
	if (node->kind == NODE_HEADING &&
	    (node->as.heading.level < 1 || node->as.heading.level > 6))
		complain(v, node, "has no level");
	if (node->id.len > 0) {
		v->ids = arena_push(v->scratch, v->ids, &v->id_count,
		    &v->id_cap, sizeof(*v->ids));
		v->ids[v->id_count - 1] = node->id;
	}
}

static int
id_cmp(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static struct str
target_of(const struct node *node)
{
	if (node->kind == NODE_LINK)
		return node->as.link.target;
	if (node->kind == NODE_NOTE_REF || node->kind == NODE_NOTE)
		return node->as.note.target;
	return (struct str){ NULL, 0 };
}

static void
check_targets(struct verifier *v, const struct node *root)
{
	struct walker walker = { .root = root };

	if (v->id_count > 1)
		qsort(v->ids, v->id_count, sizeof(*v->ids), id_cmp);
	for (size_t i = 1; i < v->id_count; i++)
		if (str_eq(v->ids[i - 1], v->ids[i])) {
			v->ok = false;
			buf_printf(v->why, "two nodes have the id %.*s\n",
			    STR_ARG(v->ids[i]));
		}
	while (doc_walk(&walker)) {
		struct str target;

		if (walker.event == WALK_LEAVE)
			continue;
		target = target_of(walker.node);
		if (target.len > 0 &&
		    (v->id_count == 0 || bsearch(&target, v->ids, v->id_count,
					     sizeof(*v->ids), id_cmp) == NULL))
			complain(v, walker.node, "leads nowhere");
	}
}

bool
doc_verify(const struct node *root, struct buf *why)
{
	struct verifier v = { .why = why, .ok = true };
	struct walker walker = { .root = root };

	v.scratch = arena_new();
	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER)
			check_node(&v, walker.node);
	check_targets(&v, root);
	arena_free(v.scratch);
	return v.ok;
}
