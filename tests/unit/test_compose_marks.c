/* What is used: of leaves, of what holds them, and what is held back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "compose/compose_priv.h"

static struct node *
add(struct doc *doc, struct node *parent, enum node_kind kind)
{
	struct node *node =
	    doc_node_new(doc->arena, kind, (struct pos){ 1, 1 });

	doc_node_append(parent, node);
	if (kind == NODE_PARAGRAPH)
		doc_text_append(doc->arena, node, str_from("x"), node->pos);
	return node;
}

static void
test_cover(void **state)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from("x"), msgs);
	struct plan plan = { 0 };
	struct node *quote = add(doc, doc->root, NODE_QUOTE);
	struct node *one = add(doc, quote, NODE_PARAGRAPH);
	struct node *two = add(doc, quote, NODE_PARAGRAPH);
	struct node *rule = add(doc, quote, NODE_RULE);
	struct node *table = add(doc, doc->root, NODE_TABLE);
	struct node *row = add(doc, table, NODE_ROW);
	struct node *empty = add(doc, row, NODE_CELL);
	struct node *cell = add(doc, row, NODE_CELL);
	struct marks *marks;

	(void)state;
	add(doc, cell, NODE_PARAGRAPH);
	doc->plan = &plan;
	marks = compose_marks_new(doc);
	compose_marks_sum(marks, doc->root);
	assert_int_equal(compose_marks_cover(marks, quote), COVER_NONE);
	assert_int_equal(compose_marks_cover(marks, table), COVER_NONE);
	/* nothing in it could be lost */
	assert_int_equal(compose_marks_cover(marks, empty), COVER_ALL);
	assert_int_equal(compose_marks_cover(marks, rule), COVER_ALL);

	compose_marks_use(marks, one);
	compose_marks_sum(marks, doc->root);
	assert_true(compose_marks_used(marks, one));
	assert_false(compose_marks_used(marks, two));
	assert_int_equal(compose_marks_cover(marks, quote), COVER_SOME);
	assert_int_equal(compose_marks_cover(marks, doc->root), COVER_SOME);

	compose_marks_hold(marks, two, true);
	compose_marks_sum(marks, doc->root);
	assert_int_equal(compose_marks_cover(marks, quote), COVER_ALL);
	compose_marks_hold(marks, two, false);
	compose_marks_sum(marks, doc->root);
	assert_int_equal(compose_marks_cover(marks, quote), COVER_SOME);

	compose_marks_use_all(marks, doc->root);
	compose_marks_sum(marks, doc->root);
	assert_int_equal(compose_marks_cover(marks, doc->root), COVER_ALL);
	compose_marks_free(marks);
	doc_free(doc);
	msgs_free(msgs);
}

static void
test_many(void **state)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = doc_new(str_from("x"), msgs);
	struct plan plan = { 0 };
	struct marks *marks;
	size_t used = 0;

	(void)state;
	doc->plan = &plan;
	for (int i = 0; i < 50000; i++)
		add(doc, doc->root, NODE_PARAGRAPH);
	marks = compose_marks_new(doc);
	for (struct node *at = doc->root->first; at != NULL && at->next != NULL;
	     at = at->next->next)
		compose_marks_use(marks, at);
	for (struct node *at = doc->root->first; at != NULL; at = at->next)
		used += compose_marks_used(marks, at);
	assert_int_equal(used, 25000);
	compose_marks_free(marks);
	doc_free(doc);
	msgs_free(msgs);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cover),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
