/* Where the parts of a chart stand: inside it, and not on one another. */
#include "test.h"

#include "base/arena.h"
#include "model/chart.h"

static const double SLACK = 0.02;

/* Every byte is as wide as half the size, bold ones a little more. */
static double
measure(void *context, struct str text, bool is_strong)
{
	return (double)text.len * *(double *)context * (is_strong ? 0.55 : 0.5);
}

struct made {
	struct arena *arena;
	struct chart chart;
	struct chart_geometry *geometry;
	double size;
};

static void
made_init(struct made *made, enum chart_kind kind)
{
	memset(made, 0, sizeof(*made));
	made->arena = arena_new();
	made->size = 10;
	made->chart.kind = kind;
	made->chart.mark_row = CHART_NONE;
	made->chart.axis = str_from("Actions");
	made->chart.mark_label = str_from("At 31 March 2019");
	made->chart.series =
	    arena_alloc(made->arena, STATE_COUNT * sizeof(*made->chart.series));
}

static void
series_add(struct made *made, const char *name, enum state state)
{
	struct chart_series *series =
	    &made->chart.series[made->chart.series_count++];

	series->name = str_from(name);
	series->state = state;
}

static void
row_add(struct made *made, struct str label, const size_t *counts)
{
	struct chart *chart = &made->chart;
	struct chart_row *row;

	chart->rows = arena_push(made->arena, chart->rows, &chart->row_count,
	    &chart->row_cap, sizeof(*chart->rows));
	row = &chart->rows[chart->row_count - 1];
	row->label = label;
	row->counts = arena_alloc(
	    made->arena, (chart->series_count + 1) * sizeof(*row->counts));
	for (size_t i = 0; i < chart->series_count; i++) {
		row->counts[i] = counts[i];
		row->total += counts[i];
	}
}

static bool
apart(const struct chart_part *a, const struct chart_part *b)
{
	return a->x + a->width <= b->x + SLACK ||
	       b->x + b->width <= a->x + SLACK ||
	       a->y + a->height <= b->y + SLACK ||
	       b->y + b->height <= a->y + SLACK;
}

/* May these two not meet? Plates lie on bars and grids, texts on plates. */
static bool
must_be_apart(const struct chart_part *a, const struct chart_part *b)
{
	if (a->kind == CHART_TEXT && b->kind == CHART_TEXT)
		return true;
	if (a->kind == CHART_BAR && b->kind == CHART_BAR)
		return true;
	if (a->kind == CHART_TEXT && b->kind == CHART_KEY)
		return true;
	if (a->kind == CHART_TEXT && !a->is_inside)
		return b->kind == CHART_BAR || b->kind == CHART_MARK ||
		       b->kind == CHART_AXIS;
	return false;
}

static void
check_all(const struct made *made)
{
	const struct chart_geometry *geometry = made->geometry;

	for (size_t i = 0; i < geometry->part_count; i++) {
		const struct chart_part *a = &geometry->parts[i];

		if (a->x < -SLACK || a->y < -SLACK ||
		    a->x + a->width > geometry->width + SLACK ||
		    a->y + a->height > geometry->height + SLACK)
			fail_msg("part %zu (\"%.*s\") at %g, %g, %g by %g, is "
				 "outside of %g by %g",
			    i, STR_ARG(a->text), a->x, a->y, a->width,
			    a->height, geometry->width, geometry->height);
		for (size_t j = 0; j < geometry->part_count; j++) {
			const struct chart_part *b = &geometry->parts[j];

			if (i != j && must_be_apart(a, b) && !apart(a, b))
				fail_msg("part %zu (\"%.*s\") is on part %zu "
					 "(\"%.*s\", kind %d)",
				    i, STR_ARG(a->text), j, STR_ARG(b->text),
				    (int)b->kind);
		}
	}
}

static void
lay(struct made *made, double width, bool is_tight)
{
	struct chart_type type = { .size = made->size,
		.line = made->size * 1.25,
		.ascent = made->size,
		.measure = measure,
		.context = &made->size };

	made->geometry =
	    chart_layout(made->arena, &made->chart, &type, width, is_tight);
	check_all(made);
}

/* At the widths of A4, A5, a telephone and less, loose and tight. */
static void
lay_all(struct made *made)
{
	static const double widths[] = { 726, 479, 304, 192, 150 };

	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		lay(made, widths[i], false);
		assert_true(made->geometry->width >= widths[i] - SLACK);
		lay(made, widths[i], true);
	}
}

static const struct chart_part *
text_find(const struct made *made, const char *text)
{
	for (size_t i = 0; i < made->geometry->part_count; i++)
		if (made->geometry->parts[i].kind == CHART_TEXT &&
		    str_is(made->geometry->parts[i].text, text))
			return &made->geometry->parts[i];
	return NULL;
}

static size_t
count_kind(const struct made *made, enum chart_part_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < made->geometry->part_count; i++)
		count += made->geometry->parts[i].kind == kind;
	return count;
}

