/* compose_memory: libxml2 goes on after it got no memory, and not always well.
 * Given the allocator of base, which ends the program, it never finds out. */
#include "compose/compose.h"

#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static char *
copy(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(mem_alloc(size), text, size);
}

void
compose_memory_setup(void)
{
	xmlMemSetup(free, mem_alloc, mem_resize, copy);
}
