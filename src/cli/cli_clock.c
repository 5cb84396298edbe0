/* cli_clock: the days that the caller names, by option or environment. The
 * clock itself is never read: the same draft gives the same bytes. */
#include "cli/cli_priv.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static const char *const months[12] = { "january", "february", "march", "april",
	"may", "june", "july", "august", "september", "october", "november",
	"december" };

static int
days_in_month(int year, int month)
{
	static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

/* Cuts a number of at most `most` digits off the front; -1 if there is none. */
static int
take_number(const char **text, int most)
{
	int value = 0, digits = 0;

	while (isdigit((unsigned char)**text) && digits < most) {
		value = value * 10 + (**text - '0');
		(*text)++;
		digits++;
	}
	return digits > 0 ? value : -1;
}

/* Cuts "March" or "Mar" off the front; 0 if there is none. */
static int
take_month(const char **text)
{
	size_t len = 0;

	while (isalpha((unsigned char)(*text)[len]))
		len++;
	for (int i = 0; len >= 3 && i < 12; i++) {
		if (len != 3 && len != strlen(months[i]))
			continue;
		if (strncasecmp(*text, months[i], len) != 0)
			continue;
		*text += len;
		return i + 1;
	}
	return 0;
}

bool
cli_date_parse(struct date *date, const char *text)
{
	bool is_iso = strlen(text) == 10 && text[4] == '-';
	int first = take_number(&text, is_iso ? 4 : 2);
	char sep = *text;
	int month, last;

	if (first < 0 || sep == '\0' ||
	    strchr(is_iso ? "-" : "/. ", sep) == NULL)
		return false;
	text++;
	month = sep == ' ' ? take_month(&text) : take_number(&text, 2);
	if (month < 1 || month > 12 || *text != sep)
		return false;
	text++;
	last = take_number(&text, is_iso ? 2 : 4);
	if (*text != '\0')
		return false;
	*date = (struct date){ is_iso ? first : last, month,
		is_iso ? last : first };
	return date->year >= 1000 && date->day >= 1 &&
	       date->day <= days_in_month(date->year, date->month);
}

bool
cli_date_environment(struct date *date)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	long long seconds;
	struct tm parts;
	time_t when;
	char *end;

	*date = (struct date){ 0 };
	if (text == NULL || *text == '\0')
		return true;
	errno = 0;
	seconds = strtoll(text, &end, 10);
	when = (time_t)seconds;
	if (errno != 0 || *end != '\0' || seconds < 0 || when != seconds ||
	    gmtime_r(&when, &parts) == NULL || parts.tm_year > 9999 - 1900)
		return false;
	*date = (struct date){ parts.tm_year + 1900, parts.tm_mon + 1,
		parts.tm_mday };
	return true;
}
