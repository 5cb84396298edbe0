/* chart: the names of kinds and patterns, and what a series looks like. */
#include "model/chart.h"

#include "base/must.h"

static const char *const kinds[CHART_KIND_COUNT] = {
	[CHART_STATES] = "states",
	[CHART_THEMES] = "themes",
	[CHART_DUE] = "due",
	[CHART_PROGRESS] = "progress",
};

static const char *const patterns[PATTERN_COUNT] = {
	[PATTERN_SOLID] = "solid",
	[PATTERN_RISING] = "rising",
	[PATTERN_FALLING] = "falling",
	[PATTERN_CROSSED] = "crossed",
	[PATTERN_LEVEL] = "level",
	[PATTERN_UPRIGHT] = "upright",
	[PATTERN_GRID] = "grid",
	[PATTERN_DOTS] = "dots",
	[PATTERN_EMPTY] = "empty",
};

/* Neighbours in the order of legends differ in darkness as well. */
static const enum chart_pattern state_patterns[STATE_COUNT] = {
	[STATE_COMPLETE] = PATTERN_SOLID,
	[STATE_ON_TRACK] = PATTERN_RISING,
	[STATE_AT_RISK] = PATTERN_DOTS,
	[STATE_OFF_TRACK] = PATTERN_CROSSED,
	[STATE_NOT_STARTED] = PATTERN_EMPTY,
	[STATE_ON_HOLD] = PATTERN_UPRIGHT,
	[STATE_WITHDRAWN] = PATTERN_LEVEL,
	[STATE_UNKNOWN] = PATTERN_GRID,
	[STATE_NONE] = PATTERN_FALLING,
};

const char *
chart_kind_name(enum chart_kind kind)
{
	must(kind < CHART_KIND_COUNT);
	return kinds[kind];
}

enum chart_kind
chart_kind_from(struct str name)
{
	int kind = 0;

	while (kind < CHART_KIND_COUNT && !str_is(name, kinds[kind]))
		kind++;
	return (enum chart_kind)kind;
}

const char *
chart_pattern_name(enum chart_pattern pattern)
{
	must(pattern < PATTERN_COUNT);
	return patterns[pattern];
}

struct chart_look
chart_look_of(const struct theme *theme, const struct chart_series *series)
{
	const struct state_look *look = &theme->states[series->state];

	switch (series->fill) {
	case CHART_FILL_STATE:
		break;
	case CHART_FILL_OVERDUE:
		/* what it is about looks as grave as it is */
		return (struct chart_look){ PATTERN_CROSSED,
			theme->states[STATE_OFF_TRACK].colour,
			theme->states[STATE_OFF_TRACK].fill };
	case CHART_FILL_AHEAD:
		return (struct chart_look){ PATTERN_EMPTY, theme->accent,
			theme->band };
	}
	return (struct chart_look){ state_patterns[series->state], look->colour,
		look->fill };
}
