/* read_md_html_cell: what stands between a cell's tags -> its paragraphs,
 * lists and inlines. */
#include "read/read_md_html.h"

static const struct str none = { NULL, 0 };

/* ---- paragraphs ---- */

void
md_html_cell_part(struct md_html_cell *c)
{
	/* "<strong>" that nothing followed */
	while (c->inlines != NULL && c->inlines != c->paragraph &&
	       c->inlines->first == NULL) {
		struct node *empty = c->inlines;

		c->inlines = empty->parent;
		doc_node_unlink(empty);
	}
	c->paragraph = c->inlines = NULL;
	c->depth = 0;
}

void
md_html_cell_begin(struct md_html_cell *c, struct node *node)
{
	c->cell = c->at = node;
	c->lists = 0;
	md_html_cell_part(c);
}

void
md_html_cell_end(struct md_html_cell *c)
{
	md_html_cell_part(c);
	c->cell = c->at = NULL;
}

static struct node *
item_append(struct md_html_cell *c, struct pos pos, struct str label)
{
	struct node *item = doc_node_new(c->md->doc->arena, NODE_ITEM, pos);

	item->as.item.label = label;
	doc_node_append(c->at, item);
	c->at = item;
	return item;
}

static struct node *
inlines_of(struct md_html_cell *c, struct pos pos)
{
	if (c->paragraph == NULL && c->cell->kind != NODE_CELL) {
		c->paragraph = c->inlines = c->cell;
	} else if (c->paragraph == NULL) {
		if (c->at->kind == NODE_LIST)
			item_append(c, pos, none);
		c->paragraph = c->inlines =
		    doc_node_new(c->md->doc->arena, NODE_PARAGRAPH, pos);
		doc_node_append(c->at, c->paragraph);
	}
	c->paragraph->end_line = pos.line;
	return c->inlines;
}

static void
append_break(struct md_html_cell *c, struct pos pos, uint32_t flags)
{
	struct node *node = doc_node_new(c->md->doc->arena, NODE_BREAK, pos);

	if (c->paragraph == NULL)
		return;
	node->flags |= flags;
	doc_node_append(c->inlines, node);
}

void
md_html_cell_text(struct md_html_cell *c, struct str text)
{
	struct arena *arena = c->md->doc->arena;

	while (text.len > 0) {
		struct str line = str_head(text, str_find(text, "\n"));
		struct pos pos = md_html_pos(c->place, line.ptr);

		/* a space alone parts the words around it */
		if (str_trim(line).len > 0 ||
		    (line.len > 0 && c->paragraph != NULL))
			doc_text_append(arena, inlines_of(c, pos),
			    str_copy(arena, line), pos);
		text = str_skip(text, line.len);
		if (text.len == 0)
			break;
		append_break(c, pos, MD_SOFT);
		text = str_skip(text, 1);
	}
}

/* ---- inlines ---- */

static const struct {
	const char *name;
	enum node_kind kind;
} inlines[] = {
	{ "strong", NODE_STRONG },
	{ "b", NODE_STRONG },
	{ "em", NODE_EMPH },
	{ "i", NODE_EMPH },
	{ "del", NODE_STRIKE },
	{ "s", NODE_STRIKE },
	{ "strike", NODE_STRIKE },
	{ "a", NODE_LINK },
};

static void
inline_begin(
    struct md_html_cell *c, const struct md_token *token, enum node_kind kind)
{
	struct pos pos = md_html_pos(c->place, token->text.ptr);
	struct str url = md_token_attribute(token, "href");
	struct node *node;

	/* a link into a page that is not this one leads nowhere */
	if (c->depth == HTML_INLINES_MAX ||
	    (kind == NODE_LINK && (url.len == 0 || url.ptr[0] == '#')))
		return;
	node = doc_node_new(c->md->doc->arena, kind, pos);
	if (kind == NODE_LINK)
		node->as.link.url = str_copy(c->md->doc->arena, url);
	doc_node_append(inlines_of(c, pos), node);
	c->inlines = node;
	c->depth++;
}

static void
inline_end(struct md_html_cell *c, enum node_kind kind)
{
	struct node *node = c->inlines;
	size_t depth = c->depth;

	while (node != c->paragraph && node->kind != kind) {
		node = node->parent;
		depth--;
	}
	if (node == c->paragraph)
		return;
	c->inlines = node->parent;
	c->depth = depth - 1;
	if (node->first == NULL)
		doc_node_unlink(node);
}

