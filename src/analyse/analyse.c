/* analyse: the list of passes; see analyse.h. */
#include "analyse/analyse.h"

#include "base/arena.h"

void
analyse_draft(struct doc *doc, const struct analyse_options *options)
{
	doc->plan = arena_alloc(doc->arena, sizeof(*doc->plan));
	doc->plan->as_of = options->as_of;
	doc->plan->title = doc->path;
	doc->plan->language = str_from("en-GB");
}
