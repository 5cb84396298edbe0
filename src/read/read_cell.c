/* read_cell: the lines of a table's cell -> which of them begin a paragraph or
 * an item of a list, and how deep it stands. Knows nothing of tables, nor of
 * nodes. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/utf8.h"

enum {
	KEYS = 14,     /* ways of writing a label */
	LOOK_MAX = 200 /* lines to look through for a label's neighbour */
};

/* A list that is open. */
struct open {
	uint32_t indent; /* of its marks */
	uint32_t bullet; /* 0: labels */
	int key;         /* of labels */
};

struct opens {
	struct open open[CELL_DEPTH];
	size_t depth;
	bool has_hung; /* lines of an item were set in behind its mark */
};

static bool
is_blank(const struct read_cell_line *line)
{
	return line->text.len == 0;
}

/* How labels of one row are written: all the same; -1: no label. */
static int
key_of(const struct text_marker *marker)
{
	if (marker->kind == MARKER_LABEL)
		return 2 + (int)marker->form * 3 + (int)marker->script;
	if (marker->kind == MARKER_NUMBER && !marker->is_bare &&
	    !marker->is_prefixed && marker->number.count == 1 &&
	    marker->number.letter == 0)
		return str_ends(marker->label, ")");
	return -1;
}

static uint32_t
value_of(const struct text_marker *marker)
{
	return marker->kind == MARKER_NUMBER ? marker->number.part[0]
					     : marker->value;
}

static bool
is_first_label(const struct text_marker *marker)
{
	return value_of(marker) == 1 || marker->roman == 1;
}

static bool
follows(const struct text_marker *last, const struct text_marker *marker)
{
	return value_of(marker) == value_of(last) + 1 ||
	       (last->roman > 0 && marker->roman == last->roman + 1);
}

/* Bullets that are nothing else: circles and squares of other kinds, and boxes
 * with ticks, are how things stand in many a table. */
static bool
is_sure(uint32_t bullet)
{
	return bullet == 0x2022 || bullet == 0x25AA || bullet == 0x25CF ||
	       (bullet >= 0xF000 && bullet <= 0xF0FF);
}

/* Does something end above the line, or is it set in? Then a hyphen that begins
 * it is not one that stood between two words. */
static bool
is_parted(const struct read_cell_line *lines, size_t at)
{
	struct str above;

	if (at == 0 || is_blank(&lines[at - 1]) ||
	    lines[at].indent != lines[at - 1].indent)
		return true;
	/* "o" is a word of Welsh */
	if (lines[at - 1].does == CELL_ITEM)
		return lines[at].marker.bullet != 'o' ||
		       read_text_starts_upper(lines[at].marker.body);
	above = lines[at - 1].text;
	return strchr(".:;!?", above.ptr[above.len - 1]) != NULL;
}

/* Hyphens and the like make a list when there are two of them, or what stands
 * above leads to one. */
static void
bullets_accept(struct read_cell_line *lines, size_t count, bool wraps)
{
	size_t seen[128] = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct text_marker *marker = &lines[i].marker;
		size_t c = marker->bullet < 128 ? marker->bullet : 0;

		if (marker->kind != MARKER_BULLET)
			continue;
		if (is_sure(marker->bullet)) {
			lines[i].does = CELL_ITEM;
		} else if (marker->body.len > 0 &&
			   (seen[c] > 0 || !wraps || is_parted(lines, i))) {
			seen[c]++;
			lines[i].does = CELL_ITEM;
		}
	}
	for (size_t i = 0; i < count; i++) {
		const struct text_marker *marker = &lines[i].marker;

		if (lines[i].does == CELL_ITEM && !is_sure(marker->bullet) &&
		    seen[marker->bullet < 128 ? marker->bullet : 0] < 2 &&
		    (i == 0 || !is_blank(&lines[i - 1])) &&
		    (i == 0 || !str_ends(lines[i - 1].text, ":")))
			lines[i].does = CELL_GOES_ON;
	}
}

/* Labels are items when they count: there is a next one, or one before. */
static void
labels_accept(struct read_cell_line *lines, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		int key = key_of(&lines[i].marker);
		size_t found = i, least = i > LOOK_MAX ? i - LOOK_MAX : 0;

		if (key < 0)
			continue;
		for (size_t k = i; k-- > least;)
			if (key_of(&lines[k].marker) == key &&
			    follows(&lines[k].marker, &lines[i].marker) &&
			    (lines[k].does == CELL_ITEM ||
				is_first_label(&lines[k].marker))) {
				found = found == i ? k : found;
				if (lines[k].indent == lines[i].indent) {
					found = k;
					break;
				}
			}
		if (found < i)
			lines[found].does = lines[i].does = CELL_ITEM;
	}
}

static bool
is_same_style(const struct open *open, const struct text_marker *marker)
{
	int key = key_of(marker);

	if (key >= 0 || open->bullet == 0)
		return key >= 0 && open->bullet == 0 && open->key == key;
	return open->bullet == marker->bullet ||
	       (read_text_marker_rank(open->bullet) ==
		       read_text_marker_rank(marker->bullet) &&
		   read_text_marker_rank(marker->bullet) == 0);
}

