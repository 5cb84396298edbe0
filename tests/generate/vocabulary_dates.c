/* vocabulary_dates: how dates are written, each with what it means; see
 * model.h. Dates without a year are near to KNOWN_DATE. */
#include "model.h"

#include <stdio.h>
#include <string.h>

#define COUNT(list) ((unsigned)(sizeof(list) / sizeof((list)[0])))
#define PICK(rng, list) ((list)[rng_below(rng, COUNT(list))])

static const char *const months[] = { "January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December" };

struct written {
	const char *text;
	struct date date;
};

/* Spans, and dates that are only nearly exact. */
static const struct written spans[] = {
	{ "Q1 2026/27", { 2026, 6, 0 } },
	{ "Q4 2026/27", { 2027, 3, 0 } },
	{ "Quarter 3 2025-26", { 2025, 12, 0 } },
	{ "2026-2027", { 2027, 3, 0 } },
	{ "2025/26", { 2026, 3, 0 } },
	{ "Late Spring 2027", { 2027, 5, 0 } },
	{ "early summer 2026", { 2026, 6, 0 } },
	{ "Autumn 2026", { 2026, 11, 0 } },
	{ "Winter 2026", { 2027, 2, 0 } },
	{ "late January 2027", { 2027, 1, 0 } },
	{ "end of March 2026", { 2026, 3, 0 } },
	{ "mid-June 2026", { 2026, 6, 0 } },
	{ "w/c 6 February 2027", { 2027, 2, 6 } },
	{ "Thurs 21st March 2026", { 2026, 3, 21 } },
	{ "Jan 17th, 2027", { 2027, 1, 17 } },
	{ "10fed Mai 2027", { 2027, 5, 10 } },
	{ "3ydd o Fawrth 2026", { 2026, 3, 3 } },
	{ "diwedd Medi 2026", { 2026, 9, 0 } },
	{ "1 st May 2027", { 2027, 5, 1 } },
	{ "31st of May 2026", { 2026, 5, 31 } },
	{ "Friday 5 June 2026", { 2026, 6, 5 } },
	{ "Sept 2026", { 2026, 9, 0 } },
	{ "Mar-2027", { 2027, 3, 0 } },
	{ "01-Apr-2026", { 2026, 4, 1 } },
	{ "8/11/26", { 2026, 11, 8 } },
	{ "Q2 26/27", { 2026, 9, 0 } },
	{ "2026/27 Q2", { 2026, 9, 0 } },
	{ "the end of Q3 2026/27", { 2026, 12, 0 } },
	{ "FY 2026/27", { 2027, 3, 0 } },
	{ "the middle of September 2026", { 2026, 9, 0 } },
	{ "5 Ionawr 2027", { 2027, 1, 5 } },
	{ "Chwefror 2027", { 2027, 2, 0 } },
	{ "1af Ebrill 2026", { 2026, 4, 1 } },
	{ "30 Mehefin 2026", { 2026, 6, 30 } },
	{ "Gorffennaf 2026", { 2026, 7, 0 } },
	{ "31 Awst 2026", { 2026, 8, 31 } },
	{ "Hydref 2026", { 2026, 10, 0 } },
	{ "Tachwedd 2026", { 2026, 11, 0 } },
	{ "Rhagfyr 2026", { 2026, 12, 0 } },
	{ "31^st^ March 2027", { 2027, 3, 31 } },
};

static const struct written yearless[] = {
	{ "23-Mar", { 2027, 3, 23 } },
	{ "1st May", { 2027, 5, 1 } },
	{ "Jan 17th", { 2027, 1, 17 } },
	{ "w/c 6 November", { 2026, 11, 6 } },
	{ "late January", { 2027, 1, 0 } },
	{ "end of October", { 2026, 10, 0 } },
};

