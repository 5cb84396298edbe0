/* read_md_html_table: a table in raw HTML -> a TABLE. Converters write so what
 * has no form in Markdown: cells of paragraphs and lists, and cells that span
 * others. Browsers' ways with what is badly nested are followed: a cell, a row
 * and a table end where the next one begins, or the text does. */
#include "read/read_md_html.h"

enum {
	SPAN_COLUMNS_MAX = 64, /* that cells may fill without being there */
	SPAN_ROWS_MAX = 10000
};

/* A column, and the cell above that reaches down in it. */
struct column_at {
	size_t rows_left;
	struct node *from; /* the cell, in its first column; else NULL */
	enum column_align align;
};

/* A cell that another one reaches into. */
struct reached {
	struct node *cell, *from;
};

struct table {
	struct md *md;
	struct md_html_place *place;
	struct md_html_cell cell;
	struct node *table;
	struct node *row; /* that is open, or NULL */
	size_t column;    /* of the next cell in it */
	struct column_at *columns;
	size_t column_count, column_cap;
	struct reached *reached;
	size_t reached_count, reached_cap;
	size_t nested; /* tables in the cell */
	bool in_head;
	bool has_body; /* a row that is no header was there */
	bool has_data; /* a <td> was in the row */
	bool has_ended;
};

static bool
is_tag(const struct md_token *token, const char *name)
{
	return str_is_nocase(token->name, name);
}

/* ---- cells ---- */

static void
close_cell(struct table *t)
{
	if (t->cell.cell != NULL)
		md_html_cell_end(&t->cell);
}

static struct node *
append_cell(struct table *t, struct pos pos, bool is_header)
{
	struct node *cell = doc_node_new(t->md->doc->arena, NODE_CELL, pos);

	cell->as.cell.is_header = is_header;
	doc_node_append(t->row, cell);
	if (t->column == t->column_count)
		t->columns = arena_push(t->md->scratch, t->columns,
		    &t->column_count, &t->column_cap, sizeof(*t->columns));
	t->column++;
	return cell;
}

/* Cells where others reach down into the row. */
static void
pass_reached(struct table *t, struct pos pos)
{
	while (t->column < t->column_count &&
	       t->columns[t->column].rows_left > 0) {
		struct column_at *column = &t->columns[t->column];
		struct node *cell = append_cell(t, pos,
		    column->from != NULL && column->from->as.cell.is_header);

		column->rows_left--;
		if (column->from == NULL)
			continue;
		t->reached = arena_push(t->md->scratch, t->reached,
		    &t->reached_count, &t->reached_cap, sizeof(*t->reached));
		t->reached[t->reached_count - 1] =
		    (struct reached){ cell, column->from };
	}
}

static size_t
span_of(const struct md_token *token, const char *name, size_t most)
{
	struct str text = md_token_attribute(token, name);
	size_t value = 0;

	for (size_t i = 0; i < text.len && str_is_digit(text.ptr[i]); i++)
		value = value < most ? value * 10 + (size_t)(text.ptr[i] - '0')
				     : most;
	return value < 1 ? 1 : value > most ? most : value;
}

static enum column_align
align_of(const struct md_token *token)
{
	struct str text = md_token_attribute(token, "align");
	struct str style = md_token_attribute(token, "style");
	size_t at = str_find_nocase(style, "text-align:");

	if (at != (size_t)-1)
		text = str_trim(str_skip(style, at + 11));
	return str_starts_nocase(text, "left")     ? ALIGN_LEFT
	       : str_starts_nocase(text, "center") ? ALIGN_CENTRE
	       : str_starts_nocase(text, "right")  ? ALIGN_RIGHT
						   : ALIGN_NONE;
}

static void
begin_row(struct table *t, struct pos pos)
{
	t->row = doc_node_new(t->md->doc->arena, NODE_ROW, pos);
	doc_node_append(t->table, t->row);
	t->column = 0;
	t->has_data = false;
}

static void
begin_cell(struct table *t, const struct md_token *token, struct pos pos)
{
	bool is_header = is_tag(token, "th");
	size_t columns = span_of(token, "colspan", SPAN_COLUMNS_MAX);
	size_t rows = span_of(token, "rowspan", SPAN_ROWS_MAX);
	struct node *cell;

	close_cell(t);
	if (t->row == NULL)
		begin_row(t, pos);
	t->has_data = t->has_data || !is_header;
	pass_reached(t, pos);
	cell = append_cell(t, pos, is_header);
	t->columns[t->column - 1].from = cell;
	if (t->columns[t->column - 1].align == ALIGN_NONE)
		t->columns[t->column - 1].align = align_of(token);
	t->columns[t->column - 1].rows_left = rows - 1;
	for (; columns > 1 && t->column < SPAN_COLUMNS_MAX; columns--) {
		append_cell(t, pos, is_header);
		t->columns[t->column - 1].from = NULL;
		t->columns[t->column - 1].rows_left = rows - 1;
	}
	md_html_cell_begin(&t->cell, cell);
}

