/* read_text_table: finding the runs of lines that are tables or code; tables
 * whose cells are parted by tabs; and filling cells, for all kinds of table. */
#include "read/read_text_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* ---- regions ---- */

static bool
is_fence(struct str text)
{
	return str_starts(text, "```");
}

/* Behind the fence that closes the one at `at`; `at`: there is none. */
static size_t
code_end(const struct text_reader *reader, size_t at)
{
	if (!is_fence(reader->lines[at].text))
		return at;
	for (size_t i = at + 1; i < reader->line_count; i++)
		if (is_fence(reader->lines[i].text) &&
		    str_trim(str_skip(reader->lines[i].text, 3)).len == 0)
			return i + 1;
	return at;
}

static void
region_set(struct text_reader *reader, size_t begin, size_t end,
    enum text_region region)
{
	reader->lines[begin].region = region;
	reader->lines[begin].region_end = end;
	for (size_t i = begin + 1; i < end; i++)
		reader->lines[i].region = REGION_TAKEN;
}

void
read_text_code_find(struct text_reader *reader)
{
	for (size_t at = 0; at < reader->line_count; at++) {
		size_t end = code_end(reader, at);

		if (end > at) {
			region_set(reader, at, end, REGION_CODE);
			at = end - 1;
		} else if (is_fence(reader->lines[at].text)) {
			return; /* nothing below closes a fence */
		}
	}
}

struct finder {
	enum text_region region;
	size_t (*end)(const struct text_reader *reader, size_t at);
};

static const struct finder finders[] = {
	{ REGION_TABS, read_text_tabs_end },
	{ REGION_PIPES, read_text_pipes_end },
	{ REGION_COLUMNS, read_text_columns_end },
};

void
read_text_tables_find(struct text_reader *reader)
{
	size_t at = 0;

	while (at < reader->line_count) {
		size_t end = at;

		for (size_t i = 0; i < sizeof(finders) / sizeof(*finders) &&
				   reader->lines[at].region == REGION_NONE &&
				   !reader->lines[at].furniture;
		     i++) {
			end = finders[i].end(reader, at);
			if (end > at)
				region_set(reader, at, end, finders[i].region);
		}
		at = end > at ? end : at + 1;
	}
}

/* ---- code ---- */

static void
code_read(struct text_reader *reader, size_t begin, size_t end)
{
	const struct text_line *lines = reader->lines;
	struct pos pos = { lines[begin].line_no, lines[begin].col };
	struct node *code = read_text_append(reader, NODE_CODE, pos);
	struct str info = str_trim(str_skip(lines[begin].text, 3));
	struct str from = lines[begin].raw, to = lines[end - 1].raw;

	/* the draft's own bytes, blank lines and all */
	from = str_range(from.ptr + from.len, to.ptr);
	if (from.len > 0 && from.ptr[0] == '\n')
		from = str_skip(from, 1);
	code->as.code.literal = from;
	code->as.code.info = info;
	code->end_line = lines[end - 1].line_no;
	if (info.len > 0)
		doc_drop(reader->doc, pos, "markup", info);
}

/* ---- cells ---- */

struct node *
read_text_table_append(
    struct text_reader *reader, struct pos pos, size_t columns)
{
	struct node *table = read_text_append(reader, NODE_TABLE, pos);

	table->as.table.column_count = columns;
	table->as.table.columns = arena_alloc(
	    reader->doc->arena, columns * sizeof(*table->as.table.columns));
	return table;
}

struct node *
read_text_row_append(
    struct text_reader *reader, struct node *table, struct pos pos)
{
	struct node *row = doc_node_new(reader->doc->arena, NODE_ROW, pos);

	row->end_line = pos.line;
	table->end_line = pos.line;
	doc_node_append(table, row);
	for (size_t i = 0; i < table->as.table.column_count; i++)
		doc_node_append(
		    row, doc_node_new(reader->doc->arena, NODE_CELL, pos));
	return row;
}

/* Bytes before the next bullet in the text; its length when there is none.
 * Only characters that are nothing else count. */
