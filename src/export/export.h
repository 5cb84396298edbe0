/* export: finished bytes -> files on disk, all of them or none. */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct msgs;

struct export_file {
	const char *path; /* "-": standard output */
	struct str bytes;
};

/* Writes every file aside and flushes it, then renames them all. False, with a
 * message, if any could not be written; then none has appeared, save that the
 * system may refuse a rename after others were done, which the message says. */
bool export_files(const struct export_file *files, size_t count,
    struct msgs *msgs) __attribute__((warn_unused_result));

#endif
