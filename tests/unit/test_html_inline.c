/* Inlines: links that may be followed and links that may not, states, pictures.
 */
#include <stdio.h>
#include <unistd.h>

#include "html_fixture.h"

static struct node *
link_to(struct fixture *f, const char *url, const char *text)
{
	struct node *link =
	    add(f, add_paragraph(f, f->doc->root, ""), NODE_LINK);

	link->as.link.url = str_from(url);
	add_text(f, link, text);
	return link;
}

static void
test_safe_links(void **state)
{
	static const char *const urls[] = { "https://ellershire.example/a?b=1",
		"mailto:roads@ellershire.example", "tel:+441234567890",
		"annex-b.pdf", "#paragraph-7", "HTTP://ellershire.example" };

	(void)state;
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		struct fixture f;
		char want[100];

		fixture_open(&f, "T");
		link_to(&f, urls[i], "this page");
		snprintf(want, sizeof(want), "<a href=\"%s\">this page</a>",
		    urls[i]);
		assert_has(render(&f), want);
		fixture_close(&f);
	}
}

static void
test_unsafe_links_are_text(void **state)
{
	static const char *const urls[] = { "javascript:alert(1)",
		" JavaScript:alert(1)", "java\nscript:alert(1)",
		"\x01javascript:alert(1)", "data:text/html,hello", "vbscript:x",
		"file:///etc/passwd", "//host/share", "\\\\host\\share" };

	(void)state;
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		struct fixture f;

		fixture_open(&f, "T");
		link_to(&f, urls[i], "press here");
		render(&f);
		/* the page's own lead within it */
		assert_int_equal(count_of(f.page.ptr, "href="),
		    count_of(f.page.ptr, "href=\"#") + 1); /* dcterms */
		assert_has(f.page.ptr, "press here (");
		fixture_close(&f);
	}
}

static void
test_address_is_encoded(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "T");
	link_to(&f, "annex b\".pdf?x=<1>&y=100%", "Annex B");
	assert_has(
	    render(&f), "href=\"annex%20b%22.pdf?x=%3C1%3E&amp;y=100%25\"");
	fixture_close(&f);
}

static void
test_link_inside_the_page(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "T");
	add_heading(&f, f.doc->root, 1, "T")->id = str_from("top");
	link_to(&f, "", "above")->as.link.target = str_from("top");
	assert_has(render(&f), "<a href=\"#top\">above</a>");
	fixture_close(&f);
}

/* Each state has its word, and a shape that another state has not. */
static void
test_states_differ_in_shape(void **state)
{
	struct fixture f;
	struct node *node;

	(void)state;
	fixture_open(&f, "T");
	for (int i = STATE_COMPLETE; i <= STATE_UNKNOWN; i++) {
		node = add(&f, add_paragraph(&f, f.doc->root, ""), NODE_STATE);
		node->as.state.state = (enum state)i;
		add_text(&f, node, "Word");
	}
	render(&f);
	assert_has(f.page.ptr, "<span class=\"state is-complete\"><svg ");
	assert_int_equal(count_of(f.page.ptr, "</svg>Word</span>"), 8);
	assert_int_equal(count_of(f.page.ptr, "aria-hidden=\"true\""), 8);
	assert_has(f.page.ptr, ".is-on-hold{--fill:#e1f2e8;--shape:#14643c;");
	fixture_close(&f);
}

static struct node *
image(struct fixture *f, const char *url)
{
	struct node *node =
	    add(f, add_paragraph(f, f->doc->root, ""), NODE_IMAGE);

	node->as.link.url = str_from(url);
	add_text(f, node, "Map of gullies");
	return node;
}

static void
test_missing_image_is_named(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "T");
	image(&f, "no-such-file.png");
	image(&f, "https://tracker.example/dot.png");
	render(&f);
	assert_lacks(f.page.ptr, "<img");
	assert_has(f.page.ptr, "Map of gullies (no-such-file.png)</span>");
	assert_int_equal(msgs_count(f.msgs, MSG_WARNING), 1);
	assert_string_equal(msgs_at(f.msgs, 0)->rule.ptr, "image-missing");
	fixture_close(&f);
}

static void
test_image_is_put_into_the_page(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, "T");
	f.doc->path = str_from("tests/golden/layout/pictures/draft.md");
	image(&f, "pictures/weir.png");
	render(&f);
	assert_has(f.page.ptr, "<img src=\"data:image/png;base64,iVBORw0KGgoA");
	assert_has(f.page.ptr,
	    "alt=\"Map of gullies\" width=\"240\" height=\"120\"/>");
	assert_true(str_find(read_back(&f), "Map of gullies") != (size_t)-1);
	fixture_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_safe_links),
		cmocka_unit_test(test_unsafe_links_are_text),
		cmocka_unit_test(test_address_is_encoded),
		cmocka_unit_test(test_link_inside_the_page),
		cmocka_unit_test(test_states_differ_in_shape),
		cmocka_unit_test(test_missing_image_is_named),
		cmocka_unit_test(test_image_is_put_into_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
