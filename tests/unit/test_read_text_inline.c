/* Marks within a line that have a partner; addresses. */
#include "text_draft.h"

#define READS(text, want)                                                      \
	assert_reads("The Plan\n\n" text, "H1 The Plan\nP " want)

static void
marks_with_a_partner(void **state)
{
	(void)state;
	READS("so **bold** and __bold__ and *it* and _it_ it is.\n",
	    "so **bold** and **bold** and *it* and *it* it is.\n");
	READS("now ~~31/08~~ 31/12 and `x_y_z` too.\n",
	    "now ~~31/08~~ 31/12 and `x_y_z` too.\n");
	READS("so ***both*** are (**one**), *two **three** four*.\n",
	    "so ***both*** are (**one**), *two **three** four*.\n");
	READS("so **bold goes\non here** it says.\n",
	    "so **bold goes on here** it says.\n");
}

static void
marks_without_one_are_text(void **state)
{
	struct text_draft draft = text_read((struct str)STR(
	    "The Plan\n\nso 5 * 3 * 2 and snake_case_name and **alone and "
	    "2*3*4 and _____ and `tick.\n"));
	const struct node *paragraph = draft.doc->root->last;

	(void)state;
	assert_ptr_equal(paragraph->first, paragraph->last);
	assert_str(paragraph->first->as.text.text,
	    "so 5 * 3 * 2 and snake_case_name and **alone and 2*3*4 and _____ "
	    "and `tick.");
	text_free(&draft);
}

static void
marks_never_glue_words(void **state)
{
	(void)state;
	READS("so _a report_~~o it~~ is.\n", "so _a report_~~o it~~ is.\n");
	READS("so `code`word is.\n", "so `code`word is.\n");
}

static void
backslashes_guard_marks(void **state)
{
	(void)state;
	READS("so \\*this\\* is C:\\temp.\n", "so *this* is C:\\temp.\n");
}

static void
addresses_are_links(void **state)
{
	struct text_draft draft = text_read((struct str)STR(
	    "The Plan\n\nsee https://a.example/b_(c)_d, or (http://b.example/x). "
	    "Ask jo_b.orr@a.example.\n"));
	const struct node *link = draft.doc->root->last->first->next;

	(void)state;
	assert_int_equal(link->kind, NODE_LINK);
	assert_str(link->as.link.url, "https://a.example/b_(c)_d");
	assert_str(link->first->as.text.text, "https://a.example/b_(c)_d");
	link = link->next->next;
	assert_str(link->as.link.url, "http://b.example/x");
	link = link->next->next;
	assert_str(link->as.link.url, "mailto:jo_b.orr@a.example");
	assert_str(link->next->as.text.text, ".");
	text_free(&draft);
	READS("so it is 5 @ 3 each, @home.\n", "so it is 5 @ 3 each, @home.\n");
}

static void
links_may_have_names(void **state)
{
	struct text_draft draft = text_read(str_from(
	    "The Plan\n\nIt follows [the **old** plan](https://a.example/b_(c) "
	    "\"Plan of May\"), [x] and [a file](notes.txt), ![a "
	    "chart](http://a.example/c).\n"));
	const struct node *link = draft.doc->root->last->first->next;

	(void)state;
	assert_int_equal(link->kind, NODE_LINK);
	assert_str(link->as.link.url, "https://a.example/b_(c)");
	assert_str(link->as.link.title, "Plan of May");
	assert_true(str_starts(link->next->as.text.text,
	    ", [x] and [a file](notes.txt), ![a chart]("));
	text_free(&draft);
	READS("see [**both** plans](mailto:a@b.example) of *old*.\n",
	    "see ^**both** plans^ of *old*.\n");
	READS("so **a [b** c](http://a.example/) is.\n",
	    "so **a [b** c](http://a.example/) is.\n");
	READS("to [jo@a.example](mailto:jo@a.example) or "
	      "[https://a.example](https://a.example).\n",
	    "to ^jo@a.example^ or ^https://a.example^.\n");
}

static void
white_space_is_folded(void **state)
{
	READS("so  the\t wall   stands at 5\xC2\xA0km.\n",
	    "so the wall stands at 5\xC2\xA0km.\n");
	(void)state;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_with_a_partner),
		cmocka_unit_test(marks_without_one_are_text),
		cmocka_unit_test(marks_never_glue_words),
		cmocka_unit_test(backslashes_guard_marks),
		cmocka_unit_test(addresses_are_links),
		cmocka_unit_test(links_may_have_names),
		cmocka_unit_test(white_space_is_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
