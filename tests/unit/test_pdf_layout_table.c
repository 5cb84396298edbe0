/* Tables: widths of columns, rows over pages, repeated headers, tags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf_fixture.h"

static double
x_of(struct paper *paper, const char *text)
{
	const struct pdf_item *item = find_text(paper, text, true, 0, NULL);

	if (item == NULL)
		fail_msg("\"%s\" is on no page", text);
	return item->x;
}

static void
short_columns_hold_their_content(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 4);

	(void)state;
	table->as.table.columns[0].kind = COLUMN_ID;
	table->as.table.columns[1].kind = COLUMN_NAME;
	table->as.table.columns[2].kind = COLUMN_DATE;
	add_row(paper, table, true,
	    (const char *[]){ "Ref", "Owner", "Due", "Progress" });
	for (int i = 0; i < 5; i++)
		add_row(paper, table, false,
		    (const char *[]){ "1.2.1", "Ann Other", "31 March 2026",
			words(paper, "word", 60) });
	paper_lay(paper);
	/* each on one line, and the rest for the long text */
	assert_int_equal(count_text(paper, "Ann Other", true), 5);
	assert_int_equal(count_text(paper, "31 March 2026", true), 5);
	assert_true(x_of(paper, "word1") < 60 + 475 * 0.55);
	assert_inside(paper);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
one_long_remark_does_not_widen_a_short_column(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 2);

	(void)state;
	table->as.table.columns[0].kind = COLUMN_STATE;
	add_row(paper, table, true, (const char *[]){ "State", "Progress" });
	for (int i = 0; i < 20; i++)
		add_row(paper, table, false,
		    (const char *[]){
			i == 7 ? "Green for now, blue in autumn" : "Green",
			words(paper, "word", 60) });
	paper_lay(paper);
	assert_true(x_of(paper, "word1") < 60 + 90);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
numbers_stand_at_the_right(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 2);
	const struct pdf_item *a, *b;

	(void)state;
	table->as.table.columns[1].kind = COLUMN_NUMBER;
	add_row(paper, table, true, (const char *[]){ "State", "Actions" });
	add_row(paper, table, false, (const char *[]){ "Green", "7" });
	add_row(paper, table, false, (const char *[]){ "Blue", "1234" });
	paper_lay(paper);
	a = find_text(paper, "7", true, 0, NULL);
	b = find_text(paper, "1234", true, 0, NULL);
	assert_true(a->x > b->x);
	assert_true(a->x + a->width - b->x - b->width < 0.1);
	paper_free(paper);
}

static void
words_stay_whole_in_narrow_columns(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 7);

	(void)state;
	for (int i = 0; i < 3; i++)
		add_row(paper, table, i == 0,
		    (const char *[]){ "Commissioning", "Responsible",
			"accreditation of all", words(paper, "text", 50),
			"infrastructure", "organisation", "x" });
	paper_lay(paper);
	assert_int_equal(count_text(paper, "Commissioning", true), 3);
	assert_int_equal(count_text(paper, "infrastructure", true), 3);
	assert_inside(paper);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
tables_with_the_same_headings_share_widths(void **state)
{
	struct paper *paper = paper_new();
	const struct pdf_item *a, *b;

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct node *table = add_table(paper, paper->report.root, 2);

		add_row(
		    paper, table, true, (const char *[]){ "Action", "Next" });
		add_row(paper, table, false,
		    (const char *[]){ words(paper, "act", i == 0 ? 90 : 3),
			words(paper, "next", i == 0 ? 4 : 60) });
	}
	paper_lay(paper);
	a = find_text(paper, "next1 ", true, 0, NULL);
	b = find_text(paper, "next1 ", true, 1, NULL);
	assert_true(a->x - b->x < 0.01 && b->x - a->x < 0.01);
	/* tags of the first measuring have left nothing behind */
	for (size_t i = 0; i < paper->layout->tag_count; i++)
		if (paper->layout->tags[i].scope != SCOPE_NONE)
			assert_int_equal(tag_type(paper, i), TAG_TH);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

/* One row taller than a page: it goes on, header above, nothing lost. */
static void
a_row_taller_than_a_page_goes_on(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 2), *row;

	(void)state;
	add_row(paper, table, true, (const char *[]){ "Action", "Progress" });
	add_row(paper, table, false,
	    (const char *[]){ "4.2 Mend", words(paper, "word", 1500) });
	row = add_row(paper, table, false, (const char *[]){ "4.3", "End" });
	row->id = str_from("last-row");
	paper_lay(paper);
	assert_true(paper->layout->page_count >= 3);
	assert_int_equal(count_text(paper, "Progress", true), 1);
	assert_int_equal(count_text(paper, "Progress", false),
	    paper->layout->page_count - 1);
	assert_non_null(find_text(paper, "cont", false, 0, NULL));
	assert_non_null(find_text(paper, "4.2", false, 0, NULL));
	assert_null(find_text(paper, "cont", true, 0, NULL));
	assert_inside(paper);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
