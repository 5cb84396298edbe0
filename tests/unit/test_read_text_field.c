/* Fields stand in groups, or alone when they can be nothing else. */
#include "text_draft.h"

static void
fields_stand_in_groups(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nDecision type: Key\n\nStatus: Approved by the\n"
	    "board\nPier and quay: both\n",
	    "H1 The Plan\nF Decision type=Key\nF Status=Approved by the board\n"
	    "F Pier and quay=both\n");
}

static void
a_value_may_stand_below(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\nReport author:\nAnn Lee\nDate:\n3 May 2024\n\n"
	    "The text begins here.\n",
	    "H1 The Plan\nF Report author=Ann Lee\nF Date=3 May 2024\n"
	    "P The text begins here.\n");
}

static void
a_long_value_may_stand_below_in_a_group(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nAction 2\nMend the wall.\nOwner: Ann Lee\n"
		     "Status: Green\nProgress:\nThe stone was bought in a dry "
		     "summer, and it has been laid out in\nrows since then.\n",
	    "H1 The Plan\nH3 Action 2\nP Mend the wall.\nF Owner=Ann Lee\n"
	    "F Status=Green\nF Progress=The stone was bought in a dry summer, "
	    "and it has been laid out in rows since then.\n");
}

static void
values_may_stand_behind_blank_lines(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nReport author:\n\nAnn Lee\n\nDate:\n\n"
		     "3 May 2024\n\nSummary:\n\nThe wall is to be mended.\n",
	    "H1 The Plan\nF Report author=Ann Lee\nF Date=3 May 2024\n"
	    "H3 Summary:\nP The wall is to be mended.\n");
}

static void
one_field_alone(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nWards affected: All\n\nThe text follows.\n",
	    "H1 The Plan\nF Wards affected=All\nP The text follows.\n");
}

static void
sentences_with_a_colon_are_not(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nObjective 1.1: We will mend the wall.\n\n"
		     "The board agreed the following: lamps and bins.\n\n"
		     "It ends at 10:30 by the clock.\n\n"
		     "Note: this is a draft.\n",
	    "H1 The Plan\nP Objective 1.1: We will mend the wall.\n"
	    "P The board agreed the following: lamps and bins.\n"
	    "P It ends at 10:30 by the clock.\nP Note: this is a draft.\n");
}

static void
a_role_with_a_colon_stays_with_its_name(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe people are named below.\n\n"
		     "Ann Lee\nAdviser: Boats and Nets\n",
	    "H1 The Plan\nP The people are named below.\n"
	    "P Ann Lee / Adviser: Boats and Nets\n");
}

static void
fields_below_an_item_belong_to_it(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n- Mend the wall\n  Owner: Ann Lee\n"
		     "  Status: Green\n- Paint the pier\n  Owner: Bob Orr\n"
		     "  Status: Red\n",
	    "H1 The Plan\n- Mend the wall\nF Owner=Ann Lee\nF Status=Green\n"
	    "- Paint the pier\nF Owner=Bob Orr\nF Status=Red\n");
	assert_reads(
	    "The Plan\n\nAction 1: Mend the wall\nOwner: Ann Lee\n"
	    "Status: Green\n\nAction 2: Paint the pier\nOwner: Bob Orr\n"
	    "Status: Red\n",
	    "H1 The Plan\nH3 Action 1: Mend the wall\nF Owner=Ann Lee\n"
	    "F Status=Green\nH3 Action 2: Paint the pier\nF Owner=Bob Orr\n"
	    "F Status=Red\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_stand_in_groups),
		cmocka_unit_test(a_value_may_stand_below),
		cmocka_unit_test(a_long_value_may_stand_below_in_a_group),
		cmocka_unit_test(values_may_stand_behind_blank_lines),
		cmocka_unit_test(one_field_alone),
		cmocka_unit_test(sentences_with_a_colon_are_not),
		cmocka_unit_test(a_role_with_a_colon_stays_with_its_name),
		cmocka_unit_test(fields_below_an_item_belong_to_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
