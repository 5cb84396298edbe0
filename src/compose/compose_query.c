/* compose_query: XPath expressions of a template, compiled once when it is
 * loaded and kept on their attributes, asked of the view. */
#include "compose/compose_priv.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "base/collate.h"

/* The attributes that hold XPath. */
static bool
is_query(const xmlAttr *attr)
{
	static const char *const names[] = { "if", "select", "each", "rows",
		"sort", "group", "to", "except", "draw" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (xmlStrEqual(attr->name, BAD_CAST names[i]))
			return true;
	return false;
}

#if LIBXML_VERSION >= 21200
static void
keep_quiet(void *data, const xmlError *error)
#else
static void
keep_quiet(void *data, xmlErrorPtr error)
#endif
{
	(void)data;
	(void)error;
}

static bool
compile_attr(xmlAttr *attr, const char *path, struct msgs *msgs)
{
	xmlChar *text = xmlNodeListGetString(attr->doc, attr->children, 1);
	xmlXPathContext *context = xmlXPathNewContext(NULL);
	struct arena *scratch = arena_new();
	struct str unknown = { "", 0 };

	if (context != NULL) {
		context->error = keep_quiet;
		attr->_private =
		    xmlXPathCtxtCompile(context, text ? text : BAD_CAST "");
	}
	if (attr->_private == NULL)
		compose_xml_error(msgs, path, attr->parent,
		    "this is not an XPath expression",
		    str_from(text ? (const char *)text : ""),
		    "docs/templates.md shows what can be asked for");
	else
		unknown = compose_query_unknown(
		    scratch, str_from(text ? (const char *)text : ""));
	if (unknown.len > 0)
		compose_xml_error(msgs, path, attr->parent,
		    "XPath 1.0 has no such function, or nobody sets this "
		    "variable",
		    str_printf(scratch, "%.*s in %s=\"%s\"", STR_ARG(unknown),
			(const char *)attr->name,
			text ? (const char *)text : ""),
		    "the only variable is $column, inside <columns>; files "
		    "cannot be read from here");
	xmlXPathFreeContext(context);
	xmlFree(text);
	arena_free(scratch);
	return attr->_private != NULL && unknown.len == 0;
}

bool
compose_query_compile(xmlNode *root, const char *path, struct msgs *msgs)
{
	bool ok = true;

	for (xmlNode *at = root; at != NULL; at = compose_xml_next(root, at)) {
		if (at->type != XML_ELEMENT_NODE)
			continue;
		for (xmlAttr *attr = at->properties; attr != NULL;
		     attr = attr->next)
			if (is_query(attr) && !compile_attr(attr, path, msgs))
				ok = false;
	}
	return ok;
}

void
compose_query_free(xmlNode *root)
{
	for (xmlNode *at = root; at != NULL; at = compose_xml_next(root, at)) {
		if (at->type != XML_ELEMENT_NODE)
			continue;
		for (xmlAttr *attr = at->properties; attr != NULL;
		     attr = attr->next) {
			xmlXPathFreeCompExpr(attr->_private);
			attr->_private = NULL;
		}
	}
}

/* NULL when the step has no such attribute, or when what it asks makes no
 * sense of this document (a variable that is not set). The caller frees. */
xmlXPathObject *
compose_query(struct maker *maker, const xmlNode *step, const char *attr,
    xmlNode *context)
{
	const xmlAttr *found = xmlHasProp((xmlNode *)step, BAD_CAST attr);

	if (found == NULL || found->_private == NULL)
		return NULL;
	maker->xpath->node = context;
	maker->xpath->error = keep_quiet;
	return xmlXPathCompiledEval(found->_private, maker->xpath);
}

/* True without an "if". */
bool
compose_query_test(struct maker *maker, const xmlNode *step, xmlNode *context)
{
	xmlXPathObject *result;
	bool is_true;

	if (xmlHasProp((xmlNode *)step, BAD_CAST "if") == NULL)
		return true;
	result = compose_query(maker, step, "if", context);
	is_true = result != NULL && xmlXPathCastToBoolean(result);
	xmlXPathFreeObject(result);
	return is_true;
}

struct str
compose_query_text(struct maker *maker, const xmlNode *step, const char *attr,
    xmlNode *context)
{
	xmlXPathObject *result = compose_query(maker, step, attr, context);
	struct str text = { "", 0 };
	xmlChar *chars;

	if (result == NULL)
		return text;
	chars = xmlXPathCastToString(result);
	if (chars != NULL)
		text = str_copy(maker->arena, str_from((const char *)chars));
	xmlFree(chars);
	xmlXPathFreeObject(result);
	return text;
}

double
compose_query_number(struct maker *maker, const xmlNode *step, const char *attr,
    xmlNode *context)
{
	xmlXPathObject *result = compose_query(maker, step, attr, context);
	double number = result ? xmlXPathCastToNumber(result) : 0;

	xmlXPathFreeObject(result);
	return number;
}

/* ---- selections ---- */

struct sortable {
	xmlNode *node;
	struct str key;
	double number;
	size_t place; /* equal keys keep their order */
};

static int
sortable_cmp(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;
	int order = x->number < y->number   ? -1
		    : x->number > y->number ? 1
					    : str_cmp(x->key, y->key);

	if (order == 0)
		order = x->place < y->place ? -1 : x->place > y->place;
	return order;
}

/* By a text, in the order of the paper's language, or by a number if sort-as
 * says so. What has no key comes last. */
static void
sort(struct maker *maker, const xmlNode *step, struct selection *selection)
{
	struct str as = compose_xml_attr(maker->arena, step, "sort-as");
	struct sortable *items;

	if (xmlHasProp((xmlNode *)step, BAD_CAST "sort") == NULL ||
	    selection->count == 0)
		return;
	items = mem_alloc(selection->count * sizeof(*items));
	for (size_t i = 0; i < selection->count; i++) {
		items[i].node = selection->nodes[i];
		items[i].place = i;
		items[i].key = compose_query_text(
		    maker, step, "sort", selection->nodes[i]);
		if (items[i].key.len == 0)
			items[i].number = 1e300;
		else if (str_is(as, "number"))
			items[i].number = strtod(items[i].key.ptr, NULL);
		else
			items[i].key = collate_key(maker->arena, items[i].key,
			    maker->report->language);
	}
	qsort(items, selection->count, sizeof(*items), sortable_cmp);
	for (size_t i = 0; i < selection->count; i++)
		selection->nodes[i] = items[i].node;
	free(items);
}

struct selection
compose_query_nodes(struct maker *maker, const xmlNode *step, const char *attr,
    xmlNode *context)
{
	xmlXPathObject *result = compose_query(maker, step, attr, context);
	struct selection selection = { NULL, 0 };
	struct str most = compose_xml_attr(maker->arena, step, "most");

	if (result != NULL && result->type == XPATH_NODESET &&
	    result->nodesetval != NULL && result->nodesetval->nodeNr > 0) {
		selection.count = (size_t)result->nodesetval->nodeNr;
		selection.nodes = arena_alloc(
		    maker->arena, selection.count * sizeof(*selection.nodes));
		memcpy(selection.nodes, result->nodesetval->nodeTab,
		    selection.count * sizeof(*selection.nodes));
		sort(maker, step, &selection);
		if (most.len > 0 &&
		    strtoul(most.ptr, NULL, 10) < selection.count)
			selection.count = strtoul(most.ptr, NULL, 10);
	}
	xmlXPathFreeObject(result);
	return selection;
}
