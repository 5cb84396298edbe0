/* read: the way from bytes to a tree; see read.h. */
#include "read/read_priv.h"

static enum doc_syntax
guess_syntax(struct str path)
{
	if (str_ends(path, ".md") || str_ends(path, ".markdown"))
		return SYNTAX_MARKDOWN;
	return SYNTAX_TEXT;
}

struct doc *
read_draft(struct str path, struct str bytes, enum doc_syntax syntax,
    struct msgs *msgs)
{
	struct doc *doc = doc_new(path, msgs);
	uint32_t first_line;
	struct str text;

	if (!read_encoding(doc, bytes)) {
		doc_free(doc);
		return NULL;
	}
	text = doc->text;
	first_line = read_front(doc, &text);
	doc->syntax = syntax != SYNTAX_AUTO ? syntax : guess_syntax(path);
	if (doc->syntax == SYNTAX_MARKDOWN)
		read_md(doc, text, first_line);
	else
		read_text(doc, text, first_line);
	return doc;
}
