/* Rows become actions: who, in which state, and nothing else taken for it. */
#include "draft.h"

static struct draft
with_row(const char *action, const char *owner, const char *status)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "# Plan\n\n| Action | Owner | Status | Progress |\n"
	    "|---|---|---|---|\n| %s | %s | %s | Some. |\n",
	    action, owner, status);
	draft = draft_md(buf.ptr);
	buf_clear(&buf);
	assert_int_equal(draft.plan->actions_count, 1);
	return draft;
}

static void
assert_owners(
    const char *cell, size_t count, const char *first, const char *last)
{
	struct draft draft = with_row("1.1 Mend", cell, "Green");
	const struct name_list *owners = &draft.plan->actions[0].owners;

	assert_int_equal(owners->count, count);
	if (count > 0) {
		assert_str(owners->names[0], first);
		assert_str(owners->names[count - 1], last);
	}
	assert_str(draft.plan->actions[0].owner_text, cell);
	draft_free(&draft);
}

static void
owners_are_told_apart(void **state)
{
	(void)state;
	assert_owners("Ann Lee.", 1, "Ann Lee", "Ann Lee");
	assert_owners("Ann Lee/ Bob Orr.", 2, "Ann Lee", "Bob Orr");
	assert_owners("Ann Lee; Bob Orr; Cy Poe", 3, "Ann Lee", "Cy Poe");
	assert_owners("Ann Lee and Bob Orr", 2, "Ann Lee", "Bob Orr");
	assert_owners("Head of Parks and Open Spaces", 1,
	    "Head of Parks and Open Spaces", "Head of Parks and Open Spaces");
	assert_owners("TBC", 0, NULL, NULL);
	assert_owners("Vacant", 0, NULL, NULL);
	assert_owners(
	    "The wall was mended by a contractor in May.", 0, NULL, NULL);
}

static void
assert_state(const char *cell, enum state want, size_t history)
{
	struct draft draft = with_row("1.1 Mend", "Ann Lee", cell);
	const struct plan_action *action = &draft.plan->actions[0];

	if (action->state != want)
		fail_msg("\"%s\" is %s", cell, doc_state_name(action->state));
	assert_int_equal(action->history_count, history);
	assert_str(action->status_text, cell);
	draft_free(&draft);
}

static void
states_are_read_from_words(void **state)
{
	(void)state;
	assert_state("Green.", STATE_ON_TRACK, 0);
	assert_state("BLUE", STATE_COMPLETE, 0);
	assert_state("Amber/Red", STATE_AT_RISK, 0);
	assert_state("On target", STATE_ON_TRACK, 0);
	assert_state("Not started", STATE_NOT_STARTED, 0);
	assert_state("100%", STATE_COMPLETE, 0);
	assert_state(
	    "Complete. The policy was adopted in May.", STATE_COMPLETE, 0);
	assert_state("Slipped to 31/01/24", STATE_OFF_TRACK, 0);
	assert_state("Blue for 2018. Green for 2019.", STATE_ON_TRACK, 1);
}

static void
other_words_become_no_state(void **state)
{
	(void)state;
	assert_state("Purple", STATE_UNKNOWN, 0);
	assert_state("Greenwich", STATE_UNKNOWN, 0);
	assert_state("", STATE_NONE, 0);
}

static void
numbers_part_from_titles(void **state)
{
	struct draft draft =
	    with_row("1.2.1 Join the network.", "Ann Lee", "Green");

	(void)state;
	assert_str(draft.plan->actions[0].id, "1.2.1");
	assert_str(draft.plan->actions[0].title, "Join the network");
	assert_str(draft.plan->actions[0].anchor, "action-1.2.1");
	draft_free(&draft);
	draft = with_row("Buy 3 boats. Sell 2.", "Ann Lee", "Green");
	assert_int_equal(draft.plan->actions[0].id.len, 0);
	assert_str(draft.plan->actions[0].title, "Buy 3 boats. Sell 2.");
	draft_free(&draft);
}

static void
totals_are_no_actions(void **state)
{
	struct draft draft =
	    draft_md("# Plan\n\n"
		     "| Action | Owner | Status |\n|---|---|---|\n"
		     "| Mend | Ann | Green |\n| Total | 1 | |\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 1);
	draft_free(&draft);
}

/* What a cell may hold beside one paragraph. */
static void
cells_of_lists_are_understood(void **state)
{
	struct draft draft = draft_md(
	    "# Plan\n\n"
	    "<table><tr><th>Ref</th><th>Action</th><th>Owner</th><th>Due</th>"
	    "<th>Status</th><th>Progress</th></tr>\n"
	    "<tr><td>1.1</td><td>Mend</td><td><ul><li>Ann Lee</li>"
	    "<li>Bob Hay</li></ul></td>"
	    "<td><p>Original: June 2026</p><p>Revised: March 2027</p></td>"
	    "<td>Amber</td><td>So far:<ul><li>north</li><li>south</li></ul>"
	    "</td></tr>\n"
	    "<tr><td>1.2</td><td>Light</td><td>Cat Moor<br>Dai Prosser</td>"
	    "<td>May 2027</td><td>Green</td><td>None.</td></tr></table>\n");
	const struct plan_action *action = draft.plan->actions;

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(action[0].owners.count, 2);
	assert_str(action[0].owners.names[0], "Ann Lee");
	assert_str(action[0].owners.names[1], "Bob Hay");
	assert_int_equal(action[0].due.year, 2027);
	assert_str(action[0].progress, "So far: north south");
	assert_int_equal(action[1].owners.count, 2);
	assert_str(action[1].owners.names[1], "Dai Prosser");
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_lists_are_understood),
		cmocka_unit_test(owners_are_told_apart),
		cmocka_unit_test(states_are_read_from_words),
		cmocka_unit_test(other_words_become_no_state),
		cmocka_unit_test(numbers_part_from_titles),
		cmocka_unit_test(totals_are_no_actions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
