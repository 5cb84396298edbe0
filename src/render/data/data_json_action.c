/* data_json_action: actions, and what they add up to -> JSON. */
#include "data_priv.h"

#include "base/arena.h"

struct str
data_action_id(const struct plan_action *action)
{
	return action->id.len > 0 ? action->id : action->anchor;
}

static json_t *
state_or_null(enum state state)
{
	return data_string_or_null(str_from(doc_state_name(state)));
}

/* How it was found, and how sure that is; null for what was not found. */
static void
set_sure(json_t *object, const char *via, const char *confidence,
    struct plan_sure sure)
{
	data_set(object, via,
	    data_string_or_null(str_from(plan_via_name(sure.via))));
	data_set(object, confidence,
	    sure.via == VIA_NONE
		? json_null()
		: json_real((double)(int)(sure.confidence * 100 + 0.5) / 100));
}

static json_t *
history(const struct plan_action *action)
{
	json_t *array = data_array();

	for (size_t i = 0; i < action->history_count; i++) {
		json_t *object = data_object();

		data_set(object, "period",
		    data_string_or_null(action->history[i].period));
		data_set(
		    object, "state", state_or_null(action->history[i].state));
		data_add(array, object);
	}
	return array;
}

static json_t *
dates(const struct plan_action *action)
{
	json_t *array = data_array();

	for (size_t i = 0; i < action->date_count; i++) {
		const struct plan_date *date = &action->dates[i];
		json_t *object = data_object();

		data_set(object, "kind",
		    data_string(str_from(plan_date_kind_name(date->kind))));
		data_set(object, "date", data_date(date->date));
		data_set(object, "text", data_string_or_null(date->text));
		data_set(object, "line", data_number_or_null(date->line));
		set_sure(object, "via", "confidence", date->sure);
		data_add(array, object);
	}
	return array;
}

/* Columns of no special meaning, by heading. Two with one heading, or one
 * with none, are told apart by their column's number. */
static json_t *
other_fields(const struct plan *plan, const struct plan_action *action)
{
	json_t *object = data_object();
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < action->value_count; i++) {
		const struct plan_value *value = &action->values[i];
		const struct plan_column *column =
		    &plan->tables[action->table].columns[value->column];
		struct str key = str_copy(scratch, column->heading);

		if (column->role != COLUMN_ROLE_OTHER)
			continue;
		if (key.len == 0)
			key = str_printf(
			    scratch, "Column %zu", value->column + 1);
		else if (json_object_get(object, key.ptr) != NULL)
			key = str_printf(
			    scratch, "%s (%zu)", key.ptr, value->column + 1);
		data_set(object, key.ptr,
		    data_string_or_null(doc_text(scratch, value->cell)));
	}
	arena_free(scratch);
	return object;
}

static const struct node *
cell_of(const struct plan *plan, const struct plan_action *action,
    enum column_role role)
{
	if (action->value_count == 0)
		return NULL;
	return plan_action_cell(plan, action, role);
}

static void
set_place(
    json_t *object, const struct plan *plan, const struct plan_action *action)
{
	data_set(object, "theme",
	    action->theme != PLAN_NONE
		? data_string(plan->themes[action->theme].id)
		: json_null());
	data_set(object, "objective",
	    action->objective != PLAN_NONE
		? data_string(plan->objectives[action->objective].id)
		: json_null());
}

static json_t *
action_object(const struct plan *plan, const struct plan_action *action)
{
	json_t *object = data_object(), *lines;

	data_set(object, "id", data_string_or_null(action->id));
	data_set(object, "anchor", data_string_or_null(action->anchor));
	data_set(object, "title", data_string_or_null(action->title));
	set_place(object, plan, action);
	data_set(object, "owners", data_names(&action->owners));
	data_set(object, "leads", data_names(&action->leads));
	set_sure(object, "owner_via", "owner_confidence", action->owner_sure);
	data_set(object, "state", state_or_null(action->state));
	data_set(
	    object, "status_text", data_string_or_null(action->status_text));
	set_sure(object, "owner_via", "owner_confidence", action->owner_sure);
	set_sure(object, "state_via", "state_confidence", action->state_sure);
	data_set(object, "history", history(action));
	data_set(object, "progress", data_string_or_null(action->progress));
	data_set(object, "next_steps", data_string_or_null(action->next_steps));
	data_set(object, "progress_blocks",
	    data_blocks(cell_of(plan, action, COLUMN_ROLE_PROGRESS)));
	data_set(object, "next_steps_blocks",
	    data_blocks(cell_of(plan, action, COLUMN_ROLE_NEXT)));
	data_set(object, "dates", dates(action));
	data_set(object, "due", data_date(action->due));
	data_set(object, "overdue", data_bool(action->overdue));
	data_set(object, "fields", other_fields(plan, action));
	data_set(object, "line", data_number_or_null(action->pos.line));
	lines = data_set_array(object, "lines");
	data_add(lines, data_number_or_null(action->first_line));
	data_add(lines, data_number_or_null(action->last_line));
	set_sure(object, "via", "confidence", action->sure);
	return object;
}

json_t *
data_actions(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->actions_count; i++)
		data_add(array, action_object(plan, &plan->actions[i]));
	return array;
}

/* Counts of states; actions without any are counted as "none". */
struct tally {
	size_t total;
	size_t states[STATE_COUNT];
};

static json_t *
tally_object(const struct tally *tally)
{
	json_t *object = data_object();

	for (int i = STATE_NONE + 1; i < STATE_COUNT; i++)
		data_set(object, doc_state_name((enum state)i),
		    json_integer((json_int_t)tally->states[i]));
	if (tally->states[STATE_NONE] > 0)
		data_set(object, "none",
		    json_integer((json_int_t)tally->states[STATE_NONE]));
	return object;
}

static json_t *
by_theme(const struct plan *plan, const struct tally *tallies)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->themes_count; i++) {
		json_t *object = data_object();

		data_set(object, "theme", data_string(plan->themes[i].id));
		data_set(object, "actions",
		    json_integer((json_int_t)tallies[i].total));
		data_set(object, "by_state", tally_object(&tallies[i]));
		data_add(array, object);
	}
	return array;
}

json_t *
data_summary(const struct plan *plan)
{
	json_t *object = data_object();
	struct arena *scratch = arena_new();
	struct tally all = { 0 };
	struct tally *themes =
	    arena_alloc(scratch, plan->themes_count * sizeof(*themes));

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		all.total++;
		all.states[action->state]++;
		if (action->theme == PLAN_NONE)
			continue;
		themes[action->theme].total++;
		themes[action->theme].states[action->state]++;
	}
	data_set(object, "as_of", data_date(plan->as_of));
	data_set(object, "actions", json_integer((json_int_t)all.total));
	data_set(object, "by_state", tally_object(&all));
	data_set(object, "by_theme", by_theme(plan, themes));
	data_set(object, "overdue",
	    json_integer((json_int_t)plan_overdue_count(plan)));
	arena_free(scratch);
	return object;
}
