/* The title is found wherever drafts put it, and levels are put in order. */
#include "draft.h"

static void
assert_title(const char *text, const char *title)
{
	struct draft draft = draft_text(text);

	assert_str(draft.plan->title, title);
	draft_free(&draft);
}

static void
the_first_heading_is_the_title(void **state)
{
	(void)state;
	assert_title(
	    "Harbour Plan: 2025 to 2027\n\n1. Purpose\n\n1.1 To say.\n",
	    "Harbour Plan: 2025 to 2027");
}

static void
a_record_number_marks_the_title(void **state)
{
	struct draft draft =
	    draft_text("Issue details\n\n"
		       "25/00041 - The Harbour Lights\n\nDecision:\n\n"
		       "1. To light the pier.\n");

	(void)state;
	assert_str(draft.plan->title, "The Harbour Lights");
	assert_str(draft.plan->reference, "25/00041");
	assert_int_equal(draft.doc->root->first->role, ROLE_TITLE);
	draft_free(&draft);
}

static void
a_subject_stands_in_for_a_title(void **state)
{
	(void)state;
	assert_title("Report to:\tCouncil\tDate of Meeting:\t21 January 2026\n"
		     "Subject:\tHarbour Lights\t\t\n\nSummary\n\n"
		     "The lights are old and must be seen to.\n",
	    "Harbour Lights");
}

static void
a_general_word_is_no_title(void **state)
{
	struct draft draft =
	    draft_text("Introduction\n\nThis tells how the "
		       "harbour was lit, and by whom, in the years of gas.\n");

	(void)state;
	assert_int_equal(said(&draft, "no-title"), 1);
	assert_str(draft.plan->title, "Paper");
	draft_free(&draft);
}

static int
level_of(const struct draft *draft, const char *title)
{
	struct walker walker = { .root = draft->doc->root };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_HEADING &&
		    str_is(doc_text(draft->doc->arena, walker.node), title))
			return walker.node->as.heading.level;
	return 0;
}

static void
levels_that_disagree_are_repaired(void **state)
{
	static const char text[] =
	    "# Harbour\n\n### Summary\n\nSome.\n\n"
	    "# Implications of this\n\n## Legal Implications\n\nNone.\n\n"
	    "# Equality Implications\n\nNone.\n\n"
	    "## 1. Introduction\n\nMore.\n\n#### 2. Proposals\n\nMore.\n\n"
	    "# 3. Conclusion\n\nMore.\n";
	const struct analyse_options as_read = { .no_repair = true };
	struct draft draft = draft_with(
	    "a.txt", text, &(struct analyse_options){ .no_repair = false });

	(void)state;
	assert_int_equal(said(&draft, "heading-levels"), 1);
	assert_int_equal(level_of(&draft, "Introduction"), 2);
	assert_int_equal(level_of(&draft, "Proposals"), 2);
	assert_int_equal(level_of(&draft, "Conclusion"), 2);
	assert_int_equal(level_of(&draft, "Equality Implications"), 3);
	draft_free(&draft);
	draft = draft_with("a.txt", text, &as_read);
	assert_int_equal(said(&draft, "heading-levels"), 0);
	draft_free(&draft);
}

static void
an_appendix_holds_what_follows_it(void **state)
{
	struct draft draft = draft_text(
	    "Harbour Lights\n\nAppendix One\n\n"
	    "PEOPLE\n\nAnn Lee and others came to the meeting in May.\n\n"
	    "Appendix Two\n\nPURPOSE\n\nTo light the pier again by winter.\n");
	const struct node *root = draft.doc->root;

	(void)state;
	assert_int_equal(draft.plan->appendices_count, 2);
	assert_str(draft.plan->appendices[0].label, "One");
	assert_str(draft.plan->appendices[0].title, "PEOPLE");
	assert_ptr_equal(draft.plan->appendices[1].node->parent, root);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_heading_is_the_title),
		cmocka_unit_test(a_record_number_marks_the_title),
		cmocka_unit_test(a_subject_stands_in_for_a_title),
		cmocka_unit_test(a_general_word_is_no_title),
		cmocka_unit_test(levels_that_disagree_are_repaired),
		cmocka_unit_test(an_appendix_holds_what_follows_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
