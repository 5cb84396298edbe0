/* Lines are joined, kept apart, or begin anew; quotes and rules. */
#include "text_draft.h"

static void
wrapped_lines_are_joined(void **state)
{
	struct text_draft draft = text_read((struct str)STR(
	    "The Plan\n\nThe wall was built by the old board in a dry summer "
	    "and has\nstood since then without any repair that Ann Lee or "
	    "Bob Orr\nCan remember, nor has it leaned.\n"));
	const struct node *paragraph = draft.doc->root->last;

	(void)state;
	assert_str(paragraph->first->as.text.text,
	    "The wall was built by the old board in a dry summer and has ");
	assert_int_equal(paragraph->first->next->pos.line, 4);
	assert_int_equal(paragraph->end_line, 5);
	text_free(&draft);
}

static void
short_lines_are_kept_apart(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nAnn Lee\nHead of Works\n\nBob Orr\n"
		     "Clerk to the Board\n",
	    "H1 The Plan\nP Ann Lee / Head of Works\n"
	    "P Bob Orr / Clerk to the Board\n");
}

static void
long_lines_are_paragraphs_of_their_own(void **state)
{
	(void)state;
	assert_reads("The Plan\n\nThe wall was built by the old board in a dry "
		     "summer and has stood since then, well over one hundred "
		     "years.\nThe pier is newer.\n",
	    "H1 The Plan\nP The wall was built by the old board in a dry "
	    "summer and has stood since then, well over one hundred years.\n"
	    "P The pier is newer.\n");
}

static void
broken_sentences_are_mended_and_recorded(void **state)
{
	struct text_draft draft = text_read(
	    (struct str)STR("The Plan\n\n2.2 The board is taking the\n\n"
			    "usual steps.\n\n2.3 The rest is well.\n"));

	(void)state;
	assert_int_equal(draft.doc->repair_count, 1);
	assert_string_equal(draft.doc->repairs[0].kind, "joined-lines");
	assert_int_equal(draft.doc->repairs[0].pos.line, 5);
	assert_str(draft.doc->repairs[0].after, "the usual");
	text_free(&draft);
	/* short lines that nothing ends are no broken sentence */
	assert_reads("The Plan\n\nWe need these now.\n\nlamps\n\nbins\n",
	    "H1 The Plan\nP We need these now.\nP lamps\nP bins\n");
}

static void
quotes_and_rules(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n> The wall\n> is old.\n>\n> So is Bob.\n\n"
		     "* * *\n\n> 5 days late is too late.\n\n___\n",
	    "H1 The Plan\nQ\nP The wall is old.\nP So is Bob.\nR\n"
	    "P > 5 days late is too late.\nR\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrapped_lines_are_joined),
		cmocka_unit_test(short_lines_are_kept_apart),
		cmocka_unit_test(long_lines_are_paragraphs_of_their_own),
		cmocka_unit_test(broken_sentences_are_mended_and_recorded),
		cmocka_unit_test(quotes_and_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
