/* pdf_layout_chart: a CHART -> its caption and one block that is drawn as a
 * whole. Where things stand in it is worked out by chart_layout; here it gets
 * its type and its place. */
#include "render/pdf/pdf_layout_build.h"

#include <math.h>

#include "base/arena.h"

/* What a chart may take of a page before it is made lower. */
static const double MOST_OF_PAGE = 0.6;

/* The smallest type that is still read, in points. */
static const double LEAST_PT = 6.5;

enum { WIDEST = 46 }; /* in ems of the body's type: a line of text */

struct pdf_drawing {
	const struct chart *chart;
	const struct chart_geometry *geometry;
	struct pdf_look look;
	double ascent;
	double scale; /* 1, unless the page is very small */
};

struct measurer {
	struct lay *lay;
	struct pdf_look look;
};

static const struct pdf_glyph *
shape(struct lay *lay, const struct pdf_look *look, struct str text,
    bool is_strong, size_t *count)
{
	unsigned style = is_strong ? PDF_BOLD : PDF_REGULAR;

	return pdf_shape(lay->fonts, lay->arena,
	    pdf_face(lay, look->family, style), lay->report->language, text,
	    count);
}

static double
measure(void *context, struct str text, bool is_strong)
{
	struct measurer *measurer = context;
	size_t count;
	const struct pdf_glyph *glyphs =
	    shape(measurer->lay, &measurer->look, text, is_strong, &count);

	return pdf_glyphs_width(glyphs, count) * measurer->look.size_pt;
}

static void
geometry_make(
    struct lay *lay, struct pdf_drawing *drawing, double width, bool is_tight)
{
	struct measurer measurer = { lay, drawing->look };
	const struct pdf_metrics *metrics = pdf_face_metrics(
	    lay->fonts, pdf_face(lay, drawing->look.family, PDF_REGULAR));
	double size = drawing->look.size_pt, line = size * 1.22;
	double ascent = (double)metrics->ascent * size;
	double descent = (double)metrics->descent * size;
	struct chart_type type = { .size = size,
		.line = line,
		.ascent = ascent + (line - ascent - descent) / 2,
		.measure = measure,
		.context = &measurer };

	drawing->ascent = type.ascent;
	drawing->geometry =
	    chart_layout(lay->arena, drawing->chart, &type, width, is_tight);
}

/* At the size of tables, if there is room; else lower, then smaller. */
static struct pdf_drawing *
drawing_make(
    struct lay *lay, const struct chart *chart, double width, double room)
{
	struct pdf_drawing *drawing = arena_alloc(lay->arena, sizeof(*drawing));
	const struct chart_geometry *made;

	drawing->chart = chart;
	drawing->look = pdf_look_body(lay);
	drawing->look.size_pt = fmin(lay->theme->table_pt, lay->theme->body_pt);
	drawing->scale = 1;
	geometry_make(lay, drawing, width, pdf_fit_low_charts(lay));
	if (drawing->geometry->height > room * MOST_OF_PAGE)
		geometry_make(lay, drawing, width, true);
	while (drawing->geometry->height > room &&
	       drawing->look.size_pt - 0.5 >= LEAST_PT) {
		drawing->look.size_pt -= 0.5;
		geometry_make(lay, drawing, width, true);
	}
	made = drawing->geometry;
	if (made->height > room)
		drawing->scale = room / made->height;
	if (made->width * drawing->scale > width)
		drawing->scale = width / made->width;
	return drawing;
}

static struct pdf_item *
item_add(struct lay *lay, const struct pdf_drawing *drawing,
    const struct chart_part *part, enum pdf_item_kind kind, size_t tag)
{
	struct pdf_item *item = pdf_item_add(lay, kind, tag);

	item->x = part->x * drawing->scale;
	item->y = part->y * drawing->scale;
	item->width = part->width * drawing->scale;
	item->height = part->height * drawing->scale;
	return item;
}

static void
text_set(struct lay *lay, const struct pdf_drawing *drawing,
    const struct chart_part *part, struct pdf_item *item)
{
	item->y += drawing->ascent * drawing->scale;
	item->height = drawing->look.size_pt * drawing->scale;
	item->colour = drawing->look.colour;
	/* the space parts it from the next one in what readers take out */
	item->as.text.text =
	    str_printf(lay->arena, "%.*s ", STR_ARG(part->text));
	item->as.text.glyphs = shape(lay, &drawing->look, item->as.text.text,
	    part->is_strong, &item->as.text.count);
	item->as.text.size_pt = drawing->look.size_pt * drawing->scale;
}

