/* test_str: borrowed runs of bytes. */
#include "test.h"

#include "base/arena.h"

static const struct str none = { NULL, 0 };

static void
compares(void **state)
{
	(void)state;
	assert_true(str_eq(none, str_from("")));
	assert_true(str_eq(str_from(NULL), none));
	assert_true(str_is(str_from("ab"), "ab"));
	assert_false(str_is(str_from("ab"), "abc"));
	assert_false(str_is(str_from("ab"), "aB"));
	assert_true(str_is_nocase(str_from("Green"), "gREEN"));
	assert_false(str_is_nocase(str_from("[a]"), "{a}"));
	assert_true(str_cmp(str_from("a"), str_from("b")) < 0);
	assert_true(str_cmp(str_from("ab"), str_from("a")) > 0);
	assert_true(str_cmp(str_from("\xC3\xA9"), str_from("z")) > 0);
	assert_int_equal(str_cmp(none, str_from("")), 0);
}

static void
reads_digits(void **state)
{
	(void)state;
	assert_int_equal(str_hex_digit('0'), 0);
	assert_int_equal(str_hex_digit('9'), 9);
	assert_int_equal(str_hex_digit('a'), 10);
	assert_int_equal(str_hex_digit('F'), 15);
	assert_int_equal(str_hex_digit('g'), -1);
	assert_int_equal(str_hex_digit('@'), -1);
	assert_int_equal(str_hex_digit('\0'), -1);
}

static void
finds(void **state)
{
	struct str text = str_from("Action: action");

	(void)state;
	assert_true(str_starts(text, "Action"));
	assert_false(str_starts(text, "action"));
	assert_true(str_starts_nocase(text, "aCTION"));
	assert_false(str_starts(str_from("Act"), "Action"));
	assert_true(str_ends(text, "action"));
	assert_true(str_ends(text, ""));
	assert_int_equal(str_find(text, "action"), 8);
	assert_int_equal(str_find_nocase(text, "ACTION"), 0);
	assert_int_equal(str_find(text, "actions"), (size_t)-1);
	assert_int_equal(str_find(none, "a"), (size_t)-1);
	assert_int_equal(str_find(none, ""), 0);
	assert_int_equal(str_find_nocase(str_from("ab"), "b"), 1);
}

static void
cuts(void **state)
{
	struct str text = str_from("abc");

	(void)state;
	assert_str(str_skip(text, 1), "bc");
	assert_str(str_skip(text, 9), "");
	assert_str(str_head(text, 2), "ab");
	assert_str(str_head(text, 9), "abc");
	assert_str(str_skip(none, 1), "");
	assert_str(str_range(text.ptr + 1, text.ptr + 2), "b");
}

static void
trims_and_folds_unicode_space(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_str(str_trim(str_from(" \t\u00a0a b\u2003\n")), "a b");
	assert_str(str_trim(str_from(" \u00a0\u200b")), "");
	assert_str(str_trim(none), "");
	assert_str(
	    str_fold(arena, str_from("\u00a0 a\t\n b\u00a0c ")), "a b c");
	assert_str(str_fold(arena, none), "");
	/* bytes that are no character are kept */
	assert_str(str_fold(arena, str_from("\xFF  \xC3")), "\xFF \xC3");
	arena_free(arena);
}

static void
lowers(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_str(
	    str_lower(arena, str_from("\u00c9TAT \u0174")), "\u00e9tat \u0175");
	arena_free(arena);
}

static void
copies_and_prints(void **state)
{
	struct arena *arena = arena_new();
	char bytes[] = "abc";
	struct str copy = str_copy(arena, str_from(bytes));

	(void)state;
	bytes[0] = 'x';
	assert_str(copy, "abc");
	assert_string_equal(copy.ptr, "abc");
	assert_string_equal(str_copy(arena, none).ptr, "");
	assert_str(str_printf(arena, "%.*s-%d", STR_ARG(copy), 4), "abc-4");
	assert_str(str_printf(arena, "%.*s", STR_ARG(none)), "");
	arena_free(arena);
}

static void
gives_lines(void **state)
{
	struct str rest = str_from("one\n\nthree"), line;

	(void)state;
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "one");
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "");
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "three");
	assert_false(str_next_line(&rest, &line));
	rest = str_from("a\n");
	assert_true(str_next_line(&rest, &line));
	assert_false(str_next_line(&rest, &line));
	rest = str_from("pdf,html");
	assert_true(str_next_part(&rest, ',', &line));
	assert_str(line, "pdf");
	assert_true(str_next_part(&rest, ',', &line));
	assert_str(line, "html");
	assert_false(str_next_part(&rest, ',', &line));
	rest = none;
	assert_false(str_next_line(&rest, &line));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compares),
		cmocka_unit_test(reads_digits),
		cmocka_unit_test(finds),
		cmocka_unit_test(cuts),
		cmocka_unit_test(trims_and_folds_unicode_space),
		cmocka_unit_test(lowers),
		cmocka_unit_test(copies_and_prints),
		cmocka_unit_test(gives_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
