/* What is in the other language is marked, and nothing else. */
#include "draft.h"

static struct str
language_at(const struct draft *draft, enum node_kind kind, unsigned line)
{
	struct walker walker = { .root = draft->doc->root };

	while (doc_walk(&walker))
		if (walker.node->kind == kind && walker.node->pos.line == line)
			return walker.node->lang;
	fail_msg("nothing of that kind in line %u", line);
	return (struct str){ NULL, 0 };
}

static void
welsh_in_an_english_paper_is_marked(void **state)
{
	struct draft draft = draft_md(
	    "# The harbour report\n\n"
	    "The lamps on the wall are lit, and this is the report.\n\n"
	    "## Diben yr adroddiad\n\n"
	    "Mae'r goleuadau ar y wal yn gweithio.\n\n"
	    "Ann Lee\n");

	(void)state;
	assert_str(draft.plan->language, "en-GB");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 3), "");
	assert_str(language_at(&draft, NODE_HEADING, 5), "cy");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 7), "cy");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 9), "");
	draft_free(&draft);
}

static void
a_welsh_paper_is_welsh(void **state)
{
	struct draft draft =
	    draft_md("# Adroddiad ar yr harbwr\n\n"
		     "Mae'r goleuadau ar y wal yn gweithio eto.\n\n"
		     "The lamps are on the wall.\n");

	(void)state;
	assert_str(draft.plan->language, "cy");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 3), "");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 5), "en-GB");
	draft_free(&draft);
}

static void
the_front_matter_decides(void **state)
{
	struct draft draft =
	    draft_md("---\nlanguage: en-GB\n---\n# Adroddiad\n\n"
		     "Mae'r goleuadau ar y wal yn gweithio eto.\n");

	(void)state;
	assert_str(draft.plan->language, "en-GB");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 6), "cy");
	draft_free(&draft);
}

/* Some are also words: "bob" is "every", "dan" is "under". */
static void
names_are_of_no_language(void **state)
{
	struct draft draft = draft_md("# Report on the plan\n\nBob Birch\n\n"
				      "Dan Price\n\nbob blwyddyn\n");

	(void)state;
	assert_str(language_at(&draft, NODE_PARAGRAPH, 3), "");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 5), "");
	assert_str(language_at(&draft, NODE_PARAGRAPH, 7), "cy");
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(welsh_in_an_english_paper_is_marked),
		cmocka_unit_test(a_welsh_paper_is_welsh),
		cmocka_unit_test(the_front_matter_decides),
		cmocka_unit_test(names_are_of_no_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
