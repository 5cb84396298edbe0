/* read_grid: see read_grid.h. The drawing is laid on squared paper; the upright
 * and level lines through every crossing cut it into the smallest cells, and
 * those with no stroke between them are one. */
#include "read/read_grid.h"

#include "base/arena.h"
#include "base/utf8.h"

/* A square: a character, or the right half of a wide one (0). */
struct square {
	uint32_t c;
	uint32_t byte; /* of the line, where it begins */
};

struct sheet {
	struct arena *scratch;
	const struct grid_line *lines;
	size_t count, width;
	struct square *squares; /* count rows of width + 1 */
	bool *is_x;             /* of width: an upright line may stand there */
	size_t *xs, x_count;    /* them */
	size_t *ys, y_count; /* lines with a stroke from upright to upright */
	bool *is_taken;      /* smallest cells that are a cell's */
};

static const struct square *
at(const struct sheet *sheet, size_t y, size_t x)
{
	return &sheet->squares[y * (sheet->width + 1) + x];
}

/* Columns of a text; `wide`: as a terminal counts them. */
static size_t
width_of(struct str text, bool wide)
{
	size_t width = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		width += wide ? (size_t)utf8_width(c) : 1;
	}
	return width;
}

/* Puts a line onto its squares. What takes no room of its own goes with what
 * stands before it. */
static void
line_put(struct sheet *sheet, size_t y, bool wide)
{
	struct str all = sheet->lines[y].text, rest = all;
	struct square *square = &sheet->squares[y * (sheet->width + 1)];

	while (rest.len > 0) {
		uint32_t byte = (uint32_t)(all.len - rest.len);
		uint32_t c = utf8_next(&rest);
		int width = wide ? utf8_width(c) : 1;

		for (int i = 0; i < width; i++) {
			square->c = i == 0 ? c : 0;
			square->byte = byte;
			square++;
		}
	}
	square->byte = (uint32_t)all.len;
}

static bool
sheet_fill(struct sheet *sheet, bool wide)
{
	sheet->width = width_of(sheet->lines[0].text, wide);
	for (size_t y = 1; y < sheet->count; y++)
		if (width_of(sheet->lines[y].text, wide) != sheet->width)
			return false;
	sheet->squares = arena_alloc(sheet->scratch,
	    sheet->count * (sheet->width + 1) * sizeof(*sheet->squares));
	for (size_t y = 0; y < sheet->count; y++)
		line_put(sheet, y, wide);
	return true;
}

static bool
is_stroke(uint32_t c)
{
	return c == '-' || c == '=' || c == ':';
}

static bool
is_edge(uint32_t c)
{
	return c == '|' || c == '+';
}

/* The next crossing behind the one at x with only strokes between; x: none. */
static size_t
stroke_end(const struct sheet *sheet, size_t y, size_t x)
{
	size_t end = x + 1;

	while (end < sheet->width && is_stroke(at(sheet, y, end)->c))
		end++;
	return end > x + 1 && end < sheet->width && at(sheet, y, end)->c == '+'
		   ? end
		   : x;
}

/* Finds the crossings: ends of strokes. False if a line is none of a grid. */
static bool
lines_find(struct sheet *sheet)
{
	size_t last = sheet->width - 1;

	sheet->is_x = arena_alloc(sheet->scratch, sheet->width);
	sheet->ys =
	    arena_alloc(sheet->scratch, sheet->count * sizeof(*sheet->ys));
	for (size_t y = 0; y < sheet->count; y++) {
		bool has_stroke = false;

		if (!is_edge(at(sheet, y, 0)->c) ||
		    !is_edge(at(sheet, y, last)->c))
			return false;
		for (size_t x = 0; x < last;) {
			size_t end = at(sheet, y, x)->c == '+'
					 ? stroke_end(sheet, y, x)
					 : x;

			if (end > x) {
				has_stroke = true;
				sheet->is_x[x] = sheet->is_x[end] = true;
			}
			x = end > x ? end : x + 1;
		}
		if (has_stroke)
			sheet->ys[sheet->y_count++] = y;
	}
	sheet->xs =
	    arena_alloc(sheet->scratch, sheet->width * sizeof(*sheet->xs));
	for (size_t x = 0; x < sheet->width; x++)
		if (sheet->is_x[x])
			sheet->xs[sheet->x_count++] = x;
	return sheet->y_count > 1 && sheet->ys[0] == 0 &&
	       sheet->ys[sheet->y_count - 1] == sheet->count - 1 &&
	       sheet->x_count > 1 && sheet->xs[0] == 0 &&
	       sheet->xs[sheet->x_count - 1] == last;
}

/* Is there an upright stroke at xs[i] beside the row? */
static bool
has_wall(const struct sheet *sheet, size_t row, size_t i)
{
	for (size_t y = sheet->ys[row] + 1; y < sheet->ys[row + 1]; y++)
		if (!is_edge(at(sheet, y, sheet->xs[i])->c))
			return false;
	return true;
}

