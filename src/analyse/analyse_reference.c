/* analyse_reference: "see also task 1.2.1", "paragraph 7 above": what the
 * words point at. What is found becomes a link; what leads nowhere, or to
 * something that is not what the words say, is reported. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static const char *const target_names[] = {
	[POINTER_ACTION] = "action",
	[POINTER_OBJECTIVE] = "objective",
	[POINTER_PARAGRAPH] = "paragraph",
	[POINTER_SECTION] = "section",
	[POINTER_APPENDIX] = "appendix",
	[POINTER_RECOMMENDATION] = "recommendation",
};

/* What can be pointed at: "action:1.2.1" -> a node with an anchor. */
struct index {
	struct map map;
	struct node **nodes;
	size_t count, cap;
};

static struct str
index_key(struct analysis *a, enum pointer_target target, struct str number)
{
	return str_printf(a->scratch, "%s:%.*s", target_names[target],
	    STR_ARG(str_lower(a->scratch, analyse_number_bare(number))));
}

static void
index_add(struct analysis *a, struct index *index, enum pointer_target target,
    struct str number, struct node *node)
{
	if (analyse_number_bare(number).len == 0 || node == NULL)
		return;
	if (!map_add(a->scratch, &index->map, index_key(a, target, number),
		index->count))
		return;
	/* an item that may number a paragraph is given its anchor when
	 * something points at it */
	if (node->id.len == 0 &&
	    !(node->kind == NODE_ITEM && target == POINTER_PARAGRAPH))
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
		index_add(a, index, POINTER_ACTION, plan->actions[i].id,
		    plan->actions[i].values[0].cell->parent);
	for (size_t i = 0; i < plan->objectives_count; i++)
		index_add(a, index, POINTER_OBJECTIVE,
		    plan->objectives[i].number, plan->objectives[i].node);
	for (size_t i = 0; i < plan->appendices_count; i++)
		index_add(a, index, POINTER_APPENDIX, plan->appendices[i].label,
		    plan->appendices[i].node);
	for (size_t i = 0; i < plan->recommendations_count; i++)
		index_add(a, index, POINTER_RECOMMENDATION,
		    plan->recommendations[i].number,
		    plan->recommendations[i].node);
}

/* "1." at the front of an item may number a paragraph of the paper, when no
 * paragraph has that number. */
static bool
numbers_paragraph(const struct node *node)
{
	return node->kind == NODE_ITEM && node->parent->as.list.ordered &&
	       (node->parent->parent->kind == NODE_SECTION ||
		   node->parent->parent->kind == NODE_DOCUMENT) &&
	       analyse_number_depth(node->as.item.label) > 0;
}

static void
index_make(struct analysis *a, struct index *index)
{
	struct walker walker = { .root = a->doc->root };
	struct walker again = { .root = a->doc->root };

	index_plan(a, index);
	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->kind == NODE_PARAGRAPH)
			index_add(a, index, POINTER_PARAGRAPH,
			    node->as.paragraph.number, node);
		else if (node->kind == NODE_SECTION)
			index_add(a, index, POINTER_SECTION,
			    node->first->as.heading.number, node);
	}
	while (doc_walk(&again))
		if (again.event == WALK_ENTER && numbers_paragraph(again.node))
			index_add(a, index, POINTER_PARAGRAPH,
			    again.node->as.item.label, again.node);
}

/* ---- a run of texts ---- */

/* Texts that stand side by side, one for each line of the draft, are looked
 * at as one: "paragraph" may end a line and its number begin the next. A break
 * between them counts as a space, and goes when a reference runs over it. */
struct piece {
	struct node *node;
	size_t begin, end; /* bytes of the whole that it holds */
};

struct run {
	struct piece *pieces;
	size_t count, cap;
	struct str text;
	bool opens_block; /* no words of the block stand before it */
};

static bool
is_in_run(const struct node *node)
{
	return node != NULL &&
	       (node->kind == NODE_TEXT || node->kind == NODE_BREAK);
}

static struct run
run_read(struct analysis *a, struct node *first)
{
	struct run run = { .count = 0 };
	struct buf buf = BUF_INIT;

	run.opens_block =
	    first->prev == NULL && first->parent->kind == NODE_PARAGRAPH;
	for (struct node *node = first; is_in_run(node); node = node->next) {
		struct piece *piece;

		run.pieces = arena_push(a->scratch, run.pieces, &run.count,
		    &run.cap, sizeof(*run.pieces));
		piece = &run.pieces[run.count - 1];
		piece->node = node;
		piece->begin = buf.len;
		if (node->kind == NODE_BREAK)
			buf_puts(&buf, " ");
		else
			buf_put_str(&buf, node->as.text.text);
		piece->end = buf.len;
	}
	run.text = str_copy(a->scratch, buf_str(&buf));
	buf_clear(&buf);
	return run;
}

