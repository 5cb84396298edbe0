/* compose_figure_count: a plan -> the counts of a chart. */
#include "compose/compose_figure.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
	MOST_PERIODS = 24 /* of a history; the latest ones */
};

static const struct str none = { "", 0 };

void
compose_figure_series(struct maker *maker, struct chart *chart,
    enum chart_fill fill, enum state state, struct str name)
{
	struct chart_series *series = &chart->series[chart->series_count++];

	series->fill = fill;
	series->state = state;
	series->name = str_copy(maker->arena, name);
}

struct chart_row *
compose_figure_row(struct maker *maker, struct chart *chart, struct str label)
{
	struct chart_row *row;

	chart->rows = arena_push(maker->arena, chart->rows, &chart->row_count,
	    &chart->row_cap, sizeof(*chart->rows));
	row = &chart->rows[chart->row_count - 1];
	row->label = label;
	row->counts = arena_alloc(
	    maker->arena, (chart->series_count + 1) * sizeof(*row->counts));
	return row;
}

/* The states that `counts` has, in the order of legends. Gives each state's
 * series. */
static void
add_states(struct maker *maker, struct chart *chart,
    const size_t counts[STATE_COUNT], size_t series_of[STATE_COUNT])
{
	static const enum state order[STATE_COUNT] = { STATE_COMPLETE,
		STATE_ON_TRACK, STATE_AT_RISK, STATE_OFF_TRACK,
		STATE_NOT_STARTED, STATE_ON_HOLD, STATE_WITHDRAWN,
		STATE_UNKNOWN, STATE_NONE };

	for (size_t i = 0; i < STATE_COUNT; i++) {
		series_of[order[i]] = chart->series_count;
		if (counts[order[i]] > 0)
			compose_figure_series(maker, chart, CHART_FILL_STATE,
			    order[i], compose_figure_state(maker, order[i]));
	}
}

static void
row_fill(struct chart_row *row, const size_t counts[STATE_COUNT],
    const size_t series_of[STATE_COUNT])
{
	for (int state = 0; state < STATE_COUNT; state++) {
		if (counts[state] == 0)
			continue;
		row->counts[series_of[state]] += counts[state];
		row->total += counts[state];
	}
}

static void
count_states(struct maker *maker, struct chart *chart)
{
	const struct plan *plan = maker->plan;
	size_t counts[STATE_COUNT] = { 0 }, series_of[STATE_COUNT];

	for (size_t i = 0; i < plan->actions_count; i++)
		counts[plan->actions[i].state]++;
	add_states(maker, chart, counts, series_of);
	for (size_t i = 0; i < chart->series_count; i++) {
		const struct chart_series *series = &chart->series[i];
		struct chart_row *row =
		    compose_figure_row(maker, chart, series->name);

		row->counts[i] = row->total = counts[series->state];
	}
}

static struct chart_row *
theme_row(
    struct maker *maker, struct chart *chart, const struct plan_theme *theme)
{
	return compose_figure_row(maker, chart,
	    str_fold(maker->arena,
		str_printf(maker->arena, "%.*s %.*s", STR_ARG(theme->number),
		    STR_ARG(theme->title))));
}

static void
count_themes(struct maker *maker, struct chart *chart)
{
	const struct plan *plan = maker->plan;
	size_t themes = plan->themes_count, homeless = 0;
	size_t all[STATE_COUNT] = { 0 }, series_of[STATE_COUNT];
	size_t(*counts)[STATE_COUNT] =
	    mem_alloc((themes + 1) * sizeof(*counts));

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		all[action->state]++;
		counts[action->theme == PLAN_NONE ? themes : action->theme]
		      [action->state]++;
		homeless += action->theme == PLAN_NONE;
	}
	add_states(maker, chart, all, series_of);
	for (size_t i = 0; i < themes; i++)
		row_fill(theme_row(maker, chart, &plan->themes[i]), counts[i],
		    series_of);
	if (homeless > 0 && themes > 0)
		row_fill(
		    compose_figure_row(maker, chart,
			compose_figure_word(maker, WORD_CHART_NO_THEME, none)),
		    counts[themes], series_of);
	free(counts);
}

/* A state that an action had in a period. */
struct past {
	struct str period;
	enum state state;
};

static int
past_cmp(const void *a, const void *b)
{
	return str_cmp(
	    ((const struct past *)a)->period, ((const struct past *)b)->period);
}

/* All that the actions' histories tell, by period. Periods begin with their
 * year, so their order is that of time. */
static struct past *
pasts_collect(struct maker *maker, size_t *count)
{
	const struct plan *plan = maker->plan;
	struct past *pasts = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < plan->actions_count; i++)
		for (size_t h = 0; h < plan->actions[i].history_count; h++) {
			const struct state_change *change =
			    &plan->actions[i].history[h];

			if (change->period.len == 0)
				continue;
			pasts = arena_push(
			    maker->arena, pasts, count, &cap, sizeof(*pasts));
			pasts[*count - 1] =
			    (struct past){ change->period, change->state };
		}
	if (*count > 1)
		qsort(pasts, *count, sizeof(*pasts), past_cmp);
	return pasts;
}

static void
count_progress(struct maker *maker, struct chart *chart)
{
	const struct plan *plan = maker->plan;
	size_t count = 0, series_of[STATE_COUNT];
	size_t all[STATE_COUNT] = { 0 }, now[STATE_COUNT] = { 0 };
	struct past *pasts = pasts_collect(maker, &count);

	for (size_t i = 0; i < plan->actions_count; i++)
		now[plan->actions[i].state]++;
	for (int state = 0; state < STATE_COUNT; state++)
		all[state] = now[state];
	for (size_t i = 0; i < count; i++)
		all[pasts[i].state]++;
	add_states(maker, chart, all, series_of);
	for (size_t i = 0; i < count; i++) {
		size_t one[STATE_COUNT] = { 0 };

		if (i == 0 || !str_eq(pasts[i].period, pasts[i - 1].period))
			compose_figure_row(maker, chart, pasts[i].period);
		one[pasts[i].state] = 1;
		row_fill(&chart->rows[chart->row_count - 1], one, series_of);
	}
	if (count == 0)
		return;
	row_fill(compose_figure_row(maker, chart,
		     plan->as_of.year > 0
			 ? words_date(maker->arena, &maker->words, plan->as_of)
			 : compose_figure_word(maker, WORD_CHART_NOW, none)),
	    now, series_of);
	if (chart->row_count > MOST_PERIODS) {
		chart->rows += chart->row_count - MOST_PERIODS;
		chart->row_count = MOST_PERIODS;
	}
}

struct chart *
compose_figure_count(struct maker *maker, enum chart_kind kind)
{
	struct chart *chart = arena_alloc(maker->arena, sizeof(*chart));

	chart->kind = kind;
	chart->mark_row = CHART_NONE;
	chart->axis = compose_figure_word(maker, WORD_CHART_ACTIONS, none);
	chart->series =
	    arena_alloc(maker->arena, STATE_COUNT * sizeof(*chart->series));
	switch (kind) {
	case CHART_STATES:
		count_states(maker, chart);
		break;
	case CHART_THEMES:
		count_themes(maker, chart);
		break;
	case CHART_DUE:
		compose_figure_due(maker, chart);
		break;
	case CHART_PROGRESS:
		count_progress(maker, chart);
		break;
	case CHART_KIND_COUNT:
		break;
	}
	chart->alt = compose_figure_alt(maker, chart);
	return chart;
}
