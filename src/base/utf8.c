/* utf8: decoding by RFC 3629; properties by utf8proc. The only file that
 * knows utf8proc. */
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "arena.h"
#include "must.h"

/* Length of the well-formed sequence at the front, or 0. */
static size_t
sequence_len(const unsigned char *p, size_t len)
{
	size_t want;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	want = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (len < want)
		return 0;
	for (size_t i = 1; i < want; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	/* overlong forms, surrogates, and what lies beyond U+10FFFF */
	if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
	    (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
		return 0;
	return want;
}

uint32_t
utf8_next(struct str *rest)
{
	const unsigned char *p = (const unsigned char *)rest->ptr;
	size_t len;
	uint32_t c;

	must(rest->len > 0);
	if (p[0] < 0x80) {
		rest->ptr++;
		rest->len--;
		return p[0];
	}
	len = sequence_len(p, rest->len);
	if (len == 0) {
		*rest = str_skip(*rest, 1);
		return UTF8_BAD;
	}
	c = p[0] & (0xFFU >> (len + 1));
	for (size_t i = 1; i < len; i++)
		c = c << 6 | (p[i] & 0x3FU);
	*rest = str_skip(*rest, len);
	return c;
}

uint32_t
utf8_last(struct str *rest)
{
	size_t back = 1;
	struct str tail;

	must(rest->len > 0);
	while (back < 4 && back < rest->len &&
	       ((unsigned char)rest->ptr[rest->len - back] & 0xC0) == 0x80)
		back++;
	if (sequence_len((const unsigned char *)rest->ptr + rest->len - back,
		back) != back)
		back = 1;
	tail = str_skip(*rest, rest->len - back);
	rest->len -= back;
	return utf8_next(&tail);
}

size_t
utf8_encode(uint32_t c, char bytes[4])
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = UTF8_BAD;
	if (c < 0x80) {
		bytes[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		bytes[0] = (char)(0xC0 | c >> 6);
		bytes[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		bytes[0] = (char)(0xE0 | c >> 12);
		bytes[1] = (char)(0x80 | (c >> 6 & 0x3F));
		bytes[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	bytes[0] = (char)(0xF0 | c >> 18);
	bytes[1] = (char)(0x80 | (c >> 12 & 0x3F));
	bytes[2] = (char)(0x80 | (c >> 6 & 0x3F));
	bytes[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t
utf8_valid_len(struct str text)
{
	const unsigned char *p = (const unsigned char *)text.ptr;
	size_t at = 0;

	while (at < text.len) {
		size_t len = sequence_len(p + at, text.len - at);

		if (len == 0)
			break;
		at += len;
	}
	return at;
}

size_t
utf8_count(struct str text)
{
	size_t count = 0;

	while (text.len > 0) {
		utf8_next(&text);
		count++;
	}
	return count;
}

static utf8proc_category_t
category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

bool
utf8_is_space(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	if (c == 0x85 || c == 0x200B || c == 0xFEFF)
		return true;
	return c >= 0xA0 && (category(c) == UTF8PROC_CATEGORY_ZS ||
				c == 0x2028 || c == 0x2029);
}

bool
utf8_is_letter(uint32_t c)
{
	utf8proc_category_t cat;

	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	cat = category(c);
	return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_ME;
}

bool
utf8_is_upper(uint32_t c)
{
	utf8proc_category_t cat;

	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	cat = category(c);
	return cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LT;
}

bool
utf8_is_digit(uint32_t c)
{
	if (c < 0x80)
		return c >= '0' && c <= '9';
	return category(c) == UTF8PROC_CATEGORY_ND;
}

bool
utf8_is_word(uint32_t c)
{
	utf8proc_category_t cat;

	if (c < 0x80)
		return utf8_is_letter(c) || utf8_is_digit(c);
	cat = category(c);
	return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_NO;
}

bool
utf8_is_symbol(uint32_t c)
{
	utf8proc_category_t cat = category(c);

	return cat >= UTF8PROC_CATEGORY_SM && cat <= UTF8PROC_CATEGORY_SO;
}

bool
utf8_is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

uint32_t
utf8_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t
utf8_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

uint32_t
utf8_base(uint32_t c)
{
	utf8proc_int32_t parts[8];
	int boundary = 0;

	if (c < 0x80 || utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8,
			    UTF8PROC_DECOMPOSE, &boundary) < 1)
		return c;
	return (uint32_t)parts[0];
}

int
utf8_width(uint32_t c)
{
	if (c < 0x80)
		return c >= 0x20 && c != 0x7F;
	return utf8proc_charwidth((utf8proc_int32_t)c);
}

static bool
is_ascii(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] >= 0x80)
			return false;
	return true;
}

struct str
utf8_nfc(struct arena *arena, struct str text)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t len;
	struct str copy;

	if (is_ascii(text))
		return text;
	len = utf8proc_map((const utf8proc_uint8_t *)text.ptr,
	    (utf8proc_ssize_t)text.len, &composed,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (len < 0) { /* malformed text is left as it is */
		free(composed);
		return text;
	}
	copy.len = (size_t)len;
	copy.ptr = arena_copy(arena, (const char *)composed, copy.len);
	free(composed);
	return copy;
}
