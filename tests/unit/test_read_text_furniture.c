/* What belongs to the page is dropped, recorded, and nothing else is. */
#include "text_draft.h"

static void
page_numbers_go(void **state)
{
	struct text_draft draft = text_read(
	    (struct str)STR("The Plan\n\nOne.\n\nPage 5.\n\nTwo.\n\n- 7 -\n\n"
			    "Three.\n\nPage 3 of 12\n\nFour.\n\n9\n\fFive.\n"));

	(void)state;
	assert_int_equal(draft.doc->dropped_count, 4);
	assert_string_equal(draft.doc->dropped[0].kind, "page-furniture");
	assert_str(draft.doc->dropped[0].text, "Page 5.");
	assert_int_equal(draft.doc->dropped[0].pos.line, 5);
	assert_int_equal(msgs_count(draft.msgs, MSG_NOTE), 4);
	assert_no_word_lost(draft.doc);
	text_free(&draft);
	assert_reads("The Plan\n\nThe wall that the board\n\nPage 5\n\n"
		     "built is old.\n",
	    "H1 The Plan\nP The wall that the board built is old.\n");
}

static void
what_could_be_content_stays(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe costs are set out on\nPage 5.\n\n"
		     "Page 5 of the strategy says more.\n",
	    "H1 The Plan\nP The costs are set out on Page 5.\n"
	    "P Page 5 of the strategy says more.\n");
	/* a number without a page's edge */
	assert_reads("The Plan\n\n1\n\nThe wall is old.\n",
	    "H1 The Plan\nP 1|The wall is old.\n");
}

static void
running_lines_go_when_three_pages_have_them(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe wall\n\nQuay Board   1\n\f"
		     "Papers for May\n\nis old.\n\nQuay Board   2\n\f"
		     "Papers for May\n\nTheme 1\n\nLamps are out.\n\n"
		     "Quay Board   3\n\f"
		     "Papers for May\n\nTheme 2\n\nBins are full.\n",
	    "H1 The Plan\nP The wall is old.\nH3 Theme 1\nP Lamps are out.\n"
	    "H3 Theme 2\nP Bins are full.\n");
	assert_reads(
	    "The Plan\n\nOne.\n\fTheme 1\n\nTwo.\n\fTheme 2\n\nThree.\n"
	    "\fTheme 3\n\nFour.\n",
	    "H1 The Plan\nP One.\nH3 Theme 1\nP Two.\nH3 Theme 2\nP Three.\n"
	    "H3 Theme 3\nP Four.\n");
}

static void
a_header_on_every_page_stays_with_its_rows(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n| Ref | Action | Owner |\n"
		     "| 1 | Mend | Ann |\n\nPage 2\n\n"
		     "| Ref | Action | Owner |\n| 2 | Light | Bob |\n\n"
		     "Page 3\n\n| Ref | Action | Owner |\n"
		     "| 3 | Paint | Bob |\n",
	    "H1 The Plan\nT\n| Ref|Action|Owner\n| 1|Mend|Ann\n"
	    "T\n| Ref|Action|Owner\n| 2|Light|Bob\n"
	    "T\n| Ref|Action|Owner\n| 3|Paint|Bob\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_header_on_every_page_stays_with_its_rows),
		cmocka_unit_test(page_numbers_go),
		cmocka_unit_test(what_could_be_content_stays),
		cmocka_unit_test(running_lines_go_when_three_pages_have_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
