/* Tables whose columns drift from row to row. */
#include "text_draft.h"

static void
one_space_parts_cells_that_others_show_to_begin_there(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\n"
	    "Ref      Action                 Owner        Due      Status\n"
	    "AFI 1    Renew the licences of  Ann Lee      May      Green\n"
	    "         all users                           2026\n"
	    "CoC 1 Paint the pier before Harbour Master  June    Red\n"
	    "      the summer            at Kirkton      2026\n",
	    "H1 The Plan\nT\n| Ref|Action|Owner|Due|Status\n"
	    "| AFI 1|Renew the licences of all users|Ann Lee|May 2026|Green\n"
	    "| CoC 1|Paint the pier before the summer|"
	    "Harbour Master at Kirkton|June 2026|Red\n");
}

static void
a_theme_stands_before_its_first_row_only(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\n"
	    "Theme     Action            Lead       When       Status\n"
	    "Transport Electric vans in  Fleet      June 2026  Green\n"
	    "          the depot         Manager\n"
	    "          Charge points at  Parking    May 2027   Amber\n"
	    "          the quay          Manager\n"
	    "Nature    Verges on five    Parks      2027       Green\n"
	    "          roads             Manager\n",
	    "H1 The Plan\nT\n| Theme|Action|Lead|When|Status\n"
	    "| Transport|Electric vans in the depot|Fleet Manager|June 2026|"
	    "Green\n"
	    "| |Charge points at the quay|Parking Manager|May 2027|Amber\n"
	    "| Nature|Verges on five roads|Parks Manager|2027|Green\n");
}

static void
headings_printed_again_elsewhere_begin_the_columns_anew(void **state)
{
	(void)state;
	assert_reads(
	    "The Plan\n\n"
	    "Ref      Action                 Owner        Status\n"
	    "1.1      Renew the licences of Ann Lee       Green\n"
	    "         all users\n"
	    "Ref   Action                       Owner          Status\n"
	    "      who have left\n"
	    "1.2   Paint the pier from end to Bob Orr       Red\n"
	    "      end\n",
	    "H1 The Plan\nT\n| Ref|Action|Owner|Status\n"
	    "| 1.1|Renew the licences of all users|Ann Lee|Green\n"
	    "| Ref|Action|Owner|Status\n"
	    "| |who have left||\n"
	    "| 1.2|Paint the pier from end to end|Bob Orr|Red\n");
}

static void
sentences_below_a_line_with_gaps_are_no_rows(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n"
		     "Harbour Board      Item 4      3 May 2026      Public\n"
		     "The wall leans to the east and has stood for a long "
		     "time.\nNobody knows who built it or when.\n",
	    "H1 The Plan\nP Harbour Board Item 4 3 May 2026 Public / The wall "
	    "leans to the east and has stood for a long time. / Nobody knows "
	    "who built it or when.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    one_space_parts_cells_that_others_show_to_begin_there),
		cmocka_unit_test(a_theme_stands_before_its_first_row_only),
		cmocka_unit_test(
		    headings_printed_again_elsewhere_begin_the_columns_anew),
		cmocka_unit_test(sentences_below_a_line_with_gaps_are_no_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
