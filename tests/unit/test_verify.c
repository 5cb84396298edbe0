/* The proof of words: what counts as a word, what is missed, what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "verify/verify.h"

/* How many words of `draft` are neither in `output` nor in `dropped` (or
 * NULL). */
static size_t
lost(const char *draft, const char *dropped, const char *output)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from("draft.md"), msgs);
	size_t count;

	doc->text = str_from(draft);
	if (dropped != NULL)
		doc_drop(
		    doc, (struct pos){ 1, 1 }, "markup", str_from(dropped));
	count = verify_words(doc, str_from(output), "page");
	/* whoever is told of a loss is told of it as an error */
	assert_int_equal(count > 0, msgs_count(msgs, MSG_ERROR) > 0);
	doc_free(doc);
	msgs_free(msgs);
	return count;
}

static void
test_all_there(void **state)
{
	(void)state;
	assert_int_equal(lost("", NULL, ""), 0);
	assert_int_equal(lost("one two", NULL, "two, one"), 0);
	assert_int_equal(lost("- co-\noperation\n", NULL, "co- operation"), 0);
	assert_int_equal(
	    lost("£5.20 on 1/2/2026", NULL, "on 1 2 2026 5 20 £"), 0);
}

static void
test_each_word_as_often_as_it_stands_there(void **state)
{
	(void)state;
	assert_int_equal(lost("one one two", NULL, "one two"), 1);
	assert_int_equal(lost("one one two", "one", "one two"), 0);
	assert_int_equal(lost("one two three", NULL, ""), 3);
	assert_int_equal(lost("One", NULL, "one"), 1);
	assert_int_equal(lost("2026", NULL, "20 26"), 1);
}

static void
test_forms_of_one_character(void **state)
{
	(void)state;
	/* composed and decomposed, soft hyphens, variation selectors */
	assert_int_equal(lost("caf\u00E9", NULL, "cafe\u0301"), 0);
	assert_int_equal(lost("high\u00ADway", NULL, "highway"), 0);
	assert_int_equal(lost("\u2714\uFE0F done", NULL, "done \u2714"), 0);
	assert_int_equal(lost("cafe", NULL, "caf\u00E9"), 1);
}

static void
test_symbols_are_words_and_bullets_are_not(void **state)
{
	(void)state;
	assert_int_equal(lost("cost £5", NULL, "cost 5"), 1);
	assert_int_equal(lost("rated \U0001F7E2", NULL, "rated"), 1);
	assert_int_equal(lost("up \u2191", NULL, "up"), 1);
	assert_int_equal(
	    lost("\u25AA item\n  \u25CF item", NULL, "item item"), 0);
	assert_int_equal(lost("\uF0B7 item \u2022 item", NULL, "item item"), 0);
	assert_int_equal(lost("\u25CFitem\n- \u25A1 item\n\u2192 item", NULL,
			     "item item item"),
	    0);
	assert_int_equal(lost("\u2500\u2500\u253C\u2500\n", NULL, ""), 0);
	assert_int_equal(lost("rated \u25CF", NULL, "rated"), 1);
	assert_int_equal(lost("\u21925", NULL, "5"), 1);
	/* in the paper a cell may begin a line */
	assert_int_equal(
	    lost("rated\t\u2611 Done", NULL, "rated\n\u2611 Done"), 0);
}

