/* Sections are known by their headings, in both languages, unless what they
 * hold says otherwise. */
#include "draft.h"

static const struct node *
section_titled(const struct draft *draft, const char *title)
{
	struct walker walker = { .root = draft->doc->root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_SECTION &&
		    str_is(
			doc_text(draft->doc->arena, walker.node->first), title))
			return walker.node;
	fail_msg("no section \"%s\"", title);
	return NULL;
}

static void
assert_role(const struct draft *draft, const char *title, enum node_role role)
{
	enum node_role got = section_titled(draft, title)->role;

	if (got != role)
		fail_msg("\"%s\" is \"%s\"", title, doc_role_name(got));
}

static void
parts_of_a_report_in_english(void **state)
{
	static const struct {
		const char *heading;
		enum node_role role;
	} parts[] = {
		{ "Purpose of the report", ROLE_PURPOSE },
		{ "Recommendations", ROLE_RECOMMENDATIONS },
		{ "Reasons for the recommendations", ROLE_REASONS },
		{ "Alternative options considered and rejected",
		    ROLE_ALTERNATIVES },
		{ "Options appraisal", ROLE_ALTERNATIVES },
		{ "Outcome of consultation", ROLE_CONSULTATION },
		{ "Decision", ROLE_DECISION },
		{ "Next steps", ROLE_NEXT_STEPS },
		{ "Local Government Act 1972: background papers",
		    ROLE_BACKGROUND },
		{ "Reasons for urgency", ROLE_NONE },
		{ "Consultation events in the north", ROLE_NONE },
		{ "Options for play areas", ROLE_NONE },
	};
	struct buf text = BUF_INIT;
	struct draft draft;

	(void)state;
	buf_puts(&text, "# Harbour Lights\n");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		buf_printf(&text, "\n## %s\n\nSome words.\n", parts[i].heading);
	draft = draft_md(text.ptr);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		assert_role(&draft, parts[i].heading, parts[i].role);
	draft_free(&draft);
	buf_clear(&text);
}

static void
parts_of_a_report_in_welsh(void **state)
{
	static const struct {
		const char *heading;
		enum node_role role;
	} parts[] = {
		{ "Diben yr adroddiad", ROLE_PURPOSE },
		{ "Argymhellion", ROLE_RECOMMENDATIONS },
		{ "Rhesymau dros yr argymhellion", ROLE_REASONS },
		{ "Opsiynau eraill a ystyriwyd", ROLE_ALTERNATIVES },
		{ "Ymgynghori", ROLE_CONSULTATION },
		{ "Goblygiadau ariannol", ROLE_IMPLICATION },
		{ "Yr iaith Gymraeg", ROLE_IMPLICATION },
		{ "Llesiant Cenedlaethau’r Dyfodol", ROLE_IMPLICATION },
		{ "Penderfyniad", ROLE_DECISION },
		{ "Camau nesaf", ROLE_NEXT_STEPS },
		{ "Papurau cefndir", ROLE_BACKGROUND },
		{ "Atodiadau", ROLE_APPENDICES },
	};
	struct buf text = BUF_INIT;
	struct draft draft;

	(void)state;
	buf_puts(&text, "# Goleuadau'r harbwr\n");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		buf_printf(&text, "\n## %s\n\nGeiriau.\n", parts[i].heading);
	draft = draft_md(text.ptr);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		assert_role(&draft, parts[i].heading, parts[i].role);
	draft_free(&draft);
	buf_clear(&text);
}

/* "Legal" is an implication among implications, and a chapter elsewhere. */
static void
bare_names_are_implications_among_their_kind(void **state)
{
	struct draft draft =
	    draft_md("# Harbour\n\n## Implications\n\n### Legal\n\nNone.\n\n"
		     "### Climate change\n\nLess oil is burnt.\n");

	(void)state;
	assert_role(&draft, "Legal", ROLE_IMPLICATION);
	assert_int_equal(draft.plan->implications_count, 2);
	assert_str(draft.plan->implications[1].name, "Climate change");
	assert_str(draft.plan->implications[1].text, "Less oil is burnt.");
	draft_free(&draft);

	draft = draft_md("# Harbour\n\n## Legal\n\nThe harbour act applies.\n\n"
			 "## Climate change\n\nThe sea rises.\n");
	assert_role(&draft, "Legal", ROLE_NONE);
	assert_int_equal(draft.plan->implications_count, 0);
	draft_free(&draft);
}

/* A plan may have a theme called "Consultation". */
static void
themes_of_a_plan_keep_their_meaning(void **state)
{
	struct draft draft =
	    draft_md("# Harbour plan\n\n## Consultation\n\n"
		     "| Ref | Action | Owner | Status |\n|---|---|---|---|\n"
		     "| 1 | Ask the boatmen | Ann Lee | Green |\n\n"
		     "## Lights\n\n"
		     "| Ref | Action | Owner | Status |\n|---|---|---|---|\n"
		     "| 2 | Light the pier | Bob Orr | Green |\n");

	(void)state;
	assert_int_equal(draft.plan->themes_count, 2);
	assert_role(&draft, "Consultation", ROLE_THEME);
	draft_free(&draft);
}

static void
background_papers_with_actions_are_both(void **state)
{
	struct draft draft = draft_md(
	    "# Adroddiad cynnydd\n\n## Argymhellion\n\n1. Nodi'r adroddiad.\n\n"
	    "## Papurau cefndir\n\nCynllun Digidol 2025\n\n"
	    "| Cyf | Cam gweithredu | Arweinydd | Statws |\n"
	    "|---|---|---|---|\n"
	    "| 1.1 | Trwsio'r wal | Ann Lee | Gwyrdd |\n");

	(void)state;
	assert_role(&draft, "Papurau cefndir", ROLE_BACKGROUND);
	assert_int_equal(draft.plan->background_count, 1);
	assert_int_equal(draft.plan->actions_count, 1);
	assert_int_equal(draft.plan->actions[0].state, STATE_ON_TRACK);
	assert_int_equal(said(&draft, "no-background-papers"), 0);
	draft_free(&draft);
}

/* A title may begin with the words of a section. */
static void
a_title_is_not_taken_for_a_section(void **state)
{
	struct draft draft = draft_md(
	    "# Alternatives to the north pier\n\n## Introduction\n\nWords.\n");

	(void)state;
	assert_str(draft.plan->title, "Alternatives to the north pier");
	draft_free(&draft);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_of_a_report_in_english),
		cmocka_unit_test(parts_of_a_report_in_welsh),
		cmocka_unit_test(bare_names_are_implications_among_their_kind),
		cmocka_unit_test(themes_of_a_plan_keep_their_meaning),
		cmocka_unit_test(background_papers_with_actions_are_both),
		cmocka_unit_test(a_title_is_not_taken_for_a_section),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
