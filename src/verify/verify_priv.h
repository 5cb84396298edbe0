/* verify_priv: between the files of verify. */
#ifndef VERIFY_VERIFY_PRIV_H
#define VERIFY_VERIFY_PRIV_H

#include "verify/verify.h"

struct arena;

/* ---- words: verify_scan.c ---- */

/* Without what a reader does not see (soft hyphens, variation selectors), in
 * normal form C. Lives in arena, or is `text` itself. */
struct str verify_normal(struct arena *arena, struct str text);

/* Steps through the words of a normal text:
 *     struct verify_scan scan = verify_scan_of(text);
 *     while (verify_next(&scan)) ... scan.word, scan.pos ...
 */
struct verify_scan {
	struct str rest;
	struct str word;  /* borrowed from the text */
	struct pos pos;   /* of the word */
	struct pos at;    /* private: of `rest` */
	bool line_begun;  /* private: a word stands before in the line */
	bool all_symbols; /* bullets too: the first of a cell is at a line's
			     begin */
};

struct verify_scan verify_scan_of(struct str text);
bool verify_next(struct verify_scan *scan);

/* ---- counting: verify_table.c ---- */

struct verify_entry {
	struct str word;
	size_t hash;
	size_t draft, dropped, output; /* how often it stands there */
	size_t missing;                /* how often it was not found */
};

struct verify_table;

/* Words are borrowed. `seed` keeps a draft from choosing its collisions. */
struct verify_table *verify_table_new(struct str seed);
void verify_table_free(struct verify_table *table); /* takes NULL */

/* The word's entry, made if need be; lent until the next call. */
struct verify_entry *verify_table_get(
    struct verify_table *table, struct str word);

/* The word's entry, or NULL. */
struct verify_entry *verify_table_find(
    const struct verify_table *table, struct str word);

/* Entries in no order, with empty ones (word.ptr NULL) between them. */
struct verify_entry *verify_table_entries(
    struct verify_table *table, size_t *count);

/* ---- words that markup cuts apart: verify_join.c ---- */

/* Finds words of the draft whose parts markup keeps apart ("un**known**",
 * "caf&eacute;") and that the output has whole and to spare; takes their parts
 * off what is missing. */
void verify_join(struct verify_table *table, struct str draft);

#endif
