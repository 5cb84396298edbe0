/* analyse_abbr: the places where a draft says what an abbreviation is short
 * for: in brackets, in a glossary, in Markdown's "*[CCB]: ...". */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/abbr.h"

enum {
	BRACKET = 200, /* bytes that it may hold, and that count before it */
	SHORT = 40,    /* of a bracket that holds the abbreviation */
	FREE = 60,     /* of what a glossary says in its own words */
	FREE_WORDS = 8
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

static bool
is_quote(uint32_t c)
{
	return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F);
}

static struct str
unquoted(struct str text)
{
	struct str rest = text = str_trim(text);

	while (text.len > 0 && is_quote(utf8_next(&rest)))
		text = rest;
	rest = text;
	while (text.len > 0 && is_quote(utf8_last(&rest)))
		text = rest;
	return str_trim(text);
}

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

		part = unquoted(part);
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

/* Of the plural "KPIs" the s is a letter only if it has to be. */
static struct str
match(struct str text, const struct abbr_word *word, bool is_whole)
{
	struct str found = analyse_abbr_match(text, word->single, is_whole);

	return found.len > 0 || word->single.len == word->text.len
		   ? found
		   : analyse_abbr_match(text, word->text, is_whole);
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
	struct str found = match(unquoted(inner), word, true);

	for (size_t i = 0; found.len == 0 && stops[i] != NULL; i++) {
		size_t at = str_find(inner, stops[i]);

		if (at != (size_t)-1)
			found =
			    match(unquoted(str_head(inner, at)), word, true);
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
		found = match(before, &word, false);
	} else {
		struct str last =
		    unquoted(word_before(before, str_skip(before, before.len)));

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

/* ---- glossaries ---- */

static bool
is_glossary_name(struct analysis *a, struct str text)
{
	static const char *const names[] = { "glossary", "glossary of terms",
		"glossary of abbreviations", "glossary of acronyms",
		"abbreviation", "abbreviations", "acronym", "acronyms",
		"list of abbreviations", "list of acronyms",
		"abbreviations used", "acronyms used",
		"abbreviations and acronyms", "acronyms and abbreviations",
		"glossary and abbreviations", "geirfa", "byrfodd", "byrfoddau",
		"rhestr termau", "rhestr o fyrfoddau", NULL };
	struct str key = analyse_key(a, text);

	for (size_t i = 0; names[i] != NULL; i++)
		if (str_is(key, names[i]))
			return true;
	return false;
}

/* What a glossary says in words that are not the letters': "CO2: carbon
 * dioxide". Not a sentence, and it has to begin alike. */
static struct str
free_words(struct str meaning, const struct abbr_word *word)
{
	struct str first = meaning, letters = word->text;

	if (meaning.len > FREE || analyse_word_count(meaning) > FREE_WORDS ||
	    meaning.len == 0 ||
	    utf8_lower(utf8_next(&first)) != utf8_lower(utf8_next(&letters)))
		return (struct str){ NULL, 0 };
	for (size_t i = 0; i < meaning.len; i++)
		if (meaning.ptr[i] == '.' || meaning.ptr[i] == ';' ||
		    meaning.ptr[i] == ':')
			return (struct str){ NULL, 0 };
	return meaning;
}

/* The words, and not what is told of them behind. */
static struct str
meaning_of(struct str meaning, const struct abbr_word *word, bool is_glossary)
{
	static const char *const stops[] = { ". ", " (", " - ", " – ", " — ",
		": ", "; ", ", ", NULL };
	struct str found;

	meaning = unquoted(meaning);
	while (str_ends(meaning, "."))
		meaning = str_trim(str_head(meaning, meaning.len - 1));
	found = match(meaning, word, true);
	for (size_t i = 0; found.len == 0 && stops[i] != NULL; i++) {
		size_t at = str_find(meaning, stops[i]);

		if (at != (size_t)-1)
			found = match(str_head(meaning, at), word, true);
	}
	if (found.len == 0 && is_glossary)
		found = free_words(meaning, word);
	return found;
}

static void
take_entry(struct analysis *a, const struct node *at, struct str term,
    struct str meaning, bool is_glossary)
{
	struct abbr_word word;

	if (abbr_is(unquoted(term), &word))
		analyse_abbr_add(a, &word,
		    meaning_of(meaning, &word, is_glossary),
		    (struct str){ NULL, 0 }, at, at->pos);
}

/* The text that a node begins with, as it is in the tree. */
static struct str
opening(const struct node *node)
{
	while (node->first != NULL && !doc_kind_is_inline(node->first->kind))
		node = node->first;
	if (node->first != NULL && node->first->kind == NODE_TEXT)
		return node->first->as.text.text;
	return (struct str){ NULL, 0 };
}

/* Most cells hold no abbreviation and need not be looked at twice. */
static bool
may_be_term(const struct node *cell)
{
	struct abbr_word word;

	return abbr_is(unquoted(opening(cell)), &word);
}

static void
take_row(struct analysis *a, const struct node *row, bool is_glossary)
{
	for (const struct node *cell = row->first;
	     cell != NULL && cell->next != NULL; cell = cell->next) {
		const struct node *term = cell, *meaning = cell->next;

		if (!may_be_term(term)) {
			term = cell->next;
			meaning = cell;
		}
		if (term->first != NULL && meaning->first != NULL &&
		    may_be_term(term))
			take_entry(a, term->first, doc_text(a->scratch, term),
			    doc_text(a->scratch, meaning), is_glossary);
	}
}

/* "PSIAS - Public Sector Internal Audit Standards" */
static void
take_line(struct analysis *a, const struct node *block, struct str text,
    bool is_glossary)
{
	static const char *const marks[] = { " - ", " – ", " — ", ": ", " = ",
		NULL };
	size_t end = str_find(str_head(text, ABBR_LONGEST + 2), " ");

	if (end == (size_t)-1)
		return;
	for (size_t i = 0; marks[i] != NULL; i++) {
		size_t at = str_find(str_head(text, end + 6), marks[i]);

		if (at == (size_t)-1)
			continue;
		take_entry(a, block, str_head(text, at),
		    str_skip(text, at + str_from(marks[i]).len), is_glossary);
		return;
	}
}

/* ---- the pass ---- */

static bool
is_glossary_table(struct analysis *a, const struct node *table)
{
	const struct node *row = analyse_first_row(table);

	return row != NULL && row->first != NULL &&
	       is_glossary_name(a, doc_text(a->scratch, row->first));
}

static bool
is_glossary_section(struct analysis *a, const struct node *section)
{
	return section->first != NULL && section->first->kind == NODE_HEADING &&
	       is_glossary_name(a, doc_text(a->scratch, section->first));
}

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

/* Does it begin with an abbreviation? */
static bool
may_be_line(const struct node *block)
{
	struct str text = opening(block);
	struct abbr_word word = { .end = 0 };

	return abbr_next(str_head(text, ABBR_LONGEST + 2), &word) &&
	       word.begin <= 3;
}

static void
take_block(struct analysis *a, const struct node *block, bool is_glossary)
{
	if (has_bracket(block))
		take_brackets(a, block, doc_text(a->scratch, block));
	if (block->kind == NODE_PARAGRAPH && may_be_line(block))
		take_line(a, block, doc_text(a->scratch, block), is_glossary);
}

static void
take_node(struct analysis *a, const struct node *node, bool is_glossary)
{
	if (node->kind == NODE_ROW && !node->as.row.is_header) {
		take_row(a, node, is_glossary);
	} else if (node->kind == NODE_FIELD) {
		struct str value = node->first != NULL && !node->first->next
				       ? doc_text(a->scratch, node->first)
				       : (struct str){ NULL, 0 };

		take_entry(a, node, node->as.field.name, value, is_glossary);
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
		if (glossary == NULL && ((node->kind == NODE_SECTION &&
					     is_glossary_section(a, node)) ||
					    (node->kind == NODE_TABLE &&
						is_glossary_table(a, node))))
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
