/* html_contents: the headings of a report -> the page's list of contents. */
#include "html_priv.h"

#include "base/arena.h"

enum {
	FEWEST = 3,    /* headings that are worth a list */
	OPEN_MOST = 12 /* entries of a list that is shown unfolded */
};

static struct str
anchor_of(const struct node *heading)
{
	if (heading->id.len == 0 && heading->parent->kind == NODE_SECTION)
		return heading->parent->id;
	return heading->id;
}

static bool
is_entry(const struct node *node)
{
	return node->kind == NODE_HEADING && node->parent != NULL &&
	       (node->parent->kind == NODE_SECTION ||
		   node->parent->kind == NODE_DOCUMENT) &&
	       node->as.heading.level >= 2 && node->as.heading.level <= 3 &&
	       anchor_of(node).len > 0;
}

static size_t
entry_count(const struct node *root)
{
	struct walker walker = { .root = root };
	size_t count = 0;

	while (doc_walk(&walker))
		count += walker.event == WALK_ENTER && is_entry(walker.node);
	return count;
}

static void
entry(struct html_page *page, const struct node *heading)
{
	struct str number = heading->as.heading.number;

	html_open_line(page, "li");
	html_open(page, "a");
	html_attr(page, "href",
	    str_printf(page->scratch, "#%.*s", STR_ARG(anchor_of(heading))));
	if (number.len > 0) {
		html_leaf(page, "span", "number", number);
		html_put(page, str_from(" "));
	}
	html_put(page, doc_text(page->scratch, heading));
	html_close(page);
}

/* Entries of level 3 go into a list inside the entry of level 2 before them. */
static void
entries(struct html_page *page)
{
	struct walker walker = { .root = page->report->root };
	xmlNodePtr top, item = NULL;

	html_open_line(page, "ol");
	top = page->at;
	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE || !is_entry(walker.node))
			continue;
		if (walker.node->as.heading.level > 2 && item != NULL) {
			html_close_to(page, item);
			if (!html_reopen(page, "ol"))
				html_open_line(page, "ol");
			entry(page, walker.node);
			html_close_to(page, item);
		} else {
			html_close_to(page, top);
			entry(page, walker.node);
			item = page->at;
		}
	}
	html_close_to(page, top);
	html_close(page);
}

/* Where the list goes: in the place the report has for it, else before the
 * first section. */
const struct node *
html_contents_place(const struct node *root)
{
	struct walker walker = { .root = root };
	const struct node *at = root->first;

	while (doc_walk(&walker))
		if (walker.node->kind == NODE_CONTENTS &&
		    walker.node->as.contents.of == CONTENTS_SECTIONS)
			return walker.node;
	while (at != NULL && at->kind != NODE_SECTION)
		at = at->next;
	return at;
}

void
html_contents(struct html_page *page)
{
	size_t count = entry_count(page->report->root);

	if (count < FEWEST)
		return;
	html_open_line(page, "nav");
	html_class(page, "contents");
	html_attr(page, "aria-labelledby", str_from("_contents"));
	html_open_line(page, "details");
	if (count <= OPEN_MOST)
		html_attr(page, "open", str_from("open"));
	html_open_line(page, "summary");
	html_attr(page, "id", str_from("_contents"));
	html_put(page, html_word(page, WORD_CONTENTS));
	html_close(page);
	entries(page);
	html_close(page);
	html_close(page);
}

/* Where a table or figure is: at itself, or at its caption, which has the
 * table's number where it has no name. */
static struct str
captioned_id(struct html_page *page, const struct node *node, size_t table_no)
{
	if (node->id.len > 0)
		return node->id;
	if (node->first->id.len > 0 || node->kind != NODE_TABLE)
		return node->first->id;
	return str_printf(page->scratch, "_t%zu", table_no);
}

/* A list of all tables or all figures that have captions. */
void
html_contents_captions(struct html_page *page, enum contents_of of)
{
	struct walker walker = { .root = page->report->root };
	enum node_kind kind = of == CONTENTS_TABLES ? NODE_TABLE : NODE_CHART;
	enum word title = of == CONTENTS_TABLES ? WORD_TABLES : WORD_FIGURES;
	size_t table_no = 0;
	bool begun = false;

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		struct str id;

		table_no +=
		    walker.event == WALK_ENTER && node->kind == NODE_TABLE;
		if (walker.event == WALK_LEAVE || node->kind != kind ||
		    node->first == NULL || node->first->kind != NODE_CAPTION)
			continue;
		if (!begun) {
			html_open_line(page, "nav");
			html_class(page, "contents");
			html_attr(page, "aria-label", html_word(page, title));
			html_open_line(page, "p");
			html_leaf(page, "strong", NULL, html_word(page, title));
			html_close(page);
			html_open_line(page, "ol");
			begun = true;
		}
		html_open_line(page, "li");
		id = captioned_id(page, node, table_no);
		html_open(page, id.len > 0 ? "a" : "span");
		if (id.len > 0)
			html_attr(page, "href",
			    str_printf(page->scratch, "#%.*s", STR_ARG(id)));
		html_put(page, doc_text(page->scratch, node->first));
		html_close(page);
		html_close(page);
	}
	if (!begun)
		return;
	html_close(page);
	html_close(page);
}
