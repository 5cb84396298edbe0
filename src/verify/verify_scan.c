/* verify_scan: text -> its words; verify.h says what a word is. */
#include "verify/verify_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Characters that change nothing a reader could miss, and that renderers may
 * leave out. */
static bool
is_unseen(uint32_t c)
{
	return c == 0xAD || c == 0x34F || (c >= 0xFE00 && c <= 0xFE0F) ||
	       (c >= 0xE0100 && c <= 0xE01EF);
}

struct str
verify_normal(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str rest = text, normal;
	bool ascii = true;

	for (size_t i = 0; i < text.len && ascii; i++)
		ascii = (unsigned char)text.ptr[i] < 0x80;
	if (ascii)
		return text;
	buf_reserve(&buf, text.len);
	while (rest.len > 0) {
		const char *begin = rest.ptr;

		if (!is_unseen(utf8_next(&rest)))
			buf_put(&buf, begin, (size_t)(rest.ptr - begin));
	}
	normal = utf8_nfc(arena, buf_str(&buf));
	/* NFC gives its argument back when it has nothing to do */
	if (normal.ptr == buf.ptr)
		normal = str_copy(arena, normal);
	buf_clear(&buf);
	return normal;
}

/* Symbols that lists are marked with when they begin a line. */
static bool
is_bullet(uint32_t c, bool space_follows)
{
	static const uint32_t bullets[] = { 0x2043, 0x2219, 0x25A0, 0x25A1,
		0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25B9, 0x25BA, 0x25C6, 0x25C7,
		0x25CB, 0x25CF, 0x25E6, 0x25FB, 0x25FC, 0x25FD, 0x25FE, 0x2610,
		0x2611, 0x2612, 0x2756, 0x27A2, 0x27A4 };

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
		if (bullets[i] == c)
			return true;
	/* an arrow, a minus sign */
	return space_follows && (c == 0x2192 || c == 0x2212);
}

/* What officers draw the lines of tables with. */
static bool
is_box_drawing(uint32_t c)
{
	return c >= 0x2500 && c <= 0x257F;
}

static bool
is_ascii_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

static bool
begins_with_space(struct str rest)
{
	return rest.len == 0 || utf8_is_space(utf8_next(&rest));
}

struct verify_scan
verify_scan_of(struct str text)
{
	return (struct verify_scan){ .rest = text, .at = { 1, 1 } };
}

/* Takes one character off the rest. */
static uint32_t
take(struct verify_scan *scan)
{
	uint32_t c = utf8_next(&scan->rest);

	if (c == '\n') {
		scan->at.line++;
		scan->at.col = 1;
		scan->line_begun = false;
	} else {
		scan->at.col++;
	}
	return c;
}

/* Takes the run of letters, marks and digits that the rest begins with. False
 * if there is none but marks. */
static bool
take_run(struct verify_scan *scan)
{
	bool is_word = false;

	scan->word = (struct str){ scan->rest.ptr, 0 };
	scan->pos = scan->at;
	while (scan->rest.len > 0) {
		struct str after = scan->rest;
		unsigned char byte = (unsigned char)scan->rest.ptr[0];
		uint32_t c = byte;

		if (byte < 0x80) {
			if (!is_ascii_word(byte))
				break;
			after = str_skip(after, 1);
			is_word = true;
		} else {
			c = utf8_next(&after);
			if (!utf8_is_word(c))
				break;
			/* marks alone: utf8_is_letter counts them, so ask
			 * whether it is a combining one by its width */
			is_word = is_word || utf8_width(c) > 0;
		}
		scan->rest = after;
		scan->at.col++;
	}
	scan->word.len = (size_t)(scan->rest.ptr - scan->word.ptr);
	return is_word;
}

bool
verify_next(struct verify_scan *scan)
{
	while (scan->rest.len > 0) {
		const char *begin = scan->rest.ptr;
		struct pos pos = scan->at;
		bool line_begun = scan->line_begun;
		uint32_t c;

		if (take_run(scan)) {
			scan->line_begun = true;
			return true;
		}
		if (scan->rest.ptr != begin || scan->rest.len == 0)
			continue;
		c = take(scan);
		if (c < 0x80 || !utf8_is_symbol(c) || is_box_drawing(c) ||
		    (!line_begun && !scan->all_symbols &&
			is_bullet(c, begins_with_space(scan->rest))))
			continue;
		scan->line_begun = true;
		scan->word = str_range(begin, scan->rest.ptr);
		scan->pos = pos;
		return true;
	}
	return false;
}
