/* forms: the ways in which a known plan is written down. To add one: write its
 * function, add its row to the table in forms.c. */
#ifndef TESTS_GENERATE_FORMS_H
#define TESTS_GENERATE_FORMS_H

#include "base/buf.h"
#include "model.h"

struct form {
	const char *name;
	bool is_markdown; /* else plain text */
	bool both;        /* it means the same in the other syntax */
	void (*write)(
	    struct buf *out, const struct known_plan *plan, struct rng *rng);
	/* Makes the plan one that the form can say, or NULL. */
	void (*arrange)(
	    struct known_plan *plan, struct arena *arena, struct rng *rng);
};

const struct form *forms_all(size_t *count);

#endif
