/* read_text_mark: finds the marks of emphasis, code and addresses in the lines
 * of a paragraph, and pairs those that have a partner. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* ---- finding marks ---- */

static struct text_mark *
mark_add(struct text_scan *scan, enum text_mark_kind kind, size_t piece,
    size_t at, size_t len)
{
	struct text_mark *mark;

	scan->marks = arena_push(scan->reader->scratch, scan->marks,
	    &scan->mark_count, &scan->mark_cap, sizeof(*scan->marks));
	mark = &scan->marks[scan->mark_count - 1];
	mark->kind = kind;
	mark->piece = piece;
	mark->at = at;
	mark->len = len;
	return mark;
}

static uint32_t
char_before(struct str text, size_t at)
{
	struct str head = str_head(text, at);

	return head.len > 0 ? utf8_last(&head) : ' ';
}

static uint32_t
char_behind(struct str text, size_t at)
{
	struct str rest = str_skip(text, at);

	return rest.len > 0 ? utf8_next(&rest) : ' ';
}

static bool
is_mark_char(uint32_t c)
{
	return c == '*' || c == '_' || c == '~' || c == '`';
}

/* Would a mark at `at` (ending there) leave the word before (behind) it glued
 * to the text on its other side, if all marks around it were taken away? More
 * marks than a few are no marks. */
static bool
is_glued_before(struct str text, size_t at)
{
	struct str head = str_head(text, at);

	for (int i = 0; i < 8 && head.len > 0; i++) {
		uint32_t c = utf8_last(&head);

		if (!is_mark_char(c))
			return utf8_is_word(c);
	}
	return head.len > 0;
}

static bool
is_glued_behind(struct str text, size_t at)
{
	struct str rest = str_skip(text, at);

	for (int i = 0; i < 8 && rest.len > 0; i++) {
		uint32_t c = utf8_next(&rest);

		if (!is_mark_char(c))
			return utf8_is_word(c);
	}
	return rest.len > 0;
}

/* A run of stars, underscores or tildes. It opens before a word and closes
 * behind one; within a word or between spaces it is text. */
static size_t
scan_run(struct text_scan *scan, size_t piece, size_t at)
{
	struct str text = scan->pieces[piece].text;
	char c = text.ptr[at];
	size_t len = 1;
	uint32_t before, behind;
	bool opens, closes;

	while (at + len < text.len && text.ptr[at + len] == c)
		len++;
	before = char_before(text, at);
	behind = char_behind(text, at + len);
	opens = !utf8_is_space(behind) && !is_glued_before(text, at);
	closes = !utf8_is_space(before) && !is_glued_behind(text, at + len);
	if ((c == '~' && len != 2) || len > 3 || opens == closes)
		return len;
	for (size_t done = 0; done < len;) {
		/* three: strong outside, emphasis inside */
		size_t part = len == 3 ? (done == 0) == opens ? 2 : 1 : len;
		enum text_mark_kind kind =
		    c == '~'    ? MARK_STRIKE
		    : part == 2 ? (c == '*' ? MARK_STRONG : MARK_STRONG_LINE)
		    : c == '*'  ? MARK_EMPH_STAR
				: MARK_EMPH_LINE;
		struct text_mark *mark =
		    mark_add(scan, kind, piece, at + done, part);

		mark->opens = opens;
		done += part;
	}
	return len;
}

/* A code span within the line. `none` remembers that no closer of one (two)
 * backticks is left in it. */
static size_t
scan_code(struct text_scan *scan, size_t piece, size_t at, bool none[3])
{
	struct str text = scan->pieces[piece].text;
	size_t len = 1, end;

	while (at + len < text.len && text.ptr[at + len] == '`')
		len++;
	if (len > 2 || none[len] || is_glued_before(text, at))
		return len;
	for (end = at + len; end < text.len;) {
		size_t run = 0;

		while (end + run < text.len && text.ptr[end + run] == '`')
			run++;
		if (run == len && end > at + len &&
		    !is_glued_behind(text, end + len)) {
			mark_add(scan, MARK_CODE, piece, at, end + len - at);
			return end + len - at;
		}
		end += run > 0 ? run : 1;
	}
	none[len] = true;
	return len;
}

