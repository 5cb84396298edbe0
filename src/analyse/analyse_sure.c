/* analyse_sure: how each action, its state and its dates were found, and how
 * far that can be trusted. What is too uncertain is told to the author and
 * taken back; the words stay where they are. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* Below this, nothing is told as a fact. */
static const double unsure_below = 0.5;

double
analyse_via_confidence(enum plan_via via)
{
	switch (via) {
	case VIA_COLUMN:
		return 1.0;
	case VIA_CONTENT:
		return 0.8;
	case VIA_PROSE:
		return 0.7;
	case VIA_POSITION:
		return 0.6;
	case VIA_NONE:
		break;
	}
	return 0.0;
}

bool
analyse_is_unsure(struct plan_sure sure)
{
	return sure.via != VIA_NONE && sure.confidence < unsure_below;
}

/* What told the role of the action's column. */
static enum plan_via
column_via(const struct plan *plan, const struct plan_action *action,
    enum column_role role)
{
	const struct plan_table *table = &plan->tables[action->table];

	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].role == role)
			return table->columns[i].via;
	return VIA_NONE;
}

/* A word that a scheme knows is sure; one that opens a sentence may be part of
 * it; one that no scheme explains is no state at all. */
static void
judge_state(struct analysis *a, struct plan_action *action)
{
	struct plan_sure *sure = &action->state_sure;

	if (action->state == STATE_NONE)
		return;
	if (sure->via == VIA_NONE)
		sure->via = column_via(a->plan, action, COLUMN_ROLE_STATUS);
	sure->confidence = analyse_via_confidence(sure->via);
	if (action->state == STATE_UNKNOWN)
		sure->confidence *= 0.5;
	else if (analyse_state_of(a, action->status_text) != action->state)
		sure->confidence *= 0.9;
	if (!analyse_is_unsure(*sure) || action->state == STATE_UNKNOWN)
		return;
	doc_say(a->doc, DOC_UNSURE, action->pos, action->status_text,
	    str_printf(
		a->scratch, "the state of action %.*s", STR_ARG(action->id)));
	action->state = STATE_NONE;
}

static enum column_role
role_of_date(enum date_kind kind)
{
	switch (kind) {
	case DATE_TARGET:
		return COLUMN_ROLE_DUE;
	case DATE_ORIGINAL:
		return COLUMN_ROLE_ORIGINAL_DUE;
	case DATE_REVISED:
		return COLUMN_ROLE_REVISED_DUE;
	case DATE_COMPLETED:
		return COLUMN_ROLE_COMPLETED;
	case DATE_MENTIONED:
		break;
	}
	return COLUMN_ROLE_PROGRESS;
}

/* Does the action's cell of that role hold the date's words? "May 24, now Sept
 * 24" gives an original and a revised date in the column of the due one. */
static bool
stands_in(struct analysis *a, const struct plan_action *action,
    enum column_role role, struct str words)
{
	const struct node *cell = plan_action_cell(a->plan, action, role);

	return cell != NULL && words.len > 0 &&
	       str_find(doc_text(a->scratch, cell),
		   str_copy(a->scratch, words).ptr) != (size_t)-1;
}

static void
judge_date(
    struct analysis *a, struct plan_action *action, struct plan_date *date)
{
	enum column_role role = role_of_date(date->kind);

	if (date->sure.via != VIA_NONE)
		return;
	date->sure.via = VIA_PROSE;
	if (date->kind != DATE_MENTIONED) {
		if (stands_in(a, action, role, date->text))
			date->sure.via = column_via(a->plan, action, role);
		else if (stands_in(a, action, COLUMN_ROLE_DUE, date->text))
			date->sure.via =
			    column_via(a->plan, action, COLUMN_ROLE_DUE);
	}
	date->sure.confidence = analyse_via_confidence(date->sure.via);
}

void
analyse_sure_states(struct analysis *a)
{
	for (size_t i = 0; i < a->plan->actions_count; i++) {
		struct plan_action *action = &a->plan->actions[i];

		action->sure = a->plan->tables[action->table].sure;
		judge_state(a, action);
	}
}

void
analyse_sure_dates(struct analysis *a)
{
	for (size_t i = 0; i < a->plan->actions_count; i++) {
		struct plan_action *action = &a->plan->actions[i];

		for (size_t j = 0; j < action->date_count; j++)
			judge_date(a, action, &action->dates[j]);
	}
}
