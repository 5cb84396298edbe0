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

static void
a_list_is_many_references(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR LIGHTS\n\n"
	    "1. The lamps were lit.\n\n2. The walls were mended.\n\n"
	    "3. As paragraphs 1 and 2 above, para. 2 and paragraphs 1 to 9 "
	    "say, the 2 and 3 are numbers.\n");

	(void)state;
	assert_int_equal(draft.plan->references_count, 4);
	assert_str(draft.plan->references[0].text, "paragraphs 1");
	assert_str(draft.plan->references[1].text, "2 above");
	assert_str(draft.plan->references[1].target, "paragraph:2");
	assert_str(draft.plan->references[2].text, "para. 2");
	/* "paragraphs 1 to 9 say": 9 could be anything */
	assert_int_equal(said(&draft, "reference-lost"), 0);
	assert_int_equal(nodes(&draft, NODE_LINK, ROLE_NONE), 4);
	draft_free(&draft);
}

static void
a_reference_may_run_over_a_line(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR LIGHTS\n\n1. The lamps were lit.\n\n"
	    "2. The lamps were lit again for the whole of the season, as was said in paragraph\n"
	    "1 above, and so were all the others that stand along the outer wall of the old\nharbour.\n");
	const struct node *link = first_link(&draft);

	(void)state;
	assert_non_null(link);
	assert_str(doc_text(draft.doc->arena, link), "paragraph 1");
	assert_str(doc_text(draft.doc->arena, link->parent),
	    "The lamps were lit again for the whole of the season, as was said in paragraph 1 "
	    "above, and so were all the others that stand along the outer wall of the old harbour.");
	draft_free(&draft);
}

static void
another_paper_is_not_this_one(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR LIGHTS\n\n3. The lamps were lit.\n\n"
	    "4. It is exempt under paragraph 3 of Part 1 of Schedule 12A, and "
	    "paragraph 3 of this report says why; so does paragraph 9 of the "
	    "report.\n");

	(void)state;
	assert_int_equal(nodes(&draft, NODE_LINK, ROLE_NONE), 1);
	assert_int_equal(said(&draft, "reference-lost"), 1);
	draft_free(&draft);
}

static void
a_label_is_no_reference(void **state)
{
	struct draft draft =
	    draft_text("HARBOUR LIGHTS\n\n"
		       "Paragraph 1 of many is about the lamps on the wall.\n\n"
		       "Paragraph 2 of many is about the lamps on the pier.\n\n"
		       "Paragraph 7: the lamps at the end of the harbour.\n");

	(void)state;
	assert_int_equal(said(&draft, "reference-lost"), 0);
	draft_free(&draft);
}

static void
a_title_that_is_anothers_is_reported(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\nAction\tOwner\tStatus\tProgress\n"
	    "1.1 Mend the gate\tAnn Lee\tGreen\tSee action 1.2 (Sweep the "
	    "quay).\n"
	    "1.2 Sweep the quay\tAnn Lee\tGreen\tSee action 1.1 (Sweep the "
	    "quay).\n");

	(void)state;
	assert_int_equal(draft.plan->references_count, 2);
	assert_int_equal(said(&draft, "reference-wrong"), 1);
	draft_free(&draft);
}

static void
an_item_may_be_a_paragraph(void **state)
{
	struct draft draft =
	    draft_md("# Harbour lights\n\n1. The lamps were lit.\n\n"
		     "2. As paragraph 1 above says, they are.\n");

	(void)state;
	assert_int_equal(nodes(&draft, NODE_LINK, ROLE_NONE), 1);
	assert_str(draft.plan->references[0].target, "paragraph:1");
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
		cmocka_unit_test(a_list_is_many_references),
		cmocka_unit_test(a_reference_may_run_over_a_line),
		cmocka_unit_test(another_paper_is_not_this_one),
		cmocka_unit_test(a_label_is_no_reference),
		cmocka_unit_test(a_title_that_is_anothers_is_reported),
		cmocka_unit_test(an_item_may_be_a_paragraph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
