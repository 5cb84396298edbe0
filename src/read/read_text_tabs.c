/* read_text_tabs: tables whose cells are parted by tabs. A row is one line;
 * rows that go on are joined by those who know what the columns mean. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

size_t
read_text_inner_tabs(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == '\t';
	return count;
}

/* The raw line without white space at its end. */
static struct str
cells_of(const struct text_line *line)
{
	return str_range(line->raw.ptr, line->text.ptr + line->text.len);
}

/* A row by itself: a tab between texts that does not only follow a marker. */
static bool
is_tab_row(const struct text_line *line)
{
	struct text_marker marker;
	size_t tabs = read_text_inner_tabs(line->text);

	if (tabs == 0 || line->furniture)
		return false;
	if (read_text_marker_find(line->text, &marker) &&
	    read_text_inner_tabs(marker.body) == 0)
		return false;
	return tabs > 1 || line->text.ptr[0] != '>';
}

/* A line that may stand beside rows: its first cells are empty. */
static bool
is_tab_share(const struct text_line *line)
{
	return !line->furniture && line->raw.len > 0 &&
	       memchr(cells_of(line).ptr, '\t', cells_of(line).len) != NULL;
}

/* A line without tabs between rows: the rest of the last cell above. */
static bool
is_tab_rest(const struct text_reader *reader, size_t at)
{
	return at + 1 < reader->line_count && !reader->lines[at].furniture &&
	       read_text_starts_lower(reader->lines[at].text) &&
	       reader->lines[at + 1].blanks == 0 &&
	       is_tab_row(&reader->lines[at + 1]);
}

/* One cell between rows, with the tabs of the empty cells behind it: it names
 * what the rows below share. */
static bool
is_tab_group(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	const char *end = line->raw.ptr + line->raw.len;
	size_t tabs = 0;

	if (line->furniture || line->text.len == 0 ||
	    read_text_inner_tabs(line->text) > 0 ||
	    at + 1 >= reader->line_count || reader->lines[at + 1].blanks > 0 ||
	    !is_tab_row(&reader->lines[at + 1]))
		return false;
	for (const char *c = line->text.ptr + line->text.len; c < end; c++)
		tabs += *c == '\t';
	return tabs > 1;
}

/* A key alone on its line, above the row that lacks it: that has a cell less
 * than the table's first, or an empty one in its place. */
static bool
is_tab_key(const struct text_reader *reader, size_t begin, size_t at)
{
	struct str text = reader->lines[at].text, below;
	bool digit = false;
	size_t cells;

	if (reader->lines[at].furniture || text.len == 0 || text.len > 10 ||
	    at + 1 >= reader->line_count || reader->lines[at + 1].blanks > 0 ||
	    reader->lines[at + 1].furniture)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		digit = digit || (text.ptr[i] >= '0' && text.ptr[i] <= '9');
		if (text.ptr[i] == ' ' || text.ptr[i] == '\t')
			return false;
	}
	below = cells_of(&reader->lines[at + 1]);
	cells = read_text_inner_tabs(cells_of(&reader->lines[begin]));
	if (!digit || cells < 2)
		return false;
	return read_text_inner_tabs(below) ==
	       (below.ptr[0] == '\t' ? cells : cells - 1);
}

/* One line alone is a row unless its only tab stands in a sentence. */
static bool
is_lone_row(const struct text_line *line)
{
	struct str text = line->text, name;

	if (read_text_inner_tabs(text) > 1)
		return true;
	return str_next_part(&text, '\t', &name) &&
	       !read_text_starts_lower(name) &&
	       !read_text_is_unfinished(name) && utf8_count(name) <= 80;
}

size_t
read_text_tabs_end(struct text_reader *reader, size_t at)
{
	size_t end = at, rows = 0;

	if (!is_tab_share(&reader->lines[at]))
		return at;
	while (end < reader->line_count &&
	       (end == at || reader->lines[end].blanks == 0) &&
	       (is_tab_share(&reader->lines[end]) ||
		   (rows > 0 &&
		       (is_tab_rest(reader, end) || is_tab_group(reader, end) ||
			   is_tab_key(reader, at, end))))) {
		rows += is_tab_row(&reader->lines[end]);
		end++;
	}
	/* lines at the edges whose tabs only indent are none of the table's */
	if (rows == 0 || (end == at + 1 && !is_lone_row(&reader->lines[at])))
		return at;
	return end;
}

/* Bytes of the tab that sets the whole table in: 1 or 0. */
static size_t
tab_indent(const struct text_reader *reader, size_t begin, size_t end)
{
	if (end - begin < 2)
		return 0;
	for (size_t i = begin; i < end; i++)
		if (reader->lines[i].raw.ptr[0] != '\t' ||
		    reader->lines[i].raw.ptr[1] == '\t')
			return 0;
	return 1;
}

static size_t
tab_columns(const struct text_reader *reader, size_t begin, size_t end)
{
	size_t most = 1;

	for (size_t i = begin; i < end; i++) {
		size_t tabs = read_text_inner_tabs(cells_of(&reader->lines[i]));

		most = tabs + 1 > most ? tabs + 1 : most;
	}
	return most;
}

/* "Name:<tab>value" on every line: fields, not a table. */
static bool
is_tab_fields(const struct text_reader *reader, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++) {
		struct str text = reader->lines[i].text, name, value;

		if (read_text_inner_tabs(text) != 1 ||
		    !read_text_field_cut(text, &name, &value) ||
		    str_find(value, "\t") != (size_t)-1)
			return false;
	}
	return true;
}

