/* Tables of actions are known by their columns, and put together again where
 * pages cut them. */
#include "draft.h"

#define HEAD "Action\tOwner\tLead\tBRAG\tProgress to date\tNext Steps\n"

static void
rows_cut_by_a_page_are_joined(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n" HEAD
	    "1.1 Mend the\tAnn Lee\tBob Orr\tGreen\tThe wall at the\tBuy stone.\n"
	    "\n" HEAD "north steps\t\t\t\told harbour is sound.\t\n"
	    "\t\t\t\tDivers went down twice.\tHire a crane.\n"
	    "1.2 Light the pier\tAnn Lee\tBob Orr\tBlue\tLit.\tNone.\n");
	const struct plan_action *first = &draft.plan->actions[0];

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(first->title, "Mend the north steps");
	assert_str(first->progress,
	    "The wall at the old harbour is sound. Divers went down twice.");
	assert_str(first->next_steps, "Buy stone. Hire a crane.");
	assert_int_equal(first->first_line, 4);
	assert_int_equal(first->last_line, 8);
	assert_int_equal(dropped(&draft, "repeated-header"), 1);
	assert_int_equal(nodes(&draft, NODE_TABLE, ROLE_ACTIONS), 1);
	draft_free(&draft);
}

/* "Progress ... old harbour" and "Next Steps buy stone" could be headings. */
static void
a_cut_row_is_no_second_line_of_the_header(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n" HEAD
	    "1.1 Mend\tAnn Lee\tBob Orr\tGreen\tThe wall at the\tFirst\n\n" HEAD
	    "\t\t\t\told harbour stands\tbuy stone\n"
	    "1.2 Light\tAnn Lee\tBob Orr\tBlue\tLit.\tNone.\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(draft.plan->actions[0].progress,
	    "The wall at the old harbour stands");
	assert_str(draft.plan->actions[0].next_steps, "First buy stone");
	draft_free(&draft);
}

static void
a_new_sentence_is_a_new_paragraph(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n" HEAD
	    "1.1 Mend\tAnn Lee\tBob Orr\tGreen\tThe wall stands.\tGo on.\n"
	    "\t\t\t\tThe steps do not.\t\n");
	const struct node *cell = plan_action_cell(
	    draft.plan, &draft.plan->actions[0], COLUMN_ROLE_PROGRESS);

	(void)state;
	assert_non_null(cell->first->next);
	draft_free(&draft);
}

static void
cells_that_slipped_are_put_back(void **state)
{
	static const char text[] =
	    "Plan for the Quay\n\n" HEAD
	    "1.1 Mend the\tAnn Lee\tBob Orr\tGreen\tThe wall stands.\tGo on.\n"
	    "steps\t\tDivers went down to the footings twice in May."
	    "\tA crane is to be hired from the port company.\t\t\n";
	const struct analyse_options as_read = { .no_repair = true };
	struct draft draft = draft_text(text);
	const struct plan_action *action = &draft.plan->actions[0];

	(void)state;
	assert_int_equal(draft.plan->actions_count, 1);
	assert_int_equal(action->leads.count, 1);
	assert_int_equal(action->state, STATE_ON_TRACK);
	assert_str(action->status_text, "Green");
	assert_str(action->progress, "The wall stands. Divers went down to the "
				     "footings twice in May.");
	assert_int_equal(said(&draft, "cells-shifted"), 1);
	draft_free(&draft);
	/* asked not to, it leaves them, and still nobody is called "Divers" */
	draft = draft_with("draft.txt", text, &as_read);
	assert_str(draft.plan->actions[0].progress, "The wall stands.");
	assert_int_equal(draft.plan->people_count, 2);
	draft_free(&draft);
}

