/* read_text_region: runs of lines that belong together: fenced code and tables
 * are found before all other steps, and read as a whole when their first line
 * comes. How a kind of table looks stands in the file named after it. */
#include "read/read_text_priv.h"

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
	size_t (*end)(struct text_reader *reader, size_t at);
};

static const struct finder finders[] = {
	{ REGION_SHEET, read_text_sheet_end },
	{ REGION_SPREAD, read_text_spread_end },
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
				   !reader->lines[at].furniture &&
				   !reader->lines[at].in_filled;
		     i++) {
			end = finders[i].end(reader, at);
			if (end > at)
				region_set(reader, at, end, finders[i].region);
			if (end > at && finders[i].region == REGION_COLUMNS)
				reader->columns_head = at;
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
	case REGION_SHEET:
	case REGION_SPREAD:
	case REGION_TABS:
	case REGION_PIPES:
	case REGION_COLUMNS:
		break;
	}
	read_text_lists_close(reader);
	if (reader->lines[begin].region == REGION_CODE)
		code_read(reader, begin, end);
	else if (reader->lines[begin].region == REGION_SHEET)
		read_text_sheet_read(reader, begin, end);
	else if (reader->lines[begin].region == REGION_SPREAD)
		read_text_spread_read(reader, begin, end);
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
		   reader->lines[next].region == REGION_SHEET ||
		   reader->lines[next].region == REGION_SPREAD ||
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
