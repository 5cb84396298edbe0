/* doc_node: making nodes and linking them. */
#include "model/doc.h"

#include "base/arena.h"
#include "base/must.h"

struct node *
doc_node_new(struct arena *arena, enum node_kind kind, struct pos pos)
{
	struct node *node = arena_alloc(arena, sizeof(*node));

	node->kind = kind;
	node->pos = pos;
	return node;
}

static void
link_between(struct node *parent, struct node *prev, struct node *node,
    struct node *next)
{
	must(node->parent == NULL && node != parent);
	node->parent = parent;
	node->prev = prev;
	node->next = next;
	if (prev != NULL)
		prev->next = node;
	else
		parent->first = node;
	if (next != NULL)
		next->prev = node;
	else
		parent->last = node;
}

void
doc_node_append(struct node *parent, struct node *child)
{
	link_between(parent, parent->last, child, NULL);
}

void
doc_node_prepend(struct node *parent, struct node *child)
{
	link_between(parent, NULL, child, parent->first);
}

void
doc_node_insert_after(struct node *place, struct node *added)
{
	link_between(place->parent, place, added, place->next);
}

void
doc_node_insert_before(struct node *place, struct node *added)
{
	link_between(place->parent, place->prev, added, place);
}

void
doc_node_unlink(struct node *node)
{
	if (node->parent == NULL)
		return;
	if (node->prev != NULL)
		node->prev->next = node->next;
	else
		node->parent->first = node->next;
	if (node->next != NULL)
		node->next->prev = node->prev;
	else
		node->parent->last = node->prev;
	node->parent = node->prev = node->next = NULL;
}

void
doc_node_move_children(struct node *to, struct node *from)
{
	while (from->first != NULL) {
		struct node *child = from->first;

		doc_node_unlink(child);
		doc_node_append(to, child);
	}
}

static struct node *
copy_alone(struct arena *arena, const struct node *node)
{
	struct node *copy = arena_alloc(arena, sizeof(*copy));

	*copy = *node;
	copy->parent = copy->prev = copy->next = NULL;
	copy->first = copy->last = NULL;
	return copy;
}

struct node *
doc_node_copy(struct arena *arena, const struct node *node)
{
	struct walker walker = { .root = node };
	struct node *top = NULL, *at = NULL;

	while (doc_walk(&walker)) {
		if (walker.event == WALK_ENTER) {
			struct node *copy = copy_alone(arena, walker.node);

			if (at != NULL)
				doc_node_append(at, copy);
			else
				top = copy;
			at = copy;
		} else {
			at = at->parent;
		}
	}
	return top;
}

struct node *
doc_text_append(
    struct arena *arena, struct node *parent, struct str text, struct pos pos)
{
	struct node *node = doc_node_new(arena, NODE_TEXT, pos);

	node->as.text.text = text;
	doc_node_append(parent, node);
	return node;
}

struct node *
doc_paragraph_append(
    struct arena *arena, struct node *parent, struct str text, struct pos pos)
{
	struct node *node = doc_node_new(arena, NODE_PARAGRAPH, pos);

	doc_text_append(arena, node, text, pos);
	doc_node_append(parent, node);
	return node;
}
