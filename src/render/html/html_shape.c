/* html_shape: the shape of a state as SVG. Shapes differ, so that no state is
 * told by its colour alone; the colours stand in the style sheet. */
#include "html_priv.h"

enum { PATHS_MAX = 2 };

struct shape_info {
	const char *paths[PATHS_MAX]; /* in a box of 16 by 16 */
	const char *classes[PATHS_MAX];
};

/* "solid" and "line" are drawn in the state's colour, "cut" in the colour
 * behind it. */
static const struct shape_info shapes[] = {
	[SHAPE_CIRCLE] = { { "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z" },
	    { "solid" } },
	[SHAPE_RING] = { { "M8 2.25a5.75 5.75 0 1 1 0 11.5"
			   "a5.75 5.75 0 1 1 0-11.5z" },
	    { "line" } },
	[SHAPE_SQUARE] = { { "M2 2h12v12h-12z" }, { "solid" } },
	[SHAPE_TRIANGLE] = { { "M8 1.5l7 13h-14z" }, { "solid" } },
	[SHAPE_DIAMOND] = { { "M8 .5l7.5 7.5l-7.5 7.5l-7.5-7.5z" },
	    { "solid" } },
	[SHAPE_TICK] = { { "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z",
			     "M4.5 8.25l2.5 2.5l4.5-5" },
	    { "solid", "cut" } },
	[SHAPE_BARS] = { { "M3.5 2h3v12h-3zM9.5 2h3v12h-3z" }, { "solid" } },
	[SHAPE_CROSS] = { { "M3 3l10 10M13 3l-10 10" }, { "line" } },
};

void
html_shape(struct html_page *page, enum state state)
{
	const struct shape_info *shape =
	    &shapes[page->report->theme->states[state].shape];

	html_open(page, "svg");
	html_class(page, "shape");
	html_attr(page, "viewBox", str_from("0 0 16 16"));
	html_attr(page, "width", str_from("16"));
	html_attr(page, "height", str_from("16"));
	html_attr(page, "aria-hidden", str_from("true"));
	html_attr(page, "focusable", str_from("false"));
	for (int i = 0; i < PATHS_MAX && shape->paths[i] != NULL; i++) {
		html_open(page, "path");
		html_class(page, shape->classes[i]);
		html_attr(page, "d", str_from(shape->paths[i]));
		html_close(page);
	}
	html_close(page);
}
