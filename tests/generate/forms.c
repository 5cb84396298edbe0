/* forms: see forms.h. */
#include "forms_priv.h"

#include <stdio.h>
#include <string.h>

static const char *const id_names[] = { "Ref", "No.", "No", "ID", "#",
	"Ref No." };
static const char *const action_names[] = { "Action", "Agreed action",
	"Recommendation", "Action required", "Task", "Milestone" };
static const char *const owner_names[] = { "Owner", "Lead officer",
	"Responsible officer", "Action owner", "Lead", "Responsible",
	"Officer responsible", "By whom" };
static const char *const due_names[] = { "Due", "Due date", "Deadline",
	"Target date", "By when", "Timescale" };
static const char *const status_names[] = { "Status", "RAG", "BRAG",
	"RAG status", "Rating", "Current status" };
static const char *const progress_names[] = { "Progress", "Update", "Comments",
	"Latest position", "Progress April to September 2026" };
static const char *const next_names[] = { "Next steps", "Next Steps" };

/* As a Welsh paper has them. */
static const char *
welsh_name_for(enum what what, struct rng *rng)
{
	static const char *const ids[] = { "Cyf", "Rhif", "Cyf." };
	static const char *const actions[] = { "Cam gweithredu",
		"Camau gweithredu", "Argymhelliad", "Tasg", "Gweithred" };
	static const char *const owners[] = { "Perchennog", "Swyddog cyfrifol",
		"Arweinydd", "Swyddog arweiniol", "Cyfrifoldeb", "Gan bwy" };
	static const char *const dues[] = { "Dyddiad targed", "Dyddiad cau",
		"Erbyn pryd", "Amserlen", "Dyddiad cwblhau" };
	static const char *const statuses[] = { "Statws", "Statws CAG",
		"Statws cyfredol", "Sgôr" };
	static const char *const updates[] = { "Cynnydd", "Diweddariad",
		"Sylwadau", "Y sefyllfa ddiweddaraf", "Cynnydd hyd yma" };

	switch (what) {
	case ID:
		return PICK(rng, ids);
	case ACTION:
		return PICK(rng, actions);
	case OWNER:
		return PICK(rng, owners);
	case DUE:
		return PICK(rng, dues);
	case STATUS:
		return PICK(rng, statuses);
	case PROGRESS:
		return PICK(rng, updates);
	case NEXT:
		return "Camau nesaf";
	case EXTRA:
	case WHAT_COUNT:
		break;
	}
	return "";
}

static const char *
name_for(enum what what, bool is_welsh, struct rng *rng)
{
	if (is_welsh)
		return welsh_name_for(what, rng);
	switch (what) {
	case ID:
		return PICK(rng, id_names);
	case ACTION:
		return PICK(rng, action_names);
	case OWNER:
		return PICK(rng, owner_names);
	case DUE:
		return PICK(rng, due_names);
	case STATUS:
		return PICK(rng, status_names);
	case PROGRESS:
		return PICK(rng, progress_names);
	case NEXT:
		return PICK(rng, next_names);
	case EXTRA:
	case WHAT_COUNT:
		break;
	}
	return "";
}

void
form_layout_draw(
    struct layout *layout, const struct known_plan *plan, struct rng *rng)
{
	memset(layout, 0, sizeof(*layout));
	layout->id_apart = plan->has_ids && rng_chance(rng, 60);
	if (layout->id_apart)
		layout->columns[layout->count++] = ID;
	layout->columns[layout->count++] = ACTION;
	layout->columns[layout->count++] = OWNER;
	if (plan->has_due)
		layout->columns[layout->count++] = DUE;
	layout->columns[layout->count++] = STATUS;
	if (plan->has_progress)
		layout->columns[layout->count++] = PROGRESS;
	if (plan->has_next)
		layout->columns[layout->count++] = NEXT;
	if (plan->extra_name != NULL)
		layout->columns[layout->count++] = EXTRA;
	/* what follows the action comes in any order */
	for (int i = layout->count - 1; i > layout->id_apart + 1; i--) {
		int first = layout->id_apart + 1;
		int j = first + (int)rng_below(rng, (unsigned)(i - first + 1));
		enum what swap = layout->columns[i];

		layout->columns[i] = layout->columns[j];
		layout->columns[j] = swap;
	}
	for (int i = 0; i < layout->count; i++)
		layout->names[i] =
		    layout->columns[i] == EXTRA
			? plan->extra_name
			: name_for(layout->columns[i],
			      plan->vocabulary == WITH_WELSH, rng);
}

