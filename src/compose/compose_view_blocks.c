/* compose_view_blocks: which of the author's blocks belong to which theme or
 * objective. One walk over the draft, in which each section knows to whom the
 * blocks that follow belong. */
#include "compose/compose_view_plan.h"

#include <stdlib.h>

#include "base/arena.h"

static int
owner_cmp(const void *a, const void *b)
{
	const struct owner *x = a, *y = b;

	if (x->node != y->node)
		return (uintptr_t)x->node < (uintptr_t)y->node ? -1 : 1;
	/* those that mean most first: they are kept */
	if (x->is_around != y->is_around)
		return x->is_around ? 1 : -1;
	return (x->element == NULL) - (y->element == NULL);
}

static void
add_owner(struct plan_view *pv, const struct node *node, xmlNode *element,
    bool is_around)
{
	if (node == NULL)
		return;
	if (pv->owner_count == pv->owner_cap) {
		pv->owner_cap = pv->owner_cap ? pv->owner_cap * 2 : 64;
		pv->owners =
		    mem_resize(pv->owners, pv->owner_cap * sizeof(*pv->owners));
	}
	pv->owners[pv->owner_count++] =
	    (struct owner){ node, element, is_around };
}

/* Sorted, and each node once. */
static void
settle(struct plan_view *pv)
{
	size_t kept = 0;

	if (pv->owner_count == 0)
		return;
	qsort(pv->owners, pv->owner_count, sizeof(*pv->owners), owner_cmp);
	for (size_t i = 1; i < pv->owner_count; i++)
		if (pv->owners[i].node != pv->owners[kept].node)
			pv->owners[++kept] = pv->owners[i];
	pv->owner_count = kept + 1;
}

void
compose_view_owners_init(struct plan_view *pv)
{
	const struct plan *plan = pv->plan;
	size_t count;

	for (xmlNode *at = pv->top; at != NULL; at = at->next)
		add_owner(pv, compose_view_ref(at)->node, at, false);
	for (size_t i = 0; i < plan->themes_count; i++)
		add_owner(pv, plan->themes[i].section, pv->themes[i], false);
	for (size_t i = 0; i < plan->objectives_count; i++)
		add_owner(
		    pv, plan->objectives[i].node, pv->objectives[i], false);
	for (size_t i = 0; i < plan->tables_count; i++)
		add_owner(pv, plan->tables[i].node, NULL, false);
	count = pv->owner_count;
	settle(pv);
	count = pv->owner_count;
	for (size_t i = 0; i < count; i++)
		for (const struct node *up = pv->owners[i].node->parent;
		     up != NULL; up = up->parent)
			add_owner(pv, up, NULL, true);
	settle(pv);
}

void
compose_view_owners_clear(struct plan_view *pv)
{
	free(pv->owners);
	pv->owners = NULL;
	pv->owner_count = pv->owner_cap = 0;
}

const struct owner *
compose_view_owner(const struct plan_view *pv, const struct node *node)
{
	size_t low = 0, high = pv->owner_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pv->owners[middle].node == node)
			return &pv->owners[middle];
		if ((uintptr_t)pv->owners[middle].node < (uintptr_t)node)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* To whom blocks belong in the section being walked. */
struct frame {
	xmlNode *section;   /* the section's own element, or that around it */
	xmlNode *paragraph; /* of the last objective stated by a paragraph */
	bool is_after;      /* its actions have been met */
};

struct frames {
	struct frame *items;
	size_t count, cap;
	struct arena *arena;
};

static struct frame *
push(struct frames *frames, xmlNode *owner)
{
	frames->items = arena_push(frames->arena, frames->items, &frames->count,
	    &frames->cap, sizeof(*frames->items));
	frames->items[frames->count - 1] = (struct frame){ owner, NULL, false };
	return &frames->items[frames->count - 1];
}

static void
add_block(struct plan_view *pv, xmlNode *element, const struct node *node,
    bool is_after)
{
	xmlNode *at =
	    compose_view_add(pv->view, element, "block", node, node->pos);

	compose_view_set(
	    pv->view, at, "kind", str_from(doc_kind_name(node->kind)));
	compose_view_set(
	    pv->view, at, "role", str_from(doc_role_name(node->role)));
	/* a deeper section, too, can only stand behind the actions */
	if (is_after || node->kind == NODE_SECTION)
		compose_view_set(pv->view, at, "after", str_from("yes"));
}

/* Says whether the walk goes down into the node. */
static bool
meet(struct plan_view *pv, struct frames *frames, const struct node *node)
{
	struct frame *frame =
	    frames->count > 0 ? &frames->items[frames->count - 1] : NULL;
	xmlNode *owner = frame == NULL      ? NULL
			 : frame->paragraph ? frame->paragraph
					    : frame->section;
	const struct owner *known = compose_view_owner(pv, node);
	bool is_section =
	    node->kind == NODE_SECTION || node->kind == NODE_DOCUMENT;

	if (known == NULL) {
		/* its own heading is a section's name, not a block of it */
		bool is_name = node->kind == NODE_HEADING &&
			       node->prev == NULL && frame != NULL &&
			       compose_view_owner(pv, node->parent) != NULL &&
			       compose_view_owner(pv, node->parent)->element;

		if (owner != NULL && !is_name)
			add_block(pv, owner, node, frame->is_after);
		return false;
	}
	if (known->element == NULL && !known->is_around) {
		if (frame != NULL) /* actions: their rows are elsewhere */
			frame->is_after = true;
		return false;
	}
	if (is_section) {
		push(frames, known->element ? known->element : owner);
		return true;
	}
	if (known->element != NULL) {
		frame->paragraph = known->element;
		frame->is_after = false;
	}
	return false;
}

void
compose_view_blocks(struct plan_view *pv)
{
	struct walker walker = { .root = pv->doc->root };
	struct frames frames = { .arena = arena_new() };

	/* parts came after the owners were sorted */
	for (xmlNode *top = pv->top; top != NULL; top = top->next)
		for (xmlNode *at = top->children; at != NULL; at = at->next)
			if (compose_xml_is(at, "part"))
				add_owner(
				    pv, compose_view_ref(at)->node, at, false);
	settle(pv);
	add_owner(pv, pv->doc->root, NULL, true);
	settle(pv);
	while (doc_walk(&walker)) {
		bool is_section = walker.node->kind == NODE_SECTION ||
				  walker.node->kind == NODE_DOCUMENT;

		if (walker.event == WALK_ENTER) {
			if (!meet(pv, &frames, walker.node)) {
				doc_walk_skip(&walker);
				doc_walk(&walker); /* its leaving */
			}
		} else if (is_section) {
			frames.count--;
		}
	}
	arena_free(frames.arena);
}
