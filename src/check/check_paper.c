/* check_paper: what a committee paper must have by law or custom. */
#include "check/check_priv.h"

static const struct pos whole = { 0, 0 };
static const struct str nothing = { "", 0 };

static bool
has_section(const struct doc *doc, enum node_role role)
{
	struct walker walker = { .root = doc->root };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_SECTION &&
		    walker.node->role == role)
			return true;
	return false;
}

static bool
has_field(const struct doc *doc, const char *words)
{
	for (size_t i = 0; i < doc->plan->fields_count; i++)
		if (str_find_nocase(doc->plan->fields[i].name, words) !=
		    (size_t)-1)
			return true;
	return false;
}

/* A report that goes to a committee for a decision or to be noted. */
static bool
goes_to_committee(const struct doc *doc)
{
	return doc->plan->type == TYPE_COMMITTEE_REPORT ||
	       doc->plan->type == TYPE_PROGRESS_REPORT;
}

static void
check_images(const struct doc *doc)
{
	struct walker walker = { .root = doc->root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_ENTER && node->kind == NODE_IMAGE &&
		    node->first == NULL)
			doc_say(doc, DOC_IMAGE_WORDLESS, node->pos,
			    node->as.link.url, nothing);
	}
}

/* Does the front matter say that this is a kind of paper without a plan? */
static bool
is_called_otherwise(const struct doc *doc)
{
	enum doc_type type = doc->plan->type;

	return doc_setting(doc, "kind") != NULL && type != TYPE_DELIVERY_PLAN &&
	       type != TYPE_PROGRESS_REPORT && type != TYPE_TRACKER;
}

void
check_paper(const struct doc *doc)
{
	const struct plan *plan = doc->plan;

	check_images(doc);
	/* one that was called something else is not expected to have any */
	if (plan->actions_count == 0 && !is_called_otherwise(doc))
		doc_say(doc, DOC_NO_ACTIONS, whole, nothing, nothing);
	if (!goes_to_committee(doc))
		return;
	/* a list of background papers is mandatory on a public report, even
	 * to say that there are none: Local Government Act 1972, s. 100D */
	if (!has_section(doc, ROLE_BACKGROUND) &&
	    !has_field(doc, "background paper"))
		doc_say(doc, DOC_NO_BACKGROUND, whole, nothing, nothing);
	if (plan->recommendations_count == 0 &&
	    !has_section(doc, ROLE_RECOMMENDATIONS))
		doc_say(doc, DOC_NO_RECOMMENDATION, whole, nothing, nothing);
}
