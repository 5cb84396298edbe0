/* read_text_drift: tables set in columns of a page whose columns drift, as
 * converters leave them that place each row for itself:
 *
 *     Ref      Action                Owner        Due      Status
 *     1.1      Renew the licences of Ann Lee      May      Green
 *              all users                          2026
 *     CoC 1 Paint the pier           Harbour      June     Red
 *           before Easter            Master       2026
 *
 * One space parts cells here and there, and no column of the page stays
 * unwritten from top to bottom. How many columns there are is told by the
 * line of headings, and where each begins by it and by the lines around: the
 * words of every line are given to the columns in the way that costs least.
 * Gives the cells of each line; knows nothing of rows. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/utf8.h"

enum {
	COLUMNS_MIN = 3,
	COLUMNS_MAX = 16,
	HEADING_WORDS = 6,
	WORDS_MAX = 96,   /* of a line */
	TRIAL_LINES = 24, /* that decide whether it is a table */
	NEAR = 3,         /* lines whose cells begin at one place */
	BESIDE = 2,       /* columns, for what is rounded */
	DEAR_LINE = 16,   /* no line of a table costs that much, and more */
	DEAR_CELL = 6,    /* for each of its cells */
	GROUP_WORDS = 12,
	FULL_LINES = 2, /* that make a table */
	/* what it costs */
	CUT = 4,       /* a space that parts cells */
	CUT_FIRM = 1,  /* where cells begin on the row's other lines */
	CUT_NEAR = 2,  /* ... or hardly beside it */
	CUT_SMALL = 8, /* more: before a word that begins small */
	CUT_OPEN = 6,  /* more: behind "of the" */
	WHOLE = 12,    /* a gap that does not part cells */
	WHOLE_END = 3, /* the same behind the end of a sentence */
	OVERRUN = 6,   /* a cell that reaches into the next column, and more
			* for each character; up to */
	OVERRUN_MAX = 18,
	EMPTY = 12, /* a cell that most rows fill */
	NEVER = 1 << 20
};

struct word {
	struct str text;
	uint16_t begin, end; /* columns of the page */
	uint16_t gap;        /* unwritten columns before it */
	bool is_firm;        /* cells begin here on its row's other lines */
	bool is_near;        /* or hardly beside it */
	bool goes_on;        /* what stands before it goes on below */
};

struct drift_line {
	struct word *words;
	size_t count;
};

struct drift {
	struct text_reader *reader;
	size_t begin, end; /* lines */
	struct drift_line *lines;
	size_t columns;
	uint16_t starts[COLUMNS_MAX]; /* of the headings, as last printed */
	struct str headings[COLUMNS_MAX];
	int empty[COLUMNS_MAX]; /* what it costs to leave a cell empty */
};

/* ---- words of a line ---- */

/* False: the line is too wide, or has too many words, for a table. */
static bool
line_cut(
    struct arena *scratch, const struct text_line *line, struct drift_line *cut)
{
	struct word words[WORDS_MAX] = { { .gap = 0 } }, *word = words;
	struct str rest = line->text;
	size_t column = line->indent, last = 0, count = 0;
	bool in_word = false;

	while (rest.len > 0) {
		const char *at = rest.ptr;
		uint32_t c = utf8_next(&rest);

		if (c == '\t' || column >= TEXT_PAGE_WIDTH)
			return false;
		if (utf8_is_space(c)) {
			in_word = false;
			column += (size_t)utf8_width(c);
			continue;
		}
		if (!in_word && count == WORDS_MAX)
			return false;
		if (!in_word) {
			word = &words[count++];
			*word = (struct word){ .text = { at, 0 },
				.begin = (uint16_t)column,
				.gap = (uint16_t)(column - last) };
		}
		in_word = true;
		column += (size_t)utf8_width(c);
		word->text = str_range(word->text.ptr, rest.ptr);
		word->end = (uint16_t)(last = column);
	}
	cut->count = count;
	if (count == 0)
		return false;
	cut->words = arena_alloc(scratch, count * sizeof(*words));
	memcpy(cut->words, words, count * sizeof(*words));
	return true;
}

static bool
begins_cell(const struct word *words, size_t at)
{
	return at == 0 || words[at].gap >= 2;
}

/* ---- headings ---- */

/* Headings are short, begin tall, and stand well apart. */
static bool
headings_read(struct drift *d, const struct drift_line *line)
{
	size_t words = 0;

	d->columns = 0;
	for (size_t w = 0; w < line->count; w++) {
		const struct word *word = &line->words[w];

		if (!begins_cell(line->words, w)) {
			struct str *heading = &d->headings[d->columns - 1];

			*heading = str_range(
			    heading->ptr, word->text.ptr + word->text.len);
			if (++words > HEADING_WORDS)
				return false;
			continue;
		}
		if (d->columns == COLUMNS_MAX ||
		    read_text_starts_lower(word->text))
			return false;
		d->headings[d->columns] = word->text;
		d->starts[d->columns++] = word->begin;
		words = 1;
	}
	return d->columns >= COLUMNS_MIN;
}

