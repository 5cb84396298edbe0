/* arena: a list of blocks that double in size; see arena.h. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "must.h"

enum {
	FIRST_BLOCK = 16 * 1024, /* bytes */
	LAST_BLOCK = 1024 * 1024 /* bytes; blocks stop doubling here */
};

struct block {
	struct block *prev;
	size_t used; /* bytes */
	size_t size; /* bytes */
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct block *last;
	size_t next_size; /* bytes of the next block */
};

_Noreturn void
mem_fail(size_t size)
{
	fprintf(stderr, "rapporteur: out of memory (%zu bytes wanted)\n", size);
	exit(3);
}

void *
mem_alloc(size_t size)
{
	void *ptr = calloc(1, size ? size : 1);

	if (ptr == NULL)
		mem_fail(size);
	return ptr;
}

void *
mem_resize(void *ptr, size_t size)
{
	void *moved = realloc(ptr, size ? size : 1);

	if (moved == NULL)
		mem_fail(size);
	return moved;
}

struct arena *
arena_new(void)
{
	struct arena *arena = mem_alloc(sizeof(*arena));

	arena->next_size = FIRST_BLOCK;
	return arena;
}

void
arena_free(struct arena *arena)
{
	struct block *block;

	if (arena == NULL)
		return;
	block = arena->last;
	while (block != NULL) {
		struct block *prev = block->prev;

		free(block);
		block = prev;
	}
	free(arena);
}

static void
add_block(struct arena *arena, size_t size)
{
	struct block *block;

	if (size < arena->next_size)
		size = arena->next_size;
	if (arena->next_size < LAST_BLOCK)
		arena->next_size *= 2;
	must(size < SIZE_MAX - sizeof(*block));
	block = mem_alloc(sizeof(*block) + size);
	block->size = size;
	block->prev = arena->last;
	arena->last = block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct block *block;
	void *ptr;

	must(size < SIZE_MAX - align);
	size = (size + align - 1) / align * align;
	if (size == 0)
		size = align;
	if (arena->last == NULL || arena->last->size - arena->last->used < size)
		add_block(arena, size);
	block = arena->last;
	ptr = block->bytes + block->used;
	block->used += size;
	return ptr;
}

char *
arena_copy(struct arena *arena, const char *ptr, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	if (len > 0)
		memcpy(copy, ptr, len);
	return copy;
}

void *
arena_push(
    struct arena *arena, void *items, size_t *count, size_t *cap, size_t size)
{
	if (*count == *cap) {
		size_t more = *cap ? *cap * 2 : 8;
		void *moved;

		must(more < SIZE_MAX / size);
		moved = arena_alloc(arena, more * size);
		if (*count > 0)
			memcpy(moved, items, *count * size);
		items = moved;
		*cap = more;
	}
	(*count)++;
	return items;
}
