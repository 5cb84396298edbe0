/* analyse_lines: tables of which every cell stands on a line of its own, as
 * copying out of some viewers leaves them:
 *
 *     Action            | Action        | Owner   | Status |
 *     Owner         ->  | Mend the wall | Ann Lee | Red    |
 *     Status            | Paint it      | Bob Orr | Green  |
 *     Mend the wall
 *     Ann Lee
 *     Red
 *     ...
 *
 * A run of headings, and below it lines whose number is a multiple of theirs,
 * of which the dates and states stand where they should. Else nothing is
 * touched. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	COLUMNS_MIN = 3,
	MOST = 50 /* per cent of what can be judged */
};

struct line {
	struct str text;
	struct pos pos;
	struct node *paragraph; /* of it, for its cell */
};

struct lines {
	struct line *lines;
	size_t count, cap;
	struct node *after; /* the block behind those that were taken */
};

/* ---- the lines of plain blocks ---- */

static bool
is_mark(const struct node *node)
{
	return node->kind == NODE_STRONG || node->kind == NODE_EMPH ||
	       node->kind == NODE_STRIKE;
}

/* Text and breaks, and words that are marked: a date struck out. */
static bool
is_plain(const struct node *node)
{
	if (node == NULL ||
	    (node->kind != NODE_PARAGRAPH && node->kind != NODE_HEADING) ||
	    node->role == ROLE_TITLE)
		return false;
	for (const struct node *at = node->first; at; at = at->next)
		if (at->kind != NODE_TEXT && at->kind != NODE_BREAK &&
		    !(is_mark(at) && at->first != NULL &&
			at->first == at->last && at->first->kind == NODE_TEXT))
			return false;
	return true;
}

static struct str
number_of(const struct node *node)
{
	return node->kind == NODE_HEADING ? node->as.heading.number
					  : node->as.paragraph.number;
}

/* Behind the inlines that stand on one line of the draft with `first`. */
static const struct node *
line_end(const struct node *first)
{
	const struct node *at = first;

	while (at != NULL && at->kind != NODE_BREAK &&
	       at->pos.line == first->pos.line)
		at = at->next;
	return at;
}

static const struct node *
line_after(const struct node *end)
{
	return end != NULL && end->kind == NODE_BREAK ? end->next : end;
}

static size_t
line_count(const struct node *node)
{
	size_t count = 0;

	if (!is_plain(node))
		return 0;
	for (const struct node *at = node->first; at != NULL;
	     at = line_after(line_end(at)))
		count++;
	return count;
}

/* The inlines from `first` up to `end` are a line, behind a number. */
static void
add_line(struct analysis *a, struct lines *lines, struct str number,
    const struct node *first, const struct node *end, struct pos pos)
{
	struct arena *arena = a->doc->arena;
	struct node *paragraph = doc_node_new(arena, NODE_PARAGRAPH, pos);

	if (number.len > 0)
		doc_text_append(arena, paragraph,
		    str_printf(arena, "%.*s%s", STR_ARG(number),
			first != NULL ? " " : ""),
		    pos);
	for (; first != end; first = first->next)
		doc_node_append(paragraph, doc_node_copy(arena, first));
	/* the space that joined the next line to it */
	while (paragraph->last != NULL && paragraph->last->kind == NODE_TEXT &&
	       str_ends(paragraph->last->as.text.text, " "))
		paragraph->last->as.text.text.len--;
	lines->lines = arena_push(a->scratch, lines->lines, &lines->count,
	    &lines->cap, sizeof(*lines->lines));
	lines->lines[lines->count - 1] =
	    (struct line){ doc_text(a->scratch, paragraph), pos, paragraph };
}

/* A number stands before the first line, or alone. */
static void
add_paragraph(struct analysis *a, struct lines *lines,
    const struct node *paragraph, bool number_apart)
{
	struct str number = number_of(paragraph);
	const struct node *at = paragraph->first;

	if (number.len > 0 && (number_apart || at == NULL)) {
		add_line(a, lines, number, NULL, NULL, paragraph->pos);
		number.len = 0;
	}
	while (at != NULL) {
		const struct node *end = line_end(at);

		add_line(a, lines, number, at, end, at->pos);
		number.len = 0;
		at = line_after(end);
	}
}

/* ---- headings ---- */

static bool
begins_heading(struct analysis *a, const struct node *node)
{
	return line_count(node) > 0 && node->first->kind == NODE_TEXT &&
	       number_of(node).len == 0 &&
	       analyse_column_role(a, node->first->as.text.text) !=
		   COLUMN_ROLE_OTHER;
}

/* How many lines from the first one are headings of an action table. */
static size_t
heading_count(struct analysis *a, const struct lines *lines)
{
	bool action = false, sign = false;
	size_t count = 0;

	for (; count < lines->count; count++) {
		enum column_role role =
		    analyse_column_role(a, lines->lines[count].text);

		if (role == COLUMN_ROLE_OTHER)
			break;
		action = action || role == COLUMN_ROLE_ACTION;
		sign = sign || analyse_is_sign(role);
	}
	return action && sign && count >= COLUMNS_MIN ? count : 0;
}

static bool
is_header_at(const struct lines *lines, size_t at, size_t columns)
{
	for (size_t i = 0; i < columns; i++)
		if (at + i >= lines->count ||
		    !str_eq(lines->lines[at + i].text, lines->lines[i].text))
			return false;
	return true;
}

