/* pdf_layout_columns: how wide the columns of a table are. As in CSS 2.1's
 * automatic layout every column has a least and a preferred width; what lies
 * between is given where it makes the table shortest. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

enum {
	MOST_SAMPLES = 200, /* rows that are looked at for the heights */
	STEPS = 60,         /* in which the room is given away */
	LEAST_EMS = 9,      /* of a column of text */
	READABLE_EMS = 5,   /* of one on a page that is not turned for it */
	LONGEST_EMS = 14    /* of a word that a page is turned for, or that is
			     * not cut if that can be helped */
};

struct wish {
	double word, part; /* least: unbroken words; long tokens broken */
	double widest;     /* nothing broken, header rows left aside */
	double header;     /* the same of the header rows */
	bool held;         /* kept to its content */
	double typical;    /* what nearly all of its cells ask for */
	double width;
	double *heights; /* of this column's cell in each sampled row */
	double *tried;
};

struct columns {
	struct pdf_row **rows; /* sampled */
	size_t row_count;
	struct wish *wishes;
	size_t count;
	double room; /* for all text, without padding */
	double size_pt;
};

static void
cell_wish(struct wish *wish, const struct pdf_cell *cell, bool header)
{
	for (size_t i = 0; i < cell->blocks.count; i++) {
		const struct pdf_block *block = &cell->blocks.list[i];
		double extra = block->x + block->right;
		double widest, word;

		if (block->para == NULL)
			continue;
		widest = block->para->widest + extra + block->first_indent;
		word = block->para->widest_word + extra;
		if (word > wish->word)
			wish->word = word;
		if (block->para->widest_part + extra > wish->part)
			wish->part = block->para->widest_part + extra;
		if (header && widest > wish->header)
			wish->header = widest;
		if (!header && widest > wish->widest)
			wish->widest = widest;
	}
}

static int
by_size(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static double
cell_widest(const struct pdf_cell *cell)
{
	double widest = 0;

	for (size_t i = 0; i < cell->blocks.count; i++) {
		const struct pdf_block *block = &cell->blocks.list[i];

		if (block->para != NULL)
			widest = fmax(widest, block->para->widest + block->x +
						  block->right +
						  block->first_indent);
	}
	return widest;
}

/* What nine of ten cells with something in them ask for: one long remark must
 * not widen a column of short words. */
static double
typical_width(struct pdf_row *const *rows, size_t row_count, size_t column)
{
	double *widths = mem_alloc((row_count + 1) * sizeof(*widths));
	double typical = 0;
	size_t count = 0;

	for (size_t r = 0; r < row_count; r++) {
		const struct pdf_cell *cell = &rows[r]->cells[column];

		if (rows[r]->kind == ROW_TABLE && cell->blocks.count > 0)
			widths[count++] = cell_widest(cell);
	}
	qsort(widths, count, sizeof(*widths), by_size);
	if (count > 0)
		typical = widths[(count - 1) * 9 / 10];
	if (count > 0 && widths[count - 1] < typical * 1.4)
		typical = widths[count - 1];
	free(widths);
	return typical;
}

static void
wishes_find(struct columns *columns, struct pdf_row *const *rows,
    size_t row_count, const struct column *kinds)
{
	for (size_t r = 0; r < row_count; r++) {
		if (rows[r]->kind == ROW_GROUP)
			continue;
		for (size_t c = 0; c < columns->count; c++)
			cell_wish(&columns->wishes[c], &rows[r]->cells[c],
			    rows[r]->kind == ROW_HEADER);
	}
	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];

		wish->held = kinds[c].kind != COLUMN_TEXT;
		if (wish->held)
			wish->typical = typical_width(rows, row_count, c);
		if (wish->word > wish->widest)
			wish->widest = wish->word;
	}
}

static double
sum(const struct columns *columns, size_t field)
{
	double total = 0;

	for (size_t c = 0; c < columns->count; c++) {
		const char *wish = (const char *)&columns->wishes[c];

		total += *(const double *)(const void *)(wish + field);
	}
	return total;
}

#define SUM(columns, field) sum((columns), offsetof(struct wish, field))

/* A little air for short columns, the rest for text in proportion. */
static void
widths_stretch(struct columns *columns, double spare)
{
	double each = fmin(20, spare / (double)columns->count * 0.5);
	double weight = 0;

	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];

		if (wish->held) {
			wish->width += each;
			spare -= each;
		} else {
			weight += wish->width;
		}
	}
	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];

		if (weight == 0)
			wish->width += spare / (double)columns->count;
		else if (!wish->held)
			wish->width += spare * wish->width / weight;
	}
}

