/* read_md_build: what cmark finds -> our nodes. One walk over cmark's tree for
 * the draft, one for the pieces (cells, and lines before a table) that were
 * found on the way. The only file that knows cmark. */
#include "read/read_md_priv.h"

#define CMARK_NO_SHORT_NAMES /* NODE_LIST and the like are ours */
#include <cmark.h>
#include <string.h>

#include "base/must.h"
#include "base/utf8.h"

struct builder {
	struct md *md;
	struct md_source *source;
	struct node *at; /* new nodes go below it */
	int depth;       /* of at below the root */
	int quotes;      /* block quotes that are open, shown or not */
	struct md_raw raw;
	/* the paragraph or heading whose inlines come now */
	size_t block_line; /* index of its first line */
	size_t block_byte; /* its offset in that line */
	size_t skipped;    /* definitions: lines that cmark does not count */
	struct {
		size_t line, start;
	} content; /* the content start that was asked for last */
	struct {
		size_t counted;       /* line, by cmark's counting */
		size_t missed;        /* lines it did not count, so far */
		size_t missed_before; /* at the beginning of that line */
		size_t byte; /* of cmark's column, where the true line begins */
	} at_line;
	struct pos latest; /* of the last inline that had a place */
};

static struct str
copied(struct builder *b, const char *text)
{
	return str_copy(b->md->doc->arena, str_from(text));
}

static size_t
line_of(cmark_node *node)
{
	int line = cmark_node_get_start_line(node);

	return line > 0 ? (size_t)line - 1 : 0;
}

static size_t
byte_of(cmark_node *node)
{
	int col = cmark_node_get_start_column(node);

	return col > 0 ? (size_t)col - 1 : 0;
}

static size_t
end_line_of(struct builder *b, cmark_node *node)
{
	size_t first = line_of(node);
	int line = cmark_node_get_end_line(node);
	size_t end = line > 0 ? (size_t)line - 1 : first;

	if (end < first)
		return first;
	if (end >= b->source->line_count)
		end = b->source->line_count > 0 ? b->source->line_count - 1 : 0;
	/* cmark counts blank lines behind some blocks as theirs */
	while (end > first && str_trim(md_source_line(b->source, end)).len == 0)
		end--;
	return end;
}

static void
set_end(struct builder *b, struct node *node, cmark_node *from)
{
	node->end_line = b->source->first_line + (uint32_t)end_line_of(b, from);
}

/* ---- inlines ---- */

static size_t
content_start(struct builder *b, size_t line)
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
content_len(struct builder *b, size_t line)
{
	size_t len = md_source_line(b->source, line).len;
	size_t start = content_start(b, line);

	return len > start ? len - start : 0;
}

/* cmark gives columns as if every line began where the block does, and does
 * not count the line ends behind a backslash or in a title: there it goes on
 * counting columns. */
