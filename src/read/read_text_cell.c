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

/* The part of a piece that is this text. */
static struct text_piece
piece_cut(struct text_piece piece, struct str text)
{
	size_t skipped;

	text = str_trim(text);
	if (text.len == 0) {
		piece.text.len = 0;
		return piece;
	}
	skipped = (size_t)(text.ptr - piece.text.ptr);
	piece.pos.col += (uint32_t)utf8_count(str_head(piece.text, skipped));
	piece.text = text;
	return piece;
}

/* Lines of a cell: bullets in the middle of one begin others. */
struct cell_lines {
	struct text_piece *pieces;
	struct read_cell_line *lines;
	size_t count;
};

static void
line_add(struct cell_lines *to, struct text_piece piece, uint32_t col)
{
	to->lines[to->count].text = piece.text;
	to->lines[to->count].indent = col;
	to->pieces[to->count++] = piece;
}

static void
lines_add(struct cell_lines *to, struct text_piece piece)
{
	struct text_piece line = piece_cut(piece, piece.text);
	struct str rest = line.text;
	uint32_t col = line.pos.col;

	do {
		size_t first = rest.len > 0 && bullet_offset(rest) == 0;
		size_t end = first + bullet_offset(str_skip(rest, first));
		struct text_piece cut = piece_cut(line, str_head(rest, end));

		/* a text in front of bullets that is nothing */
		if (cut.text.len > 0 || rest.len == 0)
			line_add(to, cut, col);
		rest = str_skip(rest, end);
	} while (rest.len > 0);
}

static struct cell_lines
lines_of(
    struct text_reader *reader, const struct text_piece *pieces, size_t count)
{
	struct cell_lines lines = { .count = 0 };
	uint32_t least = UINT32_MAX;
	size_t most = count;

	for (size_t i = 0; i < count; i++) {
		struct str rest = pieces[i].text;
		size_t at;

		while ((at = bullet_offset(rest)) < rest.len) {
			rest = str_skip(rest, at + 1);
			most++;
		}
	}
	lines.pieces =
	    arena_alloc(reader->scratch, most * sizeof(*lines.pieces));
	lines.lines = arena_alloc(reader->scratch, most * sizeof(*lines.lines));
	for (size_t i = 0; i < count; i++)
		lines_add(&lines, pieces[i]);
	for (size_t i = 0; i < lines.count; i++)
		if (lines.lines[i].text.len > 0 &&
		    lines.lines[i].indent < least)
			least = lines.lines[i].indent;
	for (size_t i = 0; i < lines.count; i++)
		lines.lines[i].indent -=
		    lines.lines[i].text.len > 0 ? least : 0;
	return lines;
}

/* Begins an item below `parent`, in its last list or a new one. */
static struct node *
item_add(struct text_reader *reader, struct node *parent,
    const struct read_cell_line *line, struct pos pos)
{
	struct arena *arena = reader->doc->arena;
	bool is_ordered = line->label.len > 0;
	struct node *list = parent->last, *item;

	if (list == NULL || list->kind != NODE_LIST || line->is_new_list ||
	    list->as.list.ordered != is_ordered) {
		list = doc_node_new(arena, NODE_LIST, pos);
		list->as.list.ordered = is_ordered;
		list->as.list.tight = true;
		doc_node_append(parent, list);
	}
	item = doc_node_new(arena, NODE_ITEM, pos);
	item->as.item.label = line->label;
	item->as.item.check = line->marker.check;
	read_text_marker_drop(reader, pos, &line->marker);
	doc_node_append(list, item);
	return item;
}

static void
cell_build(
    struct share *share, struct node *cell, const struct cell_lines *lines)
{
	struct node *items[CELL_DEPTH + 1];

	items[0] = cell;
	for (size_t i = 0; i < lines->count; i++) {
		const struct read_cell_line *line = &lines->lines[i];
		struct text_piece piece = lines->pieces[i];

		if (line->text.len == 0)
			continue;
		if (line->does != CELL_GOES_ON) {
			share_put(share);
			share->parent = items[line->depth];
		}
		if (line->does == CELL_ITEM) {
			items[line->depth] = item_add(share->reader,
			    items[line->depth - 1], line, piece.pos);
			share->parent = items[line->depth];
		}
		piece = piece_cut(piece, line->body);
		if (piece.text.len > 0)
			share->pieces[share->count++] = piece;
	}
	share_put(share);
}

void
read_text_cell_fill(struct text_reader *reader, struct node *cell,
    const struct text_piece *pieces, size_t count)
{
	struct share share = { .reader = reader, .parent = cell };
	struct cell_lines lines;

	if (count == 0)
		return;
	lines = lines_of(reader, pieces, count);
	share.pieces =
	    arena_alloc(reader->scratch, lines.count * sizeof(*share.pieces));
	read_cell_lines(lines.lines, lines.count, true);
	cell_build(&share, cell, &lines);
}
