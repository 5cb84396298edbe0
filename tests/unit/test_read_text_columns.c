/* Tables whose columns line up. */
#include "text_draft.h"

static void
columns_line_up(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nRef   Action                Owner\n"
		     "1.1   Mend the wall before  Ann Lee\n"
		     "      the winter\n"
		     "1.2   Paint the pier        Bob Orr\n",
	    "H1 The Plan\nT\n| Ref|Action|Owner\n"
	    "| 1.1|Mend the wall before the winter|Ann Lee\n"
	    "| 1.2|Paint the pier|Bob Orr\n");
}

static void
a_line_amid_sentences_goes_on_though_it_is_full(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nAction          Progress         Status\n"
		     "Mend the wall   The rest must    Completed May\n"
		     "and the steps   wait for parts.  2026\n"
		     "Paint the pier  Begun            Delayed\n",
	    "H1 The Plan\nT\n| Action|Progress|Status\n"
	    "| Mend the wall and the steps|The rest must wait for parts.|"
	    "Completed May 2026\n| Paint the pier|Begun|Delayed\n");
}

static void
numbers_line_up_on_the_right(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nStone       1,200\nSand          400\n"
		     "Lime           80\n",
	    "H1 The Plan\nT\n| Stone|1,200\n| Sand|400\n| Lime|80\n");
}

static void
hyphens_underline_a_header(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nRef   Owner\n----  -------\n1.1   Ann Lee\n",
	    "H1 The Plan\nT\n! Ref|Owner\n| 1.1|Ann Lee\n");
}

static void
blank_lines_part_high_rows(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nR1    Mend the wall     Ann Lee\n"
		     "      and the steps\n\n"
		     "R2    Paint the pier    Bob\n"
		     "                        Orr\n",
	    "H1 The Plan\nT\n| R1|Mend the wall and the steps|Ann Lee\n"
	    "| R2|Paint the pier|Bob Orr\n");
}

static void
names_with_colons_are_fields(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nReport to:   Harbour Board\n"
		     "Author:      Ann Lee, Head\n"
		     "             of Works\n",
	    "H1 The Plan\nF Report to=Harbour Board\n"
	    "F Author=Ann Lee, Head of Works\n");
}

static void
two_spaces_in_prose_are_no_columns(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe wall is old.  It leans to the east now.\n"
		     "It has stood long.  Nobody knows who built it.\n"
		     "\nQuay team  3 May 2024\n\nHarbour board  4 May 2024\n",
	    "H1 The Plan\nP The wall is old. It leans to the east now. / It "
	    "has stood long. Nobody knows who built it.\n"
	    "P Quay team 3 May 2024\nP Harbour board 4 May 2024\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_line_up),
		cmocka_unit_test(
		    a_line_amid_sentences_goes_on_though_it_is_full),
		cmocka_unit_test(numbers_line_up_on_the_right),
		cmocka_unit_test(hyphens_underline_a_header),
		cmocka_unit_test(blank_lines_part_high_rows),
		cmocka_unit_test(names_with_colons_are_fields),
		cmocka_unit_test(two_spaces_in_prose_are_no_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
