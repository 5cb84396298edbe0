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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bullets_in_a_cell_are_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
