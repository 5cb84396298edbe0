/* analyse_date_period: dates that are spans: quarters, financial years,
 * seasons, years. A span stands for its last month, when it is over. */
#include "analyse/analyse_priv.h"

enum {
	YEAR_END = 3, /* a financial year ends in March */
	FIRST_BARE = 1990,
	LAST_BARE = 2199 /* beyond LAST_YEAR, so that it is reported */
};

/* "-", "/" or a dash between two years. */
static bool
take_link(struct date_reader *r)
{
	size_t start = r->at;

	analyse_date_skip_spaces(r);
	if (analyse_date_take(r, "/") || analyse_date_take(r, "-") ||
	    analyse_date_take(r, "–") || analyse_date_take(r, "to ")) {
		analyse_date_skip_spaces(r);
		return true;
	}
	r->at = start;
	return false;
}

/* "2011-12-05" is a day. */
static bool
goes_on(const struct date_reader *r)
{
	struct str rest = str_skip(r->text, r->at);

	return rest.len > 1 && (rest.ptr[0] == '-' || rest.ptr[0] == '/') &&
	       str_is_digit(rest.ptr[1]);
}

/* "2018-2019", "2023/24"; "23/24" behind a word that says so. Gives the year
 * in which it ends, or -1. */
static int
take_financial(struct date_reader *r, bool is_named)
{
	size_t start = r->at, digits, last_digits;
	int first = analyse_date_take_number(r, 4), last;

	digits = r->at - start;
	if (first >= 0 && (digits == 4 || (is_named && digits == 2)) &&
	    take_link(r)) {
		size_t at = r->at;

		last = analyse_date_take_number(r, 4);
		last_digits = r->at - at;
		first = analyse_date_full_year(first, digits);
		if ((last_digits == 2 && last == (first + 1) % 100) ||
		    (last_digits == 4 && last == first + 1))
			if (!goes_on(r))
				return first + 1;
	}
	r->at = start;
	return -1;
}

static bool
span_ends(struct date_found *found, int year, int month, int months)
{
	int begin = year * 12 + month - 1 - (months - 1);

	found->date = (struct date){ year, month, 0 };
	found->from = (struct date){ begin / 12, begin % 12 + 1, 0 };
	return true;
}

/* The last month of a quarter of a financial year that ends in `year`. */
static bool
quarter_ends(struct date_found *found, int quarter, int year)
{
	int month = YEAR_END + quarter * 3;

	return span_ends(found, month > 12 + YEAR_END - 3 ? year : year - 1,
	    month > 12 ? month - 12 : month, 3);
}

static int
take_quarter_name(struct date_reader *r)
{
	static const char *const names[] = { "quarter ", "qtr ", "q", NULL };
	size_t start = r->at;

	for (size_t i = 0; names[i] != NULL; i++) {
		int quarter;

		if (!analyse_date_take(r, names[i]))
			continue;
		quarter = analyse_date_take_number(r, 1);
		if (quarter >= 1 && quarter <= 4 &&
		    !analyse_date_is_alpha(analyse_date_peek(r)))
			return quarter;
		r->at = start;
	}
	return -1;
}

/* "Q4 2023/24". "Q4 2024" can be of either kind of year. */
static bool
take_quarter(struct date_reader *r, struct date_found *found)
{
	int quarter = take_quarter_name(r), year;
	size_t end = r->at;

	if (quarter < 0)
		return false;
	analyse_date_take(r, ",");
	analyse_date_skip_spaces(r);
	if (analyse_date_take(r, "of "))
		analyse_date_take(r, "the ");
	analyse_date_take(r, "FY");
	analyse_date_skip_spaces(r);
	year = take_financial(r, true);
	if (year > 0)
		return quarter_ends(found, quarter, year);
	if (analyse_date_take_number(r, 4) > 0) {
		found->is_unclear = true;
		return quarter_ends(found, quarter, 1);
	}
	r->at = end;
	if (r->near.year == 0)
		return false;
	found->is_weak = true;
	quarter_ends(found, quarter, r->near.year);
	year = analyse_date_near_year(r, found->date);
	return span_ends(found, year, found->date.month, 3);
}

