/* read_text_words: what a line's words say about its form. English words that
 * end no sentence and begin no heading are listed here, and nowhere else. */
#include "read/read_text_priv.h"

#include "base/utf8.h"

/* Words after which a line cannot end. */
static const char *const open_words[] = { "a", "an", "the", "and", "or", "of",
	"to", "for", "in", "on", "at", "by", "with", "from", "as", "that",
	"which", "who", "whose", "is", "are", "was", "were", "be", "been",
	"being", "will", "would", "should", "could", "can", "may", "must",
	"shall", "has", "have", "had", "into", "its", "their", "our", "this",
	"these", "those", "such", "per", "via", "than", "not", "but", "if",
	"when", "where", "while", "including", "includes", "include", "between",
	"under", "over", "through", "during", "within", "without", "whether",
	"because", "also", "any", "each", "every", "both", "no", "both",
	"until", "since", "against", "towards", "upon", "using", "your", "his",
	"her", "about", "above", "after", "before", "across", "along", "among",
	"around", "behind", "beyond", "despite", "except", "regarding",
	"concerning", "near", "throughout", "some", "other", "more", "less",
	"very", "so", "&", NULL };

static const char *const verbs[] = { "is", "are", "was", "were", "be", "been",
	"will", "would", "should", "shall", "could", "can", "must", "has",
	"have", "had", "does", "did", "agreed", "resolved", "noted", NULL };

/* Words behind which a verb belongs to a clause: "systems that are wanted". */
static const char *const clauses[] = { "that", "which", "who", "whose", "when",
	"where", "how", "why", "what", "whether", "if", "they're", NULL };

/* Words that begin a sentence or an answer, not a heading. */
static const char *const sentence_starts[] = { "we", "it", "this", "there",
	"they", "these", "those", "you", "he", "she", "i", "to", "that", "yes",
	"no", "none", "not", "nil", "n/a", "please", "dear", "yours", "source",
	"sources", "note", "nb", "see", "tel", "telephone", "email", "e-mail",
	"phone", NULL };

/* What stands in front of a person's name. */
static const char *const honorifics[] = { "councillor", "councillors", "cllr",
	"cllrs", "mr", "mrs", "ms", "miss", "dr", "prof", NULL };

static const char *const months[] = { "january", "february", "march", "april",
	"may", "june", "july", "august", "september", "october", "november",
	"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
	"sept", "oct", "nov", "dec", "ionawr", "chwefror", "mawrth", "ebrill",
	"mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd",
	"rhagfyr", NULL };

static const char *const units[] = { "million", "billion", "thousand", "m",
	"bn", "k", "per", "percent", "pm", "am", "hours", "hour", "days", "day",
	"weeks", "months", "years", "year", "fte", "ftes", "km", "miles",
	"metres", "hectares", "acres", "tonnes", "times", "noon", "minutes",
	"pence", "sq", "kg", "cm", "mm", "and", "of", "to", "or", "%", NULL };

static const char *const roles[] = { "director", "officer", "manager", "head",
	"leader", "councillor", "clerk", "solicitor", "treasurer", "secretary",
	"coordinator", "co-ordinator", "administrator", "adviser", "advisor",
	"engineer", "librarian", "accountant", "auditor", NULL };

bool
read_text_word_is_one_of(struct str word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_is_nocase(word, *words))
			return true;
	return false;
}

/* Cuts the next word, whatever white space parts them. */
bool
read_text_word_next(struct str *rest, struct str *word)
{
	const char *begin;

	*rest = str_trim(*rest);
	if (rest->len == 0)
		return false;
	begin = rest->ptr;
	while (rest->len > 0) {
		struct str behind = *rest;

		if (utf8_is_space(utf8_next(&behind)))
			break;
		*rest = behind;
	}
	*word = str_range(begin, rest->ptr);
	return true;
}

