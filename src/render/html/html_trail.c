/* html_trail: where in the paper a section stands, as links to the parts
 * around it: for those who came by a link to the middle of a long page. Not
 * above each small section: the parts were named a moment ago. */
#include "html_priv.h"

#include "base/arena.h"

enum {
	AROUND_MAX = 4, /* parts that are named: the innermost */
	FAR = 2000      /* bytes of text since: about a screen */
};

/* The section's own words for itself, if it can be led to. */
static const struct node *
heading_of(const struct node *section)
{
	const struct node *first = section->first;

	return section->kind == NODE_SECTION && section->id.len > 0 &&
		       first != NULL && first->kind == NODE_HEADING
		   ? first
		   : NULL;
}

/* A section right below the top says where it is by its place, unless the
 * paper has parts. */
static bool
is_worth_it(const struct node *section)
{
	const struct node *parent = section->parent;

	if (heading_of(section) == NULL || parent == NULL ||
	    heading_of(parent) == NULL)
		return false;
	return parent->role == ROLE_PART ||
	       parent->parent->kind == NODE_SECTION;
}

void
html_trail(struct html_page *page, const struct node *section)
{
	const struct node *around[AROUND_MAX];
	size_t count = 0;

	html_frame(page, 0)->told_at = page->told;
	if (!is_worth_it(section) ||
	    page->told - html_frame(page, 1)->told_at < FAR)
		return;
	for (const struct node *at = section->parent;
	     at != NULL && count < AROUND_MAX; at = at->parent)
		if (heading_of(at) != NULL)
			around[count++] = at;
	for (size_t up = 0; up <= count; up++)
		html_frame(page, up)->told_at = page->told;
	html_open_line(page, "p");
	html_class(page, "trail");
	while (count-- > 0) {
		const struct node *heading = around[count]->first;

		html_open(page, "a");
		html_attr(page, "href",
		    str_printf(
			page->scratch, "#%.*s", STR_ARG(around[count]->id)));
		if (heading->as.heading.number.len > 0) {
			html_put(page, heading->as.heading.number);
			html_put(page, str_from(" "));
		}
		html_put(page, doc_text(page->scratch, heading));
		html_close(page);
		html_put(page, str_from(count > 0 ? " " : ""));
	}
	html_close(page);
}