/* Markup cuts a word apart in the draft that the output has whole. */
static void
test_words_that_markup_cuts_apart(void **state)
{
	(void)state;
	assert_int_equal(lost("un**know**n", NULL, "unknown"), 0);
	assert_int_equal(lost("~~2025~~st `a`b", NULL, "2025st ab"), 0);
	assert_int_equal(lost("caf&eacute; r&#233;sum&#xE9;", NULL,
			     "caf\u00E9 r\u00E9sum\u00E9"),
	    0);
	assert_int_equal(
	    lost("[Lead](https://a.example)s", "https a example", "Leads"), 0);
	/* of the two marks only the second was read as such */
	assert_int_equal(
	    lost("th**e&eacute;, a`b*c*d", "eacute", "th**e\u00E9, a`bcd"), 0);
	assert_int_equal(lost("wi<ll co<b>st", "b", "wi<ll cost"), 0);
	assert_int_equal(lost("<b>A</b>ction", "<b> </b>", "Action"), 0);
	assert_int_equal(
	    lost("to <ann@b.example>le", NULL, "to ann@b.examplele"), 0);
	/* code gives up the spaces at its ends */
	assert_int_equal(
	    lost("one ` two `three four", NULL, "one twothree four"), 0);
	assert_int_equal(lost("one` two `three", NULL, "onetwothree"), 0);
	assert_int_equal(lost("one `two` three", NULL, "one two"), 1);
}

static void
test_a_lost_word_does_not_pass_for_a_joined_one(void **state)
{
	(void)state;
	/* the output's one "unknown" belongs to the draft's own */
	assert_int_equal(lost("unknown un**know**n", NULL, "unknown"), 3);
	assert_int_equal(lost("un**know**n", NULL, "unknow"), 1);
	/* a space, a line or a hyphen is no markup */
	assert_int_equal(lost("un known", NULL, "unknown"), 2);
	assert_int_equal(lost("un\nknown", NULL, "unknown"), 2);
	assert_int_equal(lost("un-known", NULL, "unknown"), 2);
	assert_int_equal(lost("un\\*known", NULL, "unknown"), 2);
	assert_int_equal(lost("un_known", NULL, "unknown"), 2);
}

static void
test_messages_name_place_and_file(void **state)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from("draft.md"), msgs);
	const struct msg *msg;

	(void)state;
	doc->text = str_from("one\ntwo th\u00E9 three");
	assert_int_equal(
	    verify_words(doc, str_from("one two th\u00E9"), "PDF"), 1);
	assert_int_equal(msgs_total(msgs), 1);
	msg = msgs_at(msgs, 0);
	assert_int_equal(msg->pos.line, 2);
	assert_int_equal(msg->pos.col, 9);
	assert_string_equal(
	    msg->text.ptr, "\"three\" is in the draft but not in the PDF");
	doc_free(doc);
	msgs_free(msgs);
}

static void
test_many_losses_are_counted_not_listed(void **state)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from("draft.md"), msgs);
	struct buf draft = BUF_INIT;
	const struct msg *last;

	(void)state;
	for (int i = 0; i < 50; i++)
		buf_printf(&draft, "word%d\n", i);
	doc->text = buf_str(&draft);
	assert_int_equal(verify_words(doc, str_from(""), "page"), 50);
	assert_int_equal(msgs_total(msgs), 21);
	last = msgs_at(msgs, 20);
	assert_string_equal(
	    last->text.ptr, "30 more words of the draft are not in the page");
	buf_clear(&draft);
	doc_free(doc);
	msgs_free(msgs);
}

/* Text that could cost a second look at the whole for every character; what
 * it costs is for tests/cost. */
static void
test_hostile_text_is_counted(void **state)
{
	static const char *const units[] = { "<", "[", "](", "&a", "&#", "*a",
		"\u25AA", "a<b ", "\u0301" };

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct buf draft = BUF_INIT;

		buf_puts(&draft, "gone ");
		while (draft.len < 30000)
			buf_puts(&draft, units[i]);
		assert_true(lost(draft.ptr, NULL, "x") >= 1);
		buf_clear(&draft);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_there),
		cmocka_unit_test(test_each_word_as_often_as_it_stands_there),
		cmocka_unit_test(test_forms_of_one_character),
		cmocka_unit_test(test_symbols_are_words_and_bullets_are_not),
		cmocka_unit_test(test_words_that_markup_cuts_apart),
		cmocka_unit_test(
		    test_a_lost_word_does_not_pass_for_a_joined_one),
		cmocka_unit_test(test_messages_name_place_and_file),
		cmocka_unit_test(test_many_losses_are_counted_not_listed),
		cmocka_unit_test(test_hostile_text_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