static struct pos
inline_pos(struct builder *b, cmark_node *node)
{
	size_t counted = line_of(node), byte = byte_of(node);

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

static void
begin_block(struct builder *b, cmark_node *from)
{
	b->block_line = line_of(from);
	b->block_byte = byte_of(from);
	b->content.line = (size_t)-1;
	b->skipped = 0;
	b->at_line.counted = b->block_line;
	b->at_line.missed = b->at_line.missed_before = 0;
	b->at_line.byte = 0;
}

static struct node *
append_inline(struct builder *b, enum node_kind kind, cmark_node *from)
{
	struct node *node =
	    doc_node_new(b->md->doc->arena, kind, inline_pos(b, from));

	doc_node_append(b->at, node);
	return node;
}

/* Goes below `node`, unless that would be too deep. */
static bool
may_go_deeper(struct builder *b, int levels, struct pos pos)
{
	static const struct str none = { NULL, 0 };

	if (b->depth + levels <= MD_DEPTH_MAX)
		return true;
	if (!b->md->said_deep)
		doc_say(b->md->doc, DOC_TOO_DEEP, pos, none, none);
	b->md->said_deep = true;
	return false;
}

static void
open_node(struct builder *b, struct node *node, cmark_node *from)
{
	doc_node_append(b->at, node);
	cmark_node_set_user_data(from, node);
	b->at = node;
	b->depth++;
}

static void
open_inline(struct builder *b, enum node_kind kind, cmark_node *from)
{
	struct pos pos = inline_pos(b, from);
	struct node *node;

	if (!may_go_deeper(b, 1, pos)) {
		if (kind == NODE_LINK || kind == NODE_IMAGE)
			doc_drop(b->md->doc, pos, "markup",
			    md_unmark(b->md->scratch,
				str_from(cmark_node_get_url(from))));
		return;
	}
	node = doc_node_new(b->md->doc->arena, kind, pos);
	if (kind == NODE_LINK || kind == NODE_IMAGE) {
		node->as.link.url = copied(b, cmark_node_get_url(from));
		node->as.link.title = copied(b, cmark_node_get_title(from));
	}
	open_node(b, node, from);
}

static void
enter_inline(struct builder *b, cmark_node *from)
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

static void
leave(struct builder *b, cmark_node *from)
{
	if (cmark_node_get_type(from) == CMARK_NODE_BLOCK_QUOTE)
		b->quotes--;
	if (cmark_node_get_user_data(from) == NULL)
		return;
	b->at = b->at->parent;
	b->depth--;
}

/* ---- blocks ---- */

static void
cover(struct builder *b, cmark_node *from)
{
	size_t end = end_line_of(b, from);

	for (size_t line = line_of(from); line <= end; line++)
		if (line < b->source->line_count)
			b->md->covered[line] = true;
}

static struct pos
block_pos(struct builder *b, cmark_node *from)
{
	return md_pos(b->source, line_of(from), byte_of(from));
}

/* The lines of a paragraph, without containers' marks. */
static void
fill_raw(struct builder *b, cmark_node *from)
{
	size_t first = line_of(from), end = end_line_of(b, from);

	b->raw.source = b->source;
	b->raw.first_line = first;
	b->raw.count = 0;
	for (size_t line = first; line <= end; line++) {
		struct str text = md_source_line(b->source, line);
		size_t start = line == first
				   ? byte_of(from)
				   : md_content_start(text, b->quotes);

		b->raw.lines = arena_push(b->md->scratch, b->raw.lines,
		    &b->raw.count, &b->raw.cap, sizeof(*b->raw.lines));
		b->raw.lines[b->raw.count - 1] = str_skip(text, start);
	}
}

/* The rest of the raw lines, from one of them on. */
static struct md_raw
raw_from(const struct md_raw *raw, size_t first)
{
	struct md_raw rest = *raw;

	rest.lines += first;
	rest.count -= first;
	rest.first_line += first;
	return rest;
}

static struct pos
raw_pos(const struct md_raw *raw, size_t index)
{
	size_t line = raw->first_line + index;
	struct str text = md_source_line(raw->source, line);

	return md_pos(
	    raw->source, line, (size_t)(raw->lines[index].ptr - text.ptr));
}

/* A paragraph whose lines end in a table: what stands before it, the table,
 * and, where cmark saw a heading, the line drawn below. */
static void
build_table(
    struct builder *b, const struct md_raw *raw, size_t delimiter, bool drawn)
{
	struct arena *arena = b->md->doc->arena;
	struct md_raw body = *raw;

	if (drawn && body.count > delimiter + 1)
		body.count--;
	else
		drawn = false;
	if (delimiter > 1) {
		struct node *before =
		    doc_node_new(arena, NODE_PARAGRAPH, raw_pos(raw, 0));

		before->end_line = raw->source->first_line +
				   (uint32_t)(raw->first_line + delimiter - 2);
		doc_node_append(b->at, before);
		md_piece_lines(b->md, before, raw, delimiter - 1);
	}
	md_table_build(b->md, b->at, &body, delimiter);
	if (drawn)
		doc_node_append(b->at,
		    doc_node_new(arena, NODE_RULE, raw_pos(raw, body.count)));
}

/* True: the inlines are dealt with, cmark's are not wanted. */
static bool
enter_paragraph(struct builder *b, cmark_node *from)
{
	bool is_heading = cmark_node_get_type(from) == CMARK_NODE_HEADING;
	struct md_raw raw;
	size_t delimiter;
	struct node *node;
	struct pos pos;

	fill_raw(b, from);
	cover(b, from);
	begin_block(b, from);
	b->skipped = md_definitions_take(b->md, &b->raw);
	raw = raw_from(&b->raw, b->skipped);
	md_labels_take(b->md, &raw);
	delimiter = md_table_find(&raw);
	if (delimiter > 0) {
		build_table(b, &raw, delimiter, is_heading);
		return true;
	}
	pos = raw.count > 0 ? raw_pos(&raw, 0) : block_pos(b, from);
	node = doc_node_new(
	    b->md->doc->arena, is_heading ? NODE_HEADING : NODE_PARAGRAPH, pos);
	if (is_heading)
		node->as.heading.level = cmark_node_get_heading_level(from);
	set_end(b, node, from);
	b->latest = pos;
	open_node(b, node, from);
	return false;
}

/* "1." or "3)" as it stands in the draft; empty for a bullet. */
static struct str
item_label(struct builder *b, cmark_node *from)
{
	struct str line = md_source_line(b->source, line_of(from));
	size_t len = 0;

	line = str_skip(line, byte_of(from));
	while (len < line.len && line.ptr[len] >= '0' && line.ptr[len] <= '9')
		len++;
	if (len == 0 || len == line.len)
		return (struct str){ NULL, 0 };
	return str_copy(b->md->doc->arena, str_head(line, len + 1));
}

/* The label of the footnote that this item stands for, or empty. */
static struct str
note_label(struct builder *b, cmark_node *from)
{
	struct str line = md_source_line(b->source, line_of(from));
	struct str label;

	line = str_skip(line, byte_of(from));
	if (!str_starts(line, "+ " MARK_NOTE "[^"))
		return (struct str){ NULL, 0 };
	label = str_skip(line, 4 + MARK_BYTES);
	return str_copy(
	    b->md->doc->arena, str_head(label, str_find(label, "]:")));
}

static void
enter_item(struct builder *b, cmark_node *from)
{
	struct pos pos = block_pos(b, from);
	struct str label = note_label(b, from);
	struct md *md = b->md;
	struct node *node;

	if (b->at->kind != NODE_LIST) { /* the list was too deep */
		label = item_label(b, from);
		if (label.len > 0)
			doc_drop(md->doc, pos, "markup", label);
		return;
	}
	if (label.len > 0) {
		node = doc_node_new(md->doc->arena, NODE_NOTE, pos);
		node->as.note.label = label;
		md->notes = arena_push(md->scratch, md->notes, &md->note_count,
		    &md->note_cap, sizeof(struct node *));
		md->notes[md->note_count - 1] = node;
	} else {
		node = doc_node_new(md->doc->arena, NODE_ITEM, pos);
		node->as.item.label = item_label(b, from);
	}
	set_end(b, node, from);
	open_node(b, node, from);
}

static void
enter_container(struct builder *b, enum node_kind kind, cmark_node *from)
{
	struct pos pos = block_pos(b, from);
	struct node *node;

	/* a list needs room for its items, and all for a paragraph's inlines */
	if (!may_go_deeper(b, 4, pos))
		return;
	node = doc_node_new(b->md->doc->arena, kind, pos);
	set_end(b, node, from);
	if (kind == NODE_LIST) {
		node->as.list.ordered =
		    cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
		node->as.list.tight = cmark_node_get_list_tight(from);
	}
	open_node(b, node, from);
}

static void
add_code(struct builder *b, cmark_node *from)
{
	struct node *node =
	    doc_node_new(b->md->doc->arena, NODE_CODE, block_pos(b, from));

	cover(b, from);
	set_end(b, node, from);
	node->as.code.literal = copied(b, cmark_node_get_literal(from));
	node->as.code.info = copied(b, cmark_node_get_fence_info(from));
	doc_node_append(b->at, node);
}

static void
add_rule(struct builder *b, cmark_node *from)
{
	cover(b, from);
	doc_node_append(b->at,
	    doc_node_new(b->md->doc->arena, NODE_RULE, block_pos(b, from)));
}

static void
add_html(struct builder *b, cmark_node *from)
{
	cover(b, from);
	md_html_block(b->md, b->at, str_from(cmark_node_get_literal(from)),
	    b->source, line_of(from));
}

/* True: nothing below is wanted. */
static bool
enter(struct builder *b, cmark_node *from)
{
	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_DOCUMENT:
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		b->quotes++;
		enter_container(b, NODE_QUOTE, from);
		break;
	case CMARK_NODE_LIST:
		enter_container(b, NODE_LIST, from);
		break;
	case CMARK_NODE_ITEM:
		enter_item(b, from);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code(b, from);
		break;
	case CMARK_NODE_HTML_BLOCK:
		add_html(b, from);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add_rule(b, from);
		break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		return enter_paragraph(b, from);
	default:
		enter_inline(b, from);
		break;
	}
	return false;
}

