/* analyse_people_index: the people gathered so far -> the one whom another
 * spelling may mean, without a look at each of them. Whether two names are
 * alike is for analyse_alike to say; this finds whom to ask about. */
#include "analyse/analyse_priv.h"

#include <stdint.h>

#include "base/arena.h"

enum {
	/* Two names that are two edits apart read the same when each has lost
	 * the right two letters or fewer. So a name is filed under all that is
	 * left of it without any two, one or none of its letters. Of a long
	 * name only the front is: that bounds what it costs. */
	KEY_LETTERS = 16,
	KEY_REACH = KEY_LETTERS + 2, /* letters behind change no key */
	KEYS_MAX = 1 + (KEY_REACH - 1) + (KEY_REACH - 1) * (KEY_REACH - 2) / 2,
	/* No two of those gathered are spellings of one name, so hardly any
	 * share a key. A key that so many share tells nothing. */
	MOST_OF_KEY = 32,
	LETTERS = 26
};

struct loose_entry {
	uint64_t key; /* 0: free */
	size_t person;
};

/* Someone whose initials may be those of the list that this stands in. */
struct initials_entry {
	size_t person;
	const struct initials_entry *next;
};

struct people_index {
	struct map names;   /* as written */
	struct map offices; /* by analyse_office_key */
	struct map shorts;  /* "A lee" -> person, or PLAN_NONE: several */
	struct initials_entry *initials[LETTERS][LETTERS]; /* first, last */
	struct loose_entry *loose;
	size_t loose_count, loose_cap; /* a power of two, or 0 */
};

/* ---- a few letters apart ---- */

/* What is left of a name without its letters `skip` and `skip2`. */
static uint64_t
key_without(struct str name, size_t skip, size_t skip2)
{
	uint64_t h = 14695981039346656037U;
	size_t count = 0;

	for (size_t i = 0; i < name.len && count < KEY_LETTERS; i++) {
		if (i == skip || i == skip2)
			continue;
		h = (h ^ (unsigned char)name.ptr[i]) * 1099511628211U;
		count++;
	}
	h ^= h >> 29;
	return h != 0 ? h : 1;
}

/* All keys of a name; its first letter is in each, as names that differ there
 * are not alike. */
static size_t
keys_of(struct str name, uint64_t keys[KEYS_MAX])
{
	const size_t none = (size_t)-1;
	size_t end = name.len < KEY_REACH ? name.len : KEY_REACH, count = 0;

	keys[count++] = key_without(name, none, none);
	for (size_t i = 1; i < end; i++) {
		keys[count++] = key_without(name, i, none);
		for (size_t j = i + 1; j < end; j++)
			keys[count++] = key_without(name, i, j);
	}
	return count;
}

static void
loose_put(struct people_index *index, uint64_t key, size_t person)
{
	size_t mask = index->loose_cap - 1, at = (size_t)key & mask;
	size_t same = 0;

	for (; index->loose[at].key != 0; at = (at + 1) & mask) {
		if (index->loose[at].key != key)
			continue;
		if (index->loose[at].person == person || ++same == MOST_OF_KEY)
			return;
	}
	index->loose[at].key = key;
	index->loose[at].person = person;
	index->loose_count++;
}

/* Makes room for all keys of one more name, at most half full. */
static void
loose_reserve(struct analysis *a, struct people_index *index)
{
	struct loose_entry *old = index->loose;
	size_t old_cap = index->loose_cap;

	if ((index->loose_count + KEYS_MAX) * 2 <= old_cap)
		return;
	index->loose_cap = old_cap > 0 ? old_cap * 2 : 1024;
	index->loose =
	    arena_alloc(a->scratch, index->loose_cap * sizeof(*index->loose));
	index->loose_count = 0;
	for (size_t i = 0; i < old_cap; i++)
		if (old[i].key != 0)
			loose_put(index, old[i].key, old[i].person);
}

static void
loose_add(struct analysis *a, struct people_index *index, struct str name,
    size_t person)
{
	uint64_t keys[KEYS_MAX];
	size_t count = keys_of(name, keys);

	loose_reserve(a, index);
	for (size_t i = 0; i < count; i++)
		loose_put(index, keys[i], person);
}

