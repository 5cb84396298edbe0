/* test_arena: memory that lives and dies together. */
#include "test.h"

#include "base/arena.h"

static void
gives_zeroed_aligned_memory(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t size = 0; size < 200; size++) {
		unsigned char *ptr = arena_alloc(arena, size);

		assert_int_equal((uintptr_t)ptr % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(ptr[i], 0);
		memset(ptr, 0xAA, size); /* must not touch its neighbours */
	}
	arena_free(arena);
}

static void
pieces_do_not_overlap(void **state)
{
	enum { COUNT = 5000 };
	struct arena *arena = arena_new();
	size_t **numbers = calloc(COUNT, sizeof(*numbers));

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		numbers[i] = arena_alloc(arena, sizeof(size_t) + i % 97);
		*numbers[i] = i;
	}
	for (size_t i = 0; i < COUNT; i++)
		assert_int_equal(*numbers[i], i);
	free(numbers);
	arena_free(arena);
}

static void
holds_what_is_larger_than_a_block(void **state)
{
	struct arena *arena = arena_new();
	char *small = arena_copy(arena, "small", 5);
	char *large = arena_alloc(arena, 8 * 1024 * 1024);

	(void)state;
	large[8 * 1024 * 1024 - 1] = 'x';
	assert_string_equal(small, "small");
	assert_string_equal(arena_copy(arena, "after", 5), "after");
	arena_free(arena);
}

static void
copies_end_in_nul(void **state)
{
	struct arena *arena = arena_new();
	char *copy = arena_copy(arena, "abcdef", 3);

	(void)state;
	assert_string_equal(copy, "abc");
	assert_string_equal(arena_copy(arena, NULL, 0), "");
	assert_memory_equal(arena_copy(arena, "a\0b", 3), "a\0b\0", 4);
	arena_free(arena);
}

static void
push_grows_and_keeps(void **state)
{
	struct arena *arena = arena_new();
	int *items = NULL;
	size_t count = 0, cap = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		items = arena_push(arena, items, &count, &cap, sizeof(*items));
		assert_int_equal(items[count - 1], 0);
		items[count - 1] = i;
	}
	assert_int_equal(count, 1000);
	assert_true(cap >= count);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	arena_free(arena);
}

static void
free_takes_null(void **state)
{
	(void)state;
	arena_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_zeroed_aligned_memory),
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(holds_what_is_larger_than_a_block),
		cmocka_unit_test(copies_end_in_nul),
		cmocka_unit_test(push_grows_and_keeps),
		cmocka_unit_test(free_takes_null),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
