/* data_json_plan: what was understood beside the actions -> JSON. */
#include "data_priv.h"

#include "base/arena.h"

static json_t *
authors(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->authors_count; i++) {
		const struct plan_author *author = &plan->authors[i];
		json_t *object = data_object();

		data_set(object, "name", data_string_or_null(author->name));
		data_set(object, "role", data_string_or_null(author->role));
		data_set(
		    object, "contact", data_string_or_null(author->contact));
		data_add(array, object);
	}
	return array;
}

static json_t *
fields(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->fields_count; i++) {
		const struct plan_field *field = &plan->fields[i];
		json_t *object = data_object();

		data_set(object, "name", data_string(field->name));
		data_set(object, "value", data_string_or_null(field->value));
		data_set(object, "line", data_number_or_null(field->pos.line));
		data_add(array, object);
	}
	return array;
}

json_t *
data_document(const struct plan *plan)
{
	json_t *object = data_object(), *period;

	data_set(
	    object, "kind", data_string(str_from(plan_type_name(plan->type))));
	data_set(object, "title", data_string_or_null(plan->title));
	data_set(
	    object, "organisation", data_string_or_null(plan->organisation));
	data_set(object, "committee", data_string_or_null(plan->committee));
	data_set(object, "language", data_string_or_null(plan->language));
	data_set(object, "date", data_date(plan->date));
	period = data_set_object(object, "period");
	data_set(period, "from", data_date(plan->from));
	data_set(period, "to", data_date(plan->to));
	data_set(object, "reference", data_string_or_null(plan->reference));
	data_set(object, "authors", authors(plan));
	data_set(object, "fields", fields(plan));
	return object;
}

static json_t *
items(const struct plan_item *list, size_t count, bool numbered)
{
	json_t *array = data_array();

	for (size_t i = 0; i < count; i++) {
		json_t *object = data_object();

		if (numbered)
			data_set(object, "number",
			    data_string_or_null(list[i].number));
		data_set(object, "text", data_string_or_null(list[i].text));
		data_set(object, "line", data_number_or_null(list[i].pos.line));
		data_add(array, object);
	}
	return array;
}

static json_t *
implications(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->implications_count; i++) {
		const struct plan_implication *one = &plan->implications[i];
		json_t *object = data_object();

		data_set(object, "name", data_string_or_null(one->name));
		data_set(object, "text", data_string_or_null(one->text));
		data_set(object, "line", data_number_or_null(one->pos.line));
		data_add(array, object);
	}
	return array;
}

static json_t *
appendices(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->appendices_count; i++) {
		const struct plan_appendix *one = &plan->appendices[i];
		json_t *object = data_object();

		data_set(object, "label", data_string_or_null(one->label));
		data_set(object, "title", data_string_or_null(one->title));
		data_set(object, "line", data_number_or_null(one->pos.line));
		data_add(array, object);
	}
	return array;
}

static json_t *
exempt(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->exempt_count; i++) {
		const struct plan_exempt *one = &plan->exempt[i];
		json_t *object = data_object();

		data_set(object, "kind",
		    data_string(str_from(
			one->is_confidential ? "confidential" : "exempt")));
		data_set(object, "jurisdiction",
		    data_string_or_null(one->jurisdiction));
		data_set(
		    object, "paragraph", data_string_or_null(one->paragraph));
		data_set(object, "reason", data_string_or_null(one->reason));
		data_set(object, "line", data_number_or_null(one->pos.line));
		data_add(array, object);
	}
	return array;
}

void
data_set_items(json_t *root, const struct plan *plan)
{
	data_set(root, "recommendations",
	    items(plan->recommendations, plan->recommendations_count, true));
	data_set(root, "resolutions",
	    items(plan->resolutions, plan->resolutions_count, true));
	data_set(root, "background_papers",
	    items(plan->background, plan->background_count, false));
	data_set(root, "implications", implications(plan));
	data_set(root, "appendices", appendices(plan));
	data_set(root, "exempt", exempt(plan));
}

