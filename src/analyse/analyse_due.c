/* analyse_due: when the paper is from, the period it reports on, and when each
 * action is due. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* ---- dates of actions ---- */

static struct plan_date *
add_date(struct analysis *a, struct plan_action *action, enum date_kind kind,
    struct date date, struct str text, uint32_t line)
{
	struct plan_date *added;

	action->dates = arena_push(a->doc->arena, action->dates,
	    &action->date_count, &action->date_cap, sizeof(*action->dates));
	added = &action->dates[action->date_count - 1];
	added->kind = kind;
	added->date = date;
	added->text = text;
	added->line = line;
	return added;
}

/* The sentence that ends with `before`. */
static struct str
sentence_of(struct str before)
{
	size_t at;

	while ((at = str_find(before, ". ")) != (size_t)-1)
		before = str_skip(before, at + 2);
	return before;
}

/* The words before a date that make it a promise. "Half had been done by May
 * 2026" tells what was. */
static bool
promises(struct str before)
{
	static const char *const words[] = { "by ", "by the end of ",
		"by end of ", "by end ", "due ", "due on ", "due in ",
		"no later than ", "not later than ", "before ", "deadline of ",
		"deadline is ", "target date of ", NULL };

	if (str_find_nocase(sentence_of(before), "had been ") != (size_t)-1)
		return false;
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_ends(before, words[i]))
			return true;
	return false;
}

static void
prose_dates(struct analysis *a, struct plan_action *action, struct str text,
    const struct node *cell)
{
	size_t at = 0, end;
	struct date date;

	while (analyse_date_find(text, &at, &end, &date)) {
		add_date(a, action,
		    promises(str_head(text, at)) ? DATE_TARGET : DATE_MENTIONED,
		    date, str_range(text.ptr + at, text.ptr + end),
		    cell->pos.line);
		at = end;
	}
}

static bool
is_struck(const struct node *cell)
{
	struct walker walker = { .root = cell };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_STRIKE)
			return true;
	return false;
}

static void
say_bad_dates(struct analysis *a, const struct node *cell, struct str text)
{
	size_t at = 0, end;

	while (analyse_date_find_bad(text, &at, &end)) {
		doc_say(a->doc, DOC_DATE_BAD, cell->pos,
		    str_range(text.ptr + at, text.ptr + end),
		    (struct str){ NULL, 0 });
		at = end;
	}
}

/* A date column's cell. Of several dates the last one counts: "May 24, now
 * Sept 24", or a struck-out date before the new one. */
static void
column_dates(struct analysis *a, struct plan_action *action,
    enum column_role role, enum date_kind kind)
{
	const struct node *cell = plan_action_cell(a->plan, action, role);
	struct str text;
	size_t at = 0, end, first = action->date_count;
	struct date date;

	if (cell == NULL)
		return;
	text = analyse_text(a, cell);
	while (analyse_date_find(text, &at, &end, &date)) {
		add_date(a, action, kind, date,
		    str_range(text.ptr + at, text.ptr + end), cell->pos.line);
		at = end;
	}
	say_bad_dates(a, cell, text);
	if (kind != DATE_TARGET || action->date_count - first < 2)
		return;
	if (!is_struck(cell) && str_find_nocase(text, "now") == (size_t)-1 &&
	    str_find_nocase(text, "revised") == (size_t)-1)
		return;
	action->dates[first].kind = DATE_ORIGINAL;
	action->dates[action->date_count - 1].kind = DATE_REVISED;
}

static const struct plan_date *
last_of_kind(const struct plan_action *action, enum date_kind kind)
{
	const struct plan_date *found = NULL;

	for (size_t i = 0; i < action->date_count; i++)
		if (action->dates[i].kind == kind &&
		    (found == NULL ||
			plan_date_before(found->date, action->dates[i].date)))
			found = &action->dates[i];
	return found;
}

static void
settle_due(struct analysis *a, struct plan_action *action)
{
	static const enum date_kind order[] = { DATE_REVISED, DATE_TARGET,
		DATE_ORIGINAL };

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		const struct plan_date *date = last_of_kind(action, order[i]);

		if (date != NULL) {
			action->due = date->date;
			break;
		}
	}
	action->overdue = action->state != STATE_COMPLETE &&
			  action->state != STATE_WITHDRAWN &&
			  plan_date_before(action->due, a->plan->as_of);
}

