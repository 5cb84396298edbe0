/* pdf_paint_draw: rectangles, lines, shapes and images -> path operators.
 * Neighbours of one colour are painted as one path. Shapes are drawn in a
 * square of 1000 units, y up, set in the middle of their box. */
#include "render/pdf/pdf_paint_page.h"

#include <math.h>

/* Begins or continues a path of that kind. */
static void
enter_path(struct pdf_canvas *canvas, enum pdf_path path)
{
	if (canvas->path != path)
		pdf_canvas_finish_path(canvas);
	canvas->path = path;
}

void
pdf_draw_rect(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	pdf_canvas_fill_colour(canvas, item->colour);
	enter_path(canvas, PATH_FILL);
	pdf_canvas_put(canvas, pdf_canvas_x(item->x));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, item->y + item->height));
	pdf_canvas_put(canvas, pdf_canvas_x(item->width));
	pdf_canvas_put(canvas, pdf_canvas_x(item->height));
	buf_puts(&canvas->out, "re\n");
}

static void
put_segment(
    struct pdf_canvas *canvas, double x, double y, double width, double height)
{
	pdf_canvas_put(canvas, pdf_canvas_x(x));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, y));
	buf_puts(&canvas->out, "m ");
	pdf_canvas_put(canvas, pdf_canvas_x(x + width));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, y + height));
	buf_puts(&canvas->out, "l\n");
}

void
pdf_draw_line(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	double length = hypot(item->width, item->height);
	double dash = item->as.line.dash_pt;

	pdf_canvas_stroke(canvas, item->colour, item->as.line.thick_pt);
	enter_path(canvas, PATH_STROKE);
	if (dash <= 0) {
		put_segment(
		    canvas, item->x, item->y, item->width, item->height);
		return;
	}
	for (double at = 0; at < length; at += dash * 1.6) {
		double from = at / length;
		double part = fmin(dash, length - at) / length;

		put_segment(canvas, item->x + item->width * from,
		    item->y + item->height * from, item->width * part,
		    item->height * part);
	}
}

/* The square that a shape is drawn in. */
struct square {
	struct pdf_canvas *canvas;
	double left, bottom; /* points, y up */
	double unit;         /* points */
};

static void
put_point(const struct square *square, int x, int y)
{
	pdf_canvas_put(
	    square->canvas, lround((square->left + x * square->unit) * 100));
	pdf_canvas_put(
	    square->canvas, lround((square->bottom + y * square->unit) * 100));
}

static void
put_polygon(const struct square *square, const short (*points)[2], size_t count)
{
	struct buf *out = &square->canvas->out;

	for (size_t i = 0; i < count; i++) {
		put_point(square, points[i][0], points[i][1]);
		buf_puts(out, i == 0 ? "m " : "l ");
	}
	buf_puts(out, "h\n");
}

/* Four curves; `arm` is how far a curve's handles reach, as usual. */
static void
put_circle(const struct square *square, int radius)
{
	struct buf *out = &square->canvas->out;
	int r = radius, arm = (int)lround(radius * 0.5523), c = 500;
	const int curves[4][6] = {
		{ c + r, c + arm, c + arm, c + r, c, c + r },
		{ c - arm, c + r, c - r, c + arm, c - r, c },
		{ c - r, c - arm, c - arm, c - r, c, c - r },
		{ c + arm, c - r, c + r, c - arm, c + r, c },
	};

	put_point(square, c + r, c);
	buf_puts(out, "m\n");
	for (int i = 0; i < 4; i++) {
		for (int j = 0; j < 6; j += 2)
			put_point(square, curves[i][j], curves[i][j + 1]);
		buf_puts(out, "c\n");
	}
}