static void
tab_fields_read(struct text_reader *reader, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++) {
		const struct text_line *line = &reader->lines[i];
		struct text_piece piece = { .join = JOIN_NONE };
		struct str name = { NULL, 0 };
		struct node *field;

		read_text_field_cut(line->text, &name, &piece.text);
		piece.pos = read_text_line_pos(line, piece.text);
		field = read_text_field_append(reader, reader->doc->root, name,
		    (struct pos){ line->line_no, line->col });
		read_text_cell_fill(reader, field, &piece, 1);
	}
}

/* Fills one row from one line; a line without tabs goes to the last cell. */
static void
tab_cells_read(
    struct text_reader *reader, struct node *cell, size_t at, size_t indent)
{
	const struct text_line *line = &reader->lines[at];
	struct str rest = str_skip(cells_of(line), indent), part;
	struct pos pos = { line->line_no, 1 + (uint32_t)indent };

	for (; str_next_part(&rest, '\t', &part); cell = cell->next) {
		struct text_piece piece = { .text = part, .pos = pos };

		cell->pos = pos;
		read_text_cell_fill(reader, cell, &piece, 1);
		pos.col += (uint32_t)utf8_count(part) + 1;
	}
}

static void
tab_row_read(
    struct text_reader *reader, struct node *table, size_t at, size_t indent)
{
	struct pos pos = { reader->lines[at].line_no, 1 + (uint32_t)indent };
	struct node *row = read_text_row_append(reader, table, pos);

	tab_cells_read(reader, row->first, at, indent);
}

/* A row's key on one line, its other cells on the next. */
static void
tab_key_row_read(struct text_reader *reader, struct node *table, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	struct pos pos = { line->line_no, line->col };
	struct text_piece piece = { .text = line->text, .pos = pos };
	struct node *row = read_text_row_append(reader, table, pos);

	read_text_cell_fill(reader, row->first, &piece, 1);
	tab_cells_read(reader, row->first->next, at + 1,
	    cells_of(&reader->lines[at + 1]).ptr[0] == '\t');
	row->end_line = table->end_line = reader->lines[at + 1].line_no;
}

/* Goes on in a cell that the line above began. */
static void
cell_extend(struct text_reader *reader, struct node *cell,
    const struct text_piece *piece)
{
	struct text_piece trimmed = *piece;
	struct node *last;

	trimmed.text = str_trim(piece->text);
	if (trimmed.text.len == 0)
		return;
	if (cell->last == NULL || cell->last->kind != NODE_PARAGRAPH) {
		read_text_cell_fill(reader, cell, piece, 1);
		return;
	}
	last = cell->last->last;
	if (last != NULL && last->kind == NODE_TEXT)
		last->as.text.text = str_printf(
		    reader->doc->arena, "%.*s ", STR_ARG(last->as.text.text));
	else
		doc_text_append(reader->doc->arena, cell->last,
		    (struct str)STR(" "), trimmed.pos);
	read_text_inlines(reader, cell->last, &trimmed, 1);
	cell->last->end_line = trimmed.pos.line;
}

/* A line that only goes on in the row above: its first part in the last cell
 * that has something in it, the others in the cells behind. */
static void
tab_rest_read(struct text_reader *reader, struct node *table, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	struct node *row = table->last, *cell = row->last;
	struct str rest = line->text, part;

	while (cell->prev != NULL && cell->first == NULL)
		cell = cell->prev;
	row->end_line = table->end_line = line->line_no;
	for (; str_next_part(&rest, '\t', &part) && cell != NULL;
	     cell = cell->next) {
		struct text_piece piece = { .text = part,
			.pos = read_text_line_pos(line, part) };

		cell_extend(reader, cell, &piece);
	}
}

/* Does the line break off in its last cell? */
static bool
is_cut(struct str text)
{
	struct str cell = text, part;

	while (str_next_part(&text, '\t', &part))
		cell = part;
	return read_text_is_unfinished(cell) ||
	       (cell.len > 24 && !read_text_ends_sentence(cell));
}

/* Does the line fill what the line above left of its row, in the midst of a
 * sentence? */
static bool
is_row_rest(const struct text_reader *reader, size_t begin, size_t at)
{
	size_t columns = read_text_inner_tabs(cells_of(&reader->lines[begin]));
	size_t above, tabs = read_text_inner_tabs(cells_of(&reader->lines[at]));

	if (tabs == 0)
		return !is_tab_group(reader, at);
	if (at < begin + 2 || reader->lines[at].raw.ptr[0] == '\t' ||
	    !read_text_starts_lower(reader->lines[at].text))
		return false;
	above = read_text_inner_tabs(cells_of(&reader->lines[at - 1]));
	return above > 0 && above + tabs == columns &&
	       is_cut(reader->lines[at - 1].text);
}

void
read_text_tabs_read(struct text_reader *reader, size_t begin, size_t end)
{
	struct pos pos = { reader->lines[begin].line_no, 1 };
	size_t indent = tab_indent(reader, begin, end);
	struct node *table;

	if (is_tab_fields(reader, begin, end)) {
		tab_fields_read(reader, begin, end);
		return;
	}
	table = read_text_table_append(
	    reader, pos, tab_columns(reader, begin, end) - indent);
	for (size_t i = begin; i < end; i++) {
		if (i > begin && is_tab_key(reader, begin, i) && i + 1 < end)
			tab_key_row_read(reader, table, i++);
		else if (is_row_rest(reader, begin, i))
			tab_rest_read(reader, table, i);
		else
			tab_row_read(reader, table, i, indent);
	}
}
