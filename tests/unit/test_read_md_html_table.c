/* Tables in raw HTML. */
#include "md_draft.h"

/* Rows as "! cell| cell" for headers and "| cell| cell" for others; "^" before
 * a cell that heads its row; blocks of a cell as "P text" and "- item", lists
 * in brackets; other blocks as "kind text". */
static void
show(struct buf *buf, const struct node *root)
{
	struct walker walker = { .root = root };
	struct arena *arena = arena_new();

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		bool enters = walker.event == WALK_ENTER;

		if (node->kind == NODE_LIST)
			buf_puts(buf, enters ? "[" : "]");
		else if (node->kind == NODE_ROW)
			buf_puts(buf, !enters                  ? "\n"
				      : node->as.row.is_header ? "!"
							       : "|");
		else if (node->kind == NODE_CELL && enters)
			buf_printf(buf, "%s%s", node->prev ? "|" : "",
			    node->as.cell.is_header &&
				    !node->parent->as.row.is_header
				? "^"
				: " ");
		else if (node->kind == NODE_ITEM && enters)
			buf_printf(buf, "%s%.*s ", node->prev ? " " : "",
			    STR_ARG(node->as.item.label.len > 0
					? node->as.item.label
					: (struct str)STR("-")));
		else if (node->kind == NODE_PARAGRAPH && enters)
			buf_printf(buf, "%s%.*s%s", node->prev ? " P " : "",
			    STR_ARG(doc_text(arena, node)),
			    node->parent == root ? "\n" : "");
		else if (node->kind == NODE_CAPTION && enters)
			buf_printf(buf, "caption %.*s\n",
			    STR_ARG(doc_text(arena, node)));
	}
	arena_free(arena);
}

#define assert_html(text, want)                                                \
	assert_html_at((text), (want), __FILE__, __LINE__)

static void
assert_html_at(const char *text, const char *want, const char *file, int line)
{
	struct md_draft draft = md_read(str_from(text));
	struct buf got = BUF_INIT;

	show(&got, draft.doc->root);
	assert_str_at(buf_str(&got), want, file, line);
	buf_clear(&got);
	md_free(&draft);
}

static void
rows_and_headers(void **state)
{
	(void)state;
	assert_html("<table>\n<caption>The <b>plan</b></caption>\n"
		    "<colgroup><col style=\"width: 5%\" /></colgroup>\n"
		    "<thead><tr><th>a</th><th>b</th></tr></thead>\n"
		    "<tbody>\n<tr>\n<th>c</th>\n<td>d</td>\n</tr>\n</tbody>\n"
		    "<tfoot><tr><td>e</td></tr></tfoot></table>\n",
	    "caption The plan\n! a| b\n|^c| d\n| e| \n");
	/* an empty header is none; a row of <th> is one */
	assert_html("<table><thead><tr><th></th><th></th></tr></thead>"
		    "<tr><td>a</td><td>b</td></tr></table>\n",
	    "| a| b\n");
	assert_html("<TABLE><TR><TH>a<TH>b<TR><TD>c<TD>d</TABLE>\n",
	    "! a| b\n| c| d\n");
}

static void
cells_hold_blocks_and_inlines(void **state)
{
	(void)state;
	assert_html("<table><tr><td><p>So <em>far</em>:</p>\n<ul>\n"
		    "<li><p>north</p></li>\n<li>south\n<ol start=\"3\">\n"
		    "<li>x</li><li>y</li></ol></li></ul>\n"
		    "<p>Then&nbsp;on.</p></td></tr></table>\n",
	    "| So far:[- north - south[3. x 4. y]] P Then on.\n");
	assert_html("<table><tr><td>a<br>b<br/>\n<ol type=a><li>x<li>y</ol>"
		    "<td><ul><ul><li>z</ul></table>\n",
	    "| a b[a. x b. y]| [- [- z]]\n");
	assert_html("<table><tr><td>So far:<br>- x<br>- y</table>\n",
	    "| So far:[- x - y]\n");
	assert_md("<table><tr><td>A <b>c</b> <a href=\"https://b.example/"
		  "?x&amp;y\">d</a></td></tr></table>\n",
	    "table 1:1 columns=text\n"
	    "  row 1:8\n"
	    "    cell 1:12\n"
	    "      paragraph 1:16\n"
	    "        text 1:16 \"A \"\n"
	    "        strong 1:18\n"
	    "          text 1:21 \"c\"\n"
	    "        text 1:26 \" \"\n"
	    "        link 1:27 url=\"https://b.example/?x&y\"\n"
	    "          text 1:64 \"d\"\n");
}

static void
spans(void **state)
{
	(void)state;
	/* what spans rows is said in each; what spans columns in the first */
	assert_html("<table><tr><td rowspan=2>a</td><td>b</td></tr>"
		    "<tr><td>c</td></tr></table>\n",
	    "| a| b\n| a| c\n");
	assert_html("<table><tr><td>x<td colspan=2>a<tr><td>b<td>c<td>d"
		    "</table>\n",
	    "| x| a| \n| b| c| d\n");
	assert_html("<table><tr><td>x<td rowspan=2 colspan=2>a<td>y<tr><td>b"
		    "<td>z</table>\n",
	    "| x| a| | y\n| b| a| | z\n");
	assert_html("<table><tr><td rowspan=99999999999999999999>a<td>b"
		    "</table>\n",
	    "| a| b\n");
	assert_html(
	    "<table><tr><td colspan=0>a<td colspan=-1>b</table>\n", "| a| b\n");
}

static void
blank_lines_do_not_end_a_table(void **state)
{
	(void)state;
	assert_html("<table>\n\n<tr>\n\n<td>a</td>\n\n<td>\n\nSo **far**:\n\n"
		    "- b\n- c\n\n</td>\n</tr>\n</table>\n\nAfter.\n",
	    "| a| So far:[- b - c]\n P After.\n");
	assert_html("<table><tr><td><p>a</p>\n\n<p>b</p></td></tr></table>\n",
	    "| a P b\n");
	/* in code it is code */
	assert_html("```\n<table>\n\n<tr><td>a</table>\n```\n", "");
}

static void
what_is_badly_nested_keeps_its_words(void **state)
{
	(void)state;
	assert_html("<table>loose<tr>more<td>a<table><tr><td>in</td>"
		    "</tr></table>b</td></tr></table>\n",
	    "loose\n P more\n| a P in P b\n");
	assert_html("<table><caption>only</caption></table>\n", "only\n");
	assert_html("<table></table>\n\nx\n", "x\n");
	assert_html("<table><tr><td>a</b></p></ul></li><b></td></tr>", "| a\n");
	assert_html("<table><tr><td><script>x</script>a<!-- y -->", "| a\n");
	assert_html("- <table><tr><td>a</table>\n", "[- | a\n]");
}

static void
only_odd_tags_are_spoken_of(void **state)
{
	struct md_draft draft = md_read((struct str)STR(
	    "<table><tr><td><p>a</p><img src=x></td></tr></table>\n"));

	(void)state;
	assert_said(&draft, "1:24 raw-html\n");
	md_free(&draft);
	draft = md_read((struct str)STR(
	    "<table><tr><td><ul><li>a<br></li></ul></td></tr></table>\n"));
	assert_said(&draft, "");
	md_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_and_headers),
		cmocka_unit_test(cells_hold_blocks_and_inlines),
		cmocka_unit_test(spans),
		cmocka_unit_test(blank_lines_do_not_end_a_table),
		cmocka_unit_test(what_is_badly_nested_keeps_its_words),
		cmocka_unit_test(only_odd_tags_are_spoken_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
