/* html_url: which addresses a page may lead to, and how they are written,
 * base64 (RFC 4648, section 4) included. */
#include "html_priv.h"

#include <string.h>

#include "base/arena.h"

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	       (c >= 'A' && c <= 'F');
}

bool
html_url_is_safe(struct str url)
{
	static const char *const schemes[] = { "http", "https", "mailto",
		"tel" };
	size_t at = 0;

	url = str_trim(url);
	if (url.len == 0 || str_starts(url, "//"))
		return false;
	/* browsers leave control characters out before they look for the
	 * scheme, and take a backslash for a slash */
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.ptr[i] < 0x20 || url.ptr[i] == 0x7F ||
		    url.ptr[i] == '\\')
			return false;
	while (at < url.len && strchr(":/?#", url.ptr[at]) == NULL)
		at++;
	if (at == url.len || url.ptr[at] != ':')
		return true;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (str_is_nocase(str_head(url, at), schemes[i]))
			return true;
	return false;
}

struct str
html_url_encode(struct arena *arena, struct str url)
{
	struct buf buf = BUF_INIT;
	struct str result;

	url = str_trim(url);
	for (size_t i = 0; i < url.len; i++) {
		char c = url.ptr[i];
		bool stray =
		    c == '%' && !(i + 2 < url.len && is_hex(url.ptr[i + 1]) &&
				    is_hex(url.ptr[i + 2]));

		if (stray || (unsigned char)c <= 0x20 ||
		    strchr("\"<>\\^`{|}", c) != NULL)
			buf_printf(&buf, "%%%02X", (unsigned char)c);
		else
			buf_put(&buf, &c, 1);
	}
	result = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return result;
}

void
html_base64_put(struct buf *buf, struct str bytes)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *p = (const unsigned char *)bytes.ptr;

	buf_reserve(buf, bytes.len / 3 * 4 + 4);
	for (size_t i = 0; i < bytes.len; i += 3) {
		size_t left = bytes.len - i;
		unsigned three = (unsigned)p[i] << 16 |
				 (left > 1 ? (unsigned)p[i + 1] << 8 : 0) |
				 (left > 2 ? (unsigned)p[i + 2] : 0);
		char four[4] = { digits[three >> 18], digits[three >> 12 & 63],
			left > 1 ? digits[three >> 6 & 63] : '=',
			left > 2 ? digits[three & 63] : '=' };

		buf_put(buf, four, sizeof(four));
	}
}
