/* When an action is due, and whether it is late. */
#include "draft.h"

#define HEAD                                                                   \
	"# Plan\n\nDate: 30 November 2026\n\n"                                 \
	"| Action | Owner | Status | Due Date | Next Steps |\n"                \
	"|---|---|---|---|---|\n"

static struct draft
due(const char *status, const char *cell, const char *next)
{
	struct buf buf = BUF_INIT;
	const struct analyse_options options = { .as_of = { 2026, 11, 30 },
		.as_of_source = "option" };
	struct draft draft;

	buf_printf(&buf, "%s| Mend | Ann Lee | %s | %s | %s |\n", HEAD, status,
	    cell, next);
	draft = draft_with("a.md", buf.ptr, &options);
	buf_clear(&buf);
	assert_int_equal(draft.plan->actions_count, 1);
	return draft;
}

static void
assert_due(const char *status, const char *cell, const char *next,
    const char *iso, bool overdue)
{
	struct draft draft = due(status, cell, next);
	const struct plan_action *action = &draft.plan->actions[0];

	assert_str(plan_date_iso(draft.doc->arena, action->due), iso);
	assert_int_equal(action->overdue, overdue);
	draft_free(&draft);
}

static void
a_due_column_counts(void **state)
{
	(void)state;
	assert_due("Green", "31/10/2026", "Go on.", "2026-10-31", true);
	assert_due("Green", "30 November 2026", "Go on.", "2026-11-30", false);
	assert_due("Green", "November 2026", "Go on.", "2026-11", false);
	assert_due("Complete", "31/10/2026", "None.", "2026-10-31", false);
	assert_due("Green", "TBC", "Go on.", "", false);
}

static void
a_revised_date_wins(void **state)
{
	struct draft draft = due("Amber", "~~31/08/2026~~ 31/12/2026", "Go.");
	const struct plan_action *action = &draft.plan->actions[0];

	(void)state;
	assert_int_equal(action->date_count, 2);
	assert_int_equal(action->dates[0].kind, DATE_ORIGINAL);
	assert_int_equal(action->dates[1].kind, DATE_REVISED);
	assert_int_equal(action->due.month, 12);
	assert_false(action->overdue);
	draft_free(&draft);
	assert_due("Amber", "May 26, now Sept 26", "Go.", "2026-09", true);
}

static void
prose_counts_only_when_it_promises(void **state)
{
	(void)state;
	assert_due("Green", "", "Finish the wall by 31 March 2026.",
	    "2026-03-31", true);
	assert_due("Green", "", "The board met on 3 March 2026.", "", false);
}

static void
assert_kinds(const char *cell, const char *iso, const char *kinds)
{
	struct draft draft = due("Amber", cell, "Go.");
	const struct plan_action *action = &draft.plan->actions[0];
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < action->date_count; i++)
		buf_printf(&got, "%s%s", i > 0 ? " " : "",
		    plan_date_kind_name(action->dates[i].kind));
	assert_str(buf_str(&got), kinds);
	assert_str(plan_date_iso(draft.doc->arena, action->due), iso);
	buf_clear(&got);
	draft_free(&draft);
}

static void
cells_tell_their_dates_apart(void **state)
{
	(void)state;
	assert_kinds(
	    "31/12/2026 (was 31/08/2026)", "2026-12-31", "revised original");
	assert_kinds("original: March 2026; revised: June 2026", "2026-06",
	    "original revised");
	assert_kinds(
	    "31 March extended to 30 June", "2026-06-30", "original revised");
	assert_kinds(
	    "was 31/03/26 now 30/09/26", "2026-09-30", "original revised");
	assert_kinds("~~TBC~~ 30/09/26", "2026-09-30", "target");
	assert_kinds("Completed 3 May 2026", "", "completed");
	assert_kinds("April 2026 to June 2026", "2026-06", "target target");
	assert_kinds("Quarterly", "", "");
	assert_kinds("ASAP", "", "");
	assert_kinds("1<sup>st</sup> May 2027", "2027-05-01", "target");
	assert_kinds("Q4 2026/27", "2027-03", "target");
	assert_kinds("2027", "2027", "target");
}

static void
a_missing_year_is_near_the_paper(void **state)
{
	(void)state;
	assert_due("Green", "w/c 6 November", "Go.", "2026-11-06", true);
	assert_due("Green", "23-Mar", "Go.", "2027-03-23", false);
	assert_due(
	    "Green", "", "Finish by the end of March.", "2027-03", false);
	assert_due("Green", "", "In March the board met.", "", false);
}

static void
a_status_can_move_or_end_an_action(void **state)
{
	struct draft draft = due("Completed 3 May 2026", "1/6/26", "None.");

	(void)state;
	assert_int_equal(draft.plan->actions[0].state, STATE_COMPLETE);
	assert_int_equal(draft.plan->actions[0].dates[1].kind, DATE_COMPLETED);
	draft_free(&draft);
	assert_due("Slipped to 31/01/27", "1/6/26", "Go.", "2027-01-31", false);
}

static void
dates_that_cannot_be_are_reported(void **state)
{
	struct draft draft = due("Green", "31 June", "By 12 March 2103.");

	(void)state;
	assert_int_equal(said(&draft, "bad-date"), 2);
	assert_int_equal(draft.plan->actions[0].due.year, 0);
	draft_free(&draft);
	draft = due("Green", "Q4 2026", "Go.");
	assert_int_equal(said(&draft, "unclear-date"), 1);
	assert_int_equal(draft.plan->actions[0].due.year, 0);
	draft_free(&draft);
}

static void
a_column_counts_for_more_than_prose(void **state)
{
	(void)state;
	assert_due("Green", "31/10/2026", "Tell them by 3 May 2027.",
	    "2026-10-31", true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_due_column_counts),
		cmocka_unit_test(a_revised_date_wins),
		cmocka_unit_test(prose_counts_only_when_it_promises),
		cmocka_unit_test(cells_tell_their_dates_apart),
		cmocka_unit_test(a_missing_year_is_near_the_paper),
		cmocka_unit_test(a_status_can_move_or_end_an_action),
		cmocka_unit_test(dates_that_cannot_be_are_reported),
		cmocka_unit_test(a_column_counts_for_more_than_prose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
