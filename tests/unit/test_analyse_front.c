/* Front matter tells the title, the scheme and the cover fields. */
#include "draft.h"

static void
values_become_cover_fields(void **state)
{
	struct draft draft = draft_md(
	    "---\ntitle: Harbour lights\n"
	    "organisation: Quay Council\ncommittee: Audit Committee\n"
	    "date: 2026-11-30\nreport_author: Ann Lee\nlanguage: cy\n---\n\n"
	    "# Harbour lights\n\nThe lamps are lit.\n");

	(void)state;
	assert_str(draft.plan->title, "Harbour lights");
	assert_str(draft.plan->organisation, "Quay Council");
	assert_str(draft.plan->committee, "Audit Committee");
	assert_str(draft.plan->language, "cy");
	assert_int_equal(draft.plan->date.month, 11);
	assert_int_equal(draft.plan->fields_count, 4);
	assert_str(draft.plan->fields[3].name, "Report author");
	assert_int_equal(nodes(&draft, NODE_HEADING, ROLE_TITLE), 1);
	draft_free(&draft);
}

static void
a_declared_scheme_wins(void **state)
{
	struct draft draft = draft_md(
	    "---\nscheme:\n  name: Quay scale\n"
	    "  states:\n"
	    "    - word: Green\n      state: complete\n      meaning: done\n"
	    "    - word: Blue\n      state: on-hold\n      meaning: waiting\n"
	    "---\n\n# Plan\n\n| Action | Owner | Status |\n|---|---|---|\n"
	    "| Mend | Ann | Green |\n| Sweep | Ann | Blue |\n");

	(void)state;
	assert_true(draft.plan->scheme.declared);
	assert_int_equal(draft.plan->scheme.count, 2);
	assert_str(draft.plan->scheme.states[1].meaning, "waiting");
	assert_int_equal(draft.plan->actions[0].state, STATE_COMPLETE);
	assert_int_equal(draft.plan->actions[1].state, STATE_ON_HOLD);
	assert_int_equal(said(&draft, "scheme-assumed"), 0);
	draft_free(&draft);
}

static void
an_assumed_scheme_is_said(void **state)
{
	struct draft draft = draft_text(
	    "Plan for the Quay\n\n"
	    "Action\tOwner\tRAG\tProgress\n1.1 Mend\tAnn\tGreen\tSome.\n");

	(void)state;
	assert_false(draft.plan->scheme.declared);
	assert_str(draft.plan->scheme.name, "RAG");
	assert_int_equal(draft.plan->scheme.count, 3);
	assert_int_equal(said(&draft, "scheme-assumed"), 1);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_become_cover_fields),
		cmocka_unit_test(a_declared_scheme_wins),
		cmocka_unit_test(an_assumed_scheme_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
