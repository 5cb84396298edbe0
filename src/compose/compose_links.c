/* compose_links: every id of the report once, and every link to one that is
 * there. Sections without an id get one out of their heading's words. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { ID_WORDS = 8 }; /* of a heading, in an id made of it */

struct id {
	struct str text;
	struct node *node;
	size_t place; /* in document order */
};

struct ids {
	struct id *items;
	size_t count, cap;
	struct arena *arena;
};

static int
id_cmp(const void *a, const void *b)
{
	const struct id *x = a, *y = b;
	int order = str_cmp(x->text, y->text);

	return order != 0 ? order : x->place < y->place ? -1 : 1;
}

static void
push(struct ids *ids, struct str text, struct node *node)
{
	ids->items = arena_push(ids->arena, ids->items, &ids->count, &ids->cap,
	    sizeof(*ids->items));
	ids->items[ids->count - 1] = (struct id){ text, node, ids->count };
}

static void
sort(struct ids *ids)
{
	if (ids->count > 1)
		qsort(ids->items, ids->count, sizeof(*ids->items), id_cmp);
}

/* "3.1 Flood risk" -> "3-1-flood-risk", at most `most` words. */
static struct str
slug(struct arena *arena, const struct node *heading, int most)
{
	struct str text = str_lower(arena,
	    str_printf(arena, "%.*s %.*s", STR_ARG(heading->as.heading.number),
		STR_ARG(doc_text(arena, heading))));
	struct buf buf = BUF_INIT;
	bool want_dash = false;
	int words = 1;
	struct str made;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (!utf8_is_word(c)) {
			want_dash = buf.len > 0;
			continue;
		}
		if (want_dash) {
			if (++words > most)
				break;
			buf_puts(&buf, "-");
		}
		want_dash = false;
		buf_put_char(&buf, c);
	}
	if (buf.len == 0)
		buf_puts(&buf, "section");
	made = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return made;
}

static void
gather_ids(struct maker *maker, struct node *root, struct ids *ids)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_SECTION && node->id.len == 0)
			node->id = slug(maker->arena, node->first, ID_WORDS);
		if (node->id.len == 0)
			continue;
		push(ids, node->id, node);
	}
	sort(ids);
}

static bool
has_id(const struct ids *ids, struct str text)
{
	size_t low = 0, high = ids->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(ids->items[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ids->count && str_eq(ids->items[low].text, text);
}

/* The first with a name keeps it; sections get a new one, others go without,
 * for nothing can have meant them. */
static void
part_ids(struct maker *maker, struct ids *ids)
{
	size_t first = 0, next = 2;

	for (size_t i = 1; i < ids->count; i++) {
		struct node *node = ids->items[i].node;
		struct str made;

		if (!str_eq(ids->items[i].text, ids->items[first].text)) {
			first = i;
			next = 2;
			continue;
		}
		node->id = (struct str){ NULL, 0 };
		if (node->kind != NODE_SECTION)
			continue;
		do
			made = str_printf(maker->arena, "%.*s-%zu",
			    STR_ARG(ids->items[first].text), next++);
		while (has_id(ids, made));
		node->id = made;
	}
}

/* ---- links ---- */

/* "#where-we-stand", as web pages name the heading "Where we stand". */
static struct str
find_fragment(const struct ids *fragments, struct str url)
{
	size_t low = 0, high = fragments->count;

	url = str_skip(url, 1);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(fragments->items[middle].text, url) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < fragments->count && str_eq(fragments->items[low].text, url))
		return fragments->items[low].node->id;
	return (struct str){ NULL, 0 };
}

static void
gather_fragments(struct node *root, struct ids *fragments)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		const struct node *heading = walker.node->first;

		if (walker.event == WALK_LEAVE ||
		    walker.node->kind != NODE_SECTION)
			continue;
		push(fragments, slug(fragments->arena, heading, 1000),
		    walker.node);
	}
	sort(fragments);
}

/* Links to headings by the name that a web page would give them. */
static void
lead_fragments(struct node *root)
{
	struct ids fragments = { .arena = arena_new() };
	struct walker walker = { .root = root };
	bool is_gathered = false;

	while (doc_walk(&walker)) {
		struct node *node = walker.node;
		struct str id;

		if (walker.event == WALK_LEAVE || node->kind != NODE_LINK ||
		    !str_starts(node->as.link.url, "#"))
			continue;
		if (!is_gathered)
			gather_fragments(root, &fragments);
		is_gathered = true;
		id = find_fragment(&fragments, node->as.link.url);
		if (id.len == 0)
			continue;
		node->as.link.target = id;
		node->as.link.url = (struct str){ NULL, 0 };
	}
	arena_free(fragments.arena);
}

/* A link whose target is nowhere in the report is its words alone. */
static void
mend_links(struct node *root, const struct ids *ids)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_LINK && node->as.link.target.len > 0 &&
		    !has_id(ids, node->as.link.target)) {
			node->as.link.target = (struct str){ NULL, 0 };
			if (node->as.link.url.len == 0)
				node->kind = NODE_SPAN;
		}
		if (node->kind == NODE_LINK && node->as.link.target.len == 0 &&
		    node->as.link.url.len == 0)
			node->kind = NODE_SPAN;
		if ((node->kind == NODE_NOTE || node->kind == NODE_NOTE_REF) &&
		    node->as.note.target.len > 0 &&
		    !has_id(ids, node->as.note.target))
			node->as.note.target = (struct str){ NULL, 0 };
	}
}

void
compose_links(struct maker *maker, struct node *root)
{
	struct ids ids = { .arena = arena_new() };

	gather_ids(maker, root, &ids);
	part_ids(maker, &ids);
	lead_fragments(root);
	mend_links(root, &ids);
	arena_free(ids.arena);
}
