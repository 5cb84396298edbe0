/* settings: YAML as people write it for programs -> a flat list of values, each
 * with its place. Knows no key by name. */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include "msg.h"

struct arena;

struct settings_entry {
	struct str key;    /* "scheme.states.0.word" */
	struct str value;  /* trimmed, in normal form C */
	struct pos pos;    /* line 1 is the text's first */
	size_t begin, end; /* bytes of the value in the text, as written */
	bool is_block;     /* its first line is markup: "|2-" */
};

struct settings {
	struct settings_entry *entries; /* in the text's order */
	size_t count, cap;
	bool is_mapping;     /* false: a list, a word or nothing at all */
	bool seen_value;     /* false: only comments and empty lines */
	const char *problem; /* a constant; NULL: all is well */
	struct pos problem_pos;
};

/* Reads a mapping of scalars, mappings and sequences (YAML 1.1 as libyaml has
 * it). Anchors, aliases, keys that are no words, a second document and more
 * than 16 levels are problems: entries before one are kept. All lives in
 * arena. */
void settings_parse(
    struct arena *arena, struct str text, struct settings *settings);

/* The first entry of that key (ASCII letters without case), or NULL. */
const struct settings_entry *settings_find(
    const struct settings *settings, const char *key);

#endif
