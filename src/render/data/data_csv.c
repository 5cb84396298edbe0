/* data_csv: the actions of a plan -> a table for a spreadsheet (RFC 4180). */
#include "render/data/data.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

/* A spreadsheet takes what begins so for a formula, which could send the
 * sheet's contents elsewhere; an apostrophe before it makes it text. */
static bool
is_formula(struct str text)
{
	return text.len > 0 && strchr("=+-@\t\r", text.ptr[0]) != NULL;
}

static void
put_cell(struct buf *out, struct str text)
{
	if (out->ptr[out->len - 1] != '\n')
		buf_puts(out, ",");
	buf_puts(out, is_formula(text) ? "\"'" : "\"");
	for (size_t i = 0; i < text.len; i++)
		buf_put(out, text.ptr[i] == '"' ? "\"\"" : &text.ptr[i],
		    text.ptr[i] == '"' ? 2 : 1);
	buf_puts(out, "\"");
}

static void
put_names(struct buf *out, const struct name_list *list)
{
	struct buf joined = BUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		buf_puts(&joined, i > 0 ? "; " : "");
		buf_put_str(&joined, list->names[i]);
	}
	put_cell(out, buf_str(&joined));
	buf_clear(&joined);
}

/* "1.1 We will know where water goes" */
static struct str
named(struct arena *arena, struct str number, struct str title)
{
	return str_trim(
	    str_printf(arena, "%.*s %.*s", STR_ARG(number), STR_ARG(title)));
}

/* What stands before a paragraph: two spaces for each list that it is deeper
 * in, and the mark of the item that it begins. */
static void
put_mark(struct buf *to, const struct node *cell, const struct node *paragraph)
{
	const struct node *item = paragraph->parent;
	size_t depth = 0;

	for (const struct node *up = item; up != cell; up = up->parent)
		depth += up->kind == NODE_LIST;
	for (size_t i = 1; i < depth; i++)
		buf_puts(to, "  ");
	if (item->kind != NODE_ITEM)
		return;
	if (item->first != paragraph)
		buf_puts(to, "  ");
	else if (item->as.item.label.len > 0)
		buf_printf(to, "%.*s ", STR_ARG(item->as.item.label));
	else
		buf_puts(to, "\xE2\x80\xA2 ");
}

/* What was said of an action in a cell: its paragraphs and items on lines of
 * their own, where there are several. */
static void
put_blocks(struct buf *out, struct arena *scratch, const struct plan *plan,
    const struct plan_action *action, enum column_role role, struct str text)
{
	const struct node *cell = plan_action_cell(plan, action, role);
	struct walker walker = { .root = cell };
	struct buf lines = BUF_INIT;

	if (cell == NULL || cell->first == NULL ||
	    (cell->first == cell->last && cell->first->kind != NODE_LIST) ||
	    !str_eq(doc_text(scratch, cell), text)) {
		put_cell(out, text);
		return;
	}
	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE ||
		    (doc_kind_holds(walker.node->kind) != HOLDS_INLINES &&
			walker.node->kind != NODE_CODE))
			continue;
		buf_puts(&lines, lines.len > 0 ? "\n" : "");
		put_mark(&lines, cell, walker.node);
		doc_text_put(&lines, walker.node);
		doc_walk_skip(&walker);
	}
	put_cell(out, buf_str(&lines));
	buf_clear(&lines);
}

static void
put_action(struct buf *out, struct arena *scratch, const struct plan *plan,
    const struct plan_action *action)
{
	struct str theme = { NULL, 0 }, objective = { NULL, 0 };

	if (action->theme != PLAN_NONE)
		theme = named(scratch, plan->themes[action->theme].number,
		    plan->themes[action->theme].title);
	if (action->objective != PLAN_NONE)
		objective =
		    named(scratch, plan->objectives[action->objective].number,
			plan->objectives[action->objective].title);
	put_cell(out, action->id);
	put_cell(out, action->title);
	put_cell(out, theme);
	put_cell(out, objective);
	put_names(out, &action->owners);
	put_names(out, &action->leads);
	put_cell(out, str_from(doc_state_name(action->state)));
	put_cell(out, action->status_text);
	put_blocks(
	    out, scratch, plan, action, COLUMN_ROLE_PROGRESS, action->progress);
	put_blocks(
	    out, scratch, plan, action, COLUMN_ROLE_NEXT, action->next_steps);
	put_cell(out, plan_date_iso(scratch, action->due));
	put_cell(out, str_from(action->overdue ? "yes" : "no"));
	buf_puts(out, "\r\n");
}

void
data_csv(struct buf *out, const struct doc *doc)
{
	const struct plan *plan = doc->plan;
	struct arena *scratch;

	/* the mark tells spreadsheets that this is UTF-8 */
	buf_puts(out, "\xEF\xBB\xBF"
		      "id,title,theme,objective,owners,leads,state,status,"
		      "progress,next_steps,due,overdue\r\n");
	if (plan == NULL)
		return;
	scratch = arena_new();
	for (size_t i = 0; i < plan->actions_count; i++)
		put_action(out, scratch, plan, &plan->actions[i]);
	arena_free(scratch);
}