/* Does a label like those of the list come further down? */
static bool
goes_on_below(const struct read_cell_line *lines, size_t count, size_t at,
    const struct open *open)
{
	for (size_t i = at + 1; i < count && i < at + LOOK_MAX; i++)
		if (lines[i].does == CELL_ITEM &&
		    key_of(&lines[i].marker) == open->key)
			return !is_first_label(&lines[i].marker);
	return false;
}

/* Is an item that stands no further in than those of the list above it, and
 * has another mark, still inside of the last of them? */
static bool
is_inner(const struct read_cell_line *lines, size_t count, size_t at,
    const struct open *open)
{
	const struct text_marker *marker = &lines[at].marker;

	if (open->bullet != 0 && marker->kind == MARKER_BULLET)
		return read_text_marker_rank(marker->bullet) >
		       read_text_marker_rank(open->bullet);
	if (at > 0 && !is_blank(&lines[at - 1]) &&
	    str_ends(lines[at - 1].text, ":"))
		return true;
	return open->bullet == 0 && goes_on_below(lines, count, at, open);
}

/* The depth of the list that an item stands in, from 1. */
static size_t
item_depth(const struct read_cell_line *lines, size_t count, size_t at,
    struct opens *opens)
{
	const struct read_cell_line *line = &lines[at];
	const struct open *top;

	while (opens->depth > 0 &&
	       line->indent < opens->open[opens->depth - 1].indent)
		opens->depth--;
	if (opens->depth == 0)
		return 1;
	top = &opens->open[opens->depth - 1];
	if (line->indent > top->indent + 1)
		return opens->depth + 1;
	if (is_same_style(top, &line->marker))
		return opens->depth;
	for (size_t i = opens->depth - 1; i-- > 0;)
		if (is_same_style(&opens->open[i], &line->marker))
			return i + 1;
	return opens->depth + is_inner(lines, count, at, top);
}

static void
item_place(
    struct read_cell_line *lines, size_t count, size_t at, struct opens *opens)
{
	struct read_cell_line *line = &lines[at];
	size_t before = opens->depth;
	size_t depth = item_depth(lines, count, at, opens);
	struct open *open;

	if (depth > CELL_DEPTH)
		depth = CELL_DEPTH;
	open = &opens->open[depth - 1];
	line->is_new_list =
	    depth > before || !is_same_style(open, &line->marker) ||
	    (open->bullet == 0 && is_first_label(&line->marker));
	line->depth = depth;
	line->body = line->marker.body;
	line->label = line->marker.kind == MARKER_BULLET
			  ? (struct str){ NULL, 0 }
			  : line->marker.label;
	open->indent = line->indent;
	open->key = key_of(&line->marker);
	open->bullet =
	    line->marker.kind == MARKER_BULLET ? line->marker.bullet : 0;
	opens->depth = depth;
	opens->has_hung = false;
}

/* Does a line without a mark, directly below an item, end the list? */
static bool
ends_list(const struct read_cell_line *lines, size_t at,
    const struct opens *opens, bool wraps)
{
	const struct read_cell_line *line = &lines[at];

	if (opens->depth == 0 ||
	    line->indent > opens->open[opens->depth - 1].indent + 1)
		return false;
	if (!wraps)
		return true;
	return opens->has_hung && read_text_starts_upper(line->text) &&
	       read_text_ends_sentence(lines[at - 1].text);
}

static void
text_place(
    struct read_cell_line *lines, size_t at, struct opens *opens, bool wraps)
{
	struct read_cell_line *line = &lines[at];

	line->body = line->text;
	if (at == 0 || is_blank(&lines[at - 1])) {
		while (opens->depth > 0 &&
		       line->indent <= opens->open[opens->depth - 1].indent + 1)
			opens->depth--;
		line->does = CELL_PARAGRAPH;
	} else if (ends_list(lines, at, opens, wraps)) {
		opens->depth = 0;
		line->does = CELL_PARAGRAPH;
	} else if (opens->depth > 0 &&
		   line->indent > opens->open[opens->depth - 1].indent) {
		opens->has_hung = true;
	}
	line->depth = opens->depth;
}

bool
read_cell_lines(struct read_cell_line *lines, size_t count, bool wraps)
{
	struct opens opens = { .depth = 0 };
	size_t blocks = 0;

	for (size_t i = 0; i < count; i++) {
		lines[i].does = CELL_GOES_ON;
		lines[i].marker = (struct text_marker){ 0 };
		if (!is_blank(&lines[i]))
			read_text_marker_find(lines[i].text, &lines[i].marker);
	}
	bullets_accept(lines, count, wraps);
	labels_accept(lines, count);
	for (size_t i = 0; i < count; i++) {
		if (is_blank(&lines[i]))
			continue;
		if (lines[i].does == CELL_ITEM)
			item_place(lines, count, i, &opens);
		else
			text_place(lines, i, &opens, wraps);
		blocks += lines[i].does != CELL_GOES_ON;
	}
	return blocks > 1 || (blocks == 1 && lines[0].does == CELL_ITEM);
}
