/* Blocks: numbered paragraphs, lists, fields, notes and code as elements that
 * say what they are. */
#include "html_fixture.h"

static void
test_numbered_paragraph(void **state)
{
	struct fixture f;
	struct node *node;

	(void)state;
	fixture_open(&f, "T");
	node = add_paragraph(&f, f.doc->root, "The report says so.");
	node->as.paragraph.number = str_from("7.");
	node->id = str_from("paragraph-7");
	assert_has(render(&f),
	    "<p class=\"numbered\" id=\"paragraph-7\"><span class=\"number\">"
	    "7.</span> The report says so. "
	    "<a class=\"anchor\" href=\"#paragraph-7\" "
	    "aria-label=\"Link: paragraph 7\"></a></p>");
	fixture_close(&f);
}

static void
test_lists(void **state)
{
	struct fixture f;
	struct node *list, *item;

	(void)state;
	fixture_open(&f, "T");
	list = add(&f, f.doc->root, NODE_LIST);
	list->as.list.ordered = true;
	list->as.list.tight = true;
	item = add(&f, list, NODE_ITEM);
	item->as.item.label = str_from("a)");
	add_paragraph(&f, item, "lettered");
	list = add(&f, item, NODE_LIST);
	list->as.list.tight = true;
	item = add(&f, list, NODE_ITEM);
	add_paragraph(&f, item, "nested");
	render(&f);
	assert_has(f.page.ptr,
	    "<ol class=\"labelled\">\n<li><span class=\"label\">a)</span> "
	    "lettered\n<ul>\n<li>nested</li></ul></li></ol>");
	fixture_close(&f);
}

static void
test_task_list_says_what_is_done(void **state)
{
	struct fixture f;
	struct node *list, *item;

	(void)state;
	fixture_open(&f, "T");
	list = add(&f, f.doc->root, NODE_LIST);
	item = add(&f, list, NODE_ITEM);
	item->as.item.check = CHECK_DONE;
	add_paragraph(&f, item, "ordered");
	item = add(&f, list, NODE_ITEM);
	item->as.item.check = CHECK_OPEN;
	add_paragraph(&f, item, "laid");
	render(&f);
	assert_has(f.page.ptr,
	    "<li><span class=\"check\" role=\"img\" aria-label=\"Done\">☑"
	    "</span> ordered</li>");
	assert_has(f.page.ptr, "aria-label=\"To do\">☐</span> laid</li>");
	fixture_close(&f);
}

static void
test_fields_are_a_definition_list(void **state)
{
	struct fixture f;
	struct node *fields, *field;

	(void)state;
	fixture_open(&f, "T");
	fields = add(&f, f.doc->root, NODE_FIELDS);
	field = add(&f, fields, NODE_FIELD);
	field->as.field.name = str_from("Lead officer");
	add_paragraph(&f, field, "Head of Roads");
	render(&f);
	assert_has(f.page.ptr,
	    "<dl class=\"fields\">\n<div><dt>Lead officer</dt><dd>Head of "
	    "Roads</dd></div></dl>");
	fixture_close(&f);
}

static void
test_notes_lead_there_and_back(void **state)
{
	struct fixture f;
	struct node *ref, *notes, *note;

	(void)state;
	fixture_open(&f, "T");
	ref = add(&f, add_paragraph(&f, f.doc->root, "Cost"), NODE_NOTE_REF);
	ref->id = str_from("note-1-ref");
	ref->as.note.label = str_from("1");
	ref->as.note.target = str_from("note-1");
	notes = add(&f, f.doc->root, NODE_NOTES);
	note = add(&f, notes, NODE_NOTE);
	note->id = str_from("note-1");
	note->as.note.label = str_from("1");
	note->as.note.target = str_from("note-1-ref");
	add_paragraph(&f, note, "At prices of last year.");
	render(&f);
	assert_has(f.page.ptr,
	    "Cost<sup><a class=\"note-ref\" id=\"note-1-ref\" href=\"#note-1\" "
	    "role=\"doc-noteref\">1</a></sup>");
	assert_has(f.page.ptr,
	    "<li id=\"note-1\"><span class=\"label\">1</span> "
	    "At prices of last year. <a class=\"back\" "
	    "href=\"#note-1-ref\"");
	fixture_close(&f);
}

static void
test_code_keeps_its_lines(void **state)
{
	struct fixture f;
	struct node *code;

	(void)state;
	fixture_open(&f, "T");
	code = add(&f, f.doc->root, NODE_CODE);
	code->as.code.literal = str_from("\n  if (a < b)\n");
	assert_has(render(&f), "<pre><code>\n  if (a &lt; b)\n</code></pre>");
	fixture_close(&f);
}

static void
test_flags_and_language_are_marked(void **state)
{
	struct fixture f;
	struct node *node;

	(void)state;
	fixture_open(&f, "T");
	node = add_paragraph(&f, f.doc->root, "Six actions are on track.");
	node->flags = NODE_GENERATED | NODE_QUIET;
	node = add_paragraph(&f, f.doc->root, "Cyngor");
	node->lang = str_from("cy");
	render(&f);
	assert_has(f.page.ptr, "<p class=\"generated quiet\">Six");
	assert_has(f.page.ptr, "<p lang=\"cy\" id=\"p_1\">Cyngor <a");
	fixture_close(&f);
}

/* Deep drafts must not exhaust the stack. */
static void
test_deep_nesting(void **state)
{
	struct fixture f;
	struct node *at;

	(void)state;
	fixture_open(&f, "T");
	at = f.doc->root;
	for (int i = 0; i < 20000; i++)
		at = add(&f, at, NODE_QUOTE);
	add_paragraph(&f, at, "bottom");
	render(&f);
	assert_has(f.page.ptr, "<p>bottom</p>");
	fixture_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbered_paragraph),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_task_list_says_what_is_done),
		cmocka_unit_test(test_fields_are_a_definition_list),
		cmocka_unit_test(test_notes_lead_there_and_back),
		cmocka_unit_test(test_code_keeps_its_lines),
		cmocka_unit_test(test_flags_and_language_are_marked),
		cmocka_unit_test(test_deep_nesting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
