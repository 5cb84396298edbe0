/* chart_bars: bars one below the other, with their labels beside them or, where
 * it is narrow, above. */
#include "model/chart_priv.h"

#include <math.h>

#include "base/arena.h"

/* In sizes of the type. */
static const double BESIDE_LEAST = 26; /* width with labels beside the bars */
static const double LABEL_GAP = 0.8;
static const double VALUE_GAP = 0.4;
static const double TICKS_GAP = 0.3;
static const double ABOVE_GAP = 0.15;

/* The most that labels may take of the width. */
static const double LABEL_SHARE = 0.42;

enum { LABEL_LINES = 3, MARK_LINES = 2 };

/* What stands beside a bar. */
struct label {
	struct chart_lines words, mark;
	double height; /* of both */
};

struct bars {
	struct chart_lay *lay;
	struct label *labels; /* by row */
	bool is_above;
	double label_width;
	double left, length; /* of the bars */
	double thick, gap;
};

static double
label_width(const struct chart_lay *lay)
{
	const struct chart *chart = lay->chart;
	double widest = 0;

	for (size_t i = 0; i < chart->row_count; i++)
		widest = fmax(
		    widest, chart_measure(lay, chart->rows[i].label, false));
	if (chart->mark_row != CHART_NONE)
		widest =
		    fmax(widest, chart_measure(lay, chart->mark_label, true));
	/* a hair more, or what just fits would not */
	return fmin(widest + 0.01, lay->width * LABEL_SHARE);
}

static void
labels_wrap(struct bars *bars)
{
	struct chart_lay *lay = bars->lay;
	const struct chart *chart = lay->chart;
	double line = lay->type->line;

	bars->labels = arena_alloc(
	    lay->arena, (chart->row_count + 1) * sizeof(*bars->labels));
	for (size_t i = 0; i < chart->row_count; i++) {
		struct label *label = &bars->labels[i];

		label->words = chart_wrap(lay, chart->rows[i].label,
		    bars->label_width, lay->is_tight ? 1 : LABEL_LINES, false);
		if (chart->mark_row == i)
			label->mark = chart_wrap(lay, chart->mark_label,
			    bars->label_width, MARK_LINES, true);
		label->height =
		    line * (double)(label->words.count + label->mark.count);
	}
}

static double
row_height(const struct bars *bars, size_t row)
{
	double label = bars->labels[row].height;

	if (!bars->is_above)
		return fmax(label, bars->thick);
	return label + bars->lay->type->size * ABOVE_GAP + bars->thick;
}

static void
lines_put(struct bars *bars, const struct chart_lines *lines, double *y,
    bool is_strong)
{
	for (size_t i = 0; i < lines->count; i++) {
		chart_text_add(
		    bars->lay, lines->list[i], 0, *y, ANCHOR_START, is_strong);
		*y += bars->lay->type->line;
	}
}

static void
row_put(struct bars *bars, size_t index)
{
	struct chart_lay *lay = bars->lay;
	const struct chart_row *row = &lay->chart->rows[index];
	const struct label *label = &bars->labels[index];
	double height = row_height(bars, index), y = lay->y, end;
	struct chart_bar bar = { .row = row,
		.from = bars->left,
		.thick = bars->thick,
		.length = bars->length };

	if (!bars->is_above)
		y += (height - label->height) / 2;
	lines_put(bars, &label->words, &y, false);
	lines_put(bars, &label->mark, &y, true);
	bar.side = bars->is_above ? y + lay->type->size * ABOVE_GAP
				  : lay->y + (height - bars->thick) / 2;
	end = chart_bar_add(lay, &bar);
	chart_plate_add(lay, chart_number(lay, row->total),
	    end + lay->type->size * VALUE_GAP,
	    bar.side + (bars->thick - lay->type->line) / 2, ANCHOR_START, true);
	lay->y += height + bars->gap;
}

/* Lines at round numbers, behind the bars, down to their labels at `bottom`. */
static void
grid_put(struct bars *bars, double top, double bottom)
{
	struct chart_lay *lay = bars->lay;
	double size = lay->type->size;
	double spacing =
	    chart_measure(lay, chart_number(lay, lay->most), false) + size * 2;
	size_t step =
	    chart_step(lay, fmin(fmax(floor(bars->length / spacing), 1), 6));

	for (size_t at = 0; at <= lay->most; at += step) {
		double x =
		    bars->left + bars->length * (double)at / (double)lay->most;

		if (at > 0)
			chart_part_add(
			    lay, CHART_GRID, x, top, 0, bottom - top);
		chart_text_add(lay, chart_number(lay, at), x,
		    bottom + size * TICKS_GAP, ANCHOR_MIDDLE, false);
	}
}

static void
measure(struct bars *bars)
{
	struct chart_lay *lay = bars->lay;
	double size = lay->type->size;

	bars->is_above = lay->width < size * BESIDE_LEAST && !lay->is_tight;
	bars->label_width = bars->is_above ? lay->width : label_width(lay);
	bars->left = bars->is_above ? 0 : bars->label_width + size * LABEL_GAP;
	bars->length = lay->width - bars->left - chart_totals_width(lay) -
		       chart_excess(lay) - size * (VALUE_GAP + 0.2);
	bars->thick = size * (lay->is_tight ? 0.95 : 1.5);
	bars->gap = size * (lay->is_tight ? 0.25 : 0.6);
	labels_wrap(bars);
}

void
chart_bars(struct chart_lay *lay)
{
	struct bars bars = { .lay = lay };
	double top = lay->y, bottom = lay->y;
	bool has_grid;

	measure(&bars);
	/* labels above the bars stand where a grid would */
	has_grid = lay->is_divided && !bars.is_above && !lay->is_tight &&
		   lay->most > 0;
	for (size_t i = 0; i < lay->chart->row_count; i++)
		bottom += row_height(&bars, i) + bars.gap;
	if (has_grid)
		grid_put(&bars, top, bottom);
	for (size_t i = 0; i < lay->chart->row_count; i++)
		row_put(&bars, i);
	/* labels above the bars would stand on it */
	if (!bars.is_above)
		chart_part_add(
		    lay, CHART_AXIS, bars.left, top, 0, bottom - top);
	lay->y = bottom;
	if (!has_grid)
		return;
	lay->y += lay->type->size * TICKS_GAP + lay->type->line;
	chart_text_add(
	    lay, lay->chart->axis, bars.left, lay->y, ANCHOR_START, false);
	lay->y += lay->type->line;
}
