/* read_text_inline: a paragraph's lines -> its inlines. Marks that have no
 * partner stay text. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum mark_kind {
	MARK_STRONG, /* two stars or underscores */
	MARK_EMPH_STAR,
	MARK_EMPH_LINE,
	MARK_STRONG_LINE,
	MARK_STRIKE,
	MARK_PAIRS, /* above: come in pairs */
	MARK_CODE,
	MARK_LINK
};

struct mark {
	enum mark_kind kind;
	size_t piece;
	size_t at, len; /* bytes of the piece's text */
	bool opens, closes;
	bool matched;
	size_t partner; /* index, when matched */
};

struct scan {
	struct text_reader *reader;
	const struct text_piece *pieces;
	size_t count;
	struct mark *marks;
	size_t mark_count, mark_cap;
};

/* ---- finding marks ---- */

static struct mark *
mark_add(
    struct scan *scan, enum mark_kind kind, size_t piece, size_t at, size_t len)
{
	struct mark *mark;

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
scan_run(struct scan *scan, size_t piece, size_t at)
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
		enum mark_kind kind =
		    c == '~'    ? MARK_STRIKE
		    : part == 2 ? (c == '*' ? MARK_STRONG : MARK_STRONG_LINE)
		    : c == '*'  ? MARK_EMPH_STAR
				: MARK_EMPH_LINE;
		struct mark *mark =
		    mark_add(scan, kind, piece, at + done, part);

		mark->opens = opens;
		mark->closes = closes;
		done += part;
	}
	return len;
}

/* A code span within the line. `none` remembers that no closer of one (two)
 * backticks is left in it. */
static size_t
scan_code(struct scan *scan, size_t piece, size_t at, bool none[3])
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
scan_url(struct scan *scan, size_t piece, size_t at)
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
scan_mail(struct scan *scan, size_t piece, size_t at)
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

static bool
is_escape(struct str text, size_t at)
{
	return text.ptr[at] == '\\' && at + 1 < text.len &&
	       strchr("*_~`#[]|<>", text.ptr[at + 1]) != NULL;
}

static void
scan_piece(struct scan *scan, size_t piece)
{
	struct str text = scan->pieces[piece].text;
	bool none[3] = { false };

	for (size_t at = 0; at < text.len;) {
		if (is_escape(text, at)) {
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
			at += scan_url(scan, piece, at);
			break;
		case '@':
			at += scan_mail(scan, piece, at);
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
pair_marks(struct scan *scan)
{
	size_t *stack = arena_alloc(
	    scan->reader->scratch, (scan->mark_count + 1) * sizeof(*stack));
	size_t depth = 0, open[MARK_PAIRS] = { 0 };

	for (size_t i = 0; i < scan->mark_count; i++) {
		struct mark *mark = &scan->marks[i];

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
			struct mark *top = &scan->marks[stack[--depth]];

			open[top->kind]--;
			if (top->kind != mark->kind)
				continue;
			top->matched = mark->matched = true;
			top->partner = i;
			break;
		}
	}
}

/* ---- making nodes ---- */

static bool
is_clean(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c < ' ' || c == '\\' || c == 0xAD ||
		    (c == ' ' && i + 1 < text.len &&
			(text.ptr[i + 1] == ' ' || text.ptr[i + 1] == '\xC2' ||
			    text.ptr[i + 1] == '\xE2')) ||
		    (c == 0xC2 && i + 1 < text.len &&
			(unsigned char)text.ptr[i + 1] == 0xA0))
			return false;
	}
	return true;
}

/* White space folded (a single no-break space stays), soft hyphens and the
 * backslashes of escapes gone. */
static struct str
clean(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str done;
	size_t at = 0;

	if (is_clean(text))
		return text;
	while (at < text.len) {
		struct str rest = str_skip(text, at);
		uint32_t c = utf8_next(&rest);
		size_t spaces = 0;
		struct str behind = rest;

		if (!utf8_is_space(c)) {
			if (!is_escape(text, at) && c != 0xAD)
				buf_put(&buf, text.ptr + at,
				    text.len - at - rest.len);
			at = text.len - rest.len;
			continue;
		}
		while (behind.len > 0 && utf8_is_space(utf8_next(&behind))) {
			rest = behind;
			spaces++;
		}
		if (c == 0xA0 && spaces == 0)
			buf_put(&buf, text.ptr + at, 2);
		else
			buf_put(&buf, " ", 1);
		at = text.len - rest.len;
	}
	done = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return done;
}

/* Where in a piece positions were last counted, so that each byte is counted
 * once. */
struct cursor {
	struct node *parent;
	size_t at;
	struct pos pos;
};

