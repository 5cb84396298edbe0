/* The parts that every paper has are found and counted. */
#include "draft.h"

static void
recommendations_are_items_or_paragraphs(void **state)
{
	struct draft draft =
	    draft_text("Harbour Lights\n\nRecommendation(s)\n\n"
		       "That the Board:\n\n(1) notes the report; and\n"
		       "(2) agrees to light the pier.\n");

	(void)state;
	assert_int_equal(draft.plan->recommendations_count, 2);
	assert_str(draft.plan->recommendations[1].number, "2");
	assert_str(
	    draft.plan->recommendations[1].text, "agrees to light the pier.");
	draft_free(&draft);
	draft = draft_text(
	    "HARBOUR LIGHTS\n\nRecommendation\n\n"
	    "4. It is recommended that the report be noted by the Board.\n");
	assert_int_equal(draft.plan->recommendations_count, 1);
	assert_str(draft.plan->recommendations[0].number, "4");
	draft_free(&draft);
}

static void
no_background_papers_is_none(void **state)
{
	struct draft draft =
	    draft_text("Harbour Lights\n\nBackground Papers\n\n"
		       "There are no background papers for this report.\n");

	(void)state;
	assert_int_equal(draft.plan->background_count, 0);
	assert_int_equal(said(&draft, "no-background-papers"), 0);
	draft_free(&draft);
}

static void
a_contact_line_is_no_background_paper(void **state)
{
	struct draft draft = draft_text(
	    "Harbour Lights\n\nBackground Papers\n\n"
	    "Lighting survey 2024, held by the Harbour Office, Quay Street.\n\n"
	    "Ann Lee – Extension 2210\n");

	(void)state;
	assert_int_equal(draft.plan->background_count, 1);
	assert_int_equal(draft.plan->authors_count, 1);
	assert_str(draft.plan->authors[0].name, "Ann Lee");
	assert_str(draft.plan->authors[0].contact, "Extension 2210");
	draft_free(&draft);
}

static void
implications_are_fields_or_sections(void **state)
{
	struct draft draft = draft_text(
	    "Harbour Lights\n\nBackground Papers\n\n"
	    "None.\n\n"
	    "Carbon Impact\tThe new lamps use less electricity than the old.\n"
	    "Diversity\tThere is no specific diversity impact in this report.\n"
	    "Wards Affected\tAll wards are affected equally by this report.\n"
	    "Efficiency\tOne visit a year instead of four visits a year.\n");

	(void)state;
	assert_int_equal(draft.plan->implications_count, 4);
	assert_str(draft.plan->implications[1].name, "Diversity");
	assert_int_equal(nodes(&draft, NODE_SECTION, ROLE_IMPLICATIONS), 1);
	draft_free(&draft);
	draft = draft_md("# Harbour lights\n\n## Implications\n\n"
			 "### Legal implications\n\nNone.\n\n"
			 "### Financial implications\n\nA little.\n");
	assert_int_equal(draft.plan->implications_count, 2);
	assert_true(str_is(draft.plan->implications[1].text, "A little.") ||
		    str_ends(draft.plan->implications[1].text, "A little."));
	draft_free(&draft);
}

static void
an_implication_inside_anothers_line_is_parted(void **state)
{
	struct draft draft = draft_text(
	    "25/00041 - Harbour Lights\n\n"
	    "Decision type: Key\n\n"
	    "Legal implications: There are none known at present.\n\n"
	    "Equalities implications: A screening was completed in May. Data "
	    "Protection implications A screening found nothing to assess.\n");

	(void)state;
	assert_int_equal(draft.plan->implications_count, 3);
	assert_str(
	    draft.plan->implications[2].name, "Data Protection implications");
	assert_str(draft.plan->implications[2].text,
	    "A screening found nothing to assess.");
	assert_str(draft.plan->implications[1].text,
	    "A screening was completed in May.");
	draft_free(&draft);
}

static void
cover_fields_come_two_to_a_line(void **state)
{
	struct draft draft = draft_text(
	    "Report to:\tCouncil\tDate of Meeting:\tThursday 21 January 2026\n"
	    "Subject:\tHarbour Lights 2\t026\t\n"
	    "Portfolio:\tCabinet Member\tWards Affected:\t(All Wards);\n\n"
	    "Summary:\n\nThe lights are old and must be seen to.\n");
	const struct plan *plan = draft.plan;

	(void)state;
	assert_int_equal(plan->fields_count, 5);
	assert_str(plan->fields[0].name, "Report to");
	assert_str(plan->fields[0].value, "Council");
	assert_str(plan->fields[2].value, "Harbour Lights 2 026");
	assert_int_equal(said(&draft, "field-shattered"), 1);
	assert_str(plan->committee, "Council");
	assert_int_equal(plan->date.year, 2026);
	assert_int_equal(plan->date.day, 21);
	draft_free(&draft);
}

static void
an_author_has_an_office(void **state)
{
	struct draft draft = draft_text(
	    "HARBOUR REPORT\n\nPurpose\n\n1. The lamps were lit.\n\n"
	    "2. It is noted.\n\nlan Holt Assistant Director - Coast\n\n"
	    "Background Papers\n\nThe book of lamps\n\n"
	    "Ian Holt - Extension 2210\n");

	(void)state;
	assert_int_equal(draft.plan->authors_count, 1);
	assert_str(draft.plan->authors[0].name, "Ian Holt");
	assert_str(draft.plan->authors[0].role, "Assistant Director - Coast");
	assert_str(draft.plan->authors[0].contact, "Extension 2210");
	assert_int_equal(said(&draft, "name-variant"), 1);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recommendations_are_items_or_paragraphs),
		cmocka_unit_test(no_background_papers_is_none),
		cmocka_unit_test(a_contact_line_is_no_background_paper),
		cmocka_unit_test(implications_are_fields_or_sections),
		cmocka_unit_test(an_implication_inside_anothers_line_is_parted),
		cmocka_unit_test(cover_fields_come_two_to_a_line),
		cmocka_unit_test(an_author_has_an_office),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
