/* str: see str.h. */
#include "str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "must.h"
#include "utf8.h"

struct str
str_from(const char *text)
{
	struct str str = { text, text ? strlen(text) : 0 };

	return str;
}

struct str
str_range(const char *begin, const char *end)
{
	struct str str = { begin, (size_t)(end - begin) };

	must(end >= begin);
	return str;
}

struct str
str_copy(struct arena *arena, struct str text)
{
	struct str copy = { arena_copy(arena, text.ptr, text.len), text.len };

	return copy;
}

struct str
str_printf(struct arena *arena, const char *format, ...)
{
	struct str str;
	char *text;
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	must(len >= 0);
	text = arena_alloc(arena, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	str.ptr = text;
	str.len = (size_t)len;
	return str;
}

bool
str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

bool
str_is(struct str a, const char *b)
{
	return str_eq(a, str_from(b));
}

int
str_cmp(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len > 0 ? memcmp(a.ptr, b.ptr, len) : 0;

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

static char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
str_eq_nocase(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
			return false;
	return true;
}

bool
str_is_nocase(struct str a, const char *b)
{
	return str_eq_nocase(a, str_from(b));
}

bool
str_starts(struct str a, const char *prefix)
{
	struct str want = str_from(prefix);

	return a.len >= want.len && str_eq(str_head(a, want.len), want);
}

bool
str_starts_nocase(struct str a, const char *prefix)
{
	struct str want = str_from(prefix);

	return a.len >= want.len && str_eq_nocase(str_head(a, want.len), want);
}

bool
str_ends(struct str a, const char *suffix)
{
	struct str want = str_from(suffix);

	return a.len >= want.len && str_eq(str_skip(a, a.len - want.len), want);
}

bool
str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int
str_hex_digit(char c)
{
	if (str_is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

size_t
str_find(struct str hay, const char *needle)
{
	size_t len = strlen(needle);

	for (size_t i = 0; len <= hay.len && i <= hay.len - len; i++)
		if (len == 0 || !memcmp(hay.ptr + i, needle, len))
			return i;
	return (size_t)-1;
}

size_t
str_find_nocase(struct str hay, const char *needle)
{
	struct str want = str_from(needle);

	for (size_t i = 0; want.len <= hay.len && i <= hay.len - want.len; i++)
		if (str_eq_nocase(str_head(str_skip(hay, i), want.len), want))
			return i;
	return (size_t)-1;
}

struct str
str_skip(struct str a, size_t bytes)
{
	if (bytes > a.len)
		bytes = a.len;
	if (bytes > 0)
		a.ptr += bytes;
	a.len -= bytes;
	return a;
}

struct str
str_head(struct str a, size_t bytes)
{
	if (bytes < a.len)
		a.len = bytes;
	return a;
}

struct str
str_trim(struct str a)
{
	for (;;) {
		struct str rest = a;

		if (a.len == 0 || !utf8_is_space(utf8_next(&rest)))
			break;
		a = rest;
	}
	for (;;) {
		struct str rest = a;

		if (a.len == 0 || !utf8_is_space(utf8_last(&rest)))
			break;
		a = rest;
	}
	return a;
}

struct str
str_fold(struct arena *arena, struct str a)
{
	struct buf buf = BUF_INIT;
	struct str folded;

	a = str_trim(a);
	while (a.len > 0) {
		struct str before = a;
		uint32_t c = utf8_next(&a);

		if (!utf8_is_space(c)) {
			buf_put(&buf, before.ptr, (size_t)(a.ptr - before.ptr));
			continue;
		}
		a = str_trim(a);
		buf_put(&buf, " ", 1);
	}
	folded = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return folded;
}

struct str
str_lower(struct arena *arena, struct str a)
{
	struct buf buf = BUF_INIT;
	struct str lower;

	while (a.len > 0)
		buf_put_char(&buf, utf8_lower(utf8_next(&a)));
	lower = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return lower;
}

bool
str_next_line(struct str *rest, struct str *line)
{
	return str_next_part(rest, '\n', line);
}

bool
str_next_part(struct str *rest, char sep, struct str *part)
{
	const char *end;

	if (rest->len == 0)
		return false;
	end = memchr(rest->ptr, sep, rest->len);
	if (end == NULL) {
		*part = *rest;
		*rest = str_skip(*rest, rest->len);
		return true;
	}
	*part = str_range(rest->ptr, end);
	*rest = str_skip(*rest, part->len + 1);
	return true;
}

size_t
str_distance(struct str a, struct str b, size_t most)
{
	enum { LONGEST = 256 };
	size_t row[LONGEST + 1];

	if (a.len > LONGEST || b.len > LONGEST || a.len > b.len + most ||
	    b.len > a.len + most)
		return most + 1;
	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t diagonal = row[0], least = i;

		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t best = diagonal + (a.ptr[i - 1] != b.ptr[j - 1]);

			diagonal = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			least = best < least ? best : least;
		}
		if (least > most)
			return most + 1;
	}
	return row[b.len];
}