const char *
form_cell(const struct layout *layout, const struct known_action *action,
    int column, char text[MAX_CELL])
{
	switch (layout->columns[column]) {
	case ID:
		return action->id;
	case ACTION:
		if (layout->id_apart || action->id[0] == '\0')
			return action->title;
		snprintf(text, MAX_CELL, "%s %s", action->id, action->title);
		return text;
	case OWNER:
		return action->owner_text;
	case DUE:
		return action->due_text;
	case STATUS:
		return action->status_text;
	case PROGRESS:
		return action->progress;
	case NEXT:
		return action->next;
	case EXTRA:
		return action->extra;
	case WHAT_COUNT:
		break;
	}
	return "";
}

/* ---- what stands around the tables ---- */

void
form_head_put(struct buf *out, const struct known_plan *plan, bool is_markdown)
{
	if (plan->vocabulary == WITH_SCHEME)
		buf_puts(out, known_scheme);
	buf_printf(out, "%s%s\n\n", is_markdown ? "# " : "", plan->title);
	if (plan->has_date)
		buf_puts(out, "Date: " KNOWN_DATE "\n\n");
	buf_puts(out, "This paper tells the committee what has been done "
		      "since its last meeting.\n\n");
	if (plan->vocabulary == WITH_KEY)
		buf_printf(out, "%s\n", known_key);
}

void
form_group_put(
    struct buf *out, const struct known_plan *plan, int i, bool is_markdown)
{
	const struct known_action *action = &plan->actions[i];

	if (plan->group_count == 0 ||
	    (i > 0 && plan->actions[i - 1].group == action->group))
		return;
	buf_printf(out, is_markdown ? "\n## %d. %s\n\n" : "\n%d. %s\n\n",
	    action->group + 1, plan->groups[action->group]);
}

bool
form_begins_table(const struct known_plan *plan, int i)
{
	return i == 0 || (plan->group_count > 0 && plan->actions[i - 1].group !=
						       plan->actions[i].group);
}

/* ---- tables by tabs ---- */

void
form_tab_row_put(struct buf *out, const struct layout *layout,
    const struct known_action *action)
{
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++)
		buf_printf(out, "%s%s", c > 0 ? "\t" : "",
		    action == NULL ? layout->names[c]
				   : form_cell(layout, action, c, text));
	buf_puts(out, "\n");
}

static void
write_tabs(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, &layout, NULL);
		form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}

static void
write_headerless(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}

/* Where the progress cell is cut: behind a word in its middle. */
size_t
form_middle(const char *text)
{
	size_t at = strlen(text) / 2;

	while (text[at] != '\0' && text[at] != ' ')
		at++;
	return at;
}

/* A page ends in the middle of a row: its number, the header once more, and
 * the rest of the progress cell under empty cells. */
static void
put_cut_row(struct buf *out, const struct layout *layout,
    const struct known_action *action, struct rng *rng)
{
	char text[MAX_CELL];
	size_t cut = form_middle(action->progress);

	for (int c = 0; c < layout->count; c++) {
		buf_puts(out, c > 0 ? "\t" : "");
		if (layout->columns[c] == PROGRESS)
			buf_put(out, action->progress, cut);
		else
			buf_puts(out, form_cell(layout, action, c, text));
	}
	buf_printf(out, "\n\nPage %u\n\n", 2 + rng_below(rng, 20));
	form_tab_row_put(out, layout, NULL);
	for (int c = 0; c < layout->count; c++) {
		buf_puts(out, c > 0 ? "\t" : "");
		if (layout->columns[c] == PROGRESS)
			buf_puts(out, action->progress + cut);
	}
	buf_puts(out, "\n");
}

static void
write_cut_tabs(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			form_tab_row_put(out, &layout, NULL);
		if (plan->has_progress && rng_chance(rng, 25))
			put_cut_row(out, &layout, &plan->actions[i], rng);
		else
			form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}

/* One table, in which rows with one cell name the group of those below. */
static void
write_group_rows(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	form_tab_row_put(out, &layout, NULL);
	for (int i = 0; i < plan->count; i++) {
		if (plan->group_count > 0 && form_begins_table(plan, i)) {
			buf_puts(out, plan->groups[plan->actions[i].group]);
			for (int c = 1; c < layout.count; c++)
				buf_puts(out, "\t");
			buf_puts(out, "\n");
		}
		form_tab_row_put(out, &layout, &plan->actions[i]);
	}
}