/* What only a cell for dates holds. */
static const struct written cells[] = {
	{ "May 25, now Sept 26", { 2026, 9, 0 } },
	{ "~~31/08/2026~~ 31/12/2026", { 2026, 12, 31 } },
	{ "31/08/26 revised to 31/12/26", { 2026, 12, 31 } },
	{ "June 2026 extended to May 2027", { 2027, 5, 0 } },
	{ "was 1/4/26, now 1/7/26", { 2026, 7, 1 } },
	{ "31/12/2026 (was 31/08/2026)", { 2026, 12, 31 } },
	{ "by the end of March 2027", { 2027, 3, 0 } },
	{ "By 31 March 2026", { 2026, 3, 31 } },
	{ "Due 30 June 2026; now December 2026", { 2026, 12, 0 } },
	{ "Sept 26 (original date May 26)", { 2026, 9, 0 } },
	{ "Original: 31/03/26 Revised: 30/09/26", { 2026, 9, 30 } },
	{ "was 31/3/26, then 30/6/26, now 30/9/26", { 2026, 9, 30 } },
	{ "1<sup>st</sup> May 2027", { 2027, 5, 1 } },
	{ "3<sup>rd</sup> of June 2026", { 2026, 6, 3 } },
	{ "Completed 3 May 2026", { 0, 0, 0 } },
	{ "On-going", { 0, 0, 0 } },
	{ "Annually", { 0, 0, 0 } },
	{ "To be agreed", { 0, 0, 0 } },
	{ "TBC", { 0, 0, 0 } },
	{ "ASAP", { 0, 0, 0 } },
	{ "Ongoing", { 0, 0, 0 } },
	{ "Quarterly", { 0, 0, 0 } },
	{ "31 June 2026", { 0, 0, 0 } },
	{ "12 March 2103", { 0, 0, 0 } },
};

static void
draw_exact(struct known_action *action, struct rng *rng)
{
	unsigned year = 2025 + rng_below(rng, 3);
	unsigned month = 1 + rng_below(rng, 12);
	unsigned day = 1 + rng_below(rng, 28);
	char *out = action->due_text;
	size_t size = sizeof(action->due_text);

	action->due = (struct date){ (int)year, (int)month, (int)day };
	switch (rng_below(rng, 8)) {
	case 0:
		snprintf(out, size, "%02u/%02u/%u", day, month, year);
		return;
	case 1:
		snprintf(out, size, "%u.%u.%02u", day, month, year % 100);
		return;
	case 2:
		snprintf(out, size, "%u %s %u", day, months[month - 1], year);
		return;
	case 3:
		snprintf(
		    out, size, "%uth %.3s %u", day, months[month - 1], year);
		return;
	case 4:
		snprintf(out, size, "%04u-%02u-%02u", year, month, day);
		return;
	case 5:
		snprintf(out, size, "%02u-%.3s-%02u", day, months[month - 1],
		    year % 100);
		return;
	case 6:
		action->due.day = 0;
		snprintf(out, size, "%s %u", months[month - 1], year);
		return;
	default:
		action->due.day = 0;
		snprintf(out, size, "%.3s-%02u", months[month - 1], year % 100);
		return;
	}
}

static void
take(struct known_action *action, const struct written *written)
{
	action->due = written->date;
	snprintf(
	    action->due_text, sizeof(action->due_text), "%s", written->text);
}

void
known_due_draw(
    struct known_action *action, struct rng *rng, bool in_prose, bool has_date)
{
	unsigned way = rng_below(rng, 10);

	if (way < 5)
		draw_exact(action, rng);
	else if (way < 8)
		take(action, &PICK(rng, spans));
	else if (way == 8 && has_date)
		take(action, &PICK(rng, yearless));
	else if (!in_prose)
		take(action, &PICK(rng, cells));
	else
		draw_exact(action, rng);
}

static bool
is_revised(const char *text)
{
	static const char *const signs[] = { "now ", "~~", "revised ",
		"extended ", "(was " };

	for (unsigned i = 0; i < COUNT(signs); i++)
		if (strstr(text, signs[i]) != NULL)
			return true;
	return false;
}

struct date
known_due(const struct known_action *action)
{
	const struct date slipped = { 2027, 1, 31 };

	if (strncmp(action->status_text, "Slipped to", 10) != 0)
		return action->due;
	/* of two that are revised, the later one */
	if (is_revised(action->due_text) &&
	    plan_date_before(slipped, action->due))
		return action->due;
	return slipped;
}
