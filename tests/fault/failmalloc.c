/* failmalloc: put before a program (LD_PRELOAD), it makes one allocation fail:
 * the FAILMALLOC-th, and all after it. With FAILMALLOC=0 none fails, and the
 * number of allocations is written to standard error at the end.
 *
 * For the C library of GNU only: it names the real functions. */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *ptr, size_t size);

static unsigned long made;
static long limit = -1; /* not yet read */

static int
fails(void)
{
	if (limit < 0) {
		const char *text = getenv("FAILMALLOC");

		limit = text != NULL ? strtol(text, NULL, 10) : 0;
	}
	made++;
	if (limit == 0 || made < (unsigned long)limit)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *ptr, size_t size)
{
	return fails() ? NULL : __libc_realloc(ptr, size);
}

__attribute__((destructor)) static void
tell(void)
{
	char text[32];
	int len;

	if (limit != 0)
		return;
	len = snprintf(text, sizeof(text), "allocations: %lu\n", made);
	if (write(STDERR_FILENO, text, (size_t)len) < 0)
		_exit(1);
}