/* The piece that holds the byte there. */
static const struct piece *
piece_at(const struct run *run, size_t offset)
{
	size_t low = 0, high = run->count - 1;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (run->pieces[middle].end <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return &run->pieces[low];
}

static struct pos
pos_at(const struct run *run, size_t offset)
{
	const struct piece *piece = piece_at(run, offset);
	struct pos pos = piece->node->pos;

	pos.col += (uint32_t)utf8_count(
	    str_range(run->text.ptr + piece->begin, run->text.ptr + offset));
	return pos;
}

/* ---- links ---- */

struct link {
	struct pointer found;
	struct str target;
};

/* The words of the link, as they stand in the pieces of the run. */
static void
link_fill(struct analysis *a, const struct run *run, struct node *link,
    const struct pointer *found)
{
	const struct piece *piece = piece_at(run, found->begin);

	for (; piece < run->pieces + run->count && piece->begin < found->end;
	     piece++) {
		size_t begin =
		    piece->begin > found->begin ? piece->begin : found->begin;
		size_t end = piece->end < found->end ? piece->end : found->end;
		struct str text =
		    str_range(run->text.ptr + begin, run->text.ptr + end);

		doc_text_append(a->doc->arena, link,
		    str_copy(a->doc->arena, text), pos_at(run, begin));
	}
}

/* Takes the words up to `end` off the front of the piece's node. */
static void
piece_cut(const struct run *run, const struct piece *piece, size_t end)
{
	struct node *node = piece->node;
	struct pos pos = pos_at(run, end);

	if (node->kind == NODE_BREAK ||
	    piece->begin + node->as.text.text.len <= end) {
		doc_node_unlink(node);
		return;
	}
	node->as.text.text = str_skip(node->as.text.text, end - piece->begin);
	node->pos = pos;
}

/* Puts a link around the words. The links of a run are made from its end, so
 * that what stands before is still as the run has it. */
static void
link_make(struct analysis *a, const struct run *run, const struct link *made)
{
	struct arena *arena = a->doc->arena;
	const struct pointer *found = &made->found;
	const struct piece *first = piece_at(run, found->begin);
	const struct piece *last = piece_at(run, found->end - 1);
	struct node *node = first->node;
	struct node *link =
	    doc_node_new(arena, NODE_LINK, pos_at(run, found->begin));
	struct str text = node->as.text.text;

	link->as.link.target = made->target;
	link_fill(a, run, link, found);
	doc_node_insert_after(node, link);
	if (first == last && first->begin + text.len > found->end) {
		struct node *after =
		    doc_node_new(arena, NODE_TEXT, pos_at(run, found->end));

		after->as.text.text = str_skip(text, found->end - first->begin);
		doc_node_insert_after(link, after);
	}
	for (const struct piece *piece = first + 1; piece <= last; piece++)
		piece_cut(run, piece, found->end);
	node->as.text.text = str_head(text, found->begin - first->begin);
	if (node->as.text.text.len == 0)
		doc_node_unlink(node);
}

/* ---- one reference ---- */

static struct node *
resolve(struct analysis *a, const struct index *index,
    const struct pointer *found, struct str *key)
{
	/* a heading may be called a paragraph, and the reverse; a tracker's
	 * actions are recommendations */
	static const struct {
		enum pointer_target said, meant;
	} others[] = {
		{ POINTER_PARAGRAPH, POINTER_SECTION },
		{ POINTER_PARAGRAPH, POINTER_RECOMMENDATION },
		{ POINTER_SECTION, POINTER_PARAGRAPH },
		{ POINTER_RECOMMENDATION, POINTER_ACTION },
	};
	size_t *known;

	*key = index_key(a, found->target, found->number);
	known = map_find(&index->map, *key);
	for (size_t i = 0;
	     known == NULL && i < sizeof(others) / sizeof(*others); i++) {
		if (others[i].said != found->target)
			continue;
		*key = index_key(a, others[i].meant, found->number);
		known = map_find(&index->map, *key);
	}
	if (known == NULL)
		return NULL;
	if (index->nodes[*known]->id.len == 0)
		index->nodes[*known]->id =
		    analyse_id_slug(a, "paragraph-", found->number);
	return index->nodes[*known];
}

static void
add_reference(struct analysis *a, struct str shown, struct str target,
    bool resolved, struct pos pos)
{
	struct plan_reference *item = PLAN_PUSH(a, references);

	item->text = shown;
	item->target = target;
	item->resolved = resolved;
	item->pos = pos;
}

/* "Paragraph 1: the quay" or, one after the other, "Paragraph 1 ...",
 * "Paragraph 2 ...": the block's own label and no reference. */
static bool
labels_itself(
    struct analysis *a, const struct run *run, const struct pointer *found)
{
	struct str rest = str_skip(run->text, found->end);
	const struct node *block = run->pieces[0].node->parent;
	const struct node *beside[] = { block->prev, block->next };
	size_t word = (size_t)(found->number.ptr - run->text.ptr);

	if (!run->opens_block || found->begin > 0)
		return false;
	if (rest.len == 0 || rest.ptr[0] == ':' || rest.ptr[0] == '.' ||
	    str_starts(rest, " -") || str_starts(rest, " –"))
		return true;
	for (int i = 0; i < 2; i++) {
		struct str text;

		if (beside[i] == NULL || beside[i]->kind != NODE_PARAGRAPH)
			continue;
		text = doc_text(a->scratch, beside[i]);
		if (text.len > word && text.ptr[word] >= '0' &&
		    text.ptr[word] <= '9' &&
		    str_eq(str_head(text, word), str_head(run->text, word)))
			return true;
	}
	return false;
}

/* One more number of a list that leads nowhere may be any number. */
static bool
may_be_other(const struct pointer *found, struct str text)
{
	struct str rest = str_skip(text, found->end);

	if (found->target == POINTER_SECTION &&
	    analyse_number_depth(found->number) < 2)
		return true; /* "section 151 officer" */
	if (!found->is_more)
		return false;
	return !found->is_plural ||
	       (found->shown_end == found->end && rest.len > 1 &&
		   rest.ptr[0] == ' ' && !str_starts(rest, " of ") &&
		   !str_starts(rest, " and ") && !str_starts(rest, " to "));
}

static bool
is_inside(const struct node *node, const struct node *around)
{
	for (; node != NULL; node = node->parent)
		if (node == around)
			return true;
	return false;
}

/* Takes one reference. True: it becomes a link to `target`. */
static bool
take_reference(struct analysis *a, const struct index *index,
    const struct run *run, const struct pointer *found, struct str *target)
{
	enum pointer_scope scope = analyse_pointer_scope(found, run->text);
	struct pos pos = pos_at(run, found->begin);
	struct str shown =
	    str_fold(a->doc->arena, str_range(run->text.ptr + found->begin,
					run->text.ptr + found->shown_end));
	struct str key;
	struct node *node;

	if (scope == POINTER_ELSEWHERE || labels_itself(a, run, found))
		return false;
	node = resolve(a, index, found, &key);
	if (node == NULL) {
		if (scope != POINTER_HERE || may_be_other(found, run->text))
			return false;
		add_reference(a, shown, (struct str){ "", 0 }, false, pos);
		if (found->is_more)
			shown = str_printf(a->scratch, "%s %.*s",
			    target_names[found->target], STR_ARG(shown));
		doc_say(a->doc, DOC_REFERENCE_LOST, pos, shown,
		    (struct str){ NULL, 0 });
		return false;
	}
	add_reference(a, shown, str_copy(a->doc->arena, key), true, pos);
	analyse_pointer_check(a, found, run->text, node, pos);
	*target = node->id;
	/* nothing is gained by a link to where the reader is */
	return found->target != POINTER_PARAGRAPH ||
	       !is_inside(run->pieces[0].node, node);
}

static void
scan_run(struct analysis *a, const struct index *index, struct node *first)
{
	struct run run = run_read(a, first);
	struct pointer found = { .end = 0 };
	struct link *links = NULL;
	size_t count = 0, cap = 0;

	while (analyse_pointer_next(run.text, &found)) {
		struct link link = { .found = found };

		if (!take_reference(a, index, &run, &found, &link.target))
			continue;
		links =
		    arena_push(a->scratch, links, &count, &cap, sizeof(*links));
		links[count - 1] = link;
	}
	while (count > 0)
		link_make(a, &run, &links[--count]);
}

/* "Exempt: yes, paragraph 3" is a paragraph of the law. */
static bool
names_law(const struct node *node)
{
	return node->kind == NODE_FIELD &&
	       str_find_nocase(node->as.field.name, "exempt") != (size_t)-1;
}

static bool
is_barred(enum node_kind kind)
{
	return kind == NODE_HEADING || kind == NODE_LINK ||
	       kind == NODE_CAPTION || kind == NODE_IMAGE;
}

/* All runs first: scanning splits them. */
void
analyse_references(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };
	struct index index = { .count = 0 };
	struct node **runs = NULL;
	size_t count = 0, cap = 0;

	index_make(a, &index);
	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (is_barred(node->kind) || names_law(node) ||
		    (node->kind == NODE_ROW && node->as.row.is_header)) {
			doc_walk_skip(&walker);
		} else if (is_in_run(node) && !is_in_run(node->prev)) {
			runs = arena_push(a->scratch, runs, &count, &cap,
			    sizeof(struct node *));
			runs[count - 1] = node;
		}
	}
	for (size_t i = 0; i < count; i++)
		scan_run(a, &index, runs[i]);
}
