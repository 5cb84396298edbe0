/* The model as JSON: every key of docs/model.md, text that JSON must escape,
 * and counts that add up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "render/data/data.h"

struct fixture {
	struct msgs *msgs;
	struct doc *doc;
	struct buf bytes;
	json_t *root;
};

static void
fixture_open(struct fixture *f)
{
	memset(f, 0, sizeof(*f));
	f->msgs = msgs_new();
	f->doc = doc_new(str_from("draft.md"), f->msgs);
	f->doc->plan = arena_alloc(f->doc->arena, sizeof(*f->doc->plan));
}

static void
fixture_close(struct fixture *f)
{
	json_decref(f->root);
	buf_clear(&f->bytes);
	doc_free(f->doc);
	msgs_free(f->msgs);
}

static void
print(struct fixture *f)
{
	json_error_t error;

	data_json(&f->bytes, f->doc);
	f->root = json_loadb(
	    f->bytes.ptr, f->bytes.len, JSON_REJECT_DUPLICATES, &error);
	if (f->root == NULL)
		fail_msg("%s at %d:\n%s", error.text, error.line, f->bytes.ptr);
}

/* The value at a path such as "actions.0.id"; fails if there is none. */
static json_t *
at(const struct fixture *f, const char *path)
{
	struct str rest = str_from(path), part;
	json_t *value = f->root;

	while (str_next_part(&rest, '.', &part)) {
		char key[64] = { 0 };

		assert_true(part.len < sizeof(key));
		memcpy(key, part.ptr, part.len);
		value = json_is_array(value)
			    ? json_array_get(value, (size_t)atoi(key))
			    : json_object_get(value, key);
		if (value == NULL)
			fail_msg("no %s in\n%s", path, f->bytes.ptr);
	}
	return value;
}

static void
assert_text(const struct fixture *f, const char *path, const char *want)
{
	assert_string_equal(json_string_value(at(f, path)), want);
}

static struct node *
add(struct fixture *f, struct node *parent, enum node_kind kind, uint32_t line)
{
	struct node *node =
	    doc_node_new(f->doc->arena, kind, (struct pos){ line, 1 });

	doc_node_append(parent, node);
	return node;
}

static struct node *
add_paragraph(struct fixture *f, struct node *parent, const char *text)
{
	return doc_paragraph_append(
	    f->doc->arena, parent, str_from(text), (struct pos){ 9, 1 });
}

static void
test_empty_document_has_every_key(void **state)
{
	static const char *const want[] = { "format", "source", "document",
		"sections", "recommendations", "resolutions",
		"background_papers", "implications", "appendices", "exempt",
		"scheme", "themes", "objectives", "actions", "people",
		"references", "abbreviations", "summary", "repairs", "dropped",
		"diagnostics" };
	struct fixture f;
	const char *key;
	json_t *value;
	size_t i = 0;

	(void)state;
	fixture_open(&f);
	f.doc->plan = NULL;
	print(&f);
	json_object_foreach(f.root, key, value)
	    assert_string_equal(key, want[i++]);
	assert_int_equal(i, sizeof(want) / sizeof(want[0]));
	assert_text(&f, "format", "rapporteur/1");
	assert_text(&f, "document.kind", "paper");
	assert_true(json_is_null(at(&f, "document.title")));
	assert_true(json_is_null(at(&f, "document.period.from")));
	assert_int_equal(json_array_size(at(&f, "sections")), 0);
	assert_int_equal(json_integer_value(at(&f, "summary.actions")), 0);
	fixture_close(&f);
}

static void
test_text_is_escaped_and_not_ascii(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f);
	f.doc->plan->title = str_from("\"A\\B\"\t£5 caf\u00E9 \xFF");
	print(&f);
	assert_text(&f, "document.title", "\"A\\B\"\t£5 caf\u00E9 \uFFFD");
	assert_non_null(strstr(f.bytes.ptr, "£5 caf\u00E9"));
	assert_int_equal(f.bytes.ptr[f.bytes.len - 1], '\n');
	fixture_close(&f);
}

