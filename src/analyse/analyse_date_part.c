/* analyse_date_part: the pieces that dates are made of: figures, names of
 * months, years. Each is taken off the text that a reader stands in, or the
 * reader stays where it is. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

bool
analyse_date_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char
analyse_date_peek(const struct date_reader *r)
{
	return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

bool
analyse_date_take(struct date_reader *r, const char *text)
{
	if (!str_starts_nocase(str_skip(r->text, r->at), text))
		return false;
	r->at += str_from(text).len;
	return true;
}

bool
analyse_date_take_word(struct date_reader *r, const char *word)
{
	size_t start = r->at;

	if (analyse_date_take(r, word) &&
	    !analyse_date_is_alpha(analyse_date_peek(r)))
		return true;
	r->at = start;
	return false;
}

void
analyse_date_skip_spaces(struct date_reader *r)
{
	while (analyse_date_peek(r) == ' ')
		r->at++;
}

int
analyse_date_take_number(struct date_reader *r, size_t most)
{
	size_t start = r->at;
	int value = 0;

	while (str_is_digit(analyse_date_peek(r)) && r->at - start <= most)
		value = value * 10 + (r->text.ptr[r->at++] - '0');
	if (r->at == start || r->at - start > most ||
	    str_is_digit(analyse_date_peek(r))) {
		r->at = start;
		return -1;
	}
	return value;
}

/* English, then Welsh with its mutations: "Mawrth" is "o Fawrth". */
int
analyse_date_take_month(struct date_reader *r)
{
	static const char *const names[12][8] = {
		{ "january", "jan", "ionawr", "ion" },
		{ "february", "feb", "chwefror", "chwef", "febuary" },
		{ "march", "mar", "mawrth", "fawrth" },
		{ "april", "apr", "ebrill", "ebr" },
		{ "may", "mai", "fai" },
		{ "june", "jun", "mehefin", "fehefin", "meh" },
		{ "july", "jul", "gorffennaf", "orffennaf", "gorff" },
		{ "august", "aug", "awst" },
		{ "september", "sep", "sept", "medi", "fedi" },
		{ "october", "oct", "hydref", "hyd" },
		{ "november", "nov", "tachwedd", "dachwedd", "nhachwedd",
		    "tach" },
		{ "december", "dec", "rhagfyr", "ragfyr", "rhag" },
	};
	size_t end = r->at;
	struct str word;

	while (end < r->text.len && analyse_date_is_alpha(r->text.ptr[end]))
		end++;
	word = str_range(r->text.ptr + r->at, r->text.ptr + end);
	for (int month = 0; month < 12; month++)
		for (int form = 0; form < 8 && names[month][form]; form++)
			if (str_is_nocase(word, names[month][form])) {
				r->at = end;
				if (word.len < 5)
					analyse_date_take(r, ".");
				return month + 1;
			}
	return -1;
}

int
analyse_date_full_year(int year, size_t digits)
{
	if (digits == 2)
		return year < 70 ? 2000 + year : 1900 + year;
	return year;
}

int
analyse_date_take_year(struct date_reader *r)
{
	size_t start = r->at, first;
	int year;

	if (!analyse_date_take(r, "'") && !analyse_date_take(r, "’"))
		analyse_date_take(r, "‘");
	first = r->at;
	year = analyse_date_take_number(r, 4);
	if (year >= 0 &&
	    (r->at - first == 2 || (r->at - first == 4 && first == start)))
		return analyse_date_full_year(year, r->at - first);
	r->at = start;
	return -1;
}

/* "1<sup>st</sup>": HTML that a plain draft has kept. */
static bool
skip_raised(struct date_reader *r)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", NULL };
	size_t start = r->at;

	if (analyse_date_take(r, "<sup>"))
		for (size_t i = 0; ends[i] != NULL; i++)
			if (analyse_date_take(r, ends[i]) &&
			    analyse_date_take(r, "</sup>"))
				return true;
	r->at = start;
	return false;
}

/* "1st", "10fed"; also "1 st May", as text comes out of a PDF. */
void
analyse_date_skip_ordinal(struct date_reader *r)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "ˢᵗ", "ⁿᵈ",
		"ʳᵈ", "ᵗʰ", "^st^", "^nd^", "^rd^", "^th^", "fed", "af", "ain",
		"eg", "ail", "il", "ydd", "ed", NULL };
	size_t start = r->at;

	if (skip_raised(r))
		return;
	analyse_date_take(r, " ");
	for (size_t i = 0; ends[i] != NULL; i++)
		if (analyse_date_take_word(r, ends[i]))
			return;
	r->at = start;
}

int
analyse_date_month_days(int month, int year)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Days, roughly: enough to tell which of two years is nearer. */
static long
place_of(struct date date)
{
	enum { MONTH = 31, YEAR = 12 * MONTH };
	int month = date.month > 0 ? date.month : 6;
	int day = date.day > 0 ? date.day : MONTH;

	return (long)date.year * YEAR + (long)month * MONTH + day;
}

int
analyse_date_near_year(const struct date_reader *r, struct date date)
{
	long best = 0;
	int year = 0;

	for (int y = r->near.year - 1; y <= r->near.year + 1; y++) {
		long away;

		date.year = y;
		away = place_of(date) - place_of(r->near);
		if (away < 0)
			away = -away;
		if (year == 0 || away < best) {
			best = away;
			year = y;
		}
	}
	return r->near.year > 0 ? year : 0;
}
