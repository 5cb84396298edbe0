/* analyse_due_action: when each action is due, was due, and was done. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* What a missing year is near to. */
static struct date
near_of(const struct plan *plan)
{
	if (plan->date.year > 0)
		return plan->date;
	return plan->to.year > 0 ? plan->to : plan->as_of;
}

static const char *
name_of_kind(enum date_kind kind)
{
	switch (kind) {
	case DATE_TARGET:
		return "the due date";
	case DATE_ORIGINAL:
		return "the original due date";
	case DATE_REVISED:
		return "the revised due date";
	case DATE_COMPLETED:
		return "the day of completion";
	case DATE_MENTIONED:
		break;
	}
	return "a date";
}

/* Adds a date to the action; `via` tells how that kind of date was found. */
/* In minutes the due date stands in the sentence that tells the action, and
 * is met in both; it is among the first. */
static bool
is_told(struct analysis *a, const struct plan_action *action,
    enum date_kind kind, struct date date)
{
	enum { FIRST = 8 };

	if (a->plan->tables[action->table].node != NULL)
		return false;
	for (size_t i = 0; i < action->date_count && i < FIRST; i++) {
		const struct plan_date *told = &action->dates[i];

		if (told->kind == kind && told->date.year == date.year &&
		    told->date.month == date.month &&
		    told->date.day == date.day)
			return true;
	}
	return false;
}

static void
add_date(struct analysis *a, struct plan_action *action, enum date_kind kind,
    enum plan_via via, const struct date_found *found, struct str text,
    const struct node *cell)
{
	struct plan_date *added;

	if (is_told(a, action, kind, found->date))
		return;
	action->dates = arena_push(a->doc->arena, action->dates,
	    &action->date_count, &action->date_cap, sizeof(*action->dates));
	added = &action->dates[action->date_count - 1];
	added->kind = kind;
	added->date = found->date;
	added->text = str_range(text.ptr + found->at, text.ptr + found->end);
	added->line = cell->pos.line;
	added->sure.via = via;
	added->sure.confidence =
	    analyse_date_confidence(a, kind, via, found->date);
	if (kind == DATE_MENTIONED || !analyse_is_unsure(added->sure))
		return;
	doc_say(a->doc, DOC_UNSURE, cell->pos,
	    str_printf(a->scratch, "\"%.*s\"", STR_ARG(added->text)),
	    str_printf(a->scratch, "%s of action %.*s", name_of_kind(kind),
		STR_ARG(action->id.len > 0 ? action->id : action->title)));
	added->kind = DATE_MENTIONED;
}

static void
say_bad(struct analysis *a, const struct node *cell, struct str text,
    const struct date_found *found)
{
	doc_say(a->doc, found->is_unclear ? DOC_DATE_UNCLEAR : DOC_DATE_BAD,
	    cell->pos, str_range(text.ptr + found->at, text.ptr + found->end),
	    (struct str){ NULL, 0 });
}

/* ---- prose ---- */

static void
prose_dates(
    struct analysis *a, struct plan_action *action, enum column_role role)
{
	const struct node *cell = plan_action_cell(a->plan, action, role);
	struct date near = near_of(a->plan);
	struct date_found found;
	struct str text;

	if (cell == NULL)
		return;
	text = analyse_text(a, cell);
	for (size_t i = 0; analyse_date_next(text, i, near, &found);
	     i = found.end) {
		enum date_kind kind = analyse_due_prose_kind(
		    str_head(text, found.at), action->state == STATE_COMPLETE);

		if (!found.is_sound && !found.is_weak && !found.is_unclear)
			say_bad(a, cell, text, &found);
		if (found.is_sound &&
		    (kind != DATE_MENTIONED || !found.is_weak))
			add_date(
			    a, action, kind, VIA_PROSE, &found, text, cell);
	}
}