rows_that_fit_stay_whole(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 2);

	(void)state;
	add_row(paper, table, true, (const char *[]){ "Action", "Progress" });
	for (int i = 0; i < 40; i++) {
		char first[20], last[20];
		const char *text = words(paper, "word", 40);

		snprintf(first, sizeof(first), "first%d ", i);
		snprintf(last, sizeof(last), " last%d", i);
		add_row(paper, table, false,
		    (const char *[]){ first,
			str_printf(paper->arena, "%s%s", text, last).ptr });
	}
	paper_lay(paper);
	assert_true(paper->layout->page_count > 2);
	for (int i = 0; i < 40; i++) {
		char first[20], last[20];

		snprintf(first, sizeof(first), "first%d", i);
		snprintf(last, sizeof(last), "last%d", i);
		assert_int_equal(page_of(paper, first), page_of(paper, last));
	}
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
heading_and_first_row_stay_together(void **state)
{
	(void)state;
	for (int lead = 26; lead < 34; lead++) {
		struct paper *paper = paper_new();
		struct node *table;

		for (int i = 0; i < lead; i++)
			add_paragraph(paper, paper->report.root, "lead");
		add_heading(paper, paper->report.root, 2, "Heading");
		table = add_table(paper, paper->report.root, 2);
		add_text(paper, add(paper, table, NODE_CAPTION), "Caption");
		add_row(paper, table, true, (const char *[]){ "A", "B" });
		for (int i = 0; i < 30; i++)
			add_row(paper, table, false,
			    (const char *[]){ "cell", "text" });
		paper_lay(paper);
		assert_int_equal(
		    page_of(paper, "Heading"), page_of(paper, "cell"));
		assert_int_equal(
		    page_of(paper, "Caption"), page_of(paper, "cell"));
		assert_inside(paper);
		paper_free(paper);
	}
}

static void
tags_are_those_of_a_table(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 2), *row;
	size_t heads = 0, bodies = 0, rows = 0, columns = 0, cells = 0,
	       row_heads = 0;

	(void)state;
	add_row(paper, table, true, (const char *[]){ "A", "B" });
	row = add_row(paper, table, false, (const char *[]){ "1", "" });
	row->first->as.cell.is_header = true;
	add_row(paper, table, false, (const char *[]){ "2", "x" });
	paper_lay(paper);
	for (size_t i = 0; i < paper->layout->tag_count; i++) {
		const struct pdf_tag *tag = &paper->layout->tags[i];

		heads += tag->type == TAG_THEAD;
		bodies += tag->type == TAG_TBODY;
		rows += tag->type == TAG_TR;
		cells += tag->type == TAG_TD;
		columns += tag->type == TAG_TH && tag->scope == SCOPE_COLUMN;
		row_heads += tag->type == TAG_TH && tag->scope == SCOPE_ROW;
		assert_true(tag->parent <= i);
	}
	assert_int_equal(heads, 1);
	assert_int_equal(bodies, 1);
	assert_int_equal(rows, 3);
	assert_int_equal(columns, 2);
	assert_int_equal(row_heads, 1);
	assert_int_equal(cells, 3); /* the empty one as well */
	paper_free(paper);
}

static void
cells_hold_lists_and_tables(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 2);
	struct node *row, *list, *item, *inner;

	(void)state;
	row = add_row(paper, table, false, (const char *[]){ "one", "two" });
	list = add(paper, row->first, NODE_LIST);
	list->as.list.ordered = true;
	for (int i = 0; i < 3; i++) {
		item = add(paper, list, NODE_ITEM);
		item->as.item.label = str_from("a)");
		add_paragraph(paper, item, "item");
	}
	inner = add_table(paper, row->last, 2);
	add_row(paper, inner, true, (const char *[]){ "inner", "head" });
	add_row(paper, inner, false, (const char *[]){ "inner", "body" });
	paper_lay(paper);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
ten_thousand_rows_are_an_ordinary_table(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 4);
	const char *text = words(paper, "word", 12);

	(void)state;
	table->as.table.columns[0].kind = COLUMN_ID;
	add_row(
	    paper, table, true, (const char *[]){ "Ref", "Text", "By", "Due" });
	for (int i = 0; i < 10000; i++)
		add_row(paper, table, false,
		    (const char *[]){
			i < 9999 ? "1.2" : "9.99", text, "Ann", "May 2026" });
	paper_lay(paper);
	assert_true(paper->layout->page_count > 200);
	assert_int_equal(count_text(paper, "Ref", true), 1);
	/* again on every page but the first, down to the last row */
	assert_int_equal(
	    count_text(paper, "Ref", false), paper->layout->page_count - 1);
	assert_int_equal(page_of(paper, "9.99"), paper->layout->page_count - 1);
	paper_free(paper);
}

static void
hopeless_widths_do_not_clip(void **state)
{
	struct paper *paper = paper_new();
	struct node *table = add_table(paper, paper->report.root, 40);
	const char *cells[40];

	(void)state;
	for (int i = 0; i < 40; i++)
		cells[i] = "unreasonable";
	for (int i = 0; i < 3; i++)
		add_row(paper, table, i == 0, cells);
	paper_lay(paper);
	for (size_t i = 0; i < paper->layout->pages[0].item_count; i++) {
		const struct pdf_item *item = &paper->layout->pages[0].items[i];

		if (item->kind == ITEM_TEXT && is_content(item))
			assert_true(item->x + item->width < 595 - 40);
	}
	paper_free(paper);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_columns_hold_their_content),
		cmocka_unit_test(one_long_remark_does_not_widen_a_short_column),
		cmocka_unit_test(numbers_stand_at_the_right),
		cmocka_unit_test(words_stay_whole_in_narrow_columns),
		cmocka_unit_test(tables_with_the_same_headings_share_widths),
		cmocka_unit_test(a_row_taller_than_a_page_goes_on),
		cmocka_unit_test(rows_that_fit_stay_whole),
		cmocka_unit_test(heading_and_first_row_stay_together),
		cmocka_unit_test(tags_are_those_of_a_table),
		cmocka_unit_test(cells_hold_lists_and_tables),
		cmocka_unit_test(ten_thousand_rows_are_an_ordinary_table),
		cmocka_unit_test(hopeless_widths_do_not_clip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
