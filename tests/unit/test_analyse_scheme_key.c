/* The author's own key is found in every form and is the scheme; tables of
 * counts and of actions are no keys. */
#include "draft.h"

#define ACTIONS                                                                \
	"\n## Actions\n\n| Action | Owner | RAG |\n|---|---|---|\n"            \
	"| Mend the wall | Ann Lee | Blue |\n"                                 \
	"| Light the lamp | Bob Orr | Green |\n"

static void
assert_key(const char *key, enum state blue, enum state green)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf, "# Plan\n\nText.\n\n%s\n" ACTIONS, key);
	draft = draft_md(buf.ptr);
	if (!draft.plan->scheme.declared)
		fail_msg("no key: %s", key);
	assert_int_equal(draft.plan->actions_count, 2);
	assert_int_equal(draft.plan->actions[0].state, blue);
	assert_int_equal(draft.plan->actions[1].state, green);
	assert_int_equal(said(&draft, "scheme-assumed"), 0);
	assert_true(nodes(&draft, NODE_TABLE, ROLE_KEY) +
			nodes(&draft, NODE_LIST, ROLE_KEY) +
			nodes(&draft, NODE_FIELDS, ROLE_KEY) +
			nodes(&draft, NODE_PARAGRAPH, ROLE_KEY) ==
		    1);
	assert_true(draft.plan->scheme.states[0].meaning.len > 0);
	buf_clear(&buf);
	draft_free(&draft);
}

static void
a_key_comes_in_many_forms(void **state)
{
	(void)state;
	assert_key("| RAG | Meaning |\n|---|---|\n"
		   "| Blue | Put off by agreement |\n"
		   "| Green | The action is finished |\n",
	    STATE_ON_HOLD, STATE_COMPLETE);
	assert_key("| Meaning | Colour |\n|---|---|\n"
		   "| Deferred | Blue |\n| Complete | Green |\n",
	    STATE_ON_HOLD, STATE_COMPLETE);
	assert_key("- Blue – suspended\n- Green – done\n- Red – overdue\n",
	    STATE_ON_HOLD, STATE_COMPLETE);
	assert_key("**Key**\n\n- Blue: suspended\n- Green: done\n",
	    STATE_ON_HOLD, STATE_COMPLETE);
	assert_key("Blue: The work is suspended\nGreen: The work is done\n",
	    STATE_ON_HOLD, STATE_COMPLETE);
	assert_key("Key: Blue – suspended; Green – all of it is done.\n",
	    STATE_ON_HOLD, STATE_COMPLETE);
}

static void
meanings_are_read_closely(void **state)
{
	(void)state;
	assert_key("| RAG | Meaning |\n|---|---|\n"
		   "| Blue | To be completed by its date |\n"
		   "| Green | Expected to be done, but some slippage |\n",
	    STATE_COMPLETE, STATE_AT_RISK);
}

static void
assert_no_key(const char *text)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf, "# Plan\n\nText.\n\n%s\n" ACTIONS, text);
	draft = draft_md(buf.ptr);
	if (draft.plan->scheme.declared)
		fail_msg("a key: %s", text);
	buf_clear(&buf);
	draft_free(&draft);
}

static void
counts_are_no_key(void **state)
{
	(void)state;
	assert_no_key("| RAG | Number |\n|---|---|\n"
		      "| Blue | 12 |\n| Green | 22 |\n");
	assert_no_key("| Status | Due |\n|---|---|\n"
		      "| Blue | March 2026 |\n| Green | May 2026 |\n");
	assert_no_key("- Blue: suspended\n- Green fields were bought\n");
}

static void
the_front_matter_wins(void **state)
{
	struct draft draft =
	    draft_md("---\ntitle: Plan\nscheme:\n  blue: on-track\n---\n"
		     "# Plan\n\n| RAG | Meaning |\n|---|---|\n"
		     "| Blue | Put off by agreement |\n"
		     "| Green | The action is finished |\n" ACTIONS);

	(void)state;
	assert_int_equal(draft.plan->actions[0].state, STATE_ON_TRACK);
	assert_int_equal(draft.plan->actions[1].state, STATE_COMPLETE);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_comes_in_many_forms),
		cmocka_unit_test(meanings_are_read_closely),
		cmocka_unit_test(counts_are_no_key),
		cmocka_unit_test(the_front_matter_wins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
