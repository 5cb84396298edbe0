/* read_md_text: marked text -> the text that the author meant: marks out,
 * entities decoded, soft hyphens gone, NFC. */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

enum { ENTITY_CACHE = 64 };

/* Length of the mark at the front, or 0. */
static size_t
mark_len(struct str text)
{
	if (text.len < MARK_BYTES || text.ptr[0] != '\xEF' ||
	    text.ptr[1] != '\xB7')
		return 0;
	return text.ptr[2] >= '\x90' && text.ptr[2] <= '\x93' ? MARK_BYTES : 0;
}

static bool
has_mark(struct str text)
{
	const char *at = text.len > 0 ? memchr(text.ptr, 0xEF, text.len) : NULL;

	while (at != NULL) {
		size_t left = text.len - (size_t)(at - text.ptr);

		if (mark_len((struct str){ at, left }) > 0)
			return true;
		at = memchr(at + 1, 0xEF, left - 1);
	}
	return false;
}

/* A footnote's mark stands behind two bytes that are not the author's. */
static void
take_mark(struct buf *buf, struct str mark)
{
	if (str_starts(mark, MARK_NOTE) && str_ends(buf_str(buf), "+ "))
		buf->len -= 2;
}

struct str
md_unmark(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str clean;

	if (!has_mark(text))
		return text;
	while (text.len > 0) {
		size_t len = mark_len(text);

		if (len > 0)
			take_mark(&buf, text);
		else
			buf_put(&buf, text.ptr, len = 1);
		text = str_skip(text, len);
	}
	clean = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return clean;
}

static struct str
decode(struct md *md, struct str entity)
{
	size_t hash = 0;

	for (size_t i = 0; i < entity.len; i++)
		hash = hash * 31 + (unsigned char)entity.ptr[i];
	hash %= ENTITY_CACHE;
	if (!str_eq(md->entities[hash].name, entity)) {
		md->entities[hash].name = str_copy(md->scratch, entity);
		md->entities[hash].text = md_decode(md, entity);
	}
	return md->entities[hash].text;
}

/* An "&", its mark and the name: puts the character; gives the length. The
 * name is no word of the output and so is dropped. */
static size_t
take_entity(struct md *md, struct buf *buf, struct str text, struct pos pos)
{
	struct str name = str_skip(text, 1 + MARK_BYTES);
	size_t end = str_find(str_head(name, ENTITY_CACHE), ";");
	struct str entity, meant;

	if (end == (size_t)-1) {
		buf_puts(buf, "&");
		return 1 + MARK_BYTES;
	}
	name = str_head(name, end);
	entity = str_printf(md->scratch, "&%.*s;", STR_ARG(name));
	meant = decode(md, entity);
	if (meant.len > 0)
		doc_drop(md->doc, pos, "markup", name);
	buf_put_str(buf, meant.len > 0 ? meant : entity);
	return 1 + MARK_BYTES + end + 1;
}

static struct str
settle(struct md *md, struct str text, struct pos pos)
{
	struct buf buf = BUF_INIT;
	struct str settled;

	if (!has_mark(text))
		return text;
	while (text.len > 0) {
		size_t len = mark_len(text);

		if (len > 0)
			take_mark(&buf, text);
		else if (str_starts(text, "&" MARK_ENTITY))
			len = take_entity(md, &buf, text, pos);
		else
			buf_put(&buf, text.ptr, len = 1);
		text = str_skip(text, len);
	}
	settled = str_copy(md->doc->arena, buf_str(&buf));
	buf_clear(&buf);
	return settled;
}

static struct str
without_soft_hyphens(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str clean;

	if (str_find(text, "\xC2\xAD") == (size_t)-1)
		return text;
	while (text.len > 0) {
		size_t len = str_starts(text, "\xC2\xAD") ? 2 : 1;

		if (len == 1)
			buf_put(&buf, text.ptr, 1);
		text = str_skip(text, len);
	}
	clean = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return clean;
}

static void
settle_node(struct md *md, struct node *node)
{
	struct arena *arena = md->doc->arena;
	struct str text;

	switch (node->kind) {
	case NODE_TEXT:
		text = settle(md, node->as.text.text, node->pos);
		text = without_soft_hyphens(arena, text);
		node->as.text.text = utf8_nfc(arena, text);
		break;
	case NODE_CODE_SPAN:
		text = md_unmark(arena, node->as.text.text);
		node->as.text.text = utf8_nfc(arena, text);
		break;
	case NODE_CODE:
		text = md_unmark(arena, node->as.code.literal);
		node->as.code.literal = utf8_nfc(arena, text);
		node->as.code.info = settle(md, node->as.code.info, node->pos);
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		node->as.link.url = settle(md, node->as.link.url, node->pos);
		node->as.link.title =
		    settle(md, node->as.link.title, node->pos);
		/* only a pointing device ever shows that of a link; that of an
		 * image is its caption */
		if (node->as.link.title.len > 0 && node->kind == NODE_LINK)
			doc_drop(md->doc, node->pos, "link-title",
			    node->as.link.title);
		break;
	default: /* the rest holds no text of cmark's */
		break;
	}
}

void
md_settle(struct md *md)
{
	struct walker walker = { .root = md->doc->root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER)
			settle_node(md, walker.node);
}
