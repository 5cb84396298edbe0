/* read_text_sheet: tables that a spreadsheet wrote: cells parted by commas, or
 * by tabs with quotation marks around those that hold several lines.
 *
 *     No,Action,Officer,Comment
 *     1,"Review fees, all services",Ann Lee,"Agreed.
 *     Goes to the ""Cabinet"" in May."
 *
 * As RFC 4180 has it. Prose has a space behind its commas; a sheet has none. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum {
	FIELDS_MIN = 3,
	RECORDS_MIN = 2,
	RECORD_MAX_LINES = 60, /* a quotation mark that none closes is text */
	TITLE_ROWS = 8         /* above the table: "Register,,,," and ",,,," */
};

/* Where one is in the sheet. */
struct sheet {
	const struct text_reader *reader;
	char mark; /* between cells */
	size_t line;
	struct str rest; /* of that line */
	struct str seen; /* of that line, from its begin; and how many */
	uint32_t seen_chars;
	bool is_quoted; /* some cell had marks around it that it needed */
	bool is_prose;  /* a comma with a space behind it */
};

/* One cell: its share of each line. */
struct sheet_cell {
	struct text_piece *pieces;
	size_t count, cap;
};

/* Cells come in order, and one line may hold thousands: characters are counted
 * on from the last one. */
static struct pos
place_of(struct sheet *sheet, struct str text)
{
	const struct text_line *line = &sheet->reader->lines[sheet->line];
	const char *from = line->text.ptr;

	if (text.ptr <= from)
		return (struct pos){ line->line_no, line->col };
	if (sheet->seen.ptr == from && text.ptr >= from + sheet->seen.len)
		from += sheet->seen.len;
	else
		sheet->seen_chars = 0;
	sheet->seen_chars += (uint32_t)utf8_count(str_range(from, text.ptr));
	sheet->seen = str_range(line->text.ptr, text.ptr);
	return (struct pos){ line->line_no, line->col + sheet->seen_chars };
}

static void
piece_add(struct sheet *sheet, struct sheet_cell *cell, struct str text)
{
	struct text_piece *last =
	    cell->count > 0 ? &cell->pieces[cell->count - 1] : NULL;
	struct text_piece *piece;

	if (str_trim(text).len == 0)
		return;
	cell->pieces = arena_push(sheet->reader->scratch, cell->pieces,
	    &cell->count, &cell->cap, sizeof(*cell->pieces));
	piece = &cell->pieces[cell->count - 1];
	*piece = (struct text_piece){ .text = text,
		.pos = place_of(sheet, text),
		.join = last == NULL ? JOIN_NONE
			: read_text_ends_sentence(
			      str_trim(cell->pieces[cell->count - 2].text))
			    ? JOIN_BREAK
			    : JOIN_SPACE };
}

/* Two quotation marks are one. */
static struct str
without_doubles(struct sheet *sheet, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str copy;

	if (str_find(text, "\"\"") == (size_t)-1)
		return text;
	for (size_t i = 0; i < text.len; i++) {
		buf_put(&buf, text.ptr + i, 1);
		if (text.ptr[i] == '"' && i + 1 < text.len &&
		    text.ptr[i + 1] == '"')
			i++;
	}
	copy = str_copy(
	    sheet->reader->doc->arena, str_range(buf.ptr, buf.ptr + buf.len));
	buf_clear(&buf);
	return copy;
}

static void
quoted_add(struct sheet *sheet, struct sheet_cell *cell, struct str text)
{
	struct pos pos = place_of(sheet, text);
	size_t before = cell->count;

	piece_add(sheet, cell, text);
	if (cell->count == before)
		return;
	cell->pieces[before].text = without_doubles(sheet, text);
	cell->pieces[before].pos = pos;
}

/* Behind the mark that opens the cell; false: none closes it. */
static bool
take_quoted(struct sheet *sheet, struct sheet_cell *cell)
{
	size_t first = sheet->line;

	for (;;) {
		struct str rest = sheet->rest;
		size_t at = 0;

		while (at < rest.len &&
		       (rest.ptr[at] != '"' ||
			   (at + 1 < rest.len && rest.ptr[at + 1] == '"')))
			at += rest.ptr[at] == '"' ? 2 : 1;
		quoted_add(sheet, cell, str_head(rest, at));
		if (at < rest.len) {
			sheet->rest = str_skip(rest, at + 1);
			return sheet->rest.len == 0 ||
			       sheet->rest.ptr[0] == sheet->mark;
		}
		if (++sheet->line >= sheet->reader->line_count ||
		    sheet->line > first + RECORD_MAX_LINES)
			return false;
		sheet->is_quoted = true;
		sheet->rest = sheet->reader->lines[sheet->line].raw;
	}
}

static bool
take_cell(struct sheet *sheet, struct sheet_cell *cell)
{
	size_t at = 0;

	if (sheet->rest.len > 0 && sheet->rest.ptr[0] == '"') {
		sheet->rest = str_skip(sheet->rest, 1);
		return take_quoted(sheet, cell);
	}
	while (at < sheet->rest.len && sheet->rest.ptr[at] != sheet->mark)
		at++;
	piece_add(sheet, cell, str_head(sheet->rest, at));
	sheet->rest = str_skip(sheet->rest, at);
	if (sheet->rest.len > 1 && sheet->rest.ptr[1] == ' ')
		sheet->is_prose = true;
	return true;
}