/* Is there a level stroke at ys[i] above the column? */
static bool
has_floor(const struct sheet *sheet, size_t i, size_t column)
{
	for (size_t x = sheet->xs[column] + 1; x < sheet->xs[column + 1]; x++)
		if (!is_stroke(at(sheet, sheet->ys[i], x)->c))
			return false;
	return true;
}

static bool *
taken(struct sheet *sheet, size_t row, size_t column)
{
	return &sheet->is_taken[row * (sheet->x_count - 1) + column];
}

/* Takes the row of a cell: free, with a stroke at its ends and none within. */
static bool
row_take(struct sheet *sheet, const struct grid_cell *cell, size_t row)
{
	size_t end = cell->column + cell->columns;

	for (size_t k = cell->column; k < end; k++) {
		if (*taken(sheet, row, k) ||
		    (k > cell->column && has_wall(sheet, row, k)))
			return false;
		*taken(sheet, row, k) = true;
	}
	return has_wall(sheet, row, cell->column) && has_wall(sheet, row, end);
}

/* Has a cell a floor below that row: 1; none: 0; a part of one: -1. */
static int
floor_below(const struct sheet *sheet, const struct grid_cell *cell, size_t row)
{
	size_t floors = 0;

	for (size_t k = 0; k < cell->columns; k++)
		floors += has_floor(sheet, row + 1, cell->column + k);
	return floors == 0 ? 0 : floors == cell->columns ? 1 : -1;
}

/* The lines of a cell, blank ones at its ends left out. */
static void
cell_fill(struct sheet *sheet, struct grid_cell *cell)
{
	size_t begin = sheet->xs[cell->column] + 1;
	size_t end = sheet->xs[cell->column + cell->columns];
	size_t first = sheet->ys[cell->row] + 1;
	size_t last = sheet->ys[cell->row + cell->rows];
	size_t indent = end - begin, filled = 0;

	for (size_t y = first; y < last; y++)
		for (size_t x = begin; x < end && x - begin < indent; x++)
			if (at(sheet, y, x)->c != ' ')
				indent = x - begin;
	cell->lines =
	    arena_alloc(sheet->scratch, (last - first) * sizeof(*cell->lines));
	for (size_t y = first; y < last; y++) {
		const struct grid_line *line = &sheet->lines[y];
		size_t from = at(sheet, y, begin + indent)->byte;
		size_t to = at(sheet, y, end)->byte;
		struct grid_line cut = { .pos = line->pos };

		cut.text = str_head(str_skip(line->text, from), to - from);
		while (
		    cut.text.len > 0 && cut.text.ptr[cut.text.len - 1] == ' ')
			cut.text.len--;
		cut.pos.col += (uint32_t)utf8_count(str_head(line->text, from));
		if (cut.text.len > 0 || cell->count > 0)
			cell->lines[cell->count++] = cut;
		filled = cut.text.len > 0 ? cell->count : filled;
	}
	cell->count = filled;
}

static bool
cell_take(struct sheet *sheet, struct grid *grid, size_t row, size_t column)
{
	struct grid_cell *cell = &grid->cells[grid->cell_count++];
	int floor;

	*cell = (struct grid_cell){ .row = row, .column = column };
	while (column + ++cell->columns < grid->columns &&
	       !has_wall(sheet, row, column + cell->columns))
		continue;
	do {
		if (!row_take(sheet, cell, row + cell->rows))
			return false;
		floor = floor_below(sheet, cell, row + cell->rows++);
	} while (floor == 0 && row + cell->rows < grid->rows);
	if (floor != 1)
		return false;
	cell_fill(sheet, cell);
	return true;
}

static bool
cells_take(struct sheet *sheet, struct grid *grid)
{
	grid->rows = sheet->y_count - 1;
	grid->columns = sheet->x_count - 1;
	for (size_t i = 0; i < grid->rows; i++)
		if (sheet->ys[i] + 1 == sheet->ys[i + 1])
			return false;
	sheet->is_taken =
	    arena_alloc(sheet->scratch, grid->rows * grid->columns);
	grid->cells = arena_alloc(
	    sheet->scratch, grid->rows * grid->columns * sizeof(*grid->cells));
	for (size_t row = 0; row < grid->rows; row++)
		for (size_t k = 0; k < grid->columns; k++)
			if (!*taken(sheet, row, k) &&
			    !cell_take(sheet, grid, row, k))
				return false;
	return true;
}

/* Colons in the stroke below the header, or above all. */
static void
align_find(const struct sheet *sheet, struct grid *grid)
{
	size_t y = sheet->ys[grid->header_rows];

	grid->align =
	    arena_alloc(sheet->scratch, grid->columns * sizeof(*grid->align));
	for (size_t k = 0; k < grid->columns; k++) {
		bool left = at(sheet, y, sheet->xs[k] + 1)->c == ':';
		bool right = at(sheet, y, sheet->xs[k + 1] - 1)->c == ':';

		grid->align[k] = left && right ? ALIGN_CENTRE
				 : left        ? ALIGN_LEFT
				 : right       ? ALIGN_RIGHT
					       : ALIGN_NONE;
	}
}

