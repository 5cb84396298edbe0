/* pdf_layout_table_priv: what the files of the layout share of tables: how wide
 * their columns are, whether they turn the page, how their rows go on from one
 * page to the next. */
#ifndef RENDER_PDF_PDF_LAYOUT_TABLE_PRIV_H
#define RENDER_PDF_PDF_LAYOUT_TABLE_PRIV_H

#include "render/pdf/pdf_layout_priv.h"

/* pdf_layout_table.c */
void pdf_table_set(struct lay *lay, const struct node *table, size_t parent,
    double gap, struct pdf_mark *marks);

enum pdf_least {
	LEAST_CUT,   /* nothing but long tokens is cut */
	LEAST_PARTS, /* nothing is cut but at a hyphen, a slash ... */
	LEAST_WORDS  /* it reads well */
};

/* The least width at which that is so. */
double pdf_table_least(
    struct lay *lay, const struct node *table, enum pdf_least least);

/* What a table comes to at a width. */
struct pdf_trial {
	size_t rows;      /* that were looked at */
	double height;    /* of these, with the header */
	double tallest;   /* of them */
	double narrowest; /* column with cells of many lines, in sizes of its
			   * type; or HUGE_VAL */
};
struct pdf_trial pdf_table_try(
    struct lay *lay, const struct node *table, double width, size_t most_rows);

/* pdf_layout_turn.c: are the tables of a section better read, or much shorter,
 * on turned pages? */
bool pdf_turn_pays(struct lay *lay, const struct node *section);

/* pdf_layout_unfold.c: a table that fits no page: its rows one below the
 * other, each cell behind the heading of its column. Header rows come first
 * and `rows` have no width yet. */
void pdf_unfold_set(struct lay *lay, struct pdf_row *rows, size_t row_count,
    double gap, struct pdf_mark *marks);

/* pdf_layout_decimal.c: numbers that stand under each other. */
void pdf_decimals_align(struct pdf_row *rows, size_t row_count);

enum { PDF_WIDE_COLUMNS = 5 }; /* from here on a table is a wide one */

/* pdf_layout_wide.c: the type of all tables: that of wide ones as soon as the
 * paper has one, or one whose words do not fit, for tables of two sizes look
 * like a mistake. */
double pdf_wide_type(struct lay *lay);
/* Tables too wide for an upright page. */
void pdf_wide_collect(struct lay *lay);
/* Does the page turn for this section, or table outside of any? */
bool pdf_wide_turns(const struct lay *lay, const struct node *node);

/* pdf_layout_alike.c: tables with the same headings. */
void pdf_alike_collect(struct lay *lay);
/* NULL: a table without headings. */
struct pdf_alike *pdf_alike_find(struct lay *lay, const struct node *table);

/* pdf_layout_columns.c: widths of the columns of a table, without their
 * padding; `rows` are all of it. Lives in the layout's arena. */
double *pdf_columns_find(struct lay *lay, struct pdf_row *const *rows,
    size_t row_count, const struct column *columns, size_t column_count,
    double avail);
/* See pdf_table_least; with the padding. */
double pdf_columns_least(struct pdf_row *const *rows, size_t row_count,
    const struct column *columns, size_t column_count, enum pdf_least least);

/* pdf_layout_rows.c: rows on pages. */
/* Sets x and width of a row and its cells, whose texts have these widths. */
void pdf_row_widen(struct pdf_row *row, const double *widths);
void pdf_row_cut(struct lay *lay, struct pdf_row *row);
/* Where the part of a cell ends that fits into `room`, and its height. At
 * least one piece if forced. */
size_t pdf_cell_stop(
    const struct pdf_cell *cell, double room, bool forced, double *height);
/* Can something sensible stand in a part of that height? */
bool pdf_row_splits(const struct pdf_row *row, double avail);
/* Sets what fits in `avail` from y on (`forced`: at least one piece of each
 * cell); gives the height used. Done when pdf_row_done says so. */
double pdf_row_put(struct lay *lay, struct pdf_row *row, double left, double y,
    double avail, bool forced);
bool pdf_row_done(const struct pdf_row *row);
/* What says that a row has begun on an earlier page: "7 continued", for a cell
 * that begins with a number. */
struct pdf_para *pdf_row_continued(
    struct lay *lay, const struct pdf_cell *first, double size_pt);
void pdf_table_repeat(
    struct lay *lay, struct pdf_table *table, double left, double y);

#endif
