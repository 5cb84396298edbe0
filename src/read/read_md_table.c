/* read_md_table: lines of a paragraph -> a pipe table, by GFM's rules
 * (specification of GitHub Flavored Markdown, 4.10), but for one: cells beyond
 * the last column are not thrown away. Cells' inlines are left to cmark. */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct str
trim_blanks(struct str text)
{
	while (text.len > 0 && is_blank(text.ptr[0]))
		text = str_skip(text, 1);
	while (text.len > 0 && is_blank(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

/* A row between its outer pipes. */
static struct str
row_inside(struct str line)
{
	line = trim_blanks(line);
	if (str_starts(line, "|"))
		line = str_skip(line, 1);
	return line;
}

/* Cuts the next cell off a row; a pipe behind a backslash is text. False at
 * the end; the closing pipe opens no cell. */
static bool
next_cell(struct str *rest, struct str *cell)
{
	size_t at = 0;

	if (trim_blanks(*rest).len == 0)
		return false;
	while (at < rest->len && rest->ptr[at] != '|')
		at += rest->ptr[at] == '\\' && at + 1 < rest->len &&
			      rest->ptr[at + 1] == '|'
			  ? 2
			  : 1;
	*cell = trim_blanks(str_head(*rest, at));
	*rest = str_skip(*rest, at + 1);
	return true;
}

static size_t
count_cells(struct str line)
{
	struct str rest = row_inside(line), cell;
	size_t count = 0;

	while (next_cell(&rest, &cell))
		count++;
	return count;
}

/* ":---:" and the like. False if it is none. */
static bool
read_align(struct str cell, enum column_align *align)
{
	bool left = str_starts(cell, ":");
	bool right = cell.len > 1 && str_ends(cell, ":");

	if (left)
		cell = str_skip(cell, 1);
	if (right)
		cell.len--;
	if (cell.len == 0)
		return false;
	for (size_t i = 0; i < cell.len; i++)
		if (cell.ptr[i] != '-')
			return false;
	*align = left && right ? ALIGN_CENTRE
		 : left        ? ALIGN_LEFT
		 : right       ? ALIGN_RIGHT
			       : ALIGN_NONE;
	return true;
}

/* The number of cells in a delimiter row, or 0. */
static size_t
count_delimiters(struct str line)
{
	struct str rest = row_inside(line), cell;
	enum column_align align;
	size_t count = 0;

	while (next_cell(&rest, &cell)) {
		if (!read_align(cell, &align))
			return 0;
		count++;
	}
	return count;
}

size_t
md_table_find(const struct md_raw *raw)
{
	for (size_t i = 1; i + raw->is_underlined < raw->count; i++) {
		size_t count = count_delimiters(raw->lines[i]);

		if (count > 0 && count == count_cells(raw->lines[i - 1]) &&
		    (str_find(raw->lines[i], "|") != (size_t)-1 ||
			str_find(raw->lines[i - 1], "|") != (size_t)-1))
			return i;
	}
	return 0;
}

static void
add_cell_text(struct md *md, struct node *cell, struct str text, struct pos pos)
{
	struct node *paragraph;

	if (text.len == 0)
		return;
	paragraph = doc_node_new(md->doc->arena, NODE_PARAGRAPH, pos);
	doc_node_append(cell, paragraph);
	md_piece_cell(md, paragraph, text, pos);
}

static void
say_ragged(struct md *md, struct pos pos, size_t cells, size_t columns)
{
	doc_say(md->doc, DOC_TABLE_RAGGED, pos,
	    str_printf(md->scratch, "%zu", cells),
	    str_printf(md->scratch, "%zu", columns));
}

/* Cells that are missing are empty; those that are too many go to the end of
 * the last, for they hold words. */
static void
add_row(struct md *md, struct node *table, const struct md_raw *raw,
    size_t index, bool is_header)
{
	struct str line = raw->lines[index], rest = row_inside(line), text;
	struct pos pos = md_raw_pos(raw, index, line.ptr);
	struct node *row = doc_node_new(md->doc->arena, NODE_ROW, pos);
	size_t columns = table->as.table.column_count, count = 0;

	row->as.row.is_header = is_header;
	doc_node_append(table, row);
	while (next_cell(&rest, &text)) {
		struct pos at = md_raw_pos(raw, index, text.ptr);

		if (count++ < columns)
			doc_node_append(
			    row, doc_node_new(md->doc->arena, NODE_CELL, at));
		row->last->as.cell.is_header = is_header;
		add_cell_text(md, row->last, text, at);
	}
	if (count != columns)
		say_ragged(md, pos, count, columns);
	for (; count < columns; count++) {
		struct node *cell = doc_node_new(md->doc->arena, NODE_CELL,
		    md_raw_pos(raw, index, line.ptr + line.len));

		cell->as.cell.is_header = is_header;
		doc_node_append(row, cell);
	}
}

/* Converters give a table without a header an empty one. */
static bool
has_text(struct str line)
{
	struct str rest = row_inside(line), cell;

	while (next_cell(&rest, &cell))
		if (cell.len > 0)
			return true;
	return false;
}

static void
set_columns(struct md *md, struct node *table, struct str delimiters)
{
	struct str rest = row_inside(delimiters), cell;
	size_t i = 0;

	table->as.table.column_count = count_delimiters(delimiters);
	table->as.table.columns = arena_alloc(md->doc->arena,
	    table->as.table.column_count * sizeof(*table->as.table.columns));
	while (next_cell(&rest, &cell))
		read_align(cell, &table->as.table.columns[i++].align);
}

void
md_table_build(struct md *md, struct node *parent, const struct md_raw *raw,
    size_t delimiter)
{
	struct str header = raw->lines[delimiter - 1];
	struct node *table = doc_node_new(md->doc->arena, NODE_TABLE,
	    md_raw_pos(raw, delimiter - 1, header.ptr));

	doc_node_append(parent, table);
	table->end_line = raw->source->first_line +
			  (uint32_t)(raw->first_line + raw->count - 1);
	set_columns(md, table, raw->lines[delimiter]);
	if (has_text(header))
		add_row(md, table, raw, delimiter - 1, true);
	for (size_t i = delimiter + 1; i < raw->count; i++)
		add_row(md, table, raw, i, false);
}
