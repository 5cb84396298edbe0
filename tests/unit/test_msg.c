/* test_msg: what the program has to say, and in which order. */
#include "test.h"

#include <errno.h>

#include "base/msg.h"

static void
add(struct msgs *msgs, enum msg_level level, const char *path, unsigned line,
    unsigned col, const char *text)
{
	msgs_add(msgs, &(struct msg){ .level = level,
			   .path = str_from(path),
			   .pos = { line, col },
			   .text = str_from(text),
			   .rule = str_from(line > 0 ? "a-rule" : "") });
}

static void
assert_printed(
    struct msgs *msgs, enum msg_level least, bool colour, const char *want)
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);

	msgs_print(msgs, least, colour, to);
	fclose(to);
	assert_string_equal(text, want);
	free(text);
}

static void
prints_place_level_rule_and_hint(void **state)
{
	struct msgs *msgs = msgs_new();

	(void)state;
	msgs_add(msgs, &(struct msg){ .level = MSG_WARNING,
			   .rule = STR("no-seconder"),
			   .path = STR("notes.md"),
			   .pos = { 41, 3 },
			   .text = STR("motion 4 has no seconder"),
			   .hint = STR("add a line") });
	add(msgs, MSG_NOTE, "notes.md", 50, 0, "whole line");
	add(msgs, MSG_ERROR, "", 0, 0, "no place");
	assert_printed(msgs, MSG_NOTE, false,
	    "notes.md:41:3: warning: motion 4 has no seconder [no-seconder]\n"
	    "    hint: add a line\n"
	    "notes.md:50: note: whole line [a-rule]\n"
	    "rapporteur: error: no place\n");
	assert_printed(msgs, MSG_ERROR, false, "rapporteur: error: no place\n");
	assert_printed(msgs, MSG_ERROR, true,
	    "rapporteur: \033[1;31merror\033[0m: no place\n");
	msgs_free(msgs);
}

static void
sorts_by_place_and_keeps_arrival(void **state)
{
	static const char *const want[] = { "path a", "head", "one", "two",
		"three", "four" };
	struct msgs *msgs = msgs_new();

	(void)state;
	add(msgs, MSG_NOTE, "b.md", 9, 1, "four");
	add(msgs, MSG_ERROR, "b.md", 2, 7, "three");
	add(msgs, MSG_NOTE, "b.md", 2, 1, "one");
	add(msgs, MSG_WARNING, "b.md", 2, 1, "two");
	add(msgs, MSG_WARNING, "a.md", 80, 1, "path a");
	add(msgs, MSG_WARNING, "b.md", 0, 0, "head");
	msgs_sort(msgs);
	assert_int_equal(msgs_total(msgs), 6);
	for (size_t i = 0; i < 6; i++)
		assert_str(msgs_at(msgs, i)->text, want[i]);
	msgs_free(msgs);
}

static void
counts_levels_and_refusals(void **state)
{
	struct msgs *msgs = msgs_new();

	(void)state;
	assert_int_equal(msgs_count(msgs, MSG_ERROR), 0);
	add(msgs, MSG_WARNING, "a", 1, 1, "x");
	msgs_refuse(msgs, "a.pdf", ENOSPC, "%s cannot be written", "it");
	msgs_refuse(msgs, "b.pdf", 0, "no system's words");
	assert_int_equal(msgs_count(msgs, MSG_WARNING), 1);
	assert_int_equal(msgs_count(msgs, MSG_ERROR), 2);
	assert_int_equal(msgs_refusals(msgs), 2);
	assert_printed(msgs, MSG_ERROR, false,
	    "a.pdf: error: it cannot be written: No space left on device\n"
	    "b.pdf: error: no system's words\n");
	msgs_free(msgs);
	msgs_free(NULL);
}

static void
a_draft_cannot_steer_the_terminal(void **state)
{
	struct msgs *msgs = msgs_new();

	(void)state;
	add(msgs, MSG_ERROR, "a\033[2J.md", 0, 0,
	    "say \033]0;x\a\nnext\xC2\x9B");
	assert_printed(
	    msgs, MSG_NOTE, false, "a [2J.md: error: say  ]0;x  next \n");
	msgs_free(msgs);
}

static void
counts_what_would_flood(void **state)
{
	struct msgs *msgs = msgs_new();
	char *text = NULL;
	size_t len = 0;
	FILE *to;

	(void)state;
	for (unsigned line = 1; line <= 23; line++) {
		add(msgs, MSG_WARNING, "notes.md", line, 0, "again");
		add(msgs, MSG_WARNING, "other.md", line % 2, 0, "again");
	}
	to = open_memstream(&text, &len);
	msgs_print(msgs, MSG_NOTE, false, to);
	fclose(to);
	assert_non_null(strstr(text, "notes.md:20: warning: again"));
	assert_null(strstr(text, "notes.md:21:"));
	assert_non_null(
	    strstr(text, "notes.md: warning: 3 more of these [a-rule]\n"));
	assert_null(strstr(text, "other.md: warning: 3 more"));
	assert_int_equal(msgs_total(msgs), 46);
	free(text);
	msgs_free(msgs);
}

static void
errors_are_never_held_back(void **state)
{
	struct msgs *msgs = msgs_new();
	char *text = NULL;
	size_t len = 0;
	FILE *to;

	(void)state;
	for (unsigned line = 1; line <= 23; line++)
		add(msgs, MSG_ERROR, "notes.md", line, 0, "bad");
	to = open_memstream(&text, &len);
	msgs_print(msgs, MSG_NOTE, false, to);
	fclose(to);
	assert_non_null(strstr(text, "notes.md:23: error: bad"));
	free(text);
	msgs_free(msgs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints_place_level_rule_and_hint),
		cmocka_unit_test(sorts_by_place_and_keeps_arrival),
		cmocka_unit_test(counts_levels_and_refusals),
		cmocka_unit_test(a_draft_cannot_steer_the_terminal),
		cmocka_unit_test(counts_what_would_flood),
		cmocka_unit_test(errors_are_never_held_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
