/* A map gives back what was put in, however much it grows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/map.h"

static void
keys_keep_their_first_value(void **state)
{
	struct arena *arena = arena_new();
	struct map map = { NULL, 0, 0 };

	(void)state;
	assert_null(map_find(&map, str_from("owner")));
	assert_true(map_add(arena, &map, str_from("owner"), 7));
	assert_false(map_add(arena, &map, str_from("owner"), 8));
	assert_int_equal(*map_find(&map, str_from("owner")), 7);
	assert_true(map_add(arena, &map, (struct str){ NULL, 0 }, 9));
	assert_int_equal(*map_find(&map, str_from("")), 9);
	arena_free(arena);
}

static void
ten_thousand_keys_are_all_found(void **state)
{
	struct arena *arena = arena_new();
	struct map map = { NULL, 0, 0 };

	(void)state;
	for (size_t i = 0; i < 10000; i++)
		assert_true(
		    map_add(arena, &map, str_printf(arena, "1.%zu", i), i));
	for (size_t i = 0; i < 10000; i++)
		assert_int_equal(
		    *map_find(&map, str_printf(arena, "1.%zu", i)), i);
	assert_null(map_find(&map, str_from("1.10000")));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_keep_their_first_value),
		cmocka_unit_test(ten_thousand_keys_are_all_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