static size_t
header_rows(const struct sheet *sheet)
{
	for (size_t i = 1; i + 1 < sheet->y_count; i++)
		if (at(sheet, sheet->ys[i], 1)->c == '=' ||
		    at(sheet, sheet->ys[i], 2)->c == '=')
			return i;
	return 0;
}

/* Is each line of the last part a row of its own? Where nothing is drawn
 * between rows but below the header, a part of several lines may be one row or
 * many: of one, most lines leave cells empty. */
static bool
has_rows_by_line(const struct sheet *sheet, const struct grid *grid)
{
	size_t first = sheet->ys[grid->rows - 1] + 1;
	size_t rows = 0, poor = 0;

	if (grid->rows > 2 || sheet->count - 1 - first < 2)
		return false;
	if (grid->header_rows == 0)
		return true;
	for (size_t y = first; y < sheet->count - 1; y++) {
		size_t filled = 0, begins = 0;

		for (size_t k = 0; k < grid->columns; k++) {
			bool is_filled = false;

			for (size_t x = sheet->xs[k] + 1; x < sheet->xs[k + 1];
			     x++)
				is_filled |= at(sheet, y, x)->c != ' ';
			filled += is_filled;
			begins += k == 0 && is_filled;
		}
		rows += begins;
		poor += begins && filled * 2 <= grid->columns;
	}
	return rows > 1 && poor == 0;
}

static bool
grid_try(struct sheet *sheet, struct grid *grid, bool wide)
{
	*grid = (struct grid){ .rows = 0 };
	sheet->x_count = sheet->y_count = 0;
	if (!sheet_fill(sheet, wide) || !lines_find(sheet) ||
	    !cells_take(sheet, grid))
		return false;
	grid->header_rows = header_rows(sheet);
	if (has_rows_by_line(sheet, grid))
		return false;
	align_find(sheet, grid);
	return true;
}

bool
read_grid_find(struct arena *scratch, const struct grid_line *lines,
    size_t count, struct grid *grid)
{
	struct sheet sheet = {
		.scratch = scratch, .lines = lines, .count = count
	};

	if (count < 3 || !str_starts(lines[0].text, "+") ||
	    !str_starts(lines[count - 1].text, "+") || lines[0].text.len < 3)
		return false;
	return grid_try(&sheet, grid, true) || grid_try(&sheet, grid, false);
}

/* ---- rows ---- */

static size_t
text_len(const struct grid_cell *cell)
{
	size_t len = 0;

	for (size_t i = 0; i < cell->count; i++)
		len += cell->lines[i].text.len;
	return len;
}

static void
cell_put(struct node **cells, const struct grid *grid,
    const struct grid_cell *from, read_grid_fill *fill, void *context)
{
	bool again =
	    from->row >= grid->header_rows && text_len(from) <= SPAN_TEXT_MAX;

	for (size_t i = 0; from->count > 0 && i < (again ? from->rows : 1);
	     i++) {
		struct node *cell =
		    cells[(from->row + i) * grid->columns + from->column];

		cell->pos = from->lines[0].pos;
		cell->end_line = from->lines[from->count - 1].pos.line;
		fill(context, cell, from);
	}
}

/* Rows of empty cells. */
static struct node **
rows_append(struct arena *arena, struct node *table, const struct grid *grid)
{
	struct node **cells = arena_alloc(
	    arena, grid->rows * grid->columns * sizeof(struct node *));

	for (size_t i = 0, k = 0; i < grid->rows; i++) {
		struct node *row = doc_node_new(arena, NODE_ROW, table->pos);

		while (k < grid->cell_count && grid->cells[k].row < i)
			k++;
		if (k < grid->cell_count && grid->cells[k].count > 0)
			row->pos.line = grid->cells[k].lines[0].pos.line;
		row->as.row.is_header = i < grid->header_rows;
		doc_node_append(table, row);
		for (size_t c = 0; c < grid->columns; c++) {
			struct node *cell =
			    doc_node_new(arena, NODE_CELL, row->pos);

			cell->as.cell.is_header = row->as.row.is_header;
			doc_node_append(row, cell);
			cells[i * grid->columns + c] = cell;
		}
	}
	return cells;
}

void
read_grid_build(struct arena *arena, struct node *table,
    const struct grid *grid, read_grid_fill *fill, void *context)
{
	struct node **cells;

	table->as.table.column_count = grid->columns;
	table->as.table.columns = arena_alloc(
	    arena, grid->columns * sizeof(*table->as.table.columns));
	for (size_t k = 0; k < grid->columns; k++)
		table->as.table.columns[k].align = grid->align[k];
	cells = rows_append(arena, table, grid);
	for (size_t i = 0; i < grid->cell_count; i++)
		cell_put(cells, grid, &grid->cells[i], fill, context);
	for (struct node *row = table->first; row != NULL; row = row->next)
		for (struct node *cell = row->first; cell != NULL;
		     cell = cell->next)
			if (cell->end_line > row->end_line)
				row->end_line = cell->end_line;
}
