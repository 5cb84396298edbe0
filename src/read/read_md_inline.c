/* read_md_inline: cmark's inlines -> ours, each with its place. cmark knows the
 * places by its own counting of lines; the way back is here. */
#include "read/read_md_priv.h"

#define CMARK_NO_SHORT_NAMES /* NODE_LIST and the like are ours */
#include <cmark.h>

#include "base/must.h"

static struct str
copied(struct md_builder *b, const char *text)
{
	return str_copy(b->md->doc->arena, str_from(text));
}

struct cmark_node *
md_parse(struct str text)
{
	cmark_node *root = cmark_parse_document(
	    text.ptr, text.len, CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS);

	must(root != NULL); /* cmark stops the program when memory runs out */
	return root;
}

size_t
md_line_of(cmark_node *node)
{
	int line = cmark_node_get_start_line(node);

	return line > 0 ? (size_t)line - 1 : 0;
}

size_t
md_byte_of(cmark_node *node)
{
	int col = cmark_node_get_start_column(node);

	return col > 0 ? (size_t)col - 1 : 0;
}

static size_t
content_start(struct md_builder *b, size_t line)
{
	if (line == b->block_line)
		return b->block_byte;
	if (b->content.line != line) {
		b->content.line = line;
		b->content.start = md_content_start(
		    md_source_line(b->source, line), b->quotes);
	}
	return b->content.start;
}

/* Bytes of a line that are the block's. */
static size_t
content_len(struct md_builder *b, size_t line)
{
	size_t len = md_source_line(b->source, line).len;
	size_t start = content_start(b, line);

	return len > start ? len - start : 0;
}

/* cmark gives columns as if every line began where the block does, and does
 * not count the line ends behind a backslash or in a title: there it goes on
 * counting columns. */
static struct pos
inline_pos(struct md_builder *b, cmark_node *node)
{
	size_t counted = md_line_of(node), byte = md_byte_of(node);

	if (cmark_node_get_start_line(node) <= 0)
		return b->latest;
	byte = byte > b->block_byte ? byte - b->block_byte : 0;
	if (counted != b->at_line.counted || byte < b->at_line.byte) {
		if (counted != b->at_line.counted)
			b->at_line.missed_before = b->at_line.missed;
		b->at_line.counted = counted;
		b->at_line.missed = b->at_line.missed_before;
		b->at_line.byte = 0;
	}
	for (;;) {
		size_t line = counted + b->skipped + b->at_line.missed;
		size_t len = content_len(b, line);

		if (byte - b->at_line.byte <= len ||
		    line >= b->source->line_count) {
			b->latest = md_pos(b->source, line,
			    content_start(b, line) + byte - b->at_line.byte);
			return b->latest;
		}
		b->at_line.byte += len + 1;
		b->at_line.missed++;
	}
}

void
md_inline_begin(struct md_builder *b, cmark_node *from)
{
	b->block_line = md_line_of(from);
	b->block_byte = md_byte_of(from);
	b->content.line = (size_t)-1;
	b->skipped = 0;
	b->at_line.counted = b->block_line;
	b->at_line.missed = b->at_line.missed_before = 0;
	b->at_line.byte = 0;
}

static struct node *
append_inline(struct md_builder *b, enum node_kind kind, cmark_node *from)
{
	struct node *node =
	    doc_node_new(b->md->doc->arena, kind, inline_pos(b, from));

	doc_node_append(b->at, node);
	return node;
}

/* Goes below `node`, unless that would be too deep. */
bool
md_has_room(struct md_builder *b, int levels, struct pos pos)
{
	static const struct str none = { NULL, 0 };

	if (b->depth + levels <= MD_DEPTH_MAX)
		return true;
	if (!b->md->said_deep)
		doc_say(b->md->doc, DOC_TOO_DEEP, pos, none, none);
	b->md->said_deep = true;
	return false;
}

void
md_open(struct md_builder *b, struct node *node, cmark_node *from)
{
	doc_node_append(b->at, node);
	cmark_node_set_user_data(from, node);
	b->at = node;
	b->depth++;
}

static void
drop_url(struct md_builder *b, struct pos pos, cmark_node *from)
{
	const char *url = cmark_node_get_url(from);

	if (*url != '\0')
		doc_drop(b->md->doc, pos, "markup",
		    md_unmark(b->md->scratch, str_from(url)));
}

static void
open_inline(struct md_builder *b, enum node_kind kind, cmark_node *from)
{
	struct pos pos = inline_pos(b, from);
	struct node *node;

	if (!md_has_room(b, 1, pos)) {
		if (kind == NODE_LINK || kind == NODE_IMAGE)
			drop_url(b, pos, from);
		return;
	}
	node = doc_node_new(b->md->doc->arena, kind, pos);
	/* where a picture comes from is nothing to read, nor is the name that
	 * a web page would give to a place in this paper */
	if (kind == NODE_IMAGE ||
	    (kind == NODE_LINK && *cmark_node_get_url(from) == '#'))
		drop_url(b, pos, from);
	if (kind == NODE_LINK || kind == NODE_IMAGE) {
		node->as.link.url = copied(b, cmark_node_get_url(from));
		node->as.link.title = copied(b, cmark_node_get_title(from));
	}
	md_open(b, node, from);
}

void
md_inline_enter(struct md_builder *b, cmark_node *from)
{
	struct node *node;

	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_TEXT:
		append_inline(b, NODE_TEXT, from)->as.text.text =
		    copied(b, cmark_node_get_literal(from));
		break;
	case CMARK_NODE_CODE:
		append_inline(b, NODE_CODE_SPAN, from)->as.text.text =
		    copied(b, cmark_node_get_literal(from));
		break;
	case CMARK_NODE_SOFTBREAK:
		node = append_inline(b, NODE_BREAK, from);
		node->flags |= MD_SOFT;
		break;
	case CMARK_NODE_LINEBREAK:
		append_inline(b, NODE_BREAK, from);
		break;
	case CMARK_NODE_HTML_INLINE:
		md_html_inline(b->md, b->at,
		    str_from(cmark_node_get_literal(from)),
		    inline_pos(b, from));
		break;
	case CMARK_NODE_EMPH:
		open_inline(b, NODE_EMPH, from);
		break;
	case CMARK_NODE_STRONG:
		open_inline(b, NODE_STRONG, from);
		break;
	case CMARK_NODE_LINK:
		open_inline(b, NODE_LINK, from);
		break;
	case CMARK_NODE_IMAGE:
		open_inline(b, NODE_IMAGE, from);
		break;
	default: /* blocks are not inside inlines; we make no custom ones */
		break;
	}
}

void
md_leave(struct md_builder *b, cmark_node *from)
{
	if (cmark_node_get_type(from) == CMARK_NODE_BLOCK_QUOTE)
		b->quotes--;
	if (cmark_node_get_user_data(from) == NULL)
		return;
	b->at = b->at->parent;
	b->depth--;
}

struct str
md_decode(struct md *md, struct str entity)
{
	cmark_node *root = md_parse(entity);
	cmark_node *node = cmark_node_first_child(root);
	struct str text = { NULL, 0 };

	if (node != NULL)
		node = cmark_node_first_child(node);
	if (node != NULL && cmark_node_get_type(node) == CMARK_NODE_TEXT)
		text = str_from(cmark_node_get_literal(node));
	if (str_eq(text, entity))
		text.len = 0;
	text = str_copy(md->scratch, text);
	cmark_node_free(root);
	return text;
}
