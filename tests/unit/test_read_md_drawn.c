/* Tables drawn as Pandoc's Markdown has them. */
#include "md_draft.h"

static void
assert_rows(const char *text, const char *want)
{
	struct md_draft draft = md_read(str_from(text));
	struct walker walker = { .root = draft.doc->root };
	struct arena *arena = arena_new();
	struct buf got = BUF_INIT;

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_ROW)
			buf_puts(&got, node->as.row.is_header ? "!" : "|");
		else if (node->kind == NODE_CELL)
			buf_printf(
			    &got, " %.*s;", STR_ARG(doc_text(arena, node)));
		else if (node->kind == NODE_CODE || node->kind == NODE_RULE)
			buf_printf(&got, "%s ", doc_kind_name(node->kind));
	}
	assert_string_equal(buf_str(&got).ptr, want);
	buf_clear(&got);
	arena_free(arena);
	md_free(&draft);
}

static void
grids_are_tables(void **state)
{
	(void)state;
	assert_rows("Text.\n\n+-----+-------+\n| Ref | Cost  |\n"
		    "+=====+=======+\n| 1   | *20*  |\n|     | pounds|\n"
		    "+-----+-------+\n| 2   | 30    |\n+-----+-------+\n",
	    "! Ref; Cost;| 1; 20 pounds;| 2; 30;");
}

static void
columns_below_hyphens_are_tables(void **state)
{
	(void)state;
	assert_rows("  Ref  Action          Owner\n"
		    "-----  --------------  -------\n"
		    "    1  Mend the wall   Ann Lee\n"
		    "    2  Light the pier  Bob Orr\n\nEnd.\n",
	    "! Ref; Action; Owner;| 1; Mend the wall; Ann Lee;"
	    "| 2; Light the pier; Bob Orr;");
}

static void
blank_lines_part_rows_between_hyphens(void **state)
{
	(void)state;
	assert_rows("----------------------------\n"
		    "Ref  Action         Owner\n"
		    "---- -------------- --------\n"
		    "1    Mend the       Ann Lee\n     wall\n\n"
		    "2    Light the      Bob Orr\n     pier\n"
		    "----------------------------\n\nEnd.\n",
	    "! Ref; Action; Owner;| 1; Mend the wall; Ann Lee;"
	    "| 2; Light the pier; Bob Orr;");
}

static void
hyphens_of_other_things_are_left_to_them(void **state)
{
	(void)state;
	assert_rows("Title\n-----\n\n- - -\n\n-- --\n", "rule rule ");
	assert_rows("```\n+---+\n| a |\n+---+\n```\n", "code ");
	assert_rows("A line  of text\n---- ----\n", "rule ");
}

static void
places_are_those_of_the_draft(void **state)
{
	struct md_draft draft = md_read((struct str)STR(
	    "# Plan\n\nText.\n\nRef  Action\n---  --------------\n"
	    "1    Mend the wall\n2    Light the pier\n"));
	const struct node *table = draft.doc->root->last;

	(void)state;
	assert_int_equal(table->kind, NODE_TABLE);
	assert_int_equal(table->pos.line, 5);
	assert_int_equal(table->last->pos.line, 8);
	assert_int_equal(table->end_line, 8);
	md_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grids_are_tables),
		cmocka_unit_test(columns_below_hyphens_are_tables),
		cmocka_unit_test(blank_lines_part_rows_between_hyphens),
		cmocka_unit_test(hyphens_of_other_things_are_left_to_them),
		cmocka_unit_test(places_are_those_of_the_draft),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
