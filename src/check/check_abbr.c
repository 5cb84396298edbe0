/* check_abbr: abbreviations that a paper uses and never writes out. */
#include "check/check_priv.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "model/abbr.h"

enum {
	OFTEN = 3,  /* uses from which on a reader should be told */
	LETTERS = 3 /* two may be anybody's initials */
};

/* What readers of any council's papers know, or need not. */
static const char *const known_words[] = { "NHS", "BBC", "VAT", "CCTV", "PDF",
	"GDPR", "GP", "MP", "PIN", "USA", "GMT", "BST", "ISBN", "ISO", "HTML",
	"URL", "ICT", "FAQ", "AGM", "PLC", "COVID", "WiFi", "RAG", "BRAG",
	"TBC", "TBA", "TBD", "N/A", "NB", "ETA", "ASAP", "FAO", "PO", "SW",
	"SE", "NW", "NE", "Cllr", "MSP", "MS", "BSc", "MSc", "PhD", "CEO",
	NULL };

struct use {
	struct str text;
	size_t count;
	struct pos pos; /* of the first */
};

struct uses {
	struct arena *scratch;
	const struct plan *plan;
	struct map explained, found;
	struct use *items;
	size_t count, cap;
};

/* Numbers of old ("XIV"), and codes ("PSR8"), are no abbreviations. */
static bool
is_code(struct str text)
{
	bool is_roman = true;

	for (size_t i = 0; i < text.len; i++) {
		if (str_is_digit(text.ptr[i]))
			return true;
		is_roman &= text.ptr[i] == 'I' || text.ptr[i] == 'V' ||
			    text.ptr[i] == 'X' || text.ptr[i] == 'L' ||
			    text.ptr[i] == 'C';
	}
	return is_roman;
}

static bool
is_known(const struct uses *uses, const struct abbr_word *word)
{
	for (size_t i = 0; known_words[i] != NULL; i++)
		if (str_is(word->single, known_words[i]))
			return true;
	return map_find(&uses->explained, word->text) != NULL ||
	       map_find(&uses->explained, word->single) != NULL;
}

static void
count_word(struct uses *uses, const struct abbr_word *word, struct pos pos)
{
	size_t *index = map_find(&uses->found, word->single);

	if (index != NULL) {
		uses->items[*index].count++;
		return;
	}
	map_add(uses->scratch, &uses->found, word->single, uses->count);
	uses->items = arena_push(uses->scratch, uses->items, &uses->count,
	    &uses->cap, sizeof(*uses->items));
	uses->items[uses->count - 1] = (struct use){ word->single, 1, pos };
}

static void
count_text(struct uses *uses, const struct node *node)
{
	struct str text = node->as.text.text;
	struct abbr_word word = { .end = 0 };
	struct pos pos = node->pos;
	size_t counted = 0;

	while (abbr_next(text, &word)) {
		if (pos.col > 0)
			pos.col += (uint32_t)utf8_count(str_range(
			    text.ptr + counted, text.ptr + word.begin));
		counted = word.begin;
		if (utf8_count(word.single) >= LETTERS &&
		    !is_code(word.single) && !is_known(uses, &word))
			count_word(uses, &word, pos);
	}
}

/* In prose alone: short cells hold codes, names and states. */
static bool
is_prose(struct arena *scratch, const struct node *node)
{
	enum { WORDS = 5 };
	struct str text, word;
	size_t words = 0;

	text = doc_text(scratch, node);
	if (abbr_is_shouted(text))
		return false;
	while (words < WORDS && str_next_part(&text, ' ', &word))
		words++;
	return words == WORDS;
}

/* Whoever owns an action is a person or a team that all know. */
static void
know_people(struct uses *uses)
{
	for (size_t i = 0; i < uses->plan->people_count; i++) {
		const struct plan_person *person = &uses->plan->people[i];

		map_add(uses->scratch, &uses->explained, person->name, i);
		for (size_t j = 0; j < person->variants.count; j++)
			map_add(uses->scratch, &uses->explained,
			    person->variants.names[j], i);
	}
}

void
check_abbr(const struct doc *doc)
{
	struct uses uses = { .scratch = arena_new(), .plan = doc->plan };
	struct walker walker = { .root = doc->root };

	abbr_map(uses.scratch, &uses.explained, doc->plan);
	know_people(&uses);
	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_PARAGRAPH &&
		    !is_prose(uses.scratch, node))
			doc_walk_skip(&walker);
		else if (node->kind == NODE_HEADING || node->kind == NODE_LINK)
			doc_walk_skip(&walker);
		else if (node->kind == NODE_TEXT)
			count_text(&uses, node);
	}
	for (size_t i = 0; i < uses.count; i++)
		if (uses.items[i].count >= OFTEN)
			doc_say(doc, DOC_ABBR_BARE, uses.items[i].pos,
			    uses.items[i].text,
			    str_printf(
				uses.scratch, "%zu", uses.items[i].count));
	arena_free(uses.scratch);
}
