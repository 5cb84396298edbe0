/* analyse_abbr: the places where a draft says what an abbreviation is short
 * for: in brackets, and in Markdown's "*[CCB]: ...". */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/abbr.h"

enum {
	BRACKET = 200, /* bytes that it may hold, and that count before it */
	SHORT = 40     /* of a bracket that holds the abbreviation */
};

/* ---- places ---- */

/* How far the abbreviations of a block have been found in its TEXTs. */
struct cursor {
	struct walker walker;
	size_t at;           /* bytes in the TEXT of walker.node */
	uint32_t characters; /* the same */
	bool is_lost;
};

/* Where the next of that text stands, searched from the last one on. */
static struct pos
place_of(struct cursor *cursor, const struct node *block, struct str text)
{
	struct walker *walker = &cursor->walker;

	if (walker->root == NULL) {
		walker->root = block;
		cursor->is_lost = !doc_walk(walker);
	}
	while (!cursor->is_lost) {
		const struct node *node = walker->node;

		if (walker->event == WALK_ENTER && node->kind == NODE_TEXT) {
			struct str all = node->as.text.text;
			struct str rest = str_skip(all, cursor->at);
			size_t found = str_find(rest, text.ptr);

			if (found != (size_t)-1) {
				struct pos pos = node->pos;

				/* counted on, or long lines take for ever */
				cursor->characters +=
				    (uint32_t)utf8_count(str_head(rest, found));
				if (pos.col > 0)
					pos.col += cursor->characters;
				cursor->characters +=
				    (uint32_t)utf8_count(text);
				cursor->at += found + text.len;
				return pos;
			}
		}
		cursor->at = cursor->characters = 0;
		cursor->is_lost = !doc_walk(walker);
	}
	return block->pos;
}

/* ---- brackets ---- */

/* "PSIAS", "the 'PSIAS'", "hereafter PSIAS": the one abbreviation there. */
static bool
holds_only(struct str inner, struct abbr_word *word)
{
	static const char *const before[] = { "the", "or", "known", "as",
		"hereafter", "hereinafter", "called", "y", "yr", "sef", NULL };
	struct str part;
	bool seen = false;

	while (str_next_part(&inner, ' ', &part)) {
		bool passes = false;

		part = analyse_abbr_unquoted(part);
		for (size_t i = 0; before[i] != NULL; i++)
			passes |= str_is(part, before[i]);
		if (part.len == 0 || (passes && !seen))
			continue;
		if (seen || !abbr_is(part, word))
			return false;
		seen = true;
	}
	return seen;
}

/* The word that stands in front of a part of the text. */
static struct str
word_before(struct str text, struct str part)
{
	struct str before = str_trim(str_range(text.ptr, part.ptr)), word;
	size_t at = before.len;

	while (at > 0 && before.ptr[at - 1] != ' ')
		at--;
	word = str_skip(before, at);
	return word;
}

/* The last `most` bytes, from a word's beginning on. */
static struct str
tail_of(struct str text, size_t most)
{
	if (text.len <= most)
		return text;
	text = str_skip(text, text.len - most);
	while (text.len > 0 && text.ptr[0] != ' ')
		text = str_skip(text, 1);
	return text;
}

/* "PSIAS (Public Sector Internal Audit Standards, 2017)" */
static struct str
match_inside(struct str inner, const struct abbr_word *word)
{
	static const char *const stops[] = { ",", ";", " - ", " – ", NULL };
	struct str found =
	    analyse_abbr_of(analyse_abbr_unquoted(inner), word, true);

	for (size_t i = 0; found.len == 0 && stops[i] != NULL; i++) {
		size_t at = str_find(inner, stops[i]);

		if (at != (size_t)-1)
			found = analyse_abbr_of(
			    analyse_abbr_unquoted(str_head(inner, at)), word,
			    true);
	}
	return found;
}

static void
take_bracket(struct analysis *a, const struct node *block,
    struct cursor *cursor, struct str before, struct str inner)
{
	struct abbr_word word = { .end = 0 };
	struct str found = { NULL, 0 };

	before = str_trim(tail_of(before, BRACKET));
	if (inner.len <= SHORT && holds_only(inner, &word)) {
		found = analyse_abbr_of(before, &word, false);
	} else {
		struct str last = analyse_abbr_unquoted(
		    word_before(before, str_skip(before, before.len)));

		if (abbr_is(last, &word))
			found = match_inside(inner, &word);
	}
	if (found.len == 0)
		return;
	word.text = str_copy(a->scratch, word.text);
	word.single.ptr = word.text.ptr;
	analyse_abbr_add(a, &word, found,
	    found.ptr < inner.ptr ? word_before(before, found) : found, block,
	    place_of(cursor, block, word.text));
}

