/* read_text_furniture: lines that belong to the page and not to the text:
 * page numbers, running headers and footers. When unsure, a line stays. */
#include "read/read_text_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

static bool
cut_number(struct str *text)
{
	size_t len = 0;

	while (
	    len < text->len && text->ptr[len] >= '0' && text->ptr[len] <= '9')
		len++;
	*text = str_trim(str_skip(*text, len));
	return len > 0 && len <= 4;
}

static bool
cut_word(struct str *text, const char *word, size_t len)
{
	if (!str_starts_nocase(*text, word))
		return false;
	*text = str_trim(str_skip(*text, len));
	return true;
}

/* "Page 5", "Page 3 of 12.", "page | 7". */
static bool
is_page_line(struct str text)
{
	if (!cut_word(&text, "page", 4))
		return false;
	cut_word(&text, "|", 1);
	if (!cut_number(&text))
		return false;
	if (cut_word(&text, "of", 2) || cut_word(&text, "/", 1))
		if (!cut_number(&text))
			return false;
	cut_word(&text, ".", 1);
	return text.len == 0;
}

/* "- 7 -". */
static bool
is_dashed_number(struct str text)
{
	uint32_t c;

	if (text.len < 5)
		return false;
	c = utf8_next(&text);
	if (c != '-' && c != 0x2013 && c != 0x2014)
		return false;
	text = str_trim(text);
	return cut_number(&text) && text.len > 0 && utf8_next(&text) == c &&
	       text.len == 0;
}

/* A bare number, at the edge of a page. */
static bool
is_edge_number(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;

	if (!cut_number(&text) || text.len > 0)
		return false;
	return reader->lines[at].page_break ||
	       (at + 1 < reader->line_count &&
		   reader->lines[at + 1].page_break);
}

/* "... as set out on" / "Page 5.": the end of a sentence, not of a page. */
static bool
ends_sentence_above(const struct text_reader *reader, size_t at)
{
	return at > 0 && reader->lines[at].blanks == 0 &&
	       !reader->lines[at].page_break &&
	       read_text_is_unfinished(reader->lines[at - 1].text) &&
	       (at + 1 == reader->line_count ||
		   reader->lines[at + 1].blanks > 0);
}

static void
drop(struct text_reader *reader, size_t at)
{
	struct text_line *line = &reader->lines[at];
	struct pos pos = { line->line_no, line->col };

	line->furniture = true;
	doc_drop(reader->doc, pos, "page-furniture", line->text);
	doc_say(reader->doc, DOC_FURNITURE, pos, line->text,
	    (struct str){ NULL, 0 });
}

/* ---- running headers and footers ---- */

enum {
	EDGE_LINES = 2,   /* a header or footer has no more */
	EDGE_WIDTH = 120, /* nor is it wider */
	EDGE_REPEATS = 3  /* that make it one */
};

/* A line at the edge of a page. */
struct edge {
	size_t line;
	bool at_top;
	struct str key; /* the text without its page number */
};

struct edges {
	struct edge *items;
	size_t count, cap;
};

/* Without "Page 3 of 9" or a number set off by two spaces at the end, which
 * differ from page to page. */
static struct str
edge_key(struct str text)
{
	size_t page = str_find_nocase(text, "page ");
	size_t len = text.len;

	if (page != (size_t)-1 && is_page_line(str_skip(text, page)))
		return str_trim(str_head(text, page));
	while (len > 0 && text.ptr[len - 1] >= '0' && text.ptr[len - 1] <= '9')
		len--;
	if (len < text.len && len >= 2 &&
	    (str_ends(str_head(text, len), "  ") ||
		str_ends(str_head(text, len), "\t") ||
		str_ends(str_head(text, len), "| ")))
		return str_trim(str_head(text, len));
	return text;
}

/* How often that stands in the text, one behind the other. */
static size_t
count_of(struct str text, const char *part)
{
	size_t len = str_from(part).len, count = 0, at;

	while ((at = str_find(text, part)) != (size_t)-1) {
		text = str_skip(text, at + len);
		count++;
	}
	return count;
}

