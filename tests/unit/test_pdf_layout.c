/* The layout of a whole paper: pages, tags, contents, places, messages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/colour.h"
#include "pdf_fixture.h"

/* Has the page these words above its text, as an artifact? */
static bool
head_is(struct paper *paper, size_t index, const char *words)
{
	const struct pdf_page *page = &paper->layout->pages[index];

	for (size_t i = 0; i < page->item_count; i++) {
		const struct pdf_item *item = &page->items[i];

		if (item->kind == ITEM_TEXT && item->y < 60 &&
		    item->tag == PDF_ARTIFACT_PAGINATION &&
		    str_is(str_trim(item->as.text.text), words))
			return true;
	}
	return false;
}

static bool
is_landscape(struct paper *paper, size_t page)
{
	return paper->layout->pages[page].width >
	       paper->layout->pages[page].height;
}

static void
an_empty_paper_is_one_page(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	paper_lay(paper);
	assert_int_equal(paper->layout->page_count, 1);
	assert_int_equal(paper->layout->tag_count, 1);
	assert_non_null(find_text(paper, "Page 1 of 1", false, 0, NULL));
	paper_free(paper);
}

static void
landscape_sections_turn_the_page(void **state)
{
	struct paper *paper = paper_new();
	struct node *root = paper->report.root, *section;

	(void)state;
	add_heading(paper, root, 1, "Title");
	section = add_section(paper, root, 2, "Upright");
	add_paragraph(paper, section, "before");
	/* a heading over nothing but wide sections goes with them */
	section = add_section(paper, root, 2, "Wide");
	for (int i = 0; i < 2; i++) {
		struct node *deep = add_section(paper, section, 3, "Deep");

		deep->flags |= NODE_LANDSCAPE;
		add_paragraph(paper, deep, i == 0 ? "wide one" : "wide two");
	}
	section = add_section(paper, root, 2, "Again");
	add_paragraph(paper, section, "after");
	/* more than the turned page has room for */
	for (int i = 0; i < 25; i++)
		add_paragraph(paper, section, "more");
	paper_lay(paper);
	assert_int_equal(paper->layout->page_count, 3);
	assert_false(is_landscape(paper, page_of(paper, "before")));
	assert_true(is_landscape(paper, page_of(paper, "wide one")));
	assert_int_equal(
	    page_of(paper, "wide one"), page_of(paper, "wide two"));
	assert_int_equal(page_of(paper, "wide one"), page_of(paper, "Wide"));
	assert_false(is_landscape(paper, page_of(paper, "after")));
	assert_int_equal(page_of(paper, "Again"), page_of(paper, "after"));
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

/* Words across the page lie below its text, are no content, and are so pale
 * that all inks can be read on them. */
static void
a_watermark_can_be_read_over(void **state)
{
	struct paper *paper = paper_new();
	const struct pdf_item *item;

	(void)state;
	paper->theme.muted = (struct colour){ 0x6a, 0x6a, 0x6a };
	paper->report.watermark = str_from("DRAFT");
	add_paragraph(paper, paper->report.root, "the text");
	paper_lay(paper);
	item = &paper->layout->pages[0].items[0];
	assert_int_equal(item->tag, PDF_ARTIFACT_WATERMARK);
	assert_true(item->as.text.size_pt > 100);
	assert_true(colour_contrast(paper->theme.muted, item->colour) >= 4.5);
	assert_true(colour_contrast(paper->theme.text, item->colour) >= 4.5);
	assert_true(item->colour.red < 0xFF);
	paper_free(paper);
}

/* The head of a page names the section that it begins in. */
static void
heads_name_the_section(void **state)
{
	struct paper *paper = paper_new();
	struct node *root = paper->report.root, *section;
	size_t page = 0;

	(void)state;
	add_heading(paper, root, 1, "Title");
	section = add_section(paper, root, 2, "First part");
	add_paragraph(paper, section, words(paper, "one", 900));
	section = add_section(paper, root, 2, "Second part");
	add_paragraph(paper, section, words(paper, "two", 900));
	paper_lay(paper);
	assert_non_null(find_text(paper, "Second part", true, 0, &page));
	assert_true(page > 0 && page + 1 < paper->layout->page_count);
	/* on the page where it begins, the head still has the first one */
	for (size_t p = 0; p < paper->layout->page_count; p++)
		assert_int_equal(
		    head_is(paper, p, "First part"), p > 0 && p <= page);
	assert_true(head_is(paper, page + 1, "Second part"));
	paper_free(paper);
}

static void
headings_stay_with_two_lines(void **state)
{
	(void)state;
	for (int lead = 20; lead < 50; lead += 2) {
		struct paper *paper = paper_new();
		size_t page = 0;

		paper->theme.paragraph_gap_pt = 1;
		for (int i = 0; i < lead; i++)
			add_paragraph(paper, paper->report.root, "lead");
		add_heading(paper, paper->report.root, 2, "Heading");
		add_paragraph(
		    paper, paper->report.root, words(paper, "word", 60));
		paper_lay(paper);
		assert_non_null(find_text(paper, "word", true, 1, &page));
		assert_int_equal(page_of(paper, "Heading"), page);
		paper_free(paper);
	}
}

static void
heading_tags_have_no_gaps(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	add_heading(paper, paper->report.root, 1, "Title");
	add_heading(paper, paper->report.root, 4, "Deep");
	add_heading(paper, paper->report.root, 6, "Deeper");
	paper_lay(paper);
	assert_int_equal(
	    tag_type(paper, find_text(paper, "Deep", true, 0, NULL)->tag),
	    TAG_H2);
	assert_int_equal(
	    tag_type(paper, find_text(paper, "Deeper", true, 0, NULL)->tag),
	    TAG_H3);
	paper_free(paper);
}

static void
contents_say_the_right_pages(void **state)
{
	struct paper *paper = paper_new();
	struct node *root = paper->report.root;
	char title[40];

	(void)state;
	add_heading(paper, root, 1, "Title");
	add(paper, root, NODE_CONTENTS);
	for (int i = 0; i < 12; i++) {
		struct node *section;

		snprintf(title, sizeof(title), "Chapter%d!", i);
		section = add_section(paper, root, 2, title);
		snprintf(title, sizeof(title), "chapter-%d", i);
		section->id = str_copy(paper->arena, str_from(title));
		add_paragraph(paper, section, words(paper, "text", 300));
	}
	paper_lay(paper);
	for (int i = 0; i < 12; i++) {
		const struct pdf_item *entry, *number;
		size_t page = 0, entry_page = 0;

		snprintf(title, sizeof(title), "Chapter%d!", i);
		entry = find_text(paper, title, true, 0, &entry_page);
		assert_int_equal(entry_page, 0);
		assert_int_equal(tag_type(paper, entry->tag), TAG_LINK);
		/* the leader, then the number */
		number = entry + 2;
		assert_non_null(find_text(paper, title, true, 1, &page));
		assert_int_equal(
		    atoi(item_text(paper, number).ptr), (int)page + 1);
		assert_int_equal(number->tag, entry->tag);
		assert_false(is_content(entry + 1));
	}
	assert_int_equal(paper->layout->bookmark_count, 12);
	assert_int_equal(paper->layout->dest_count, 12);
	paper_free(paper);
}

static void
links_have_areas_and_places(void **state)
{
	struct paper *paper = paper_new();
	struct node *node, *link, *target;
	const struct pdf_link *area;

	(void)state;
	node = add_paragraph(paper, paper->report.root, "see ");
	link = add(paper, node, NODE_LINK);
	link->as.link.target = str_from("there");
	add_text(paper, link, "that ");
	add_text(paper, add(paper, link, NODE_STRONG), "place");
	add_text(paper, node, ".");
	target = add_paragraph(paper, paper->report.root, "there");
	target->id = str_from("there");
	paper_lay(paper);
	/* two looks, one area */
	assert_int_equal(paper->layout->link_count, 1);
	area = &paper->layout->links[0];
	assert_true(str_is(area->target, "there"));
	assert_true(str_is(area->contents, "that place"));
	assert_int_equal(tag_type(paper, area->tag), TAG_LINK);
	assert_int_equal(paper->layout->dest_count, 1);
	assert_true(paper->layout->dests[0].y > area->y);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
notes_lead_there_and_back(void **state)
{
	struct paper *paper = paper_new();
	struct node *ref, *notes, *note;
	size_t to_note = 0, back = 0;

	(void)state;
	ref = add(paper, add_paragraph(paper, paper->report.root, "text"),
	    NODE_NOTE_REF);
	ref->id = str_from("ref-1");
	ref->as.note.label = str_from("1");
	ref->as.note.target = str_from("note-1");
	notes = add(paper, paper->report.root, NODE_NOTES);
	note = add(paper, notes, NODE_NOTE);
	note->id = str_from("note-1");
	note->as.note.label = str_from("1");
	note->as.note.target = str_from("ref-1");
	add_paragraph(paper, note, "remark");
	paper_lay(paper);
	for (size_t i = 0; i < paper->layout->link_count; i++) {
		const struct pdf_link *link = &paper->layout->links[i];

		to_note += str_is(link->target, "note-1");
		back += str_is(link->target, "ref-1");
	}
	assert_int_equal(to_note, 1);
	assert_int_equal(back, 1);
	assert_int_equal(paper->layout->dest_count, 2);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
nesting_has_no_end(void **state)
{
	struct paper *paper = paper_new();
	struct node *at = paper->report.root;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct node *list;

		if (i % 3 == 0)
			at = add(paper, at, NODE_QUOTE);
		list = add(paper, at, NODE_LIST);
		at = add(paper, list, NODE_ITEM);
		if (i % 100 == 0)
			add_paragraph(paper, at, "deep words");
	}
	for (int i = 0; i < 3000; i++)
		at =
		    add(paper, i == 0 ? add_paragraph(paper, at, "deeper") : at,
			NODE_LINK);
	add_text(paper, at, "end");
	paper_lay(paper);
	assert_int_equal(count_text(paper, "deep words", true), 30);
	assert_non_null(find_text(paper, "end", true, 0, NULL));
	assert_inside(paper);
	paper_free(paper);
}

static void
frames_are_artifacts(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	paper->report.header_left = str_from("Committee");
	paper->report.header_right = str_from("1 May 2026");
	paper->report.footer_left = str_from("Title of it");
	add_paragraph(paper, paper->report.root, words(paper, "word", 1200));
	paper_lay(paper);
	assert_int_equal(paper->layout->page_count, 3);
	/* the first page bears the title instead */
	assert_int_equal(count_text(paper, "Committee", false), 2);
	assert_int_equal(count_text(paper, "Title of it", false), 3);
	assert_non_null(find_text(paper, "Page 3 of 3", false, 0, NULL));
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
missing_characters_are_said_with_their_place(void **state)
{
	struct paper *paper = paper_new();
	const struct msg *msg;

	(void)state;
	add_paragraph(paper, paper->report.root, "a \xF3\xB0\x80\x80 b");
	paper_lay(paper);
	assert_int_equal(msgs_count(paper->msgs, MSG_WARNING), 1);
	msg = msgs_at(paper->msgs, 0);
	assert_int_equal(msg->pos.line, 1);
	assert_true(str_find(msg->text, "U+F0000") != (size_t)-1);
	paper_free(paper);
}

static void
every_kind_of_block_keeps_its_words(void **state)
{
	struct paper *paper = paper_new();
	struct node *root = paper->report.root, *node, *item;

	(void)state;
	add_heading(paper, root, 1, "Title")->as.heading.number =
	    str_from("3.1");
	add_paragraph(paper, root, "numbered")->as.paragraph.number =
	    str_from("7.");
	node = add_paragraph(paper, root, "");
	node->as.paragraph.number = str_from("8.");
	add_paragraph(paper, root, "quiet")->flags = NODE_QUIET;
	node = add(paper, root, NODE_FIELDS);
	for (int i = 0; i < 3; i++) {
		item = add(paper, node, NODE_FIELD);
		item->as.field.name = str_from("Report of");
		add_paragraph(paper, item, "the Director");
	}
	node = add(paper, root, NODE_FIELDS);
	node->role = ROLE_CARDS;
	item = add(paper, node, NODE_FIELD);
	item->as.field.name = str_from("On track");
	add_paragraph(paper, item, "8 of 31");
	add_paragraph(paper, add(paper, root, NODE_QUOTE), "quoted");
	node = add(paper, root, NODE_CODE);
	node->as.code.literal = str_from("int  main\n\n\treturn\n");
	add(paper, root, NODE_RULE);
	node = add(paper, add_paragraph(paper, root, "state "), NODE_STATE);
	node->as.state.state = STATE_ON_TRACK;
	add_text(paper, node, "On track");
	node = add(paper, add_paragraph(paper, root, "image "), NODE_IMAGE);
	node->as.link.url = str_from("none.png");
	add_text(paper, node, "of a bridge");
	node = add(paper, root, NODE_LIST);
	node->as.list.ordered = true;
	item = add(paper, node, NODE_ITEM);
	item->as.item.label = str_from("iv.");
	paper_lay(paper);
	/* the image's box says what it is */
	{
		const struct pdf_item *box =
		    find_text(paper, "[Image: of a bridge]", true, 0, NULL);

		assert_non_null(box);
	}
	assert_int_equal(msgs_count(paper->msgs, MSG_WARNING), 1);
	assert_non_null(find_text(paper, "    return", true, 0, NULL));
	assert_non_null(find_text(paper, "8.", true, 0, NULL));
	assert_non_null(find_text(paper, "iv.", true, 0, NULL));
	paper_free(paper);
}

static void
the_dump_shows_all(void **state)
{
	struct paper *paper = paper_new();
	struct buf buf = BUF_INIT;
	struct node *section;

	(void)state;
	section = add_section(paper, paper->report.root, 2, "Say \"so\"");
	section->id = str_from("so");
	paper_lay(paper);
	pdf_layout_dump(&buf, paper->layout);
	assert_string_equal(buf.ptr,
	    "page 1 595 842\n"
	    "  text 60 75.5 face 1 size 16 H1#2 \"Say \\\"so\\\"\"\n"
	    "  text 489 815 face 0 size 9 (page) \"Page 1 of 1\"\n"
	    "tags\n"
	    "  Document#0\n"
	    "  Sect#1 in 0\n"
	    "  H1#2 in 1\n"
	    "links\n"
	    "places\n"
	    "  page 1 60 \"so\"\n"
	    "bookmarks\n"
	    "  1 page 1 60 \"Say \\\"so\\\"\"\n");
	buf_clear(&buf);
	paper_free(paper);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_paper_is_one_page),
		cmocka_unit_test(landscape_sections_turn_the_page),
		cmocka_unit_test(a_watermark_can_be_read_over),
		cmocka_unit_test(heads_name_the_section),
		cmocka_unit_test(headings_stay_with_two_lines),
		cmocka_unit_test(heading_tags_have_no_gaps),
		cmocka_unit_test(contents_say_the_right_pages),
		cmocka_unit_test(links_have_areas_and_places),
		cmocka_unit_test(notes_lead_there_and_back),
		cmocka_unit_test(nesting_has_no_end),
		cmocka_unit_test(frames_are_artifacts),
		cmocka_unit_test(missing_characters_are_said_with_their_place),
		cmocka_unit_test(every_kind_of_block_keeps_its_words),
		cmocka_unit_test(the_dump_shows_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
