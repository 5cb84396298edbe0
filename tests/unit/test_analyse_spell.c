/* A heading with a slip of the fingers is still that heading; a word that means
 * something else is not. */
#include "draft.h"

static size_t
actions_under(const char *action, const char *owner, const char *status)
{
	struct buf text = BUF_INIT;
	struct draft draft;
	size_t owned;

	buf_printf(&text,
	    "# Harbour\n\n| Ref | %s | %s | %s |\n|---|---|---|---|\n"
	    "| 1 | Mend the wall | Ann Lee | Green |\n",
	    action, owner, status);
	draft = draft_md(text.ptr);
	owned = draft.plan->actions_count == 1 &&
		draft.plan->actions[0].owners.count == 1 &&
		draft.plan->actions[0].state == STATE_ON_TRACK;
	draft_free(&draft);
	buf_clear(&text);
	return owned;
}

static void
one_slip_is_read_through(void **state)
{
	(void)state;
	assert_true(actions_under("Action", "Owner", "Status"));
	assert_true(actions_under("Acton", "Responsble officer", "Status"));
	assert_true(actions_under("Actoin", "Responsible oficer", "Statuss"));
}

/* "Section" is no "Action", and a section is nothing to be done. */
static void
another_word_is_no_slip(void **state)
{
	struct draft draft = draft_md("# Harbour\n\n"
				      "| Section | Title | Page |\n"
				      "|---|---|---|\n"
				      "| A | The wall | 4 |\n"
				      "| B | The door | 9 |\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	draft_free(&draft);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_slip_is_read_through),
		cmocka_unit_test(another_word_is_no_slip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
