/* forms_tables: tables as tools and hands leave them behind. */
#include "forms_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

/* ---- plans that the forms can say ---- */

void
form_arrange_full(struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	(void)arena;
	(void)rng;
	plan->has_ids = true;
	for (int i = 0; i < plan->count; i++)
		snprintf(plan->actions[i].id, sizeof(plan->actions[i].id), "%d",
		    i + 1);
}

/* Without a heading a percentage may measure anything. */
void
form_arrange_bare(struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	(void)arena;
	for (int i = 0; plan->vocabulary == WITH_PERCENTAGES && i < plan->count;
	     i++) {
		const struct known_status *status =
		    known_status_draw(WITH_WORDS, rng);

		plan->actions[i].state = status->state;
		plan->actions[i].status_text = status->text;
	}
}

void
form_arrange_numbered(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	form_arrange_full(plan, arena, rng);
	form_arrange_bare(plan, arena, rng);
}

void
form_arrange_status(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	static const struct {
		const char *text;
		enum state state;
	} statuses[] = { { "Carried forward", STATE_ON_HOLD },
		{ "Not started", STATE_NOT_STARTED },
		{ "On track", STATE_ON_TRACK },
		{ "In progress", STATE_ON_TRACK },
		{ "Complete", STATE_COMPLETE } };

	(void)arena;
	for (int i = 0; i < plan->count; i++) {
		unsigned n = rng_below(rng, COUNT(statuses));

		plan->actions[i].status_text = statuses[n].text;
		plan->actions[i].state = statuses[n].state;
		plan->actions[i].before = STATE_NONE;
	}
}

void
form_arrange_extra(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	static const char *const names[] = { "Ward", "Budget code",
		"Cost (£000)", "Evidence held", "Audit year" };
	static const char *const values[] = { "Quay", "K417", "12.5",
		"Minute book", "2025/26" };
	unsigned n = rng_below(rng, COUNT(names));

	(void)arena;
	plan->extra_name = names[n];
	for (int i = 0; i < plan->count; i++)
		plan->actions[i].extra = values[n];
}

/* Every group has one owner, or one date, which only its own row tells. */
void
form_arrange_group_owner(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	const char *owner = NULL;

	(void)arena;
	plan->has_ids = true;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];

		snprintf(action->id, sizeof(action->id), "%d", i + 1);
		if (i == 0 || action[-1].group != action->group)
			owner = known_person_draw(rng);
		action->owner_text = action->owners[0] = owner;
		action->owner_count = 1;
	}
}

/* ---- forms ---- */

static void
put_tabs(struct buf *out, const struct layout *layout,
    const struct known_plan *plan, int i)
{
	form_group_put(out, plan, i, false);
	if (form_begins_table(plan, i))
		form_tab_row_put(out, layout, NULL);
	form_tab_row_put(out, layout, &plan->actions[i]);
}

/* What copying out of some viewers leaves: every cell on its own line. */
void
form_cell_lines(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	char text[MAX_CELL];
	const char *gap = rng_chance(rng, 50) ? "\n" : "";
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		for (int c = 0; form_begins_table(plan, i) && c < layout.count;
		     c++)
			buf_printf(out, "%s\n", layout.names[c]);
		buf_puts(out, form_begins_table(plan, i) ? gap : "");
		for (int c = 0; c < layout.count; c++)
			buf_printf(out, "%s\n",
			    form_cell(&layout, &plan->actions[i], c, text));
		buf_puts(out, gap);
	}
}

/* The header runs over two lines; of a heading of one word the second is
 * empty. */
static void
put_two_headers(struct buf *out, const struct layout *layout)
{
	for (int line = 0; line < 2; line++) {
		for (int c = 0; c < layout->count; c++) {
			const char *name = layout->names[c];
			const char *space = strchr(name, ' ');
			size_t first = space != NULL ? (size_t)(space - name)
						     : strlen(name);

			buf_puts(out, c > 0 ? "\t" : "");
			if (line == 0)
				buf_put(out, name, first);
			else if (space != NULL)
				buf_puts(out, space + 1);
		}
		buf_puts(out, "\n");
	}
}

