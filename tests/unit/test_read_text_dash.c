/* Rows of lines with a dash between a known name and its value. */
#include "text_draft.h"

static void
a_row_of_them_is_fields(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nMend the wall\n\n"
	    "Owner \xE2\x80\x93 Ann Lee\nDue - 3 May 2026\n"
	    "Status \xE2\x80\x94 Red\n"
	    "Progress April to May \xE2\x80\x93 The stone is cut - all\n"
	    "of it - and stored.\n",
	    "H1 The Plan\nH3 Mend the wall\nF Owner=Ann Lee\n"
	    "F Due=3 May 2026\nF Status=Red\n"
	    "F Progress April to May=The stone is cut - all of it - and "
	    "stored.\n");
}

static void
other_dashes_part_nothing(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThose present:\n\n"
		     "Ann Lee - Chair\nBob Orr - Vice Chair\n\n"
		     "Status - a word that this paper does not use again.\n",
	    "H1 The Plan\nP Those present:\n"
	    "P Ann Lee - Chair / Bob Orr - Vice Chair\n"
	    "P Status - a word that this paper does not use again.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_of_them_is_fields),
		cmocka_unit_test(other_dashes_part_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
