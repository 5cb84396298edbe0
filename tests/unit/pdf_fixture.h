/* A report made by hand and its layout, with what tests ask of it. Include
 * after cmocka.h. Runs in the project's folder and needs the fonts of
 * fonts/manifest. */
#ifndef TESTS_UNIT_PDF_FIXTURE_H
#define TESTS_UNIT_PDF_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "render/pdf/pdf.h"
#include "render/pdf/pdf_pages.h"
#include "words.h"

struct paper {
	struct msgs *msgs;
	struct doc *doc;
	struct arena *arena;
	struct pdf_fonts *fonts;
	struct theme theme;
	struct report report;
	struct pdf_layout *layout;
};

static struct theme
paper_theme(void)
{
	struct theme theme = { .body_family = STR("Liberation Sans"),
		.heading_family = STR("Liberation Sans"),
		.mono_family = STR("Liberation Mono"),
		.body_pt = 12,
		.small_pt = 9,
		.table_pt = 10,
		.heading_pt = { 0, 20, 16, 14, 12, 12, 12 },
		.line_height = 1.25,
		.page_width_pt = 595,
		.page_height_pt = 842,
		.margin_top_pt = 60,
		.margin_right_pt = 60,
		.margin_bottom_pt = 60,
		.margin_left_pt = 60,
		.paragraph_gap_pt = 8,
		.number_indent_pt = 32,
		.list_indent_pt = 18,
		.cell_pad_x_pt = 5,
		.cell_pad_y_pt = 4 };

	return theme;
}

static struct paper *
paper_new(void)
{
	static const char *const dirs[] = { "/usr/share/fonts", NULL };
	struct paper *paper = calloc(1, sizeof(*paper));

	paper->msgs = msgs_new();
	paper->doc = doc_new(str_from("paper.md"), paper->msgs);
	paper->arena = paper->doc->arena;
	paper->fonts = pdf_fonts_load("fonts/manifest", dirs, paper->msgs);
	assert_non_null(paper->fonts);
	paper->theme = paper_theme();
	paper->report.arena = paper->arena;
	paper->report.doc = paper->doc;
	paper->report.root = paper->doc->root;
	paper->report.theme = &paper->theme;
	paper->report.title = str_from("Paper");
	paper->report.language = str_from("en-GB");
	words_read(paper->arena, &paper->report.words, "en");
	return paper;
}

static void
paper_lay(struct paper *paper)
{
	struct buf why = BUF_INIT;

	if (!doc_verify(paper->report.root, &why))
		fail_msg("%s", why.ptr);
	buf_clear(&why);
	paper->layout = pdf_layout_make(&paper->report, paper->fonts);
}

static void
paper_free(struct paper *paper)
{
	pdf_layout_free(paper->layout);
	pdf_fonts_free(paper->fonts);
	doc_free(paper->doc);
	msgs_free(paper->msgs);
	free(paper);
}

/* ---- trees ---- */

static inline struct node *
add(struct paper *paper, struct node *parent, enum node_kind kind)
{
	struct node *node =
	    doc_node_new(paper->arena, kind, (struct pos){ 1, 1 });

	doc_node_append(parent, node);
	return node;
}

static inline struct node *
add_text(struct paper *paper, struct node *parent, const char *text)
{
	return doc_text_append(paper->arena, parent,
	    str_copy(paper->arena, str_from(text)), (struct pos){ 1, 1 });
}

static inline struct node *
add_paragraph(struct paper *paper, struct node *parent, const char *text)
{
	struct node *node = add(paper, parent, NODE_PARAGRAPH);

	add_text(paper, node, text);
	return node;
}

static inline struct node *
add_heading(
    struct paper *paper, struct node *parent, int level, const char *text)
{
	struct node *node = add(paper, parent, NODE_HEADING);

	node->as.heading.level = level;
	add_text(paper, node, text);
	return node;
}

/* A section with its heading. */
static inline struct node *
add_section(
    struct paper *paper, struct node *parent, int level, const char *title)
{
	struct node *node = add(paper, parent, NODE_SECTION);

	add_heading(paper, node, level, title);
	return node;
}

static inline struct node *
add_table(struct paper *paper, struct node *parent, size_t columns)
{
	struct node *node = add(paper, parent, NODE_TABLE);

	node->as.table.column_count = columns;
	node->as.table.columns = arena_alloc(
	    paper->arena, columns * sizeof(*node->as.table.columns));
	return node;
}

/* One paragraph a cell; empty texts make empty cells. */
static inline struct node *
add_row(
    struct paper *paper, struct node *table, bool header, const char **cells)
{
	struct node *row = add(paper, table, NODE_ROW);

	row->as.row.is_header = header;
	for (size_t i = 0; i < table->as.table.column_count; i++) {
		struct node *cell = add(paper, row, NODE_CELL);

		cell->as.cell.is_header = header;
		if (cells[i][0] != '\0')
			add_paragraph(paper, cell, cells[i]);
	}
	return row;
}

