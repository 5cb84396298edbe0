/* analyse_place: themes and objectives, and which action belongs to which. An
 * action's number counts for more than the place where a page break or a
 * hasty edit has put its row. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"

/* ---- objectives ---- */

/* The text of a section's own blocks but for tables, from `node` up to deeper
 * sections. */
static struct str
own_text(struct analysis *a, const struct node *node)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (; node != NULL && node->kind != NODE_SECTION; node = node->next) {
		if (node->kind == NODE_TABLE)
			continue;
		buf_puts(&buf, buf.len > 0 ? " " : "");
		doc_text_put(&buf, node);
	}
	text = str_copy(a->doc->arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* "Objective 1.1: We will" -> "1.1", and what follows the label. */
static struct str
label_number(struct str heading, struct str *rest)
{
	struct str number = { NULL, 0 };
	size_t space = str_find(heading, " ");

	*rest = heading;
	if (space != (size_t)-1 &&
	    analyse_number_split(str_skip(heading, space + 1), &number, rest)) {
		if (str_starts(*rest, "–"))
			*rest = str_trim(str_skip(*rest, sizeof("–") - 1));
		if (str_starts(*rest, "-"))
			*rest = str_trim(str_skip(*rest, 1));
	}
	return number;
}

static size_t
index_of(const struct map *map, const struct node *section)
{
	const size_t *index =
	    section->id.len > 0 ? map_find(map, section->id) : NULL;

	return index != NULL ? *index : PLAN_NONE;
}

/* The index of the innermost section around the node that is in the map. */
static size_t
index_around(const struct map *map, const struct node *node)
{
	size_t index = PLAN_NONE;

	for (; node != NULL && index == PLAN_NONE; node = node->parent)
		if (node->kind == NODE_SECTION)
			index = index_of(map, node);
	return index;
}

size_t
analyse_objective_at(const struct analysis *a, const struct node *section)
{
	return index_of(&a->objectives, section);
}

static void
add_index(struct arena *arena, size_t **list, size_t *count, size_t *cap,
    size_t value)
{
	*list = arena_push(arena, *list, count, cap, sizeof(**list));
	(*list)[*count - 1] = value;
}

/* The paragraph below a bare label is the objective's title; gives what comes
 * after it. */
static struct node *
take_statement(struct analysis *a, struct plan_objective *objective,
    struct node *statement)
{
	objective->title = (struct str){ "", 0 };
	if (statement == NULL || statement->kind != NODE_PARAGRAPH)
		return statement;
	objective->title = analyse_text(a, statement);
	return statement->next;
}

static void
add_objective(struct analysis *a, struct node *section)
{
	struct plan *plan = a->plan;
	struct plan_objective *objective;
	struct node *heading = section->first;
	struct node *statement = heading->next;

	plan->objectives =
	    arena_push(a->doc->arena, plan->objectives, &plan->objectives_count,
		&plan->objectives_cap, sizeof(*plan->objectives));
	objective = &plan->objectives[plan->objectives_count - 1];
	objective->node = section;
	objective->pos = section->pos;
	objective->section = analyse_number_bare(heading->as.heading.number);
	objective->number =
	    label_number(analyse_text(a, heading), &objective->title);
	if (objective->title.len == 0 ||
	    (objective->number.len == 0 && heading->first != NULL &&
		heading->first->flags & NODE_GENERATED))
		statement = take_statement(a, objective, statement);
	objective->text = own_text(a, statement);
	objective->id = objective->number.len > 0
			    ? str_printf(a->doc->arena, "objective-%.*s",
				  STR_ARG(objective->number))
			    : str_printf(a->doc->arena, "objective-s%.*s",
				  STR_ARG(objective->section));
	objective->theme = index_around(&a->themes, section);
	map_add(a->scratch, &a->objectives, section->id,
	    plan->objectives_count - 1);
	if (objective->number.len > 0)
		map_add(a->scratch, &a->numbers, objective->number,
		    plan->objectives_count - 1);
	if (objective->theme != PLAN_NONE) {
		struct plan_theme *theme = &plan->themes[objective->theme];

		add_index(a->doc->arena, &theme->objectives,
		    &theme->objective_count, &theme->objective_cap,
		    plan->objectives_count - 1);
	}
}

/* ---- themes ---- */

static void
add_theme(struct analysis *a, struct node *section)
{
	struct plan *plan = a->plan;
	struct plan_theme *theme;

	plan->themes = arena_push(a->doc->arena, plan->themes,
	    &plan->themes_count, &plan->themes_cap, sizeof(*plan->themes));
	theme = &plan->themes[plan->themes_count - 1];
	theme->section = section;
	theme->pos = section->pos;
	theme->number = analyse_number_bare(section->first->as.heading.number);
	theme->title = analyse_text(a, section->first);
	theme->text = own_text(a, section->first->next);
	theme->id = str_printf(a->doc->arena, "theme-%zu", plan->themes_count);
	section->role = ROLE_THEME;
	map_add(a->scratch, &a->themes, section->id, plan->themes_count - 1);
}

static bool
holds_directly(
    const struct node *section, enum node_kind kind, enum node_role role)
{
	for (const struct node *node = section->first; node; node = node->next)
		if (node->kind == kind && node->role == role)
			return true;
	return false;
}

static bool
any_objectives(const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_SECTION &&
		    walker.node->role == ROLE_OBJECTIVE)
			return true;
	return false;
}