/* All text unbroken, and room to spare: a table that is much narrower than
 * the page stays so, others are stretched to its width. */
static void
widths_wide(struct columns *columns)
{
	double spare;

	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];

		wish->width = wish->widest;
	}
	spare = columns->room - SUM(columns, width);
	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];
		double more = wish->header - wish->width;

		/* headings unbroken as well, if that is cheap */
		if (more > 0 && more <= spare) {
			wish->width += more;
			spare -= more;
		}
	}
	if (SUM(columns, width) < columns->room * 0.5) {
		for (size_t c = 0; c < columns->count; c++)
			columns->wishes[c].width +=
			    fmin(spare / (double)columns->count * 0.5, 28);
		return;
	}
	widths_stretch(columns, spare);
}

/* The width that no column may ask for more of, so that all fit: the long ones
 * give way, and short words stay whole. */
static double
widths_cap(const struct columns *columns)
{
	double cap = columns->room / (double)columns->count;

	/* each round leaves more to fewer columns; it ends when none leaves */
	for (size_t round = 0; round < columns->count; round++) {
		double rest = columns->room;
		size_t wide = 0;

		for (size_t c = 0; c < columns->count; c++) {
			if (columns->wishes[c].word > cap)
				wide++;
			else
				rest -= columns->wishes[c].word;
		}
		if (wide == 0 || rest / (double)wide <= cap)
			break;
		cap = rest / (double)wide;
	}
	return cap;
}

/* The least width of each column: words whole where room allows, the cheapest
 * first; else long tokens broken; else anything broken, the longest first. */
static void
widths_least(struct columns *columns)
{
	double room = columns->room, parts = SUM(columns, part), spare;
	/* one address must not starve all other columns */
	double much = room * 0.3, cap;

	for (size_t c = 0; c < columns->count; c++)
		if (columns->wishes[c].word > much)
			columns->wishes[c].word = columns->wishes[c].part;
	cap = fmin(
	    widths_cap(columns), fmax(much, room / (double)columns->count));
	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];

		if (parts > room)
			wish->word = fmin(wish->word, cap);
		wish->width = parts > room ? wish->word : wish->part;
	}
	spare = room - SUM(columns, width);
	for (;;) {
		struct wish *best = NULL;

		for (size_t c = 0; c < columns->count; c++) {
			struct wish *wish = &columns->wishes[c];
			double more = wish->word - wish->width;

			if (more > 0 && more <= spare &&
			    (best == NULL || more < best->word - best->width))
				best = wish;
		}
		if (best == NULL)
			return;
		spare -= best->word - best->width;
		best->width = best->word;
	}
}

/* A column of text is not left so narrow that it holds a word a line, if that
 * costs the others little. */
static void
widths_floor(struct columns *columns)
{
	double spare = columns->room - SUM(columns, width), total = 0;
	double floor_pt = columns->size_pt * LEAST_EMS;

	for (int raise = 0; raise < 2; raise++) {
		if (raise == 1 && total > spare * 0.5)
			return;
		for (size_t c = 0; c < columns->count; c++) {
			struct wish *wish = &columns->wishes[c];
			double more =
			    fmin(wish->widest, floor_pt) - wish->width;

			if (wish->held || more <= 0)
				continue;
			if (raise == 1)
				wish->width += more;
			total += more;
		}
	}
}

/* Short kinds get what their content asks for, while there is room: all of it
 * or nothing, for less would not save a line. */
static void
widths_held(struct columns *columns)
{
	double spare = columns->room - SUM(columns, width);

	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];
		double more = wish->typical - wish->width;

		if (!wish->held || more <= 0 || more > spare * 0.5 ||
		    wish->typical > columns->room * 0.24)
			continue;
		wish->width += more;
		spare -= more;
	}
}

/* The height of a cell, as a number that grows smoothly. */
static double
cell_height(const struct pdf_cell *cell, double width)
{
	double height = 0;

	for (size_t i = 0; i < cell->blocks.count; i++) {
		const struct pdf_block *block = &cell->blocks.list[i];
		double room = fmax(width - block->x - block->right, 8);
		double lines;

		if (block->para == NULL)
			continue;
		lines = block->para->widest / room;
		if (lines > 1)
			lines += 0.35; /* the last line is seldom full */
		height += fmax(lines, 1) * block->para->line_pt +
			  (i > 0 ? block->gap : 0);
	}
	return height;
}

/* Near the greatest of a row's heights, but every cell counts a little. */
static double
row_height(const struct columns *columns, size_t row, size_t tried)
{
	double total = 0;

	for (size_t c = 0; c < columns->count; c++) {
		const struct wish *wish = &columns->wishes[c];
		double height =
		    c == tried ? wish->tried[row] : wish->heights[row];

		total += height * height * height * height;
	}
	return sqrt(sqrt(total));
}

