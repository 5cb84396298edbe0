/* A number that skips one or comes twice is reported; a list within a list is
 * not. */
#include "draft.h"

static size_t
odd_numbers(const char *text)
{
	struct draft draft = draft_text(text);
	size_t count = said(&draft, "number-odd");

	draft_free(&draft);
	return count;
}

static void
a_gap_is_reported(void **state)
{
	(void)state;
	assert_int_equal(odd_numbers("HARBOUR LIGHTS\n\n1. One is lit.\n\n"
				     "2. Two are lit.\n\n4. Four are lit.\n\n"
				     "5. Five are lit.\n"),
	    1);
}

static void
a_number_used_twice_is_reported(void **state)
{
	(void)state;
	assert_int_equal(odd_numbers("HARBOUR LIGHTS\n\n1. One is lit.\n\n"
				     "2. Two are lit.\n\n2. Two are out.\n\n"
				     "3. Three are lit.\n"),
	    1);
}

static void
a_list_within_is_not(void **state)
{
	(void)state;
	assert_int_equal(
	    odd_numbers("HARBOUR LIGHTS\n\n1. One is lit.\n\n"
			"2. Two are lit:\n\n1. the red one;\n\n"
			"2. the green one.\n\n3. Three are lit.\n\n"
			"MAIN REPORT\n\n1. It begins again here.\n\n"
			"2. It goes on here.\n"),
	    0);
}

static void
gaps_and_repeats_below_a_number_are_reported(void **state)
{
	(void)state;
	assert_int_equal(odd_numbers("HARBOUR LIGHTS\n\n7. Lights\n\n"
				     "7.1 The pier is dark at night now.\n\n"
				     "7.2 The mole is dark at night too.\n\n"
				     "7.4 The quay is lit by lamps now.\n\n"
				     "7.4 The quay is lit by lamps twice.\n"),
	    2);
}

static void
deeper_numbers_and_new_parts_are_not(void **state)
{
	(void)state;
	assert_int_equal(
	    odd_numbers("HARBOUR LIGHTS\n\n7. Lights\n\n"
			"7.1 The pier is dark at night now.\n\n"
			"7.1.1 It is very dark in winter.\n\n"
			"7.1.2 It is less dark in summer.\n\n"
			"7.2 The mole is dark at night too.\n\n"
			"8. Dues\n\n8.1 Dues are low for the year.\n\n"
			"1. Another paper\n\n"
			"1.1 It begins again from the first.\n\n"
			"1.2 It goes on as before to here.\n"),
	    0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_gap_is_reported),
		cmocka_unit_test(a_number_used_twice_is_reported),
		cmocka_unit_test(a_list_within_is_not),
		cmocka_unit_test(gaps_and_repeats_below_a_number_are_reported),
		cmocka_unit_test(deeper_numbers_and_new_parts_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