/* Are these the headings once more, though they stand elsewhere? */
static bool
repeats_headings(struct drift *d, const struct drift_line *line)
{
	struct drift other = { .reader = d->reader };

	if (line->count == 0 || !headings_read(&other, line) ||
	    other.columns != d->columns)
		return false;
	for (size_t k = 0; k < d->columns; k++)
		if (!str_eq(other.headings[k], d->headings[k]))
			return false;
	memcpy(d->starts, other.starts, sizeof(d->starts));
	return true;
}

/* ---- where the cells of a row begin ---- */

/* Marks the words that begin where cells do on that other line. */
static void
mark_firm(struct drift_line *line, const struct drift_line *other)
{
	for (size_t w = 1, o = 0; w < line->count; w++) {
		struct word *word = &line->words[w];

		while (o < other->count &&
		       other->words[o].begin + BESIDE < word->begin)
			o++;
		for (size_t i = o; i < other->count && other->words[i].begin <=
							   word->begin + BESIDE;
		     i++) {
			if (!begins_cell(other->words, i))
				continue;
			word->is_near = true;
			word->is_firm = word->is_firm ||
					other->words[i].begin == word->begin;
		}
	}
}

/* Has the line something in the first column, and not the rest of a sentence?
 * Then a row begins with it. */
static bool
begins_row(const struct drift *d, const struct drift_line *line)
{
	return line->count > 0 &&
	       line->words[0].begin <= d->starts[0] + BESIDE &&
	       !read_text_starts_lower(line->words[0].text);
}

/* Marks the words before which a sentence may stop at any word, for it goes on
 * small on the line below. */
static void
mark_unfinished(struct drift_line *line, const struct drift_line *below)
{
	for (size_t w = 1, b = 0; w < line->count && below->count > 0; w++) {
		struct word *word = &line->words[w];

		for (size_t i = b;
		     i < below->count && below->words[i].begin < word->begin;
		     i++)
			if (begins_cell(below->words, i))
				b = i;
		word->goes_on = below->words[b].begin < word->begin &&
				read_text_starts_lower(below->words[b].text);
	}
}

/* Other rows may stand elsewhere; a line is held against its own. */
static void
mark_rows(struct drift *d)
{
	size_t count = d->end - d->begin;

	for (size_t i = 0; i < count; i++) {
		struct drift_line *line = &d->lines[i];

		if (i + 1 < count)
			mark_unfinished(line, &d->lines[i + 1]);
		for (size_t k = 1; k <= NEAR && k <= i; k++) {
			if (begins_row(d, &d->lines[i - k + 1]))
				break;
			mark_firm(line, &d->lines[i - k]);
		}
		for (size_t k = 1; k <= NEAR && i + k < count; k++) {
			if (begins_row(d, &d->lines[i + k]))
				break;
			mark_firm(line, &d->lines[i + k]);
		}
	}
}

/* ---- giving words to columns ---- */

static int
start_cost(const struct drift *d, size_t column, const struct word *word)
{
	int off = (int)word->begin - (int)d->starts[column];

	return (off < 0 ? -off : off) / 2;
}

/* "of the", and "The" itself: what goes on stands behind it. */
static bool
is_open(struct str word)
{
	static const char *const openers[] = { "The", "A", "An", "This",
		"These", "Its", "Our", "In", "On", "At", "For", "To", NULL };
	struct str last = word;

	for (size_t i = 0; openers[i] != NULL; i++)
		if (str_is(word, openers[i]))
			return true;
	return utf8_is_letter(utf8_last(&last)) &&
	       read_text_is_unfinished(word);
}

/* A word alone in its cell may stand behind anything. */
static bool
is_lone(const struct drift_line *line, size_t at)
{
	if (read_text_starts_lower(line->words[at].text))
		return at + 1 < line->count && line->words[at + 1].gap > 2;
	return at + 1 == line->count || line->words[at + 1].gap > 2;
}

static int
cut_cost(const struct drift_line *line, size_t at)
{
	const struct word *words = line->words;
	int cost = words[at].is_firm   ? CUT_FIRM
		   : words[at].is_near ? CUT_NEAR
				       : CUT;

	if (at == 0 || words[at].gap >= 2)
		return 0;
	if (!words[at].is_firm && read_text_starts_lower(words[at].text))
		cost += CUT_SMALL;
	if (is_open(words[at - 1].text) && !is_lone(line, at) &&
	    !words[at].goes_on)
		cost += CUT_OPEN;
	return cost;
}

