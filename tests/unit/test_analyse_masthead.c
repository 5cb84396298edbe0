/* The lines by the title say whose paper it is; small numbered lines and tables
 * lined up by tabs are what they look like. */
#include "draft.h"

static const char text[] =
    "NORTH QUAY DISTRICT COUNCIL\n\nAUDIT AND STANDARDS COMMITTEE\n\n"
    "14 January 2027\n\nReport of the Director of Resources\n\n"
    "INTERNAL AUDIT: FOLLOW UP\n\n1.\tPURPOSE\n\n"
    "1.1\tTo tell Members how far managers have carried out the actions.\n\n"
    "1.2\tIt also says which are late and by how much they are late.\n\n"
    "2.\tRECOMMENDATIONS\n\n2.1\tThat the Committee notes the position.\n\n"
    "2.2\tThe table shows the position by service at the end of May.\n\n"
    "Service\t\tAgreed\tCompleted\nPlanning\t12\t7\n"
    "Finance and IT\t20\t\t19\n\n"
    "3.\tBACKGROUND PAPERS\n\n3.1\tAudit reports 2025/26\n\n"
    "Contact Officer: Ann Lee\nTelephone: 01632 960123\n\n"
    "APPENDIX A\n\nNo.\tAgreed action\tOwner\tDue date\n"
    "1\tClose the old cases.\tHead of Planning\t31/03/2026\n";

static void
the_masthead_is_read(void **state)
{
	struct draft draft = draft_text(text);
	const struct plan *plan = draft.plan;

	(void)state;
	assert_str(plan->title, "INTERNAL AUDIT: FOLLOW UP");
	assert_str(plan->organisation, "NORTH QUAY DISTRICT COUNCIL");
	assert_str(plan->committee, "AUDIT AND STANDARDS COMMITTEE");
	assert_str(plan_date_iso(draft.doc->arena, plan->date), "2027-01-14");
	assert_true(plan->actions[0].overdue);
	draft_free(&draft);
}

static void
a_short_numbered_line_is_a_paragraph(void **state)
{
	struct draft draft = draft_text(text);

	(void)state;
	assert_int_equal(draft.plan->background_count, 1);
	assert_str(draft.plan->background[0].text, "Audit reports 2025/26");
	draft_free(&draft);
}

static void
actions_in_an_appendix_leave_the_paper_as_it_is(void **state)
{
	struct draft draft = draft_text(text);

	(void)state;
	assert_int_equal(draft.plan->actions_count, 1);
	assert_int_equal(draft.plan->type, TYPE_COMMITTEE_REPORT);
	draft_free(&draft);
}

static void
tabs_that_line_up_are_no_columns(void **state)
{
	struct draft draft = draft_text(text);
	struct walker walker = { .root = draft.doc->root };
	const struct node *table = NULL;

	(void)state;
	while (table == NULL && doc_walk(&walker))
		if (walker.node->kind == NODE_TABLE)
			table = walker.node;
	assert_non_null(table);
	assert_int_equal(table->as.table.column_count, 3);
	assert_true(table->first->as.row.is_header);
	assert_str(doc_text(draft.doc->arena, table->last->last), "19");
	draft_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_masthead_is_read),
		cmocka_unit_test(a_short_numbered_line_is_a_paragraph),
		cmocka_unit_test(
		    actions_in_an_appendix_leave_the_paper_as_it_is),
		cmocka_unit_test(tabs_that_line_up_are_no_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
