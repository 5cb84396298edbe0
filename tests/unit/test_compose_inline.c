/* The wording of steps: values, numbers and their forms, white space. */
#include "compose_case.h"

static void
expect(const char *wording, const char *text)
{
	struct arena *arena = arena_new();
	struct made made = made_new(PLAN_DRAFT,
	    str_printf(arena, "<para>%s</para><rest/>", wording).ptr);
	const char *got =
	    doc_text(made.arena, made.report->root->first->next).ptr;

	assert_string_equal(got, text);
	made_free(&made);
	arena_free(arena);
}

static void
test_values(void **state)
{
	(void)state;
	expect("<value select='@title'/>: <value select='@actions'/>",
	    "A plan: 4");
	expect("<value select='count(plan//action) * 2'/>", "8");
	expect("x<value select='@committee'/>y", "xy");
}

static void
test_numbers(void **state)
{
	(void)state;
	expect("<number select='4' one='action is' many='actions are'/>",
	    "4 actions are");
	expect("<number select='1' one='action is' many='actions are'/>",
	    "1 action is");
	expect("<number select='0' one='a' many='b'/>", "0 b");
	expect("<number select='0' one='a' many='b' none='no c'/>", "no c");
	expect("they <number select='2' show='no' one='is' many='are'/> on",
	    "they are on");
	/* what is no number counts as nought */
	expect("<number select='number(@title)' many='x'/>", "0 x");
}

static void
test_joins(void **state)
{
	(void)state;
	expect("<join select='plan//action' last=' and '>"
	       "<value select='@id'/></join>",
	    "1, 2, 3 and 10");
	expect("<join select='plan//action[@id = 3]' last=' and '>"
	       "<value select='@id'/></join>",
	    "3");
	expect("<join select='plan//action[@id &lt; 3]' between='; '>"
	       "<value select='@id'/></join>",
	    "1; 2");
	expect("<join select='plan//action' sort='@due-iso'>"
	       "<value select='@id'/></join>",
	    "2, 3, 1, 10");
}

static void
test_conditions(void **state)
{
	(void)state;
	expect("a<part if='@actions &gt; 3'> b</part>"
	       "<part if='@actions &gt; 4'> c</part> d",
	    "a b d");
	expect("<value select='@title' if='@committee'/>e", "e");
}

static void
test_white_space(void **state)
{
	(void)state;
	expect("\n   a\n\n   b <part if='false()'>c</part>\n"
	       "   <part if='true()'>d</part>\n  e \n",
	    "a b d e");
	expect("a<strong> b </strong>c", "abc");
}

static void
test_marks(void **state)
{
	struct made made = made_new(PLAN_DRAFT,
	    "<para><strong>s</strong><emph>e</emph><break/>"
	    "<state select=\"'at-risk'\"/>"
	    "<state select=\"'complete'\">Blue</state>"
	    "<link to='plan//action[1]/@anchor'>there</link>"
	    "<link to=\"'nowhere'\">lost</link></para><rest/>");

	(void)state;
	assert_has(&made, "strong generated\n      text generated \"s\"");
	assert_has(&made, "state generated at-risk\n"
			  "      text \"At risk\"");
	assert_has(&made, "state generated complete\n"
			  "      text generated \"Blue\"");
	assert_has(&made, "link generated target=\"action-1\"");
	/* a link to nothing is its words */
	assert_has(&made, "span generated\n      text generated \"lost\"");
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_joins),
		cmocka_unit_test(test_conditions),
		cmocka_unit_test(test_white_space),
		cmocka_unit_test(test_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
