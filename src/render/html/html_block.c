/* html_block: blocks -> elements. One step for entering a node and one for
 * leaving it; what was opened on the way in is closed on the way out. */
#include "html_priv.h"

#include "base/arena.h"
#include "base/must.h"

struct html_frame *
html_frame(struct html_page *page, size_t up)
{
	must(up < page->frame_count);
	return &page->frames[page->frame_count - 1 - up];
}

/* Flags that the page shows and that the node around it has not. */
static uint32_t
own_flags(const struct node *node)
{
	uint32_t shown = NODE_GENERATED | NODE_QUIET | NODE_NEW_PAGE |
			 NODE_LANDSCAPE | NODE_MAY_TURN;
	uint32_t around = node->parent != NULL ? node->parent->flags : 0;

	return node->flags & shown & ~around;
}

void
html_common(struct html_page *page, const struct node *node, const char *class)
{
	uint32_t flags = own_flags(node);
	struct buf classes = BUF_INIT;

	buf_puts(&classes, class ? class : "");
	if (flags & NODE_GENERATED)
		buf_puts(&classes, " generated");
	if (flags & NODE_QUIET)
		buf_puts(&classes, " quiet");
	if (flags & NODE_NEW_PAGE)
		buf_puts(&classes, " new-page");
	if (flags & (NODE_LANDSCAPE | NODE_MAY_TURN))
		buf_puts(&classes, " landscape");
	if (classes.len > 0)
		html_attr(page, "class", str_trim(buf_str(&classes)));
	if (node->id.len > 0)
		html_attr(page, "id", node->id);
	if (node->lang.len > 0)
		html_attr(page, "lang", node->lang);
	buf_clear(&classes);
}

static void
open_block(struct html_page *page, const struct node *node, const char *name,
    const char *class)
{
	html_open_line(page, name);
	html_common(page, node, class);
}

static void
number(struct html_page *page, struct str written)
{
	if (written.len == 0)
		return;
	html_leaf(page, "span", "number", written);
	html_put(page, str_from(" "));
}

/* The class of a section, so that a style sheet can know its role. */
static const char *
role_class(struct html_page *page, const struct node *node)
{
	if (node->role == ROLE_NONE)
		return NULL;
	return str_printf(page->scratch, "role-%s", doc_role_name(node->role))
	    .ptr;
}

static bool
has_content(const struct node *node)
{
	struct walker walker = { .root = node };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER && walker.node->first == NULL &&
		    (walker.node->kind != NODE_TEXT ||
			str_trim(walker.node->as.text.text).len > 0) &&
		    walker.node != node)
			return true;
	return false;
}

static void
section_enter(struct html_page *page, const struct node *node)
{
	open_block(page, node, "section", role_class(page, node));
	html_action_data(page, node);
	/* A named section is a landmark: only the outermost ones, or there
	 * would be as many landmarks as headings. */
	if (node->parent == NULL || node->parent->kind != NODE_DOCUMENT ||
	    node->first == NULL || node->first->kind != NODE_HEADING ||
	    !has_content(node->first)) {
		html_trail(page, node);
		return;
	}
	page->section_count++;
	html_attr(page, "aria-labelledby",
	    node->first->id.len > 0
		? node->first->id
		: str_printf(page->scratch, "_h%zu", page->section_count));
}

/* The levels of the page: one h1, none left out on the way down. */
static int
heading_level(struct html_page *page, const struct node *node)
{
	int level = node->as.heading.level;

	if (page->level == 0)
		return 1;
	if (level < 2)
		level = 2;
	if (level > page->level + 1)
		level = page->level + 1;
	return level > 6 ? 6 : level;
}

static void
heading_enter(struct html_page *page, const struct node *node)
{
	enum node_kind parent = node->parent->kind;
	bool in_outline = parent == NODE_DOCUMENT || parent == NODE_SECTION;
	char name[] = "h1";

	if (!has_content(node) && node->as.heading.number.len == 0) {
		if (node->id.len > 0)
			open_block(page, node, "div", NULL);
		return;
	}
	if (!in_outline) {
		open_block(page, node, "p", "heading");
		number(page, node->as.heading.number);
		return;
	}
	page->level = heading_level(page, node);
	page->heading = doc_text(page->scratch, node);
	page->heading_uses = 0;
	name[1] = (char)('0' + page->level);
	open_block(page, node, name, NULL);
	if (parent == NODE_SECTION && node->id.len == 0 && node->prev == NULL &&
	    node->parent->parent != NULL &&
	    node->parent->parent->kind == NODE_DOCUMENT)
		html_attr(page, "id",
		    str_printf(page->scratch, "_h%zu", page->section_count));
	/* a section that is an action is led to by its heading */
	if (parent == NODE_SECTION && node->prev == NULL &&
	    html_action_of(page, node->parent) != NULL)
		html_frame(page, 0)->anchor = node->parent->id;
	number(page, node->as.heading.number);
}

