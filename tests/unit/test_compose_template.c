/* Templates as their authors may write them: each kind of mistake gives one
 * message with file, line and what was wanted; nothing outside the templates'
 * folder is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "compose/compose.h"

static char place[] = "/tmp/rapporteur-templates-XXXXXX";

static void
write_file(const char *name, const char *text)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", place, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void
copy_schema(const char *name)
{
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	char path[256];
	struct str bytes;

	snprintf(path, sizeof(path), "templates/%s", name);
	assert_true(file_read(arena, path, &bytes, msgs));
	write_file(name, bytes.ptr);
	msgs_free(msgs);
	arena_free(arena);
}

static void
make_folder(const char *name)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", place, name);
	mkdir(path, 0777);
}

static int
set_up(void **state)
{
	(void)state;
	if (mkdtemp(place) == NULL)
		return -1;
	make_folder("one");
	make_folder("two");
	make_folder("words");
	copy_schema("template.rng");
	copy_schema("theme.rng");
	copy_schema("words/en.xml");
	return 0;
}

static int
clear(void **state)
{
	static const char *const names[] = { "one/template.xml",
		"one/theme.xml", "one/style.css", "two/template.xml",
		"two/theme.xml", "secret", "one/words.en.xml",
		"one/words.cy.xml", NULL };
	char path[256];

	(void)state;
	for (size_t i = 0; names[i] != NULL; i++) {
		snprintf(path, sizeof(path), "%s/%s", place, names[i]);
		unlink(path);
	}
	return 0;
}

static int
tear_down(void **state)
{
	static const char *const names[] = { "template.rng", "theme.rng",
		"words/en.xml", NULL };
	static const char *const folders[] = { "one", "two", "words", ".",
		NULL };
	char path[256];

	clear(state);
	for (size_t i = 0; names[i] != NULL; i++) {
		snprintf(path, sizeof(path), "%s/%s", place, names[i]);
		unlink(path);
	}
	for (size_t i = 0; folders[i] != NULL; i++) {
		snprintf(path, sizeof(path), "%s/%s", place, folders[i]);
		rmdir(folders[i][0] == '.' ? place : path);
	}
	return 0;
}

/* Loading `one` must fail with one message at that line of that file, whose
 * text and hint have these words. */
static void
expect(const char *file, uint32_t line, const char *text, const char *hint)
{
	struct msgs *msgs = msgs_new();
	struct template *template = compose_template_load(place, "one", msgs);
	const struct msg *msg;

	assert_null(template);
	assert_int_equal(msgs_total(msgs), 1);
	msg = msgs_at(msgs, 0);
	assert_int_equal(msg->level, MSG_ERROR);
	if (!str_ends(msg->path, file) || msg->pos.line != line ||
	    str_find(msg->text, text) == (size_t)-1 ||
	    (hint != NULL && str_find(msg->hint, hint) == (size_t)-1))
		fail_msg("%.*s:%u: %.*s\nhint: %.*s", STR_ARG(msg->path),
		    msg->pos.line, STR_ARG(msg->text), STR_ARG(msg->hint));
	msgs_free(msgs);
}

static void
expect_loads(void)
{
	struct msgs *msgs = msgs_new();
	struct template *template = compose_template_load(place, "one", msgs);

	for (size_t i = 0; i < msgs_total(msgs); i++)
		print_message("%.*s\n", STR_ARG(msgs_at(msgs, i)->text));
	assert_non_null(template);
	compose_template_free(template);
	msgs_free(msgs);
}

static void
test_smallest(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template/>");
	expect_loads();
}

static void
test_not_xml(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template>\n<body>\n</template>\n");
	expect("one/template.xml", 3, "body", NULL);
}

static void
test_unknown_element(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template>\n <body>\n"
				       "  <paragraph>Hello</paragraph>\n"
				       " </body>\n</template>\n");
	expect(
	    "one/template.xml", 3, "paragraph", "<body> takes section, para");
}

static void
test_unknown_attribute(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template>\n <body>\n"
				       "  <copy selct=\"draft\"/>\n"
				       " </body>\n</template>\n");
	expect("one/template.xml", 3, "<copy> has no attribute \"selct\"",
	    "attributes: if, id, select, part");
}

static void
test_bad_xpath(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template>\n <body>\n  <rest/>\n"
				       "  <copy select=\"draft//[\"/>\n"
				       " </body>\n</template>\n");
	expect("one/template.xml", 4, "draft//[", "docs/templates.md");
}

