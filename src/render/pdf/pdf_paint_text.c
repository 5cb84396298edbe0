/* pdf_paint_text: a line of glyphs -> text operators. One TJ a line where it
 * can be; a number in it moves the next glyph by what shaping asks beyond the
 * glyph's own width. */
#include "render/pdf/pdf_paint_page.h"

#include <math.h>

enum { STRING_GLYPHS = 8000 /* a string may hold 32,767 bytes */ };

/* A string of a TJ array in the making. */
struct show {
	struct pdf_canvas *canvas;
	bool in_array, in_string;
	size_t in_this; /* glyphs of the string */
	double pen;     /* ems from the start: where shaping puts the next */
	double shown;   /* and where the viewer would put it */
	struct buf text;
};

static void
end_string(struct show *show)
{
	if (show->in_string)
		buf_puts(&show->canvas->out, ")");
	show->in_string = false;
}

static void
end_array(struct show *show)
{
	end_string(show);
	if (show->in_array)
		buf_puts(&show->canvas->out, "]TJ\n");
	show->in_array = false;
}

static void
put_byte(struct buf *out, unsigned char byte)
{
	char c = (char)byte;

	/* A carriage return in a string is read as a line feed. */
	if (c == '\r') {
		buf_puts(out, "\\r");
		return;
	}
	if (c == '(' || c == ')' || c == '\\')
		buf_puts(out, "\\");
	buf_put(out, &c, 1);
}

static void
put_code(struct show *show, unsigned code)
{
	struct buf *out = &show->canvas->out;

	if (show->in_this == STRING_GLYPHS)
		end_string(show);
	if (!show->in_array)
		buf_puts(out, "[");
	if (!show->in_string) {
		buf_puts(out, "(");
		show->in_this = 0;
	}
	show->in_array = show->in_string = true;
	show->in_this++;
	put_byte(out, (unsigned char)(code >> 8));
	put_byte(out, (unsigned char)(code & 0xFF));
}

/* Moves to where the glyph belongs, in whole thousandths of an em. */
static void
adjust(struct show *show, const struct pdf_glyph *glyph)
{
	struct buf *out = &show->canvas->out;
	long by = lround((show->pen + glyph->x_offset - show->shown) * 1000);

	if (by == 0)
		return;
	end_string(show);
	if (!show->in_array)
		buf_puts(out, "[");
	show->in_array = true;
	buf_printf(out, "%ld", -by);
	show->shown += by / 1000.0;
}

static void
set_font(struct show *show, int face, long size)
{
	struct pdf_canvas *canvas = show->canvas;

	if (canvas->face == face && canvas->size == size)
		return;
	end_array(show);
	buf_printf(&canvas->out, "/F%d ", face);
	pdf_canvas_put(canvas, size);
	buf_puts(&canvas->out, "Tf\n");
	canvas->face = face;
	canvas->size = size;
}

static void
set_rise(struct show *show, long rise)
{
	struct pdf_canvas *canvas = show->canvas;

	if (canvas->rise == rise)
		return;
	end_array(show);
	pdf_canvas_put(canvas, rise);
	buf_puts(&canvas->out, "Ts\n");
	canvas->rise = rise;
}

static void
move_to(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	long x = pdf_canvas_x(item->x);
	long y = pdf_canvas_y(canvas, item->y);

	if (x == canvas->line_x && y == canvas->line_y)
		/* The pen is at the end of the text before, not at the start
		 * of its line. */
		buf_puts(&canvas->out, "0 0 Td\n");
	else {
		pdf_canvas_put(canvas, x - canvas->line_x);
		pdf_canvas_put(canvas, y - canvas->line_y);
		buf_puts(&canvas->out, "Td\n");
	}
	canvas->line_x = x;
	canvas->line_y = y;
}

void
pdf_draw_text(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	struct show show = { .canvas = canvas };
	double size_pt = item->as.text.size_pt;
	long size = pdf_canvas_x(size_pt);

	pdf_canvas_fill_colour(canvas, item->colour);
	move_to(canvas, item);
	for (size_t i = 0; i < item->as.text.count; i++) {
		const struct pdf_glyph *glyph = &item->as.text.glyphs[i];

		set_font(&show, glyph->face, size);
		set_rise(&show, lround(glyph->y_offset * size_pt * 100));
		adjust(&show, glyph);
		buf_reset(&show.text);
		pdf_code_text(item, i, &show.text);
		put_code(&show,
		    pdf_code_find(canvas->paint, glyph, buf_str(&show.text)));
		show.shown += lround(glyph->own_advance * 1000) / 1000.0;
		show.pen += glyph->advance;
	}
	end_array(&show);
	buf_clear(&show.text);
}
