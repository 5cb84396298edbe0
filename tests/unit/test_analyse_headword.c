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
	    "Audit Committee meeting" },
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_says_what_it_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
