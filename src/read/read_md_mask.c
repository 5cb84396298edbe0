/* read_md_mask: the draft -> the draft with marks, and the way back from bytes
 * of the marked text to places in the draft. Knows as much of Markdown as the
 * marks need: backslashes, entities, and what begins a footnote. */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

enum { ENTITY_MAX = 40, LABEL_MAX = 100, ODD_TAGS_MAX = 2000 };

static bool
is_name_char(char c)
{
	return (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Is the "&" at the front of `text` an entity's? cmark decides whether the
 * name means anything. */
static bool
is_entity(struct str text)
{
	size_t at = 1;

	if (at < text.len && text.ptr[at] == '#')
		at++;
	while (at < text.len && at < ENTITY_MAX && is_name_char(text.ptr[at]))
		at++;
	return at > 1 && at < text.len && text.ptr[at] == ';';
}

/* A label that cmark leaves in one piece, so that it can be found again. */
static size_t
label_len(struct str text)
{
	size_t at = 0;

	while (at < text.len && at < LABEL_MAX &&
	       ((unsigned char)text.ptr[at] >= 0x80 ||
		   is_name_char(text.ptr[at]) || text.ptr[at] == '-' ||
		   text.ptr[at] == '.' || (text.ptr[at] == '_' && at > 0)))
		at++;
	return at;
}

size_t
md_note_at(struct str line)
{
	size_t at = 0, len;

	while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t' ||
				    line.ptr[at] == '>'))
		at++;
	if (at + 4 >= line.len || line.ptr[at] != '[' ||
	    line.ptr[at + 1] != '^')
		return (size_t)-1;
	len = label_len(str_skip(line, at + 2));
	if (len == 0 || !str_starts(str_skip(line, at + 2 + len), "]:"))
		return (size_t)-1;
	return at;
}

/* Declarations, instructions and the like, each of which makes cmark look for
 * its end in all that follows: past any sensible number of them, and there is
 * none in a draft, they are text. */
static bool
is_odd_tag(struct str text)
{
	return text.len > 1 && (text.ptr[1] == '!' || text.ptr[1] == '?');
}

void
md_mask_line(struct md *md, struct buf *to, struct str line)
{
	bool escaped = false;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];

		if (c == '\f')
			c = ' ';
		if (c == '<' && is_odd_tag(str_skip(line, i)) &&
		    ++md->odd_tags > ODD_TAGS_MAX && !escaped)
			buf_puts(to, "<" MARK_ESCAPED);
		else
			buf_put(to, &c, 1);
		if (escaped && (c == '[' || c == '~'))
			buf_puts(to, MARK_ESCAPED);
		else if (!escaped && c == '&' && is_entity(str_skip(line, i)))
			buf_puts(to, MARK_ENTITY);
		escaped = c == '\\' && !escaped;
	}
}

struct str
md_mask(struct md *md, struct str text, const bool *is_verbatim)
{
	struct buf buf = BUF_INIT;
	struct str line, masked;

	md->odd_tags = 0; /* the text may be masked again */
	for (size_t i = 0; str_next_line(&text, &line); i++) {
		size_t note = (size_t)-1;

		if (is_verbatim != NULL && !is_verbatim[i])
			note = md_note_at(line);
		if (note != (size_t)-1) {
			md_mask_line(md, &buf, str_head(line, note));
			buf_puts(&buf, "+ " MARK_NOTE);
			line = str_skip(line, note);
		}
		md_mask_line(md, &buf, line);
		buf_put(&buf, "\n", 1);
	}
	masked = str_copy(md->scratch, buf_str(&buf));
	buf_clear(&buf);
	return masked;
}

void
md_source_init(struct md *md, struct md_source *source, struct str text)
{
	struct str rest = text, line;
	size_t i = 0;

	memset(source, 0, sizeof(*source));
	source->text = text;
	while (str_next_line(&rest, &line))
		source->line_count++;
	source->begins = arena_alloc(
	    md->scratch, (source->line_count + 1) * sizeof(*source->begins));
	for (rest = text; str_next_line(&rest, &line); i++)
		source->begins[i] = (size_t)(line.ptr - text.ptr);
	source->begins[i] = text.len;
}

struct str
md_source_line(const struct md_source *source, size_t line)
{
	struct str text;

	if (line >= source->line_count)
		return (struct str){ "", 0 };
	text = str_skip(source->text, source->begins[line]);
	text.len = source->begins[line + 1] - source->begins[line];
	if (text.len > 0 && text.ptr[text.len - 1] == '\n')
		text.len--;
	return text;
}

uint32_t
md_line_no(const struct md_source *source, size_t line)
{
	if (source->origins != NULL && line < source->line_count)
		return source->origins[line].pos.line;
	return source->first_line + (uint32_t)line;
}

/* Columns that the bytes of a line between two offsets take. */
static uint32_t
count_columns(struct str text)
{
	uint32_t columns = 0;

	while (text.len > 0) {
		if (str_starts(text, MARK_NOTE)) {
			columns -= columns >= 2 ? 2 : columns;
			text = str_skip(text, MARK_BYTES);
		} else if (str_starts(text, MARK_ESCAPED) ||
			   str_starts(text, MARK_ENTITY)) {
			text = str_skip(text, MARK_BYTES);
		} else {
			utf8_next(&text);
			columns++;
		}
	}
	return columns;
}

struct pos
md_pos(struct md_source *source, size_t line, size_t byte)
{
	struct str text = md_source_line(source, line);
	struct pos base = { source->first_line + (uint32_t)line, 1 };
	size_t skip = 0;

	if (source->origins != NULL && line < source->line_count) {
		base = source->origins[line].pos;
		skip = source->origins[line].skip;
	}
	if (byte > text.len)
		byte = text.len;
	if (byte < skip)
		byte = skip;
	if (str_starts(str_skip(text, byte), MARK_NOTE))
		byte += MARK_BYTES; /* what stands before it is ours */
	if (source->last.line != line || source->last.byte > byte ||
	    source->last.byte < skip) {
		source->last.line = line;
		source->last.byte = skip;
		source->last.col = 0;
	}
	if (byte > source->last.byte)
		source->last.col +=
		    count_columns(str_head(str_skip(text, source->last.byte),
			byte - source->last.byte));
	source->last.byte = byte;
	return (struct pos){ base.line, base.col + source->last.col };
}

struct pos
md_raw_pos(const struct md_raw *raw, size_t index, const char *ptr)
{
	size_t line = raw->first_line + index;

	return md_pos(raw->source, line,
	    (size_t)(ptr - md_source_line(raw->source, line).ptr));
}

size_t
md_content_start(struct str line, int quotes)
{
	size_t at = 0;

	for (;;) {
		while (at < line.len &&
		       (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
			at++;
		if (quotes == 0 || at == line.len || line.ptr[at] != '>')
			return at;
		quotes--;
		at++;
	}
}
