/* What a meeting resolved is found in sections, sentences and lists. */
#include "draft.h"

static void
resolved_in_every_way_that_minutes_have(void **state)
{
	struct draft draft = draft_text(
	    "Minutes of the Harbour Board\n\nDate: 3 December 2026\n"
	    "Present: Ann Lee\n\n"
	    "1. Last meeting\n\nThe minutes were read by the chair.\n\n"
	    "RESOLVED: That the minutes be approved as a true record.\n\n"
	    "2. Lights\n\nThe harbour master spoke about the lights.\n\n"
	    "RESOLVED that:\n\n(1) the report be noted; and\n"
	    "(2) the pier be lit.\n\n"
	    "3. Dues\n\nResolved - To raise the dues by a tenth.\n\n"
	    "It was resolved that the public be excluded.\n\n"
	    "Penderfynwyd nodi’r adroddiad.\n");

	(void)state;
	assert_int_equal(draft.plan->resolutions_count, 6);
	assert_str(draft.plan->resolutions[0].text,
	    "That the minutes be approved as a true record.");
	assert_int_equal(draft.plan->resolutions[0].pos.line, 10);
	assert_str(draft.plan->resolutions[1].number, "1");
	assert_str(draft.plan->resolutions[2].text, "the pier be lit.");
	assert_str(
	    draft.plan->resolutions[3].text, "To raise the dues by a tenth.");
	assert_str(draft.plan->resolutions[5].text, "nodi’r adroddiad.");
	assert_int_equal(nodes(&draft, NODE_LIST, ROLE_RESOLUTION), 1);
	draft_free(&draft);
}

/* Once each, though the section says so and so do its paragraphs. */
static void
a_section_of_decisions_is_taken_once(void **state)
{
	struct draft draft = draft_md(
	    "# Record\n\n## Decision\n\nResolved that the pier be lit.\n\n"
	    "## Reasons\n\nIt is dark.\n");

	(void)state;
	assert_int_equal(draft.plan->resolutions_count, 1);
	draft_free(&draft);
}

static void
speaking_of_a_resolution_is_none(void **state)
{
	struct draft draft = draft_text(
	    "Harbour Lights\n\nThe Board resolved last year to light the pier, "
	    "and that has been done.\n\n"
	    "Resolving complaints takes a week on average this year.\n\n"
	    "| Issue | Resolved | Note |\n|---|---|---|\n"
	    "| Lamp | Resolved: by hand | Lamp is lit |\n");

	(void)state;
	assert_int_equal(draft.plan->resolutions_count, 0);
	draft_free(&draft);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(resolved_in_every_way_that_minutes_have),
		cmocka_unit_test(a_section_of_decisions_is_taken_once),
		cmocka_unit_test(speaking_of_a_resolution_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
