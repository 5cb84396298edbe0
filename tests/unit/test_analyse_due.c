/* When the paper is from, and the period that it reports on. */
#include "draft.h"

static void
assert_period(const char *heading, const char *from, const char *to)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "# Plan\n\n| Action | Owner | %s |\n|---|---|---|\n"
	    "| Mend | Ann Lee | Half is done. |\n",
	    heading);
	draft = draft_md(buf.ptr);
	assert_str(plan_date_iso(draft.doc->arena, draft.plan->from), from);
	assert_str(plan_date_iso(draft.doc->arena, draft.plan->to), to);
	buf_clear(&buf);
	draft_free(&draft);
}

static void
a_heading_names_the_period(void **state)
{
	(void)state;
	assert_period(
	    "Progress July 2026 to August 2027", "2026-07", "2027-08");
	assert_period("Progress April - September 2026", "2026-04", "2026-09");
	assert_period("Progress 2025/26", "2025-04", "2026-03");
	assert_period("Progress Q2 2026/27", "2026-07", "2026-09");
	assert_period("Progress", "", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_heading_names_the_period),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
