/* analyse_date: dates as British papers write them, day first. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { FIRST_YEAR = 1950, LAST_YEAR = 2099 };

struct reader {
	struct str text;
	size_t at;
};

static char
peek(const struct reader *r)
{
	return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
take(struct reader *r, char c)
{
	if (peek(r) != c)
		return false;
	r->at++;
	return true;
}

static void
skip_spaces(struct reader *r)
{
	while (peek(r) == ' ')
		r->at++;
}

/* A number of at most `most` digits that no digit follows; -1: none. */
static int
take_number(struct reader *r, size_t most)
{
	size_t start = r->at;
	int value = 0;

	while (is_digit(peek(r)) && r->at - start <= most)
		value = value * 10 + (r->text.ptr[r->at++] - '0');
	if (r->at == start || r->at - start > most || is_digit(peek(r))) {
		r->at = start;
		return -1;
	}
	return value;
}

/* The month's name or its first three letters, in English or Welsh. */
static int
take_month(struct reader *r)
{
	static const char *const names[][3] = {
		{ "january", "jan", "ionawr" },
		{ "february", "feb", "chwefror" },
		{ "march", "mar", "mawrth" },
		{ "april", "apr", "ebrill" },
		{ "may", "may", "mai" },
		{ "june", "jun", "mehefin" },
		{ "july", "jul", "gorffennaf" },
		{ "august", "aug", "awst" },
		{ "september", "sep", "medi" },
		{ "october", "oct", "hydref" },
		{ "november", "nov", "tachwedd" },
		{ "december", "dec", "rhagfyr" },
	};
	size_t start = r->at, end = r->at;
	struct str word;

	while (end < r->text.len && is_alpha(r->text.ptr[end]))
		end++;
	word = str_range(r->text.ptr + start, r->text.ptr + end);
	for (int month = 0; month < 12; month++)
		for (int form = 0; form < 3; form++)
			if (str_is_nocase(word, names[month][form]) ||
			    (month == 8 && str_is_nocase(word, "sept"))) {
				r->at = end;
				take(r, '.');
				return month + 1;
			}
	return -1;
}

static int
full_year(int year, size_t digits)
{
	if (digits == 2)
		return year < 70 ? 2000 + year : 1900 + year;
	return year;
}

/* Four digits, or two behind an apostrophe or a separator. */
static int
take_year(struct reader *r)
{
	size_t start = r->at;
	int year = take_number(r, 4);
	size_t digits = r->at - start;

	if (year >= 0 && (digits == 2 || digits == 4)) {
		return full_year(year, digits);
	}
	r->at = start;
	return -1;
}

static void
skip_ordinal(struct reader *r)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "fed", "af",
		"ain", "eg", NULL };
	struct str rest = str_skip(r->text, r->at);

	for (size_t i = 0; ends[i] != NULL; i++) {
		size_t len = str_from(ends[i]).len;

		if (str_starts_nocase(rest, ends[i]) &&
		    (rest.len == len || !is_alpha(rest.ptr[len]))) {
			r->at += len;
			return;
		}
	}
}

static int
days_in(int month, int year)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

static bool
is_sound(const struct date *date)
{
	if (date->month > 12 || date->month < 0 || date->year < FIRST_YEAR ||
	    date->year > LAST_YEAR)
		return false;
	return date->day == 0 ||
	       (date->month > 0 && date->day >= 1 &&
		   date->day <= days_in(date->month, date->year));
}

/* 2026-06-30 */
static bool
take_iso(struct reader *r, struct date *date)
{
	size_t start = r->at;

	date->year = take_number(r, 4);
	if (r->at - start == 4 && take(r, '-')) {
		date->month = take_number(r, 2);
		date->day = 0;
		if (date->month > 0 && take(r, '-'))
			date->day = take_number(r, 2);
		if (date->month > 0 && date->day >= 0)
			return true;
	}
	r->at = start;
	return false;
}

/* 29/10/2021, 31.12.14, 8-11-13 */
static bool
take_figures(struct reader *r, struct date *date)
{
	size_t start = r->at;
	char sep;

	date->day = take_number(r, 2);
	sep = peek(r);
	if (date->day > 0 && (sep == '/' || sep == '.' || sep == '-')) {
		r->at++;
		date->month = take_number(r, 2);
		if (date->month > 0 && take(r, sep)) {
			date->year = take_year(r);
			if (date->year > 0)
				return true;
		}
	}
	r->at = start;
	return false;
}

static void
skip_separator(struct reader *r)
{
	if (peek(r) == '-' || peek(r) == ',')
		r->at++;
	skip_spaces(r);
	if (str_starts(str_skip(r->text, r->at), "of "))
		r->at += 3;
}

/* 31 March 2019, 1st May 2020, 01-Apr-2018; the year is wanted. */
static bool
take_day_month(struct reader *r, struct date *date)
{
	size_t start = r->at;

	date->day = take_number(r, 2);
	if (date->day > 0) {
		skip_ordinal(r);
		skip_separator(r);
		date->month = take_month(r);
		if (date->month > 0) {
			skip_separator(r);
			date->year = take_year(r);
			if (date->year > 0)
				return true;
		}
	}
	r->at = start;
	return false;
}

/* June 2011, Mar-2011, Dec-20, January 17th, 2020 */
static bool
take_month_year(struct reader *r, struct date *date)
{
	size_t start = r->at, behind;

	/* "it may 20 times": without a day, a month has a capital */
	if (peek(r) >= 'a')
		return false;
	date->month = take_month(r);
	date->day = 0;
	if (date->month > 0) {
		skip_separator(r);
		behind = r->at;
		date->day = take_number(r, 2);
		if (date->day > 0) {
			size_t digits = r->at;

			skip_ordinal(r);
			if (r->at > digits || peek(r) == ',') {
				skip_separator(r);
				date->year = take_year(r);
				if (date->year > 0)
					return true;
			}
		}
		r->at = behind;
		date->day = 0;
		date->year = take_year(r);
		if (date->year > 0)
			return true;
	}
	r->at = start;
	return false;
}

static bool
take_date(struct reader *r, struct date *date)
{
	return take_iso(r, date) || take_figures(r, date) ||
	       take_day_month(r, date) || take_month_year(r, date);
}

/* The next date, sound or not. */
static bool
next_date(struct str text, size_t *at, size_t *end, struct date *date)
{
	for (size_t i = *at; i < text.len; i++) {
		struct reader r = { text, i };
		char c = text.ptr[i];

		if (!is_digit(c) && !is_alpha(c))
			continue;
		if (i > 0 &&
		    (is_digit(text.ptr[i - 1]) || is_alpha(text.ptr[i - 1]) ||
			text.ptr[i - 1] == '/'))
			continue;
		if (!take_date(&r, date) || is_alpha(peek(&r)))
			continue;
		*at = i;
		*end = r.at;
		return true;
	}
	return false;
}

/* What is no sound date is passed over whole: "31 June 2020" is not June 2020
 * either. */
bool
analyse_date_find(struct str text, size_t *at, size_t *end, struct date *date)
{
	while (next_date(text, at, end, date)) {
		if (is_sound(date))
			return true;
		*at = *end;
	}
	return false;
}

bool
analyse_date_find_bad(struct str text, size_t *at, size_t *end)
{
	struct date date = { 0 };

	while (next_date(text, at, end, &date)) {
		if (!is_sound(&date))
			return true;
		*at = *end;
	}
	return false;
}

struct date
analyse_date_of(struct str text)
{
	struct date date = { 0 };
	size_t at = 0, end;

	if (!analyse_date_find(text, &at, &end, &date))
		return (struct date){ 0 };
	return date;
}
