/* Lines: where they end, and that words stay whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf_fixture.h"

/* The paper's text lines, joined by "|". */
static const char *
lines(struct paper *paper)
{
	struct buf buf = BUF_INIT;
	const struct pdf_page *page = &paper->layout->pages[0];
	double last_y = 0;
	const char *text;

	for (size_t i = 0; i < page->item_count; i++) {
		const struct pdf_item *item = &page->items[i];

		if (item->kind != ITEM_TEXT || !is_content(item))
			continue;
		if (buf.len > 0 && item->y > last_y + 1)
			buf_puts(&buf, "|");
		last_y = item->y;
		buf_put_str(&buf, item_text(paper, item));
	}
	text = str_copy(paper->arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return text;
}

/* The lines of one paragraph on a page so wide. */
static const char *
lines_of(struct paper *paper, const char *text, double width)
{
	paper->theme.page_width_pt = width + 120;
	add_paragraph(paper, paper->report.root, text);
	paper_lay(paper);
	return lines(paper);
}

static void
spaces_at_line_ends_stay(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	assert_string_equal(lines_of(paper, "aaaa bbbb  cccc dddd", 64),
	    "aaaa bbbb |cccc dddd");
	paper_free(paper);
}

static void
the_right_edge_is_even(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	/* filling each line would leave one word on the second */
	assert_string_equal(
	    lines_of(paper, "aa aa aa aa aa aaaaaaaaaaa bb", 80),
	    "aa aa aa |aa aa |aaaaaaaaaaa |bb");
	paper_free(paper);
}

static void
hyphenated_words_stay_whole(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	assert_string_equal(
	    lines_of(paper, "the long-term plan and/or more", 80),
	    "the long-term |plan and/or |more");
	paper_free(paper);
}

static void
a_broken_hyphen_is_not_at_a_line_end(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	assert_string_equal(
	    lines_of(paper, "some re- accreditation of it", 100),
	    "some |re- accreditation |of it");
	paper_free(paper);
}

static void
long_tokens_break_at_their_joints(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	assert_string_equal(
	    lines_of(paper, "https://www.example.org/plans/roads/winter", 90),
	    "https://www.|example.org/|plans/roads/|winter");
	paper_free(paper);
}

static void
endless_words_break_anywhere(void **state)
{
	struct paper *paper = paper_new();
	char text[3001];

	(void)state;
	memset(text, 'm', 3000);
	text[3000] = '\0';
	lines_of(paper, text, 300);
	for (size_t i = 0; i < paper->layout->pages[0].item_count; i++) {
		const struct pdf_item *item = &paper->layout->pages[0].items[i];

		if (is_content(item))
			assert_true(item->width <= 300.1);
	}
	assert_inside(paper);
	paper_free(paper);
}

static void
breaks_are_kept(void **state)
{
	struct paper *paper = paper_new();
	struct node *node = add_paragraph(paper, paper->report.root, "one");

	(void)state;
	add(paper, node, NODE_BREAK);
	add_text(paper, node, "two");
	paper_lay(paper);
	assert_string_equal(lines(paper), "one |two");
	paper_free(paper);
}

static void
looks_share_a_line(void **state)
{
	struct paper *paper = paper_new();
	struct node *node = add_paragraph(paper, paper->report.root, "one ");
	const struct pdf_item *bold;

	(void)state;
	add_text(paper, add(paper, node, NODE_STRONG), "two");
	add_text(paper, node, ", three");
	paper_lay(paper);
	assert_string_equal(lines(paper), "one two, three");
	bold = find_text(paper, "two", true, 0, NULL);
	assert_int_not_equal(bold->as.text.glyphs[0].face,
	    find_text(paper, "one", true, 0, NULL)->as.text.glyphs[0].face);
	assert_nothing_lost(paper, "");
	paper_free(paper);
}

static void
a_day_stays_with_its_month(void **state)
{
	struct paper *paper = paper_new();

	(void)state;
	assert_null(strstr(
	    lines_of(paper, "It was issued to them all on 1 August", 186),
	    "1 |August"));
	paper_free(paper);
}

static void
two_lines_at_least_at_each_end_of_a_page(void **state)
{
	(void)state;
	for (int lead = 37; lead <= 46; lead++) {
		struct paper *paper = paper_new();
		size_t on_first = 0, on_second = 0;

		for (int i = 0; i < lead; i++)
			add_paragraph(paper, paper->report.root, "lead");
		paper->theme.paragraph_gap_pt = 1;
		add_paragraph(
		    paper, paper->report.root, words(paper, "word", 40));
		paper_lay(paper);
		while (find_text(paper, "word", true, on_first, NULL) != NULL) {
			size_t page = 0;

			find_text(paper, "word", true, on_first, &page);
			on_first++;
			on_second += page == 1;
		}
		on_first -= on_second;
		assert_int_not_equal(on_first, 1);
		assert_int_not_equal(on_second, 1);
		paper_free(paper);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spaces_at_line_ends_stay),
		cmocka_unit_test(the_right_edge_is_even),
		cmocka_unit_test(hyphenated_words_stay_whole),
		cmocka_unit_test(a_broken_hyphen_is_not_at_a_line_end),
		cmocka_unit_test(long_tokens_break_at_their_joints),
		cmocka_unit_test(endless_words_break_anywhere),
		cmocka_unit_test(breaks_are_kept),
		cmocka_unit_test(looks_share_a_line),
		cmocka_unit_test(a_day_stays_with_its_month),
		cmocka_unit_test(two_lines_at_least_at_each_end_of_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