static bool
is_closing(uint32_t c)
{
	return c == ')' || c == ']' || c == '"' || c == '\'' || c == '*' ||
	       c == '_' || c == 0x2019 || c == 0x201D;
}

static bool
is_opening(uint32_t c)
{
	return c == '(' || c == '[' || c == '"' || c == '\'' || c == '*' ||
	       c == '_' || c == 0x2018 || c == 0x201C || c == '`';
}

/* Without the punctuation around it. */
struct str
read_text_word_bare(struct str word)
{
	while (word.len > 0) {
		struct str rest = word;
		uint32_t c = utf8_next(&rest);

		if (utf8_is_word(c) || c == '&' || c == '%')
			break;
		word = rest;
	}
	while (word.len > 0) {
		struct str rest = word;
		uint32_t c = utf8_last(&rest);

		if (utf8_is_word(c) || c == '&' || c == '%')
			break;
		word = rest;
	}
	return word;
}

size_t
read_text_word_count(struct str text)
{
	size_t count = 0;
	struct str word;

	while (read_text_word_next(&text, &word))
		count++;
	return count;
}

struct str
read_text_first_word(struct str text)
{
	struct str word = { NULL, 0 };

	read_text_word_next(&text, &word);
	return word;
}

struct str
read_text_last_word(struct str text)
{
	size_t at;

	text = str_trim(text);
	for (at = text.len; at > 0; at--)
		if (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\t')
			break;
	return str_skip(text, at);
}

/* The first character that is no opening quote or bracket; 0: none. */
static uint32_t
first_char(struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (!is_opening(c) && !utf8_is_space(c))
			return c;
	}
	return 0;
}

/* The last character that is no closing quote or bracket; 0: none. */
static uint32_t
last_char(struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_last(&text);

		if (!is_closing(c) && !utf8_is_space(c))
			return c;
	}
	return 0;
}

bool
read_text_starts_lower(struct str text)
{
	uint32_t c = first_char(text);

	return utf8_is_letter(c) && !utf8_is_upper(c);
}

bool
read_text_starts_upper(struct str text)
{
	return utf8_is_upper(first_char(text));
}

bool
read_text_ends_sentence(struct str text)
{
	uint32_t c = last_char(text);

	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' ||
	       c == 0x2026;
}

bool
read_text_is_unfinished(struct str text)
{
	uint32_t c = last_char(text);
	struct str word;

	if (c == ',' || c == '-' || c == '/' || c == '(' || c == 0x2013 ||
	    c == 0x2014 || c == 0x2010)
		return true;
	if (read_text_ends_sentence(text))
		return false;
	word = read_text_word_bare(read_text_last_word(text));
	/* "Plan A" and "Section I" end as they should */
	return read_text_word_is_one_of(word, open_words) &&
	       !read_text_starts_upper(word);
}

bool
read_text_has_verb(struct str text)
{
	bool first = true;
	struct str word;

	for (; read_text_word_next(&text, &word); first = false) {
		word = read_text_word_bare(word);
		if (read_text_word_is_one_of(word, clauses))
			return false;
		/* "May" and "Will" in capitals are names */
		if (!first && read_text_word_is_one_of(word, verbs) &&
		    read_text_starts_lower(word))
			return true;
	}
	return false;
}

bool
read_text_is_month(struct str word)
{
	return read_text_word_is_one_of(read_text_word_bare(word), months);
}

bool
read_text_is_unit(struct str word)
{
	return read_text_word_is_one_of(word, units) ||
	       read_text_word_is_one_of(read_text_word_bare(word), units);
}

/* Cuts the last word off. */
static struct str
last_word_cut(struct str *text)
{
	struct str word = read_text_last_word(*text);

	*text = str_trim(str_head(*text, text->len - word.len));
	return word;
}

static bool
is_year(struct str word)
{
	if (word.len != 4 || (word.ptr[0] != '1' && word.ptr[0] != '2'))
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return false;
	return true;
}

