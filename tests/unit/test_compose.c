/* Whole reports: every template with every draft at hand. A report must be a
 * sound tree, and every word of the draft's tree must be in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "compose/compose.h"
#include "read/read.h"

static const char *const templates[] = { "committee-paper", "progress-report",
	"decision-record" };

static bool
next_word(struct str *rest, struct str *word)
{
	const char *begin = NULL;

	while (rest->len > 0) {
		struct str before = *rest;
		bool is_word = utf8_is_word(utf8_next(rest));

		if (is_word && begin == NULL)
			begin = before.ptr;
		if (!is_word && begin != NULL) {
			*word = str_range(begin, before.ptr);
			return true;
		}
	}
	*word = str_range(begin, rest->ptr);
	return begin != NULL;
}

/* How many words the draft has more often than the report. */
static size_t
missing_words(const struct doc *doc, const struct report *report)
{
	struct arena *arena = arena_new();
	struct map shown = { NULL, 0, 0 };
	struct str text = doc_text(arena, report->root), word;
	size_t missing = 0;

	while (next_word(&text, &word)) {
		map_add(arena, &shown, word, 0);
		++*map_find(&shown, word);
	}
	text = doc_text(arena, doc->root);
	while (next_word(&text, &word)) {
		size_t *left = map_find(&shown, word);

		if (left != NULL && *left > 0) {
			--*left;
			continue;
		}
		print_message("lost: %.*s\n", STR_ARG(word));
		missing++;
	}
	arena_free(arena);
	return missing;
}

static void
try_draft(const char *path, const struct template *template)
{
	struct analyse_options options = { .as_of = { 0 } };
	struct arena *arena = arena_new();
	struct msgs *msgs = msgs_new();
	struct buf why = BUF_INIT;
	struct report *report;
	struct doc *doc;
	struct str bytes;

	assert_true(file_read(arena, path, &bytes, msgs));
	doc = read_draft(str_from(path), bytes, SYNTAX_AUTO, msgs);
	if (doc == NULL) { /* no text; that is a case of its own */
		arena_free(arena);
		msgs_free(msgs);
		return;
	}
	analyse_draft(doc, &options);
	assert_true(doc_verify(doc->root, &why));
	report = compose_report(doc, template, NULL);
	if (!doc_verify(report->root, &why))
		fail_msg("%s: %s", path, why.ptr);
	if (missing_words(doc, report) > 0)
		fail_msg("%s: words are lost", path);
	assert_int_equal(report->root->first->kind, NODE_HEADING);
	assert_int_equal(report->root->first->as.heading.level, 1);
	compose_report_free(report);
	doc_free(doc);
	buf_clear(&why);
	msgs_free(msgs);
	arena_free(arena);
}

static void
try_all(const char *pattern, const struct template *template)
{
	glob_t found;

	if (glob(pattern, 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++)
			try_draft(found.gl_pathv[i], template);
	globfree(&found);
}

static void
test_nothing_is_lost(void **state)
{
	struct msgs *msgs = msgs_new();

	(void)state;
	for (size_t i = 0; i < sizeof(templates) / sizeof(templates[0]); i++) {
		struct template *template =
		    compose_template_load("templates", templates[i], msgs);

		assert_non_null(template);
		try_all("examples/*.*", template);
		try_all("../shared/seeds/*.txt", template);
		try_all("tests/golden/*/*/in.*", template);
		compose_template_free(template);
	}
	msgs_free(msgs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