static cmark_node *
parse(struct str text)
{
	cmark_node *root = cmark_parse_document(
	    text.ptr, text.len, CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS);

	must(root != NULL); /* cmark stops the program when memory runs out */
	return root;
}

/* ---- pieces ---- */

/* The piece that a line of the pieces' text belongs to. Blocks come in order,
 * and so do pieces. */
static struct md_piece *
piece_of(struct md *md, size_t line, size_t *next)
{
	while (
	    *next < md->piece_count &&
	    md->pieces[*next].first_line + md->pieces[*next].line_count <= line)
		++*next;
	if (*next == md->piece_count || md->pieces[*next].first_line > line)
		return NULL;
	return &md->pieces[*next];
}

/* Whatever cmark takes a piece for, its inlines are the target's. Where it
 * sees a block without any, the lines stand as text. */
static void
enter_piece(struct builder *b, struct md_piece *piece, cmark_node *from)
{
	b->at = piece->target;
	b->depth = MD_DEPTH_MAX / 2; /* of the cell; not worth counting */
	begin_block(b, from);
	b->latest = piece->target->pos;
	if (cmark_node_get_type(from) == CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_type(from) == CMARK_NODE_HEADING)
		return;
	for (size_t i = 0; i < piece->line_count; i++) {
		struct str line =
		    md_source_line(b->source, piece->first_line + i);

		if (i > 0)
			append_inline(b, NODE_BREAK, from)->flags |= MD_SOFT;
		doc_text_append(b->md->doc->arena, b->at,
		    str_copy(b->md->doc->arena, line), b->latest);
	}
}

