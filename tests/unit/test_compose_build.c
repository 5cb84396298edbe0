/* Steps: what each makes, when it makes nothing, and that what one step took
 * no other takes again. */
#include "compose_case.h"

#define DRAFT                                                                  \
	"# Title\n\nBefore.\n\n## Alpha\n\nFirst.\n\n### Beta\n\nSecond.\n\n"  \
	"## Gamma\n\nThird.\n\n## Background papers\n\nNone.\n"

static void
expect(const char *steps, const char *text)
{
	struct made made = made_new(DRAFT, steps);

	assert_string_equal(made_text(&made), text);
	made_free(&made);
}

static void
test_without_steps(void **state)
{
	(void)state;
	expect("", "Title Before. Alpha First. Beta Second. Gamma Third. "
		   "Background papers None.");
}

static void
test_copy(void **state)
{
	(void)state;
	expect("<copy select=\"draft/section[@key = 'gamma']\"/><rest/>",
	    "Title Before. Gamma Third. Alpha First. Beta Second. "
	    "Background papers None.");
	/* taken once, however often it is asked for */
	expect("<copy select=\"//section[@key = 'gamma']\"/>"
	       "<copy select=\"//section[@key = 'gamma']\"/>"
	       "<copy select=\"//section[@key = 'beta']\"/><rest/>",
	    "Title Before. Gamma Third. Beta Second. Alpha First. "
	    "Background papers None.");
}

static void
test_copy_inside(void **state)
{
	(void)state;
	/* the heading is not lost: it comes as a line of its own */
	expect("<section title='Ours'>"
	       "<copy select=\"//section[@key = 'gamma']\" part='inside'/>"
	       "</section><rest/>",
	    "Title Before. Ours Gamma Third. Alpha First. Beta Second. "
	    "Background papers None.");
	expect("<section each=\"//section[@key = 'gamma']\" heading='draft'>"
	       "<copy select='.' part='inside'/></section><rest/>",
	    "Title Before. Gamma Third. Alpha First. Beta Second. "
	    "Background papers None.");
}

static void
test_rest(void **state)
{
	(void)state;
	expect("<rest title='More' "
	       "except=\"//section[@role = 'background-papers']\"/>"
	       "<section title='Sources'>"
	       "<copy select=\"//section[@role = 'background-papers']\"/>"
	       "</section>",
	    "Title More Before. Alpha First. Beta Second. Gamma Third. "
	    "Sources Background papers None.");
	/* nothing left: no heading either */
	expect("<rest/><rest title='More'/>",
	    "Title Before. Alpha First. Beta Second. Gamma Third. "
	    "Background papers None.");
}

static void
test_part_of_a_section_is_left(void **state)
{
	struct made made = made_new(DRAFT,
	    "<section each=\"//section[@key = 'alpha']\" heading='draft'>"
	    "<copy select='block'/></section>"
	    "<section title='Rest'><rest/></section>");

	(void)state;
	assert_string_equal(made_text(&made),
	    "Title Alpha First. Rest Before. Alpha Beta Second. "
	    "Gamma Third. Background papers None.");
	/* the second "Alpha" is ours, and has an id of its own */
	assert_has(&made, "heading 5:1 generated level=3");
	assert_has(&made, "id=\"alpha\"");
	made_free(&made);
}

static void
test_sections(void **state)
{
	(void)state;
	expect("<section title='Empty'><para/></section><rest/>",
	    "Title Before. Alpha First. Beta Second. Gamma Third. "
	    "Background papers None.");
	expect("<section title='Out' if='false()'><para>x</para></section>"
	       "<section each='draft/section[1]'>"
	       "<heading>On <value select='@title'/></heading>"
	       "<para><value select='count(section)'/></para></section>"
	       "<rest/>",
	    "Title Before. On Alpha 1 Alpha First. Beta Second. Gamma Third. "
	    "Background papers None.");
}

static void
test_section_flags(void **state)
{
	struct made made = made_new(DRAFT,
	    "<section title='Wide' id='wide' role='plan' landscape='yes' "
	    "new-page='yes' quiet='yes'><para quiet='yes'>x</para></section>"
	    "<contents/><rest/>");

	(void)state;
	assert_has(&made, "section role=plan id=\"wide\" generated landscape "
			  "new-page quiet");
	assert_has(&made, "paragraph generated quiet");
	assert_has(&made, "  contents generated");
	made_free(&made);
}

static void
test_lists(void **state)
{
	struct made made = made_new(DRAFT,
	    "<list><item>a</item><item if='false()'>b</item>"
	    "<item each='draft/section'><value select='@title'/></item>"
	    "<item/></list><list><item/></list><rest/>");

	(void)state;
	assert_non_null(strstr(
	    made_text(&made), "a Alpha Gamma Background papers Before."));
	assert_null(strstr(strstr(made.tree.ptr, "list") + 4, "list"));
	made_free(&made);
}

static void
test_no_title(void **state)
{
	struct made made = made_new("Just a line of words, and no more.\n", "");

	(void)state;
	assert_int_equal(made.report->root->first->kind, NODE_HEADING);
	assert_true(made.report->title.len > 0);
	assert_non_null(strstr(made_text(&made), "no more."));
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_without_steps),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_copy_inside),
		cmocka_unit_test(test_rest),
		cmocka_unit_test(test_part_of_a_section_is_left),
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_section_flags),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_no_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
