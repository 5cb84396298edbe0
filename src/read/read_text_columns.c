/* read_text_columns: tables whose cells are set below one another with runs
 * of spaces, as converters lay a page out.
 *
 *     Ref   Action                 Owner
 *     1.1   Renew the licences     J Bloggs
 *           of all users
 *
 * In come the lines that read_text_columns_end.c has found to be one; out go
 * its rows, or the fields that it is. However the cells of a line were found,
 * here is told which lines go on in the row above. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

enum {
	COLUMNS_BESIDE = 4, /* columns in which rows are told by being full */
	KEY_BYTES = 10
};

/* The table's lines and their cells. */
struct run {
	const struct text_reader *reader;
	size_t begin, end;
	size_t columns;
	const struct str *cells; /* line by line */
	size_t body; /* line behind a header that is repeated; 0: none is */
	bool small_goes_on; /* a line that begins small is no row's first */
	const bool *begins; /* rows, line by line; NULL: their keys do */
	const bool *beside; /* lines that begin rows without a first cell */
	const bool *behind; /* lines behind a header that is repeated */
};

static struct str
cell_of(const struct run *run, size_t at, size_t column)
{
	return run->cells[(at - run->begin) * run->columns + column];
}

static bool
cell_is_empty(const struct run *run, size_t at, size_t column)
{
	return cell_of(run, at, column).len == 0;
}

/* Does the line leave cells empty that a row would fill? */
static bool
is_partial(const struct run *run, size_t at)
{
	for (size_t k = 0; k < run->columns; k++)
		if (cell_is_empty(run, at, k))
			return true;
	return false;
}

/* Are the rows parted by blank lines, so that all lines between two belong to
 * one row? Then the lines below a row's first fill only some of its cells. */
static bool
is_blank_parted(const struct run *run)
{
	const struct text_line *lines = run->reader->lines;
	size_t parted = 0;

	for (size_t i = run->begin + 1; i < run->end; i++) {
		if (lines[i].blanks > 0)
			parted++;
		else if (read_text_layout_is_rule(lines[i].text) ||
			 !is_partial(run, i))
			return false;
	}
	return parted > 0;
}

/* Does what line `at` has in a column begin small? */
static bool
begins_small(const struct run *run, size_t at, size_t column)
{
	return read_text_starts_lower(cell_of(run, at, column));
}

/* Is the whole line in the midst of sentences? Its first cell begins small,
 * and so do others: "lights | wait for parts. | 2026". */
static bool
is_all_rest(const struct run *run, size_t at)
{
	size_t small = 0;

	for (size_t k = 0; k < run->columns; k++)
		small += begins_small(run, at, k);
	return begins_small(run, at, 0) && small >= 2;
}

/* Does line `at` go on in the row above it? */
static bool
goes_on(const struct run *run, size_t at, bool parted)
{
	const struct text_line *line = &run->reader->lines[at];

	if (line->blanks > 0 || read_text_layout_is_rule(line->text) ||
	    at == run->body || run->behind[at - run->begin] ||
	    run->beside[at - run->begin])
		return false;
	if (parted || cell_is_empty(run, at, 0))
		return true;
	/* the first cell alone, in the midst of its sentence */
	return (read_text_starts_lower(line->text) &&
		   (run->small_goes_on || is_partial(run, at))) ||
	       is_all_rest(run, at);
}

/* Do the rows of this table begin with a capital or a number, so that one that
 * begins small ("lights | 2026 | Officer") is the rest of another? There must
 * be more of them, the header apart, than lines that could be either. */
static bool
begins_tall(const struct run *run)
{
	size_t tall = 0, small = 0;

	for (size_t i = run->begin + 1; i < run->end; i++) {
		const struct text_line *line = &run->reader->lines[i];

		if (cell_is_empty(run, i, 0) ||
		    read_text_layout_is_rule(line->text))
			continue;
		if (!read_text_starts_lower(line->text))
			tall++;
		else if (!is_partial(run, i))
			small++;
	}
	return tall > small;
}

static size_t
pieces_gather(const struct run *run, struct text_piece *pieces, size_t begin,
    size_t end, size_t column)
{
	size_t count = 0;

	for (size_t i = begin; i < end; i++) {
		const struct text_line *line = &run->reader->lines[i];
		struct text_piece piece = { .join = JOIN_SPACE };

		piece.text = cell_of(run, i, column);
		piece.pos = read_text_line_pos(line, piece.text);
		if (piece.text.len > 0)
			pieces[count++] = piece;
	}
	return count;
}

