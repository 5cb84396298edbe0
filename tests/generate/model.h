/* model: a plan that is known before it is written down. Everything in it is
 * drawn from a seed, so that a draft that is misread can be made again. */
#ifndef TESTS_GENERATE_MODEL_H
#define TESTS_GENERATE_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "model/plan.h"

struct arena;

struct rng {
	uint64_t state;
};

/* A number below `limit`, which is not 0. */
unsigned rng_below(struct rng *rng, unsigned limit);
bool rng_chance(struct rng *rng, unsigned percent);

enum { MAX_ACTIONS = 24, MAX_OWNERS = 2 };

struct known_action {
	char id[40]; /* "1.2.1", "A3"; empty: none is written */
	const char *title;
	const char *owners[MAX_OWNERS];
	int owner_count; /* 0: "TBC" or the like is written */
	const char *owner_text;
	enum state state;
	const char *status_text;
	enum state before; /* of an earlier period; STATE_NONE: not told */
	struct date due;   /* year 0: none is written */
	char due_text[48];
	const char *progress;
	const char *next;
	const char *extra; /* of a column that has no meaning */
	int group;         /* theme or objective it stands under, from 0 */
};

/* What the statuses of a plan are written with. */
enum vocabulary {
	WITH_COLOURS,
	WITH_LETTERS,
	WITH_MARKS,
	WITH_WORDS,
	WITH_KEY, /* colours that the draft itself explains */
	WITH_PERCENTAGES,
	WITH_WELSH,  /* words; column headings are Welsh too */
	WITH_SCHEME, /* words and bands that the front matter declares */
	VOCABULARY_COUNT
};

struct known_status {
	enum state state;
	const char *text;
};

/* The day of the paper, where it has one. */
#define KNOWN_DATE "3 December 2026"

struct known_plan {
	enum vocabulary vocabulary;
	bool has_date; /* the draft says that it is of KNOWN_DATE */
	const char *title;
	const char *groups[4];
	int group_count; /* 0: no groups */
	struct known_action actions[MAX_ACTIONS];
	int count;
	bool has_ids, has_due, has_next, has_progress;
	const char *extra_name; /* of that column; NULL: there is none */
};

/* A single owner's name, or several. */
const char *known_person_draw(struct rng *rng);

/* The key of plans WITH_KEY, for Markdown and for text. */
extern const char known_key[];

/* The front matter of plans WITH_SCHEME. */
extern const char known_scheme[];

const struct known_status *known_status_draw(
    enum vocabulary vocabulary, struct rng *rng);

/* Draws a due date and how it is written, in a cell or behind "by". A date
 * without a year needs a paper with a date. */
void known_due_draw(
    struct known_action *action, struct rng *rng, bool in_prose, bool has_date);

/* The date that counts: a status that moves it counts for more than the one
 * that is written as due. */
struct date known_due(const struct known_action *action);

/* Draws a plan. Its texts live in arena. */
void known_plan_draw(
    struct known_plan *plan, struct arena *arena, struct rng *rng);

#endif
