/* read_md: Markdown -> blocks below the document's root. CommonMark by cmark;
 * tables, footnotes, strikethrough and task lists, and the ways of council
 * drafts, by ourselves. The steps, in order; see read_md_priv.h. */
#include "read/read_md_priv.h"

static bool
has_notes(struct str text)
{
	struct str line;

	while (str_next_line(&text, &line))
		if (md_note_at(line) != (size_t)-1)
			return true;
	return false;
}

void
read_md(struct doc *doc, struct str text, uint32_t first_line)
{
	struct md md = { .doc = doc };
	struct str shown;

	md.scratch = arena_new();
	md_source_init(&md, &md.source, md_mask(&md, text, NULL));
	shown = md_drawn_hide(&md, text);
	if (shown.ptr != text.ptr) {
		text = shown;
		md_source_init(&md, &md.source, md_mask(&md, text, NULL));
	}
	/* a footnote's mark may not go into code: look where that is first */
	if (has_notes(text))
		md_source_init(
		    &md, &md.source, md_mask(&md, text, md_find_verbatim(&md)));
	md.source.first_line = first_line;
	md_build(&md);
	md_notes(&md);
	md_strike(&md);
	md_tasks(&md);
	md_settle(&md);
	md_links_make_safe(&md);
	md_definitions_drop(&md);
	md_autolink(&md);
	md_forms(&md);
	arena_free(md.scratch);
}
