/* Tests of render/html/html_anchor.c, html_trail.c and html_meta.c: what makes
 * a page citable, and what machines are told of it. */
#include "html_fixture.h"

static void
test_paragraphs_are_counted_in_their_section(void **state)
{
	struct fixture f;
	struct node *section;

	(void)state;
	fixture_open(&f, "T");
	section = add_section(&f, f.doc->root, 2, "reasons", "Reasons");
	add_paragraph(&f, section, "First.");
	add_paragraph(&f, section, "Ours.")->flags = NODE_GENERATED;
	add_paragraph(&f, section, "Second.");
	add_section(&f, f.doc->root, 2, "reasons_2", "More");
	render(&f);
	assert_has(f.page.ptr, "<p id=\"reasons_1\">First. <a");
	assert_has(f.page.ptr, "<p class=\"generated\">Ours.</p>");
	/* an id that something else has already is not given again */
	assert_has(f.page.ptr, "<p id=\"reasons_3\">Second. <a");
	fixture_close(&f);
}

static void
test_recommendations_say_that_they_are(void **state)
{
	struct fixture f;
	struct node *section, *list, *item;

	(void)state;
	fixture_open(&f, "T");
	section = add_section(&f, f.doc->root, 2, "asked", "What is asked");
	section->role = ROLE_RECOMMENDATIONS;
	list = add(&f, section, NODE_LIST);
	list->as.list.ordered = true;
	item = add(&f, list, NODE_ITEM);
	item->id = str_from("recommendation-1");
	item->as.item.label = str_from("(1)");
	add_paragraph(&f, item, "That it is agreed.");
	assert_has(render(&f), "aria-label=\"Link: recommendation (1)\"");
	fixture_close(&f);
}

static void
test_deep_sections_say_where_they_are(void **state)
{
	struct fixture f;
	struct node *plan, *theme;
	struct buf screen = BUF_INIT;

	(void)state;
	while (screen.len < 2500)
		buf_puts(&screen, "More words. ");
	fixture_open(&f, "T");
	plan = add_section(&f, f.doc->root, 2, "plan", "The plan");
	theme = add_section(&f, plan, 3, "theme", "Water");
	theme->first->as.heading.number = str_from("3.1");
	/* right below its theme, and far below it; then close to the trail */
	add_paragraph(
	    &f, add_section(&f, theme, 4, "none", "Objective 0"), screen.ptr);
	add_section(&f, theme, 4, "objective", "Objective 1");
	add_section(&f, theme, 4, "next", "Objective 2");
	add_section(&f, plan, 3, "theme-2", "Fire");
	render(&f);
	buf_clear(&screen);
	assert_int_equal(count_of(f.page.ptr, "class=\"trail\""), 1);
	assert_has(f.page.ptr,
	    "<p class=\"trail\"><a href=\"#plan\">The plan</a> "
	    "<a href=\"#theme\">3.1 Water</a></p>\n<h4>Objective 1");
	/* it must not stand in for the headings themselves */
	assert_int_equal(count_of(read_back(&f).ptr, "Water"), 1);
	fixture_close(&f);
}

static void
test_a_section_can_be_an_action(void **state)
{
	struct plan_action action = { .id = STR("1.2"),
		.anchor = STR("action-1.2"),
		.state = STATE_AT_RISK,
		.theme = PLAN_NONE };
	struct plan plan = { .actions = &action, .actions_count = 1 };
	struct fixture f;
	struct node *section;

	(void)state;
	fixture_open(&f, "T");
	f.doc->plan = &plan;
	section = add_section(&f, f.doc->root, 2, "action-1.2", "Plant trees");
	add_section(&f, section, 3, "how", "How");
	render(&f);
	assert_has(f.page.ptr, "id=\"action-1.2\" data-state=\"at-risk\"");
	assert_has(f.page.ptr,
	    "Plant trees <a class=\"anchor\" href=\"#action-1.2\" "
	    "aria-label=\"Link: action 1.2\"></a></h2>");
	/* the headings below it lead to nothing of their own */
	assert_has(f.page.ptr, "How</h3>");
	f.doc->plan = NULL;
	fixture_close(&f);
}

static void
test_json_ends_no_script(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "</script><b>\"T\" & 'U' \\");
	assert_has(render(&f),
	    "\"name\":\"\\u003c/script\\u003e\\u003cb\\u003e\\\"T\\\" \\u0026 "
	    "\\u0027U\\u0027 \\\\\"");
	fixture_close(&f);
}

static void
test_files_beside_the_page(void **state)
{
	static const struct report_twin twins[] = {
		{ STR("html"), STR("a.html") },
		{ STR("pdf"), STR("javascript:a b#1?%2f\".pdf") },
		{ STR("csv"), STR("a.csv") },
	};
	struct fixture f;

	(void)state;
	fixture_open(&f, "T");
	f.report.twins = twins;
	f.report.twin_count = 3;
	render(&f);
	assert_has(f.page.ptr,
	    "<li><a href=\"javascript%3Aa%20b%231%3F%252f%22.pdf\" "
	    "type=\"application/pdf\">PDF</a></li></ul></nav>");
	assert_has(f.page.ptr, "rel=\"alternate\" type=\"application/pdf\"");
	/* nobody wants a table of no actions */
	assert_lacks(f.page.ptr, "a.csv");
	fixture_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paragraphs_are_counted_in_their_section),
		cmocka_unit_test(test_recommendations_say_that_they_are),
		cmocka_unit_test(test_deep_sections_say_where_they_are),
		cmocka_unit_test(test_a_section_can_be_an_action),
		cmocka_unit_test(test_json_ends_no_script),
		cmocka_unit_test(test_files_beside_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
