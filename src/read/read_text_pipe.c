/* read_text_pipe: tables whose cells are parted by pipes or by the upright
 * strokes of box drawing, with rules between the rows or without. */
#include "read/read_grid.h"
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { LONE_CELLS = 3 }; /* in a row that makes a table by itself */

static bool
is_bar(uint32_t c)
{
	return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551 ||
	       c == 0xA6;
}

/* Cells of a line, bar by bar. */
struct bars {
	struct str rest;
	bool done;
	const char *seen; /* of the line, up to here, with so many characters */
	uint32_t seen_chars;
};

static struct bars
bars_of(struct str text)
{
	struct bars bars = { .rest = text, .seen = text.ptr };
	struct str rest = text;

	if (is_bar(utf8_next(&rest)))
		bars.rest = rest;
	rest = bars.rest;
	if (rest.len > 0 && is_bar(utf8_last(&rest)) &&
	    !(rest.len > 0 && rest.ptr[rest.len - 1] == '\\'))
		bars.rest = rest;
	return bars;
}

static bool
bars_next(struct bars *bars, struct str *cell)
{
	struct str rest = bars->rest;
	const char *end;

	if (bars->done)
		return false;
	while (rest.len > 0) {
		uint32_t c;

		end = rest.ptr;
		c = utf8_next(&rest);
		if (c == '\\' && rest.len > 0) {
			utf8_next(&rest);
		} else if (is_bar(c)) {
			*cell = str_range(bars->rest.ptr, end);
			bars->rest = rest;
			return true;
		}
	}
	*cell = bars->rest;
	bars->done = true;
	return true;
}

/* The place of the cell that bars_next gave last: one line may hold thousands,
 * so characters are counted on from the one before. */
static struct pos
bars_pos(struct bars *bars, const struct text_line *line, struct str cell)
{
	bars->seen_chars +=
	    (uint32_t)utf8_count(str_range(bars->seen, cell.ptr));
	bars->seen = cell.ptr;
	return (struct pos){ line->line_no, line->col + bars->seen_chars };
}

static size_t
cell_count(struct str text)
{
	struct bars bars = bars_of(text);
	struct str cell;
	size_t count = 0;

	while (bars_next(&bars, &cell))
		count++;
	return count;
}

/* A line that only draws: +---+---+, |:--|--:|, box drawing. */
static bool
is_drawn(struct str text)
{
	size_t strokes = 0, crossings = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '-' || c == '=' || c == 0x2500 || c == 0x2501 ||
		    c == 0x2550)
			strokes++;
		else if (c == '|' || c == '+' || (c >= 0x2502 && c <= 0x257F))
			crossings++;
		else if (c != ':' && c != ' ')
			return false;
	}
	return strokes >= 2 && crossings >= 1;
}

static bool
is_boxed(struct str text)
{
	struct str rest = text;

	return text.len > 2 && is_bar(utf8_next(&rest)) && rest.len > 0 &&
	       is_bar(utf8_last(&rest));
}

/* A line of a drawing whose cells span others: "| wall +------+". */
static bool
is_framed(struct str text)
{
	return text.len > 1 && (text.ptr[0] == '+' || text.ptr[0] == '|') &&
	       (str_ends(text, "+") || str_ends(text, "|"));
}

static bool
has_bars(struct str text)
{
	return cell_count(text) > 1 || is_boxed(text);
}

/* "3) Mend the wall | Ann Lee | 3 May 2026 | Red": a group of one. */
static bool
is_lone_record(struct str text)
{
	struct text_marker marker;

	return cell_count(text) >= LONE_CELLS &&
	       read_text_marker_find(text, &marker) &&
	       marker.kind != MARKER_BULLET;
}

/* Do the first two lines make a table? Rows with bars at both ends or a rule
 * do; rows with bars only between cells must agree in their number. */
