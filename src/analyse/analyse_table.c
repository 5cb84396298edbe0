/* analyse_table: which tables are lists of actions, and the joining of rows
 * that page breaks cut. Works on the flat list of blocks. Leaves each action
 * table with its header row and one row an action, and a plan_table that says
 * what its columns are. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	GROUP_MAX_WORDS = 12,
	PROSE_WORDS = 6,   /* that many words are no name and no status */
	COLUMNS_MOST = 256 /* no list of actions has more */
};

/* The row's own number, in its id column or at the front of its title. */
static bool
has_number(
    struct analysis *a, const struct plan_table *table, const struct node *row)
{
	struct str number, rest;
	size_t id = analyse_column_of(table, COLUMN_ROLE_ID);

	if (id != PLAN_NONE && analyse_cell_text(a, row, id).len > 0)
		return true;
	return analyse_number_split(
	    analyse_cell_text(
		a, row, analyse_column_of(table, COLUMN_ROLE_ACTION)),
	    &number, &rest);
}

/* "iPads", "i. Mend": a small letter that begins a title after all. */
static bool
begins_with_i(struct str title)
{
	size_t at = 1;

	if (title.ptr[0] != 'i' || title.len < 2)
		return title.ptr[0] == 'i';
	if (title.ptr[1] >= 'A' && title.ptr[1] <= 'Z')
		return true;
	while (at < title.len && (title.ptr[at] == 'i' || title.ptr[at] == 'v'))
		at++;
	return at < title.len && (title.ptr[at] == '.' || title.ptr[at] == ')');
}

/* "lights", where the row above says "Replace the harbour": titles begin with
 * a capital or a number. */
static bool
is_title_rest(struct analysis *a, const struct plan_table *table,
    const struct node *row, struct str title)
{
	uint32_t first;

	if (title.len == 0 || has_number(a, table, row) || begins_with_i(title))
		return false;
	first = utf8_next(&title);
	return utf8_is_letter(first) && !utf8_is_upper(first);
}

/* A row continues the one above when it has no number where its table's rows
 * have one, or no title at all, and says nothing of owner or state. */
static bool
continues(struct analysis *a, const struct plan_table *table,
    const struct node *row, bool numbered)
{
	struct str title = analyse_cell_text(
	    a, row, analyse_column_of(table, COLUMN_ROLE_ACTION));

	if (is_title_rest(a, table, row, title))
		return true;
	if (title.len > 0 && (!numbered || has_number(a, table, row)))
		return false;
	for (size_t i = 0; i < table->column_count; i++) {
		enum column_role role = table->columns[i].role;
		size_t words = analyse_word_count(analyse_cell_text(a, row, i));

		if (role == COLUMN_ROLE_ID && words > 0)
			return false;
		/* a short text there is an owner or a state of its own; prose
		 * has slipped in from another column */
		if ((role == COLUMN_ROLE_OWNER || role == COLUMN_ROLE_LEAD ||
			role == COLUMN_ROLE_STATUS) &&
		    words > 0 && words < PROSE_WORDS && title.len > 0)
			return false;
	}
	return true;
}

/* A row with one cell names what the rows below it share ("Safe buildings"):
 * it begins with a capital, and the title above it is not cut. */
static bool
names_group(struct analysis *a, const struct plan_table *table,
    const struct node *last, const struct node *row)
{
	size_t title = analyse_column_of(table, COLUMN_ROLE_ACTION);
	struct str text = { NULL, 0 };

	if (table->column_count < 3)
		return false;
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		if (cell->first == NULL)
			continue;
		if (text.len > 0)
			return false;
		text = doc_text(a->scratch, cell);
	}
	if (text.len == 0 || analyse_word_count(text) > GROUP_MAX_WORDS ||
	    str_ends(text, ".") || !utf8_is_upper(utf8_next(&text)))
		return false;
	return row->first->first != NULL &&
	       (last == NULL ||
		   !analyse_ends_open(a, analyse_cell_text(a, last, title)));
}

/* ---- joining ---- */

