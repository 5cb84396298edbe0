/* read_text_stand: where the rows of a table begin when the key of a row does
 * not stand on its first line, but is centred or set at its foot:
 *
 *           Mend the wall
 *     1.1   before the      Ann Lee
 *           winter
 *           Paint the
 *     1.2   pier            Bob Orr
 *
 * Gets the cells of each line and gives the lines with which rows begin. Each
 * way of standing says where they would; the one whose rows begin as sentences
 * do is taken. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

enum {
	KEY_BYTES = 10,
	HIGH = 24, /* lines of a row */
	ALIKE =
	    3, /* what it tells that all cells of a row stand like its key */
	LOPSIDED = 3, /* what a line costs that is off the middle */
	WORST = -1000000
};

struct stand {
	struct arena *scratch;
	const struct str *cells; /* line by line */
	size_t lines, columns;
	size_t head;  /* lines that are the header's in any case */
	size_t *keys; /* lines with a key, behind the header */
	size_t key_count;
	int *fresh; /* how much each line looks like a row's first */
};

static struct str
cell_of(const struct stand *s, size_t line, size_t column)
{
	return s->cells[line * s->columns + column];
}

static bool
is_key(struct str text)
{
	bool digit = false;

	for (size_t i = 0; i < text.len; i++) {
		digit = digit || (text.ptr[i] >= '0' && text.ptr[i] <= '9');
		if (text.ptr[i] == ' ')
			return false;
	}
	return digit && text.len <= KEY_BYTES;
}

/* The header's line and below it keys only, some lines without one. A header
 * that `is_known` has no more lines. */
static bool
keys_find(struct stand *s, bool is_known)
{
	s->keys = arena_alloc(s->scratch, s->lines * sizeof(*s->keys));
	for (size_t i = s->head; i < s->lines; i++) {
		struct str text = cell_of(s, i, 0);

		if (text.len == 0)
			continue;
		if (!is_key(text)) {
			/* "Ref" over "No." */
			if (i > s->head || is_known)
				return false;
			s->head++;
			continue;
		}
		s->keys[s->key_count++] = i;
	}
	return s->key_count > 0 && s->key_count + s->head < s->lines;
}

/* "officer", "September 2026", "Date": what headings go on with. */
static bool
is_heading_rest(struct str text)
{
	static const char *const words[] = { "no", "ref", "date", "dates",
		"officer", "officers", "status", "rating", "steps", "position",
		"owner", "required", "by", "when", "whom", "responsible",
		"person", "department", NULL };
	struct str word;

	while (read_text_word_next(&text, &word)) {
		struct str bare = read_text_word_bare(word);

		if (!read_text_starts_lower(word) && bare.len > 0 &&
		    !read_text_is_month(bare) &&
		    !read_text_word_is_one_of(bare, words) &&
		    !(bare.ptr[0] >= '0' && bare.ptr[0] <= '9'))
			return false;
	}
	return true;
}

/* The lines below the first that the header goes on with. */
static void
head_find(struct stand *s)
{
	for (; s->head < s->keys[0]; s->head++)
		for (size_t c = 1; c < s->columns; c++)
			if (!is_heading_rest(cell_of(s, s->head, c)))
				return;
}

static int
fresh_of(const struct stand *s, size_t line)
{
	int score = 0;

	for (size_t c = 1; c < s->columns; c++) {
		struct str text = cell_of(s, line, c);
		struct str above = cell_of(s, line - 1, c);

		if (text.len == 0)
			continue;
		score += read_text_starts_lower(text)   ? -3
			 : read_text_starts_upper(text) ? 1
							: 0;
		if (above.len > 0 && read_text_is_unfinished(above))
			score -= 4;
		else if (above.len > 0 && read_text_ends_sentence(above))
			score++;
	}
	return score;
}

/* The rows begin with their keys, or behind those of the rows above. */
static int
score_at(const struct stand *s, size_t behind)
{
	int score = 0;

	for (size_t i = behind; i < s->key_count; i++)
		score += s->fresh[s->keys[i - behind] + behind];
	return score;
}

/* What it costs that a row with centred cells begins and ends there: cells that
 * are off the middle, and cells with a hole in them. */
static int
row_cost(const struct stand *s, size_t begin, size_t end)
{
	int cost = 0;

	for (size_t c = 0; c < s->columns; c++) {
		size_t first = end, last = begin, filled = 0, above, below;

		for (size_t i = begin; i < end; i++) {
			if (cell_of(s, i, c).len == 0)
				continue;
			first = first == end ? i : first;
			last = i;
			filled++;
		}
		if (filled == 0)
			continue;
		above = first - begin;
		below = end - 1 - last;
		if (above > below)
			cost += LOPSIDED * (int)(above - below) - 2;
		else if (below > above + 1)
			cost += LOPSIDED * (int)(below - above - 1);
		if (last - first + 1 > filled)
			cost += LOPSIDED;
	}
	return cost;
}

