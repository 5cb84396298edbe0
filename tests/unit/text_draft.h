/* text_draft: a plain-text draft in a string, read, and shown in short for
 * comparing. One line a block:
 *
 *     H2 1.|Purpose            a heading of level 2 with its number
 *     P 1.1|First / second     a paragraph; " / " is a kept line break
 *     - item, a) item          items, indented by depth
 *     F Name=value             a field
 *     T, ! cell|cell, | cell   a table, its header rows, its rows
 *     Q, R, C text             quote, rule, code */
#ifndef TESTS_UNIT_TEXT_DRAFT_H
#define TESTS_UNIT_TEXT_DRAFT_H

#include "test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "base/utf8.h"
#include "read/read.h"

struct text_draft {
	struct msgs *msgs;
	struct doc *doc; /* NULL: refused */
};

static inline struct text_draft
text_read(struct str bytes)
{
	struct text_draft draft = { .msgs = msgs_new() };
	struct buf why = BUF_INIT;

	draft.doc =
	    read_draft(str_from("draft.txt"), bytes, SYNTAX_TEXT, draft.msgs);
	if (draft.doc != NULL && !doc_verify(draft.doc->root, &why))
		fail_msg("%s", why.ptr);
	buf_clear(&why);
	return draft;
}

static inline void
text_free(struct text_draft *draft)
{
	doc_free(draft->doc);
	msgs_free(draft->msgs);
}

/* ---- in short ---- */

static inline void
show_inlines(struct buf *buf, const struct node *parent)
{
	struct walker walker = { .root = parent };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		const char *mark = node->kind == NODE_STRONG   ? "**"
				   : node->kind == NODE_EMPH   ? "*"
				   : node->kind == NODE_STRIKE ? "~~"
				   : node->kind == NODE_LINK   ? "^"
							       : "";

		buf_puts(buf, mark);
		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_TEXT)
			buf_put_str(buf, node->as.text.text);
		else if (node->kind == NODE_CODE_SPAN)
			buf_printf(buf, "`%.*s`", STR_ARG(node->as.text.text));
		else if (node->kind == NODE_BREAK)
			buf_puts(buf, " / ");
	}
}

static inline void
show_cell(struct buf *buf, const struct node *cell)
{
	for (const struct node *n = cell->first; n != NULL; n = n->next) {
		if (n->prev != NULL)
			buf_puts(buf, " ");
		if (n->kind == NODE_PARAGRAPH) {
			show_inlines(buf, n);
			continue;
		}
		for (const struct node *i = n->first; i != NULL; i = i->next) {
			buf_puts(buf, i->prev != NULL ? " - " : "- ");
			show_inlines(buf, i->first);
		}
	}
}

static inline void
show_table(struct buf *buf, const struct node *table)
{
	buf_puts(buf, "T\n");
	for (const struct node *r = table->first; r != NULL; r = r->next) {
		buf_puts(buf, r->as.row.is_header ? "! " : "| ");
		for (const struct node *c = r->first; c != NULL; c = c->next) {
			show_cell(buf, c);
			buf_puts(buf, c->next != NULL ? "|" : "\n");
		}
	}
}

static inline int
show_depth(const struct node *node)
{
	int depth = 0;

	for (; node != NULL; node = node->parent)
		depth += node->kind == NODE_LIST;
	return depth;
}

static inline void
show_paragraph(struct buf *buf, const struct node *node)
{
	const struct node *up = node->parent;

	if (up->kind == NODE_ITEM && up->first == node) {
		struct str label = up->as.item.label;

		buf_printf(buf, "%*s%.*s ", 2 * (show_depth(node) - 1), "",
		    label.len > 0 ? (int)label.len : 1,
		    label.len > 0 ? label.ptr : "-");
		if (up->as.item.check != CHECK_NONE)
			buf_puts(buf,
			    up->as.item.check == CHECK_DONE ? "[x] " : "[ ] ");
	} else if (up->kind == NODE_FIELD) {
		buf_printf(buf, "F %.*s=", STR_ARG(up->as.field.name));
	} else {
		buf_puts(buf, "P ");
	}
	if (node->as.paragraph.number.len > 0)
		buf_printf(buf, "%.*s|", STR_ARG(node->as.paragraph.number));
	show_inlines(buf, node);
	buf_puts(buf, "\n");
}

