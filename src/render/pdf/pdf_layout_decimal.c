/* pdf_layout_decimal: numbers below each other in a column -> room behind the
 * shorter ones, so that decimals, units and percent signs stand behind the
 * same place and ones stand under ones. */
#include "render/pdf/pdf_layout_table_priv.h"

#include "base/arena.h"

enum {
	LONGEST_HEAD = 6, /* bytes before the digits: a sign, a currency */
	LONGEST_TAIL = 12 /* bytes behind them: decimals, a unit */
};

static const double SLACK_PT = 0.01;

/* Where the whole part of a number ends; 0 if the text is no number. */
static size_t
whole_end(struct str text)
{
	size_t at = 0;

	while (
	    at < text.len && at < LONGEST_HEAD && !str_is_digit(text.ptr[at]))
		at++;
	if (at == text.len || !str_is_digit(text.ptr[at]))
		return 0;
	while (at < text.len && (str_is_digit(text.ptr[at]) ||
				    (text.ptr[at] == ',' && at + 1 < text.len &&
					str_is_digit(text.ptr[at + 1]))))
		at++;
	return text.len - at <= LONGEST_TAIL ? at : 0;
}

static double
width_behind(const struct pdf_para *para, size_t offset)
{
	double width = 0;

	for (size_t r = 0; r < para->run_count; r++) {
		const struct pdf_run *run = &para->runs[r];

		for (size_t g = 0; g < run->glyph_count; g++)
			if (run->text_at + run->glyphs[g].text_at >= offset)
				width += (double)run->glyphs[g].advance *
					 run->look.size_pt;
	}
	return width;
}

/* The block of a cell that holds one number and nothing else; or NULL. */
static struct pdf_block *
number_of(const struct pdf_row *row, size_t column, double *tail)
{
	const struct pdf_blocks *blocks = &row->cells[column].blocks;
	struct pdf_block *block = blocks->list;
	size_t end;

	if (row->kind != ROW_TABLE || blocks->count != 1 ||
	    block->para == NULL || block->align != ALIGN_RIGHT)
		return NULL;
	end = whole_end(block->para->text);
	*tail = end > 0 ? width_behind(block->para, end) : 0;
	return end > 0 ? block : NULL;
}

static void
column_align(struct pdf_row *rows, size_t row_count, size_t column)
{
	double longest = 0, tail;
	struct pdf_block *block;

	for (size_t r = 0; r < row_count; r++)
		if (number_of(&rows[r], column, &tail) != NULL &&
		    tail > longest)
			longest = tail;
	for (size_t r = 0; r < row_count && longest > 0; r++) {
		block = number_of(&rows[r], column, &tail);
		if (block != NULL && tail < longest - SLACK_PT)
			block->right += longest - tail;
	}
}

void
pdf_decimals_align(struct pdf_row *rows, size_t row_count)
{
	for (size_t c = 0; row_count > 0 && c < rows[0].cell_count; c++)
		column_align(rows, row_count, c);
}
