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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_gap_is_reported),
		cmocka_unit_test(a_number_used_twice_is_reported),
		cmocka_unit_test(a_list_within_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