static void
action_dates(struct analysis *a, struct plan_action *action)
{
	const struct node *cell;

	column_dates(a, action, COLUMN_ROLE_ORIGINAL_DUE, DATE_ORIGINAL);
	column_dates(a, action, COLUMN_ROLE_DUE, DATE_TARGET);
	column_dates(a, action, COLUMN_ROLE_REVISED_DUE, DATE_REVISED);
	column_dates(a, action, COLUMN_ROLE_COMPLETED, DATE_COMPLETED);
	cell = plan_action_cell(a->plan, action, COLUMN_ROLE_PROGRESS);
	if (cell != NULL)
		prose_dates(a, action, action->progress, cell);
	cell = plan_action_cell(a->plan, action, COLUMN_ROLE_NEXT);
	if (cell != NULL)
		prose_dates(a, action, action->next_steps, cell);
	settle_due(a, action);
}

/* ---- dates of the paper ---- */

static struct date
field_date(struct analysis *a, const char *const *names)
{
	struct date none = { 0 };

	for (; *names != NULL; names++)
		for (size_t i = 0; i < a->plan->fields_count; i++) {
			const struct plan_field *field = &a->plan->fields[i];
			struct date date;

			if (!str_is(analyse_key(a, field->name), *names))
				continue;
			date = analyse_date_of(field->value);
			if (date.year > 0)
				return date;
		}
	return none;
}

/* What begins a period whose year stands only at its end: "April to " and
 * September 2026 give April 2026. No date if the words before are none. */
static struct date
day_before(struct analysis *a, struct str before, struct date last)
{
	static const char *const links[] = { " to ", " - ", "-", "–", " – ",
		" and ", " until ", NULL };
	struct date first;
	size_t i = 0;

	while (links[i] != NULL && !str_ends(before, links[i]))
		i++;
	if (links[i] == NULL)
		return (struct date){ 0 };
	before = str_head(before, before.len - str_from(links[i]).len);
	first = analyse_date_of(str_printf(
	    a->scratch, "%.*s %d", STR_ARG(str_trim(before)), last.year));
	/* "October to March 2027" begins in 2026 */
	if (first.year > 0 && plan_date_before(last, first))
		first.year--;
	return first;
}

/* "July 2017 to August 2018", "between July 2017 and August 2018", "April -
 * September 2026", "2026-04-01 to 2026-09-30": the first and last date. */
static void
read_period(struct analysis *a, struct str text)
{
	struct plan *plan = a->plan;
	size_t at = 0, end, second;
	struct date first = { 0 }, last = { 0 };

	if (!analyse_date_find(text, &at, &end, &first))
		return;
	second = end;
	if (analyse_date_find(text, &second, &end, &last)) {
		plan->from = first;
		plan->to = last;
		return;
	}
	last = first;
	first = day_before(a, str_head(text, at), last);
	if (first.year == 0)
		return;
	plan->from = first;
	plan->to = last;
}

static void
find_period(struct analysis *a)
{
	struct plan *plan = a->plan;

	for (size_t i = 0; i < plan->fields_count && plan->to.year == 0; i++)
		if (str_find_nocase(plan->fields[i].name, "period") !=
		    (size_t)-1)
			read_period(a, plan->fields[i].value);
	for (size_t i = 0; i < plan->tables_count && plan->to.year == 0; i++)
		for (size_t j = 0; j < plan->tables[i].column_count; j++)
			if (plan->tables[i].columns[j].role ==
			    COLUMN_ROLE_PROGRESS)
				read_period(
				    a, plan->tables[i].columns[j].heading);
}

void
analyse_dates(struct analysis *a)
{
	static const char *const names[] = { "date of meeting", "meeting date",
		"date", "meeting", "publication date", "decision due",
		"notice of proposed decision first published", NULL };
	struct plan *plan = a->plan;

	plan->date = field_date(a, names);
	find_period(a);
	if (plan->as_of.year == 0) {
		plan->as_of = plan->date.year > 0 ? plan->date : plan->to;
		plan->as_of_source = plan->as_of.year > 0 ? "draft" : NULL;
	}
	if (plan->as_of.year == 0 && a->options->environment.year > 0) {
		plan->as_of = a->options->environment;
		plan->as_of_source = "environment";
	}
	for (size_t i = 0; i < plan->actions_count; i++)
		action_dates(a, &plan->actions[i]);
}
