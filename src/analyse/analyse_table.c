/* analyse_table: which tables are lists of actions, what their columns hold,
 * and the joining of rows that page breaks cut. Works on the flat list of
 * blocks. Leaves each action table with its header row and one row an action,
 * and a plan_table that says what its columns are. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "base/utf8.h"

enum {
	HEADER_MAX_WORDS = 8, /* in a cell of a header row */
	PROSE_WORDS = 6       /* that many words are no name and no status */
};

static struct node *
first_row(const struct node *table)
{
	struct node *row = table->first;

	if (row != NULL && row->kind == NODE_CAPTION)
		row = row->next;
	return row;
}

static struct str
cell_text(struct analysis *a, const struct node *row, size_t column)
{
	const struct node *cell = analyse_child(row, column);

	if (cell == NULL)
		return (struct str){ NULL, 0 };
	return doc_text(a->scratch, cell);
}

/* ---- header rows ---- */

/* How many of the row's cells are headings of an action table's columns. */
static size_t
known_headings(struct analysis *a, const struct node *row)
{
	size_t known = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next)
		known += analyse_column_role(a, doc_text(a->scratch, cell)) !=
			 COLUMN_ROLE_OTHER;
	return known;
}

static bool
looks_like_header(struct analysis *a, const struct node *row)
{
	size_t filled = 0, count = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		count++;
		if (analyse_word_count(text) > HEADER_MAX_WORDS)
			return false;
		filled += text.len > 0;
	}
	return count >= 3 && filled >= 2 && known_headings(a, row) >= 2;
}

/* Some bare table's first row: every cell filled, short, without figures, and
 * more rows below. */
static bool
is_plain_header(struct analysis *a, const struct node *row)
{
	if (row->next == NULL)
		return false;
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		if (text.len == 0 || analyse_word_count(text) > 5 ||
		    str_ends(text, ":") || str_ends(text, "."))
			return false;
		for (size_t i = 0; i < text.len; i++)
			if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
				return false;
	}
	return row->parent->as.table.column_count > 2;
}

static void
mark_header(struct node *row)
{
	row->as.row.is_header = true;
	for (struct node *cell = row->first; cell; cell = cell->next)
		cell->as.cell.is_header = true;
}

static void
find_header(struct analysis *a, struct node *table)
{
	struct node *row = first_row(table);

	if (row == NULL || row->as.row.is_header)
		return;
	if (looks_like_header(a, row) || is_plain_header(a, row))
		mark_header(row);
}

/* ---- what the columns are ---- */

static bool
has_role(const struct plan_table *table, enum column_role role)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].role == role)
			return true;
	return false;
}

static size_t
column_of(const struct plan_table *table, enum column_role role)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].role == role)
			return i;
	return PLAN_NONE;
}

static void
promote(struct plan_table *table, enum column_role from)
{
	size_t at = column_of(table, from);

	if (at != PLAN_NONE && !has_role(table, COLUMN_ROLE_ACTION))
		table->columns[at].role = COLUMN_ROLE_ACTION;
}

/* The column that tells what is to be done, when no heading says so. */
static void
choose_action_column(struct plan_table *table)
{
	if (has_role(table, COLUMN_ROLE_ACTION))
		return;
	if (has_role(table, COLUMN_ROLE_ID))
		promote(table, COLUMN_ROLE_OTHER);
	promote(table, COLUMN_ROLE_OBJECTIVE);
}

static bool
is_action_table(const struct plan_table *table)
{
	size_t signs = 0;

	signs += has_role(table, COLUMN_ROLE_OWNER);
	signs += has_role(table, COLUMN_ROLE_LEAD);
	signs += has_role(table, COLUMN_ROLE_STATUS);
	signs += has_role(table, COLUMN_ROLE_DUE);
	signs += has_role(table, COLUMN_ROLE_REVISED_DUE);
	signs += has_role(table, COLUMN_ROLE_NEXT);
	signs += has_role(table, COLUMN_ROLE_PROGRESS);
	return has_role(table, COLUMN_ROLE_ACTION) && signs >= 1;
}

static enum column_kind
kind_of_role(enum column_role role)
{
	switch (role) {
	case COLUMN_ROLE_ID:
		return COLUMN_ID;
	case COLUMN_ROLE_OWNER:
	case COLUMN_ROLE_LEAD:
		return COLUMN_NAME;
	case COLUMN_ROLE_STATUS:
		return COLUMN_STATE;
	case COLUMN_ROLE_DUE:
	case COLUMN_ROLE_ORIGINAL_DUE:
	case COLUMN_ROLE_REVISED_DUE:
	case COLUMN_ROLE_COMPLETED:
		return COLUMN_DATE;
	case COLUMN_ROLE_OTHER:
	case COLUMN_ROLE_ACTION:
	case COLUMN_ROLE_OBJECTIVE:
	case COLUMN_ROLE_THEME:
	case COLUMN_ROLE_PROGRESS:
	case COLUMN_ROLE_NEXT:
	case COLUMN_ROLE_COUNT:
		break;
	}
	return COLUMN_TEXT;
}

