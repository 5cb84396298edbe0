/* analyse_section: headings and what follows them -> nested sections, and what
 * each section is for. */
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

/* Capitals that name a half of the paper: SUMMARY REPORT, MAIN REPORT, PART A
 */
static bool
is_part(struct analysis *a, struct str title)
{
	struct str key = analyse_key(a, title);

	return str_is(key, "summary report") || str_is(key, "main report") ||
	       (str_starts(key, "part ") && key.len <= 8);
}

void
analyse_roles(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;
		struct str title;

		if (walker.event == WALK_LEAVE || node->kind != NODE_SECTION ||
		    node->role != ROLE_NONE)
			continue;
		title = analyse_text(a, node->first);
		node->role = analyse_section_role(a, title);
		if (is_part(a, title))
			node->role = ROLE_PART;
		/* "Appendices: what is attached" against "Appendix A" itself */
		if (node->role == ROLE_APPENDIX && node->parent != NULL &&
		    node->parent->role == ROLE_APPENDIX)
			node->role = ROLE_NONE;
	}
}
