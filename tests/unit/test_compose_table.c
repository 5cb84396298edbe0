/* Tables of a template's own: order, groups, columns for each, totals. */
#include "compose_case.h"

static const struct node *
table_of(const struct made *made)
{
	const struct node *at = made->report->root->first;

	while (at != NULL && at->kind != NODE_TABLE)
		at = at->next;
	return at;
}

/* The table's words, cell by cell and row by row. */
static void
expect(const char *table, const char *text)
{
	struct arena *arena = arena_new();
	struct made made =
	    made_new(PLAN_DRAFT, str_printf(arena, "%s<rest/>", table).ptr);
	struct buf buf = BUF_INIT;

	assert_non_null(table_of(&made));
	for (const struct node *row = table_of(&made)->first; row != NULL;
	     row = row->next) {
		if (row->kind == NODE_ROW)
			for (const struct node *cell = row->first; cell != NULL;
			     cell = cell->next) {
				doc_text_put(&buf, cell);
				buf_puts(&buf, cell->next ? "|" : "");
			}
		buf_puts(&buf, "\n");
	}
	assert_string_equal(buf.ptr, text);
	buf_clear(&buf);
	made_free(&made);
	arena_free(arena);
}

#define TWO_COLUMNS                                                            \
	"<column kind='id'><heading>Id</heading>"                              \
	"<cell><value select='@id'/></cell><total>All</total></column>"        \
	"<column kind='number'><heading>N</heading>"                           \
	"<cell><number select='1'/></cell>"                                    \
	"<total><value select='@actions'/></total></column>"

static void
test_rows_and_totals(void **state)
{
	(void)state;
	expect("<table rows='plan//action'>" TWO_COLUMNS "</table>",
	    "Id|N\n1|1\n2|1\n3|1\n10|1\nAll|4\n");
}

static void
test_sorted(void **state)
{
	(void)state;
	/* numbers in a text go by their value */
	expect("<table rows='plan//action' sort='@id'>" TWO_COLUMNS "</table>",
	    "Id|N\n1|1\n2|1\n3|1\n10|1\nAll|4\n");
	expect(
	    "<table rows='plan//action' sort='-@id' sort-as='number'>" TWO_COLUMNS
	    "</table>",
	    "Id|N\n10|1\n3|1\n2|1\n1|1\nAll|4\n");
	/* what has no key is last */
	expect("<table rows='plan//action' sort='@due-iso'>" TWO_COLUMNS
	       "</table>",
	    "Id|N\n2|1\n3|1\n1|1\n10|1\nAll|4\n");
}

static void
test_groups(void **state)
{
	(void)state;
	expect("<table rows='plan//action' group='../@title'>" TWO_COLUMNS
	       "</table>",
	    "Id|N\nRoads|\n1|1\n2|1\nParks|\n3|1\n10|1\nAll|4\n");
}

static void
test_columns_for_each(void **state)
{
	(void)state;
	expect("<table rows='plan/theme'><column><heading>Theme</heading>"
	       "<cell><value select='@title'/></cell></column>"
	       "<columns each='states/state[@actions &gt; 0]'>"
	       "<heading><value select='@word'/></heading>"
	       "<cell><number "
	       "select='sum(tally[@state = $column/@name]/@actions)'/></cell>"
	       "<total><value select='$column/@actions'/></total>"
	       "</columns></table>",
	    "Theme|Blue|Green|Red\nRoads|1|1|0\nParks|0|1|1\n|1|2|1\n");
}

static void
test_cells_of_the_draft(void **state)
{
	(void)state;
	expect("<table rows='plan//action[@overdue]'>"
	       "<column><heading>A</heading><draft-cell role='action'/>"
	       "</column><column><heading>S</heading>"
	       "<draft-cell role='status'/></column>"
	       "<column><heading>P</heading><draft-cell role='progress'/>"
	       "</column></table>",
	    "A|S|P\nMend|Green|\nPlant|Red|\n");
}

static void
test_nothing_to_say(void **state)
{
	struct made made = made_new(PLAN_DRAFT,
	    "<table rows='plan//nothing'>" TWO_COLUMNS "</table><rest/>");

	(void)state;
	assert_null(table_of(&made));
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_and_totals),
		cmocka_unit_test(test_sorted),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_columns_for_each),
		cmocka_unit_test(test_cells_of_the_draft),
		cmocka_unit_test(test_nothing_to_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
