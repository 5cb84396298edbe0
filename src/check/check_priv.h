/* check_priv: the checks; see the table in check.c. */
#ifndef CHECK_CHECK_PRIV_H
#define CHECK_CHECK_PRIV_H

#include "check/check.h"

void check_paper(const struct doc *doc);
void check_scheme(const struct doc *doc);
void check_actions(const struct doc *doc);
void check_contradictions(const struct doc *doc);
void check_people(const struct doc *doc);
void check_abbr(const struct doc *doc);

#endif
