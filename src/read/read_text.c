/* read_text: plain text -> tree. */
#include "read/read_priv.h"

void
read_text(struct doc *doc, struct str text, uint32_t first_line)
{
	struct pos pos = { first_line, 1 };
	struct str line;

	for (; str_next_line(&text, &line); pos.line++)
		if (str_trim(line).len > 0)
			doc_paragraph_append(
			    doc->arena, doc->root, str_trim(line), pos);
}
