/* analyse: the list of passes; see analyse.h. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

struct pass {
	void (*run)(struct analysis *a);
	const char *reason;
};

static const struct pass passes[] = {
	{ analyse_front, "the front matter's values are cover fields" },
	{ analyse_abbr_declared, "\"*[CCB]: ...\" is no text" },
	{ analyse_bold, "lines in bold alone are headings like any other" },
	{ analyse_labels_below, "a section's name may end in a colon" },
	{ analyse_head, "no line that says whose paper it is, is its title" },
	{ analyse_open_lists, "no list of papers goes on a sentence" },
	{ analyse_title, "what the paper is called decides what is a part" },
	{ analyse_signatures, "who signed is no heading" },
	{ analyse_appended, "an appended paper has a head of its own" },
	{ analyse_levels, "levels must agree before sections can nest" },
	{ analyse_scheme,
	    "a key to the statuses is neither actions nor cover" },
	{ analyse_forms, "records of labels are tables written otherwise" },
	{ analyse_tables,
	    "rows cut by pages are joined while blocks are flat" },
	{ analyse_cover, "label and value tables become fields" },
	{ analyse_objectives, "an objective's paragraph opens a section" },
	{ analyse_sections, "headings and what follows them nest" },
	{ analyse_roles, "what each section is for" },
	{ analyse_ids, "everything that can be pointed at has an anchor" },
	{ analyse_actions, "rows become actions" },
	{ analyse_scheme_used, "words that are used without being declared" },
	{ analyse_minutes, "sentences give actions too" },
	{ analyse_sure_states, "what is not sure is no fact" },
	{ analyse_places, "an action's number says where it belongs" },
	{ analyse_facts, "recommendations, implications, papers, fields" },
	{ analyse_resolutions, "what was decided, in sections and sentences" },
	{ analyse_masthead, "lines by the title say whose paper it is" },
	{ analyse_dates, "when the paper is from and what is due" },
	{ analyse_scheme_rules, "rules may ask whether a date is past" },
	{ analyse_people, "one person under several spellings" },
	{ analyse_kind, "what kind of paper all this makes" },
	{ analyse_exempt, "what may not be published, and why" },
	{ analyse_numbering, "numbers that skip or come twice" },
	{ analyse_language, "Welsh and English are read out differently" },
	{ analyse_abbr, "what is written out once is known everywhere" },
	{ analyse_references, "\"paragraph 7 above\" becomes a link" },
};

void
analyse_draft(struct doc *doc, const struct analyse_options *options)
{
	struct analysis a = { .doc = doc, .options = options };

	doc->plan = arena_alloc(doc->arena, sizeof(*doc->plan));
	doc->plan->language = str_from("en-GB");
	doc->plan->as_of = options->as_of;
	doc->plan->as_of_source = options->as_of_source;
	a.plan = doc->plan;
	a.scratch = arena_new();
	for (size_t i = 0; i < sizeof(passes) / sizeof(passes[0]); i++)
		passes[i].run(&a);
	arena_free(a.scratch);
}
