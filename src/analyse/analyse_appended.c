/* analyse_appended: a paper that was appended to the paper, with a head of its
 * own:
 *
 *     APPENDIX A                               heading
 *     NORTH QUAY DISTRICT COUNCIL              whose it is: a quiet line
 *     The state of the quays                   what it is called
 *     Harbours Committee - 3 June 2026         when it was made: a quiet line
 *
 * Works on the flat list of blocks. What such a head says is of the appended
 * paper: nobody else asks these lines for the committee or the date. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { HEAD_BLOCKS = 8, TITLE_MAX_WORDS = 16, DEEPEST = 6 };

static bool
is_whose(struct analysis *a, const struct node *node)
{
	return (node->kind == NODE_HEADING
		       ? node->as.heading.number.len == 0
		       : node->kind == NODE_PARAGRAPH &&
			     node->as.paragraph.number.len == 0) &&
	       analyse_head_line(a, analyse_text(a, node), HEAD_LIKELY).kind !=
		   HEAD_NONE;
}

/* A short line between those that say whose it is. */
static bool
may_be_title(struct analysis *a, const struct node *node)
{
	struct str text = analyse_text(a, node), rest = text;

	return node->kind == NODE_PARAGRAPH &&
	       node->as.paragraph.number.len == 0 && text.len > 0 &&
	       analyse_word_count(text) <= TITLE_MAX_WORDS &&
	       !str_ends(text, ".") && !str_ends(text, ":") &&
	       utf8_is_upper(utf8_next(&rest));
}

static void
quieten_head(struct analysis *a, struct node *appendix)
{
	struct node *node = appendix->next, *next, *title = NULL;
	bool has_title = false;

	for (int i = 0; node != NULL && i < HEAD_BLOCKS; i++, node = next) {
		next = node->next;
		if (is_whose(a, node)) {
			if (node->kind == NODE_HEADING)
				analyse_make_quiet(node);
			node->flags |= NODE_QUIET;
		} else if (!has_title && node->kind == NODE_HEADING) {
			has_title = true;
		} else if (!has_title && may_be_title(a, node)) {
			has_title = true;
			title = node;
		} else {
			break;
		}
	}
	if (title == NULL)
		return;
	title->kind = NODE_HEADING;
	title->as.heading.number = (struct str){ NULL, 0 };
	title->as.heading.level = appendix->as.heading.level < DEEPEST
				      ? appendix->as.heading.level + 1
				      : DEEPEST;
}

/* Whose it is may stand in one paragraph with what it is called. */
static bool
opens_head(struct analysis *a, struct node *appendix)
{
	struct node *node = appendix->next;

	for (int i = 0; node != NULL && i < 2; i++) {
		struct node *prev = node->prev;

		if (node->kind == NODE_PARAGRAPH &&
		    node->as.paragraph.number.len == 0)
			analyse_open_lines(a, node);
		node = prev->next;
		if (node != NULL)
			node = node->next;
	}
	return appendix->next != NULL && is_whose(a, appendix->next);
}

void
analyse_appended(struct analysis *a)
{
	for (struct node *node = a->doc->root->first; node; node = node->next)
		if (node->kind == NODE_HEADING && node->role == ROLE_NONE &&
		    analyse_section_role(a, analyse_text(a, node)) ==
			ROLE_APPENDIX &&
		    opens_head(a, node))
			quieten_head(a, node);
}

bool
analyse_is_appended(const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->kind == NODE_SECTION && node->role == ROLE_APPENDIX)
			return true;
	return false;
}
