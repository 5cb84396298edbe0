/* compose_fields: a definition list out of the draft's own fields and of values
 * that the template asks for.
 *
 * A field may come from a cell, from part of a line, or from several cells put
 * together; so what it uses up is found by words: a cell or line counts as used
 * when each of its words is among those that the list shows. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

/* The words that the list shows, each to be used once. */
struct pool {
	struct str *words; /* sorted */
	bool *taken;
	size_t count, cap;
	struct arena *arena;
};

static bool
next_word(struct str *rest, struct str *word)
{
	const char *begin;

	while (rest->len > 0) {
		struct str before = *rest;

		if (utf8_is_word(utf8_next(rest))) {
			*rest = before;
			break;
		}
	}
	begin = rest->ptr;
	while (rest->len > 0) {
		struct str before = *rest;

		if (!utf8_is_word(utf8_next(rest))) {
			*rest = before;
			break;
		}
	}
	*word = str_range(begin, rest->ptr);
	return word->len > 0;
}

static void
add_words(struct pool *pool, struct str text)
{
	struct str word;

	while (next_word(&text, &word)) {
		pool->words = arena_push(pool->arena, pool->words, &pool->count,
		    &pool->cap, sizeof(*pool->words));
		pool->words[pool->count - 1] = word;
	}
}

static int
word_cmp(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void
settle(struct pool *pool)
{
	if (pool->count > 1)
		qsort(pool->words, pool->count, sizeof(*pool->words), word_cmp);
	pool->taken = arena_alloc(pool->arena, pool->count + 1);
}

static bool
take(struct pool *pool, struct str word, size_t *where)
{
	size_t low = 0, high = pool->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(pool->words[middle], word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < pool->count && str_eq(pool->words[low], word); low++)
		if (!pool->taken[low]) {
			pool->taken[low] = true;
			*where = low;
			return true;
		}
	return false;
}

/* Takes all words of the text out of the pool, or none. */
static bool
take_all(struct pool *pool, struct str text)
{
	size_t *places = NULL, count = 0, cap = 0, where;
	struct str word;

	while (next_word(&text, &word)) {
		if (!take(pool, word, &where)) {
			while (count > 0)
				pool->taken[places[--count]] = false;
			return false;
		}
		places = arena_push(
		    pool->arena, places, &count, &cap, sizeof(*places));
		places[count - 1] = where;
	}
	return true;
}

/* The smallest things that can be used up one by one. */
static bool
is_unit(const struct node *node)
{
	return node->kind == NODE_CELL || node->kind == NODE_FIELD ||
	       node->kind == NODE_ITEM || node->kind == NODE_PARAGRAPH ||
	       node->kind == NODE_HEADING || node->kind == NODE_CAPTION;
}

static struct str
number_of(const struct node *node)
{
	if (node->kind == NODE_PARAGRAPH)
		return node->as.paragraph.number;
	if (node->kind == NODE_HEADING)
		return node->as.heading.number;
	if (node->kind == NODE_ITEM)
		return node->as.item.label;
	if (node->kind == NODE_FIELD)
		return node->as.field.name;
	return (struct str){ "", 0 };
}

static void
use_up(struct maker *maker, struct pool *pool, const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		struct str text;

		if (walker.event == WALK_LEAVE || !is_unit(node))
			continue;
		doc_walk_skip(&walker);
		if (compose_marks_used(maker->marks, node))
			continue;
		text = str_printf(pool->arena, "%.*s %.*s",
		    STR_ARG(number_of(node)),
		    STR_ARG(doc_text(pool->arena, node)));
		if (take_all(pool, text))
			compose_marks_use_all(maker->marks, node);
	}
}

/* The block around a field's value that holds the rest of it: its name, or
 * the pieces that it was put together from. */
static const struct node *
block_of(const struct node *node)
{
	const struct node *block = node;

	for (; node != NULL; node = node->parent) {
		if (node->kind == NODE_SECTION || node->kind == NODE_DOCUMENT)
			break;
		block = node;
	}
	return block;
}

struct builder {
	struct maker *maker;
	struct node *list;
	struct pool pool;
	const struct node **blocks; /* that fields came from, in order */
	size_t block_count, block_cap;
};

