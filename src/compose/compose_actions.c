/* compose_actions: actions as tables with the columns, headings and words that
 * the draft gives them. Actions that stood in different tables of the draft
 * stay in different tables, for their headings may differ. */
#include "compose/compose_priv.h"

#include "base/arena.h"

/* The header row as the draft has it; one of ours if the draft has none. */
static void
add_header(
    struct maker *maker, struct node *table, const struct plan_table *source)
{
	const struct node *from = source->node;
	bool found = false;
	struct node *row;

	for (const struct node *at = from ? from->first : NULL; at != NULL;
	     at = at->next) {
		if (at->kind == NODE_CAPTION)
			compose_copy(maker, table, at);
		if (at->kind != NODE_ROW || !at->as.row.is_header)
			continue;
		found = true;
		if (compose_marks_used(maker->marks, at)) {
			row = doc_node_copy(maker->arena, at);
			row->flags |= NODE_GENERATED;
			doc_node_append(table, row);
		} else {
			compose_copy(maker, table, at);
		}
	}
	if (found)
		return;
	row = compose_new(maker, NODE_ROW, table->pos);
	row->as.row.is_header = true;
	doc_node_append(table, row);
	for (size_t i = 0; i < source->column_count; i++) {
		struct node *cell = compose_new(maker, NODE_CELL, table->pos);

		cell->as.cell.is_header = true;
		if (source->columns[i].heading.len > 0)
			doc_paragraph_append(maker->arena, cell,
			    source->columns[i].heading, table->pos);
		doc_node_append(row, cell);
	}
}

static struct node *
new_table(struct maker *maker, const struct plan_table *source)
{
	struct node *table = doc_node_new(maker->arena, NODE_TABLE,
	    source->node ? source->node->pos : (struct pos){ 0 });

	table->role = ROLE_ACTIONS;
	table->as.table.column_count = source->column_count;
	table->as.table.columns = arena_alloc(
	    maker->arena, source->column_count * sizeof(struct column));
	for (size_t i = 0; i < source->column_count; i++)
		table->as.table.columns[i].kind =
		    plan_column_kind(source->columns[i].role);
	add_header(maker, table, source);
	return table;
}

static void
add_row(struct maker *maker, struct node *table, size_t index)
{
	const struct plan_action *action = &maker->plan->actions[index];
	const struct plan_table *source = &maker->plan->tables[action->table];
	struct node *row = doc_node_new(maker->arena, NODE_ROW, action->pos);
	struct node **cells =
	    arena_alloc(maker->arena, source->column_count * sizeof(*cells));

	row->id = action->anchor;
	row->role = ROLE_ACTION;
	row->end_line = action->last_line;
	for (size_t i = 0; i < source->column_count; i++) {
		cells[i] = doc_node_new(maker->arena, NODE_CELL, action->pos);
		doc_node_append(row, cells[i]);
	}
	for (size_t i = 0; i < action->value_count; i++) {
		const struct plan_value *value = &action->values[i];
		bool is_status =
		    source->columns[value->column].role == COLUMN_ROLE_STATUS;

		if (value->cell->first == NULL ||
		    compose_marks_used(maker->marks, value->cell))
			continue;
		cells[value->column]->pos = value->cell->pos;
		if (is_status && action->state != STATE_NONE) {
			compose_copy_status(
			    maker, cells[value->column], value->cell, index);
			compose_marks_use_all(maker->marks, value->cell);
		} else {
			compose_copy_children(
			    maker, cells[value->column], value->cell);
			compose_marks_use(maker->marks, value->cell);
		}
	}
	doc_node_append(table, row);
}

static bool
is_loose(struct maker *maker, const struct node *row)
{
	return row != NULL && row->kind == NODE_ROW && !row->as.row.is_header &&
	       compose_marks_row_of(maker->marks, row) == PLAN_NONE;
}

/* Rows that are no actions, but name or total those around them, keep their
 * place: those before an action, and those at the table's end. */
static void
add_rows_before(struct maker *maker, struct node *table, const struct node *row)
{
	const struct node *first = row;

	if (row == NULL || row->kind != NODE_ROW)
		return;
	while (is_loose(maker, first->prev))
		first = first->prev;
	for (; first != row; first = first->next)
		compose_copy(maker, table, first);
}

static void
add_rows_behind(struct maker *maker, struct node *table, const struct node *row)
{
	const struct node *last = row;

	if (row == NULL || row->kind != NODE_ROW)
		return;
	while (is_loose(maker, last->next))
		last = last->next;
	if (last->next != NULL)
		return; /* they belong to the action that follows */
	for (row = row->next; row != NULL; row = row->next)
		compose_copy(maker, table, row);
}

static const struct node *
row_of(const struct plan_action *action)
{
	return action->value_count > 0 ? action->values[0].cell->parent : NULL;
}

void
compose_actions(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct selection all =
	    compose_query_nodes(maker, step, "select", context);
	struct node *table = NULL;
	size_t source = PLAN_NONE;

	for (size_t i = 0; i < all.count; i++) {
		size_t index = compose_view_ref(all.nodes[i])->action;
		size_t from;

		if (index == PLAN_NONE)
			continue;
		from = maker->plan->actions[index].table;
		if (table == NULL || from != source) {
			table = new_table(maker, &maker->plan->tables[from]);
			doc_node_append(to, table);
			source = from;
		}
		add_rows_before(
		    maker, table, row_of(&maker->plan->actions[index]));
		add_row(maker, table, index);
		add_rows_behind(
		    maker, table, row_of(&maker->plan->actions[index]));
	}
}
