/* read_encoding: bytes in any of the encodings that drafts come in -> UTF-8
 * with LF line ends. Steps: refuse what is no text; decode; undo a second
 * encoding (read_encoding_twice.c); put line ends and controls in order. Knows
 * nothing of what the text says. */
#include "read/read_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"
#include "base/utf8.h"

enum wide { WIDE_NONE, WIDE_LE, WIDE_BE };

/* How much of a draft is looked at to tell UTF-16 from bytes. */
enum { SAMPLE_BYTES = 4096 };

static const struct {
	const char *magic;
	size_t len;
	const char *name;
} signatures[] = {
	{ "%PDF-", 5, "a PDF file" },
	{ "PK\x03\x04", 4, "a Word document (.docx) or another zip file" },
	{ "PK\x05\x06", 4, "an empty zip file" },
	{ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,
	    "an old Office file (.doc, .xls)" },
	{ "\x89PNG\r\n", 6, "a PNG picture" },
	{ "\xFF\xD8\xFF", 3, "a JPEG picture" },
	{ "GIF87a", 6, "a GIF picture" },
	{ "GIF89a", 6, "a GIF picture" },
	{ "{\\rtf", 5, "a rich text file (.rtf)" },
	{ "\x1F\x8B\x08", 3, "a gzip file" },
	{ "\x7F"
	  "ELF",
	    4, "a program" },
	{ "SQLite format 3", 15, "a database" },
	{ "\xFF\xFE\x00\x00", 4, "text in UTF-32" },
	{ "\x00\x00\xFE\xFF", 4, "text in UTF-32" },
};

static const char *
signature_name(struct str bytes)
{
	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++)
		if (bytes.len >= signatures[i].len &&
		    !memcmp(bytes.ptr, signatures[i].magic, signatures[i].len))
			return signatures[i].name;
	return NULL;
}

/* Text of Latin letters in UTF-16 has a zero in every second byte. */
static enum wide
wide_by_zeros(struct str bytes)
{
	size_t zeros[2] = { 0, 0 };
	size_t len = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
	size_t pairs = len / 2;

	for (size_t i = 0; i < pairs * 2; i++)
		zeros[i % 2] += bytes.ptr[i] == '\0';
	if (pairs == 0 || (zeros[0] > 0) == (zeros[1] > 0))
		return WIDE_NONE;
	if (zeros[1] * 2 > pairs)
		return WIDE_LE;
	return zeros[0] * 2 > pairs ? WIDE_BE : WIDE_NONE;
}

static bool
has_nul(struct str bytes)
{
	return bytes.len > 0 && memchr(bytes.ptr, '\0', bytes.len) != NULL;
}

/* Bytes below a space that no text holds, counted against all. */
static bool
is_mostly_control(struct str bytes)
{
	size_t odd = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char c = (unsigned char)bytes.ptr[i];

		odd += c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
	}
	return odd > 8 && odd > bytes.len / 10;
}

static void
decode_wide(struct buf *to, struct str bytes, enum wide wide, size_t *bad)
{
	int high = wide == WIDE_LE ? 1 : 0;
	uint32_t lead = 0;

	for (size_t i = 0; i + 1 < bytes.len; i += 2) {
		uint32_t c = (uint32_t)(unsigned char)bytes.ptr[i + high] << 8 |
			     (unsigned char)bytes.ptr[i + 1 - high];
		bool is_tail = c >= 0xDC00 && c <= 0xDFFF;

		if (lead != 0 && !is_tail) {
			buf_put_char(to, UTF8_BAD);
			++*bad;
		}
		if (lead != 0 && is_tail) {
			c = 0x10000 + ((lead - 0xD800) << 10) + (c - 0xDC00);
		} else if (is_tail) {
			c = UTF8_BAD;
			++*bad;
		}
		lead = c >= 0xD800 && c <= 0xDBFF ? c : 0;
		if (lead == 0)
			buf_put_char(to, c);
	}
	if (lead != 0 || bytes.len % 2 != 0) {
		buf_put_char(to, UTF8_BAD);
		++*bad;
	}
}

static void
decode_cp1252(struct buf *to, struct str bytes, size_t *bad)
{
	for (size_t i = 0; i < bytes.len; i++) {
		uint32_t c = read_cp1252((unsigned char)bytes.ptr[i]);

		*bad += c == UTF8_BAD;
		buf_put_char(to, c);
	}
}

/* Does the text that is not UTF-8 look like UTF-8 with a few strangers in it,
 * pasted from elsewhere? */
static bool
is_mostly_utf8(struct str bytes)
{
	size_t good = 0, bad = 0;

	while (bytes.len > 0) {
		struct str before = bytes;
		uint32_t c = utf8_next(&bytes);

		if (c == UTF8_BAD && before.len - bytes.len == 1)
			bad++;
		else
			good += c >= 0x80;
	}
	return good >= bad;
}

/* Valid characters stay; each byte that is none is read as CP1252. */
static void
decode_mixed(struct doc *doc, struct buf *to, struct str bytes, size_t *bad)
{
	struct pos pos = { 1, 1 };

	while (bytes.len > 0) {
		struct str before = bytes;
		uint32_t c = utf8_next(&bytes);

		if (c == UTF8_BAD && before.len - bytes.len == 1) {
			struct str was = STR("\xEF\xBF\xBD");
			char repaired[4];
			struct str now = { repaired, 0 };

			c = read_cp1252((unsigned char)before.ptr[0]);
			*bad += c == UTF8_BAD;
			now.len = utf8_encode(c, repaired);
			doc_repair(doc, pos, "encoding", was, now);
		}
		buf_put_char(to, c);
		pos.col++;
		if (c == '\n')
			pos = (struct pos){ pos.line + 1, 1 };
	}
}

