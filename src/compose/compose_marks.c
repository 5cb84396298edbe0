/* compose_marks: which of the author's nodes are in the report already. A hash
 * table from nodes to what is known of them; the document stays const. */
#include "compose/compose_priv.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"

struct mark {
	const struct node *node;  /* NULL: this slot is free */
	size_t status_of, row_of; /* index of an action, plus 1; 0: none */
	bool is_used;
	bool is_held;  /* counts as used for now */
	bool is_empty; /* nothing below it could be lost */
	enum cover cover;
};

struct marks {
	struct mark *slots;
	size_t count;
	size_t size; /* a power of two, more than half of it free */
};

static struct mark *
find_slot(const struct marks *marks, const struct node *node)
{
	uint64_t hash = (uint64_t)(uintptr_t)node * 0x9E3779B97F4A7C15u;
	size_t i = (size_t)(hash >> 20) & (marks->size - 1);

	while (marks->slots[i].node != NULL && marks->slots[i].node != node)
		i = (i + 1) & (marks->size - 1);
	return &marks->slots[i];
}

static void
grow(struct marks *marks)
{
	struct marks old = *marks;

	marks->size = old.size * 2;
	marks->slots = mem_alloc(marks->size * sizeof(*marks->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].node != NULL)
			*find_slot(marks, old.slots[i].node) = old.slots[i];
	free(old.slots);
}

static struct mark *
get(struct marks *marks, const struct node *node)
{
	struct mark *mark = find_slot(marks, node);

	if (mark->node != NULL)
		return mark;
	if (marks->count * 2 >= marks->size) {
		grow(marks);
		mark = find_slot(marks, node);
	}
	marks->count++;
	mark->node = node;
	return mark;
}

/* The row that a value's cell stands in. */
static void
mark_action(struct marks *marks, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];
	const struct plan_table *table = &plan->tables[action->table];

	for (size_t i = 0; i < action->value_count; i++) {
		const struct plan_value *value = &action->values[i];

		if (value->cell->parent != NULL)
			get(marks, value->cell->parent)->row_of = index + 1;
		if (table->columns[value->column].role == COLUMN_ROLE_STATUS)
			get(marks, value->cell)->status_of = index + 1;
	}
}

struct marks *
compose_marks_new(const struct doc *doc)
{
	struct marks *marks = mem_alloc(sizeof(*marks));

	marks->size = 1024;
	marks->slots = mem_alloc(marks->size * sizeof(*marks->slots));
	for (size_t i = 0; i < doc->plan->actions_count; i++)
		mark_action(marks, doc->plan, i);
	return marks;
}

void
compose_marks_free(struct marks *marks)
{
	if (marks == NULL)
		return;
	free(marks->slots);
	free(marks);
}

void
compose_marks_use(struct marks *marks, const struct node *node)
{
	if (node != NULL)
		get(marks, node)->is_used = true;
}

void
compose_marks_use_all(struct marks *marks, const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (doc_kind_is_inline(walker.node->kind))
			doc_walk_skip(&walker);
		else
			compose_marks_use(marks, walker.node);
	}
}

void
compose_marks_hold(struct marks *marks, const struct node *root, bool is_held)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (doc_kind_is_inline(walker.node->kind))
			doc_walk_skip(&walker);
		else
			get(marks, walker.node)->is_held = is_held;
	}
}

bool
compose_marks_used(const struct marks *marks, const struct node *node)
{
	const struct mark *mark = find_slot(marks, node);

	return mark->is_used || mark->is_held;
}

size_t
compose_marks_status_of(const struct marks *marks, const struct node *cell)
{
	size_t index = find_slot(marks, cell)->status_of;

	return index > 0 ? index - 1 : PLAN_NONE;
}

size_t
compose_marks_row_of(const struct marks *marks, const struct node *row)
{
	size_t index = find_slot(marks, row)->row_of;

	return index > 0 ? index - 1 : PLAN_NONE;
}

/* Has the node words that stand in none of its children? */
static bool
has_own_words(const struct node *node)
{
	switch (doc_kind_holds(node->kind)) {
	case HOLDS_INLINES:
		return true;
	case HOLDS_NOTHING:
		return node->kind == NODE_CODE;
	case HOLDS_BLOCKS:
		return node->kind == NODE_ITEM || node->kind == NODE_FIELD ||
		       node->kind == NODE_NOTE;
	case HOLDS_ITEMS:
	case HOLDS_ROWS:
	case HOLDS_CELLS:
	case HOLDS_FIELD_LIST:
	case HOLDS_NOTE_LIST:
	case HOLDS_CAPTION:
		break;
	}
	return false;
}

static bool
is_bare(const struct node *node)
{
	return node->kind == NODE_PARAGRAPH && node->first == NULL &&
	       node->as.paragraph.number.len == 0;
}

/* The sum of the children's covers; what is empty does not count. */
static void
sum(struct marks *marks, const struct node *node, struct mark *mark)
{
	bool any = false, all = true, is_empty = true;

	if (has_own_words(node)) {
		mark->is_empty = is_bare(node);
		mark->cover =
		    mark->is_used || mark->is_held ? COVER_ALL : COVER_NONE;
		return;
	}
	for (const struct node *at = node->first; at != NULL; at = at->next) {
		const struct mark *child = find_slot(marks, at);

		if (child->is_empty)
			continue;
		is_empty = false;
		any |= child->cover != COVER_NONE;
		all &= child->cover == COVER_ALL;
	}
	mark->is_empty = is_empty;
	mark->cover = all ? COVER_ALL : any ? COVER_SOME : COVER_NONE;
}

void
compose_marks_sum(struct marks *marks, const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_ENTER) {
			if (doc_kind_is_inline(walker.node->kind))
				doc_walk_skip(&walker);
			continue;
		}
		if (!doc_kind_is_inline(walker.node->kind))
			sum(marks, walker.node, get(marks, walker.node));
	}
}

enum cover
compose_marks_cover(const struct marks *marks, const struct node *node)
{
	return find_slot(marks, node)->cover;
}
