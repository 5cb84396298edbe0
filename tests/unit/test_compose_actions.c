/* Actions as the draft has them, under plans that were put together by hand:
 * objectives stated by paragraphs, actions without a home, tables without a
 * header, one action away from its objective's place. */
#include "compose_case.h"

#define STEPS                                                                  \
	"<section each='plan' heading='draft' title='The plan'>"               \
	"<copy select='block'/><actions select='action'/>"                     \
	"<section each='theme' heading='draft' title='Theme'>"                 \
	"<copy select='block'/><actions select='action'/>"                     \
	"<section each='objective' heading='draft'>"                           \
	"<copy select='block'/><actions select='action'/></section>"           \
	"</section>"                                                           \
	"<section each='part' heading='draft'><copy select='block'/>"          \
	"<actions select='action'/></section></section><rest title='Rest'/>"

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

static struct node *
add_section(struct doc *doc, struct node *parent, const char *title)
{
	struct node *section = add(doc, parent, NODE_SECTION, NULL);

	add(doc, section, NODE_HEADING, title)->as.heading.level = 2;
	return section;
}

/* A table of two columns, the action and its status; rows come from `rows`,
 * "action=status" parted by semicolons. */
static struct node *
add_table(
    struct doc *doc, struct node *parent, bool has_header, const char *rows)
{
	struct node *table = add(doc, parent, NODE_TABLE, NULL);
	struct str rest = str_from(rows), part;

	table->role = ROLE_ACTIONS;
	table->as.table.column_count = 2;
	table->as.table.columns =
	    arena_alloc(doc->arena, 2 * sizeof(struct column));
	if (has_header) {
		struct node *row = add(doc, table, NODE_ROW, NULL);

		row->as.row.is_header = true;
		add(doc, row, NODE_CELL, "Action");
		add(doc, row, NODE_CELL, "RAG");
	}
	while (str_next_part(&rest, ';', &part)) {
		struct node *row = add(doc, table, NODE_ROW, NULL);
		struct str first;

		str_next_part(&part, '=', &first);
		add(doc, row, NODE_CELL, str_copy(doc->arena, first).ptr);
		add(doc, row, NODE_CELL,
		    part.len > 0 ? str_copy(doc->arena, part).ptr : NULL);
	}
	return table;
}

static struct plan_column columns[2] = {
	{ COLUMN_ROLE_ACTION, STR("Action"), VIA_COLUMN },
	{ COLUMN_ROLE_STATUS, STR("RAG"), VIA_COLUMN },
};

static struct scheme_state words[1] = {
	{ STR("Green"), STATE_ON_TRACK, STR("on track") },
};

static void
set_action(struct doc *doc, struct plan_action *action, struct node *row,
    size_t table, size_t theme, size_t objective)
{
	*action = (struct plan_action){
		.table = table, .theme = theme, .objective = objective
	};
	action->anchor = str_printf(doc->arena, "action-%p", (void *)row);
	action->title = doc_text(doc->arena, row->first);
	action->status_text = doc_text(doc->arena, row->last);
	action->state = str_starts(action->status_text, "Green")
			    ? STATE_ON_TRACK
			: action->status_text.len > 0 ? STATE_UNKNOWN
						      : STATE_NONE;
	action->value_count = 2;
	action->values = arena_alloc(doc->arena, 2 * sizeof(*action->values));
	action->values[0] = (struct plan_value){ 0, row->first };
	action->values[1] = (struct plan_value){ 1, row->last };
}

static struct made
start(struct plan *plan)
{
	struct made made = { .tree = BUF_INIT };

	made.arena = arena_new();
	made.msgs = msgs_new();
	made.doc = doc_new(str_from("in.txt"), made.msgs);
	made.doc->plan = plan;
	plan->title = str_from("T");
	plan->scheme.states = words;
	plan->scheme.count = 1;
	return made;
}

