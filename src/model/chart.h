/* chart: what a figure shows, for both papers: counts, and where everything
 * stands when they are drawn. Compose makes the chart, words and all; the
 * renderers lay it out with the type that they have and draw what they get.
 *
 * Knows no page, no tag and no language. */
#ifndef MODEL_CHART_H
#define MODEL_CHART_H

#include "model/theme.h"

struct arena;

enum chart_kind {
	CHART_STATES,   /* a bar for each state */
	CHART_THEMES,   /* a bar for each theme, divided by state */
	CHART_DUE,      /* a column for each month, quarter or year */
	CHART_PROGRESS, /* a column for each date, divided by state */
	CHART_KIND_COUNT
};

/* What a series counts, and so what it looks like. */
enum chart_fill {
	CHART_FILL_STATE,   /* actions in a state */
	CHART_FILL_OVERDUE, /* past their date and not complete */
	CHART_FILL_AHEAD    /* not complete, and not overdue */
};

struct chart_series {
	struct str name; /* as the legend has it */
	enum chart_fill fill;
	enum state state;
};

struct chart_row {
	struct str label;
	size_t *counts; /* one for each series */
	size_t total;   /* their sum */
};

#define CHART_NONE ((size_t)-1)

struct chart {
	enum chart_kind kind;
	struct chart_series *series;
	size_t series_count;
	struct chart_row *rows; /* bars or columns, in their order */
	size_t row_count, row_cap;
	size_t mark_row;       /* in which the day of the paper lies; or NONE */
	double mark_share;     /* how much of it is over, 0 to 1 */
	struct str mark_label; /* "At 31 March 2019" */
	struct str name;       /* of the figure: its caption */
	struct str axis;       /* what is counted: "Actions" */
	struct str alt;        /* all of it in sentences */
};

const char *chart_kind_name(enum chart_kind kind); /* "states" */
enum chart_kind chart_kind_from(struct str name);  /* KIND_COUNT: no such */

/* ---- looks: chart.c ---- */

/* Patterns differ, so that a chart is read without its colours. */
enum chart_pattern {
	PATTERN_SOLID,
	PATTERN_RISING, /* lines from the lower left to the upper right */
	PATTERN_FALLING,
	PATTERN_CROSSED, /* both */
	PATTERN_LEVEL,
	PATTERN_UPRIGHT,
	PATTERN_GRID, /* level and upright */
	PATTERN_DOTS,
	PATTERN_EMPTY,
	PATTERN_COUNT
};

struct chart_look {
	enum chart_pattern pattern;
	struct colour ink;  /* of the pattern and of the outline */
	struct colour back; /* behind the pattern */
};

struct chart_look chart_look_of(
    const struct theme *theme, const struct chart_series *series);
const char *chart_pattern_name(enum chart_pattern pattern); /* "rising" */

/* ---- where everything stands: chart_layout*.c ---- */

/* The type that the words are set in; one size for all. Lengths are in any
 * unit, and the geometry comes in the same. */
struct chart_type {
	double size;
	double line;   /* from baseline to baseline */
	double ascent; /* from the top of a line to its baseline */
	/* The width of a text without line breaks, bold or not. */
	double (*measure)(void *context, struct str text, bool is_strong);
	void *context;
};

enum chart_part_kind {
	CHART_BAR,   /* filled as its series */
	CHART_KEY,   /* the same in the legend */
	CHART_PLATE, /* of the page's colour, behind a number in a bar */
	CHART_TEXT,
	CHART_AXIS, /* lines */
	CHART_GRID,
	CHART_MARK /* the day of the paper; drawn in dashes */
};

/* On which side of its x a text stays where it is when it turns out wider or
 * narrower than was measured. */
enum chart_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* y goes down. x, y is the top left corner of the box (TEXT: of its line),
 * or one end of a line, whose other end is x + width, y + height. Parts come
 * in the order of painting: what comes later lies above. */
struct chart_part {
	enum chart_part_kind kind;
	double x, y, width, height;
	size_t series;   /* BAR, KEY */
	struct str text; /* TEXT */
	bool is_strong;  /* TEXT */
	bool is_inside;  /* TEXT: on a PLATE */
	enum chart_anchor anchor;
};

struct chart_geometry {
	double width, height;
	struct chart_part *parts;
	size_t part_count, part_cap;
};

/* All parts lie within 0, 0 to width, height. Bars are set one below the other
 * where columns side by side would have no room for their labels. `is_tight`:
 * as low as may be. Lives in arena. */
struct chart_geometry *chart_layout(struct arena *arena,
    const struct chart *chart, const struct chart_type *type, double width,
    bool is_tight);

#endif