static void
line_set(struct pdf_item *item, struct colour colour, double thick_pt,
    double dash_pt)
{
	item->colour = colour;
	item->as.line.thick_pt = thick_pt;
	item->as.line.dash_pt = dash_pt;
}

static struct pdf_item *
part_put(struct lay *lay, const struct pdf_drawing *drawing,
    const struct chart_part *part, size_t tag)
{
	const struct theme *theme = lay->theme;
	static const struct colour white = { 255, 255, 255 };
	struct chart_look look;
	struct pdf_item *item = NULL;

	switch (part->kind) {
	case CHART_BAR:
	case CHART_KEY:
		look =
		    chart_look_of(theme, &drawing->chart->series[part->series]);
		item = item_add(lay, drawing, part, ITEM_FILL, tag);
		item->colour = look.ink;
		item->as.fill.pattern = look.pattern;
		item->as.fill.back = look.back;
		break;
	case CHART_PLATE:
		item = item_add(lay, drawing, part, ITEM_RECT, tag);
		item->colour = white;
		break;
	case CHART_TEXT:
		item = item_add(lay, drawing, part, ITEM_TEXT, tag);
		text_set(lay, drawing, part, item);
		break;
	case CHART_AXIS:
		item = item_add(lay, drawing, part, ITEM_LINE, tag);
		line_set(item, theme->muted, 0.9, 0);
		break;
	case CHART_GRID:
		item = item_add(lay, drawing, part, ITEM_LINE, tag);
		line_set(item, theme->rule, 0.5, 0);
		break;
	case CHART_MARK:
		item = item_add(lay, drawing, part, ITEM_LINE, tag);
		line_set(item, theme->text, 1, 3);
		break;
	}
	return item;
}

void
pdf_drawing_put(struct lay *lay, const struct pdf_drawing *drawing, double x,
    double y, size_t tag)
{
	const struct chart_geometry *geometry = drawing->geometry;

	for (size_t i = 0; i < geometry->part_count; i++) {
		struct pdf_item *item =
		    part_put(lay, drawing, &geometry->parts[i], tag);

		item->x += x;
		item->y += y;
	}
}

/* As the captions of tables: above, and never alone. Gives its height. */
static double
caption_set(struct pdf_builder *builder, const struct node *caption)
{
	struct lay *lay = builder->lay;
	struct pdf_look look = pdf_look_body(lay);
	struct pdf_block *block;
	struct pdf_para *para;

	look.style = PDF_BOLD;
	para = pdf_para_make(lay, caption, look);
	if (para->run_count == 0)
		return 0;
	block = pdf_build_block(builder, BLOCK_PARA);
	block->para = para;
	block->tag = pdf_tag_add(lay, TAG_CAPTION, builder->frame->tag);
	block->keep_next = block->keep_lines = true;
	pdf_build_put(builder, block);
	pdf_build_gap(builder, lay->theme->paragraph_gap_pt * 0.5);
	return para->line_pt *
		   ceil(para->widest / (pdf_flow_width(lay) * 0.8)) +
	       lay->theme->paragraph_gap_pt;
}

/* From the top to the bottom margin of the coming page. */
static double
page_room(const struct lay *lay)
{
	const struct theme *theme = lay->theme;

	return (lay->flow.landscape ? theme->page_width_pt
				    : theme->page_height_pt) -
	       theme->margin_top_pt - theme->margin_bottom_pt;
}

void
pdf_chart_set(struct pdf_builder *builder, const struct node *node)
{
	struct lay *lay = builder->lay;
	const struct chart *chart = node->as.chart.chart;
	double room, width;
	struct pdf_block *block;

	pdf_build_flush(builder);
	pdf_build_turn(builder, builder->frame->landscape, false);
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder));
	width = fmin(pdf_flow_width(lay) - builder->frame->x,
	    lay->theme->body_pt * WIDEST);
	room = page_room(lay);
	if (node->first != NULL) {
		pdf_build_mark(builder)->toc =
		    pdf_toc_find(lay, node->first, CONTENTS_FIGURES);
		room -= caption_set(builder, node->first);
	}
	block = pdf_build_block(builder, BLOCK_CHART);
	block->drawing = drawing_make(lay, chart, width, room);
	block->height =
	    block->drawing->geometry->height * block->drawing->scale;
	block->tag = pdf_tag_add(lay, TAG_FIGURE, builder->frame->tag);
	pdf_tag_at(lay, block->tag)->alt = chart->alt;
	pdf_build_put(builder, block);
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder) * 1.6);
	builder->after_number = false;
}
