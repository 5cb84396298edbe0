/* Tables whose cells have a line for each of their paragraphs. */
#include "text_draft.h"

static void
a_row_ends_with_its_tabs(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nNo\tRecommendation\tOwner\tProgress\n"
		     "1\tMend the wall\tAnn Lee\n3 May 2026\tBegun.\n"
		     "Half of it stands.\n"
		     "2\tPaint it\tBob Orr\n4 May 2026\tNot yet.\n",
	    "H1 The Plan\nT\n| No|Recommendation|Owner|Progress\n"
	    "| 1|Mend the wall|Ann Lee 3 May 2026|Begun. Half of it stands.\n"
	    "| 2|Paint it|Bob Orr 4 May 2026|Not yet.\n");
}

static void
rows_that_want_a_cell_are_not_added_up(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nNo\tRecommendation\tOwner\tProgress\n"
		     "1\tMend the wall\tBegun.\n"
		     "2\tPaint it\tBob Orr\tNot yet.\n",
	    "H1 The Plan\nT\n| No|Recommendation|Owner|Progress\n"
	    "| 1|Mend the wall|Begun.|\n"
	    "| 2|Paint it|Bob Orr|Not yet.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_ends_with_its_tabs),
		cmocka_unit_test(rows_that_want_a_cell_are_not_added_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
