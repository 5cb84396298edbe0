/* arena: memory that lives and dies together. One arena holds a document and
 * all that it points to; a stage's scratch lives in another, freed when the
 * stage returns.
 *
 * Running out of memory ends the program here (exit 3), so that no caller has
 * to pass the failure upwards. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);

/* Frees the arena and everything that lives in it. Takes NULL. */
void arena_free(struct arena *arena);

/* Lends `size` zeroed bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* Lends a copy of the bytes with a NUL behind it. */
char *arena_copy(struct arena *arena, const char *ptr, size_t len);

/* Makes room for one more item of `size` bytes in a growing array, and counts
 * it. Gives the array, which may have moved; the new item is zeroed.
 *
 *     items = arena_push(arena, items, &count, &cap, sizeof(*items));
 *     items[count - 1] = ...
 */
void *arena_push(
    struct arena *arena, void *items, size_t *count, size_t *cap, size_t size);

/* Heap memory for what outlives or predates any arena. Never NULL; the caller
 * frees it with free(). */
void *mem_alloc(size_t size);
void *mem_resize(void *ptr, size_t size);

/* Ends the program as above: for what a library could not allocate. */
_Noreturn void mem_fail(size_t size);

#endif
