/* Pipe tables, by the rules of GFM 4.10, and what happens to rows that break
 * them. */
#include "md_draft.h"

/* A table in short: "! a|b" for its header, "| c|d" for rows; between cells'
 * paragraphs " + ". Other blocks by kind and text. */
static void
show_row(struct buf *buf, struct arena *arena, const struct node *row)
{
	buf_puts(buf, row->as.row.is_header ? "! " : "| ");
	for (const struct node *c = row->first; c != NULL; c = c->next) {
		for (const struct node *p = c->first; p != NULL; p = p->next) {
			buf_put_str(buf, doc_text(arena, p));
			buf_puts(buf, p->next != NULL ? " + " : "");
		}
		buf_puts(buf, c->next != NULL ? "|" : "\n");
	}
}

static void
show(struct buf *buf, struct arena *arena, const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE || node == root)
			continue;
		if (node->kind == NODE_ROW)
			show_row(buf, arena, node);
		else if (node->kind == NODE_TABLE)
			buf_puts(buf, "table\n");
		else if (doc_kind_holds(node->kind) != HOLDS_INLINES)
			buf_printf(buf, "%s\n", doc_kind_name(node->kind));
		else
			buf_printf(buf, "%s %.*s\n", doc_kind_name(node->kind),
			    STR_ARG(doc_text(arena, node)));
		if (node->kind == NODE_ROW || node->kind == NODE_PARAGRAPH ||
		    node->kind == NODE_HEADING)
			doc_walk_skip(&walker);
	}
}

#define tables(text, want) tables_at((text), (want), __FILE__, __LINE__)

static void
tables_at(const char *text, const char *want, const char *file, int line)
{
	struct md_draft draft = md_read(str_from(text));
	struct buf buf = BUF_INIT;

	show(&buf, draft.doc->arena, draft.doc->root);
	assert_str_at(buf_str(&buf), want, file, line);
	buf_clear(&buf);
	md_free(&draft);
}

static void
places(void **state)
{
	(void)state;
	assert_md("| Ref | Owner |\n"
		  "| --- | ----: |\n"
		  "| 1.1 | **Jo** Éa |\n",
	    "table 1:1-3 columns=text,text/right\n"
	    "  row 1:1 header\n"
	    "    cell 1:3 header\n"
	    "      paragraph 1:3\n"
	    "        text 1:3 \"Ref\"\n"
	    "    cell 1:9 header\n"
	    "      paragraph 1:9\n"
	    "        text 1:9 \"Owner\"\n"
	    "  row 3:1\n"
	    "    cell 3:3\n"
	    "      paragraph 3:3\n"
	    "        text 3:3 \"1.1\"\n"
	    "    cell 3:9\n"
	    "      paragraph 3:9\n"
	    "        strong 3:9\n"
	    "          text 3:11 \"Jo\"\n"
	    "        text 3:15 \" Éa\"\n");
}

static void
alignment(void **state)
{
	struct md_draft draft = md_read(str_from("a|b|c|d\n:-|:-:|-:|-\n"));
	const struct column *columns = draft.doc->root->first->as.table.columns;

	(void)state;
	assert_int_equal(draft.doc->root->first->as.table.column_count, 4);
	assert_int_equal(columns[0].align, ALIGN_LEFT);
	assert_int_equal(columns[1].align, ALIGN_CENTRE);
	assert_int_equal(columns[2].align, ALIGN_RIGHT);
	assert_int_equal(columns[3].align, ALIGN_NONE);
	md_free(&draft);
}

static void
outer_pipes_and_widths_do_not_matter(void **state)
{
	(void)state;
	tables("| one | two |\n:-: | --\nthree | four\n|five|six|\n",
	    "table\n! one|two\n| three|four\n| five|six\n");
	tables("one\t|\ttwo\n---\t|\t---\n\tthree | four\t\n",
	    "table\n! one|two\n| three|four\n");
}

static void
pipes_in_cells(void **state)
{
	(void)state;
	tables("| a\\|b |\n| --- |\n| `c \\| d` e |\n| **f \\| g** |\n",
	    "table\n! a|b\n| c | d e\n| f | g\n");
	/* a backslash before something else is Markdown's */
	tables("|a|\n|-|\n|\\*b\\*|\n", "table\n! a\n| *b*\n");
	/* the place behind an escaped pipe is still right */
	assert_md("|a|b|\n|-|-|\n|x \\| **y**|z|\n",
	    "table 1:1-3 columns=text,text\n"
	    "  row 1:1 header\n"
	    "    cell 1:2 header\n"
	    "      paragraph 1:2\n"
	    "        text 1:2 \"a\"\n"
	    "    cell 1:4 header\n"
	    "      paragraph 1:4\n"
	    "        text 1:4 \"b\"\n"
	    "  row 3:1\n"
	    "    cell 3:2\n"
	    "      paragraph 3:2\n"
	    "        text 3:2 \"x | \"\n"
	    "        strong 3:7\n"
	    "          text 3:9 \"y\"\n"
	    "    cell 3:13\n"
	    "      paragraph 3:13\n"
	    "        text 3:13 \"z\"\n");
}

