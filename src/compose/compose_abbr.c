/* compose_abbr: uses of abbreviations in a finished tree -> ABBR nodes, which
 * say what they are short for: the first in each section, for few readers
 * begin at the front, and to hear it eighty times is no help. The words stay
 * as they are. */
#include "compose/compose_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "model/abbr.h"

enum {
	DEEPEST = 2 /* sections below belong to the one around them: a theme's
		     * objectives are read together */
};

struct marker {
	struct maker *maker;
	struct map map;
	size_t *seen; /* the scope in which each was last explained */
	size_t scope; /* a section's, a note's; from 1 */
	const struct node *cell; /* the last one met, and which it is */
	size_t column;
	/* of the block at hand */
	struct buf text; /* of all its TEXTs, one behind the other */
	struct str language;
};

/* ---- one use ---- */

/* Where the text itself writes it out beside the use, nothing is added. */
static bool
is_written_out(const struct marker *marker, size_t at, struct str expansion)
{
	enum {
		NEAR = 12 /* bytes between the two: quotes, "the", a bracket */
	};
	size_t reach = expansion.len + NEAR;
	size_t from = at > reach ? at - reach : 0;
	struct str text = buf_str(&marker->text);

	return str_find_nocase(str_head(str_skip(text, from),
				   at - from + ABBR_LONGEST + reach),
		   expansion.ptr) != (size_t)-1;
}

/* A block that is no more than the abbreviation is a label, as in a list of
 * abbreviations. */
static bool
is_label(const struct marker *marker, const struct abbr_word *word)
{
	return str_trim(buf_str(&marker->text)).len == word->text.len;
}

/* Is the word at the beginning (or end) of the text in capitals, and none of
 * ours? */
static bool
is_capital_word(const struct marker *marker, struct str text, bool at_end)
{
	struct abbr_word word = { .end = 0 };
	struct str part = { NULL, 0 };

	text = str_trim(text);
	while (str_next_part(&text, ' ', &part) && at_end)
		;
	return abbr_is(part, &word) && word.single.len == word.text.len &&
	       abbr_is_shouted(part) && map_find(&marker->map, part) == NULL;
}

/* "IT IS AGREED that" has no information technology in it. */
static bool
is_amid_capitals(
    const struct marker *marker, const struct abbr_word *word, size_t at)
{
	enum { NEAR = 24 };
	struct str text = buf_str(&marker->text);
	size_t from = at > NEAR ? at - NEAR : 0;

	return is_capital_word(
		   marker, str_range(text.ptr + from, text.ptr + at), true) ||
	       is_capital_word(marker,
		   str_head(str_skip(text, at + word->text.len), NEAR), false);
}

/* The abbreviation to explain at that use, or PLAN_NONE. `at` is where it
 * stands in the block's text. */
static size_t
wanted(struct marker *marker, const struct abbr_word *word, size_t at)
{
	const struct plan *plan = marker->maker->plan;
	size_t index = abbr_find(&marker->map, plan, word, marker->language);
	struct str expansion;

	if (index == PLAN_NONE || marker->seen[index] == marker->scope ||
	    is_label(marker, word) || is_amid_capitals(marker, word, at))
		return PLAN_NONE;
	expansion = plan->abbreviations[index].expansion;
	if (expansion.len == 0)
		return PLAN_NONE;
	marker->seen[index] = marker->scope;
	return is_written_out(marker, at, expansion) ? PLAN_NONE : index;
}

static struct str
language_of(const struct maker *maker, const struct plan_abbreviation *one)
{
	return one->language.len > 0 ? one->language : maker->plan->language;
}

/* Cuts the TEXT in three: what is before, the ABBR, what is behind. Gives the
 * last of them. */
static struct node *
wrap(struct marker *marker, struct node *node, size_t begin, size_t end,
    const struct plan_abbreviation *one)
{
	struct maker *maker = marker->maker;
	struct str text = node->as.text.text;
	struct node *abbr = doc_node_new(maker->arena, NODE_ABBR, node->pos);
	struct node *rest = doc_node_new(maker->arena, NODE_TEXT, node->pos);

	abbr->flags = rest->flags = node->flags;
	abbr->as.abbr.expansion =
	    end - begin > one->text.len && one->plural.len > 0 ? one->plural
							       : one->expansion;
	if (!str_eq_nocase(str_head(language_of(maker, one), 2),
		str_head(marker->language, 2)))
		abbr->lang = language_of(maker, one);
	doc_text_append(maker->arena, abbr,
	    str_range(text.ptr + begin, text.ptr + end), node->pos)
	    ->flags = node->flags;
	rest->as.text.text = str_skip(text, end);
	node->as.text.text = str_head(text, begin);
	if (node->pos.col > 0) {
		uint32_t before = (uint32_t)utf8_count(node->as.text.text);

		abbr->pos.col += before;
		abbr->first->pos.col += before;
		rest->pos.col +=
		    before + (uint32_t)utf8_count(
				 str_range(text.ptr + begin, text.ptr + end));
	}
	doc_node_insert_after(node, abbr);
	doc_node_insert_after(abbr, rest);
	if (begin == 0)
		doc_node_unlink(node);
	if (rest->as.text.text.len > 0)
		return rest;
	doc_node_unlink(rest);
	return NULL;
}

/* "KPIs" where the draft has no plural of what "KPI" is short for: the s stays
 * outside. */
static bool
is_single(const struct abbr_word *word, const struct plan_abbreviation *one)
{
	return one->text.len == word->single.len && one->plural.len == 0 &&
	       !str_ends(one->expansion, "s");
}

