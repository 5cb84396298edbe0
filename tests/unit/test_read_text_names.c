/* Names that papers share. */
#include "text_draft.h"

#include "read/read_text_priv.h"

#define YES(test, text) assert_true(test(str_from(text)))
#define NO(test, text) assert_false(test(str_from(text)))

static void
numbered_names(void **state)
{
	(void)state;
	YES(read_text_is_labelled, "Action 2.1: Mend it");
	YES(read_text_is_labelled, "Recommendation 12");
	YES(read_text_is_labelled, "Objective 1 \xE2\x80\x93 Roads");
	NO(read_text_is_labelled, "Action: Mend it");
	NO(read_text_is_labelled, "June 15");
	NO(read_text_is_labelled, "Year 2024");
}

static void
sections(void **state)
{
	(void)state;
	YES(read_text_is_section_name, "Legal implications:");
	YES(read_text_is_section_name, "Summary");
	NO(read_text_is_section_name, "The wall");
	YES(read_text_is_name_section, "Background Papers:");
	NO(read_text_is_name_section, "Background");
}

static void
mastheads(void **state)
{
	(void)state;
	YES(read_text_is_masthead, "Quay Town Council");
	YES(read_text_is_masthead, "BOROUGH OF QUAY");
	NO(read_text_is_masthead, "Report to the Harbour Board");
	NO(read_text_is_masthead, "Repairs to the Quay");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbered_names),
		cmocka_unit_test(sections),
		cmocka_unit_test(mastheads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
