/* forms_odd: tables in which something stands where it is not looked for: the
 * state in the title or in the progress, the date in a sentence, a key above
 * its row, a cell beside its column. */
#include "forms_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

/* ---- plans that the forms can say ---- */

/* Words that are a state wherever they stand. */
static void
give_plain_states(struct known_plan *plan, struct rng *rng)
{
	static const struct known_status plain[] = {
		{ STATE_COMPLETE, "Complete" },
		{ STATE_COMPLETE, "COMPLETED" },
		{ STATE_COMPLETE, "Implemented" },
		{ STATE_ON_TRACK, "On track" },
		{ STATE_ON_TRACK, "In progress" },
		{ STATE_ON_TRACK, "ONGOING" },
		{ STATE_NOT_STARTED, "Not started" },
		{ STATE_AT_RISK, "At risk" },
		{ STATE_OFF_TRACK, "Overdue" },
		{ STATE_ON_HOLD, "Deferred" },
		{ STATE_WITHDRAWN, "Superseded" },
	};

	plan->vocabulary = WITH_WORDS;
	for (int i = 0; i < plan->count; i++) {
		const struct known_status *status = &PICK(rng, plain);

		plan->actions[i].state = status->state;
		plan->actions[i].status_text = status->text;
		plan->actions[i].before = STATE_NONE;
	}
}

void
form_arrange_plain(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	(void)arena;
	give_plain_states(plan, rng);
}

/* The progress begins with the state. */
void
form_arrange_told(struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	static const char *const stops[] = { ". ", ": ", " - ", " – " };

	give_plain_states(plan, rng);
	plan->has_progress = true;
	for (int i = 0; i < plan->count; i++)
		plan->actions[i].progress =
		    str_printf(arena, "%s%s%s", plan->actions[i].status_text,
			PICK(rng, stops), plan->actions[i].progress)
			.ptr;
}

/* When it is due stands in a sentence only. */
void
form_arrange_prose(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	static const char *const ways[] = { "To be finished by %s.",
		"The target date is %s.", "This is due by %s.",
		"Work goes on and will be complete by %s.",
		"It is expected to be done by %s, with the last stage.",
		"Deadline: %s." };

	give_plain_states(plan, rng);
	plan->has_progress = true;
	plan->has_due = false;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];

		action->state = STATE_ON_TRACK;
		action->status_text = "On track";
		do
			known_due_draw(action, rng, true, plan->has_date);
		while (action->due.month == 0);
		action->progress =
		    str_printf(arena, PICK(rng, ways), action->due_text).ptr;
	}
}

/* Two dates: the first one was meant, the second one holds. */
void
form_arrange_revised(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	static const char *const nothing[] = { "", "-", "N/A", "No change" };

	give_plain_states(plan, rng);
	plan->has_due = true;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];
		struct known_action revised = *action;

		do
			known_due_draw(action, rng, true, false);
		while (action->due.month == 0);
		action->extra = PICK(rng, nothing);
		if (rng_chance(rng, 40))
			continue;
		known_due_draw(&revised, rng, true, false);
		action->due = revised.due;
		action->extra = str_printf(arena, "%s", revised.due_text).ptr;
	}
}

/* A group's date, which only its own row tells. */
void
form_arrange_group_due(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	(void)arena;
	give_plain_states(plan, rng);
	plan->has_due = true;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];

		if (i == 0 || action[-1].group != action->group) {
			known_due_draw(action, rng, true, false);
			continue;
		}
		action->due = action[-1].due;
		memcpy(action->due_text, action[-1].due_text,
		    sizeof(action->due_text));
	}
}

/* Rows in which every cell can be told by what it holds. */
void
form_arrange_telling(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	form_arrange_full(plan, arena, rng);
	form_arrange_revised(plan, arena, rng);
	plan->has_progress = true;
	plan->has_next = false;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];

		known_due_draw(action, rng, true, false);
		if (!rng_chance(rng, 7))
			continue;
		action->due = (struct date){ 0, 0, 0 };
		action->due_text[0] = '\0';
	}
}

/* ---- forms ---- */

static void
drop_column(struct layout *layout, enum what what)
{
	int kept = 0;

	for (int c = 0; c < layout->count; c++) {
		if (layout->columns[c] == what)
			continue;
		layout->columns[kept] = layout->columns[c];
		layout->names[kept++] = layout->names[c];
	}
	layout->count = kept;
}

static void
put_table(
    struct buf *out, const struct layout *layout, const struct known_plan *plan)
{
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, layout, NULL);
		form_tab_row_put(out, layout, &plan->actions[i]);
	}
}

/* What stands above the states says nothing of them. */
void
form_untitled_status(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const char *const names[] = { "Position at year end", "Flag",
		"Where we are", "Symbol", "Quarter 2", "April", "", "Column 5",
		"Assessment", "Delivery" };
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	for (int c = 0; c < layout.count; c++)
		if (layout.columns[c] == STATUS)
			layout.names[c] = PICK(rng, names);
	put_table(out, &layout, plan);
}

