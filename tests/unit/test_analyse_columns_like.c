/* Columns of one meaning, and columns that hold two things. */
#include "draft.h"

static void
an_action_counts_beside_the_recommendation_that_it_shares(void **state)
{
	struct draft draft = draft_text(
	    "Plan of works\n\n"
	    "Recommendation\tAction\tLead officer\tDue\tStatus\n"
	    "R1. Be brief\tCut the plan\tAnn Lee\tMay 2026\tGreen\n"
	    "\tAsk the staff\tBob Orr\tJune 2026\tRed\n"
	    "R2. Be bold\tTell the story\tAnn Lee\tMay 2026\tGreen\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 3);
	assert_str(draft.plan->actions[1].title, "Ask the staff");
	assert_int_equal(draft.plan->actions[1].state, STATE_OFF_TRACK);
	draft_free(&draft);
}

static void
an_update_counts_before_a_response(void **state)
{
	struct draft draft = draft_text(
	    "Plan of works\n\n"
	    "Ref\tRecommendation\tManagement response\tOwner\tUpdate\tStatus\n"
	    "R1\tMend the wall\tAgreed\tAnn Lee\tHalf is done.\tGreen\n"
	    "R2\tPaint it\tAgreed\tBob Orr\tNo paint yet.\tRed\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(draft.plan->actions[0].progress, "Half is done.");
	draft_free(&draft);
}

static void
one_column_can_hold_owner_and_date(void **state)
{
	struct draft draft =
	    draft_text("Plan of works\n\n"
		       "No\tRecommendation\tOwner and due date\tStatus\n"
		       "1\tMend the wall\tHead of Works\n3 May 2026\tGreen\n"
		       "2\tPaint it\tHead of Audit / 4 May 2026\tRed\n");
	const struct plan_action *action = draft.plan->actions;

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(action[0].owners.count, 1);
	assert_str(action[0].owners.names[0], "Head of Works");
	assert_int_equal(action[0].due.day, 3);
	assert_int_equal(action[1].owners.count, 1);
	assert_str(action[1].owners.names[0], "Head of Audit");
	assert_int_equal(action[1].due.day, 4);
	draft_free(&draft);
}

static void
of_baseline_and_forecast_the_forecast_counts(void **state)
{
	struct draft draft = draft_text(
	    "Plan of works\n\n"
	    "Ref\tDeliverable\tLead\tBaseline / forecast\tRAG\n"
	    "B1\tMend the wall\tAnn Lee\tMay 2026 / July 2026\tAmber\n"
	    "B2\tPaint it\tBob Orr\tMay 2026 / not known\tRed\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(draft.plan->actions[0].due.month, 7);
	assert_int_equal(draft.plan->actions[1].due.month, 5);
	draft_free(&draft);
}

static void
what_might_happen_is_no_action(void **state)
{
	struct draft draft =
	    draft_text("Log of the project\n\n"
		       "ID\tDescription\tProbability\tImpact\tOwner\tStatus\n"
		       "R1\tThe wall falls\t3\t4\tAnn Lee\tOpen\n"
		       "R2\tThe pier sinks\t1\t5\tBob Orr\tOpen\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    an_action_counts_beside_the_recommendation_that_it_shares),
		cmocka_unit_test(an_update_counts_before_a_response),
		cmocka_unit_test(one_column_can_hold_owner_and_date),
		cmocka_unit_test(of_baseline_and_forecast_the_forecast_counts),
		cmocka_unit_test(what_might_happen_is_no_action),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
