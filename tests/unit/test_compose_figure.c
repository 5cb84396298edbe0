/* Figures: what is counted, when a chart is drawn, and its table. */
#include "compose_case.h"

#include "model/chart.h"

#define HEAD "# Plan\n\n| Ref | Action | Due | Status |\n|---|---|---|---|\n"

static bool
has(const struct made *made, const char *text)
{
	if (strstr(made->tree.ptr, text) != NULL)
		return true;
	print_message("%s\n", made->tree.ptr);
	return false;
}

static const struct chart *
chart_of(const struct made *made)
{
	struct walker walker = { .root = made->report->root };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_CHART)
			return walker.node->as.chart.chart;
	return NULL;
}

static void
test_states(void **state)
{
	struct made made = made_new(HEAD "| 1 | Mend the gate | | Green |\n"
					 "| 2 | Paint the hall | | Red |\n"
					 "| 3 | Sweep the yard | | Green |\n",
	    "<figure kind='states'><caption>How it stands</caption></figure>");

	(void)state;
	assert_true(has(&made,
	    "chart generated states alt=\"Bar chart of actions by state. "
	    "Green: 2. Red: 1.\""));
	assert_true(has(&made, "caption generated"));
	assert_true(has(&made, "columns=state,number/right"));
	assert_string_equal(chart_of(&made)->name.ptr, "How it stands");
	made_free(&made);
}

/* One bar says nothing; its table may. */
static void
test_not_drawn(void **state)
{
	struct made made = made_new(HEAD "| 1 | Mend the gate | | Green |\n"
					 "| 2 | Paint the hall | | Green |\n",
	    "<figure kind='states'/>");

	(void)state;
	assert_null(chart_of(&made));
	assert_true(has(&made, "columns=state,number/right"));
	made_free(&made);
	made = made_new(HEAD "| 1 | Mend the gate | | Green |\n"
			     "| 2 | Paint the hall | | Red |\n",
	    "<figure kind='states' data='no' draw='@actions &gt; 3'/>");
	assert_null(chart_of(&made));
	assert_null(strstr(made.tree.ptr, "columns=state,number/right"));
	made_free(&made);
}

/* The paper is of 15 June 2026. */
static void
test_due(void **state)
{
	struct made made =
	    made_new(HEAD "| 1 | Mend the gate | 31 May 2026 | Complete |\n"
			  "| 2 | Paint the hall | 1 May 2026 | Green |\n"
			  "| 3 | Sweep the yard | August 2026 | Red |\n"
			  "| 4 | Ring the bell | | Green |\n",
		"<figure kind='due'/>");
	const struct chart *chart = chart_of(&made);

	(void)state;
	assert_non_null(chart);
	assert_int_equal(chart->row_count, 4);
	assert_string_equal(chart->rows[0].label.ptr, "May 2026");
	assert_int_equal(chart->rows[0].total, 2);
	assert_int_equal(chart->rows[2].total, 0);
	assert_string_equal(chart->rows[3].label.ptr, "Aug 2026");
	assert_int_equal(chart->mark_row, 1);
	assert_float_equal(chart->mark_share, 0.48, 0.02);
	assert_string_equal(chart->mark_label.ptr, "At 15 June 2026");
	assert_true(has(&made, "Overdue 1"));
	assert_true(has(&made, "Aug 2026: 1 (Not yet due 1)."));
	made_free(&made);
}

static void
test_due_in_quarters_and_years(void **state)
{
	struct made made =
	    made_new(HEAD "| 1 | Mend the gate | 31 May 2026 | Green |\n"
			  "| 2 | Paint the hall | 2027 | Green |\n",
		"<figure kind='due'/>");
	const struct chart *chart = chart_of(&made);

	(void)state;
	assert_non_null(chart);
	assert_int_equal(chart->row_count, 7);
	assert_string_equal(chart->rows[0].label.ptr, "Apr–Jun 2026");
	/* a year is over on its last day */
	assert_string_equal(chart->rows[6].label.ptr, "Oct–Dec 2027");
	assert_int_equal(chart->rows[6].total, 1);
	made_free(&made);
	made = made_new(HEAD "| 1 | Mend the gate | 31 May 2026 | Green |\n"
			     "| 2 | Paint the hall | 31 May 1990 | Green |\n"
			     "| 3 | Ring the bell | 31 May 2090 | Green |\n",
	    "<figure kind='due'/>");
	chart = chart_of(&made);
	assert_non_null(chart);
	assert_int_equal(chart->row_count, 22);
	assert_string_equal(chart->rows[0].label.ptr, "Before 2016");
	assert_int_equal(chart->rows[0].total, 1);
	assert_string_equal(chart->rows[11].label.ptr, "2026");
	assert_string_equal(chart->rows[21].label.ptr, "After 2035");
	assert_int_equal(chart->rows[21].total, 1);
	made_free(&made);
}

static void
test_progress(void **state)
{
	struct made made = made_new(HEAD
	    "| 1 | Mend the gate | | Red for 2024. Amber for 2025. Green for "
	    "2026. |\n"
	    "| 2 | Paint the hall | | Red for 2024. Green for 2025. Green for "
	    "2026. |\n",
	    "<figure kind='progress'/>");
	const struct chart *chart = chart_of(&made);

	(void)state;
	assert_non_null(chart);
	assert_int_equal(chart->row_count, 3);
	assert_true(str_is(chart->rows[0].label, "2024"));
	assert_string_equal(chart->rows[2].label.ptr, "15 June 2026");
	assert_true(has(&made, "2025: 2 (Green 1, Amber 1)."));
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_states),
		cmocka_unit_test(test_not_drawn),
		cmocka_unit_test(test_due),
		cmocka_unit_test(test_due_in_quarters_and_years),
		cmocka_unit_test(test_progress),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