static size_t
bullet_offset(struct str text)
{
	struct str rest = text;

	while (rest.len > 0) {
		size_t at = text.len - rest.len;
		uint32_t c;

		if ((unsigned char)rest.ptr[0] < 0x80) {
			rest = str_skip(rest, 1);
			continue;
		}
		c = utf8_next(&rest);
		if (c == 0x2022 || c == 0x25AA || c == 0x25CF ||
		    (c >= 0xF000 && c <= 0xF0FF))
			return at;
	}
	return text.len;
}

static bool
has_bullets(const struct text_piece *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bullet_offset(pieces[i].text) < pieces[i].text.len)
			return true;
	return false;
}

/* What is gathered for one paragraph of a cell. */
struct share {
	struct text_reader *reader;
	struct node *parent; /* CELL or ITEM */
	struct text_piece *pieces;
	size_t count;
};

static void
share_put(struct share *share)
{
	struct node *paragraph;

	if (share->count == 0)
		return;
	paragraph = doc_node_new(
	    share->reader->doc->arena, NODE_PARAGRAPH, share->pieces[0].pos);
	paragraph->end_line = share->pieces[share->count - 1].pos.line;
	doc_node_append(share->parent, paragraph);
	read_text_inlines(
	    share->reader, paragraph, share->pieces, share->count);
	share->count = 0;
}

static void
share_add(struct share *share, struct text_piece piece, struct str text)
{
	size_t skipped;

	text = str_trim(text);
	if (text.len == 0)
		return;
	skipped = (size_t)(text.ptr - piece.text.ptr);
	piece.pos.col += (uint32_t)utf8_count(str_head(piece.text, skipped));
	piece.text = text;
	share->pieces[share->count++] = piece;
}

/* Begins an item at a bullet; the first makes the list. */
static void
share_item(struct share *share, struct node *cell, struct pos pos)
{
	struct arena *arena = share->reader->doc->arena;
	struct node *list = cell->last, *item;

	share_put(share);
	if (list == NULL || list->kind != NODE_LIST) {
		list = doc_node_new(arena, NODE_LIST, pos);
		list->as.list.tight = true;
		doc_node_append(cell, list);
	}
	item = doc_node_new(arena, NODE_ITEM, pos);
	doc_node_append(list, item);
	share->parent = item;
}

static void
cell_list(struct share *share, struct node *cell, struct text_piece piece)
{
	struct str rest = piece.text;

	for (;;) {
		size_t at = bullet_offset(rest);

		share_add(share, piece, str_head(rest, at));
		if (at == rest.len)
			return;
		share_item(share, cell, piece.pos);
		rest = str_skip(rest, at);
		utf8_next(&rest);
	}
}

void
read_text_cell_fill(struct text_reader *reader, struct node *cell,
    const struct text_piece *pieces, size_t count)
{
	struct share share = { .reader = reader, .parent = cell };
	bool list = has_bullets(pieces, count);

	if (count == 0)
		return;
	share.pieces =
	    arena_alloc(reader->scratch, count * sizeof(*share.pieces));
	for (size_t i = 0; i < count; i++) {
		if (list)
			cell_list(&share, cell, pieces[i]);
		else
			share_add(&share, pieces[i], pieces[i].text);
	}
	share_put(&share);
}

/* ---- tables by tabs ---- */

/* Tabs between two texts; those at the ends only set the line in or out. */
static size_t
inner_tabs(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == '\t';
	return count;
}

/* The raw line without white space at its end. */
static struct str
cells_of(const struct text_line *line)
{
	return str_range(line->raw.ptr, line->text.ptr + line->text.len);
}

/* A row by itself: a tab between texts that does not only follow a marker. */
static bool
is_tab_row(const struct text_line *line)
{
	struct text_marker marker;
	size_t tabs = inner_tabs(line->text);

	if (tabs == 0 || line->furniture)
		return false;
	if (read_text_marker_find(line->text, &marker) &&
	    inner_tabs(marker.body) == 0)
		return false;
	return tabs > 1 || line->text.ptr[0] != '>';
}

