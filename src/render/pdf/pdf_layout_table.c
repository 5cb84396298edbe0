/* pdf_layout_table: a TABLE -> rows in the flow, with the tags of a table.
 * Widths and the splitting of rows are the work of others. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <math.h>

#include "base/arena.h"

enum {
	SMALL_ROWS = 12,  /* a table of so many may stay together */
	MOST_ASKED = 200, /* rows that say how wide a table must be */
	MANY_LINES = 5    /* from here on a cell wants a column that reads */
};

struct maker {
	struct lay *lay;
	const struct node *node;
	struct pdf_table *table;
	struct pdf_row *rows;
	size_t row_count;
	size_t most_rows; /* 0: all */
	struct pdf_look look;
	double pad_x;
	size_t tag, head_tag, body_tag;
};

static bool
column_is_right(const struct column *column)
{
	return column->align == ALIGN_RIGHT ||
	       (column->align == ALIGN_NONE && column->kind == COLUMN_NUMBER);
}

static size_t
cell_tag(struct maker *maker, const struct node *row, const struct node *cell,
    size_t row_tag)
{
	bool header = row->as.row.is_header || cell->as.cell.is_header;
	size_t tag = pdf_tag_add(maker->lay, header ? TAG_TH : TAG_TD, row_tag);

	if (header)
		pdf_tag_at(maker->lay, tag)->scope =
		    row->as.row.is_header ? SCOPE_COLUMN : SCOPE_ROW;
	return tag;
}

static size_t
row_tag(struct maker *maker, const struct node *row)
{
	bool header = row->as.row.is_header;
	size_t *group = header ? &maker->head_tag : &maker->body_tag;

	if (*group == PDF_NONE)
		*group = pdf_tag_add(
		    maker->lay, header ? TAG_THEAD : TAG_TBODY, maker->tag);
	return pdf_tag_add(maker->lay, TAG_TR, *group);
}

static void
row_make(struct maker *maker, const struct node *node, struct pdf_row *row)
{
	const struct column *columns = maker->node->as.table.columns;
	size_t tag = row_tag(maker, node), c = 0;

	row->kind = node->as.row.is_header  ? ROW_HEADER
		    : node->as.row.is_group ? ROW_GROUP
					    : ROW_TABLE;
	row->table = maker->table;
	row->pad_x = maker->pad_x;
	row->pad_y = pdf_fit_gap(maker->lay, maker->lay->theme->cell_pad_y_pt);
	row->cell_count = maker->node->as.table.column_count;
	row->cells = arena_alloc(
	    maker->lay->arena, row->cell_count * sizeof(*row->cells));
	for (const struct node *cell = node->first;
	     cell != NULL && c < row->cell_count; cell = cell->next, c++) {
		struct pdf_sink sink = { .cell = &row->cells[c].blocks,
			.tag = cell_tag(maker, node, cell, tag),
			.look = maker->look,
			.align = columns[c].align };

		if (column_is_right(&columns[c]))
			sink.align = ALIGN_RIGHT;
		if (row->kind != ROW_TABLE)
			sink.look.style |= PDF_BOLD;
		pdf_blocks_set(maker->lay, cell, &sink);
	}
}

static void
rows_make(struct maker *maker)
{
	size_t r = 0;

	for (const struct node *at = maker->node->first; at != NULL;
	     at = at->next)
		maker->row_count += at->kind == NODE_ROW;
	if (maker->most_rows > 0 && maker->row_count > maker->most_rows)
		maker->row_count = maker->most_rows;
	maker->rows = arena_alloc(
	    maker->lay->arena, (maker->row_count + 1) * sizeof(*maker->rows));
	for (const struct node *at = maker->node->first; at != NULL;
	     at = at->next)
		if (at->kind == NODE_ROW && r < maker->row_count)
			row_make(maker, at, &maker->rows[r++]);
	if (r > 0)
		maker->rows[r - 1].last = true;
	pdf_decimals_align(maker->rows, maker->row_count);
}

static void
headers_collect(struct maker *maker)
{
	struct lay *lay = maker->lay;
	struct pdf_table *table = maker->table;
	double page = lay->flow.foot_y - lay->flow.top_y;

	for (size_t r = 0; r < maker->row_count; r++) {
		struct pdf_row *row = &maker->rows[r];

		if (row->kind != ROW_HEADER)
			break;
		pdf_row_cut(lay, row);
		table->headers =
		    arena_push(lay->arena, table->headers, &table->header_count,
			&table->header_cap, sizeof(*table->headers));
		table->headers[table->header_count - 1] = row;
		table->header_height += row->height;
	}
	table->repeats = table->header_height < page * 0.35;
}

