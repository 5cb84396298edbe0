/* html_chart: a CHART -> a figure with its caption and inline SVG. Colours
 * stand in the style sheet, as those of states do. */
#include "html_priv.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/chart.h"

/* Both drawings, in pixels at the usual size of type: 40 and 18 rem. */
static const double WIDE_PX = 640;
static const double NARROW_PX = 288;
static const double SIZE_PX = 15; /* as in chart.css */

/* One drawing of a chart. */
struct drawing {
	struct html_page *page;
	const struct chart *chart;
	const struct chart_geometry *geometry;
	double ascent;
	struct str id; /* which its parts' begin with */
};

/* ---- type ---- */

/* Advances of the family that the page asks for first and of those that are
 * made to replace it, in thousandths of the size, from the space on. */
static const short advances[95] = { 278, 278, 355, 556, 556, 889, 667, 191, 333,
	333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
	556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722,
	667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
	667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
	556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556,
	556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260,
	334, 584 };

/* What a reader's own fonts may be wider by. */
static const double ALLOWANCE = 1.08;
static const double STRONG = 1.08;

static double
measure(void *context, struct str text, bool is_strong)
{
	double width = 0;

	(void)context;
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c >= ' ' && c < ' ' + 95)
			width += advances[c - ' '];
		else
			width +=
			    utf8_width(c) * (utf8_width(c) > 1 ? 500 : 680);
	}
	return width / 1000 * SIZE_PX * ALLOWANCE * (is_strong ? STRONG : 1);
}

/* ---- looks ---- */

static const char *
look_class(const struct chart_series *series)
{
	switch (series->fill) {
	case CHART_FILL_STATE:
		break;
	case CHART_FILL_OVERDUE:
		return "is-overdue";
	case CHART_FILL_AHEAD:
		return "is-ahead";
	}
	return NULL;
}

static struct str
classes_of(struct drawing *drawing, size_t series, const char *more)
{
	const struct chart_series *from = &drawing->chart->series[series];
	const char *name = look_class(from);

	if (name != NULL)
		return str_printf(drawing->page->scratch, "%s%s", more, name);
	return str_printf(drawing->page->scratch, "%sis-%s", more,
	    from->state == STATE_NONE ? "none" : doc_state_name(from->state));
}

struct pattern {
	const char *path; /* NULL: no pattern */
	int width, height;
	bool is_dots;
};

/* Slanted lines go over the tile's edges, or its corners would be open. */
static const struct pattern patterns[PATTERN_COUNT] = {
	[PATTERN_RISING] = { "M-2 2L2 -2M-1 9L9 -1M6 10L10 6", 8, 8, false },
	[PATTERN_FALLING] = { "M-2 6L2 10M-1 -1L9 9M6 -2L10 2", 8, 8, false },
	[PATTERN_CROSSED] = { "M-2 2L2 -2M-1 9L9 -1M6 10L10 6"
			      "M-2 6L2 10M-1 -1L9 9M6 -2L10 2",
	    8, 8, false },
	[PATTERN_LEVEL] = { "M0 3H6", 6, 6, false },
	[PATTERN_UPRIGHT] = { "M3 0V6", 6, 6, false },
	[PATTERN_GRID] = { "M0 3H6M3 0V6", 6, 6, false },
	[PATTERN_DOTS] = { "M1 1h2.5v2.5h-2.5zM5 5h2.5v2.5h-2.5z", 8, 8, true },
};

static enum chart_pattern
pattern_of(const struct drawing *drawing, size_t series)
{
	return chart_look_of(
	    drawing->page->report->theme, &drawing->chart->series[series])
	    .pattern;
}

static void
number_attr(struct html_page *page, const char *name, double value)
{
	struct buf buf = BUF_INIT;

	buf_put_number(&buf, value, 1);
	html_attr(page, name, buf_str(&buf));
	buf_clear(&buf);
}

static void
put_pattern(struct drawing *drawing, size_t series)
{
	struct html_page *page = drawing->page;
	const struct pattern *pattern = &patterns[pattern_of(drawing, series)];

	if (pattern->path == NULL)
		return;
	html_open(page, "pattern");
	html_attr(page, "id",
	    str_printf(
		page->scratch, "%.*sp%zu", STR_ARG(drawing->id), series));
	html_attr(page, "class", classes_of(drawing, series, ""));
	html_attr(page, "patternUnits", str_from("userSpaceOnUse"));
	number_attr(page, "width", pattern->width);
	number_attr(page, "height", pattern->height);
	html_open(page, "rect");
	html_class(page, "back");
	number_attr(page, "width", pattern->width);
	number_attr(page, "height", pattern->height);
	html_close(page);
	html_open(page, "path");
	html_class(page, pattern->is_dots ? "dots" : "ink");
	html_attr(page, "d", str_from(pattern->path));
	html_close(page);
	html_close(page);
}

static void
put_patterns(struct drawing *drawing)
{
	html_open(drawing->page, "defs");
	for (size_t i = 0; i < drawing->chart->series_count; i++)
		put_pattern(drawing, i);
	html_close(drawing->page);
}

/* ---- parts ---- */

static void
put_box(struct drawing *drawing, const struct chart_part *part)
{
	struct html_page *page = drawing->page;

	number_attr(page, "x", part->x);
	number_attr(page, "y", part->y);
	number_attr(page, "width", part->width);
	number_attr(page, "height", part->height);
}

