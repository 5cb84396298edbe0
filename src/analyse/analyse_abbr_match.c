/* analyse_abbr_match: an abbreviation's letters and the words before or behind
 * it -> those words of which it is made. Each word gives its first letter;
 * small words may be passed over. Knows nothing of where the words stand. */
#include "analyse/analyse_priv.h"

#include <string.h>

#include "base/utf8.h"
#include "model/abbr.h"

enum {
	MOST_WORDS = 24,
	MOST_LETTERS = ABBR_LONGEST,
	LONG = 4,    /* so many letters do not agree by chance */
	PREFIX = 1,  /* costs: "EqIA", the first letters of a word */
	SKIPPED = 1, /* "Multi-agency", the part behind the hyphen */
	INNER = 3,   /* "CCTV", a letter from the middle of a word */
	NEVER = 4
};

static const char *const small_words[] = { "of", "and", "the", "for", "in",
	"to", "on", "with", "a", "an", "at", "by", "or", "as", "from", "under",
	"&", "+", "y", "yr", "ac", "ar", "i", "o", "yn", "dros", "am", "gan",
	"er", "i'r", "i’r", "o'r", "o’r", "a'r", "a’r", NULL };

/* Words of which a part in the middle counts as a word. */
static const struct {
	const char *word;
	char letter;
} compounds[] = { { "photovoltaic", 'v' }, { "photovoltaics", 'v' },
	{ "television", 'v' }, { "wellbeing", 'b' } };

struct word {
	struct str text;
	bool is_small;
	bool is_tail; /* stands behind a hyphen or a stroke */
};

struct letter {
	uint32_t c; /* small, without marks */
	bool is_small;
};

struct match {
	struct word words[MOST_WORDS];
	size_t word_count;
	bool is_cut; /* there are more words, which were let go */
	struct letter letters[MOST_LETTERS];
	size_t letter_count;
};

static uint32_t
plain(uint32_t c)
{
	return utf8_base(utf8_lower(c));
}

/* ---- letters and words ---- */

static bool
read_letters(struct match *match, struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (match->letter_count == MOST_LETTERS)
			return false;
		match->letters[match->letter_count++] =
		    (struct letter){ plain(c),
			    utf8_is_letter(c) && !utf8_is_upper(c) };
	}
	return match->letter_count >= 2;
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

static bool
is_of_word(uint32_t c)
{
	return utf8_is_word(c) || is_apostrophe(c) || c == '&' || c == '+';
}

/* A sentence or a bracket ends: what stands before is not meant. */
static bool
is_end(uint32_t c)
{
	return c == '.' || c == ';' || c == ':' || c == '(' || c == ')' ||
	       c == '[' || c == ']' || c == '!' || c == '?' || c == '|';
}

static bool
is_small_word(struct str text)
{
	for (size_t i = 0; small_words[i] != NULL; i++)
		if (str_is_nocase(text, small_words[i]))
			return true;
	return false;
}

/* At the ends of a word apostrophes are quotation marks. */
static struct str
unquoted(struct str text)
{
	struct str rest = text;

	while (text.len > 0 && is_apostrophe(utf8_next(&rest)))
		text = rest;
	rest = text;
	while (text.len > 0 && is_apostrophe(utf8_last(&rest)))
		text = rest;
	return text;
}

static void
add_word(struct match *match, struct str text, bool is_tail)
{
	struct word *words = match->words;

	text = unquoted(text);
	if (text.len == 0)
		return;
	if (match->word_count == MOST_WORDS) {
		memmove(words, words + 1, (MOST_WORDS - 1) * sizeof(*words));
		match->word_count--;
		match->is_cut = true;
	}
	words[match->word_count++] = (struct word){ .text = text,
		.is_small = is_small_word(text),
		.is_tail = is_tail };
}

static void
read_words(struct match *match, struct str text)
{
	const char *begin = NULL;
	bool is_tail = false;

	while (text.len > 0) {
		const char *at = text.ptr;
		uint32_t c = utf8_next(&text);

		if (is_of_word(c)) {
			begin = begin != NULL ? begin : at;
			if (text.len == 0)
				add_word(
				    match, str_range(begin, text.ptr), is_tail);
			continue;
		}
		if (begin != NULL)
			add_word(match, str_range(begin, at), is_tail);
		is_tail = begin != NULL && (c == '-' || c == '/');
		begin = NULL;
		if (is_end(c)) {
			match->is_cut = true;
			match->word_count = 0;
		}
	}
}

/* ---- one against the other ---- */

static bool
is_number(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!str_is_digit(text.ptr[i]))
			return false;
	return text.len > 0;
}

