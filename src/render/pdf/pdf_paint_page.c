/* pdf_paint_page: a page's items -> its content stream, and the pieces of
 * content that tags will name. Decides where marked content and text objects
 * begin and end; what stands in them is drawn by its neighbours. */
#include "render/pdf/pdf_paint_page.h"

#include <math.h>

#include "base/must.h"

/* Keeps a place on any page that a viewer can show, whatever layout says. */
static long
hundredths(double value)
{
	if (!(value > -1e6 && value < 1e6))
		return value > 0 ? 100000000 : -100000000;
	return lround(value * 100);
}

long
pdf_canvas_x(double x)
{
	return hundredths(x);
}

long
pdf_canvas_y(const struct pdf_canvas *canvas, double y)
{
	return hundredths(canvas->height_pt - y);
}

void
pdf_canvas_put(struct pdf_canvas *canvas, long value)
{
	pdf_put_hundredths(&canvas->out, value);
	buf_puts(&canvas->out, " ");
}

void
pdf_canvas_finish_path(struct pdf_canvas *canvas)
{
	switch (canvas->path) {
	case PATH_NONE:
		return;
	case PATH_FILL:
		buf_puts(&canvas->out, "f\n");
		break;
	case PATH_STROKE:
		buf_puts(&canvas->out, "S\n");
		break;
	}
	canvas->path = PATH_NONE;
}

static long
pack(struct colour colour)
{
	return (long)colour.red << 16 | colour.green << 8 | colour.blue;
}

static void
put_colour(struct pdf_canvas *canvas, struct colour c, const char *rgb,
    const char *grey)
{
	struct buf *out = &canvas->out;

	pdf_put_thousandths(out, lround(c.red / 0.255));
	buf_puts(out, " ");
	if (c.red != c.green || c.green != c.blue) {
		pdf_put_thousandths(out, lround(c.green / 0.255));
		buf_puts(out, " ");
		pdf_put_thousandths(out, lround(c.blue / 0.255));
		buf_puts(out, " ");
		buf_puts(out, rgb);
	} else
		buf_puts(out, grey);
	buf_puts(out, "\n");
}

void
pdf_canvas_fill_colour(struct pdf_canvas *canvas, struct colour colour)
{
	if (canvas->fill == pack(colour))
		return;
	pdf_canvas_finish_path(canvas);
	put_colour(canvas, colour, "rg", "g");
	canvas->fill = pack(colour);
}

void
pdf_canvas_stroke(
    struct pdf_canvas *canvas, struct colour colour, double thick_pt)
{
	long thick = hundredths(thick_pt);

	if (canvas->stroke != pack(colour)) {
		pdf_canvas_finish_path(canvas);
		put_colour(canvas, colour, "RG", "G");
		canvas->stroke = pack(colour);
	}
	if (canvas->thick != thick) {
		pdf_canvas_finish_path(canvas);
		pdf_canvas_put(canvas, thick);
		buf_puts(&canvas->out, "w\n");
		canvas->thick = thick;
	}
}

static void
end_text(struct pdf_canvas *canvas)
{
	must(canvas->in_text && !(canvas->in_mark && canvas->mark_is_inside));
	buf_puts(&canvas->out, "ET\n");
	canvas->in_text = false;
}

static void
end_mark(struct pdf_canvas *canvas)
{
	if (!canvas->in_mark)
		return;
	pdf_canvas_finish_path(canvas);
	if (canvas->in_text && !canvas->mark_is_inside)
		end_text(canvas);
	buf_puts(&canvas->out, "EMC\n");
	canvas->in_mark = false;
}

