/* What the words of an action's cells say of its state, and that nothing else
 * ever becomes one. */
#include "draft.h"

static struct draft
status(const char *cell)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "# Plan\n\n| Action | Owner | Status | Due |\n|---|---|---|---|\n"
	    "| Mend | Ann Lee | %s | 1 May 2027 |\n",
	    cell);
	draft = draft_md(buf.ptr);
	buf_clear(&buf);
	assert_int_equal(draft.plan->actions_count, 1);
	return draft;
}

static void
assert_state(const char *cell, enum state state)
{
	struct draft draft = status(cell);

	if (draft.plan->actions[0].state != state)
		fail_msg("\"%s\" is %s", cell,
		    doc_state_name(draft.plan->actions[0].state));
	assert_int_equal(said(&draft, "state-misspelt"), 0);
	draft_free(&draft);
}

static void
words_marks_and_measures(void **state)
{
	(void)state;
	assert_state("G", STATE_ON_TRACK);
	assert_state("🟢", STATE_ON_TRACK);
	assert_state("⚪️", STATE_NOT_STARTED);
	assert_state("🔴 Red", STATE_OFF_TRACK);
	assert_state("Green ↑", STATE_ON_TRACK);
	assert_state("✔", STATE_COMPLETE);
	assert_state("45%", STATE_ON_TRACK);
	assert_state("100 per cent complete", STATE_COMPLETE);
	assert_state("Gwyrdd", STATE_ON_TRACK);
}

static void
two_colours_at_once(void **state)
{
	(void)state;
	assert_state("Amber/Red", STATE_AT_RISK);
	assert_state("Green/Amber", STATE_AT_RISK);
	assert_state("Green / Red", STATE_OFF_TRACK);
	assert_state("Green-Amber", STATE_AT_RISK);
	assert_state("A/G", STATE_AT_RISK);
}

static void
a_status_opens_a_text(void **state)
{
	(void)state;
	assert_state("Complete. The policy was adopted.", STATE_COMPLETE);
	assert_state("Completed 3 May 2026", STATE_COMPLETE);
	assert_state("Complete (May 2026)", STATE_COMPLETE);
	assert_state("Slipped to 31/01/27", STATE_OFF_TRACK);
	assert_state("Slipped to late January", STATE_OFF_TRACK);
	assert_state("Overdue; see below", STATE_OFF_TRACK);
}

static void
a_change_keeps_its_past(void **state)
{
	static const char *const cells[] = { "Amber to Green", "Amber → Green",
		"Was Amber, now Green", "Green (was Amber)" };

	(void)state;
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		struct draft draft = status(cells[i]);
		const struct plan_action *action = &draft.plan->actions[0];

		assert_int_equal(action->state, STATE_ON_TRACK);
		assert_int_equal(action->history_count, 1);
		assert_int_equal(action->history[0].state, STATE_AT_RISK);
		draft_free(&draft);
	}
}

static void
one_letter_wrong_is_said(void **state)
{
	static const struct {
		const char *cell;
		enum state state;
	} cases[] = { { "Compete", STATE_COMPLETE },
		{ "Grren", STATE_ON_TRACK }, { "On trak", STATE_ON_TRACK },
		{ "Ambre", STATE_AT_RISK },
		{ "Not strated", STATE_NOT_STARTED },
		{ "Compelte. All of it.", STATE_COMPLETE } };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct draft draft = status(cases[i].cell);

		assert_int_equal(draft.plan->actions[0].state, cases[i].state);
		assert_int_equal(said(&draft, "state-misspelt"), 1);
		draft_free(&draft);
	}
}

static void
nothing_else_becomes_a_state(void **state)
{
	(void)state;
	assert_state("None", STATE_UNKNOWN);
	assert_state("Passed", STATE_UNKNOWN);
	assert_state("Referred", STATE_UNKNOWN);
	assert_state("Greenwich", STATE_UNKNOWN);
	assert_state("Noted", STATE_UNKNOWN);
	assert_state("Bed", STATE_UNKNOWN);
	assert_state("150%", STATE_UNKNOWN);
	assert_state("Redundant", STATE_UNKNOWN);
	assert_state("See the report to the board", STATE_UNKNOWN);
}

static void
assert_outside(
    const char *title, const char *progress, enum state state, const char *want)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "# Plan\n\n| Action | Owner | Progress |\n|---|---|---|\n"
	    "| %s | Ann Lee | %s |\n",
	    title, progress);
	draft = draft_md(buf.ptr);
	if (draft.plan->actions[0].state != state)
		fail_msg("\"%s\", \"%s\" is %s", title, progress,
		    doc_state_name(draft.plan->actions[0].state));
	assert_str(draft.plan->actions[0].title, want);
	buf_clear(&buf);
	draft_free(&draft);
}

static void
without_a_status_the_words_may_tell(void **state)
{
	(void)state;
	assert_outside("1.2 Mend the wall – Complete", "So.", STATE_COMPLETE,
	    "Mend the wall");
	assert_outside("1.2 Mend the wall [GREEN]", "So.", STATE_ON_TRACK,
	    "Mend the wall");
	assert_outside(
	    "Mend the wall (Overdue)", "So.", STATE_OFF_TRACK, "Mend the wall");
	assert_outside("Mend", "Complete. It stands.", STATE_COMPLETE, "Mend");
	assert_outside("Mend", "Delayed – rain.", STATE_OFF_TRACK, "Mend");
	assert_outside("Mend pump (B)", "So.", STATE_NONE, "Mend pump (B)");
	assert_outside("Mend", "Done, and tested.", STATE_NONE, "Mend");
	assert_outside("Mend", "New. Gullies.", STATE_NONE, "Mend");
	assert_outside("Mend", "A. First.", STATE_NONE, "Mend");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_marks_and_measures),
		cmocka_unit_test(two_colours_at_once),
		cmocka_unit_test(a_status_opens_a_text),
		cmocka_unit_test(a_change_keeps_its_past),
		cmocka_unit_test(one_letter_wrong_is_said),
		cmocka_unit_test(nothing_else_becomes_a_state),
		cmocka_unit_test(without_a_status_the_words_may_tell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