json_t *
data_scheme(const struct plan *plan)
{
	const struct scheme *scheme = &plan->scheme;
	json_t *object = data_object(), *states;

	data_set(object, "name", data_string_or_null(scheme->name));
	data_set(object, "declared", data_bool(scheme->declared));
	states = data_set_array(object, "states");
	for (size_t i = 0; i < scheme->count; i++) {
		json_t *state = data_object();

		data_set(state, "word", data_string(scheme->states[i].word));
		data_set(state, "state",
		    data_string_or_null(
			str_from(doc_state_name(scheme->states[i].state))));
		data_set(state, "meaning",
		    data_string_or_null(scheme->states[i].meaning));
		data_add(states, state);
	}
	return object;
}

json_t *
data_themes(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->themes_count; i++) {
		const struct plan_theme *theme = &plan->themes[i];
		json_t *object = data_object(), *objectives;

		data_set(object, "id", data_string_or_null(theme->id));
		data_set(object, "number", data_string_or_null(theme->number));
		data_set(object, "title", data_string_or_null(theme->title));
		data_set(object, "text", data_string_or_null(theme->text));
		data_set(object, "line", data_number_or_null(theme->pos.line));
		objectives = data_set_array(object, "objectives");
		for (size_t j = 0; j < theme->objective_count; j++)
			data_add(objectives,
			    data_string(
				plan->objectives[theme->objectives[j]].id));
		data_add(array, object);
	}
	return array;
}

static json_t *
objective(const struct plan *plan, const struct plan_objective *one)
{
	json_t *object = data_object(), *actions;

	data_set(object, "id", data_string_or_null(one->id));
	data_set(object, "number", data_string_or_null(one->number));
	data_set(object, "section", data_string_or_null(one->section));
	data_set(object, "title", data_string_or_null(one->title));
	data_set(object, "text", data_string_or_null(one->text));
	data_set(object, "theme",
	    one->theme != PLAN_NONE ? data_string(plan->themes[one->theme].id)
				    : json_null());
	actions = data_set_array(object, "actions");
	for (size_t i = 0; i < one->action_count; i++)
		data_add(actions, data_string(data_action_id(
				      &plan->actions[one->actions[i]])));
	data_set(object, "line", data_number_or_null(one->pos.line));
	return object;
}

json_t *
data_objectives(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->objectives_count; i++)
		data_add(array, objective(plan, &plan->objectives[i]));
	return array;
}

json_t *
data_people(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->people_count; i++) {
		const struct plan_person *person = &plan->people[i];
		json_t *object = data_object();

		data_set(object, "name", data_string(person->name));
		data_set(object, "roles", data_names(&person->roles));
		data_set(object, "variants", data_names(&person->variants));
		data_set(
		    object, "owns", json_integer((json_int_t)person->owns));
		data_set(
		    object, "leads", json_integer((json_int_t)person->leads));
		data_add(array, object);
	}
	return array;
}

json_t *
data_references(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->references_count; i++) {
		const struct plan_reference *one = &plan->references[i];
		json_t *object = data_object();

		data_set(object, "text", data_string(one->text));
		data_set(object, "line", data_number_or_null(one->pos.line));
		data_set(object, "target", data_string_or_null(one->target));
		data_set(object, "resolved", data_bool(one->resolved));
		data_add(array, object);
	}
	return array;
}

json_t *
data_abbreviations(const struct plan *plan)
{
	json_t *array = data_array();

	for (size_t i = 0; i < plan->abbreviations_count; i++) {
		const struct plan_abbreviation *one = &plan->abbreviations[i];
		json_t *object = data_object();

		data_set(object, "text", data_string(one->text));
		data_set(
		    object, "expansion", data_string_or_null(one->expansion));
		data_set(object, "plural", data_string_or_null(one->plural));
		data_set(object, "language",
		    data_string_or_null(one->language.len > 0
					    ? one->language
					    : plan->language));
		data_set(object, "line", data_number_or_null(one->pos.line));
		data_add(array, object);
	}
	return array;
}