static struct str
row_id(
    struct analysis *a, const struct plan_table *table, const struct node *row)
{
	size_t id = analyse_column_of(table, COLUMN_ROLE_ID);
	struct str number, rest, title;

	if (id != PLAN_NONE)
		return analyse_number_bare(analyse_cell_text(a, row, id));
	title = analyse_cell_text(
	    a, row, analyse_column_of(table, COLUMN_ROLE_ACTION));
	if (analyse_number_split(title, &number, &rest))
		return number;
	return title;
}

static void
join_row(struct analysis *a, const struct plan_table *table, struct node *to,
    struct node *row)
{
	struct str id = row_id(a, table, to);
	size_t i = 0;

	analyse_row_unslip(a, table, row, id);
	doc_say(a->doc, DOC_ROW_JOINED, row->pos, id, (struct str){ NULL, 0 });
	doc_repair(
	    a->doc, row->pos, "joined-row", analyse_row_text(a, row), id);
	for (struct node *cell = to->first, *from = row->first; cell && from;
	     cell = cell->next, from = from->next, i++)
		analyse_cells_join(
		    a, cell, from, !analyse_is_wordy(table->columns[i].role));
	to->end_line =
	    row->end_line > row->pos.line ? row->end_line : row->pos.line;
	doc_node_unlink(row);
}

static bool
is_numbered_table(struct analysis *a, const struct plan_table *table)
{
	size_t rows = 0, numbered = 0;

	if (analyse_has_column(table, COLUMN_ROLE_ID))
		return true;
	for (struct node *row = analyse_first_row(table->node); row;
	     row = row->next) {
		if (row->as.row.is_header ||
		    analyse_cell_text(
			a, row, analyse_column_of(table, COLUMN_ROLE_ACTION))
			    .len == 0)
			continue;
		rows++;
		numbered += has_number(a, table, row);
	}
	return numbered * 2 >= rows && numbered > 0;
}

static bool
same_columns(const struct plan_table *x, const struct plan_table *y)
{
	if (x->column_count != y->column_count)
		return false;
	for (size_t i = 0; i < x->column_count; i++)
		if (!str_eq_nocase(
			x->columns[i].heading, y->columns[i].heading))
			return false;
	return true;
}

/* The run of tables that pages cut out of one. */
struct run {
	struct plan_table *table; /* the last one with a row, or NULL */
	struct node *last_row;    /* the last action's row, or NULL */
	bool numbered;            /* its rows have numbers */
};

static void
drop_header(struct analysis *a, struct node *row)
{
	doc_drop(a->doc, row->pos, "repeated-header", analyse_row_text(a, row));
	doc_node_unlink(row);
}

/* The header once more, over two rows. */
static bool
is_header_in_two(
    struct analysis *a, const struct node *header, const struct node *row)
{
	size_t i = 0;

	for (const struct node *cell = header->first; cell;
	     cell = cell->next, i++) {
		struct str upper = analyse_cell_text(a, row, i);
		struct str lower = analyse_cell_text(a, row->next, i);
		struct str whole = str_printf(
		    a->scratch, "%.*s %.*s", STR_ARG(upper), STR_ARG(lower));

		if (!str_eq_nocase(str_trim(whole), doc_text(a->scratch, cell)))
			return false;
	}
	return true;
}

/* Header rows repeated inside one table. */
static void
drop_inner_headers(struct analysis *a, struct node *table)
{
	struct node *header = analyse_first_row(table), *row, *next;
	struct str text = analyse_row_text(a, header);

	for (row = header->next; row != NULL; row = next) {
		next = row->next;
		if (str_eq_nocase(analyse_row_text(a, row), text)) {
			drop_header(a, row);
		} else if (next != NULL && is_header_in_two(a, header, row)) {
			struct node *second = next;

			next = second->next;
			drop_header(a, row);
			drop_header(a, second);
		} else {
			row->as.row.is_header = false;
		}
	}
}

