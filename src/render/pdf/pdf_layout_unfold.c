/* pdf_layout_unfold: a table that fits no page -> one block a row, each cell
 * on a line of its own behind the heading of its column. To a screen reader it
 * is still the table: the headings before the first row are the header cells,
 * those before the others repeat them. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"

enum { MOST_KEPT = 14 }; /* cells of a row that stay on one page */

struct unfold {
	struct lay *lay;
	struct pdf_row *rows;
	size_t row_count, header_count;
	double label_width;
	double gap; /* above the next line */
	struct pdf_mark *marks;
	bool labelled; /* the header cells themselves have been set */
};

static const double GUTTER_PT = 12;

/* The words of a column's headings, one after the other. */
static struct pdf_para *
label_make(const struct unfold *unfold, size_t column)
{
	struct pdf_look look = pdf_look_body(unfold->lay);
	struct buf text = BUF_INIT;
	struct pdf_para *para;

	look.style |= PDF_BOLD;
	look.size_pt = unfold->rows[0].table->size_pt;
	for (size_t r = 0; r < unfold->header_count; r++) {
		const struct pdf_blocks *blocks =
		    &unfold->rows[r].cells[column].blocks;

		for (size_t i = 0; i < blocks->count; i++) {
			if (blocks->list[i].para == NULL)
				continue;
			buf_put_str(&text, blocks->list[i].para->text);
			buf_put(&text, " ", 1);
		}
	}
	para = pdf_para_text(unfold->lay,
	    str_copy(unfold->lay->arena, buf_str(&text)), look, false);
	buf_clear(&text);
	return para;
}

static void
block_add(
    struct lay *lay, struct pdf_blocks *blocks, const struct pdf_block *block)
{
	blocks->list = arena_push(lay->arena, blocks->list, &blocks->count,
	    &blocks->cap, sizeof(*blocks->list));
	blocks->list[blocks->count - 1] = *block;
}

/* What stands before a cell: the header cells, or their words again. */
static void
label_set(const struct unfold *unfold, size_t column, struct pdf_cell *cell)
{
	struct pdf_block again = { .kind = BLOCK_PARA,
		.tag = PDF_ARTIFACT_PAGINATION,
		.toc = PDF_NONE };

	for (size_t r = 0; r < unfold->header_count && !unfold->labelled; r++) {
		struct pdf_blocks *blocks =
		    &unfold->rows[r].cells[column].blocks;

		for (size_t i = 0; i < blocks->count; i++) {
			blocks->list[i].align = ALIGN_LEFT;
			block_add(unfold->lay, &cell->blocks, &blocks->list[i]);
		}
	}
	if (!unfold->labelled)
		return;
	again.para = label_make(unfold, column);
	if (again.para->run_count > 0)
		block_add(unfold->lay, &cell->blocks, &again);
}

static void
line_flow(struct unfold *unfold, struct pdf_row *line, bool keep)
{
	struct lay *lay = unfold->lay;
	struct pdf_block *block = arena_alloc(lay->arena, sizeof(*block));

	pdf_row_cut(lay, line);
	block->kind = BLOCK_ROW;
	block->row = line;
	block->gap = unfold->gap;
	block->marks = unfold->marks;
	block->keep_next = keep;
	block->toc = PDF_NONE;
	unfold->gap = 0;
	unfold->marks = NULL;
	pdf_flow_block(lay, block);
}

/* One cell behind its label; over the whole width where there is none. */
static struct pdf_row *
line_make(struct unfold *unfold, struct pdf_row *row, size_t column)
{
	struct lay *lay = unfold->lay;
	struct pdf_row *line = arena_alloc(lay->arena, sizeof(*line));
	double width = pdf_flow_width(lay);
	bool labels = unfold->label_width > 0 && row->kind == ROW_TABLE;
	struct pdf_cell *value;

	line->kind = row->kind == ROW_GROUP ? ROW_GROUP : ROW_FIELD;
	line->cell_count = labels ? 2 : 1;
	line->cells =
	    arena_alloc(lay->arena, line->cell_count * sizeof(*line->cells));
	line->width = width;
	line->pad_y = row->pad_y;
	value = &line->cells[line->cell_count - 1];
	value->blocks = row->cells[column].blocks;
	for (size_t i = 0; i < value->blocks.count; i++) {
		value->blocks.list[i].align = ALIGN_LEFT;
		value->blocks.list[i].right = 0;
	}
	value->x = labels ? unfold->label_width + GUTTER_PT : 0;
	value->width = width - value->x;
	if (labels) {
		line->cells[0].width = unfold->label_width;
		label_set(unfold, column, &line->cells[0]);
	}
	return line;
}

static bool
is_shown(const struct unfold *unfold, const struct pdf_row *row, size_t column)
{
	if (row->cells[column].blocks.count > 0)
		return true;
	/* header cells are set once, whether there is a value or not */
	if (unfold->labelled || row->kind != ROW_TABLE)
		return false;
	for (size_t r = 0; r < unfold->header_count; r++)
		if (unfold->rows[r].cells[column].blocks.count > 0)
			return true;
	return false;
}

static void
row_unfold(struct unfold *unfold, struct pdf_row *row)
{
	struct pdf_row **lines = NULL;
	size_t count = 0, cap = 0;

	for (size_t c = 0; c < row->cell_count; c++) {
		if (!is_shown(unfold, row, c))
			continue;
		lines = arena_push(unfold->lay->arena, lines, &count, &cap,
		    sizeof(struct pdf_row *));
		lines[count - 1] = line_make(unfold, row, c);
	}
	if (count > 0)
		lines[0]->marks = row->marks;
	for (size_t i = 0; i < count; i++)
		line_flow(unfold, lines[i],
		    (i + 1 < count && (count <= MOST_KEPT || i == 0)) ||
			row->kind == ROW_GROUP);
	unfold->labelled = unfold->labelled || row->kind == ROW_TABLE;
}

/* A table of nothing but headings: these are the lines. */
static void
headers_alone(struct unfold *unfold)
{
	unfold->label_width = 0;
	for (size_t r = 0; r < unfold->row_count; r++)
		row_unfold(unfold, &unfold->rows[r]);
}

void
pdf_unfold_set(struct lay *lay, struct pdf_row *rows, size_t row_count,
    double gap, struct pdf_mark *marks)
{
	struct unfold unfold = { .lay = lay,
		.rows = rows,
		.row_count = row_count,
		.gap = gap,
		.marks = marks };
	bool alone = true;

	while (unfold.header_count < row_count &&
	       rows[unfold.header_count].kind == ROW_HEADER)
		unfold.header_count++;
	for (size_t r = 0; r < row_count; r++)
		alone = alone && rows[r].kind != ROW_TABLE;
	if (alone) {
		headers_alone(&unfold);
		return;
	}
	for (size_t c = 0; unfold.header_count > 0 && c < rows[0].cell_count;
	     c++)
		unfold.label_width =
		    fmax(unfold.label_width, label_make(&unfold, c)->widest);
	unfold.label_width =
	    fmin(unfold.label_width, pdf_flow_width(lay) * 0.3);
	for (size_t r = unfold.header_count; r < row_count; r++) {
		row_unfold(&unfold, &rows[r]);
		if (rows[r].kind == ROW_TABLE)
			unfold.gap = lay->theme->paragraph_gap_pt * 1.4;
	}
}