static int
whole_cost(const struct word *words, size_t at)
{
	if (words[at].gap < 2)
		return 0;
	return words[at].gap == 2 && read_text_ends_sentence(words[at - 1].text)
		   ? WHOLE_END
		   : WHOLE;
}

static int
overrun_cost(const struct drift *d, size_t column, const struct word *last)
{
	int over;

	if (column + 1 == d->columns)
		return 0;
	over = (int)last->end - (int)d->starts[column + 1] + 1;
	if (over <= 0)
		return 0;
	return over + OVERRUN > OVERRUN_MAX ? OVERRUN_MAX : over + OVERRUN;
}

/* What it costs to leave the cells from `from` up to `to` empty. */
static int
empty_cost(const struct drift *d, size_t from, size_t to, bool is_full)
{
	int cost = 0;

	for (size_t k = from; k < to && is_full; k++)
		cost += d->empty[k];
	return cost;
}

/* Does the line have cells enough that a row may begin with it? */
static bool
is_full(const struct drift *d, const struct drift_line *line)
{
	size_t cells = 0;

	for (size_t w = 0; w < line->count; w++)
		cells += begins_cell(line->words, w);
	return cells * 2 >= d->columns &&
	       (begins_row(d, line) || cells + 2 >= d->columns) &&
	       !read_text_starts_lower(line->words[0].text);
}

/* "Theme 2: Safe buildings" names what the rows below it share, and stands
 * across the columns. */
static bool
is_group(const struct drift *d, const struct drift_line *line)
{
	const struct word *words = line->words;

	if (line->count < 2 || line->count > GROUP_WORDS ||
	    !begins_row(d, line) || words[line->count - 1].end <= d->starts[1])
		return false;
	for (size_t w = 1; w < line->count; w++)
		if (begins_cell(words, w) || words[w].is_near)
			return false;
	return true;
}

/* Gives each word its column in `column`; the cost, at least NEVER if there is
 * no way. best[w][k]: the words up to w, of which w is in column k. */
static int
line_place(
    const struct drift *d, const struct drift_line *line, uint8_t *column)
{
	int best[WORDS_MAX][COLUMNS_MAX], cost = NEVER;
	uint8_t from[WORDS_MAX][COLUMNS_MAX] = { { 0 } };
	const struct word *words = line->words;
	bool full = is_full(d, line);
	size_t at = 0;

	if (is_group(d, line)) {
		memset(column, 0, line->count);
		return 0;
	}
	for (size_t k = 0; k < d->columns; k++)
		best[0][k] =
		    start_cost(d, k, &words[0]) + empty_cost(d, 0, k, full);
	for (size_t w = 1; w < line->count; w++) {
		int cut = cut_cost(line, w), whole = whole_cost(words, w);

		for (size_t k = 0; k < d->columns; k++) {
			best[w][k] = best[w - 1][k] + whole;
			from[w][k] = (uint8_t)k;
			for (size_t p = 0; p < k; p++) {
				int sum = best[w - 1][p] + cut +
					  overrun_cost(d, p, &words[w - 1]) +
					  start_cost(d, k, &words[w]) +
					  empty_cost(d, p + 1, k, full);

				if (sum > best[w][k])
					continue;
				best[w][k] = sum;
				from[w][k] = (uint8_t)p;
			}
		}
	}
	for (size_t k = 0; k < d->columns; k++) {
		int sum = best[line->count - 1][k] +
			  overrun_cost(d, k, &words[line->count - 1]) +
			  empty_cost(d, k + 1, d->columns, full);

		if (sum < cost) {
			cost = sum;
			at = k;
		}
	}
	for (size_t w = line->count; w-- > 0; at = from[w][at])
		column[w] = (uint8_t)at;
	return cost;
}

/* ---- the table ---- */

/* Cells that most of the fuller lines have are dear to leave empty. */
static void
weigh_empty(struct drift *d)
{
	size_t filled[COLUMNS_MAX] = { 0 }, full = 0;
	uint8_t column[WORDS_MAX];

	for (size_t i = 1; i < d->end - d->begin; i++) {
		const struct drift_line *line = &d->lines[i];
		size_t last = COLUMNS_MAX;

		if (line->count == 0 || repeats_headings(d, line) ||
		    !is_full(d, line))
			continue;
		full++;
		line_place(d, line, column);
		for (size_t w = 0; w < line->count; last = column[w++])
			filled[column[w]] += column[w] != last;
	}
	for (size_t k = 0; k < d->columns && full > 0; k++)
		d->empty[k] = (int)(EMPTY * filled[k] / full);
	headings_read(d, &d->lines[0]); /* as they were printed first */
}

