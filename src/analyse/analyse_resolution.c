/* analyse_resolution: what was decided, as minutes and records of decisions
 * tell it: "RESOLVED: That the report be noted.", "The committee resolved
 * that:" above a list, "Penderfynwyd nodi'r adroddiad." */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

static const char *const openings[] = { "it was unanimously resolved",
	"it was resolved", "unanimously resolved", "resolved unanimously",
	"resolved", "penderfynwyd yn unfrydol", "penderfynwyd", NULL };

static void
take_item(struct analysis *a, struct str number, struct node *node)
{
	struct plan_item item = analyse_item(a, number, node);

	if (item.text.len > 0)
		*PLAN_PUSH(a, resolutions) = item;
}

/* What follows the word that opens a resolution, without the mark between. The
 * whole of it if a sentence runs on: "Resolved to note the report". */
static bool
opens(struct str text, struct str *rest)
{
	size_t i = 0;
	uint32_t next;

	while (openings[i] != NULL && !str_starts_nocase(text, openings[i]))
		i++;
	if (openings[i] == NULL)
		return false;
	*rest = str_skip(text, str_from(openings[i]).len);
	next = utf8_next(&(struct str){ rest->ptr, rest->len });
	if (rest->len > 0 && utf8_is_word(next))
		return false; /* another word: "Resolvedly" */
	*rest = str_trim(*rest);
	while (rest->len > 0) {
		struct str after = *rest;

		next = utf8_next(&after);
		if (utf8_is_word(next) || next == '(' || next == '"')
			break;
		*rest = str_trim(after);
	}
	return true;
}

/* Does the text end in words that leave the resolutions to a list below? */
static bool
leads_on(struct str text)
{
	static const char *const ends[] = { "resolved", "resolved that",
		"resolved to", "resolved unanimously",
		"resolved unanimously that", "resolved as follows",
		"penderfynwyd", "penderfynodd y pwyllgor",
		"penderfynodd y cabinet", "penderfynwyd yn unfrydol", NULL };

	text = str_trim(text);
	if (str_ends(text, ":") || str_ends(text, "-"))
		text = str_trim(str_head(text, text.len - 1));
	else if (str_ends(text, "–"))
		text = str_trim(str_head(text, text.len - str_from("–").len));
	for (size_t i = 0; ends[i] != NULL; i++) {
		size_t len = str_from(ends[i]).len;

		if (text.len >= len &&
		    str_is_nocase(str_skip(text, text.len - len), ends[i]))
			return true;
	}
	return false;
}

static void
take_list(struct analysis *a, struct node *list)
{
	if (list == NULL || list->kind != NODE_LIST)
		return;
	list->role = ROLE_RESOLUTION;
	for (struct node *item = list->first; item; item = item->next)
		take_item(a, item->as.item.label, item);
}

/* What stands behind a block: in fields, behind all of them. */
static struct node *
block_behind(struct node *node)
{
	if (node->kind == NODE_FIELD)
		return node->next == NULL ? node->parent->next : NULL;
	return node->next;
}

/* Was it taken with the section that it stands in? */
static bool
is_taken(const struct node *node)
{
	return node->parent != NULL && node->parent->kind == NODE_SECTION &&
	       node->parent->role == ROLE_DECISION;
}

static void
look_in(struct analysis *a, struct node *node, struct str text)
{
	struct plan_item item;
	struct str rest;

	if (leads_on(text)) {
		take_list(a, block_behind(node));
		return;
	}
	if (!opens(text, &rest))
		return;
	if (analyse_word_count(rest) < 2)
		return;
	node->role = ROLE_RESOLUTION;
	item = analyse_item(a,
	    node->kind == NODE_PARAGRAPH ? node->as.paragraph.number
					 : (struct str){ NULL, 0 },
	    node);
	item.text = rest;
	*PLAN_PUSH(a, resolutions) = item;
	if (str_ends(rest, ":"))
		take_list(a, block_behind(node));
}

/* "Decision: that the order be made" */
static bool
is_decision(struct analysis *a, const struct node *field)
{
	return analyse_section_role(a, field->as.field.name) == ROLE_DECISION &&
	       !opens(field->as.field.name, &(struct str){ NULL, 0 }) &&
	       analyse_word_count(analyse_text(a, field)) > 2;
}

/* "RESOLVED: That the report be noted" may look like a heading, or like a
 * label and its value. */
void
analyse_resolutions(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;
		struct str rest;

		if (walker.event == WALK_LEAVE)
			continue;
		switch ((int)node->kind) {
		case NODE_SECTION:
			if (node->role == ROLE_DECISION)
				analyse_section_items(a, node, take_item);
			break;
		case NODE_PARAGRAPH:
			if (!is_taken(node))
				look_in(a, node, analyse_text(a, node));
			break;
		case NODE_FIELD:
			if (is_decision(a, node))
				take_item(a, (struct str){ NULL, 0 }, node);
			else if (opens(node->as.field.name, &rest))
				look_in(a, node,
				    str_printf(a->doc->arena, "%.*s: %.*s",
					STR_ARG(node->as.field.name),
					STR_ARG(analyse_text(a, node))));
			break;
		case NODE_HEADING:
			if (node->role != ROLE_TITLE && !is_taken(node) &&
			    opens(analyse_text(a, node), &rest))
				look_in(a, node, analyse_text(a, node));
			break;
		case NODE_TABLE:
		case NODE_QUOTE:
		case NODE_NOTES:
			doc_walk_skip(&walker);
			break;
		default:
			break;
		}
	}
}
