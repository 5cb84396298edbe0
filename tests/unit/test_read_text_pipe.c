/* Tables by pipes and boxes. */
#include "text_draft.h"

static void
a_rule_below_makes_a_header(void **state)
{
	struct text_draft draft = text_read((struct str)STR(
	    "The Plan\n\n| Ref | Cost |\n|:---|---:|\n| 1 | 20 |\n"));
	const struct node *table = draft.doc->root->last;

	(void)state;
	assert_int_equal(table->as.table.columns[0].align, ALIGN_LEFT);
	assert_int_equal(table->as.table.columns[1].align, ALIGN_RIGHT);
	text_free(&draft);
	assert_reads("The Plan\n\nRef | Cost\n--- | ---\n1 | 20\n2 | 30\n",
	    "H1 The Plan\nT\n! Ref|Cost\n| 1|20\n| 2|30\n");
}

static void
bars_without_a_rule_make_plain_rows(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n| a | b |\n| c \\| d | **e** |\n| f |\n",
	    "H1 The Plan\nT\n| a|b\n| c | d|**e**\n| f|\n");
	assert_reads(
	    "The Plan\n\na | b\nc | d\n", "H1 The Plan\nT\n| a|b\n| c|d\n");
}

static void
a_single_bar_is_text(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nthe old | the new.\n",
	    "H1 The Plan\nP the old | the new.\n");
}

static void
a_numbered_line_with_bars_is_a_row_alone(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThis is due.\n\n"
		     "3) Mend the wall | Ann Lee | Red\n\nThat is all.\n",
	    "H1 The Plan\nP This is due.\nT\n"
	    "| 3) Mend the wall|Ann Lee|Red\nP That is all.\n");
	assert_reads("The Plan\n\nHome | About | Contact | Search\n",
	    "H1 The Plan\nP Home | About | Contact | Search\n");
}

static void
an_empty_header_is_none(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n|   |   |\n|---|---|\n| Ref | Cost |\n"
		     "| 1 | 20 |\n",
	    "H1 The Plan\nT\n| Ref|Cost\n| 1|20\n");
}

static void
rules_between_rows_make_them_high(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n+---+------+\n| a | b    |\n+===+======+\n"
		     "| c | d    |\n|   | more |\n+---+------+\n"
		     "| e | f    |\n+---+------+\n",
	    "H1 The Plan\nT\n! a|b\n| c|d more\n| e|f\n");
}

static void
boxes_are_drawn_in_many_ways(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n\xE2\x94\x8C\xE2\x94\x80\xE2\x94\x80\n"
		     "\xE2\x94\x82 a \xE2\x94\x82 b \xE2\x94\x82\n"
		     "\xE2\x94\x9C\xE2\x94\x80\xE2\x94\x80\n"
		     "\xE2\x94\x82 c \xE2\x94\x82 d \xE2\x94\x82\n"
		     "\xE2\x94\x94\xE2\x94\x80\xE2\x94\x80\n",
	    "H1 The Plan\nT\n! a|b\n| c|d\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_below_makes_a_header),
		cmocka_unit_test(bars_without_a_rule_make_plain_rows),
		cmocka_unit_test(a_single_bar_is_text),
		cmocka_unit_test(a_numbered_line_with_bars_is_a_row_alone),
		cmocka_unit_test(an_empty_header_is_none),
		cmocka_unit_test(rules_between_rows_make_them_high),
		cmocka_unit_test(boxes_are_drawn_in_many_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
