/* analyse_agree: does what a reference points at agree with the words around
 * it? "Governance Objective 3.3" that is an objective of another theme,
 * "action 1.2: Train staff" where another action is called so. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

/* "Customer Focus Objectives" without its last word: what people call it. */
static struct str
theme_name(const struct plan_theme *theme)
{
	struct str title = theme->title;

	for (size_t i = title.len; i > 0; i--)
		if (title.ptr[i - 1] == ' ')
			return str_head(title, i - 1);
	return title;
}

/* The theme whose name stands right before "Objective 3.3". */
static size_t
theme_before(const struct plan *plan, struct str before)
{
	before = str_trim(before);
	for (size_t i = 0; i < plan->themes_count; i++) {
		struct str name = theme_name(&plan->themes[i]);

		if (name.len >= 4 && before.len >= name.len &&
		    str_eq_nocase(
			str_skip(before, before.len - name.len), name))
			return i;
	}
	return PLAN_NONE;
}

static void
check_theme(struct analysis *a, const struct pointer *found, struct str text,
    const struct node *target, struct pos pos)
{
	const struct plan *plan = a->plan;
	size_t said, objective;
	struct str whole;

	if (found->target != POINTER_OBJECTIVE || found->is_more)
		return;
	said = theme_before(plan, str_head(text, found->begin));
	objective = analyse_objective_at(a, target);
	if (said == PLAN_NONE || objective == PLAN_NONE ||
	    plan->objectives[objective].theme == said ||
	    plan->objectives[objective].theme == PLAN_NONE)
		return;
	whole = str_printf(a->scratch, "%.*s %.*s",
	    STR_ARG(theme_name(&plan->themes[said])),
	    STR_ARG(str_range(text.ptr + found->begin, text.ptr + found->end)));
	doc_say(a->doc, DOC_REFERENCE_WRONG, pos, whole,
	    plan->themes[plan->objectives[objective].theme].title);
}

/* "Objective 1.2: Train staff", "action 3.1 (Mend the gate)": the title that
 * the words give, or nothing. */
static struct str
title_after(struct str text, const struct pointer *found)
{
	static const char *const marks[] = { ": ", " (", " - ", " – ", " \"",
		" “", " ‘", NULL };
	struct str rest = str_skip(text, found->shown_end);

	for (size_t i = 0; marks[i] != NULL; i++)
		if (str_starts(rest, marks[i]))
			return str_skip(rest, str_from(marks[i]).len);
	return (struct str){ "", 0 };
}

static bool
begins_with(struct str text, struct str title)
{
	enum { SHORTEST = 6 };

	return title.len >= SHORTEST && text.len >= title.len &&
	       str_eq_nocase(str_head(text, title.len), title);
}

/* The title that stands behind the number belongs to something else of the
 * same kind. */
static void
check_title(struct analysis *a, const struct pointer *found, struct str text,
    const struct node *target, struct pos pos)
{
	const struct plan *plan = a->plan;
	struct str said = title_after(text, found);
	struct str wrong = { "", 0 }, right = { "", 0 };

	if (found->target == POINTER_OBJECTIVE)
		for (size_t i = 0; i < plan->objectives_count; i++) {
			struct str title = plan->objectives[i].title;

			if (plan->objectives[i].node == target)
				right = title;
			else if (begins_with(said, title))
				wrong = title;
		}
	if (found->target == POINTER_ACTION)
		for (size_t i = 0; i < plan->actions_count; i++) {
			struct str title = plan->actions[i].title;

			if (plan->actions[i].values[0].cell->parent == target)
				right = title;
			else if (begins_with(said, title))
				wrong = title;
		}
	if (wrong.len == 0 || right.len == 0 || begins_with(said, right))
		return;
	doc_say(a->doc, DOC_REFERENCE_WRONG, pos,
	    str_range(text.ptr + found->begin, said.ptr + wrong.len), right);
}

void
analyse_pointer_check(struct analysis *a, const struct pointer *found,
    struct str text, const struct node *target, struct pos pos)
{
	check_theme(a, found, text, target, pos);
	check_title(a, found, text, target, pos);
}
