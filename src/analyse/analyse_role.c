/* analyse_role: what each section is for, by the words of its heading, by what
 * stands around it, and never against what it holds. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum match {
	WHOLE,   /* the heading is these words */
	BEGINS,  /* it begins with them, and may be a paper's title */
	HEADS,   /* it begins with them, and is no paper's title */
	CONTAINS /* they stand in it, and it is no paper's title */
};

struct section_word {
	const char *words; /* as analyse_key makes them */
	enum node_role role;
	enum match match;
};

/* The first that fits counts. */
static const struct section_word section_words[] = {
	{ "recommendation", ROLE_RECOMMENDATIONS, HEADS },
	{ "recommended", ROLE_RECOMMENDATIONS, HEADS },
	{ "the committee is asked", ROLE_RECOMMENDATIONS, HEADS },
	{ "the cabinet is asked", ROLE_RECOMMENDATIONS, HEADS },
	{ "the council is asked", ROLE_RECOMMENDATIONS, HEADS },
	{ "members are asked", ROLE_RECOMMENDATIONS, HEADS },
	{ "argymhell", ROLE_RECOMMENDATIONS, HEADS },
	{ "gofynnir i", ROLE_RECOMMENDATIONS, HEADS },
	{ "background paper", ROLE_BACKGROUND, CONTAINS },
	{ "background document", ROLE_BACKGROUND, CONTAINS },
	{ "papurau cefndir", ROLE_BACKGROUND, CONTAINS },
	{ "dogfennau cefndir", ROLE_BACKGROUND, CONTAINS },
	{ "implication", ROLE_IMPLICATIONS, HEADS },
	{ "corporate implication", ROLE_IMPLICATIONS, HEADS },
	{ "goblygiadau", ROLE_IMPLICATIONS, WHOLE },
	{ "goblygiadau corfforaethol", ROLE_IMPLICATIONS, WHOLE },
	{ "goblygiadau'r cynigion", ROLE_IMPLICATIONS, WHOLE },
	{ "goblygiadau’r cynigion", ROLE_IMPLICATIONS, WHOLE },
	{ "goblygiad", ROLE_IMPLICATION, HEADS },
	{ "appendices", ROLE_APPENDICES, HEADS },
	{ "list of appendices", ROLE_APPENDICES, HEADS },
	{ "atodiadau", ROLE_APPENDICES, HEADS },
	{ "rhestr atodiadau", ROLE_APPENDICES, HEADS },
	{ "appendix", ROLE_APPENDIX, HEADS },
	{ "annex", ROLE_APPENDIX, HEADS },
	{ "atodiad", ROLE_APPENDIX, HEADS },
	{ "purpose", ROLE_PURPOSE, HEADS },
	{ "diben", ROLE_PURPOSE, HEADS },
	{ "pwrpas", ROLE_PURPOSE, HEADS },
	{ "reason", ROLE_REASONS, WHOLE },
	{ "reasons", ROLE_REASONS, WHOLE },
	{ "reason for decision", ROLE_REASONS, BEGINS },
	{ "reason for the decision", ROLE_REASONS, BEGINS },
	{ "reason for recommend", ROLE_REASONS, BEGINS },
	{ "reason for the recommend", ROLE_REASONS, BEGINS },
	{ "reason for the propos", ROLE_REASONS, BEGINS },
	{ "reason(s) for", ROLE_REASONS, BEGINS },
	{ "reasons for decision", ROLE_REASONS, BEGINS },
	{ "reasons for the decision", ROLE_REASONS, BEGINS },
	{ "reasons for recommend", ROLE_REASONS, BEGINS },
	{ "reasons for the recommend", ROLE_REASONS, BEGINS },
	{ "reasons for the propos", ROLE_REASONS, BEGINS },
	{ "reasons for propos", ROLE_REASONS, BEGINS },
	{ "rheswm", ROLE_REASONS, WHOLE },
	{ "rhesymau", ROLE_REASONS, WHOLE },
	{ "rheswm dros", ROLE_REASONS, BEGINS },
	{ "rhesymau dros", ROLE_REASONS, BEGINS },
	{ "y rheswm dros", ROLE_REASONS, BEGINS },
	{ "y rhesymau dros", ROLE_REASONS, BEGINS },
	{ "alternative option", ROLE_ALTERNATIVES, BEGINS },
	{ "any alternative option", ROLE_ALTERNATIVES, BEGINS },
	{ "details of any alternative", ROLE_ALTERNATIVES, BEGINS },
	{ "details of alternative", ROLE_ALTERNATIVES, BEGINS },
	{ "alternatives", ROLE_ALTERNATIVES, BEGINS },
	{ "other options", ROLE_ALTERNATIVES, BEGINS },
	{ "options considered", ROLE_ALTERNATIVES, BEGINS },
	{ "options and alternatives", ROLE_ALTERNATIVES, BEGINS },
	{ "options", ROLE_ALTERNATIVES, WHOLE },
	{ "options appraisal", ROLE_ALTERNATIVES, WHOLE },
	{ "option appraisal", ROLE_ALTERNATIVES, WHOLE },
	{ "options analysis", ROLE_ALTERNATIVES, WHOLE },
	{ "appraisal of options", ROLE_ALTERNATIVES, WHOLE },
	{ "appraisal of the options", ROLE_ALTERNATIVES, WHOLE },
	{ "opsiynau", ROLE_ALTERNATIVES, WHOLE },
	{ "opsiynau eraill", ROLE_ALTERNATIVES, BEGINS },
	{ "opsiynau amgen", ROLE_ALTERNATIVES, BEGINS },
	{ "opsiynau a ystyriwyd", ROLE_ALTERNATIVES, BEGINS },
	{ "dewisiadau eraill", ROLE_ALTERNATIVES, BEGINS },
	{ "dewisiadau amgen", ROLE_ALTERNATIVES, BEGINS },
	{ "arfarnu opsiynau", ROLE_ALTERNATIVES, WHOLE },
	{ "arfarnu'r opsiynau", ROLE_ALTERNATIVES, WHOLE },
	{ "arfarnu’r opsiynau", ROLE_ALTERNATIVES, WHOLE },
	{ "arfarniad o'r opsiynau", ROLE_ALTERNATIVES, WHOLE },
	{ "arfarniad o’r opsiynau", ROLE_ALTERNATIVES, WHOLE },
	{ "consultation", ROLE_CONSULTATION, WHOLE },
	{ "consultations", ROLE_CONSULTATION, WHOLE },
	{ "consultees", ROLE_CONSULTATION, WHOLE },
	{ "consultation and engagement", ROLE_CONSULTATION, WHOLE },
	{ "engagement and consultation", ROLE_CONSULTATION, WHOLE },
	{ "consultation undertaken", ROLE_CONSULTATION, BEGINS },
	{ "consultation carried out", ROLE_CONSULTATION, BEGINS },
	{ "consultation with", ROLE_CONSULTATION, BEGINS },
	{ "outcome of consultation", ROLE_CONSULTATION, BEGINS },
	{ "outcome of the consultation", ROLE_CONSULTATION, BEGINS },
	{ "result of consultation", ROLE_CONSULTATION, BEGINS },
	{ "results of consultation", ROLE_CONSULTATION, BEGINS },
	{ "what consultation", ROLE_CONSULTATION, BEGINS },
	{ "who has been consulted", ROLE_CONSULTATION, BEGINS },
	{ "ymgynghori", ROLE_CONSULTATION, WHOLE },
	{ "ymgynghoriad", ROLE_CONSULTATION, WHOLE },
	{ "ymgynghoriadau", ROLE_CONSULTATION, WHOLE },
	{ "yr ymgynghoriad", ROLE_CONSULTATION, WHOLE },
	{ "ymgyngoreion", ROLE_CONSULTATION, WHOLE },
	{ "ymgynghori ac ymgysylltu", ROLE_CONSULTATION, WHOLE },
	{ "canlyniad yr ymgynghoriad", ROLE_CONSULTATION, BEGINS },
	{ "canlyniad ymgynghori", ROLE_CONSULTATION, BEGINS },
	{ "decision", ROLE_DECISION, WHOLE },
	{ "decisions", ROLE_DECISION, WHOLE },
	{ "the decision", ROLE_DECISION, WHOLE },
	{ "decision taken", ROLE_DECISION, BEGINS },
	{ "decisions taken", ROLE_DECISION, BEGINS },
	{ "decision made", ROLE_DECISION, BEGINS },
	{ "decisions made", ROLE_DECISION, BEGINS },
	{ "resolved", ROLE_DECISION, WHOLE },
	{ "resolved that", ROLE_DECISION, WHOLE },
	{ "resolved unanimously", ROLE_DECISION, WHOLE },
	{ "resolution", ROLE_DECISION, WHOLE },
	{ "resolutions", ROLE_DECISION, WHOLE },
	{ "penderfyniad", ROLE_DECISION, WHOLE },
	{ "penderfyniadau", ROLE_DECISION, WHOLE },
	{ "y penderfyniad", ROLE_DECISION, WHOLE },
	{ "penderfynwyd", ROLE_DECISION, WHOLE },
	{ "next step", ROLE_NEXT_STEPS, WHOLE },
	{ "next steps", ROLE_NEXT_STEPS, WHOLE },
	{ "next steps and", ROLE_NEXT_STEPS, BEGINS },
	{ "what happens next", ROLE_NEXT_STEPS, WHOLE },
	{ "camau nesaf", ROLE_NEXT_STEPS, WHOLE },
	{ "y camau nesaf", ROLE_NEXT_STEPS, WHOLE },
	{ NULL, ROLE_NONE, WHOLE },
};

