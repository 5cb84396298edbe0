/* What has the form of an abbreviation, and which of the draft's it is. */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "model/abbr.h"
#include "model/plan.h"

/* All words of that form, each with its single behind a stroke. */
static void
finds(const char *text, const char *want)
{
	struct abbr_word word = { .end = 0 };
	struct buf buf = BUF_INIT;

	while (abbr_next(str_from(text), &word))
		buf_printf(&buf, "%s%.*s/%.*s", buf.len > 0 ? " " : "",
		    STR_ARG(word.text), STR_ARG(word.single));
	assert_string_equal(buf.ptr ? buf.ptr : "", want);
	buf_clear(&buf);
}

static void
capitals_make_the_form(void **state)
{
	(void)state;
	finds("The PSIAS and an MoU (EqIA), R&D.",
	    "PSIAS/PSIAS MoU/MoU EqIA/EqIA R&D/R&D");
	finds("KPIs, the LAs’ and the AGS's", "KPIs/KPI LAs/LA AGS/AGS");
	finds("I am McDonald of OneDrive, A to Z, B&", "");
	finds("2nd KS2 CO2 106", "KS2/KS2 CO2/CO2");
	finds("ÂÊ and ŴŶs", "ÂÊ/ÂÊ ŴŶs/ŴŶ");
	finds("ABCDEFGHIJKLMNOPQRST", "");
	finds("", "");
}

static void
a_part_of_something_else_is_none(void **state)
{
	(void)state;
	finds("PSIAS-like, non-KPI, A.BC", "PSIAS/PSIAS");
	finds("it@AB.gov.uk http://AB/CD www.AB.uk AB_CD \\\\AB\\CD x", "");
	finds("HR/IT and (PSN)", "HR/HR IT/IT PSN/PSN");
}

static void
bytes_that_are_no_text_end(void **state)
{
	(void)state;
	finds("\xff\xfe"
	      "AB \xc3",
	    "AB/AB");
}

static void
capitals_shout(void **state)
{
	(void)state;
	assert_true(abbr_is_shouted(str_from("IT IS AGREED thus")));
	assert_false(abbr_is_shouted(str_from("The PSIAS and KPIs")));
}

static void
the_language_of_the_place_decides(void **state)
{
	struct arena *arena = arena_new();
	struct plan_abbreviation list[] = {
		{ .text = STR("CCC"), .expansion = STR("County Council") },
		{ .text = STR("CSC"), .expansion = STR("Sir") },
		{ .text = STR("CSC"),
		    .expansion = STR("Shared"),
		    .language = STR("en-GB") },
		{ .text = STR("KPI"), .expansion = STR("indicator") },
	};
	struct plan plan = { .language = STR("cy"),
		.abbreviations = list,
		.abbreviations_count = 4 };
	struct map map = { .count = 0 };
	struct abbr_word word;

	(void)state;
	abbr_map(arena, &map, &plan);
	assert_true(abbr_is(str_from("CSC"), &word));
	assert_int_equal(abbr_find(&map, &plan, &word, str_from("cy")), 1);
	assert_int_equal(abbr_find(&map, &plan, &word, str_from("en")), 2);
	assert_true(abbr_is(str_from("CCC"), &word));
	/* better in another language than not at all */
	assert_int_equal(abbr_find(&map, &plan, &word, str_from("en")), 0);
	assert_true(abbr_is(str_from("KPIs"), &word));
	assert_int_equal(abbr_find(&map, &plan, &word, str_from("cy")), 3);
	assert_true(abbr_is(str_from("KP"), &word));
	assert_true(abbr_find(&map, &plan, &word, str_from("cy")) == PLAN_NONE);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(capitals_make_the_form),
		cmocka_unit_test(a_part_of_something_else_is_none),
		cmocka_unit_test(bytes_that_are_no_text_end),
		cmocka_unit_test(capitals_shout),
		cmocka_unit_test(the_language_of_the_place_decides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
