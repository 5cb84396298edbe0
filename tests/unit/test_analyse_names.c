/* Names are taken apart where they are several, and kept whole where they are
 * one. */
#include "draft.h"

#include "analyse/analyse_priv.h"

/* The names that an owner's cell gives, parted by bars. */
static void
assert_names(const char *cell, const char *want)
{
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct draft draft;
	const struct name_list *list;

	buf_printf(&text,
	    "Plan for the Quay\n\nAction\tOwner\tStatus\tProgress\n"
	    "1.1 Mend\t%s\tGreen\tSome.\n1.2 Sweep\tCy Marsh\tGreen\tSome.\n",
	    cell);
	draft = draft_text(text.ptr);
	list = &draft.plan->actions[0].owners;
	for (size_t i = 0; i < list->count; i++)
		buf_printf(
		    &got, "%s%.*s", i > 0 ? "|" : "", STR_ARG(list->names[i]));
	assert_str(buf_str(&got), want);
	buf_clear(&got);
	buf_clear(&text);
	draft_free(&draft);
}

static void
several_names_are_parted(void **state)
{
	(void)state;
	assert_names("Ann Lee / Bo Lund", "Ann Lee|Bo Lund");
	assert_names("Ann Lee & Bo Lund.", "Ann Lee|Bo Lund");
	assert_names(
	    "Ann Lee, Bo Lund and Cy Marsh", "Ann Lee|Bo Lund|Cy Marsh");
	assert_names("AL & BL", "AL|BL");
	assert_names("Head of Finance & Ann Lee", "Head of Finance|Ann Lee");
}

static void
teams_and_offices_stay_whole(void **state)
{
	(void)state;
	assert_names("Health & Safety Team", "Health & Safety Team");
	assert_names(
	    "Parks and Leisure Services", "Parks and Leisure Services");
	assert_names(
	    "Assistant Director, Highways", "Assistant Director, Highways");
	assert_names(
	    "Director of Parks & Leisure", "Director of Parks & Leisure");
}

static void
nobody_owns_nothing(void **state)
{
	(void)state;
	assert_names("TBC", "");
	assert_names("Vacant.", "");
	assert_names("Ann Lee / TBC", "Ann Lee");
}

static void
assert_name(const char *text, const char *name, const char *role)
{
	struct analyse_name got = analyse_name_of(str_from(text));

	assert_str(got.name, name);
	assert_str(got.role, role);
}

static void
offices_are_told_from_names(void **state)
{
	(void)state;
	assert_name("Ann Lee (Head of Audit)", "Ann Lee", "Head of Audit");
	assert_name("Ann Lee, Head of Audit.", "Ann Lee", "Head of Audit");
	assert_name("Head of Audit - Ann Lee", "Ann Lee", "Head of Audit");
	assert_name("Colin Farrant Head of Flood Risk", "Colin Farrant",
	    "Head of Flood Risk");
	assert_name("Head of Flood Risk", "Head of Flood Risk", "");
	assert_name(
	    "Assistant Director, Highways", "Assistant Director, Highways", "");
	assert_name("Ann Lee (AL)", "Ann Lee", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(several_names_are_parted),
		cmocka_unit_test(teams_and_offices_stay_whole),
		cmocka_unit_test(nobody_owns_nothing),
		cmocka_unit_test(offices_are_told_from_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
