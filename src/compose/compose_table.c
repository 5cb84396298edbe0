/* compose_table: a table with a row for each node that the template selects:
 * sorted, in groups, with columns of its own or one for each of another
 * selection, and a row of totals. */
#include "compose/compose_priv.h"

#include <string.h>

#include <libxml/xpathInternals.h>

#include "base/arena.h"

/* A column as it stands in the table: <columns> gives several. */
struct table_column {
	const xmlNode *step;
	xmlNode *each; /* what $column stands for; NULL: nothing */
};

struct table {
	struct maker *maker;
	struct node *node;
	struct table_column *columns;
	size_t column_count, column_cap;
	xmlNode *context;
};

static enum column_kind
kind_from(struct str name)
{
	static const char *const kinds[] = { "text", "id", "name", "state",
		"date", "number" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_is(name, kinds[i]))
			return (enum column_kind)i;
	return COLUMN_TEXT;
}

static void
add_column(struct table *table, const xmlNode *step, xmlNode *each)
{
	table->columns = arena_push(table->maker->arena, table->columns,
	    &table->column_count, &table->column_cap, sizeof(*table->columns));
	table->columns[table->column_count - 1] =
	    (struct table_column){ step, each };
}

static void
find_columns(struct table *table, const xmlNode *step)
{
	struct maker *maker = table->maker;

	for (const xmlNode *at = step->children; at != NULL; at = at->next) {
		struct selection all;

		if (compose_xml_is(at, "column") &&
		    compose_query_test(maker, at, table->context))
			add_column(table, at, NULL);
		if (!compose_xml_is(at, "columns"))
			continue;
		all = compose_query_nodes(maker, at, "each", table->context);
		for (size_t i = 0; i < all.count; i++)
			add_column(table, at, all.nodes[i]);
	}
}

static void
set_columns(struct table *table)
{
	struct node *node = table->node;

	node->as.table.column_count = table->column_count;
	node->as.table.columns = arena_alloc(table->maker->arena,
	    table->column_count * sizeof(*node->as.table.columns));
	for (size_t i = 0; i < table->column_count; i++) {
		struct column *column = &node->as.table.columns[i];

		column->kind = kind_from(compose_xml_attr(
		    table->maker->arena, table->columns[i].step, "kind"));
		column->align =
		    column->kind == COLUMN_NUMBER ? ALIGN_RIGHT : ALIGN_NONE;
	}
}

/* Sets $column for what is asked next. */
static void
set_variable(struct table *table, const struct table_column *column)
{
	xmlXPathObject *value = column->each ? xmlXPathNewNodeSet(column->each)
					     : xmlXPathNewString(BAD_CAST "");

	xmlXPathRegisterVariable(table->maker->xpath, BAD_CAST "column", value);
}

static struct node *
add_cell(struct maker *maker, struct node *row, struct pos pos)
{
	struct node *cell = compose_new(maker, NODE_CELL, pos);

	doc_node_append(row, cell);
	return cell;
}

static void
fill_cell(struct maker *maker, struct node *cell, const xmlNode *wording,
    xmlNode *context)
{
	struct node *paragraph = compose_new(maker, NODE_PARAGRAPH, cell->pos);

	compose_inline(maker, paragraph, wording, context);
	if (paragraph->first != NULL)
		doc_node_append(cell, paragraph);
}

static enum column_role
column_role_from(struct str name)
{
	static const struct {
		const char *name;
		enum column_role role;
	} roles[] = {
		{ "id", COLUMN_ROLE_ID },
		{ "action", COLUMN_ROLE_ACTION },
		{ "owner", COLUMN_ROLE_OWNER },
		{ "lead", COLUMN_ROLE_LEAD },
		{ "status", COLUMN_ROLE_STATUS },
		{ "progress", COLUMN_ROLE_PROGRESS },
		{ "next-steps", COLUMN_ROLE_NEXT },
		{ "due", COLUMN_ROLE_DUE },
	};

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (str_is(name, roles[i].name))
			return roles[i].role;
	return COLUMN_ROLE_OTHER;
}

/* What the draft says in the action's column of that role, said again. */
static void
quote_cell(struct maker *maker, struct node *cell, const xmlNode *step,
    xmlNode *context)
{
	size_t index = compose_view_ref(context)->action;
	enum column_role role =
	    column_role_from(compose_xml_attr(maker->arena, step, "role"));
	const struct node *from;

	if (index == PLAN_NONE)
		return;
	from =
	    plan_action_cell(maker->plan, &maker->plan->actions[index], role);
	if (from == NULL)
		return;
	if (role == COLUMN_ROLE_STATUS)
		compose_copy_status(maker, cell, from, index);
	else
		compose_copy_again(maker, cell, from);
}

