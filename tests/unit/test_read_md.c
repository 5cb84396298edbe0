/* Markdown as a whole: the tree with its places, what is said, what is
 * dropped; and drafts that mean harm. */
#include "md_draft.h"

static void
headings(void **state)
{
	(void)state;
	assert_md("# 1. Purpose\n"
		  "## 3.1 Cyber *safety* ##\n"
		  "3\\. Over\ntwo lines\n---\n"
		  "### 2.5 million pounds\n"
		  "### 31 March 2026\n"
		  "### 4 Background\n"
		  "#### **1.1 Bold**\n"
		  "##### 7\n",
	    "heading 1:1 level=1 number=\"1.\"\n"
	    "  text 1:6 \"Purpose\"\n"
	    "heading 2:1 level=2 number=\"3.1\"\n"
	    "  text 2:8 \"Cyber \"\n"
	    "  emph 2:14\n"
	    "    text 2:15 \"safety\"\n"
	    "heading 3:1-5 level=2 number=\"3.\"\n"
	    "  text 3:4 \"Over \"\n"
	    "  text 4:1 \"two lines\"\n"
	    "heading 6:1 level=3\n"
	    "  text 6:5 \"2.5 million pounds\"\n"
	    "heading 7:1 level=3\n"
	    "  text 7:5 \"31 March 2026\"\n"
	    "heading 8:1 level=3 number=\"4\"\n"
	    "  text 8:7 \"Background\"\n"
	    "heading 9:1 level=4 number=\"1.1\"\n"
	    "  strong 9:6\n"
	    "    text 9:12 \"Bold\"\n"
	    "heading 10:1 level=5\n"
	    "  text 10:7 \"7\"\n");
}

/* Columns are characters, lines those of the draft, whatever stands before. */
static void
places_in_paragraphs(void **state)
{
	(void)state;
	assert_md("> Éa *b*\n"
		  ">   `c\n"
		  "d` e\\\n"
		  "f **g** &amp; ~~h~~ i\n",
	    "quote 1:1-4\n"
	    "  paragraph 1:3-4\n"
	    "    text 1:3 \"Éa \"\n"
	    "    emph 1:6\n"
	    "      text 1:7 \"b\"\n"
	    "    text 1:7 \" \"\n"
	    "    code-span 2:6 \"c d\"\n"
	    "    text 3:3 \" e\"\n"
	    "    break 3:3\n"
	    "    text 4:1 \"f \"\n"
	    "    strong 4:3\n"
	    "      text 4:5 \"g\"\n"
	    "    text 4:8 \" & \"\n"
	    "    strike 4:15\n"
	    "      text 4:17 \"h\"\n"
	    "    text 4:20 \" i\"\n");
}

static void
lists(void **state)
{
	(void)state;
	assert_md("3) three\n4) four\n\n   more\n- a\n- b\n",
	    "list 1:1-4 ordered\n"
	    "  item 1:1 label=\"3)\"\n"
	    "    paragraph 1:4\n"
	    "      text 1:4 \"three\"\n"
	    "  item 2:1-4 label=\"4)\"\n"
	    "    paragraph 2:4\n"
	    "      text 2:4 \"four\"\n"
	    "    paragraph 4:4\n"
	    "      text 4:4 \"more\"\n"
	    "list 5:1-6 tight\n"
	    "  item 5:1\n"
	    "    paragraph 5:3\n"
	    "      text 5:3 \"a\"\n"
	    "  item 6:1\n"
	    "    paragraph 6:3\n"
	    "      text 6:3 \"b\"\n");
}