static bool
fits(struct str key, const struct section_word *word)
{
	switch (word->match) {
	case WHOLE:
		return str_is(key, word->words);
	case BEGINS:
	case HEADS:
		return str_starts(key, word->words);
	case CONTAINS:
		return str_find(key, word->words) != (size_t)-1;
	}
	return false;
}

static const struct section_word *
find_word(struct str key)
{
	const struct section_word *word = section_words;

	while (word->words != NULL && !fits(key, word))
		word++;
	return word;
}

enum node_role
analyse_section_role(struct analysis *a, struct str title)
{
	return find_word(analyse_key(a, title))->role;
}

bool
analyse_is_section_title(struct analysis *a, struct str title)
{
	struct str key = analyse_key(a, title);
	const struct section_word *word = find_word(key);

	return word->words != NULL &&
	       (word->match != BEGINS || str_is(key, word->words));
}

/* Capitals that name a half of the paper: SUMMARY REPORT, MAIN REPORT, PART A
 */
static bool
is_part(struct analysis *a, struct str title)
{
	struct str key = analyse_key(a, title);

	return str_is(key, "summary report") || str_is(key, "main report") ||
	       (str_starts(key, "part ") && key.len <= 8);
}

/* ---- what else is known of it ---- */

/* Actions or objectives among its own blocks. */
static bool
holds_plan(const struct node *section)
{
	for (const struct node *node = section->first; node; node = node->next)
		if (node->role == ROLE_ACTIONS || node->role == ROLE_OBJECTIVE)
			return true;
	return false;
}

