/* map: open addressing, doubled when three quarters full; see map.h. */
#include "map.h"

#include <stdint.h>

#include "arena.h"

struct map_entry {
	struct str key; /* ptr NULL: free */
	size_t value;
};

/* FNV-1a, 64 bits. */
static uint64_t
hash(struct str key)
{
	uint64_t h = 14695981039346656037U;

	for (size_t i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.ptr[i]) * 1099511628211U;
	return h ^ h >> 29;
}

/* The key's entry, or the free one where it would go. */
static struct map_entry *
seek(const struct map *map, struct str key)
{
	size_t at = (size_t)hash(key) & (map->cap - 1);

	while (map->entries[at].key.ptr != NULL &&
	       !str_eq(map->entries[at].key, key))
		at = (at + 1) & (map->cap - 1);
	return &map->entries[at];
}

static void
grow(struct arena *arena, struct map *map)
{
	struct map wider = { .cap = map->cap ? map->cap * 2 : 16 };

	wider.count = map->count;
	wider.entries = arena_alloc(arena, wider.cap * sizeof(*wider.entries));
	for (size_t i = 0; i < map->cap; i++)
		if (map->entries[i].key.ptr != NULL)
			*seek(&wider, map->entries[i].key) = map->entries[i];
	*map = wider;
}

bool
map_add(struct arena *arena, struct map *map, struct str key, size_t value)
{
	struct map_entry *entry;

	if (map->count * 4 >= map->cap * 3)
		grow(arena, map);
	if (key.ptr == NULL)
		key.ptr = ""; /* NULL marks a free entry */
	entry = seek(map, key);
	if (entry->key.ptr != NULL)
		return false;
	entry->key = key;
	entry->value = value;
	map->count++;
	return true;
}

size_t *
map_find(const struct map *map, struct str key)
{
	struct map_entry *entry;

	if (map->cap == 0)
		return NULL;
	entry = seek(map, key);
	return entry->key.ptr != NULL ? &entry->value : NULL;
}
