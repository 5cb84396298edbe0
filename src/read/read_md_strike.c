/* read_md_strike: strikethrough, which CommonMark does not have. Finds runs of
 * one or two tildes among the inlines of each node and wraps what stands
 * between two that match (GFM 6.5). */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

struct run {
	struct node *text;
	size_t at, len;
	bool opens, closes;
	bool is_used;
	struct run *partner; /* of an opener: its closer */
	struct run *opener;  /* of a closer */
	struct node *behind; /* when used: the text cut off behind it */
};

struct runs {
	struct arena *arena;
	struct run *items;
	size_t count, cap;
};

struct node *
md_text_split(struct md *md, struct node *text, size_t at)
{
	struct pos pos = text->pos;
	struct node *rest;
	struct str begin = str_head(text->as.text.text, at);

	pos.col += (uint32_t)utf8_count(md_unmark(md->scratch, begin));
	rest = doc_node_new(md->doc->arena, NODE_TEXT, pos);
	rest->as.text.text = str_skip(text->as.text.text, at);
	text->as.text.text = begin;
	doc_node_insert_after(text, rest);
	return rest;
}

enum { STRIKE_DEPTH_MAX = 8 };

enum side { SIDE_SPACE, SIDE_MARK, SIDE_WORD };

static enum side
side_of(uint32_t c)
{
	if (utf8_is_space(c))
		return SIDE_SPACE;
	return utf8_is_word(c) || c >= 0x3000 ? SIDE_WORD : SIDE_MARK;
}

/* What stands where a TEXT ends: a break counts as white space, other nodes
 * as marks. */
static enum side
side_of_node(const struct node *node)
{
	return node == NULL || node->kind == NODE_BREAK ? SIDE_SPACE
							: SIDE_MARK;
}

static void
add_run(struct runs *runs, struct node *text, size_t at, size_t len)
{
	struct str all = text->as.text.text;
	struct str before = str_head(all, at), after = str_skip(all, at + len);
	enum side left = before.len > 0 ? side_of(utf8_last(&before))
					: side_of_node(text->prev);
	enum side right = after.len > 0 ? side_of(utf8_next(&after))
					: side_of_node(text->next);
	struct run *run;

	runs->items = arena_push(runs->arena, runs->items, &runs->count,
	    &runs->cap, sizeof(*runs->items));
	run = &runs->items[runs->count - 1];
	run->text = text;
	run->at = at;
	run->len = len;
	run->opens =
	    right != SIDE_SPACE && (right == SIDE_WORD || left != SIDE_WORD);
	run->closes =
	    left != SIDE_SPACE && (left == SIDE_WORD || right != SIDE_WORD);
}

static void
find_runs(struct runs *runs, struct node *text)
{
	struct str all = text->as.text.text;
	size_t at = 0;

	while (at < all.len) {
		size_t len = 0;

		while (at + len < all.len && all.ptr[at + len] == '~')
			len++;
		if (len > 0 &&
		    str_starts(str_skip(all, at + len), MARK_ESCAPED))
			len--; /* the last one was escaped */
		if (len == 1 || len == 2)
			add_run(runs, text, at, len);
		at += len > 0 ? len : 1;
		if (str_starts(str_skip(all, at), "~" MARK_ESCAPED))
			at += 1 + MARK_BYTES;
	}
}

/* Pairs each closer with the last opener of its length. What lies between is
 * either paired or never will be, so each run is looked at a few times. */
static bool
match_runs(struct runs *runs)
{
	struct run **open =
	    arena_alloc(runs->arena, runs->count * sizeof(*open));
	size_t depth = 0, of_len[3] = { 0, 0, 0 };
	bool any = false;

	for (size_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->items[i];

		if (run->closes && of_len[run->len] > 0) {
			struct run *opener;

			do {
				opener = open[--depth];
				of_len[opener->len]--;
			} while (opener->len != run->len);
			opener->partner = run;
			run->opener = opener;
			opener->is_used = run->is_used = any = true;
		} else if (run->opens) {
			open[depth++] = run;
			of_len[run->len]++;
		}
	}
	return any;
}

/* Strikes within strikes are left as tildes beyond a sensible depth. */
static void
limit_depth(struct runs *runs)
{
	int depth = 0;

	for (size_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->items[i];

		if (!run->is_used)
			continue;
		if (run->partner == NULL) {
			depth--;
		} else if (depth == STRIKE_DEPTH_MAX) {
			run->is_used = run->partner->is_used = false;
		} else {
			depth++;
		}
	}
}

/* Takes the tildes of all used runs out of the texts. */
static void
cut_runs(struct md *md, struct runs *runs)
{
	struct node *text = NULL, *rest = NULL;
	size_t gone = 0; /* bytes of text that are before rest */

	for (size_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->items[i];
		struct node *before;

		if (!run->is_used)
			continue;
		if (run->text != text) {
			text = rest = run->text;
			gone = 0;
		}
		before = rest;
		rest = md_text_split(md, before, run->at - gone + run->len);
		before->as.text.text.len = run->at - gone;
		gone = run->at + run->len;
		run->behind = rest;
	}
}

/* Pairs are nested, and come here innermost first. */
static void
wrap(struct md *md, struct run *opener)
{
	struct node *node = opener->behind, *end = opener->partner->behind;
	struct node *strike =
	    doc_node_new(md->doc->arena, NODE_STRIKE, node->pos);

	if (strike->pos.col > opener->len)
		strike->pos.col -= (uint32_t)opener->len;
	doc_node_insert_before(node, strike);
	while (node != end) {
		struct node *next = node->next;

		doc_node_unlink(node);
		doc_node_append(strike, node);
		node = next;
	}
}

static void
strike_children(struct md *md, struct runs *runs, struct node *parent)
{
	runs->count = 0;
	for (struct node *child = parent->first; child != NULL;
	     child = child->next)
		if (child->kind == NODE_TEXT)
			find_runs(runs, child);
	if (runs->count < 2 || !match_runs(runs))
		return;
	limit_depth(runs);
	cut_runs(md, runs);
	for (size_t i = 0; i < runs->count; i++)
		if (runs->items[i].is_used && runs->items[i].opener != NULL)
			wrap(md, runs->items[i].opener);
}

void
md_strike(struct md *md)
{
	struct walker walker = { .root = md->doc->root };
	struct runs runs = { .arena = md->scratch };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    doc_kind_holds(walker.node->kind) == HOLDS_INLINES)
			strike_children(md, &runs, walker.node);
}
