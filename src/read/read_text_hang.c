/* read_text_hang: lines of items and numbered paragraphs that go on below their
 * mark because a window or a page was too narrow. What such lines begin with,
 * a name with a colon or a number, is chance and no form:
 *
 *     - Mend the wall. Owner: Ann Lee;
 *       Due: 3 May 2026; Status: Red
 *
 * They are told from lines that were ended on purpose by being full: the first
 * word of the line below would have had no room on any of them. Comes before
 * tables and paragraphs are looked for; knows no words. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	WIDTH_LEAST = 36, /* narrower lines are full by chance */
	WIDTH_MOST = 140, /* wider ones were never broken */
	BREAKS_LEAST = 4, /* in one run, to judge it by itself */
	FULL_SHARE = 90   /* per cent of a run's breaks */
};

/* Items below one another. */
struct run {
	size_t begin, end; /* indexes of lines */
	size_t breaks;     /* lines that may go on from the one above */
	uint32_t width;    /* of the widest line, with its indent */
	bool is_filled;
};

struct runs {
	struct run *all;
	size_t count, cap;
	uint32_t width; /* of those that are filled */
};

/* Two cells of a table stand on the line. */
static bool
has_gap(struct str text)
{
	return str_find(text, "\t") != (size_t)-1 ||
	       str_find(text, "   ") != (size_t)-1;
}

static bool
is_prose(const struct text_line *line)
{
	return line->region == REGION_NONE && !line->furniture &&
	       !has_gap(line->text);
}

/* A mark that begins an item, below another item's text too: not the number of
 * a day, of an amount. */
static bool
is_mark(const struct text_line *line)
{
	const struct text_number *number;
	struct text_marker marker;
	char last;

	if (!read_text_marker_find(line->text, &marker))
		return false;
	/* "Status: / A; Due", "(G); Due" */
	if (marker.kind == MARKER_LABEL)
		return marker.form != LABEL_SEMICOLON &&
		       (marker.form != LABEL_BRACKETS ||
			   marker.script != SCRIPT_UPPER);
	/* nor "Status: / ☑ Done" */
	if (marker.kind == MARKER_BULLET)
		return marker.bullet < 0x2610 || marker.bullet > 0x2612;
	number = &marker.number;
	last = marker.label.ptr[marker.label.len - 1];
	if (number->count == 3 && number->part[2] > 9)
		return last == '.' || last == ')';
	return !marker.is_bare && (last == '.' || last == ')' ||
				      read_text_starts_upper(marker.body));
}

/* Index behind the item that begins at `at`. */
static size_t
item_end(const struct text_reader *reader, size_t at)
{
	const struct text_line *lines = reader->lines;
	size_t end = at + 1;

	while (end < reader->line_count && lines[end].blanks == 0 &&
	       !lines[end].page_break && is_prose(&lines[end]) &&
	       lines[end].indent >= lines[at].indent && !is_mark(&lines[end]) &&
	       (end == at + 1 || lines[end].indent == lines[at + 1].indent))
		end++;
	return end;
}

/* Widens the run by the item that ends at `end`. */
static void
run_add(const struct text_reader *reader, struct run *run, size_t end)
{
	for (size_t i = run->end; i < end; i++) {
		const struct text_line *line = &reader->lines[i];

		if (line->indent + line->width > run->width)
			run->width = line->indent + line->width;
	}
	run->breaks += end - run->end - 1;
	run->end = end;
}

static void
runs_find(const struct text_reader *reader, struct runs *runs)
{
	const struct text_line *lines = reader->lines;
	struct text_marker marker;
	struct run *run = NULL;

	for (size_t at = 0; at < reader->line_count;) {
		if (!is_prose(&lines[at]) ||
		    !read_text_marker_find(lines[at].text, &marker)) {
			at++;
			continue;
		}
		if (run == NULL || run->end != at || lines[at].blanks > 1) {
			runs->all = arena_push(reader->scratch, runs->all,
			    &runs->count, &runs->cap, sizeof(*runs->all));
			run = &runs->all[runs->count - 1];
			*run = (struct run){ .begin = at, .end = at };
		}
		at = item_end(reader, at);
		run_add(reader, run, at);
	}
}