/* A paragraph alone in a cell, an item or a field needs no element of its
 * own; nor does the first one of a tight list's item. */
static bool
is_bare(const struct node *node)
{
	const struct node *parent = node->parent;

	if (node->as.paragraph.number.len > 0 || node->id.len > 0 ||
	    node->lang.len > 0 || own_flags(node) != 0 || node->prev != NULL)
		return false;
	switch (parent->kind) {
	case NODE_CELL:
	case NODE_FIELD:
	case NODE_NOTE:
		return node->next == NULL;
	case NODE_ITEM:
		return node->next == NULL || parent->parent->as.list.tight;
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_LIST:
	case NODE_TABLE:
	case NODE_CAPTION:
	case NODE_ROW:
	case NODE_FIELDS:
	case NODE_QUOTE:
	case NODE_CODE:
	case NODE_RULE:
	case NODE_NOTES:
	case NODE_CONTENTS:
	case NODE_CHART:
	case NODE_TEXT:
	case NODE_BREAK:
	case NODE_EMPH:
	case NODE_STRONG:
	case NODE_STRIKE:
	case NODE_CODE_SPAN:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_NOTE_REF:
	case NODE_STATE:
	case NODE_SPAN:
	case NODE_ABBR:
	case NODE_KIND_COUNT:
		break;
	}
	return false;
}

static void
paragraph_enter(struct html_page *page, const struct node *node)
{
	const char *class = node->as.paragraph.number.len > 0 ? "numbered"
			    : node->role == ROLE_SIGNATURE    ? "signature"
							      : NULL;

	if (is_bare(node))
		return;
	if (class == NULL && node->id.len == 0 && !has_content(node))
		return;
	open_block(page, node, "p", class);
	html_frame(page, 0)->anchor = html_paragraph_id(page, node);
	if (node->id.len == 0 && html_frame(page, 0)->anchor.len > 0)
		html_attr(page, "id", html_frame(page, 0)->anchor);
	number(page, node->as.paragraph.number);
}

static bool
is_task_list(const struct node *list)
{
	for (const struct node *at = list->first; at != NULL; at = at->next)
		if (at->as.item.check != CHECK_NONE)
			return true;
	return false;
}

static void
list_enter(struct html_page *page, const struct node *node)
{
	bool tight = node->as.list.tight;

	if (node->first == NULL)
		return;
	if (node->as.list.ordered)
		open_block(
		    page, node, "ol", tight ? "labelled" : "labelled loose");
	else if (is_task_list(node))
		open_block(page, node, "ul", tight ? "tasks" : "tasks loose");
	else
		open_block(page, node, "ul", tight ? NULL : "loose");
}

static void
item_enter(struct html_page *page, const struct node *node)
{
	open_block(page, node, "li", NULL);
	html_action_data(page, node);
	html_frame(page, 0)->anchor = node->id;
	if (node->parent->as.list.ordered && node->as.item.label.len > 0) {
		html_leaf(page, "span", "label", node->as.item.label);
		html_put(page, str_from(" "));
	}
	if (node->as.item.check != CHECK_NONE) {
		bool done = node->as.item.check == CHECK_DONE;

		html_open(page, "span");
		html_class(page, "check");
		html_attr(page, "role", str_from("img"));
		html_attr(page, "aria-label",
		    html_word(page, done ? WORD_DONE : WORD_TO_DO));
		html_put(page, str_from(done ? "☑" : "☐"));
		html_close(page);
		html_put(page, str_from(" "));
	}
}

static void
fields_enter(struct html_page *page, const struct node *node)
{
	if (node->first == NULL)
		return;
	open_block(page, node, "dl",
	    node->role == ROLE_CARDS ? "cards"
	    : node->role == ROLE_KEY ? "fields key"
				     : "fields");
}

static void
field_enter(struct html_page *page, const struct node *node)
{
	open_block(page, node, "div", NULL);
	html_leaf(page, "dt", NULL, node->as.field.name);
	html_open(page, "dd");
}

static void
code_enter(struct html_page *page, const struct node *node)
{
	struct str literal = node->as.code.literal;

	open_block(page, node, "pre", NULL);
	html_open(page, "code");
	/* HTML drops a line feed directly behind <pre>; <code> stands there */
	html_put(page, literal);
	html_close(page);
}

static void
notes_enter(struct html_page *page, const struct node *node)
{
	if (node->first == NULL)
		return;
	open_block(page, node, "section", "notes");
	html_attr(page, "role", str_from("doc-endnotes"));
	html_attr(page, "aria-labelledby", str_from("_notes"));
	html_open_line(page, "h2");
	html_attr(page, "id", str_from("_notes"));
	html_class(page, "generated");
	html_put(page, html_word(page, WORD_NOTES));
	html_close(page);
	html_open_line(page, "ol");
	html_class(page, "labelled");
}

static void
note_enter(struct html_page *page, const struct node *node)
{
	open_block(page, node, "li", NULL);
	html_leaf(page, "span", "label", node->as.note.label);
	html_put(page, str_from(" "));
}