static bool
read_columns(struct analysis *a, struct node *node, struct plan_table *table)
{
	struct node *row = first_row(node);

	if (row == NULL || !row->as.row.is_header)
		return false;
	table->node = node;
	table->column_count = node->as.table.column_count;
	table->columns = arena_alloc(
	    a->doc->arena, table->column_count * sizeof(*table->columns));
	for (size_t i = 0; i < table->column_count; i++) {
		struct plan_column *column = &table->columns[i];

		column->heading = analyse_text(a, analyse_child(row, i));
		column->role = analyse_column_role(a, column->heading);
		/* a second column of one meaning is kept under its own name */
		for (size_t j = 0; j < i; j++)
			if (table->columns[j].role == column->role)
				column->role = COLUMN_ROLE_OTHER;
	}
	choose_action_column(table);
	return is_action_table(table);
}

static void
mark_columns(const struct plan_table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		table->node->as.table.columns[i].kind =
		    kind_of_role(table->columns[i].role);
	table->node->role = ROLE_ACTIONS;
}

/* ---- rows that a page break cut ---- */

static bool
ends_sentence(struct str text)
{
	uint32_t c;

	if (text.len == 0)
		return true;
	c = utf8_last(&text);
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' ||
	       c == 0x201D || c == 0x2026;
}

/* Words after which no sentence ends. */
static bool
ends_open(struct analysis *a, struct str text)
{
	static const char *const open[] = { "the", "a", "an", "of", "to", "and",
		"or", "with", "in", "for", "on", "by", "at", "from", "as",
		"that", "which", "is", "are", "be", "will", "has", "have",
		"this", "their", "its", "our", NULL };
	size_t at = text.len;
	struct str word;

	while (at > 0 && text.ptr[at - 1] != ' ')
		at--;
	word = str_lower(a->scratch, str_skip(text, at));
	for (size_t i = 0; open[i] != NULL; i++)
		if (str_is(word, open[i]))
			return true;
	return str_ends(text, ",") || str_ends(text, "-");
}