/* "2023/24 Q4", or the year alone. */
static bool
take_year_first(struct date_reader *r, struct date_found *found)
{
	bool is_named = analyse_date_take(r, "FY");
	size_t end;
	int year, quarter;

	analyse_date_skip_spaces(r);
	year = take_financial(r, is_named);
	if (year < 0)
		return false;
	end = r->at;
	analyse_date_skip_spaces(r);
	quarter = take_quarter_name(r);
	if (quarter > 0)
		return quarter_ends(found, quarter, year);
	r->at = end;
	found->is_weak = true;
	return span_ends(found, year, YEAR_END, 12);
}

struct season {
	const char *name;
	int first; /* month */
};

static const struct season *
take_season_name(struct date_reader *r)
{
	static const struct season seasons[] = { { "spring", 3 },
		{ "summer", 6 }, { "autumn", 9 }, { "winter", 12 },
		{ "gwanwyn", 3 }, { "gaeaf", 12 }, { NULL, 0 } };

	for (const struct season *season = seasons; season->name; season++)
		if (analyse_date_take_word(r, season->name))
			return season;
	return NULL;
}

/* "in the spring 20 people" */
static int
take_season_year(struct date_reader *r)
{
	size_t start = r->at;
	int year = analyse_date_take_year(r);

	if (year > 0 && r->at - start > 2)
		return year;
	r->at = start;
	return -1;
}

/* Winter is over in the year after the one that it is named by. */
static bool
take_season(struct date_reader *r, struct date_found *found, int part)
{
	const struct season *season = take_season_name(r);
	struct date date = { 0 };
	size_t end = r->at;
	int month, year;

	if (season == NULL)
		return false;
	month = season->first + (part == 0 ? 2 : part - 1);
	analyse_date_take(r, ",");
	analyse_date_skip_spaces(r);
	analyse_date_take(r, "of ");
	year = take_financial(r, false) - 1;
	if (year < 0)
		year = take_season_year(r);
	if (year < 0) {
		r->at = end;
		date.month = (month - 1) % 12 + 1;
		year = analyse_date_near_year(r, date) - (month > 12);
		found->is_weak = true;
	}
	if (year < 1)
		return false;
	return span_ends(found, month > 12 ? year + 1 : year,
	    (month - 1) % 12 + 1, part == 0 ? 3 : 1);
}

/* 2027 */
static bool
take_bare_year(struct date_reader *r, struct date_found *found)
{
	size_t start = r->at;
	int year = analyse_date_take_number(r, 4);
	char before = start > 0 ? r->text.ptr[start - 1] : ' ';
	char c = analyse_date_peek(r);

	found->date = (struct date){ year, 0, 0 };
	found->is_weak = true;
	return r->at - start == 4 && year >= FIRST_BARE && year <= LAST_BARE &&
	       (before == ' ' || before == '(' || before == '-') &&
	       (c == '\0' || c == ' ' || c == '.' || c == ',' || c == ';' ||
		   c == ')') &&
	       !(c != '\0' && c != ' ' && r->at + 1 < r->text.len &&
		   str_is_digit(r->text.ptr[r->at + 1]));
}

bool
analyse_date_take_period(
    struct date_reader *r, struct date_found *found, int part)
{
	static bool (*const takes[])(struct date_reader *,
	    struct date_found *) = { take_quarter, take_year_first };
	size_t start = r->at;

	for (size_t i = 0; i < sizeof(takes) / sizeof(takes[0]); i++) {
		*found = (struct date_found){ .is_sound = true };
		if (takes[i](r, found))
			return true;
		r->at = start;
	}
	*found = (struct date_found){ .is_sound = true };
	if (take_season(r, found, part))
		return true;
	r->at = start;
	return false;
}

bool
analyse_date_take_bare_year(struct date_reader *r, struct date_found *found)
{
	size_t start = r->at;

	*found = (struct date_found){ .is_sound = true };
	if (take_bare_year(r, found))
		return true;
	r->at = start;
	return false;
}
