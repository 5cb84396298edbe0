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

/* All headings in one line, unless that takes too much of the width; words
 * whole, unless that takes nearly half of it. */
static double
label_width(const struct unfold *unfold)
{
	double width = pdf_flow_width(unfold->lay), widest = 0, word = 0;

	for (size_t c = 0; c < unfold->rows[0].cell_count; c++) {
		const struct pdf_para *label = label_make(unfold, c);

		widest = fmax(widest, label->widest);
		word = fmax(word, label->widest_word);
	}
	return fmax(fmin(widest, width * 0.3), fmin(word, width * 0.45));
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

/* How firmly a line holds to the next one. */
enum keep { KEEP_NOT, KEEP_IF_CHEAP, KEEP };

static void
line_flow(struct unfold *unfold, struct pdf_row *line, enum keep keep)
{
	struct lay *lay = unfold->lay;
	struct pdf_block *block = arena_alloc(lay->arena, sizeof(*block));

	pdf_row_cut(lay, line);
	block->kind = BLOCK_ROW;
	block->row = line;
	block->gap = unfold->gap;
	block->marks = unfold->marks;
	block->keep_next = keep != KEEP_NOT;
	block->keep_if_cheap = keep == KEEP_IF_CHEAP;
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
		line->again = label_make(unfold, column);
		if (line->again->run_count == 0)
			line->again = NULL;
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

/* On each page that the lines of a row go on to, its name stands above them. */
static void
name_repeat(const struct unfold *unfold, struct pdf_row **lines, size_t count,
    enum pdf_row_kind kind)
{
	struct lay *lay = unfold->lay;
	struct pdf_table *table;
	struct pdf_row *header;
	struct pdf_block name = { .kind = BLOCK_PARA,
		.tag = PDF_ARTIFACT_PAGINATION,
		.toc = PDF_NONE };

	if (kind != ROW_TABLE || count < 2 || unfold->label_width == 0)
		return;
	table = arena_alloc(lay->arena, sizeof(*table));
	header = arena_alloc(lay->arena, sizeof(*header));
	table->size_pt = unfold->rows[0].table->size_pt;
	name.para = pdf_row_continued(lay, &lines[0]->cells[1], table->size_pt);
	header->kind = ROW_FIELD;
	header->cell_count = 1;
	header->cells = arena_alloc(lay->arena, sizeof(*header->cells));
	header->cells[0].width = header->width = lines[0]->width;
	header->pad_y = lines[0]->pad_y;
	block_add(lay, &header->cells[0].blocks, &name);
	pdf_row_cut(lay, header);
	table->headers = arena_push(lay->arena, table->headers,
	    &table->header_count, &table->header_cap, sizeof(*table->headers));
	table->headers[0] = header;
	table->header_height = header->height;
	table->repeats = true;
	for (size_t i = 1; i < count; i++)
		lines[i]->table = table;
	lines[count - 1]->last = true;
}

/* The first two lines and the last two stay together, and all of them where
 * that leaves no page too empty. */
static enum keep
keeps_next(const struct pdf_row *row, size_t i, size_t count)
{
	if (row->kind == ROW_GROUP)
		return KEEP;
	if (i + 1 >= count)
		return KEEP_NOT;
	if (i == 0 || i + 2 == count)
		return KEEP;
	return count <= MOST_KEPT ? KEEP_IF_CHEAP : KEEP_NOT;
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
	if (count > 0) {
		lines[0]->marks = row->marks;
		name_repeat(unfold, lines, count, row->kind);
	}
	for (size_t i = 0; i < count; i++)
		line_flow(unfold, lines[i], keeps_next(row, i, count));
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
	if (unfold.header_count > 0)
		unfold.label_width = label_width(&unfold);
	for (size_t r = unfold.header_count; r < row_count; r++) {
		row_unfold(&unfold, &rows[r]);
		if (rows[r].kind == ROW_TABLE)
			unfold.gap = lay->theme->paragraph_gap_pt * 1.4;
	}
}