/* What it costs that the word gives `count` letters from `at` on. */
static int
cost_of_prefix(
    const struct match *match, struct str word, size_t at, size_t count)
{
	bool is_plain = match->letter_count >= LONG || is_number(word);
	struct str rest = word;
	/* "LlC": the small letter is rather one of "Llywodraeth" */
	bool is_odd =
	    match->letters[at].is_small && utf8_is_upper(utf8_next(&rest));

	if (is_number(word) && utf8_count(word) != count)
		return NEVER;
	for (size_t i = 0; i < count; i++) {
		uint32_t c = word.len > 0 ? utf8_next(&word) : 0;

		if (plain(c) != match->letters[at + i].c)
			return NEVER;
		if (i > 0 && !is_plain && !utf8_is_upper(c) &&
		    !match->letters[at + i].is_small)
			return NEVER;
	}
	return count > 1 || is_odd ? PREFIX : 0;
}

/* "Television" gives T and V. */
static int
cost_of_inner(const struct match *match, struct str word, size_t at)
{
	uint32_t second = match->letters[at + 1].c;
	struct str rest = word;

	if (plain(utf8_next(&rest)) != match->letters[at].c)
		return NEVER;
	for (size_t i = 0; i < sizeof(compounds) / sizeof(*compounds); i++)
		if (str_is_nocase(word, compounds[i].word) &&
		    (uint32_t)compounds[i].letter == second)
			return PREFIX;
	if (match->letter_count < LONG)
		return NEVER;
	while (rest.len > 0)
		if (plain(utf8_next(&rest)) == second)
			return INNER;
	return NEVER;
}

static int
cost_of(
    const struct match *match, const struct word *word, size_t at, size_t count)
{
	int cost = cost_of_prefix(match, word->text, at, count);

	/* in "R&D" it may stand for "and" */
	if (count == 1 && word->is_small && match->letters[at].c == '&')
		return 0;
	if (count == 2 && cost == NEVER && !word->is_small)
		cost = cost_of_inner(match, word->text, at);
	return cost;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The least cost of the word giving letters from `at` on, when the words
 * behind it cost `after` for what is left. */
static int
cost_taken(const struct match *match, const struct word *word, size_t at,
    const int *after)
{
	int cost = NEVER;

	for (size_t count = 1; at + count <= match->letter_count; count++)
		if (after[at + count] < NEVER)
			cost = least(cost, cost_of(match, word, at, count) +
					       after[at + count]);
	return least(cost, NEVER);
}

/* May the abbreviation's words begin there? */
static bool
may_begin(const struct word *word)
{
	struct str rest = word->text;

	return !word->is_small || utf8_is_upper(utf8_next(&rest));
}

static bool
is_compound(struct str word)
{
	for (size_t i = 0; i < sizeof(compounds) / sizeof(*compounds); i++)
		if (str_is_nocase(word, compounds[i].word))
			return true;
	return false;
}

/* The word to begin at, so that all letters are given by it and those behind
 * it at the least cost; of several the last. word_count if there is none. */
static size_t
best_begin(const struct match *match, bool is_whole)
{
	int after[MOST_LETTERS + 1], now[MOST_LETTERS + 1];
	size_t best = match->word_count, letters = match->letter_count;
	size_t content = 0;
	int cost = NEVER;

	for (size_t j = 0; j <= letters; j++)
		after[j] = j == letters ? 0 : NEVER;
	for (size_t i = match->word_count; i-- > 0;) {
		const struct word *word = &match->words[i];
		int taken;

		content += !word->is_small;
		for (size_t j = 0; j <= letters; j++) {
			now[j] = cost_taken(match, word, j, after);
			if (word->is_small && i + 1 < match->word_count)
				now[j] = least(now[j], after[j]);
			else if (word->is_tail)
				now[j] = least(now[j], after[j] + SKIPPED);
		}
		taken = cost_taken(match, word, 0, after);
		if (taken < cost && may_begin(word) && !word->is_tail &&
		    (!is_whole || i == 0) &&
		    (content >= 2 || is_compound(word->text))) {
			cost = taken;
			best = i;
		}
		memcpy(after, now, sizeof(after));
	}
	return best;
}

struct str
analyse_abbr_match(struct str text, struct str letters, bool is_whole)
{
	struct match match = { .word_count = 0 };
	size_t begin;
	struct str last;

	if (!read_letters(&match, letters))
		return (struct str){ NULL, 0 };
	read_words(&match, text);
	if (is_whole && match.is_cut)
		return (struct str){ NULL, 0 };
	begin = best_begin(&match, is_whole);
	if (begin == match.word_count)
		return (struct str){ NULL, 0 };
	last = match.words[match.word_count - 1].text;
	return str_range(match.words[begin].text.ptr, last.ptr + last.len);
}

static bool
is_quote(uint32_t c)
{
	return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F);
}

struct str
analyse_abbr_unquoted(struct str text)
{
	struct str rest = text = str_trim(text);

	while (text.len > 0 && is_quote(utf8_next(&rest)))
		text = rest;
	rest = text;
	while (text.len > 0 && is_quote(utf8_last(&rest)))
		text = rest;
	return str_trim(text);
}

struct str
analyse_abbr_of(struct str text, const struct abbr_word *word, bool is_whole)
{
	struct str found = analyse_abbr_match(text, word->single, is_whole);

	return found.len > 0 || word->single.len == word->text.len
		   ? found
		   : analyse_abbr_match(text, word->text, is_whole);
}
