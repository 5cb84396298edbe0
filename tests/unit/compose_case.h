/* compose_case: a draft and the steps of a template -> a report, for the tests
 * of compose. */
#ifndef TESTS_UNIT_COMPOSE_CASE_H
#define TESTS_UNIT_COMPOSE_CASE_H

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

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "compose/compose.h"
#include "read/read.h"

struct made {
	struct arena *arena;
	struct msgs *msgs;
	struct doc *doc;
	struct template *template;
	struct report *report;
	struct buf tree; /* the report, dumped */
};

/* What the template's own catalogues say, if anything. */
static const char *made_english, *made_welsh;

static inline void
made_write(const char *folder, const char *name, const char *text)
{
	char path[300];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* A template whose body has these steps, in a place of its own that is gone
 * again when it is loaded. */
static inline struct template *
made_template(const char *steps, struct msgs *msgs)
{
	static const char *const files[] = { "template.rng", "theme.rng",
		"words/en.xml", "words/cy.xml" };
	char place[] = "/tmp/rapporteur-compose-XXXXXX", path[300];
	struct arena *arena = arena_new();
	struct template *template;

	assert_non_null(mkdtemp(place));
	snprintf(path, sizeof(path), "%s/words", place);
	assert_int_equal(mkdir(path, 0777), 0);
	for (size_t i = 0; i < 4; i++) {
		struct str bytes;

		snprintf(path, sizeof(path), "templates/%s", files[i]);
		assert_true(file_read(arena, path, &bytes, msgs));
		made_write(place, files[i], bytes.ptr);
	}
	snprintf(path, sizeof(path), "%s/one", place);
	assert_int_equal(mkdir(path, 0777), 0);
	made_write(place, "one/template.xml",
	    str_printf(arena, "<template><body>%s</body></template>", steps)
		.ptr);
	if (made_english != NULL)
		made_write(place, "one/words.en.xml", made_english);
	if (made_welsh != NULL)
		made_write(place, "one/words.cy.xml", made_welsh);
	template = compose_template_load(place, "one", msgs);
	for (size_t i = 0; i < msgs_total(msgs); i++)
		print_message("%.*s\n", STR_ARG(msgs_at(msgs, i)->text));
	unlink(str_printf(arena, "%s/one/template.xml", place).ptr);
	unlink(str_printf(arena, "%s/one/words.en.xml", place).ptr);
	unlink(str_printf(arena, "%s/one/words.cy.xml", place).ptr);
	rmdir(path);
	for (size_t i = 0; i < 4; i++)
		unlink(str_printf(arena, "%s/%s", place, files[i]).ptr);
	rmdir(str_printf(arena, "%s/words", place).ptr);
	rmdir(place);
	arena_free(arena);
	assert_non_null(template);
	return template;
}

/* Composes made->doc, which must be whole, and looks at the result. */
static inline void
made_compose(struct made *made, const char *steps)
{
	struct buf why = BUF_INIT;

	made->template = made_template(steps, made->msgs);
	made->report = compose_report(made->doc, made->template, NULL);
	doc_dump(&made->tree, made->report->root);
	if (!doc_verify(made->report->root, &why))
		fail_msg("%s\n%s", why.ptr, made->tree.ptr);
	buf_clear(&why);
}

/* From a draft in Markdown. */
static inline struct made
made_new(const char *draft, const char *steps)
{
	struct analyse_options options = { .as_of = { 2026, 6, 15 },
		.as_of_source = "option" };
	struct made made = { .tree = BUF_INIT };

	made.arena = arena_new();
	made.msgs = msgs_new();
	made.doc = read_draft(
	    str_from("in.md"), str_from(draft), SYNTAX_MARKDOWN, made.msgs);
	assert_non_null(made.doc);
	analyse_draft(made.doc, &options);
	msgs_free(made.msgs); /* what is odd in the draft is not looked at */
	made.msgs = msgs_new();
	made.doc->msgs = made.msgs;
	made_compose(&made, steps);
	return made;
}

static inline void
made_free(struct made *made)
{
	compose_report_free(made->report);
	compose_template_free(made->template);
	doc_free(made->doc);
	msgs_free(made->msgs);
	arena_free(made->arena);
	buf_clear(&made->tree);
}

/* The words of the report. */
static inline const char *
made_text(struct made *made)
{
	return doc_text(made->arena, made->report->root).ptr;
}

static inline void
assert_has(struct made *made, const char *part)
{
	if (strstr(made->tree.ptr, part) == NULL)
		fail_msg("wanted: %s\nin:\n%s", part, made->tree.ptr);
}

static inline void
assert_lacks(struct made *made, const char *part)
{
	if (strstr(made->tree.ptr, part) != NULL)
		fail_msg("not wanted: %s\nin:\n%s", part, made->tree.ptr);
}

#define PLAN_DRAFT                                                             \
	"# A plan\n\n"                                                         \
	"## Roads\n\n"                                                         \
	"| Ref | Action | Owner | Status | Due |\n|---|---|---|---|---|\n"     \
	"| 1 | Mend | Ann Bell | Green | 1 May 2026 |\n"                       \
	"| 2 | Paint | Bo Reed | Blue | 3 March 2026 |\n\n"                    \
	"## Parks\n\n"                                                         \
	"| Ref | Action | Owner | Status | Due |\n|---|---|---|---|---|\n"     \
	"| 3 | Plant | Cas Dean | Red | 2 April 2026 |\n"                      \
	"| 10 | Sow | Ann Bell | Green | |\n"

#endif
