/* Reading a page back: order, what counts and what does not. */
#include "html_fixture.h"

static void
assert_text(const char *body, const char *want)
{
	struct buf page = BUF_INIT, text = BUF_INIT;

	buf_printf(&page,
	    "<!DOCTYPE html>\n<html><head><title>No</title><style>p{}</style>"
	    "</head><body>%s</body></html>",
	    body);
	assert_true(html_text(&text, buf_str(&page)));
	assert_string_equal(text.ptr ? text.ptr : "", want);
	buf_clear(&page);
	buf_clear(&text);
}

static void
test_blocks_are_lines(void **state)
{
	(void)state;
	assert_text("<p>One <em>t</em>wo</p><ul><li>three</li></ul>",
	    "One two\nthree\n");
	assert_text("<table><tr><th>a</th><td>b</td></tr></table>", "a\nb\n");
	assert_text("<p>a<br/>b</p>", "a\nb\n");
}

static void
test_repetitions_of_ours_do_not_count(void **state)
{
	(void)state;
	assert_text("<header><p>Council</p></header><main><p>Text</p></main>"
		    "<footer><p>Council</p></footer>",
	    "Text\n");
	assert_text("<a class=\"skip\" href=\"#m\">Skip</a><nav><a href=\"#x\">"
		    "Head</a></nav><h2>Head</h2>",
	    "Head\n");
	assert_text("<table><caption class=\"unseen\">Head</caption></table>"
		    "<table><caption>Kept</caption></table>",
	    "Kept\n");
}

/* An address counts once, whether it is the link's text or not. */
static void
test_addresses(void **state)
{
	(void)state;
	assert_text("<p><a href=\"https://a.example/b\">here</a>.</p>",
	    "here <https://a.example/b> .\n");
	assert_text(
	    "<p><a href=\"https://a.example\">https://a.example</a></p>",
	    "https://a.example\n");
	assert_text("<p><a href=\"mailto:a@b\">a@b</a></p>", "a@b\n");
	assert_text("<p><a href=\"#p7\">above</a></p>", "above\n");
	assert_text("<p><a href=\"a%20b\">x</a></p>", "x <a%20b a b> \n");
}

static void
test_alternative_text(void **state)
{
	(void)state;
	assert_text(
	    "<p>See <img alt=\"a map\" src=\"data:,\"/></p>", "See  a map \n");
}

static void
test_broken_page_is_refused(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	assert_false(html_text(&text, str_from("<html><p>cut off")));
	assert_false(html_text(&text, str_from("")));
	buf_clear(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks_are_lines),
		cmocka_unit_test(test_repetitions_of_ours_do_not_count),
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_alternative_text),
		cmocka_unit_test(test_broken_page_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
