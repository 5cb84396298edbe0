/* test_doc_node: putting trees together and taking them apart. */
#include "tree.h"

static void
puts_children_in_their_places(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *list = tree_add(arena, root, NODE_LIST);

	(void)state;
	doc_node_prepend(root, tree_add(arena, NULL, NODE_HEADING));
	doc_node_insert_before(list, tree_add(arena, NULL, NODE_PARAGRAPH));
	doc_node_insert_after(list, tree_add(arena, NULL, NODE_RULE));
	doc_node_insert_before(root->first, tree_add(arena, NULL, NODE_FIELDS));
	doc_node_insert_after(root->last, tree_add(arena, NULL, NODE_QUOTE));
	assert_children(root, "fields heading paragraph list rule quote");
	arena_free(arena);
}

static void
unlinks_from_front_middle_and_end(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *heading = tree_add(arena, root, NODE_HEADING);
	struct node *list = tree_add(arena, root, NODE_LIST);
	struct node *rule = tree_add(arena, root, NODE_RULE);
	struct node *item = tree_add(arena, list, NODE_ITEM);

	(void)state;
	doc_node_unlink(list);
	assert_children(root, "heading rule");
	assert_null(list->parent);
	assert_null(list->next);
	assert_null(list->prev);
	assert_ptr_equal(list->first, item);
	doc_node_unlink(heading);
	doc_node_unlink(rule);
	assert_children(root, "");
	assert_null(root->first);
	assert_null(root->last);
	doc_node_append(root, list);
	assert_children(root, "list");
	arena_free(arena);
}

static void
moves_children_behind_others(void **state)
{
	struct arena *arena = arena_new();
	struct node *to = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *from = tree_add(arena, NULL, NODE_DOCUMENT);

	(void)state;
	tree_add(arena, from, NODE_HEADING);
	tree_add(arena, from, NODE_RULE);
	doc_node_move_children(to, from);
	assert_children(to, "heading rule");
	assert_children(from, "");
	tree_add(arena, from, NODE_LIST);
	doc_node_move_children(to, from);
	assert_children(to, "heading rule list");
	doc_node_move_children(to, from);
	assert_children(to, "heading rule list");
	arena_free(arena);
}

static void
copies_deeply(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *item =
	    tree_add(arena, tree_add(arena, root, NODE_LIST), NODE_ITEM);
	struct buf one = BUF_INIT, two = BUF_INIT;
	struct node *copy;

	(void)state;
	item->as.item.label = str_from("a)");
	item->role = ROLE_ACTION;
	item->flags = NODE_KEEP_NEXT;
	item->id = str_from("here");
	tree_text(arena, tree_add(arena, item, NODE_PARAGRAPH), "words");
	tree_add(arena, root, NODE_RULE);
	copy = doc_node_copy(arena, root);
	doc_dump(&one, root);
	doc_dump(&two, copy);
	assert_str(buf_str(&two), one.ptr);
	assert_null(copy->parent);
	doc_node_unlink(copy->first);
	assert_children(root, "list rule");
	/* a copy of an inner node leaves its neighbours behind */
	copy = doc_node_copy(arena, root->first);
	assert_null(copy->next);
	assert_null(copy->parent);
	buf_clear(&one);
	buf_clear(&two);
	arena_free(arena);
}

static void
copies_what_is_nested_very_deep(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *node = root;
	size_t depth = 0;

	(void)state;
	for (int i = 0; i < 200000; i++)
		node = tree_add(arena, node, NODE_QUOTE);
	for (node = doc_node_copy(arena, root); node != NULL;
	     node = node->first)
		depth++;
	assert_int_equal(depth, 200001);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_children_in_their_places),
		cmocka_unit_test(unlinks_from_front_middle_and_end),
		cmocka_unit_test(moves_children_behind_others),
		cmocka_unit_test(copies_deeply),
		cmocka_unit_test(copies_what_is_nested_very_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
