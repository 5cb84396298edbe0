/* verify_table: words and how often they stand where: a hash table with open
 * addressing that doubles when it is two thirds full. */
#include "verify/verify_priv.h"

#include <stdlib.h>

#include "base/arena.h"

struct verify_table {
	struct verify_entry *entries;
	size_t size; /* a power of two */
	size_t used;
	size_t seed;
};

enum { FIRST_SIZE = 1024 };

/* FNV-1a. */
static size_t
hash_of(size_t seed, struct str word)
{
	uint64_t hash = 0xCBF29CE484222325U ^ seed;

	for (size_t i = 0; i < word.len; i++)
		hash = (hash ^ (unsigned char)word.ptr[i]) * 0x100000001B3U;
	return (size_t)(hash ^ hash >> 29);
}

struct verify_table *
verify_table_new(struct str seed)
{
	struct verify_table *table = mem_alloc(sizeof(*table));

	table->size = FIRST_SIZE;
	table->entries = mem_alloc(table->size * sizeof(*table->entries));
	table->seed = hash_of(0, seed);
	return table;
}

void
verify_table_free(struct verify_table *table)
{
	if (table == NULL)
		return;
	free(table->entries);
	free(table);
}

static struct verify_entry *
place_of(const struct verify_table *table, struct str word, size_t hash)
{
	size_t at = hash & (table->size - 1);

	while (table->entries[at].word.ptr != NULL &&
	       !(table->entries[at].hash == hash &&
		   str_eq(table->entries[at].word, word)))
		at = (at + 1) & (table->size - 1);
	return &table->entries[at];
}

static void
grow(struct verify_table *table)
{
	struct verify_entry *old = table->entries;
	size_t old_size = table->size;

	table->size *= 2;
	table->entries = mem_alloc(table->size * sizeof(*table->entries));
	for (size_t i = 0; i < old_size; i++)
		if (old[i].word.ptr != NULL)
			*place_of(table, old[i].word, old[i].hash) = old[i];
	free(old);
}

struct verify_entry *
verify_table_get(struct verify_table *table, struct str word)
{
	size_t hash = hash_of(table->seed, word);
	struct verify_entry *entry = place_of(table, word, hash);

	if (entry->word.ptr != NULL)
		return entry;
	if (++table->used > table->size / 3 * 2) {
		grow(table);
		entry = place_of(table, word, hash);
	}
	entry->word = word;
	entry->hash = hash;
	return entry;
}

struct verify_entry *
verify_table_find(const struct verify_table *table, struct str word)
{
	struct verify_entry *entry =
	    place_of(table, word, hash_of(table->seed, word));

	return entry->word.ptr != NULL ? entry : NULL;
}

struct verify_entry *
verify_table_entries(struct verify_table *table, size_t *count)
{
	*count = table->size;
	return table->entries;
}
