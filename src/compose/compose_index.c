/* compose_index: the actions by owner, for who wants to know what is theirs. A
 * name is listed as it is written: two spellings of one person are two names,
 * for only the author can say that they are one. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"

struct entry {
	struct str name;
	size_t action; /* index */
};

struct entries {
	struct entry *items;
	size_t count, cap;
	struct arena *arena;
};

static void
gather(struct entries *entries, const struct plan *plan)
{
	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct name_list *owners = &plan->actions[i].owners;

		for (size_t j = 0; j < owners->count; j++) {
			if (owners->names[j].len == 0)
				continue;
			entries->items = arena_push(entries->arena,
			    entries->items, &entries->count, &entries->cap,
			    sizeof(*entries->items));
			entries->items[entries->count - 1] =
			    (struct entry){ owners->names[j], i };
		}
	}
}

/* By name, then as the plan has them. */
static int
compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = str_cmp(a->name, b->name);

	return order != 0               ? order
	       : a->action == b->action ? 0
	       : a->action < b->action  ? -1
					: 1;
}

static void
put_link(struct maker *maker, struct node *to, const struct plan_action *action)
{
	struct node *link = compose_new(maker, NODE_LINK, action->pos);

	link->as.link.target = action->anchor;
	link->role = ROLE_ACTION;
	doc_text_append(maker->arena, link,
	    action->id.len > 0      ? action->id
	    : action->title.len > 0 ? action->title
				    : action->anchor,
	    action->pos);
	link->first->flags |= NODE_GENERATED;
	doc_node_append(to, link);
}

static void
put_owner(struct maker *maker, struct node *fields, const struct entry *entries,
    size_t count)
{
	const struct plan_action *actions = maker->plan->actions;
	struct pos pos = actions[entries[0].action].pos;
	struct node *field = compose_new(maker, NODE_FIELD, pos);
	struct node *paragraph = compose_new(maker, NODE_PARAGRAPH, pos);

	field->as.field.name = entries[0].name;
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && entries[i].action == entries[i - 1].action)
			continue; /* the same name twice in one cell */
		if (i > 0)
			doc_text_append(
			    maker->arena, paragraph, str_from(", "), pos)
			    ->flags |= NODE_GENERATED;
		put_link(maker, paragraph, &actions[entries[i].action]);
	}
	doc_node_append(field, paragraph);
	doc_node_append(fields, field);
}

void
compose_index(struct maker *maker, struct node *to)
{
	struct entries all = { .arena = arena_new() };
	struct node *section, *heading, *fields;

	gather(&all, maker->plan);
	if (all.count > 0 && !maker->has_index) {
		maker->has_index = true;
		qsort(all.items, all.count, sizeof(*all.items), compare);
		section = compose_new(maker, NODE_SECTION, (struct pos){ 0 });
		heading = compose_new(maker, NODE_HEADING, (struct pos){ 0 });
		fields = compose_new(maker, NODE_FIELDS, (struct pos){ 0 });
		doc_text_append(maker->arena, heading,
		    words_text(&maker->words, WORD_OWNERS), (struct pos){ 0 })
		    ->flags |= NODE_GENERATED;
		doc_node_append(section, heading);
		doc_node_append(section, fields);
		for (size_t from = 0, end; from < all.count; from = end) {
			for (end = from + 1; end < all.count; end++)
				if (!str_eq(all.items[end].name,
					all.items[from].name))
					break;
			put_owner(maker, fields, all.items + from, end - from);
		}
		doc_node_append(to, section);
	}
	arena_free(all.arena);
}

bool
compose_wants_index(const struct doc *doc)
{
	const struct setting *setting = doc_setting(doc, "index");

	return setting != NULL &&
	       str_is_nocase(str_trim(setting->value), "owners");
}
