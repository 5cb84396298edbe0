/* html_anchor: what makes parts of the page citable and its actions findable:
 * ids for paragraphs that have none, the link that every citable part shows,
 * and what the page's script is told of an action. Knows the plan; adds no
 * words to what a reader is told. */
#include "html_priv.h"

#include "base/arena.h"

void
html_anchors_gather(struct html_page *page)
{
	struct walker walker = { .root = page->report->root };
	const struct plan *plan = page->report->doc->plan;

	for (size_t i = 0; plan != NULL && i < plan->actions_count; i++)
		map_add(
		    page->scratch, &page->actions, plan->actions[i].anchor, i);
	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER && walker.node->id.len > 0)
			map_add(page->scratch, &page->ids, walker.node->id, 0);
}

const struct plan_action *
html_action_of(const struct html_page *page, const struct node *node)
{
	const size_t *index =
	    node->id.len > 0 ? map_find(&page->actions, node->id) : NULL;

	return index ? &page->report->doc->plan->actions[*index] : NULL;
}

/* ---- ids ---- */

/* Does the author speak in it, and to the reader? Then it can be cited. */
static bool
is_citable(const struct node *node)
{
	enum node_kind parent = node->parent->kind;

	return (parent == NODE_SECTION || parent == NODE_DOCUMENT) &&
	       !(node->flags & (NODE_GENERATED | NODE_QUIET)) &&
	       node->role != ROLE_SIGNATURE && node->role != ROLE_TITLE;
}

struct str
html_paragraph_id(struct html_page *page, const struct node *node)
{
	const struct node *parent = node->parent;
	struct str id = node->id;
	size_t nth = 1;

	if (id.len > 0 || !is_citable(node))
		return id;
	/* the last one is remembered: no counting from the front each time */
	if (page->counted == parent)
		nth = page->counted_paragraphs + 1;
	do
		id = str_printf(page->scratch, "%.*s_%zu",
		    STR_ARG(parent->id.len > 0 ? parent->id : str_from("p")),
		    nth++);
	while (!map_add(page->scratch, &page->ids, id, 0));
	page->counted = parent;
	page->counted_paragraphs = nth - 1;
	return id;
}

/* ---- the links ---- */

static struct str
bare_number(struct str number)
{
	while (number.len > 0 && number.ptr[number.len - 1] == '.')
		number.len--;
	return number;
}

static bool
is_recommendation(const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->role == ROLE_RECOMMENDATIONS)
			return true;
	return false;
}

/* What the link says to those who meet it without what is around it. */
static struct str
link_name(struct html_page *page, const struct node *node)
{
	const struct plan_action *action = html_action_of(page, node);
	enum word word = WORD_LINK_PARAGRAPH;
	struct str number = { NULL, 0 };

	if (action != NULL) {
		word = WORD_LINK_ACTION;
		number = action->id.len > 0 ? action->id : action->title;
	} else if (node->kind == NODE_ITEM) {
		number = node->as.item.label;
	} else if (node->kind == NODE_PARAGRAPH) {
		number = node->as.paragraph.number;
	}
	if (number.len == 0)
		return html_word(page, WORD_LINK_THIS);
	if (action == NULL && is_recommendation(node))
		word = WORD_LINK_RECOMMENDATION;
	return words_fill(page->scratch, &page->report->words, word,
	    bare_number(number), (struct str){ NULL, 0 });
}

void
html_anchor(struct html_page *page, const struct node *node, struct str id)
{
	html_put(page, str_from(" "));
	html_open(page, "a");
	html_class(page, "anchor");
	html_attr(
	    page, "href", str_printf(page->scratch, "#%.*s", STR_ARG(id)));
	html_attr(page, "aria-label", link_name(page, node));
	html_close(page);
}

/* ---- actions ---- */

static void
names(struct html_page *page, const struct name_list *list)
{
	struct buf value = BUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		buf_puts(&value, i > 0 ? "\n" : "");
		buf_put_str(&value, list->names[i]);
	}
	html_attr(page, "data-owner", buf_str(&value));
	buf_clear(&value);
}

void
html_action_data(struct html_page *page, const struct node *node)
{
	const struct plan_action *action = html_action_of(page, node);
	const struct plan *plan = page->report->doc->plan;

	if (action == NULL)
		return;
	html_attr(page, "data-state",
	    str_from(action->state == STATE_NONE
			 ? "none"
			 : doc_state_name(action->state)));
	if (action->owners.count > 0 || action->leads.count > 0)
		names(page, action->owners.count > 0 ? &action->owners
						     : &action->leads);
	if (action->theme != PLAN_NONE)
		html_attr(page, "data-theme", plan->themes[action->theme].id);
	if (action->overdue)
		html_attr(page, "data-overdue", str_from(""));
}

/* A date as the draft writes it does not sort; this is the same one as it
 * does. */
void
html_date_data(struct html_page *page, const struct node *cell)
{
	const struct plan_action *action = html_action_of(page, cell->parent);
	struct str text;

	if (action == NULL || cell->first == NULL)
		return;
	text = doc_text(page->scratch, cell);
	for (size_t i = 0; i < action->date_count; i++) {
		const struct plan_date *date = &action->dates[i];

		if (date->text.len == 0 ||
		    str_find(text, str_copy(page->scratch, date->text).ptr) ==
			(size_t)-1)
			continue;
		html_attr(page, "data-sort",
		    plan_date_iso(page->scratch, date->date));
		return;
	}
}
