/* analyse_action: the rows of action tables -> actions. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static const struct node *
find_cell(
    struct analysis *a, const struct plan_action *action, enum column_role role)
{
	return plan_action_cell(a->plan, action, role);
}

static struct str
role_text(
    struct analysis *a, const struct plan_action *action, enum column_role role)
{
	const struct node *cell = find_cell(a, action, role);

	if (cell == NULL)
		return (struct str){ "", 0 };
	return analyse_text(a, cell);
}

/* ---- names ---- */

void
analyse_names_split(struct analysis *a, struct name_list *list, struct str text)
{
	struct analyse_name name;

	text = analyse_names_begin(a, text);
	while (analyse_name_next(a, &text, &name)) {
		list->names = arena_push(a->doc->arena, list->names,
		    &list->count, &list->cap, sizeof(*list->names));
		list->names[list->count - 1] = name.name;
	}
}

/* "Head of Audit / 31 May 2026": without the date and what joins it, where the
 * heading speaks of both. */
static struct str
without_date(struct str text)
{
	static const char *const joins[] = { "/", ",", ";", "-", "–", "—", "(",
		"|", " by", NULL };
	struct date none = { 0 };
	struct date_found found;

	if (!analyse_date_next(text, 0, none, &found))
		return text;
	if (found.at == 0)
		return (struct str){ text.ptr, 0 };
	text = str_trim(str_head(text, found.at));
	for (size_t i = 0; joins[i] != NULL; i++)
		if (str_ends(text, joins[i]))
			return str_trim(
			    str_head(text, text.len - str_from(joins[i]).len));
	return text;
}

/* Does the column of that role hold dates as well? */
static bool
is_joint(
    struct analysis *a, const struct plan_action *action, enum column_role role)
{
	const struct plan_table *table = &a->plan->tables[action->table];
	size_t column = analyse_column_of(table, role);

	return column != PLAN_NONE &&
	       analyse_is_joint_owner(a, table->columns[column].heading);
}

static void
cell_names(struct analysis *a, struct name_list *list,
    const struct plan_action *action, enum column_role role)
{
	const struct node *cell = find_cell(a, action, role);
	bool joint;
	struct name_texts texts;

	if (cell == NULL)
		return;
	joint = is_joint(a, action, role);
	texts = analyse_name_texts(a, cell);
	for (size_t i = 0; i < texts.count; i++) {
		struct str text = texts.texts[i];

		text = joint ? without_date(text) : text;
		analyse_names_split(a, list, text);
	}
}

/* ---- actions ---- */

static void
read_title(struct analysis *a, struct plan_action *action)
{
	struct str id = role_text(a, action, COLUMN_ROLE_ID);
	struct str title = role_text(a, action, COLUMN_ROLE_ACTION);
	struct str number, rest;

	action->title = title;
	action->id = analyse_number_bare(id);
	if (id.len == 0 &&
	    (analyse_number_split(title, &number, &rest) ||
		analyse_label_number(a, title, &number, &rest))) {
		action->id = number;
		action->title = rest;
	}
	if (str_ends(action->title, ".") &&
	    str_find(action->title, ". ") == (size_t)-1)
		action->title.len--; /* a title is no sentence */
}

static void
take_values(struct analysis *a, struct plan_action *action, struct node *row)
{
	size_t i = 0;

	action->value_count = analyse_child_count(row);
	action->values = arena_alloc(
	    a->doc->arena, action->value_count * sizeof(*action->values));
	for (struct node *cell = row->first; cell; cell = cell->next, i++) {
		action->values[i].column = i;
		action->values[i].cell = cell;
	}
}

static void
take_row(struct analysis *a, size_t table, struct node *row)
{
	struct plan *plan = a->plan;
	struct plan_action *action;

	plan->actions = arena_push(a->doc->arena, plan->actions,
	    &plan->actions_count, &plan->actions_cap, sizeof(*plan->actions));
	action = &plan->actions[plan->actions_count - 1];
	action->table = table;
	action->theme = action->objective = PLAN_NONE;
	action->pos = row->pos;
	action->first_line = row->pos.line;
	action->last_line =
	    row->end_line > row->pos.line ? row->end_line : row->pos.line;
	take_values(a, action, row);
	read_title(a, action);
	action->owner_text = role_text(a, action, COLUMN_ROLE_OWNER);
	action->lead_text = role_text(a, action, COLUMN_ROLE_LEAD);
	cell_names(a, &action->owners, action, COLUMN_ROLE_OWNER);
	cell_names(a, &action->leads, action, COLUMN_ROLE_LEAD);
	action->progress = role_text(a, action, COLUMN_ROLE_PROGRESS);
	action->next_steps = role_text(a, action, COLUMN_ROLE_NEXT);
	analyse_state_read(a, action);
	row->role = ROLE_ACTION;
}

/* A row that only totals or groups what stands around it. */
static bool
is_no_action(struct analysis *a, const struct node *row)
{
	size_t filled = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next)
		filled += cell->first != NULL;
	if (filled == 0 || row->as.row.is_header || row->as.row.is_group)
		return true;
	return analyse_is_total(a, row) ||
	       (filled == 1 && row->first->first != NULL &&
		   analyse_child_count(row) > 2);
}

static void
mark_row_headers(struct node *table)
{
	for (struct node *row = table->first; row; row = row->next)
		if (row->kind == NODE_ROW && row->first != NULL)
			row->first->as.cell.is_header = true;
}

void
analyse_actions(struct analysis *a)
{
	struct plan *plan = a->plan;

	for (size_t i = 0; i < plan->tables_count; i++) {
		struct node *row, *group = NULL;

		if (plan->tables[i].node == NULL)
			continue;
		row = plan->tables[i].node->first;
		mark_row_headers(plan->tables[i].node);
		for (; row != NULL; row = row->next) {
			if (row->kind == NODE_ROW && row->as.row.is_group)
				group = row;
			if (row->kind != NODE_ROW || is_no_action(a, row))
				continue;
			take_row(a, i, row);
			if (group != NULL)
				analyse_group_take(a,
				    &plan->actions[plan->actions_count - 1],
				    group);
		}
	}
}
