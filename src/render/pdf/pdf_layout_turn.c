/* pdf_layout_turn: a section that may be turned: is it? Its tables are tried on
 * an upright page and perhaps on a turned one, as many rows as tell. Upright
 * pages follow one another without a break in the paper; turned ones leave a
 * part of two pages empty, the one before them and their last. So they have to
 * be worth it. Measures; sets nothing. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <math.h>

enum { MOST_ROWS = 40 /* that are tried */ };

/* A column of long text that is narrower than this, in sizes of its type, holds
 * three words a line: that is no reading. */
static const double LEAST_EMS = 11;

/* The same of a row that is taller, as a part of the page. */
static const double TALLEST_ROW = 0.5;

/* Pages that turning leaves empty, about, and how many times as long the
 * upright pages may be. */
static const double TURN_COST = 1, MOST_LONGER = 1.3;

struct side {
	double width, height; /* of the text on a page */
	double pages;
	double tallest, narrowest;
};

static void
side_try(struct lay *lay, struct side *side, const struct node *table,
    size_t most_rows, size_t row_count)
{
	struct pdf_trial trial =
	    pdf_table_try(lay, table, side->width, most_rows);

	if (trial.rows == 0)
		return;
	side->pages += trial.height / side->height * (double)row_count /
		       (double)trial.rows;
	side->tallest = fmax(side->tallest, trial.tallest);
	side->narrowest = fmin(side->narrowest, trial.narrowest);
}

static size_t
count_rows(const struct node *table)
{
	size_t count = 0;

	for (const struct node *at = table->first; at != NULL; at = at->next)
		count += at->kind == NODE_ROW;
	return count;
}

/* Do the tables read well at that width? Tries them in turn, until enough rows
 * have been seen or one does not; their number goes to `seen`. */
static bool
reads_well(struct lay *lay, const struct node *section, struct side *side,
    size_t *seen)
{
	struct walker walker = { .root = section };

	*seen = 0;
	while (*seen < MOST_ROWS && doc_walk(&walker)) {
		const struct node *node = walker.node;
		size_t count;

		if (walker.event != WALK_ENTER || node->kind != NODE_TABLE)
			continue;
		count = count_rows(node);
		side_try(lay, side, node, MOST_ROWS - *seen, count);
		if (side->narrowest < LEAST_EMS ||
		    side->tallest > side->height * TALLEST_ROW)
			return false;
		*seen += count;
		doc_walk_skip(&walker);
	}
	return true;
}

bool
pdf_turn_pays(struct lay *lay, const struct node *section)
{
	const struct theme *theme = lay->theme;
	double sides = theme->margin_left_pt + theme->margin_right_pt;
	double ends = theme->margin_top_pt + theme->margin_bottom_pt;
	struct side upright = { .width = theme->page_width_pt - sides,
		.height = theme->page_height_pt - ends,
		.narrowest = HUGE_VAL };
	struct side turned = { .width = theme->page_height_pt - sides,
		.height = theme->page_width_pt - ends,
		.narrowest = HUGE_VAL };
	size_t seen;

	if (turned.width <= upright.width)
		return false;
	if (!reads_well(lay, section, &upright, &seen))
		return true;
	if (seen == 0 || upright.pages <= TURN_COST * MOST_LONGER)
		return false;
	reads_well(lay, section, &turned, &seen);
	return upright.pages > (turned.pages + TURN_COST) * MOST_LONGER;
}