/* Counts the cells of a row whose column says what it must be: a date, a
 * state; and those that are. */
static void
judge_row(struct analysis *a, const struct line *header, const struct line *row,
    size_t columns, size_t *judged, size_t *right)
{
	for (size_t c = 0; c < columns; c++) {
		enum column_role role = analyse_column_role(a, header[c].text);
		struct str text = row[c].text;

		if (role == COLUMN_ROLE_STATUS) {
			++*judged;
			*right += analyse_state_is_told(a, text);
		} else if (role == COLUMN_ROLE_DUE) {
			++*judged;
			*right += analyse_date_of(text).year > 0 ||
				  analyse_date_is_undated(a, text);
		}
	}
}

/* Do dates and states stand in the columns that are called so? */
static bool
stands_right(struct analysis *a, const struct lines *lines, size_t columns)
{
	size_t judged = 0, right = 0;

	for (size_t i = columns; i + columns <= lines->count; i += columns)
		if (!is_header_at(lines, i, columns))
			judge_row(a, lines->lines, lines->lines + i, columns,
			    &judged, &right);
	return judged > 0 && right * 100 >= judged * MOST;
}

/* ---- the table ---- */

static void
add_row(struct analysis *a, struct node *table, const struct line *lines,
    size_t columns, bool is_header)
{
	struct arena *arena = a->doc->arena;
	struct node *row = doc_node_new(arena, NODE_ROW, lines[0].pos);

	row->as.row.is_header = is_header;
	row->end_line = lines[columns - 1].pos.line;
	for (size_t i = 0; i < columns; i++) {
		struct node *cell =
		    doc_node_new(arena, NODE_CELL, lines[i].pos);

		cell->as.cell.is_header = is_header;
		if (lines[i].text.len > 0)
			doc_node_append(cell, lines[i].paragraph);
		doc_node_append(row, cell);
	}
	table->end_line = row->end_line;
	doc_node_append(table, row);
}

static struct node *
make_table(struct analysis *a, const struct lines *lines, size_t columns)
{
	struct node *table =
	    doc_node_new(a->doc->arena, NODE_TABLE, lines->lines[0].pos);

	table->as.table.column_count = columns;
	table->as.table.columns = arena_alloc(
	    a->doc->arena, columns * sizeof(*table->as.table.columns));
	for (size_t i = 0; i + columns <= lines->count; i += columns)
		if (i == 0 || !is_header_at(lines, i, columns))
			add_row(a, table, &lines->lines[i], columns, i == 0);
		else
			for (size_t j = i; j < i + columns; j++)
				doc_drop(a->doc, lines->lines[j].pos,
				    "repeated-header", lines->lines[j].text);
	return table;
}

/* Another table's headings, below its title, hold dates and states too. */
static bool
holds_header(const struct lines *row, const struct line *header)
{
	for (size_t i = 1; i + 1 < row->count; i++)
		if (str_eq(row->lines[i].text, header[0].text) &&
		    str_eq(row->lines[i + 1].text, header[1].text))
			return true;
	return false;
}

/* At the end of a row: does the next one begin with this block? A heading of
 * what follows, or a sentence, does not. */
static bool
begins_row(struct analysis *a, const struct node *node,
    const struct line *header, size_t columns, bool number_apart)
{
	struct lines row = { .lines = NULL };
	size_t judged = 0, right = 0;

	if (node->kind != NODE_HEADING && line_count(node) > 1)
		return true;
	for (; is_plain(node) && row.count < columns; node = node->next)
		add_paragraph(a, &row, node, number_apart);
	if (row.count < columns || holds_header(&row, header))
		return false;
	judge_row(a, header, row.lines, columns, &judged, &right);
	return right * 2 >= judged;
}

/* The blocks from `first` on that may be lines of one table. */
static size_t
gather(struct analysis *a, struct node *first, struct lines *lines)
{
	size_t columns = 0;
	struct node *at = first;
	bool number_apart = false;

	for (; is_plain(at); at = at->next) {
		if (columns > 0 && lines->count % columns == 0 &&
		    !begins_row(a, at, lines->lines, columns, number_apart))
			break;
		add_paragraph(a, lines, at, number_apart);
		if (columns == 0 && begins_heading(a, at->next))
			continue; /* the header goes on */
		if (columns == 0)
			columns = heading_count(a, lines);
		if (columns == 0 &&
		    (lines->count >= COLUMNS_MIN || at != first))
			return 0;
		number_apart = columns > 0 &&
			       analyse_column_role(a, lines->lines[0].text) ==
				   COLUMN_ROLE_ID;
	}
	lines->after = at;
	return columns;
}

struct node *
analyse_lines_join(struct analysis *a, struct node *first)
{
	struct lines lines = { .lines = NULL };
	struct node *table, *next;
	size_t columns;

	if (!is_plain(first) || number_of(first).len > 0 ||
	    first->first == NULL ||
	    analyse_column_role(a, first->first->as.text.text) ==
		COLUMN_ROLE_OTHER)
		return NULL;
	columns = gather(a, first, &lines);
	if (columns == 0 || lines.count % columns != 0 ||
	    !stands_right(a, &lines, columns))
		return NULL;
	table = make_table(a, &lines, columns);
	doc_node_insert_before(first, table);
	for (struct node *at = first; at != lines.after; at = next) {
		next = at->next;
		doc_node_unlink(at);
	}
	return table;
}
