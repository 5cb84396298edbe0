/* What a draft's bytes become, and what is said about them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/msg.h"
#include "base/str.h"
#include "read/read_priv.h"

static struct msgs *msgs;
static struct doc *doc;

static int
begin(void **state)
{
	(void)state;
	msgs = msgs_new();
	doc = doc_new(str_from("draft.txt"), msgs);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	doc_free(doc);
	msgs_free(msgs);
	return 0;
}

static struct str
bytes_of(const char *ptr, size_t len)
{
	return (struct str){ ptr, len };
}

static void
reads_as(struct str bytes, const char *want)
{
	char *got;

	assert_true(read_encoding(doc, bytes));
	got = test_malloc(doc->text.len + 1);
	if (doc->text.len > 0)
		memcpy(got, doc->text.ptr, doc->text.len);
	got[doc->text.len] = '\0';
	assert_string_equal(got, want);
	test_free(got);
}

#define READS_AS(literal, want) reads_as((struct str)STR(literal), want)

static void
said(const char *rule, const char *text)
{
	for (size_t i = 0; i < msgs_total(msgs); i++) {
		const struct msg *msg = msgs_at(msgs, i);

		if (str_is(msg->rule, rule) &&
		    str_find(msg->text, text) != (size_t)-1)
			return;
	}
	fail_msg("nothing was said of %s: %s", rule, text);
}

static void
said_nothing(void)
{
	assert_int_equal(msgs_total(msgs), 0);
}

static void
repaired(size_t index, uint32_t line, uint32_t col, const char *before,
    const char *after)
{
	const struct repair *repair = &doc->repairs[index];

	assert_true(index < doc->repair_count);
	assert_string_equal(repair->kind, "encoding");
	assert_int_equal(repair->pos.line, line);
	assert_int_equal(repair->pos.col, col);
	assert_true(str_is(repair->before, before));
	assert_true(str_is(repair->after, after));
}

static void
plain_utf8(void **state)
{
	(void)state;
	READS_AS("Caf\xC3\xA9 \xE2\x82\xAC"
		 "5\n",
	    "Café €5\n");
	said_nothing();
	assert_string_equal(doc->sha256, "93c3e79a99e6913c94d32ab9b3690833"
					 "5e68bbd41d5b9053031df448976abb0e");
}

static void
byte_order_mark(void **state)
{
	(void)state;
	READS_AS("\xEF\xBB\xBFPlan\n", "Plan\n");
	said_nothing();
}

static void
utf16_with_mark(void **state)
{
	(void)state;
	READS_AS("\xFF\xFEh\0\xE9\0\r\0\n\0", "hé\n");
	READS_AS("\xFE\xFF\0h\0\xE9\xD8\x3D\xDF\xE2", "hé\U0001F7E2");
	said_nothing();
}

static void
utf16_by_its_zeros(void **state)
{
	(void)state;
	READS_AS("P\0l\0a\0n\0", "Plan");
	said("encoding", "UTF-16");
	READS_AS("\0P\0l\0a\0n", "Plan");
}

static void
utf16_cut_short(void **state)
{
	(void)state;
	READS_AS("\xFF\xFEh\0\x3D\xD8i\0x", "h\xEF\xBF\xBDi\xEF\xBF\xBD");
	said("bad-bytes", "2 bytes");
}

static void
windows_1252(void **state)
{
	(void)state;
	READS_AS("the council\x92s \xA3"
		 "5m \x96 \x93"
		 "agreed\x94",
	    "the council’s £5m – “agreed”");
	said("encoding", "Windows-1252");
	assert_int_equal(doc->repair_count, 0);
}

static void
undefined_in_windows_1252(void **state)
{
	(void)state;
	READS_AS("a\x81z", "a\xEF\xBF\xBDz");
	said("bad-bytes", "1 bytes");
}

/* Pasted from Word into a file that was UTF-8. */
static void
strangers_in_utf8(void **state)
{
	(void)state;
	READS_AS("Caf\xC3\xA9\nthe council\x92s\n", "Café\nthe council’s\n");
	said("encoding", "UTF-8 with some Windows-1252");
	assert_int_equal(doc->repair_count, 1);
	repaired(0, 2, 12, "\xEF\xBF\xBD", "’");
}