static void
add_table(struct analysis *a, struct plan_table *table, struct run *run)
{
	struct plan *plan = a->plan;

	analyse_columns_mark(table);
	plan->tables = arena_push(a->doc->arena, plan->tables,
	    &plan->tables_count, &plan->tables_cap, sizeof(*plan->tables));
	plan->tables[plan->tables_count - 1] = *table;
	run->table = &plan->tables[plan->tables_count - 1];
}

/* Joins the rows of one table that continue the row above them, which may be
 * the last one of an earlier table with the same columns. */
static void
join_rows(struct analysis *a, struct plan_table *table, struct run *run)
{
	bool same = run->table != NULL && same_columns(run->table, table);
	bool numbered = is_numbered_table(a, table) || (same && run->numbered);
	struct node *last = same ? run->last_row : NULL;
	struct node *row, *next;

	for (row = analyse_first_row(table->node); row != NULL; row = next) {
		next = row->next;
		if (row->as.row.is_header)
			continue;
		if (analyse_is_total(a, row))
			continue;
		if (names_group(a, table, last, row)) {
			row->as.row.is_group = true;
			continue;
		}
		if (last != NULL && continues(a, table, row, numbered)) {
			join_row(a, table, last, row);
			continue;
		}
		last = row;
	}
	run->last_row = last;
	run->numbered = numbered;
}

/* A table that directly follows its beginning: its rows go there. */
static void
join_tables(struct analysis *a, struct plan_table *table, struct run *run)
{
	struct node *row, *next;

	for (row = analyse_first_row(table->node); row != NULL; row = next) {
		next = row->next;
		doc_node_unlink(row);
		if (row->as.row.is_header)
			doc_drop(a->doc, row->pos, "repeated-header",
			    analyse_row_text(a, row));
		else
			doc_node_append(run->table->node, row);
	}
	doc_node_unlink(table->node);
}

static void
take_action_table(struct analysis *a, struct plan_table *table, struct run *run)
{
	struct node *header;

	drop_inner_headers(a, table->node);
	join_rows(a, table, run);
	analyse_rows_unslip(a, table);
	header = analyse_first_row(table->node);
	if (header->next == NULL && run->last_row != NULL) {
		/* nothing is left of it but its header */
		drop_header(a, header);
		doc_node_unlink(table->node);
		return;
	}
	if (run->table != NULL && table->node->prev == run->table->node &&
	    same_columns(run->table, table))
		join_tables(a, table, run);
	else
		add_table(a, table, run);
}

/* What is not sure to list actions stays the author's table. */
static bool
is_unsure(struct analysis *a, struct plan_table *table)
{
	size_t at = analyse_column_of(table, COLUMN_ROLE_ACTION);

	analyse_columns_judge(a, table);
	/* without headings, what the cells hold has been weighed already */
	if (analyse_first_row(table->node)->flags & NODE_GENERATED)
		return false;
	if (at == PLAN_NONE || !analyse_is_unsure(table->sure))
		return false;
	doc_say(a->doc, DOC_UNSURE, table->node->pos, str_from("this table"),
	    str_printf(a->scratch, "a list of actions, in its column \"%.*s\"",
		STR_ARG(table->columns[at].heading)));
	return true;
}

/* Columns are looked up in one another's company; what has thousands of them is
 * a row of figures. */
static bool
is_too_wide(struct analysis *a, const struct node *table)
{
	if (table->as.table.column_count <= COLUMNS_MOST)
		return false;
	doc_say(a->doc, DOC_UNSURE, table->pos,
	    str_printf(a->scratch, "this table of %zu columns",
		table->as.table.column_count),
	    str_from("a list of actions"));
	return true;
}

void
analyse_tables(struct analysis *a)
{
	struct run run = { .table = NULL };
	struct node *node, *next;

	for (node = a->doc->root->first; node != NULL; node = next) {
		struct plan_table table = { .node = NULL };

		next = node->next;
		if (node->kind != NODE_TABLE || is_too_wide(a, node))
			continue;
		analyse_header_find(a, node, run.table);
		if (analyse_columns_read(a, node, &table, run.table) &&
		    !is_unsure(a, &table))
			take_action_table(a, &table, &run);
		else
			analyse_figures_mark(a, node);
	}
}