static bool
begins_lower(struct str text)
{
	uint32_t c;

	if (text.len == 0)
		return false;
	c = utf8_next(&text);
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* Is `next` the rest of a sentence that `text` began? In a short cell (a title,
 * a name) it always is. */
static bool
runs_on(struct analysis *a, struct str text, struct str next, bool is_short)
{
	if (text.len == 0 || next.len == 0)
		return false;
	if (is_short)
		return analyse_word_count(next) < PROSE_WORDS;
	return begins_lower(next) ||
	       (!ends_sentence(text) && ends_open(a, text));
}

static void
join_cells(
    struct analysis *a, struct node *to, struct node *from, bool is_short)
{
	struct node *last = to->last, *first = from->first;

	if (first == NULL)
		return;
	if (last != NULL && last->kind == NODE_PARAGRAPH &&
	    first->kind == NODE_PARAGRAPH &&
	    runs_on(a, doc_text(a->scratch, last), doc_text(a->scratch, first),
		is_short)) {
		doc_text_append(a->doc->arena, last, str_from(" "), first->pos);
		doc_node_move_children(last, first);
		doc_node_unlink(first);
	}
	doc_node_move_children(to, from);
}

static bool
is_wordy(enum column_role role)
{
	return role == COLUMN_ROLE_PROGRESS || role == COLUMN_ROLE_NEXT ||
	       role == COLUMN_ROLE_OTHER;
}

/* The row's own number, in its id column or at the front of its title. */
static bool
has_number(
    struct analysis *a, const struct plan_table *table, const struct node *row)
{
	struct str number, rest;
	size_t id = column_of(table, COLUMN_ROLE_ID);

	if (id != PLAN_NONE && cell_text(a, row, id).len > 0)
		return true;
	return analyse_number_split(
	    cell_text(a, row, column_of(table, COLUMN_ROLE_ACTION)), &number,
	    &rest);
}

/* A row continues the one above when it has no number where its table's rows
 * have one, or no title at all, and says nothing of owner or state. */
static bool
continues(struct analysis *a, const struct plan_table *table,
    const struct node *row, bool numbered)
{
	struct str title =
	    cell_text(a, row, column_of(table, COLUMN_ROLE_ACTION));

	if (title.len > 0 && (!numbered || has_number(a, table, row)))
		return false;
	for (size_t i = 0; i < table->column_count; i++) {
		enum column_role role = table->columns[i].role;
		size_t words = analyse_word_count(cell_text(a, row, i));

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

/* ---- cells that slipped ---- */

/* How far the cells behind the title must move to the right for prose to stand
 * under prose; 0: they stand right, or no move helps. */
static size_t
slip_of(
    struct analysis *a, const struct plan_table *table, const struct node *row)
{
	size_t first = PLAN_NONE, last = 0, title;

	title = column_of(table, COLUMN_ROLE_ACTION);
	for (size_t i = 0; i < table->column_count; i++) {
		size_t words = analyse_word_count(cell_text(a, row, i));

		if (words == 0 || i == title)
			continue;
		if (words < PROSE_WORDS)
			return 0;
		if (first == PLAN_NONE)
			first = i;
		last = i;
	}
	if (first == PLAN_NONE || first < title ||
	    is_wordy(table->columns[first].role))
		return 0;
	for (size_t by = 1; last + by < table->column_count; by++) {
		bool fits = true;

		for (size_t i = first; i <= last; i++)
			if (cell_text(a, row, i).len > 0 &&
			    !is_wordy(table->columns[i + by].role))
				fits = false;
		if (fits)
			return by;
	}
	return 0;
}

static struct str
row_text(struct analysis *a, const struct node *row)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		buf_puts(&buf, cell->prev != NULL ? " | " : "");
		doc_text_put(&buf, cell);
	}
	text = str_copy(a->scratch, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static void
unslip(struct analysis *a, const struct plan_table *table, struct node *row,
    struct str id)
{
	size_t by = slip_of(a, table, row);
	size_t title = column_of(table, COLUMN_ROLE_ACTION);
	struct str before;

	if (by == 0)
		return;
	if (a->options->no_repair) {
		doc_say(a->doc, DOC_CELLS_SHIFTED, row->pos, id,
		    str_from("left as written"));
		return;
	}
	before = row_text(a, row);
	for (size_t i = table->column_count - by; i-- > title + 1;)
		doc_node_move_children(
		    analyse_child(row, i + by), analyse_child(row, i));
	doc_repair(a->doc, row->pos, "shifted-cells", before, row_text(a, row));
	doc_say(a->doc, DOC_CELLS_SHIFTED, row->pos, id,
	    by == 1
		? str_from("moved one column to the right")
		: str_printf(a->scratch, "moved %zu columns to the right", by));
}

/* ---- joining ---- */

static struct str
row_id(
    struct analysis *a, const struct plan_table *table, const struct node *row)
{
	size_t id = column_of(table, COLUMN_ROLE_ID);
	struct str number, rest, title;

	if (id != PLAN_NONE)
		return analyse_number_bare(cell_text(a, row, id));
	title = cell_text(a, row, column_of(table, COLUMN_ROLE_ACTION));
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

	unslip(a, table, row, id);
	doc_say(a->doc, DOC_ROW_JOINED, row->pos, id, (struct str){ NULL, 0 });
	doc_repair(a->doc, row->pos, "joined-row", row_text(a, row), id);
	for (struct node *cell = to->first, *from = row->first; cell && from;
	     cell = cell->next, from = from->next, i++)
		join_cells(a, cell, from, !is_wordy(table->columns[i].role));
	to->end_line =
	    row->end_line > row->pos.line ? row->end_line : row->pos.line;
	doc_node_unlink(row);
}

static bool
is_numbered_table(struct analysis *a, const struct plan_table *table)
{
	size_t rows = 0, numbered = 0;

	if (has_role(table, COLUMN_ROLE_ID))
		return true;
	for (struct node *row = first_row(table->node); row; row = row->next) {
		if (row->as.row.is_header ||
		    cell_text(a, row, column_of(table, COLUMN_ROLE_ACTION))
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
	doc_drop(a->doc, row->pos, "repeated-header", row_text(a, row));
	doc_node_unlink(row);
}

/* Header rows repeated inside one table. */
static void
drop_inner_headers(struct analysis *a, struct node *table)
{
	struct node *header = first_row(table), *row, *next;
	struct str text = row_text(a, header);

	for (row = header->next; row != NULL; row = next) {
		next = row->next;
		if (str_eq_nocase(row_text(a, row), text))
			drop_header(a, row);
		else
			row->as.row.is_header = false;
	}
}

static void
add_table(struct analysis *a, const struct plan_table *table, struct run *run)
{
	struct plan *plan = a->plan;

	mark_columns(table);
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

	for (row = first_row(table->node); row != NULL; row = next) {
		next = row->next;
		if (row->as.row.is_header)
			continue;
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

	for (row = first_row(table->node); row != NULL; row = next) {
		next = row->next;
		doc_node_unlink(row);
		if (row->as.row.is_header)
			doc_drop(a->doc, row->pos, "repeated-header",
			    row_text(a, row));
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
	header = first_row(table->node);
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

void
analyse_tables(struct analysis *a)
{
	struct run run = { .table = NULL };
	struct node *node, *next;

	for (node = a->doc->root->first; node != NULL; node = next) {
		struct plan_table table = { .node = NULL };

		next = node->next;
		if (node->kind != NODE_TABLE)
			continue;
		find_header(a, node);
		if (read_columns(a, node, &table))
			take_action_table(a, &table, &run);
	}
}
