/* out: a file that is complete or absent. Bytes go to a file beside the
 * target; commit flushes, checks and renames it. A file not committed is
 * removed. "-" is standard output; it, devices and pipes are written at commit,
 * and cannot be taken back. */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include <stdbool.h>

#include "str.h"

struct msgs;
struct out;

/* NULL, with a message, when no file can be made beside `path`. */
struct out *out_open(const char *path, struct msgs *msgs);

/* Remembers the first failure; ask once, at commit. */
void out_put(struct out *out, struct str bytes);

/* Writes to disk and checks, without renaming yet: the first half of a commit
 * of several files that must appear together. */
bool out_flush(struct out *out) __attribute__((warn_unused_result));

/* Flushes if need be, and renames. False, with a message, if anything went
 * wrong since out_open. */
bool out_commit(struct out *out) __attribute__((warn_unused_result));

/* Takes NULL. Removes what was not committed. */
void out_free(struct out *out);

#endif
