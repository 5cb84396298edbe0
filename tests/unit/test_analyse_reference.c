/* References lead to what they name, and the author hears of those that do
 * not. */
#include "draft.h"

static const struct node *
first_link(const struct draft *draft)
{
	struct walker walker = { .root = draft->doc->root };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_LINK)
			return walker.node;
	return NULL;
}

static void
a_paragraph_is_linked(void **state)
{
	struct draft draft =
	    draft_text("HARBOUR LIGHTS\n\n"
		       "1. The lamps were lit again in the month of May.\n\n"
		       "2. As paragraph 1 above says, the lamps are lit.\n");
	const struct node *link = first_link(&draft);

	(void)state;
	assert_int_equal(draft.plan->references_count, 1);
	assert_str(draft.plan->references[0].text, "paragraph 1 above");
	assert_str(draft.plan->references[0].target, "paragraph:1");
	assert_non_null(link);
	assert_str(link->as.link.target, "paragraph-1");
	assert_str(doc_text(draft.doc->arena, link->parent),
	    "As paragraph 1 above says, the lamps are lit.");
	draft_free(&draft);
}

static void
a_lost_reference_is_reported(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR LIGHTS\n\n"
	    "1. Comment on whether Section 2.3 is an accurate picture.\n");

	(void)state;
	assert_int_equal(said(&draft, "reference-lost"), 1);
	assert_null(first_link(&draft));
	draft_free(&draft);
}

static void
the_law_is_not_part_of_the_paper(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR LIGHTS\n\n"
	    "1. Under section 17 of the Crime and Disorder Act 1998 and as the "
	    "section 151 officer says, paragraph 3 of Schedule 12A applies.\n");

	(void)state;
	assert_int_equal(said(&draft, "reference-lost"), 0);
	draft_free(&draft);
}

static void
words_that_disagree_are_reported(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "3.1 Safe Harbour Objectives\n\n"
	    "3.1.1.\n\nObjective 1.1: We will keep the walls\n\n"
	    "Work on this will be done under Bright Lights Objective 1.1 and "
	    "under Bright Lights Objective 2.1 below.\n\n"
	    "3.2 Bright Lights Objectives\n\n"
	    "3.2.1.\n\nObjective 2.1: We will light the pier\n");

	(void)state;
	assert_int_equal(said(&draft, "reference-wrong"), 1);
	assert_int_equal(draft.plan->references_count, 2);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paragraph_is_linked),
		cmocka_unit_test(a_lost_reference_is_reported),
		cmocka_unit_test(the_law_is_not_part_of_the_paper),
		cmocka_unit_test(words_that_disagree_are_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
