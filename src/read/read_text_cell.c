/* read_text_cell: rows and cells of tables, and what fills a cell: a paragraph,
 * or a list where bullets stand in it. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

struct node *
read_text_table_append(
    struct text_reader *reader, struct pos pos, size_t columns)
{
	struct node *table = read_text_append(reader, NODE_TABLE, pos);

	table->as.table.column_count = columns;
	table->as.table.columns = arena_alloc(
	    reader->doc->arena, columns * sizeof(*table->as.table.columns));
	return table;
}

struct node *
read_text_row_append(
    struct text_reader *reader, struct node *table, struct pos pos)
{
	struct node *row = doc_node_new(reader->doc->arena, NODE_ROW, pos);

	row->end_line = pos.line;
	table->end_line = pos.line;
	doc_node_append(table, row);
	for (size_t i = 0; i < table->as.table.column_count; i++)
		doc_node_append(
		    row, doc_node_new(reader->doc->arena, NODE_CELL, pos));
	return row;
}

/* Bytes before the next bullet in the text; its length when there is none.
 * Only characters that are nothing else count. */
static size_t
bullet_offset(struct str text)
{
	struct str rest = text;

	while (rest.len > 0) {
		size_t at = text.len - rest.len;
		uint32_t c;

		if ((unsigned char)rest.ptr[0] < 0x80) {
			rest = str_skip(rest, 1);
			continue;
		}
		c = utf8_next(&rest);
		if (c == 0x2022 || c == 0x25AA || c == 0x25CF ||
		    (c >= 0xF000 && c <= 0xF0FF))
			return at;
	}
	return text.len;
}

static bool
has_bullets(const struct text_piece *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bullet_offset(pieces[i].text) < pieces[i].text.len)
			return true;
	return false;
}

/* What is gathered for one paragraph of a cell. */
struct share {
	struct text_reader *reader;
	struct node *parent; /* CELL or ITEM */
	struct text_piece *pieces;
	size_t count;
};

static void
share_put(struct share *share)
{
	struct node *paragraph;

	if (share->count == 0)
		return;
	paragraph = doc_node_new(
	    share->reader->doc->arena, NODE_PARAGRAPH, share->pieces[0].pos);
	paragraph->end_line = share->pieces[share->count - 1].pos.line;
	doc_node_append(share->parent, paragraph);
	read_text_inlines(
	    share->reader, paragraph, share->pieces, share->count);
	share->count = 0;
}

static void
share_add(struct share *share, struct text_piece piece, struct str text)
{
	size_t skipped;

	text = str_trim(text);
	if (text.len == 0)
		return;
	skipped = (size_t)(text.ptr - piece.text.ptr);
	piece.pos.col += (uint32_t)utf8_count(str_head(piece.text, skipped));
	piece.text = text;
	share->pieces[share->count++] = piece;
}

/* Begins an item at a bullet; the first makes the list. */
static void
share_item(struct share *share, struct node *cell, struct pos pos)
{
	struct arena *arena = share->reader->doc->arena;
	struct node *list = cell->last, *item;

	share_put(share);
	if (list == NULL || list->kind != NODE_LIST) {
		list = doc_node_new(arena, NODE_LIST, pos);
		list->as.list.tight = true;
		doc_node_append(cell, list);
	}
	item = doc_node_new(arena, NODE_ITEM, pos);
	doc_node_append(list, item);
	share->parent = item;
}

static void
cell_list(struct share *share, struct node *cell, struct text_piece piece)
{
	struct str rest = piece.text;

	for (;;) {
		size_t at = bullet_offset(rest);

		share_add(share, piece, str_head(rest, at));
		if (at == rest.len)
			return;
		share_item(share, cell, piece.pos);
		rest = str_skip(rest, at);
		utf8_next(&rest);
	}
}

void
read_text_cell_fill(struct text_reader *reader, struct node *cell,
    const struct text_piece *pieces, size_t count)
{
	struct share share = { .reader = reader, .parent = cell };
	bool list = has_bullets(pieces, count);

	if (count == 0)
		return;
	share.pieces =
	    arena_alloc(reader->scratch, count * sizeof(*share.pieces));
	for (size_t i = 0; i < count; i++) {
		if (list)
			cell_list(&share, cell, pieces[i]);
		else
			share_add(&share, pieces[i], pieces[i].text);
	}
	share_put(&share);
}