static inline void
text_show(struct buf *buf, const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_PARAGRAPH) {
			show_paragraph(buf, node);
		} else if (node->kind == NODE_HEADING) {
			buf_printf(buf, "H%d ", node->as.heading.level);
			if (node->as.heading.number.len > 0)
				buf_printf(buf, "%.*s|",
				    STR_ARG(node->as.heading.number));
			show_inlines(buf, node);
			buf_puts(buf, "\n");
		} else if (node->kind == NODE_TABLE) {
			show_table(buf, node);
			doc_walk_skip(&walker);
		} else if (node->kind == NODE_FIELD && node->first == NULL) {
			buf_printf(
			    buf, "F %.*s=\n", STR_ARG(node->as.field.name));
		} else if (node->kind == NODE_QUOTE) {
			buf_puts(buf, "Q\n");
		} else if (node->kind == NODE_RULE) {
			buf_puts(buf, "R\n");
		} else if (node->kind == NODE_CODE) {
			buf_printf(
			    buf, "C %.*s", STR_ARG(node->as.code.literal));
		}
	}
}

/* Reads the text and compares what it shows. */
#define assert_reads(text, want)                                               \
	assert_reads_at((text), (want), __FILE__, __LINE__)

static inline void
assert_reads_at(const char *text, const char *want, const char *file, int line)
{
	struct text_draft draft = text_read(str_from(text));
	struct buf buf = BUF_INIT;

	text_show(&buf, draft.doc->root);
	if (!str_is(buf_str(&buf), want)) {
		print_error(
		    "got:\n%.*s\nwanted:\n%s\n", STR_ARG(buf_str(&buf)), want);
		_fail(file, line);
	}
	buf_clear(&buf);
	text_free(&draft);
}

/* ---- no word is lost ---- */

struct text_words {
	struct str *words;
	size_t count, cap;
};

static inline void
words_add(struct arena *arena, struct text_words *words, struct str text)
{
	const char *begin = NULL;

	for (;;) {
		const char *at = text.ptr;
		bool in_word = text.len > 0 && utf8_is_word(utf8_next(&text));

		if (in_word && begin == NULL) {
			begin = at;
		} else if (!in_word && begin != NULL) {
			words->words = arena_push(arena, words->words,
			    &words->count, &words->cap, sizeof(struct str));
			words->words[words->count - 1] = str_range(begin, at);
			begin = NULL;
		}
		if (!in_word && text.len == 0)
			return;
	}
}

static inline int
words_cmp(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static inline void
words_sort(struct text_words *words)
{
	if (words->count > 1)
		qsort(
		    words->words, words->count, sizeof(struct str), words_cmp);
}

/* Every word of the draft is in the tree or among what was dropped, and no
 * word has come from nowhere. */
static inline void
assert_no_word_lost(const struct doc *doc)
{
	struct arena *arena = arena_new();
	struct text_words draft = { 0 }, found = { 0 };

	words_add(arena, &draft, doc->text);
	words_add(arena, &found, doc_text(arena, doc->root));
	for (size_t i = 0; i < doc->dropped_count; i++)
		words_add(arena, &found, doc->dropped[i].text);
	words_sort(&draft);
	words_sort(&found);
	for (size_t i = 0; i < draft.count || i < found.count; i++)
		if (i >= draft.count || i >= found.count ||
		    !str_eq(draft.words[i], found.words[i]))
			fail_msg("in \"%.*s\"\nword %zu: draft \"%.*s\", "
				 "tree \"%.*s\"",
			    STR_ARG(str_head(doc->text, 2000)), i,
			    STR_ARG(i < draft.count ? draft.words[i]
						    : (struct str)STR("-")),
			    STR_ARG(i < found.count ? found.words[i]
						    : (struct str)STR("-")));
	arena_free(arena);
}

#endif