static void
tasks(void **state)
{
	(void)state;
	assert_md("- [ ] open\n- [X] *done*\n- \\[x] text\n- [x]none\n",
	    "list 1:1-4 tight\n"
	    "  item 1:1 open\n"
	    "    paragraph 1:3\n"
	    "      text 1:7 \"open\"\n"
	    "  item 2:1 done\n"
	    "    paragraph 2:3\n"
	    "      emph 2:7\n"
	    "        text 2:8 \"done\"\n"
	    "  item 3:1\n"
	    "    paragraph 3:3\n"
	    "      text 3:3 \"[x] text\"\n"
	    "  item 4:1\n"
	    "    paragraph 4:3\n"
	    "      text 4:3 \"[x]none\"\n");
}

static void
code_and_rules(void **state)
{
	struct md_draft draft;

	(void)state;
	assert_md(
	    "```c &amp; x\n&amp; ~~a~~ [^1]\n```\n***\n    in\n\n    out\n",
	    "code 1:1-3 info=\"c & x\" \"&amp; ~~a~~ [^1]\\n\"\n"
	    "rule 4:1\n"
	    "code 5:5-7 \"in\\n\\nout\\n\"\n");
	draft = md_read(str_from("``` words here\n```\n"));
	assert_dropped(&draft, "1 markup words here\n");
	md_free(&draft);
}

static void
strikethrough(void **state)
{
	(void)state;
	assert_md("~a~ ~~*b* c~~ \\~\\~d~~ ~~~e~~~ f ~ g\n",
	    "paragraph 1:1\n"
	    "  strike 1:1\n"
	    "    text 1:2 \"a\"\n"
	    "  text 1:4 \" \"\n"
	    "  strike 1:5\n"
	    "    emph 1:7\n"
	    "      text 1:8 \"b\"\n"
	    "    text 1:10 \" c\"\n"
	    "  text 1:14 \" ~~d~~ ~~~e~~~ f ~ g\"\n");
	/* one within the other, and none across emphasis */
	assert_md("~~a ~b~ c~~ *d ~~e* f~~\n", "paragraph 1:1\n"
					       "  strike 1:1\n"
					       "    text 1:3 \"a \"\n"
					       "    strike 1:5\n"
					       "      text 1:6 \"b\"\n"
					       "    text 1:8 \" c\"\n"
					       "  text 1:12 \" \"\n"
					       "  emph 1:13\n"
					       "    text 1:14 \"d ~~e\"\n"
					       "  text 1:20 \" f~~\"\n");
}

static void
links(void **state)
{
	struct md_draft draft;

	(void)state;
	assert_md("[a](u \"t &amp; t\") ![p](q.png) <https://x.org/~y>\n"
		  "[c][Lab\nel] [lab el]\n\n[lab el]: <d e> 'f'\n",
	    "paragraph 1:1-3\n"
	    "  link 1:1 url=\"u\" title=\"t & t\"\n"
	    "    text 1:2 \"a\"\n"
	    "  text 1:19 \" \"\n"
	    "  image 1:20 url=\"q.png\"\n"
	    "    text 1:22 \"p\"\n"
	    "  text 1:31 \" \"\n"
	    "  link 1:32 url=\"https://x.org/~y\"\n"
	    "    text 1:33 \"https://x.org/~y\"\n"
	    "  text 1:33 \" \"\n"
	    "  link 2:1 url=\"d e\" title=\"f\"\n"
	    "    text 2:2 \"c\"\n"
	    "  text 3:4 \" \"\n"
	    "  link 3:5 url=\"d e\" title=\"f\"\n"
	    "    text 3:6 \"lab el\"\n");
	draft =
	    md_read(str_from("[c][l] and [l].\n\n[l]: /d\n[m]:\n/e\n'f'\n"));
	assert_dropped(&draft, "1 markup l\n3 markup [l]: /d\n"
			       "4 markup [m]:\n/e\n'f'\n");
	md_free(&draft);
}

/* Lines of definitions before a text do not shift its places. */
static void
definitions_before_text(void **state)
{
	(void)state;
	assert_md("- [a]: /u\n  [b]: /v\n  text [a]\n",
	    "list 1:1-3 tight\n"
	    "  item 1:1-3\n"
	    "    paragraph 3:3\n"
	    "      text 3:3 \"text \"\n"
	    "      link 3:8 url=\"/u\"\n"
	    "        text 3:9 \"a\"\n");
}