static void
test_doctype(void **state)
{
	(void)state;
	write_file("secret", "the words of another file");
	write_file("one/template.xml",
	    "<?xml version=\"1.0\"?>\n"
	    "<!DOCTYPE template [<!ENTITY x SYSTEM \"../secret\">]>\n"
	    "<template><about>&x;</about></template>\n");
	expect("one/template.xml", 2, "DOCTYPE", "take it out");
}

static void
test_entities_that_grow(void **state)
{
	(void)state;
	write_file("one/template.xml",
	    "<!DOCTYPE template [<!ENTITY a \"aaaaaaaaaa\">"
	    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
	    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n"
	    "<template><about>&c;</about></template>\n");
	expect("one/template.xml", 1, "DOCTYPE", NULL);
}

static void
test_include(void **state)
{
	(void)state;
	write_file("one/template.xml",
	    "<template xmlns:xi=\"http://www.w3.org/2001/XInclude\">\n"
	    "<xi:include href=\"../secret\" parse=\"text\"/></template>\n");
	expect("one/template.xml", 2, "include", "<template> takes");
}

static void
test_name_leads_out(void **state)
{
	static const char *const names[] = { "../one", "/etc", "", ".", "..",
		"one/..", "ONE", "-one" };
	struct msgs *msgs = msgs_new();

	(void)state;
	write_file("one/template.xml", "<template/>");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_null(compose_template_load(place, names[i], msgs));
	assert_int_equal(msgs_refusals(msgs), sizeof(names) / sizeof(names[0]));
	msgs_free(msgs);
}

static void
test_extends_leads_out(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template\n extends=\"../two\"/>\n");
	expect("one/template.xml", 2, "extends=\"../two\"", "may be: a name");
}

static void
test_extends_nothing(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template extends=\"three\"/>\n");
	expect("one/template.xml", 1, "no template of the name", "lists");
}

static void
test_extends_in_a_ring(void **state)
{
	(void)state;
	write_file("one/template.xml", "<template extends=\"two\"/>\n");
	write_file("two/template.xml", "<template extends=\"one\"/>\n");
	expect("two/template.xml", 1, "ring", NULL);
}

static void
test_extends(void **state)
{
	struct msgs *msgs = msgs_new();
	struct template *template;

	(void)state;
	write_file("one/template.xml", "<template extends=\"two\"/>\n");
	write_file("two/template.xml",
	    "<template><about> what it\n makes </about></template>\n");
	template = compose_template_load(place, "one", msgs);
	assert_non_null(template);
	assert_true(
	    str_is(compose_template_describe(template), "what it makes"));
	compose_template_free(template);
	msgs_free(msgs);
}

static void
test_style_that_loads(void **state)
{
	static const char *const bad[] = { "a { background: URL(x.png) }",
		"@import 'x.css';", "</style><script>", "a { b: u\\72l(x) }" };

	(void)state;
	write_file("one/template.xml", "<template/>");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		write_file("one/style.css", bad[i]);
		expect("one/style.css", 1, "style may not have", NULL);
	}
	write_file("one/style.css", "h1 { color: #123456 }\n");
	expect_loads();
}

static void
test_list(void **state)
{
	struct arena *arena = arena_new();
	struct str *names;
	size_t count;

	(void)state;
	write_file("one/template.xml", "<template/>");
	names = compose_template_list(arena, place, &count);
	assert_int_equal(count, 1); /* two has no template.xml */
	assert_true(str_is(names[0], "one"));
	names = compose_template_list(arena, "templates", &count);
	assert_int_equal(count, 6);
	assert_true(str_is(names[0], "committee-paper"));
	names = compose_template_list(arena, "/nowhere", &count);
	assert_int_equal(count, 0);
	arena_free(arena);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, clear)
	const struct CMUnitTest tests[] = {
		TEST(test_smallest),
		TEST(test_not_xml),
		TEST(test_unknown_element),
		TEST(test_unknown_attribute),
		TEST(test_bad_xpath),
		TEST(test_doctype),
		TEST(test_entities_that_grow),
		TEST(test_include),
		TEST(test_name_leads_out),
		TEST(test_extends_leads_out),
		TEST(test_extends_nothing),
		TEST(test_extends_in_a_ring),
		TEST(test_extends),
		TEST(test_style_that_loads),
		TEST(test_list),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
