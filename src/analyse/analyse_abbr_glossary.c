/* analyse_abbr_glossary: rows, fields and lines that say what an abbreviation
 * is short for, in a glossary and out of one. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/abbr.h"

enum {
	FREE = 60, /* bytes of what a glossary says in its own words */
	FREE_WORDS = 8,
	MOST_TERM = ABBR_LONGEST + 8 /* with quotation marks */
};

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

	meaning = analyse_abbr_unquoted(meaning);
	while (str_ends(meaning, "."))
		meaning = str_trim(str_head(meaning, meaning.len - 1));
	found = analyse_abbr_of(meaning, word, true);
	for (size_t i = 0; found.len == 0 && stops[i] != NULL; i++) {
		size_t at = str_find(meaning, stops[i]);

		if (at != (size_t)-1)
			found =
			    analyse_abbr_of(str_head(meaning, at), word, true);
	}
	if (found.len == 0 && is_glossary)
		found = free_words(meaning, word);
	return found;
}

void
analyse_abbr_entry(struct analysis *a, const struct node *at, struct str term,
    struct str meaning, bool is_glossary)
{
	struct abbr_word word;

	if (abbr_is(analyse_abbr_unquoted(term), &word))
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
	struct str text = opening(cell);

	return text.len <= MOST_TERM &&
	       abbr_is(analyse_abbr_unquoted(text), &word);
}

void
analyse_abbr_row(struct analysis *a, const struct node *row, bool is_glossary)
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
			analyse_abbr_entry(a, term->first,
			    doc_text(a->scratch, term),
			    doc_text(a->scratch, meaning), is_glossary);
	}
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

/* "PSIAS - Public Sector Internal Audit Standards" */
void
analyse_abbr_line(
    struct analysis *a, const struct node *block, bool is_glossary)
{
	static const char *const marks[] = { " - ", " – ", " — ", ": ", " = ",
		NULL };
	struct str text;
	size_t end;

	if (!may_be_line(block))
		return;
	text = doc_text(a->scratch, block);
	end = str_find(str_head(text, ABBR_LONGEST + 2), " ");
	if (end == (size_t)-1)
		return;
	for (size_t i = 0; marks[i] != NULL; i++) {
		size_t at = str_find(str_head(text, end + 6), marks[i]);

		if (at == (size_t)-1)
			continue;
		analyse_abbr_entry(a, block, str_head(text, at),
		    str_skip(text, at + str_from(marks[i]).len), is_glossary);
		return;
	}
}

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

bool
analyse_abbr_is_glossary(struct analysis *a, const struct node *node)
{
	if (node->kind == NODE_SECTION)
		return is_glossary_section(a, node);
	return node->kind == NODE_TABLE && is_glossary_table(a, node);
}