static void
unsafe_links(void **state)
{
	struct md_draft draft;

	(void)state;
	assert_md("[a](javascript:b()) <vbscript:c> [d](JAVA&#115;cript:e)\n"
		  "[f](<java&Tab;script:g>) [h](http://javascript:1)\n",
	    "paragraph 1:1-2\n"
	    "  text 1:2 \"a\"\n"
	    "  text 1:1 \" (javascript:b())\"\n"
	    "  text 1:20 \" \"\n"
	    "  text 1:22 \"vbscript:c\"\n"
	    "  text 1:21 \" (vbscript:c)\"\n"
	    "  text 1:33 \" \"\n"
	    "  text 1:35 \"d\"\n"
	    "  text 1:34 \" (JAVAscript:e) \"\n"
	    "  text 2:2 \"f\"\n"
	    "  text 2:1 \" (java\\u{9}script:g)\"\n"
	    "  text 2:25 \" \"\n"
	    "  link 2:26 url=\"http://javascript:1\"\n"
	    "    text 2:27 \"h\"\n");
	draft = md_read(str_from("![p](data:image/png;base64,AAAA \"t\") "
				 "[q](file:///etc/x)\n"));
	assert_said(&draft, "1:1 unsafe-link\n1:38 unsafe-link\n");
	assert_dropped(
	    &draft, "1 markup data:image/png;base64,AAAA\n1 link-title t\n");
	md_free(&draft);
}

static void
entities_and_characters(void **state)
{
	struct md_draft draft;

	(void)state;
	assert_md("&nbsp;&pound;5 &nosuch; \\&amp; `&amp;` caf&eacute; "
		  "re\xC2\xADport e\xCC\x81\xC2\xA0\n",
	    "paragraph 1:1\n"
	    "  text 1:2 \"£5 &nosuch; &amp; \"\n"
	    "  code-span 1:33 \"&amp;\"\n"
	    "  text 1:39 \" café report é\"\n");
	draft = md_read(str_from("**At:**&nbsp;b &#8211; c\n"));
	assert_dropped(&draft, "1 markup nbsp\n1 markup #8211\n");
	assert_int_equal(draft.doc->root->first->kind, NODE_FIELDS);
	md_free(&draft);
}

static void
footnotes(void **state)
{
	struct md_draft draft;

	(void)state;
	assert_md("A[^b], b[^1], again[^B].\n"
		  "\n"
		  "[^1]: One\n"
		  "goes on\n"
		  "\n"
		  "    and [^c] on\n"
		  "[^b]: Two\n"
		  "\n"
		  "[^c]: Three\n"
		  "- item\n",
	    "paragraph 1:1\n"
	    "  text 1:1 \"A\"\n"
	    "  note-ref 1:2 id=\"note-1-ref\" label=\"1\" target=\"note-1\"\n"
	    "  text 1:6 \", b\"\n"
	    "  note-ref 1:9 id=\"note-2-ref\" label=\"2\" target=\"note-2\"\n"
	    "  text 1:13 \", again\"\n"
	    "  note-ref 1:20 id=\"note-1-ref-2\" label=\"1\" "
	    "target=\"note-1\"\n"
	    "  text 1:24 \".\"\n"
	    "list 10:1 tight\n"
	    "  item 10:1\n"
	    "    paragraph 10:3\n"
	    "      text 10:3 \"item\"\n"
	    "notes 7:1\n"
	    "  note 7:1 id=\"note-1\" label=\"1\" target=\"note-1-ref\"\n"
	    "    paragraph 7:1\n"
	    "      text 7:7 \"Two\"\n"
	    "  note 3:1-6 id=\"note-2\" label=\"2\" target=\"note-2-ref\"\n"
	    "    paragraph 3:1-4\n"
	    "      text 3:7 \"One \"\n"
	    "      text 4:1 \"goes on\"\n"
	    "    paragraph 6:5\n"
	    "      text 6:5 \"and \"\n"
	    "      note-ref 6:9 id=\"note-3-ref\" label=\"3\" "
	    "target=\"note-3\"\n"
	    "      text 6:13 \" on\"\n"
	    "  note 9:1 id=\"note-3\" label=\"3\" target=\"note-3-ref\"\n"
	    "    paragraph 9:1\n"
	    "      text 9:7 \"Three\"\n");
	draft = md_read(str_from("See [^x] and \\[^1] and `[^1]`.\n\n"
				 "[^1]: never\n[^1]: twice\n"));
	assert_said(
	    &draft, "1:5 note-missing\n3:1 note-unused\n4:1 note-unused\n");
	md_free(&draft);
}

