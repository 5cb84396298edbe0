/* test_doc_verify: what a sound tree is, and what is not one. */
#include "tree.h"

/* The root holds one section with a heading and a table of two columns. */
struct sample {
	struct arena *arena;
	struct node *root, *section, *heading, *table, *row;
};

static int
sample_make(void **state)
{
	struct sample *s = calloc(1, sizeof(*s));

	s->arena = arena_new();
	s->root = tree_add(s->arena, NULL, NODE_DOCUMENT);
	s->section = tree_add(s->arena, s->root, NODE_SECTION);
	s->heading = tree_add(s->arena, s->section, NODE_HEADING);
	tree_text(s->arena, s->heading, "Words");
	s->table = tree_add(s->arena, s->section, NODE_TABLE);
	s->table->as.table.column_count = 2;
	s->table->as.table.columns =
	    arena_alloc(s->arena, 2 * sizeof(struct column));
	s->row = tree_add(s->arena, s->table, NODE_ROW);
	tree_add(s->arena, s->row, NODE_CELL);
	tree_add(s->arena, s->row, NODE_CELL);
	*state = s;
	return 0;
}

static int
sample_free(void **state)
{
	arena_free(((struct sample *)*state)->arena);
	free(*state);
	return 0;
}

static void
assert_sound(const struct sample *s)
{
	struct buf why = BUF_INIT;

	if (!doc_verify(s->root, &why))
		fail_msg("not sound: %s", why.ptr);
	assert_int_equal(why.len, 0);
	buf_clear(&why);
}

static void
assert_unsound(const struct sample *s, const char *part)
{
	struct buf why = BUF_INIT;

	assert_false(doc_verify(s->root, &why));
	if (why.ptr == NULL || strstr(why.ptr, part) == NULL)
		fail_msg("\"%s\" is not said in: %s", part,
		    why.ptr != NULL ? why.ptr : "");
	buf_clear(&why);
}

static void
a_good_tree_is_sound(void **state)
{
	struct sample *s = *state;
	struct node *par = tree_add(s->arena, s->section, NODE_PARAGRAPH);
	struct node *link = tree_add(s->arena, par, NODE_LINK);

	tree_text(s->arena, link, "see above");
	link->as.link.target = str_from("top");
	s->heading->id = str_from("top");
	assert_sound(s);
}

static void
kinds_stand_only_where_they_may(void **state)
{
	static const struct {
		enum node_kind parent, child;
	} wrong[] = {
		{ NODE_DOCUMENT, NODE_TEXT },
		{ NODE_PARAGRAPH, NODE_PARAGRAPH },
		{ NODE_LIST, NODE_PARAGRAPH },
		{ NODE_QUOTE, NODE_ITEM },
		{ NODE_QUOTE, NODE_SECTION },
		{ NODE_CELL, NODE_ROW },
		{ NODE_FIELDS, NODE_PARAGRAPH },
		{ NODE_NOTES, NODE_PARAGRAPH },
		{ NODE_RULE, NODE_TEXT },
	};
	struct sample *s = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct node *parent = s->root;
		struct node *child;

		if (wrong[i].parent != NODE_DOCUMENT)
			parent =
			    tree_add(s->arena, s->section, wrong[i].parent);
		child = tree_add(s->arena, parent, wrong[i].child);
		assert_unsound(s, "where it may not");
		doc_node_unlink(child);
		if (parent != s->root)
			doc_node_unlink(parent);
		assert_sound(s);
	}
}

static void
rows_are_as_long_as_their_table(void **state)
{
	struct sample *s = *state;

	doc_node_unlink(s->row->last);
	assert_unsound(s, "not as long");
}

static void
header_rows_stand_above_the_others(void **state)
{
	struct sample *s = *state;
	struct node *row = doc_node_copy(s->arena, s->row);

	doc_node_append(s->table, row);
	s->row->as.row.is_header = true;
	assert_sound(s);
	s->row->as.row.is_header = false;
	row->as.row.is_header = true;
	assert_unsound(s, "below the body");
}

static void
a_caption_comes_first(void **state)
{
	struct sample *s = *state;

	doc_node_prepend(s->table, tree_add(s->arena, NULL, NODE_CAPTION));
	assert_sound(s);
	doc_node_append(s->table, tree_add(s->arena, NULL, NODE_CAPTION));
	assert_unsound(s, "where it may not");
}

static void
sections_begin_with_a_heading_that_has_a_level(void **state)
{
	struct sample *s = *state;

	s->heading->as.heading.level = 7;
	assert_unsound(s, "no level");
	doc_node_unlink(s->heading);
	assert_unsound(s, "begin with a heading");
}

static void
ids_are_unique_and_targets_exist(void **state)
{
	struct sample *s = *state;
	struct node *par = tree_add(s->arena, s->section, NODE_PARAGRAPH);
	struct node *link = tree_add(s->arena, par, NODE_LINK);

	link->as.link.target = str_from("gone");
	assert_unsound(s, "leads nowhere");
	s->heading->id = str_from("gone");
	assert_sound(s);
	par->id = str_from("gone");
	assert_unsound(s, "two nodes have the id gone");
}

static void
links_must_agree(void **state)
{
	struct sample *s = *state;

	s->table->prev = NULL;
	assert_unsound(s, "linked wrongly");
	s->table->prev = s->heading;
	assert_sound(s);
	s->section->last = s->heading;
	assert_unsound(s, "wrong last child");
}

#define SAMPLE_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, sample_make, sample_free)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		SAMPLE_TEST(a_good_tree_is_sound),
		SAMPLE_TEST(kinds_stand_only_where_they_may),
		SAMPLE_TEST(rows_are_as_long_as_their_table),
		SAMPLE_TEST(header_rows_stand_above_the_others),
		SAMPLE_TEST(a_caption_comes_first),
		SAMPLE_TEST(sections_begin_with_a_heading_that_has_a_level),
		SAMPLE_TEST(ids_are_unique_and_targets_exist),
		SAMPLE_TEST(links_must_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
