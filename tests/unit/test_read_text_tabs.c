/* Tables by tabs. */
#include "text_draft.h"

static void
tabs_part_cells(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nAction\tOwner\tNext\n"
		     "1.1 Mend it\tAnn Lee\tBuy stone \n\t\tHire a crane.\n",
	    "H1 The Plan\nT\n| Action|Owner|Next\n"
	    "| 1.1 Mend it|Ann Lee|Buy stone\n| ||Hire a crane.\n");
}

static void
tabs_that_part_nothing(void **state)
{
	(void)state;
	/* at the end, in front, behind a marker */
	assert_reads("The Plan\n\nThe wall stands on the\t\t\nold rock.\t\t\n",
	    "H1 The Plan\nP The wall stands on the old rock.\n");
	assert_reads("The Plan\n\n\tThe wall stands.\n",
	    "H1 The Plan\nP The wall stands.\n");
	assert_reads("The Plan\n\n\xE2\x80\xA2\tone\n1.\tTwo is text.\n",
	    "H1 The Plan\n- one\nP 1.|Two is text.\n");
	assert_reads("The Plan\n\n\t1\tLamps\tRed\n\t2\tBins\tGreen\n",
	    "H1 The Plan\nT\n| 1|Lamps|Red\n| 2|Bins|Green\n");
}

static void
blank_lines_part_tables(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nA\tB\n\nPage 3.\n\nA\tB\nc\td\n",
	    "H1 The Plan\nT\n| A|B\nT\n| A|B\n| c|d\n");
}

static void
a_row_broken_within_a_cell_is_mended(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nWhat\tDone\tState\nLamps\tAll are lit\tRed\n"
		     "Bins\tOne is late because of\nflooding\tGreen\n",
	    "H1 The Plan\nT\n| What|Done|State\n| Lamps|All are lit|Red\n"
	    "| Bins|One is late because of flooding|Green\n");
}

static void
two_columns_with_colons_are_fields(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nContact Officer:\tJo Orr\nTelephone:\t01632\n",
	    "H1 The Plan\nF Contact Officer=Jo Orr\nF Telephone=01632\n");
	assert_reads("The Plan\n\nReport to:\tBoard\tDate:\t3 May\n",
	    "H1 The Plan\nT\n| Report to:|Board|Date:|3 May\n");
}

static void
a_cell_goes_on_below(void **state)
{
	(void)state;
	assert_reads("The Plan\n\na\tthe long text of\nthis cell\nb\tmore\n",
	    "H1 The Plan\nT\n| a|the long text of this cell\n| b|more\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tabs_part_cells),
		cmocka_unit_test(tabs_that_part_nothing),
		cmocka_unit_test(blank_lines_part_tables),
		cmocka_unit_test(a_row_broken_within_a_cell_is_mended),
		cmocka_unit_test(two_columns_with_colons_are_fields),
		cmocka_unit_test(a_cell_goes_on_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