static void
take_brackets(struct analysis *a, const struct node *block, struct str text)
{
	struct cursor cursor = { .at = 0 };

	for (size_t i = 0; i < text.len; i++) {
		size_t close = i + 1;

		if (text.ptr[i] != '(')
			continue;
		while (close < text.len && close - i <= BRACKET &&
		       text.ptr[close] != ')' && text.ptr[close] != '(')
			close++;
		if (close < text.len && text.ptr[close] == ')')
			take_bracket(a, block, &cursor, str_head(text, i),
			    str_range(text.ptr + i + 1, text.ptr + close));
	}
}

/* ---- the pass ---- */

static bool
has_bracket(const struct node *block)
{
	struct walker walker = { .root = block };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_TEXT &&
		    str_find(walker.node->as.text.text, "(") != (size_t)-1)
			return true;
	return false;
}

static void
take_block(struct analysis *a, const struct node *block, bool is_glossary)
{
	if (has_bracket(block))
		take_brackets(a, block, doc_text(a->scratch, block));
	if (block->kind == NODE_PARAGRAPH)
		analyse_abbr_line(a, block, is_glossary);
}

static void
take_node(struct analysis *a, const struct node *node, bool is_glossary)
{
	if (node->kind == NODE_ROW && !node->as.row.is_header) {
		analyse_abbr_row(a, node, is_glossary);
	} else if (node->kind == NODE_FIELD) {
		struct str value = node->first != NULL && !node->first->next
				       ? doc_text(a->scratch, node->first)
				       : (struct str){ NULL, 0 };

		analyse_abbr_entry(
		    a, node, node->as.field.name, value, is_glossary);
	} else if (node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING ||
		   node->kind == NODE_CAPTION) {
		take_block(a, node, is_glossary);
	}
}

void
analyse_abbr(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };
	const struct node *glossary = NULL; /* the outermost part that is one */

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE) {
			glossary = glossary == node ? NULL : glossary;
			continue;
		}
		if (glossary == NULL && analyse_abbr_is_glossary(a, node))
			glossary = node;
		take_node(a, node, glossary != NULL);
	}
	analyse_abbr_settle(a);
}

/* ---- Markdown's own form ---- */

/* "*[CCB]: Coast and Climate Board": cuts the first off a text that is nothing
 * but such lines, which are one paragraph. */
static bool
cut_declared(struct str *text, struct str *term, struct str *meaning)
{
	size_t close = str_find(*text, "]: ");
	size_t end;

	if (!str_starts(*text, "*[") || close == (size_t)-1)
		return false;
	end = str_find(str_skip(*text, close), " *[");
	end = end == (size_t)-1 ? text->len : end + close;
	*term = str_trim(str_range(text->ptr + 2, text->ptr + close));
	*meaning = str_trim(str_range(text->ptr + close + 3, text->ptr + end));
	*text = str_trim(str_skip(*text, end));
	return term->len > 0 && meaning->len > 0;
}

static bool
is_declared(struct str text)
{
	struct str term, meaning;

	while (text.len > 0)
		if (!cut_declared(&text, &term, &meaning))
			return false;
	return true;
}

static void
take_declared(struct analysis *a, const struct node *block, struct str text)
{
	struct cursor cursor = { .at = 0 };
	struct str term, meaning, rest = text;

	while (cut_declared(&rest, &term, &meaning)) {
		struct abbr_word word;
		struct pos pos;

		term = str_copy(a->scratch, term);
		pos = place_of(&cursor, block, term);
		doc_drop(a->doc, pos, "abbreviation",
		    str_printf(a->scratch, "*[%.*s]: %.*s", STR_ARG(term),
			STR_ARG(meaning)));
		if (abbr_is(term, &word))
			/* no guess that has to be doubted: "the" */
			analyse_abbr_add(
			    a, &word, meaning, str_from("the"), block, pos);
	}
}

void
analyse_abbr_declared(struct analysis *a)
{
	struct node *next;

	if (a->doc->syntax != SYNTAX_MARKDOWN)
		return;
	for (struct node *node = a->doc->root->first; node; node = next) {
		struct str text;

		next = node->next;
		if (node->kind != NODE_PARAGRAPH || node->first == NULL ||
		    node->first->kind != NODE_TEXT ||
		    !str_starts(node->first->as.text.text, "*"))
			continue;
		text = doc_text(a->scratch, node);
		if (text.len == 0 || !is_declared(text))
			continue;
		take_declared(a, node, text);
		doc_node_unlink(node);
	}
}