/* A line that may stand beside rows: its first cells are empty. */
static bool
is_tab_share(const struct text_line *line)
{
	return !line->furniture && line->raw.len > 0 &&
	       memchr(cells_of(line).ptr, '\t', cells_of(line).len) != NULL;
}

/* A line without tabs between rows: the rest of the last cell above. */
static bool
is_tab_rest(const struct text_reader *reader, size_t at)
{
	return at + 1 < reader->line_count && !reader->lines[at].furniture &&
	       read_text_starts_lower(reader->lines[at].text) &&
	       reader->lines[at + 1].blanks == 0 &&
	       is_tab_row(&reader->lines[at + 1]);
}

/* One line alone is a row unless its only tab stands in a sentence. */
static bool
is_lone_row(const struct text_line *line)
{
	struct str text = line->text, name;

	if (inner_tabs(text) > 1)
		return true;
	return str_next_part(&text, '\t', &name) &&
	       !read_text_starts_lower(name) &&
	       !read_text_is_unfinished(name) && utf8_count(name) <= 80;
}

size_t
read_text_tabs_end(const struct text_reader *reader, size_t at)
{
	size_t end = at, rows = 0;

	if (!is_tab_share(&reader->lines[at]))
		return at;
	while (end < reader->line_count &&
	       (end == at || reader->lines[end].blanks == 0) &&
	       (is_tab_share(&reader->lines[end]) ||
		   (rows > 0 && is_tab_rest(reader, end)))) {
		rows += is_tab_row(&reader->lines[end]);
		end++;
	}
	/* lines at the edges whose tabs only indent are none of the table's */
	if (rows == 0 || (end == at + 1 && !is_lone_row(&reader->lines[at])))
		return at;
	return end;
}

/* Bytes of the tab that sets the whole table in: 1 or 0. */
static size_t
tab_indent(const struct text_reader *reader, size_t begin, size_t end)
{
	if (end - begin < 2)
		return 0;
	for (size_t i = begin; i < end; i++)
		if (reader->lines[i].raw.ptr[0] != '\t' ||
		    reader->lines[i].raw.ptr[1] == '\t')
			return 0;
	return 1;
}

static size_t
tab_columns(const struct text_reader *reader, size_t begin, size_t end)
{
	size_t most = 1;

	for (size_t i = begin; i < end; i++) {
		size_t tabs = inner_tabs(cells_of(&reader->lines[i]));

		most = tabs + 1 > most ? tabs + 1 : most;
	}
	return most;
}

/* "Name:<tab>value" on every line: fields, not a table. */
static bool
is_tab_fields(const struct text_reader *reader, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++) {
		struct str text = reader->lines[i].text, name, value;

		if (inner_tabs(text) != 1 ||
		    !read_text_field_cut(text, &name, &value) ||
		    str_find(value, "\t") != (size_t)-1)
			return false;
	}
	return true;
}

static void
tab_fields_read(struct text_reader *reader, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++) {
		const struct text_line *line = &reader->lines[i];
		struct text_piece piece = { .join = JOIN_NONE };
		struct str name = { NULL, 0 };
		struct node *field;

		read_text_field_cut(line->text, &name, &piece.text);
		piece.pos = read_text_line_pos(line, piece.text);
		field = read_text_field_append(reader, reader->doc->root, name,
		    (struct pos){ line->line_no, line->col });
		read_text_cell_fill(reader, field, &piece, 1);
	}
}

/* Fills one row from one line; a line without tabs goes to the last cell. */
static void
tab_row_read(
    struct text_reader *reader, struct node *table, size_t at, size_t indent)
{
	const struct text_line *line = &reader->lines[at];
	struct str rest = str_skip(cells_of(line), indent), part;
	struct pos pos = { line->line_no, 1 + (uint32_t)indent };
	struct node *row = read_text_row_append(reader, table, pos);
	struct node *cell = row->first;

