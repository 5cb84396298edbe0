/* msg: what the program has to say to its user, collected and then printed in
 * the order of places. Knows nothing of drafts: the codes, levels and wording
 * of what is said about a draft stand in model/doc_codes.c. */
#ifndef BASE_MSG_H
#define BASE_MSG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "str.h"

enum msg_level { MSG_NOTE, MSG_WARNING, MSG_ERROR, MSG_LEVEL_COUNT };

/* A place in a draft. */
struct pos {
	uint32_t line; /* 1-based; 0: no place in the draft */
	uint32_t col;  /* 1-based, in characters; 0: the whole line */
};

struct msg {
	enum msg_level level;
	struct str rule; /* the code in brackets, or empty */
	struct str path; /* the file it is about, or empty */
	struct pos pos;
	struct str text; /* one line */
	struct str hint; /* what the reader can do, or empty */
};

struct msgs;

struct msgs *msgs_new(void);
void msgs_free(struct msgs *msgs); /* takes NULL */

/* Adds a message; all its texts are copied. Control characters in the text
 * are replaced, so that a draft cannot steer the reader's terminal. */
void msgs_add(struct msgs *msgs, const struct msg *msg);

/* Adds an error of the machine's: "path: what: the system's words". `code` is
 * an errno, or 0 for none. These also count in msgs_refusals. */
void msgs_refuse(struct msgs *msgs, const char *path, int code,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

size_t msgs_count(const struct msgs *msgs, enum msg_level level);
size_t msgs_refusals(const struct msgs *msgs);
size_t msgs_total(const struct msgs *msgs);
const struct msg *msgs_at(const struct msgs *msgs, size_t index);
const char *msg_level_name(enum msg_level level);

/* Orders by path, line and column; messages of one place keep their order. */
void msgs_sort(struct msgs *msgs);

/* Prints "path:line:col: level: text [rule]" lines, with hints below, for all
 * messages at or above `least`. `colour` sets the level's name off, for a
 * terminal. Of one rule about one file, errors apart, the first twenty are
 * printed and the rest counted in a line at the end; msgs_at gives all. */
void msgs_print(
    const struct msgs *msgs, enum msg_level least, bool colour, FILE *to);

#endif