static bool
is_begun(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text, below = { NULL, 0 };

	if (at + 1 < reader->line_count && reader->lines[at + 1].blanks == 0)
		below = reader->lines[at + 1].text;
	if (is_drawn(text))
		return below.len > 0 && has_bars(below) &&
		       (!is_drawn(below) || str_starts(below, "|"));
	if (!has_bars(text))
		return false;
	if (is_boxed(text))
		return cell_count(text) > 1 ||
		       (below.len > 0 && (is_boxed(below) || is_drawn(below)));
	/* "Agenda | Minutes" on one line is no table */
	return (below.len > 0 &&
		   (is_drawn(below) ||
		       (has_bars(below) &&
			   cell_count(below) == cell_count(text)))) ||
	       is_lone_record(text);
}

size_t
read_text_pipes_end(struct text_reader *reader, size_t at)
{
	const struct text_line *lines = reader->lines;
	size_t end = at + 1;

	if (!is_begun(reader, at))
		return at;
	for (; end < reader->line_count && !lines[end].furniture; end++)
		if (lines[end].blanks > 0 ||
		    !(is_drawn(lines[end].text) || has_bars(lines[end].text) ||
			(is_drawn(lines[at].text) &&
			    is_framed(lines[end].text))))
			break;
	return end;
}

static enum column_align
align_of(struct str cell)
{
	bool left, right;

	cell = str_trim(cell);
	left = str_starts(cell, ":");
	right = str_ends(cell, ":");
	if (left && right)
		return ALIGN_CENTRE;
	return left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_NONE;
}

static void
align_read(struct node *table, struct str text)
{
	struct bars bars = bars_of(text);
	struct str cell;

	for (size_t i = 0;
	     i < table->as.table.column_count && bars_next(&bars, &cell); i++)
		table->as.table.columns[i].align = align_of(cell);
}

/* A table of lines, and how its rules part them. */
struct rows {
	struct text_reader *reader;
	size_t begin, end;
	size_t columns;
	size_t groups;     /* runs of lines between rules */
	size_t first_size; /* lines of the first group */
	bool is_drawn;     /* begins with a rule */
	bool has_double;   /* a rule of equals signs: below the header */
};

static void
grid_measure(struct rows *grid)
{
	const struct text_line *lines = grid->reader->lines;
	bool between = true;

	grid->is_drawn = is_drawn(lines[grid->begin].text);
	for (size_t i = grid->begin; i < grid->end; i++) {
		size_t count;

		if (is_drawn(lines[i].text)) {
			between = true;
			if (i > grid->begin &&
			    (str_find(lines[i].text, "=") != (size_t)-1 ||
				str_find(lines[i].text, "\xE2\x95\x90") !=
				    (size_t)-1) &&
			    i + 1 < grid->end)
				grid->has_double = true;
			continue;
		}
		grid->groups += between;
		grid->first_size += grid->groups == 1;
		between = false;
		count = cell_count(lines[i].text);
		if (count > grid->columns)
			grid->columns = count;
	}
}

/* Has the line nothing in its first cell? */
static bool
is_hanging(struct str text)
{
	struct bars bars = bars_of(text);
	struct str cell = { NULL, 0 };

	bars_next(&bars, &cell);
	return str_trim(cell).len == 0;
}

/* Fills a row from lines begin to end, one share of each cell from each. */
static void
row_read(struct rows *grid, struct node *row, size_t begin, size_t end)
{
	struct text_reader *reader = grid->reader;
	size_t lines = end - begin, column = 0;
	struct bars *bars = arena_alloc(reader->scratch, lines * sizeof(*bars));
	struct text_piece *pieces =
	    arena_alloc(reader->scratch, lines * sizeof(*pieces));

	for (size_t i = 0; i < lines; i++)
		bars[i] = bars_of(reader->lines[begin + i].text);
	for (struct node *cell = row->first; cell != NULL;
	     cell = cell->next, column++) {
		size_t count = 0;

		for (size_t i = 0; i < lines; i++) {
			const struct text_line *line =
			    &reader->lines[begin + i];
			struct text_piece piece = { .join = JOIN_SPACE };

			if (!bars_next(&bars[i], &piece.text))
				continue;
			piece.pos = bars_pos(&bars[i], line, piece.text);
			if (str_trim(piece.text).len > 0)
				pieces[count++] = piece;
		}
		if (count > 0)
			cell->pos = pieces[0].pos;
		read_text_cell_fill(reader, cell, pieces, count);
	}
	row->end_line = reader->lines[end - 1].line_no;
}

