/* test_buf: growing bytes. */
#include "test.h"

#include "base/buf.h"

static void
is_a_string_at_all_times(void **state)
{
	struct buf buf = BUF_INIT;

	(void)state;
	assert_str(buf_str(&buf), "");
	buf_puts(&buf, "one");
	assert_string_equal(buf.ptr, "one");
	buf_put(&buf, " two", 4);
	assert_string_equal(buf.ptr, "one two");
	buf_reset(&buf);
	assert_string_equal(buf.ptr, "");
	buf_put(&buf, NULL, 0);
	assert_str(buf_str(&buf), "");
	buf_clear(&buf);
	assert_null(buf.ptr);
	buf_puts(&buf, "again");
	assert_str(buf_str(&buf), "again");
	buf_clear(&buf);
}

static void
grows_without_end(void **state)
{
	struct buf buf = BUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_put(&buf, "0123456789", 10);
	assert_int_equal(buf.len, 1000000);
	assert_memory_equal(buf.ptr + 999990, "0123456789", 11);
	buf_clear(&buf);
}

static void
prints_by_format(void **state)
{
	struct buf buf = BUF_INIT;

	(void)state;
	buf_printf(&buf, "%d of %s", 3, "nine");
	buf_printf(&buf, "%s", "");
	assert_str(buf_str(&buf), "3 of nine");
	buf_reset(&buf);
	buf_printf(&buf, "%200d", 7);
	assert_int_equal(buf.len, 200);
	assert_int_equal(buf.ptr[199], '7');
	buf_clear(&buf);
}

static void
puts_characters_as_utf8(void **state)
{
	struct buf buf = BUF_INIT;

	(void)state;
	buf_put_char(&buf, 'A');
	buf_put_char(&buf, 0xE9);
	buf_put_char(&buf, 0x20AC);
	buf_put_char(&buf, 0x1F7E2);
	buf_put_char(&buf, 0xD800); /* half of a pair is no character */
	assert_str(buf_str(&buf), "A\u00e9\u20ac\U0001F7E2\uFFFD");
	buf_clear(&buf);
}

static void
assert_number(double value, int decimals, const char *want)
{
	struct buf buf = BUF_INIT;

	buf_put_number(&buf, value, decimals);
	assert_str(buf_str(&buf), want);
	buf_clear(&buf);
}

static void
writes_numbers_as_short_as_can_be(void **state)
{
	(void)state;
	assert_number(12.5, 2, "12.5");
	assert_number(12.504, 2, "12.5");
	assert_number(-0.25, 2, "-0.25");
	assert_number(3, 4, "3");
	assert_number(0.05, 2, "0.05");
	assert_number(0.005, 2, "0.01");
	assert_number(-0.001, 2, "0"); /* never "-0" */
	assert_number(1999.999, 2, "2000");
	assert_number(0.000001, 6, "0.000001");
	assert_number(7.9, 0, "8");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_a_string_at_all_times),
		cmocka_unit_test(grows_without_end),
		cmocka_unit_test(prints_by_format),
		cmocka_unit_test(puts_characters_as_utf8),
		cmocka_unit_test(writes_numbers_as_short_as_can_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
