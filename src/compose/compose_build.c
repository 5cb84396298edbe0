/* compose_build: the steps of a template, in order -> blocks of the report.
 * Each step either copies what an author wrote or adds wording of its own. */
#include "compose/compose_priv.h"

#include "base/arena.h"
#include "base/must.h"

struct node *
compose_new(struct maker *maker, enum node_kind kind, struct pos pos)
{
	struct node *node = doc_node_new(maker->arena, kind, pos);

	node->flags |= NODE_GENERATED;
	return node;
}

static void
build_para(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct node *paragraph =
	    compose_new(maker, NODE_PARAGRAPH, compose_view_ref(context)->pos);

	compose_inline(maker, paragraph, step, context);
	if (paragraph->first == NULL)
		return;
	if (str_is(compose_xml_attr(maker->arena, step, "quiet"), "yes"))
		paragraph->flags |= NODE_QUIET;
	doc_node_append(to, paragraph);
}

static void
build_item(struct maker *maker, struct node *list, const xmlNode *step,
    xmlNode *context)
{
	struct node *item =
	    compose_new(maker, NODE_ITEM, compose_view_ref(context)->pos);

	build_para(maker, item, step, context);
	if (item->first != NULL)
		doc_node_append(list, item);
}

static void
build_list(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct node *list =
	    compose_new(maker, NODE_LIST, compose_view_ref(context)->pos);

	list->as.list.tight = true;
	for (const xmlNode *at = step->children; at != NULL; at = at->next) {
		struct selection all;

		if (!compose_xml_is(at, "item"))
			continue;
		if (xmlHasProp((xmlNode *)at, BAD_CAST "each") == NULL) {
			if (compose_query_test(maker, at, context))
				build_item(maker, list, at, context);
			continue;
		}
		all = compose_query_nodes(maker, at, "each", context);
		for (size_t i = 0; i < all.count; i++)
			if (compose_query_test(maker, at, all.nodes[i]))
				build_item(maker, list, at, all.nodes[i]);
	}
	if (list->first != NULL)
		doc_node_append(to, list);
}

/* Sections come whole, or as what stands in them; their heading is left out
 * only if it is used already. */
static void
build_copy(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct selection all =
	    compose_query_nodes(maker, step, "select", context);
	struct str part = compose_xml_attr(maker->arena, step, "part");

	for (size_t i = 0; i < all.count; i++) {
		const struct node *node = compose_view_ref(all.nodes[i])->node;

		if (node == NULL)
			continue;
		if (node->kind == NODE_SECTION && str_is(part, "inside"))
			compose_copy_children(maker, to, node);
		else
			compose_copy(maker, to, node);
	}
}

/* What a later step will take is kept back from this one. */
static void
hold_back(struct maker *maker, const struct selection *held, bool is_held)
{
	for (size_t i = 0; i < held->count; i++) {
		const struct node *node =
		    compose_view_ref(held->nodes[i])->node;

		if (node != NULL)
			compose_marks_hold(maker->marks, node, is_held);
	}
}

static void
build_rest(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct str title = compose_title(maker, step, "title", context);
	struct selection held =
	    compose_query_nodes(maker, step, "except", context);
	struct node *section, *heading;

	hold_back(maker, &held, true);
	if (title.len == 0) {
		compose_rest(maker, to);
		hold_back(maker, &held, false);
		return;
	}
	section = compose_new(maker, NODE_SECTION, (struct pos){ 0 });
	heading = compose_new(maker, NODE_HEADING, (struct pos){ 0 });
	doc_text_append(maker->arena, heading, title, (struct pos){ 0 });
	heading->lang = compose_say_language(maker, step);
	doc_node_append(section, heading);
	compose_rest(maker, section);
	hold_back(maker, &held, false);
	if (heading->next != NULL)
		doc_node_append(to, section);
}

static void
build_contents(struct maker *maker, struct node *to, const xmlNode *step)
{
	struct node *node =
	    compose_new(maker, NODE_CONTENTS, (struct pos){ 0 });
	struct str of = compose_xml_attr(maker->arena, step, "of");

	if (str_is(of, "tables"))
		node->as.contents.of = CONTENTS_TABLES;
	else if (str_is(of, "figures"))
		node->as.contents.of = CONTENTS_FIGURES;
	doc_node_append(to, node);
}

static void
build_step(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	/* these ask "if" of each node that they are made for */
	if (compose_xml_is(step, "section")) {
		compose_section(maker, to, step, context);
		return;
	}
	if (!compose_query_test(maker, step, context))
		return;
	if (compose_xml_is(step, "para"))
		build_para(maker, to, step, context);
	else if (compose_xml_is(step, "list"))
		build_list(maker, to, step, context);
	else if (compose_xml_is(step, "fields"))
		compose_fields(maker, to, step, context);
	else if (compose_xml_is(step, "table"))
		compose_table(maker, to, step, context);
	else if (compose_xml_is(step, "figure"))
		compose_figure(maker, to, step, context);
	else if (compose_xml_is(step, "actions"))
		compose_actions(maker, to, step, context);
	else if (compose_xml_is(step, "copy"))
		build_copy(maker, to, step, context);
	else if (compose_xml_is(step, "index"))
		compose_index(maker, to);
	else if (compose_xml_is(step, "glossary"))
		compose_glossary(maker, to);
	else if (compose_xml_is(step, "rest"))
		build_rest(maker, to, step, context);
	else if (compose_xml_is(step, "leave"))
		compose_leave(maker);
	else if (compose_xml_is(step, "contents"))
		build_contents(maker, to, step);
}

void
compose_build(struct maker *maker, struct node *to, const xmlNode *steps,
    xmlNode *context)
{
	for (const xmlNode *at = steps ? steps->children : NULL; at != NULL;
	     at = at->next)
		if (at->type == XML_ELEMENT_NODE)
			build_step(maker, to, at, context);
}