/* What looks like a footnote within code stays code. */
static void
footnotes_in_code(void **state)
{
	(void)state;
	assert_md("```\n[^1]: x\n```\n\n[^1]: y\n\nz[^1]\n",
	    "code 1:1-3 \"[^1]: x\\n\"\n"
	    "paragraph 7:1\n"
	    "  text 7:1 \"z\"\n"
	    "  note-ref 7:2 id=\"note-1-ref\" label=\"1\" target=\"note-1\"\n"
	    "notes 5:1\n"
	    "  note 5:1 id=\"note-1\" label=\"1\" target=\"note-1-ref\"\n"
	    "    paragraph 5:1\n"
	    "      text 5:7 \"y\"\n");
}

static void
html(void **state)
{
	struct md_draft draft;
	const char *text = "a<br/>b 4<sup>th</sup> <!-- aside --> c<b>\n"
			   "\n"
			   "<div class='x > y'>\n"
			   "In &lt; <i>a</i> <b>box</b>\n"
			   "<p>new</p>\n"
			   "<script>\nvar x;\n</script>\n"
			   "</div>\n";

	(void)state;
	assert_md(text, "paragraph 1:1\n"
			"  text 1:1 \"a\"\n"
			"  break 1:2\n"
			"  text 1:7 \"b 4\"\n"
			"  text 1:15 \"th\"\n"
			"  text 1:23 \" \"\n"
			"  text 1:38 \" c\"\n"
			"paragraph 4:1\n"
			"  text 4:1 \"In < \"\n"
			"  text 4:1 \"a\"\n"
			"  text 4:1 \" \"\n"
			"  text 4:1 \"box\"\n"
			"paragraph 5:1\n"
			"  text 5:1 \"new\"\n");
	draft = md_read(str_from(text));
	assert_said(&draft, "1:10 raw-html\n3:1 raw-html\n");
	assert_dropped(&draft, "1 raw-html <br/>\n"
			       "1 raw-html <sup>\n"
			       "1 raw-html </sup>\n"
			       "1 raw-html <!-- aside -->\n"
			       "1 raw-html <b>\n"
			       "3 raw-html <div class='x > y'>\n"
			       "4 raw-html <i>\n"
			       "4 raw-html </i>\n"
			       "4 raw-html <b>\n"
			       "4 raw-html </b>\n"
			       "5 raw-html <p>\n"
			       "5 raw-html </p>\n"
			       "6 raw-html <script>\n"
			       "6 raw-html \nvar x;\n\n"
			       "8 raw-html </script>\n"
			       "9 raw-html </div>\n"
			       "4 markup lt\n");
	md_free(&draft);
}