/* "Slipped to 31/01/24", "Completed 3 May 2026" in a status cell. */
static void
status_dates(struct analysis *a, struct plan_action *action)
{
	const struct node *cell =
	    plan_action_cell(a->plan, action, COLUMN_ROLE_STATUS);
	struct date near = near_of(a->plan);
	struct date_found found;
	struct str text;
	size_t before = 0;

	if (cell == NULL)
		return;
	text = analyse_text(a, cell);
	for (size_t i = 0; analyse_date_next(text, i, near, &found);
	     i = before = found.end) {
		enum date_kind kind = analyse_due_cell_kind(
		    str_range(text.ptr + before, text.ptr + found.at),
		    str_skip(text, found.end), DATE_MENTIONED);

		if (found.is_sound &&
		    (kind == DATE_REVISED || kind == DATE_COMPLETED) &&
		    !(kind == DATE_COMPLETED && found.is_weak &&
			found.date.month == 0))
			add_date(
			    a, action, kind, VIA_PROSE, &found, text, cell);
	}
}

/* ---- columns of dates ---- */

/* Is the date struck out in that cell? Most cells have nothing that is. */
static bool
is_struck(const struct node *cell, bool has_strike, struct str date)
{
	struct walker walker = { .root = cell };
	bool in_strike = false;

	if (!has_strike)
		return false;

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (node->kind == NODE_STRIKE)
			in_strike = walker.event == WALK_ENTER;
		else if (in_strike && node->kind == NODE_TEXT &&
			 walker.event == WALK_ENTER) {
			struct str text = node->as.text.text;

			for (; text.len >= date.len; text = str_skip(text, 1))
				if (str_eq(str_head(text, date.len), date))
					return true;
		}
	}
	return false;
}

/* "~~31/08/2026~~" in plain text */
static bool
is_crossed(struct str text, const struct date_found *found)
{
	return str_ends(str_head(text, found->at), "~~") &&
	       str_starts(str_skip(text, found->end), "~~");
}

static size_t
count_kind(const struct plan_action *action, size_t first, enum date_kind kind)
{
	size_t count = 0;

	for (size_t i = first; i < action->date_count; i++)
		count += action->dates[i].kind == kind;
	return count;
}

static void
turn_kind(struct plan_action *action, size_t first, enum date_kind from,
    enum date_kind to)
{
	for (size_t i = first; i < action->date_count; i++)
		if (action->dates[i].kind == from)
			action->dates[i].kind = to;
}

/* "Original and revised date", "Baseline / forecast" */
static bool
names_move(struct str heading)
{
	return (str_find_nocase(heading, "original") != (size_t)-1 &&
		   str_find_nocase(heading, "revised") != (size_t)-1) ||
	       (str_find_nocase(heading, "baseline") != (size_t)-1 &&
		   str_find_nocase(heading, "forecast") != (size_t)-1);
}

/* "31/12/2024 (was 31/08/2024)": the first is the revised one. "May 24, now
 * Sept 24": the first is the original. */
static void
settle_kinds(struct plan_action *action, size_t first, struct str heading)
{
	bool has_original = count_kind(action, first, DATE_ORIGINAL) > 0;
	bool has_revised = count_kind(action, first, DATE_REVISED) > 0;

	if (count_kind(action, first, DATE_TARGET) == 0)
		return;
	if (has_original && !has_revised)
		turn_kind(action, first, DATE_TARGET, DATE_REVISED);
	else if (has_revised && !has_original)
		turn_kind(action, first, DATE_TARGET, DATE_ORIGINAL);
	else if (count_kind(action, first, DATE_TARGET) > 1 &&
		 names_move(heading)) {
		turn_kind(action, first, DATE_TARGET, DATE_REVISED);
		action->dates[first].kind = DATE_ORIGINAL;
	}
}

static struct str
heading_of(
    struct analysis *a, const struct plan_action *action, enum column_role role)
{
	const struct plan_table *table = &a->plan->tables[action->table];
	size_t column = analyse_column_of(table, role);

