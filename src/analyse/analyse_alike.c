/* analyse_alike: may two names be one person's? By their letters, by initials,
 * and for offices by the words that they are made of. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

enum {
	LONGEST = 64,     /* bytes of a name that spellings are compared in */
	MAX_DISTANCE = 2, /* edits between two spellings of one name */
	MAX_WORDS = 12    /* words of an office that are compared */
};

/* "Officer 1" and "Officer 2" are two people. */
static bool
has_digit(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (str_is_digit(name.ptr[i]))
			return true;
	return false;
}

bool
analyse_can_be_alike(struct str name)
{
	return name.len > 0 && name.len <= LONGEST && !has_digit(name) &&
	       analyse_word_count(name) >= 2;
}

/* Two spellings of one name: words in the same number, the same initial, and
 * few letters apart. Short names must differ in one letter only. */
bool
analyse_alike_letters(struct str a, struct str b)
{
	size_t edits;

	if (!analyse_can_be_alike(a) || !analyse_can_be_alike(b) ||
	    a.ptr[0] != b.ptr[0])
		return false;
	edits = str_distance(a, b, MAX_DISTANCE);
	if (edits == 0 || edits > MAX_DISTANCE || (a.len < 10 && edits > 1))
		return false;
	return analyse_word_count(a) == analyse_word_count(b);
}

/* ---- initials ---- */

static struct str
first_word(struct str text)
{
	size_t at = str_find(text, " ");

	return at == (size_t)-1 ? text : str_head(text, at);
}

struct str
analyse_last_word(struct str text)
{
	for (size_t i = text.len; i > 0; i--)
		if (text.ptr[i - 1] == ' ')
			return str_skip(text, i);
	return text;
}

/* "A", "A." or "A.B." */
static bool
is_initial(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((i % 2 == 1) != (word.ptr[i] == '.'))
			return false;
	return word.len > 0 && word.len <= 4 && word.ptr[0] >= 'A' &&
	       word.ptr[0] <= 'Z';
}

bool
analyse_is_shortened(struct str name)
{
	return analyse_is_initials(name) ||
	       (analyse_word_count(name) == 2 && is_initial(first_word(name)));
}

/* "A. Lee" and "Ann Lee"; "AL" and "Ann Lee" */
bool
analyse_alike_initials(struct str shortened, struct str name)
{
	struct str word;
	size_t at = 0;

	if (!analyse_is_person(name) || analyse_is_shortened(name))
		return false;
	if (!analyse_is_initials(shortened))
		return shortened.len > 0 && shortened.ptr[0] == name.ptr[0] &&
		       str_eq_nocase(analyse_last_word(shortened),
			   analyse_last_word(name));
	while (str_next_part(&name, ' ', &word)) {
		while (at < shortened.len && shortened.ptr[at] == '.')
			at++;
		if (word.len == 0 || at >= shortened.len ||
		    word.ptr[0] != shortened.ptr[at])
			return false;
		at++;
		/* "KMP" is Kenny MacPherson: capitals within a word count */
		for (size_t i = 1; i < word.len; i++)
			if (at < shortened.len && word.ptr[i] >= 'A' &&
			    word.ptr[i] <= 'Z' &&
			    shortened.ptr[at] == word.ptr[i])
				at++;
	}
	while (at < shortened.len && shortened.ptr[at] == '.')
		at++;
	return at == shortened.len;
}

/* ---- offices ---- */

static struct str
whole_word(struct analysis *a, struct str word)
{
	static const char *const shorts[][2] = { { "hd", "head" },
		{ "dir", "director" }, { "mgr", "manager" },
		{ "asst", "assistant" }, { "ass't", "assistant" },
		{ "dep", "deputy" }, { "exec", "executive" },
		{ "svcs", "services" }, { "svs", "services" },
		{ "serv", "services" }, { "service", "services" },
		{ "dept", "department" }, { "cttee", "committee" },
		{ "fin", "finance" }, { "env", "environment" },
		{ "comms", "communications" }, { "off", "officer" } };

	word = analyse_key(a, word);
	for (size_t i = 0; i < sizeof(shorts) / sizeof(shorts[0]); i++)
		if (str_is(word, shorts[i][0]))
			return str_from(shorts[i][1]);
	return word;
}

static bool
is_small(struct str word)
{
	return word.len == 0 || str_is(word, "of") || str_is(word, "the") ||
	       str_is(word, "for") || str_is(word, "and") || str_is(word, "&");
}

static int
word_cmp(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

struct str
analyse_office_key(struct analysis *a, struct str name)
{
	struct str words[MAX_WORDS], word, key = { "", 0 };
	size_t count = 0;

	if (!analyse_is_office(name))
		return key;
	while (str_next_part(&name, ' ', &word)) {
		word = whole_word(a, word);
		if (is_small(word))
			continue;
		if (count == MAX_WORDS)
			return key;
		words[count++] = word;
	}
	if (count < 2)
		return key;
	qsort(words, count, sizeof(words[0]), word_cmp);
	for (size_t i = 0; i < count; i++)
		key = str_printf(
		    a->scratch, "%.*s %.*s", STR_ARG(key), STR_ARG(words[i]));
	return key;
}

bool
analyse_is_one_off(struct str a, struct str b)
{
	size_t begin = 0, end = 0, rest_a, rest_b;

	while (begin < a.len && begin < b.len && a.ptr[begin] == b.ptr[begin])
		begin++;
	while (end < a.len - begin && end < b.len - begin &&
	       a.ptr[a.len - 1 - end] == b.ptr[b.len - 1 - end])
		end++;
	rest_a = a.len - begin - end;
	rest_b = b.len - begin - end;
	if (rest_a <= 1 && rest_b <= 1)
		return rest_a + rest_b > 0;
	return rest_a == 2 && rest_b == 2 && a.ptr[begin] == b.ptr[begin + 1] &&
	       a.ptr[begin + 1] == b.ptr[begin];
}
