/* Headings are known by their form and by what stands around them. */
#include "text_draft.h"

#define BODY "The text of this part says something in a sentence.\n"

static void
numbers_make_headings_and_levels(void **state)
{
	(void)state;
	assert_reads("1. Purpose\n\n" BODY "\n2 Scope\n\n" BODY
		     "\n2.1 Roads and Paths\n\n" BODY "\n2.1.1. Kerbs\n\n" BODY,
	    "H2 1.|Purpose\nP The text of this part says something in a "
	    "sentence.\n"
	    "H2 2|Scope\nP The text of this part says something in a "
	    "sentence.\n"
	    "H3 2.1|Roads and Paths\nP The text of this part says something "
	    "in a sentence.\n"
	    "H4 2.1.1.|Kerbs\nP The text of this part says something in a "
	    "sentence.\n");
}

static void
short_numbered_lines_in_a_row_are_a_list(void **state)
{
	(void)state;
	assert_reads(
	    "The committee asked for\n\n1. Lamps\n2. Benches\n3. Bins\n",
	    "P The committee asked for\nP 1.|Lamps\nP 2.|Benches\nP 3.|Bins\n");
}

static void
the_first_line_is_the_title(void **state)
{
	(void)state;
	assert_reads("Quay Repair Plan: 2024 to 2026\n\n" BODY,
	    "H1 Quay Repair Plan: 2024 to 2026\n"
	    "P The text of this part says something in a sentence.\n");
	/* the name of a section is nobody's title */
	assert_reads("Introduction\n\n" BODY,
	    "H3 Introduction\n"
	    "P The text of this part says something in a sentence.\n");
	assert_reads(
	    "Report to: Harbour Board\nDate: 3 May 2024\n\nQUAY REPAIRS\n\n" BODY,
	    "F Report to=Harbour Board\nF Date=3 May 2024\nH1 QUAY REPAIRS\n"
	    "P The text of this part says something in a sentence.\n");
}

static void
who_publishes_it_is_not_the_title(void **state)
{
	(void)state;
	assert_reads("QUAY TOWN COUNCIL\nHARBOUR COMMITTEE\n12 May 2024\n\n"
		     "Report of the Head of Works\n\nRepairs to the Quay\n\n"
		     "1. Purpose\n\n" BODY,
	    "P QUAY TOWN COUNCIL\nP HARBOUR COMMITTEE\nP 12 May 2024\n"
	    "P Report of the Head of Works\nH1 Repairs to the Quay\n"
	    "H2 1.|Purpose\n"
	    "P The text of this part says something in a sentence.\n");
	/* unless nothing else is */
	assert_reads("Quay Town Council\n\n1. Purpose\n\n" BODY,
	    "H1 Quay Town Council\nH2 1.|Purpose\n"
	    "P The text of this part says something in a sentence.\n");
}

static void
capitals_appendices_and_marks(void **state)
{
	(void)state;
	assert_reads(
	    "A Plan\n\nBACKGROUND TO THE WORK\n\n" BODY
	    "\nAppendix Two\n\nAnnex 1: Figures\n\n" BODY
	    "\n### Costs: ###\n" BODY "\n#5 is no heading.\n"
	    "\nNext Steps\n=====\n\nOld ones\n---\n\n**Bold line**\n\n" BODY,
	    "H1 A Plan\nH2 BACKGROUND TO THE WORK\n"
	    "P The text of this part says something in a sentence.\n"
	    "P Appendix Two\nH2 Annex 1: Figures\n"
	    "P The text of this part says something in a sentence.\n"
	    "H3 Costs:\n"
	    "P The text of this part says something in a sentence.\n"
	    "P #5 is no heading.\n"
	    "H1 Next Steps\nH2 Old ones\nH3 Bold line\n"
	    "P The text of this part says something in a sentence.\n");
	assert_reads("A Plan\n\nAppendix Two\n\nPeople\n\n" BODY,
	    "H1 A Plan\nH2 Appendix Two\nH3 People\n"
	    "P The text of this part says something in a sentence.\n");
}

static void
a_list_of_appendices_is_no_row_of_headings(void **state)
{
	(void)state;
	assert_reads("A Plan\n\nAppendices\n\nAppendix A - Map\n"
		     "Appendix B - Costs\n\nAppendix A - Map\n\n" BODY,
	    "H1 A Plan\nH3 Appendices\n"
	    "P Appendix A - Map / Appendix B - Costs\nH2 Appendix A - Map\n"
	    "P The text of this part says something in a sentence.\n");
}

static void
short_lines_with_text_below_are_headings(void **state)
{
	(void)state;
	assert_reads("A Plan\n\nWhat we found\n\n" BODY "\nSummary:\n\n" BODY
		     "\nWho will pay for it?\n\n" BODY,
	    "H1 A Plan\nH3 What we found\n"
	    "P The text of this part says something in a sentence.\n"
	    "H3 Summary:\n"
	    "P The text of this part says something in a sentence.\n"
	    "H3 Who will pay for it?\n"
	    "P The text of this part says something in a sentence.\n");
}

static void
sentences_names_and_answers_are_not(void **state)
{
	(void)state;
	assert_reads("A Plan\n\nWe will mend the wall\n\n" BODY
		     "\nNot applicable\n\n" BODY
		     "\nOfficers of the group are\n\n" BODY
		     "\nYours faithfully\n\nJo Bloggs\nHead of Works\n",
	    "H1 A Plan\nP We will mend the wall\n"
	    "P The text of this part says something in a sentence.\n"
	    "P Not applicable\n"
	    "P The text of this part says something in a sentence.\n"
	    "P Officers of the group are\n"
	    "P The text of this part says something in a sentence.\n"
	    "P Yours faithfully\nP Jo Bloggs / Head of Works\n");
}

