/* judge_part: whether the parts of a draft stay together on its pages. Needs
 * words that say which part they belong to, and page by page in order of
 * their height. */
#include "judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_WORD = 24 /* characters: so long a word is never cut */ };

static bool
is_body(const struct word *word)
{
	return !word->in_margin && word->token.part != PART_NONE &&
	       word->token.part != PART_NOTE;
}

/* The lowest word of the text, without notes; or NULL. */
static const struct word *
last_word(const struct page *page)
{
	const struct word *last = NULL;

	for (size_t i = 0; i < page->word_count; i++)
		if (is_body(&page->words[i]) &&
		    (last == NULL || page->words[i].box.y1 > last->box.y1))
			last = &page->words[i];
	return last;
}

static bool
has_cells(const struct page *page, int table)
{
	for (size_t i = 0; i < page->word_count; i++)
		if (page->words[i].token.part == PART_CELL &&
		    page->words[i].token.table == table)
			return true;
	return false;
}

void
judge_headings(struct paper *paper)
{
	double next =
	    0; /* width of the page behind this one; 0: no text there */

	for (size_t p = paper->page_count; p-- > 0;) {
		const struct page *page = &paper->pages[p];
		const struct word *last = last_word(page);

		if (last == NULL)
			continue;
		/* what stands on turned pages cannot follow a heading here */
		if (next > page->width - 1 && next < page->width + 1 &&
		    last->token.part == PART_HEADING && !last->in_link)
			judge_fault(paper, "heading", p,
			    "ends with the heading \"%s\"", last->text);
		if (last->token.part == PART_HEADER &&
		    !has_cells(page, last->token.table))
			judge_fault(paper, "heading", p,
			    "ends with a table's header row, \"%s\"",
			    last->text);
		next = page->width;
	}
}

/* Of which paragraph is it? 0: of none. */
static int
paragraph_of(const struct word *word)
{
	if (word->in_margin)
		return 0;
	if (word->token.part == PART_LINK)
		return word->token.row;
	return word->token.part == PART_PARAGRAPH ? word->token.table : 0;
}

static int
count_lines(const struct page *page, int paragraph)
{
	double y = -100;
	int lines = 0;

	for (size_t i = 0; i < page->word_count; i++)
		if (paragraph_of(&page->words[i]) == paragraph &&
		    page->words[i].box.y0 > y + 5) {
			y = page->words[i].box.y0;
			lines++;
		}
	return lines;
}

void
judge_lone_lines(struct paper *paper)
{
	for (size_t p = 0; p + 1 < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];
		int done = 0;

		for (size_t i = 0; i < page->word_count; i++) {
			int paragraph = paragraph_of(&page->words[i]);
			int here, there;

			if (paragraph <= done)
				continue;
			done = paragraph;
			here = count_lines(page, paragraph);
			there = count_lines(page + 1, paragraph);
			if (there > 0 && here + there >= 4 &&
			    (here < 2 || there < 2))
				judge_fault(paper, "lone", p,
				    "paragraph %d leaves %d lines here and %d "
				    "there",
				    paragraph, here, there);
		}
	}
}

/* The highest word of this part of a table; or NULL. */
static const struct word *
find_cell(
    const struct page *page, enum part part, int table, int row, int column)
{
	for (size_t i = 0; i < page->word_count; i++) {
		const struct token *token = &page->words[i].token;

		if (token->part == part && token->table == table &&
		    (token->row == row || row == 0) &&
		    (token->column == column || column == 0))
			return &page->words[i];
	}
	return NULL;
}

void
judge_header_rows(struct paper *paper)
{
	for (size_t p = 0; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];

		for (size_t i = 0; i < page->word_count; i++) {
			const struct word *word = &page->words[i], *header;
			const struct token *token = &word->token;

			if (token->part != PART_CELL ||
			    find_cell(page, PART_CELL, token->table, 0,
				token->column) != word)
				continue;
			/* the name of a row that goes on */
			if (token->column == 1 && p > 0 &&
			    find_cell(page - 1, PART_CELL, token->table,
				token->row, 0) != NULL)
				continue;
			header = find_cell(
			    page, PART_HEADER, token->table, 0, token->column);
			if (header == NULL || header->box.y0 > word->box.y0 + 3)
				judge_fault(paper, "header", p,
				    "\"%s\" has no heading above it",
				    word->text);
		}
	}
}

/* Is the first cell of the row one word that is short enough to be its name? */
static bool
is_named(const struct paper *paper, const struct token *token)
{
	char want[40];
	size_t len, found = 0;

	snprintf(want, sizeof(want), "t%dr%dc1x", token->table, token->row);
	len = strlen(want);
	for (size_t i = 0; i < paper->source_count; i++)
		if (strncmp(paper->source[i], want, len) == 0) {
			found++;
			if (strlen(paper->source[i]) > 12)
				return false;
		}
	return found == 1;
}

void
judge_cut_rows(struct paper *paper)
{
	for (size_t p = 1; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];

		for (size_t i = 0; i < page->word_count; i++) {
			const struct word *word = &page->words[i];
			const struct token *token = &word->token;
			const struct word *first;

			if (token->part != PART_CELL || token->column < 2 ||
			    find_cell(page - 1, PART_CELL, token->table,
				token->row, 0) == NULL ||
			    find_cell(page, PART_CELL, token->table, token->row,
				0) != word)
				continue;
			first = find_cell(
			    page, PART_CELL, token->table, token->row, 1);
			if (first == NULL && is_named(paper, token))
				judge_fault(paper, "continued", p,
				    "\"%s\" does not say whose it is",
				    word->text);
		}
	}
}

static size_t
count_characters(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

/* The first word of the draft that is not before this text. */
static size_t
find_source(const struct paper *paper, const char *text)
{
	size_t low = 0, high = paper->source_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(paper->source[middle], text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where it stands in the draft there is more of it, without a sign at which
 * it may be cut. */
static bool
is_cut(const struct paper *paper, const char *text)
{
	size_t len = strlen(text), at = find_source(paper, text);
	bool cut = false;

	for (; at < paper->source_count; at++) {
		const char *source = paper->source[at];

		if (strncmp(source, text, len) != 0)
			break;
		/* whole, or with a sentence's point behind it */
		if (strspn(source + len, ".,;:") == strlen(source + len))
			return false;
		if (strchr("/-_.@", text[len - 1]) == NULL &&
		    strchr("/-_.@", source[len]) == NULL &&
		    count_characters(source) <= SHORT_WORD)
			cut = true;
		else
			return false;
	}
	return cut;
}

void
judge_broken_words(struct paper *paper)
{
	for (size_t p = 0; p < paper->page_count; p++) {
		const struct page *page = &paper->pages[p];

		for (size_t i = 0; i < page->word_count; i++)
			if (page->words[i].token.part != PART_NONE &&
			    is_cut(paper, page->words[i].text))
				judge_fault(paper, "broken", p, "\"%s\"",
				    page->words[i].text);
	}
}