static size_t
url_len(struct str text)
{
	size_t len = 0;
	size_t open = 0;

	while (len < text.len) {
		struct str rest = str_skip(text, len);
		uint32_t c = utf8_next(&rest);

		if (utf8_is_space(c) || c == '<' || c == '>' || c == '"' ||
		    c == '|' || c == '`' || c < ' ')
			break;
		open += c == '(';
		len = (size_t)(rest.ptr - text.ptr);
	}
	while (len > 0 && strchr(".,;:!?'*_~]", text.ptr[len - 1]) != NULL)
		len--;
	while (open == 0 && len > 0 && text.ptr[len - 1] == ')')
		len--;
	while (len > 0 && strchr(".,;:!?'", text.ptr[len - 1]) != NULL)
		len--;
	return len;
}

static size_t
scan_url(struct text_scan *scan, size_t piece, size_t at)
{
	struct str text = scan->pieces[piece].text;
	struct str rest = str_skip(text, at);
	size_t len;

	if (!str_starts_nocase(rest, "http://") &&
	    !str_starts_nocase(rest, "https://"))
		return 1;
	len = url_len(rest);
	if (utf8_is_word(char_before(text, at)) || len < 10)
		return 1;
	mark_add(scan, MARK_LINK, piece, at, len);
	return len;
}

static bool
is_mail_char(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       c == '.' || c == '-' || c == '_' || c == '+';
}

/* An e-mail address around the "@". */
static size_t
scan_mail(struct text_scan *scan, size_t piece, size_t at)
{
	enum { REACH = 64 };
	struct str text = scan->pieces[piece].text;
	size_t begin = at, end = at + 1;
	bool dot = false;

	while (begin > 0 && at - begin < REACH &&
	       is_mail_char(text.ptr[begin - 1]))
		begin--;
	while (begin < at && strchr("._-+", text.ptr[begin]) != NULL)
		begin++;
	while (end < text.len && end - at < 4 * REACH &&
	       is_mail_char(text.ptr[end]))
		end++;
	while (end > at + 1 && strchr(".-_+", text.ptr[end - 1]) != NULL)
		end--;
	for (size_t i = at + 1; i < end; i++)
		dot = dot || text.ptr[i] == '.';
	if (begin == at || !dot)
		return 1;
	/* underscores in the name are no marks */
	while (scan->mark_count > 0 &&
	       scan->marks[scan->mark_count - 1].piece == piece &&
	       scan->marks[scan->mark_count - 1].at +
		       scan->marks[scan->mark_count - 1].len >
		   begin) {
		if (scan->marks[scan->mark_count - 1].kind > MARK_PAIRS)
			return 1;
		scan->mark_count--;
	}
	mark_add(scan, MARK_LINK, piece, begin, end - begin);
	return end - at;
}

/* Longer ones are none, so that no line is searched again and again. */
enum { TITLE_BYTES_MOST = 500, ADDRESS_BYTES_MOST = 2000 };

/* Only what leads somewhere from a paper: no file beside the draft. */
static bool
is_address(struct str url)
{
	return str_starts_nocase(url, "http://") ||
	       str_starts_nocase(url, "https://") ||
	       str_starts_nocase(url, "mailto:");
}

/* Bytes of the address up to its bracket, or to white space. */
static size_t
address_len(struct str text)
{
	size_t len = 0, open = 0;

	for (; len < text.len && (unsigned char)text.ptr[len] > ' '; len++) {
		if (text.ptr[len] == ')' && open-- == 0)
			break;
		open += text.ptr[len] == '(';
	}
	return len;
}

size_t
read_text_link_cut(
    struct str text, struct str *name, struct str *url, struct str *title)
{
	struct str rest;
	size_t end = 1;

