/* file: whole files into memory. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "str.h"

struct arena;
struct msgs;

/* Reads a regular file, or standard input when path is "-". False, with a
 * message in the system's words, when it cannot be read or is larger than
 * 1 GiB. The bytes live in arena, with a NUL behind them. */
bool file_read(struct arena *arena, const char *path, struct str *bytes,
    struct msgs *msgs);

bool file_exists(const char *path); /* a regular file that can be read */
bool file_is_dir(const char *path);

#endif
