/* str: a borrowed run of UTF-8 bytes. Not NUL-terminated unless its maker
 * says so. A str owns nothing; the bytes live where their maker put them. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct str {
	const char *ptr; /* may be NULL when len is 0 */
	size_t len;      /* bytes */
};

/* A str of a string literal, usable in initialisers. */
#define STR(literal)                                                           \
	{                                                                      \
		(literal), sizeof(literal) - 1                                 \
	}

/* A str's arguments for a "%.*s" conversion. */
#define STR_ARG(str) (int)(str).len, (str).ptr ? (str).ptr : ""

struct str str_from(const char *text); /* borrows a NUL-terminated text */
struct str str_range(const char *begin, const char *end);

/* Copies with a NUL behind, so that `.ptr` is a C string. Lives in arena. */
struct str str_copy(struct arena *arena, struct str text);
struct str str_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *b);
int str_cmp(struct str a, struct str b); /* by bytes, for qsort */

/* ASCII letters compare without case; other bytes exactly. */
bool str_eq_nocase(struct str a, struct str b);
bool str_is_nocase(struct str a, const char *b);
bool str_starts(struct str a, const char *prefix);
bool str_starts_nocase(struct str a, const char *prefix);
bool str_ends(struct str a, const char *suffix);

bool str_is_digit(char c); /* '0' to '9' */

/* What '0' to '9', 'a' to 'f' or 'A' to 'F' stands for; -1 for others. */
int str_hex_digit(char c);

/* Byte offset of the first `needle`, or (size_t)-1. */
size_t str_find(struct str hay, const char *needle);
size_t str_find_nocase(struct str hay, const char *needle);

/* How many bytes have to be put in, taken out or changed to make one of the
 * other (Levenshtein's distance); more than `most` if there are more. */
size_t str_distance(struct str a, struct str b, size_t most);

struct str str_skip(struct str a, size_t bytes); /* without the first bytes */
struct str str_head(struct str a, size_t bytes); /* at most the first bytes */

/* Without white space (ASCII, NBSP and other Unicode spaces) at both ends. */
struct str str_trim(struct str a);

/* Trimmed, each inner run of white space one space. Lives in arena. */
struct str str_fold(struct arena *arena, struct str a);

/* Lower case by Unicode's simple mapping. Lives in arena. */
struct str str_lower(struct arena *arena, struct str a);

/* Cuts the next line (without its LF) off the front of `rest`. False at the
 * end of the text. */
bool str_next_line(struct str *rest, struct str *line);

/* Cuts the next part up to the byte `sep`. False at the end. */
bool str_next_part(struct str *rest, char sep, struct str *part);

#endif
