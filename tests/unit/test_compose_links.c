/* Ids are unique, links lead somewhere, sections can be linked to. */
#include "compose_case.h"

static void
test_sections_have_ids(void **state)
{
	struct made made = made_new("# T\n\nWords.\n",
	    "<section title='Über uns: 3.1 das Ganze, a b c d e f g'>"
	    "<para>x</para></section>"
	    "<section title='***'><para>x</para></section>"
	    "<section title='***'><para>x</para></section>"
	    "<section each='. | draft' title='X' id='mine'>"
	    "<para>x</para></section>");

	(void)state;
	assert_has(&made, "section id=\"über-uns-3-1-das-ganze-a-b\"");
	assert_has(&made, "section id=\"section\"");
	assert_has(&made, "section id=\"section-2\"");
	assert_has(&made, "section id=\"mine\"");
	assert_has(&made, "section id=\"mine-2\"");
	made_free(&made);
}

static void
test_fragments(void **state)
{
	struct made made = made_new(
	    "# T\n\n## Where we *stand*, now\n\n[a](#where-we-stand-now) "
	    "[b](#no-such-place) [c](https://example.org/#x)\n",
	    "");

	(void)state;
	assert_has(&made, "target=\"s-where-we-stand-now\"");
	assert_has(&made, "link 5:26 url=\"#no-such-place\"");
	assert_has(&made, "url=\"https://example.org/#x\"");
	made_free(&made);
}

static void
test_quotations_have_no_ids(void **state)
{
	/* the draft's cell is shown twice: its anchor stays with the first */
	struct made made = made_new(PLAN_DRAFT,
	    "<table rows='plan//action'><column><heading>A</heading>"
	    "<cell><link to='@anchor'><value select='@id'/></link></cell>"
	    "</column><column><heading>T</heading>"
	    "<draft-cell role='action'/></column></table><rest/>");

	(void)state;
	assert_has(&made, "target=\"action-10\"");
	assert_has(&made, "role=action id=\"action-10\"");
	made_free(&made);
}

static void
test_notes_stay_last(void **state)
{
	struct made made = made_new(
	    "# T\n\n## A\n\nOne[^x], two[^y].\n\n[^x]: Ex.\n[^y]: Why.\n",
	    "<rest/><section title='B'><para>after</para></section>");

	(void)state;
	assert_int_equal(made.report->root->last->kind, NODE_NOTES);
	assert_has(&made, "note-ref");
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sections_have_ids),
		cmocka_unit_test(test_fragments),
		cmocka_unit_test(test_quotations_have_no_ids),
		cmocka_unit_test(test_notes_stay_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
