/* analyse_agree: does what a reference points at agree with the words around
 * it? "Governance Objective 3.3" that is an objective of another theme,
 * "action 1.2: Train staff" where another action is called so. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"

enum {
	THEME_MIN = 4, /* bytes; less may be any word */
	TITLE_MIN = 6,
	TITLE_MAX = 200 /* nobody quotes more */
};

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

/* What themes, objectives and actions are called. */
struct analyse_titles {
	struct map themes;     /* "customer focus" -> index */
	struct map objectives; /* "train staff" -> index */
	struct map actions;
	struct map targets; /* anchor -> index of an objective or action */
	size_t longest;     /* title, in bytes */
};

static void
add_title(struct analysis *a, struct map *map, struct str title, size_t index)
{
	struct analyse_titles *titles = a->titles;

	title = str_trim(title);
	if (title.len < THEME_MIN || title.len > TITLE_MAX)
		return;
	map_add(a->scratch, map, str_lower(a->scratch, title), index);
	if (title.len > titles->longest)
		titles->longest = title.len;
}

static void
read_titles(struct analysis *a)
{
	const struct plan *plan = a->plan;
	struct analyse_titles *titles =
	    arena_alloc(a->scratch, sizeof(*a->titles));

	a->titles = titles;
	for (size_t i = 0; i < plan->themes_count; i++)
		add_title(a, &titles->themes, theme_name(&plan->themes[i]), i);
	for (size_t i = 0; i < plan->objectives_count; i++) {
		add_title(a, &titles->objectives, plan->objectives[i].title, i);
		map_add(a->scratch, &titles->targets,
		    plan->objectives[i].node->id, i);
	}
	for (size_t i = 0; i < plan->actions_count; i++) {
		add_title(a, &titles->actions, plan->actions[i].title, i);
		map_add(a->scratch, &titles->targets,
		    plan->actions[i].values[0].cell->parent->id, i);
	}
}

/* The theme whose name stands right before "Objective 3.3". */
static size_t
theme_before(struct analysis *a, struct str before)
{
	const struct analyse_titles *titles = a->titles;
	size_t found = PLAN_NONE, first = 0;

	before = str_trim(before);
	if (before.len > titles->longest + 1) {
		before = str_skip(before, before.len - titles->longest - 1);
		first = 1; /* a word may be cut there */
	}
	before = str_lower(a->scratch, before);
	for (size_t at = before.len; at-- > first;) {
		size_t *known;

		if (at > 0 && before.ptr[at - 1] != ' ')
			continue;
		known = map_find(&titles->themes, str_skip(before, at));
		if (known != NULL)
			found = *known;
	}
	return found;
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
	said = theme_before(a, str_head(text, found->begin));
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
is_word_end(struct str text, size_t at)
{
	struct str rest = str_skip(text, at);

	return rest.len == 0 || !utf8_is_word(utf8_next(&rest));
}

/* The longest of the titles that the text begins with, or PLAN_NONE. */
static size_t
title_of(
    struct analysis *a, const struct map *map, struct str text, size_t *len)
{
	struct str head = str_head(text, a->titles->longest + 1);
	struct str lower = str_lower(a->scratch, head);

	if (lower.len != head.len)
		return PLAN_NONE; /* the places would not be the same */
	for (*len = a->titles->longest; *len >= TITLE_MIN; (*len)--) {
		size_t *known;

		if (*len > lower.len || !is_word_end(lower, *len))
			continue;
		known = map_find(map, str_head(lower, *len));
		if (known != NULL)
			return *known;
	}
	return PLAN_NONE;
}

/* The title that stands behind the number belongs to something else of the
 * same kind. */
static void
check_title(struct analysis *a, const struct pointer *found, struct str text,
    const struct node *target, struct pos pos)
{
	const struct plan *plan = a->plan;
	bool is_action = found->target == POINTER_ACTION;
	struct str said = title_after(text, found), right;
	size_t *meant = map_find(&a->titles->targets, target->id), other, len;

	if (said.len == 0 || meant == NULL ||
	    (!is_action && found->target != POINTER_OBJECTIVE))
		return;
	other = title_of(a,
	    is_action ? &a->titles->actions : &a->titles->objectives, said,
	    &len);
	if (other == PLAN_NONE)
		return;
	right = is_action ? plan->actions[*meant].title
			  : plan->objectives[*meant].title;
	if (right.len == 0 || str_eq_nocase(str_head(said, right.len), right))
		return;
	doc_say(a->doc, DOC_REFERENCE_WRONG, pos,
	    str_range(text.ptr + found->begin, said.ptr + len), right);
}

void
analyse_pointer_check(struct analysis *a, const struct pointer *found,
    struct str text, const struct node *target, struct pos pos)
{
	if (a->titles == NULL)
		read_titles(a);
	check_theme(a, found, text, target, pos);
	check_title(a, found, text, target, pos);
}