static void
row_fill(struct text_reader *reader, const struct run *run, struct node *row,
    size_t begin, size_t end)
{
	struct text_piece *pieces =
	    arena_alloc(reader->scratch, (end - begin) * sizeof(*pieces));
	size_t column = 0;

	for (struct node *cell = row->first; cell != NULL; cell = cell->next) {
		size_t count = pieces_gather(run, pieces, begin, end, column++);

		if (count > 0)
			cell->pos = pieces[0].pos;
		read_text_cell_fill(reader, cell, pieces, count);
	}
	row->end_line = reader->lines[end - 1].line_no;
}

/* The cells of all lines, by the layout of the whole region. */
static void
run_measure(struct text_reader *reader, struct run *run)
{
	size_t lines = run->end - run->begin;
	struct text_page page = { .width = 0 };
	struct text_layout layout;
	struct str *cells;

	if (reader->lines[run->begin].drifts) {
		run->cells = read_text_drift_cells(
		    reader, run->begin, run->end, &run->columns);
		return;
	}
	for (size_t i = run->begin; i < run->end; i++)
		if (!read_text_layout_is_rule(reader->lines[i].text))
			read_text_layout_add(&page, &reader->lines[i]);
	read_text_layout_find(&layout, &page);
	run->columns = layout.count;
	cells =
	    arena_alloc(reader->scratch, lines * layout.count * sizeof(*cells));
	for (size_t i = 0; i < lines; i++)
		for (size_t k = 0; k < layout.count; k++)
			cells[i * layout.count + k] =
			    read_text_layout_cut(&reader->lines[run->begin + i],
				layout.starts[k], layout.ends[k]);
	run->cells = cells;
}

/* ---- headers that are printed again ---- */

static bool
is_same_line(const struct run *run, size_t a, size_t b)
{
	for (size_t k = 0; k < run->columns; k++)
		if (!str_eq(cell_of(run, a, k), cell_of(run, b, k)))
			return false;
	return true;
}

/* How many lines the header has: those below its first that leave the first
 * cell empty, at its most. */
static size_t
head_lines(const struct run *run, size_t again)
{
	size_t count = 0;

	while (run->begin + count < again && again + count < run->end &&
	       (count == 0 || cell_is_empty(run, run->begin + count, 0)) &&
	       is_same_line(run, run->begin + count, again + count))
		count++;
	return count;
}

/* What stands below a header in the midst of the table is none of it, though it
 * may be the rest of a row that the page has cut. */
static const bool *
behind_find(const struct run *run)
{
	bool *behind = arena_alloc(run->reader->scratch,
	    (run->end - run->begin + 1) * sizeof(*behind));

	for (size_t i = run->begin + 1; i < run->end; i++) {
		size_t count =
		    cell_is_empty(run, i, 0) ? 0 : head_lines(run, i);

		if (count > 0)
			behind[i + count - run->begin] = true;
	}
	return behind;
}

/* ---- rows whose first cell is that of the row above ---- */

static bool
is_key(struct str text)
{
	for (size_t i = 0; i < text.len && text.len <= KEY_BYTES; i++)
		if (str_is_digit(text.ptr[i]))
			return true;
	return false;
}

/* How many of the cells behind the first are filled, if the line can be the
 * first of a row: nothing in it begins small or goes on from above. */
static size_t
fresh_cells(const struct run *run, size_t at)
{
	size_t filled = 0;

	for (size_t k = 1; k < run->columns; k++) {
		struct str above = cell_of(run, at - 1, k);

		if (begins_small(run, at, k) ||
		    (!cell_is_empty(run, at, k) && above.len > 1 &&
			read_text_is_unfinished(above)))
			return 0;
		filled += !cell_is_empty(run, at, k);
	}
	return cell_is_empty(run, at, 1) ? 0 : filled;
}

/* A theme stands before the first of its rows only: lines that fill all other
 * cells, or all but one, begin rows too. Where the first column numbers the
 * rows, none is without. */
static const bool *
beside_find(const struct run *run)
{
	size_t lines = run->end - run->begin, keys = 0, names = 0;
	bool *beside =
	    arena_alloc(run->reader->scratch, lines * sizeof(*beside));

	for (size_t i = run->begin + 1; i < run->end; i++) {
		keys += is_key(cell_of(run, i, 0));
		names += !cell_is_empty(run, i, 0);
	}
	if (run->columns < COLUMNS_BESIDE || names == 0 || keys * 2 > names)
		return beside;
	for (size_t i = run->begin + 2; i < run->end; i++)
		if (cell_is_empty(run, i, 0) &&
		    !read_text_layout_is_rule(run->reader->lines[i].text) &&
		    fresh_cells(run, i) + 2 >= run->columns)
			beside[i - run->begin] = true;
	return beside;
}

