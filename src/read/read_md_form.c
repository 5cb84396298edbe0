/* read_md_form: the forms that council drafts give to Markdown paragraphs, and
 * the last tidying: numbers of headings and paragraphs, task lists, and the
 * white space at the ends of lines. */
#include "read/read_md_priv.h"

#include <string.h>

#include "base/utf8.h"

/* ---- texts ---- */

static struct str
trim_left(struct str text)
{
	while (text.len > 0) {
		struct str rest = text;

		if (!utf8_is_space(utf8_next(&rest)))
			break;
		text = rest;
	}
	return text;
}

static struct str
trim_right(struct str text)
{
	while (text.len > 0) {
		struct str rest = text;

		if (!utf8_is_space(utf8_last(&rest)))
			break;
		text = rest;
	}
	return text;
}

static void
trim_node_left(struct node *text)
{
	struct str trimmed = trim_left(text->as.text.text);
	size_t gone = text->as.text.text.len - trimmed.len;

	text->pos.col +=
	    (uint32_t)utf8_count(str_head(text->as.text.text, gone));
	text->as.text.text = trimmed;
}

struct node *
md_first_text(struct node *parent)
{
	struct node *text = parent->first;

	while (text != NULL && text->kind == NODE_TEXT) {
		struct node *next = text->next;

		trim_node_left(text);
		if (text->as.text.text.len > 0)
			return text;
		doc_node_unlink(text);
		text = next;
	}
	return NULL;
}

/* ---- tasks ---- */

void
md_tasks(struct md *md)
{
	struct walker walker = { .root = md->doc->root };

	while (doc_walk(&walker)) {
		struct node *item = walker.node, *text = item->first;
		struct str mark;

		if (walker.event == WALK_LEAVE || item->kind != NODE_ITEM ||
		    text == NULL || text->kind != NODE_PARAGRAPH)
			continue;
		text = text->first;
		if (text == NULL || text->kind != NODE_TEXT)
			continue;
		mark = str_head(text->as.text.text, 4);
		if (!str_is_nocase(mark, "[x] ") && !str_is(mark, "[ ] "))
			continue;
		item->as.item.check =
		    str_is(mark, "[ ] ") ? CHECK_OPEN : CHECK_DONE;
		doc_drop(md->doc, text->pos, "markup", str_trim(mark));
		text->as.text.text = str_skip(text->as.text.text, 4);
		text->pos.col += 4;
	}
}

/* ---- numbers ---- */

struct number {
	size_t len;     /* of "3.1", "1." or "4)" at the front; 0: none */
	size_t parts;   /* 2 for "3.1" */
	bool is_closed; /* a full stop or bracket stands behind it */
};

static struct number
scan_number(struct str text)
{
	struct number number = { 0 };
	size_t at = 0, digits;

	for (;;) {
		for (digits = 0; at + digits < text.len &&
				 text.ptr[at + digits] >= '0' &&
				 text.ptr[at + digits] <= '9';)
			digits++;
		if (digits == 0 || digits > 3)
			break;
		at += digits;
		number.parts++;
		number.len = at;
		if (at == text.len || text.ptr[at] != '.')
			break;
		at++;
	}
	if (number.len > 0 && number.len < text.len &&
	    strchr(".)", text.ptr[number.len]) != NULL) {
		number.is_closed = true;
		number.len++;
	}
	return number;
}

static bool
is_month(struct str text)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
		if (str_starts(text, months[i]))
			return true;
	return false;
}

/* "3.1 Cyber", "1. Purpose", "4 Background"; but not "12 months" or "31 March
 * 2026", nor "2.5 million". */
static bool
is_heading_number(struct number number, struct str rest)
{
	uint32_t c;

	if (number.len == 0 || rest.len == 0)
		return false;
	if (number.is_closed || number.parts > 2)
		return true;
	c = utf8_next(&(struct str){ rest.ptr, rest.len });
	if (!utf8_is_upper(c) && utf8_is_word(c))
		return false;
	return number.parts > 1 || (number.len <= 2 && !is_month(rest));
}

/* Takes a number off the front of a text when white space is behind it; the
 * number, or empty. */
