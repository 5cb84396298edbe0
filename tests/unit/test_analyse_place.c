/* An action's number says where it belongs. */
#include "draft.h"

#define TABLE "Action\tOwner\tLead\tBRAG\n"

static void
the_number_counts_for_more_than_the_place(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "3.1 Safe Harbour Objectives\n\n"
	    "3.1.1.\n\nObjective 1.1: We will keep the walls\n\n" TABLE
	    "1.1.1 Mend\tAnn Lee\tBob Orr\tGreen\n"
	    "1.2.1 Sweep\tAnn Lee\tBob Orr\tBlue\n\n"
	    "3.1.2.\n\nObjective 1.2: We will keep the steps\n\n");

	(void)state;
	assert_int_equal(draft.plan->actions[1].objective, 1);
	assert_int_equal(draft.plan->objectives[0].action_count, 1);
	assert_int_equal(draft.plan->objectives[1].action_count, 1);
	assert_int_equal(said(&draft, "action-moved"), 1);
	draft_free(&draft);
}

static void
a_number_used_twice_is_reported(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n" TABLE "1.1 Mend\tAnn Lee\tBob Orr\tGreen\n"
	    "1.1 Sweep\tAnn Lee\tBob Orr\tBlue\n");

	(void)state;
	assert_int_equal(said(&draft, "action-twice"), 1);
	assert_false(str_eq(
	    draft.plan->actions[0].anchor, draft.plan->actions[1].anchor));
	draft_free(&draft);
}

static void
sections_with_tables_are_themes(void **state)
{
	struct draft draft = draft_md(
	    "# Plan\n\n## Walls\n\n"
	    "| Action | Owner | Status |\n|---|---|---|\n| Mend | Ann | Red |\n"
	    "\n## Steps\n\n"
	    "| Action | Owner | Status |\n|---|---|---|\n| Sweep | Ann | Red |\n");

	(void)state;
	assert_int_equal(draft.plan->themes_count, 2);
	assert_int_equal(draft.plan->actions[1].theme, 1);
	assert_int_equal(
	    plan_count(draft.plan, STATE_OFF_TRACK, 1, PLAN_NONE), 1);
	draft_free(&draft);
}

static void
one_table_makes_a_plan_not_a_theme(void **state)
{
	struct draft draft =
	    draft_md("# Plan\n\n## Actions agreed\n\n"
		     "| Action | Owner | Status |\n|---|---|---|\n"
		     "| Mend | Ann | Red |\n");

	(void)state;
	assert_int_equal(draft.plan->themes_count, 0);
	assert_int_equal(nodes(&draft, NODE_SECTION, ROLE_PLAN), 1);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_number_counts_for_more_than_the_place),
		cmocka_unit_test(a_number_used_twice_is_reported),
		cmocka_unit_test(sections_with_tables_are_themes),
		cmocka_unit_test(one_table_makes_a_plan_not_a_theme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
