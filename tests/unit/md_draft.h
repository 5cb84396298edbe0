/* md_draft: a Markdown draft in a string, read, for comparing its tree as
 * dumped. Each draft read leaves a sound tree in which no letter is lost. */
#ifndef TESTS_UNIT_MD_DRAFT_H
#define TESTS_UNIT_MD_DRAFT_H

#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "base/utf8.h"
#include "read/read.h"

struct md_draft {
	struct msgs *msgs;
	struct doc *doc;
};

enum { MD_LETTERS = 0x3000 }; /* characters that are counted */

static inline void
md_count(struct arena *arena, struct str text, long *counts, int step)
{
	text = utf8_nfc(arena, text);
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c < MD_LETTERS && utf8_is_word(c))
			counts[c] += step;
	}
}

/* Markup within words joins them (un**know**n), so letters are counted, and
 * not words. An address or its definition may count twice. */
static inline void
md_assert_whole(const struct doc *doc)
{
	struct arena *arena = arena_new();
	long *counts = arena_alloc(arena, MD_LETTERS * sizeof(*counts));
	struct walker walker = { .root = doc->root };

	md_count(arena, doc->text, counts, 1);
	md_count(arena, doc_text(arena, doc->root), counts, -1);
	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_ENTER && node->kind == NODE_NOTE_REF)
			md_count(arena, node->as.note.label, counts, -1);
		if (walker.event == WALK_LEAVE ||
		    (node->kind != NODE_LINK && node->kind != NODE_IMAGE))
			continue;
		md_count(arena, node->as.link.title, counts, -1);
		if (node->kind == NODE_LINK)
			md_count(arena, node->as.link.url, counts, -1);
	}
	for (size_t i = 0; i < doc->dropped_count; i++)
		md_count(arena, doc->dropped[i].text, counts, -1);
	for (size_t i = 0; i < doc->setting_count; i++)
		md_count(arena, doc->settings[i].value, counts, -1);
	for (size_t c = 0; c < MD_LETTERS; c++)
		if (counts[c] > 0)
			fail_msg("%ld times U+%04zX is lost in:\n%.*s",
			    counts[c], c, STR_ARG(str_head(doc->text, 3000)));
	arena_free(arena);
}

static inline struct md_draft
md_read(struct str bytes)
{
	struct md_draft draft = { .msgs = msgs_new() };
	struct buf why = BUF_INIT;

	draft.doc = read_draft(
	    str_from("draft.md"), bytes, SYNTAX_MARKDOWN, draft.msgs);
	if (draft.doc != NULL && !doc_verify(draft.doc->root, &why))
		fail_msg("%s in:\n%.*s", why.ptr,
		    STR_ARG(str_head(draft.doc->text, 3000)));
	buf_clear(&why);
	if (draft.doc != NULL)
		md_assert_whole(draft.doc);
	return draft;
}

static inline void
md_free(struct md_draft *draft)
{
	doc_free(draft->doc);
	msgs_free(draft->msgs);
}

/* Reads the text and compares the dump below its root. */
#define assert_md(text, want) assert_md_at((text), (want), __FILE__, __LINE__)

static inline void
assert_md_at(const char *text, const char *want, const char *file, int line)
{
	struct md_draft draft = md_read(str_from(text));
	struct buf buf = BUF_INIT;
	struct str got;

	for (const struct node *node = draft.doc->root->first; node != NULL;
	     node = node->next)
		doc_dump(&buf, node);
	got = buf_str(&buf);
	if (!str_is(got, want)) {
		print_error("got:\n%.*swanted:\n%s", STR_ARG(got), want);
		_fail(file, line);
	}
	buf_clear(&buf);
	md_free(&draft);
}

/* The messages, one a line: "line:col rule". */
#define assert_said(draft, want)                                               \
	assert_said_at((draft), (want), __FILE__, __LINE__)

static inline void
assert_said_at(
    const struct md_draft *draft, const char *want, const char *file, int line)
{
	struct buf buf = BUF_INIT;

	for (size_t i = 0; i < msgs_total(draft->msgs); i++) {
		const struct msg *msg = msgs_at(draft->msgs, i);

		buf_printf(&buf, "%u:%u %.*s\n", msg->pos.line, msg->pos.col,
		    STR_ARG(msg->rule));
	}
	assert_str_at(buf_str(&buf), want, file, line);
	buf_clear(&buf);
}

/* What was dropped, one a line: "line kind text". */
#define assert_dropped(draft, want)                                            \
	assert_dropped_at((draft), (want), __FILE__, __LINE__)

static inline void
assert_dropped_at(
    const struct md_draft *draft, const char *want, const char *file, int line)
{
	struct buf buf = BUF_INIT;

	for (size_t i = 0; i < draft->doc->dropped_count; i++) {
		const struct dropped *dropped = &draft->doc->dropped[i];

		buf_printf(&buf, "%u %s %.*s\n", dropped->pos.line,
		    dropped->kind, STR_ARG(dropped->text));
	}
	assert_str_at(buf_str(&buf), want, file, line);
	buf_clear(&buf);
}

#endif
