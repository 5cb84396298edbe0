/* compose_view_owners: who owns which actions, in the order in which the plan
 * first names them. */
#include "base/arena.h"
#include "base/map.h"
#include "compose/compose_view_plan.h"

struct owned {
	struct str name;
	size_t *actions;
	size_t count, cap;
};

struct owners {
	struct arena *arena; /* a scratch one */
	struct map by_name;
	struct owned *items;
	size_t count, cap;
};

static void
add(struct owners *owners, struct str name, size_t action)
{
	size_t *index = map_find(&owners->by_name, name);
	struct owned *owned;

	if (index == NULL) {
		owners->items = arena_push(owners->arena, owners->items,
		    &owners->count, &owners->cap, sizeof(*owners->items));
		owners->items[owners->count - 1] =
		    (struct owned){ .name = name };
		map_add(
		    owners->arena, &owners->by_name, name, owners->count - 1);
		index = map_find(&owners->by_name, name);
	}
	owned = &owners->items[*index];
	owned->actions = arena_push(owners->arena, owned->actions,
	    &owned->count, &owned->cap, sizeof(*owned->actions));
	owned->actions[owned->count - 1] = action;
}

static void
show(struct view *view, xmlNode *list, const struct owned *owned,
    const struct plan *plan)
{
	xmlNode *at =
	    compose_view_add(view, list, "owner", NULL, (struct pos){ 0 });
	size_t overdue = 0;

	for (size_t i = 0; i < owned->count; i++) {
		const struct plan_action *action =
		    &plan->actions[owned->actions[i]];
		xmlNode *one =
		    compose_view_add(view, at, "owned", NULL, action->pos);

		overdue += action->overdue;
		compose_view_set(view, one, "id", action->id);
		compose_view_set(view, one, "anchor", action->anchor);
		compose_view_set(view, one, "title", action->title);
		compose_view_set(
		    view, one, "state", compose_state_name(action->state));
	}
	compose_view_set(view, at, "name", owned->name);
	compose_view_set_count(at, "actions", owned->count);
	compose_view_set_count(at, "overdue", overdue);
}

void
compose_view_owned(struct view *view, const struct plan *plan)
{
	struct owners owners = { .arena = arena_new() };
	xmlNode *list = compose_view_add(
	    view, view->report, "owners", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];
		const struct name_list *names =
		    action->owners.count > 0 ? &action->owners : &action->leads;

		for (size_t n = 0; n < names->count; n++)
			add(&owners, names->names[n], i);
	}
	for (size_t i = 0; i < owners.count; i++)
		show(view, list, &owners.items[i], plan);
	arena_free(owners.arena);
}
