/* data_explain: the draft's lines on the left, what each was taken to be on the
 * right. For authors to see, and for finding faults of ours. */
#include "render/data/data.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum {
	LEFT_WIDTH = 44,   /* columns of the draft's text that are shown */
	LONGEST_NOTE = 200 /* bytes of one line's notes */
};

struct explainer {
	struct arena *scratch;
	const struct doc *doc;
	struct buf *notes; /* one for each line of the draft */
	size_t line_count;
	const struct plan_action *action; /* the one being walked through */
	size_t last_found;                /* index of an action */
};

/* Adds a note to a line, once. "1" and "2" in its wording stand for texts. */
static void
note(struct explainer *e, uint32_t line, const char *wording, struct str a,
    struct str b)
{
	struct buf said = BUF_INIT, *buf;

	if (line == 0 || line > e->line_count)
		return;
	for (; *wording != '\0'; wording++) {
		if (*wording == '1')
			buf_put_str(&said, a);
		else if (*wording == '2')
			buf_put_str(&said, b);
		else
			buf_put(&said, wording, 1);
	}
	buf = &e->notes[line - 1];
	if (buf->len < LONGEST_NOTE &&
	    str_find(buf_str(buf), said.ptr) == (size_t)-1) {
		buf_puts(buf, buf->len > 0 ? "; " : "");
		buf_put_str(buf, buf_str(&said));
	}
	buf_clear(&said);
}

/* ---- what a node is called ---- */

static const struct str nothing = { "", 0 };

static struct str
role_of_section(struct explainer *e, const struct node *section)
{
	const struct plan *plan = e->doc->plan;

	for (size_t i = 0; i < plan->themes_count; i++)
		if (plan->themes[i].section == section)
			return str_printf(e->scratch, " (theme %zu)", i + 1);
	for (size_t i = 0; i < plan->objectives_count; i++)
		if (plan->objectives[i].node == section)
			return str_printf(e->scratch, " (objective %.*s)",
			    STR_ARG(plan->objectives[i].number));
	if (section->role != ROLE_NONE)
		return str_printf(
		    e->scratch, " (%s)", doc_role_name(section->role));
	return nothing;
}

static void
note_heading(struct explainer *e, const struct node *node)
{
	if (node->role == ROLE_TITLE) {
		note(e, node->pos.line, "title", nothing, nothing);
		return;
	}
	note(e, node->pos.line, "heading 12",
	    str_printf(e->scratch, "%d", node->as.heading.level),
	    node->parent->kind == NODE_SECTION
		? role_of_section(e, node->parent)
		: nothing);
}

/* The action that stands in the paragraph's sentences, or NULL. */
static const struct plan_action *
action_in(const struct explainer *e, const struct node *paragraph)
{
	const struct plan *plan = e->doc->plan;

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		if (plan->tables[action->table].node == NULL &&
		    action->pos.line == paragraph->pos.line)
			return action;
	}
	return NULL;
}

static void
note_paragraph(struct explainer *e, const struct node *node)
{
	enum node_kind in = node->parent->kind;

	if (in == NODE_CELL || in == NODE_FIELD || in == NODE_ITEM)
		return; /* what holds it says so */
	if (node->as.paragraph.number.len > 0)
		note(e, node->pos.line, "paragraph 1",
		    node->as.paragraph.number, nothing);
	else if (node->role == ROLE_SIGNATURE)
		note(e, node->pos.line, "signature", nothing, nothing);
	else if (node->role == ROLE_RESOLUTION)
		note(e, node->pos.line, "resolution", nothing, nothing);
	else if (action_in(e, node) != NULL)
		note(e, node->pos.line, "paragraph with an action [1]",
		    action_in(e, node)->owner_text.len > 0
			? action_in(e, node)->owner_text
			: str_from("no owner"),
		    nothing);
	else
		note(e, node->pos.line, "paragraph", nothing, nothing);
}

/* Actions mostly follow each other as their rows do: the search goes round
 * from the last one found. */
static const struct plan_action *
action_of(struct explainer *e, const struct node *row)
{
	const struct plan *plan = e->doc->plan;

	for (size_t n = 0; n < plan->actions_count; n++) {
		size_t i = (e->last_found + n) % plan->actions_count;
		const struct plan_action *action = &plan->actions[i];

		if (action->value_count > 0 &&
		    action->values[0].cell->parent == row) {
			e->last_found = i;
			return action;
		}
	}
	return NULL;
}

static void
note_row(struct explainer *e, const struct node *node)
{
	e->action = node->role == ROLE_ACTION ? action_of(e, node) : NULL;
	if (node->as.row.is_header)
		note(e, node->pos.line, "table's header row", nothing, nothing);
	else if (e->action == NULL)
		note(e, node->pos.line, "table row", nothing, nothing);
	else
		note(e, node->pos.line, "action 1 [2]",
		    e->action->id.len > 0 ? e->action->id : e->action->title,
		    str_from(e->action->state == STATE_NONE
				 ? "no state"
				 : doc_state_name(e->action->state)));
}

