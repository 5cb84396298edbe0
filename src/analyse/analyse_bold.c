/* analyse_bold: lines in bold that stand alone, where a draft has no headings
 * of its own:
 *
 *     **Purpose of report**
 *
 *     To tell members how the year went.
 *
 * That is how Word's documents come out of a converter when their author made
 * headings with the B button. And numbered lines that are underlined, which
 * CommonMark takes for a list and a rule. Works on the flat list of blocks of
 * Markdown. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	HEADING_MAX_WORDS = 14,
	OWN_HEADINGS = 1, /* the title alone may be marked */
	LEVEL = 2
};

/* All of the block's text is strong; gives the node that holds it. */
static struct node *
strong_of(const struct node *block)
{
	struct node *strong = block->first;

	if (block->kind != NODE_PARAGRAPH || strong == NULL ||
	    strong != block->last)
		return NULL;
	if (strong->kind == NODE_EMPH && strong->first == strong->last &&
	    strong->first != NULL)
		strong = strong->first;
	return strong->kind == NODE_STRONG ? strong : NULL;
}

static bool
is_one_line(const struct node *strong)
{
	for (const struct node *at = strong->first; at; at = at->next)
		if (at->kind == NODE_BREAK)
			return false;
	return true;
}

/* What a heading stands above: text, and not another line in bold. */
static bool
heads_text(const struct node *block)
{
	const struct node *next = block->next;

	if (next == NULL || strong_of(next) != NULL)
		return false;
	switch ((int)next->kind) {
	case NODE_PARAGRAPH:
	case NODE_LIST:
	case NODE_TABLE:
	case NODE_FIELDS:
	case NODE_QUOTE:
		return true;
	default:
		return false;
	}
}

static bool
may_head(struct analysis *a, const struct node *block)
{
	struct str text;

	if (strong_of(block) == NULL || !is_one_line(strong_of(block)) ||
	    block->as.paragraph.number.len > 0)
		return false;
	text = analyse_text(a, block);
	return text.len > 0 && analyse_word_count(text) <= HEADING_MAX_WORDS &&
	       !str_ends(text, ".") && !str_ends(text, ",") &&
	       !str_ends(text, ";");
}

static void
make_heading(struct analysis *a, struct node *block, int level)
{
	struct node *strong = strong_of(block);
	struct str text, number, rest;
	int depth;

	while (block->first != NULL)
		doc_node_unlink(block->first);
	doc_node_move_children(block, strong);
	block->kind = NODE_HEADING;
	block->as.heading.number = (struct str){ NULL, 0 };
	block->as.heading.level = level;
	text = doc_text(a->doc->arena, block);
	if (level == 1 || !analyse_number_split(text, &number, &rest) ||
	    analyse_number_depth(number) == 0 || rest.len == 0)
		return;
	block->as.heading.number = str_trim(str_range(text.ptr, rest.ptr));
	analyse_text_cut(block, (size_t)(rest.ptr - text.ptr));
	depth = analyse_number_depth(number);
	block->as.heading.level += depth > 1 ? depth - 1 : 0;
}

/* The words of such a line without its number. */
static struct str
words_of(struct analysis *a, const struct node *block)
{
	struct str text = analyse_text(a, block), number, rest;

	return analyse_number_split(text, &number, &rest) ? rest : text;
}

static bool
is_known(struct analysis *a, const struct node *block)
{
	return may_head(a, block) && heads_text(block) &&
	       analyse_is_generic_title(a, words_of(a, block));
}

/* Sections of reports tell that such lines are headings; a line or two in bold
 * alone may be emphasis. */
static bool
are_headings(struct analysis *a, size_t own)
{
	for (const struct node *node = a->doc->root->first;
	     own <= OWN_HEADINGS && node != NULL; node = node->next)
		if (is_known(a, node))
			return true;
	return false;
}

/* Above the first section, where no heading is marked as one. */
static void
take_title(struct analysis *a)
{
	for (struct node *node = a->doc->root->first;
	     node != NULL && !is_known(a, node); node = node->next)
		if (may_head(a, node) &&
		    !analyse_is_letterhead(a, analyse_text(a, node))) {
			make_heading(a, node, 1);
			return;
		}
}

/* "1. Introduction" with hyphens right below it. Gives the node in its place.
 */
static struct node *
take_underlined(struct analysis *a, struct node *list)
{
	struct node *item = list->first, *rule = list->next, *text;

	if (list->kind != NODE_LIST || !list->as.list.ordered || item == NULL ||
	    item->next != NULL || rule == NULL || rule->kind != NODE_RULE ||
	    rule->pos.line != list->pos.line + 1)
		return list;
	text = item->first;
	if (text == NULL || text->next != NULL ||
	    text->kind != NODE_PARAGRAPH ||
	    analyse_word_count(analyse_text(a, text)) > HEADING_MAX_WORDS)
		return list;
	doc_node_unlink(rule);
	doc_node_unlink(text);
	text->kind = NODE_HEADING;
	text->as.heading.number = item->as.item.label;
	text->as.heading.level = LEVEL;
	text->pos = list->pos;
	doc_node_insert_before(list, text);
	doc_node_unlink(list);
	return text;
}

void
analyse_bold(struct analysis *a)
{
	size_t own = 0;

	for (const struct node *node = a->doc->root->first; node;
	     node = node->next)
		own += node->kind == NODE_HEADING;
	if (a->doc->syntax != SYNTAX_MARKDOWN)
		return;
	for (struct node *node = a->doc->root->first; node; node = node->next)
		node = take_underlined(a, node);
	if (!are_headings(a, own))
		return;
	if (own == 0)
		take_title(a);
	for (struct node *node = a->doc->root->first; node; node = node->next)
		if (may_head(a, node) && heads_text(node) &&
		    !analyse_is_letterhead(a, analyse_text(a, node)))
			make_heading(a, node, LEVEL);
}
