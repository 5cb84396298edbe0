/* forms_minutes: actions in the sentences of a meeting's minutes. */
#include "forms_priv.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

static const char *const said[] = {
	"The chair thanked all who had come.",
	"Members asked how long the work would take.",
	"The accounts had been read and were agreed.",
	"It was noted that the lift was out of use.",
	"A letter from the harbour users was read out.",
};

static void
arrange(struct known_plan *plan, struct arena *arena, struct rng *rng,
    bool owner_first)
{
	plan->title = "Minutes of the Harbour Board";
	plan->has_ids = plan->has_progress = plan->has_next = false;
	plan->group_count = 0;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];
		char first = (char)tolower((unsigned char)action->title[0]);
		const char *due;

		if (plan->has_due)
			known_due_draw(action, rng, true, plan->has_date);
		due = plan->has_due
			  ? str_printf(arena, " by %s", action->due_text).ptr
			  : "";

		action->id[0] = '\0';
		action->state = action->before = STATE_NONE;
		action->status_text = "";
		action->owner_text = action->owners[0] = known_person_draw(rng);
		action->owner_count = 1;
		action->group = 0;
		action->title =
		    owner_first
			? str_printf(arena, "%s to %c%s%s", action->owner_text,
			      first, action->title + 1, due)
			      .ptr
			: str_printf(arena, "%s%s", action->title, due).ptr;
	}
}

void
form_arrange_minutes(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	arrange(plan, arena, rng, true);
}

void
form_arrange_minutes_after(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	arrange(plan, arena, rng, false);
}

static const char *
label_draw(struct rng *rng)
{
	static const char *const labels[] = { "ACTION:", "Action:", "ACTION –",
		"Action point:" };

	return PICK(rng, labels);
}

/* A paragraph for itself. */
void
form_minutes(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const char *label = label_draw(rng);

	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		if (rng_chance(rng, 60))
			buf_printf(
			    out, "%s %s\n\n", PICK(rng, said), PICK(rng, said));
		buf_printf(out, "%s %s.\n\n", label, plan->actions[i].title);
	}
}

/* In the middle of a paragraph, which goes on or not. */
void
form_minutes_inside(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const char *label = label_draw(rng);

	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++)
		buf_printf(out, "%s %s %s. %s\n\n", PICK(rng, said), label,
		    plan->actions[i].title,
		    rng_chance(rng, 50) ? PICK(rng, said) : "");
}

/* "Mend the wall by 3 May 2026. (Action: Ann Lee)" */
void
form_minutes_brackets(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	bool square = rng_chance(rng, 30), inside = rng_chance(rng, 50);

	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++)
		buf_printf(out, "%s %s%s %sAction: %s%s%s %s\n\n",
		    PICK(rng, said), plan->actions[i].title, inside ? "" : ".",
		    square ? "[" : "(", plan->actions[i].owner_text,
		    square ? "]" : ")", inside ? "." : "",
		    rng_chance(rng, 50) ? PICK(rng, said) : "");
}

/* The name below the paragraph or at its right edge. */
void
form_minutes_margin(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const char *label = rng_chance(rng, 50) ? "ACTION:" : "Action:";
	unsigned how = rng_below(rng, 3);

	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++)
		buf_printf(out, "%s %s.%s%s %s\n\n", PICK(rng, said),
		    plan->actions[i].title,
		    how == 0   ? "\n"
		    : how == 1 ? "\n\n"
			       : "      ",
		    label, plan->actions[i].owner_text);
}