static struct str
take_number(struct node *text, bool bare)
{
	struct str all = text->as.text.text;
	struct number number = scan_number(all);
	struct str rest = str_skip(all, number.len), word = trim_left(rest);

	if (word.len == rest.len && !(rest.len == 0 && text->next != NULL &&
					text->next->kind == NODE_BREAK))
		return (struct str){ NULL, 0 };
	if (!is_heading_number(number, word))
		return (struct str){ NULL, 0 };
	if (!bare && number.parts == 1 && !number.is_closed)
		return (struct str){ NULL, 0 };
	text->as.text.text = rest;
	text->pos.col += (uint32_t)number.len; /* digits and stops */
	trim_node_left(text);
	return str_head(all, number.len);
}

static void
number_heading(struct node *heading)
{
	struct node *text = md_first_text(heading);

	/* a heading that is bold all over, as converters write it */
	if (text == NULL && heading->first != NULL &&
	    heading->first->kind == NODE_STRONG)
		text = md_first_text(heading->first);
	if (text != NULL)
		heading->as.heading.number = take_number(text, true);
}

/* ---- bullets before numbers ---- */

/* The one item of the list that a bullet holds on its own line, or NULL. */
static struct node *
numbered_in(const struct node *item)
{
	struct node *list = item->first;

	if (list == NULL || list->next != NULL || list->kind != NODE_LIST ||
	    !list->as.list.ordered || list->pos.line != item->pos.line)
		return NULL;
	return list->first == list->last ? list->first : NULL;
}

/* "- 2. text", as converters write numbered paragraphs: the bullet goes. */
static void
unwrap_numbers(struct node *list)
{
	for (struct node *item = list->first; item != NULL; item = item->next)
		if (item->kind != NODE_ITEM || numbered_in(item) == NULL)
			return;
	list->as.list.ordered = true;
	for (struct node *item = list->first; item != NULL; item = item->next) {
		struct node *inner = numbered_in(item);

		item->as.item.label = inner->as.item.label;
		item->as.item.check = inner->as.item.check;
		doc_node_unlink(item->first);
		doc_node_move_children(item, inner);
	}
}

static void
unwrap_all_numbers(struct md *md)
{
	struct walker walker = { .root = md->doc->root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_LIST &&
		    !walker.node->as.list.ordered)
			unwrap_numbers(walker.node);
}

/* ---- tidying ---- */

static void
append_space(struct md *md, struct node *soft)
{
	struct node *before = soft->prev;
	struct arena *arena = md->doc->arena;

	if (before != NULL && before->kind == NODE_TEXT) {
		before->as.text.text =
		    str_printf(arena, "%.*s ", STR_ARG(before->as.text.text));
		doc_node_unlink(soft);
		return;
	}
	soft->kind = NODE_TEXT;
	soft->flags = 0;
	soft->as.text.text = str_copy(arena, (struct str)STR(" "));
}

/* White space around the ends of lines goes, soft ends become one space. */
static void
tidy_break(struct md *md, struct node *node)
{
	struct node *prev = node->prev, *next = node->next;

	if (prev != NULL && prev->kind == NODE_TEXT) {
		prev->as.text.text = trim_right(prev->as.text.text);
		if (prev->as.text.text.len == 0)
			doc_node_unlink(prev);
	}
	if (next != NULL && next->kind == NODE_TEXT) {
		trim_node_left(next);
		if (next->as.text.text.len == 0)
			doc_node_unlink(next);
	}
	if (node->flags & MD_SOFT && node->prev != NULL &&
	    node->prev->kind == NODE_BREAK)
		doc_node_unlink(node);
	else if (node->flags & MD_SOFT)
		append_space(md, node);
}

static bool
is_blank_text(const struct node *node)
{
	return node->kind == NODE_TEXT &&
	       trim_left(node->as.text.text).len == 0;
}

/* Blocks begin and end with something that can be seen. */
static void
trim_block(struct node *block)
{
	while (block->first != NULL && (block->first->kind == NODE_BREAK ||
					   is_blank_text(block->first)))
		doc_node_unlink(block->first);
	while (block->last != NULL &&
	       (block->last->kind == NODE_BREAK || is_blank_text(block->last)))
		doc_node_unlink(block->last);
	if (block->first != NULL && block->first->kind == NODE_TEXT)
		trim_node_left(block->first);
	if (block->last != NULL && block->last->kind == NODE_TEXT)
		block->last->as.text.text =
		    trim_right(block->last->as.text.text);
}

