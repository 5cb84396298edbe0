/* abbr: words that have the form of an abbreviation, "PSIAS" or "MoU", and
 * where they stand in a text. Shared by the stages that find what they are
 * short for, that show it, and that miss it. */
#ifndef MODEL_ABBR_H
#define MODEL_ABBR_H

#include "base/str.h"

struct arena;
struct map;
struct plan;

enum { ABBR_LONGEST = 16 /* bytes */ };

struct abbr_word {
	size_t begin, end; /* bytes in the text, with the s of a plural */
	struct str text;   /* as it stands there: "KPIs" */
	struct str single; /* without the s of a plural: "KPI" */
};

/* The next word of that form at or behind found->end, which is 0 at first:
 * letters, digits and inner ampersands, two capitals or more, not fewer than
 * its small letters. Addresses of mail and of pages hold none. */
bool abbr_next(struct str text, struct abbr_word *found);

/* Is the text one such word and nothing else? */
bool abbr_is(struct str text, struct abbr_word *found);

/* Is the text in capitals, so that a word of capitals in it says nothing? */
bool abbr_is_shouted(struct str text);

/* Makes the plan's abbreviations findable: their texts -> the index of the
 * first of that text; others of it, in other languages, stand right behind.
 * Texts are borrowed from the plan. */
void abbr_map(struct arena *arena, struct map *map, const struct plan *plan);

/* The index of what the word stands for: in that language if the draft says
 * it, else in another; PLAN_NONE if it does not. */
size_t abbr_find(const struct map *map, const struct plan *plan,
    const struct abbr_word *word, struct str language);

#endif
