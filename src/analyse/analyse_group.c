/* analyse_group: what a group row says for the rows below it: "Safe buildings -
 * Owner: Ann Lee; Due: 3 May 2026". It holds for those that say nothing. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

static const double group_confidence = 0.6;

static bool
is_silent(const struct analysis *a, const struct plan_action *action,
    enum column_role role)
{
	const struct node *cell = plan_action_cell(a->plan, action, role);

	return cell == NULL || cell->first == NULL;
}

static void
take_date(struct analysis *a, struct plan_action *action, struct str text,
    size_t line)
{
	struct date date = analyse_date_of(text);
	struct plan_date *added;

	if (date.year == 0)
		return;
	action->dates = arena_push(a->doc->arena, action->dates,
	    &action->date_count, &action->date_cap, sizeof(*action->dates));
	added = &action->dates[action->date_count - 1];
	*added = (struct plan_date){ .kind = DATE_TARGET,
		.date = date,
		.text = str_copy(a->doc->arena, text),
		.line = (uint32_t)line,
		.sure = { VIA_POSITION, group_confidence } };
}

void
analyse_group_take(
    struct analysis *a, struct plan_action *action, const struct node *group)
{
	struct str text = doc_text(a->scratch, group), value;

	if (is_silent(a, action, COLUMN_ROLE_OWNER) &&
	    is_silent(a, action, COLUMN_ROLE_LEAD)) {
		if (analyse_label_value(a, text, COLUMN_ROLE_OWNER, &value)) {
			action->owner_text = str_copy(a->doc->arena, value);
			analyse_names_split(
			    a, &action->owners, action->owner_text);
		} else if (analyse_label_value(
			       a, text, COLUMN_ROLE_LEAD, &value)) {
			action->lead_text = str_copy(a->doc->arena, value);
			analyse_names_split(
			    a, &action->leads, action->lead_text);
		}
	}
	if (is_silent(a, action, COLUMN_ROLE_DUE) &&
	    is_silent(a, action, COLUMN_ROLE_REVISED_DUE) &&
	    analyse_label_value(a, text, COLUMN_ROLE_DUE, &value))
		take_date(a, action, value, group->pos.line);
}
