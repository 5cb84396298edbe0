/* CFF programs: names become numbers, nothing of an outline changes, and no
 * byte that is wrong is believed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "render/pdf/pdf_font_cff.h"

/* A program of three glyphs that have names: .notdef, space and A. */
static const unsigned char named[] = {
	1, 0, 4, 1,                    /* header */
	0, 1, 1, 1, 2, 'F',            /* its name */
	0, 1, 1, 1, 10,                /* the top DICT's nine bytes: */
	139 + 46, 17,                  /* CharStrings at 46 */
	139 + 5, 139 + 64, 18,         /* Private: five bytes at 64 */
	139 + 41, 15,                  /* charset at 41 */
	139, 5,                        /* FontBBox, as short as it gets */
	0, 0,                          /* no strings */
	0, 1, 1, 1, 2, 11,             /* a global subroutine: return */
	0, 0, 0, 0, 0, 0, 0, 0, 0,     /* nothing */
	0, 0, 1, 0, 34,                /* charset: space, A */
	0, 3, 1, 1, 2, 4, 12,          /* CharStrings: */
	14,                            /* endchar */
	189, 14,                       /* 50 endchar */
	139, 239, 21, 149, 159, 5, 14, /* 0 100 rmoveto 10 20 rlineto */
	11,                            /* return */
	139 + 100, 20, 139 + 5, 19,    /* defaultWidthX 100, Subrs at 5 */
	139,                           /* (a number that nobody takes) */
	0, 1, 1, 1, 2, 11              /* a local subroutine */
};

static struct str
program(void)
{
	return (struct str){ (const char *)named, sizeof(named) };
}

static struct str
outline(const struct pdf_cff *cff, size_t i)
{
	struct str item = { NULL, 0 };

	assert_true(pdf_cff_item(&cff->glyphs, i, &item));
	return item;
}

static void
judge(struct str made, const struct pdf_cff *from, const uint32_t *glyphs,
    size_t count)
{
	static struct pdf_cff cff;
	struct pdf_cff_entry entry;

	assert_true(pdf_cff_read(made, &cff));
	assert_true(cff.is_cid);
	assert_int_equal(cff.glyphs.count, count);
	for (size_t i = 0; i < count; i++)
		assert_true(str_eq(outline(&cff, i), outline(from, glyphs[i])));
	assert_int_equal(cff.part_count, 1);
	assert_true(str_eq(cff.parts[0].bytes, from->parts[0].bytes));
	assert_int_equal(
	    cff.parts[0].private_size, from->parts[0].private_size);
	assert_true(str_eq(cff.global_subrs, from->global_subrs));
	assert_true(pdf_cff_entry(cff.top, PDF_CFF_CID_COUNT, &entry));
	assert_int_equal(entry.last, count);
	/* all CIDs are the glyphs' numbers */
	assert_true(pdf_cff_entry(cff.top, PDF_CFF_CHARSET, &entry));
	assert_memory_equal(made.ptr + entry.last, "\2\0\1\0", 4);
	assert_int_equal(made.ptr[entry.last + 4], count - 2);
	/* where some readers look for it */
	assert_memory_equal(cff.top.ptr + 5, "\x0C\x1E", 2);
}

static void
test_named(void **state)
{
	static const uint32_t glyphs[] = { 0, 2, 1, 1 };
	static struct pdf_cff from;
	struct buf made = BUF_INIT;

	(void)state;
	assert_true(pdf_cff_read(program(), &from));
	assert_false(from.is_cid);
	assert_int_equal(from.parts[0].bytes.len, 11);
	assert_true(pdf_cff_write(program(), "F", glyphs, 4, &made));
	judge(buf_str(&made), &from, glyphs, 4);
	buf_clear(&made);
}

static void
test_numbered(void **state)
{
	static const uint32_t all[] = { 0, 1, 2 }, glyphs[] = { 0, 2, 2 };
	static struct pdf_cff from;
	struct buf first = BUF_INIT, made = BUF_INIT;

	(void)state;
	assert_true(pdf_cff_write(program(), "F", all, 3, &first));
	assert_true(pdf_cff_read(buf_str(&first), &from));
	assert_true(pdf_cff_write(buf_str(&first), "F", glyphs, 3, &made));
	judge(buf_str(&made), &from, glyphs, 3);
	buf_clear(&first);
	buf_clear(&made);
}

static void
test_composite(void **state)
{
	static const struct str seac = STR("\x8B\x8B\xCC\xE6\x0E"),
				point = STR("\x8B\x8B\x15\x8B\x8B\x8B\x8B\x0E"),
				empty = STR("\x0E"),
				width = STR("\x1C\x02\x58\x8B\x8B\xCC\xE6\x0E");

	(void)state;
	assert_true(pdf_cff_is_composite(seac));
	assert_true(pdf_cff_is_composite(width));
	assert_false(pdf_cff_is_composite(point));
	assert_false(pdf_cff_is_composite(empty));
}

static void
test_broken(void **state)
{
	static const uint32_t glyphs[] = { 0, 1, 2 };
	static const uint32_t beyond[] = { 0, 3 };
	struct buf made = BUF_INIT;

	(void)state;
	assert_false(pdf_cff_write(program(), "F", beyond, 2, &made));
	for (size_t len = 0; len + 1 < sizeof(named); len++) {
		/* a copy of that length, so that a look beyond it shows */
		char *copy = malloc(len + 1);
		struct str cut = { copy, len };

		memcpy(copy, named, len);
		assert_false(pdf_cff_write(cut, "F", glyphs, 3, &made));
		free(copy);
	}
	for (size_t at = 0; at < sizeof(named); at++)
		for (unsigned bit = 0; bit < 8; bit++) {
			char *copy = malloc(sizeof(named));
			struct str bad = { copy, sizeof(named) };

			memcpy(copy, named, sizeof(named));
			copy[at] = (char)(copy[at] ^ 1 << bit);
			pdf_cff_write(bad, "F", glyphs, 3, &made);
			free(copy);
		}
	buf_clear(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_named),
		cmocka_unit_test(test_numbered),
		cmocka_unit_test(test_composite),
		cmocka_unit_test(test_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