static double
all_heights(const struct columns *columns, size_t tried)
{
	double total = 0;

	for (size_t r = 0; r < columns->row_count; r++)
		total += row_height(columns, r, tried);
	return total;
}

static void
try_width(struct columns *columns, size_t column, double width)
{
	struct wish *wish = &columns->wishes[column];

	for (size_t r = 0; r < columns->row_count; r++)
		wish->tried[r] =
		    cell_height(&columns->rows[r]->cells[column], width);
}

/* Gives the room that is left, a little at a time, to the column where it
 * makes the rows shortest. */
static void
widths_grow(struct columns *columns)
{
	double spare = columns->room - SUM(columns, width);
	double step = spare / STEPS;

	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];

		try_width(columns, c, wish->width);
		for (size_t r = 0; r < columns->row_count; r++)
			wish->heights[r] = wish->tried[r];
	}
	for (int i = 0; i < STEPS && step > 0; i++) {
		size_t best = columns->count;
		double least = HUGE_VAL;

		for (size_t c = 0; c < columns->count; c++) {
			double total;

			try_width(columns, c, columns->wishes[c].width + step);
			total = all_heights(columns, c);
			if (total < least - 1e-9) {
				least = total;
				best = c;
			}
		}
		if (best == columns->count)
			break;
		columns->wishes[best].width += step;
		for (size_t r = 0; r < columns->row_count; r++)
			columns->wishes[best].heights[r] =
			    columns->wishes[best].tried[r];
	}
}

static void
sample(struct lay *lay, struct columns *columns, struct pdf_row *const *rows,
    size_t row_count)
{
	size_t stride = (row_count + MOST_SAMPLES - 1) / MOST_SAMPLES;

	if (stride == 0)
		return;
	columns->rows = arena_alloc(
	    lay->arena, (row_count / stride + 1) * sizeof(*columns->rows));
	for (size_t r = 0; r < row_count; r += stride)
		if (rows[r]->kind != ROW_GROUP)
			columns->rows[columns->row_count++] = rows[r];
	for (size_t c = 0; c < columns->count; c++) {
		struct wish *wish = &columns->wishes[c];
		size_t size = (columns->row_count + 1) * sizeof(double);

		wish->heights = arena_alloc(lay->arena, size);
		wish->tried = arena_alloc(lay->arena, size);
	}
}

double
pdf_columns_least(struct pdf_row *const *rows, size_t row_count,
    const struct column *columns, size_t column_count, enum pdf_least kind)
{
	struct columns set = { .count = column_count };
	double total = 0, em;

	if (column_count == 0 || row_count == 0)
		return 0;
	em = rows[0]->table->size_pt;
	set.wishes = mem_alloc(column_count * sizeof(*set.wishes));
	wishes_find(&set, rows, row_count, columns);
	for (size_t c = 0; c < column_count; c++) {
		const struct wish *wish = &set.wishes[c];
		double least = wish->part;

		if (kind == LEAST_CUT)
			least = fmin(least, LONGEST_EMS * em);
		if (kind == LEAST_WORDS && wish->word <= LONGEST_EMS * em)
			least = wish->word;
		if (kind == LEAST_WORDS && !wish->held)
			least =
			    fmax(least, fmin(wish->widest, READABLE_EMS * em));
		total += least + 2 * rows[0]->pad_x;
	}
	free(set.wishes);
	return total;
}

double *
pdf_columns_find(struct lay *lay, struct pdf_row *const *rows, size_t row_count,
    const struct column *columns, size_t column_count, double avail)
{
	struct columns set = { .count = column_count };
	double *widths =
	    arena_alloc(lay->arena, (column_count + 1) * sizeof(*widths));

	if (column_count == 0 || row_count == 0)
		return widths;
	set.wishes =
	    arena_alloc(lay->arena, column_count * sizeof(*set.wishes));
	set.room = avail - 2 * rows[0]->pad_x * (double)column_count;
	if (set.room < 4 * (double)column_count)
		set.room = 4 * (double)column_count;
	set.size_pt = rows[0]->table->size_pt;
	wishes_find(&set, rows, row_count, columns);
	if (SUM(&set, widest) <= set.room) {
		widths_wide(&set);
	} else {
		sample(lay, &set, rows, row_count);
		widths_least(&set);
		widths_held(&set);
		widths_floor(&set);
		widths_grow(&set);
	}
	for (size_t c = 0; c < column_count; c++)
		widths[c] = set.wishes[c].width;
	return widths;
}