static void
add_row(struct table *table, xmlNode *context)
{
	struct maker *maker = table->maker;
	struct pos pos = compose_view_ref(context)->pos;
	struct node *row = compose_new(maker, NODE_ROW, pos);

	doc_node_append(table->node, row);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];
		const xmlNode *wording =
		    compose_xml_child(column->step, "cell");
		const xmlNode *quote =
		    compose_xml_child(column->step, "draft-cell");
		struct node *cell = add_cell(maker, row, pos);

		set_variable(table, column);
		if (wording != NULL)
			fill_cell(maker, cell, wording, context);
		if (quote != NULL)
			quote_cell(maker, cell, quote, context);
	}
}

static void
add_header(struct table *table)
{
	struct maker *maker = table->maker;
	struct pos pos = compose_view_ref(table->context)->pos;
	struct node *row = compose_new(maker, NODE_ROW, pos);

	row->as.row.is_header = true;
	doc_node_append(table->node, row);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];
		const xmlNode *wording =
		    compose_xml_child(column->step, "heading");
		struct node *cell = add_cell(maker, row, pos);

		cell->as.cell.is_header = true;
		set_variable(table, column);
		if (wording != NULL)
			fill_cell(maker, cell, wording,
			    column->each ? column->each : table->context);
	}
}

static void
make_strong(struct maker *maker, struct node *paragraph)
{
	struct node *strong;

	if (paragraph == NULL)
		return;
	strong = compose_new(maker, NODE_STRONG, paragraph->pos);
	doc_node_move_children(strong, paragraph);
	doc_node_append(paragraph, strong);
}

/* A row of totals, if any column has one. */
static void
add_totals(struct table *table)
{
	struct maker *maker = table->maker;
	struct pos pos = compose_view_ref(table->context)->pos;
	struct node *row = compose_new(maker, NODE_ROW, pos);
	bool any = false;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];
		const xmlNode *wording =
		    compose_xml_child(column->step, "total");
		struct node *cell = add_cell(maker, row, pos);

		if (wording == NULL)
			continue;
		any = true;
		set_variable(table, column);
		fill_cell(maker, cell, wording, table->context);
		make_strong(maker, cell->first);
	}
	if (any)
		doc_node_append(table->node, row);
}

static void
add_group(struct table *table, struct str name, struct pos pos)
{
	struct node *row = compose_new(table->maker, NODE_ROW, pos);

	row->as.row.is_group = true;
	doc_node_append(table->node, row);
	for (size_t i = 0; i < table->column_count; i++) {
		struct node *cell = add_cell(table->maker, row, pos);

		if (i == 0 && name.len > 0)
			doc_paragraph_append(
			    table->maker->arena, cell, name, pos);
	}
}

static void
add_rows(struct table *table, const xmlNode *step)
{
	struct maker *maker = table->maker;
	struct selection rows =
	    compose_query_nodes(maker, step, "rows", table->context);
	bool grouped = xmlHasProp((xmlNode *)step, BAD_CAST "group") != NULL;
	struct str group = { "", 0 };

	for (size_t i = 0; i < rows.count; i++) {
		struct str name = { "", 0 };

		if (grouped)
			name = compose_query_text(
			    maker, step, "group", rows.nodes[i]);
		if (grouped && (i == 0 || !str_eq(name, group)))
			add_group(
			    table, name, compose_view_ref(rows.nodes[i])->pos);
		group = name;
		add_row(table, rows.nodes[i]);
	}
}

void
compose_table(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct table table = { .maker = maker, .context = context };
	const xmlNode *wording = compose_xml_child(step, "caption");
	struct pos pos = compose_view_ref(context)->pos;
	const struct node *header;

	table.node = compose_new(maker, NODE_TABLE, pos);
	table.node->id = compose_xml_attr(maker->arena, step, "id");
	find_columns(&table, step);
	if (table.column_count == 0)
		return;
	set_columns(&table);
	if (wording != NULL && compose_query_test(maker, wording, context)) {
		struct node *caption = compose_new(maker, NODE_CAPTION, pos);

		compose_inline(maker, caption, wording, context);
		doc_node_append(table.node, caption);
	}
	add_header(&table);
	header = table.node->last;
	add_rows(&table, step);
	if (table.node->last == header)
		return; /* nothing to say */
	add_totals(&table);
	doc_node_append(to, table.node);
}
