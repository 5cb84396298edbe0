/* analyse_section: headings and what follows them -> nested sections. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

static int
section_level(const struct node *section)
{
	return section->first->as.heading.level;
}

/* The open section that a heading of that level goes into. */
static struct node *
parent_for(struct node *root, struct node *open, int level)
{
	while (open != root && section_level(open) >= level)
		open = open->parent;
	return open;
}

void
analyse_sections(struct analysis *a)
{
	struct node *root = a->doc->root;
	struct node *open = root;
	struct node *node = root->first, *next;

	/* every block is taken off the front and put back where it belongs */
	root->first = root->last = NULL;
	for (; node != NULL; node = next) {
		next = node->next;
		node->parent = node->prev = node->next = NULL;
		if (node->kind == NODE_HEADING && node->role != ROLE_TITLE) {
			struct node *section = doc_node_new(
			    a->doc->arena, NODE_SECTION, node->pos);

			open = parent_for(root, open, node->as.heading.level);
			doc_node_append(open, section);
			section->role = node->role;
			node->role = ROLE_NONE;
			open = section;
		}
		doc_node_append(node->kind == NODE_NOTES ? root : open, node);
	}
}