static void
say_guess(struct doc *doc, const char *name)
{
	doc_say(doc, DOC_ENCODING_GUESSED, (struct pos){ 0 }, str_from(name),
	    (struct str){ NULL, 0 });
}

static void
decode_bytes(struct doc *doc, struct buf *to, struct str bytes, size_t *bad)
{
	if (utf8_valid_len(bytes) == bytes.len) {
		buf_put_str(to, bytes);
	} else if (is_mostly_utf8(bytes)) {
		say_guess(doc, "UTF-8 with some Windows-1252 in it");
		decode_mixed(doc, to, bytes, bad);
	} else {
		say_guess(doc, "Windows-1252");
		decode_cp1252(to, bytes, bad);
	}
}

static bool
refuse(struct doc *doc, const char *what)
{
	doc_say(doc, DOC_NOT_TEXT, (struct pos){ 0 }, str_from(what),
	    (struct str){ NULL, 0 });
	return false;
}

/* The bytes as UTF-8, whatever they were. */
static bool
decode(struct doc *doc, struct buf *to, struct str bytes, size_t *bad)
{
	const char *name = signature_name(bytes);
	enum wide wide = WIDE_NONE;

	if (name != NULL)
		return refuse(doc, name);
	if (str_starts(bytes, "\xFF\xFE") || str_starts(bytes, "\xFE\xFF")) {
		wide = bytes.ptr[0] == '\xFF' ? WIDE_LE : WIDE_BE;
		decode_wide(to, str_skip(bytes, 2), wide, bad);
		return true;
	}
	wide = wide_by_zeros(bytes);
	if (wide != WIDE_NONE) {
		say_guess(doc, "UTF-16");
		decode_wide(to, bytes, wide, bad);
		return true;
	}
	if (has_nul(bytes))
		return refuse(doc, "it holds NUL bytes");
	if (is_mostly_control(bytes))
		return refuse(doc, "most of it is no characters");
	if (str_starts(bytes, "\xEF\xBB\xBF"))
		bytes = str_skip(bytes, 3);
	decode_bytes(doc, to, bytes, bad);
	return true;
}

static bool
is_noncharacter(uint32_t c)
{
	return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* Every line end becomes LF; so do the vertical tab (Word's break within a
 * paragraph), NEL and the line and paragraph separators. A form feed begins a
 * line. Gives how many characters were left out. */
static size_t
put_lines(struct buf *to, struct str text)
{
	/* as fonts draw them, and text pulled out of a PDF keeps them */
	static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl",
		"st", "st" };
	size_t left_out = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '\r' && text.len > 0 && text.ptr[0] == '\n')
			continue;
		if (c == '\r' || c == '\v' || c == 0x85 || c == 0x2028 ||
		    c == 0x2029)
			c = '\n';
		if (c == '\f' && to->len > 0 && to->ptr[to->len - 1] != '\n')
			buf_put(to, "\n", 1);
		if (c != '\n' && c != '\t' && c != '\f' &&
		    (utf8_is_control(c) || is_noncharacter(c) || c == 0xFEFF))
			left_out++;
		else if (c >= 0xFB00 && c <= 0xFB06)
			buf_puts(to, ligatures[c - 0xFB00]);
		else
			buf_put_char(to, c);
	}
	return left_out;
}

static void
say_count(struct doc *doc, enum doc_code code, size_t count)
{
	if (count > 0)
		doc_say(doc, code, (struct pos){ 0 },
		    str_printf(doc->arena, "%zu", count),
		    (struct str){ NULL, 0 });
}

static void
undo_twice(struct doc *doc, struct buf *to, struct str text)
{
	size_t before = doc->repair_count;

	read_encoding_twice(doc, to, text);
	if (doc->repair_count > before)
		say_guess(
		    doc, str_printf(doc->arena,
			     "text that was encoded twice; %zu characters were "
			     "repaired",
			     doc->repair_count - before)
			     .ptr);
}

bool
read_encoding(struct doc *doc, struct str bytes)
{
	struct buf decoded = BUF_INIT, once = BUF_INIT, lines = BUF_INIT;
	size_t bad = 0;
	bool ok;

	sha256_hex(bytes, doc->sha256);
	ok = decode(doc, &decoded, bytes, &bad);
	if (ok) {
		undo_twice(doc, &once, buf_str(&decoded));
		say_count(
		    doc, DOC_CONTROL_CHARS, put_lines(&lines, buf_str(&once)));
		say_count(doc, DOC_BAD_BYTES, bad);
		doc->text = str_copy(doc->arena, buf_str(&lines));
		if (str_trim(doc->text).len == 0)
			doc_say(doc, DOC_EMPTY, (struct pos){ 0 },
			    (struct str){ NULL, 0 }, (struct str){ NULL, 0 });
	}
	buf_clear(&decoded);
	buf_clear(&once);
	buf_clear(&lines);
	return ok;
}
