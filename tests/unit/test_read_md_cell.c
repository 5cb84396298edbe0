/* Cells of Markdown tables that hold more than one paragraph. */
#include "md_draft.h"

/* The cells' blocks: "P text", "- item", "a) item", in brackets by depth. */
static void
show_cells(struct buf *buf, const struct node *root)
{
	struct walker walker = { .root = root };
	struct arena *arena = arena_new();

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (node->kind == NODE_LIST || node->kind == NODE_CELL)
			buf_puts(buf, walker.event == WALK_ENTER ? "["
				      : node->kind == NODE_CELL  ? "]\n"
								 : "]");
		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_ITEM)
			buf_printf(buf, "%s%.*s ",
			    node->prev != NULL ? " " : "",
			    STR_ARG(node->as.item.label.len > 0
					? node->as.item.label
					: (struct str)STR("-")));
		if (node->kind == NODE_PARAGRAPH)
			buf_printf(buf, "%s%.*s", node->prev ? " P " : "",
			    STR_ARG(doc_text(arena, node)));
	}
	arena_free(arena);
}

#define assert_cells(text, want)                                               \
	assert_cells_at((text), (want), __FILE__, __LINE__)

static void
assert_cells_at(const char *text, const char *want, const char *file, int line)
{
	struct md_draft draft = md_read(str_from(text));
	struct buf got = BUF_INIT;

	show_cells(&got, draft.doc->root);
	assert_str_at(buf_str(&got), want, file, line);
	buf_clear(&got);
	md_free(&draft);
}

static void
breaks_part_items_and_paragraphs(void **state)
{
	(void)state;
	assert_cells("|a|\n|-|\n|So far:<br>- north<br>- **south**|\n",
	    "[a]\n[So far:[- north - south]]\n");
	assert_cells("|a|\n|-|\n|\xE2\x80\xA2 x<br>\xE2\x80\xA2 y<br><br>z|\n",
	    "[a]\n[[- x - y] P z]\n");
	assert_cells("|a|\n|-|\n|1. x<br>2. y<br>then|\n",
	    "[a]\n[[1. x 2. y] P then]\n");
	assert_cells("|a|\n|-|\n|- x<br>&nbsp;&nbsp;- in<br>- y|\n",
	    "[a]\n[[- x[- in] - y]]\n");
	/* one of a kind is no list; nor is what breaks alone part */
	assert_cells("|a|\n|-|\n|- x<br>y|\n", "[a]\n[- x y]\n");
	assert_cells("|a|\n|-|\n|2. x<br>y|\n", "[a]\n[2. x y]\n");
	assert_cells("|a|\n|-|\n|**1.** x<br>2. y|\n", "[a]\n[1. x 2. y]\n");
}

static void
grids_hold_markdown(void **state)
{
	(void)state;
	assert_cells("+----+-----------+\n| a  | b         |\n"
		     "+====+===========+\n| 1. | So far:   |\n"
		     "|    |           |\n|    | - north   |\n"
		     "|    |   wall    |\n|    |           |\n"
		     "|    |   a. `x`  |\n|    |           |\n"
		     "|    |   1. in   |\n|    |   2. it   |\n"
		     "|    |           |\n|    | - [south] |\n"
		     "|    |           |\n|    | Done.     |\n"
		     "+----+-----------+\n\n[south]: https://a.example\n",
	    "[a]\n[b]\n[1.]\n[So far:[- north wall P a. x[1. in 2. it] - "
	    "south] P Done.]\n");
}

/* What would be something else outside of a cell. */
static void
strokes_numbers_and_headings_are_text(void **state)
{
	(void)state;
	assert_cells("+-------+-----+\n| ---   | -   |\n|       | x   |\n"
		     "+-------+-----+\n| 1. A  | # h |\n| wall  | - b |\n"
		     "+-------+-----+\n| | |   | 2.  |\n| |-|   |     |\n"
		     "+-------+-----+\n",
	    "[---]\n[[- ] P x]\n[1. A wall]\n[h[- b]]\n[| | |-|]\n[2.]\n");
	assert_cells("+--------+----------+\n| ***    | [a]: b   |\n"
		     "| x      |          |\n+--------+----------+\n"
		     "| y      | [c]: d   |\n| y      | [e]: f   |\n"
		     "+--------+----------+\n| z      | z        |\n"
		     "+--------+----------+\n",
	    "[*** P x]\n[[a]: b]\n[y y]\n[]\n[z]\n[z]\n");
}

/* Nothing of a cell reaches into the next. */
static void
cells_end_what_they_begin(void **state)
{
	(void)state;
	assert_cells("+------+-----+\n| ```  | b   |\n| c    | d   |\n"
		     "+------+-----+\n| <!-- | f   |\n| x    | g   |\n"
		     "+------+-----+\n| y    | h   |\n+------+-----+\n",
	    "[]\n[b d]\n[]\n[f g]\n[y]\n[h]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_part_items_and_paragraphs),
		cmocka_unit_test(grids_hold_markdown),
		cmocka_unit_test(strokes_numbers_and_headings_are_text),
		cmocka_unit_test(cells_end_what_they_begin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