static void
test_states(void **state)
{
	struct made made;
	const struct chart_part *bars[3];
	size_t found = 0;

	(void)state;
	made_init(&made, CHART_STATES);
	series_add(&made, "Complete", STATE_COMPLETE);
	series_add(&made, "On track", STATE_ON_TRACK);
	series_add(&made, "Off track", STATE_OFF_TRACK);
	row_add(&made, str_from("Complete"), (size_t[]){ 4, 0, 0 });
	row_add(&made, str_from("On track"), (size_t[]){ 0, 8, 0 });
	row_add(&made, str_from("Off track"), (size_t[]){ 0, 0, 1 });
	lay_all(&made);
	lay(&made, 479, false);
	for (size_t i = 0; i < made.geometry->part_count; i++)
		if (made.geometry->parts[i].kind == CHART_BAR)
			bars[found++] = &made.geometry->parts[i];
	assert_int_equal(found, 3);
	assert_float_equal(bars[1]->width, bars[0]->width * 2, 0.01);
	assert_float_equal(bars[0]->width, bars[2]->width * 4, 0.01);
	assert_float_equal(bars[0]->x, bars[1]->x, 0.01);
	assert_non_null(text_find(&made, "8"));
	assert_int_equal(count_kind(&made, CHART_KEY), 0);
	arena_free(made.arena);
}

static void
test_nothing_counts(void **state)
{
	struct made made;

	(void)state;
	made_init(&made, CHART_THEMES);
	series_add(&made, "Complete", STATE_COMPLETE);
	row_add(&made, str_from("1 Empty"), (size_t[]){ 0 });
	lay_all(&made);
	assert_int_equal(count_kind(&made, CHART_BAR), 0);
	assert_non_null(text_find(&made, "0"));
	made.chart.kind = CHART_DUE;
	lay_all(&made);
	made.chart.row_count = 0;
	lay_all(&made);
	arena_free(made.arena);
}

static void
test_forty_themes_and_long_names(void **state)
{
	static const char *const names[] = { "1 Roads",
		"2 The very long name of a theme that goes on and on, about "
		"everything that the council does for the people of its towns "
		"and villages, and for those who pass through them on the way "
		"to somewhere else",
		"3 Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
		"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
		"" };
	struct made made;

	(void)state;
	made_init(&made, CHART_THEMES);
	series_add(&made, "Complete", STATE_COMPLETE);
	series_add(&made, "On track", STATE_ON_TRACK);
	series_add(&made,
	    "A word for a state that is a whole sentence and longer than any "
	    "legend has room for",
	    STATE_AT_RISK);
	series_add(&made, "No status", STATE_NONE);
	for (size_t i = 0; i < 40; i++)
		row_add(&made, str_from(names[i % 4]),
		    (size_t[]){ i, i * i, i % 3, i == 39 ? 10000 : 0 });
	lay_all(&made);
	/* the least that counts is still drawn */
	for (size_t i = 0; i < made.geometry->part_count; i++)
		if (made.geometry->parts[i].kind == CHART_BAR)
			assert_true(made.geometry->parts[i].width > 0.5);
	arena_free(made.arena);
}

static void
due_fill(struct made *made, size_t months)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

	series_add(made, "Complete", STATE_COMPLETE);
	series_add(made, "Not yet due", STATE_NONE);
	for (size_t i = 0; i < months; i++)
		row_add(made,
		    str_printf(
			made->arena, "%s %zu", names[i % 12], 2019 + i / 12),
		    (size_t[]){ i % 3, i % 5 == 0 ? 0 : i });
}

static void
test_due_in_columns(void **state)
{
	struct made made;
	const struct chart_part *mark = NULL, *text;

	(void)state;
	made_init(&made, CHART_DUE);
	due_fill(&made, 12);
	made.chart.mark_row = 2;
	made.chart.mark_share = 1;
	lay_all(&made);
	lay(&made, 479, false);
	for (size_t i = 0; i < made.geometry->part_count; i++)
		if (made.geometry->parts[i].kind == CHART_MARK)
			mark = &made.geometry->parts[i];
	assert_non_null(mark);
	text = text_find(&made, "At 31 March 2019");
	assert_non_null(text);
	assert_true(text->x > mark->x);
	/* all labels are broken when one is */
	assert_non_null(text_find(&made, "Jan"));
	assert_non_null(text_find(&made, "May"));
	/* at either end the label stays inside */
	made.chart.mark_row = 11;
	lay(&made, 479, false);
	text = text_find(&made, "At 31 March 2019");
	assert_true(text->x + text->width <= made.geometry->width + SLACK);
	made.chart.mark_row = 0;
	made.chart.mark_share = 0;
	lay(&made, 479, false);
	arena_free(made.arena);
}

/* Where columns have no room they are bars, and the mark is a label. */
static void
test_due_where_it_is_narrow(void **state)
{
	struct made made;

	(void)state;
	made_init(&made, CHART_DUE);
	due_fill(&made, 24);
	made.chart.mark_row = 5;
	lay(&made, 192, false);
	assert_int_equal(count_kind(&made, CHART_MARK), 0);
	assert_non_null(text_find(&made, "At 31 March 2019"));
	assert_non_null(text_find(&made, "Jun 2019"));
	arena_free(made.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_states),
		cmocka_unit_test(test_nothing_counts),
		cmocka_unit_test(test_forty_themes_and_long_names),
		cmocka_unit_test(test_due_in_columns),
		cmocka_unit_test(test_due_where_it_is_narrow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
