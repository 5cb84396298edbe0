/* analyse_due: when the paper is from and the period it reports on. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* ---- dates of the paper ---- */

/* "Date: 3 December 2026" in a line alone above the sections. */
static struct date
line_date(struct analysis *a)
{
	const struct node *node = a->doc->root->first;

	for (; node != NULL && node->kind != NODE_SECTION; node = node->next) {
		struct str text = doc_text(a->scratch, node);
		size_t at = str_find(text, ":");
		struct date date;

		if (node->kind != NODE_PARAGRAPH || at == (size_t)-1)
			continue;
		date = analyse_date_of(str_skip(text, at));
		if (date.year > 0 &&
		    analyse_cover_fact(a, str_head(text, at)) == COVER_DATE)
			return date;
	}
	return (struct date){ 0 };
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

/* "2025/26", "Q2 2025/26", if that is all. */
static bool
read_span(struct analysis *a, struct str text)
{
	struct date_found found, other;
	struct date nowhere = { 0 };

	if (!analyse_date_next(text, 0, nowhere, &found) ||
	    found.from.year == 0 || !found.is_sound ||
	    analyse_date_next(text, found.end, nowhere, &other))
		return false;
	a->plan->from = found.from;
	a->plan->to = found.date;
	return true;
}

/* "July 2017 to August 2018", "between July 2017 and August 2018", "April -
 * September 2026", "2026-04-01 to 2026-09-30": the first and last date. */
static void
read_period(struct analysis *a, struct str text)
{
	struct plan *plan = a->plan;
	size_t at = 0, end, second;
	struct date first = { 0 }, last = { 0 };

	if (read_span(a, text) || !analyse_date_find(text, &at, &end, &first))
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
			(size_t)-1 ||
		    str_find_nocase(plan->fields[i].name, "cyfnod") !=
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
	struct plan *plan = a->plan;
	struct date said = analyse_date_of(analyse_cover_value(a, COVER_DATE));

	if (said.year > 0)
		plan->date = said;
	if (plan->date.year == 0)
		plan->date = line_date(a);
	find_period(a);
	if (plan->as_of.year == 0) {
		plan->as_of = plan->date.year > 0 ? plan->date : plan->to;
		plan->as_of_source = plan->as_of.year > 0 ? "draft" : NULL;
	}
	if (plan->as_of.year == 0 && a->options->environment.year > 0) {
		plan->as_of = a->options->environment;
		plan->as_of_source = "environment";
	}
	for (size_t i = 0; i < plan->actions_count; i++) {
		analyse_due_action(a, &plan->actions[i]);
		analyse_due_judge(a, &plan->actions[i]);
	}
}