/* Cuts the lines up to d->end, or up to the first that cannot be cut. */
static bool
lines_cut(struct drift *d)
{
	size_t count = d->end - d->begin;

	d->lines = arena_alloc(d->reader->scratch, count * sizeof(*d->lines));
	for (size_t i = 0; i < count; i++) {
		const struct text_line *line = &d->reader->lines[d->begin + i];

		if (read_text_layout_is_rule(line->text) ||
		    line_cut(d->reader->scratch, line, &d->lines[i]))
			continue;
		d->end = d->begin + i;
		break;
	}
	if (d->end == d->begin || !headings_read(d, &d->lines[0]))
		return false;
	mark_rows(d);
	return true;
}

/* May the line be one of the table's? Behind a blank line it must have two
 * cells at least. */
static bool
may_follow(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];

	if (line->furniture || line->width > TEXT_PAGE_WIDTH ||
	    line->region != REGION_NONE || line->blanks > 1)
		return false;
	return line->blanks == 0 || str_find(line->text, "   ") != (size_t)-1;
}

/* What costs as much is no line of the table. */
static int
dear(const struct drift_line *line)
{
	int cells = 0;

	for (size_t w = 0; w < line->count; w++)
		cells += begins_cell(line->words, w);
	return DEAR_LINE + (cells > 1 ? DEAR_CELL * cells : 0);
}

/* The more headings stand in a row, the fewer lines below must fill their
 * cells. */
static size_t
rows_enough(const struct drift *d)
{
	return d->columns >= 5 ? 1 : d->columns == 4 ? 2 : 3;
}

/* Does the line begin before all headings, with a cell more than there are?
 * Then its first column has no heading, as in tables of figures, and all
 * headings stand one column further on. */
static bool
has_unnamed_column(const struct drift *d, const struct drift_line *line)
{
	size_t cells = 0;

	for (size_t w = 0; w < line->count; w++)
		cells += begins_cell(line->words, w);
	return cells == d->columns + 1 &&
	       line->words[0].begin + BESIDE < d->starts[0];
}

/* How many of at most `most` lines are the table's; 0: it is none. */
static size_t
lines_fit(struct drift *d, size_t most, bool is_sure)
{
	const struct text_reader *reader = d->reader;
	size_t full = 0, unnamed = 0, at = 1;
	uint8_t column[WORDS_MAX];

	for (d->end = d->begin + 1;
	     d->end < reader->line_count && d->end - d->begin < most &&
	     may_follow(reader, d->end);
	     d->end++)
		continue;
	if (!lines_cut(d))
		return 0;
	for (; at < d->end - d->begin; at++) {
		const struct drift_line *line = &d->lines[at];

		if (line->count == 0 || repeats_headings(d, line))
			continue;
		unnamed += has_unnamed_column(d, line);
		if (line_place(d, line, column) >= dear(line))
			break;
		full += is_full(d, line);
	}
	if (unnamed > 1 && unnamed * 2 >= full)
		return 0;
	return full >= (is_sure ? 1 : rows_enough(d)) ? at : 0;
}

size_t
read_text_drift_end(struct text_reader *reader, size_t at, bool is_sure)
{
	struct drift d = { .reader = reader, .begin = at, .end = at + 1 };
	size_t count;

	/* the headings alone tell most lines apart, at little cost */
	if (!lines_cut(&d))
		return at;
	count = lines_fit(&d, TRIAL_LINES, is_sure);
	if (count == TRIAL_LINES)
		count = lines_fit(&d, reader->line_count, is_sure);
	while (count > 0 &&
	       read_text_layout_is_rule(reader->lines[at + count - 1].text))
		count--;
	return at + count;
}

struct str *
read_text_drift_cells(
    struct text_reader *reader, size_t begin, size_t end, size_t *columns)
{
	struct drift d = { .reader = reader, .begin = begin, .end = end };
	struct str *cells;
	uint8_t column[WORDS_MAX];

	must(lines_cut(&d) && d.end == end);
	/* what was left empty for little may not be, seen again */
	weigh_empty(&d);
	weigh_empty(&d);
	cells = arena_alloc(
	    reader->scratch, (end - begin) * d.columns * sizeof(*cells));
	for (size_t i = 0; i < end - begin; i++) {
		const struct drift_line *line = &d.lines[i];
		struct str *row = &cells[i * d.columns];

		if (line->count == 0)
			continue;
		repeats_headings(&d, line);
		line_place(&d, line, column);
		for (size_t w = 0; w < line->count; w++) {
			struct str text = line->words[w].text;
			struct str *cell = &row[column[w]];

			*cell = cell->len == 0
				    ? text
				    : str_range(cell->ptr, text.ptr + text.len);
		}
	}
	*columns = d.columns;
	return cells;
}
