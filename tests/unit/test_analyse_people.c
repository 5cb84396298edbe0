/* One person under several spellings is found, and two people are not one. */
#include "draft.h"

static struct draft
owned_by(const char *first, const char *second, const char *third)
{
	struct buf buf = BUF_INIT;
	struct draft draft;

	buf_printf(&buf,
	    "Plan for the Quay\n\nAction\tOwner\tStatus\tProgress\n"
	    "1.1 Mend\t%s\tGreen\tSome.\n1.2 Sweep\t%s\tGreen\tSome.\n"
	    "1.3 Light\t%s\tGreen\tSome.\n",
	    first, second, third);
	draft = draft_text(buf.ptr);
	buf_clear(&buf);
	return draft;
}

static void
a_misspelt_name_is_a_variant(void **state)
{
	struct draft draft =
	    owned_by("Kate Farraday", "Kate Faraday", "Kate Farraday.");

	(void)state;
	assert_int_equal(draft.plan->people_count, 1);
	assert_str(draft.plan->people[0].name, "Kate Farraday");
	assert_int_equal(draft.plan->people[0].owns, 3);
	assert_int_equal(draft.plan->people[0].variants.count, 1);
	assert_int_equal(said(&draft, "name-variant"), 1);
	/* what is printed stays as the author wrote it */
	assert_str(draft.plan->actions[1].owners.names[0], "Kate Faraday");
	draft_free(&draft);
}

static void
two_people_stay_two(void **state)
{
	struct draft draft = owned_by("Ann Lee", "Ann Law", "Jan Lee");

	(void)state;
	assert_int_equal(draft.plan->people_count, 3);
	draft_free(&draft);
	draft = owned_by("Officer 1", "Officer 2", "Officer 1");
	assert_int_equal(draft.plan->people_count, 2);
	draft_free(&draft);
}

static void
an_office_may_be_called_otherwise(void **state)
{
	struct draft draft =
	    owned_by("Head of Finance", "Finance Head", "Hd of Finance");

	(void)state;
	assert_int_equal(draft.plan->people_count, 1);
	assert_int_equal(draft.plan->people[0].owns, 3);
	assert_int_equal(said(&draft, "name-variant"), 2);
	draft_free(&draft);
}

static void
initials_are_someones(void **state)
{
	struct draft draft = owned_by("Ann Lee", "A. Lee", "AL");

	(void)state;
	assert_int_equal(draft.plan->people_count, 1);
	assert_str(draft.plan->people[0].name, "Ann Lee");
	assert_int_equal(draft.plan->people[0].variants.count, 2);
	draft_free(&draft);
	/* two people have these */
	draft = owned_by("Ann Lee", "Abe Long", "AL");
	assert_int_equal(draft.plan->people_count, 3);
	assert_int_equal(said(&draft, "name-variant"), 0);
	draft_free(&draft);
}

static void
a_key_explains_initials(void **state)
{
	struct draft draft =
	    draft_text("Plan for the Quay\n\n"
		       "The plan is led by Abe Long (AL) and Bo Lund.\n\n"
		       "Action\tOwner\tStatus\tProgress\n"
		       "1.1 Mend\tAL\tGreen\tSome.\n"
		       "1.2 Sweep\tAL\tGreen\tSome.\n"
		       "1.3 Light\tAnn Lee (Head of Audit)\tGreen\tSome.\n");

	(void)state;
	assert_int_equal(draft.plan->people_count, 2);
	assert_str(draft.plan->people[0].name, "Abe Long");
	assert_int_equal(draft.plan->people[0].owns, 2);
	assert_str(draft.plan->people[1].name, "Ann Lee");
	assert_int_equal(draft.plan->people[1].roles.count, 1);
	assert_str(draft.plan->people[1].roles.names[0], "Head of Audit");
	assert_int_equal(said(&draft, "name-variant"), 0);
	draft_free(&draft);
}

/* Ten names by one pattern are as far from one another as each is. */
static void
one_is_found_among_many(void **state)
{
	static const char *const others[] = { "Abel Marsh", "Bess Thorne",
		"Cora Whitlock", "Dora Penhale", "Edith Rowse", "Fay Trelawny",
		"Gwen Nance", "Hugh Polglase", "Iris Keast", "Jago Tonkin" };
	struct buf buf = BUF_INIT;
	struct draft draft;

	(void)state;
	buf_puts(&buf, "Plan for the Quay\n\nAction\tOwner\tStatus\n");
	for (size_t i = 0; i < 10; i++)
		buf_printf(&buf, "1.%zu Mend\t%s\tGreen\n", i, others[i]);
	buf_puts(&buf, "2.1 Sweep\tCora Whitlock\tGreen\n"
		       "2.2 Light\tCora Witlocke\tGreen\n"
		       "2.3 Paint\tF. Trelawny\tGreen\n"
		       "2.4 Climb\tHP\tGreen\n");
	draft = draft_text(buf.ptr);
	buf_clear(&buf);
	assert_int_equal(draft.plan->people_count, 10);
	assert_str(draft.plan->people[0].name, "Cora Whitlock");
	assert_int_equal(draft.plan->people[0].owns, 3);
	assert_int_equal(said(&draft, "name-variant"), 3);
	draft_free(&draft);
}

static void
initials_of_two_are_nobodys(void **state)
{
	struct draft draft = owned_by("Hugh Polglase", "Hilda Penrose", "HP");

	(void)state;
	assert_int_equal(draft.plan->people_count, 3);
	assert_int_equal(said(&draft, "name-variant"), 0);
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_misspelt_name_is_a_variant),
		cmocka_unit_test(two_people_stay_two),
		cmocka_unit_test(one_is_found_among_many),
		cmocka_unit_test(initials_of_two_are_nobodys),
		cmocka_unit_test(an_office_may_be_called_otherwise),
		cmocka_unit_test(initials_are_someones),
		cmocka_unit_test(a_key_explains_initials),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