/* Notes a new piece of the tag's content; gives its number on the page. */
static uint32_t
add_piece(struct pdf_canvas *canvas, size_t tag_index)
{
	struct pdf_paint *paint = canvas->paint;
	struct pdf_paint_tag *tag = &paint->tags[tag_index];
	size_t index = paint->piece_count;
	struct pdf_piece *piece;

	paint->pieces = arena_push(paint->arena, paint->pieces,
	    &paint->piece_count, &paint->piece_cap, sizeof(*paint->pieces));
	piece = &paint->pieces[index];
	piece->tag = tag_index;
	piece->page = (uint32_t)canvas->page;
	piece->mcid = (uint32_t)(index - paint->page_pieces[canvas->page]);
	piece->next = PDF_NONE;
	if (tag->last_piece != PDF_NONE)
		paint->pieces[tag->last_piece].next = index;
	else
		tag->first_piece = index;
	tag->last_piece = index;
	return piece->mcid;
}

static void
begin_mark(struct pdf_canvas *canvas, size_t tag)
{
	const struct pdf_layout *layout = canvas->paint->layout;

	if (canvas->in_mark && canvas->tag == tag)
		return;
	end_mark(canvas);
	if (tag == PDF_ARTIFACT_PAGINATION)
		buf_puts(&canvas->out, "/Artifact<</Type/Pagination>>BDC\n");
	else if (tag == PDF_ARTIFACT_LAYOUT)
		buf_puts(&canvas->out, "/Artifact<</Type/Layout>>BDC\n");
	else if (tag == PDF_ARTIFACT_WATERMARK)
		buf_puts(&canvas->out, "/Artifact<</Type/Pagination/Subtype"
				       "/Watermark>>BDC\n");
	else {
		must(tag < layout->tag_count);
		buf_printf(&canvas->out, "/%s<</MCID %u>>BDC\n",
		    pdf_tag_name(layout->tags[tag].type),
		    add_piece(canvas, tag));
	}
	canvas->in_mark = true;
	canvas->mark_is_inside = canvas->in_text;
	canvas->tag = tag;
}

/* Makes ready for text of that tag. */
static void
enter_text(struct pdf_canvas *canvas, size_t tag)
{
	bool same = canvas->in_mark && canvas->tag == tag;

	pdf_canvas_finish_path(canvas);
	if (!same)
		end_mark(canvas);
	if (!canvas->in_text) {
		buf_puts(&canvas->out, "BT\n");
		canvas->in_text = true;
		canvas->mark_is_inside = false;
		canvas->line_x = canvas->line_y = 0;
	}
	begin_mark(canvas, tag);
}

/* Makes ready for anything else of that tag. */
static void
enter_graphics(struct pdf_canvas *canvas, size_t tag)
{
	if (canvas->in_text) {
		if (canvas->in_mark && canvas->mark_is_inside)
			end_mark(canvas);
		if (canvas->in_text)
			end_text(canvas);
	}
	begin_mark(canvas, tag);
}

/* The box around a figure's content, for assistive technology. */
static void
grow_box(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	struct pdf_paint_tag *tag;
	double top = item->y, bottom = item->y + item->height;

	if (item->tag >= canvas->paint->layout->tag_count ||
	    canvas->paint->layout->tags[item->tag].type != TAG_FIGURE)
		return;
	tag = &canvas->paint->tags[item->tag];
	if (!tag->has_box) {
		tag->has_box = true;
		tag->box_page = canvas->page;
		tag->box[0] = tag->box[1] = INFINITY;
		tag->box[2] = tag->box[3] = -INFINITY;
	}
	if (tag->box_page != canvas->page)
		return;
	if (item->kind == ITEM_TEXT) { /* its y is that of the baseline */
		top = item->y - item->height;
		bottom = item->y + item->height * 0.3;
	}
	tag->box[0] = fmin(tag->box[0], fmin(item->x, item->x + item->width));
	tag->box[1] = fmin(tag->box[1], fmin(top, bottom));
	tag->box[2] = fmax(tag->box[2], fmax(item->x, item->x + item->width));
	tag->box[3] = fmax(tag->box[3], fmax(top, bottom));
}

/* Text that runs upwards: in a place of its own, turned. What is set within
 * does not last. */
