/* Words around a reference that name something else than its target. */
#include "draft.h"

static struct draft
saying(const char *reference)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "Plan for the Quay\n\nRef\tAction\tOwner\tStatus\tProgress\n"
	    "1.1\tMend the gate\tAnn Lee\tGreen\tSome.\n"
	    "1.2\tMend the gate post\tAnn Lee\tGreen\tSome.\n"
	    "1.3\tSweep the slip\tAnn Lee\tGreen\t%s\n",
	    reference);
	draft = draft_text(buf.ptr);
	buf_clear(&buf);
	return draft;
}

static void
another_action_s_title_is_reported(void **state)
{
	struct draft draft = saying("See action 1.1: Sweep the slip.");

	(void)state;
	assert_int_equal(said(&draft, "reference-wrong"), 1);
	draft_free(&draft);
}

static void
the_right_title_is_not(void **state)
{
	struct draft draft = saying("See action 1.1: mend the gate.");

	(void)state;
	assert_int_equal(said(&draft, "reference-wrong"), 0);
	draft_free(&draft);
}

/* "Mend the gate" is also how the title of 1.2 begins. */
static void
a_longer_title_does_not_mislead(void **state)
{
	struct draft draft = saying("See action 1.2 (Mend the gate post).");

	(void)state;
	assert_int_equal(said(&draft, "reference-wrong"), 0);
	draft_free(&draft);
	draft = saying("See action 1.3 (Mend the gate post).");
	assert_int_equal(said(&draft, "reference-wrong"), 1);
	draft_free(&draft);
}

/* Words that only begin as a title does are other words. */
static void
a_word_counts_whole(void **state)
{
	struct draft draft = saying("See action 1.3: Mend the gateway.");

	(void)state;
	assert_int_equal(said(&draft, "reference-wrong"), 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_action_s_title_is_reported),
		cmocka_unit_test(the_right_title_is_not),
		cmocka_unit_test(a_longer_title_does_not_mislead),
		cmocka_unit_test(a_word_counts_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
