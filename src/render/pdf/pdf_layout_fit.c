/* pdf_layout_fit: does a run of pages end on one that holds little? Then the
 * paper is laid out once more with that run set a little tighter, and the
 * shorter of the two is kept. A run is what stands between two forced page
 * breaks: pages of one way up, an appendix that begins a page.
 *
 * Only room gives way: gaps and the padding of cells; if that is not enough the
 * height of charts, and at last what lines have between them beyond what print
 * for readers with poor sight asks for. Type stays as the theme has it. */
#include "render/pdf/pdf_layout_priv.h"

#include <math.h>

#include "base/arena.h"

/* Of all gaps; what is more would be seen. */
static const double MOST_SQUEEZE = 0.2, LEAST_SQUEEZE = 0.05;

/* How much lower a chart is when it is made low, about. */
static const double LOWER_CHART = 0.25;

/* From baseline to baseline, in sizes: guidance on accessible print asks
 * for 1.2 at least. */
static const double LEAST_LINE = 1.25;

/* A page's end that nothing fitted into may come to use: this much of it, and
 * this much at least. */
static const double USED_WASTE = 1, SURE_WASTE = 0.3;

/* A last page fuller than this is worth its paper. */
static const double FULL_ENOUGH = 0.45;

/* Between what stands on one page for want of another. */
static const double LEAST_APART_PT = 24;

/* Longer papers are laid out once: there a page more or less counts little and
 * the time much. */
enum { MOST_PAGES = 32 };

struct pdf_run_of_pages {
	size_t pages;
	bool landscape;
	double gaps;   /* that can give way, in all */
	double charts; /* the same: heights */
	double lines;  /* the same: of text */
	double waste;  /* at the ends of pages but the last */
	double last;   /* what the last page holds */
	double body;   /* the height of a page */
};

static struct pdf_run_of_pages *
run_at_hand(struct lay *lay)
{
	return &lay->fit.runs[lay->fit.count - 1];
}

void
pdf_fit_run(struct lay *lay)
{
	struct pdf_fit *fit = &lay->fit;
	size_t index = fit->count;

	fit->runs = arena_push(
	    lay->arena, fit->runs, &fit->count, &fit->cap, sizeof(*fit->runs));
	fit->squeeze = index < fit->planned_count
			   ? fit->planned[index]
			   : (struct pdf_squeeze){ .gaps = 1, .lines = 1 };
}

double
pdf_fit_gap(const struct lay *lay, double gap)
{
	return lay->fit.count > 0 ? gap * lay->fit.squeeze.gaps : gap;
}

double
pdf_fit_line(const struct lay *lay, double size_pt)
{
	double height = size_pt * lay->theme->line_height;

	return lay->fit.count > 0 ? height * lay->fit.squeeze.lines : height;
}

bool
pdf_fit_stays(const struct lay *lay)
{
	return lay->fit.squeeze.stays;
}

bool
pdf_fit_is_tight(const struct lay *lay)
{
	return lay->fit.squeeze.gaps < 1;
}

bool
pdf_fit_low_charts(const struct lay *lay)
{
	return lay->fit.squeeze.low_charts;
}

void
pdf_fit_placed(
    struct lay *lay, const struct pdf_piece *piece, double gap, double share)
{
	struct pdf_run_of_pages *run = run_at_hand(lay);

	double pads =
	    piece->block->kind == BLOCK_ROW ? 2 * piece->block->row->pad_y : 0;

	run->gaps += (gap + pads) * share;
	if (piece->block->kind == BLOCK_CHART)
		run->charts += piece->height;
	else
		run->lines += (piece->height - pads) * share;
}

void
pdf_fit_page_end(struct lay *lay, bool is_last)
{
	const struct pdf_flow *flow = &lay->flow;
	struct pdf_run_of_pages *run = run_at_hand(lay);

	run->pages++;
	run->landscape = flow->landscape;
	run->body = flow->foot_y - flow->top_y;
	if (is_last)
		run->last =
		    flow->y - flow->top_y + flow->foot_y - flow->bottom_y;
	else
		run->waste += flow->bottom_y - flow->y;
}

/* How tight must a run be for its last page to go? All as it is, if that is
 * out of reach. */
static struct pdf_squeeze
squeeze_find(const struct pdf_run_of_pages *run, double line_height)
{
	const struct pdf_squeeze none = { .gaps = 1, .lines = 1 };
	struct pdf_squeeze squeeze = none;
	double line = fmin(1, LEAST_LINE / line_height);
	double least = run->last - run->waste * USED_WASTE;
	double need = run->last - run->waste * SURE_WASTE;
	double gaps = run->gaps * MOST_SQUEEZE;
	double charts = run->charts * LOWER_CHART;

	if (run->pages < 2 || run->last > run->body * FULL_ENOUGH ||
	    least > gaps + charts + run->lines * (1 - line))
		return none;
	squeeze.low_charts = need > gaps && run->charts > 0;
	if (need > gaps + charts)
		squeeze.lines = line;
	/* a little more than needed, for lines do not fill pages to the end */
	squeeze.gaps -= fmin(MOST_SQUEEZE,
	    fmax(LEAST_SQUEEZE, 1.3 * run->last / fmax(run->gaps, 1)));
	return squeeze;
}

/* An upright page of a little text, for which a turned page before it has room:
 * it need not be turned back. */
static bool
fits_before(
    const struct pdf_run_of_pages *run, const struct pdf_run_of_pages *before)
{
	return run->pages == 1 && !run->landscape && before->landscape &&
	       before->last + run->last + LEAST_APART_PT <= before->body;
}

bool
pdf_fit_plan(
    const struct lay *lay, struct arena *arena, struct pdf_fit *planned)
{
	const struct pdf_fit *fit = &lay->fit;
	bool any = false;

	*planned = (struct pdf_fit){ .runs = NULL };
	if (lay->out->page_count > MOST_PAGES)
		return false;
	planned->planned_count = fit->count;
	planned->planned =
	    arena_alloc(arena, fit->count * sizeof(*planned->planned));
	for (size_t i = 0; i < fit->count; i++) {
		planned->planned[i] =
		    squeeze_find(&fit->runs[i], lay->theme->line_height);
		planned->planned[i].stays =
		    i > 0 && fits_before(&fit->runs[i], &fit->runs[i - 1]);
		any = any || planned->planned[i].gaps < 1 ||
		      planned->planned[i].stays;
	}
	return any;
}
