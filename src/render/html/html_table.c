/* html_table: tables -> table elements whose cells a screen reader can place,
 * and that become a list of labelled cards on a narrow screen. */
#include "html_priv.h"

#include "base/arena.h"
#include "base/must.h"
#include "base/utf8.h"

enum {
	STACK_LEAST = 3,   /* columns of a table that becomes cards */
	SOON_LEAST = 5,    /* columns of one that does so on a tablet too */
	SCROLL_LEAST = 8,  /* columns that may not fit a wide screen either */
	LONG_LEAST = 200,  /* rows of a table that a browser sets in parts */
	ID_LONGEST = 7,    /* characters of a word in a narrow column of ids */
	SHORT_LONGEST = 10 /* characters in a column of short words */
};

/* Column headings, out of all header rows. */
static struct html_table *
table_labels(struct html_page *page, const struct node *table)
{
	struct html_table *made = arena_alloc(page->scratch, sizeof(*made));

	made->column_count = table->as.table.column_count;
	made->labels = arena_alloc(
	    page->scratch, made->column_count * sizeof(*made->labels));
	for (const struct node *row = table->first; row != NULL;
	     row = row->next) {
		size_t column = 0;

		if (row->kind != NODE_ROW || !row->as.row.is_header)
			continue;
		for (const struct node *cell = row->first;
		     cell != NULL && column < made->column_count;
		     cell = cell->next) {
			struct str text = doc_text(page->scratch, cell);
			struct str *label = &made->labels[column++];

			if (label->len == 0)
				*label = text;
			else if (text.len > 0)
				*label = str_printf(page->scratch, "%.*s %.*s",
				    STR_ARG(*label), STR_ARG(text));
		}
	}
	return made;
}

/* Which columns of a table of actions hold a word or two in each row: "High",
 * "2.4", "Yes". */
static void
find_short(
    struct html_page *page, const struct node *table, struct html_table *made)
{
	made->is_short = arena_alloc(
	    page->scratch, made->column_count * sizeof(*made->is_short));
	for (size_t i = 0; i < made->column_count; i++)
		made->is_short[i] = table->role == ROLE_ACTIONS;
	for (const struct node *row = table->first; row != NULL;
	     row = row->next) {
		size_t column = 0;

		if (row->kind != NODE_ROW || row->as.row.is_group)
			continue;
		for (const struct node *cell = row->first;
		     cell != NULL && column < made->column_count;
		     cell = cell->next, column++)
			if (made->is_short[column])
				made->is_short[column] =
				    utf8_count(doc_text(page->scratch, cell)) <=
				    SHORT_LONGEST;
	}
}

static bool
has_header(const struct node *table)
{
	for (const struct node *row = table->first; row != NULL;
	     row = row->next)
		if (row->kind == NODE_ROW)
			return row->as.row.is_header;
	return false;
}

/* A name for a table without a caption, for those who do not see where it
 * stands: the heading above it. */
static void
caption_generated(struct html_page *page)
{
	page->heading_uses++;
	html_open_line(page, "caption");
	html_attr(
	    page, "id", str_printf(page->scratch, "_t%zu", page->table_count));
	html_class(page, "unseen generated");
	if (page->heading.len == 0)
		html_put(page, str_printf(page->scratch, "%.*s %zu",
				   STR_ARG(html_word(page, WORD_TABLE)),
				   page->table_count));
	else if (page->heading_uses == 1)
		html_put(page, page->heading);
	else
		html_put(page, str_printf(page->scratch, "%.*s (%zu)",
				   STR_ARG(page->heading), page->heading_uses));
	html_close(page);
}

static bool
has_caption(const struct node *table)
{
	return table->first != NULL && table->first->kind == NODE_CAPTION &&
	       table->first->first != NULL;
}

void
html_caption_enter(struct html_page *page, const struct node *caption)
{
	if (!has_caption(caption->parent))
		return;
	html_open_line(page, "caption");
	html_common(page, caption, NULL);
	if (caption->id.len == 0)
		html_attr(page, "id",
		    str_printf(page->scratch, "_t%zu", page->table_count));
}

/* Does it hold figures alone, with names before them? Then they are set close
 * to the names. */
static bool
is_figures(const struct node *table)
{
	for (size_t i = 1; i < table->as.table.column_count; i++)
		if (table->as.table.columns == NULL ||
		    table->as.table.columns[i].kind != COLUMN_NUMBER)
			return false;
	return table->as.table.column_count > 1;
}

static bool
is_long(const struct node *table)
{
	size_t count = 0;

	for (const struct node *row = table->first;
	     row != NULL && count < LONG_LEAST; row = row->next)
		count++;
	return count == LONG_LEAST;
}

/* Does the row's first cell alone hold something? */
static bool
is_alone(const struct node *row)
{
	if (row->first == NULL || row->first->first == NULL)
		return false;
	for (const struct node *at = row->first->next; at != NULL;
	     at = at->next)
		if (at->first != NULL)
			return false;
	return true;
}

static bool
is_group(const struct node *row)
{
	return row->as.row.is_group && is_alone(row);
}