/* The first of those that are a letter or two apart from the name. */
static size_t
loose_find(
    struct analysis *a, const struct people_index *index, struct str name)
{
	uint64_t keys[KEYS_MAX];
	size_t count = keys_of(name, keys), mask = index->loose_cap - 1;
	size_t found = PLAN_NONE;

	for (size_t i = 0; index->loose_cap > 0 && i < count; i++)
		for (size_t at = (size_t)keys[i] & mask;
		     index->loose[at].key != 0; at = (at + 1) & mask) {
			size_t person = index->loose[at].person;

			if (index->loose[at].key == keys[i] && person < found &&
			    analyse_alike_letters(
				name, a->plan->people[person].name))
				found = person;
		}
	return found;
}

/* ---- initials ---- */

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Initials begin with the first word's and end with a capital of the last. */
static void
initials_add(struct analysis *a, struct people_index *index, struct str name,
    size_t person)
{
	struct str word = analyse_last_word(name);
	bool seen[LETTERS] = { false };

	for (size_t i = 0; is_capital(name.ptr[0]) && i < word.len; i++) {
		struct initials_entry *entry, **list;
		int last = word.ptr[i] - 'A';

		if (!is_capital(word.ptr[i]) || seen[last])
			continue;
		seen[last] = true;
		list = &index->initials[name.ptr[0] - 'A'][last];
		entry = arena_alloc(a->scratch, sizeof(*entry));
		entry->person = person;
		entry->next = *list;
		*list = entry;
	}
}

/* The only one that these initials may stand for, or PLAN_NONE. */
static size_t
initials_find(
    struct analysis *a, const struct people_index *index, struct str initials)
{
	size_t found = PLAN_NONE, end = initials.len;
	const struct initials_entry *entry;

	while (end > 0 && !is_capital(initials.ptr[end - 1]))
		end--;
	if (end == 0 || !is_capital(initials.ptr[0]))
		return PLAN_NONE;
	entry =
	    index->initials[initials.ptr[0] - 'A'][initials.ptr[end - 1] - 'A'];
	for (; entry != NULL; entry = entry->next) {
		if (!analyse_alike_initials(
			initials, a->plan->people[entry->person].name))
			continue;
		if (found != PLAN_NONE)
			return PLAN_NONE;
		found = entry->person;
	}
	return found;
}

/* "A. Lee" and "Ann Lee" are both "A lee". */
static struct str
short_key(struct analysis *a, struct str name)
{
	return str_printf(a->scratch, "%.*s %.*s", STR_ARG(str_head(name, 1)),
	    STR_ARG(str_lower(a->scratch, analyse_last_word(name))));
}

/* ---- all of them ---- */

struct people_index *
analyse_people_index_new(struct analysis *a)
{
	return arena_alloc(a->scratch, sizeof(struct people_index));
}

void
analyse_people_index_add(
    struct analysis *a, struct people_index *index, size_t person)
{
	struct str name = a->plan->people[person].name;
	struct str office = analyse_office_key(a, name);

	map_add(a->scratch, &index->names, name, person);
	if (office.len > 0)
		map_add(a->scratch, &index->offices, office, person);
	if (analyse_can_be_alike(name))
		loose_add(a, index, name, person);
	if (analyse_is_person(name) && !analyse_is_shortened(name)) {
		struct str key = short_key(a, name);

		initials_add(a, index, name, person);
		if (!map_add(a->scratch, &index->shorts, key, person))
			*map_find(&index->shorts, key) = PLAN_NONE;
	}
}

size_t
analyse_people_index_find(struct analysis *a, const struct people_index *index,
    struct str name, struct str explained)
{
	struct str office;
	size_t *known = NULL;

	if (explained.len > 0)
		known = map_find(&index->names, explained);
	if (known != NULL)
		return *known;
	if (analyse_is_initials(name))
		return initials_find(a, index, name);
	if (analyse_is_shortened(name)) {
		known = map_find(&index->shorts, short_key(a, name));
		return known != NULL ? *known : PLAN_NONE;
	}
	office = analyse_office_key(a, name);
	if (office.len > 0)
		known = map_find(&index->offices, office);
	if (known != NULL)
		return *known;
	return analyse_can_be_alike(name) ? loose_find(a, index, name)
					  : PLAN_NONE;
}