/* "[Complete] Mend the wall", "Mend the wall - COMPLETE" */
static const char *
titled(const struct known_action *action, unsigned way, char text[MAX_CELL])
{
	static const char *const ways[] = { "[%s] %s", "%s: %s", "(%s) %s" };
	static const char *const ends[] = { "%s - %s", "%s – %s", "%s (%s)",
		"%s [%s]" };

	if (way < COUNT(ways))
		snprintf(text, MAX_CELL, ways[way], action->status_text,
		    action->title);
	else
		snprintf(text, MAX_CELL, ends[way - COUNT(ways)], action->title,
		    action->status_text);
	return text;
}

void
form_state_in_title(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	unsigned way = rng_below(rng, 7);
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	drop_column(&layout, STATUS);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		struct known_action action = plan->actions[i];

		action.title = titled(&plan->actions[i], way, text);
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, &layout, NULL);
		form_tab_row_put(out, &layout, &action);
	}
}

/* The same in headings, with labels below them. */
void
form_state_in_heading(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	unsigned way = rng_below(rng, 7);
	char text[MAX_CELL];

	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		form_group_put(out, plan, i, true);
		buf_printf(out, "\n### %s%s%s\n\n", action->id,
		    action->id[0] ? " " : "", titled(action, way, text));
		buf_printf(out, "- Owner: %s\n- Due: %s\n", action->owner_text,
		    action->due_text);
	}
}

void
form_state_in_progress(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	drop_column(&layout, STATUS);
	put_table(out, &layout, plan);
}

void
form_plain_tabs(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	put_table(out, &layout, plan);
}

static void
put_two_dates(struct buf *out, const struct layout *layout,
    const struct known_action *action, const char *first, const char *second)
{
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++) {
		buf_puts(out, c > 0 ? "\t" : "");
		if (layout->columns[c] == DUE)
			buf_printf(out, "%s\t%s", first, second);
		else
			buf_puts(out, action == NULL
					  ? layout->names[c]
					  : form_cell(layout, action, c, text));
	}
	buf_puts(out, "\n");
}

void
form_two_dates(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const char *const names[][2] = { { "Original date",
						    "Revised date" },
		{ "Original target date", "Revised target date" },
		{ "Due date", "Revised due date" },
		{ "Original deadline", "New deadline" },
		{ "Deadline", "Revised deadline" },
		{ "Original timescale", "Revised timescale" },
		{ "Original", "Revised" }, { "Target date", "Revised" },
		{ "Initial due date", "Current due date" } };
	unsigned n = rng_below(rng, COUNT(names));
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			put_two_dates(
			    out, &layout, NULL, names[n][0], names[n][1]);
		put_two_dates(
		    out, &layout, action, action->due_text, action->extra);
	}
}

/* "Safe buildings – by 31 March 2027" above the rows that have no date. */
void
form_group_due(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const char *const ways[] = { "%s - Due: %s", "%s (due %s)",
		"%s – by %s", "%s: due by %s", "%s (Deadline: %s)" };
	const char *way = PICK(rng, ways);
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	form_tab_row_put(out, &layout, NULL);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		if (i == 0 || action[-1].group != action->group) {
			buf_printf(out, way,
			    plan->group_count > 0 ? plan->groups[action->group]
						  : "First stage",
			    action->due_text);
			for (int c = 1; c < layout.count; c++)
				buf_puts(out, "\t");
			buf_puts(out, "\n");
		}
		for (int c = 0; c < layout.count; c++)
			buf_printf(out, "%s%s", c > 0 ? "\t" : "",
			    layout.columns[c] == DUE
				? ""
				: form_cell(&layout, action, c, text));
		buf_puts(out, "\n");
	}
}

/* Each key on a line above its row. */
void
form_key_above(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	char text[MAX_CELL];
	bool apart = rng_chance(rng, 50);
	struct layout layout;

	do
		form_layout_draw(&layout, plan, rng);
	while (!layout.id_apart);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, &layout, NULL);
		buf_printf(out, "%s\n", plan->actions[i].id);
		for (int c = 1; c < layout.count; c++)
			buf_printf(out, "%s%s", c > 1 || apart ? "\t" : "",
			    form_cell(&layout, &plan->actions[i], c, text));
		buf_puts(out, "\n");
	}
}

/* One cell too many or too few: an empty one, one cut in two, one left out. */
static void
put_slipped(struct buf *out, const struct layout *layout,
    const struct known_action *action, struct rng *rng)
{
	unsigned way = action->due_text[0] == '\0' ? 1 : 2 * rng_below(rng, 2);
	int at = 2 + (int)rng_below(rng, (unsigned)layout->count - 2);
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++) {
		const char *cell = form_cell(layout, action, c, text);
		size_t cut = form_middle(cell);

		if (way == 1 && layout->columns[c] == DUE)
			continue;
		buf_puts(out, c > 0 ? "\t" : "");
		if (way == 0 && c == at)
			buf_puts(out, "\t");
		if (way == 2 && layout->columns[c] == PROGRESS)
			buf_printf(out, "%.*s\t%s", (int)cut, cell,
			    cell + cut + (cell[cut] == ' '));
		else
			buf_puts(out, cell);
	}
	buf_puts(out, "\n");
}

void
form_slipped(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, &layout, NULL);
		if (plan->actions[i].due_text[0] == '\0' || rng_chance(rng, 20))
			put_slipped(out, &layout, &plan->actions[i], rng);
		else
			form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}
