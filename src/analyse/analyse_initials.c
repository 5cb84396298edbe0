/* analyse_initials: a draft's own key of initials: "AL | Ann Lee" in a table,
 * "AL - Ann Lee" in a list, "AL: Ann Lee" as a field, "Ann Lee (AL)" in a
 * text. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

static void
add(struct analysis *a, struct analyse_initials *key, struct str initials,
    struct str name)
{
	initials = str_trim(initials);
	name = analyse_name_of(str_trim(name)).name;
	if (!analyse_is_initials(initials) || !analyse_is_person(name))
		return;
	if (!map_add(a->scratch, &key->map, str_copy(a->scratch, initials),
		key->count))
		return;
	key->names = arena_push(a->scratch, key->names, &key->count, &key->cap,
	    sizeof(*key->names));
	key->names[key->count - 1] = str_copy(a->doc->arena, name);
}

/* Either may come first: "AL | Ann Lee" and "Ann Lee | AL". */
static void
add_row(
    struct analysis *a, struct analyse_initials *key, const struct node *row)
{
	for (const struct node *cell = row->first;
	     cell != NULL && cell->next != NULL; cell = cell->next) {
		struct str first = doc_text(a->scratch, cell);
		struct str second = doc_text(a->scratch, cell->next);

		if (analyse_is_initials(first))
			add(a, key, first, second);
		else if (analyse_is_initials(second))
			add(a, key, second, first);
	}
}

/* "AL - Ann Lee", "AL = Ann Lee, Head of Audit" */
static void
add_line(struct analysis *a, struct analyse_initials *key, struct str text)
{
	static const char *const marks[] = { " - ", " – ", " = ", ": ", ", ",
		" ", NULL };

	for (size_t i = 0; marks[i] != NULL; i++) {
		size_t at = str_find(text, marks[i]);

		if (at == (size_t)-1 ||
		    !analyse_is_initials(str_head(text, at)))
			continue;
		add(a, key, str_head(text, at),
		    str_skip(text, at + str_from(marks[i]).len));
		return;
	}
}

/* "... Ann Lee (AL) ...": the two or three words before the bracket. */
static void
add_bracketed(struct analysis *a, struct analyse_initials *key, struct str text)
{
	size_t from = 0, at;

	while ((at = str_find(str_skip(text, from), " (")) != (size_t)-1) {
		size_t open = from + at, close, begin = open;
		struct str initials;

		from = open + 2;
		close = str_find(str_skip(text, from), ")");
		if (close == (size_t)-1)
			return;
		initials = str_head(str_skip(text, from), close);
		if (close > 6 || !analyse_is_initials(initials))
			continue;
		for (int words = 0; words < 3 && begin > 0; words++) {
			struct str name;

			begin--;
			while (begin > 0 && text.ptr[begin - 1] != ' ')
				begin--;
			name = str_range(text.ptr + begin, text.ptr + open);
			if (analyse_alike_initials(initials, name))
				add(a, key, initials, name);
		}
	}
}

struct analyse_initials
analyse_initials_read(struct analysis *a)
{
	struct analyse_initials key = { .count = 0 };
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_ROW && node->role != ROLE_ACTION) {
			add_row(a, &key, node);
		} else if (node->kind == NODE_FIELD) {
			if (analyse_is_initials(node->as.field.name))
				add(a, &key, node->as.field.name,
				    doc_text(a->scratch, node));
		} else if (node->kind == NODE_PARAGRAPH) {
			struct str text = doc_text(a->scratch, node);

			add_line(a, &key, text);
			add_bracketed(a, &key, text);
		}
	}
	return key;
}

struct str
analyse_initials_find(const struct analyse_initials *key, struct str initials)
{
	size_t *known = map_find(&key->map, initials);

	return known != NULL ? key->names[*known] : (struct str){ "", 0 };
}