static void
below_background_papers_short_lines_are_papers(void **state)
{
	(void)state;
	assert_reads("A Plan\n\nBackground Papers\n\nHarbour Strategy 2017\n\n"
		     "Jo Bloggs, extension 401 22 33\n",
	    "H1 A Plan\nH3 Background Papers\nP Harbour Strategy 2017\n"
	    "P Jo Bloggs, extension 401 22 33\n");
}

static void
many_short_lines_in_a_row_are_a_list_of_names(void **state)
{
	(void)state;
	assert_reads("A Plan\n\nGroups we met\n\nBoat owners\n\nRope makers\n\n"
		     "Net menders\n\nSail lofts\n\n2 May 2024\n",
	    "H1 A Plan\nH3 Groups we met\nP Boat owners\nP Rope makers\n"
	    "P Net menders\nP Sail lofts\nP 2 May 2024\n");
}

static void
headings_directly_below_other_text(void **state)
{
	(void)state;
	assert_reads(
	    "A Plan\n\nBoat Owners' Group 7 October 2023\nMembers\n\n"
	    "Ann Lee\nTreasurer, Boat Owners' Group\n\n"
	    "Bob Orr\nSecretary, Boat Owners' Group\nHelpers by post\n\n"
	    "Cy Poe\nRope Maker\n\n"
	    "- Lights on the pier are out.\nSafety\n\n- Rails are rusty\n",
	    "H1 A Plan\nP Boat Owners' Group 7 October 2023\nH3 Members\n"
	    "P Ann Lee / Treasurer, Boat Owners' Group\n"
	    "P Bob Orr / Secretary, Boat Owners' Group\nH3 Helpers by post\n"
	    "P Cy Poe / Rope Maker\n"
	    "- Lights on the pier are out.\nH3 Safety\n- Rails are rusty\n");
}

static void
lettered_headings_go_on_from_one_another(void **state)
{
	(void)state;
	assert_reads("A Plan\n\nA. Context\n\n" BODY "\nB. Choices\n\n" BODY
		     "\nJ. Orr\n\n" BODY,
	    "H1 A Plan\nH3 A.|Context\n"
	    "P The text of this part says something in a sentence.\n"
	    "H3 B.|Choices\n"
	    "P The text of this part says something in a sentence.\n"
	    "H3 J. Orr\n"
	    "P The text of this part says something in a sentence.\n");
}

static void
an_item_in_capitals_is_no_heading(void **state)
{
	(void)state;
	assert_reads("# The Plan\n\n### Mend the wall\n\n"
		     "- BRAG: B\n- OWNER: ANN LEE\n",
	    "H1 The Plan\nH3 Mend the wall\n- BRAG: B\n- OWNER: ANN LEE\n");
}

static void
a_letter_alone_numbers_the_title_below(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nWe looked at these.\n\nA.\n\nMoney\n\n"
		     "The books were closed in July and no more was said.\n\n"
		     "B.\nRisks\n\nThe register was brought up to date.\n",
	    "H1 The Plan\nP We looked at these.\nH3 A.|Money\n"
	    "P The books were closed in July and no more was said.\n"
	    "H3 B.|Risks\nP The register was brought up to date.\n");
	/* a list of titles */
	assert_reads("The Plan\n\nWe looked at these.\n\nA.\nMoney\n\n"
		     "B.\nRisks\n\nC.\nPeople\n",
	    "H1 The Plan\nP We looked at these.\nA. Money\nB. Risks\n"
	    "C. People\n");
}

static void
what_leads_in_a_list_is_no_heading(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n1. Scope\n\n1.1 The policy covers:\n\n"
		     "- gullies\n- drains\n\n1.2 Officers may:\n\n"
		     "(a) look at them; and\n(b) clear them.\n\n"
		     "1.3 Definitions used:\n\nA gully takes water off.\n\n"
		     "2. Next steps:\n\nThe work will begin in May.\n",
	    "H1 The Plan\nH2 1.|Scope\nP 1.1|The policy covers:\n"
	    "- gullies\n- drains\nP 1.2|Officers may:\n"
	    "(a) look at them; and\n(b) clear them.\n"
	    "P 1.3|Definitions used:\nP A gully takes water off.\n"
	    "H2 2.|Next steps:\nP The work will begin in May.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_make_headings_and_levels),
		cmocka_unit_test(short_numbered_lines_in_a_row_are_a_list),
		cmocka_unit_test(the_first_line_is_the_title),
		cmocka_unit_test(who_publishes_it_is_not_the_title),
		cmocka_unit_test(capitals_appendices_and_marks),
		cmocka_unit_test(a_list_of_appendices_is_no_row_of_headings),
		cmocka_unit_test(short_lines_with_text_below_are_headings),
		cmocka_unit_test(sentences_names_and_answers_are_not),
		cmocka_unit_test(
		    below_background_papers_short_lines_are_papers),
		cmocka_unit_test(many_short_lines_in_a_row_are_a_list_of_names),
		cmocka_unit_test(headings_directly_below_other_text),
		cmocka_unit_test(lettered_headings_go_on_from_one_another),
		cmocka_unit_test(an_item_in_capitals_is_no_heading),
		cmocka_unit_test(a_letter_alone_numbers_the_title_below),
		cmocka_unit_test(what_leads_in_a_list_is_no_heading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