static bool
has_long_name(const struct layout *layout)
{
	int count = 0;

	for (int c = 0; c < layout->count; c++)
		count += strchr(layout->names[c], ' ') != NULL;
	return count > 0 && count < layout->count;
}

void
form_two_headers(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	do
		form_layout_draw(&layout, plan, rng);
	while (!has_long_name(&layout));
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			put_two_headers(out, &layout);
		form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}

/* Pages end between rows; the header of two lines stands on each, and once in
 * a while its second line has gone to the next page. */
void
form_cut_headers(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;
	unsigned page = 1;

	do
		form_layout_draw(&layout, plan, rng);
	while (!has_long_name(&layout));
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i)) {
			put_two_headers(out, &layout);
		} else if (rng_chance(rng, 30)) {
			buf_printf(out, "\nPage %u\n\n", ++page);
			put_two_headers(out, &layout);
		}
		form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}

/* "Carried" in the row, "forward" below it in the same column. */
void
form_wrapped_status(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];
		const char *space = strchr(action->status_text, ' ');

		if (space == NULL) {
			put_tabs(out, &layout, plan, i);
			continue;
		}
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, &layout, NULL);
		for (int line = 0; line < 2; line++) {
			for (int c = 0; c < layout.count; c++) {
				buf_puts(out, c > 0 ? "\t" : "");
				if (layout.columns[c] != STATUS)
					buf_puts(out, line == 0
							  ? form_cell(&layout,
								action, c, text)
							  : "");
				else if (line == 0)
					buf_put(out, action->status_text,
					    (size_t)(space -
						     action->status_text));
				else
					buf_puts(out, space + 1);
			}
			buf_puts(out, "\n");
		}
	}
}

static void
put_total(struct buf *out, const struct layout *layout, int count)
{
	static const char *const names[] = { "Total", "Totals", "Total actions",
		"Grand total", "Sub-total", "Total for the group" };

	buf_printf(out, "%s\t%d", names[count % 6], count);
	for (int c = 2; c < layout->count; c++)
		buf_puts(out, "\t");
	buf_puts(out, "\n");
}

void
form_totals(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		put_tabs(out, &layout, plan, i);
		if (i + 1 == plan->count || form_begins_table(plan, i + 1) ||
		    rng_chance(rng, 15))
			put_total(out, &layout, i + 1);
	}
}

/* Letters of one heading are lost or stand in the wrong order. */
void
form_misspelt(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const struct {
		const char *right, *wrong;
	} slips[] = { { "Owner", "Onwer" }, { "Status", "Satus" },
		{ "Progress", "Progess" }, { "Action", "Acton" },
		{ "Deadline", "Deadine" }, { "Timescale", "Timscale" },
		{ "Comments", "Coments" }, { "Due date", "Due dtae" },
		{ "Responsible officer", "Reponsible officer" },
		{ "Lead officer", "Lead offcier" },
		{ "Recommendation", "Recomendation" },
		{ "Target date", "Traget date" } };
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	for (int c = 0; c < layout.count; c++)
		for (unsigned i = 0; i < COUNT(slips); i++)
			if (strcmp(layout.names[c], slips[i].right) == 0)
				layout.names[c] = slips[i].wrong;
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++)
		put_tabs(out, &layout, plan, i);
}

void
form_extra(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++)
		put_tabs(out, &layout, plan, i);
}

/* "Safe buildings - Owner: Ann Lee" above the rows that have none. */
void
form_group_facts(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	form_tab_row_put(out, &layout, NULL);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		if (i == 0 || action[-1].group != action->group) {
			if (plan->group_count > 0)
				buf_printf(
				    out, "%s - ", plan->groups[action->group]);
			buf_printf(out, "Owner: %s", action->owner_text);
			for (int c = 1; c < layout.count; c++)
				buf_puts(out, "\t");
			buf_puts(out, "\n");
		}
		for (int c = 0; c < layout.count; c++)
			buf_printf(out, "%s%s", c > 0 ? "\t" : "",
			    layout.columns[c] == OWNER
				? ""
				: form_cell(&layout, action, c, text));
		buf_puts(out, "\n");
	}
}