/* Would the first word of line `at` have had no room on the line above? */
static bool
is_break(const struct text_reader *reader, size_t at, uint32_t width)
{
	const struct text_line *above = &reader->lines[at - 1];
	struct str word = read_text_first_word(reader->lines[at].text);

	return above->indent + above->width + 1 + utf8_count(word) >
	       width - width / 8;
}

/* Does line `at` go on below an item's first line? */
static bool
is_below(const struct text_reader *reader, const struct run *run, size_t at)
{
	return at > run->begin && reader->lines[at].blanks == 0 &&
	       !is_mark(&reader->lines[at]);
}

static size_t
count_full(
    const struct text_reader *reader, const struct run *run, uint32_t width)
{
	size_t full = 0;

	for (size_t at = run->begin + 1; at < run->end; at++)
		full +=
		    is_below(reader, run, at) && is_break(reader, at, width);
	return full;
}

/* Breaks that no field begins behind. */
static size_t
count_plain(const struct text_reader *reader, const struct run *run)
{
	struct str name, value;
	size_t plain = 0;

	for (size_t at = run->begin + 1; at < run->end; at++)
		plain +=
		    is_below(reader, run, at) &&
		    !read_text_field_cut(reader->lines[at].text, &name, &value);
	return plain;
}

static void
fill(struct runs *runs, struct run *run)
{
	run->is_filled = true;
	if (run->width > runs->width)
		runs->width = run->width;
}

/* Long runs tell by themselves. */
static void
judge_long(const struct text_reader *reader, struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->all[i];

		if (run->breaks >= BREAKS_LEAST && run->width >= WIDTH_LEAST &&
		    run->width <= WIDTH_MOST &&
		    count_full(reader, run, run->width) * 100 >=
			run->breaks * FULL_SHARE)
			fill(runs, run);
	}
}

/* Short ones are held against the others: a draft has one width. */
static void
judge_short(const struct text_reader *reader, struct runs *runs)
{
	uint32_t width = runs->width;
	size_t plain = 0;

	for (size_t i = 0; i < runs->count; i++) {
		const struct run *run = &runs->all[i];

		if (run->breaks == 0 || run->breaks >= BREAKS_LEAST ||
		    run->width > WIDTH_MOST)
			continue;
		plain += count_plain(reader, run);
		if (run->width > width)
			width = run->width;
	}
	if (width < WIDTH_LEAST || (runs->width == 0 && plain < 2))
		return;
	for (size_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->all[i];

		if (run->breaks > 0 && run->breaks < BREAKS_LEAST &&
		    run->width <= WIDTH_MOST &&
		    count_full(reader, run, width) == run->breaks) {
			run->width = width;
			run->is_filled = true;
		}
	}
}

void
read_text_hangs_find(struct text_reader *reader)
{
	struct runs runs = { .all = NULL };

	runs_find(reader, &runs);
	judge_long(reader, &runs);
	judge_short(reader, &runs);
	for (size_t i = 0; i < runs.count; i++) {
		const struct run *run = &runs.all[i];

		for (size_t at = run->begin; run->is_filled && at < run->end;
		     at++) {
			reader->lines[at].in_filled = true;
			reader->lines[at].hangs =
			    is_below(reader, run, at) &&
			    is_break(reader, at, run->width);
		}
	}
}

bool
read_text_hang_step(struct text_reader *reader, size_t *at)
{
	if (!reader->lines[*at].hangs || reader->open == NULL ||
	    reader->open->kind == NODE_HEADING || reader->open_line + 1 != *at)
		return false;
	read_text_extend(reader, *at, reader->lines[*at].text, JOIN_SPACE);
	++*at;
	return true;
}
