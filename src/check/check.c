/* check: the list of checks; see check.h. */
#include "check/check.h"

void
check_draft(const struct doc *doc)
{
	(void)doc;
}