/* "word 1 word 2 ..." Lives in the paper. */
static inline const char *
words(struct paper *paper, const char *word, int count)
{
	struct buf buf = BUF_INIT;
	const char *text;

	for (int i = 1; i <= count; i++)
		buf_printf(&buf, "%s%d ", word, i);
	text = str_copy(paper->arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return text;
}

/* ---- layouts ---- */

static inline bool
is_content(const struct pdf_item *item)
{
	return item->tag != PDF_ARTIFACT_PAGINATION &&
	       item->tag != PDF_ARTIFACT_LAYOUT;
}

static inline struct str
item_text(struct paper *paper, const struct pdf_item *item)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (size_t i = 0; i < item->as.text.count; i++) {
		const struct pdf_glyph *glyph = &item->as.text.glyphs[i];

		buf_put(&buf, item->as.text.text.ptr + glyph->text_at,
		    glyph->text_len);
	}
	text = str_copy(paper->arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* The `nth` item of text (from 0) that holds `needle`; content or artifact;
 * NULL if there are not so many. */
static inline const struct pdf_item *
find_text(struct paper *paper, const char *needle, bool content, size_t nth,
    size_t *page)
{
	for (size_t p = 0; p < paper->layout->page_count; p++) {
		const struct pdf_page *at = &paper->layout->pages[p];

		for (size_t i = 0; i < at->item_count; i++) {
			const struct pdf_item *item = &at->items[i];

			if (item->kind != ITEM_TEXT ||
			    is_content(item) != content ||
			    str_find(item_text(paper, item), needle) ==
				(size_t)-1)
				continue;
			if (nth-- > 0)
				continue;
			if (page != NULL)
				*page = p;
			return item;
		}
	}
	return NULL;
}

static inline size_t
count_text(struct paper *paper, const char *needle, bool content)
{
	size_t count = 0;

	while (find_text(paper, needle, content, count, NULL) != NULL)
		count++;
	return count;
}

/* The page (from 0) of the first content that holds `needle`. */
static inline size_t
page_of(struct paper *paper, const char *needle)
{
	size_t page = 0;

	if (find_text(paper, needle, true, 0, &page) == NULL)
		fail_msg("\"%s\" is on no page", needle);
	return page;
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The words of a text, sorted, each with a space behind it. */
static inline const char *
sorted_words(struct paper *paper, struct str text)
{
	struct str *list = NULL, part;
	size_t count = 0, cap = 0;
	struct buf buf = BUF_INIT;
	const char *sorted;

	while (str_next_part(&text, ' ', &part)) {
		if (part.len == 0)
			continue;
		list =
		    arena_push(paper->arena, list, &count, &cap, sizeof(*list));
		list[count - 1] = part;
	}
	if (count > 0)
		qsort(list, count, sizeof(*list), by_bytes);
	for (size_t i = 0; i < count; i++) {
		buf_put_str(&buf, list[i]);
		buf_put(&buf, " ", 1);
	}
	sorted = str_copy(paper->arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return sorted;
}

/* Every word of the tree is content of the layout, as often as in the tree,
 * and nothing else is but for the words in `extra`. Lines are joined as they
 * are: a word that was cut must not have been. */
static inline void
assert_nothing_lost(struct paper *paper, const char *extra)
{
	struct walker walker = { .root = paper->report.root };
	struct buf buf = BUF_INIT, tree = BUF_INIT;
	double end_x = 0, end_y = 0;

	for (size_t p = 0; p < paper->layout->page_count; p++) {
		const struct pdf_page *page = &paper->layout->pages[p];

		for (size_t i = 0; i < page->item_count; i++) {
			const struct pdf_item *item = &page->items[i];

			if (item->kind != ITEM_TEXT || !is_content(item))
				continue;
			/* a note's raised number is a word of its own */
			if (item->y < end_y - 0.5 || item->y > end_y + 0.5 ||
			    item->x > end_x + 0.1)
				buf_put(&buf, " ", 1);
			buf_put_str(&buf, item_text(paper, item));
			end_x = item->x + item->width;
			end_y = item->y;
		}
	}
	doc_text_put(&tree, paper->report.root);
	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_NOTE_REF)
			buf_printf(&tree, " %.*s",
			    STR_ARG(walker.node->as.note.label));
	buf_printf(&tree, " %s", extra);
	assert_string_equal(sorted_words(paper, buf_str(&buf)),
	    sorted_words(paper, buf_str(&tree)));
	buf_clear(&buf);
	buf_clear(&tree);
}

/* No content reaches over the edge of its page's text. */
static inline void
assert_inside(struct paper *paper)
{
	for (size_t p = 0; p < paper->layout->page_count; p++) {
		const struct pdf_page *page = &paper->layout->pages[p];
		double bottom = page->height - paper->theme.margin_bottom_pt;

		for (size_t i = 0; i < page->item_count; i++) {
			const struct pdf_item *item = &page->items[i];

			if (item->kind != ITEM_TEXT || !is_content(item))
				continue;
			if (item->x < paper->theme.margin_left_pt - 0.1 ||
			    item->y > bottom ||
			    item->y < paper->theme.margin_top_pt)
				fail_msg("page %zu: \"%s\" at %.1f %.1f", p + 1,
				    item_text(paper, item).ptr, item->x,
				    item->y);
		}
	}
}

static inline enum pdf_tag_type
tag_type(struct paper *paper, size_t tag)
{
	assert_true(tag < paper->layout->tag_count);
	return paper->layout->tags[tag].type;
}

#endif
