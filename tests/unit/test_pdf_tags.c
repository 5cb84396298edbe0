/* What tags cost: a long plan's file, beside the same pages without tags. A
 * row has some 40 words, as in the plans that councils publish, or fewer: then
 * there are more tags for each word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "pdf_fixture.h"

enum { THEMES = 60, ACTIONS = 20, COLUMNS = 6 };

/* Words as a plan has them, as far as compression goes: some hundreds, of two
 * or three syllables. */
static const char *
say(struct paper *paper, size_t seed, size_t count)
{
	static const char *const syllables[] = { "con", "ta", "re", "mi", "der",
		"so", "ly", "ing", "pa", "nu", "ver", "lo", "ch", "e", "sti",
		"bu", "gan", "wi", "ho", "ter" };
	const size_t most = sizeof(syllables) / sizeof(syllables[0]);
	struct buf buf = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < count; i++) {
		size_t word;

		seed = (seed * 1103515245u + 12345u) & 0x7FFFFFFF;
		word = (seed >> 12) % (most * most);
		buf_printf(&buf, "%s%s%s%s", i > 0 ? " " : "",
		    syllables[word % most], syllables[word / most],
		    word % 3 == 0 ? syllables[word % 7] : "");
	}
	text = str_copy(paper->arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return text;
}

static void
plan_make(struct paper *paper, size_t words)
{
	static const char *heads[COLUMNS] = { "Ref", "Action", "Owner", "Due",
		"Status", "Progress" };

	add_heading(paper, paper->report.root, 1, "Delivery plan");
	for (size_t t = 0; t < THEMES; t++) {
		struct node *section =
		    add_section(paper, paper->report.root, 2, say(paper, t, 4));
		struct node *table;

		add_paragraph(paper, section, say(paper, t + 99, 30));
		table = add_table(paper, section, COLUMNS);
		add_row(paper, table, true, heads);
		for (size_t a = 0; a < ACTIONS; a++) {
			size_t n = t * ACTIONS + a;
			const char *cells[COLUMNS] = { str_printf(paper->arena,
							   "%zu.%zu", t + 1,
							   a + 1)
							   .ptr,
				say(paper, n + 7, words / 5),
				say(paper, n % 9, 2),
				str_printf(
				    paper->arena, "%zu March 2027", n % 28 + 1)
				    .ptr,
				n % 3 == 0 ? "Green" : "Amber",
				say(paper, n + 5, words / 2 + n % words) };

			add_row(paper, table, false, cells);
		}
	}
}

static size_t
file_size(struct paper *paper)
{
	struct buf pdf = BUF_INIT;
	struct str icc;
	size_t size;

	assert_true(file_read(
	    paper->arena, "/usr/share/color/icc/sRGB.icc", &icc, paper->msgs));
	assert_true(pdf_paint(&pdf, paper->layout, &paper->report, paper->fonts,
	    icc, NULL, paper->msgs));
	size = pdf.len;
	buf_clear(&pdf);
	return size;
}

/* Makes all content an artifact of its page, under no tag but the root. */
static void
tags_strip(struct pdf_layout *layout)
{
	for (size_t p = 0; p < layout->page_count; p++)
		for (size_t i = 0; i < layout->pages[p].item_count; i++)
			layout->pages[p].items[i].tag = PDF_ARTIFACT_LAYOUT;
	layout->tag_count = 1;
	layout->link_count = 0;
}

/* With tags, at most `percent` of the size without. */
static void
try(size_t words, size_t percent)
{
	struct paper *paper = paper_new();
	size_t tagged, plain;

	plan_make(paper, words);
	paper_lay(paper);
	assert_true(paper->layout->tag_count > THEMES * ACTIONS * COLUMNS);
	tagged = file_size(paper);
	tags_strip(paper->layout);
	plain = file_size(paper);
	print_message("# %d actions of some %zu words: %zu pages, %zu bytes, "
		      "%.2f times what they are without tags\n",
	    THEMES * ACTIONS, words * 6 / 5 + 6, paper->layout->page_count,
	    tagged, (double)tagged / (double)plain);
	assert_true(tagged > plain);
	assert_true(tagged * 100 <= plain * percent);
	paper_free(paper);
}

static void
tags_cost_less_than_half_of_the_rest(void **state)
{
	(void)state;
	try(30, 130);
}

static void
tags_of_short_rows_cost_little_more(void **state)
{
	(void)state;
	try(15, 140);
	try(5, 160);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_cost_less_than_half_of_the_rest),
		cmocka_unit_test(tags_of_short_rows_cost_little_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
