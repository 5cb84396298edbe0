/* test_plan: names, counts and dates. */
#include "test.h"

#include "base/arena.h"
#include "model/plan.h"

static struct date
day(int year, int month, int day_)
{
	return (struct date){ year, month, day_ };
}

static void
names_are_those_of_the_json(void **state)
{
	(void)state;
	assert_string_equal(
	    plan_type_name(TYPE_DELIVERY_PLAN), "delivery-plan");
	assert_string_equal(
	    plan_type_name(TYPE_DECISION_RECORD), "decision-record");
	assert_string_equal(plan_date_kind_name(DATE_REVISED), "revised");
	assert_string_equal(doc_state_name(STATE_ON_TRACK), "on-track");
	assert_string_equal(doc_state_name(STATE_NONE), "");
	for (int i = STATE_NONE + 1; i < STATE_COUNT; i++)
		assert_int_equal(
		    doc_state_from(str_from(doc_state_name(i))), i);
	assert_int_equal(doc_state_from(str_from("greenish")), STATE_NONE);
	assert_int_equal(doc_state_from(str_from("")), STATE_NONE);
}

static void
dates_are_as_precise_as_given(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_str(plan_date_iso(arena, day(2019, 4, 7)), "2019-04-07");
	assert_str(plan_date_iso(arena, day(2019, 4, 0)), "2019-04");
	assert_str(plan_date_iso(arena, day(2019, 0, 0)), "2019");
	assert_str(plan_date_iso(arena, day(0, 0, 0)), "");
	arena_free(arena);
}

static void
an_imprecise_date_ends_with_its_last_day(void **state)
{
	(void)state;
	assert_true(plan_date_before(day(2019, 3, 31), day(2019, 4, 1)));
	assert_false(plan_date_before(day(2019, 4, 1), day(2019, 4, 1)));
	assert_false(plan_date_before(day(2019, 4, 2), day(2019, 4, 1)));
	/* "April 2019" is not over on its last day, nor is "2019" */
	assert_false(plan_date_before(day(2019, 4, 0), day(2019, 4, 30)));
	assert_true(plan_date_before(day(2019, 4, 0), day(2019, 5, 1)));
	assert_false(plan_date_before(day(2019, 0, 0), day(2019, 12, 31)));
	assert_true(plan_date_before(day(2019, 0, 0), day(2020, 1, 1)));
	assert_false(plan_date_before(day(0, 0, 0), day(2020, 1, 1)));
	assert_false(plan_date_before(day(2019, 1, 1), day(0, 0, 0)));
}

static void
counts_by_state_theme_and_objective(void **state)
{
	struct plan_action actions[] = {
		{ .state = STATE_COMPLETE, .theme = 0, .objective = 0 },
		{ .state = STATE_COMPLETE, .theme = 0, .objective = 1 },
		{ .state = STATE_ON_TRACK, .theme = 1, .objective = 2 },
		{ .state = STATE_COMPLETE,
		    .theme = PLAN_NONE,
		    .objective = PLAN_NONE,
		    .overdue = true },
	};
	struct plan plan = { .actions = actions, .actions_count = 4 };

	(void)state;
	assert_int_equal(
	    plan_count(&plan, STATE_COMPLETE, PLAN_NONE, PLAN_NONE), 3);
	assert_int_equal(plan_count(&plan, STATE_COMPLETE, 0, PLAN_NONE), 2);
	assert_int_equal(plan_count(&plan, STATE_COMPLETE, PLAN_NONE, 1), 1);
	assert_int_equal(
	    plan_count(&plan, STATE_OFF_TRACK, PLAN_NONE, PLAN_NONE), 0);
	assert_int_equal(plan_overdue_count(&plan), 1);
}

static void
finds_the_cell_of_a_column(void **state)
{
	struct plan_column columns[] = {
		{ .role = COLUMN_ROLE_ACTION },
		{ .role = COLUMN_ROLE_OWNER },
	};
	struct node cells[2] = { { .kind = NODE_CELL }, { .kind = NODE_CELL } };
	struct plan_value values[] = { { 0, &cells[0] }, { 1, &cells[1] } };
	struct plan_table table = { .columns = columns, .column_count = 2 };
	struct plan_action action = { .values = values, .value_count = 2 };
	struct plan plan = { .tables = &table, .tables_count = 1 };

	(void)state;
	assert_ptr_equal(
	    plan_action_cell(&plan, &action, COLUMN_ROLE_OWNER), &cells[1]);
	assert_null(plan_action_cell(&plan, &action, COLUMN_ROLE_DUE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_those_of_the_json),
		cmocka_unit_test(dates_are_as_precise_as_given),
		cmocka_unit_test(an_imprecise_date_ends_with_its_last_day),
		cmocka_unit_test(counts_by_state_theme_and_objective),
		cmocka_unit_test(finds_the_cell_of_a_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
