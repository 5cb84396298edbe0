/* analyse_masthead: the short lines above or below the title that say whose
 * paper it is, for which meeting and when.
 *
 *     NORTH QUAY DISTRICT COUNCIL
 *     Audit and Standards Committee
 *     14 January 2027
 */
#include "analyse/analyse_priv.h"

enum {
	LINE_MAX_WORDS = 12, /* more is prose */
	DATE_MAX_WORDS = 6,  /* "Meeting of Thursday 14 January 2027" */
	NAME_MAX_WORDS = 9
};

static bool
has_any(struct str text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_find_nocase(text, *words) != (size_t)-1)
			return true;
	return false;
}

static bool
names_committee(struct str text)
{
	static const char *const words[] = { "committee", "cabinet", "board",
		"panel", "full council", "pwyllgor", NULL };

	return analyse_word_count(text) <= NAME_MAX_WORDS &&
	       !str_starts_nocase(text, "report ") && has_any(text, words);
}

static bool
names_council(struct analysis *a, struct str text)
{
	static const char *const words[] = { "county council", "city council",
		"borough council", "district council", "town council",
		"parish council", "borough of", "council of", "cyngor ",
		"combined authority", "fire authority", NULL };

	return analyse_word_count(text) <= NAME_MAX_WORDS &&
	       (has_any(text, words) ||
		   (str_ends(analyse_key(a, text), " council") &&
		       !str_starts_nocase(text, "report ")));
}

static void
read_line(struct analysis *a, struct str text)
{
	struct plan *plan = a->plan;
	struct date date = analyse_date_of(text);

	if (date.year > 0 && analyse_word_count(text) <= DATE_MAX_WORDS) {
		if (plan->date.year == 0)
			plan->date = date;
		return;
	}
	if (names_committee(text)) {
		if (plan->committee.len == 0)
			plan->committee = text;
	} else if (names_council(a, text) && plan->organisation.len == 0) {
		plan->organisation = text;
	}
}

/* The paragraphs that stand before the first section. */
void
analyse_masthead(struct analysis *a)
{
	for (const struct node *node = a->doc->root->first;
	     node != NULL && node->kind != NODE_SECTION; node = node->next) {
		struct str text;

		if (node->kind != NODE_PARAGRAPH ||
		    node->as.paragraph.number.len > 0)
			continue;
		text = analyse_text(a, node);
		if (analyse_word_count(text) <= LINE_MAX_WORDS &&
		    !str_ends(text, "."))
			read_line(a, text);
	}
}