/* ---- a cell of Markdown ---- */

/* Is what is written between the cell's tags Markdown? A blank line ends HTML,
 * unless there are blocks of HTML: then all is. Gives its end. */
static bool
is_markdown(struct str text, const char **end)
{
	static const char *const blocks[] = { "p", "ul", "ol", "li", "div",
		"h1", "h2", "h3", "h4", "table", "pre", NULL };
	static const char *const ends[] = { "td", "th", "tr", "tbody", "thead",
		"tfoot", "table", NULL };
	bool is_blank = false, has_blank = false;

	for (size_t i = 0; i < text.len; i++) {
		struct str at = str_skip(text, i);
		struct md_token token;

		if (text.ptr[i] == '\n') {
			has_blank = has_blank || is_blank;
			is_blank = true;
		} else if (text.ptr[i] != '<') {
			is_blank = is_blank &&
				   (text.ptr[i] == ' ' || text.ptr[i] == '\t');
		} else {
			is_blank = false;
			token = md_token_next(&at);
			if (token.kind == TOKEN_TAG &&
			    md_token_is_named(&token, ends)) {
				*end = token.text.ptr;
				return has_blank && token.is_end;
			}
			if (md_token_is_named(&token, blocks))
				return false;
			i += token.text.len - 1;
		}
	}
	return false;
}

static size_t
indent_of(struct str line)
{
	size_t at = 0;

	while (at < line.len && line.ptr[at] == ' ')
		at++;
	return at;
}

/* Queues the lines up to `end` for cmark, without what all are set in by. */
static void
take_markdown(struct table *t, struct str *rest, const char *end)
{
	struct str text = str_range(rest->ptr, end), line;
	struct grid_line *lines = NULL;
	size_t count = 0, cap = 0, least = (size_t)-1;

	*rest = str_skip(*rest, text.len);
	for (struct str at = text; str_next_line(&at, &line);)
		if (str_trim(line).len > 0 && indent_of(line) < least)
			least = indent_of(line);
	while (str_next_line(&text, &line)) {
		bool is_blank = str_trim(line).len == 0;

		if (is_blank && count == 0)
			continue;
		line = is_blank ? str_head(line, 0) : str_skip(line, least);
		lines = arena_push(
		    t->md->scratch, lines, &count, &cap, sizeof(*lines));
		lines[count - 1].pos = md_html_pos(t->place, line.ptr);
		lines[count - 1].text = md_unmark(t->md->scratch, line);
	}
	while (count > 0 && lines[count - 1].text.len == 0)
		count--;
	if (count > 0)
		md_piece_blocks(t->md, t->cell.cell, lines, count);
}

/* ---- rows ---- */

static void
close_row(struct table *t, struct pos pos)
{
	bool is_header = !t->has_body && (t->in_head || !t->has_data);
	struct arena *scratch = t->md->scratch;

	close_cell(t);
	if (t->row == NULL)
		return;
	if (t->row->first == NULL ||
	    (is_header && doc_text(scratch, t->row).len == 0)) {
		/* converters give a table without a header an empty one */
		doc_node_unlink(t->row);
		t->row = NULL;
		return;
	}
	for (size_t k = t->column; k < t->column_count; k++)
		if (t->columns[k].rows_left > 0) {
			while (t->column < k)
				append_cell(t, pos, false);
			pass_reached(t, pos);
		}
	t->row->as.row.is_header = is_header;
	t->has_body = t->has_body || !is_header;
	t->row->end_line = pos.line;
	t->row = NULL;
}

/* Every row as long as the longest, and all that is said of it in it. */
static void
finish_rows(struct table *t)
{
	struct arena *arena = t->md->doc->arena;

	t->table->as.table.column_count = t->column_count;
	t->table->as.table.columns = arena_alloc(
	    arena, t->column_count * sizeof(*t->table->as.table.columns));
	for (size_t k = 0; k < t->column_count; k++)
		t->table->as.table.columns[k].align = t->columns[k].align;
	for (struct node *row = t->table->first; row != NULL; row = row->next) {
		size_t count = 0;

		if (row->kind != NODE_ROW)
			continue;
		for (struct node *cell = row->first; cell != NULL;
		     cell = cell->next, count++)
			if (row->as.row.is_header)
				cell->as.cell.is_header = true;
		for (; count < t->column_count; count++)
			doc_node_append(
			    row, doc_node_new(arena, NODE_CELL, row->pos));
	}
	for (size_t i = 0; i < t->reached_count; i++) {
		struct reached *reached = &t->reached[i];

		if (reached->from->parent->as.row.is_header ||
		    doc_text(t->md->scratch, reached->from).len > SPAN_TEXT_MAX)
			continue;
		for (struct node *child = reached->from->first; child != NULL;
		     child = child->next)
			doc_node_append(
			    reached->cell, doc_node_copy(arena, child));
	}
}