/* Only bars? */
static bool
is_empty(const struct rows *grid, size_t at)
{
	struct bars bars = bars_of(grid->reader->lines[at].text);
	struct str cell;

	while (bars_next(&bars, &cell))
		if (str_trim(cell).len > 0)
			return false;
	return true;
}

/* Where the row that begins at `at` ends: rows between rules may be several
 * lines high. */
static size_t
row_end(const struct rows *grid, size_t at)
{
	const struct text_line *lines = grid->reader->lines;
	bool whole = grid->is_drawn && grid->groups >= 3;

	for (at++; at < grid->end && !is_drawn(lines[at].text); at++)
		if (!whole && !(grid->is_drawn && is_hanging(lines[at].text)))
			break;
	return at;
}

static void
say_ragged(const struct rows *grid, size_t at)
{
	struct text_reader *reader = grid->reader;
	const struct text_line *line = &reader->lines[at];
	size_t count = cell_count(line->text);

	if (count == grid->columns || grid->is_drawn)
		return;
	doc_say(reader->doc, DOC_TABLE_RAGGED,
	    (struct pos){ line->line_no, line->col },
	    str_printf(reader->scratch, "%zu", count),
	    str_printf(reader->scratch, "%zu", grid->columns));
}

/* The rows above the first rule are the header when it is the only rule
 * between rows, or a double one. */
static bool
has_header(const struct rows *grid)
{
	if (grid->groups < 2)
		return false;
	if (grid->has_double)
		return true;
	return grid->groups == 2 && (!grid->is_drawn || grid->first_size == 1);
}

static void
fill_cell(void *context, struct node *cell, const struct grid_cell *from)
{
	struct text_reader *reader = context;
	struct text_piece *pieces =
	    arena_alloc(reader->scratch, from->count * sizeof(*pieces));

	for (size_t i = 0; i < from->count; i++)
		pieces[i] = (struct text_piece){ .text = from->lines[i].text,
			.pos = from->lines[i].pos,
			.join = JOIN_SPACE };
	read_text_cell_fill(reader, cell, pieces, from->count);
}

/* A drawing in which all fits, so that it tells rows and spans by itself. */
static bool
drawing_read(struct text_reader *reader, size_t begin, size_t end)
{
	struct grid_line *lines =
	    arena_alloc(reader->scratch, (end - begin) * sizeof(*lines));
	struct node *table;
	struct grid grid;

	for (size_t i = begin; i < end; i++) {
		const struct text_line *line = &reader->lines[i];

		lines[i - begin] = (struct grid_line){ line->text,
			{ line->line_no, line->col } };
	}
	if (!read_grid_find(reader->scratch, lines, end - begin, &grid))
		return false;
	table = read_text_append(reader, NODE_TABLE, lines[0].pos);
	read_grid_build(reader->doc->arena, table, &grid, fill_cell, reader);
	table->end_line = reader->lines[end - 1].line_no;
	return true;
}

void
read_text_pipes_read(struct text_reader *reader, size_t begin, size_t end)
{
	struct rows grid = { .reader = reader, .begin = begin, .end = end };
	const struct text_line *lines = reader->lines;
	struct pos pos = { lines[begin].line_no, lines[begin].col };
	struct node *table;
	bool header;

	if (drawing_read(reader, begin, end))
		return;
	grid_measure(&grid);
	header = has_header(&grid);
	table = read_text_table_append(reader, pos, grid.columns);
	for (size_t at = begin; at < end;) {
		size_t next;
		struct node *row;

		if (is_drawn(lines[at].text)) {
			if (at > begin && at < end - 1)
				header = false;
			if (!grid.is_drawn)
				align_read(table, lines[at].text);
			at++;
			continue;
		}
		next = row_end(&grid, at);
		/* converters give a table without a header an empty one */
		if (header && table->first == NULL && is_empty(&grid, at)) {
			at = next;
			continue;
		}
		row = read_text_row_append(reader, table,
		    (struct pos){ lines[at].line_no, lines[at].col });
		row->as.row.is_header = header;
		say_ragged(&grid, at);
		row_read(&grid, row, at, next);
		at = next;
	}
	table->end_line = lines[end - 1].line_no;
}
