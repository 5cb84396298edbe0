/* What single lines at a paper's head say, and how sure that is. */
#include "draft.h"

#include "analyse/analyse_priv.h"
#include "base/arena.h"

struct want {
	const char *text;
	enum head_trust least;
	enum head_kind kind;
	const char *name;
};

static const struct want lines[] = {
	{ "Audit Committee - 4 March 2027", HEAD_SURE, HEAD_MEETING,
	    "Audit Committee" },
	{ "Report to the Scrutiny Board", HEAD_SURE, HEAD_MEETING,
	    "Scrutiny Board" },
	{ "Thursday 4 March 2027", HEAD_SURE, HEAD_DATE, "" },
	{ "North Quay District Council", HEAD_SURE, HEAD_BODY,
	    "North Quay District Council" },
	{ "Cyngor Pentre / Pentre Council", HEAD_SURE, HEAD_BODY,
	    "Cyngor Pentre / Pentre Council" },
	{ "Report of the Treasurer", HEAD_SURE, HEAD_LABEL, "" },
	{ "Agenda item 7a", HEAD_SURE, HEAD_NUMBER, "" },
	{ "Appendix 2", HEAD_SURE, HEAD_NONE, "" },
	{ "Appendix 2", HEAD_LIKELY, HEAD_NUMBER, "" },
	{ "Pensions Committee Item No. 9", HEAD_LIKELY, HEAD_MEETING,
	    "Pensions Committee" },
	{ "Planning Committee report", HEAD_LIKELY, HEAD_MARKING,
	    "Planning Committee" },
	{ "Decision notice", HEAD_LIKELY, HEAD_MARKING, "" },
	{ "Vale Health Partnership", HEAD_SURE, HEAD_NONE, "" },
	{ "Vale Health Partnership", HEAD_LIKELY, HEAD_BODY,
	    "Vale Health Partnership" },
	{ "Review of the library service", HEAD_LIKELY, HEAD_NONE, "" },
	{ "Audit Committee meeting", HEAD_LIKELY, HEAD_NONE, "" },
	{ "Audit Committee meeting", HEAD_MAYBE, HEAD_MEETING,
	    "Audit Committee" },
	{ "Council", HEAD_SURE, HEAD_MEETING, "Council" },
	{ "Delegated decision by a chief officer", HEAD_LIKELY, HEAD_MARKING,
	    "" },
	{ "Waste collection: a new service", HEAD_MAYBE, HEAD_NONE, "" },
};

static void
each_line_says_what_it_does(void **state)
{
	struct arena *arena = arena_new();
	struct analysis a = { .scratch = arena };

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		const struct want *want = &lines[i];
		struct head_line line =
		    analyse_head_line(&a, str_from(want->text), want->least);

		if (line.kind != want->kind)
			print_error("%s\n", want->text);
		assert_int_equal(line.kind, want->kind);
		if (line.kind != HEAD_NONE)
			assert_str(line.name, want->name);
	}
	arena_free(arena);
}

static void
a_sentence_names_its_meeting(void **state)
{
	static const char *const cases[][2] = {
		{ "Minutes of the meeting of the Audit Committee held on 3 May",
		    "Audit Committee" },
		{ "MINUTES of the HOUSING, HEALTH AND CARE BOARD",
		    "HOUSING, HEALTH AND CARE BOARD" },
		{ "Councillor Lee, Audit Committee", "Audit Committee" },
		{ "All members of the Police and Crime Panel.",
		    "Police and Crime Panel" },
		{ "the report went to the Board", "" },
		{ "a panel of residents", "" },
		{ "the Cabinet", "Cabinet" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_str(
		    analyse_meeting_in(str_from(cases[i][0])), cases[i][1]);
}

struct fact {
	const char *name;
	enum cover_fact fact;
	bool is_field, is_cover;
};

static void
names_of_fields_say_what_they_hold(void **state)
{
	static const struct fact facts[] = {
		{ "Report title:", COVER_TITLE, true, false },
		{ "SUBJECT", COVER_TITLE, true, true },
		{ "Teitl / Title", COVER_TITLE, true, false },
		{ "Teitl / Colour", COVER_NONE, false, false },
		{ "Is this a key decision?", COVER_OTHER, true, false },
		{ "Report to", COVER_COMMITTEE, true, true },
		{ "Held on", COVER_DATE, false, false },
		{ "E-mail", COVER_ADDRESS, false, false },
		{ "Favourite colour", COVER_NONE, false, false },
	};
	struct arena *arena = arena_new();
	struct analysis a = { .scratch = arena };

	(void)state;
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
		struct str name = str_from(facts[i].name);

		assert_int_equal(analyse_cover_fact(&a, name), facts[i].fact);
		assert_int_equal(
		    analyse_is_field_name(&a, name), facts[i].is_field);
		assert_int_equal(
		    analyse_is_cover_name(&a, name), facts[i].is_cover);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_says_what_it_does),
		cmocka_unit_test(a_sentence_names_its_meeting),
		cmocka_unit_test(names_of_fields_say_what_they_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
