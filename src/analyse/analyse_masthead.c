/* analyse_masthead: the short lines above or below the title that say whose
 * paper it is, for which meeting and when.
 *
 *     NORTH QUAY DISTRICT COUNCIL
 *     Audit and Standards Committee
 *     14 January 2027
 */
#include "analyse/analyse_priv.h"

enum {
	LINE_MAX_WORDS = 12,  /* more is prose */
	LABEL_MAX_WORDS = 20, /* unless it says who reports to whom */
	DATE_MAX_WORDS = 6    /* "Meeting of Thursday 14 January 2027" */
};

/* Who is to read it; whoever wrote it may sit on a board too. */
static struct str
addressee(struct str text)
{
	static const char to[] = " to ";
	size_t at = str_find_nocase(text, to);

	return at != (size_t)-1
		   ? analyse_meeting_in(str_skip(text, at + sizeof(to) - 1))
		   : (struct str){ "", 0 };
}

/* "Report of the Treasurer to the Pensions Committee, 3 May 2027" */
static bool
says_whom(struct analysis *a, struct str text)
{
	struct head_line line = analyse_head_line(a, text, HEAD_LIKELY);

	return line.kind == HEAD_LABEL &&
	       analyse_word_count(text) <= LABEL_MAX_WORDS;
}

static void
read_line(struct analysis *a, const struct node *node, struct str text)
{
	struct plan *plan = a->plan;
	struct date date = analyse_date_of(text);
	struct head_line line = analyse_head_line(a, text, HEAD_MAYBE);

	if (line.date.year > 0 && plan->date.year == 0)
		plan->date = line.date;
	if ((line.kind == HEAD_MEETING || line.kind == HEAD_MARKING) &&
	    plan->committee.len == 0)
		plan->committee = line.name;
	if (line.kind == HEAD_LABEL && plan->committee.len == 0)
		plan->committee = addressee(text);
	if (line.kind == HEAD_LABEL)
		analyse_reporter_take(a, node);
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

/* "Cabinet: 6 May 2027" */
static void
read_meeting_field(struct analysis *a, const struct node *field)
{
	struct head_line line =
	    analyse_head_line(a, field->as.field.name, HEAD_SURE);
	struct str value = analyse_text(a, field);
	struct date date = analyse_date_of(value);

	if (line.kind != HEAD_MEETING || date.year == 0 ||
	    !analyse_date_fills(value))
		return;
	if (a->plan->committee.len == 0)
		a->plan->committee = line.name;
	if (a->plan->date.year == 0)
		a->plan->date = date;
}

/* The paragraphs that stand before the first section. */
static void
read_lines(struct analysis *a)
{
	for (const struct node *node = a->doc->root->first;
	     node != NULL && node->kind != NODE_SECTION; node = node->next) {
		struct str text;

		if (node->kind == NODE_FIELDS)
			for (const struct node *field = node->first; field;
			     field = field->next)
				read_meeting_field(a, field);
		if (node->kind != NODE_PARAGRAPH ||
		    node->as.paragraph.number.len > 0)
			continue;
		text = analyse_text(a, node);
		if (a->plan->committee.len == 0)
			a->plan->committee = listed_committee(a, text);
		if (!str_ends(text, ".") &&
		    (analyse_word_count(text) <= LINE_MAX_WORDS ||
			says_whom(a, text)))
			read_line(a, node, text);
	}
}

/* The minutes of which meeting, of what day? */
static void
read_title(struct analysis *a)
{
	struct plan *plan = a->plan;
	struct date date = { 0 };
	size_t at = 0, end = 0;

	if (!analyse_is_minutes_title(a, plan->title))
		return;
	if (plan->committee.len == 0)
		plan->committee = analyse_meeting_in(plan->title);
	if (plan->date.year == 0 &&
	    analyse_date_find(plan->title, &at, &end, &date) && date.day > 0)
		plan->date = date;
}

/* "To: all members of the Scrutiny Panel" */
static void
read_fields(struct analysis *a)
{
	for (size_t i = 0; i < a->plan->fields_count; i++) {
		const struct plan_field *field = &a->plan->fields[i];

		if (a->plan->committee.len == 0 &&
		    str_is(analyse_key(a, field->name), "to"))
			a->plan->committee = analyse_meeting_in(field->value);
	}
}

void
analyse_masthead(struct analysis *a)
{
	read_lines(a);
	read_title(a);
	read_fields(a);
	take_defaults(a);
}
