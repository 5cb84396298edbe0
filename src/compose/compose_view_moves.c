/* compose_view_moves: what of an action has changed: its dates of each kind,
 * whether it is still live, and whether it was finished since the last report.
 */
#include "base/arena.h"
#include "compose/compose_view_plan.h"

/* The first date of that kind, or the last; none: year 0. */
static struct date
date_of(const struct plan_action *action, enum date_kind kind, bool wants_last)
{
	struct date found = { 0 };

	for (size_t i = 0; i < action->date_count; i++)
		if (action->dates[i].kind == kind &&
		    (found.year == 0 || wants_last))
			found = action->dates[i].date;
	return found;
}

static void
set_date(struct view *view, xmlNode *at, const char *name, struct date date)
{
	compose_view_set(
	    view, at, name, words_date(view->arena, view->words, date));
	compose_view_set(view, at, str_printf(view->arena, "%s-iso", name).ptr,
	    plan_date_iso(view->arena, date));
}

/* Finished in the period that is reported on: by its day or, where none is
 * given, because it was not finished at the time before. */
static bool
is_newly_done(const struct plan *plan, const struct plan_action *action,
    struct date completed)
{
	if (action->state != STATE_COMPLETE)
		return false;
	if (completed.year > 0 && plan->from.year > 0)
		return !plan_date_before(completed, plan->from);
	return action->history_count > 0 &&
	       action->history[action->history_count - 1].state !=
		   STATE_COMPLETE;
}

void
compose_view_moves(struct plan_view *pv, xmlNode *at, size_t index)
{
	const struct plan_action *action = &pv->plan->actions[index];
	struct date original = date_of(action, DATE_ORIGINAL, false);
	struct date revised = date_of(action, DATE_REVISED, true);
	struct date completed = date_of(action, DATE_COMPLETED, true);

	/* what it was due by before it was due by another day */
	if (original.year == 0 && revised.year > 0)
		original = date_of(action, DATE_TARGET, false);
	set_date(pv->view, at, "original", original);
	set_date(pv->view, at, "revised", revised);
	set_date(pv->view, at, "completed", completed);
	if (action->state != STATE_COMPLETE &&
	    action->state != STATE_WITHDRAWN) {
		compose_view_set(pv->view, at, "live", str_from("yes"));
		if (revised.year > 0)
			compose_view_set(
			    pv->view, at, "moved", str_from("yes"));
	}
	if (is_newly_done(pv->plan, action, completed))
		compose_view_set(pv->view, at, "newly", str_from("yes"));
}
