/* What is too uncertain is told to the author and counted for nothing. */
#include "draft.h"

static struct draft
plan_with(const char *date, const char *row)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "# Plan for the Quay\n\nDate: %s\n\n"
	    "| Ref | Action | Owner | Status | Due | Date completed |\n"
	    "|---|---|---|---|---|---|\n| 1 | Mend the gate | %s |\n",
	    date, row);
	draft = draft_md(buf.ptr);
	buf_clear(&buf);
	return draft;
}

static void
a_sentence_owns_nothing(void **state)
{
	struct draft draft = plan_with("3 March 2026",
	    "Talks with all of the parishes in the valley go on | Green | "
	    "3 May 2026 | ");

	(void)state;
	assert_int_equal(draft.plan->actions[0].owners.count, 0);
	assert_int_equal(said(&draft, "unsure"), 1);
	/* the author wrote something: that it is missing would be wrong */
	assert_int_equal(said(&draft, "owner-missing"), 0);
	draft_free(&draft);
}

static void
nobody_is_missing_and_not_unsure(void **state)
{
	struct draft draft =
	    plan_with("3 March 2026", "TBC | Green | 3 May 2026 | ");

	(void)state;
	assert_int_equal(said(&draft, "unsure"), 0);
	assert_int_equal(said(&draft, "owner-missing"), 1);
	draft_free(&draft);
}

static void
a_date_decades_away_is_not_due(void **state)
{
	struct draft draft =
	    plan_with("3 March 2026", "Ann Lee | Green | 3 May 2062 | ");

	(void)state;
	assert_int_equal(draft.plan->actions[0].due.year, 0);
	assert_int_equal(said(&draft, "unsure"), 1);
	draft_free(&draft);
	draft = plan_with("3 March 2026", "Ann Lee | Green | 3 May 2036 | ");
	assert_int_equal(draft.plan->actions[0].due.year, 2036);
	assert_int_equal(said(&draft, "unsure"), 0);
	draft_free(&draft);
}

static void
nothing_is_done_years_ahead(void **state)
{
	struct draft draft = plan_with(
	    "3 March 2026", "Ann Lee | Complete | 3 May 2026 | 1 May 2027");

	(void)state;
	assert_int_equal(said(&draft, "unsure"), 1);
	draft_free(&draft);
	draft = plan_with(
	    "3 March 2026", "Ann Lee | Complete | 3 May 2026 | 1 May 2025");
	assert_int_equal(said(&draft, "unsure"), 0);
	draft_free(&draft);
}

/* "Improvement" says little, and one lead less: it may be a list of anything.
 * The table stays as its author wrote it. */
static void
a_table_with_one_sign_is_no_list_of_actions(void **state)
{
	struct draft draft = draft_md("# Harbour\n\n"
				      "| No | Improvement | Lead |\n"
				      "|---|---|---|\n"
				      "| 1 | Mend the wall | Ann Lee |\n"
				      "| 2 | Paint the door | Bob Orr |\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	assert_int_equal(said(&draft, "unsure"), 1);
	assert_int_equal(nodes(&draft, NODE_TABLE, ROLE_NONE), 1);
	assert_int_equal(nodes(&draft, NODE_ROW, ROLE_NONE), 3);
	draft_free(&draft);
}

/* One column of states is enough, and so is one that is called "Action". */
static void
a_table_with_states_or_the_word_is(void **state)
{
	struct draft draft = draft_md("# Harbour\n\n"
				      "| No | Improvement | Status |\n"
				      "|---|---|---|\n"
				      "| 1 | Mend the wall | Green |\n"
				      "| 2 | Paint the door | Red |\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(said(&draft, "unsure"), 0);
	draft_free(&draft);
	draft = draft_md("# Harbour\n\n| No | Action | Lead |\n"
			 "|---|---|---|\n"
			 "| 1 | Mend the wall | Ann Lee |\n");
	assert_int_equal(draft.plan->actions_count, 1);
	assert_int_equal(said(&draft, "unsure"), 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_owns_nothing),
		cmocka_unit_test(nobody_is_missing_and_not_unsure),
		cmocka_unit_test(a_date_decades_away_is_not_due),
		cmocka_unit_test(nothing_is_done_years_ahead),
		cmocka_unit_test(a_table_with_one_sign_is_no_list_of_actions),
		cmocka_unit_test(a_table_with_states_or_the_word_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
