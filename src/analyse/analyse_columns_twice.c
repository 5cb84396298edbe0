/* analyse_columns_twice: two columns of ratings ("RAG last quarter", "RAG this
 * quarter"; "RAG Q1", "RAG Q2"): which of them holds now. Knows headings only,
 * not what stands below them. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* When a column's ratings held. */
struct moment {
	int side;         /* -1: words say that it is past; 1: that it is now */
	struct date date; /* year 0: none in the heading */
	int quarter;      /* 1 to 4; 0: none */
};

static bool
has_word(struct str key, const char *const *words)
{
	struct str word;

	while (str_next_part(&key, ' ', &word))
		for (size_t i = 0; words[i] != NULL; i++)
			if (str_is(word, words[i]))
				return true;
	return false;
}

static int
side_of(struct str key)
{
	static const char *const past[] = { "last", "previous", "previously",
		"prior", "former", "old", "before", "initial", "original",
		"start", "baseline", "blaenorol", "diwethaf", NULL };
	static const char *const present[] = { "this", "current", "currently",
		"latest", "now", "new", "present", "today", "cyfredol",
		"presennol", "hwn", NULL };

	if (has_word(key, present))
		return 1;
	return has_word(key, past) ? -1 : 0;
}

/* "Q2", "Quarter 2", "Qtr 2", "Ch2". */
static int
quarter_of(struct str key)
{
	static const char *const words[] = { "quarter ", "qtr ", "chwarter ",
		"q", "ch", NULL };

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str rest = key;
		size_t at;

		while ((at = str_find(rest, words[i])) != (size_t)-1) {
			bool begins = at == 0 || rest.ptr[at - 1] == ' ';

			rest = str_skip(rest, at + str_from(words[i]).len);
			if (begins && rest.len > 0 && rest.ptr[0] >= '1' &&
			    rest.ptr[0] <= '4' &&
			    (rest.len == 1 || rest.ptr[1] == ' '))
				return rest.ptr[0] - '0';
		}
	}
	return 0;
}

static struct moment
moment_of(struct analysis *a, struct str heading)
{
	struct str key = analyse_key(a, heading);

	return (struct moment){ .side = side_of(key),
		.date = analyse_date_of(heading),
		.quarter = quarter_of(key) };
}

/* Does `y` hold after `x`? Where nothing tells, the column to the left is what
 * the table's author put first. The first quarter follows the fourth. */
static bool
is_later(struct moment x, struct moment y)
{
	if (x.side != y.side)
		return y.side > x.side;
	if (x.date.year > 0 && y.date.year > 0) {
		if (x.date.year != y.date.year)
			return y.date.year > x.date.year;
		if (x.date.month != y.date.month)
			return y.date.month > x.date.month;
		if (x.date.day != y.date.day)
			return y.date.day > x.date.day;
	}
	if (x.quarter == 0 || y.quarter == 0)
		return false;
	if (x.quarter == 4 && y.quarter == 1)
		return true;
	return y.quarter > x.quarter && !(x.quarter == 1 && y.quarter == 4);
}

bool
analyse_column_is_later(
    struct analysis *a, struct str heading, struct str other)
{
	return is_later(moment_of(a, heading), moment_of(a, other));
}
