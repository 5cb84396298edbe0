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
	DATE_MAX_WORDS = 6   /* "Meeting of Thursday 14 January 2027" */
};

static void
read_line(struct analysis *a, struct str text)
{
	struct plan *plan = a->plan;
	struct date date = analyse_date_of(text);
	struct head_line line = analyse_head_line(a, text, HEAD_MAYBE);

	if (line.date.year > 0 && plan->date.year == 0)
		plan->date = line.date;
	if ((line.kind == HEAD_MEETING || line.kind == HEAD_MARKING) &&
	    plan->committee.len == 0)
		plan->committee = line.name;
	if (line.kind == HEAD_BODY && plan->organisation.len == 0)
		plan->organisation = line.name;
	if (line.kind == HEAD_NONE && date.year > 0 && plan->date.year == 0 &&
	    analyse_word_count(text) <= DATE_MAX_WORDS)
		plan->date = date;
}

/* One of the council's committees that the text names, or nothing. */
static struct str
listed_committee(struct analysis *a, struct str text)
{
	const struct doc *doc = a->doc;
	struct str found = { "", 0 };

	for (size_t i = 0; i < doc->setting_count; i++) {
		const struct setting *setting = &doc->settings[i];

		/* the longest: "Audit and Risk Committee" has one in it */
		if (setting->is_default &&
		    str_starts_nocase(setting->key, "committees.") &&
		    setting->value.len > found.len &&
		    str_find_nocase(text, setting->value.ptr) != (size_t)-1)
			found = setting->value;
	}
	return found;
}

/* What the draft does not say of itself, the council's settings may. */
static void
take_defaults(struct analysis *a)
{
	struct plan *plan = a->plan;
	const struct setting *committee = doc_setting(a->doc, "committee");
	const struct setting *council = doc_setting(a->doc, "organisation");

	if (plan->committee.len == 0)
		plan->committee = listed_committee(a, plan->title);
	for (size_t i = 0; plan->committee.len == 0 && i < plan->fields_count;
	     i++)
		plan->committee = listed_committee(a, plan->fields[i].value);
	if (plan->committee.len == 0 && committee != NULL)
		plan->committee = committee->value;
	if (plan->organisation.len == 0 && council != NULL)
		plan->organisation = council->value;
}

/* The paragraphs that stand before the first section. */
static void
read_lines(struct analysis *a)
{
	for (const struct node *node = a->doc->root->first;
	     node != NULL && node->kind != NODE_SECTION; node = node->next) {
		struct str text;

		if (node->kind != NODE_PARAGRAPH ||
		    node->as.paragraph.number.len > 0)
			continue;
		text = analyse_text(a, node);
		if (a->plan->committee.len == 0)
			a->plan->committee = listed_committee(a, text);
		if (analyse_word_count(text) <= LINE_MAX_WORDS &&
		    !str_ends(text, "."))
			read_line(a, text);
	}
}

void
analyse_masthead(struct analysis *a)
{
	read_lines(a);
	take_defaults(a);
}
