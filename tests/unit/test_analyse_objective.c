/* Objectives open sections of their own, however they are set out. */
#include "draft.h"

#define ROW(id)                                                                \
	"Action\tOwner\tLead\tBRAG\n" id " Mend\tAnn Lee\tBob Orr\tGreen\n\n"

static void
a_labelled_paragraph_opens_a_section(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "3 Actions to take\n\n3.1 Safe Harbour Objectives\n\nWe keep it.\n\n"
	    "3.1.1.\n\nObjective 1.1: We will keep every wall and every step of"
	    " the harbour in good order for all who use it\n\n" ROW("1.1.1"));
	const struct plan_objective *objective = &draft.plan->objectives[0];

	(void)state;
	assert_int_equal(draft.plan->objectives_count, 1);
	assert_str(objective->number, "1.1");
	assert_str(objective->section, "3.1.1");
	assert_true(str_starts(objective->title, "We will keep every wall"));
	assert_int_equal(objective->action_count, 1);
	assert_int_equal(draft.plan->themes_count, 1);
	assert_str(draft.plan->themes[0].title, "Safe Harbour Objectives");
	assert_str(draft.plan->themes[0].text, "We keep it.");
	draft_free(&draft);
}

static void
a_table_before_its_objective_belongs_to_it(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "3.1 Safe Harbour Objectives\n\n"
	    "3.1.1.\n\nObjective 1.1: We will keep the walls\n\n" ROW("1.1.1") "3.1.2.\n\n" ROW(
		"1.2.1") "Objective 1.2: We will keep the steps\n\n");

	(void)state;
	assert_int_equal(draft.plan->objectives_count, 2);
	assert_int_equal(draft.plan->actions[1].objective, 1);
	assert_str(draft.plan->objectives[1].section, "3.1.2");
	draft_free(&draft);
}

static void
a_paragraph_numbered_like_objectives_is_one(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "3.1 Safe Harbour Objectives\n\n"
	    "3.1.1.\n\nObjective 1.1: We will keep the walls\n\n"
	    "3.1.2.\n\nWe will also keep the old steps by the north light in "
	    "good order for boats.\n\nThis is done elsewhere.\n");

	(void)state;
	assert_int_equal(draft.plan->objectives_count, 2);
	assert_int_equal(draft.plan->objectives[1].number.len, 0);
	assert_str(draft.plan->objectives[1].section, "3.1.2");
	draft_free(&draft);
}

static void
words_about_an_objective_are_none(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "2.1 Objective 1.1 is met by the work on the walls, which the "
	    "contractor began in May.\n\n"
	    "Objective 1.1 was set three years ago by the harbour board.\n");

	(void)state;
	assert_int_equal(draft.plan->objectives_count, 0);
	draft_free(&draft);
}

static void
headings_in_markdown_state_objectives(void **state)
{
	struct draft draft =
	    draft_md("# Plan\n\n## Safe harbour\n\n"
		     "### Objective 1: Keep the walls\n\n"
		     "| Action | Owner | Status |\n|---|---|---|\n"
		     "| 1.1 Mend | Ann Lee | Green |\n");

	(void)state;
	assert_int_equal(draft.plan->objectives_count, 1);
	assert_str(draft.plan->objectives[0].title, "Keep the walls");
	assert_int_equal(draft.plan->actions[0].objective, 0);
	assert_int_equal(draft.plan->actions[0].theme, 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_labelled_paragraph_opens_a_section),
		cmocka_unit_test(a_table_before_its_objective_belongs_to_it),
		cmocka_unit_test(a_paragraph_numbered_like_objectives_is_one),
		cmocka_unit_test(words_about_an_objective_are_none),
		cmocka_unit_test(headings_in_markdown_state_objectives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
