/* Objects: text strings and numbers as they stand in a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "render/pdf/pdf_object.h"

static void
assert_text(const char *text, const char *want)
{
	struct buf buf = BUF_INIT;

	pdf_put_text(&buf, str_from(text));
	assert_string_equal(buf.ptr, want);
	buf_clear(&buf);
}

static void
test_text_strings(void **state)
{
	(void)state;
	assert_text("", "()");
	assert_text("Plan", "(Plan)");
	assert_text("a (b) \\ c", "(a \\(b\\) \\\\ c)");
	assert_text("a\nb", "<FEFF0061000A0062>");
	assert_text("\xC5\xB7", "<FEFF0177>");
	assert_text("\xF0\x9F\x9F\xA2", "<FEFFD83DDFE2>");
	assert_text("\xFF", "<FEFFFFFD>");
}

/* PDF/A-2 allows 32,767 bytes; the end is marked. */
static void
test_long_text_ends_in_an_ellipsis(void **state)
{
	struct buf text = BUF_INIT, buf = BUF_INIT;

	(void)state;
	for (int i = 0; i < 40000; i++)
		buf_puts(&text, "x");
	pdf_put_text(&buf, buf_str(&text));
	assert_true(buf.len < 2 * 32767);
	assert_string_equal(buf.ptr + buf.len - 5, "2026>");
	buf_clear(&text);
	buf_clear(&buf);
}

static void
assert_number(void (*put)(struct buf *, long), long value, const char *want)
{
	struct buf buf = BUF_INIT;

	put(&buf, value);
	assert_string_equal(buf.ptr, want);
	buf_clear(&buf);
}

static void
test_numbers(void **state)
{
	(void)state;
	assert_number(pdf_put_hundredths, 0, "0");
	assert_number(pdf_put_hundredths, 1200, "12");
	assert_number(pdf_put_hundredths, 1250, "12.5");
	assert_number(pdf_put_hundredths, 1205, "12.05");
	assert_number(pdf_put_hundredths, -5, "-.05");
	assert_number(pdf_put_hundredths, -100000, "-1000");
	assert_number(pdf_put_thousandths, 333, ".333");
	assert_number(pdf_put_thousandths, 1000, "1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_strings),
		cmocka_unit_test(test_long_text_ends_in_an_ellipsis),
		cmocka_unit_test(test_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