static void
test_objectives_of_paragraphs(void **state)
{
	struct plan plan = { 0 };
	struct plan_theme theme = { .title = STR("Roads") };
	struct plan_objective objectives[2] = { { .number = STR("1.1") },
		{ .number = STR("1.2") } };
	struct plan_table tables[2] = { { .columns = columns,
					    .column_count = 2 },
		{ .columns = columns, .column_count = 2 } };
	struct plan_action actions[3];
	struct made made = start(&plan);
	struct doc *doc = made.doc;
	struct node *section = add_section(doc, doc->root, "Roads");

	(void)state;
	theme.section = section;
	add(doc, section, NODE_PARAGRAPH, "About roads.");
	objectives[0].node =
	    add(doc, section, NODE_PARAGRAPH, "Objective 1.1: Mend.");
	add(doc, section, NODE_PARAGRAPH, "More on mending.");
	/* the second row belongs to the objective below */
	tables[0].node =
	    add_table(doc, section, true, "Fill holes=Green.;Lay kerbs=Purple");
	objectives[1].node =
	    add(doc, section, NODE_PARAGRAPH, "Objective 1.2: Build.");
	tables[1].node = add_table(doc, section, true, "Dig=");
	set_action(doc, &actions[0], tables[0].node->first->next, 0, 0, 0);
	set_action(doc, &actions[1], tables[0].node->last, 0, 0, 1);
	set_action(doc, &actions[2], tables[1].node->last, 1, 0, 1);
	plan.themes = &theme;
	plan.themes_count = 1;
	plan.objectives = objectives;
	plan.objectives_count = 2;
	plan.tables = tables;
	plan.tables_count = 2;
	plan.actions = actions;
	plan.actions_count = 3;
	made_compose(&made, STEPS);
	assert_string_equal(made_text(&made),
	    "T The plan Roads About roads. "
	    "Objective 1.1: Mend. More on mending. "
	    "Action RAG Fill holes Green "
	    "Objective 1.2: Build. "
	    "Action RAG Lay kerbs Purple Action RAG Dig");
	assert_has(&made, "state 1:1 on-track");
	assert_has(&made, "state 1:1 unknown");
	made_free(&made);
}

static void
test_without_a_home(void **state)
{
	struct plan plan = { 0 };
	struct plan_table tables[2] = { { .columns = columns,
					    .column_count = 2 },
		{ .columns = columns, .column_count = 2 } };
	struct plan_action actions[2];
	struct made made = start(&plan);
	struct doc *doc = made.doc;
	struct node *first = add_section(doc, doc->root, "One");
	struct node *second = add_section(doc, doc->root, "Two");

	(void)state;
	add(doc, first, NODE_PARAGRAPH, "Words of one.");
	tables[0].node = add_table(doc, first, false, "A=Green for now");
	tables[1].node = add_table(doc, second, true, "B=;Total=");
	set_action(
	    doc, &actions[0], tables[0].node->first, 0, PLAN_NONE, PLAN_NONE);
	set_action(doc, &actions[1], tables[1].node->first->next, 1, PLAN_NONE,
	    PLAN_NONE);
	plan.tables = tables;
	plan.tables_count = 2;
	plan.actions = actions;
	plan.actions_count = 2;
	made_compose(&made, STEPS);
	/* a header where the draft has none; the total stays with its table;
	 * the state's word, and all that the author says of it */
	assert_string_equal(made_text(&made),
	    "T The plan One Words of one. Action RAG A Green Green for now "
	    "Two Action RAG B Total");
	made_free(&made);
}

static void
test_theme_without_a_section(void **state)
{
	struct plan plan = { 0 };
	struct plan_theme theme = { .title = STR("Parks"),
		.id = STR("theme-1") };
	struct plan_table table = { .columns = columns, .column_count = 2 };
	struct plan_action action;
	struct made made = start(&plan);

	(void)state;
	table.node = add_table(made.doc, made.doc->root, true, "A=Green");
	set_action(made.doc, &action, table.node->last, 0, 0, PLAN_NONE);
	plan.themes = &theme;
	plan.themes_count = 1;
	plan.tables = &table;
	plan.tables_count = 1;
	plan.actions = &action;
	plan.actions_count = 1;
	made_compose(&made, STEPS);
	assert_has(&made, "id=\"theme-1\" generated");
	assert_string_equal(
	    made_text(&made), "T The plan Theme Action RAG A Green");
	made_free(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_objectives_of_paragraphs),
		cmocka_unit_test(test_without_a_home),
		cmocka_unit_test(test_theme_without_a_section),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
