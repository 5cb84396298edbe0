/* read_grid: a table drawn with +---+ and bars -> its cells, whatever rows and
 * columns they span. Knows nothing of what is in the cells. */
#ifndef READ_READ_GRID_H
#define READ_READ_GRID_H

#include "model/doc.h"

/* A line of the drawing, trimmed; or of a cell. */
struct grid_line {
	struct str text; /* of a cell without white space behind it; may be
			  * empty */
	struct pos pos;  /* of its first byte */
};

/* A cell and the rows and columns that it spans. Its lines begin at the first
 * that is not blank, and those that are have no text; what all are set in by is
 * taken off. */
struct grid_cell {
	size_t row, column;
	size_t rows, columns;
	struct grid_line *lines;
	size_t count;
};

struct grid {
	size_t rows, columns;
	size_t header_rows;       /* above a line of equals signs */
	enum column_align *align; /* of each column */
	struct grid_cell *cells;  /* by row, then column */
	size_t cell_count;
};

/* False: the lines are no grid in which all fits. All lives in scratch, but for
 * the texts, which are those of the lines. */
bool read_grid_find(struct arena *scratch, const struct grid_line *lines,
    size_t count, struct grid *grid);

/* Fills a cell of the document with one of the grid's. */
typedef void read_grid_fill(
    void *context, struct node *cell, const struct grid_cell *from);

/* Appends the grid's rows to a TABLE, whose columns it sets. What spans rows
 * stands in each of them, so that each says all that is said of it, unless it
 * is long; what spans columns stands in the first. */
void read_grid_build(struct arena *arena, struct node *table,
    const struct grid *grid, read_grid_fill *fill, void *context);

/* A short text that may stand again in each row it is said of. */
enum { SPAN_TEXT_MAX = 120 };

#endif
