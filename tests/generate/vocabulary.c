/* vocabulary: how dates and states are written, each with what it means; see
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
	{ "Completed 3 May 2026", { 0, 0, 0 } },
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

/* ---- states ---- */

static const struct known_status colours[] = {
	{ STATE_COMPLETE, "Blue" },
	{ STATE_ON_TRACK, "Green" },
	{ STATE_AT_RISK, "Amber" },
	{ STATE_OFF_TRACK, "Red" },
	{ STATE_ON_TRACK, "GREEN" },
	{ STATE_AT_RISK, "amber" },
	{ STATE_ON_TRACK, "Green." },
	{ STATE_AT_RISK, "Amber/Red" },
	{ STATE_AT_RISK, "Green / Amber" },
	{ STATE_ON_TRACK, "Amber to Green" },
	{ STATE_OFF_TRACK, "Red (was Amber)" },
	{ STATE_ON_TRACK, "Green ↑" },
	{ STATE_ON_TRACK, "Grren" },
	{ STATE_ON_TRACK, "Gwyrdd" },
};

static const struct known_status letters[] = {
	{ STATE_COMPLETE, "B" },
	{ STATE_ON_TRACK, "G" },
	{ STATE_AT_RISK, "A" },
	{ STATE_OFF_TRACK, "R" },
	{ STATE_AT_RISK, "A/R" },
};

static const struct known_status marks[] = {
	{ STATE_COMPLETE, "🔵" },
	{ STATE_ON_TRACK, "🟢" },
	{ STATE_AT_RISK, "🟡" },
	{ STATE_OFF_TRACK, "🔴" },
	{ STATE_ON_TRACK, "🟢 Green" },
	{ STATE_COMPLETE, "✔" },
	{ STATE_NOT_STARTED, "⚪\uFE0F" },
};

static const struct known_status words[] = {
	{ STATE_COMPLETE, "Complete" },
	{ STATE_COMPLETE, "Completed" },
	{ STATE_COMPLETE, "Implemented" },
	{ STATE_COMPLETE, "Closed" },
	{ STATE_ON_TRACK, "On track" },
	{ STATE_ON_TRACK, "On target" },
	{ STATE_ON_TRACK, "In progress" },
	{ STATE_ON_TRACK, "Ongoing" },
	{ STATE_NOT_STARTED, "Not started" },
	{ STATE_OFF_TRACK, "Overdue" },
	{ STATE_OFF_TRACK, "Delayed" },
	{ STATE_ON_HOLD, "Deferred" },
	{ STATE_ON_HOLD, "Carried forward" },
	{ STATE_WITHDRAWN, "Superseded" },
	{ STATE_COMPLETE, "Compete" },
	{ STATE_ON_TRACK, "On trak" },
	{ STATE_COMPLETE, "Completed May 2026" },
	{ STATE_COMPLETE, "Complete. The policy was adopted." },
	{ STATE_OFF_TRACK, "Slipped to 31/01/27" },
};

/* As the key of the draft has them; see known_key. */
static const struct known_status keyed[] = {
	{ STATE_ON_HOLD, "Blue" },
	{ STATE_COMPLETE, "Green" },
	{ STATE_ON_TRACK, "Amber" },
	{ STATE_NOT_STARTED, "Red" },
};

const char known_key[] = "| RAG | Meaning |\n|---|---|\n"
			 "| Blue | Put off by agreement |\n"
			 "| Green | The action is finished |\n"
			 "| Amber | Work is in progress |\n"
			 "| Red | Not started |\n";

const struct known_status *
known_status_draw(enum vocabulary vocabulary, struct rng *rng)
{
	switch (vocabulary) {
	case WITH_COLOURS:
		return &PICK(rng, colours);
	case WITH_LETTERS:
		return &PICK(rng, letters);
	case WITH_MARKS:
		return &PICK(rng, marks);
	case WITH_KEY:
		return &PICK(rng, keyed);
	case WITH_WORDS:
	case VOCABULARY_COUNT:
		break;
	}
	return &PICK(rng, words);
}
