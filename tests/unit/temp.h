/* temp: a folder of its own for each test that writes files, entered before
 * and removed after it. */
#ifndef TESTS_UNIT_TEMP_H
#define TESTS_UNIT_TEMP_H

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"

static inline int
temp_enter(void **state)
{
	char *dir = strdup("/tmp/rapporteur-test-XXXXXX");

	*state = dir;
	return mkdtemp(dir) == NULL || chdir(dir) != 0;
}

static inline int
temp_leave(void **state)
{
	char command[128];

	snprintf(command, sizeof(command), "rm -rf '%s'", (char *)*state);
	free(*state);
	return chdir("/") != 0 || system(command) != 0;
}

static inline void
temp_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static inline void
temp_assert(const char *path, const char *want)
{
	char text[4096];
	FILE *file = fopen(path, "rb");
	size_t len;

	assert_non_null(file);
	len = fread(text, 1, sizeof(text) - 1, file);
	text[len] = '\0';
	fclose(file);
	assert_string_equal(text, want);
}

/* How many files are in the folder we are in. */
static inline size_t
temp_count(void)
{
	DIR *dir = opendir(".");
	size_t count = 0;

	assert_non_null(dir);
	while (readdir(dir) != NULL)
		count++;
	closedir(dir);
	return count - 2;
}

#endif
