/* analyse_date: dates as British papers write them, day first. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { FIRST_YEAR = 1950, LAST_YEAR = 2099 };

static bool
is_sound(const struct date *date)
{
	if (date->month > 12 || date->month < 0 || date->year < FIRST_YEAR ||
	    date->year > LAST_YEAR)
		return false;
	return date->day == 0 || (date->month > 0 && date->day >= 1 &&
				     date->day <= analyse_date_month_days(
						      date->month, date->year));
}

/* 2026-06-30 */
static bool
take_iso(struct date_reader *r, struct date *date)
{
	size_t start = r->at;

	date->year = analyse_date_take_number(r, 4);
	if (r->at - start == 4 && analyse_date_take(r, "-")) {
		date->month = analyse_date_take_number(r, 2);
		date->day = 0;
		if (date->month > 0 && analyse_date_take(r, "-"))
			date->day = analyse_date_take_number(r, 2);
		if (date->month > 0 && date->day >= 0)
			return true;
	}
	r->at = start;
	return false;
}

/* 29/10/2021, 31.12.14, 8-11-13 */
static bool
take_figures(struct date_reader *r, struct date *date)
{
	size_t start = r->at;
	char sep[2] = "";

	date->day = analyse_date_take_number(r, 2);
	sep[0] = analyse_date_peek(r);
	if (date->day > 0 &&
	    (sep[0] == '/' || sep[0] == '.' || sep[0] == '-')) {
		r->at++;
		date->month = analyse_date_take_number(r, 2);
		if (date->month > 0 && analyse_date_take(r, sep)) {
			date->year = analyse_date_take_year(r);
			if (date->year > 0)
				return true;
		}
	}
	r->at = start;
	return false;
}

static void
skip_separator(struct date_reader *r)
{
	char c = analyse_date_peek(r);

	if (c == '-' || c == ',' || c == '/')
		r->at++;
	analyse_date_skip_spaces(r);
	if (!analyse_date_take(r, "of "))
		analyse_date_take(r, "o ");
}

/* 31 March 2019, 1st May 2020, 01-Apr-2018; "23-Mar", "1st May": the year is
 * left 0. */
static bool
take_day_month(struct date_reader *r, struct date *date)
{
	size_t start = r->at, end;

	date->day = analyse_date_take_number(r, 2);
	if (date->day > 0) {
		bool is_name;

		analyse_date_skip_ordinal(r);
		skip_separator(r);
		is_name = analyse_date_peek(r) < 'a';
		date->month = analyse_date_take_month(r);
		end = r->at;
		if (date->month > 0) {
			skip_separator(r);
			date->year = analyse_date_take_year(r);
			if (date->year > 0)
				return true;
			r->at = end;
			date->year = 0;
			if (is_name) /* "item 3 may wait" */
				return true;
		}
	}
	r->at = start;
	return false;
}

/* June 2011, Mar-2011, Dec-20, January 17th, 2020; "Jan 17th" and "March":
 * the year is left 0. */
static bool
take_month_year(struct date_reader *r, struct date *date)
{
	size_t start = r->at, end;

	/* "it may 20 times": without a day, a month has a capital */
	if (analyse_date_peek(r) >= 'a')
		return false;
	date->month = analyse_date_take_month(r);
	date->day = 0;
	if (date->month < 0) {
		r->at = start;
		return false;
	}
	end = r->at;
	skip_separator(r);
	start = r->at;
	date->day = analyse_date_take_number(r, 2);
	if (date->day > 0) {
		size_t digits = r->at;

		analyse_date_skip_ordinal(r);
		if (r->at > digits || analyse_date_peek(r) == ',') {
			bool is_day = r->at > digits;
			size_t day_end = r->at;

			skip_separator(r);
			date->year = analyse_date_take_year(r);
			if (date->year > 0)
				return true;
			r->at = day_end;
			date->year = 0;
			if (is_day)
				return true;
		}
	}
	r->at = start;
	date->day = 0;
	date->year = analyse_date_take_year(r);
	if (date->year > 0)
		return true;
	date->year = 0;
	r->at = end;
	return true;
}

/* "late January", "mid-June", "end of March": which third of a season it is;
 * 0: none is named. */
static int
take_part(struct date_reader *r)
{
	static const char *const parts[] = { "early", "mid", "late" };

	for (int i = 0; i < 3; i++)
		if (analyse_date_take_word(r, parts[i])) {
			analyse_date_take(r, "-");
			analyse_date_skip_spaces(r);
			return i + 1;
		}
	return 0;
}

