/* Tables: what a screen reader needs to place a cell, and what a narrow screen
 * shows in place of the header row. */
#include "html_fixture.h"

static const char *const header[] = { "Action", "Owner", "Status" };
static const char *const body[] = { "1.1 Clear gullies", "Roads", "" };

static void
test_headers_and_labels(void **state)
{
	struct fixture f;
	struct node *table;
	const char *page;

	(void)state;
	fixture_open(&f, "T");
	add_heading(&f, f.doc->root, 1, "Drainage");
	table = add_table(&f, f.doc->root, 3);
	add_row(&f, table, true, 3, header);
	add_row(&f, table, false, 3, body)->id = str_from("action-1.1");
	page = render(&f);
	assert_has(page, "<table class=\"stack\">\n<caption id=\"_t1\" "
			 "class=\"unseen generated\">Drainage</caption>\n"
			 "<thead>\n<tr>\n<th scope=\"col\">Action</th>");
	assert_has(page, "<tbody>\n<tr id=\"action-1.1\">\n<th scope=\"row\" "
			 "data-label=\"Action\">1.1 Clear gullies</th>\n"
			 "<td data-label=\"Owner\">Roads</td>\n<td></td></tr>");
	assert_lacks(page, "class=\"scroll\"");
	fixture_close(&f);
}

static void
test_own_caption(void **state)
{
	struct fixture f;
	struct node *table;

	(void)state;
	fixture_open(&f, "T");
	table = add_table(&f, f.doc->root, 3);
	add_text(&f, add(&f, table, NODE_CAPTION), "Table 1: gullies");
	add_row(&f, table, true, 3, header);
	render(&f);
	assert_has(
	    f.page.ptr, "<caption id=\"_t1\">Table 1: gullies</caption>");
	assert_int_equal(count_of(f.page.ptr, "<caption"), 1);
	fixture_close(&f);
}

static void
test_group_row_names_its_rows(void **state)
{
	static const char *const group[] = { "Valley roads", "", "" };
	struct fixture f;
	struct node *table;

	(void)state;
	fixture_open(&f, "T");
	table = add_table(&f, f.doc->root, 3);
	add_row(&f, table, true, 3, header);
	add_row(&f, table, false, 3, body);
	add_row(&f, table, false, 3, group)->as.row.is_group = true;
	add_row(&f, table, false, 3, body);
	render(&f);
	assert_int_equal(count_of(f.page.ptr, "<tbody>"), 2);
	assert_has(f.page.ptr,
	    "<tr class=\"group\">\n<th scope=\"rowgroup\" colspan=\"3\">Valley "
	    "roads</th></tr>\n<tr>");
	fixture_close(&f);
}

static void
test_very_wide_table_can_be_scrolled_by_keyboard(void **state)
{
	static const char *const cells[] = { "a", "b", "c", "d", "e", "f", "g",
		"h", "i" };
	struct fixture f;
	struct node *table;

	(void)state;
	fixture_open(&f, "T");
	table = add_table(&f, f.doc->root, 9);
	add_row(&f, table, true, 9, cells);
	render(&f);
	assert_has(f.page.ptr,
	    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
	    "aria-labelledby=\"_t1\">");
	fixture_close(&f);
}

/* A table in a cell has labels of its own. */
static void
test_table_in_a_cell(void **state)
{
	static const char *const inner_header[] = { "Year", "Sum", "Share" };
	static const char *const inner_body[] = { "2026", "4", "5" };
	struct fixture f;
	struct node *outer, *inner, *row;

	(void)state;
	fixture_open(&f, "T");
	outer = add_table(&f, f.doc->root, 3);
	add_row(&f, outer, true, 3, header);
	row = add_row(&f, outer, false, 3, body);
	inner = add_table(&f, row->last, 3);
	add_row(&f, inner, true, 3, inner_header);
	add_row(&f, inner, false, 3, inner_body);
	render(&f);
	assert_has(f.page.ptr, "<td data-label=\"Status\">\n<table");
	assert_has(f.page.ptr, "<td data-label=\"Share\">5</td>");
	fixture_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_headers_and_labels),
		cmocka_unit_test(test_own_caption),
		cmocka_unit_test(test_group_row_names_its_rows),
		cmocka_unit_test(
		    test_very_wide_table_can_be_scrolled_by_keyboard),
		cmocka_unit_test(test_table_in_a_cell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
