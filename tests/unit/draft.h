/* draft: a draft in a string, read and analysed, for the tests of what is
 * understood. Each test frees it with draft_free. */
#ifndef TESTS_UNIT_DRAFT_H
#define TESTS_UNIT_DRAFT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/buf.h"
#include "check/check.h"
#include "model/plan.h"
#include "read/read.h"

struct draft {
	struct msgs *msgs;
	struct doc *doc;
	const struct plan *plan;
};

/* Every draft leaves a sound tree: that is asserted here, for all tests. */
static inline struct draft
draft_with(
    const char *path, const char *text, const struct analyse_options *options)
{
	struct draft draft = { .msgs = msgs_new() };
	struct buf why = BUF_INIT;

	draft.doc =
	    read_draft(str_from(path), str_from(text), SYNTAX_AUTO, draft.msgs);
	assert_non_null(draft.doc);
	analyse_draft(draft.doc, options);
	check_draft(draft.doc);
	draft.plan = draft.doc->plan;
	if (!doc_verify(draft.doc->root, &why))
		fail_msg("%s", why.ptr);
	buf_clear(&why);
	return draft;
}

static inline struct draft
draft_text(const char *text)
{
	static const struct analyse_options none = { .no_repair = false };

	return draft_with("draft.txt", text, &none);
}

static inline struct draft
draft_md(const char *text)
{
	static const struct analyse_options none = { .no_repair = false };

	return draft_with("draft.md", text, &none);
}

static inline void
draft_free(struct draft *draft)
{
	doc_free(draft->doc);
	msgs_free(draft->msgs);
}

static inline void
assert_str(struct str got, const char *want)
{
	if (!str_is(got, want))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(got), want);
}

/* How many messages of that rule were said. */
static inline size_t
said(const struct draft *draft, const char *rule)
{
	size_t count = 0;

	for (size_t i = 0; i < msgs_total(draft->msgs); i++)
		count += str_is(msgs_at(draft->msgs, i)->rule, rule);
	return count;
}

/* How many nodes of that kind and role the tree has. */
static inline size_t
nodes(const struct draft *draft, enum node_kind kind, enum node_role role)
{
	struct walker walker = { .root = draft->doc->root };
	size_t count = 0;

	while (doc_walk(&walker))
		count += walker.event == WALK_ENTER &&
			 walker.node->kind == kind && walker.node->role == role;
	return count;
}

static inline size_t
dropped(const struct draft *draft, const char *kind)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->doc->dropped_count; i++)
		count += strcmp(draft->doc->dropped[i].kind, kind) == 0;
	return count;
}

#endif
