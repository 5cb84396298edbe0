/* analyse: what a draft's blocks mean. Nests sections, joins rows, finds
 * fields, actions, states, people, dates and references, and fills doc->plan.
 */
#ifndef ANALYSE_ANALYSE_H
#define ANALYSE_ANALYSE_H

#include "model/plan.h"

struct analyse_options {
	struct date as_of;        /* for "overdue"; year 0: from the draft */
	const char *as_of_source; /* "option"; a constant */
	struct date environment;  /* when the draft names no day either */
	struct str language;      /* BCP 47; empty: from the draft */
	bool no_repair;           /* understand the draft as it was read */
};

/* Runs all passes. Always succeeds; what is odd is said as messages. */
void analyse_draft(struct doc *doc, const struct analyse_options *options);

#endif