static void
put_bar(struct drawing *drawing, const struct chart_part *part)
{
	struct html_page *page = drawing->page;
	enum chart_pattern pattern = pattern_of(drawing, part->series);

	html_open(page, "rect");
	html_attr(page, "class",
	    classes_of(drawing, part->series,
		pattern == PATTERN_SOLID   ? "bar full "
		: pattern == PATTERN_EMPTY ? "bar clear "
					   : "bar "));
	if (patterns[pattern].path != NULL)
		html_attr(page, "fill",
		    str_printf(page->scratch, "url(#%.*sp%zu)",
			STR_ARG(drawing->id), part->series));
	put_box(drawing, part);
	html_close(page);
}

static void
put_text(struct drawing *drawing, const struct chart_part *part)
{
	static const char *const anchors[] = {
		[ANCHOR_START] = "",
		[ANCHOR_MIDDLE] = "middle",
		[ANCHOR_END] = "end",
	};
	struct html_page *page = drawing->page;
	const char *anchor = anchors[part->anchor];
	double x = part->x;

	if (part->anchor != ANCHOR_START)
		x += part->anchor == ANCHOR_MIDDLE ? part->width / 2
						   : part->width;
	html_open(page, "text");
	if (*anchor != '\0' || part->is_strong)
		html_attr(page, "class",
		    str_printf(page->scratch, "%s%s%s", anchor,
			*anchor != '\0' && part->is_strong ? " " : "",
			part->is_strong ? "strong" : ""));
	number_attr(page, "x", x);
	number_attr(page, "y", part->y + drawing->ascent);
	html_put(page, part->text);
	html_close(page);
}

static void
put_line(
    struct drawing *drawing, const struct chart_part *part, const char *class)
{
	struct html_page *page = drawing->page;

	html_open(page, "line");
	html_class(page, class);
	number_attr(page, "x1", part->x);
	number_attr(page, "y1", part->y);
	number_attr(page, "x2", part->x + part->width);
	number_attr(page, "y2", part->y + part->height);
	html_close(page);
}

static void
put_part(struct drawing *drawing, const struct chart_part *part)
{
	switch (part->kind) {
	case CHART_BAR:
	case CHART_KEY:
		put_bar(drawing, part);
		break;
	case CHART_PLATE:
		html_open(drawing->page, "rect");
		html_class(drawing->page, "plate");
		put_box(drawing, part);
		html_close(drawing->page);
		break;
	case CHART_TEXT:
		put_text(drawing, part);
		break;
	case CHART_AXIS:
		put_line(drawing, part, "axis");
		break;
	case CHART_GRID:
		put_line(drawing, part, "grid");
		break;
	case CHART_MARK:
		put_line(drawing, part, "mark");
		break;
	}
}

/* ---- the figure ---- */

/* What is said in place of the drawing. */
static void
put_words(struct drawing *drawing, const char *name, struct str text)
{
	struct html_page *page = drawing->page;

	html_open(page, name);
	html_attr(page, "id",
	    str_printf(page->scratch, "%.*s%s", STR_ARG(drawing->id), name));
	html_put(page, text);
	html_close(page);
}

static void
put_drawing(struct html_page *page, const struct chart *chart, double width,
    const char *class)
{
	struct drawing drawing = { .page = page, .chart = chart };
	struct chart_type type = { .size = SIZE_PX,
		.line = SIZE_PX * 1.25,
		.ascent = SIZE_PX * 0.98,
		.measure = measure };
	struct buf box = BUF_INIT;

	drawing.ascent = type.ascent;
	drawing.geometry =
	    chart_layout(page->scratch, chart, &type, width, false);
	drawing.id =
	    str_printf(page->scratch, "_c%zu%c-", page->chart_count, class[0]);
	html_open_line(page, "svg");
	html_class(page, class);
	buf_puts(&box, "0 0 ");
	buf_put_number(&box, drawing.geometry->width, 1);
	buf_puts(&box, " ");
	buf_put_number(&box, drawing.geometry->height, 1);
	html_attr(page, "viewBox", buf_str(&box));
	number_attr(page, "width", drawing.geometry->width);
	number_attr(page, "height", drawing.geometry->height);
	html_attr(page, "role", str_from("img"));
	html_attr(page, "aria-labelledby",
	    str_printf(page->scratch, "%.*stitle", STR_ARG(drawing.id)));
	html_attr(page, "aria-describedby",
	    str_printf(page->scratch, "%.*sdesc", STR_ARG(drawing.id)));
	put_words(&drawing, "title", chart->name);
	put_words(&drawing, "desc", chart->alt);
	put_patterns(&drawing);
	for (size_t i = 0; i < drawing.geometry->part_count; i++)
		put_part(&drawing, &drawing.geometry->parts[i]);
	html_close(page);
	buf_clear(&box);
}

void
html_chart_enter(struct html_page *page, const struct node *node)
{
	page->chart_count++;
	html_open_line(page, "figure");
	html_common(page, node, "chart");
}

void
html_chart_caption_enter(struct html_page *page, const struct node *caption)
{
	html_open_line(page, "figcaption");
	html_common(page, caption, NULL);
}

void
html_chart_leave(struct html_page *page, const struct node *node)
{
	const struct chart *chart = node->as.chart.chart;

	put_drawing(page, chart, WIDE_PX, "wide-chart");
	put_drawing(page, chart, NARROW_PX, "narrow-chart");
}
