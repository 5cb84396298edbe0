/* How languages are named, count and date. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "test.h"
#include "words.h"

static void
numbers_have_the_plurals_of_cldr(void **state)
{
	static const struct {
		const char *language;
		double number;
		enum plural plural;
	} rows[] = {
		{ "en-GB", 0, PLURAL_OTHER },
		{ "en-GB", 1, PLURAL_ONE },
		{ "en-GB", 2, PLURAL_OTHER },
		{ "en-GB", 1.5, PLURAL_OTHER },
		{ "cy", 0, PLURAL_ZERO },
		{ "cy", 1, PLURAL_ONE },
		{ "cy-GB", 2, PLURAL_TWO },
		{ "cy", 3, PLURAL_FEW },
		{ "cy", 4, PLURAL_OTHER },
		{ "cy", 5, PLURAL_OTHER },
		{ "cy", 6, PLURAL_MANY },
		{ "cy", 7, PLURAL_OTHER },
		{ "cy", 2.5, PLURAL_OTHER },
		{ "cy", -1, PLURAL_OTHER },
		{ "gd", 11, PLURAL_ONE },
		{ "gd", 12, PLURAL_TWO },
		{ "gd", 10, PLURAL_FEW },
		{ "gd", 13, PLURAL_FEW },
		{ "gd", 20, PLURAL_OTHER },
		{ "ga", 7, PLURAL_MANY },
		{ "ga", 11, PLURAL_OTHER },
		{ "fi", 1, PLURAL_ONE },
		{ "", 1, PLURAL_ONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (words_plural(str_from(rows[i].language), rows[i].number) !=
		    rows[i].plural)
			fail_msg("%s %g", rows[i].language, rows[i].number);
	assert_int_equal(
	    words_plural(str_from("cy"), strtod("nan", NULL)), PLURAL_OTHER);
	assert_int_equal(words_plural(str_from("cy"), 1e300), PLURAL_OTHER);
}

static void
dates_are_as_precise_as_given(void **state)
{
	struct arena *arena = arena_new();
	struct words en = { .language = { "", 0 } }, cy = en;
	struct date day = { 2027, 3, 12 }, month = { 2019, 12, 0 },
		    year = { 2019, 0, 0 }, none = { 0, 0, 0 };

	(void)state;
	words_read(arena, &en, "en");
	words_read(arena, &cy, "cy");
	assert_str(words_date(arena, &en, day), "12 March 2027");
	assert_str(words_date(arena, &en, month), "December 2019");
	assert_str(words_date(arena, &en, year), "2019");
	assert_str(words_date(arena, &en, none), "");
	assert_str(words_date(arena, &cy, day), "12 Mawrth 2027");
	assert_str(words_date(arena, &cy, month), "Rhagfyr 2019");
	arena_free(arena);
}

static void
places_are_filled(void **state)
{
	struct arena *arena = arena_new();
	struct words words = { .language = { "", 0 } };

	(void)state;
	words.texts[WORD_PAGE_OF] = str_from("{2}{1} of {2} {3} {");
	assert_str(words_fill_count(arena, &words, WORD_PAGE_OF, 3, 12),
	    "123 of 12 {3} {");
	/* what is filled in is not looked at again */
	words.texts[WORD_NOTE] = str_from("Note {1}");
	assert_str(words_fill(arena, &words, WORD_NOTE, str_from("{1}{2}"),
		       (struct str){ NULL, 0 }),
	    "Note {1}{2}");
	arena_free(arena);
}

static void
languages_as_people_name_them(void **state)
{
	static const char *const rows[][2] = { { "cy", "cy" },
		{ " Welsh ", "cy" }, { "CYMRAEG", "cy" },
		{ "english", "en-GB" }, { "en_GB", "en-GB" },
		{ "zh-Hant-HK", "zh-Hant-HK" }, { "sr-Latn", "sr-Latn" },
		{ "Welsh and English", "" }, { "e", "" }, { "", "" },
		{ "en--GB", "" }, { "-", "" }, { "cy-", "" }, { "french", "" },
		{ "cy\"><script>", "" } };
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_str(
		    words_language(arena, str_from(rows[i][0])), rows[i][1]);
	assert_str(words_primary(str_from("cy-GB")), "cy");
	assert_str(words_primary(str_from("")), "");
	arena_free(arena);
}

static void
names_lead_back(void **state)
{
	(void)state;
	for (int i = 0; i < WORD_COUNT; i++) {
		enum word word;

		assert_true(
		    words_find(str_from(words_name((enum word)i)), &word));
		assert_int_equal(word, i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_have_the_plurals_of_cldr),
		cmocka_unit_test(dates_are_as_precise_as_given),
		cmocka_unit_test(places_are_filled),
		cmocka_unit_test(languages_as_people_name_them),
		cmocka_unit_test(names_lead_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