/* A row with the next one right below it is part of a table: its header is
 * repeated on every page, but it is no page header. */
static bool
heads_table(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];

	if (at + 1 >= reader->line_count || line[1].blanks > 0)
		return false;
	return (read_text_inner_tabs(line->text) >= 2 &&
		   read_text_inner_tabs(line[1].text) > 0) ||
	       (count_of(line->text, "|") >= 2 &&
		   count_of(line[1].text, "|") >= 2) ||
	       (count_of(line->text, "   ") >= 2 &&
		   count_of(line[1].text, "   ") >= 2);
}

static bool
may_be_edge(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	struct text_marker marker;

	return !line->furniture && !heads_table(reader, at) &&
	       line->region == REGION_NONE && line->width <= EDGE_WIDTH &&
	       !read_text_marker_find(line->text, &marker);
}

/* Adds the lines from `begin` on (at most two) that blank lines set off from
 * the text of the page. */
static void
edges_add(struct text_reader *reader, struct edges *edges, size_t begin,
    size_t end, bool at_top)
{
	for (size_t i = begin; i < end; i++) {
		struct edge *edge;

		if (!may_be_edge(reader, i))
			return;
		edges->items = arena_push(reader->scratch, edges->items,
		    &edges->count, &edges->cap, sizeof(*edges->items));
		edge = &edges->items[edges->count - 1];
		edge->line = i;
		edge->at_top = at_top;
		edge->key = edge_key(reader->lines[i].text);
	}
}

/* A page begins with line `at`: the lines on both sides of the break. */
static void
edges_find(struct text_reader *reader, struct edges *edges, size_t at)
{
	const struct text_line *lines = reader->lines;
	size_t top = at, bottom = at;

	while (top < reader->line_count && lines[top].furniture)
		top++;
	for (size_t i = top; i < top + EDGE_LINES; i++)
		if (i + 1 < reader->line_count && lines[i + 1].blanks > 0) {
			edges_add(reader, edges, top, i + 1, true);
			break;
		}
	while (bottom > 0 && lines[bottom - 1].furniture)
		bottom--;
	for (size_t i = 1; i <= EDGE_LINES && i < bottom; i++)
		if (lines[bottom - i].blanks > 0) {
			edges_add(reader, edges, bottom - i, bottom, false);
			break;
		}
}

