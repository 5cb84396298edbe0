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
	"tbc", "Vacant post", "N/A", "To be appointed" };

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

const char *
known_person_draw(struct rng *rng)
{
	return people[rng_below(rng, 6)];
}

static bool
is_person(unsigned i)
{
	return i < 6 || i == 9 || i == 11;
}

static void
draw_owner(struct known_action *action, struct arena *arena, struct rng *rng)
{
	static const char *const joins[] = { " / ", "; ", " & " };
	static const char *const more[] = { " and ", ", ", "/", " / " };
	unsigned first, second;

	if (rng_chance(rng, 5)) {
		action->owner_text = PICK(rng, nobodies);
		return;
	}
	first = rng_below(rng, COUNT(people));
	action->owners[0] = people[first];
	action->owner_count = 1;
	action->owner_text = action->owners[0];
	if (rng_chance(rng, 3)) /* trailing stops and spaces are no names */
		action->owner_text =
		    str_printf(arena, "%s. ", people[first]).ptr;
	if (!rng_chance(rng, 12))
		return;
	second = rng_below(rng, COUNT(people));
	if (first == second)
		return;
	action->owners[1] = people[second];
	action->owner_count = 2;
	/* "Head of Finance and Monitoring Officer" can be one */
	action->owner_text = str_printf(arena, "%s%s%s", people[first],
	    is_person(first) && is_person(second) ? PICK(rng, more)
						  : PICK(rng, joins),
	    people[second])
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
    struct arena *arena, struct rng *rng)
{
	const struct known_status *status =
	    known_status_draw(plan->vocabulary, rng);

	memset(action, 0, sizeof(*action));
	action->title = PICK(rng, titles);
	action->state = status->state;
	action->status_text = status->text;
	if (plan->vocabulary == WITH_COLOURS && rng_chance(rng, 6)) {
		action->before = STATE_COMPLETE;
		action->state = STATE_ON_TRACK;
		action->status_text = "Blue for 2025. Green for 2026.";
	}
	action->progress = PICK(rng, progress);
	action->next = PICK(rng, nexts);
	draw_owner(action, arena, rng);
	if (plan->has_due)
		known_due_draw(action, rng, false, plan->has_date);
}

void
known_plan_draw(struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	int style = (int)rng_below(rng, 5);
	int within = 0;

	memset(plan, 0, sizeof(*plan));
	plan->vocabulary = (enum vocabulary)rng_below(rng, VOCABULARY_COUNT);
	plan->has_date = rng_chance(rng, 60);
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
		draw_action(plan, action, arena, rng);
		action->group = group;
		if (plan->has_ids)
			draw_id(action, style, group, within, i);
	}
}
