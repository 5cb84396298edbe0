/* buf: see buf.h. */
#include "buf.h"

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "must.h"
#include "utf8.h"

void
buf_clear(struct buf *buf)
{
	free(buf->ptr);
	buf->ptr = NULL;
	buf->len = buf->cap = 0;
}

void
buf_reset(struct buf *buf)
{
	buf->len = 0;
	if (buf->ptr != NULL)
		buf->ptr[0] = '\0';
}

void
buf_reserve(struct buf *buf, size_t more)
{
	size_t cap = buf->cap ? buf->cap : 64;

	must(more < SIZE_MAX / 4 && buf->len < SIZE_MAX / 4);
	if (buf->len + more + 1 <= buf->cap)
		return;
	while (cap < buf->len + more + 1)
		cap *= 2;
	buf->ptr = mem_resize(buf->ptr, cap);
	buf->cap = cap;
}

void
buf_put(struct buf *buf, const char *ptr, size_t len)
{
	buf_reserve(buf, len);
	if (len > 0)
		memcpy(buf->ptr + buf->len, ptr, len);
	buf->len += len;
	buf->ptr[buf->len] = '\0';
}

void
buf_put_str(struct buf *buf, struct str text)
{
	buf_put(buf, text.ptr, text.len);
}

void
buf_puts(struct buf *buf, const char *text)
{
	buf_put(buf, text, strlen(text));
}

void
buf_put_char(struct buf *buf, uint32_t codepoint)
{
	char bytes[4] = { 0 };
	size_t len = utf8_encode(codepoint, bytes);

	buf_put(buf, bytes, len);
}

void
buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	must(len >= 0);
	buf_reserve(buf, (size_t)len);
	va_start(args, format);
	vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf->len += (size_t)len;
}

void
buf_put_number(struct buf *buf, double value, int decimals)
{
	static const double scales[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };
	char digits[32];
	long long scaled, whole, part;
	bool negative;

	must(decimals >= 0 && decimals <= 6);
	must(isfinite(value) && fabs(value) < 1e12);
	scaled = llround(value * scales[decimals]);
	negative = scaled < 0;
	if (negative)
		scaled = -scaled;
	whole = scaled / (long long)scales[decimals];
	part = scaled % (long long)scales[decimals];
	if (negative)
		buf_put(buf, "-", 1);
	buf_printf(buf, "%lld", whole);
	if (part == 0)
		return;
	snprintf(digits, sizeof(digits), ".%0*lld", decimals, part);
	while (digits[strlen(digits) - 1] == '0')
		digits[strlen(digits) - 1] = '\0';
	buf_puts(buf, digits);
}

struct str
buf_str(const struct buf *buf)
{
	struct str str = { buf->ptr ? buf->ptr : "", buf->len };

	return str;
}
