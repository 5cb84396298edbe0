/* Cover fields are found however they are written. */
#include "draft.h"

static void
assert_field(const struct draft *draft, size_t index, const char *name,
    const char *value)
{
	assert_true(index < draft->plan->fields_count);
	assert_str(draft->plan->fields[index].name, name);
	assert_str(draft->plan->fields[index].value, value);
}

static void
two_on_a_line_are_two(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR LIGHTS\n\n"
	    "Report to: Council Date of Meeting: 21 January 2026\n"
	    "Subject: Lights: the next year Is this a Key Decision: No\n\n"
	    "1. The lamps are lit.\n");

	(void)state;
	assert_int_equal(draft.plan->fields_count, 4);
	assert_field(&draft, 0, "Report to", "Council");
	assert_field(&draft, 1, "Date of Meeting", "21 January 2026");
	assert_field(&draft, 2, "Subject", "Lights: the next year");
	assert_field(&draft, 3, "Is this a Key Decision", "No");
	assert_int_equal(draft.plan->date.year, 2026);
	draft_free(&draft);
}

static void
a_paragraph_may_be_a_field(void **state)
{
	struct draft draft = draft_md(
	    "# Harbour lights\n\nReport to: Council\n\nDate of meeting\n"
	    "21 January 2026\n\n## Summary\n\nNote: the lamps are lit.\n");

	(void)state;
	assert_int_equal(draft.plan->fields_count, 2);
	assert_field(&draft, 0, "Report to", "Council");
	assert_field(&draft, 1, "Date of meeting", "21 January 2026");
	assert_int_equal(nodes(&draft, NODE_FIELDS, ROLE_COVER), 1);
	draft_free(&draft);
}

static void
an_appended_paper_is_a_part(void **state)
{
	struct draft draft = draft_md(
	    "# Harbour lights\n\nReport to: Council\n\n## Summary\n\n"
	    "The lamps are lit.\n\n# The sea wall\n\nReport to: Cabinet\n\n"
	    "Subject: The wall\n\n## Summary\n\nThe wall stands.\n");

	(void)state;
	assert_int_equal(nodes(&draft, NODE_SECTION, ROLE_PART), 1);
	assert_str(draft.plan->title, "Harbour lights");
	assert_str(draft.plan->committee, "Council");
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_on_a_line_are_two),
		cmocka_unit_test(a_paragraph_may_be_a_field),
		cmocka_unit_test(an_appended_paper_is_a_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
