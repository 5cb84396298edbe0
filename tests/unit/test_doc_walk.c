/* test_doc_walk: the order of the document, and its text. */
#include "tree.h"

/* The events of a walk, as "+document +rule -rule -document". */
static struct str
walked(struct arena *arena, const struct node *root, enum node_kind skipped)
{
	struct walker walker = { .root = root };
	struct buf buf = BUF_INIT;
	struct str text;

	while (doc_walk(&walker)) {
		bool enters = walker.event == WALK_ENTER;

		buf_printf(&buf, "%s%c%s", buf.len > 0 ? " " : "",
		    enters ? '+' : '-', doc_kind_name(walker.node->kind));
		if (enters && walker.node->kind == skipped)
			doc_walk_skip(&walker);
	}
	text = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static void
enters_and_leaves_in_order(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *quote = tree_add(arena, root, NODE_QUOTE);

	(void)state;
	assert_str(walked(arena, quote, NODE_KIND_COUNT), "+quote -quote");
	tree_add(arena, quote, NODE_RULE);
	tree_add(arena, root, NODE_CODE);
	assert_str(walked(arena, root, NODE_KIND_COUNT),
	    "+document +quote +rule -rule -quote +code -code -document");
	assert_str(walked(arena, root, NODE_QUOTE),
	    "+document +quote -quote +code -code -document");
	/* a walk below an inner node stays below it */
	assert_str(
	    walked(arena, quote, NODE_KIND_COUNT), "+quote +rule -rule -quote");
	assert_str(walked(arena, NULL, NODE_KIND_COUNT), "");
	arena_free(arena);
}

static void
nodes_may_go_when_they_are_left(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct walker walker = { .root = root };

	(void)state;
	for (int i = 0; i < 5; i++) {
		tree_add(arena, root, NODE_RULE);
		tree_add(arena, tree_add(arena, root, NODE_QUOTE), NODE_RULE);
	}
	while (doc_walk(&walker))
		if (walker.event == WALK_LEAVE &&
		    walker.node->kind == NODE_RULE)
			doc_node_unlink(walker.node);
	assert_children(root, "quote quote quote quote quote");
	assert_children(root->first, "");
	arena_free(arena);
}

static void
text_is_folded_and_blocks_are_parted(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *par = tree_add(arena, root, NODE_PARAGRAPH);
	struct node *strong;

	(void)state;
	tree_text(arena, par, "  One\u00a0 ");
	strong = tree_add(arena, par, NODE_STRONG);
	tree_text(arena, strong, " bold");
	tree_text(arena, par, "er");
	tree_add(arena, par, NODE_BREAK);
	tree_text(arena, par, "line");
	tree_text(arena, tree_add(arena, root, NODE_PARAGRAPH), "Next.");
	assert_str(doc_text(arena, root), "One bolder line Next.");
	assert_str(doc_text(arena, strong), "bold");
	arena_free(arena);
}

static void
numbers_and_labels_below_are_text(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *par = tree_add(arena, root, NODE_PARAGRAPH);
	struct node *field =
	    tree_add(arena, tree_add(arena, root, NODE_FIELDS), NODE_FIELD);
	struct node *item =
	    tree_add(arena, tree_add(arena, root, NODE_LIST), NODE_ITEM);
	struct node *code = tree_add(arena, root, NODE_CODE);

	(void)state;
	par->as.paragraph.number = str_from("7.");
	tree_text(arena, par, "Seven");
	field->as.field.name = str_from("Ward");
	tree_text(arena, tree_add(arena, field, NODE_PARAGRAPH), "All");
	item->as.item.label = str_from("a)");
	tree_text(arena, tree_add(arena, item, NODE_PARAGRAPH), "first");
	code->as.code.literal = str_from("x = 1\n");
	assert_str(doc_text(arena, root), "7. Seven Ward All a) first x = 1");
	tree_add(arena, par, NODE_NOTE_REF)->as.note.label = str_from("16");
	assert_str(doc_text(arena, par), "Seven");
	assert_str(doc_text(arena, field), "All");
	assert_str(doc_text(arena, item), "first");
	assert_str(doc_text(arena, code), "x = 1");
	arena_free(arena);
}

static void
depth_costs_no_stack(void **state)
{
	struct arena *arena = arena_new();
	struct node *root = tree_add(arena, NULL, NODE_DOCUMENT);
	struct node *node = root;

	(void)state;
	for (int i = 0; i < 300000; i++)
		node = tree_add(arena, node, NODE_QUOTE);
	tree_text(arena, tree_add(arena, node, NODE_PARAGRAPH), "deep");
	assert_str(doc_text(arena, root), "deep");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(enters_and_leaves_in_order),
		cmocka_unit_test(nodes_may_go_when_they_are_left),
		cmocka_unit_test(text_is_folded_and_blocks_are_parted),
		cmocka_unit_test(numbers_and_labels_below_are_text),
		cmocka_unit_test(depth_costs_no_stack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