/* What stands in every paper is no theme of a plan, even if its actions stand
 * there; only recommendations are actions by themselves. */
static bool
is_of_paper(const struct node *section)
{
	return section->role != ROLE_NONE && section->role != ROLE_PART &&
	       section->role != ROLE_PLAN && section->role != ROLE_THEME &&
	       section->role != ROLE_RECOMMENDATIONS;
}

/* Themes hold objectives; where there are none, they hold the tables. */
static void
find_themes(struct analysis *a)
{
	bool by_objective = any_objectives(a->doc->root);
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE || node->kind != NODE_SECTION ||
		    is_of_paper(node))
			continue;
		if (holds_directly(node, NODE_SECTION, ROLE_OBJECTIVE) ||
		    (holds_directly(node, NODE_TABLE, ROLE_ACTIONS) &&
			!(by_objective && node->role != ROLE_NONE)))
			add_theme(a, node);
	}
}

/* One table in one section makes a plan, not a theme. */
static void
drop_lone_theme(struct analysis *a)
{
	struct plan *plan = a->plan;

	if (plan->themes_count != 1 || any_objectives(a->doc->root))
		return;
	plan->themes[0].section->role = ROLE_PLAN;
	plan->themes_count = 0;
	a->themes = (struct map){ NULL, 0, 0 };
}

/* The section around the themes is the plan. */
static void
mark_plan(struct analysis *a)
{
	for (size_t i = 0; i < a->plan->themes_count; i++) {
		struct node *parent = a->plan->themes[i].section->parent;

		if (parent->kind == NODE_SECTION && parent->role == ROLE_NONE)
			parent->role = ROLE_PLAN;
	}
}

static void
find_objectives(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_SECTION &&
		    walker.node->role == ROLE_OBJECTIVE)
			add_objective(a, walker.node);
}

/* ---- actions ---- */

static size_t
objective_numbered(const struct analysis *a, struct str number)
{
	const size_t *index =
	    number.len > 0 ? map_find(&a->numbers, number) : NULL;

	return index != NULL ? *index : PLAN_NONE;
}

static void
place(struct analysis *a, struct plan_action *action, size_t index)
{
	struct plan *plan = a->plan;
	const struct node *table = plan->tables[action->table].node;
	size_t around = index_around(&a->objectives, table);
	size_t by_number =
	    objective_numbered(a, analyse_number_parent(action->id));

	action->objective = by_number != PLAN_NONE ? by_number : around;
	if (by_number != PLAN_NONE && by_number != around)
		doc_say(a->doc, DOC_ACTION_MOVED, action->pos, action->id,
		    plan->objectives[by_number].number);
	if (action->objective != PLAN_NONE) {
		struct plan_objective *objective =
		    &plan->objectives[action->objective];

		add_index(a->doc->arena, &objective->actions,
		    &objective->action_count, &objective->action_cap, index);
		action->theme = objective->theme;
	} else {
		action->theme = index_around(&a->themes, table);
	}
}

/* Anchors are unique although numbers may not be. */
static void
give_anchor(struct analysis *a, struct plan_action *action, struct map *seen)
{
	if (action->id.len > 0 && !map_add(a->scratch, seen, action->id, 0))
		doc_say(a->doc, DOC_ACTION_TWICE, action->pos, action->id,
		    (struct str){ NULL, 0 });
	action->anchor = analyse_id_slug(
	    a, "action-", action->id.len > 0 ? action->id : action->title);
	action->values[0].cell->parent->id = action->anchor;
}

void
analyse_places(struct analysis *a)
{
	struct map seen = { NULL, 0, 0 };

	find_themes(a);
	drop_lone_theme(a);
	mark_plan(a);
	find_objectives(a);
	for (size_t i = 0; i < a->plan->actions_count; i++) {
		struct plan_action *action = &a->plan->actions[i];

		place(a, action, i);
		give_anchor(a, action, &seen);
	}
}
