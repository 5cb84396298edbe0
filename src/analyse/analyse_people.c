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

/* Adds a name to a list that does not hold it yet. */
static void
add_once(struct analysis *a, struct name_list *list, struct str name)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq_nocase(list->names[i], name))
			return;
	list->names = arena_push(a->doc->arena, list->names, &list->count,
	    &list->cap, sizeof(*list->names));
	list->names[list->count - 1] = name;
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
	const struct node *block = cell != NULL ? cell->first : NULL;

	for (; block != NULL; block = block->next) {
		struct str text =
		    analyse_names_begin(a, doc_text(a->scratch, block));
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

/* The people found so far that are no variants, and how to find them. */
struct gathering {
	const struct analyse_initials *key;
	struct map offices; /* key of an office -> index */
	size_t kept;        /* of plan->people */
};

/* The only one that these initials may stand for, or PLAN_NONE. */
static size_t
only_with_initials(
    struct analysis *a, const struct gathering *g, struct str name)
{
	size_t found = PLAN_NONE;

	for (size_t i = 0; i < g->kept; i++) {
		if (!analyse_alike_initials(name, a->plan->people[i].name))
			continue;
		if (found != PLAN_NONE)
			return PLAN_NONE;
		found = i;
	}
	return found;
}

/* The index of the person whom that name may mean, or PLAN_NONE. */
static size_t
find_same(
    struct analysis *a, struct gathering *g, struct str name, struct str office)
{
	const struct plan *plan = a->plan;
	struct str explained = analyse_initials_find(g->key, name);
	size_t *known;

	if (explained.len > 0)
		for (size_t i = 0; i < g->kept; i++)
			if (str_eq(plan->people[i].name, explained))
				return i;
	if (analyse_is_shortened(name))
		return only_with_initials(a, g, name);
	known = office.len > 0 ? map_find(&g->offices, office) : NULL;
	if (known != NULL)
		return *known;
	for (size_t i = 0; i < g->kept; i++)
		if (analyse_alike_letters(name, plan->people[i].name))
			return i;
	return PLAN_NONE;
}

static void
add_variant(struct analysis *a, struct plan_person *person,
    const struct plan_person *variant, bool is_explained)
{
	add_once(a, &person->variants, variant->name);
	if (is_explained)
		add_once(a, &person->explained, variant->name);
	add_all(a, &person->roles, &variant->roles);
	person->owns += variant->owns;
	person->leads += variant->leads;
}

/* Each takes in the spellings that come after it. */
static void
merge_variants(struct analysis *a, const struct analyse_initials *key)
{
	struct plan *plan = a->plan;
	struct gathering g = { .key = key };

	if (plan->people_count == 0)
		return;
	qsort(plan->people, plan->people_count, sizeof(*plan->people),
	    person_cmp);
	for (size_t i = 0; i < plan->people_count; i++) {
		struct plan_person person = plan->people[i];
		struct str office = analyse_office_key(a, person.name);
		size_t into = find_same(a, &g, person.name, office);

		if (into != PLAN_NONE) {
			add_variant(a, &plan->people[into], &person,
			    analyse_initials_find(key, person.name).len > 0);
			continue;
		}
		if (office.len > 0)
			map_add(a->scratch, &g.offices, office, g.kept);
		plan->people[g.kept++] = person;
	}
	plan->people_count = g.kept;
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
