/* PNG: whole files pass without what is not shown; every other file is
 * refused with a reason, and never reaches libpng. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/buf.h"
#include "model/picture.h"

static void
put_number(struct buf *buf, uint32_t n)
{
	char bytes[4] = { (char)(n >> 24), (char)(n >> 16), (char)(n >> 8),
		(char)n };

	buf_put(buf, bytes, 4);
}

static void
put_chunk(struct buf *buf, const char *type, const char *data, size_t len)
{
	size_t start;

	put_number(buf, (uint32_t)len);
	start = buf->len;
	buf_put(buf, type, 4);
	buf_put(buf, data, len);
	put_number(buf, (uint32_t)crc32(0, (const Bytef *)buf->ptr + start,
			    (uInt)(len + 4)));
}

/* A grey image of 4 by `rows` pixels, with data for 3 rows. */
static void
make_png(struct buf *png, unsigned rows, unsigned depth, unsigned filter)
{
	char head[13] = { 0, 0, 0, 4, 0, 0, 0, (char)rows, (char)depth, 0, 0, 0,
		0 };
	unsigned char pixels[3 * 5] = { 0, 1, 2, 9, 4, 1, 5, 6 }, packed[64];

	uLongf len = sizeof(packed);

	pixels[10] = (unsigned char)filter;
	compress(packed, &len, pixels, sizeof(pixels));
	buf_put(png, "\x89PNG\r\n\x1A\n", 8);
	put_chunk(png, "IHDR", head, sizeof(head));
	put_chunk(png, "tEXt", "Author\0x", 8);
	put_chunk(png, "IDAT", (const char *)packed, len / 2);
	put_chunk(png, "IDAT", (const char *)packed + len / 2, len - len / 2);
	put_chunk(png, "IEND", "", 0);
}

static void
test_whole(void **state)
{
	struct buf png = BUF_INIT, out = BUF_INIT;

	(void)state;
	make_png(&png, 3, 8, 4);
	assert_null(
	    picture_png_clean(&(struct picture){ 0 }, &out, buf_str(&png)));
	assert_int_equal(out.len, png.len - 12 - 8); /* without tEXt */
	buf_clear(&png);
	buf_clear(&out);
}

static void
test_wrong_sizes(void **state)
{
	(void)state;
	for (unsigned rows = 0; rows < 6; rows++) {
		struct buf png = BUF_INIT, out = BUF_INIT;

		make_png(&png, rows, 8, 4);
		if (rows == 3)
			assert_null(picture_png_clean(
			    &(struct picture){ 0 }, &out, buf_str(&png)));
		else
			assert_string_equal(
			    picture_png_clean(
				&(struct picture){ 0 }, &out, buf_str(&png)),
			    "it is damaged");
		buf_clear(&png);
		buf_clear(&out);
	}
}

static void
test_deep(void **state)
{
	struct buf png = BUF_INIT, out = BUF_INIT;

	(void)state;
	make_png(&png, 3, 16, 4);
	assert_non_null(strstr(
	    picture_png_clean(&(struct picture){ 0 }, &out, buf_str(&png)),
	    "16 bits"));
	buf_clear(&png);
	buf_clear(&out);
}

/* libpng ends the program at a filter that it does not know. */
static void
test_filter(void **state)
{
	struct buf png = BUF_INIT, out = BUF_INIT;

	(void)state;
	make_png(&png, 3, 8, 5);
	assert_non_null(
	    picture_png_clean(&(struct picture){ 0 }, &out, buf_str(&png)));
	buf_clear(&png);
	buf_clear(&out);
}

/* Cut short at every byte, and with every byte changed. */
static void
test_damage(void **state)
{
	struct buf png = BUF_INIT, out = BUF_INIT;

	(void)state;
	make_png(&png, 3, 8, 4);
	for (size_t i = 8; i < png.len; i++) {
		buf_reset(&out);
		assert_non_null(picture_png_clean(
		    &(struct picture){ 0 }, &out, str_head(buf_str(&png), i)));
		buf_reset(&out);
		png.ptr[i] ^= 0x20;
		assert_non_null(picture_png_clean(
		    &(struct picture){ 0 }, &out, buf_str(&png)));
		png.ptr[i] ^= 0x20;
	}
	buf_clear(&png);
	buf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_wrong_sizes),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_filter),
		cmocka_unit_test(test_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
