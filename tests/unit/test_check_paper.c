/* What a committee paper must have. */
#include "draft.h"

static void
assert_said(const char *text, const char *rule, size_t times)
{
	struct draft draft = draft_text(text);

	assert_int_equal(said(&draft, rule), times);
	draft_free(&draft);
}

static void
background_papers_must_be_listed(void **state)
{
	(void)state;
	assert_said("Harbour Lights\n\nRecommendation\n\n"
		    "1. That the report be noted by the Harbour Board.\n",
	    "no-background-papers", 1);
	assert_said("Harbour Lights\n\nRecommendation\n\n"
		    "1. That the report be noted by the Harbour Board.\n\n"
		    "Background Papers\n\nNone.\n",
	    "no-background-papers", 0);
}

static void
a_paper_without_actions_says_so(void **state)
{
	(void)state;
	assert_said("Harbour Lights\n\nThe lamps were lit again this May.\n",
	    "no-actions", 1);
	assert_said("Harbour Lights\n\nAction\tOwner\tStatus\n"
		    "1.1 Mend\tAnn Lee\tGreen\n",
	    "no-actions", 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(background_papers_must_be_listed),
		cmocka_unit_test(a_paper_without_actions_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
