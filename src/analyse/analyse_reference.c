/* analyse_reference: "see also task 1.2.1", "paragraph 7 above": what the
 * words point at. What is found becomes a link; what leads nowhere, or to
 * something that is not what the words say, is reported. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum target { /* what a word points at */
	TARGET_ACTION,
	TARGET_OBJECTIVE,
	TARGET_PARAGRAPH,
	TARGET_SECTION,
	TARGET_APPENDIX,
	TARGET_RECOMMENDATION
};

struct pointer {
	const char *word; /* lower case, with its space */
	enum target target;
};

static const struct pointer pointers[] = {
	{ "action ", TARGET_ACTION },
	{ "task ", TARGET_ACTION },
	{ "objective ", TARGET_OBJECTIVE },
	{ "objectives ", TARGET_OBJECTIVE },
	{ "paragraph ", TARGET_PARAGRAPH },
	{ "paragraphs ", TARGET_PARAGRAPH },
	{ "para ", TARGET_PARAGRAPH },
	{ "section ", TARGET_SECTION },
	{ "appendix ", TARGET_APPENDIX },
	{ "recommendation ", TARGET_RECOMMENDATION },
};

static const char *const target_names[] = {
	[TARGET_ACTION] = "action",
	[TARGET_OBJECTIVE] = "objective",
	[TARGET_PARAGRAPH] = "paragraph",
	[TARGET_SECTION] = "section",
	[TARGET_APPENDIX] = "appendix",
	[TARGET_RECOMMENDATION] = "recommendation",
};

/* What can be pointed at: "action:1.2.1" -> a node with an anchor. */
struct index {
	struct map map;
	struct node **nodes;
	size_t count, cap;
};

static struct str
index_key(struct analysis *a, enum target target, struct str number)
{
	return str_printf(a->scratch, "%s:%.*s", target_names[target],
	    STR_ARG(str_lower(a->scratch, analyse_number_bare(number))));
}

static void
index_add(struct analysis *a, struct index *index, enum target target,
    struct str number, struct node *node)
{
	if (analyse_number_bare(number).len == 0 || node == NULL)
		return;
	if (!map_add(a->scratch, &index->map, index_key(a, target, number),
		index->count))
		return;
	if (node->id.len == 0)
		node->id = analyse_id_slug(a,
		    str_printf(a->scratch, "%s-", target_names[target]).ptr,
		    number);
	index->nodes = arena_push(a->scratch, index->nodes, &index->count,
	    &index->cap, sizeof(*index->nodes));
	index->nodes[index->count - 1] = node;
}

static void
index_plan(struct analysis *a, struct index *index)
{
	struct plan *plan = a->plan;

	for (size_t i = 0; i < plan->actions_count; i++)
		index_add(a, index, TARGET_ACTION, plan->actions[i].id,
		    plan->actions[i].values[0].cell->parent);
	for (size_t i = 0; i < plan->objectives_count; i++)
		index_add(a, index, TARGET_OBJECTIVE,
		    plan->objectives[i].number, plan->objectives[i].node);
	for (size_t i = 0; i < plan->appendices_count; i++)
		index_add(a, index, TARGET_APPENDIX, plan->appendices[i].label,
		    plan->appendices[i].node);
	for (size_t i = 0; i < plan->recommendations_count; i++)
		index_add(a, index, TARGET_RECOMMENDATION,
		    plan->recommendations[i].number,
		    plan->recommendations[i].node);
}

static void
index_make(struct analysis *a, struct index *index)
{
	struct walker walker = { .root = a->doc->root };

	index_plan(a, index);
	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_PARAGRAPH)
			index_add(a, index, TARGET_PARAGRAPH,
			    node->as.paragraph.number, node);
		else if (node->kind == NODE_SECTION)
			index_add(a, index, TARGET_SECTION,
			    node->first->as.heading.number, node);
	}
}

/* ---- one reference in a text ---- */

struct found {
	enum target target;
	size_t begin, end; /* bytes in the text: "paragraph 7" */
	size_t shown_end;  /* with "above" or "below" */
	struct str number; /* "7" */
};

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* "B", "Two", "3": at most one word, and one that labels. */
static size_t
label_len(struct str text)
{
	static const char *const words[] = { "one", "two", "three", "four",
		"five", "six", "seven", "eight", "nine", "ten", NULL };
	size_t len = 0;

	while (len < text.len && is_word_byte(text.ptr[len]))
		len++;
	if (len == 1 ||
	    (len > 0 && len <= 3 && text.ptr[0] >= '0' && text.ptr[0] <= '9'))
		return text.ptr[0] >= 'a' && text.ptr[0] <= 'z' ? 0 : len;
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is_nocase(str_head(text, len), words[i]))
			return len;
	return 0;
}

static bool
take_number(struct str text, enum target target, struct str *number)
{
	size_t len = 0, bracket = 0;

	if (target == TARGET_APPENDIX) {
		*number = str_head(text, label_len(text));
		return number->len > 0;
	}
	if (str_starts(text, "("))
		bracket = 1;
	len = bracket;
	while (
	    len < text.len && (is_word_byte(text.ptr[len]) ||
				  (text.ptr[len] == '.' && len + 1 < text.len &&
				      is_word_byte(text.ptr[len + 1]))))
		len++;
	*number = str_skip(str_head(text, len), bracket);
	for (size_t i = 0; i < number->len; i++)
		if (number->ptr[i] >= '0' && number->ptr[i] <= '9')
			return analyse_number_depth(*number) > 0;
	return false;
}