static void
fields(void **state)
{
	(void)state;
	assert_md("**Report to:** Audit\\\n**Date**: 3 May\n  2026\n"
		  "**Ward(s) affected:**\n\n**Key decision?** Yes\n\n"
		  "**Author:** J *K*\n",
	    "fields 1:1-4\n"
	    "  field 1:1 name=\"Report to\"\n"
	    "    paragraph 1:15\n"
	    "      text 1:16 \"Audit\"\n"
	    "  field 2:1 name=\"Date\"\n"
	    "    paragraph 2:10\n"
	    "      text 2:11 \"3 May \"\n"
	    "      text 3:3 \"2026\"\n"
	    "  field 4:1 name=\"Ward(s) affected\"\n"
	    "paragraph 6:1\n"
	    "  strong 6:1\n"
	    "    text 6:3 \"Key decision?\"\n"
	    "  text 6:18 \" Yes\"\n"
	    "fields 8:1\n"
	    "  field 8:1 name=\"Author\"\n"
	    "    paragraph 8:12\n"
	    "      text 8:13 \"J \"\n"
	    "      emph 8:15\n"
	    "        text 8:16 \"K\"\n");
	assert_md("Report to: Audit\nDate: 10:30 on 3 May\n",
	    "fields 1:1-2\n"
	    "  field 1:1 name=\"Report to\"\n"
	    "    paragraph 1:11\n"
	    "      text 1:12 \"Audit\"\n"
	    "  field 2:1 name=\"Date\"\n"
	    "    paragraph 2:6\n"
	    "      text 2:7 \"10:30 on 3 May\"\n");
}

static void
no_fields(void **state)
{
	static const char *const texts[] = {
		"Note: one line alone\n",
		"Report to: Audit\nand a sentence that follows\n",
		"**Key points:**\n",
		"see: this\nand: that\n",
		"We asked for a good many things in this report: money\n"
		"We were given far less than was asked for: none\n",
		"https://a.org\nhttp://b.org\n",
		"10:30\n11:40\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct md_draft draft = md_read(str_from(texts[i]));

		assert_int_equal(draft.doc->root->first->kind, NODE_PARAGRAPH);
		assert_null(draft.doc->root->first->next);
		md_free(&draft);
	}
}

static void
lettered_items(void **state)
{
	(void)state;
	assert_md("(a) one\n(b) two\ngoes on\n\n(c) three\n\n(see) four\n",
	    "list 1:1-5 ordered\n"
	    "  item 1:1 label=\"(a)\"\n"
	    "    paragraph 1:4\n"
	    "      text 1:5 \"one\"\n"
	    "  item 2:1 label=\"(b)\"\n"
	    "    paragraph 2:4\n"
	    "      text 2:5 \"two \"\n"
	    "      text 3:1 \"goes on\"\n"
	    "  item 5:1 label=\"(c)\"\n"
	    "    paragraph 5:4\n"
	    "      text 5:5 \"three\"\n"
	    "paragraph 7:1\n"
	    "  text 7:1 \"(see) four\"\n");
}

static void
numbered_paragraphs(void **state)
{
	(void)state;
	assert_md("1\\. One\n\n2.3 Two\n\n3.1.1 three\n\n2.5 million\n\n"
		  "4.1.\n\nFour\n\n4.2.\n\n| a |\n|-|\n",
	    "paragraph 1:1 number=\"1.\"\n"
	    "  text 1:4 \"One\"\n"
	    "paragraph 3:1 number=\"2.3\"\n"
	    "  text 3:5 \"Two\"\n"
	    "paragraph 5:1 number=\"3.1.1\"\n"
	    "  text 5:7 \"three\"\n"
	    "paragraph 7:1\n"
	    "  text 7:1 \"2.5 million\"\n"
	    "paragraph 9:1-11 number=\"4.1.\"\n"
	    "  text 11:1 \"Four\"\n"
	    "paragraph 13:1 number=\"4.2.\"\n"
	    "table 15:1-16 columns=text\n"
	    "  row 15:1 header\n"
	    "    cell 15:3 header\n"
	    "      paragraph 15:3\n"
	    "        text 15:3 \"a\"\n");
}

