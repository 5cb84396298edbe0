/* chart_layout: a chart and a width -> where everything stands. Here: its
 * legend, and what bars and columns share. */
#include "model/chart_priv.h"

#include <math.h>

#include "base/arena.h"

static const double THINNEST = 0.08;  /* of what counts at all; in sizes */
static const double KEY_WIDTH = 1.5;  /* of a legend's sample */
static const double KEY_HEIGHT = 0.9; /* the same */
static const double LEAST_WIDTH = 12; /* of a chart that can be drawn */

struct chart_part *
chart_part_add(struct chart_lay *lay, enum chart_part_kind kind, double x,
    double y, double width, double height)
{
	struct chart_geometry *out = lay->out;
	struct chart_part *part;

	out->parts = arena_push(lay->arena, out->parts, &out->part_count,
	    &out->part_cap, sizeof(*out->parts));
	part = &out->parts[out->part_count - 1];
	part->kind = kind;
	part->x = x;
	part->y = y;
	part->width = width;
	part->height = height;
	return part;
}

double
chart_measure(const struct chart_lay *lay, struct str text, bool is_strong)
{
	return lay->type->measure(lay->type->context, text, is_strong);
}

struct str
chart_number(const struct chart_lay *lay, size_t number)
{
	return str_printf(lay->arena, "%zu", number);
}

/* Where a text of that width begins. */
static double
start_of(const struct chart_lay *lay, double x, double width,
    enum chart_anchor anchor)
{
	double start = x;

	if (anchor == ANCHOR_MIDDLE)
		start = x - width / 2;
	else if (anchor == ANCHOR_END)
		start = x - width;
	if (start + width > lay->width)
		start = lay->width - width;
	return start < 0 ? 0 : start;
}

struct chart_part *
chart_text_add(struct chart_lay *lay, struct str text, double x, double y,
    enum chart_anchor anchor, bool is_strong)
{
	double width = chart_measure(lay, text, is_strong);
	struct chart_part *part = chart_part_add(lay, CHART_TEXT,
	    start_of(lay, x, width, anchor), y, width, lay->type->line);

	part->text = text;
	part->anchor = anchor;
	part->is_strong = is_strong;
	return part;
}

void
chart_plate_add(struct chart_lay *lay, struct str text, double x, double y,
    enum chart_anchor anchor, bool is_strong)
{
	double width = chart_measure(lay, text, is_strong);
	double pad = lay->type->size * 0.2;
	double start = start_of(lay, x, width, anchor) - pad;
	double height = lay->type->size * 1.05;

	chart_part_add(lay, CHART_PLATE, fmax(start, 0),
	    y + (lay->type->line - height) / 2,
	    fmin(width + 2 * pad, lay->width - fmax(start, 0)), height);
	chart_text_add(lay, text, x, y, anchor, is_strong)->is_inside = true;
}

/* The number in the middle of a piece, if there is room for it. A bar of one
 * piece has it at its end. */
static void
inside_add(struct chart_lay *lay, const struct chart_row *row, size_t count,
    double x, double y, double width, double height)
{
	struct str number = chart_number(lay, count);
	double size = lay->type->size;

	if (count == row->total || height < lay->type->line ||
	    width < chart_measure(lay, number, false) + size * 0.6)
		return;
	chart_plate_add(lay, number, x + width / 2,
	    y + (height - lay->type->line) / 2, ANCHOR_MIDDLE, false);
}

double
chart_bar_add(struct chart_lay *lay, const struct chart_bar *bar)
{
	const struct chart *chart = lay->chart;
	double thin = lay->type->size * THINNEST;
	double at = bar->from;

	for (size_t i = 0; i < chart->series_count; i++) {
		size_t count = bar->row->counts[i];
		double length = lay->most == 0
				    ? 0
				    : fmax(thin, bar->length * (double)count /
						     (double)lay->most);
		double x = bar->is_column ? bar->side : at;
		double y = bar->is_column ? at - length : bar->side;
		double width = bar->is_column ? bar->thick : length;
		double height = bar->is_column ? length : bar->thick;

		if (count == 0)
			continue;
		chart_part_add(lay, CHART_BAR, x, y, width, height)->series = i;
		inside_add(lay, bar->row, count, x, y, width, height);
		at += bar->is_column ? -length : length;
	}
	return at;
}

double
chart_excess(const struct chart_lay *lay)
{
	return lay->type->size * THINNEST * (double)lay->chart->series_count;
}

double
chart_totals_width(const struct chart_lay *lay)
{
	double widest = 0;

	for (size_t i = 0; i < lay->chart->row_count; i++)
		widest = fmax(widest,
		    chart_measure(lay,
			chart_number(lay, lay->chart->rows[i].total), true));
	return widest;
}

size_t
chart_step(const struct chart_lay *lay, double count)
{
	static const size_t rounds[] = { 1, 2, 5 };
	size_t power = 1;

	for (;; power *= 10)
		for (size_t i = 0; i < 3; i++)
			if ((double)lay->most <=
			    count * (double)(rounds[i] * power))
				return rounds[i] * power;
}

/* Samples and names, as many to a line as go. */
static void
legend(struct chart_lay *lay)
{
	const struct chart *chart = lay->chart;
	double size = lay->type->size, line = lay->type->line;
	double key = size * KEY_WIDTH, gap = size * 0.4, x = 0;

	for (size_t i = 0; i < chart->series_count; i++) {
		struct chart_lines name = chart_wrap(lay, chart->series[i].name,
		    lay->width - key - gap, 1, false);
		double width;

		if (name.count == 0)
			continue;
		width = key + gap + chart_measure(lay, name.list[0], false);
		if (x > 0 && x + width > lay->width) {
			x = 0;
			lay->y += line * 1.1;
		}
		chart_part_add(lay, CHART_KEY, x,
		    lay->y + (line - size * KEY_HEIGHT) / 2, key,
		    size * KEY_HEIGHT)
		    ->series = i;
		chart_text_add(lay, name.list[0], x + key + gap, lay->y,
		    ANCHOR_START, false);
		x += width + size * 1.2;
	}
	if (chart->series_count > 0)
		lay->y += line + size * (lay->is_tight ? 0.4 : 0.8);
}

struct chart_geometry *
chart_layout(struct arena *arena, const struct chart *chart,
    const struct chart_type *type, double width, bool is_tight)
{
	struct chart_lay lay = { .arena = arena,
		.chart = chart,
		.type = type,
		.width = fmax(width, type->size * LEAST_WIDTH),
		.is_tight = is_tight,
		.is_divided = chart->kind != CHART_STATES };
	bool is_upright =
	    chart->kind == CHART_DUE || chart->kind == CHART_PROGRESS;

	lay.out = arena_alloc(arena, sizeof(*lay.out));
	for (size_t i = 0; i < chart->row_count; i++)
		if (chart->rows[i].total > lay.most)
			lay.most = chart->rows[i].total;
	if (lay.is_divided)
		legend(&lay);
	if (!is_upright || !chart_columns(&lay))
		chart_bars(&lay);
	lay.out->width = lay.width;
	lay.out->height = lay.y;
	return lay.out;
}