/* Reads the record that begins at `*at` and moves behind it. Gives the number
 * of its cells, 0 if it is no record. `cells` may be NULL. */
static size_t
take_record(struct sheet *sheet, size_t *at, struct sheet_cell **cells)
{
	size_t count = 0, cap = 0;
	struct sheet_cell *list = NULL;

	sheet->line = *at;
	sheet->rest = sheet->reader->lines[*at].raw;
	for (;;) {
		list = arena_push(
		    sheet->reader->scratch, list, &count, &cap, sizeof(*list));
		list[count - 1] = (struct sheet_cell){ .pieces = NULL };
		if (!take_cell(sheet, &list[count - 1]))
			return 0;
		if (sheet->rest.len == 0)
			break;
		sheet->rest = str_skip(sheet->rest, 1);
	}
	if (sheet->mark == ',' && sheet->is_prose)
		return 0;
	*at = sheet->line + 1;
	if (cells != NULL)
		*cells = list;
	return count;
}

static size_t
marks_in(struct str text, char mark)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == mark;
	return count;
}

/* "27,410": do all commas of the line part thousands? Then it is a row of
 * figures and not the first of a sheet, which would have names. */
static bool
has_thousands_only(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t digits = 0;

		if (text.ptr[i] != ',')
			continue;
		while (i + 1 + digits < text.len &&
		       str_is_digit(text.ptr[i + 1 + digits]))
			digits++;
		if (digits != 3 || i == 0 || !str_is_digit(text.ptr[i - 1]))
			return false;
	}
	return true;
}

static size_t
sheet_end(const struct text_reader *reader, size_t at, char mark)
{
	struct sheet sheet = { .reader = reader, .mark = mark };
	size_t fields, records = 1, end = at;

	if (marks_in(reader->lines[at].raw, mark) + 1 < FIELDS_MIN ||
	    (mark == ',' && has_thousands_only(reader->lines[at].raw)))
		return at;
	fields = take_record(&sheet, &end, NULL);
	if (fields < FIELDS_MIN)
		return at;
	while (end < reader->line_count && reader->lines[end].blanks == 0 &&
	       !reader->lines[end].furniture) {
		size_t next = end;

		if (take_record(&sheet, &next, NULL) != fields)
			break;
		end = next;
		records++;
	}
	/* what only tabs part is read elsewhere */
	if (records < RECORDS_MIN || (mark == '\t' && !sheet.is_quoted))
		return at;
	return end;
}

/* "Register of risks,,,,": the words before the commas, or all of the text. */
static struct str
without_commas(struct str text)
{
	while (text.len > 0 && text.ptr[text.len - 1] == ',')
		text.len--;
	return text;
}

/* Above the table each line has as many commas, and words before them only:
 * they are lines of their own. */
static void
strip_titles(struct text_reader *reader, size_t at)
{
	for (int i = 0; i < TITLE_ROWS && at < reader->line_count; i++, at++) {
		struct text_line *line = &reader->lines[at];
		struct str bare = without_commas(line->text);

		if (line->text.len - bare.len + 1 < FIELDS_MIN)
			return;
		if (str_find(bare, ",") != (size_t)-1 && bare.ptr[0] != '"')
			return;
		if (bare.len > 1 && bare.ptr[0] == '"' && str_ends(bare, "\""))
			bare = str_head(str_skip(bare, 1), bare.len - 2);
		if (bare.len == 0) {
			line->furniture = true;
			continue;
		}
		line->text = bare;
		line->raw = str_range(line->raw.ptr, bare.ptr + bare.len);
		line->width = (uint32_t)utf8_count(bare);
		if (at + 1 < reader->line_count)
			reader->lines[at + 1].blanks++;
	}
}

size_t
read_text_sheet_end(struct text_reader *reader, size_t at)
{
	size_t end = sheet_end(reader, at, ',');

	if (end > at)
		strip_titles(reader, at);
	if (end > at && marks_in(reader->lines[at].raw, ',') == 0)
		return at; /* a title; the table comes below */
	return end > at ? end : sheet_end(reader, at, '\t');
}

void
read_text_sheet_read(struct text_reader *reader, size_t begin, size_t end)
{
	const struct text_line *first = &reader->lines[begin];
	struct sheet sheet = { .reader = reader,
		.mark = str_find(first->raw, "\t") != (size_t)-1 ? '\t' : ',' };
	struct pos pos = { first->line_no, 1 };
	struct sheet_cell *cells;
	size_t columns = 1, at = begin;
	struct node *table;

	while (at < end) {
		size_t count = take_record(&sheet, &at, &cells);

		if (count == 0)
			break;
		for (size_t i = columns; i < count; i++)
			if (cells[i].count > 0)
				columns = i + 1;
	}
	table = read_text_table_append(reader, pos, columns);
	for (at = begin; at < end;) {
		size_t line = at, count = take_record(&sheet, &at, &cells);
		struct node *row, *cell;

		if (count == 0)
			break;
		pos.line = reader->lines[line].line_no;
		row = read_text_row_append(reader, table, pos);
		row->end_line = reader->lines[at - 1].line_no;
		cell = row->first;
		for (size_t i = 0; i < count && cell != NULL;
		     i++, cell = cell->next)
			if (cells[i].count > 0) {
				cell->pos = cells[i].pieces[0].pos;
				read_text_cell_fill(reader, cell,
				    cells[i].pieces, cells[i].count);
			}
	}
	table->end_line = reader->lines[end - 1].line_no;
}
