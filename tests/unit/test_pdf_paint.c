/* Paint: a page list made by hand -> a file, and what the file says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/msg.h"
#include "render/pdf/pdf.h"
#include "render/pdf/pdf_pages.h"

static const struct colour black = { 0, 0, 0 };
static const struct colour blue = { 0x1D, 0x4F, 0x91 };

struct fixture {
	struct msgs *msgs;
	struct arena *arena;
	struct pdf_fonts *fonts;
	struct pdf_layout *layout;
	struct doc *doc;
	struct report report;
	struct str icc;
};

static int
setup(void **state)
{
	static const char *const dirs[] = { "/usr/share/fonts", NULL };
	struct fixture *f = calloc(1, sizeof(*f));

	*state = f;
	f->msgs = msgs_new();
	f->arena = arena_new();
	f->fonts = pdf_fonts_load("fonts/manifest", dirs, f->msgs);
	f->layout = arena_alloc(f->arena, sizeof(*f->layout));
	f->layout->arena = f->arena;
	f->doc = doc_new(str_from("draft.md"), f->msgs);
	f->report.doc = f->doc;
	f->report.title = str_from("Delivery plan \xE2\x80\x93 update <1> & 2");
	f->report.organisation = str_from("Ellershire County Council");
	f->report.language = str_from("en-GB");
	f->report.description = str_from("How the plan is going.");
	f->report.date_iso = str_from("2019-04-02");
	if (!file_read(
		f->arena, "/usr/share/color/icc/sRGB.icc", &f->icc, f->msgs))
		return 1;
	return f->fonts == NULL;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	pdf_fonts_free(f->fonts);
	doc_free(f->doc);
	arena_free(f->arena);
	if (getenv("SHOW_MSGS") != NULL)
		msgs_print(f->msgs, MSG_NOTE, false, stderr);
	msgs_free(f->msgs);
	free(f);
	return 0;
}

static struct pdf_page *
add_page(struct fixture *f)
{
	struct pdf_layout *l = f->layout;

	l->pages = arena_push(f->arena, l->pages, &l->page_count, &l->page_cap,
	    sizeof(*l->pages));
	l->pages[l->page_count - 1].width = 595.28;
	l->pages[l->page_count - 1].height = 841.89;
	return &l->pages[l->page_count - 1];
}

static size_t
add_tag(struct fixture *f, enum pdf_tag_type type, size_t parent)
{
	struct pdf_layout *l = f->layout;

	l->tags = arena_push(
	    f->arena, l->tags, &l->tag_count, &l->tag_cap, sizeof(*l->tags));
	l->tags[l->tag_count - 1].type = type;
	l->tags[l->tag_count - 1].parent = parent;
	return l->tag_count - 1;
}

static struct pdf_item *
add_item(
    struct fixture *f, enum pdf_item_kind kind, size_t tag, double x, double y)
{
	struct pdf_page *page = &f->layout->pages[f->layout->page_count - 1];
	struct pdf_item *item;

	page->items = arena_push(f->arena, page->items, &page->item_count,
	    &page->item_cap, sizeof(*page->items));
	item = &page->items[page->item_count - 1];
	item->kind = kind;
	item->tag = tag;
	item->x = x;
	item->y = y;
	item->colour = black;
	return item;
}

static double
add_text(struct fixture *f, size_t tag, double x, double y, unsigned style,
    const char *text)
{
	struct pdf_item *item = add_item(f, ITEM_TEXT, tag, x, y);
	uint16_t face =
	    pdf_fonts_find(f->fonts, str_from("Liberation Sans"), style);

	item->as.text.text = str_from(text);
	item->as.text.size_pt = 12;
	item->as.text.glyphs = pdf_shape(f->fonts, f->arena, face,
	    str_from("en-GB"), str_from(text), &item->as.text.count);
	return x +
	       12 * pdf_glyphs_width(item->as.text.glyphs, item->as.text.count);
}

static void
add_box(struct fixture *f, enum pdf_item_kind kind, size_t tag, double x,
    double y, double width, double height)
{
	struct pdf_item *item = add_item(f, kind, tag, x, y);

	item->width = width;
	item->height = height;
	item->colour = blue;
	if (kind == ITEM_LINE)
		item->as.line.thick_pt = 0.75;
}

static struct pdf_link *
add_link(struct fixture *f, size_t tag, double x, double y)
{
	struct pdf_layout *l = f->layout;

	l->links = arena_push(f->arena, l->links, &l->link_count, &l->link_cap,
	    sizeof(*l->links));
	l->links[l->link_count - 1] = (struct pdf_link){
		.page = l->page_count - 1,
		.tag = tag,
		.x = x,
		.y = y,
		.width = 80,
		.height = 14,
		.contents = str_from("a link"),
	};
	return &l->links[l->link_count - 1];
}

static void
add_bookmark(struct fixture *f, int level, const char *title, double y)
{
	struct pdf_layout *l = f->layout;

	l->bookmarks = arena_push(f->arena, l->bookmarks, &l->bookmark_count,
	    &l->bookmark_cap, sizeof(*l->bookmarks));
	l->bookmarks[l->bookmark_count - 1].level = level;
	l->bookmarks[l->bookmark_count - 1].title = str_from(title);
	l->bookmarks[l->bookmark_count - 1].page = l->page_count - 1;
	l->bookmarks[l->bookmark_count - 1].y = y;
}

static void
add_header(struct fixture *f)
{
	add_text(f, PDF_ARTIFACT_PAGINATION, 56, 40, PDF_REGULAR,
	    "Ellershire County Council");
	add_box(f, ITEM_LINE, PDF_ARTIFACT_LAYOUT, 56, 46, 480, 0);
}

static void
add_row(struct fixture *f, size_t table_part, double y, const char *first,
    const char *second, bool is_header)
{
	size_t row = add_tag(f, TAG_TR, table_part);
	size_t a = add_tag(f, TAG_TH, row);
	size_t b = add_tag(f, is_header ? TAG_TH : TAG_TD, row);

	f->layout->tags[a].scope = is_header ? SCOPE_COLUMN : SCOPE_ROW;
	f->layout->tags[b].scope = is_header ? SCOPE_COLUMN : SCOPE_NONE;
	add_box(f, ITEM_RECT, PDF_ARTIFACT_LAYOUT, 56, y - 12, 100, 16);
	add_box(f, ITEM_RECT, PDF_ARTIFACT_LAYOUT, 160, y - 12, 100, 16);
	if (first[0] != '\0')
		add_text(f, a, 60, y, PDF_BOLD, first);
	if (second[0] != '\0')
		add_text(f, b, 164, y, PDF_REGULAR, second);
}

/* Page 1: heading, a paragraph with a link, a note and Welsh words, a list,
 * shapes. Page 2: a table, the note's end, and the paragraph's. */
