/* tree: small document trees for the tests of model. */
#ifndef TESTS_UNIT_TREE_H
#define TESTS_UNIT_TREE_H

#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "model/doc.h"

static inline struct pos
at(unsigned line)
{
	return (struct pos){ line, 1 };
}

/* A node of that kind, appended to parent unless that is NULL. */
static inline struct node *
tree_add(struct arena *arena, struct node *parent, enum node_kind kind)
{
	struct node *node = doc_node_new(arena, kind, at(1));

	if (kind == NODE_HEADING)
		node->as.heading.level = 2;
	if (parent != NULL)
		doc_node_append(parent, node);
	return node;
}

static inline struct node *
tree_text(struct arena *arena, struct node *parent, const char *text)
{
	return doc_text_append(arena, parent, str_from(text), at(1));
}

/* The kinds of a node's children, as "heading paragraph". */
static inline void
assert_children(const struct node *parent, const char *want)
{
	struct buf buf = BUF_INIT;

	for (const struct node *n = parent->first; n != NULL; n = n->next)
		buf_printf(&buf, "%s%s", n->prev != NULL ? " " : "",
		    doc_kind_name(n->kind));
	assert_str(buf_str(&buf), want);
	buf_clear(&buf);
	/* and the links backwards say the same */
	for (const struct node *n = parent->last; n != NULL; n = n->prev) {
		assert_ptr_equal(n->parent, parent);
		assert_ptr_equal(n->next, n == parent->last ? NULL : n->next);
		if (n->prev == NULL)
			assert_ptr_equal(n, parent->first);
	}
}

#endif
