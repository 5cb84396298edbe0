/* plan: names, counts and dates of what was understood; see plan.h. */
#include "model/plan.h"

#include "base/arena.h"
#include "base/must.h"

static const char *const type_names[TYPE_COUNT] = {
	[TYPE_PAPER] = "paper",
	[TYPE_DELIVERY_PLAN] = "delivery-plan",
	[TYPE_PROGRESS_REPORT] = "progress-report",
	[TYPE_COMMITTEE_REPORT] = "committee-report",
	[TYPE_DECISION_RECORD] = "decision-record",
	[TYPE_CONSULTATION] = "consultation",
	[TYPE_MINUTES] = "minutes",
	[TYPE_TRACKER] = "recommendation-tracker",
	[TYPE_RISK_REGISTER] = "risk-register",
};

static const char *const date_kind_names[] = {
	[DATE_TARGET] = "target",
	[DATE_ORIGINAL] = "original",
	[DATE_REVISED] = "revised",
	[DATE_COMPLETED] = "completed",
	[DATE_MENTIONED] = "mentioned",
};

static const char *const via_names[] = {
	[VIA_NONE] = "",
	[VIA_COLUMN] = "column",
	[VIA_CONTENT] = "content",
	[VIA_PROSE] = "prose",
	[VIA_POSITION] = "position",
};

const char *
plan_type_name(enum doc_type type)
{
	must(type < TYPE_COUNT);
	return type_names[type];
}

const char *
plan_date_kind_name(enum date_kind kind)
{
	must(kind <= DATE_MENTIONED);
	return date_kind_names[kind];
}

const char *
plan_via_name(enum plan_via via)
{
	must(via <= VIA_POSITION);
	return via_names[via];
}

const struct node *
plan_action_cell(const struct plan *plan, const struct plan_action *action,
    enum column_role role)
{
	const struct plan_table *table = &plan->tables[action->table];

	for (size_t i = 0; i < action->value_count; i++)
		if (table->columns[action->values[i].column].role == role)
			return action->values[i].cell;
	return NULL;
}

enum column_kind
plan_column_kind(enum column_role role)
{
	switch (role) {
	case COLUMN_ROLE_ID:
		return COLUMN_ID;
	case COLUMN_ROLE_OWNER:
	case COLUMN_ROLE_LEAD:
		return COLUMN_NAME;
	case COLUMN_ROLE_STATUS:
		return COLUMN_STATE;
	case COLUMN_ROLE_DUE:
	case COLUMN_ROLE_ORIGINAL_DUE:
	case COLUMN_ROLE_REVISED_DUE:
	case COLUMN_ROLE_COMPLETED:
		return COLUMN_DATE;
	case COLUMN_ROLE_OTHER:
	case COLUMN_ROLE_ACTION:
	case COLUMN_ROLE_OBJECTIVE:
	case COLUMN_ROLE_THEME:
	case COLUMN_ROLE_PROGRESS:
	case COLUMN_ROLE_NEXT:
	case COLUMN_ROLE_COUNT:
		break;
	}
	return COLUMN_TEXT;
}

size_t
plan_count(
    const struct plan *plan, enum state state, size_t theme, size_t objective)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		if (action->state == state &&
		    (theme == PLAN_NONE || action->theme == theme) &&
		    (objective == PLAN_NONE || action->objective == objective))
			count++;
	}
	return count;
}

size_t
plan_overdue_count(const struct plan *plan)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->actions_count; i++)
		count += plan->actions[i].overdue;
	return count;
}

struct str
plan_date_iso(struct arena *arena, struct date date)
{
	if (date.year == 0)
		return (struct str){ "", 0 };
	if (date.month == 0)
		return str_printf(arena, "%04d", date.year);
	if (date.day == 0)
		return str_printf(arena, "%04d-%02d", date.year, date.month);
	return str_printf(
	    arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* A number that orders days; a missing month or day counts as the last one. */
static int
last_day(struct date date)
{
	int month = date.month ? date.month : 12;
	int day = date.day ? date.day : 31;

	return (date.year * 100 + month) * 100 + day;
}

bool
plan_date_before(struct date date, struct date other)
{
	if (date.year == 0 || other.year == 0)
		return false;
	return last_day(date) < last_day(other);
}
