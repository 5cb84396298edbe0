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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_due_column_counts),
		cmocka_unit_test(a_revised_date_wins),
		cmocka_unit_test(prose_counts_only_when_it_promises),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