static void
encoded_twice(void **state)
{
	(void)state;
	READS_AS("the council\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s "
		 "\xC3\x82\xC2\xA3"
		 "5m caf\xC3\x83\xC2\xA9",
	    "the council’s £5m café");
	said("encoding", "encoded twice; 3 characters");
	assert_int_equal(doc->repair_count, 3);
	repaired(0, 1, 12, "â€™", "’");
	repaired(1, 1, 15, "Â£", "£");
	repaired(2, 1, 22, "Ã©", "é");
}

/* Letters that could be meant are left alone where nothing speaks against
 * them. */
static void
honest_accents(void **state)
{
	(void)state;
	READS_AS("\xC5\xB5 \xC3\x85\xC2\xB5 \xC3\x83O \xC3\xA2", "ŵ Åµ ÃO â");
	assert_int_equal(doc->repair_count, 0);
}

static void
c1_controls_are_windows_quotes(void **state)
{
	(void)state;
	READS_AS("council\xC2\x92s plan\xC2\x85", "council’s plan…");
	assert_int_equal(doc->repair_count, 2);
}

static void
line_ends(void **state)
{
	(void)state;
	READS_AS("a\r\nb\rc\nd\ve\xC2\x85"
		 "f\xE2\x80\xA8g\r\r\n",
	    "a\nb\nc\nd\ne\nf\ng\n\n");
	said_nothing();
}

static void
form_feeds_begin_a_line(void **state)
{
	(void)state;
	READS_AS("one\f\ntwo\n\fthree", "one\n\f\ntwo\n\fthree");
}

static void
controls_are_left_out(void **state)
{
	(void)state;
	READS_AS("a\x01"
		 "b\x7F"
		 "c\xEF\xB7\x90"
		 "d\te\xEF\xBB\xBF",
	    "abcd\te");
	said("control-characters", "4 control");
}

static void
empty(void **state)
{
	(void)state;
	READS_AS("", "");
	said("empty-draft", "no words");
	READS_AS(" \r\n\xC2\xA0\f\n", " \n\xC2\xA0\n\f\n");
	assert_int_equal(msgs_count(msgs, MSG_ERROR), 2);
}

static void
not_text(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *name;
	} files[] = {
		{ "%PDF-1.7\n%\xE2\xE3\xCF\xD3", 14, "a PDF file" },
		{ "PK\x03\x04\x14\0\x06\0", 8, "a Word document (.docx)" },
		{ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", 10, "Office" },
		{ "\x89PNG\r\n\x1A\n", 8, "a PNG picture" },
		{ "\xFF\xD8\xFF\xE0\0\x10", 6, "a JPEG picture" },
		{ "{\\rtf1\\ansi", 11, "a rich text file" },
		{ "text with \0 in it", 17, "NUL" },
		{ "\1\2\3\4\5\6\1\2\3\4\5\6ab", 14, "no characters" },
		{ "\xFF\xFE\0\0a\0\0\0", 8, "UTF-32" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		assert_false(
		    read_encoding(doc, bytes_of(files[i].bytes, files[i].len)));
		said("not-text", files[i].name);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_utf8),
		TEST(byte_order_mark),
		TEST(utf16_with_mark),
		TEST(utf16_by_its_zeros),
		TEST(utf16_cut_short),
		TEST(windows_1252),
		TEST(undefined_in_windows_1252),
		TEST(strangers_in_utf8),
		TEST(encoded_twice),
		TEST(honest_accents),
		TEST(c1_controls_are_windows_quotes),
		TEST(line_ends),
		TEST(form_feeds_begin_a_line),
		TEST(controls_are_left_out),
		TEST(empty),
		TEST(not_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