	if (column == PLAN_NONE)
		return (struct str){ NULL, 0 };
	return table->columns[column].heading;
}

static bool
has_strike(const struct node *cell)
{
	struct walker walker = { .root = cell };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_STRIKE)
			return true;
	return false;
}

static void
column_dates(struct analysis *a, struct plan_action *action,
    enum column_role role, enum date_kind kind)
{
	const struct node *cell = plan_action_cell(a->plan, action, role);
	struct date near = near_of(a->plan);
	struct date_found found;
	struct str text;
	size_t before = 0, first = action->date_count;
	bool is_marked;

	if (cell == NULL)
		return;
	text = analyse_text(a, cell);
	is_marked = has_strike(cell);
	for (size_t i = 0; analyse_date_next(text, i, near, &found);
	     i = found.end) {
		struct str date =
		    str_range(text.ptr + found.at, text.ptr + found.end);
		enum date_kind told = analyse_due_cell_kind(
		    str_range(text.ptr + before, text.ptr + found.at),
		    str_skip(text, found.end), kind);

		before = found.end;
		if (!found.is_sound) {
			say_bad(a, cell, text, &found);
			continue;
		}
		if (kind == DATE_TARGET && (is_struck(cell, is_marked, date) ||
					       is_crossed(text, &found)))
			told = DATE_ORIGINAL;
		add_date(a, action, told,
		    analyse_column_via(a->plan, action, role), &found, text,
		    cell);
	}
	if (kind == DATE_TARGET)
		settle_kinds(action, first, heading_of(a, action, role));
}

/* ---- the one that counts ---- */

static const struct plan_date *
last_of_kind(const struct plan_action *action, enum date_kind kind)
{
	const struct plan_date *found = NULL;

	for (size_t i = 0; i < action->date_count; i++)
		if (action->dates[i].kind == kind &&
		    (found == NULL ||
			plan_date_before(found->date, action->dates[i].date)))
			found = &action->dates[i];
	return found;
}

static bool
settle_due(struct plan_action *action)
{
	static const enum date_kind order[] = { DATE_REVISED, DATE_TARGET,
		DATE_ORIGINAL };

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		const struct plan_date *date = last_of_kind(action, order[i]);

		if (date != NULL) {
			action->due = date->date;
			return true;
		}
	}
	return false;
}

/* A date in a column for dates counts for more than one in prose. */
void
analyse_due_action(struct analysis *a, struct plan_action *action)
{
	bool settled;

	column_dates(a, action, COLUMN_ROLE_ORIGINAL_DUE, DATE_ORIGINAL);
	column_dates(a, action, COLUMN_ROLE_DUE, DATE_TARGET);
	column_dates(a, action, COLUMN_ROLE_REVISED_DUE, DATE_REVISED);
	column_dates(a, action, COLUMN_ROLE_COMPLETED, DATE_COMPLETED);
	if (analyse_is_joint_owner(a, heading_of(a, action, COLUMN_ROLE_OWNER)))
		column_dates(a, action, COLUMN_ROLE_OWNER, DATE_TARGET);
	if (analyse_is_joint_owner(a, heading_of(a, action, COLUMN_ROLE_LEAD)))
		column_dates(a, action, COLUMN_ROLE_LEAD, DATE_TARGET);
	status_dates(a, action);
	settled = settle_due(action);
	prose_dates(a, action, COLUMN_ROLE_ACTION);
	prose_dates(a, action, COLUMN_ROLE_PROGRESS);
	prose_dates(a, action, COLUMN_ROLE_NEXT);
	if (!settled)
		settle_due(action);
}

void
analyse_due_judge(struct analysis *a, struct plan_action *action)
{
	action->overdue = action->state != STATE_COMPLETE &&
			  action->state != STATE_WITHDRAWN &&
			  plan_date_before(action->due, a->plan->as_of);
}
