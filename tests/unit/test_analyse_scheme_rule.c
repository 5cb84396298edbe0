/* Bands say what percentages mean; rules change states by measure and date. */
#include "draft.h"

static struct draft
with(const char *front, const char *cell, const char *due)
{
	struct buf buf = BUF_INIT;
	const struct analyse_options options = { .as_of = { 2026, 11, 30 },
		.as_of_source = "option" };
	struct draft draft;

	buf_printf(&buf,
	    "---\ntitle: Plan\nscheme:\n%s---\n# Plan\n\n"
	    "| Action | Owner | Status | Due |\n|---|---|---|---|\n"
	    "| Mend | Ann Lee | %s | %s |\n",
	    front, cell, due);
	draft = draft_with("a.md", buf.ptr, &options);
	buf_clear(&buf);
	return draft;
}

static void
assert_with(const char *front, const char *cell, const char *due,
    enum state state, size_t ruled)
{
	struct draft draft = with(front, cell, due);

	if (draft.plan->actions[0].state != state)
		fail_msg("%s is %s", cell,
		    doc_state_name(draft.plan->actions[0].state));
	assert_int_equal(said(&draft, "state-ruled"), ruled);
	draft_free(&draft);
}

#define BANDS                                                                  \
	"  bands:\n    - {from: 0, to: 49, state: at-risk}\n"                  \
	"    - {from: 50, to: 99, state: on-track}\n"
#define RULES                                                                  \
	"  rules:\n    - if: {percent_below: 50, overdue: true}\n"             \
	"      then: off-track\n"

static void
bands_say_what_a_percentage_means(void **state)
{
	(void)state;
	assert_with(BANDS, "0%", "", STATE_AT_RISK, 0);
	assert_with(BANDS, "49%", "", STATE_AT_RISK, 0);
	assert_with(BANDS, "50 per cent", "", STATE_ON_TRACK, 0);
	assert_with(BANDS, "100%", "", STATE_COMPLETE, 0);
}

static void
rules_need_all_their_conditions(void **state)
{
	(void)state;
	assert_with(RULES, "40%", "1 May 2026", STATE_OFF_TRACK, 1);
	assert_with(RULES, "40%", "1 May 2027", STATE_ON_TRACK, 0);
	assert_with(RULES, "50%", "1 May 2026", STATE_ON_TRACK, 0);
	assert_with(RULES, "Green", "1 May 2026", STATE_ON_TRACK, 0);
	assert_with("  rules:\n    - if: {state: at-risk, overdue: yes}\n"
		    "      then: off-track\n",
	    "Amber", "1 May 2026", STATE_OFF_TRACK, 1);
}

static void
what_is_no_rule_is_said_and_does_nothing(void **state)
{
	struct draft draft =
	    with("  rules:\n    - if: {moon: full}\n      then: off-track\n",
		"Green", "");

	(void)state;
	assert_int_equal(draft.plan->actions[0].state, STATE_ON_TRACK);
	assert_int_equal(said(&draft, "scheme-odd"), 1);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bands_say_what_a_percentage_means),
		cmocka_unit_test(rules_need_all_their_conditions),
		cmocka_unit_test(what_is_no_rule_is_said_and_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
