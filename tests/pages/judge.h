/* judge: is a finished PDF set as a page should be? Goes by what other
 * programs read in it: words with their boxes (pdftotext), lines and shades
 * (pdftocairo), links, labels and bookmarks (qpdf). Shares nothing with the
 * program that set the pages.
 *
 * Points, y down, from the page's left upper corner. */
#ifndef TESTS_PAGES_JUDGE_H
#define TESTS_PAGES_JUDGE_H

#include <stdbool.h>
#include <stddef.h>

struct box {
	double x0, y0, x1, y1;
	size_t order; /* of what is drawn: how much was drawn before */
};

/* Of which part of the draft a word says that it is; see tests/pages/draft. */
enum part {
	PART_NONE,
	PART_HEADING,
	PART_PARAGRAPH,
	PART_HEADER, /* of a table */
	PART_CELL,
	PART_NOTE,
	PART_LINK
};

struct token {
	enum part part;
	int table, row, column; /* or the part's number, in `table`; a link's
				 * paragraph is in `row` */
	size_t len;             /* of its own letters, before the word's */
};

struct word {
	struct box box;
	char *text;
	bool in_margin; /* running head or foot, number of a line */
	bool in_link;
	struct token token;
};

struct link {
	struct box box;
	int dest_page;  /* from 1; or 0 */
	double dest_up; /* from the page's foot; or -1 */
	char *uri;      /* or "" */
};

struct page {
	double width, height;
	struct word *words;
	size_t word_count, word_cap;
	struct box *rules, *shades; /* rules are horizontal */
	size_t rule_count, rule_cap, shade_count, shade_cap;
	struct link *links;
	size_t link_count, link_cap;
	int image_count;
	char *label;
};

struct margins {
	double top, right, bottom, left;
};

struct paper {
	struct page *pages;
	size_t page_count, page_cap;
	struct margins margins;
	char **source; /* words of the draft, in order of strcmp; or NULL */
	size_t source_count;
	int faults;
};

/* Appends `size` bytes of noughts to an array; gives the array. */
void *judge_push(void *items, size_t *count, size_t *cap, size_t size);

/* Prints "CHECK: page N: ..." and counts. */
void judge_fault(struct paper *paper, const char *check, size_t page,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

struct token judge_token(const char *text);

/* judge_read.c: all end the program when a file makes no sense. */
void judge_read_words(struct paper *paper, const char *path);
void judge_read_drawing(struct paper *paper, const char *path);
void judge_read_facts(struct paper *paper, const char *path);
void judge_read_source(struct paper *paper, const char *path);

/* judge_page.c: what holds of any paper. */
void judge_margins(struct paper *paper);
void judge_overlaps(struct paper *paper);
void judge_rules(struct paper *paper);
void judge_links(struct paper *paper);
void judge_labels(struct paper *paper);
void judge_contents(struct paper *paper);

/* judge_part.c: what needs words that say what they are a part of. */
void judge_headings(struct paper *paper);
void judge_lone_lines(struct paper *paper);
void judge_header_rows(struct paper *paper);
void judge_cut_rows(struct paper *paper);
void judge_broken_words(struct paper *paper);

#endif
