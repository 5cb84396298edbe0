/* read: the way from bytes to a tree; see read.h. Chooses the reader; reads
 * nothing itself. */
#include "read/read_priv.h"

/* How much of a draft is looked at, to tell Markdown from text. */
enum { SAMPLE_LINES = 2000 };

static bool
is_md_heading(struct str line)
{
	size_t marks = 0;

	while (marks < line.len && line.ptr[marks] == '#')
		marks++;
	return marks >= 1 && marks <= 6 && marks < line.len &&
	       line.ptr[marks] == ' ';
}

static bool
is_delimiter_row(struct str line)
{
	size_t dashes = 0, pipes = 0, others = 0;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];

		dashes += c == '-';
		pipes += c == '|';
		others +=
		    c != '-' && c != '|' && c != ':' && c != ' ' && c != '\t';
	}
	return dashes >= 2 && pipes >= 1 && others == 0;
}

static bool
has_strong(struct str line)
{
	size_t open = str_find(line, "**");

	return open != (size_t)-1 &&
	       str_find(str_skip(line, open + 3), "**") != (size_t)-1;
}

/* Headings and delimiter rows are written by nobody who does not mean
 * Markdown; the rest must come more than once. */
static bool
looks_like_markdown(struct str text)
{
	size_t points = 0;
	struct str line;

	for (int i = 0; i < SAMPLE_LINES && str_next_line(&text, &line); i++) {
		line = str_trim(line);
		if (is_md_heading(line) || is_delimiter_row(line))
			points += 2;
		else if (has_strong(line) || str_starts(line, "```") ||
			 str_find(line, "](") != (size_t)-1)
			points++;
		if (points >= 2)
			return true;
	}
	return false;
}

static bool
ends_nocase(struct str path, const char *end)
{
	struct str want = str_from(end);

	return path.len >= want.len &&
	       str_eq_nocase(str_skip(path, path.len - want.len), want);
}

static enum doc_syntax
choose_syntax(struct str path, struct str text)
{
	if (ends_nocase(path, ".md") || ends_nocase(path, ".markdown"))
		return SYNTAX_MARKDOWN;
	if (ends_nocase(path, ".txt"))
		return SYNTAX_TEXT;
	return looks_like_markdown(text) ? SYNTAX_MARKDOWN : SYNTAX_TEXT;
}

struct doc *
read_draft(struct str path, struct str bytes, enum doc_syntax syntax,
    struct msgs *msgs)
{
	struct doc *doc = doc_new(path, msgs);
	uint32_t first_line;
	struct str text;

	doc->bytes = str_copy(doc->arena, bytes);
	if (!read_encoding(doc, bytes)) {
		doc_free(doc);
		return NULL;
	}
	text = doc->text;
	first_line = read_front(doc, &text);
	doc->syntax =
	    syntax != SYNTAX_AUTO ? syntax : choose_syntax(path, text);
	if (doc->syntax == SYNTAX_MARKDOWN)
		read_md(doc, text, first_line);
	else
		read_text(doc, text, first_line);
	return doc;
}
