/* Columns: how many lines each gets, and what keeps together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/report.h"
#include "render/pdf/pdf_layout_cols.h"

enum { MOST_PIECES = 40, LINE_PT = 10 };

/* A run of lines of ten points; each is a paragraph. */
struct fixture {
	struct theme theme;
	struct lay lay;
	struct pdf_block block;
	struct pdf_piece pieces[MOST_PIECES];
	struct pdf_cols_run run;
	struct pdf_fill fill;
};

static void
begin(struct fixture *fixture, size_t count, int columns)
{
	*fixture = (struct fixture){ .block = { .kind = BLOCK_PARA } };
	fixture->theme.body_pt = 10;
	fixture->theme.line_height = 1;
	fixture->lay.theme = &fixture->theme;
	for (size_t i = 0; i < count; i++)
		fixture->pieces[i] = (struct pdf_piece){
			.block = &fixture->block,
			.height = LINE_PT,
			.first = true,
			.last = true,
		};
	fixture->run = (struct pdf_cols_run){ &fixture->lay, fixture->pieces,
		count, columns, 200 };
}

static void
plan(struct fixture *fixture, size_t from, double avail, bool forced)
{
	pdf_cols_plan(&fixture->run, from, avail, forced, &fixture->fill);
}

static void
columns_are_even(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 7, 3);
	plan(&f, 0, 200, true);
	assert_int_equal(f.fill.stops[0], 3);
	assert_int_equal(f.fill.stops[1], 5);
	assert_int_equal(f.fill.stops[2], 7);
	assert_int_equal(f.fill.end, 7);
	assert_true(f.fill.height == 30);
	begin(&f, 8, 2);
	plan(&f, 0, 200, true);
	assert_int_equal(f.fill.stops[0], 4);
}

static void
what_goes_on_fills_its_page(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 25, 2);
	plan(&f, 0, 100, true);
	assert_int_equal(f.fill.stops[0], 10);
	assert_int_equal(f.fill.end, 20);
	/* and the rest is even again */
	plan(&f, f.fill.end, 100, true);
	assert_int_equal(f.fill.stops[0], 23);
	assert_int_equal(f.fill.end, 25);
}

static void
no_gap_at_the_top(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 4, 2);
	for (size_t i = 0; i < 4; i++)
		f.pieces[i].gap = 5;
	plan(&f, 0, 100, true);
	assert_int_equal(f.fill.stops[0], 2);
	assert_true(f.fill.height == 25);
}

static void
headings_go_along(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 8, 2);
	f.pieces[3].keep_next = true;
	plan(&f, 0, 200, true);
	assert_int_not_equal(f.fill.stops[0], 4);
	assert_int_equal(f.fill.end, 8);
	/* in a full column too */
	begin(&f, 30, 2);
	f.pieces[9].keep_next = true;
	plan(&f, 0, 100, true);
	assert_int_equal(f.fill.stops[0], 9);
	assert_int_equal(f.fill.end, 19);
}

static void
what_fits_nowhere_waits_or_is_parted(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 20, 2);
	for (size_t i = 6; i < 19; i++)
		f.pieces[i].keep_next = true;
	/* the six above it are shared out, and it goes to the next page */
	plan(&f, 0, 100, false);
	assert_int_equal(f.fill.stops[0], 3);
	assert_int_equal(f.fill.end, 6);
	plan(&f, 6, 100, false);
	assert_int_equal(f.fill.end, 6);
	/* a page of its own is not enough for it either */
	plan(&f, 6, 100, true);
	assert_int_equal(f.fill.stops[0], 16);
	assert_int_equal(f.fill.end, 20);
}

static void
a_piece_higher_than_the_page_is_set(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 3, 2);
	f.pieces[0].height = 500;
	plan(&f, 0, 100, true);
	assert_int_equal(f.fill.stops[0], 1);
	assert_int_equal(f.fill.end, 3);
	plan(&f, 0, -20, false);
	assert_int_equal(f.fill.end, 0);
}

static void
few_lines_are_no_columns(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 4, 2);
	assert_true(pdf_cols_too_short(&f.run));
	begin(&f, 5, 2);
	assert_true(pdf_cols_too_short(&f.run));
	begin(&f, 6, 2);
	assert_false(pdf_cols_too_short(&f.run));
	/* six that cannot be parted leave a column empty */
	for (size_t i = 0; i < 5; i++)
		f.pieces[i].keep_next = true;
	assert_true(pdf_cols_too_short(&f.run));
	begin(&f, 40, 2);
	f.run.page = 100;
	assert_false(pdf_cols_too_short(&f.run));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_even),
		cmocka_unit_test(what_goes_on_fills_its_page),
		cmocka_unit_test(no_gap_at_the_top),
		cmocka_unit_test(headings_go_along),
		cmocka_unit_test(what_fits_nowhere_waits_or_is_parted),
		cmocka_unit_test(a_piece_higher_than_the_page_is_set),
		cmocka_unit_test(few_lines_are_no_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
