/* model: drawing a plan; see model.h. The words are those of invented
 * councils. */
#include "model.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

#define COUNT(list) ((unsigned)(sizeof(list) / sizeof((list)[0])))
#define PICK(rng, list) ((list)[rng_below(rng, COUNT(list))])

/* xorshift64*: small, and the same everywhere. */
unsigned
rng_below(struct rng *rng, unsigned limit)
{
	rng->state ^= rng->state >> 12;
	rng->state ^= rng->state << 25;
	rng->state ^= rng->state >> 27;
	return (unsigned)((rng->state * 2685821657736338717U >> 33) % limit);
}

bool
rng_chance(struct rng *rng, unsigned percent)
{
	return rng_below(rng, 100) < percent;
}

static const char *const titles[] = {
	"Replace the harbour lights",
	"Review the records retention policy",
	"Train all managers in budget monitoring",
	"Publish the register of contracts each quarter",
	"Complete the reconciliation of the control account",
	"Introduce two person approval of new suppliers",
	"Test the recovery of the finance system",
	"Agree a protocol for sharing data with partners",
	"Recruit a second network engineer",
	"Clear the backlog of gully inspections",
	"Move the remaining servers to the county data centre",
	"Report sickness absence to each directorate",
	"Update the asset register for surplus land",
	"Write procedures for petty cash and purchase cards",
	"Bring the fire risk assessments up to date",
	"Set up a single point of contact for members",
	"Map every cycle of planned maintenance",
	"Reduce the number of agency staff in social care",
};

static const char *const people[] = { "Ann Lee", "Bob Orr", "Priya Nair",
	"Tomasz Zielinski", "Siân Pritchard", "Fergus O’Hara",
	"Head of Finance", "Monitoring Officer", "Director of Place",
	"Gwen Ashdown", "Assistant Director, Highways", "Ravi Menon" };

static const char *const nobodies[] = { "TBC", "Vacant", "To be confirmed",
	"tbc" };

struct status {
	enum state state;
	const char *text;
};

static const struct status colours[] = {
	{ STATE_COMPLETE, "Blue" },
	{ STATE_ON_TRACK, "Green" },
	{ STATE_AT_RISK, "Amber" },
	{ STATE_OFF_TRACK, "Red" },
	{ STATE_ON_TRACK, "GREEN" },
	{ STATE_AT_RISK, "amber" },
	{ STATE_ON_TRACK, "Green." },
};

static const struct status letters[] = {
	{ STATE_COMPLETE, "B" },
	{ STATE_ON_TRACK, "G" },
	{ STATE_AT_RISK, "A" },
	{ STATE_OFF_TRACK, "R" },
};

static const struct status words[] = {
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
};

static const char *const progress[] = {
	"The first stage was finished in the spring and signed off.",
	"Two of the five depots have been done. The rest wait for parts.",
	"A draft is with legal services.",
	"Nothing was spent in the quarter.",
	"Staff were asked for their views and 41 replied.",
	"The contractor began work; the ground proved wetter than was thought.",
	"Done, and tested by internal audit.",
	"A paper went to the management team, which asked for more figures.",
};

static const char *const nexts[] = {
	"Sign the contract and begin on site.",
	"Report to the next meeting.",
	"None.",
	"Train the remaining staff and test what they know.",
	"Ask the supplier for a firm date.",
};

static const char *const groups[] = { "Sound money", "Safe buildings",
	"People and skills", "Records and data", "Roads and drains" };

static const char *const plan_titles[] = { "Audit follow-up plan",
	"Improvement plan for the harbour service",
	"Corporate action plan: progress",
	"Annual governance statement action plan" };

static const char *const months[] = { "January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December" };

const char *
known_person_draw(struct rng *rng)
{
	return people[rng_below(rng, 6)];
}

