/* pdf_layout_cols: text in the columns that the theme asks for. */
#ifndef RENDER_PDF_PDF_LAYOUT_COLS_H
#define RENDER_PDF_PDF_LAYOUT_COLS_H

#include "render/pdf/pdf_layout_table_priv.h"

/* What comes after `enter` is for columns: the flow's width is theirs. What
 * comes after `leave` takes the full measure, and so do the blocks before it
 * that keep with it. */
void pdf_cols_enter(struct lay *lay);
void pdf_cols_leave(struct lay *lay);
/* Is what comes now set in columns? */
bool pdf_cols_are_on(const struct lay *lay);
/* The last block that was added stands in the column of the next one. */
void pdf_cols_tie(struct lay *lay);
void pdf_cols_add(struct lay *lay, const struct pdf_block *block);
/* Sets all that waits for its columns. */
void pdf_cols_set(struct lay *lay);

/* Does a table stand in one of the columns? Those with the same headings are
 * set alike. In pdf_layout_cols_table.c. */
bool pdf_cols_hold_table(struct lay *lay, const struct node *table);

/* In pdf_layout_flow.c: */
void pdf_flow_next_page(struct lay *lay);
/* Sets what waits for the next block, here. */
void pdf_flow_lead(struct lay *lay);

/* ---- between its two files ---- */

/* A run on one page: the first pieces that its columns do not have. */
struct pdf_fill {
	size_t stops[THEME_COLUMNS_MOST];
	size_t end;
	double height; /* of the tallest */
	double last;   /* of the last one, if all fits */
};

struct pdf_cols_run {
	struct lay *lay;
	const struct pdf_piece *list;
	size_t count;
	int columns;
	double page; /* height of a page's text */
};

/* pdf_layout_cols_plan.c */
/* The table whose header rows a row at the top of a column repeats, or NULL. */
struct pdf_table *pdf_cols_repeated(const struct pdf_piece *piece);
/* With the gap above it or, at the top of a column, the headings that are
 * repeated there. */
double pdf_cols_height(const struct pdf_piece *piece, bool at_top);
/* What the notes need that these pieces call for; `least`: on this page. */
double pdf_cols_notes(
    const struct pdf_cols_run *run, size_t from, size_t end, bool least);
/* What stands on a page with that height left. `forced`: something has to. */
void pdf_cols_plan(const struct pdf_cols_run *run, size_t from, double avail,
    bool forced, struct pdf_fill *fill);
/* Text that leaves a column empty, or puts two lines into it: the eye would do
 * more work than it is spared. */
bool pdf_cols_too_short(const struct pdf_cols_run *run);

#endif
