/* Rows whose keys stand on their middle or last line. */
#include "text_draft.h"

static void
keys_stand_in_the_middle(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nRef  Action           Owner         Progress\n"
	    "     Mend the wall                  Divers went\n"
	    "1    before the       Ann Lee       down and found\n"
	    "     winter                         it sound.\n"
	    "     Paint the        Head of       A painter was\n"
	    "2    pier             Works         found.\n",
	    "H1 The Plan\nT\n| Ref|Action|Owner|Progress\n"
	    "| 1|Mend the wall before the winter|Ann Lee|"
	    "Divers went down and found it sound.\n"
	    "| 2|Paint the pier|Head of Works|A painter was found.\n");
}

static void
keys_stand_on_the_last_line(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nRef  Action           Responsible\n"
		     "                      officer\n"
		     "     Mend the wall\n"
		     "     before the\n"
		     "1    winter           Ann Lee\n"
		     "     Paint the        Head of\n"
		     "2    pier             Works\n",
	    "H1 The Plan\nT\n| Ref|Action|Responsible officer\n"
	    "| 1|Mend the wall before the winter|Ann Lee\n"
	    "| 2|Paint the pier|Head of Works\n");
}

static void
else_they_stand_on_the_first(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nRef  Action           Owner\n"
		     "1    Mend the wall    Ann Lee\n"
		     "     before the\n"
		     "     winter\n"
		     "2    Paint the        Head of\n"
		     "     pier             Works\n",
	    "H1 The Plan\nT\n| Ref|Action|Owner\n"
	    "| 1|Mend the wall before the winter|Ann Lee\n"
	    "| 2|Paint the pier|Head of Works\n");
}

/* The rest of a row that the page cut does not go on in the header. */
static void
a_repeated_header_ends_where_it_did(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nAction           Owner    Status\n"
		     "Mend the wall    Ann Lee  Red\n"
		     "Paint the        Bob Orr  Green\n"
		     "\nPage 2\n\nAction           Owner    Status\n"
		     "pier\n",
	    "H1 The Plan\nT\n| Action|Owner|Status\n"
	    "| Mend the wall|Ann Lee|Red\n| Paint the|Bob Orr|Green\n"
	    "T\n| Action|Owner|Status\n| pier||\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_stand_in_the_middle),
		cmocka_unit_test(keys_stand_on_the_last_line),
		cmocka_unit_test(else_they_stand_on_the_first),
		cmocka_unit_test(a_repeated_header_ends_where_it_did),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
