/* compose_figure_due: the dates of a plan -> a row for each month, quarter or
 * year, whichever shows them best. A date without a day or month is its last
 * one, as everywhere. */
#include "compose/compose_figure.h"

#include "base/arena.h"

enum {
	MOST_MONTHS = 12, /* more are shown as quarters */
	MOST_QUARTERS = 16,
	MOST_YEARS = 20, /* those beyond are counted together */
	YEARS_BACK = 10  /* of these, before the paper's own */
};

/* Which actions stand where in a column, from its foot. */
enum due_series {
	DUE_COMPLETE,
	DUE_WITHDRAWN,
	DUE_OVERDUE,
	DUE_AHEAD,
	DUE_SERIES_COUNT
};

/* Months are counted from the year nought. */
struct scale {
	int months;      /* of a row: 1, 3 or 12 */
	int first, last; /* rows, counted from the year nought */
	bool has_before, has_after;
};

static const struct str none = { "", 0 };

static int
month_of(struct date date)
{
	return date.year * 12 + (date.month ? date.month : 12) - 1;
}

static enum due_series
series_of(const struct plan_action *action)
{
	if (action->state == STATE_COMPLETE)
		return DUE_COMPLETE;
	if (action->state == STATE_WITHDRAWN)
		return DUE_WITHDRAWN;
	return action->overdue ? DUE_OVERDUE : DUE_AHEAD;
}

static void
scale_widen(int month, int *first, int *last, bool *any)
{
	if (!*any || month < *first)
		*first = month;
	if (!*any || month > *last)
		*last = month;
	*any = true;
}

static void
scale_to_years(struct scale *scale, const struct plan *plan)
{
	int middle =
	    plan->as_of.year > 0 ? plan->as_of.year : scale->first + YEARS_BACK;

	if (scale->last - scale->first < MOST_YEARS)
		return;
	if (middle - YEARS_BACK > scale->first) {
		scale->first = middle - YEARS_BACK;
		scale->has_before = true;
	}
	if (scale->last >= scale->first + MOST_YEARS) {
		scale->last = scale->first + MOST_YEARS - 1;
		scale->has_after = true;
	}
}

/* False when there are no dates. */
static bool
scale_find(struct scale *scale, const struct plan *plan)
{
	int first = 0, last = 0;
	bool any = false;

	for (size_t i = 0; i < plan->actions_count; i++)
		if (plan->actions[i].due.year > 0)
			scale_widen(month_of(plan->actions[i].due), &first,
			    &last, &any);
	if (!any)
		return false;
	if (plan->as_of.year > 0)
		scale_widen(month_of(plan->as_of), &first, &last, &any);
	scale->months = 1;
	if (last - first >= MOST_MONTHS)
		scale->months = 3;
	if (last / 3 - first / 3 >= MOST_QUARTERS)
		scale->months = 12;
	scale->first = first / scale->months;
	scale->last = last / scale->months;
	if (scale->months == 12)
		scale_to_years(scale, plan);
	return true;
}

static struct str
month_word(struct maker *maker, int month)
{
	return compose_figure_word(
	    maker, (enum word)(WORD_SHORT_MONTH + month % 12), none);
}

static struct str
row_label(struct maker *maker, const struct scale *scale, int row)
{
	int month = row * scale->months;
	struct str first = month_word(maker, month);
	struct str last = month_word(maker, month + scale->months - 1);

	if (scale->months == 12)
		return str_printf(maker->arena, "%d", row);
	if (scale->months == 1)
		return str_printf(
		    maker->arena, "%.*s %d", STR_ARG(first), month / 12);
	return str_printf(maker->arena, "%.*s–%.*s %d", STR_ARG(first),
	    STR_ARG(last), month / 12);
}

static struct str
year_word(struct maker *maker, enum word word, int year)
{
	return compose_figure_word(
	    maker, word, str_printf(maker->arena, "%d", year));
}

static void
rows_make(struct maker *maker, struct chart *chart, const struct scale *scale)
{
	if (scale->has_before)
		compose_figure_row(maker, chart,
		    year_word(maker, WORD_CHART_BEFORE, scale->first));
	for (int row = scale->first; row <= scale->last; row++)
		compose_figure_row(maker, chart, row_label(maker, scale, row));
	if (scale->has_after)
		compose_figure_row(maker, chart,
		    year_word(maker, WORD_CHART_AFTER, scale->last));
}

static size_t
row_of(const struct scale *scale, struct date date)
{
	int row = month_of(date) / scale->months;

	if (row < scale->first)
		return 0;
	if (row > scale->last)
		row = scale->last + 1;
	return (size_t)(row - scale->first) + scale->has_before;
}

static void
mark_set(struct maker *maker, struct chart *chart, const struct scale *scale)
{
	struct date day = maker->plan->as_of;
	double over;

	if (day.year == 0)
		return;
	over = month_of(day) % scale->months +
	       (day.day > 0 ? (double)day.day / 31 : 1);
	chart->mark_row = row_of(scale, day);
	chart->mark_share = over / scale->months;
	chart->mark_label = compose_figure_word(
	    maker, WORD_CHART_AT, words_date(maker->arena, &maker->words, day));
}

/* Gives the place of each series that counts something. */
static void
series_make(struct maker *maker, struct chart *chart,
    const size_t totals[DUE_SERIES_COUNT], size_t places[DUE_SERIES_COUNT])
{
	enum word ahead =
	    maker->plan->as_of.year > 0 ? WORD_CHART_AHEAD : WORD_CHART_OPEN;
	const struct {
		enum chart_fill fill;
		enum state state;
		struct str name;
	} all[DUE_SERIES_COUNT] = {
		[DUE_COMPLETE] = { CHART_FILL_STATE, STATE_COMPLETE,
		    compose_figure_state(maker, STATE_COMPLETE) },
		[DUE_WITHDRAWN] = { CHART_FILL_STATE, STATE_WITHDRAWN,
		    compose_figure_state(maker, STATE_WITHDRAWN) },
		[DUE_OVERDUE] = { CHART_FILL_OVERDUE, STATE_NONE,
		    compose_figure_word(maker, WORD_CHART_OVERDUE, none) },
		[DUE_AHEAD] = { CHART_FILL_AHEAD, STATE_NONE,
		    compose_figure_word(maker, ahead, none) },
	};

	for (int i = 0; i < DUE_SERIES_COUNT; i++) {
		places[i] = chart->series_count;
		if (totals[i] > 0)
			compose_figure_series(maker, chart, all[i].fill,
			    all[i].state, all[i].name);
	}
}

void
compose_figure_due(struct maker *maker, struct chart *chart)
{
	const struct plan *plan = maker->plan;
	size_t totals[DUE_SERIES_COUNT] = { 0 }, places[DUE_SERIES_COUNT];
	struct scale scale = { 0 };

	if (!scale_find(&scale, plan))
		return;
	for (size_t i = 0; i < plan->actions_count; i++)
		if (plan->actions[i].due.year > 0)
			totals[series_of(&plan->actions[i])]++;
	series_make(maker, chart, totals, places);
	rows_make(maker, chart, &scale);
	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];
		struct chart_row *row;

		if (action->due.year == 0)
			continue;
		row = &chart->rows[row_of(&scale, action->due)];
		row->counts[places[series_of(action)]]++;
		row->total++;
	}
	mark_set(maker, chart, &scale);
}