static void
make_paper(struct fixture *f)
{
	struct pdf_layout *l = f->layout;
	size_t sect, p, link, note, span, list, item, part, table, figure;
	double x;

	add_tag(f, TAG_DOCUMENT, 0);
	add_page(f);
	add_header(f);
	add_text(f, add_tag(f, TAG_H1, 0), 56, 80, PDF_BOLD, "Delivery plan");
	add_bookmark(f, 1, "Delivery plan", 66);
	sect = add_tag(f, TAG_SECT, 0);
	add_text(f, add_tag(f, TAG_H2, sect), 56, 110, PDF_BOLD,
	    "What was done (AV To)");
	add_bookmark(f, 2, "What was done \xE2\x80\x93 so far", 96);
	p = add_tag(f, TAG_P, sect);
	x = add_text(f, p, 56, 140, PDF_REGULAR, "See ");
	link = add_tag(f, TAG_LINK, p);
	x = add_text(f, link, x, 140, PDF_REGULAR, "the plan");
	note = add_tag(f, TAG_NOTE, p);
	l->tags[note].id = str_from("note-1");
	x = add_text(f, p, x, 140, PDF_REGULAR, ", called ");
	span = add_tag(f, TAG_SPAN, p);
	l->tags[span].lang = str_from("cy");
	x = add_text(f, span, x, 140, PDF_REGULAR, "T\xC5\xB7 Gwyrdd");
	add_text(f, p, x, 140, PDF_REGULAR, ", and ");
	add_link(f, link, 80, 128)->url =
	    str_from("https://example.org/plan (1)");
	list = add_tag(f, TAG_L, sect);
	item = add_tag(f, TAG_LI, list);
	add_text(f, add_tag(f, TAG_LBL, item), 56, 180, PDF_REGULAR,
	    "\xE2\x80\xA2 ");
	add_text(f, add_tag(f, TAG_LBODY, item), 70, 180, PDF_REGULAR,
	    "10\xC2\xA0"
	    "000 trees \xE2\x86\x92 \xE2\x9C\x93");
	figure = add_tag(f, TAG_FIGURE, sect);
	l->tags[figure].alt = str_from("On track: 3 of 4");
	for (int i = 0; i <= SHAPE_CROSS; i++) {
		add_box(f, ITEM_SHAPE, figure, 56 + 30 * i, 200, 20, 20);
		l->pages[0].items[l->pages[0].item_count - 1].as.shape.shape =
		    (enum shape)i;
	}
	add_text(f, note, 56, 780, PDF_REGULAR, "The plan of 2018.");
	add_page(f);
	add_header(f);
	add_text(f, p, 56, 80, PDF_REGULAR, "so on.");
	table = add_tag(f, TAG_TABLE, sect);
	part = add_tag(f, TAG_THEAD, table);
	add_row(f, part, 120, "Ref", "Status", true);
	part = add_tag(f, TAG_TBODY, table);
	add_row(f, part, 140, "1.1", "", false);
	add_row(f, part, 160, "1.2", "On track", false);
	add_tag(f, TAG_P, sect); /* empty: must not be written */
	link = add_tag(f, TAG_LINK, add_tag(f, TAG_P, sect));
	add_text(f, link, 56, 200, PDF_ITALIC, "Back");
	add_link(f, link, 56, 188)->target = str_from("top");
	l->dests = arena_push(f->arena, l->dests, &l->dest_count, &l->dest_cap,
	    sizeof(*l->dests));
	l->dests[0].id = str_from("top");
	l->dests[0].y = 66;
}

