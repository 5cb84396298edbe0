/* compose_change: the <change> of a template that extends another: single
 * steps, columns, fields and items of the other's, found by their id, are
 * replaced, taken out, or have others put beside them. */
#include "compose/compose_priv.h"

#include "base/arena.h"
#include "base/buf.h"

/* What may stand beside one another. */
enum class { CLASS_STEP, CLASS_COLUMN, CLASS_FIELD, CLASS_ITEM };

static enum class class_of(const xmlNode *node) {
	if (compose_xml_is(node, "column") ||
	    compose_xml_is(node, "columns")) return CLASS_COLUMN;
	if (compose_xml_is(node, "field") ||
	    compose_xml_is(node, "draft-fields")) return CLASS_FIELD;
	return compose_xml_is(node, "item") ? CLASS_ITEM : CLASS_STEP;
}

static const char *class_name(enum class class)
{
	switch (class) {
	case CLASS_COLUMN:
		return "columns";
	case CLASS_FIELD:
		return "fields";
	case CLASS_ITEM:
		return "items";
	case CLASS_STEP:
		break;
	}
	return "steps";
}

static const int parts[] = { PART_FRONT, PART_BODY, PART_BACK };

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

/* The step of that id; or NULL, with all ids that there are in `ids`. */
static xmlNode *
find(const struct template *template, struct arena *scratch, struct str id,
    struct buf *ids)
{
	for (size_t i = 0; i < PARTS; i++) {
		xmlNode *root = template->parts[parts[i]];

		for (xmlNode *at = root; at != NULL;
		     at = compose_xml_next(root, at)) {
			struct str own;

			if (at->type != XML_ELEMENT_NODE)
				continue;
			own = compose_xml_attr(scratch, at, "id");
			if (own.len == 0 || compose_xml_is(at, "say"))
				continue;
			if (str_eq(own, id))
				return at;
			buf_printf(ids, "%s%.*s", ids->len > 0 ? ", " : "",
			    STR_ARG(own));
		}
	}
	return NULL;
}

bool
compose_ids_check(
    const struct template *template, const char *path, struct msgs *msgs)
{
	struct arena *scratch = arena_new();
	struct map seen = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < PARTS; i++) {
		xmlNode *root = template->parts[parts[i]];

		for (xmlNode *at = root; ok && at != NULL;
		     at = compose_xml_next(root, at)) {
			struct str id;

			if (at->type != XML_ELEMENT_NODE ||
			    compose_xml_is(at, "say"))
				continue;
			id = compose_xml_attr(scratch, at, "id");
			ok = id.len == 0 || map_add(scratch, &seen, id, 0);
			if (!ok)
				compose_xml_error(msgs, path, at,
				    "two steps have the same id", id,
				    "give one of them another; links and "
				    "<change> go by it");
		}
	}
	arena_free(scratch);
	return ok;
}

/* The first child of another class, or NULL. */
static const xmlNode *
find_misfit(const xmlNode *change, const xmlNode *target)
{
	for (const xmlNode *at = change->children; at != NULL; at = at->next)
		if (at->type == XML_ELEMENT_NODE &&
		    class_of(at) != class_of(target))
			return at;
	return NULL;
}

/* Copies go into the other's tree, and are compiled there. */
static bool
put_all(
    const xmlNode *change, xmlNode *target, const char *path, struct msgs *msgs)
{
	bool after = compose_xml_is(change, "after");
	xmlNode *behind = target;

	for (const xmlNode *at = change->children; at != NULL; at = at->next) {
		xmlNode *copy;

		if (at->type != XML_ELEMENT_NODE)
			continue;
		copy = xmlDocCopyNode((xmlNode *)at, target->doc, 1);
		if (copy == NULL)
			return false;
		if (after)
			behind = xmlAddNextSibling(behind, copy);
		else
			xmlAddPrevSibling(target, copy);
		if (!compose_query_compile(copy, path, msgs))
			return false;
	}
	return true;
}

static void
take_out(xmlNode *target)
{
	xmlUnlinkNode(target);
	compose_query_free(target);
	xmlFreeNode(target);
}

static bool
apply(struct template *template, const xmlNode *change, const char *path,
    struct msgs *msgs)
{
	struct arena *scratch = arena_new();
	struct str id = compose_xml_attr(scratch, change, "id");
	struct buf ids = BUF_INIT;
	xmlNode *target = find(template, scratch, id, &ids);
	const xmlNode *misfit = target ? find_misfit(change, target) : NULL;
	bool ok = target != NULL && misfit == NULL;

	if (target == NULL) {
		compose_xml_error(msgs, path, change,
		    "no step of the template that is extended has this id", id,
		    str_printf(scratch, "there are: %.*s",
			STR_ARG(ids.len > 0 ? buf_str(&ids) : str_from("none")))
			.ptr);
	} else if (misfit != NULL) {
		compose_xml_error(msgs, path, misfit,
		    "this cannot stand where the id is",
		    str_printf(scratch, "<%s>", (const char *)misfit->name),
		    str_printf(scratch, "\"%.*s\" is a <%s>; put %s there",
			STR_ARG(id), (const char *)target->name,
			class_name(class_of(target)))
			.ptr);
	} else {
		ok = put_all(change, target, path, msgs);
		if (compose_xml_is(change, "replace") ||
		    compose_xml_is(change, "remove"))
			take_out(target);
	}
	buf_clear(&ids);
	arena_free(scratch);
	return ok;
}

bool
compose_change(struct template *template, const xmlNode *root, const char *path,
    struct msgs *msgs)
{
	const xmlNode *changes = compose_xml_child(root, "change");

	if (changes == NULL)
		return true;
	if (xmlHasProp((xmlNode *)root, BAD_CAST "extends") == NULL) {
		compose_xml_error(msgs, path, changes,
		    "this template extends no other, so that there is nothing "
		    "to change",
		    (struct str){ "", 0 },
		    "name the other one: <template extends=\"...\">");
		return false;
	}
	for (const xmlNode *at = changes->children; at != NULL; at = at->next)
		if (at->type == XML_ELEMENT_NODE &&
		    !apply(template, at, path, msgs))
			return false;
	return true;
}