/* Small tables stay on one page. Cuts their rows. */
static bool
is_small(struct maker *maker)
{
	struct lay *lay = maker->lay;
	double page = lay->flow.foot_y - lay->flow.top_y;
	double height = 0;

	if (maker->row_count > SMALL_ROWS)
		return false;
	for (size_t r = 0; r < maker->row_count; r++) {
		struct pdf_row *row = &maker->rows[r];

		if (row->kind != ROW_HEADER)
			pdf_row_cut(lay, row);
		height += row->height;
	}
	return height < page * 0.34;
}

/* Must this row stand on the page of the next one? */
static bool
keeps_next(const struct maker *maker, size_t r, bool small)
{
	const struct pdf_row *row = &maker->rows[r];
	double lines = maker->look.size_pt * 7;

	if (row->last)
		return false;
	if (small || row->kind == ROW_HEADER || row->kind == ROW_GROUP)
		return true;
	/* the last row alone on a page looks forgotten */
	return row[1].last && maker->row_count > 2 && row->height < lines &&
	       row[1].height < lines;
}

static void
rows_flow(struct maker *maker, double gap, struct pdf_mark *marks)
{
	struct lay *lay = maker->lay;
	bool small;

	headers_collect(maker);
	small = is_small(maker);
	for (size_t r = 0; r < maker->row_count; r++) {
		struct pdf_row *row = &maker->rows[r];
		struct pdf_block *block =
		    arena_alloc(lay->arena, sizeof(*block));

		if (row->cells != NULL && r + 1 < maker->row_count &&
		    row[1].last && row[1].height == 0)
			pdf_row_cut(lay, &row[1]);
		if (row->height == 0)
			pdf_row_cut(lay, row);
		block->kind = BLOCK_ROW;
		block->row = row;
		block->toc = PDF_NONE;
		block->gap = r == 0 ? gap : 0;
		block->marks = r == 0 ? marks : NULL;
		block->keep_next = keeps_next(maker, r, small);
		block->keep_if_cheap = !keeps_next(maker, r, false);
		pdf_flow_block(lay, block);
	}
}

static void
caption_set(struct maker *maker, const struct node *caption, double *gap,
    struct pdf_mark **marks)
{
	struct lay *lay = maker->lay;
	struct pdf_block *block = arena_alloc(lay->arena, sizeof(*block));
	struct pdf_look look = pdf_look_body(lay);

	look.style = PDF_BOLD;
	look.size_pt = maker->look.size_pt;
	block->kind = BLOCK_PARA;
	block->para = pdf_para_make(lay, caption, look);
	if (block->para->run_count == 0)
		return;
	block->tag = pdf_tag_add(lay, TAG_CAPTION, maker->tag);
	block->gap = *gap;
	block->marks = *marks;
	block->keep_next = block->keep_lines = true;
	block->toc = PDF_NONE;
	pdf_flow_block(lay, block);
	*gap = lay->theme->paragraph_gap_pt * 0.5;
	*marks = NULL;
}

/* The ids of rows and cells are places too: the table's marks hold them, but
 * those of a row belong to the row. */
static struct pdf_mark *
row_marks(struct lay *lay, const struct node *row)
{
	struct pdf_mark *marks = NULL;
	const struct node *at = row;

	for (; at != NULL; at = at == row ? row->first : at->next) {
		struct pdf_mark *mark;

		if (at->id.len == 0)
			continue;
		mark = arena_alloc(lay->arena, sizeof(*mark));
		mark->id = at->id;
		mark->toc = PDF_NONE;
		mark->next = marks;
		marks = mark;
	}
	return marks;
}

static void
marks_put(struct maker *maker)
{
	size_t r = 0;

	for (const struct node *at = maker->node->first; at != NULL;
	     at = at->next)
		if (at->kind == NODE_ROW)
			maker->rows[r++].marks = row_marks(maker->lay, at);
}

static void
rows_list(struct lay *lay, const struct maker *maker, struct pdf_row ***rows,
    size_t *count, size_t *cap)
{
	for (size_t r = 0; r < maker->row_count; r++) {
		*rows =
		    arena_push(lay->arena, *rows, count, cap, sizeof(**rows));
		(*rows)[*count - 1] = &maker->rows[r];
	}
}

/* The rows of another table, to be measured and thrown away. */
static void
rows_measure(struct maker *maker, const struct node *other)
{
	struct lay *lay = maker->lay;
	size_t tag_count = lay->out->tag_count;

	maker->node = other;
	maker->rows = NULL;
	maker->row_count = 0;
	maker->head_tag = maker->body_tag = PDF_NONE;
	lay->measuring = true;
	rows_make(maker);
	lay->measuring = false;
	lay->out->tag_count = tag_count;
}

