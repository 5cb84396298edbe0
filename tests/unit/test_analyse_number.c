/* Numbers of parts are told from dates, amounts and words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/analyse_priv.h"
#include "base/arena.h"

static void
assert_split(const char *text, const char *number, const char *rest)
{
	struct arena *arena = arena_new();
	struct str got = { NULL, 0 }, after = { NULL, 0 };

	assert_true(analyse_number_split(str_from(text), &got, &after));
	assert_string_equal(str_copy(arena, got).ptr, number);
	assert_string_equal(str_copy(arena, after).ptr, rest);
	arena_free(arena);
}

static void
assert_no_number(const char *text)
{
	struct str number, rest;

	assert_false(analyse_number_split(str_from(text), &number, &rest));
}

static void
numbers_of_all_kinds_are_split_off(void **state)
{
	(void)state;
	assert_split(
	    "1.2.1 Accredit the network.", "1.2.1", "Accredit the network.");
	assert_split("1.3.1. Join the services", "1.3.1", "Join the services");
	assert_split("R1.2. Review the policy", "R1.2", "Review the policy");
	assert_split("13A The annex", "13A", "The annex");
	assert_split("7) Write", "7", "Write");
	assert_split("5.11.2", "5.11.2", "");
}

static void
words_and_amounts_are_no_numbers(void **state)
{
	(void)state;
	assert_no_number("1st of May");
	assert_no_number("Objective 1.1");
	assert_no_number("20170401 is no part");
	assert_no_number("");
	assert_no_number("(a) lettered");
}

static void
numbers_know_what_is_above(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(
	    str_copy(arena, analyse_number_parent(str_from("1.2.1"))).ptr,
	    "1.2");
	assert_int_equal(analyse_number_parent(str_from("4.")).len, 0);
	assert_int_equal(analyse_number_depth(str_from("3.1.1.")), 3);
	assert_int_equal(analyse_number_depth(str_from("(2)")), 1);
	assert_int_equal(analyse_number_depth(str_from("(a)")), 0);
	assert_string_equal(
	    str_copy(arena, analyse_number_bare(str_from("(1)"))).ptr, "1");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_of_all_kinds_are_split_off),
		cmocka_unit_test(words_and_amounts_are_no_numbers),
		cmocka_unit_test(numbers_know_what_is_above),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
