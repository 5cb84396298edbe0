/* Tables of which every cell stands on a line of its own. */
#include "draft.h"

static void
due_words_and_struck_dates_are_dates(void **state)
{
	struct draft draft = draft_text(
	    "The Plan\n\nWhat has been done.\n\n"
	    "No\nTask\nDeadline\nOwner\nUpdate\n"
	    "1\nMend the wall\nASAP\nAnn Lee\nThe stone is cut.\n"
	    "2\nPaint it\n~~31/08/2026~~ 31/12/2026\nBob Orr\nTwo coats.\n"
	    "3\nClear the gullies\nQuarterly\nAnn Lee\nDone twice.\n");
	const struct plan *plan = draft.plan;

	(void)state;
	assert_int_equal(plan->actions_count, 3);
	assert_int_equal(plan->actions[0].due.year, 0);
	assert_str(plan->actions[1].title, "Paint it");
	assert_int_equal(plan->actions[1].due.month, 12);
	assert_int_equal(nodes(&draft, NODE_STRIKE, ROLE_NONE), 1);
	assert_str(plan->actions[2].owners.names[0], "Ann Lee");
	draft_free(&draft);
}

/* The period in a heading is no date of a row. */
static void
each_heading_has_its_own_table(void **state)
{
	struct draft draft = draft_text(
	    "The Plan\n\nWhat has been done.\n\n"
	    "1. Roads\n\nNo\nTask\nStatus\nProgress April to September 2026\n"
	    "Owner\nTarget date\n"
	    "1\nMend the wall\nRed\nThe stone is cut.\nAnn Lee\n3 May 2026\n\n"
	    "2. Drains\n\nNo\nTask\nStatus\nProgress April to September 2026\n"
	    "Owner\nTarget date\n"
	    "2\nClear the gullies\nGrren\nTwice.\nBob Orr\n4 May 2026\n");
	const struct plan *plan = draft.plan;

	(void)state;
	assert_int_equal(plan->actions_count, 2);
	assert_str(plan->actions[0].owners.names[0], "Ann Lee");
	assert_str(plan->actions[1].title, "Clear the gullies");
	assert_int_equal(plan->actions[1].state, STATE_ON_TRACK);
	assert_int_equal(plan->tables_count, 2);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(due_words_and_struck_dates_are_dates),
		cmocka_unit_test(each_heading_has_its_own_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
