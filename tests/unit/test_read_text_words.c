/* What a line's words say about its form. */
#include "text_draft.h"

#include "read/read_text_priv.h"

#define YES(test, text) assert_true(test(str_from(text)))
#define NO(test, text) assert_false(test(str_from(text)))

static void
lines_end_or_do_not(void **state)
{
	(void)state;
	YES(read_text_is_unfinished, "taking the");
	YES(read_text_is_unfinished, "lamps, bins,");
	YES(read_text_is_unfinished, "the Council and");
	NO(read_text_is_unfinished, "the wall");
	NO(read_text_is_unfinished, "Plan A");
	NO(read_text_is_unfinished, "This is it.");
	YES(read_text_ends_sentence, "It is (so.)");
	NO(read_text_ends_sentence, "It is so");
}

static void
titles_and_sentences(void **state)
{
	(void)state;
	YES(read_text_is_title, "Making systems work");
	YES(read_text_is_title, "Systems that will be wanted");
	YES(read_text_is_title, "What is it for?");
	YES(read_text_is_title, "24/00017 - The Harbour Plan");
	YES(read_text_is_title, "\xE2\x80\x9CQuoted\xE2\x80\x9D words");
	NO(read_text_is_title, "The wall is old");
	NO(read_text_is_title, "We agree");
	NO(read_text_is_title, "a small start");
	NO(read_text_is_title, "It ends here.");
	NO(read_text_is_title, "Call 01632 960 118");
	NO(read_text_is_title, "Quay Team 15 June 2009");
	NO(read_text_is_title, "Cllr Ann Lee");
}

static void
names_dates_and_capitals(void **state)
{
	(void)state;
	YES(read_text_is_name, "Ann Lee-Orr");
	NO(read_text_is_name, "Helpers by post");
	NO(read_text_is_name, "Ann");
	YES(read_text_ends_date, "on 7 October 2009");
	NO(read_text_ends_date, "in October 2009");
	YES(read_text_is_capitals, "MAIN REPORT 2024");
	NO(read_text_is_capitals, "N/A");
	NO(read_text_is_capitals, "Main REPORT");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_or_do_not),
		cmocka_unit_test(titles_and_sentences),
		cmocka_unit_test(names_dates_and_capitals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