/* The widths of a table's columns: those of all that have its headings. */
static const double *
widths_find(const struct maker *maker)
{
	struct lay *lay = maker->lay;
	struct pdf_alike *alike = pdf_alike_find(lay, maker->node);
	bool landscape = lay->flow.landscape;
	struct pdf_row **rows = NULL;
	size_t count = 0, cap = 0;
	double *widths;

	if (alike != NULL && alike->widths[landscape] != NULL)
		return alike->widths[landscape];
	rows_list(lay, maker, &rows, &count, &cap);
	for (size_t i = 0; alike != NULL && i < alike->count; i++) {
		struct maker other = *maker;

		if (alike->tables[i] == maker->node)
			continue;
		rows_measure(&other, alike->tables[i]);
		rows_list(lay, &other, &rows, &count, &cap);
	}
	widths =
	    pdf_columns_find(lay, rows, count, maker->node->as.table.columns,
		maker->node->as.table.column_count, pdf_flow_width(lay));
	if (alike != NULL)
		alike->widths[landscape] = widths;
	return widths;
}

static void
maker_begin(struct maker *maker, struct lay *lay, const struct node *table,
    double width)
{
	*maker = (struct maker){ .lay = lay,
		.node = table,
		.look = pdf_look_body(lay),
		.head_tag = PDF_NONE,
		.body_tag = PDF_NONE };
	maker->look.size_pt = lay->table_pt;
	maker->table = arena_alloc(lay->arena, sizeof(*maker->table));
	maker->table->size_pt = maker->look.size_pt;
	/* padding gives way before text does */
	maker->pad_x = fmin(lay->theme->cell_pad_x_pt,
	    width * 0.15 / (double)(table->as.table.column_count + 1));
}

static double
least_width(const struct maker *maker, enum pdf_least least)
{
	struct pdf_row **rows = NULL;
	size_t count = 0, cap = 0;

	rows_list(maker->lay, maker, &rows, &count, &cap);
	return pdf_columns_least(rows, count, maker->node->as.table.columns,
	    maker->node->as.table.column_count, least);
}

double
pdf_table_least(struct lay *lay, const struct node *table, enum pdf_least least)
{
	struct maker maker;

	maker_begin(&maker, lay, table, pdf_flow_width(lay));
	maker.most_rows = MOST_ASKED;
	rows_measure(&maker, table);
	return least_width(&maker, least);
}

/* The narrowest column that holds a cell of many lines. */
static double
narrowest_find(const struct maker *maker, const double *widths)
{
	double narrowest = HUGE_VAL;

	for (size_t r = 0; r < maker->row_count; r++) {
		const struct pdf_row *row = &maker->rows[r];

		for (size_t c = 0;
		     row->kind == ROW_TABLE && c < row->cell_count; c++)
			if (row->cells[c].pieces.count >= MANY_LINES)
				narrowest = fmin(narrowest, widths[c]);
	}
	return narrowest / maker->look.size_pt;
}

struct pdf_trial
pdf_table_try(
    struct lay *lay, const struct node *table, double width, size_t most_rows)
{
	struct pdf_trial trial = { .rows = 0 };
	struct pdf_row **rows = NULL;
	size_t count = 0, cap = 0;
	struct maker maker;
	const double *widths;

	maker_begin(&maker, lay, table, width);
	maker.most_rows = most_rows;
	rows_measure(&maker, table);
	rows_list(lay, &maker, &rows, &count, &cap);
	widths = pdf_columns_find(lay, rows, count, table->as.table.columns,
	    table->as.table.column_count, width);
	for (size_t r = 0; r < count; r++) {
		pdf_row_widen(rows[r], widths);
		pdf_row_cut(lay, rows[r]);
		trial.height += rows[r]->height;
		trial.tallest = fmax(trial.tallest, rows[r]->height);
	}
	trial.rows = count;
	trial.narrowest = narrowest_find(&maker, widths);
	return trial;
}

void
pdf_table_set(struct lay *lay, const struct node *table, size_t parent,
    double gap, struct pdf_mark *marks)
{
	double width = pdf_flow_width(lay);
	struct maker maker;
	const double *widths;

	maker_begin(&maker, lay, table, width);
	maker.tag = pdf_tag_add(lay, TAG_TABLE, parent);
	if (table->first != NULL && table->first->kind == NODE_CAPTION)
		caption_set(&maker, table->first, &gap, &marks);
	rows_make(&maker);
	marks_put(&maker);
	if (least_width(&maker, table->as.table.column_count < PDF_WIDE_COLUMNS
				    ? LEAST_CUT
				    : LEAST_PARTS) > width &&
	    table->as.table.column_count > 1) {
		pdf_unfold_set(lay, maker.rows, maker.row_count, gap, marks);
		return;
	}
	widths = widths_find(&maker);
	for (size_t r = 0; r < maker.row_count; r++)
		pdf_row_widen(&maker.rows[r], widths);
	rows_flow(&maker, gap, marks);
}