/* Gives the year that is missing. A month alone is a date only where one is
 * expected; a day that no month has is none in any year. */
static bool
settle_year(const struct date_reader *r, struct date_found *found)
{
	struct date *date = &found->date;

	found->is_sound = true;
	if (date->year == 0) {
		found->is_weak = date->day == 0;
		date->year = analyse_date_near_year(r, *date);
		if (date->day > analyse_date_month_days(date->month, 2000))
			found->is_sound = false;
		else if (date->year == 0)
			return false;
	}
	found->is_sound = found->is_sound && is_sound(date);
	return true;
}

static bool
take_date(struct date_reader *r, struct date_found *found)
{
	int part = take_part(r);
	size_t start = r->at;

	if (analyse_date_take_period(r, found, part)) {
		found->is_sound = !found->is_unclear && is_sound(&found->date);
		return true;
	}
	*found = (struct date_found){ .is_sound = true };
	if (take_iso(r, &found->date) || take_figures(r, &found->date) ||
	    take_day_month(r, &found->date) ||
	    take_month_year(r, &found->date)) {
		if (settle_year(r, found))
			return true;
		r->at = start;
	}
	if (!analyse_date_take_bare_year(r, found))
		return false;
	found->is_sound = is_sound(&found->date);
	return true;
}

/* May a date begin here? Not inside a word or a number, nor behind the slash
 * of a reference, nor in the last part of "3.1.5". */
static bool
may_begin(struct str text, size_t i)
{
	char c = text.ptr[i], before = i > 0 ? text.ptr[i - 1] : ' ';
	bool is_digit = str_is_digit(c);

	if (!is_digit && !analyse_date_is_alpha(c))
		return false;
	if (str_is_digit(before) || analyse_date_is_alpha(before))
		return false;
	if (is_digit && before == '/')
		return false;
	return !(is_digit && before == '.' && i > 1 &&
		 str_is_digit(text.ptr[i - 2]));
}

bool
analyse_date_next(
    struct str text, size_t from, struct date near, struct date_found *found)
{
	for (size_t i = from; i < text.len; i++) {
		struct date_reader r = { text, i, near };

		if (!may_begin(text, i) || !take_date(&r, found) ||
		    analyse_date_is_alpha(analyse_date_peek(&r)))
			continue;
		found->at = i;
		found->end = r.at;
		return true;
	}
	return false;
}

/* What is no sound date is passed over whole: "31 June 2020" is not June 2020
 * either. */
bool
analyse_date_find(struct str text, size_t *at, size_t *end, struct date *date)
{
	struct date_found found;
	struct date nowhere = { 0 };

	for (size_t i = *at; analyse_date_next(text, i, nowhere, &found);
	     i = found.end) {
		if (!found.is_sound || found.is_weak)
			continue;
		*at = found.at;
		*end = found.end;
		*date = found.date;
		return true;
	}
	return false;
}

/* "2025/26" tells of any year's work; only a heading makes it a date. */
static bool
is_plain_year(const struct date_found *found)
{
	return found->date.month == 0 ||
	       (found->is_weak && found->from.month == 4 &&
		   found->date.month == 3);
}

bool
analyse_date_fills(struct str text)
{
	struct date anywhere = { 2000, 1, 1 };
	struct date_found found;
	enum { BEFORE = 18 }; /* "w/c ", "by the middle of " */
	size_t dates = 0, covered = 0, end = 0;

	text = str_trim(text);
	for (; analyse_date_next(text, end, anywhere, &found);
	     end = found.end) {
		if (!found.is_sound || is_plain_year(&found) ||
		    (dates == 0 && found.at > BEFORE))
			return false;
		dates++;
		covered += found.end - found.at;
	}
	/* of several, "original" and "now" stand between them */
	return (dates == 1 && end + 2 >= text.len) ||
	       (dates > 1 && covered * 5 >= text.len * 2);
}

bool
analyse_date_is_undated(struct analysis *a, struct str text)
{
	static const char *const words[] = { "tbc", "tba", "asap", "ongoing",
		"quarterly", "monthly", "annually", "annual", "immediate",
		"immediately", "to be confirmed", "to be agreed", "n/a",
		"in hand", "weekly", "parhaus", NULL };
	struct date nowhere = { 0 };
	struct date_found found;
	struct str key = analyse_key(a, text);

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is(key, words[i]))
			return true;
	return analyse_date_next(key, 0, nowhere, &found) &&
	       found.end - found.at == key.len &&
	       (!found.is_sound || is_plain_year(&found));
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
