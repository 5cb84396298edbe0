/* Actions written as cards. */
#include "draft.h"

static void
assert_action(const struct plan *plan, size_t at, const char *id,
    const char *title, const char *owner, enum state state)
{
	const struct plan_action *action = &plan->actions[at];

	assert_str(action->id, id);
	assert_str(action->title, title);
	assert_int_equal(action->owners.count, 1);
	assert_str(action->owners.names[0], owner);
	assert_int_equal(action->state, state);
}

static void
a_label_with_a_number_begins_a_card(void **state)
{
	struct draft draft =
	    draft_text("Plan of works\n\nFour are told here.\n\n"
		       "RECOMMENDATION 1 - BE CLEAR\n\n"
		       "Action 1a: Write a short plan\n"
		       "Owner: Chief Executive\n"
		       "Due: 3 May 2026\nStatus: Complete\n\n"
		       "Action 1b: Stop what is not in it\n"
		       "Owner: Corporate Team\n"
		       "Due: 4 May 2026\nStatus: Amber\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_action(draft.plan, 0, "1a", "Write a short plan",
	    "Chief Executive", STATE_COMPLETE);
	assert_action(draft.plan, 1, "1b", "Stop what is not in it",
	    "Corporate Team", STATE_AT_RISK);
	draft_free(&draft);
}

static void
a_table_of_labels_is_a_card(void **state)
{
	struct draft draft = draft_text(
	    "Follow-up of the audit\n\nTwo are told here.\n\n"
	    "Recommendation\t1\nFinding\tThe samples were not logged.\n"
	    "Agreed action\tLog all samples\nManagement response\tAgreed.\n"
	    "Responsible officer\tHead of Estates\nTarget date\t3 May 2026\n"
	    "Status\tComplete\n\n"
	    "Recommendation\t2\nFinding\tThe lifts were not seen to.\n"
	    "Agreed action\tLet one contract\nManagement response\tAgreed.\n"
	    "Responsible officer\tHead of Works\nTarget date\t4 May 2026\n"
	    "Status\tOverdue\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_action(draft.plan, 0, "1", "Log all samples", "Head of Estates",
	    STATE_COMPLETE);
	assert_action(draft.plan, 1, "2", "Let one contract", "Head of Works",
	    STATE_OFF_TRACK);
	draft_free(&draft);
}

static void
below_a_number_a_label_says_what_is_recommended(void **state)
{
	struct draft draft = draft_text(
	    "Follow-up of the audit\n\nTwo are told here.\n\n"
	    "Recommendation 1\nPriority: High\n"
	    "Recommendation: Reconcile each month.\n"
	    "Responsible officer: Head of Finance\nDue date: 3 May 2026\n"
	    "Status: Implemented\n\n"
	    "Recommendation 2\nPriority: Low\n"
	    "Recommendation: Review the lives of vans.\n"
	    "Responsible officer: Head of Works\nDue date: 4 May 2026\n"
	    "Status: Not started\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_action(draft.plan, 0, "1", "Reconcile each month",
	    "Head of Finance", STATE_COMPLETE);
	assert_action(draft.plan, 1, "2", "Review the lives of vans",
	    "Head of Works", STATE_NOT_STARTED);
	draft_free(&draft);
}

static void
a_heading_of_its_own_is_the_action(void **state)
{
	struct draft draft =
	    draft_md("# Plan of works\n\nTwo are told here.\n\n"
		     "## 1.1 Mend the wall\n\n"
		     "Measure: metres mended\\\nOwner: Ann Lee\\\n"
		     "Due: 3 May 2026\\\nStatus: Red\n\n"
		     "## 1.2 Paint it\n\n"
		     "Measure: metres painted\\\nOwner: Bob Orr\\\n"
		     "Due: 3 May 2026\\\nStatus: Green\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_action(
	    draft.plan, 0, "1.1", "Mend the wall", "Ann Lee", STATE_OFF_TRACK);
	draft_free(&draft);
}

static void
fields_of_something_else_are_no_cards(void **state)
{
	struct draft draft = draft_text("Notes of works\n\nSome words.\n\n"
					"Item: The wall\nPlace: Quay Street\n"
					"Length: 40 m\n\n"
					"Item: The pier\nPlace: Harbour\n"
					"Length: 90 m\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_with_a_number_begins_a_card),
		cmocka_unit_test(a_table_of_labels_is_a_card),
		cmocka_unit_test(
		    below_a_number_a_label_says_what_is_recommended),
		cmocka_unit_test(a_heading_of_its_own_is_the_action),
		cmocka_unit_test(fields_of_something_else_are_no_cards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