static const struct form all[] = {
	{ "tabs", false, false, write_tabs, NULL },
	{ "tabs-cut-by-pages", false, false, write_cut_tabs, NULL },
	{ "tabs-without-header", false, false, write_headerless,
	    form_arrange_bare },
	{ "tabs-two-header-lines", false, false, form_two_headers, NULL },
	{ "tabs-header-cut-by-pages", false, false, form_cut_headers, NULL },
	{ "tabs-wrapped-status", false, false, form_wrapped_status,
	    form_arrange_status },
	{ "tabs-with-totals", false, false, form_totals, NULL },
	{ "tabs-misspelt-headings", false, false, form_misspelt, NULL },
	{ "tabs-with-unknown-column", false, false, form_extra,
	    form_arrange_extra },
	{ "tabs-groups-with-facts", false, false, form_group_facts,
	    form_arrange_group_owner },
	{ "pipes", true, true, form_pipes, NULL },
	{ "pipes-without-bars", true, true, form_bare_pipes, NULL },
	{ "pipes-in-text", false, false, form_text_pipes, NULL },
	{ "pipes-over-lines", true, false, form_long_pipes, NULL },
	{ "pipes-numbered-lines", false, false, form_numbered_bars,
	    form_arrange_numbered },
	{ "pipes-empty-header", true, true, form_empty_header, NULL },
	{ "pipes-with-tabs", false, false, form_tabbed_pipes, NULL },
	{ "pipes-cut-by-pages", false, false, form_cut_pipes, NULL },
	{ "tabs-with-group-rows", false, false, write_group_rows, NULL },
	{ "aligned-columns", false, false, form_aligned, NULL },
	{ "aligned-key-in-middle", false, false, form_aligned_middle,
	    form_arrange_full },
	{ "aligned-key-on-last-line", false, false, form_aligned_last,
	    form_arrange_full },
	{ "aligned-cut-by-pages", false, false, form_cut_aligned, NULL },
	{ "drawn-simple", true, true, form_drawn_simple, NULL },
	{ "drawn-multiline", true, true, form_drawn_multiline, NULL },
	{ "drawn-grid", true, true, form_drawn_grid, NULL },
	{ "aligned-without-header", false, false, form_bare_aligned,
	    form_arrange_bare },
	{ "cell-on-each-line", false, false, form_cell_lines,
	    form_arrange_full },
	{ "headings-with-labels", true, true, form_headings, NULL },
	{ "items-with-labels", true, true, form_items, NULL },
	{ "lines-with-labels", false, false, form_labelled, NULL },
	{ "bullets-with-labels", true, true, form_bullets, NULL },
	{ "bullets-wrapped", false, false, form_wrapped_bullets, NULL },
	{ "minutes-paragraphs", false, true, form_minutes,
	    form_arrange_minutes },
	{ "minutes-in-paragraphs", false, true, form_minutes_inside,
	    form_arrange_minutes },
	{ "minutes-owner-in-brackets", false, true, form_minutes_brackets,
	    form_arrange_minutes_after },
	{ "minutes-owner-in-margin", false, true, form_minutes_margin,
	    form_arrange_minutes_after },
	{ "lines-with-dashes", true, true, form_dashed, NULL },
	{ "rows-of-labels", true, true, form_rows_of_labels,
	    form_arrange_short },
	{ "tabs-status-untitled", false, false, form_untitled_status,
	    form_arrange_bare },
	{ "tabs-state-in-title", false, false, form_state_in_title,
	    form_arrange_plain },
	{ "headings-with-state", true, true, form_state_in_heading,
	    form_arrange_plain },
	{ "tabs-state-in-progress", false, false, form_state_in_progress,
	    form_arrange_told },
	{ "tabs-date-in-prose", false, false, form_plain_tabs,
	    form_arrange_prose },
	{ "tabs-with-revised-dates", false, false, form_two_dates,
	    form_arrange_revised },
	{ "tabs-groups-with-dates", false, false, form_group_due,
	    form_arrange_group_due },
	{ "tabs-key-above-row", false, false, form_key_above,
	    form_arrange_full },
	{ "tabs-slipped-cells", false, false, form_slipped,
	    form_arrange_telling },
	{ "aligned-drifting", false, false, form_drifting, form_arrange_full },
	{ "drawn-grid-with-lists", true, true, form_grid_lists, NULL },
	{ "html-table", true, false, form_html_table, NULL },
	{ "pipes-with-breaks", true, false, form_break_pipes, NULL },
};

const struct form *
forms_all(size_t *count)
{
	*count = COUNT(all);
	return all;
}
