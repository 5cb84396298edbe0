/* Dates as British papers write them are found whole, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/analyse_priv.h"
#include "base/arena.h"

static void
assert_date(const char *text, const char *iso, const char *found)
{
	struct arena *arena = arena_new();
	struct date date = { 0 };
	size_t at = 0, end = 0;

	assert_true(analyse_date_find(str_from(text), &at, &end, &date));
	assert_string_equal(plan_date_iso(arena, date).ptr, iso);
	assert_string_equal(
	    str_copy(arena, str_range(text + at, text + end)).ptr, found);
	arena_free(arena);
}

static void
assert_no_date(const char *text)
{
	assert_int_equal(analyse_date_of(str_from(text)).year, 0);
}

static void
figures_are_day_first(void **state)
{
	(void)state;
	assert_date("on 29/10/2021 it was", "2021-10-29", "29/10/2021");
	assert_date("31.12.14", "2014-12-31", "31.12.14");
	assert_date("8/11/13", "2013-11-08", "8/11/13");
	assert_date("(2026-06-30)", "2026-06-30", "2026-06-30");
}

static void
months_may_be_words(void **state)
{
	(void)state;
	assert_date("by 31 March 2019.", "2019-03-31", "31 March 2019");
	assert_date("1st May 2020", "2020-05-01", "1st May 2020");
	assert_date("Thurs 21st March 2013", "2013-03-21", "21st March 2013");
	assert_date("January 17th, 2020", "2020-01-17", "January 17th, 2020");
	assert_date("01-Apr-2018", "2018-04-01", "01-Apr-2018");
	assert_date("10fed Mai 2017", "2017-05-10", "10fed Mai 2017");
	assert_date("29th of Nov 2021", "2021-11-29", "29th of Nov 2021");
}

static void
precision_is_kept(void **state)
{
	(void)state;
	assert_date("in June 2011", "2011-06", "June 2011");
	assert_date("Mar-2011", "2011-03", "Mar-2011");
	assert_date("Dec-20", "2020-12", "Dec-20");
	assert_date("now Sept 24", "2024-09", "Sept 24");
}

static void
other_figures_are_no_dates(void **state)
{
	(void)state;
	assert_no_date("ISO27001:2013 and section 3.1.2");
	assert_no_date("31 June 2020");
	assert_no_date("30/02/2021");
	assert_no_date("24/7 service, 08:00 to 20:00");
	assert_no_date("it may 2 or 3 times");
	assert_no_date("LD.4455/21");
	assert_no_date("reference 21/00097");
	assert_no_date("March past 2000 people");
	assert_no_date("in 2103 or 12 March 2103");
}

static void
a_period_counts_to_its_last_day(void **state)
{
	struct date april = { 2019, 4, 0 }, first = { 2019, 4, 1 };
	struct date may = { 2019, 5, 1 }, none = { 0 };

	(void)state;
	assert_false(plan_date_before(april, first));
	assert_true(plan_date_before(april, may));
	assert_false(plan_date_before(none, may));
	assert_false(plan_date_before(april, none));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_day_first),
		cmocka_unit_test(months_may_be_words),
		cmocka_unit_test(precision_is_kept),
		cmocka_unit_test(other_figures_are_no_dates),
		cmocka_unit_test(a_period_counts_to_its_last_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