static void
note_leave(struct html_page *page, const struct node *node)
{
	if (node->as.note.target.len == 0)
		return;
	html_put(page, str_from(" "));
	html_open(page, "a");
	html_class(page, "back");
	html_attr(page, "href",
	    str_printf(page->scratch, "#%.*s", STR_ARG(node->as.note.target)));
	html_attr(page, "role", str_from("doc-backlink"));
	html_attr(page, "aria-label",
	    words_fill(page->scratch, &page->report->words, WORD_NOTE_BACK,
		node->as.note.label, (struct str){ "", 0 }));
	html_put(page, str_from("↩"));
	html_close(page);
}

static void
node_enter(struct html_page *page, const struct node *node)
{
	switch (node->kind) {
	case NODE_DOCUMENT:
		break;
	case NODE_CONTENTS: /* of sections: see html_blocks */
		if (node->as.contents.of != CONTENTS_SECTIONS)
			html_contents_captions(page, node->as.contents.of);
		break;
	case NODE_SECTION:
		section_enter(page, node);
		break;
	case NODE_HEADING:
		heading_enter(page, node);
		break;
	case NODE_PARAGRAPH:
		paragraph_enter(page, node);
		break;
	case NODE_LIST:
		list_enter(page, node);
		break;
	case NODE_ITEM:
		item_enter(page, node);
		break;
	case NODE_TABLE:
		html_table_enter(page, node);
		break;
	case NODE_CAPTION:
		if (node->parent->kind == NODE_CHART)
			html_chart_caption_enter(page, node);
		else
			html_caption_enter(page, node);
		break;
	case NODE_ROW:
		html_row_enter(page, node);
		break;
	case NODE_CELL:
		html_cell_enter(page, node);
		break;
	case NODE_FIELDS:
		fields_enter(page, node);
		break;
	case NODE_FIELD:
		field_enter(page, node);
		break;
	case NODE_QUOTE:
		open_block(page, node, "blockquote", NULL);
		break;
	case NODE_CODE:
		code_enter(page, node);
		break;
	case NODE_RULE:
		html_put(page, str_from("\n"));
		html_void(page, "hr");
		break;
	case NODE_NOTES:
		notes_enter(page, node);
		break;
	case NODE_NOTE:
		note_enter(page, node);
		break;
	case NODE_CHART:
		html_chart_enter(page, node);
		break;
	case NODE_TEXT:
	case NODE_BREAK:
	case NODE_EMPH:
	case NODE_STRONG:
	case NODE_STRIKE:
	case NODE_CODE_SPAN:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_NOTE_REF:
	case NODE_STATE:
	case NODE_SPAN:
	case NODE_ABBR:
		html_inline_enter(page, node);
		break;
	case NODE_KIND_COUNT:
		must(node->kind != NODE_KIND_COUNT);
	}
}

static void
node_leave(struct html_page *page, const struct node *node)
{
	if (html_frame(page, 0)->anchor.len > 0)
		html_anchor(page,
		    node->kind == NODE_CELL || node->kind == NODE_HEADING
			? node->parent
			: node,
		    html_frame(page, 0)->anchor);
	if (node->kind == NODE_NOTE)
		note_leave(page, node);
	else if (node->kind == NODE_CHART)
		html_chart_leave(page, node);
	else if (doc_kind_is_inline(node->kind))
		html_inline_leave(page, node);
}

static void
frame_push(struct html_page *page)
{
	page->frames = arena_push(page->scratch, page->frames,
	    &page->frame_count, &page->frame_cap, sizeof(*page->frames));
	/* it may have been another node's before */
	*html_frame(page, 0) = (struct html_frame){ .at = page->at };
}

/* A report without a title of its own still gets its h1. */
static void
title_if_missing(struct html_page *page)
{
	const struct node *first = page->report->root->first;

	if (first != NULL && first->kind == NODE_HEADING && has_content(first))
		return;
	html_open_line(page, "h1");
	html_class(page, "generated");
	html_put(page, page->report->title);
	html_close(page);
	page->level = 1;
	page->heading = page->report->title;
}

void
html_blocks(struct html_page *page)
{
	const struct node *root = page->report->root;
	const struct node *contents = html_contents_place(root);
	struct walker walker = { .root = root };

	title_if_missing(page);
	while (doc_walk(&walker)) {
		if (walker.event == WALK_ENTER) {
			if (walker.node == contents) {
				html_formats(page);
				html_contents(page);
			}
			frame_push(page);
			node_enter(page, walker.node);
			/* what is below it is its text alternative */
			if (walker.node->kind == NODE_IMAGE)
				doc_walk_skip(&walker);
		} else {
			node_leave(page, walker.node);
			html_close_to(page, html_frame(page, 0)->at);
			page->frame_count--;
		}
	}
	if (contents == NULL)
		html_formats(page);
}
