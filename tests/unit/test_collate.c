/* The order of names: in English, in Welsh, and of numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/collate.h"

/* Each of the words comes before the next one. */
static void
assert_order(const char *language, const char *const *words)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; words[i + 1] != NULL; i++) {
		struct str a =
		    collate_key(arena, str_from(words[i]), str_from(language));
		struct str b = collate_key(
		    arena, str_from(words[i + 1]), str_from(language));

		if (str_cmp(a, b) >= 0)
			fail_msg("%s: \"%s\" should come before \"%s\"",
			    language, words[i], words[i + 1]);
	}
	arena_free(arena);
}

static void
welsh_digraphs_are_letters(void **state)
{
	static const char *const words[] = { "Caerdydd", "cwm", "cyngor",
		"Chwilog", "dŵr", "dydd", "ddoe", "eglwys", "Fochriw", "fy",
		"ffordd", "Gwent", "gwyrdd", "ngwlad", "haf", "lamp", "lôn",
		"llan", "Llwyd", "mawr", "Penarth", "pysgod", "Phillips",
		"radio", "rŵan", "Rhaglan", "Rhyl", "sir", "Tywyn", "Thomas",
		"ŵy", NULL };

	(void)state;
	assert_order("cy", words);
	assert_order("cy-GB", words);
}

/* ng stands where n and g would not; angen before alarch, as g is before l */
static void
welsh_letters_inside_words(void **state)
{
	static const char *const words[] = { "agor", "angen", "ail", "allan",
		"am", NULL };

	(void)state;
	assert_order("cy", words);
}

static void
two_letters_that_look_like_one(void **state)
{
	static const char *const words[] = { "Llandudno", "Llanelli",
		"Llangefni", "Llangollen", "Llanharan", "Llanrwst", NULL };
	static const char *const more[] = { "parc", "parhau", "parod", NULL };
	/* told by the joiner that Unicode has for it */
	static const char *const told[] = { "dina", "din\u034fgad", "dinio",
		NULL };

	(void)state;
	assert_order("cy", words);
	assert_order("cy", more);
	assert_order("cy", told);
}

static void
english_has_no_digraphs(void **state)
{
	static const char *const words[] = { "Carter", "Chandra", "Cook",
		"Fisher", "Floyd", "Ling", "Llewellyn", "Long", "Thomas",
		"Tudor", NULL };

	(void)state;
	assert_order("en-GB", words);
}

static void
capitals_and_accents_count_last(void **state)
{
	static const char *const words[] = { "Eaton", "eel", "\u00c9lan", "elm",
		"O'Brien", "obtain", "Zo\u00eb", "Zoefield", NULL };

	(void)state;
	assert_order("en", words);
}

static void
numbers_go_by_value(void **state)
{
	static const char *const words[] = { "1.1", "1.2", "1.10", "2", "10",
		"010.1", "99999999999999999999", "100000000000000000000",
		"Action 9", "Action 10", NULL };

	(void)state;
	assert_order("en", words);
	assert_order("cy", words);
}

static void
any_bytes_have_a_key(void **state)
{
	struct arena *arena = arena_new();
	struct str odd = { "\xff\x00 n\xc3", 5 };

	(void)state;
	assert_true(collate_key(arena, odd, str_from("cy")).len > 0);
	assert_true(
	    collate_key(arena, (struct str){ NULL, 0 }, str_from("")).len > 0);
	assert_true(collate_key(arena, str_from("N"), str_from("cy")).len > 0);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(welsh_digraphs_are_letters),
		cmocka_unit_test(welsh_letters_inside_words),
		cmocka_unit_test(two_letters_that_look_like_one),
		cmocka_unit_test(english_has_no_digraphs),
		cmocka_unit_test(capitals_and_accents_count_last),
		cmocka_unit_test(numbers_go_by_value),
		cmocka_unit_test(any_bytes_have_a_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