/* What has no rows is no table: its caption is a paragraph. */
static void
finish(struct table *t)
{
	struct node *caption = t->table->first;

	if (t->column_count > 0 && t->table->last != NULL &&
	    t->table->last->kind == NODE_ROW) {
		finish_rows(t);
		return;
	}
	if (caption != NULL) {
		doc_node_unlink(caption);
		caption->kind = NODE_PARAGRAPH;
		doc_node_insert_before(t->table, caption);
	}
	doc_node_unlink(t->table);
}

/* ---- tags ---- */

/* Text that is in no cell stands before the table. */
static void
begin_paragraph(struct table *t, struct pos pos)
{
	struct node *node =
	    doc_node_new(t->md->doc->arena, NODE_PARAGRAPH, pos);

	doc_node_insert_before(t->table, node);
	md_html_cell_begin(&t->cell, node);
}

static void
begin_caption(struct table *t, struct pos pos)
{
	struct node *caption;

	close_row(t, pos);
	if (t->table->first != NULL) {
		begin_paragraph(t, pos);
		return;
	}
	caption = doc_node_new(t->md->doc->arena, NODE_CAPTION, pos);
	doc_node_append(t->table, caption);
	md_html_cell_begin(&t->cell, caption);
}

/* False: the tag is none of a table's. */
static bool
take_tag(struct table *t, const struct md_token *token, struct pos pos)
{
	static const char *const cells[] = { "td", "th", NULL };
	static const char *const parts[] = { "thead", "tbody", "tfoot", NULL };
	static const char *const empty[] = { "col", "colgroup", NULL };

	if (md_token_is_named(token, cells)) {
		if (token->is_end)
			close_cell(t);
		else
			begin_cell(t, token, pos);
	} else if (is_tag(token, "tr")) {
		close_row(t, pos);
		if (!token->is_end)
			begin_row(t, pos);
	} else if (md_token_is_named(token, parts)) {
		close_row(t, pos);
		t->in_head = is_tag(token, "thead") && !token->is_end;
	} else if (is_tag(token, "caption")) {
		if (token->is_end)
			close_cell(t);
		else
			begin_caption(t, pos);
	} else {
		return md_token_is_named(token, empty);
	}
	return true;
}

/* Tables in cells are no tables: their cells are paragraphs. */
static bool
is_nested(struct table *t, const struct md_token *token)
{
	static const char *const names[] = { "table", "tr", "td", "th", "thead",
		"tbody", "tfoot", "caption", "col", "colgroup", NULL };

	if (is_tag(token, "table")) {
		if (token->is_end && t->nested == 0)
			t->has_ended = true;
		else if (token->is_end)
			t->nested--;
		else
			t->nested++;
	}
	return t->nested > 0 && md_token_is_named(token, names);
}

static void
take_token(struct table *t, const struct md_token *token, struct str *rest)
{
	struct pos pos = md_html_pos(t->place, token->text.ptr);
	const char *end = NULL;

	if (token->kind == TOKEN_TEXT) {
		if (t->cell.cell == NULL && str_trim(token->text).len > 0)
			begin_paragraph(t, pos);
		if (t->cell.cell != NULL)
			md_html_cell_text(&t->cell, token->text);
	} else if (token->kind == TOKEN_HIDDEN) {
		md_html_drop(t->md, t->cell.block, token, pos);
	} else if (is_nested(t, token)) {
		md_html_drop(t->md, t->cell.block, token, pos);
		if (t->cell.cell != NULL)
			md_html_cell_part(&t->cell);
	} else if (t->has_ended || take_tag(t, token, pos)) {
		md_html_drop(t->md, NULL, token, pos);
		if (!token->is_end && t->cell.cell != NULL &&
		    t->cell.cell->kind == NODE_CELL && is_markdown(*rest, &end))
			take_markdown(t, rest, end);
	} else if (t->cell.cell != NULL) {
		md_html_cell_tag(&t->cell, token);
	} else {
		md_html_drop(t->md, t->cell.block, token, pos);
	}
	if (md_token_is_script(token))
		md_html_script(t->md, t->cell.block, token, rest, pos);
}

void
md_html_table(struct md *md, struct node *parent, struct str *text,
    struct md_html_place *place, struct node *block)
{
	struct table t = { .md = md,
		.place = place,
		.cell = { .md = md, .place = place, .block = block } };
	struct md_token token = md_token_next(text);
	struct pos pos = md_html_pos(place, token.text.ptr);

	md_html_drop(md, NULL, &token, pos);
	t.table = doc_node_new(md->doc->arena, NODE_TABLE, pos);
	doc_node_append(parent, t.table);
	while (text->len > 0 && !t.has_ended) {
		token = md_token_next(text);
		take_token(&t, &token, text);
	}
	pos = md_html_pos(place, text->ptr);
	close_row(&t, pos);
	close_cell(&t);
	t.table->end_line = pos.line;
	finish(&t);
}
