/* Items whose lines a narrow window has broken stay whole, whatever the lines
 * begin with. */
#include "text_draft.h"

static void
a_name_at_a_line_s_beginning_is_no_field(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "- Mend the wall behind the station. Owner:\n"
		     "  Ann Lee; Due: 3 May 2026; Status: Red\n"
		     "- Clear the gullies of both wards. Owner:\n"
		     "  Bob Orr; Due: 4 May 2026; Status:\n"
		     "  Green\n"
		     "- Paint the railings on the pier. Owner:\n"
		     "  Ann Lee; Due: 5 May 2026; Status: Red\n",
	    "H1 The Plan\n"
	    "- Mend the wall behind the station. Owner: Ann Lee; Due: "
	    "3 May 2026; Status: Red\n"
	    "- Clear the gullies of both wards. Owner: Bob Orr; Due: "
	    "4 May 2026; Status: Green\n"
	    "- Paint the railings on the pier. Owner: Ann Lee; Due: "
	    "5 May 2026; Status: Red\n");
}

static void
numbers_and_letters_at_a_line_s_beginning(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "1. The wall was looked at again on Monday\n"
		     "   16 September and it will have cost us\n"
		     "   2.5 million by the time it is mended;\n"
		     "   A; and B are what its two ends are now\n"
		     "   called by the people who live there.\n",
	    "H1 The Plan\n"
	    "P 1.|The wall was looked at again on Monday 16 September and it "
	    "will have cost us 2.5 million by the time it is mended; A; and B "
	    "are what its two ends are now called by the people who live "
	    "there.\n");
}

static void
lines_that_are_not_set_in(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "- Mend the wall behind the station. Owner:\n"
		     "Ann Lee | Due: 3 May 2026 | Status: Red\n"
		     "- Clear the gullies of both wards. Owner:\n"
		     "Bob Orr | Due: 4 May 2026 | Status: Green\n"
		     "- Paint the railings on the pier. Owner:\n"
		     "Ann Lee | Due: 5 May 2026 | Status: Red\n"
		     "- Buy three benches for the park. Owner:\n"
		     "Ann Lee | Due: 6 May 2026 | Status: Red\n",
	    "H1 The Plan\n"
	    "- Mend the wall behind the station. Owner: Ann Lee | Due: "
	    "3 May 2026 | Status: Red\n"
	    "- Clear the gullies of both wards. Owner: Bob Orr | Due: "
	    "4 May 2026 | Status: Green\n"
	    "- Paint the railings on the pier. Owner: Ann Lee | Due: "
	    "5 May 2026 | Status: Red\n"
	    "- Buy three benches for the park. Owner: Ann Lee | Due: "
	    "6 May 2026 | Status: Red\n");
}

/* Ended on purpose: the next word would have had room. */
static void
lines_that_are_not_full_are_fields(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "- Mend the wall behind the station at Oakham\n"
		     "  Owner: Ann Lee\n  Status: Red\n"
		     "- Clear the gullies of both of the wards\n"
		     "  Owner: Bob Orr\n  Status: Green\n",
	    "H1 The Plan\n"
	    "- Mend the wall behind the station at Oakham\n"
	    "F Owner=Ann Lee\nF Status=Red\n"
	    "- Clear the gullies of both of the wards\n"
	    "F Owner=Bob Orr\nF Status=Green\n");
}

static void
tables_stay_tables(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "1.1   Mend the wall       Ann Lee    Green\n"
		     "      behind the station\n"
		     "1.2   Clear the gullies   Bob Orr    Red\n"
		     "      of both wards\n"
		     "1.3   Paint the railings  Ann Lee    Red\n"
		     "      on the pier\n",
	    "H1 The Plan\nT\n"
	    "| 1.1|Mend the wall behind the station|Ann Lee|Green\n"
	    "| 1.2|Clear the gullies of both wards|Bob Orr|Red\n"
	    "| 1.3|Paint the railings on the pier|Ann Lee|Red\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_at_a_line_s_beginning_is_no_field),
		cmocka_unit_test(numbers_and_letters_at_a_line_s_beginning),
		cmocka_unit_test(lines_that_are_not_set_in),
		cmocka_unit_test(lines_that_are_not_full_are_fields),
		cmocka_unit_test(tables_stay_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
