/* Definition lists out of the draft's fields: what they use up is found by
 * words, so that nothing is shown twice and nothing is lost. */
#include "compose_case.h"

#define STEPS                                                                  \
	"<fields role='cover'><draft-fields select='fields/field'/>"           \
	"<field name='Kind'><value select='@type'/></field>"                   \
	"<field name='Nothing'><value select='@nothing'/></field>"             \
	"</fields><rest/>"

static struct node *
add(struct doc *doc, struct node *parent, enum node_kind kind, const char *text)
{
	struct node *node =
	    doc_node_new(doc->arena, kind, (struct pos){ 1, 1 });

	if (text != NULL && kind == NODE_CELL)
		doc_paragraph_append(
		    doc->arena, node, str_from(text), node->pos);
	else if (text != NULL)
		doc_text_append(doc->arena, node, str_from(text), node->pos);
	doc_node_append(parent, node);
	return node;
}

static void
set_field(struct plan_field *field, const char *name, const char *value,
    struct node *node)
{
	field->name = str_from(name);
	field->value = str_from(value);
	field->node = node;
}

/* A cover table of two rows, one value broken into two cells. */
static void
test_cells(void **state)
{
	static struct plan_field fields[2];
	struct made made = { .tree = BUF_INIT };
	struct plan plan = { .title = STR("T") };
	struct node *table, *row, *value, *other;

	(void)state;
	made.arena = arena_new();
	made.msgs = msgs_new();
	made.doc = doc_new(str_from("in.txt"), made.msgs);
	made.doc->plan = &plan;
	table = add(made.doc, made.doc->root, NODE_TABLE, NULL);
	table->role = ROLE_COVER;
	table->as.table.column_count = 3;
	table->as.table.columns =
	    arena_alloc(made.doc->arena, 3 * sizeof(struct column));
	row = add(made.doc, table, NODE_ROW, NULL);
	add(made.doc, row, NODE_CELL, "Subject:");
	value = add(made.doc, row, NODE_CELL, "Security Policy 2");
	add(made.doc, row, NODE_CELL, "026");
	row = add(made.doc, table, NODE_ROW, NULL);
	add(made.doc, row, NODE_CELL, "Wards:");
	other = add(made.doc, row, NODE_CELL, "All");
	add(made.doc, row, NODE_CELL, "left over");
	set_field(&fields[0], "Subject", "Security Policy 2 026", value);
	set_field(&fields[1], "Wards", "All", other);
	plan.fields = fields;
	plan.fields_count = 2;
	made_compose(&made, STEPS);
	/* only the cell that no field shows is there again, in its table */
	assert_string_equal(made_text(&made),
	    "T Subject Security Policy 2 026 Wards All Kind paper "
	    "Column 1 Column 2 Column 3 left over");
	made_free(&made);
}

static void
test_from_a_draft(void **state)
{
	struct made made = made_new("---\ntitle: T\ncommittee: Audit\n"
				    "ward: \"Two *wards*\"\n---\n\n"
				    "## A\n\nText.\n",
	    STEPS);

	(void)state;
	assert_string_equal(made_text(&made),
	    "T Committee Audit Ward Two *wards* Kind paper A Text.");
	made_free(&made);
}

static void
test_without_fields(void **state)
{
	struct made made = made_new("# T\n\nText.\n",
	    "<fields><draft-fields select='fields/field'/></fields><rest/>");

	(void)state;
	assert_lacks(&made, "fields");
	assert_string_equal(made_text(&made), "T Text.");
	made_free(&made);
}

static void
test_cards(void **state)
{
	struct made made = made_new(PLAN_DRAFT,
	    "<fields role='cards'><field name='All'>"
	    "<value select='@actions'/></field></fields><rest/>");

	(void)state;
	assert_has(&made, "fields role=cards generated");
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_from_a_draft),
		cmocka_unit_test(test_without_fields),
		cmocka_unit_test(test_cards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
