/* Front matter: what becomes a setting, what is refused, what is left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/msg.h"
#include "base/str.h"
#include "read/read_priv.h"

static struct msgs *msgs;
static struct doc *doc;
static struct str rest; /* of the text, behind the front matter */

static int
begin(void **state)
{
	(void)state;
	msgs = msgs_new();
	doc = doc_new(str_from("draft.md"), msgs);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	doc_free(doc);
	msgs_free(msgs);
	return 0;
}

static uint32_t
read(const char *text)
{
	rest = str_from(text);
	return read_front(doc, &rest);
}

static void
is_set(const char *key, const char *value, uint32_t line, uint32_t col)
{
	const struct setting *setting = doc_setting(doc, key);

	if (setting == NULL)
		fail_msg("%s is not set", key);
	assert_true(str_is(setting->value, value));
	assert_int_equal(setting->pos.line, line);
	assert_int_equal(setting->pos.col, col);
}

static void
dropped(size_t index, uint32_t line, const char *text)
{
	assert_true(index < doc->dropped_count);
	assert_string_equal(doc->dropped[index].kind, "front-matter");
	assert_int_equal(doc->dropped[index].pos.line, line);
	assert_true(str_is(doc->dropped[index].text, text));
}

static void
is_not_front_matter(const char *text)
{
	assert_int_equal(read(text), 1);
	assert_ptr_equal(rest.ptr, text);
	assert_int_equal(doc->setting_count, 0);
	assert_int_equal(doc->dropped_count, 0);
	assert_int_equal(msgs_total(msgs), 0);
	assert_null(doc->root->first);
}

static void
refuses(const char *text, uint32_t line, uint32_t col, const char *why)
{
	const struct msg *msg;
	struct buf buf = BUF_INIT;

	read(text);
	assert_int_equal(doc->setting_count, 0);
	assert_int_equal(msgs_total(msgs), 1);
	msg = msgs_at(msgs, 0);
	assert_true(str_is(msg->rule, "front-matter"));
	assert_int_equal(msg->level, MSG_ERROR);
	assert_int_equal(msg->pos.line, line);
	assert_int_equal(msg->pos.col, col);
	assert_true(str_find(msg->text, why) != (size_t)-1);
	assert_non_null(doc->root->first);
	assert_true(doc_verify(doc->root, &buf));
	buf_clear(&buf);
}

static void
settings_with_places(void **state)
{
	(void)state;
	assert_int_equal(read("---\n"
			      "title: Coast path\n"
			      "\n"
			      "scheme:\n"
			      "  name: \"BRAG\"\n"
			      "  states:\n"
			      "    - word: Green\n"
			      "      state: on-track\n"
			      "    - {word: Blue, state: complete}\n"
			      "tags: [roads, 'rail''s']\n"
			      "empty:\n"
			      "---\n"
			      "# Title\n"),
	    13);
	assert_true(str_is(rest, "# Title\n"));
	is_set("title", "Coast path", 2, 8);
	is_set("scheme.name", "BRAG", 5, 9);
	is_set("scheme.states.0.word", "Green", 7, 13);
	is_set("scheme.states.0.state", "on-track", 8, 14);
	is_set("scheme.states.1.word", "Blue", 9, 14);
	is_set("scheme.states.1.state", "complete", 9, 27);
	is_set("tags.0", "roads", 10, 8);
	is_set("tags.1", "rail's", 10, 15);
	is_set("empty", "", 11, 7);
	assert_int_equal(doc->setting_count, 9);
	assert_int_equal(msgs_total(msgs), 0);
	dropped(0, 2, "title:");
	dropped(1, 4, "scheme:\n  name:");
	dropped(2, 6, "states:\n    - word:");
}

static void
characters_not_bytes(void **state)
{
	(void)state;
	read("---\nysgrifennydd ŵy: Siân # cadeirydd\nnesaf: é\n...\nrest");
	is_set("ysgrifennydd ŵy", "Siân", 2, 18);
	is_set("nesaf", "é", 3, 8);
	dropped(0, 2, "ysgrifennydd ŵy:");
	dropped(1, 2, "# cadeirydd\nnesaf:");
	assert_true(str_is(rest, "rest"));
}

static void
block_and_quoted_values(void **state)
{
	(void)state;
	read("---\na: |2- # why\n  one\n  two\nb: \"caf\\u00e9\"\nc: >\n"
	     "  folded\n  here\n---\n");
	is_set("a", "one\ntwo", 2, 4);
	is_set("b", "café", 5, 4);
	is_set("c", "folded here", 6, 4);
	dropped(1, 2, "|2- # why");
	dropped(3, 5, "\"caf\\u00e9\"");
}

static void
no_front_matter(void **state)
{
	(void)state;
	is_not_front_matter("");
	is_not_front_matter("---");
	is_not_front_matter("---\ntitle: no end\n");
	is_not_front_matter("text\n---\na: b\n---\n");
	is_not_front_matter(" ---\na: b\n---\n");
	is_not_front_matter("----\na: b\n---\n");
	is_not_front_matter("---\nA sentence.\n\n---\nmore\n");
	is_not_front_matter("---\n- a\n- list\n---\n");
	is_not_front_matter("---\n\n---\n");
	is_not_front_matter("---\n## A: heading [\n\n*x\n---\n");
}

static void
broken_is_kept(void **state)
{
	(void)state;
	refuses("---\ntitle: \"open\nowner: x\n---\n", 4, 1, "end of stream");
	assert_int_equal(doc->root->first->pos.line, 2);
	assert_true(
	    str_is(doc->root->first->first->as.text.text, "title: \"open"));
	assert_true(str_is(doc->root->last->first->as.text.text, "owner: x"));
	assert_int_equal(rest.len, 0);
}

static void
indentation_lost(void **state)
{
	(void)state;
	refuses("---\na: b\n  c: d\n---\nz", 3, 4, "mapping values");
	assert_true(str_is(rest, "z"));
}

static void
aliases(void **state)
{
	(void)state;
	refuses("---\na: &x 1\nb: *x\n---\n", 2, 4, "anchors");
}

static void
too_deep(void **state)
{
	char text[2048] = "---\na: ";

	(void)state;
	memset(text + strlen(text), '[', 1000);
	strcat(text, "\n---\n");
	refuses(text, 2, 19, "too deep");
}

static void
keys_that_are_no_words(void **state)
{
	(void)state;
	refuses("---\na: 1\n? [x]\n: 2\n---\n", 3, 3, "key");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(settings_with_places),
		TEST(characters_not_bytes),
		TEST(block_and_quoted_values),
		TEST(no_front_matter),
		TEST(broken_is_kept),
		TEST(indentation_lost),
		TEST(aliases),
		TEST(too_deep),
		TEST(keys_that_are_no_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
