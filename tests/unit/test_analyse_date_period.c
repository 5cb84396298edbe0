/* Quarters, financial years, seasons and dates without a year: read for the
 * last month, by the day of the paper, and only where a date is expected. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/analyse_priv.h"
#include "base/arena.h"

static const struct date paper = { 2026, 12, 3 };

static void
assert_next(const char *text, struct date near, const char *iso, bool is_weak)
{
	struct arena *arena = arena_new();
	struct date_found found = { 0 };

	if (!analyse_date_next(str_from(text), 0, near, &found) ||
	    !found.is_sound)
		fail_msg("no date in \"%s\"", text);
	assert_string_equal(plan_date_iso(arena, found.date).ptr, iso);
	assert_int_equal(found.is_weak, is_weak);
	arena_free(arena);
}

static void
assert_none(const char *text, struct date near)
{
	struct date_found found = { 0 };

	if (analyse_date_next(str_from(text), 0, near, &found) &&
	    found.is_sound)
		fail_msg("a date in \"%s\"", text);
}

static void
quarters_end_in_their_last_month(void **state)
{
	(void)state;
	assert_next("Q1 2023/24", paper, "2023-06", false);
	assert_next("Q3 2023-24", paper, "2023-12", false);
	assert_next("Q4 2023/24", paper, "2024-03", false);
	assert_next("Quarter 2, 2026/27", paper, "2026-09", false);
	assert_next("2026/27 Q4", paper, "2027-03", false);
	assert_next("Q4 of 26/27", paper, "2027-03", false);
	assert_next("Q4", paper, "2027-03", true);
}

static void
a_quarter_of_either_kind_of_year_is_unclear(void **state)
{
	struct date_found found = { 0 };

	(void)state;
	assert_true(analyse_date_next(str_from("Q4 2024"), 0, paper, &found));
	assert_true(found.is_unclear);
	assert_false(found.is_sound);
	assert_int_equal(found.end, 7);
}

static void
financial_years_end_in_march(void **state)
{
	(void)state;
	assert_next("2018-2019", paper, "2019-03", true);
	assert_next("2018 – 2019", paper, "2019-03", true);
	assert_next("2023/24", paper, "2024-03", true);
	assert_next("FY 26/27", paper, "2027-03", true);
	assert_next("1999/00", paper, "2000-03", true);
	assert_none("2018/21", paper);
	assert_none("reference 23/24", paper);
}

static void
seasons_end_in_their_last_month(void **state)
{
	(void)state;
	assert_next("Late Spring 2011", paper, "2011-05", false);
	assert_next("early summer 2026", paper, "2026-06", false);
	assert_next("Mid-Autumn 2026", paper, "2026-10", false);
	assert_next("Winter 2013", paper, "2014-02", false);
	assert_next("Winter 2013/14", paper, "2014-02", false);
	assert_next("Spring", paper, "2027-05", true);
	assert_next("in the spring 20 people", paper, "2027-05", true);
}

static void
the_year_is_the_nearest_one(void **state)
{
	struct date none = { 0 };

	(void)state;
	assert_next("23-Mar", paper, "2027-03-23", false);
	assert_next("1st May", paper, "2027-05-01", false);
	assert_next("Jan 17th", paper, "2027-01-17", false);
	assert_next("w/c 6 November", paper, "2026-11-06", false);
	assert_next("late January", paper, "2027-01", true);
	assert_next("end of March", paper, "2027-03", true);
	assert_next("23-Mar", (struct date){ 2026, 2, 1 }, "2026-03-23", false);
	assert_none("23-Mar", none);
	assert_none("late January", none);
	assert_none("item 3 may wait", paper);
	assert_none("section 3.1 March", none);
}

static void
years_alone_are_weak(void **state)
{
	(void)state;
	assert_next("2027", paper, "2027", true);
	assert_next("by 2030.", paper, "2030", true);
	assert_none("LD/2027/3", paper);
	assert_none("£2027", paper);
	assert_none("2103", paper);
}

static void
days_that_cannot_be_are_not_sound(void **state)
{
	static const char *const texts[] = { "31 June", "31 June 2026",
		"30/02/2026", "12 March 2103", "31-Nov" };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct date_found found = { 0 };

		assert_true(
		    analyse_date_next(str_from(texts[i]), 0, paper, &found));
		assert_false(found.is_sound);
		assert_int_equal(found.end, str_from(texts[i]).len);
	}
}

static void
a_cell_can_be_all_date(void **state)
{
	(void)state;
	assert_true(analyse_date_fills(str_from("w/c 6 February")));
	assert_true(analyse_date_fills(str_from("end of March 2026.")));
	assert_true(analyse_date_fills(str_from("May 24, now Sept 24")));
	assert_true(analyse_date_fills(
	    str_from("original: May 2026; revised: June 2026")));
	assert_false(analyse_date_fills(str_from("2018-2019")));
	assert_false(analyse_date_fills(str_from("2018")));
	assert_false(analyse_date_fills(str_from("March past of 20 bands")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quarters_end_in_their_last_month),
		cmocka_unit_test(a_quarter_of_either_kind_of_year_is_unclear),
		cmocka_unit_test(financial_years_end_in_march),
		cmocka_unit_test(seasons_end_in_their_last_month),
		cmocka_unit_test(the_year_is_the_nearest_one),
		cmocka_unit_test(years_alone_are_weak),
		cmocka_unit_test(days_that_cannot_be_are_not_sound),
		cmocka_unit_test(a_cell_can_be_all_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
