/* compose_place: where a template lies. It is called by its name, or, one of
 * the council's own, by the path of its folder. */
#ifndef COMPOSE_COMPOSE_PLACE_H
#define COMPOSE_COMPOSE_PLACE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct msgs;

struct place {
	struct str name; /* the folder's own: "progress-report" */
	const char *folder;
	bool is_own; /* not among the program's: its files may not lead out */
};

/* Small letters, digits and hyphens: what cannot lead out of a folder. */
bool compose_place_is_name(struct str name);

/* The folder of `wanted`: of the program's templates in `dir` if it is the name
 * of one, else the folder of that path. False when there is none. */
bool compose_place_find(struct arena *arena, const char *dir,
    const char *wanted, struct place *place);

/* The folder of what a template in `from` extends: one of the program's or, if
 * `from` is none of them, first one that lies beside it. */
bool compose_place_base(struct arena *arena, const char *dir,
    const struct place *from, struct str extends, struct place *place);

/* The path of a file of that template. Lives in arena. */
const char *compose_place_file(
    struct arena *arena, const struct place *place, const char *file);

/* Is the file there? Sets `*ok` to false, with a message, when it is but lies
 * outside the folder: a link led there. */
bool compose_place_has(
    const struct place *place, const char *path, struct msgs *msgs, bool *ok);

#endif
