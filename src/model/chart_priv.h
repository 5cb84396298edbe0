/* chart_priv: between the files that lay a chart out. */
#ifndef MODEL_CHART_PRIV_H
#define MODEL_CHART_PRIV_H

#include "model/chart.h"

/* A chart being laid out, from the top down. */
struct chart_lay {
	struct arena *arena;
	const struct chart *chart;
	const struct chart_type *type;
	double width;
	bool is_tight;
	bool is_divided; /* bars are made of several series */
	size_t most;     /* the largest total */
	double y;        /* where the next thing goes */
	struct chart_geometry *out;
};

/* ---- chart_layout.c ---- */

struct chart_part *chart_part_add(struct chart_lay *lay,
    enum chart_part_kind kind, double x, double y, double width, double height);

/* A text on a line whose top is y; x is where it is anchored. It is moved to
 * within the chart's width. */
struct chart_part *chart_text_add(struct chart_lay *lay, struct str text,
    double x, double y, enum chart_anchor anchor, bool is_strong);

/* The same with a plate behind it. */
void chart_plate_add(struct chart_lay *lay, struct str text, double x, double y,
    enum chart_anchor anchor, bool is_strong);

/* Pieces of one bar from `from` on, `length` for `most`; upwards if
 * `is_column`. `side` is its other edge, `thick` its thickness. Gives where
 * it ends. */
struct chart_bar {
	const struct chart_row *row;
	double from, side, thick, length;
	bool is_column;
};
double chart_bar_add(struct chart_lay *lay, const struct chart_bar *bar);

/* How much longer than it should be a bar may turn out, for the least that
 * counts is still drawn. */
double chart_excess(const struct chart_lay *lay);

double chart_measure(
    const struct chart_lay *lay, struct str text, bool is_strong);
struct str chart_number(const struct chart_lay *lay, size_t number);

/* The widest number above or behind a bar. */
double chart_totals_width(const struct chart_lay *lay);

/* A round number, of which at most `count` go into the largest total. */
size_t chart_step(const struct chart_lay *lay, double count);

/* ---- chart_wrap.c ---- */

struct chart_lines {
	struct str *list;
	size_t count, cap;
	bool is_cut; /* words are left out, or a word had to be broken */
};

/* Cuts a text into lines of that width; what goes beyond `most` of them ends in
 * an ellipsis. */
struct chart_lines chart_wrap(const struct chart_lay *lay, struct str text,
    double width, size_t most, bool is_strong);

/* ---- chart_bars.c, chart_columns.c ---- */

void chart_bars(struct chart_lay *lay);

/* False, and nothing is done, when there is no room. */
bool chart_columns(struct chart_lay *lay);

#endif
