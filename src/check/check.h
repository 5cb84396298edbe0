/* check: looks at an analysed document and says what is missing, odd or
 * contradictory. Changes nothing. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "model/plan.h"

void check_draft(const struct doc *doc);

#endif