/* Names that a part of a plan may have as well. */
static bool
is_weak(enum node_role role)
{
	return role == ROLE_CONSULTATION || role == ROLE_IMPLICATION ||
	       role == ROLE_ALTERNATIVES;
}

static enum node_role
role_of(struct analysis *a, const struct node *section)
{
	enum { LONGEST = 12 }; /* words of a heading */
	struct str title = analyse_text(a, section->first);
	enum node_role role = analyse_section_role(a, title);

	if (is_part(a, title))
		return ROLE_PART;
	if (role == ROLE_NONE && analyse_names_implication(title) &&
	    analyse_word_count(title) <= LONGEST)
		role = ROLE_IMPLICATION;
	if (is_weak(role) && holds_plan(section))
		return ROLE_NONE;
	/* "Appendices: what is attached" against "Appendix A" itself */
	if (role == ROLE_APPENDIX && section->parent != NULL &&
	    section->parent->role == ROLE_APPENDIX)
		return ROLE_NONE;
	return role;
}

/* "Legal", "Equality and diversity": what could be anything elsewhere is an
 * implication below that heading, and beside others. */
static void
name_implications(struct analysis *a, struct node *around)
{
	bool any = around->role == ROLE_IMPLICATIONS;

	for (struct node *at = around->first; at && !any; at = at->next)
		any = at->kind == NODE_SECTION && at->role == ROLE_IMPLICATION;
	for (struct node *at = around->first; at && any; at = at->next)
		if (at->kind == NODE_SECTION && at->role == ROLE_NONE &&
		    !holds_plan(at) &&
		    analyse_heads_implication(
			a, doc_text(a->scratch, at->first)))
			at->role = ROLE_IMPLICATION;
}

void
analyse_roles(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind != NODE_SECTION && node->kind != NODE_DOCUMENT) {
			doc_walk_skip(&walker);
			continue;
		}
		for (struct node *at = node->first; at; at = at->next)
			if (at->kind == NODE_SECTION && at->role == ROLE_NONE)
				at->role = role_of(a, at);
		name_implications(a, node);
	}
}
