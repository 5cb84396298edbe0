/* Headings of the draft: long statements go below their label. */
#include "compose_case.h"

static void
expect(const char *heading, const char *tree)
{
	struct arena *arena = arena_new();
	struct made made =
	    made_new(str_printf(arena, "# T\n\n## %s\n\nWords.\n", heading).ptr,
		"<section each='draft/section' heading='draft'>"
		"<copy select='block'/></section>");

	assert_has(&made, tree);
	made_free(&made);
	arena_free(arena);
}

static void
test_short(void **state)
{
	(void)state;
	expect("Aim 1: We will mend roads", "level=2\n      "
					    "text 3:4 \"Aim 1: We will mend "
					    "roads\"\n    paragraph 5:1");
}

static void
test_long(void **state)
{
	(void)state;
	expect("Task 1.1: We will mend *every* road in the county before the "
	       "winter comes",
	    "text 3:4 \"Task 1.1\"\n    paragraph 3:1\n      "
	    "text 3:4 \"We will mend \"\n      emph");
}

static void
test_long_without_label(void **state)
{
	(void)state;
	/* "St. " is no label: it has no figure */
	expect("St. Osyth and the other parishes of the north will have new "
	       "bridges by then",
	    "text 3:4 \"St. Osyth and the other parishes of the north will "
	    "have new bridges by then\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_short),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_long_without_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
