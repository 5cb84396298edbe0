/* compose_copy: the author's nodes -> copies in the report. The words are never
 * touched; statuses get their state, rows of actions their anchor. */
#include "compose/compose_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

static struct node *
copy_alone(struct maker *maker, const struct node *node)
{
	struct node *copy = arena_alloc(maker->arena, sizeof(*copy));

	*copy = *node;
	copy->parent = copy->prev = copy->next = NULL;
	copy->first = copy->last = NULL;
	return copy;
}

struct node *
compose_state(
    struct maker *maker, enum state state, struct str word, struct pos pos)
{
	struct node *node = compose_new(maker, NODE_STATE, pos);

	node->as.state.state = state;
	doc_text_append(maker->arena, node, word, pos);
	return node;
}

/* Without the full stop, comma or space that officers put behind a status. */
static struct str
bare_word(struct str text)
{
	text = str_trim(text);
	while (text.len > 0) {
		struct str rest = text;
		uint32_t c = utf8_last(&rest);

		if (c != '.' && c != ',' && c != ';' && c != ':' &&
		    !utf8_is_space(c))
			break;
		text = rest;
	}
	return text;
}

static struct str
scheme_word(const struct maker *maker, enum state state)
{
	const struct scheme *scheme = &maker->scheme;

	for (size_t i = 0; i < scheme->count; i++)
		if (scheme->states[i].state == state)
			return scheme->states[i].word;
	return maker->theme->states[state].label;
}

/* Does the text say no more than the state's word of the scheme? */
static bool
is_scheme_word(const struct maker *maker, enum state state, struct str text)
{
	const struct scheme *scheme = &maker->scheme;
	const struct scheme *as_read = &maker->plan->scheme;

	for (size_t i = 0; i < scheme->count; i++)
		if (scheme->states[i].state == state &&
		    (str_eq_nocase(scheme->states[i].word, text) ||
			str_eq_nocase(as_read->states[i].word, text)))
			return true;
	return str_eq_nocase(maker->theme->states[state].label, text);
}

static bool
has_image(const struct node *cell)
{
	struct walker walker = { .root = (struct node *)cell };

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_IMAGE)
			return true;
	return false;
}

void
compose_copy_status(struct maker *maker, struct node *cell,
    const struct node *from, size_t action)
{
	const struct plan_action *about = &maker->plan->actions[action];
	struct str text = doc_text(maker->arena, from);
	struct str word = bare_word(text);
	bool is_word = is_scheme_word(maker, about->state, word);
	struct node *paragraph, *shown;

	if (about->state == STATE_NONE) {
		compose_copy_again(maker, cell, from);
		return;
	}
	/* what no scheme explains is its own word, if it is words alone */
	if (about->state == STATE_UNKNOWN && text.len > 0)
		is_word = !has_image(from);
	paragraph = compose_new(maker, NODE_PARAGRAPH, from->pos);
	shown = compose_state(maker, about->state,
	    is_word ? word : scheme_word(maker, about->state), from->pos);
	doc_node_append(cell, paragraph);
	doc_node_append(paragraph, shown);
	if (is_word) /* the author's own word: not ours */
		paragraph->flags = shown->flags = 0;
	else
		compose_copy_again(maker, cell, from);
}

/* What a row of an action is called by those that link to it. */
static void
set_anchor(struct maker *maker, struct node *copy, const struct node *row)
{
	size_t action = compose_marks_row_of(maker->marks, row);

	if (action == PLAN_NONE)
		return;
	if (copy->id.len == 0)
		copy->id = maker->plan->actions[action].anchor;
	copy->role = ROLE_ACTION;
}

static struct node *
copy_block(struct maker *maker, struct node *to, struct walker *walker)
{
	const struct node *node = walker->node;
	struct node *copy = copy_alone(maker, node);

	doc_node_append(to, copy);
	if (!doc_kind_is_inline(node->kind))
		compose_marks_use(maker->marks, node);
	if (node->kind == NODE_ROW)
		set_anchor(maker, copy, node);
	if (node->kind == NODE_CELL) {
		size_t action = compose_marks_status_of(maker->marks, node);

		if (action != PLAN_NONE && node->first != NULL) {
			compose_copy_status(maker, copy, node, action);
			compose_marks_use_all(maker->marks, node);
			doc_walk_skip(walker);
		}
	}
	return copy;
}

/* A list of which every item is used already. */
static bool
is_hollow(const struct node *copy, const struct node *source)
{
	return copy->first == NULL && source->first != NULL &&
	       (source->kind == NODE_SECTION || source->kind == NODE_FIELDS ||
		   source->kind == NODE_LIST || source->kind == NODE_TABLE ||
		   source->kind == NODE_QUOTE || source->kind == NODE_NOTES);
}

/* A section of which the heading is used already, but not all below it, gets
 * its heading again. */
static void
mend_section(struct maker *maker, struct node *copy, const struct node *source)
{
	struct node *heading;

	if (source->kind != NODE_SECTION || source->first == NULL ||
	    source->first->kind != NODE_HEADING || copy->first == NULL ||
	    copy->first->kind == NODE_HEADING)
		return;
	heading = compose_new(maker, NODE_HEADING, source->first->pos);
	heading->as.heading.level = source->first->as.heading.level;
	compose_copy_again(maker, heading, source->first);
	doc_node_prepend(copy, heading);
}

void
compose_copy(struct maker *maker, struct node *to, const struct node *node)
{
	struct walker walker = { .root = node };
	struct node *at = to;

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE) {
			struct node *copy = at;

			at = at->parent;
			if (is_hollow(copy, walker.node))
				doc_node_unlink(copy);
			else
				mend_section(maker, copy, walker.node);
		} else if (compose_marks_used(maker->marks, walker.node)) {
			/* a row stays as long as it was */
			if (walker.node->kind == NODE_CELL)
				doc_node_append(
				    at, copy_alone(maker, walker.node));
			doc_walk_skip(&walker);
			doc_walk(&walker); /* its leaving */
		} else {
			at = copy_block(maker, at, &walker);
		}
	}
}

void
compose_copy_children(
    struct maker *maker, struct node *to, const struct node *from)
{
	for (const struct node *at = from->first; at != NULL; at = at->next)
		compose_copy(maker, to, at);
}

void
compose_copy_again(
    struct maker *maker, struct node *to, const struct node *from)
{
	for (const struct node *at = from->first; at != NULL; at = at->next) {
		struct node *copy = doc_node_copy(maker->arena, at);
		struct walker walker = { .root = copy };

		while (doc_walk(&walker))
			walker.node->id = (struct str){ NULL, 0 };
		doc_node_append(to, copy);
	}
}
