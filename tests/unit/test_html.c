/* The page as a whole: one title, landmarks, order of headings, hostile text.
 */
#include "html_fixture.h"

static void
test_one_title_and_landmarks(void **state)
{
	struct fixture f;
	const char *page;

	(void)state;
	fixture_open(&f, "Roads & bridges");
	f.report.organisation = str_from("Ellershire");
	f.report.committee = str_from("Audit");
	add_heading(&f, f.doc->root, 1, "Roads & bridges");
	add_paragraph(&f, f.doc->root, "Text.");
	page = render(&f);
	assert_memory_equal(page, "<!DOCTYPE html>\n<html lang=\"en-GB\">", 34);
	assert_int_equal(count_of(page, "<h1"), 1);
	assert_has(page, "<h1>Roads &amp; bridges</h1>");
	assert_has(
	    page, "<title>Roads &amp; bridges – Audit – Ellershire</title>");
	assert_has(page, "<a class=\"skip\" href=\"#_main\">");
	assert_has(page, "<main id=\"_main\"");
	assert_has(page, "<p class=\"organisation\">Ellershire</p>");
	assert_has(page, "<footer>");
	assert_lacks(page, "<nav");
	fixture_close(&f);
}

static void
test_a_report_without_heading_gets_its_title(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "Paper");
	add_paragraph(&f, f.doc->root, "Text.");
	assert_has(render(&f), "<h1 class=\"generated\">Paper</h1>");
	fixture_close(&f);
}

static void
test_heading_levels_leave_none_out(void **state)
{
	struct fixture f;
	const char *page;

	(void)state;
	fixture_open(&f, "T");
	add_heading(&f, f.doc->root, 1, "T");
	add_heading(&f, f.doc->root, 4, "Deep");
	add_heading(&f, f.doc->root, 1, "Second title");
	add_heading(&f, f.doc->root, 3, "Third");
	page = render(&f);
	assert_has(page, "<h2>Deep</h2>");
	assert_has(page, "<h2>Second title</h2>");
	assert_has(page, "<h3>Third</h3>");
	assert_int_equal(count_of(page, "<h1"), 1);
	assert_lacks(page, "<h4");
	fixture_close(&f);
}

static void
test_markup_in_a_draft_stays_text(void **state)
{
	struct fixture f;
	const char *page;

	(void)state;
	fixture_open(&f, "</title><script>alert(1)</script>");
	f.report.organisation = str_from("\"><img src=x onerror=alert(2)>");
	f.report.description = str_from("\"><script>");
	f.report.css = str_from("p{color:red}</style><script>alert(3)");
	add_heading(&f, f.doc->root, 1, "<script>alert(4)</script>");
	add_paragraph(&f, f.doc->root, "&lt; <b onclick=\"x\"> ]]> \x01\x0c");
	page = render(&f);
	/* the two blocks of data and the page's own */
	assert_int_equal(count_of(page, "<script"), 3);
	assert_lacks(page, "<img");
	assert_lacks(page, "<b ");
	assert_int_equal(count_of(page, "</style>"), 1);
	assert_has(page,
	    "<p id=\"p_1\">&amp;lt; &lt;b onclick=\"x\"&gt; ]]&gt; \uFFFD");
	assert_true(str_find(read_back(&f), "<b onclick=\"x\"> ]]>") > 0);
	fixture_close(&f);
}

static void
test_bytes_that_are_no_text_do_not_break_the_page(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "T\xFF");
	add_heading(
	    &f, f.doc->root, 1, "A \xC3\x28 \xED\xA0\x80 \xEF\xBF\xBF b");
	render(&f);
	assert_has(f.page.ptr, "<title>T\uFFFD</title>");
	read_back(&f);
	fixture_close(&f);
}

/* The list of contents leads to ids that are there. */
static void
test_contents(void **state)
{
	struct fixture f;
	struct node *one;
	const char *page;

	(void)state;
	fixture_open(&f, "T");
	add_heading(&f, f.doc->root, 1, "T");
	one = add_section(&f, f.doc->root, 2, "one", "First part");
	one->first->as.heading.number = str_from("1.");
	add_section(&f, one, 3, "one-a", "Under it");
	add_section(&f, one, 3, "one-b", "Also under it");
	add_section(&f, f.doc->root, 2, "two", "Second part");
	page = render(&f);
	assert_has(page, "<nav class=\"contents\" aria-labelledby=");
	assert_has(page, "<a href=\"#one\"><span class=\"number\">1.</span> "
			 "First part</a>\n<ol>\n<li><a href=\"#one-a\">");
	assert_has(page, "<a href=\"#one-b\">Also under it</a></li></ol></li>"
			 "\n<li><a href=\"#two\">Second part</a></li></ol>");
	assert_has(page, "<section id=\"one\" aria-labelledby=\"_h1\">");
	assert_has(page, "<h2 id=\"_h1\"><span class=\"number\">1.</span> ");
	assert_has(page, "<section id=\"one-a\">");
	fixture_close(&f);
}

static void
test_the_policy_names_the_style(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "T");
	render(&f);
	assert_has(f.page.ptr, "default-src 'none'; style-src 'sha256-");
	assert_lacks(f.page.ptr, "unsafe");
	assert_lacks(f.page.ptr, " style=");
	fixture_close(&f);
}

static void
test_welsh_report_has_welsh_frame(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "Adroddiad");
	f.report.language = str_from("cy");
	words_read(f.doc->arena, &f.report.words, "cy");
	render(&f);
	assert_has(f.page.ptr, "<html lang=\"cy\">");
	assert_has(f.page.ptr, "Neidio i’r prif gynnwys");
	fixture_close(&f);
}

static void
test_same_report_same_bytes(void **state)
{
	struct fixture f;
	struct buf first = BUF_INIT;

	(void)state;
	fixture_open(&f, "T");
	add_heading(&f, f.doc->root, 1, "T");
	render(&f);
	buf_put_str(&first, buf_str(&f.page));
	render(&f);
	assert_true(str_eq(buf_str(&first), buf_str(&f.page)));
	buf_clear(&first);
	fixture_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_title_and_landmarks),
		cmocka_unit_test(test_a_report_without_heading_gets_its_title),
		cmocka_unit_test(test_heading_levels_leave_none_out),
		cmocka_unit_test(test_markup_in_a_draft_stays_text),
		cmocka_unit_test(
		    test_bytes_that_are_no_text_do_not_break_the_page),
		cmocka_unit_test(test_contents),
		cmocka_unit_test(test_the_policy_names_the_style),
		cmocka_unit_test(test_welsh_report_has_welsh_frame),
		cmocka_unit_test(test_same_report_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