static void
test_sections_nest(void **state)
{
	struct fixture f;
	struct node *outer, *inner, *heading;

	(void)state;
	fixture_open(&f);
	add_paragraph(&f, f.doc->root, "before all sections");
	outer = add(&f, f.doc->root, NODE_SECTION, 3);
	outer->id = str_from("section-1");
	heading = add(&f, outer, NODE_HEADING, 3);
	heading->as.heading.level = 2;
	heading->as.heading.number = str_from("1.");
	doc_text_append(
	    f.doc->arena, heading, str_from("Purpose"), (struct pos){ 3, 4 });
	add_paragraph(&f, outer, "text")->as.paragraph.number = str_from("7.");
	inner = add(&f, outer, NODE_SECTION, 5);
	add(&f, inner, NODE_HEADING, 5)->as.heading.level = 3;
	add_paragraph(&f, f.doc->root, "behind all sections");
	print(&f);
	assert_int_equal(json_array_size(at(&f, "sections")), 3);
	assert_true(json_is_null(at(&f, "sections.0.id")));
	assert_text(&f, "sections.0.blocks.0.text", "before all sections");
	assert_text(&f, "sections.1.id", "section-1");
	assert_text(&f, "sections.1.number", "1.");
	assert_text(&f, "sections.1.title", "Purpose");
	assert_int_equal(json_integer_value(at(&f, "sections.1.line")), 3);
	assert_text(&f, "sections.1.blocks.0.number", "7.");
	assert_int_equal(
	    json_integer_value(at(&f, "sections.1.sections.0.level")), 3);
	assert_text(&f, "sections.2.blocks.0.text", "behind all sections");
	fixture_close(&f);
}

static void
test_blocks(void **state)
{
	struct fixture f;
	struct node *list, *item, *table, *row, *paragraph;

	(void)state;
	fixture_open(&f);
	list = add(&f, f.doc->root, NODE_LIST, 1);
	list->as.list.ordered = true;
	item = add(&f, list, NODE_ITEM, 1);
	item->as.item.label = str_from("a)");
	add_paragraph(&f, item, "first");
	item = add(&f, list, NODE_ITEM, 2);
	item->as.item.check = CHECK_DONE;
	table = add(&f, f.doc->root, NODE_TABLE, 3);
	table->as.table.column_count = 1;
	row = add(&f, table, NODE_ROW, 3);
	row->as.row.is_header = true;
	add_paragraph(&f, add(&f, row, NODE_CELL, 3), "Action");
	row = add(&f, table, NODE_ROW, 4);
	add_paragraph(&f, add(&f, row, NODE_CELL, 4), "Clear gullies");
	paragraph = add_paragraph(&f, f.doc->root, "See ");
	doc_text_append(f.doc->arena, add(&f, paragraph, NODE_STRONG, 9),
	    str_from("this"), (struct pos){ 9, 5 });
	print(&f);
	assert_text(&f, "sections.0.blocks.0.labels.0", "a)");
	assert_text(&f, "sections.0.blocks.0.items.0.0.text", "first");
	assert_true(json_is_true(at(&f, "sections.0.blocks.0.checked.1")));
	assert_true(json_is_null(at(&f, "sections.0.blocks.0.checked.0")));
	assert_text(&f, "sections.0.blocks.1.header.0.0.text", "Action");
	assert_text(&f, "sections.0.blocks.1.rows.0.0.0.text", "Clear gullies");
	assert_text(&f, "sections.0.blocks.2.text", "See this");
	assert_text(&f, "sections.0.blocks.2.inlines.1.type", "strong");
	assert_text(&f, "sections.0.blocks.2.inlines.1.inlines.0.text", "this");
	fixture_close(&f);
}

/* An action in a table of four columns, two of them of no special meaning and
 * with one heading. */