static void
tidy(struct md *md, struct node *parent)
{
	struct node *next;

	if (!doc_kind_is_inline(parent->kind))
		trim_block(parent);
	for (struct node *child = parent->first; child != NULL; child = next) {
		/* a text behind a break may go: look again at its place */
		next = child->next;
		if (child->kind == NODE_BREAK) {
			struct node *before = child->prev;

			tidy_break(md, child);
			next = child->parent != NULL ? child->next
			       : before != NULL && before->parent == parent
				   ? before->next
				   : parent->first;
		} else if (child->kind == NODE_TEXT &&
			   child->as.text.text.len == 0) {
			doc_node_unlink(child);
		}
	}
}

/* ---- numbers that stand alone ---- */

/* "1.1." alone, before its paragraph. */
static void
join_number(struct node *paragraph)
{
	struct node *text = paragraph->first, *next = paragraph->next;
	struct number number;

	if (text == NULL || text->kind != NODE_TEXT || text->next != NULL)
		return;
	number = scan_number(text->as.text.text);
	if (number.parts < 2 || number.len != text->as.text.text.len)
		return;
	if (next == NULL || next->kind != NODE_PARAGRAPH ||
	    next->as.paragraph.number.len > 0) {
		paragraph->as.paragraph.number = text->as.text.text;
		doc_node_unlink(text);
		return;
	}
	next->as.paragraph.number = text->as.text.text;
	next->pos = paragraph->pos;
	doc_node_unlink(paragraph);
}

/* ---- all ---- */

struct holders {
	struct node **nodes;
	size_t count, cap;
};

static struct holders
find_holders(struct md *md)
{
	struct walker walker = { .root = md->doc->root };
	struct holders found = { 0 };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE ||
		    doc_kind_holds(walker.node->kind) != HOLDS_INLINES)
			continue;
		found.nodes = arena_push(md->scratch, found.nodes, &found.count,
		    &found.cap, sizeof(*found.nodes));
		found.nodes[found.count - 1] = walker.node;
	}
	return found;
}

static void
form_paragraph(struct md *md, struct node *paragraph)
{
	struct node *text;

	if (md_is_in_cell(paragraph)) {
		/* "a) Mend the wall" alone is what an action is called */
		if (!md_letters_take(md, paragraph, 2))
			md_cell_lines(md, paragraph);
		return;
	}
	if (md_fields_take(md, paragraph) || md_letters_take(md, paragraph, 1))
		return;
	text = md_first_text(paragraph);
	if (text != NULL)
		paragraph->as.paragraph.number = take_number(text, false);
}

/* "## Summary {#summary .unnumbered}": Pandoc's names for parts are for its
 * writers. */
static void
drop_attributes(struct md *md, struct node *heading)
{
	struct node *last = heading->last;
	struct pos pos;
	struct str text;
	size_t at;

	if (last == NULL || last->kind != NODE_TEXT)
		return;
	text = trim_right(last->as.text.text);
	if (!str_ends(text, "}"))
		return;
	for (at = text.len; at > 0 && text.ptr[at - 1] != '{'; at--)
		;
	if (at == 0 || at >= text.len || strchr("#.-", text.ptr[at]) == NULL)
		return;
	at--;
	pos = last->pos;
	pos.col += (uint32_t)utf8_count(str_head(text, at));
	doc_drop(md->doc, pos, "markup", str_skip(text, at));
	last->as.text.text = trim_right(str_head(text, at));
}

void
md_forms(struct md *md)
{
	struct holders holders;

	unwrap_all_numbers(md);
	holders = find_holders(md);
	for (size_t i = 0; i < holders.count; i++) {
		if (holders.nodes[i]->kind == NODE_HEADING) {
			drop_attributes(md, holders.nodes[i]);
			number_heading(holders.nodes[i]);
		} else if (holders.nodes[i]->kind == NODE_PARAGRAPH)
			form_paragraph(md, holders.nodes[i]);
	}
	holders = find_holders(md);
	for (size_t i = 0; i < holders.count; i++)
		tidy(md, holders.nodes[i]);
	for (size_t i = 0; i < holders.count; i++) {
		struct node *node = holders.nodes[i];

		if (node->kind != NODE_PARAGRAPH)
			continue;
		if (!md_is_in_cell(node))
			join_number(node);
		if (node->parent != NULL && node->first == NULL &&
		    node->as.paragraph.number.len == 0)
			doc_node_unlink(node);
	}
}
