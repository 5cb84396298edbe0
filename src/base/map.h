/* map: texts -> numbers, by hashing. Lives in an arena. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct arena;

struct map {
	struct map_entry *entries; /* a power of two, or NULL */
	size_t count, cap;
};

/* Sets the value of a key (borrowed). False if it had one: that is left. */
bool map_add(
    struct arena *arena, struct map *map, struct str key, size_t value);

/* The key's value, to be read or changed, or NULL; until the next map_add. */
size_t *map_find(const struct map *map, struct str key);

#endif