/* Converters put a bullet before a number that is the label. */
static void
bullets_before_numbers(void **state)
{
	(void)state;
	assert_md("- 2. Two\n  goes on\n- 3. Three\n",
	    "list 1:1-3 ordered tight\n"
	    "  item 1:1-2 label=\"2.\"\n"
	    "    paragraph 1:6-2\n"
	    "      text 1:6 \"Two \"\n"
	    "      text 2:3 \"goes on\"\n"
	    "  item 3:1 label=\"3.\"\n"
	    "    paragraph 3:6\n"
	    "      text 3:6 \"Three\"\n");
	assert_md("- 1. One\n- two\n", "list 1:1-2 tight\n"
				       "  item 1:1\n"
				       "    list 1:3 ordered tight\n"
				       "      item 1:3 label=\"1.\"\n"
				       "        paragraph 1:6\n"
				       "          text 1:6 \"One\"\n"
				       "  item 2:1\n"
				       "    paragraph 2:3\n"
				       "      text 2:3 \"two\"\n");
}

static void
bare_addresses(void **state)
{
	(void)state;
	assert_md("See https://a.example/b_c?d=1&amp;e (www.f.example/g).\n"
		  "Mail j.k@l.example, not a@b or https://x or `www.m.example`"
		  " [www.n.example](o)\n",
	    "paragraph 1:1-2\n"
	    "  text 1:1 \"See \"\n"
	    "  link 1:5 url=\"https://a.example/b_c?d=1&e\"\n"
	    "    text 1:5 \"https://a.example/b_c?d=1&e\"\n"
	    "  text 1:32 \" (\"\n"
	    "  link 1:34 url=\"http://www.f.example/g\"\n"
	    "    text 1:34 \"www.f.example/g\"\n"
	    "  text 1:49 \"). \"\n"
	    "  text 2:1 \"Mail \"\n"
	    "  link 2:6 url=\"mailto:j.k@l.example\"\n"
	    "    text 2:6 \"j.k@l.example\"\n"
	    "  text 2:19 \", not a@b or https://x or \"\n"
	    "  code-span 2:46 \"www.m.example\"\n"
	    "  text 2:60 \" \"\n"
	    "  link 2:61 url=\"o\"\n"
	    "    text 2:62 \"www.n.example\"\n");
}

static void
lines_count_from_the_drafts_first(void **state)
{
	(void)state;
	assert_md("---\ntitle: T\n---\n\nText\n", "paragraph 5:1\n"
						  "  text 5:1 \"Text\"\n");
	assert_md("\f# Page\n", "heading 1:2 level=1\n  text 1:4 \"Page\"\n");
	assert_md("", "");
	assert_md("\n \n", "");
}

/* ---- the choice of syntax: read.c ---- */

static enum doc_syntax
syntax_of(const char *path, const char *text)
{
	struct msgs *msgs = msgs_new();
	struct doc *doc =
	    read_draft(str_from(path), str_from(text), SYNTAX_AUTO, msgs);
	enum doc_syntax syntax = doc->syntax;

	doc_free(doc);
	msgs_free(msgs);
	return syntax;
}

static void
choice_of_syntax(void **state)
{
	(void)state;
	assert_int_equal(syntax_of("a.md", "x"), SYNTAX_MARKDOWN);
	assert_int_equal(syntax_of("a.MARKDOWN", "x"), SYNTAX_MARKDOWN);
	assert_int_equal(syntax_of("a.txt", "# x\n|-|-|\n"), SYNTAX_TEXT);
	assert_int_equal(syntax_of("-", "Plan\n\n1. x\n"), SYNTAX_TEXT);
	assert_int_equal(syntax_of("-", "## Plan\n"), SYNTAX_MARKDOWN);
	assert_int_equal(syntax_of("-", "a | b\n--- | ---\n"), SYNTAX_MARKDOWN);
	assert_int_equal(syntax_of("-", "one **bold** word\n"), SYNTAX_TEXT);
	assert_int_equal(
	    syntax_of("x.draft", "**To:** a\n**By:** b\n"), SYNTAX_MARKDOWN);
}