	for (; str_next_part(&rest, '\t', &part); cell = cell->next) {
		struct text_piece piece = { .text = part, .pos = pos };

		cell->pos = pos;
		read_text_cell_fill(reader, cell, &piece, 1);
		pos.col += (uint32_t)utf8_count(part) + 1;
	}
}

static void
tab_rest_read(struct text_reader *reader, struct node *table, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	struct text_piece piece = { .text = line->text,
		.pos = { line->line_no, line->col } };
	struct node *row = table->last, *cell = row->last;

	while (cell->prev != NULL && cell->first == NULL)
		cell = cell->prev;
	row->end_line = table->end_line = line->line_no;
	if (cell->last != NULL && cell->last->kind == NODE_PARAGRAPH) {
		doc_text_append(reader->doc->arena, cell->last,
		    (struct str)STR(" "), piece.pos);
		read_text_inlines(reader, cell->last, &piece, 1);
	} else {
		read_text_cell_fill(reader, cell, &piece, 1);
	}
}

void
read_text_tabs_read(struct text_reader *reader, size_t begin, size_t end)
{
	struct pos pos = { reader->lines[begin].line_no, 1 };
	size_t indent = tab_indent(reader, begin, end);
	struct node *table;

	if (is_tab_fields(reader, begin, end)) {
		tab_fields_read(reader, begin, end);
		return;
	}
	table = read_text_table_append(
	    reader, pos, tab_columns(reader, begin, end) - indent);
	for (size_t i = begin; i < end; i++) {
		if (inner_tabs(cells_of(&reader->lines[i])) > 0)
			tab_row_read(reader, table, i, indent);
		else
			tab_rest_read(reader, table, i);
	}
}

/* ---- the step ---- */

bool
read_text_region_step(struct text_reader *reader, size_t *at)
{
	size_t begin = *at, end = reader->lines[*at].region_end;

	switch (reader->lines[begin].region) {
	case REGION_NONE:
	case REGION_TAKEN:
		return false;
	case REGION_CODE:
	case REGION_TABS:
	case REGION_PIPES:
	case REGION_COLUMNS:
		break;
	}
	read_text_lists_close(reader);
	if (reader->lines[begin].region == REGION_CODE)
		code_read(reader, begin, end);
	else if (reader->lines[begin].region == REGION_TABS)
		read_text_tabs_read(reader, begin, end);
	else if (reader->lines[begin].region == REGION_PIPES)
		read_text_pipes_read(reader, begin, end);
	else
		read_text_columns_read(reader, begin, end);
	*at = end;
	return true;
}

/* ---- captions ---- */

static bool
is_caption(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;
	struct str word = read_text_first_word(text);
	struct str number = str_trim(str_skip(text, word.len));
	size_t next = at + 1;

	return str_is_nocase(word, "table") && number.len > 0 &&
	       number.ptr[0] >= '0' && number.ptr[0] <= '9' &&
	       next < reader->line_count && reader->lines[next].blanks <= 1 &&
	       reader->lines[at].width <= 120 &&
	       (reader->lines[next].region == REGION_TABS ||
		   reader->lines[next].region == REGION_PIPES ||
		   reader->lines[next].region == REGION_COLUMNS);
}

/* "Table 2: Costs" directly above a table is its caption. */
bool
read_text_caption_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	struct text_piece piece = { .text = line->text,
		.pos = { line->line_no, line->col } };
	struct node *table, *caption;

	if (line->region != REGION_NONE || !is_caption(reader, *at))
		return false;
	++*at;
	if (!read_text_region_step(reader, at))
		return false;
	table = reader->doc->root->last;
	caption = doc_node_new(reader->doc->arena, NODE_CAPTION, piece.pos);
	read_text_inlines(reader, caption, &piece, 1);
	if (table->kind != NODE_TABLE) {
		/* it turned out to be fields */
		caption->kind = NODE_PARAGRAPH;
		doc_node_insert_before(table, caption);
		return true;
	}
	doc_node_prepend(table, caption);
	table->pos = piece.pos;
	return true;
}
