/* read_text_inline: a paragraph's lines -> its inlines. Marks that have no
 * partner stay text. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

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
			if (!read_text_is_escape(text, at) && c != 0xAD)
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
put_text(struct text_scan *scan, struct cursor *cursor,
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
put_node(struct text_scan *scan, struct cursor *cursor, enum node_kind kind)
{
	struct node *node =
	    doc_node_new(scan->reader->doc->arena, kind, cursor->pos);

	doc_node_append(cursor->parent, node);
	return node;
}

static void
put_link(struct text_scan *scan, struct cursor *cursor,
    const struct text_piece *piece, const struct text_mark *mark)
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
name_link(struct text_scan *scan, struct node *link,
    const struct text_piece *piece, const struct text_mark *mark)
{
	struct str name, title;

	read_text_link_cut(
	    str_skip(piece->text, mark->at), &name, &link->as.link.url, &title);
	link->as.link.title = title;
	if (title.len > 0)
		doc_drop(scan->reader->doc, link->pos, "link-title", title);
}

static void
put_code(struct text_scan *scan, struct cursor *cursor,
    const struct text_piece *piece, const struct text_mark *mark)
{
	struct node *code = put_node(scan, cursor, NODE_CODE_SPAN);
	size_t ticks = piece->text.ptr[mark->at + 1] == '`' ? 2 : 1;
	struct str text = str_skip(piece->text, mark->at + ticks);

	code->as.text.text = str_head(text, mark->len - 2 * ticks);
	cursor_move(cursor, piece, mark->at + mark->len);
}

static enum node_kind
node_kind_of(enum text_mark_kind kind)
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
	case MARK_NAME:
		return NODE_LINK;
	}
	return NODE_STRIKE;
}

static void
put_mark(struct text_scan *scan, struct cursor *cursor,
    const struct text_piece *piece, const struct text_mark *mark)
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
		if (mark->opens && mark->kind == MARK_NAME)
			name_link(scan, cursor->parent, piece, mark);
		if (!mark->opens)
			cursor->parent = cursor->parent->parent;
		cursor_move(cursor, piece, mark->at + mark->len);
	}
}

/* What stands between a line's text and the next line's. */
static void
put_join(struct text_scan *scan, struct cursor *cursor, enum text_join join)
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
	struct text_scan scan = {
		.reader = reader, .pieces = pieces, .count = count
	};
	struct cursor cursor = { .parent = parent };
	size_t next = 0;

	read_text_marks_find(&scan);
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
