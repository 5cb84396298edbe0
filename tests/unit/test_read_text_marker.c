/* What stands at the front of a line, and the order of numbers. */
#include "text_draft.h"

#include "read/read_text_priv.h"

static void
finds(const char *text, enum text_marker_kind kind, const char *label,
    const char *body)
{
	struct text_marker marker;

	assert_true(read_text_marker_find(str_from(text), &marker));
	assert_int_equal(marker.kind, kind);
	assert_str(marker.label, label);
	assert_str(marker.body, body);
}

static void
markers_are_found(void **state)
{
	(void)state;
	finds("1. Text", MARKER_NUMBER, "1.", "Text");
	finds("3.1.12 Text", MARKER_NUMBER, "3.1.12", "Text");
	finds("13A Text", MARKER_NUMBER, "13A", "Text");
	finds("7i) Text", MARKER_NUMBER, "7i)", "Text");
	finds("R1.2. Text", MARKER_NUMBER, "R1.2.", "Text");
	finds("- 2. Text", MARKER_NUMBER, "2.", "Text");
	finds("(12) Text", MARKER_LABEL, "(12)", "Text");
	finds("- (a) Text", MARKER_LABEL, "(a)", "Text");
	finds("iv) Text", MARKER_LABEL, "iv)", "Text");
	finds("aa. Text", MARKER_LABEL, "aa.", "Text");
	finds("A; Text", MARKER_LABEL, "A;", "Text");
	finds("\xE2\x80\xA2Text", MARKER_BULLET, "", "Text");
	finds("- Text", MARKER_BULLET, "", "Text");
}

static void
others_are_not(void **state)
{
	static const char *const texts[] = { "Text", "-Text", "2019 was",
		"A4 paper", "Q4 results", "(see above) so", "e.g. so", "*a* b",
		"(All)", "1.1.1.1.1.1.1.1.1 Text",
		"\xC2\xA3"
		"5 each",
		"-" };
	struct text_marker marker;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (read_text_marker_find(str_from(texts[i]), &marker))
			fail_msg("\"%s\" has no marker", texts[i]);
}

static bool
follows(const char *last, const char *next)
{
	struct text_marker a, b;

	assert_true(read_text_number_find(str_from(last), &a));
	assert_true(read_text_number_find(str_from(next), &b));
	return read_text_number_follows(&a.number, &b.number);
}

static void
numbers_follow_one_another(void **state)
{
	(void)state;
	assert_true(follows("1.", "2."));
	assert_true(follows("3.1.9", "3.1.10"));
	assert_true(follows("3.1.9.", "3.2"));
	assert_true(follows("3.1.9", "4."));
	assert_true(follows("3.1", "3.1.1"));
	assert_true(follows("13", "13A"));
	assert_true(follows("13A", "13B"));
	assert_true(follows("13A", "14"));
	assert_false(follows("1.", "3."));
	assert_false(follows("3.1", "3.1.2"));
	assert_false(follows("3.1.1", "3.1"));
	assert_false(follows("2.", "2."));
	assert_false(follows("13", "13C"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markers_are_found),
		cmocka_unit_test(others_are_not),
		cmocka_unit_test(numbers_follow_one_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
