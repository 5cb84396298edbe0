/* The pieces of dates: Welsh months with their mutations, ordinals as they are
 * typed or pulled out of a PDF, years behind an apostrophe. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/analyse_priv.h"
#include "base/arena.h"

static void
assert_iso(const char *text, const char *iso)
{
	struct arena *arena = arena_new();

	assert_string_equal(
	    plan_date_iso(arena, analyse_date_of(str_from(text))).ptr, iso);
	arena_free(arena);
}

static void
welsh_months_mutate(void **state)
{
	(void)state;
	assert_iso("10fed Mai 2017", "2017-05-10");
	assert_iso("1af o Fai 2017", "2017-05-01");
	assert_iso("3ydd o Fawrth 2026", "2026-03-03");
	assert_iso("erbyn diwedd Fehefin 2026", "2026-06");
	assert_iso("2il o Orffennaf 2026", "2026-07-02");
	assert_iso("21ain o Fedi 2026", "2026-09-21");
	assert_iso("5ed o Dachwedd 2026", "2026-11-05");
	assert_iso("11eg o Ragfyr 2026", "2026-12-11");
	assert_iso("8fed Chwefror 2026", "2026-02-08");
	assert_iso("Ionawr 2026", "2026-01");
	assert_iso("Hydref 2026", "2026-10");
}

static void
ordinals_come_in_many_ways(void **state)
{
	(void)state;
	assert_iso("1 st May 2017", "2017-05-01");
	assert_iso("1ˢᵗ May 2017", "2017-05-01");
	assert_iso("22^nd^ May 2017", "2017-05-22");
	assert_iso("3rd of May 2017", "2017-05-03");
}

static void
years_may_have_two_figures(void **state)
{
	(void)state;
	assert_iso("May ’26", "2026-05");
	assert_iso("May '26", "2026-05");
	assert_iso("31.12.74", "1974-12-31");
	assert_iso("01/Apr/2018", "2018-04-01");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(welsh_months_mutate),
		cmocka_unit_test(ordinals_come_in_many_ways),
		cmocka_unit_test(years_may_have_two_figures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