	while (end < text.len && text.ptr[end] != '[' && text.ptr[end] != ']')
		end++;
	*name = str_head(str_skip(text, 1), end - 1);
	rest = str_skip(text, end);
	if (str_trim(*name).len == 0 || !str_starts(rest, "]("))
		return 0;
	rest = str_skip(rest, 2);
	*url = str_head(rest, address_len(str_head(rest, ADDRESS_BYTES_MOST)));
	rest = str_skip(rest, url->len);
	*title = (struct str){ NULL, 0 };
	if (str_starts(rest, " \"")) {
		rest = str_skip(rest, 2);
		end = str_find(str_head(rest, TITLE_BYTES_MOST), "\")");
		if (end == (size_t)-1)
			return 0;
		*title = str_head(rest, end);
		rest = str_skip(rest, end + 1);
	}
	if (!str_starts(rest, ")") || !is_address(*url))
		return 0;
	return (size_t)(rest.ptr + 1 - text.ptr);
}

/* The mark that begins a link with a name; sets where the name ends. */
static size_t
scan_name(struct text_scan *scan, size_t piece, size_t at, size_t *name_end)
{
	struct str text = scan->pieces[piece].text, name, url, title;

	/* an image has nothing to show but its name */
	if ((at > 0 && text.ptr[at - 1] == '!') ||
	    read_text_link_cut(str_skip(text, at), &name, &url, &title) == 0)
		return 1;
	mark_add(scan, MARK_NAME, piece, at, 1)->opens = true;
	*name_end = at + 1 + name.len;
	return 1;
}

/* The mark that closes it, at its name's end. */
static size_t
scan_name_end(struct text_scan *scan, size_t piece, size_t begin, size_t at)
{
	struct str text = str_skip(scan->pieces[piece].text, begin);
	struct str name, url, title;
	size_t len = read_text_link_cut(text, &name, &url, &title);

	mark_add(scan, MARK_NAME, piece, at, begin + len - at);
	return begin + len - at;
}

bool
read_text_is_escape(struct str text, size_t at)
{
	return text.ptr[at] == '\\' && at + 1 < text.len &&
	       strchr("*_~`#[]|<>", text.ptr[at + 1]) != NULL;
}

static void
scan_piece(struct text_scan *scan, size_t piece)
{
	struct str text = scan->pieces[piece].text;
	bool none[3] = { false };
	size_t name = 0, name_end = 0;

	for (size_t at = 0; at < text.len;) {
		if (at > 0 && at == name_end) {
			at += scan_name_end(scan, piece, name, at);
			continue;
		}
		if (read_text_is_escape(text, at)) {
			at += 2;
			continue;
		}
		switch (text.ptr[at]) {
		case '*':
		case '_':
		case '~':
			at += scan_run(scan, piece, at);
			break;
		case '`':
			at += scan_code(scan, piece, at, none);
			break;
		case 'h':
		case 'H':
			/* an address may be a link's name */
			at += at < name_end ? 1 : scan_url(scan, piece, at);
			break;
		case '[':
			name = at;
			at += scan_name(scan, piece, at, &name_end);
			break;
		case '@':
			at += at < name_end ? 1 : scan_mail(scan, piece, at);
			break;
		default:
			at++;
		}
	}
}

/* ---- pairing them ---- */

/* Each closer takes the nearest opener of its kind; openers between them are
 * text. A count of the open ones of each kind saves vain searches. */
static void
pair_marks(struct text_scan *scan)
{
	size_t *stack = arena_alloc(
	    scan->reader->scratch, (scan->mark_count + 1) * sizeof(*stack));
	size_t depth = 0, open[MARK_PAIRS] = { 0 };

	for (size_t i = 0; i < scan->mark_count; i++) {
		struct text_mark *mark = &scan->marks[i];

		if (mark->kind > MARK_PAIRS)
			continue;
		if (mark->opens) {
			open[mark->kind]++;
			stack[depth++] = i;
			continue;
		}
		if (open[mark->kind] == 0)
			continue;
		for (;;) {
			struct text_mark *top = &scan->marks[stack[--depth]];

			open[top->kind]--;
			if (top->kind != mark->kind)
				continue;
			top->matched = mark->matched = true;
			break;
		}
	}
}

void
read_text_marks_find(struct text_scan *scan)
{
	for (size_t i = 0; i < scan->count; i++)
		scan_piece(scan, i);
	pair_marks(scan);
}
