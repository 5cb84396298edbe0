/* read_text_furniture: lines that belong to the page and not to the text:
 * page numbers, running headers and footers. When unsure, a line stays. */
#include "read/read_text_priv.h"

#include "base/utf8.h"

static bool
cut_number(struct str *text)
{
	size_t len = 0;

	while (
	    len < text->len && text->ptr[len] >= '0' && text->ptr[len] <= '9')
		len++;
	*text = str_trim(str_skip(*text, len));
	return len > 0 && len <= 4;
}

static bool
cut_word(struct str *text, const char *word, size_t len)
{
	if (!str_starts_nocase(*text, word))
		return false;
	*text = str_trim(str_skip(*text, len));
	return true;
}

/* "Page 5", "Page 3 of 12.", "page | 7". */
static bool
is_page_line(struct str text)
{
	if (!cut_word(&text, "page", 4))
		return false;
	cut_word(&text, "|", 1);
	if (!cut_number(&text))
		return false;
	if (cut_word(&text, "of", 2) || cut_word(&text, "/", 1))
		if (!cut_number(&text))
			return false;
	cut_word(&text, ".", 1);
	return text.len == 0;
}

/* "- 7 -". */
static bool
is_dashed_number(struct str text)
{
	uint32_t c;

	if (text.len < 5)
		return false;
	c = utf8_next(&text);
	if (c != '-' && c != 0x2013 && c != 0x2014)
		return false;
	text = str_trim(text);
	return cut_number(&text) && text.len > 0 && utf8_next(&text) == c &&
	       text.len == 0;
}

/* A bare number, at the edge of a page. */
static bool
is_edge_number(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;

	if (!cut_number(&text) || text.len > 0)
		return false;
	return reader->lines[at].page_break ||
	       (at + 1 < reader->line_count &&
		   reader->lines[at + 1].page_break);
}

/* "... as set out on" / "Page 5.": the end of a sentence, not of a page. */
static bool
ends_sentence_above(const struct text_reader *reader, size_t at)
{
	return at > 0 && reader->lines[at].blanks == 0 &&
	       !reader->lines[at].page_break &&
	       read_text_is_unfinished(reader->lines[at - 1].text) &&
	       (at + 1 == reader->line_count ||
		   reader->lines[at + 1].blanks > 0);
}

static void
drop(struct text_reader *reader, size_t at)
{
	struct text_line *line = &reader->lines[at];
	struct pos pos = { line->line_no, line->col };

	line->furniture = true;
	doc_drop(reader->doc, pos, "page-furniture", line->text);
	doc_say(reader->doc, DOC_FURNITURE, pos, line->text,
	    (struct str){ NULL, 0 });
}

void
read_text_furniture_drop(struct text_reader *reader)
{
	for (size_t i = 0; i < reader->line_count; i++) {
		struct str text = reader->lines[i].text;

		if ((is_page_line(text) && !ends_sentence_above(reader, i)) ||
		    is_dashed_number(text) || is_edge_number(reader, i))
			drop(reader, i);
	}
}
