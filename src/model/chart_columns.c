/* chart_columns: columns side by side, in the order of time, with the day of
 * the paper marked. */
#include "model/chart_priv.h"

#include <math.h>

#include "base/arena.h"

/* In sizes of the type. */
static const double WIDEST_SLOT = 7;
static const double SLOT_GAP = 0.35; /* between the labels of two columns */
static const double PLOT_HEIGHT = 12;
static const double TIGHT_HEIGHT = 8;
static const double TICK_GAP = 0.5;

static const double COLUMN_SHARE = 0.64; /* of its slot */

enum { LABEL_LINES = 3, MOST_TICKS = 4 };

struct columns {
	struct chart_lay *lay;
	struct chart_lines *labels; /* by row */
	size_t label_lines;
	size_t step;
	double left, slot;
	double top, base; /* of the columns */
};

/* Wraps all labels; false if one does not go. */
static bool
labels_wrap(struct columns *columns, double room)
{
	struct chart_lay *lay = columns->lay;

	columns->label_lines = 1;
	for (size_t i = 0; i < lay->chart->row_count; i++) {
		struct chart_lines *label = &columns->labels[i];

		*label = chart_wrap(
		    lay, lay->chart->rows[i].label, room, LABEL_LINES, false);
		if (label->is_cut)
			return false;
		if (label->count > columns->label_lines)
			columns->label_lines = label->count;
	}
	return true;
}

/* The width of the widest word in any label. */
static double
narrowest(const struct columns *columns)
{
	const struct chart_lay *lay = columns->lay;
	double widest = 0;

	for (size_t i = 0; i < lay->chart->row_count; i++) {
		struct str rest = lay->chart->rows[i].label, word;

		while (str_next_part(&rest, ' ', &word))
			widest = fmax(widest, chart_measure(lay, word, false));
	}
	return widest;
}

/* Are all labels and numbers no wider than a column's place? When one label is
 * broken, all of them are, at the same place. */
static bool
has_room(struct columns *columns)
{
	struct chart_lay *lay = columns->lay;
	const struct chart *chart = lay->chart;
	double room = columns->slot - lay->type->size * SLOT_GAP;

	if (chart_totals_width(lay) > room ||
	    (chart->mark_row != CHART_NONE &&
		chart_measure(lay, chart->mark_label, true) > lay->width))
		return false;
	columns->labels = arena_alloc(
	    lay->arena, (chart->row_count + 1) * sizeof(*columns->labels));
	if (!labels_wrap(columns, room))
		return false;
	if (columns->label_lines > 1)
		labels_wrap(columns, narrowest(columns) + 0.01);
	return true;
}

/* The day of the paper: a line behind the columns, its label on top. */
static void
mark_put(struct columns *columns)
{
	struct chart_lay *lay = columns->lay;
	const struct chart *chart = lay->chart;
	double size = lay->type->size, line = lay->type->line;
	double width, x;
	bool goes_right;

	if (chart->mark_row == CHART_NONE)
		return;
	x = columns->left +
	    ((double)chart->mark_row + chart->mark_share) * columns->slot;
	width = chart_measure(lay, chart->mark_label, true);
	goes_right = x + size * 0.4 + width <= lay->width;
	chart_text_add(lay, chart->mark_label,
	    goes_right ? x + size * 0.4 : x - size * 0.4, lay->y,
	    goes_right ? ANCHOR_START : ANCHOR_END, true);
	chart_part_add(lay, CHART_MARK, x, lay->y + line * 0.15, 0,
	    columns->base - lay->y - line * 0.15);
	lay->y += line;
}

static void
grid_put(struct columns *columns)
{
	struct chart_lay *lay = columns->lay;
	double right =
	    columns->left + columns->slot * (double)lay->chart->row_count;
	double height = columns->base - columns->top;

	for (size_t at = 0; at <= lay->most; at += columns->step) {
		double y =
		    columns->base - height * (double)at / (double)lay->most;

		if (at > 0)
			chart_part_add(lay, CHART_GRID, columns->left, y,
			    right - columns->left, 0);
		chart_text_add(lay, chart_number(lay, at),
		    columns->left - lay->type->size * TICK_GAP,
		    y - lay->type->line / 2, ANCHOR_END, false);
	}
}

static void
column_put(struct columns *columns, size_t index)
{
	struct chart_lay *lay = columns->lay;
	const struct chart_row *row = &lay->chart->rows[index];
	const struct chart_lines *label = &columns->labels[index];
	double left = columns->left + columns->slot * (double)index;
	double middle = left + columns->slot / 2;
	struct chart_bar bar = { .row = row,
		.from = columns->base,
		.side = left + columns->slot * (1 - COLUMN_SHARE) / 2,
		.thick = columns->slot * COLUMN_SHARE,
		.length = columns->base - columns->top,
		.is_column = true };
	double end = chart_bar_add(lay, &bar);

	if (row->total > 0)
		chart_plate_add(lay, chart_number(lay, row->total), middle,
		    end - lay->type->line, ANCHOR_MIDDLE, true);
	for (size_t i = 0; i < label->count; i++)
		chart_text_add(lay, label->list[i], middle,
		    columns->base + lay->type->size * 0.3 +
			lay->type->line * (double)i,
		    ANCHOR_MIDDLE, false);
}

bool
chart_columns(struct chart_lay *lay)
{
	const struct chart *chart = lay->chart;
	double size = lay->type->size, line = lay->type->line;
	struct columns columns = { .lay = lay };

	if (lay->most == 0)
		return false;
	columns.step = chart_step(lay, MOST_TICKS);
	columns.left = chart_measure(lay, chart_number(lay, lay->most), false) +
		       size * TICK_GAP;
	columns.slot =
	    fmin((lay->width - columns.left) / (double)chart->row_count,
		size * WIDEST_SLOT);
	if (!has_room(&columns))
		return false;
	if (!lay->is_tight) {
		chart_text_add(
		    lay, chart->axis, 0, lay->y, ANCHOR_START, false);
		lay->y += line;
	}
	/* room for the mark's label and for the highest column's number */
	columns.top = lay->y + chart_excess(lay) +
		      line * (chart->mark_row == CHART_NONE ? 1.2 : 2.2);
	columns.base =
	    columns.top + size * (lay->is_tight ? TIGHT_HEIGHT : PLOT_HEIGHT);
	mark_put(&columns);
	grid_put(&columns);
	for (size_t i = 0; i < chart->row_count; i++)
		column_put(&columns, i);
	chart_part_add(lay, CHART_AXIS, columns.left, columns.base,
	    columns.slot * (double)chart->row_count, 0);
	lay->y = columns.base + size * 0.3 + line * (double)columns.label_lines;
	return true;
}
