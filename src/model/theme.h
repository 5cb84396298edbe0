/* theme: what a paper looks like, for both outputs. Read by compose from a
 * template's theme.xml; lengths are in points (1/72 inch). */
#ifndef MODEL_THEME_H
#define MODEL_THEME_H

#include "model/doc.h"

struct picture;

struct colour {
	unsigned char red, green, blue;
};

/* How a state is drawn; never by colour alone. */
enum shape {
	SHAPE_CIRCLE,   /* filled */
	SHAPE_RING,     /* a circle's outline */
	SHAPE_SQUARE,   /* filled */
	SHAPE_TRIANGLE, /* filled, point up */
	SHAPE_DIAMOND,  /* filled */
	SHAPE_TICK,     /* a tick in a filled circle */
	SHAPE_BARS,     /* two upright bars: a pause */
	SHAPE_CROSS     /* two crossing strokes */
};

struct state_look {
	enum shape shape;
	struct colour colour; /* of the shape; at least 3:1 on white */
	struct colour fill;   /* behind the word */
	struct str label;     /* the canonical word: "On track" */
};

struct theme {
	/* fonts: names of families, of fonts/manifest or installed */
	struct str body_family, heading_family, mono_family;
	double body_pt;       /* size of body text; 12 by default */
	double small_pt;      /* notes, page header and footer */
	double table_pt;      /* text in wide tables */
	double heading_pt[7]; /* [1] to [6] */
	double line_height;   /* baseline distance as a multiple of the size */
	/* the page, upright; a landscape page swaps width and height */
	double page_width_pt, page_height_pt;
	double margin_top_pt, margin_right_pt, margin_bottom_pt, margin_left_pt;
	double paragraph_gap_pt; /* after a paragraph */
	double number_indent_pt; /* hanging indent of numbered paragraphs */
	double list_indent_pt;
	double cell_pad_x_pt, cell_pad_y_pt;
	struct colour text, muted, accent, rule, band; /* band: header rows */
	struct state_look states[STATE_COUNT];
	const struct picture *logo; /* of the council; or NULL */
	const char *logo_path;      /* where a theme.xml has it from; or NULL */
	struct str origin; /* what was changed in the template's, as text; for
			    * file ids */
	/* that text is set in: as asked for; see theme_columns */
	int columns;
	double column_gap_pt; /* between two of them */
};

/* ---- theme.c ---- */

/* "A4", "A5", "Letter" in letters of either case; ISO 216 and ANSI. False for
 * what is no paper's name; the theme stays as it is. */
bool theme_set_paper(struct theme *theme, struct str name);
#define THEME_PAPERS "A3, A4, A5 or Letter"

/* Its name, or its measures; lives in arena. */
struct str theme_paper_name(struct arena *arena, const struct theme *theme);

/* How many columns the text of a page has: no more than the theme asks for, and
 * only so many that a line of each has room for THEME_COLUMN_CHARS. */
int theme_columns(const struct theme *theme, bool landscape);
/* The width of one of `count` columns. */
double theme_column_width(const struct theme *theme, bool landscape, int count);
#define THEME_COLUMNS_MOST 3
#define THEME_COLUMN_CHARS 35
/* "3 columns would have 24 characters a line, ...": what is said where an
 * upright page has fewer than were asked for. Lives in arena. */
struct str theme_columns_text(struct arena *arena, const struct theme *theme);

const char *theme_shape_name(enum shape shape);

/* "circle", "tick" ... as theme.xml has them. False for no shape's name. */
bool theme_shape_parse(enum shape *shape, struct str name);
#define THEME_SHAPES                                                           \
	"circle, ring, square, triangle, diamond, tick, bars or cross"

/* Two things of a theme that cannot be told apart well enough. */
struct theme_fault {
	const char *what; /* a constant: "text on white" */
	enum state state; /* whose look it is, or STATE_NONE */
	enum state other; /* that it looks like in grey, or STATE_NONE */
	double ratio;     /* of contrast, as it is */
	double least;     /* and as it has to be */
};

/* By WCAG 2.2: text at 4.5:1, states' shapes at 3:1 on white; and two states
 * of one shape differ by 1.5:1, so that a grey print tells them apart. Gives
 * how many there are; the first `most` are put into `faults`. */
size_t theme_faults(
    const struct theme *theme, struct theme_fault *faults, size_t most);

/* "text on white: 3.2:1, at least 4.5:1 is needed"; lives in arena. */
struct str theme_fault_text(
    struct arena *arena, const struct theme_fault *fault);

#endif
