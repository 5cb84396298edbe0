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

static struct str
name_of(const struct plan_action *action)
{
	return action->id.len > 0 ? action->id : action->title;
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
	doc_say(a->doc, DOC_UNSURE, action->pos,
	    str_printf(a->scratch, "\"%.*s\"", STR_ARG(action->status_text)),
	    str_printf(a->scratch, "the state of action %.*s",
		STR_ARG(name_of(action))));
	action->state = STATE_NONE;
}

/* What fills the column of an owner without being a name, such as a sentence,
 * is kept as written and counted for nobody. */
static void
judge_owner(struct analysis *a, struct plan_action *action)
{
	enum { SHOWN = 60 };
	bool is_lead = action->owner_text.len == 0;
	struct str text = is_lead ? action->lead_text : action->owner_text;
	const struct node *cell = plan_action_cell(
	    a->plan, action, is_lead ? COLUMN_ROLE_LEAD : COLUMN_ROLE_OWNER);
	struct plan_sure *sure = &action->owner_sure;
	const char *more = "";

	if (analyse_is_nobody(a, text))
		return;
	sure->via = analyse_column_via(
	    a->plan, action, is_lead ? COLUMN_ROLE_LEAD : COLUMN_ROLE_OWNER);
	if (sure->via == VIA_NONE)
		sure->via = VIA_POSITION; /* of the rows above it */
	sure->confidence = analyse_via_confidence(sure->via);
	if (action->owners.count + action->leads.count > 0)
		return;
	sure->confidence *= 0.4;
	if (text.len > SHOWN) {
		text = str_head(text, SHOWN);
		while (text.len > 0 && text.ptr[text.len - 1] != ' ')
			text.len--;
		text = str_trim(text);
		more = "…";
	}
	doc_say(a->doc, DOC_UNSURE, cell != NULL ? cell->pos : action->pos,
	    str_printf(a->scratch, "\"%.*s%s\"", STR_ARG(text), more),
	    str_printf(a->scratch, "the %s of action %.*s",
		is_lead ? "lead" : "owner", STR_ARG(name_of(action))));
}

/* A date far from all others, or done before the day it is told, is more
 * likely a slip of the pen. */
double
analyse_date_confidence(struct analysis *a, enum date_kind kind,
    enum plan_via via, struct date date)
{
	enum { FAR = 12 }; /* years */
	/* what the draft itself says: a clock must not change what is read */
	struct date near = a->plan->date.year > 0 ? a->plan->date : a->plan->to;
	double confidence = analyse_via_confidence(via);

	if (near.year > 0 &&
	    (date.year > near.year + FAR || date.year < near.year - FAR))
		return confidence * 0.4;
	if (kind == DATE_COMPLETED && a->plan->date.year > 0 &&
	    plan_date_before(a->plan->date, date) &&
	    date.year > a->plan->date.year)
		return confidence * 0.4;
	return confidence;
}

void
analyse_sure_states(struct analysis *a)
{
	for (size_t i = 0; i < a->plan->actions_count; i++) {
		struct plan_action *action = &a->plan->actions[i];

		action->sure = a->plan->tables[action->table].sure;
		judge_state(a, action);
		judge_owner(a, action);
	}
}
