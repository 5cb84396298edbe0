/* read_md: Markdown -> tree. */
#include "read/read_priv.h"

void
read_md(struct doc *doc, struct str text, uint32_t first_line)
{
	read_text(doc, text, first_line);
}
