/* YAML as a flat list: keys, values, places; and what is no list of them. */
#include "test.h"

#include "base/arena.h"
#include "base/settings.h"

static struct arena *arena;

static struct settings
parse(const char *text)
{
	struct settings settings;

	settings_parse(arena, str_from(text), &settings);
	return settings;
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void
values_have_paths_and_places(void **state)
{
	struct settings got = parse("a: one\n"
				    "b:\n"
				    "  c: ' two '\n"
				    "  d: [x, {e: y}]\n"
				    "f: |\n"
				    "  long\n");

	(void)state;
	assert_null(got.problem);
	assert_true(got.is_mapping);
	assert_int_equal(got.count, 5);
	assert_str(got.entries[0].key, "a");
	assert_str(got.entries[0].value, "one");
	assert_str(got.entries[1].key, "b.c");
	assert_str(got.entries[1].value, "two");
	assert_int_equal(got.entries[1].pos.line, 3);
	assert_int_equal(got.entries[1].pos.col, 6);
	assert_str(got.entries[2].key, "b.d.0");
	assert_str(got.entries[3].key, "b.d.1.e");
	assert_str(got.entries[4].value, "long");
	assert_true(got.entries[4].is_block);
	assert_ptr_equal(settings_find(&got, "B.C"), &got.entries[1]);
	assert_null(settings_find(&got, "b"));
}

static void
other_things_are_no_mappings(void **state)
{
	(void)state;
	assert_false(parse("").is_mapping);
	assert_false(parse("a word").is_mapping);
	assert_false(parse("- a: b\n").is_mapping);
}

static void
problems_have_places(void **state)
{
	struct settings got = parse("a: 1\nb: &x 2\n");

	(void)state;
	assert_non_null(got.problem);
	assert_int_equal(got.problem_pos.line, 2);
	assert_int_equal(got.count, 1); /* what stood before it */
	assert_non_null(parse("a: [1\n").problem);
	assert_non_null(parse("a: b: c\n").problem);
	assert_non_null(parse("a: 1\n---\nb: 2\n").problem);
	assert_non_null(parse("[a, b]: 1\n").problem);
	assert_non_null(
	    parse("a: [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]\n").problem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    values_have_paths_and_places, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    other_things_are_no_mappings, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    problems_have_places, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
