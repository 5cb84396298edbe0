/* html_fixture: small reports made by hand, and the page that comes of them.
 */
#ifndef TESTS_UNIT_HTML_FIXTURE_H
#define TESTS_UNIT_HTML_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "render/html/html.h"
#include "words.h"

struct fixture {
	struct msgs *msgs;
	struct doc *doc;
	struct theme theme;
	struct report report;
	struct buf page;
};

static inline void
fixture_open(struct fixture *f, const char *title)
{
	memset(f, 0, sizeof(*f));
	f->msgs = msgs_new();
	f->doc = doc_new(str_from("draft.md"), f->msgs);
	f->theme.text = (struct colour){ 20, 20, 20 };
	f->theme.accent = (struct colour){ 29, 79, 118 };
	f->theme.rule = (struct colour){ 176, 184, 192 };
	f->theme.muted = (struct colour){ 90, 96, 102 };
	f->theme.band = (struct colour){ 232, 238, 243 };
	for (int i = 1; i < STATE_COUNT; i++)
		f->theme.states[i] = (struct state_look){
			.shape = (enum shape)(i - 1),
			.colour = { 20, 100, 60 },
			.fill = { 225, 242, 232 },
		};
	f->report.arena = f->doc->arena;
	f->report.doc = f->doc;
	f->report.root = f->doc->root;
	f->report.theme = &f->theme;
	f->report.title = str_from(title);
	f->report.language = str_from("en-GB");
	words_read(f->doc->arena, &f->report.words, "en");
}

static inline void
fixture_close(struct fixture *f)
{
	buf_clear(&f->page);
	doc_free(f->doc);
	msgs_free(f->msgs);
}

static inline struct node *
add(struct fixture *f, struct node *parent, enum node_kind kind)
{
	struct node *node =
	    doc_node_new(f->doc->arena, kind, (struct pos){ 1, 1 });

	doc_node_append(parent, node);
	return node;
}

static inline struct node *
add_text(struct fixture *f, struct node *parent, const char *text)
{
	return doc_text_append(
	    f->doc->arena, parent, str_from(text), (struct pos){ 1, 1 });
}

static inline struct node *
add_paragraph(struct fixture *f, struct node *parent, const char *text)
{
	return doc_paragraph_append(
	    f->doc->arena, parent, str_from(text), (struct pos){ 1, 1 });
}

static inline struct node *
add_heading(struct fixture *f, struct node *parent, int level, const char *text)
{
	struct node *node = add(f, parent, NODE_HEADING);

	node->as.heading.level = level;
	add_text(f, node, text);
	return node;
}

static inline struct node *
add_section(struct fixture *f, struct node *parent, int level, const char *id,
    const char *title)
{
	struct node *node = add(f, parent, NODE_SECTION);

	node->id = str_from(id);
	add_heading(f, node, level, title);
	return node;
}

/* A row of `count` cells; an empty text makes an empty cell. */
static inline struct node *
add_row(struct fixture *f, struct node *table, bool is_header, size_t count,
    const char *const *texts)
{
	struct node *row = add(f, table, NODE_ROW);

	row->as.row.is_header = is_header;
	for (size_t i = 0; i < count; i++) {
		struct node *cell = add(f, row, NODE_CELL);

		if (texts[i][0] != '\0')
			add_paragraph(f, cell, texts[i]);
	}
	return row;
}

static inline struct node *
add_table(struct fixture *f, struct node *parent, size_t columns)
{
	struct node *table = add(f, parent, NODE_TABLE);

	table->as.table.column_count = columns;
	table->as.table.columns = arena_alloc(
	    f->doc->arena, columns * sizeof(*table->as.table.columns));
	return table;
}

/* Checks the tree, makes the page, and gives it as a C string. */
static inline const char *
render(struct fixture *f)
{
	struct buf why = BUF_INIT;

	if (!doc_verify(f->report.root, &why))
		fail_msg("unsound tree: %s", why.ptr);
	buf_clear(&why);
	buf_reset(&f->page);
	html_render(&f->page, &f->report);
	return f->page.ptr;
}

static inline size_t
count_of(const char *hay, const char *needle)
{
	size_t count = 0;

	for (; (hay = strstr(hay, needle)) != NULL; hay += strlen(needle))
		count++;
	return count;
}

static inline void
assert_has(const char *page, const char *needle)
{
	if (strstr(page, needle) == NULL)
		fail_msg("not in the page: %s\n%s", needle,
		    strstr(page, "<body") ? strstr(page, "<body") : page);
}

static inline void
assert_lacks(const char *page, const char *needle)
{
	if (strstr(page, needle) != NULL)
		fail_msg("in the page: %s", needle);
}

/* What a reader of the page meets. */
static inline struct str
read_back(struct fixture *f)
{
	struct buf text = BUF_INIT;
	struct str copy;

	assert_true(html_text(&text, buf_str(&f->page)));
	copy = str_copy(f->doc->arena, buf_str(&text));
	buf_clear(&text);
	return copy;
}

#endif