bool
read_text_ends_date(struct str text)
{
	struct str year, month, day;

	text = str_trim(text);
	year = last_word_cut(&text);
	month = last_word_cut(&text);
	day = last_word_cut(&text);
	return is_year(year) && read_text_is_month(month) && day.len > 0 &&
	       day.ptr[0] >= '0' && day.ptr[0] <= '9';
}

bool
read_text_is_name(struct str text)
{
	size_t count = 0;
	struct str word;

	while (read_text_word_next(&text, &word)) {
		struct str rest = word;

		count++;
		if (!read_text_starts_upper(word))
			return false;
		while (rest.len > 0) {
			uint32_t c = utf8_next(&rest);

			if (!utf8_is_letter(c) && c != '-' && c != '\'' &&
			    c != 0x2019 && c != '.')
				return false;
		}
	}
	return count >= 2 && count <= 4;
}

bool
read_text_is_capitals(struct str text)
{
	size_t letters = 0, run = 0, longest = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (!utf8_is_letter(c)) {
			run = 0;
			continue;
		}
		if (!utf8_is_upper(c))
			return false;
		letters++;
		if (++run > longest)
			longest = run;
	}
	return letters >= 4 && longest >= 4;
}

bool
read_text_is_contact(struct str text)
{
	size_t digits = 0;

	if (str_find(text, "@") != (size_t)-1 ||
	    str_find(text, "://") != (size_t)-1 ||
	    str_find(text, "www.") != (size_t)-1)
		return true;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c >= '0' && c <= '9')
			digits++;
		else if (c != ' ')
			digits = 0;
		if (digits >= 6)
			return true;
	}
	return false;
}

bool
read_text_has_role(struct str text)
{
	struct str word;

	while (read_text_word_next(&text, &word))
		if (read_text_word_is_one_of(read_text_word_bare(word), roles))
			return true;
	return false;
}

bool
read_text_is_title_case(struct str text)
{
	size_t upper = 0;
	struct str word;

	while (read_text_word_next(&text, &word)) {
		word = read_text_word_bare(word);
		if (read_text_starts_upper(word))
			upper++;
		else if (read_text_starts_lower(word) &&
			 !read_text_word_is_one_of(word, open_words))
			return false;
	}
	return upper >= 2;
}

/* A reference in front: "24/00017 - ". */
static struct str
reference_skip(struct str text)
{
	struct str rest = text, word = { NULL, 0 }, dash = { NULL, 0 };

	read_text_word_next(&rest, &word);
	read_text_word_next(&rest, &dash);
	if (word.len >= 5 && str_find(word, "/") != (size_t)-1 &&
	    (str_is(dash, "-") || str_is(dash, "\xE2\x80\x93")))
		return str_trim(rest);
	return text;
}

/* "What the money is for" ends as it should. */
static bool
asks(struct str first)
{
	static const char *const words[] = { "what", "who", "where", "which",
		"how", NULL };

	return read_text_word_is_one_of(first, words);
}

bool
read_text_is_title(struct str text)
{
	struct str words = reference_skip(text);
	uint32_t last = last_char(text);
	size_t count = read_text_word_count(text);
	struct str first;

	if (count == 0 || count > 14 || utf8_count(text) > 100 ||
	    !read_text_starts_upper(words))
		return false;
	if (last == '.' || last == ';' || last == ',' || last == '-' ||
	    last == '!' || last == 0x2013 || last == 0x2026)
		return false;
	first = read_text_word_bare(read_text_first_word(words));
	if (read_text_word_is_one_of(first, sentence_starts) ||
	    (count > 1 && read_text_word_is_one_of(first, honorifics)))
		return false;
	if (str_find(text, "\t") != (size_t)-1 || read_text_is_contact(text) ||
	    (read_text_is_unfinished(text) && !asks(first)) ||
	    read_text_ends_date(text))
		return false;
	return last == '?' || !read_text_has_verb(text);
}
