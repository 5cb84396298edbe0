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
	for (size_t i = 1; i < raw->count; i++) {
		size_t count = count_delimiters(raw->lines[i]);

		if (count > 0 && count == count_cells(raw->lines[i - 1]) &&
		    (str_find(raw->lines[i], "|") != (size_t)-1 ||
			str_find(raw->lines[i - 1], "|") != (size_t)-1))
			return i;
	}
	return 0;
}

static struct pos
pos_in(const struct md_raw *raw, size_t index, const char *ptr)
{
	size_t line = raw->first_line + index;

	return md_pos(raw->source, line,
	    (size_t)(ptr - md_source_line(raw->source, line).ptr));
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
	struct pos pos = pos_in(raw, index, line.ptr);
	struct node *row = doc_node_new(md->doc->arena, NODE_ROW, pos);
	size_t columns = table->as.table.column_count, count = 0;

	row->as.row.is_header = is_header;
	doc_node_append(table, row);
	while (next_cell(&rest, &text)) {
		struct pos at = pos_in(raw, index, text.ptr);

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
		    pos_in(raw, index, line.ptr + line.len));

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
	struct node *table = doc_node_new(
	    md->doc->arena, NODE_TABLE, pos_in(raw, delimiter - 1, header.ptr));

	doc_node_append(parent, table);
	table->end_line = raw->source->first_line +
			  (uint32_t)(raw->first_line + raw->count - 1);
	set_columns(md, table, raw->lines[delimiter]);
	if (has_text(header))
		add_row(md, table, raw, delimiter - 1, true);
	for (size_t i = delimiter + 1; i < raw->count; i++)
		add_row(md, table, raw, i, false);
}

/* ---- pieces ---- */

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

		add_origin(md, skip, pos_in(raw, i, raw->lines[i].ptr));
		buf_put(&md->pieces_text, indent, skip);
		buf_put_str(&md->pieces_text, raw->lines[i]);
		buf_puts(&md->pieces_text, "\n");
	}
	add_origin(md, 0, pos_in(raw, 0, raw->lines[0].ptr));
	buf_puts(&md->pieces_text, "\n");
}
