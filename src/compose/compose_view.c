/* compose_view: the analysed document -> the XML tree that a template's XPath
 * looks at. docs/templates.md lists its elements and attributes. Only what a
 * template can ask for is in it; the author's blocks hang on as references. */
#include "compose/compose_priv.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/must.h"

const struct view_ref *
compose_view_ref(const xmlNode *at)
{
	static const struct view_ref none = { .action = PLAN_NONE };

	/* an attribute stands for what its element stands for */
	while (at != NULL && at->type != XML_ELEMENT_NODE)
		at = at->parent;
	return at != NULL && at->_private != NULL ? at->_private : &none;
}

xmlNode *
compose_view_add(struct view *view, xmlNode *parent, const char *name,
    const struct node *node, struct pos pos)
{
	struct view_ref *ref = arena_alloc(view->arena, sizeof(*ref));
	xmlNode *at = xmlNewDocNode(view->doc, NULL, BAD_CAST name, NULL);

	must(at != NULL);
	ref->node = node;
	ref->action = PLAN_NONE;
	ref->pos = pos;
	at->_private = ref;
	if (parent != NULL)
		xmlAddChild(parent, at);
	return at;
}

void
compose_view_set(
    struct view *view, xmlNode *at, const char *name, struct str value)
{
	if (value.len == 0)
		return; /* so that "@name" asks whether there is one */
	value = str_copy(view->arena, value);
	xmlNewProp(at, BAD_CAST name, BAD_CAST value.ptr);
}

void
compose_view_set_count(xmlNode *at, const char *name, size_t count)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%zu", count);
	xmlNewProp(at, BAD_CAST name, BAD_CAST digits);
}

static void
set_date(struct view *view, xmlNode *at, const char *name, struct date date)
{
	struct str iso_name = str_printf(view->arena, "%s-iso", name);

	compose_view_set(
	    view, at, name, words_date(view->arena, view->words, date));
	compose_view_set(
	    view, at, iso_name.ptr, plan_date_iso(view->arena, date));
}

static void
add_attributes(struct view *view, const struct doc *doc)
{
	const struct plan *plan = doc->plan;
	xmlNode *at = view->report;
	size_t dated = 0;

	compose_view_set(view, at, "title", plan->title);
	compose_view_set(
	    view, at, "type", str_from(plan_type_name(plan->type)));
	compose_view_set(view, at, "organisation", plan->organisation);
	compose_view_set(view, at, "committee", plan->committee);
	compose_view_set(view, at, "reference", plan->reference);
	compose_view_set(view, at, "language", plan->language);
	set_date(view, at, "date", plan->date);
	set_date(view, at, "from", plan->from);
	set_date(view, at, "to", plan->to);
	set_date(view, at, "as-of", plan->as_of);
	if (plan->as_of_source != NULL)
		compose_view_set(
		    view, at, "as-of-source", str_from(plan->as_of_source));
	compose_view_set_count(at, "actions", plan->actions_count);
	compose_view_set_count(at, "themes", plan->themes_count);
	compose_view_set_count(at, "objectives", plan->objectives_count);
	compose_view_set_count(at, "overdue", plan_overdue_count(plan));
	for (size_t i = 0; i < plan->actions_count; i++)
		dated += plan->actions[i].due.year > 0;
	compose_view_set_count(at, "dated", dated);
}

/* One more of that kind: <repairs><kind name="joined-row" count="2"/>. There
 * are a dozen kinds at most. */
static void
count_kind(struct view *view, xmlNode *list, const char *kind)
{
	xmlNode *at = list->children;
	xmlChar *count;

	while (at != NULL) {
		xmlChar *name = xmlGetNoNsProp(at, BAD_CAST "name");
		bool found = xmlStrEqual(name, BAD_CAST kind);

		xmlFree(name);
		if (found)
			break;
		at = at->next;
	}
	if (at == NULL) {
		at = compose_view_add(
		    view, list, "kind", NULL, (struct pos){ 0 });
		compose_view_set(view, at, "name", str_from(kind));
		compose_view_set_count(at, "count", 1);
		return;
	}
	count = xmlGetNoNsProp(at, BAD_CAST "count");
	xmlUnsetProp(at, BAD_CAST "count");
	compose_view_set_count(
	    at, "count", strtoul((const char *)count, NULL, 10) + 1);
	xmlFree(count);
}

/* What was put right and what was left out, by kind. */
static void
add_changes(struct view *view, const struct doc *doc)
{
	xmlNode *repairs = compose_view_add(
	    view, view->report, "repairs", NULL, (struct pos){ 0 });
	xmlNode *dropped = compose_view_add(
	    view, view->report, "dropped", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < doc->repair_count; i++)
		count_kind(view, repairs, doc->repairs[i].kind);
	for (size_t i = 0; i < doc->dropped_count; i++)
		count_kind(view, dropped, doc->dropped[i].kind);
}

static void
add_authors(struct view *view, const struct plan *plan)
{
	xmlNode *list = compose_view_add(
	    view, view->report, "authors", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < plan->authors_count; i++) {
		const struct plan_author *author = &plan->authors[i];
		xmlNode *at = compose_view_add(
		    view, list, "author", NULL, (struct pos){ 0 });

		compose_view_set(view, at, "name", author->name);
		compose_view_set(view, at, "role", author->role);
		compose_view_set(view, at, "contact", author->contact);
	}
}

static bool
is_cover(const struct node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->role == ROLE_COVER)
			return true;
	return false;
}

/* A named value: a cover field or an implication. */
static xmlNode *
add_named(struct view *view, xmlNode *list, const char *element,
    struct str name, struct str text, const struct node *node, struct pos pos)
{
	xmlNode *at = compose_view_add(view, list, element, node, pos);
	struct view_ref *ref = at->_private;

