/* Actions in sentences, as minutes have them. */
#include "draft.h"

static const struct plan_action *
nth(const struct draft *draft, size_t n)
{
	assert_true(n < draft->plan->actions_count);
	return &draft->plan->actions[n];
}

static void
an_action_opens_a_paragraph(void **state)
{
	struct draft draft = draft_text(
	    "Minutes of the Harbour Board\n\nThe lights are out again.\n\n"
	    "ACTION: Ann Lee to replace the lights by 3 May 2026.\n\n"
	    "Nothing else was said.\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 1);
	assert_str(nth(&draft, 0)->title,
	    "Ann Lee to replace the lights by 3 May 2026");
	assert_str(nth(&draft, 0)->owners.names[0], "Ann Lee");
	assert_int_equal(nth(&draft, 0)->due.month, 5);
	assert_int_equal(nth(&draft, 0)->sure.via, VIA_PROSE);
	assert_int_equal(draft.plan->type, TYPE_MINUTES);
	draft_free(&draft);
}

static void
an_action_ends_with_its_sentence(void **state)
{
	struct draft draft = draft_md(
	    "# Minutes\n\nThe lights are out. Action: Bob Orr to ask the "
	    "harbour's Mr. Poe about them. The chair thanked him.\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 1);
	assert_str(nth(&draft, 0)->title,
	    "Bob Orr to ask the harbour's Mr. Poe about them");
	draft_free(&draft);
}

static void
a_name_takes_the_sentence_before_it(void **state)
{
	struct draft draft = draft_text(
	    "Minutes of the Harbour Board\n\nThe lights are out. They should "
	    "be replaced in spring. (Action: Bob Orr)\n\n"
	    "The wall needs mending.\n\nAction: Ann Lee and Bob Orr\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 2);
	assert_str(nth(&draft, 0)->title, "They should be replaced in spring");
	assert_str(nth(&draft, 0)->owners.names[0], "Bob Orr");
	assert_str(nth(&draft, 1)->title, "The wall needs mending");
	assert_int_equal(nth(&draft, 1)->owners.count, 2);
	draft_free(&draft);
}

static void
the_word_alone_makes_no_action(void **state)
{
	struct draft draft = draft_text(
	    "Minutes of the Harbour Board\n\nAction was taken at once. The "
	    "action: slow but sure. Actions speak louder than words: we know."
	    "\n\nNo Action: none was needed.\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_action_opens_a_paragraph),
		cmocka_unit_test(an_action_ends_with_its_sentence),
		cmocka_unit_test(a_name_takes_the_sentence_before_it),
		cmocka_unit_test(the_word_alone_makes_no_action),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