static void
draw_turned(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	struct pdf_item flat = *item;
	long cosine = lround(cos(item->as.text.turn) * 1000);
	long sine = lround(sin(item->as.text.turn) * 1000);
	const long matrix[4] = { cosine, sine, -sine, cosine };
	struct pdf_canvas outside;

	enter_graphics(canvas, item->tag);
	pdf_canvas_finish_path(canvas);
	outside = *canvas;
	buf_puts(&canvas->out, "q ");
	for (int i = 0; i < 4; i++) {
		pdf_put_thousandths(&canvas->out, matrix[i]);
		buf_puts(&canvas->out, " ");
	}
	pdf_canvas_put(canvas, pdf_canvas_x(item->x));
	pdf_canvas_put(canvas, pdf_canvas_y(canvas, item->y));
	buf_puts(&canvas->out, "cm BT\n");
	canvas->line_x = canvas->line_y = 0;
	flat.x = 0;
	flat.y = canvas->height_pt;
	pdf_draw_text(canvas, &flat);
	buf_puts(&canvas->out, "ET Q\n");
	outside.out = canvas->out;
	*canvas = outside;
}

static void
paint_item(struct pdf_canvas *canvas, const struct pdf_item *item)
{
	grow_box(canvas, item);
	if (item->kind == ITEM_TEXT) {
		if (item->as.text.count == 0)
			return;
		if (item->as.text.turn != 0) {
			draw_turned(canvas, item);
			return;
		}
		enter_text(canvas, item->tag);
	} else
		enter_graphics(canvas, item->tag);
	switch (item->kind) {
	case ITEM_TEXT:
		pdf_draw_text(canvas, item);
		break;
	case ITEM_RECT:
		pdf_draw_rect(canvas, item);
		break;
	case ITEM_LINE:
		pdf_draw_line(canvas, item);
		break;
	case ITEM_SHAPE:
		pdf_draw_shape(canvas, item);
		break;
	case ITEM_IMAGE:
		pdf_draw_image(canvas, item);
		break;
	case ITEM_FILL:
		pdf_draw_fill(canvas, item);
		break;
	}
}

/* Rules lie over all else and come last, together: one artifact and few paths
 * in place of one between any two rows. */
static bool
is_rule(const struct pdf_item *item)
{
	return item->kind == ITEM_LINE && item->tag == PDF_ARTIFACT_LAYOUT;
}

/* The page's own content stream, which libharu has made, takes our bytes. */
static void
set_content(struct pdf_paint *paint, HPDF_Page page, struct str content)
{
	HPDF_PageAttr attr = page->attr;
	HPDF_Dict contents = attr->contents;
	void *length =
	    HPDF_Dict_GetItem(contents, "Length", HPDF_OCLASS_NUMBER);
	struct pdf_object *object;

	if (length != NULL)
		pdf_object_drop(paint->doc, length);
	object = pdf_object_take(contents, paint->arena);
	buf_puts(&paint->body, "<<");
	pdf_object_set_stream(
	    object, paint->arena, &paint->body, content, paint->flate);
}

void
pdf_paint_page(struct pdf_paint *paint, size_t index)
{
	const struct pdf_page *page = &paint->layout->pages[index];
	struct pdf_canvas canvas = {
		.paint = paint,
		.page = index,
		.height_pt = page->height,
		.face = -1,
		.size = -1,
		.thick = -1,
		.fill = -1,
		.stroke = -1,
	};

	paint->page_pieces[index] = paint->piece_count;
	for (int rules = 0; rules < 2; rules++)
		for (size_t i = 0; i < page->item_count; i++)
			if (is_rule(&page->items[i]) == (rules == 1))
				paint_item(&canvas, &page->items[i]);
	pdf_canvas_finish_path(&canvas);
	if (canvas.in_mark)
		end_mark(&canvas);
	if (canvas.in_text)
		end_text(&canvas);
	if (paint->reading != NULL)
		pdf_reading_page(paint->reading, paint->page_pieces[index],
		    buf_str(&canvas.out));
	set_content(paint, paint->pages[index], buf_str(&canvas.out));
	buf_clear(&canvas.out);
}