static bool
match_at(struct str text, size_t at, struct found *found)
{
	for (size_t i = 0; i < sizeof(pointers) / sizeof(pointers[0]); i++) {
		struct str rest = str_skip(text, at);
		size_t len = str_from(pointers[i].word).len;

		if (!str_starts_nocase(rest, pointers[i].word) ||
		    !take_number(str_skip(rest, len), pointers[i].target,
			&found->number))
			continue;
		found->target = pointers[i].target;
		found->begin = at;
		found->end =
		    (size_t)(found->number.ptr - text.ptr) + found->number.len;
		if (found->end < text.len && text.ptr[found->end] == ')' &&
		    found->number.ptr[-1] == '(')
			found->end++;
		found->shown_end = found->end;
		rest = str_skip(text, found->end);
		if (str_starts_nocase(rest, " above") ||
		    str_starts_nocase(rest, " below"))
			found->shown_end += sizeof(" above") - 1;
		return true;
	}
	return false;
}

static bool
find_reference(struct str text, size_t from, struct found *found)
{
	for (size_t at = from; at < text.len; at++)
		if ((at == 0 || !is_word_byte(text.ptr[at - 1])) &&
		    match_at(text, at, found))
			return true;
	return false;
}

/* ---- do the words agree? ---- */

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
check_words(struct analysis *a, const struct found *found, struct str text,
    const struct node *target, struct pos pos)
{
	const struct plan *plan = a->plan;
	size_t said, objective;
	struct str whole;

	if (found->target != TARGET_OBJECTIVE)
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

/* "section 17 of the Crime and Disorder Act" is no part of this paper; nor is
 * "section 151 officer". */
static bool
points_outside(const struct found *found, struct str text)
{
	struct str rest = str_skip(text, found->shown_end);

	if (str_starts_nocase(rest, " of ") || str_starts_nocase(rest, " to "))
		return true;
	return found->target == TARGET_SECTION &&
	       analyse_number_depth(found->number) < 2;
}

/* ---- links ---- */

static struct pos
pos_at(const struct node *text, size_t offset)
{
	struct pos pos = text->pos;

	pos.col += (uint32_t)utf8_count(str_head(text->as.text.text, offset));
	return pos;
}

/* Splits the text node around the words; gives the node behind them, or NULL
 * when nothing is left. */
static struct node *
make_link(struct analysis *a, struct node *node, const struct found *found,
    struct str target)
{
	struct arena *arena = a->doc->arena;
	struct str text = node->as.text.text;
	struct pos pos = pos_at(node, found->begin);
	struct node *link = doc_node_new(arena, NODE_LINK, pos);
	struct node *after = NULL;

	link->as.link.target = target;
	doc_text_append(arena, link,
	    str_range(text.ptr + found->begin, text.ptr + found->end), pos);
	doc_node_insert_after(node, link);
	if (found->end < text.len) {
		after =
		    doc_node_new(arena, NODE_TEXT, pos_at(node, found->end));
		after->as.text.text = str_skip(text, found->end);
		doc_node_insert_after(link, after);
	}
	if (found->begin > 0)
		node->as.text.text = str_head(text, found->begin);
	else
		doc_node_unlink(node);
	return after;
}

static void
add_reference(struct analysis *a, struct str shown, struct str target,
    bool resolved, struct pos pos)
{
	struct plan *plan = a->plan;
	struct plan_reference *item;

	plan->references =
	    arena_push(a->doc->arena, plan->references, &plan->references_count,
		&plan->references_cap, sizeof(*plan->references));
	item = &plan->references[plan->references_count - 1];
	item->text = shown;
	item->target = target;
	item->resolved = resolved;
	item->pos = pos;
}

/* Takes one reference; gives the text node to go on with, or NULL. `from` is
 * where in it. */
static struct node *
take_reference(struct analysis *a, const struct index *index, struct node *node,
    const struct found *found, size_t *from)
{
	struct str text = node->as.text.text;
	struct str key = index_key(a, found->target, found->number);
	size_t *known = map_find(&index->map, key);
	struct pos pos = pos_at(node, found->begin);
	struct str shown =
	    str_range(text.ptr + found->begin, text.ptr + found->shown_end);

	*from = found->end;
	if (known == NULL) {
		if (points_outside(found, text))
			return node;
		add_reference(a, shown, (struct str){ "", 0 }, false, pos);
		doc_say(a->doc, DOC_REFERENCE_LOST, pos, shown,
		    (struct str){ NULL, 0 });
		return node;
	}
	add_reference(a, shown, str_copy(a->doc->arena, key), true, pos);
	check_words(a, found, text, index->nodes[*known], pos);
	*from = 0;
	return make_link(a, node, found, index->nodes[*known]->id);
}

static void
scan_text(struct analysis *a, const struct index *index, struct node *node)
{
	struct found found;
	size_t from = 0;

	while (node != NULL && find_reference(node->as.text.text, from, &found))
		node = take_reference(a, index, node, &found, &from);
}

static bool
is_barred(enum node_kind kind)
{
	return kind == NODE_HEADING || kind == NODE_LINK ||
	       kind == NODE_CAPTION || kind == NODE_IMAGE;
}

/* All text nodes first: scanning splits them. */
void
analyse_references(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };
	struct index index = { .count = 0 };
	struct node **texts = NULL;
	size_t count = 0, cap = 0;

	index_make(a, &index);
	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (is_barred(node->kind) ||
		    (node->kind == NODE_ROW && node->as.row.is_header)) {
			doc_walk_skip(&walker);
		} else if (node->kind == NODE_TEXT) {
			texts = arena_push(a->scratch, texts, &count, &cap,
			    sizeof(struct node *));
			texts[count - 1] = node;
		}
	}
	for (size_t i = 0; i < count; i++)
		scan_text(a, &index, texts[i]);
}