static bool
is_fields(const struct run *run, bool parted)
{
	if (run->columns != 2)
		return false;
	for (size_t i = run->begin; i < run->end; i++) {
		struct str name, value;

		if (i > run->begin && goes_on(run, i, parted))
			continue;
		if (!read_text_field_cut(
			run->reader->lines[i].text, &name, &value) ||
		    cell_of(run, i, 0).len != name.len + 1)
			return false;
	}
	return true;
}

static size_t
row_end(const struct run *run, size_t at, bool parted)
{
	if (run->begins != NULL) {
		for (at++; at < run->end && !run->begins[at - run->begin]; at++)
			continue;
		return at;
	}
	for (at++; at < run->end && goes_on(run, at, parted); at++)
		continue;
	return at;
}

static void
fields_read(struct text_reader *reader, const struct run *run, bool parted)
{
	for (size_t at = run->begin; at < run->end;) {
		const struct text_line *line = &reader->lines[at];
		size_t end = row_end(run, at, parted);
		struct text_piece *pieces =
		    arena_alloc(reader->scratch, (end - at) * sizeof(*pieces));
		struct str name = { NULL, 0 }, value;
		struct node *field;

		read_text_field_cut(line->text, &name, &value);
		field = read_text_field_append(reader, reader->doc->root, name,
		    (struct pos){ line->line_no, line->col });
		read_text_cell_fill(reader, field, pieces,
		    pieces_gather(run, pieces, at, end, 1));
		field->end_line = field->parent->end_line =
		    reader->lines[end - 1].line_no;
		at = end;
	}
}

/* Marks the rows so far as headers, if they are few. */
static void
mark_header(struct node *table)
{
	size_t count = 0;

	for (struct node *row = table->first; row != NULL; row = row->next)
		count++;
	if (count > 2)
		return;
	for (struct node *row = table->first; row != NULL; row = row->next)
		row->as.row.is_header = true;
}

/* Has only the page come between this table and the one before? */
static bool
is_cut(const struct run *run)
{
	const struct text_line *lines = run->reader->lines;
	size_t at = lines[run->reader->columns_head].region_end;

	while (at < run->begin && lines[at].furniture)
		at++;
	return at == run->begin;
}

/* Where rows begin whose keys do not stand on their first line. */
static const bool *
begins_find(const struct run *run)
{
	for (size_t i = run->begin; i < run->end; i++)
		if (read_text_layout_is_rule(run->reader->lines[i].text) ||
		    (i > run->begin && run->reader->lines[i].blanks > 0))
			return NULL;
	return read_text_rows_stand(run->reader->scratch, run->cells,
	    run->end - run->begin, run->columns,
	    run->body > 0 ? run->body - run->begin : 0,
	    run->body > 0 && is_cut(run));
}

/* The header of the table before, line for line: what stands below it may be
 * the rest of a row that the page has cut. */
static size_t
body_of(const struct run *run)
{
	const struct text_line *lines = run->reader->lines;
	size_t before = run->reader->columns_head, at = run->begin;
	size_t known = run->reader->columns_header;

	if (before == at)
		return 0;
	/* both pages may go on with the same words below it */
	while (at < run->end && before < run->begin &&
	       (known == 0 || at - run->begin < known) &&
	       str_eq(lines[at].text, lines[before].text)) {
		at++;
		before++;
	}
	return at > run->begin ? at : 0;
}

void
read_text_columns_read(struct text_reader *reader, size_t begin, size_t end)
{
	struct run run = { .reader = reader, .begin = begin, .end = end };
	const struct text_line *lines = reader->lines;
	struct pos pos = { lines[begin].line_no, lines[begin].col };
	struct node *table;
	bool parted;

	run_measure(reader, &run);
	run.body = body_of(&run);
	run.behind = behind_find(&run);
	run.beside = beside_find(&run);
	parted = is_blank_parted(&run);
	run.small_goes_on = begins_tall(&run);
	run.begins = parted ? NULL : begins_find(&run);
	reader->columns_head = begin;
	reader->columns_header = run.body > 0 ? run.body - begin : 0;
	if (is_fields(&run, parted)) {
		fields_read(reader, &run, parted);
		return;
	}
	table = read_text_table_append(reader, pos, run.columns);
	for (size_t at = begin; at < end;) {
		size_t next = row_end(&run, at, parted);

		if (read_text_layout_is_rule(lines[at].text)) {
			mark_header(table);
			at++;
			continue;
		}
		row_fill(reader, &run,
		    read_text_row_append(reader, table,
			(struct pos){ lines[at].line_no, lines[at].col }),
		    at, next);
		at = next;
	}
	table->end_line = lines[end - 1].line_no;
}