static bool
take_inline(struct md_html_cell *c, const struct md_token *token)
{
	for (size_t i = 0; i < sizeof(inlines) / sizeof(*inlines); i++) {
		if (!str_is_nocase(token->name, inlines[i].name))
			continue;
		if (!token->is_end)
			inline_begin(c, token, inlines[i].kind);
		else if (c->paragraph != NULL)
			inline_end(c, inlines[i].kind);
		return true;
	}
	return false;
}

/* ---- lists ---- */

static struct str
roman(struct arena *arena, uint32_t value)
{
	static const struct {
		uint32_t value;
		const char *sign;
	} signs[] = { { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" },
		{ 1, "i" } };
	struct buf buf = BUF_INIT;
	struct str text;

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		for (; value >= signs[i].value; value -= signs[i].value)
			buf_puts(&buf, signs[i].sign);
	text = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* What a browser would put before an item. */
static struct str
label_of(struct md_html_cell *c)
{
	struct arena *arena = c->md->doc->arena;
	uint32_t value = c->open[c->lists].next++;
	char form = c->open[c->lists].form;

	if (form == '\0')
		return none;
	if ((form | 32) == 'a' && value >= 1 && value <= 26)
		return str_printf(arena, "%c.", form + (char)value - 1);
	if (form == 'i' && value >= 1 && value < 40)
		return str_printf(
		    arena, "%s.", roman(c->md->scratch, value).ptr);
	return str_printf(arena, "%u.", value);
}

static uint32_t
number_of(struct str text, uint32_t otherwise)
{
	uint32_t value = 0;

	for (size_t i = 0; i < text.len && i < 6; i++) {
		if (!str_is_digit(text.ptr[i]))
			return otherwise;
		value = value * 10 + (uint32_t)(text.ptr[i] - '0');
	}
	return text.len > 0 ? value : otherwise;
}

static void
list_begin(struct md_html_cell *c, const struct md_token *token)
{
	struct pos pos = md_html_pos(c->place, token->text.ptr);
	bool is_ordered = str_is_nocase(token->name, "ol");
	struct str form = md_token_attribute(token, "type");
	struct node *list;

	md_html_cell_part(c);
	if (c->lists == HTML_LISTS_MAX || c->cell->kind != NODE_CELL)
		return;
	/* a list straight in another: in its last item */
	if (c->at->kind == NODE_LIST && c->at->last != NULL)
		c->at = c->at->last;
	else if (c->at->kind == NODE_LIST)
		item_append(c, pos, none);
	list = doc_node_new(c->md->doc->arena, NODE_LIST, pos);
	list->as.list.ordered = is_ordered;
	list->as.list.tight = true;
	doc_node_append(c->at, list);
	c->at = list;
	c->lists++;
	c->open[c->lists].next =
	    number_of(md_token_attribute(token, "start"), 1);
	c->open[c->lists].form = !is_ordered     ? '\0'
				 : form.len == 1 ? form.ptr[0]
						 : '1';
}

static void
list_end(struct md_html_cell *c)
{
	md_html_cell_part(c);
	if (c->lists == 0)
		return;
	if (c->at->kind == NODE_ITEM)
		c->at = c->at->parent;
	c->at = c->at->parent;
	c->lists--;
}

static void
item_part(struct md_html_cell *c, const struct md_token *token)
{
	struct pos pos = md_html_pos(c->place, token->text.ptr);

	md_html_cell_part(c);
	if (c->lists == 0)
		return;
	if (c->at->kind == NODE_ITEM)
		c->at = c->at->parent;
	if (!token->is_end)
		item_append(c, pos, label_of(c));
}

static bool
take_list(struct md_html_cell *c, const struct md_token *token)
{
	if (str_is_nocase(token->name, "li"))
		item_part(c, token);
	else if (!str_is_nocase(token->name, "ul") &&
		 !str_is_nocase(token->name, "ol"))
		return false;
	else if (token->is_end)
		list_end(c);
	else
		list_begin(c, token);
	return true;
}

/* ---- tags ---- */

/* What is no more than its words. */
static bool
is_plain(const struct md_token *token)
{
	static const char *const names[] = { "br", "p", "div", "span", "sup",
		"sub", "u", "small", "code", "abbr", "mark", "ins", "a",
		"strong", "b", "em", "i", "del", "s", "strike", "ul", "ol",
		"li", NULL };

	return md_token_is_named(token, names);
}

void
md_html_cell_tag(struct md_html_cell *c, const struct md_token *token)
{
	struct pos pos = md_html_pos(c->place, token->text.ptr);

	md_html_drop(c->md, is_plain(token) ? NULL : c->block, token, pos);
	if (md_token_is_break(token)) {
		append_break(c, pos, 0);
		return;
	}
	if (take_inline(c, token) || take_list(c, token))
		return;
	if (!md_token_is_phrase(token))
		md_html_cell_part(c);
}