static void
what_ends_a_table(void **state)
{
	(void)state;
	tables("| a | b |\n| - | - |\n| c | d |\n> quoted\n",
	    "table\n! a|b\n| c|d\nquote\nparagraph quoted\n");
	tables("| a | b |\n| - | - |\n| c | d |\nloose\n\nafter\n",
	    "table\n! a|b\n| c|d\n| loose|\nparagraph after\n");
	tables("| a |\n| - |\n# Next\n", "table\n! a\nheading Next\n");
	tables("| a |\n| - |\n- item\n",
	    "table\n! a\nlist\nitem\nparagraph item\n");
}

static void
what_is_no_table(void **state)
{
	(void)state;
	tables("| a | b |\n| --- |\n| c |\n",
	    "paragraph | a | b | | --- | | c |\n");
	tables("a\n:-:\n", "paragraph a :-:\n");
	tables("a | b\n\n- | -\n", "paragraph a | b\nlist\nitem\nparagraph "
				   "| -\n");
	tables("    | a |\n    | - |\n", "code\n");
	tables("a | b\n--- | x\n", "paragraph a | b --- | x\n");
}

static void
rows_too_short_and_too_long(void **state)
{
	struct md_draft draft;

	(void)state;
	tables("|a|b|\n|-|-|\n|c|\n|d|e|f|*g*|\n||\n",
	    "table\n! a|b\n| c|\n| d|e + f + g\n| |\n");
	draft = md_read(str_from("|a|b|\n|-|-|\n|c|\n|d|e|f|\n"));
	assert_said(&draft, "3:1 ragged-table\n4:1 ragged-table\n");
	md_free(&draft);
}

static void
no_rows(void **state)
{
	(void)state;
	tables("| a | b |\n| - | - |\n", "table\n! a|b\n");
}

/* pandoc's way to have no header. */
static void
empty_header(void **state)
{
	(void)state;
	tables("|  |  |\n|--|--|\n| a | b |\n", "table\n| a|b\n");
}

static void
after_a_line_of_text(void **state)
{
	(void)state;
	tables("Some *words*\nbefore:\n| a | b |\n| - | - |\n| c | d |\n",
	    "paragraph Some words before:\ntable\n! a|b\n| c|d\n");
	/* emphasis does not reach from the text into the table */
	tables("Some *words\n| a* |\n| - |\n",
	    "paragraph Some *words\ntable\n! a*\n");
}

static void
in_containers(void **state)
{
	(void)state;
	tables("> | a | b |\n> | - | - |\n> | c | d |\n",
	    "quote\ntable\n! a|b\n| c|d\n");
	tables("1. item\n\n   | a | b |\n   | - | - |\n   | c | d |\n2. next\n",
	    "list\nitem\nparagraph item\ntable\n! a|b\n| c|d\nitem\n"
	    "paragraph next\n");
	tables("- > | a |\n  > | - |\n  > | b |\n",
	    "list\nitem\nquote\ntable\n! a\n| b\n");
}

/* A header that comes again is a row like any other here. */
static void
header_again(void **state)
{
	(void)state;
	tables("| a | b |\n| - | - |\n| c | d |\n| a | b |\n| - | - |\n",
	    "table\n! a|b\n| c|d\n| a|b\n| -|-\n");
}

static void
blocks_in_cells_are_text(void **state)
{
	(void)state;
	tables("| a |\n| - |\n| # one |\n| - two |\n| > three # |\n| 1. four "
	       "|\n| ## |\n",
	    "table\n! a\n| # one\n| - two\n| > three #\n| 1. four\n| ##\n");
}

static void
links_and_breaks_in_cells(void **state)
{
	(void)state;
	assert_md("|a|\n|-|\n|[x][y]<br>~~z~~|\n\n[y]: /u\n",
	    "table 1:1-3 columns=text\n"
	    "  row 1:1 header\n"
	    "    cell 1:2 header\n"
	    "      paragraph 1:2\n"
	    "        text 1:2 \"a\"\n"
	    "  row 3:1\n"
	    "    cell 3:2\n"
	    "      paragraph 3:2\n"
	    "        link 3:2 url=\"/u\"\n"
	    "          text 3:3 \"x\"\n"
	    "        break 3:8\n"
	    "        strike 3:12\n"
	    "          text 3:14 \"z\"\n");
}

/* To cmark the line of dashes makes all above it a heading. */
static void
line_below(void **state)
{
	(void)state;
	tables("| a | b |\n|---|---|\n| c | d |\n-----\nnext\n",
	    "table\n! a|b\n| c|d\nrule\nparagraph next\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places),
		cmocka_unit_test(alignment),
		cmocka_unit_test(outer_pipes_and_widths_do_not_matter),
		cmocka_unit_test(pipes_in_cells),
		cmocka_unit_test(what_ends_a_table),
		cmocka_unit_test(what_is_no_table),
		cmocka_unit_test(rows_too_short_and_too_long),
		cmocka_unit_test(no_rows),
		cmocka_unit_test(empty_header),
		cmocka_unit_test(after_a_line_of_text),
		cmocka_unit_test(in_containers),
		cmocka_unit_test(header_again),
		cmocka_unit_test(blocks_in_cells_are_text),
		cmocka_unit_test(links_and_breaks_in_cells),
		cmocka_unit_test(line_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
