/* What fills a cell. */
#include "text_draft.h"

static void
bullets_in_a_cell_are_a_list(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nNow\tDone: \xE2\x80\xA2 lamps \xEF\x82\xB7 bins\n",
	    "H1 The Plan\nT\n| Now|Done: - lamps - bins\n");
}

static void
hyphens_and_numbers_over_lines_are_lists(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "Ref   Action           Progress\n"
		     "1.1   Mend the wall    - north side done\n"
		     "                       - south side in the\n"
		     "                         spring\n"
		     "                       All by May.\n"
		     "1.2   Dredge           1. tender out\n"
		     "                       2. prices in\n"
		     "1.3   Paint            blue or - if it\n"
		     "                       lasts - green\n",
	    "H1 The Plan\nT\n| Ref|Action|Progress\n"
	    "| 1.1|Mend the wall|- north side done - south side in the spring "
	    "All by May.\n"
	    "| 1.2|Dredge|- tender out - prices in\n"
	    "| 1.3|Paint|blue or - if it lasts - green\n");
}

static void
grids_hold_paragraphs_and_nested_lists(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "+-----+------------------+\n"
		     "| 1.1 | So far:          |\n"
		     "|     |                  |\n"
		     "|     | - north wall     |\n"
		     "|     |   o steps        |\n"
		     "|     |   o rail         |\n"
		     "|     | - south          |\n"
		     "|     |                  |\n"
		     "|     | Then the quay.   |\n"
		     "+-----+------------------+\n"
		     "| 1.2 | Dredge           |\n"
		     "+-----+------------------+\n"
		     "| 1.3 | Light            |\n"
		     "+-----+------------------+\n",
	    "H1 The Plan\nT\n"
	    "| 1.1|So far: - north wall - south Then the quay.\n"
	    "| 1.2|Dredge\n| 1.3|Light\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bullets_in_a_cell_are_a_list),
		cmocka_unit_test(hyphens_and_numbers_over_lines_are_lists),
		cmocka_unit_test(grids_hold_paragraphs_and_nested_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
