/* analyse_kind: what kind of paper the draft is, from what it holds. */
#include "analyse/analyse_priv.h"

static bool
title_has(const struct analysis *a, const char *words)
{
	return str_find_nocase(a->plan->title, words) != (size_t)-1;
}

static bool
has_field(struct analysis *a, const char *begin)
{
	for (size_t i = 0; i < a->plan->fields_count; i++)
		if (str_starts_nocase(a->plan->fields[i].name, begin))
			return true;
	return false;
}

/* Does the paper speak of a consultation throughout? */
static bool
is_consultation(struct analysis *a)
{
	enum { OFTEN = 4 };
	struct str text = doc_text(a->scratch, a->doc->root);
	size_t count = 0, at;

	if (title_has(a, "consultation"))
		return true;
	while (count < OFTEN &&
	       (at = str_find_nocase(text, "consult")) != (size_t)-1) {
		text = str_skip(text, at + 1);
		count++;
	}
	return count == OFTEN;
}

static enum doc_type
type_of(struct analysis *a)
{
	const struct plan *plan = a->plan;
	const struct setting *setting = doc_setting(a->doc, "kind");

	for (int type = 0; setting != NULL && type < TYPE_COUNT; type++)
		if (str_is_nocase(
			setting->value, plan_type_name((enum doc_type)type)))
			return (enum doc_type)type;
	if (has_field(a, "decision status") || has_field(a, "decision type"))
		return TYPE_DECISION_RECORD;
	if (plan->actions_count > 0)
		return title_has(a, "progress") || title_has(a, "update")
			   ? TYPE_PROGRESS_REPORT
			   : TYPE_DELIVERY_PLAN;
	if (title_has(a, "progress report") || title_has(a, "progress on"))
		return TYPE_PROGRESS_REPORT;
	if (plan->recommendations_count > 0)
		return TYPE_COMMITTEE_REPORT;
	if (is_consultation(a))
		return TYPE_CONSULTATION;
	return TYPE_PAPER;
}

/* What a paper is called that does not say. */
static const char *
stand_in_title(enum doc_type type)
{
	switch (type) {
	case TYPE_DELIVERY_PLAN:
		return "Delivery plan";
	case TYPE_PROGRESS_REPORT:
		return "Progress report";
	case TYPE_COMMITTEE_REPORT:
		return "Committee report";
	case TYPE_DECISION_RECORD:
		return "Decision record";
	case TYPE_CONSULTATION:
		return "Consultation summary";
	case TYPE_PAPER:
	case TYPE_COUNT:
		break;
	}
	return "Paper";
}

void
analyse_kind(struct analysis *a)
{
	a->plan->type = type_of(a);
	if (a->plan->title.len > 0)
		return;
	a->plan->title = str_from(stand_in_title(a->plan->type));
	doc_say(a->doc, DOC_NO_TITLE, (struct pos){ 1, 0 }, a->plan->title,
	    (struct str){ NULL, 0 });
}
