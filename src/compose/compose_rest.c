/* compose_rest: what no step has used, so that no template can lose a word. A
 * section or table of which a part is used is given again around the rest. */
#include "compose/compose_priv.h"

#include "base/arena.h"

static struct node *
shell_of(struct maker *maker, const struct node *node)
{
	struct node *shell = doc_node_new(maker->arena, node->kind, node->pos);

	shell->role = node->role;
	shell->lang = node->lang;
	shell->as = node->as;
	return shell;
}

/* A second heading over what is left of a section; ours, though the words are
 * the author's. */
static void
add_heading(struct maker *maker, struct node *shell, const struct node *section)
{
	struct node *heading;

	if (section->first == NULL ||
	    !compose_marks_used(maker->marks, section->first))
		return; /* it comes by itself */
	heading = compose_new(maker, NODE_HEADING, section->first->pos);
	heading->as.heading.level = section->first->as.heading.level;
	compose_copy_again(maker, heading, section->first);
	doc_node_append(shell, heading);
}

static void
add_header_rows(
    struct maker *maker, struct node *shell, const struct node *table)
{
	for (const struct node *row = table->first; row != NULL;
	     row = row->next) {
		struct node *copy;

		if (row->kind != NODE_ROW || !row->as.row.is_header)
			continue;
		if (compose_marks_cover(maker->marks, row) != COVER_ALL)
			continue; /* it comes by itself */
		copy = shell_of(maker, row);
		copy->flags |= NODE_GENERATED;
		compose_copy_again(maker, copy, row);
		doc_node_append(shell, copy);
	}
}

static struct node *
open_shell(struct maker *maker, struct node *to, const struct node *node)
{
	struct node *shell = shell_of(maker, node);

	if (node->kind == NODE_SECTION)
		add_heading(maker, shell, node);
	if (node->kind == NODE_TABLE)
		add_header_rows(maker, shell, node);
	doc_node_append(to, shell);
	return shell;
}

/* A row of which some cells are used keeps its length. */
static bool
keeps_place(const struct node *node)
{
	return node->kind == NODE_CELL;
}

static struct node *
first_section(const struct node *node)
{
	struct node *at = node->first;

	while (at != NULL && at->kind != NODE_SECTION)
		at = at->next;
	return at;
}

/* Blocks that stand in no section come before those that do: behind one, they
 * would seem to belong to it. */
static void
settle(struct node *to, struct node *found)
{
	struct node *section = first_section(to);

	while (found->first != NULL) {
		struct node *node = found->first;

		doc_node_unlink(node);
		if (section != NULL && node->kind != NODE_SECTION)
			doc_node_insert_before(section, node);
		else
			doc_node_append(to, node);
	}
}

static void
gather(struct maker *maker, struct node *to)
{
	struct walker walker = { .root = maker->doc->root };
	struct node *at = to;

	compose_marks_sum(maker->marks, maker->doc->root);
	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE) {
			if (compose_marks_cover(maker->marks, node) ==
				COVER_SOME &&
			    node->kind != NODE_DOCUMENT)
				at = at->parent;
			continue;
		}
		if (node->kind == NODE_DOCUMENT)
			continue;
		switch (compose_marks_cover(maker->marks, node)) {
		case COVER_SOME:
			at = open_shell(maker, at, node);
			continue;
		case COVER_NONE:
			compose_copy(maker, at, node);
			break;
		case COVER_ALL:
			if (keeps_place(node))
				doc_node_append(at, shell_of(maker, node));
			break;
		}
		doc_walk_skip(&walker);
	}
}

void
compose_rest(struct maker *maker, struct node *to)
{
	struct node *found =
	    doc_node_new(maker->arena, NODE_DOCUMENT, (struct pos){ 0 });

	gather(maker, found);
	settle(to, found);
}
