/* Code and captions: runs of lines that belong together. */
#include "text_draft.h"

static void
a_caption_belongs_to_its_table(void **state)
{
	struct text_draft draft = text_read(
	    (struct str)STR("The Plan\n\nTable 1: Costs\n\na\tb\nc\td\n"));
	const struct node *table = draft.doc->root->last;

	(void)state;
	assert_int_equal(table->kind, NODE_TABLE);
	assert_int_equal(table->first->kind, NODE_CAPTION);
	assert_str(table->first->first->as.text.text, "Table 1: Costs");
	assert_int_equal(table->pos.line, 3);
	text_free(&draft);
}

static void
fences_hold_code(void **state)
{
	(void)state;
	assert_reads("The Plan\n\n```sh\n# no heading\n\n- 7 -\n```\n\nText.\n",
	    "H1 The Plan\nC # no heading\n\n- 7 -\nP Text.\n");
	assert_reads("The Plan\n\n```\nnever closed\n",
	    "H1 The Plan\nP ``` never closed\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_caption_belongs_to_its_table),
		cmocka_unit_test(fences_hold_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
