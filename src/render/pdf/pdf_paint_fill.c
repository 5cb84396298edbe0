/* pdf_paint_fill: a rectangle with a pattern of lines or dots and an outline,
 * so that what it stands for is seen without its colour. */
#include "render/pdf/pdf_paint_page.h"

#include <math.h>

static const double SPACING_PT = 4;
static const double THICK_PT = 0.9;
static const double DOT_PT = 1.6;
static const double OUTLINE_PT = 0.8;

static void
put_rect(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	pdf_canvas_put(canvas, pdf_canvas_x(item->x));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, item->y + item->height));
	pdf_canvas_put(canvas, pdf_canvas_x(item->width));
	pdf_canvas_put(canvas, pdf_canvas_x(item->height));
	buf_puts(&canvas->out, "re ");
}

static void
put_line(
    struct pdf_canvas *canvas, double x, double y, double to_x, double to_y)
{
	pdf_canvas_put(canvas, pdf_canvas_x(x));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, y));
	buf_puts(&canvas->out, "m ");
	pdf_canvas_put(canvas, pdf_canvas_x(to_x));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, to_y));
	buf_puts(&canvas->out, "l\n");
}

/* Lines at half a right angle, from edge to edge and beyond. */
static void
put_slanted(
    struct pdf_canvas *canvas, const struct pdf_item *item, bool is_rising)
{
	double height = item->height, bottom = item->y + height;
	double spacing = SPACING_PT * 1.25;

	for (double at = spacing / 2; at < item->width + height;
	     at += spacing) {
		double x = item->x + at - height;

		if (is_rising)
			put_line(canvas, x, bottom, x + height, item->y);
		else
			put_line(canvas, x, item->y, x + height, bottom);
	}
}

static void
put_level(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	for (double at = SPACING_PT / 2; at < item->height; at += SPACING_PT)
		put_line(canvas, item->x, item->y + at, item->x + item->width,
		    item->y + at);
}

static void
put_upright(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	for (double at = SPACING_PT / 2; at < item->width; at += SPACING_PT)
		put_line(canvas, item->x + at, item->y, item->x + at,
		    item->y + item->height);
}

/* Dots are the dashes of thick lines, every second row moved by half. */
static void
put_dots(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	double gap = SPACING_PT - DOT_PT;
	bool is_moved = false;

	buf_puts(&canvas->out, "[");
	buf_put_number(&canvas->out, DOT_PT, 2);
	buf_puts(&canvas->out, " ");
	buf_put_number(&canvas->out, gap, 2);
	buf_puts(&canvas->out, "]0 d\n");
	for (double at = SPACING_PT / 2; at < item->height;
	     at += SPACING_PT / 1.4) {
		double x = item->x + (is_moved ? -0.5 : 0.5) * gap;

		put_line(canvas, x, item->y + at, item->x + item->width,
		    item->y + at);
		is_moved = !is_moved;
	}
}

static void
put_pattern(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	enum chart_pattern pattern = item->as.fill.pattern;

	switch (pattern) {
	case PATTERN_RISING:
		put_slanted(canvas, item, true);
		break;
	case PATTERN_FALLING:
		put_slanted(canvas, item, false);
		break;
	case PATTERN_CROSSED:
		put_slanted(canvas, item, true);
		put_slanted(canvas, item, false);
		break;
	case PATTERN_LEVEL:
		put_level(canvas, item);
		break;
	case PATTERN_UPRIGHT:
		put_upright(canvas, item);
		break;
	case PATTERN_GRID:
		put_level(canvas, item);
		put_upright(canvas, item);
		break;
	case PATTERN_DOTS:
		put_dots(canvas, item);
		break;
	case PATTERN_SOLID:
	case PATTERN_EMPTY:
	case PATTERN_COUNT:
		break;
	}
}

void
pdf_draw_fill(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	enum chart_pattern pattern = item->as.fill.pattern;
	bool is_plain = pattern == PATTERN_SOLID || pattern == PATTERN_EMPTY;

	pdf_canvas_finish_path(canvas);
	pdf_canvas_fill_colour(canvas,
	    pattern == PATTERN_SOLID ? item->colour : item->as.fill.back);
	put_rect(canvas, item);
	buf_puts(&canvas->out, "f\n");
	if (!is_plain) {
		pdf_canvas_stroke(canvas, item->colour,
		    pattern == PATTERN_DOTS ? DOT_PT : THICK_PT);
		/* what is set from here to Q is forgotten at Q */
		buf_puts(&canvas->out, "q ");
		put_rect(canvas, item);
		buf_puts(&canvas->out, "W n\n");
		put_pattern(canvas, item);
		buf_puts(&canvas->out, "S Q\n");
	}
	pdf_canvas_stroke(canvas, item->colour, OUTLINE_PT);
	put_rect(canvas, item);
	buf_puts(&canvas->out, "S\n");
}