/* Is the heading of the column of ids, or an id, too long for that column? */
static bool
has_long_ids(struct html_page *page, const struct node *table, struct str label)
{
	const struct node *row = table->first;
	struct str word;

	if (table->as.table.columns == NULL ||
	    table->as.table.columns[0].kind != COLUMN_ID)
		return false;
	while (str_next_part(&label, ' ', &word))
		if (utf8_count(word) > ID_LONGEST)
			return true;
	for (; row != NULL; row = row->next)
		if (row->kind == NODE_ROW && row->first != NULL &&
		    !is_alone(row) &&
		    utf8_count(doc_text(page->scratch, row->first)) >
			ID_LONGEST)
			return true;
	return false;
}

void
html_table_enter(struct html_page *page, const struct node *table)
{
	struct buf classes = BUF_INIT;
	size_t columns = table->as.table.column_count;

	page->table_count++;
	html_frame(page, 0)->table = table_labels(page, table);
	find_short(page, table, html_frame(page, 0)->table);
	if (columns >= SCROLL_LEAST) {
		html_open_line(page, "div");
		html_class(page, "scroll");
		html_attr(page, "role", str_from("region"));
		html_attr(page, "tabindex", str_from("0"));
		html_attr(page, "aria-labelledby",
		    str_printf(page->scratch, "_t%zu", page->table_count));
	}
	html_open_line(page, "table");
	if (columns >= STACK_LEAST && has_header(table) &&
	    !(is_figures(table) && columns == STACK_LEAST))
		buf_puts(
		    &classes, columns >= SOON_LEAST ? "stack-soon" : "stack");
	if (is_figures(table))
		buf_puts(&classes, " figures");
	if (table->role == ROLE_ACTIONS && is_long(table))
		buf_puts(&classes, " long");
	if (table->role == ROLE_ACTIONS && columns > 0 &&
	    has_long_ids(page, table, html_frame(page, 0)->table->labels[0]))
		buf_puts(&classes, " long-ids");
	if (table->role != ROLE_NONE)
		buf_printf(&classes, " role-%s", doc_role_name(table->role));
	html_common(
	    page, table, str_copy(page->scratch, buf_str(&classes)).ptr);
	if (!has_caption(table))
		caption_generated(page);
	buf_clear(&classes);
}

void
html_row_enter(struct html_page *page, const struct node *row)
{
	const char *part = row->as.row.is_header ? "thead" : "tbody";

	/* a group begins a body of its own, which its heading names */
	if (is_group(row) || !html_reopen(page, part))
		html_open_line(page, part);
	html_open_line(page, "tr");
	html_common(page, row, is_group(row) ? "group" : NULL);
	html_action_data(page, row);
}

static bool
row_has_header_cell(const struct node *row)
{
	for (const struct node *at = row->first; at != NULL; at = at->next)
		if (at->as.cell.is_header)
			return true;
	return false;
}

static const char *
scope_of(const struct node *cell)
{
	const struct node *row = cell->parent;

	if (cell->first == NULL)
		return NULL; /* an empty cell is nobody's header */
	if (row->as.row.is_header)
		return "col";
	if (is_group(row))
		return "rowgroup";
	if (cell->as.cell.is_header ||
	    (cell->prev == NULL && cell->next != NULL &&
		has_header(row->parent) && !row_has_header_cell(row)))
		return "row";
	return NULL;
}

static void
column_classes(struct buf *classes, const struct column *column, bool is_short)
{
	static const char *const kinds[] = {
		[COLUMN_TEXT] = "",
		[COLUMN_ID] = " col-id",
		[COLUMN_NAME] = " col-name",
		[COLUMN_STATE] = " col-state",
		[COLUMN_DATE] = " col-date",
		[COLUMN_NUMBER] = " col-number",
	};
	static const char *const aligns[] = {
		[ALIGN_NONE] = "",
		[ALIGN_LEFT] = " left",
		[ALIGN_CENTRE] = " centre",
		[ALIGN_RIGHT] = " right",
	};

	buf_puts(classes, kinds[column->kind]);
	if (column->kind == COLUMN_TEXT && is_short)
		buf_puts(classes, " col-short");
	buf_puts(classes, aligns[column->align]);
}

void
html_cell_enter(struct html_page *page, const struct node *cell)
{
	const struct node *row = cell->parent;
	const struct html_table *table = html_frame(page, 2)->table;
	size_t column = html_frame(page, 1)->cells++;
	const char *scope = scope_of(cell);
	struct buf classes = BUF_INIT;

	if (is_group(row) && column > 0)
		return; /* the group's heading spans the row */
	html_open_line(page, scope ? "th" : "td");
	if (scope != NULL)
		html_attr(page, "scope", str_from(scope));
	if (is_group(row))
		html_attr(page, "colspan",
		    str_printf(page->scratch, "%zu", table->column_count));
	else if (!row->as.row.is_header && column < table->column_count &&
		 table->labels[column].len > 0 && cell->first != NULL)
		html_attr(page, "data-label", table->labels[column]);
	if (column < row->parent->as.table.column_count &&
	    row->parent->as.table.columns != NULL && !is_group(row))
		column_classes(&classes, &row->parent->as.table.columns[column],
		    table->is_short[column]);
	html_date_data(page, cell);
	/* the row's link stands in its first cell that holds something */
	if (cell->first != NULL && html_action_of(page, row) != NULL &&
	    !html_frame(page, 1)->is_linked) {
		html_frame(page, 1)->is_linked = true;
		html_frame(page, 0)->anchor = row->id;
	}
	html_common(page, cell,
	    str_copy(page->scratch, str_trim(buf_str(&classes))).ptr);
	buf_clear(&classes);
}
