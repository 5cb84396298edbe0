/* What keeps a paper from the public is stored with country, paragraph and
 * reason; a bare number is reported. */
#include "draft.h"

static void
the_law_is_taken_apart(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR SALE\n\nReport to: Cabinet\n"
	    "Exempt information: Yes - paragraph 3\n\n"
	    "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of "
	    "Schedule 12A to the Local Government Act 1972 (information "
	    "relating to the affairs of the buyer).\n\n"
	    "1. The harbour is for sale.\n");

	(void)state;
	assert_int_equal(draft.plan->exempt_count, 1);
	assert_str(draft.plan->exempt[0].jurisdiction, "England");
	assert_str(draft.plan->exempt[0].paragraph, "3");
	assert_str(draft.plan->exempt[0].reason,
	    "information relating to the affairs of the buyer");
	assert_int_equal(said(&draft, "exempt-bare"), 0);
	assert_int_equal(said(&draft, "reference-lost"), 0);
	draft_free(&draft);
}

static void
a_bare_number_is_reported(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR SALE\n\nReport to: Cabinet\n"
	    "Exempt information: Paragraph 14\n\n1. It is for sale.\n");

	(void)state;
	assert_int_equal(draft.plan->exempt_count, 1);
	assert_str(draft.plan->exempt[0].jurisdiction, "Wales");
	assert_int_equal(said(&draft, "exempt-bare"), 1);
	draft_free(&draft);
}

static void
a_public_paper_has_none(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR SALE\n\nReport to: Cabinet\n"
	    "Exempt / Confidential Report: No\n\n"
	    "1. It contains no exempt information under Schedule 12A, "
	    "paragraph 3, to the Local Government Act 1972.\n");

	(void)state;
	assert_int_equal(draft.plan->exempt_count, 0);
	draft_free(&draft);
}

static void
confidential_is_another_kind(void **state)
{
	struct draft draft =
	    draft_text("HARBOUR SALE\n\nReport to: Cabinet\n"
		       "Classification: Confidential\n\n1. It is for sale.\n");

	(void)state;
	assert_int_equal(draft.plan->exempt_count, 1);
	assert_true(draft.plan->exempt[0].is_confidential);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_law_is_taken_apart),
		cmocka_unit_test(a_bare_number_is_reported),
		cmocka_unit_test(a_public_paper_has_none),
		cmocka_unit_test(confidential_is_another_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
