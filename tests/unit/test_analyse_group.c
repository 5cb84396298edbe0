/* A row that names an owner or a date speaks for the actions below it, where
 * they do not speak for themselves. */
#include "draft.h"

static void
a_group_gives_its_owner_and_date(void **state)
{
	struct draft draft =
	    draft_md("# Harbour\n\n| Ref | Action | Owner | Due | Status |\n"
		     "|---|---|---|---|---|\n"
		     "| Safe walls - Owner: Ann Lee; Due: May 2027 | | | | |\n"
		     "| 1 | Mend the wall | | | Green |\n"
		     "| 2 | Paint the door | Bob Orr | June 2027 | Green |\n");
	const struct plan_action *actions = draft.plan->actions;

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(actions[0].owners.count, 1);
	assert_str(actions[0].owners.names[0], "Ann Lee");
	assert_int_equal(actions[0].due.month, 5);
	assert_int_equal(actions[1].owners.count, 1);
	assert_str(actions[1].owners.names[0], "Bob Orr");
	assert_int_equal(actions[1].due.month, 6);
	draft_free(&draft);
}

/* Until the next group: its silence is not filled by the one before. */
static void
the_next_group_begins_anew(void **state)
{
	struct draft draft =
	    draft_md("# Harbour\n\n| Ref | Action | Owner | Status |\n"
		     "|---|---|---|---|\n"
		     "| Safe walls - Owner: Ann Lee | | | |\n"
		     "| 1 | Mend the wall | | Green |\n"
		     "| Bright lights | | | |\n"
		     "| 2 | Light the pier | | Green |\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(draft.plan->actions[0].owners.count, 1);
	assert_int_equal(draft.plan->actions[1].owners.count, 0);
	draft_free(&draft);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_group_gives_its_owner_and_date),
		cmocka_unit_test(the_next_group_begins_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