/* A cell's text that stands on another line than its row: it was joined. */
static void
note_cell_text(struct explainer *e, const struct node *node)
{
	const struct node *cell = node->parent;
	const struct plan_table *table;

	while (cell != NULL && cell->kind != NODE_CELL)
		cell = cell->parent;
	if (cell == NULL || e->action == NULL ||
	    node->pos.line == cell->parent->pos.line)
		return;
	table = &e->doc->plan->tables[e->action->table];
	for (size_t i = 0; i < e->action->value_count; i++)
		if (e->action->values[i].cell == cell)
			note(e, node->pos.line, "1: more of \"2\"",
			    e->action->id,
			    table->columns[e->action->values[i].column]
				.heading);
}

/* What is an implication is noted before the walk. */
static void
note_field(struct explainer *e, const struct node *node)
{
	struct str known = str_printf(
	    e->scratch, "implication %.*s", STR_ARG(node->as.field.name));
	uint32_t line = node->pos.line;

	if (line == 0 || line > e->line_count ||
	    str_find(buf_str(&e->notes[line - 1]), known.ptr) == (size_t)-1)
		note(e, line, "field 1", node->as.field.name, nothing);
}

static void
note_implications(struct explainer *e)
{
	const struct plan *plan = e->doc->plan;

	for (size_t i = 0; i < plan->implications_count; i++) {
		const struct node *node = plan->implications[i].node;

		if (node->kind == NODE_FIELD)
			note(e, node->pos.line, "implication 1",
			    node->as.field.name, nothing);
	}
}

static void
note_node(struct explainer *e, const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		note_heading(e, node);
		break;
	case NODE_PARAGRAPH:
		note_paragraph(e, node);
		break;
	case NODE_ROW:
		note_row(e, node);
		break;
	case NODE_TEXT:
		note_cell_text(e, node);
		break;
	case NODE_ITEM:
		note(e, node->pos.line,
		    node->parent->role == ROLE_RESOLUTION ? "resolution 1"
							  : "item 1",
		    node->as.item.label, nothing);
		break;
	case NODE_FIELD:
		note_field(e, node);
		break;
	case NODE_NOTE:
		note(e, node->pos.line, "footnote 1", node->as.note.label,
		    nothing);
		break;
	case NODE_CODE:
	case NODE_QUOTE:
	case NODE_RULE:
		note(e, node->pos.line, "1",
		    str_from(doc_kind_name(node->kind)), nothing);
		break;
	default: /* the rest only holds what was noted */
		break;
	}
}

/* ---- the page ---- */

static void
note_all(struct explainer *e)
{
	struct walker walker = { .root = e->doc->root };

	note_implications(e);
	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    (walker.node->flags & NODE_GENERATED) == 0)
			note_node(e, walker.node);
	for (size_t i = 0; i < e->doc->dropped_count; i++)
		note(e, e->doc->dropped[i].pos.line, "left out: 1",
		    str_from(e->doc->dropped[i].kind), nothing);
	for (size_t i = 0; i < e->doc->repair_count; i++)
		note(e, e->doc->repairs[i].pos.line, "repaired: 1",
		    str_from(e->doc->repairs[i].kind), nothing);
}

/* At most LEFT_WIDTH columns of a line, filled up with spaces. */
static void
put_left(struct buf *out, struct str line)
{
	int width = 0;
	bool was_space = true;

	while (line.len > 0 && width < LEFT_WIDTH - 1) {
		uint32_t c = utf8_next(&line);
		bool is_space = utf8_is_space(c) || utf8_is_control(c);

		if (is_space && was_space)
			continue;
		was_space = is_space;
		buf_put_char(out, is_space ? ' ' : c);
		width += is_space ? 1 : utf8_width(c);
	}
	if (line.len > 0) {
		buf_puts(out, "…");
		width++;
	}
	for (; width < LEFT_WIDTH; width++)
		buf_put(out, " ", 1);
}

static void
put_line(struct buf *out, const struct explainer *e, size_t index,
    struct str line, bool colour)
{
	const struct buf *notes = &e->notes[index];
	bool left_out = str_starts(buf_str(notes), "left out");

	buf_printf(out, "%5zu ", index + 1);
	put_left(out, line);
	buf_puts(out, colour ? "\033[2m | \033[0m" : " | ");
	if (notes->len == 0) {
		buf_puts(out, str_trim(line).len > 0 ? "..." : "");
	} else {
		if (colour)
			buf_puts(out, left_out ? "\033[33m" : "\033[36m");
		buf_put_str(out, buf_str(notes));
		if (colour)
			buf_puts(out, "\033[0m");
	}
	while (out->ptr[out->len - 1] == ' ')
		out->len--;
	buf_puts(out, "\n");
}

static size_t
count_lines(struct str text)
{
	struct str line;
	size_t count = 0;

	while (str_next_line(&text, &line))
		count++;
	return count;
}

void
data_explain(struct buf *out, const struct doc *doc, bool colour)
{
	struct explainer e = { .doc = doc };
	struct str rest = doc->text, line;

	e.scratch = arena_new();
	e.line_count = count_lines(doc->text);
	e.notes = arena_alloc(e.scratch, e.line_count * sizeof(*e.notes));
	note_all(&e);
	for (size_t i = 0; str_next_line(&rest, &line); i++)
		put_line(out, &e, i, line, colour);
	for (size_t i = 0; i < e.line_count; i++)
		buf_clear(&e.notes[i]);
	arena_free(e.scratch);
}