/* ---- harm ---- */

static size_t
depth_of(const struct doc *doc)
{
	struct walker walker = { .root = doc->root };
	size_t depth = 0, most = 0;

	while (doc_walk(&walker)) {
		depth = walker.event == WALK_ENTER ? depth + 1 : depth - 1;
		most = depth > most ? depth : most;
	}
	return most;
}

static void
deep_nesting(void **state)
{
	static const char *const pieces[] = { "> ", "- ", "1. ", "*a **b ", "[",
		"![", "~~a ~b " };

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		struct buf buf = BUF_INIT;
		struct md_draft draft;

		for (int n = 0; n < 10000; n++)
			buf_puts(&buf, pieces[i]);
		buf_puts(&buf, "word ");
		for (int n = 0; n < 10000; n++)
			buf_puts(&buf, i > 5   ? "~ ~~"
				       : i > 3 ? "](u)"
					       : "** *");
		draft = md_read(buf_str(&buf));
		assert_true(depth_of(draft.doc) < 90);
		md_free(&draft);
		buf_clear(&buf);
	}
}

static uint32_t
chance(uint32_t *seed, size_t below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (uint32_t)((*seed >> 8) % below);
}

static void
random_drafts_lose_nothing(void **state)
{
	static const char *const pieces[] = { "[^1]", "[^1]: ", "\n\n", "\n",
		"    ", "> ", "- ", "1. ", "| ", "|", "|---|---|\n", "**", "*",
		"_", "`", "```\n", "~~", "~", "[", "](", "](u)", "[a]: /u\n",
		"&amp;", "&nbsp;", "&#65;", "<br>", "<b>", "</b>", "<!--",
		"-->", "<script>", "<div>\n", "\\", "\\\n", "  \n",
		"Name: value\n", "**Name:** v\n", "(a) x\n", "# ", "===\n",
		"---\n", "2.3 Text", "[x] ", "[ ] ", "\t", "\xC2\xA0",
		"\xC2\xAD", "\f", "+ ", "[a][b]", "![i](u \"t\nt\")",
		"<http://a>", "\xE2\x80\xA8", "\r", "1\\. X", "word ", "of ",
		"www.a.bc ", "@", "a@b.cd ", "caf\xC3\xA9 " };
	const char *rounds = getenv("ROUNDS");
	long count = rounds != NULL ? atol(rounds) : 3000;
	uint32_t seed = 3;

	(void)state;
	for (long round = 0; round < count; round++) {
		struct buf buf = BUF_INIT;
		struct md_draft draft;
		uint32_t length = 1 + chance(&seed, 60);

		for (uint32_t i = 0; i < length; i++)
			buf_puts(&buf, pieces[chance(&seed,
					   sizeof(pieces) / sizeof(*pieces))]);
		draft = md_read(buf_str(&buf));
		md_free(&draft);
		buf_clear(&buf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings),
		cmocka_unit_test(places_in_paragraphs),
		cmocka_unit_test(lists),
		cmocka_unit_test(tasks),
		cmocka_unit_test(code_and_rules),
		cmocka_unit_test(strikethrough),
		cmocka_unit_test(links),
		cmocka_unit_test(definitions_before_text),
		cmocka_unit_test(unsafe_links),
		cmocka_unit_test(entities_and_characters),
		cmocka_unit_test(footnotes),
		cmocka_unit_test(footnotes_in_code),
		cmocka_unit_test(html),
		cmocka_unit_test(fields),
		cmocka_unit_test(no_fields),
		cmocka_unit_test(lettered_items),
		cmocka_unit_test(numbered_paragraphs),
		cmocka_unit_test(bullets_before_numbers),
		cmocka_unit_test(bare_addresses),
		cmocka_unit_test(lines_count_from_the_drafts_first),
		cmocka_unit_test(choice_of_syntax),
		cmocka_unit_test(deep_nesting),
		cmocka_unit_test(random_drafts_lose_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
