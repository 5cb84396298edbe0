/* Actions on one line, their labels behind their title. */
#include "draft.h"

static void
assert_two(const struct draft *draft)
{
	const struct plan *plan = draft->plan;

	assert_int_equal(plan->actions_count, 2);
	assert_str(plan->actions[0].id, "1.1");
	assert_str(plan->actions[0].title, "Mend the wall");
	assert_str(plan->actions[0].owners.names[0], "Ann Lee");
	assert_int_equal(plan->actions[0].state, STATE_OFF_TRACK);
	assert_int_equal(plan->actions[1].due.day, 4);
	assert_int_equal(plan->actions[1].owners.count, 2);
}

static void
labels_follow_the_title(void **state)
{
	static const char text[] =
	    "# Plan\n\nWhat is to be done.\n\n"
	    "- 1.1 Mend the wall. Owner: Ann Lee; Due: 3 May 2026; Status: "
	    "Red\n"
	    "- 1.2 Paint it. Owner: Ann Lee; Bob Orr; Due: 4 May 2026; "
	    "Status: Green\n";
	struct draft md = draft_md(text), plain = draft_text(text + 2);

	(void)state;
	assert_two(&md);
	assert_two(&plain);
	draft_free(&md);
	draft_free(&plain);
}

static void
bars_part_labels_too(void **state)
{
	struct draft draft = draft_text(
	    "Plan\n\nWhat is to be done.\n\n"
	    "- 1.1 Mend the wall. Owner: Ann Lee | Due: 3 May 2026 | Status: "
	    "Red\n"
	    "- 1.2 Paint it. Owner: Ann Lee; Bob Orr | Due: 4 May 2026 | "
	    "Status: Green\n");

	(void)state;
	assert_two(&draft);
	draft_free(&draft);
}

static void
assert_struck_date(const struct draft *draft)
{
	const struct plan_action *action;

	assert_int_equal(draft->plan->actions_count, 2);
	action = &draft->plan->actions[1];
	assert_str(action->title, "Paint it");
	assert_int_equal(action->due.month, 12);
	assert_int_equal(nodes(draft, NODE_STRIKE, ROLE_NONE), 1);
	assert_int_equal(nodes(draft, NODE_STRONG, ROLE_NONE), 1);
}

/* Emphasis and strokes go where their words go. */
static void
marks_stay_with_their_words(void **state)
{
	static const char semicolons[] =
	    "# Plan\n\nWhat is to be done.\n\n"
	    "- Mend the wall. Owner: Ann Lee; Due: 3 May 2026; Status: Red\n"
	    "- Paint it. Owner: **Ann** Lee; Due: ~~31/08/2026~~ "
	    "31/12/2026; Status: Green\n";
	static const char bars[] =
	    "# Plan\n\nWhat is to be done.\n\n"
	    "- Mend the wall. Owner: Ann Lee | Due: 3 May 2026 | Status: Red\n"
	    "- Paint it. Owner: **Ann** Lee | Due: ~~31/08/2026~~ "
	    "31/12/2026 | Status: Green\n";

	(void)state;
	for (int i = 0; i < 4; i++) {
		const char *text = i < 2 ? semicolons : bars;
		struct draft draft =
		    i % 2 > 0 ? draft_md(text) : draft_text(text);

		assert_struck_date(&draft);
		draft_free(&draft);
	}
}

static void
assert_rows(const struct draft *draft)
{
	const struct plan *plan = draft->plan;

	assert_int_equal(plan->actions_count, 2);
	assert_str(plan->actions[0].title, "Mend the wall");
	assert_int_equal(plan->actions[0].owners.count, 2);
	assert_str(plan->actions[0].owners.names[1], "Bob Orr");
	assert_int_equal(plan->actions[0].due.year, 2026);
	assert_int_equal(plan->actions[0].state, STATE_ON_TRACK);
	assert_int_equal(plan->actions[1].state, STATE_OFF_TRACK);
}

/* Fields that one line holds, whatever parts them. */
static void
fields_run_together_on_a_line(void **state)
{
	static const char *const gaps[] = { " ", "   ", " | ", "; " };

	(void)state;
	for (size_t i = 0; i < sizeof(gaps) / sizeof(*gaps); i++) {
		struct buf buf = BUF_INIT;
		struct draft md, plain;

		buf_printf(&buf,
		    "# Plan\n\nWhat is to be done.\n\n"
		    "## Mend the wall\n\n"
		    "Action owner: Ann Lee; Bob Orr%sDue date: May 2026%s"
		    "Status: Green\n\n"
		    "## Paint it\n\n"
		    "Action owner: Ann Lee%sDue date: June 2026%s"
		    "Status: Red\n",
		    gaps[i], gaps[i], gaps[i], gaps[i]);
		md = draft_md(buf.ptr);
		plain = draft_text(buf.ptr);
		assert_rows(&md);
		assert_rows(&plain);
		draft_free(&md);
		draft_free(&plain);
		buf_clear(&buf);
	}
}

/* A colon in a sentence parts nothing. */
static void
a_sentence_with_a_colon_stays_one(void **state)
{
	struct draft draft = draft_text(
	    "The Plan\n\nWhat has been done about the sea wall and the pier since the last meeting of the board, and what is to be done.\n\n"
	    "Status: green for Phase One: all walls are mended\n"
	    "Owner: Ann Lee, who has said: Mend it now\n");

	(void)state;
	assert_int_equal(nodes(&draft, NODE_FIELD, ROLE_NONE), 2);
	draft_free(&draft);
}

static void
a_list_with_other_items_stays_a_list(void **state)
{
	struct draft draft =
	    draft_md("# Plan\n\n- Mend the wall. Owner: Ann Lee; Status: Red\n"
		     "- Note: the bridge is shut; Time: 10 to 12\n");

	(void)state;
	assert_int_equal(draft.plan->actions_count, 0);
	assert_int_equal(nodes(&draft, NODE_ITEM, ROLE_NONE), 2);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_follow_the_title),
		cmocka_unit_test(bars_part_labels_too),
		cmocka_unit_test(marks_stay_with_their_words),
		cmocka_unit_test(fields_run_together_on_a_line),
		cmocka_unit_test(a_sentence_with_a_colon_stays_one),
		cmocka_unit_test(a_list_with_other_items_stays_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