static void
save(const char *path, const struct buf *pdf)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(pdf->ptr, 1, pdf->len, file), pdf->len);
	assert_int_equal(fclose(file), 0);
}

/* Runs a program over the file; skips when there is none. */
static void
assert_runs(const char *program, const char *options, const char *path)
{
	char command[256];

	snprintf(command, sizeof(command), "command -v %s >/dev/null", program);
	if (system(command) != 0)
		return;
	snprintf(command, sizeof(command), "%s %s %s >/dev/null", program,
	    options, path);
	assert_int_equal(system(command), 0);
}

static void
test_paper(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = BUF_INIT, again = BUF_INIT, text = BUF_INIT;
	char path[] = "/tmp/paper-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	make_paper(f);
	assert_true(pdf_paint(
	    &pdf, f->layout, &f->report, f->fonts, f->icc, &text, f->msgs));
	assert_string_equal(text.ptr, "Delivery plan\n"
				      "What was done (AV To)\n"
				      "See the plan, called \n"
				      "The plan of 2018.\n"
				      "T\xC5\xB7 Gwyrdd, and so on.\n"
				      "https://example.org/plan (1)\n"
				      "\xE2\x80\xA2 \n"
				      "10\xC2\xA0"
				      "000 trees \xE2\x86\x92 \xE2\x9C\x93\n"
				      "Ref\n"
				      "Status\n"
				      "1.1\n"
				      "1.2\n"
				      "On track\n"
				      "Back\n");
	assert_int_equal(msgs_total(f->msgs), 0);
	assert_true(pdf_paint(
	    &again, f->layout, &f->report, f->fonts, f->icc, NULL, f->msgs));
	assert_int_equal(pdf.len, again.len);
	assert_memory_equal(pdf.ptr, again.ptr, pdf.len);
	save(path, &pdf);
	if (getenv("KEEP_PDF") != NULL)
		save(getenv("KEEP_PDF"), &pdf);
	assert_runs("qpdf", "--check", path);
	assert_runs("pdftoppm", "-r 20", path);
	unlink(path);
	buf_clear(&pdf);
	buf_clear(&again);
	buf_clear(&text);
}

/* The names of the tags, indented, as poppler reads them. */
static bool
read_structure(struct buf *names, const struct buf *pdf)
{
	char path[] = "/tmp/paper-XXXXXX", command[128], line[512];
	int fd = mkstemp(path);
	FILE *pipe;

	assert_true(fd >= 0);
	close(fd);
	save(path, pdf);
	snprintf(command, sizeof(command),
	    "command -v pdfinfo >/dev/null && pdfinfo -struct %s", path);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	while (fgets(line, sizeof(line), pipe) != NULL) {
		size_t indent = strspn(line, " ");

		if (strchr("/\"", line[indent]) != NULL ||
		    strncmp(line + indent, "Object", 6) == 0)
			continue;
		line[indent + strcspn(line + indent, " :<\n")] = '\0';
		buf_printf(names, "%s\n", line);
	}
	pclose(pipe);
	unlink(path);
	return names->len > 0;
}