/* `at`: where the TEXT begins in the block's text. */
static void
mark_text(struct marker *marker, struct node *node, size_t at)
{
	const struct plan *plan = marker->maker->plan;
	const struct plan_abbreviation *one;
	struct abbr_word word = { .end = 0 };

	while (node != NULL && abbr_next(node->as.text.text, &word)) {
		size_t index = wanted(marker, &word, at + word.begin), end;

		if (index == PLAN_NONE)
			continue;
		one = &plan->abbreviations[index];
		end = is_single(&word, one) ? word.begin + word.single.len
					    : word.end;
		node = wrap(marker, node, word.begin, end, one);
		at += end;
		word.end = 0;
	}
}

/* ---- one block ---- */

/* A link is read out as one; code is no words; what an image says is not set
 * in the line. */
static bool
is_closed(const struct node *node)
{
	return node->kind == NODE_LINK || node->kind == NODE_CODE_SPAN ||
	       node->kind == NODE_IMAGE || node->kind == NODE_STATE ||
	       node->kind == NODE_ABBR || node->lang.len > 0;
}

static bool
has_abbreviation(const struct marker *marker, const struct node *block)
{
	struct walker walker = { .root = block };

	while (doc_walk(&walker)) {
		struct abbr_word word = { .end = 0 };

		if (walker.event == WALK_LEAVE ||
		    walker.node->kind != NODE_TEXT)
			continue;
		while (abbr_next(walker.node->as.text.text, &word))
			if (abbr_find(&marker->map, marker->maker->plan, &word,
				marker->language) != PLAN_NONE)
				return true;
	}
	return false;
}

static struct str
language_at(const struct marker *marker, const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->lang.len > 0)
			return node->lang;
	return marker->maker->report->language;
}

static void
gather_text(struct marker *marker, const struct node *block)
{
	struct walker walker = { .root = block };

	buf_reset(&marker->text);
	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (walker.node->kind == NODE_TEXT)
			buf_put_str(&marker->text, walker.node->as.text.text);
		else if (walker.node->kind == NODE_BREAK)
			buf_puts(&marker->text, " ");
	}
}

/* The TEXTs are gathered first: marking cuts them. */
static void
mark_block(struct marker *marker, struct node *block)
{
	struct walker walker = { .root = block };
	struct arena *scratch;
	struct place {
		struct node *node;
		size_t at;
	} *places = NULL;
	size_t count = 0, cap = 0, at = 0, closed = 0;

	marker->language = language_at(marker, block);
	if (!has_abbreviation(marker, block))
		return;
	gather_text(marker, block);
	if (abbr_is_shouted(buf_str(&marker->text)))
		return;
	scratch = arena_new();
	while (doc_walk(&walker)) {
		struct node *node = walker.node;
		bool is_inside = node != block && is_closed(node);

		if (walker.event == WALK_LEAVE) {
			closed -= is_inside;
			continue;
		}
		closed += is_inside;
		if (node->kind == NODE_BREAK)
			at++;
		if (node->kind != NODE_TEXT)
			continue;
		if (closed == 0 && node->id.len == 0) {
			places = arena_push(
			    scratch, places, &count, &cap, sizeof(*places));
			places[count - 1] = (struct place){ node, at };
		}
		at += node->as.text.text.len;
	}
	for (size_t i = 0; i < count; i++)
		mark_text(marker, places[i].node, places[i].at);
	arena_free(scratch);
}

/* ---- the tree ---- */

/* Headings are repeated in contents, bookmarks and heads of pages; header rows
 * on each page. Names stand in short columns, and so do people's initials. */
static bool
is_passed_over(struct marker *marker, const struct node *node)
{
	const struct node *table;

	if (node->kind == NODE_HEADING || node->kind == NODE_CAPTION ||
	    (node->kind == NODE_ROW && node->as.row.is_header))
		return true;
	if (node->kind != NODE_CELL)
		return false;
	if (node->prev != NULL && node->prev == marker->cell) {
		marker->column++;
	} else {
		marker->column = 0;
		for (const struct node *at = node->prev; at; at = at->prev)
			marker->column++;
	}
	marker->cell = node;
	table = node->parent->parent;
	return table->as.table.columns != NULL &&
	       table->as.table.columns[marker->column].kind != COLUMN_TEXT;
}

void
compose_abbr(struct maker *maker)
{
	struct arena *scratch;
	struct walker walker = { .root = maker->report->root };
	struct marker marker = { .maker = maker, .scope = 1, .text = BUF_INIT };
	int depth = 0;

	if (maker->plan->abbreviations_count == 0)
		return;
	scratch = arena_new();
	abbr_map(scratch, &marker.map, maker->plan);
	marker.seen = arena_alloc(
	    scratch, maker->plan->abbreviations_count * sizeof(*marker.seen));
	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (node->kind == NODE_SECTION)
			depth += walker.event == WALK_ENTER ? 1 : -1;
		if (walker.event == WALK_LEAVE)
			continue;
		if ((node->kind == NODE_SECTION && depth <= DEEPEST) ||
		    node->kind == NODE_NOTE)
			marker.scope++;
		if (is_passed_over(&marker, node)) {
			doc_walk_skip(&walker);
		} else if (node->kind == NODE_PARAGRAPH) {
			mark_block(&marker, node);
			doc_walk_skip(&walker);
		}
	}
	buf_clear(&marker.text);
	arena_free(scratch);
}
