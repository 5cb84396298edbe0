/* compose_figure: a chart of the plan's counts, if it says more than its table
 * would, and behind it the numbers as a table. */
#include "compose/compose_figure.h"

#include "base/arena.h"

static const struct str none = { "", 0 };

/* More bars than stand on a page are no picture. */
enum { MOST_BARS = 41 };

/* A chart of one bar says nothing. */
static bool
is_telling(const struct chart *chart)
{
	size_t filled = 0;

	if (chart->row_count > MOST_BARS)
		return false;

	for (size_t i = 0; i < chart->row_count; i++)
		filled += chart->rows[i].total > 0;
	return filled > 1;
}

/* True unless the template's "draw" says no. */
static bool
is_wanted(struct maker *maker, const xmlNode *step, xmlNode *context)
{
	xmlXPathObject *result;
	bool is_true;

	if (xmlHasProp((xmlNode *)step, BAD_CAST "draw") == NULL)
		return true;
	result = compose_query(maker, step, "draw", context);
	is_true = result != NULL && xmlXPathCastToBoolean(result);
	xmlXPathFreeObject(result);
	return is_true;
}

static struct node *
caption_make(struct maker *maker, const xmlNode *step, xmlNode *context)
{
	const xmlNode *wording = compose_xml_child(step, "caption");
	struct node *caption;

	if (wording == NULL || !compose_query_test(maker, wording, context))
		return NULL;
	caption =
	    compose_new(maker, NODE_CAPTION, compose_view_ref(context)->pos);
	compose_inline(maker, caption, wording, context);
	return caption->first != NULL ? caption : NULL;
}

static void
add_chart(struct maker *maker, struct node *to, struct chart *chart,
    const xmlNode *step, struct node *caption)
{
	struct node *node = compose_new(maker, NODE_CHART, (struct pos){ 0 });

	chart->name = caption != NULL
			  ? doc_text(maker->arena, caption)
			  : compose_figure_word(maker,
				(enum word)(WORD_CHART + chart->kind), none);
	node->id = compose_xml_attr(maker->arena, step, "id");
	node->as.chart.chart = chart;
	if (caption != NULL)
		doc_node_append(node, caption);
	doc_node_append(to, node);
}

/* ---- the numbers ---- */

static struct node *
cell_add(struct maker *maker, struct node *row, struct str text)
{
	struct node *cell = compose_new(maker, NODE_CELL, row->pos);

	doc_node_append(row, cell);
	if (text.len > 0) {
		doc_paragraph_append(maker->arena, cell, text, row->pos);
		cell->first->flags |= NODE_GENERATED;
	}
	return cell;
}

static void
number_add(struct maker *maker, struct node *row, size_t number)
{
	cell_add(maker, row, str_printf(maker->arena, "%zu", number));
}

static void
series_add(
    struct maker *maker, struct node *row, const struct chart_series *series)
{
	struct node *cell, *paragraph;

	if (series->fill != CHART_FILL_STATE || series->state == STATE_NONE) {
		cell_add(maker, row, series->name);
		return;
	}
	cell = cell_add(maker, row, none);
	paragraph = compose_new(maker, NODE_PARAGRAPH, row->pos);
	doc_node_append(cell, paragraph);
	doc_node_append(paragraph,
	    compose_state(maker, series->state, series->name, row->pos));
}

static struct str
first_heading(struct maker *maker, enum chart_kind kind)
{
	static const enum word headings[CHART_KIND_COUNT] = {
		[CHART_STATES] = WORD_CHART_STATE,
		[CHART_THEMES] = WORD_CHART_THEME,
		[CHART_DUE] = WORD_CHART_DUE,
		[CHART_PROGRESS] = WORD_CHART_DATE,
	};

	return compose_figure_word(maker, headings[kind], none);
}

static void
header_add(struct maker *maker, struct node *table, const struct chart *chart)
{
	struct node *row = compose_new(maker, NODE_ROW, (struct pos){ 0 });

	row->as.row.is_header = true;
	doc_node_append(table, row);
	cell_add(maker, row, first_heading(maker, chart->kind));
	if (chart->kind == CHART_STATES) {
		cell_add(maker, row, chart->axis);
		return;
	}
	for (size_t i = 0; i < chart->series_count; i++)
		series_add(maker, row, &chart->series[i]);
	cell_add(maker, row, compose_figure_word(maker, WORD_CHART_ALL, none));
}

static void
row_add(struct maker *maker, struct node *table, const struct chart *chart,
    size_t index)
{
	struct node *row = compose_new(maker, NODE_ROW, (struct pos){ 0 });
	const struct chart_row *from = &chart->rows[index];

	doc_node_append(table, row);
	if (chart->kind == CHART_STATES) {
		series_add(maker, row, &chart->series[index]);
	} else {
		cell_add(maker, row, from->label);
		for (size_t i = 0; i < chart->series_count; i++)
			number_add(maker, row, from->counts[i]);
	}
	number_add(maker, row, from->total);
}

static void
add_table(struct maker *maker, struct node *to, const struct chart *chart,
    struct node *caption)
{
	struct node *table = compose_new(maker, NODE_TABLE, (struct pos){ 0 });
	size_t columns =
	    chart->kind == CHART_STATES ? 2 : chart->series_count + 2;

	table->as.table.column_count = columns;
	table->as.table.columns = arena_alloc(
	    maker->arena, columns * sizeof(*table->as.table.columns));
	if (chart->kind == CHART_STATES)
		table->as.table.columns[0].kind = COLUMN_STATE;
	for (size_t i = 1; i < columns; i++) {
		table->as.table.columns[i].kind = COLUMN_NUMBER;
		table->as.table.columns[i].align = ALIGN_RIGHT;
	}
	if (caption != NULL)
		doc_node_append(table, doc_node_copy(maker->arena, caption));
	header_add(maker, table, chart);
	for (size_t i = 0; i < chart->row_count; i++)
		row_add(maker, table, chart, i);
	doc_node_append(to, table);
}

void
compose_figure(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	const xmlNode *own = compose_xml_child(step, "table");
	struct chart *chart = compose_figure_count(maker,
	    chart_kind_from(compose_xml_attr(maker->arena, step, "kind")));
	struct node *caption = caption_make(maker, step, context);

	if (is_telling(chart) && is_wanted(maker, step, context))
		add_chart(maker, to, chart, step, caption);
	if (str_is(compose_xml_attr(maker->arena, step, "data"), "no"))
		return;
	if (own == NULL && chart->row_count > 0)
		add_table(maker, to, chart, caption);
	if (own != NULL && compose_query_test(maker, own, context))
		compose_table(maker, to, own, context);
}