/* Empty tags are left out, but for cells; a cell's only paragraph is the cell;
 * a note painted at the foot of its page stands in its paragraph. */
static void
test_structure(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = BUF_INIT, names = BUF_INIT;
	size_t part, row;

	make_paper(f);
	part = add_tag(f, TAG_TABLE, 0);
	row = add_tag(f, TAG_TR, part);
	add_text(f, add_tag(f, TAG_P, add_tag(f, TAG_TD, row)), 56, 300,
	    PDF_REGULAR, "one paragraph");
	part = add_tag(f, TAG_TD, row);
	add_text(f, add_tag(f, TAG_P, part), 156, 300, PDF_REGULAR, "two");
	add_text(f, add_tag(f, TAG_P, part), 156, 320, PDF_REGULAR, "of them");
	assert_true(pdf_paint(
	    &pdf, f->layout, &f->report, f->fonts, f->icc, NULL, f->msgs));
	if (read_structure(&names, &pdf))
		assert_string_equal(names.ptr, "Document\n"
					       "  H1\n"
					       "  Sect\n"
					       "    H2\n"
					       "    P\n"
					       "      Link\n"
					       "      Note\n"
					       "      Span\n"
					       "    L\n"
					       "      LI\n"
					       "        Lbl\n"
					       "        LBody\n"
					       "    Figure\n"
					       "    Table\n"
					       "      THead\n"
					       "        TR\n"
					       "          TH\n"
					       "          TH\n"
					       "      TBody\n"
					       "        TR\n"
					       "          TH\n"
					       "          TD\n"
					       "        TR\n"
					       "          TH\n"
					       "          TD\n"
					       "    P\n"
					       "      Link\n"
					       "  Table\n"
					       "    TR\n"
					       "      TD\n"
					       "      TD\n"
					       "        P\n"
					       "        P\n");
	buf_clear(&pdf);
	buf_clear(&names);
}

static void
test_empty_paper(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = BUF_INIT, text = BUF_INIT;

	add_tag(f, TAG_DOCUMENT, 0);
	add_page(f);
	f->report.date_iso = str_from("");
	f->report.organisation = str_from("");
	assert_true(pdf_paint(
	    &pdf, f->layout, &f->report, f->fonts, f->icc, &text, f->msgs));
	assert_int_equal(text.len, 0);
	assert_int_equal(str_find(buf_str(&pdf), "CreateDate"), (size_t)-1);
	buf_clear(&pdf);
	buf_clear(&text);
}

static void
test_missing_image_is_reported(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = BUF_INIT;
	size_t figure;

	add_tag(f, TAG_DOCUMENT, 0);
	add_page(f);
	figure = add_tag(f, TAG_FIGURE, 0);
	f->layout->tags[figure].alt = str_from("A map");
	add_box(f, ITEM_IMAGE, figure, 56, 56, 100, 80);
	f->layout->pages[0].items[0].as.image.path =
	    str_from("/nonexistent/map.png");
	assert_true(pdf_paint(
	    &pdf, f->layout, &f->report, f->fonts, f->icc, NULL, f->msgs));
	assert_int_equal(msgs_count(f->msgs, MSG_WARNING), 1);
	assert_int_equal(msgs_refusals(f->msgs), 0);
	buf_clear(&pdf);
}

/* libharu refuses a page of more than 14,400 points; no file is made. */
static void
test_refusal(void **state)
{
	struct fixture *f = *state;
	struct buf pdf = BUF_INIT;

	add_tag(f, TAG_DOCUMENT, 0);
	add_page(f)->width = 20000;
	buf_puts(&pdf, "before");
	assert_false(pdf_paint(
	    &pdf, f->layout, &f->report, f->fonts, f->icc, NULL, f->msgs));
	assert_int_equal(msgs_refusals(f->msgs), 1);
	assert_string_equal(pdf.ptr, "before");
	buf_clear(&pdf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_paper, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    test_structure, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    test_empty_paper, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    test_missing_image_is_reported, setup, teardown),
		cmocka_unit_test_setup_teardown(test_refusal, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