static void
draw_due(struct known_action *action, struct rng *rng)
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
draw_owner(struct known_action *action, struct arena *arena, struct rng *rng)
{
	static const char *const joins[] = { " / ", "; ", " & " };

	if (rng_chance(rng, 5)) {
		action->owner_text = PICK(rng, nobodies);
		return;
	}
	action->owners[0] = PICK(rng, people);
	action->owner_count = 1;
	action->owner_text = action->owners[0];
	if (!rng_chance(rng, 12))
		return;
	action->owners[1] = PICK(rng, people);
	if (strcmp(action->owners[0], action->owners[1]) == 0)
		return;
	action->owner_count = 2;
	action->owner_text = str_printf(arena, "%s%s%s", action->owners[0],
	    PICK(rng, joins), action->owners[1])
				 .ptr;
}

static void
draw_id(struct known_action *action, int style, int group, int within, int nth)
{
	char *out = action->id;
	size_t size = sizeof(action->id);

	switch (style) {
	case 0:
		snprintf(out, size, "%d.%d", group + 1, within + 1);
		break;
	case 1:
		snprintf(out, size, "%d", nth + 1);
		break;
	case 2:
		snprintf(out, size, "A%d", nth + 1);
		break;
	case 3:
		snprintf(out, size, "R%d.%d", group + 1, within + 1);
		break;
	default:
		snprintf(out, size, "%d.%d.%d", group + 1, within / 2 + 1,
		    within % 2 + 1);
		break;
	}
}

static void
draw_action(struct known_plan *plan, struct known_action *action,
    struct arena *arena, struct rng *rng, int vocabulary)
{
	const struct status *status = vocabulary == 0   ? &PICK(rng, colours)
				      : vocabulary == 1 ? &PICK(rng, letters)
							: &PICK(rng, words);

	memset(action, 0, sizeof(*action));
	action->title = PICK(rng, titles);
	action->state = status->state;
	action->status_text = status->text;
	if (vocabulary == 0 && rng_chance(rng, 6)) {
		action->before = STATE_COMPLETE;
		action->state = STATE_ON_TRACK;
		action->status_text = "Blue for 2025. Green for 2026.";
	} else if (vocabulary == 2 && rng_chance(rng, 6)) {
		action->state = STATE_COMPLETE;
		action->status_text = "Complete. The policy was adopted.";
	} else if (vocabulary == 2 && rng_chance(rng, 4)) {
		action->state = STATE_OFF_TRACK;
		action->status_text = "Slipped to 31/01/27";
	}
	action->progress = PICK(rng, progress);
	action->next = PICK(rng, nexts);
	draw_owner(action, arena, rng);
	if (plan->has_due)
		draw_due(action, rng);
	/* a status that moves the date counts for more than a column */
	if (strncmp(action->status_text, "Slipped to", 10) == 0)
		action->due = (struct date){ 2027, 1, 31 };
}

void
known_plan_draw(struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	int vocabulary = (int)rng_below(rng, 3);
	int style = (int)rng_below(rng, 5);
	int within = 0;

	memset(plan, 0, sizeof(*plan));
	plan->title = PICK(rng, plan_titles);
	plan->group_count =
	    rng_chance(rng, 60) ? 2 + (int)rng_below(rng, 3) : 0;
	for (int i = 0; i < plan->group_count; i++)
		plan->groups[i] = groups[i];
	plan->has_ids = rng_chance(rng, 80);
	plan->has_due = rng_chance(rng, 75);
	plan->has_progress = rng_chance(rng, 85);
	plan->has_next = rng_chance(rng, 40);
	plan->count = 2 + (int)rng_below(rng, 14);
	if (plan->count < plan->group_count)
		plan->count = plan->group_count;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];
		int group = plan->group_count > 0
				? i * plan->group_count / plan->count
				: 0;

		within = i > 0 && plan->actions[i - 1].group == group
			     ? within + 1
			     : 0;
		draw_action(plan, action, arena, rng, vocabulary);
		action->group = group;
		if (plan->has_ids)
			draw_id(action, style, group, within, i);
	}
}