static void
other_tables_are_no_actions(void **state)
{
	struct draft draft = draft_text("Minutes of the Harbour Board\n\n"
					"Name\tRole\tPresent\n"
					"Ann Lee\tChair\tYes\n"
					"Bob Orr\tMember\tNo\n\n"
					"Year\tIncome\tSpend\n"
					"2024\t100\t90\n"
					"2025\t110\t95\n\n"
					"Colour\tMeaning\n"
					"Green\tOn track\n"
					"Red\tOff track\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	assert_int_equal(said(&draft, "no-actions"), 1);
	draft_free(&draft);
}

static void
two_columns_of_one_meaning_are_both_kept(void **state)
{
	struct draft draft = draft_md(
	    "# Plan\n\n"
	    "| Ref | Action | Owner | Status | Comment | Update |\n"
	    "|---|---|---|---|---|---|\n"
	    "| 1 | Mend the wall | Ann Lee | Red | First | Second |\n");
	const struct plan_action *action = &draft.plan->actions[0];

	(void)state;
	assert_int_equal(draft.plan->actions_count, 1);
	assert_str(action->id, "1");
	assert_str(action->progress, "First");
	assert_int_equal(
	    draft.plan->tables[0].columns[5].role, COLUMN_ROLE_OTHER);
	assert_str(draft.plan->tables[0].columns[5].heading, "Update");
	draft_free(&draft);
}

/* "Update the ..." and "Completed" could be headings. */
static void
a_row_with_a_day_or_a_sentence_is_no_header(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "Update the list of moorings\tAnn Lee\t3/5/2026\tCompleted\n"
	    "Mend the wall\tBob Orr\t4/5/2026\tDelayed\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(draft.plan->actions[0].title, "Update the list of moorings");
	draft_free(&draft);
}

/* "lights" has no number, and titles begin with capitals. */
static void
the_rest_of_a_title_goes_on_whatever_stands_beside_it(void **state)
{
	struct draft draft =
	    draft_text("Plan for the Quay\n\nAction\tOwner\tStatus\n"
		       "Replace the harbour\tHead of\tRed\nlights\tWorks\t\n"
		       "Mend the wall\tAnn Lee\tGreen\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(draft.plan->actions[0].title, "Replace the harbour lights");
	assert_str(draft.plan->actions[0].owner_text, "Head of Works");
	draft_free(&draft);
}

/* Here and there a status is prose, and a name has a stop behind it. */
static void
a_table_without_a_header_may_have_odd_cells(void **state)
{
	struct draft draft =
	    draft_text("Plan for the Quay\n\n"
		       "Mend the wall\tAnn Lee.\t3/5/2026\tOn track\n"
		       "Light the pier\tBob Orr\t4/5/2026\tAsk the board\n"
		       "Paint the pier\tBob Orr.\t5/5/2026\tDelayed\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 3);
	assert_str(draft.plan->actions[0].owners.names[0], "Ann Lee");
	assert_int_equal(draft.plan->actions[1].state, STATE_UNKNOWN);
	draft_free(&draft);
}

/* One row tells little; with those below the next headings it is enough. */
static void
columns_go_on_below_the_next_heading(void **state)
{
	struct draft draft =
	    draft_text("Plan for the Quay\n\n1. Money\n\n"
		       "1) Mend the wall | Slipped to 31/01/27 | Ann Lee | "
		       "TBC\n\n2. Roads\n\n"
		       "2) Light the pier | Delayed | Bob Orr | 3 May 2026\n"
		       "3) Paint the pier | On track | Bob Orr | 4 May 2026\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 3);
	assert_int_equal(draft.plan->actions[0].state, STATE_OFF_TRACK);
	assert_str(draft.plan->actions[0].id, "1");
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_cut_by_a_page_are_joined),
		cmocka_unit_test(a_cut_row_is_no_second_line_of_the_header),
		cmocka_unit_test(a_new_sentence_is_a_new_paragraph),
		cmocka_unit_test(cells_that_slipped_are_put_back),
		cmocka_unit_test(other_tables_are_no_actions),
		cmocka_unit_test(two_columns_of_one_meaning_are_both_kept),
		cmocka_unit_test(a_row_with_a_day_or_a_sentence_is_no_header),
		cmocka_unit_test(columns_go_on_below_the_next_heading),
		cmocka_unit_test(
		    the_rest_of_a_title_goes_on_whatever_stands_beside_it),
		cmocka_unit_test(a_table_without_a_header_may_have_odd_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
