/* analyse_kind: what kind of paper the draft is, from what it holds. */
#include "analyse/analyse_priv.h"

static bool
title_has(const struct analysis *a, const char *words)
{
	return str_find_nocase(a->plan->title, words) != (size_t)-1;
}

/* Also where the field is none of the cover's. */
static bool
has_any_field(const struct analysis *a, const char *begin)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_FIELD &&
		    str_starts_nocase(walker.node->as.field.name, begin))
			return true;
	return false;
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

/* Are the actions of most tables recommendations that somebody made? */
static bool
is_tracker(const struct analysis *a)
{
	const struct plan *plan = a->plan;
	size_t count = 0;

	for (size_t i = 0; i < plan->tables_count; i++) {
		const struct plan_table *table = &plan->tables[i];
		size_t at = analyse_column_of(table, COLUMN_ROLE_ACTION);

		count += table->node != NULL && at != PLAN_NONE &&
			 str_starts_nocase(
			     table->columns[at].heading, "recommendation");
	}
	return count * 2 > plan->tables_count ||
	       (title_has(a, "recommendation") &&
		   (title_has(a, "tracker") || title_has(a, "tracking") ||
		       title_has(a, "follow")));
}

/* A table that tells risks and how grave they are. */
static bool
is_risk_table(struct analysis *a, const struct node *table)
{
	const struct node *header = analyse_first_row(table);
	bool risk = false, grave = false;

	if (header == NULL || !header->as.row.is_header)
		return false;
	for (const struct node *cell = header->first; cell; cell = cell->next) {
		struct str key = analyse_key(a, doc_text(a->scratch, cell));

		risk = risk || str_is(key, "risk") || str_is(key, "risks") ||
		       str_is(key, "risk description") ||
		       str_is(key, "risk title") ||
		       str_is(key, "description of risk");
		grave = grave || str_find(key, "likelihood") != (size_t)-1 ||
			str_find(key, "impact") != (size_t)-1 ||
			str_find(key, "score") != (size_t)-1 ||
			str_find(key, "inherent") != (size_t)-1 ||
			str_find(key, "residual") != (size_t)-1;
	}
	return risk && grave;
}

/* A register of risks is called so, or has no table but those of risks. */
static bool
is_risk_register(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };
	size_t tables = 0, risks = 0;

	if (title_has(a, "risk register"))
		return true;
	if (!title_has(a, "risk"))
		return false;
	while (doc_walk(&walker)) {
		if (walker.event != WALK_ENTER ||
		    walker.node->kind != NODE_TABLE)
			continue;
		tables++;
		risks += is_risk_table(a, walker.node);
		doc_walk_skip(&walker);
	}
	return risks > 0 && risks * 2 > tables;
}

/* What a meeting's minutes have: who was there, or their name. */
static bool
is_minutes(struct analysis *a)
{
	struct str key = analyse_key(a, a->plan->title);

	return str_is(key, "minutes") || str_starts(key, "minutes of ") ||
	       str_ends(key, " minutes") ||
	       str_find(key, "minutes of the") != (size_t)-1 ||
	       str_starts(key, "notes of the meeting") ||
	       (has_any_field(a, "present") && has_any_field(a, "apologies"));
}

/* A report that asks for something and has its actions in an appendix, or as
 * its next steps, is to be read as its author arranged it. */
static bool
has_actions_apart(const struct analysis *a)
{
	const struct plan *plan = a->plan;

	if (plan->recommendations_count == 0)
		return false;
	for (size_t i = 0; i < plan->tables_count; i++) {
		const struct node *at = plan->tables[i].node;

		while (at != NULL && at->role != ROLE_APPENDIX &&
		       at->role != ROLE_NEXT_STEPS)
			at = at->parent;
		if (at == NULL)
			return false;
	}
	return plan->tables_count > 0;
}

/* Actions that stand in sentences only make no plan. */
static bool
has_tables(const struct plan *plan)
{
	for (size_t i = 0; i < plan->tables_count; i++)
		if (plan->tables[i].node != NULL)
			return true;
	return false;
}

/* "RECORD OF OFFICER DECISION", as the title or above it. */
static bool
is_called_decision(struct analysis *a)
{
	enum { HEAD = 6 };
	const struct node *node = a->doc->root->first;

	for (int i = 0; node != NULL && i < HEAD; i++, node = node->next) {
		struct str key;

		if (node->kind != NODE_PARAGRAPH && node->kind != NODE_HEADING)
			continue;
		key = analyse_key(a, doc_text(a->scratch, node));
		if (analyse_word_count(key) > 8)
			continue;
		if (str_find(key, "decision notice") != (size_t)-1 ||
		    str_find(key, "decision record") != (size_t)-1 ||
		    (str_find(key, "record of") != (size_t)-1 &&
			str_ends(key, "decision")))
			return true;
	}
	return false;
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
	if (has_field(a, "decision status") || has_field(a, "decision type") ||
	    is_called_decision(a))
		return TYPE_DECISION_RECORD;
	if (is_minutes(a))
		return TYPE_MINUTES;
	if (is_risk_register(a))
		return TYPE_RISK_REGISTER;
	if (plan->actions_count > 0 && has_actions_apart(a))
		return TYPE_COMMITTEE_REPORT;
	if (has_tables(plan) && plan->actions_count > 0 && is_tracker(a))
		return TYPE_TRACKER;
	if (plan->actions_count > 0 && has_tables(plan))
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
	case TYPE_MINUTES:
		return "Minutes";
	case TYPE_TRACKER:
		return "Recommendation tracker";
	case TYPE_RISK_REGISTER:
		return "Risk register";
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