/* Do all cells end with their keys, without a hole? */
static bool
stands_at_foot(const struct stand *s)
{
	if (s->keys[s->key_count - 1] != s->lines - 1)
		return false;
	for (size_t i = 0; i < s->key_count; i++)
		for (size_t at = i > 0 ? s->keys[i - 1] + 1 : s->head;
		     at < s->keys[i]; at++)
			for (size_t c = 1; c < s->columns; c++)
				if (cell_of(s, at, c).len > 0 &&
				    cell_of(s, at + 1, c).len == 0)
					return false;
	return true;
}

/* Chooses where rows with centred keys begin: for each key, how many lines
 * stand above it. `above` gets key_count of them. */
static int
score_middle(const struct stand *s, size_t *above)
{
	int(*best)[HIGH] =
	    arena_alloc(s->scratch, s->key_count * sizeof(*best));
	size_t(*from)[HIGH] =
	    arena_alloc(s->scratch, s->key_count * sizeof(*from));
	size_t last = s->key_count - 1, choice = 0;

	for (size_t i = 0; i < s->key_count; i++) {
		size_t before = i > 0 ? s->keys[i - 1] : s->head - 1;
		size_t gap = s->keys[i] - before - 1;

		for (size_t up = 0; up < HIGH; up++) {
			best[i][up] = WORST;
			if (up > gap)
				continue;
			best[i][up] = i > 0 ? WORST : s->fresh[s->keys[i] - up];
			for (size_t p = 0; i > 0 && p < HIGH; p++) {
				size_t begin = s->keys[i] - up;
				int score;

				if (best[i - 1][p] == WORST)
					continue;
				score = best[i - 1][p] + s->fresh[begin] -
					row_cost(s, before - p, begin);
				if (score <= best[i][up])
					continue;
				best[i][up] = score;
				from[i][up] = p;
			}
		}
	}
	for (size_t up = 0; up < HIGH; up++)
		if (best[last][up] != WORST)
			best[last][up] -=
			    row_cost(s, s->keys[last] - up, s->lines);
	for (size_t up = 1; up < HIGH; up++)
		if (best[last][up] > best[last][choice])
			choice = up;
	above[last] = choice;
	for (size_t i = last; i > 0; i--)
		above[i - 1] = from[i][above[i]];
	return best[last][choice];
}

/* Do all cells begin with their keys, without a hole? */
static bool
stands_at_top(const struct stand *s)
{
	for (size_t at = s->keys[0] + 1; at < s->lines; at++)
		for (size_t c = 1; c < s->columns && cell_of(s, at, 0).len == 0;
		     c++)
			if (cell_of(s, at, c).len > 0 &&
			    cell_of(s, at - 1, c).len == 0)
				return false;
	return true;
}

bool *
read_text_rows_stand(struct arena *scratch, const struct str *cells,
    size_t lines, size_t columns, size_t head, bool may_be_cut)
{
	struct stand s = { .scratch = scratch,
		.cells = cells,
		.lines = lines,
		.columns = columns,
		.head = head > 0 ? head : 1 };
	int top, foot, middle;
	size_t *above;
	bool *begins, at_foot;

	if (columns < 3 || lines < 3 || !keys_find(&s, head > 0))
		return NULL;
	if (head == 0)
		head_find(&s);
	s.fresh = arena_alloc(scratch, (lines + 1) * sizeof(*s.fresh));
	for (size_t i = 1; i < lines; i++)
		s.fresh[i] = fresh_of(&s, i);
	above = arena_alloc(scratch, s.key_count * sizeof(*above));
	begins = arena_alloc(scratch, lines * sizeof(*begins));
	top = score_at(&s, 0);
	at_foot = stands_at_foot(&s);
	if ((may_be_cut || at_foot) && stands_at_top(&s))
		top += ALIKE * (int)s.key_count;
	middle = score_middle(&s, above);
	foot = at_foot ? score_at(&s, 1) + s.fresh[s.head] +
			     ALIKE * (int)s.key_count
		       : WORST;
	/* where nothing tells, keys stand on the first line */
	if (top >= foot && top >= middle)
		return NULL;
	begins[0] = begins[s.head] = true;
	for (size_t i = 0; i < s.key_count; i++)
		if (middle > foot)
			begins[s.keys[i] - above[i]] = true;
		else
			begins[i > 0 ? s.keys[i - 1] + 1 : s.head] = true;
	return begins;
}
