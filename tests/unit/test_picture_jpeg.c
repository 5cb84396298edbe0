/* JPEG: whole files pass without what is not shown; cut ones and those that a
 * PDF/A may not hold are refused with a reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "model/picture.h"

#define EXIF                                                                   \
	"\xFF\xE1\x00\x26"                                                     \
	"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"      \
	"SECRET\0\0"

/* 16 wide, 9 high. */
static void
make_jpeg(struct buf *jpeg, char marker, char depth, char components)
{
	const char frame[] = { (char)0xFF, marker, 0, 8, depth, 0, 9, 0, 16,
		components };

	buf_put(jpeg, "\xFF\xD8", 2);
	buf_put(jpeg, EXIF, sizeof(EXIF) - 1);
	buf_put(jpeg, "\xFF\xFE\0\x08SECRET", 10);
	buf_put(jpeg, frame, sizeof(frame));
	buf_put(jpeg, "\xFF\xDA\0\x02\x01\xFF\0\x02\xFF\xD0\x03", 11);
	buf_put(jpeg, "\xFF\xD9", 2);
}

static void
test_whole(void **state)
{
	struct buf jpeg = BUF_INIT, out = BUF_INIT;
	struct picture picture;

	(void)state;
	make_jpeg(&jpeg, (char)0xC0, 8, 3);
	buf_puts(&jpeg, "what stands behind the end");
	assert_null(picture_jpeg_clean(&picture, &out, buf_str(&jpeg)));
	/* turned by a quarter, so its sides change places */
	assert_int_equal(picture.turn, 6);
	assert_int_equal(picture.width, 9);
	assert_int_equal(picture.height, 16);
	assert_int_equal(str_find(buf_str(&out), "SECRET"), (size_t)-1);
	assert_int_equal(str_find(buf_str(&out), "behind"), (size_t)-1);
	buf_clear(&jpeg);

	/* what was made of it says the same once more */
	assert_null(picture_jpeg_clean(&picture, &jpeg, buf_str(&out)));
	assert_int_equal(picture.turn, 6);
	assert_true(str_eq(buf_str(&jpeg), buf_str(&out)));
	buf_clear(&jpeg);
	buf_clear(&out);
}

static void
test_cut_anywhere(void **state)
{
	struct buf jpeg = BUF_INIT;

	(void)state;
	make_jpeg(&jpeg, (char)0xC0, 8, 3);
	for (size_t len = 2; len < jpeg.len; len++) {
		struct picture picture;
		struct buf out = BUF_INIT;

		assert_non_null(picture_jpeg_clean(
		    &picture, &out, str_head(buf_str(&jpeg), len)));
		buf_clear(&out);
	}
	buf_clear(&jpeg);
}

static void
refuse(char marker, char depth, char components, const char *why)
{
	struct buf jpeg = BUF_INIT, out = BUF_INIT;
	struct picture picture;
	const char *reason;

	make_jpeg(&jpeg, marker, depth, components);
	reason = picture_jpeg_clean(&picture, &out, buf_str(&jpeg));
	assert_non_null(reason);
	assert_non_null(strstr(reason, why));
	buf_clear(&jpeg);
	buf_clear(&out);
}

static void
test_unfit(void **state)
{
	(void)state;
	refuse((char)0xC0, 8, 4, "CMYK");
	refuse((char)0xC1, 12, 3, "more than 8 bits");
	refuse((char)0xC3, 8, 3, "few programs");
	refuse((char)0xC0, 8, 2, "damaged");
	refuse((char)0xC4, 8, 3, "damaged"); /* no frame at all */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_cut_anywhere),
		cmocka_unit_test(test_unfit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
