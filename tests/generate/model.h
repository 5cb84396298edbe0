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

struct known_plan {
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

/* Draws a plan. Its texts live in arena. */
void known_plan_draw(
    struct known_plan *plan, struct arena *arena, struct rng *rng);

#endif