static struct node *
add_field(struct builder *builder, struct str name, struct pos pos)
{
	struct node *field = compose_new(builder->maker, NODE_FIELD, pos);

	field->as.field.name = name;
	doc_node_append(builder->list, field);
	add_words(&builder->pool, name);
	return field;
}

static void
remember(struct builder *builder, const struct node *node)
{
	const struct node *block = node ? block_of(node) : NULL;

	if (block == NULL ||
	    (builder->block_count > 0 &&
		builder->blocks[builder->block_count - 1] == block))
		return;
	builder->blocks = arena_push(builder->pool.arena, builder->blocks,
	    &builder->block_count, &builder->block_cap,
	    sizeof(*builder->blocks));
	builder->blocks[builder->block_count - 1] = block;
}

/* May its blocks stand for the value: are they the value, and nothing else? */
static bool
is_whole_value(struct builder *builder, const struct view_ref *ref)
{
	const struct node *node = ref->node;

	return node != NULL &&
	       (node->kind == NODE_FIELD || node->kind == NODE_CELL) &&
	       node->first != NULL &&
	       str_eq(doc_text(builder->pool.arena, node), ref->text);
}

/* A field of the draft: its name, and its value with its links and breaks if
 * the value is all that stands there. */
static void
take_field(struct builder *builder, xmlNode *source)
{
	const struct view_ref *ref = compose_view_ref(source);
	struct node *field;

	if (ref->name.len == 0 && ref->text.len == 0)
		return;
	field = add_field(builder, ref->name, ref->pos);
	field->flags &= ~(uint32_t)NODE_GENERATED;
	if (ref->node != NULL)
		field->lang = ref->node->lang;
	if (is_whole_value(builder, ref))
		compose_copy_again(builder->maker, field, ref->node);
	else if (ref->text.len > 0)
		doc_paragraph_append(
		    builder->maker->arena, field, ref->text, ref->pos);
	add_words(&builder->pool, ref->text);
	remember(builder, ref->node);
}

static void
ask_field(struct builder *builder, const xmlNode *step, xmlNode *context)
{
	struct maker *maker = builder->maker;
	struct pos pos = compose_view_ref(context)->pos;
	struct node *value = compose_new(maker, NODE_PARAGRAPH, pos);
	struct node *field;

	compose_inline(maker, value, step, context);
	if (value->first == NULL)
		return;
	field = compose_new(maker, NODE_FIELD, pos);
	field->as.field.name = compose_title(maker, step, "name", context);
	doc_node_append(field, value);
	doc_node_append(builder->list, field);
}

static void
build(struct builder *builder, const xmlNode *step, xmlNode *context)
{
	struct maker *maker = builder->maker;

	for (const xmlNode *at = step->children; at != NULL; at = at->next) {
		struct selection all;

		if (at->type != XML_ELEMENT_NODE ||
		    !compose_query_test(maker, at, context))
			continue;
		if (compose_xml_is(at, "field")) {
			ask_field(builder, at, context);
			continue;
		}
		all = compose_query_nodes(maker, at, "select", context);
		for (size_t i = 0; i < all.count; i++)
			take_field(builder, all.nodes[i]);
	}
}

void
compose_fields(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct builder builder = { .maker = maker };
	struct str role = compose_xml_attr(maker->arena, step, "role");

	builder.pool.arena = arena_new();
	builder.list =
	    compose_new(maker, NODE_FIELDS, compose_view_ref(context)->pos);
	if (str_is(role, "cards"))
		builder.list->role = ROLE_CARDS;
	else if (str_is(role, "cover"))
		builder.list->role = ROLE_COVER;
	else if (str_is(role, "implications"))
		builder.list->role = ROLE_IMPLICATIONS;
	build(&builder, step, context);
	settle(&builder.pool);
	for (size_t i = 0; i < builder.block_count; i++)
		use_up(maker, &builder.pool, builder.blocks[i]);
	if (builder.list->first != NULL)
		doc_node_append(to, builder.list);
	arena_free(builder.pool.arena);
}
