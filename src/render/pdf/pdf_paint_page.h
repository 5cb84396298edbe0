/* pdf_paint_page: the content of a page in the making. Shared by the files
 * that write into it. */
#ifndef RENDER_PDF_PDF_PAINT_PAGE_H
#define RENDER_PDF_PDF_PAINT_PAGE_H

#include "render/pdf/pdf_paint_priv.h"

/* A path that has been begun and not yet painted. */
enum pdf_path { PATH_NONE, PATH_FILL, PATH_STROKE };

/* Marked content and text objects nest either way, but may not overlap:
 *
 *     BT /P<<..>>BDC [(..)]TJ EMC /P<<..>>BDC [(..)]TJ EMC ET
 *     /Figure<<..>>BDC 0 0 9 9 re f BT [(..)]TJ ET EMC
 */
struct pdf_canvas {
	struct pdf_paint *paint;
	size_t page;
	double height_pt;
	struct buf out;
	bool in_text;        /* between BT and ET */
	bool in_mark;        /* between BDC and EMC */
	bool mark_is_inside; /* the mark was begun within this text */
	size_t tag;          /* of the mark */
	long line_x, line_y; /* hundredths: where Td counts from */
	/* graphics state, as set so far on this page; -1: not yet */
	int face;
	long size;         /* hundredths */
	long rise;         /* hundredths */
	long thick;        /* hundredths */
	long fill, stroke; /* colours as 0xRRGGBB */
	enum pdf_path path;
};

/* Hundredths of a point from the left and from the bottom. */
long pdf_canvas_x(double x);
long pdf_canvas_y(const struct pdf_canvas *canvas, double y);
void pdf_canvas_put(struct pdf_canvas *canvas, long value); /* and a space */

/* Paints the path, if there is one. Before any other operator. */
void pdf_canvas_finish_path(struct pdf_canvas *canvas);
void pdf_canvas_fill_colour(struct pdf_canvas *canvas, struct colour colour);
void pdf_canvas_stroke(
    struct pdf_canvas *canvas, struct colour colour, double thick_pt);

/* pdf_paint_draw.c: figures, within marked content and outside of text. */
void pdf_draw_rect(struct pdf_canvas *canvas, const struct pdf_item *item);
void pdf_draw_line(struct pdf_canvas *canvas, const struct pdf_item *item);
void pdf_draw_shape(struct pdf_canvas *canvas, const struct pdf_item *item);
void pdf_draw_image(struct pdf_canvas *canvas, const struct pdf_item *item);

/* pdf_paint_fill.c: a pattern, within marked content and outside of text. */
void pdf_draw_fill(struct pdf_canvas *canvas, const struct pdf_item *item);

/* pdf_paint_text.c: a line of text, within BT and ET. */
void pdf_draw_text(struct pdf_canvas *canvas, const struct pdf_item *item);

#endif
