/* read_text_lines: text -> the array of its lines that are not blank, each
 * measured. Knows nothing of what a line means. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	TAB_WIDTH = 8,
	WRAP_LEAST = 55, /* narrower lines say nothing about wrapping */
	WRAP_MOST = 130, /* wider ones are paragraphs of their own */
	MARKED_LEAST = 3 /* headings that make a draft a marked one */
};

/* Measures the white space in front of the text. */
static void
measure_indent(struct text_line *line)
{
	struct str rest =
	    str_range(line->raw.ptr, line->raw.ptr + line->raw.len);

	line->col = 1;
	while (rest.len > 0 && rest.ptr < line->text.ptr) {
		uint32_t c = utf8_next(&rest);

		line->col++;
		if (c == '\t')
			line->indent += TAB_WIDTH - line->indent % TAB_WIDTH;
		else
			line->indent += (uint32_t)utf8_width(c);
		if (c == 0xA0)
			line->nbsp_indent = true;
	}
}

static void
line_add(struct text_reader *reader, struct str raw, uint32_t line_no,
    uint32_t blanks, bool page_break)
{
	struct text_line *line;

	reader->lines = arena_push(reader->scratch, reader->lines,
	    &reader->line_count, &reader->line_cap, sizeof(*reader->lines));
	line = &reader->lines[reader->line_count - 1];
	line->raw = raw;
	line->text = str_trim(raw);
	line->line_no = line_no;
	line->blanks = blanks;
	line->page_break = page_break;
	line->width = (uint32_t)utf8_count(line->text);
	measure_indent(line);
}

void
read_text_lines_split(
    struct text_reader *reader, struct str text, uint32_t first_line)
{
	uint32_t line_no = first_line;
	uint32_t blanks = 0;
	bool page_break = false;
	struct str raw;

	for (; str_next_line(&text, &raw); line_no++) {
		if (str_find(raw, "\f") != (size_t)-1)
			page_break = true;
		if (str_trim(raw).len == 0) {
			blanks++;
			continue;
		}
		line_add(reader, raw, line_no, blanks, page_break);
		blanks = 0;
		page_break = false;
	}
}

static struct str
without_marks(struct str text)
{
	while (text.len > 0 && text.ptr[0] == '>')
		text = str_trim(str_skip(text, 1));
	return text;
}

/* A mail that was answered or passed on has ">" before each line of what it
 * quotes: where that is most of the draft, it is the draft. */
void
read_text_lines_unquote(struct text_reader *reader)
{
	size_t quoted = 0, kept = 0;
	uint32_t blanks = 0;

	for (size_t i = 0; i < reader->line_count; i++)
		quoted += str_starts(reader->lines[i].text, ">");
	if (quoted < 8 || quoted * 3 < reader->line_count * 2)
		return;
	for (size_t i = 0; i < reader->line_count; i++) {
		struct text_line line = reader->lines[i];
		struct str raw = line.text;
		uint32_t col = line.col;

		line.blanks += blanks;
		if (str_starts(raw, ">")) {
			while (raw.len > 0 && raw.ptr[0] == '>') {
				raw = str_skip(raw, 1);
				col++;
				if (raw.len > 1 && raw.ptr[0] == ' ' &&
				    raw.ptr[1] == '>') {
					raw = str_skip(raw, 1);
					col++;
				}
			}
			line.raw = raw;
			line.text = without_marks(str_trim(raw));
			line.width = (uint32_t)utf8_count(line.text);
			line.indent = 0;
			measure_indent(&line);
			line.col += col - 1;
		}
		if (line.text.len == 0) {
			blanks = line.blanks + 1;
			continue;
		}
		blanks = 0;
		reader->lines[kept++] = line;
	}
	reader->line_count = kept;
}

/* The width that most of the wrapped lines come close to: the smallest that
 * nine in ten of the lines between the limits do not pass. */
static uint32_t
wrap_width(const size_t counts[WRAP_MOST + 1], size_t total)
{
	size_t seen = 0;

	for (uint32_t width = WRAP_LEAST; width <= WRAP_MOST; width++) {
		seen += counts[width];
		if (seen * 10 >= total * 9)
			return width;
	}
	return WRAP_MOST;
}

void
read_text_lines_measure(struct text_reader *reader)
{
	size_t counts[WRAP_MOST + 1] = { 0 };
	size_t wrapped = 0, runs = 0, long_lines = 0, marked = 0;

	for (size_t i = 0; i < reader->line_count; i++) {
		const struct text_line *line = &reader->lines[i];
		bool goes_on =
		    i + 1 < reader->line_count && line[1].blanks == 0;

		if (str_starts(line->text, "# ") ||
		    str_starts(line->text, "##"))
			marked++;
		if (line->region != REGION_NONE || line->furniture)
			continue;
		if (line->width > WRAP_MOST) {
			long_lines++;
		} else if (line->width >= WRAP_LEAST) {
			counts[line->width]++;
			wrapped++;
			/* a line that is followed at once by another */
			runs += goes_on;
		}
	}
	if (wrapped >= 4 && runs * 3 >= wrapped && long_lines * 4 < wrapped)
		reader->wrap_width = wrap_width(counts, wrapped);
	reader->is_marked = marked >= MARKED_LEAST;
}

size_t
read_text_line_prev(const struct text_reader *reader, size_t at)
{
	while (at-- > 0)
		if (!reader->lines[at].furniture)
			return at;
	return (size_t)-1;
}

size_t
read_text_line_next(const struct text_reader *reader, size_t at)
{
	for (at++; at < reader->line_count; at++)
		if (!reader->lines[at].furniture)
			break;
	return at;
}

bool
read_text_line_parted(const struct text_reader *reader, size_t at)
{
	if (at == 0 || at >= reader->line_count)
		return true;
	return reader->lines[at].blanks > 0 || reader->lines[at].page_break ||
	       reader->lines[at - 1].furniture;
}

struct pos
read_text_line_pos(const struct text_line *line, struct str part)
{
	struct pos pos = { line->line_no, line->col };

	if (part.ptr > line->text.ptr)
		pos.col +=
		    (uint32_t)utf8_count(str_range(line->text.ptr, part.ptr));
	return pos;
}
