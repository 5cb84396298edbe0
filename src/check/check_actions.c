/* check_actions: what is missing or contradictory in actions, and the scheme
 * that their states are read by. */
#include "check/check_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

static const struct str nothing = { "", 0 };

static struct str
name_of(const struct plan_action *action)
{
	return action->id.len > 0 ? action->id : action->title;
}

static bool
has_column(const struct plan *plan, const struct plan_action *action,
    enum column_role role)
{
	return plan_action_cell(plan, action, role) != NULL;
}

void
check_actions(const struct doc *doc)
{
	const struct plan *plan = doc->plan;

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		if (action->owners.count == 0 && action->leads.count == 0 &&
		    action->owner_sure.via == VIA_NONE &&
		    (has_column(plan, action, COLUMN_ROLE_OWNER) ||
			has_column(plan, action, COLUMN_ROLE_LEAD)))
			doc_say(doc, DOC_OWNER_MISSING, action->pos,
			    name_of(action), nothing);
		if (action->state == STATE_UNKNOWN)
			doc_say(doc, DOC_STATE_UNKNOWN, action->pos,
			    name_of(action), action->status_text);
		if (action->state == STATE_NONE &&
		    has_column(plan, action, COLUMN_ROLE_STATUS))
			doc_say(doc, DOC_STATE_MISSING, action->pos,
			    name_of(action), nothing);
	}
}

void
check_scheme(const struct doc *doc)
{
	const struct scheme *scheme = &doc->plan->scheme;
	struct buf buf = BUF_INIT;

	if (!scheme->assumed)
		return;
	for (size_t i = 0; i < scheme->count; i++) {
		if (scheme->states[i].meaning.len == 0)
			continue;
		buf_puts(&buf, i > 0 ? ", " : "");
		buf_put_str(&buf, scheme->states[i].word);
		buf_puts(&buf, " is ");
		buf_put_str(&buf, scheme->states[i].meaning);
	}
	doc_say(doc, DOC_SCHEME_ASSUMED, doc->plan->actions[0].pos,
	    scheme->name, buf_str(&buf));
	buf_clear(&buf);
}

/* The words that say that work goes on, with some of what follows. */
static bool
says_unfinished(struct str text, struct str *words)
{
	static const char *const signs[] = { "work is underway",
		"work is under way", "is underway to", "is under way to",
		"still underway", "still under way", "work continues",
		"will be completed", "still to be", "remains to be",
		"not yet complete", "not yet been", NULL };

	for (size_t i = 0; signs[i] != NULL; i++) {
		size_t at = str_find_nocase(text, signs[i]);

		if (at != (size_t)-1) {
			*words = str_head(
			    str_skip(text, at), str_from(signs[i]).len);
			return true;
		}
	}
	return false;
}

void
check_contradictions(const struct doc *doc)
{
	const struct plan *plan = doc->plan;

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];
		struct str words;

		if (action->state == STATE_COMPLETE &&
		    (says_unfinished(action->progress, &words) ||
			says_unfinished(action->next_steps, &words)))
			doc_say(doc, DOC_STATE_CONTRADICTED, action->pos,
			    name_of(action), words);
	}
}

static void
map_names(struct arena *scratch, struct map *map, const struct name_list *list,
    size_t action)
{
	for (size_t i = 0; i < list->count; i++)
		map_add(scratch, map, list->names[i], action);
}

/* Names -> the first action that they own or lead. */
static struct map
first_actions(struct arena *scratch, const struct plan *plan)
{
	struct map map = { .count = 0 };

	for (size_t i = 0; i < plan->actions_count; i++) {
		map_names(scratch, &map, &plan->actions[i].owners, i);
		map_names(scratch, &map, &plan->actions[i].leads, i);
	}
	return map;
}

static bool
holds(const struct name_list *list, struct str name)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq(list->names[i], name))
			return true;
	return false;
}

void
check_people(const struct doc *doc)
{
	const struct plan *plan = doc->plan;
	struct arena *scratch = arena_new();
	struct map first = first_actions(scratch, plan);

	for (size_t i = 0; i < plan->people_count; i++) {
		const struct plan_person *person = &plan->people[i];

		for (size_t j = 0; j < person->variants.count; j++) {
			struct str variant = person->variants.names[j];
			size_t *at = map_find(&first, variant);

			if (at != NULL && !holds(&person->explained, variant))
				doc_say(doc, DOC_NAME_VARIANT,
				    plan->actions[*at].pos, variant,
				    person->name);
		}
	}
	arena_free(scratch);
}
