/* What an author hears about actions is true. */
#include "draft.h"

static struct draft
row(const char *text)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "Plan for the Quay\n\nAction\tOwner\tStatus\tProgress\n%s\n", text);
	draft = draft_text(buf.ptr);
	buf_clear(&buf);
	assert_int_equal(draft.plan->actions_count, 1);
	return draft;
}

static void
assert_said(const char *text, const char *rule, size_t times)
{
	struct draft draft = row(text);

	assert_int_equal(said(&draft, rule), times);
	draft_free(&draft);
}

static void
missing_owners_and_states_are_told(void **state)
{
	(void)state;
	assert_said("1.1 Mend\tTBC\tGreen\tSome.", "owner-missing", 1);
	assert_said("1.1 Mend\tAnn Lee\tGreen\tSome.", "owner-missing", 0);
	assert_said("1.1 Mend\tAnn Lee\t\tSome.", "state-missing", 1);
	assert_said("1.1 Mend\tAnn Lee\tPurple\tSome.", "state-unknown", 1);
	assert_said("1.1 Mend\tAnn Lee\tRed\tSome.", "state-unknown", 0);
}

static void
a_finished_action_with_work_under_way_is_told(void **state)
{
	(void)state;
	assert_said("1.1 Mend\tAnn Lee\tBlue\tDone. Work is underway to mend "
		    "the rest.",
	    "state-contradicted", 1);
	assert_said("1.1 Mend\tAnn Lee\tGreen\tWork is underway.",
	    "state-contradicted", 0);
	assert_said(
	    "1.1 Mend\tAnn Lee\tBlue\tAll done.", "state-contradicted", 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(missing_owners_and_states_are_told),
		cmocka_unit_test(a_finished_action_with_work_under_way_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
