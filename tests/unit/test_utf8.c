/* test_utf8: characters and their properties. */
#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static void
every_character_comes_back(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char bytes[4];
		size_t len = utf8_encode(c, bytes);
		struct str text = { bytes, len }, same = text;
		uint32_t want = c >= 0xD800 && c <= 0xDFFF ? UTF8_BAD : c;

		if (utf8_valid_len(text) != len || utf8_next(&text) != want ||
		    text.len != 0 || utf8_last(&same) != want || same.len != 0)
			fail_msg("U+%04X does not come back", c);
	}
}

static void
bad_bytes_are_read_one_at_a_time(void **state)
{
	/* of RFC 3629's traps: a lone continuation, an overlong slash, a
	 * surrogate, beyond the last character, a sequence cut short */
	static const char *const bad[] = { "\x80", "\xC0\xAF", "\xED\xA0\x80",
		"\xF4\x90\x80\x80", "\xE2\x82", "\xFF", "\xF8\x88\x80\x80" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct str text = str_from(bad[i]), back = text;
		size_t count = 0;

		assert_int_equal(utf8_valid_len(text), 0);
		assert_int_equal(utf8_count(text), text.len);
		while (back.len > 0) {
			assert_int_equal(utf8_last(&back), UTF8_BAD);
			count++;
		}
		assert_int_equal(count, text.len);
	}
	assert_int_equal(utf8_valid_len(str_from("ab\u00e9\xFFz")), 4);
}

static void
a_bad_byte_does_not_swallow_the_next_character(void **state)
{
	struct str text = str_from("\xE2\x82"
				   "A");

	(void)state;
	assert_int_equal(utf8_next(&text), UTF8_BAD);
	assert_int_equal(utf8_next(&text), UTF8_BAD);
	assert_int_equal(utf8_next(&text), 'A');
	assert_int_equal(text.len, 0);
}

static void
knows_properties(void **state)
{
	(void)state;
	assert_true(utf8_is_space(' ') && utf8_is_space(0xA0) &&
		    utf8_is_space(0x2009) && utf8_is_space(0x200B) &&
		    utf8_is_space(0x3000) && utf8_is_space('\f'));
	assert_false(
	    utf8_is_space('a') || utf8_is_space(0xAD) || utf8_is_space(0x2013));
	assert_true(utf8_is_letter(0x175) && utf8_is_letter(0x301) &&
		    utf8_is_letter('z') && !utf8_is_letter('1'));
	assert_true(utf8_is_upper(0xC9) && !utf8_is_upper(0xE9));
	assert_true(utf8_is_digit('0') && utf8_is_digit(0x0665) &&
		    !utf8_is_digit(0xBD));
	assert_true(utf8_is_word(0xBD) && utf8_is_word('a') &&
		    utf8_is_word(0x2167) && !utf8_is_word('-') &&
		    !utf8_is_word(0x2019));
	assert_true(utf8_is_symbol(0xA3) && utf8_is_symbol(0x2192) &&
		    utf8_is_symbol(0x1F534) && !utf8_is_symbol(0x2014));
	assert_true(utf8_is_control(0x1B) && utf8_is_control(0x9B) &&
		    utf8_is_control(0x7F) && !utf8_is_control(0xA0));
	assert_int_equal(utf8_lower(0x174), 0x175);
	assert_int_equal(utf8_upper(0xE9), 0xC9);
}

static void
knows_widths(void **state)
{
	(void)state;
	assert_int_equal(utf8_width('a'), 1);
	assert_int_equal(utf8_width(0x301), 0);
	assert_int_equal(utf8_width(0x4E2D), 2);
	assert_int_equal(utf8_width('\t'), 0);
}

static void
composes(void **state)
{
	struct arena *arena = arena_new();
	struct str ascii = str_from("plain");

	(void)state;
	assert_str(
	    utf8_nfc(arena, str_from("e\u0301 w\u0302")), "\u00e9 \u0175");
	assert_ptr_equal(utf8_nfc(arena, ascii).ptr, ascii.ptr);
	assert_str(utf8_nfc(arena, str_from("\u2126")), "\u03a9");
	assert_str(utf8_nfc(arena, str_from("\uFB01")), "\uFB01");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_comes_back),
		cmocka_unit_test(bad_bytes_are_read_one_at_a_time),
		cmocka_unit_test(
		    a_bad_byte_does_not_swallow_the_next_character),
		cmocka_unit_test(knows_properties),
		cmocka_unit_test(knows_widths),
		cmocka_unit_test(composes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
