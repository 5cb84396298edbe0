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
take_date(struct analysis *a, struct plan_action *action, struct date date,
    struct str text, size_t line)
{
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

/* "Safe buildings – by 31 March 2027", "Safe buildings (due May 2027)": the
 * date that the words before it call the due one. */
static bool
find_due(
    struct analysis *a, struct str text, struct date *date, struct str *value)
{
	struct date near = a->plan->date;
	struct date_found found;

	for (size_t i = 0; analyse_date_next(text, i, near, &found);
	     i = found.end) {
		struct str before = str_head(text, found.at);

		if (!found.is_sound ||
		    analyse_due_prose_kind(before, false) != DATE_TARGET)
			continue;
		*value = str_range(text.ptr + found.at, text.ptr + found.end);
		*date = found.date;
		return true;
	}
	return false;
}

/* "Safe buildings (Ann Lee)", "Sound money – Head of Finance": who stands
 * behind the name of the group. */
static bool
find_person(struct str text, struct str *value)
{
	static const char *const links[] = { " – ", " - ", " — ", " (", NULL };

	for (size_t i = 0; links[i] != NULL; i++) {
		size_t at = str_find(text, links[i]);

		if (at == (size_t)-1)
			continue;
		*value = str_skip(text, at + str_from(links[i]).len);
		if (links[i][1] == '(' && str_ends(*value, ")"))
			value->len--;
		if (analyse_is_person(*value) || analyse_is_office(*value))
			return true;
	}
	return false;
}

void
analyse_group_take(
    struct analysis *a, struct plan_action *action, const struct node *group)
{
	struct str text = doc_text(a->scratch, group), value;
	struct date date;

	if (is_silent(a, action, COLUMN_ROLE_OWNER) &&
	    is_silent(a, action, COLUMN_ROLE_LEAD)) {
		if (analyse_label_value(a, text, COLUMN_ROLE_OWNER, &value) ||
		    find_person(text, &value)) {
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
	if (!is_silent(a, action, COLUMN_ROLE_DUE) ||
	    !is_silent(a, action, COLUMN_ROLE_REVISED_DUE))
		return;
	if (find_due(a, text, &date, &value))
		take_date(a, action, date, value, group->pos.line);
	else if (analyse_label_value(a, text, COLUMN_ROLE_DUE, &value))
		take_date(
		    a, action, analyse_date_of(value), value, group->pos.line);
}