static int
edge_cmp(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;
	int by_key = str_cmp(x->key, y->key);

	if (by_key != 0)
		return by_key;
	if (x->at_top != y->at_top)
		return x->at_top ? 1 : -1;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* Drops what stands at the same edge of three pages or more. */
static void
edges_drop(struct text_reader *reader, struct edges *edges)
{
	size_t begin = 0;

	if (edges->count > 0)
		qsort(edges->items, edges->count, sizeof(*edges->items),
		    edge_cmp);
	for (size_t i = 0; i < edges->count; i++) {
		const struct edge *item = &edges->items[i];

		if (!str_eq(item->key, edges->items[begin].key) ||
		    item->at_top != edges->items[begin].at_top)
			begin = i;
		if (i + 1 < edges->count &&
		    str_eq(item->key, edges->items[i + 1].key) &&
		    item->at_top == edges->items[i + 1].at_top)
			continue;
		for (size_t k = begin; i + 1 - begin >= EDGE_REPEATS && k <= i;
		     k++)
			if (!reader->lines[edges->items[k].line].furniture)
				drop(reader, edges->items[k].line);
	}
}

static bool
number_of(struct str text, uint32_t *value)
{
	struct str rest = text;

	if (!cut_number(&rest) || rest.len > 0)
		return false;
	*value = 0;
	for (size_t i = 0; i < text.len; i++)
		*value = *value * 10 + (uint32_t)(text.ptr[i] - '0');
	return true;
}

/* The last page's number has no page break below it: a number alone at the end
 * of the draft, one more than the number that was dropped last. */
static void
last_number_drop(struct text_reader *reader)
{
	size_t last = reader->line_count;
	uint32_t value, before;

	if (last == 0 || reader->lines[--last].furniture ||
	    reader->lines[last].blanks == 0 ||
	    !number_of(reader->lines[last].text, &value))
		return;
	for (size_t i = last; i-- > 0;) {
		if (!reader->lines[i].furniture ||
		    !number_of(reader->lines[i].text, &before))
			continue;
		if (value == before + 1)
			drop(reader, last);
		return;
	}
}

/* Page numbers that stand in the middle of the page, where the form feeds were
 * lost: numbers alone, set in deep and set off by blank lines, that count up
 * from one to the draft's end. */
static void
centred_numbers_drop(struct text_reader *reader)
{
	enum { DEEP = 24, LEAST = 2 };
	uint32_t value, next = 1;

	for (int pass = 0; pass < 2; pass++) {
		next = 1;
		for (size_t i = 1; i < reader->line_count; i++) {
			const struct text_line *line = &reader->lines[i];

			if (line->indent < DEEP || line->blanks == 0 ||
			    line->furniture || line->page_break ||
			    line->region != REGION_NONE ||
			    (i + 1 < reader->line_count &&
				line[1].blanks == 0) ||
			    !number_of(line->text, &value))
				continue;
			if (value != next)
				return;
			next++;
			if (pass == 0)
				continue;
			drop(reader, i);
			if (i + 1 < reader->line_count)
				reader->lines[i + 1].page_break = true;
		}
		if (next <= LEAST)
			return;
	}
}

/* Do all words of the line stand in the first lines of the draft, and does it
 * name a body or a date? */
static bool
repeats_masthead(const struct text_reader *reader, size_t at)
{
	enum { MASTHEAD_LINES = 8, LEAST_WORDS = 2 };
	struct str rest = reader->lines[at].text, word;
	size_t words = 0;

	while (read_text_word_next(&rest, &word)) {
		bool found = false;

		word = read_text_word_bare(word);
		for (size_t i = 0; !found && i < MASTHEAD_LINES &&
				   i < reader->line_count && i < at;
		     i++) {
			struct str line = reader->lines[i].text, other;

			while (!found && read_text_word_next(&line, &other))
				found = str_eq_nocase(
				    read_text_word_bare(other), word);
		}
		if (!found)
			return false;
		words++;
	}
	return words >= LEAST_WORDS;
}

/* At the top of each page but the first, the lines set off from the text that
 * only say again what the masthead says: a draft of two pages has one of
 * them, which is too few to be found by being alike. */
static void
masthead_drop(struct text_reader *reader)
{
	for (size_t at = 1; at < reader->line_count; at++) {
		size_t end = at;

		if (!reader->lines[at].page_break ||
		    reader->lines[at].furniture)
			continue;
		while (end < at + EDGE_LINES && end + 1 < reader->line_count &&
		       (end == at || reader->lines[end].blanks == 0) &&
		       may_be_edge(reader, end) &&
		       repeats_masthead(reader, end))
			end++;
		if (end == at || reader->lines[end].blanks == 0)
			continue;
		for (size_t i = at; i < end; i++)
			drop(reader, i);
	}
}

void
read_text_furniture_drop(struct text_reader *reader)
{
	struct edges edges = { 0 };

	for (size_t i = 0; i < reader->line_count; i++) {
		struct str text = reader->lines[i].text;

		if (reader->lines[i].region != REGION_NONE)
			continue;
		if ((is_page_line(text) && !ends_sentence_above(reader, i)) ||
		    is_dashed_number(text) || is_edge_number(reader, i))
			drop(reader, i);
	}
	centred_numbers_drop(reader);
	last_number_drop(reader);
	for (size_t i = 0; i < reader->line_count; i++)
		if ((reader->lines[i].page_break ||
			reader->lines[i].furniture) &&
		    !(i > 0 && reader->lines[i - 1].furniture))
			edges_find(reader, &edges, i);
	/* the end of the draft is the end of a page, if it has pages */
	if (edges.count > 0)
		edges_find(reader, &edges, reader->line_count);
	edges_drop(reader, &edges);
	masthead_drop(reader);
}
