/* read_encoding_twice: text that was UTF-8, was taken for Windows-1252 and
 * encoded again ("â€™" for an apostrophe) -> the text that was meant. Touches
 * only what cannot have been meant as it stands, and records each repair. */
#include "read/read_priv.h"

#include "base/buf.h"
#include "base/utf8.h"

/* 0x80 to 0x9F; the five bytes that CP1252 leaves undefined stand for no
 * character. */
static const uint16_t cp1252_high[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E,
	0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
	0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178 };

uint32_t
read_cp1252(unsigned char byte)
{
	if (byte < 0x80 || byte >= 0xA0)
		return byte;
	return cp1252_high[byte - 0x80] ? cp1252_high[byte - 0x80] : UTF8_BAD;
}

/* The CP1252 byte of a character, or 0 for none. The bytes that are undefined
 * come through such accidents as U+0081 and the like. */
static unsigned char
cp1252_byte(uint32_t c)
{
	if (c >= 0x80 && c <= 0xFF)
		return (unsigned char)c;
	for (size_t i = 0; i < 32; i++)
		if (cp1252_high[i] != 0 && cp1252_high[i] == c)
			return (unsigned char)(0x80 + i);
	return 0;
}

/* A character that stands as two to four in the text. */
struct twice {
	uint32_t meant;     /* the character */
	size_t byte_len;    /* of its mangled form in the text */
	size_t char_count;  /* of the mangled form */
	unsigned char lead; /* first byte of the character's UTF-8 */
};

/* Is the front of the text the mangled form of a character? */
static bool
twice_find(struct str text, struct twice *twice)
{
	char bytes[4];
	struct str inner = { bytes, 0 };
	struct str rest = text;
	size_t want = 0;

	do {
		unsigned char byte = 0;

		if (rest.len > 0)
			byte = cp1252_byte(utf8_next(&rest));
		if (byte == 0)
			return false;
		if (inner.len == 0)
			want = byte >= 0xF0   ? 4
			       : byte >= 0xE0 ? 3
			       : byte >= 0xC2 ? 2
					      : 0;
		if (want == 0)
			return false;
		bytes[inner.len++] = (char)byte;
	} while (inner.len < want);
	if (utf8_valid_len(inner) != inner.len)
		return false;
	twice->lead = (unsigned char)bytes[0];
	twice->char_count = want;
	twice->byte_len = text.len - rest.len;
	twice->meant = utf8_next(&inner);
	return true;
}

/* Three characters and more, and pairs that begin with a capital A with
 * circumflex or tilde, spell nothing in any language. */
static bool
is_strong(const struct twice *twice)
{
	return twice->char_count > 2 || twice->lead == 0xC2 ||
	       twice->lead == 0xC3;
}

static bool
has_strong(struct str text)
{
	struct twice twice;

	while (text.len > 0) {
		if ((unsigned char)text.ptr[0] >= 0x80 &&
		    twice_find(text, &twice) && is_strong(&twice))
			return true;
		utf8_next(&text);
	}
	return false;
}

/* C1 controls are never typed: they are CP1252 taken for Latin-1. NEL alone
 * may be a line end, unless others stand in the draft. */
static bool
has_c1(struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c >= 0x80 && c < 0xA0 && c != 0x85 &&
		    read_cp1252((unsigned char)c) != UTF8_BAD)
			return true;
	}
	return false;
}

void
read_encoding_twice(struct doc *doc, struct buf *to, struct str text)
{
	bool twice_encoded = has_strong(text), latin = has_c1(text);
	struct pos pos = { 1, 1 };

	while (text.len > 0) {
		struct str before = text;
		uint32_t c = utf8_next(&text);
		uint32_t meant = c;
		struct twice twice;

		if (c >= 0x80 && twice_encoded && twice_find(before, &twice)) {
			meant = twice.meant;
			text = str_skip(before, twice.byte_len);
		} else if (c >= 0x80 && c < 0xA0 && latin &&
			   read_cp1252((unsigned char)c) != UTF8_BAD) {
			meant = read_cp1252((unsigned char)c);
		}
		if (meant != c) {
			char bytes[4];
			struct str now = { bytes, utf8_encode(meant, bytes) };

			doc_repair(doc, pos, "encoding",
			    str_head(before, before.len - text.len), now);
		}
		buf_put_char(to, meant);
		pos.col++;
		if (c == '\n')
			pos = (struct pos){ pos.line + 1, 1 };
	}
}