static struct pos
cursor_move(struct cursor *cursor, const struct text_piece *piece, size_t at)
{
	struct pos pos = cursor->pos;

	if (at > cursor->at)
		cursor->pos.col += (uint32_t)utf8_count(str_range(
		    piece->text.ptr + cursor->at, piece->text.ptr + at));
	cursor->at = at;
	return pos;
}

static void
put_text(struct scan *scan, struct cursor *cursor,
    const struct text_piece *piece, size_t end)
{
	struct arena *arena = scan->reader->doc->arena;
	struct str text =
	    str_range(piece->text.ptr + cursor->at, piece->text.ptr + end);
	struct pos pos = cursor_move(cursor, piece, end);

	if (text.len > 0)
		doc_text_append(arena, cursor->parent, clean(arena, text), pos);
}

static struct node *
put_node(struct scan *scan, struct cursor *cursor, enum node_kind kind)
{
	struct node *node =
	    doc_node_new(scan->reader->doc->arena, kind, cursor->pos);

	doc_node_append(cursor->parent, node);
	return node;
}

static void
put_link(struct scan *scan, struct cursor *cursor,
    const struct text_piece *piece, const struct mark *mark)
{
	struct arena *arena = scan->reader->doc->arena;
	struct str text = str_head(str_skip(piece->text, mark->at), mark->len);
	struct node *link = put_node(scan, cursor, NODE_LINK);

	link->as.link.url =
	    str_find(text, "://") == (size_t)-1
		? str_printf(arena, "mailto:%.*s", STR_ARG(text))
		: text;
	doc_text_append(arena, link, text, cursor->pos);
	cursor_move(cursor, piece, mark->at + mark->len);
}

static void
put_code(struct scan *scan, struct cursor *cursor,
    const struct text_piece *piece, const struct mark *mark)
{
	struct node *code = put_node(scan, cursor, NODE_CODE_SPAN);
	size_t ticks = piece->text.ptr[mark->at + 1] == '`' ? 2 : 1;
	struct str text = str_skip(piece->text, mark->at + ticks);

	code->as.text.text = str_head(text, mark->len - 2 * ticks);
	cursor_move(cursor, piece, mark->at + mark->len);
}

static enum node_kind
node_kind_of(enum mark_kind kind)
{
	switch (kind) {
	case MARK_STRONG:
	case MARK_STRONG_LINE:
		return NODE_STRONG;
	case MARK_EMPH_STAR:
	case MARK_EMPH_LINE:
		return NODE_EMPH;
	case MARK_STRIKE:
	case MARK_PAIRS:
	case MARK_CODE:
	case MARK_LINK:
		break;
	}
	return NODE_STRIKE;
}

static void
put_mark(struct scan *scan, struct cursor *cursor,
    const struct text_piece *piece, const struct mark *mark)
{
	if (mark->kind < MARK_PAIRS && !mark->matched)
		return;
	put_text(scan, cursor, piece, mark->at);
	if (mark->kind == MARK_CODE) {
		put_code(scan, cursor, piece, mark);
	} else if (mark->kind == MARK_LINK) {
		put_link(scan, cursor, piece, mark);
	} else {
		if (mark->opens)
			cursor->parent =
			    put_node(scan, cursor, node_kind_of(mark->kind));
		else
			cursor->parent = cursor->parent->parent;
		cursor_move(cursor, piece, mark->at + mark->len);
	}
}

/* What stands between a line's text and the next line's. */
static void
put_join(struct scan *scan, struct cursor *cursor, enum text_join join)
{
	struct arena *arena = scan->reader->doc->arena;
	struct node *last = cursor->parent->last;

	if (join == JOIN_BREAK)
		put_node(scan, cursor, NODE_BREAK);
	else if (last != NULL && last->kind == NODE_TEXT)
		last->as.text.text =
		    str_printf(arena, "%.*s ", STR_ARG(last->as.text.text));
	else
		doc_text_append(
		    arena, cursor->parent, (struct str)STR(" "), cursor->pos);
}

void
read_text_inlines(struct text_reader *reader, struct node *parent,
    const struct text_piece *pieces, size_t count)
{
	struct scan scan = {
		.reader = reader, .pieces = pieces, .count = count
	};
	struct cursor cursor = { .parent = parent };
	size_t next = 0;

	for (size_t i = 0; i < count; i++)
		scan_piece(&scan, i);
	pair_marks(&scan);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			put_join(&scan, &cursor, pieces[i].join);
		cursor.at = 0;
		cursor.pos = pieces[i].pos;
		for (; next < scan.mark_count && scan.marks[next].piece == i;
		     next++)
			put_mark(&scan, &cursor, &pieces[i], &scan.marks[next]);
		put_text(&scan, &cursor, &pieces[i], pieces[i].text.len);
	}
}
