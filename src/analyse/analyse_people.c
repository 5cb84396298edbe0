/* analyse_people: who owns and leads, and one person under several spellings.
 * What is printed stays as written; the list of people puts variants under the
 * spelling that stands most often. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"

static struct plan_person *
find_or_add(struct analysis *a, struct map *index, struct str name)
{
	struct plan_person *person;
	size_t *known = map_find(index, name);

	if (known != NULL)
		return &a->plan->people[*known];
	map_add(a->scratch, index, name, a->plan->people_count);
	person = PLAN_PUSH(a, people);
	person->name = name;
	return person;
}

static void
append(struct analysis *a, struct name_list *list, struct str name)
{
	list->names = arena_push(a->doc->arena, list->names, &list->count,
	    &list->cap, sizeof(*list->names));
	list->names[list->count - 1] = name;
}

/* Adds a name to a list that does not hold it yet. */
static void
add_once(struct analysis *a, struct name_list *list, struct str name)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq_nocase(list->names[i], name))
			return;
	append(a, list, name);
}

static void
add_all(struct analysis *a, struct name_list *to, const struct name_list *from)
{
	for (size_t i = 0; i < from->count; i++)
		add_once(a, to, from->names[i]);
}

/* ---- offices that people hold ---- */

/* The offices that stand beside the names of a cell. */
static void
take_roles(struct analysis *a, struct map *index,
    const struct plan_action *action, enum column_role role)
{
	const struct node *cell = plan_action_cell(a->plan, action, role);
	struct name_texts texts = { .count = 0 };

	if (cell != NULL)
		texts = analyse_name_texts(a, cell);
	for (size_t i = 0; i < texts.count; i++) {
		struct str text = analyse_names_begin(a, texts.texts[i]);
		struct analyse_name name;

		while (analyse_name_next(a, &text, &name)) {
			size_t *known = map_find(index, name.name);

			if (name.role.len > 0 && known != NULL)
				add_once(a, &a->plan->people[*known].roles,
				    str_copy(a->doc->arena, name.role));
		}
	}
}

static void
take_author_roles(struct analysis *a, struct map *index)
{
	for (size_t i = 0; i < a->plan->authors_count; i++) {
		const struct plan_author *author = &a->plan->authors[i];
		size_t *known = map_find(index, author->name);

		if (author->role.len > 0 && known != NULL)
			add_once(
			    a, &a->plan->people[*known].roles, author->role);
	}
}

/* ---- one person under several spellings ---- */

static size_t
weight(const struct plan_person *person)
{
	return person->owns + person->leads;
}

/* Whole names first, then the most frequent spelling. */
static int
person_cmp(const void *x, const void *y)
{
	const struct plan_person *a = x, *b = y;
	bool a_short = analyse_is_shortened(a->name);
	bool b_short = analyse_is_shortened(b->name);

	if (a_short != b_short)
		return a_short ? 1 : -1;
	if (weight(a) != weight(b))
		return weight(a) > weight(b) ? -1 : 1;
	return str_cmp(a->name, b->name);
}

static int
weight_cmp(const void *x, const void *y)
{
	const struct plan_person *a = x, *b = y;

	if (weight(a) != weight(b))
		return weight(a) > weight(b) ? -1 : 1;
	return str_cmp(a->name, b->name);
}

/* `filed` has the variants of all so far: "3 ann lee" is one of person 3. */
static void
add_variant(struct analysis *a, struct map *filed, size_t into,
    const struct plan_person *variant, bool is_explained)
{
	struct plan_person *person = &a->plan->people[into];
	struct str lower = str_lower(a->scratch, variant->name);

	if (map_add(a->scratch, filed,
		str_printf(a->scratch, "%zu %.*s", into, STR_ARG(lower)), 0)) {
		append(a, &person->variants, variant->name);
		if (is_explained)
			append(a, &person->explained, variant->name);
	}
	add_all(a, &person->roles, &variant->roles);
	person->owns += variant->owns;
	person->leads += variant->leads;
}

/* Each takes in the spellings that come after it. */
static void
merge_variants(struct analysis *a, const struct analyse_initials *key)
{
	struct plan *plan = a->plan;
	struct people_index *index = analyse_people_index_new(a);
	struct map filed = { .count = 0 };
	size_t kept = 0;

	if (plan->people_count == 0)
		return;
	qsort(plan->people, plan->people_count, sizeof(*plan->people),
	    person_cmp);
	for (size_t i = 0; i < plan->people_count; i++) {
		struct plan_person person = plan->people[i];
		struct str explained = analyse_initials_find(key, person.name);
		size_t into =
		    analyse_people_index_find(a, index, person.name, explained);

		if (into != PLAN_NONE) {
			add_variant(
			    a, &filed, into, &person, explained.len > 0);
			continue;
		}
		plan->people[kept] = person;
		analyse_people_index_add(a, index, kept++);
	}
	plan->people_count = kept;
	qsort(plan->people, plan->people_count, sizeof(*plan->people),
	    weight_cmp);
}

/* The whole names of the initials that own or lead something. */
static void
add_explained(
    struct analysis *a, struct map *index, const struct analyse_initials *key)
{
	size_t count = a->plan->people_count;

	for (size_t i = 0; i < count; i++) {
		struct str name =
		    analyse_initials_find(key, a->plan->people[i].name);

		if (name.len > 0)
			find_or_add(a, index, name);
	}
}

void
analyse_people(struct analysis *a)
{
	struct plan *plan = a->plan;
	struct map index = { NULL, 0, 0 };
	struct analyse_initials key;

	for (size_t i = 0; i < plan->actions_count; i++) {
		struct plan_action *action = &plan->actions[i];

		for (size_t j = 0; j < action->owners.count; j++)
			find_or_add(a, &index, action->owners.names[j])->owns++;
		for (size_t j = 0; j < action->leads.count; j++)
			find_or_add(a, &index, action->leads.names[j])->leads++;
	}
	if (plan->people_count == 0)
		return;
	for (size_t i = 0; i < plan->actions_count; i++) {
		take_roles(a, &index, &plan->actions[i], COLUMN_ROLE_OWNER);
		take_roles(a, &index, &plan->actions[i], COLUMN_ROLE_LEAD);
	}
	take_author_roles(a, &index);
	key = analyse_initials_read(a);
	add_explained(a, &index, &key);
	merge_variants(a, &key);
}