static bool
is_inline(cmark_node *node)
{
	return cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE;
}

static void
build_pieces(struct md *md)
{
	struct md_source source;
	struct builder b = { .md = md, .source = &source };
	cmark_node *root, *block;
	size_t next = 0;

	/* links in cells may use any definition of the draft */
	for (size_t i = 0; i < md->definition_count; i++) {
		buf_puts(&md->pieces_text, "\n");
		buf_put_str(&md->pieces_text, md->definitions[i].raw);
		buf_puts(&md->pieces_text, "\n");
	}
	md_source_init(md, &source, buf_str(&md->pieces_text));
	source.origins = md->origins;
	root = parse(source.text);
	for (block = cmark_node_first_child(root); block != NULL;
	     block = cmark_node_next(block)) {
		struct md_piece *piece = piece_of(md, line_of(block), &next);
		cmark_iter *iter;
		cmark_event_type event;

		if (piece == NULL)
			continue;
		enter_piece(&b, piece, block);
		iter = cmark_iter_new(block);
		while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
			cmark_node *node = cmark_iter_get_node(iter);

			if (!is_inline(node))
				continue;
			if (event == CMARK_EVENT_ENTER)
				enter_inline(&b, node);
			else
				leave(&b, node);
		}
		cmark_iter_free(iter);
	}
	cmark_node_free(root);
}

/* ---- all ---- */

static void
build_blocks(struct md *md)
{
	struct builder b = {
		.md = md, .source = &md->source, .at = md->doc->root
	};
	cmark_node *root = parse(md->source.text);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_EXIT)
			leave(&b, node);
		else if (enter(&b, node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

void
md_build(struct md *md)
{
	md->covered = arena_alloc(md->scratch, md->source.line_count + 1);
	build_blocks(md);
	md_definitions_uncovered(md);
	build_pieces(md);
	buf_clear(&md->pieces_text);
}

bool *
md_find_verbatim(struct md *md)
{
	bool *is_verbatim = arena_alloc(md->scratch, md->source.line_count + 1);
	cmark_node *root = parse(md->source.text);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		int end = cmark_node_get_end_line(node);

		if (type != CMARK_NODE_CODE_BLOCK &&
		    type != CMARK_NODE_HTML_BLOCK)
			continue;
		for (size_t i = line_of(node); (int)i < end; i++)
			if (i < md->source.line_count)
				is_verbatim[i] = true;
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	return is_verbatim;
}

struct str
md_decode(struct md *md, struct str entity)
{
	cmark_node *root = parse(entity);
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