static void
put_shape(const struct square *square, enum shape shape)
{
	static const short whole[][2] = { { 60, 60 }, { 940, 60 }, { 940, 940 },
		{ 60, 940 } };
	static const short triangle[][2] = { { 0, 80 }, { 1000, 80 },
		{ 500, 946 } };
	static const short diamond[][2] = { { 500, 0 }, { 1000, 500 },
		{ 500, 1000 }, { 0, 500 } };
	static const short tick[][2] = { { 215, 505 }, { 300, 590 },
		{ 435, 455 }, { 705, 725 }, { 790, 640 }, { 435, 285 } };
	static const short bars[][4][2] = {
		{ { 140, 60 }, { 400, 60 }, { 400, 940 }, { 140, 940 } },
		{ { 600, 60 }, { 860, 60 }, { 860, 940 }, { 600, 940 } },
	};
	static const short cross[][2] = { { 60, 217 }, { 217, 60 },
		{ 500, 343 }, { 783, 60 }, { 940, 217 }, { 657, 500 },
		{ 940, 783 }, { 783, 940 }, { 500, 657 }, { 217, 940 },
		{ 60, 783 }, { 343, 500 } };

	switch (shape) {
	case SHAPE_CIRCLE:
		put_circle(square, 500);
		break;
	case SHAPE_RING:
		put_circle(square, 500);
		put_circle(square, 320);
		break;
	case SHAPE_SQUARE:
		put_polygon(square, whole, 4);
		break;
	case SHAPE_TRIANGLE:
		put_polygon(square, triangle, 3);
		break;
	case SHAPE_DIAMOND:
		put_polygon(square, diamond, 4);
		break;
	case SHAPE_TICK:
		put_circle(square, 500);
		put_polygon(square, tick, 6);
		break;
	case SHAPE_BARS:
		put_polygon(square, bars[0], 4);
		put_polygon(square, bars[1], 4);
		break;
	case SHAPE_CROSS:
		put_polygon(square, cross, 12);
		break;
	}
}

/* Filled by the even-odd rule, so that what lies within a circle is left out:
 * the middle of a ring, the tick. */
void
pdf_draw_shape(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	double side = fmin(item->width, item->height);
	struct square square = {
		.canvas = canvas,
		.left = item->x + (item->width - side) / 2,
		.bottom = canvas->height_pt - item->y - item->height +
			  (item->height - side) / 2,
		.unit = side / 1000,
	};

	pdf_canvas_finish_path(canvas);
	pdf_canvas_fill_colour(canvas, item->colour);
	put_shape(&square, item->as.shape.shape);
	buf_puts(&canvas->out, "f*\n");
}

/* An empty frame with its diagonals, where an image could not be loaded. */
static void
draw_frame(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	const struct colour grey = { 0x76, 0x76, 0x76 };
	long left = pdf_canvas_x(item->x);
	long right = pdf_canvas_x(item->x + item->width);
	long top = pdf_canvas_y(canvas, item->y);
	long bottom = pdf_canvas_y(canvas, item->y + item->height);
	const long lines[6][4] = {
		{ left, bottom, right, bottom },
		{ right, bottom, right, top },
		{ right, top, left, top },
		{ left, top, left, bottom },
		{ left, bottom, right, top },
		{ left, top, right, bottom },
	};

	pdf_canvas_stroke(canvas, grey, 0.5);
	enter_path(canvas, PATH_STROKE);
	for (int i = 0; i < 6; i++)
		for (int j = 0; j < 4; j++) {
			pdf_canvas_put(canvas, lines[i][j]);
			if (j % 2 == 1)
				buf_puts(&canvas->out, j == 1 ? "m " : "l\n");
		}
}

void
pdf_draw_image(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	/* by Exif's number: where the picture's right and upper edges point, as
	 * parts of the box, and where its lower left corner is */
	static const signed char turns[9][6] = { { 0 }, { 1, 0, 0, 1, 0, 0 },
		{ -1, 0, 0, 1, 1, 0 }, { -1, 0, 0, -1, 1, 1 },
		{ 1, 0, 0, -1, 0, 1 }, { 0, -1, -1, 0, 1, 1 },
		{ 0, -1, 1, 0, 0, 1 }, { 0, 1, 1, 0, 0, 0 },
		{ 0, 1, -1, 0, 1, 0 } };
	const struct pdf_picture *picture;
	const double corner[2] = { item->x,
		canvas->height_pt - item->y - item->height };
	size_t index;

	pdf_canvas_finish_path(canvas);
	picture = pdf_picture_find(canvas->paint, item, &index);
	if (picture->image == NULL) {
		draw_frame(canvas, item);
		return;
	}
	buf_puts(&canvas->out, "q ");
	for (int i = 0; i < 6; i++) {
		double side = i % 2 == 0 ? item->width : item->height;

		pdf_canvas_put(
		    canvas, pdf_canvas_x((i < 4 ? 0 : corner[i - 4]) +
					 turns[picture->turn][i] * side));
	}
	buf_printf(&canvas->out, "cm/I%zu Do Q\n", index);
}
