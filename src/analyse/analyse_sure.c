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

enum plan_via
analyse_column_via(const struct plan *plan, const struct plan_action *action,
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
		sure->via =
		    analyse_column_via(a->plan, action, COLUMN_ROLE_STATUS);
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

void
analyse_sure_states(struct analysis *a)
{
	for (size_t i = 0; i < a->plan->actions_count; i++) {
		struct plan_action *action = &a->plan->actions[i];

		action->sure = a->plan->tables[action->table].sure;
		judge_state(a, action);
	}
}