	ref->name = name;
	ref->text = text;
	compose_view_set(view, at, "name", name);
	compose_view_set(view, at, "value", text);
	return at;
}

static void
add_fields(struct view *view, const struct plan *plan)
{
	xmlNode *list = compose_view_add(
	    view, view->report, "fields", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < plan->fields_count; i++) {
		const struct plan_field *field = &plan->fields[i];
		xmlNode *at = add_named(view, list, "field", field->name,
		    field->value, field->node, field->pos);

		if (field->node == NULL || is_cover(field->node))
			compose_view_set(view, at, "cover", str_from("yes"));
	}
}

static void
add_items(struct view *view, const char *list_name, const char *name,
    const struct plan_item *items, size_t count)
{
	xmlNode *list = compose_view_add(
	    view, view->report, list_name, NULL, (struct pos){ 0 });

	for (size_t i = 0; i < count; i++) {
		xmlNode *at = compose_view_add(
		    view, list, name, items[i].node, items[i].pos);

		compose_view_set(view, at, "number", items[i].number);
		compose_view_set(view, at, "text", items[i].text);
		if (items[i].node != NULL)
			compose_view_set(view, at, "id", items[i].node->id);
	}
}

static void
add_abbreviations(struct view *view, const struct plan *plan)
{
	xmlNode *list = compose_view_add(
	    view, view->report, "abbreviations", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < plan->abbreviations_count; i++) {
		const struct plan_abbreviation *one = &plan->abbreviations[i];
		xmlNode *at = compose_view_add(
		    view, list, "abbreviation", NULL, one->pos);

		compose_view_set(view, at, "text", one->text);
		compose_view_set(view, at, "expansion", one->expansion);
		compose_view_set(view, at, "language", one->language);
	}
}

static void
add_implications(struct view *view, const struct plan *plan)
{
	xmlNode *list = compose_view_add(
	    view, view->report, "implications", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < plan->implications_count; i++) {
		const struct plan_implication *one = &plan->implications[i];

		add_named(view, list, "implication", one->name, one->text,
		    one->node, one->pos);
	}
}

static void
add_appendices(struct view *view, const struct plan *plan)
{
	xmlNode *list = compose_view_add(
	    view, view->report, "appendices", NULL, (struct pos){ 0 });

	for (size_t i = 0; i < plan->appendices_count; i++) {
		const struct plan_appendix *one = &plan->appendices[i];
		xmlNode *at = compose_view_add(
		    view, list, "appendix", one->node, one->pos);

		compose_view_set(view, at, "label", one->label);
		compose_view_set(view, at, "title", one->title);
	}
}

static void
set_section(struct view *view, xmlNode *at, const struct node *section)
{
	const struct node *heading = section->first;
	struct str text;

	if (heading == NULL || heading->kind != NODE_HEADING)
		return;
	compose_view_set(view, at, "number", heading->as.heading.number);
	text = doc_text(view->arena, heading);
	compose_view_set(view, at, "title", text);
	text = str_trim(str_lower(view->arena, text));
	while (str_ends(text, ":") || str_ends(text, "."))
		text = str_trim(str_head(text, text.len - 1));
	compose_view_set(view, at, "key", text);
}

/* The draft as it stands: sections in sections, and their blocks. What stands
 * in a block is not shown: a template takes blocks whole. */
static void
add_draft(struct view *view, const struct doc *doc)
{
	struct walker walker = { .root = doc->root };
	xmlNode *at = NULL;

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		bool is_section =
		    node->kind == NODE_SECTION || node->kind == NODE_DOCUMENT;
		xmlNode *made;

		if (walker.event == WALK_LEAVE) {
			if (is_section)
				at = at->parent;
			continue;
		}
		made = compose_view_add(view, at ? at : view->report,
		    node->kind == NODE_DOCUMENT  ? "draft"
		    : node->kind == NODE_SECTION ? "section"
						 : "block",
		    node, node->pos);
		compose_view_set(
		    view, made, "role", str_from(doc_role_name(node->role)));
		compose_view_set(view, made, "id", node->id);
		if (is_section) {
			set_section(view, made, node);
			at = made;
		} else {
			compose_view_set(view, made, "kind",
			    str_from(doc_kind_name(node->kind)));
			doc_walk_skip(&walker);
		}
	}
}

void
compose_view_make(struct view *view, const struct doc *doc,
    const struct words *words, const struct scheme *scheme, struct arena *arena)
{
	view->arena = arena;
	view->words = words;
	view->scheme = scheme;
	view->doc = xmlNewDoc(BAD_CAST "1.0");
	must(view->doc != NULL);
	view->report = compose_view_add(
	    view, NULL, "report", doc->root, (struct pos){ 0 });
	xmlDocSetRootElement(view->doc, view->report);
	add_attributes(view, doc);
	add_changes(view, doc);
	add_authors(view, doc->plan);
	add_fields(view, doc->plan);
	add_items(view, "recommendations", "recommendation",
	    doc->plan->recommendations, doc->plan->recommendations_count);
	add_items(view, "resolutions", "resolution", doc->plan->resolutions,
	    doc->plan->resolutions_count);
	add_items(view, "background", "paper", doc->plan->background,
	    doc->plan->background_count);
	add_implications(view, doc->plan);
	add_appendices(view, doc->plan);
	add_abbreviations(view, doc->plan);
	compose_view_plan(view, doc);
	add_draft(view, doc);
	/* numbers the elements, without which sorting them is quadratic */
	xmlXPathOrderDocElems(view->doc);
}

void
compose_view_clear(struct view *view)
{
	xmlFreeDoc(view->doc);
	view->doc = NULL;
}
