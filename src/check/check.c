/* check: the list of checks; see check.h. To add one: write it, add its row. */
#include "check/check_priv.h"

struct check {
	void (*run)(const struct doc *doc);
	const char *reason;
};

static const struct check checks[] = {
	{ check_paper, "what every committee paper must have" },
	{ check_scheme, "readers must be told what the states mean" },
	{ check_actions, "an action without owner or state is nobody's" },
	{ check_contradictions, "a finished action with work under way" },
	{ check_people, "one person under several spellings" },
	{ check_abbr, "letters that nobody explains" },
};

void
check_draft(const struct doc *doc)
{
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		checks[i].run(doc);
}
