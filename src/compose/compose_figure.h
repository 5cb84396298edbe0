/* compose_figure: between the files that make figures. */
#ifndef COMPOSE_COMPOSE_FIGURE_H
#define COMPOSE_COMPOSE_FIGURE_H

#include "compose/compose_priv.h"
#include "model/chart.h"

/* ---- words: compose_figure_words.c ---- */

/* A word of the catalogue, with `a` in place of {1}. */
struct str compose_figure_word(
    const struct maker *maker, enum word word, struct str a);

/* What a state is called in the paper. */
struct str compose_figure_state(const struct maker *maker, enum state state);

/* All numbers of the chart in sentences. */
struct str compose_figure_alt(
    const struct maker *maker, const struct chart *chart);

/* ---- counts: compose_figure_count.c, compose_figure_due.c ---- */

/* The series that the kind has and that count something, and the rows. Rows
 * are none when there is nothing to count. */
struct chart *compose_figure_count(struct maker *maker, enum chart_kind kind);

/* Appends a row without counts. */
struct chart_row *compose_figure_row(
    struct maker *maker, struct chart *chart, struct str label);
void compose_figure_series(struct maker *maker, struct chart *chart,
    enum chart_fill fill, enum state state, struct str name);

/* Fills in the rows of a CHART_DUE, one for each month, quarter or year. */
void compose_figure_due(struct maker *maker, struct chart *chart);

#endif
