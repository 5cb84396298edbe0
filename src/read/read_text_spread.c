/* read_text_spread: tables that a word processor saved as text: cells parted by
 * tabs, and each paragraph of a cell on a line of its own.
 *
 *     No<tab>Recommendation<tab>Owner and date<tab>Progress
 *     1<tab>Mend the wall<tab>Ann Lee
 *     31 May 2026<tab>Begun.
 *     Half of it stands.
 *
 * A row ends where it has had as many tabs as the headings. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/must.h"

enum {
	TABS_MIN = 3,      /* in the line of headings */
	HEADING_WORDS = 8, /* of each */
	ROWS_MIN = 2
};

static size_t
tabs_in(const struct text_line *line)
{
	size_t count = 0;

	for (size_t i = 0; i < line->raw.len; i++)
		count += line->raw.ptr[i] == '\t';
	return count;
}

/* Every cell filled, and short. */
static bool
is_header(const struct text_line *line)
{
	struct str rest = line->raw, cell;

	while (str_next_part(&rest, '\t', &cell))
		if (str_trim(cell).len == 0 ||
		    read_text_word_count(cell) > HEADING_WORDS)
			return false;
	return true;
}

/* Behind the lines that follow without a blank one. */
static size_t
lines_end(const struct text_reader *reader, size_t at)
{
	for (at++; at < reader->line_count; at++)
		if (reader->lines[at].blanks > 0 ||
		    reader->lines[at].furniture ||
		    reader->lines[at].region != REGION_NONE)
			break;
	return at;
}

/* Behind the row that begins at `at`; `at`: it has not so many tabs before line
 * `last`. Lines without any belong to its last cell. */
static size_t
row_end(const struct text_reader *reader, size_t at, size_t last, size_t tabs)
{
	size_t count = 0, end = at;

	while (count < tabs && end < last)
		count += tabs_in(&reader->lines[end++]);
	if (count != tabs)
		return at;
	while (end < last && tabs_in(&reader->lines[end]) == 0)
		end++;
	return end;
}

size_t
read_text_spread_end(struct text_reader *reader, size_t at)
{
	size_t tabs = tabs_in(&reader->lines[at]), rows = 0, end = at + 1;
	size_t last;
	bool is_spread = false;

	if (tabs < TABS_MIN || !is_header(&reader->lines[at]))
		return at;
	last = lines_end(reader, at);
	while (end < last && tabs_in(&reader->lines[end]) > 0) {
		size_t next = row_end(reader, end, last, tabs);

		if (next == end)
			return at;
		is_spread = is_spread || tabs_in(&reader->lines[end]) < tabs;
		rows++;
		end = next;
	}
	return is_spread && rows >= ROWS_MIN ? end : at;
}

static void
row_read(struct text_reader *reader, struct node *row, size_t begin, size_t end)
{
	struct node *cell = row->first;

	for (size_t i = begin; i < end; i++) {
		const struct text_line *line = &reader->lines[i];
		struct str rest = line->raw, part;
		bool is_first = true;

		for (; str_next_part(&rest, '\t', &part); is_first = false) {
			struct text_piece piece = { .text = part };

			if (!is_first && cell->next != NULL)
				cell = cell->next;
			piece.pos = read_text_line_pos(line, part);
			if (str_trim(part).len == 0)
				continue;
			if (cell->first == NULL)
				cell->pos = piece.pos;
			read_text_cell_fill(reader, cell, &piece, 1);
		}
	}
	row->end_line = reader->lines[end - 1].line_no;
}

void
read_text_spread_read(struct text_reader *reader, size_t begin, size_t end)
{
	size_t tabs = tabs_in(&reader->lines[begin]), at = begin;
	struct pos pos = { reader->lines[begin].line_no, 1 };
	struct node *table = read_text_table_append(reader, pos, tabs + 1);

	while (at < end) {
		size_t next =
		    at == begin ? at + 1 : row_end(reader, at, end, tabs);

		pos.line = reader->lines[at].line_no;
		row_read(
		    reader, read_text_row_append(reader, table, pos), at, next);
		at = next;
	}
	table->end_line = reader->lines[end - 1].line_no;
}