static void
plan_action(struct fixture *f)
{
	static struct plan_column columns[] = {
		{ COLUMN_ROLE_ACTION, STR("Action"), VIA_COLUMN },
		{ COLUMN_ROLE_PROGRESS, STR("Progress"), VIA_COLUMN },
		{ COLUMN_ROLE_OTHER, STR("Cost"), VIA_COLUMN },
		{ COLUMN_ROLE_OTHER, STR("Cost"), VIA_COLUMN },
	};
	static struct plan_table table = { .columns = columns,
		.column_count = 4 };
	static struct plan_theme theme = { .id = STR("theme-1") };
	struct plan *plan = f->doc->plan;
	struct plan_action *action =
	    arena_alloc(f->doc->arena, 2 * sizeof(*action));

	plan->tables = &table;
	plan->tables_count = 1;
	plan->themes = &theme;
	plan->themes_count = 1;
	plan->actions = action;
	plan->actions_count = 2;
	action[0].id = str_from("1.1");
	action[0].title = str_from("Clear gullies");
	action[0].objective = PLAN_NONE;
	action[0].state = STATE_ON_TRACK;
	action[0].due = (struct date){ 2026, 10, 0 };
	action[0].overdue = true;
	action[0].value_count = 4;
	action[0].values =
	    arena_alloc(f->doc->arena, 4 * sizeof(*action[0].values));
	for (size_t i = 0; i < 4; i++) {
		struct node *cell = doc_node_new(
		    f->doc->arena, NODE_CELL, (struct pos){ 4, 1 });

		add_paragraph(f, cell, i == 1 ? "half done" : "£5");
		action[0].values[i].column = i;
		action[0].values[i].cell = cell;
	}
	action[1].anchor = str_from("action-2");
	action[1].theme = PLAN_NONE;
	action[1].objective = PLAN_NONE;
}

static void
test_actions(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f);
	plan_action(&f);
	print(&f);
	assert_text(&f, "actions.0.id", "1.1");
	assert_text(&f, "actions.0.theme", "theme-1");
	assert_true(json_is_null(at(&f, "actions.0.objective")));
	assert_text(&f, "actions.0.state", "on-track");
	assert_text(&f, "actions.0.due", "2026-10");
	assert_true(json_is_true(at(&f, "actions.0.overdue")));
	assert_text(&f, "actions.0.progress_blocks.0.text", "half done");
	assert_text(&f, "actions.0.fields.Cost", "£5");
	assert_text(&f, "actions.0.fields.Cost (4)", "£5");
	assert_true(json_is_null(at(&f, "actions.1.state")));
	assert_int_equal(json_object_size(at(&f, "actions.1.fields")), 0);
	fixture_close(&f);
}

static void
test_counts_add_up(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f);
	plan_action(&f);
	print(&f);
	assert_int_equal(json_integer_value(at(&f, "summary.actions")), 2);
	assert_int_equal(
	    json_integer_value(at(&f, "summary.by_state.on-track")), 1);
	assert_int_equal(
	    json_integer_value(at(&f, "summary.by_state.none")), 1);
	assert_int_equal(
	    json_integer_value(at(&f, "summary.by_theme.0.actions")), 1);
	assert_int_equal(json_integer_value(at(&f, "summary.overdue")), 1);
	fixture_close(&f);
}

static void
test_messages_of_this_draft_in_order(void **state)
{
	struct fixture f;
	struct msg other = { .level = MSG_ERROR,
		.path = STR("other.md"),
		.text = STR("not here") };

	(void)state;
	fixture_open(&f);
	doc_say(f.doc, DOC_FURNITURE, (struct pos){ 20, 1 }, str_from("Page 5"),
	    str_from(""));
	msgs_add(f.msgs, &other);
	doc_say(f.doc, DOC_NO_TITLE, (struct pos){ 1, 0 }, str_from(""),
	    str_from(""));
	doc_drop(
	    f.doc, (struct pos){ 20, 1 }, "page-furniture", str_from("Page 5"));
	doc_repair(f.doc, (struct pos){ 4, 1 }, "joined-row", str_from("a"),
	    str_from("b"));
	print(&f);
	assert_int_equal(json_array_size(at(&f, "diagnostics")), 2);
	assert_text(&f, "diagnostics.0.rule", "no-title");
	assert_text(&f, "diagnostics.0.severity", "warning");
	assert_true(json_is_null(at(&f, "diagnostics.0.column")));
	assert_int_equal(json_integer_value(at(&f, "diagnostics.1.line")), 20);
	assert_text(&f, "dropped.0.kind", "page-furniture");
	assert_text(&f, "repairs.0.after", "b");
	fixture_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty_document_has_every_key),
		cmocka_unit_test(test_text_is_escaped_and_not_ascii),
		cmocka_unit_test(test_sections_nest),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_actions),
		cmocka_unit_test(test_counts_add_up),
		cmocka_unit_test(test_messages_of_this_draft_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
