/* read_md_piece: cells, and lines before a table -> inlines. They are gathered
 * in one text of their own, which cmark reads at once: a block each. */
#include "read/read_md_priv.h"

#define CMARK_NO_SHORT_NAMES /* NODE_LIST and the like are ours */
#include <cmark.h>
#include <string.h>

static void
add_origin(struct md *md, size_t skip, struct pos pos)
{
	md->origins = arena_push(md->scratch, md->origins, &md->origin_count,
	    &md->origin_cap, sizeof(*md->origins));
	md->origins[md->origin_count - 1] =
	    (struct md_origin){ .skip = skip, .pos = pos };
}

static struct md_piece *
add_piece(struct md *md, struct node *target, size_t line_count)
{
	struct md_piece *piece;

	md->pieces = arena_push(md->scratch, md->pieces, &md->piece_count,
	    &md->piece_cap, sizeof(*md->pieces));
	piece = &md->pieces[md->piece_count - 1];
	piece->target = target;
	piece->first_line = md->origin_count;
	piece->line_count = line_count;
	return piece;
}

/* One line can only be a heading when it begins with "# ": so whatever a cell
 * holds, it is read as inlines. The last "#" is taken for decoration, and
 * protects those of the cell. */
void
md_piece_cell(
    struct md *md, struct node *target, struct str text, struct pos pos)
{
	add_piece(md, target, 1);
	add_origin(md, 2, pos);
	buf_puts(&md->pieces_text, "# ");
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\\' && i + 1 < text.len &&
		    text.ptr[i + 1] == '|') {
			buf_puts(&md->pieces_text, "|" MARK_GONE);
			i++;
		} else {
			buf_put(&md->pieces_text, text.ptr + i, 1);
		}
	}
	buf_puts(&md->pieces_text, " #\n");
}

/* Lines behind the first are indented so far that they can only continue
 * it. */
void
md_piece_lines(
    struct md *md, struct node *target, const struct md_raw *raw, size_t count)
{
	static const char indent[] = "      ";

	add_piece(md, target, count + 1);
	for (size_t i = 0; i < count; i++) {
		size_t skip = i > 0 ? strlen(indent) : 0;

		add_origin(md, skip, md_raw_pos(raw, i, raw->lines[i].ptr));
		buf_put(&md->pieces_text, indent, skip);
		buf_put_str(&md->pieces_text, raw->lines[i]);
		buf_puts(&md->pieces_text, "\n");
	}
	add_origin(md, 0, md_raw_pos(raw, 0, raw->lines[0].ptr));
	buf_puts(&md->pieces_text, "\n");
}

/* A quote holds in what the cell's lines begin: code, HTML, a list. */
void
md_piece_blocks(struct md *md, struct node *cell, const struct grid_line *lines,
    size_t count)
{
	static const char quote[] = "> ";

	add_piece(md, cell, count + 1)->is_blocks = true;
	for (size_t i = 0; i < count; i++) {
		add_origin(md, strlen(quote), lines[i].pos);
		buf_puts(&md->pieces_text, quote);
		md_mask_line(md, &md->pieces_text, lines[i].text);
		buf_puts(&md->pieces_text, "\n");
	}
	add_origin(md, 0, lines[0].pos);
	buf_puts(&md->pieces_text, "\n");
}

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

static void
add_soft_break(struct md_builder *b)
{
	struct node *node =
	    doc_node_new(b->md->doc->arena, NODE_BREAK, b->latest);

	node->flags |= MD_SOFT;
	doc_node_append(b->at, node);
}

/* Whatever cmark takes a piece for, its inlines are the target's. Where it
 * sees a block without any, the lines stand as text. */
static void
enter_piece(struct md_builder *b, struct md_piece *piece, cmark_node *from)
{
	b->at = piece->target;
	b->depth = MD_DEPTH_MAX / 2; /* of the cell; not worth counting */
	md_inline_begin(b, from);
	b->latest = piece->target->pos;
	if (cmark_node_get_type(from) == CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_type(from) == CMARK_NODE_HEADING)
		return;
	for (size_t i = 0; i < piece->line_count; i++) {
		struct str line =
		    md_source_line(b->source, piece->first_line + i);

		if (i > 0)
			add_soft_break(b);
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
build_inlines(struct md_builder *b, cmark_node *block)
{
	cmark_iter *iter = cmark_iter_new(block);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (!is_inline(node))
			continue;
		if (event == CMARK_EVENT_ENTER)
			md_inline_enter(b, node);
		else
			md_leave(b, node);
	}
	cmark_iter_free(iter);
}

/* Of pieces that are blocks, lines may hold definitions alone. */
static void
cover_inlines(struct md *md, struct md_source *source)
{
	source->covered = arena_alloc(md->scratch, source->line_count + 1);
	memset(source->covered, true, source->line_count + 1);
	for (size_t i = 0; i < md->piece_count; i++)
		if (md->pieces[i].is_blocks)
			memset(source->covered + md->pieces[i].first_line,
			    false, md->pieces[i].line_count);
}

void
md_pieces_build(struct md *md)
{
	struct md_source source;
	struct md_builder b = { .md = md, .source = &source };
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
	cover_inlines(md, &source);
	root = md_parse(source.text);
	for (block = cmark_node_first_child(root); block != NULL;
	     block = cmark_node_next(block)) {
		struct md_piece *piece = piece_of(md, md_line_of(block), &next);

		if (piece == NULL)
			continue;
		if (piece->is_blocks) {
			md_build_cell(&b, piece->target, block);
			continue;
		}
		enter_piece(&b, piece, block);
		build_inlines(&b, block);
	}
	md_definitions_uncovered(md, &source, md->origin_count);
	cmark_node_free(root);
}
