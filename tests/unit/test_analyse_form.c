/* Actions written as records of labels are the table that they are. */
#include "draft.h"

static void
headings_with_labels_are_actions(void **state)
{
	struct draft draft = draft_md(
	    "# Audit plan\n\n## 1. Agreed\n\n"
	    "### 1.1 Reconcile the account\n\n- Owner: Ann Lee\n"
	    "- Due: 31/10/2026\n- Status: In progress\n\nTwo items remain.\n\n"
	    "### 1.2 Review starters\n\n- Owner: Bob Orr\n- Status: Complete\n"
	    "- Priority: High\n\n## 2. Next\n\nWe report in March.\n");
	const struct plan_action *first = &draft.plan->actions[0];

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(first->id, "1.1");
	assert_str(first->title, "Reconcile the account");
	assert_str(first->owners.names[0], "Ann Lee");
	assert_str(first->progress, "Two items remain.");
	assert_int_equal(first->due.month, 10);
	assert_int_equal(draft.plan->actions[1].state, STATE_COMPLETE);
	/* said once, in the header row */
	assert_int_equal(dropped(&draft, "repeated-label"), 2);
	draft_free(&draft);
}

static void
list_items_with_labels_are_actions(void **state)
{
	struct draft draft = draft_md(
	    "# Audit plan\n\n"
	    "1. **Mend the wall**\n   - Owner: Ann Lee\n   - Status: Red\n"
	    "2. Light the pier\n   - Owner: Bob Orr\n   - Status: Green\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(draft.plan->actions[0].title, "Mend the wall");
	assert_str(draft.plan->actions[1].id, "2");
	draft_free(&draft);
}

static void
numbered_lines_with_labels_are_actions(void **state)
{
	struct draft draft = draft_text(
	    "Harbour action plan\n\n"
	    "1. Mend the wall\nOwner: Ann Lee\nDue: 3 May 2026\nStatus: Red\n\n"
	    "2. Light the pier\nOwner: Bob Orr\nDue: June 2026\n"
	    "Status: Green\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(draft.plan->actions[1].owners.names[0], "Bob Orr");
	assert_int_equal(draft.plan->actions[0].state, STATE_OFF_TRACK);
	draft_free(&draft);
}

static void
other_labels_are_no_actions(void **state)
{
	struct draft draft = draft_text(
	    "Harbour Lights\n\n"
	    "Contacts for this paper\n\nName: Ann Lee\nTelephone: 2210\n\n"
	    "Opening hours\n\nMonday: 9 to 5\nTuesday: 9 to 5\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	draft_free(&draft);
}

static void
plain_words_need_no_scheme(void **state)
{
	struct draft draft =
	    draft_md("# Audit plan\n\n"
		     "| Action | Owner | Status | Due |\n|---|---|---|---|\n"
		     "| Mend | Ann Lee | Implemented | 31 June 2026 |\n"
		     "| Light | Bob Orr | Partially implemented | TBC |\n");

	(void)state;
	assert_int_equal(said(&draft, "scheme-assumed"), 0);
	assert_int_equal(draft.plan->scheme.count, 2);
	assert_str(draft.plan->scheme.states[1].word, "Partially implemented");
	assert_int_equal(said(&draft, "bad-date"), 1);
	assert_int_equal(draft.plan->actions[0].due.year, 0);
	draft_free(&draft);
}

/* In items, and on lines that Markdown makes one paragraph of. */
static void
a_dash_may_stand_for_the_colon(void **state)
{
	static const char *const drafts[] = {
		"# Plan\n\n## 1.1 Mend the wall\n\n"
		"- Owner – Ann Lee\n- Due - Original: 3 May 2026 Revised: 4 June 2026\n\n"
		"## 1.2 Paint it\n\n"
		"- Owner – Bob Orr\n- Due - 5 May 2026\n",
		"# Plan\n\n## 1.1 Mend the wall\n\n"
		"Owner – Ann Lee\nDue – Original: 3 May 2026 Revised: 4 June 2026\n\n"
		"## 1.2 Paint it\n\n"
		"Owner - Bob Orr\nDue - 5 May 2026\n",
	};

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct draft draft = i % 2 > 0 ? draft_md(drafts[i / 2])
					       : draft_text(drafts[i / 2]);
		const struct plan *plan = draft.plan;

		assert_int_equal(plan->actions_count, 2);
		assert_str(plan->actions[0].owners.names[0], "Ann Lee");
		assert_int_equal(plan->actions[0].due.month, 6);
		assert_str(plan->actions[1].owner_text, "Bob Orr");
		draft_free(&draft);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_with_labels_are_actions),
		cmocka_unit_test(list_items_with_labels_are_actions),
		cmocka_unit_test(numbered_lines_with_labels_are_actions),
		cmocka_unit_test(other_labels_are_no_actions),
		cmocka_unit_test(a_dash_may_stand_for_the_colon),
		cmocka_unit_test(plain_words_need_no_scheme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
