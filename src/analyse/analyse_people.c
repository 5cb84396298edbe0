/* analyse_people: who owns and leads, and one person under several spellings.
 * What is printed stays as written; the list of people puts variants under the
 * spelling that stands most often. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"

enum {
	LONGEST = 64,    /* bytes of a name that spellings are compared in */
	MAX_DISTANCE = 2 /* edits between two spellings of one name */
};

static struct plan_person *
find_or_add(struct analysis *a, struct map *index, struct str name)
{
	struct plan *plan = a->plan;
	size_t *known = map_find(index, name);

	if (known != NULL)
		return &plan->people[*known];
	map_add(a->scratch, index, name, plan->people_count);
	plan->people = arena_push(a->doc->arena, plan->people,
	    &plan->people_count, &plan->people_cap, sizeof(*plan->people));
	plan->people[plan->people_count - 1].name = name;
	return &plan->people[plan->people_count - 1];
}

/* Levenshtein's distance, or more than MAX_DISTANCE. */
static size_t
distance(struct str a, struct str b)
{
	size_t row[LONGEST + 1];

	if (a.len > LONGEST || b.len > LONGEST)
		return LONGEST;
	if (a.len > b.len + MAX_DISTANCE || b.len > a.len + MAX_DISTANCE)
		return LONGEST;
	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			size_t best = diagonal + (a.ptr[i - 1] != b.ptr[j - 1]);

			diagonal = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[b.len];
}

/* "Officer 1" and "Officer 2" are two people. */
static bool
has_digit(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (name.ptr[i] >= '0' && name.ptr[i] <= '9')
			return true;
	return false;
}

/* Two spellings of one name: words in the same number, the same initials, and
 * few letters apart. Short names must differ in one letter only. */
static bool
may_be_same(struct str a, struct str b)
{
	size_t edits = distance(a, b);

	if (edits == 0 || edits > MAX_DISTANCE || has_digit(a) || has_digit(b))
		return false;
	if (a.len < 10 && edits > 1)
		return false;
	return analyse_word_count(a) >= 2 &&
	       analyse_word_count(a) == analyse_word_count(b) &&
	       a.ptr[0] == b.ptr[0];
}

static size_t
weight(const struct plan_person *person)
{
	return person->owns + person->leads;
}

static void
add_variant(struct analysis *a, struct plan_person *person,
    const struct plan_person *variant)
{
	struct name_list *list = &person->variants;

	list->names = arena_push(a->doc->arena, list->names, &list->count,
	    &list->cap, sizeof(*list->names));
	list->names[list->count - 1] = variant->name;
	person->owns += variant->owns;
	person->leads += variant->leads;
}

static int
person_cmp(const void *x, const void *y)
{
	const struct plan_person *a = x, *b = y;

	if (weight(a) != weight(b))
		return weight(a) > weight(b) ? -1 : 1;
	return str_cmp(a->name, b->name);
}

/* The most frequent spelling comes first and takes in the rarer ones. */
static void
merge_variants(struct analysis *a)
{
	struct plan *plan = a->plan;
	size_t kept = 0;

	if (plan->people_count > 1)
		qsort(plan->people, plan->people_count, sizeof(*plan->people),
		    person_cmp);
	for (size_t i = 0; i < plan->people_count; i++) {
		struct plan_person person = plan->people[i];
		size_t into = kept;

		for (size_t j = 0; j < kept && into == kept; j++)
			if (may_be_same(person.name, plan->people[j].name))
				into = j;
		if (into < kept)
			add_variant(a, &plan->people[into], &person);
		else
			plan->people[kept++] = person;
	}
	plan->people_count = kept;
}

void
analyse_people(struct analysis *a)
{
	struct plan *plan = a->plan;
	struct map index = { NULL, 0, 0 };

	for (size_t i = 0; i < plan->actions_count; i++) {
		struct plan_action *action = &plan->actions[i];

		for (size_t j = 0; j < action->owners.count; j++)
			find_or_add(a, &index, action->owners.names[j])->owns++;
		for (size_t j = 0; j < action->leads.count; j++)
			find_or_add(a, &index, action->leads.names[j])->leads++;
	}
	merge_variants(a);
}
