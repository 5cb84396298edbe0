/* compose_xml: files of XML, read without network, DTD or entities, and checked
 * against a schema. Knows nothing of what templates mean. */
#include "compose/compose_priv.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

/* libxml2 made the errors it reports const in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *error_arg;
#else
typedef xmlErrorPtr error_arg;
#endif

struct report_to {
	struct msgs *msgs;
	const char *path;
	size_t count;
	bool has_doctype;
};

static void
add_error(struct msgs *msgs, const char *path, long line, struct str text,
    struct str hint)
{
	struct msg msg = { .level = MSG_ERROR,
		.rule = STR("template"),
		.path = str_from(path),
		.text = str_trim(text),
		.hint = hint };

	msg.pos.line = line > 0 ? (uint32_t)line : 0;
	msgs_add(msgs, &msg);
}

void
compose_xml_error(struct msgs *msgs, const char *path, const xmlNode *at,
    const char *text, struct str detail, const char *hint)
{
	struct buf buf = BUF_INIT;

	buf_puts(&buf, text);
	if (detail.len > 0)
		buf_printf(&buf, ": %.*s", STR_ARG(detail));
	add_error(msgs, path, at != NULL ? xmlGetLineNo(at) : 0, buf_str(&buf),
	    str_from(hint ? hint : ""));
	buf_clear(&buf);
}

/* ---- parsing ---- */

static void
on_parse_error(void *data, error_arg error)
{
	struct report_to *to = data;

	/* one mistake makes many complaints; the first is the true one */
	if (to->count++ > 0 || to->has_doctype)
		return;
	add_error(to->msgs, to->path, error->line,
	    str_from(error->message ? error->message : "is not XML"),
	    error->code == XML_ERR_UNDECLARED_ENTITY ||
		    error->code == XML_ERR_NAME_REQUIRED
		? str_from("write &amp; for the sign &, and any other "
			   "character as itself")
		: str_from("each element that is opened has to be closed, "
			   "and values stand between quotation marks"));
}

/* Stops at the DOCTYPE itself, before anything in it is looked at. */
static void
on_doctype(void *data, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	xmlParserCtxt *parser = data;
	struct report_to *to = parser->_private;

	(void)name;
	(void)external;
	(void)system;
	to->has_doctype = true;
	add_error(to->msgs, to->path, xmlSAX2GetLineNumber(parser),
	    str_from("a template may not have a DOCTYPE"),
	    str_from("take it out; entities other than &amp; &lt; &gt; "
		     "&quot; &apos; can be written as characters"));
	xmlStopParser(parser);
}

static xmlDoc *
parse(struct str bytes, const char *path, struct msgs *msgs)
{
	struct report_to to = { .msgs = msgs, .path = path };
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *doc = NULL;
	bool is_sound;

	if (parser == NULL) {
		msgs_refuse(msgs, path, 0, "libxml2 has no memory");
		return NULL;
	}
	parser->_private = &to;
	parser->sax->internalSubset = on_doctype;
	xmlSetStructuredErrorFunc(&to, on_parse_error);
	doc = xmlCtxtReadMemory(parser, bytes.ptr, (int)bytes.len, path, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOCDATA);
	xmlSetStructuredErrorFunc(NULL, NULL);
	is_sound = parser->wellFormed && !to.has_doctype;
	xmlFreeParserCtxt(parser);
	if (doc != NULL && !is_sound) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc == NULL && to.count == 0 && !to.has_doctype)
		msgs_refuse(msgs, path, 0, "cannot be read as XML");
	return doc;
}

xmlDoc *
compose_xml_load(const char *path, struct msgs *msgs)
{
	struct arena *scratch = arena_new();
	struct str bytes;
	xmlDoc *doc = NULL;

	if (file_read(scratch, path, &bytes, msgs)) {
		if (bytes.len > 16 * 1024 * 1024)
			msgs_refuse(msgs, path, 0,
			    "is too large for a template (over 16 MiB)");
		else
			doc = parse(bytes, path, msgs);
	}
	arena_free(scratch);
	return doc;
}

/* ---- checking ---- */

/* Appends the names of elements (attributes) that a schema allows directly in
 * the element `name`: those met on the way down from its definition, through
 * references, without entering another element. */
struct wanted {
	struct buf names;
	xmlNode *grammar;
	const char *kind; /* "element" or "attribute" */
	int budget;       /* references still followed */
};

static xmlNode *
find_define(xmlNode *grammar, const xmlChar *name)
{
	for (xmlNode *at = grammar->children; at != NULL; at = at->next) {
		xmlChar *own = xmlGetProp(at, BAD_CAST "name");
		bool found = compose_xml_is(at, "define") && own != NULL &&
			     xmlStrEqual(own, name);

		xmlFree(own);
		if (found)
			return at;
	}
	return NULL;
}

static void
gather(struct wanted *wanted, const xmlNode *pattern)
{
	for (xmlNode *at = pattern->children; at != NULL; at = at->next) {
		xmlChar *name = xmlGetProp(at, BAD_CAST "name");

		if (compose_xml_is(at, wanted->kind)) {
			if (name != NULL)
				buf_printf(&wanted->names, "%s%s",
				    wanted->names.len > 0 ? ", " : "",
				    (const char *)name);
		} else if (compose_xml_is(at, "ref")) {
			xmlNode *define =
			    name ? find_define(wanted->grammar, name) : NULL;

			if (define != NULL && wanted->budget-- > 0)
				gather(wanted, define);
		} else if (!compose_xml_is(at, "element") &&
			   !compose_xml_is(at, "attribute")) {
			gather(wanted, at);
		}
		xmlFree(name);
	}
}

const xmlNode *
compose_xml_defined(const xmlNode *root, const xmlChar *name)
{
	const xmlNode *at = root;

	while (at != NULL) {
		xmlChar *own = xmlGetProp((xmlNode *)at, BAD_CAST "name");
		bool found =
		    compose_xml_is(at, "element") && xmlStrEqual(own, name);

		xmlFree(own);
		if (found)
			return at;
		at = compose_xml_next(root, at);
	}
	return NULL;
}

/* "<section> takes: para, copy; attributes: title, if" */
static void
put_expected(struct buf *hint, xmlDoc *schema, const xmlNode *where)
{
	xmlNode *grammar = xmlDocGetRootElement(schema);
	const xmlNode *pattern =
	    where ? compose_xml_defined(grammar, where->name) : NULL;
	static const char *const kinds[] = { "element", "attribute" };

	if (pattern == NULL)
		return;
	for (size_t i = 0; i < 2; i++) {
		struct wanted wanted = { BUF_INIT, grammar, kinds[i], 64 };

		gather(&wanted, pattern);
		if (i == 0)
			buf_printf(
			    hint, "<%s> takes ", (const char *)where->name);
		else
			buf_puts(hint, "; attributes: ");
		buf_printf(hint, "%.*s",
		    STR_ARG(wanted.names.len > 0 ? buf_str(&wanted.names)
						 : str_from("nothing")));
		buf_clear(&wanted.names);
	}
}

struct checker {
	struct msgs *msgs;
	const char *path;
	xmlDoc *schema;
	size_t count;
};

static void
on_misfit(void *data, error_arg error)
{
	struct checker *checker = data;
	const xmlNode *where = error->node;
	struct buf hint = BUF_INIT, text = BUF_INIT;

	/* what does not fit makes what holds it unfit too: once is enough */
	if (checker->count++ > 0)
		return;
	if (where != NULL && where->type != XML_ELEMENT_NODE)
		where = where->parent;
	/* an element that may not stand here: what may is its parent's list */
	if (where != NULL && where->parent != NULL && error->message != NULL &&
	    (strstr(error->message, "not expect element") != NULL ||
		strstr(error->message, "xpecting element") != NULL))
		where = where->parent->type == XML_ELEMENT_NODE ? where->parent
								: where;
	put_expected(&hint, checker->schema, where);
	buf_puts(&text, error->message ? error->message : "does not fit");
	add_error(checker->msgs, checker->path,
	    error->node ? xmlGetLineNo(error->node) : error->line,
	    buf_str(&text), buf_str(&hint));
	buf_clear(&text);
	buf_clear(&hint);
}

static bool
validate(xmlDoc *doc, struct checker *checker)
{
	xmlRelaxNGParserCtxt *parser =
	    xmlRelaxNGNewDocParserCtxt(checker->schema);
	xmlRelaxNG *grammar = parser ? xmlRelaxNGParse(parser) : NULL;
	xmlRelaxNGValidCtxt *valid =
	    grammar ? xmlRelaxNGNewValidCtxt(grammar) : NULL;
	int misfits = -1;

	if (valid != NULL) {
		xmlRelaxNGSetValidStructuredErrors(valid, on_misfit, checker);
		misfits = xmlRelaxNGValidateDoc(valid, doc);
	}
	xmlRelaxNGFreeValidCtxt(valid);
	xmlRelaxNGFree(grammar);
	xmlRelaxNGFreeParserCtxt(parser);
	if (misfits != 0 && checker->count == 0)
		msgs_refuse(checker->msgs, checker->path, 0,
		    "cannot be checked against its schema");
	return misfits == 0;
}

bool
compose_xml_check(
    xmlDoc *doc, const char *path, const char *schema_path, struct msgs *msgs)
{
	struct checker checker = { .msgs = msgs, .path = path };
	bool ok;

	checker.schema = compose_xml_load(schema_path, msgs);
	if (checker.schema == NULL)
		return false;
	/* attributes first: of these libxml2 says little, and often of the
	 * wrong element */
	ok = compose_xml_attributes(doc, checker.schema, path, msgs) &&
	     validate(doc, &checker);
	xmlFreeDoc(checker.schema);
	return ok;
}

/* ---- looking ---- */

bool
compose_xml_is(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE &&
	       xmlStrEqual(node->name, BAD_CAST name);
}

xmlNode *
compose_xml_next(const xmlNode *root, const xmlNode *at)
{
	if (at->type == XML_ELEMENT_NODE && at->children != NULL)
		return at->children;
	while (at != root && at->next == NULL)
		at = at->parent;
	return at == root ? NULL : at->next;
}

xmlNode *
compose_xml_child(const xmlNode *node, const char *name)
{
	for (xmlNode *at = node->children; at != NULL; at = at->next)
		if (compose_xml_is(at, name))
			return at;
	return NULL;
}

struct str
compose_xml_attr(struct arena *arena, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp((xmlNode *)node, BAD_CAST name);
	struct str text = { "", 0 };

	if (value != NULL)
		text = str_copy(arena, str_from((const char *)value));
	xmlFree(value);
	return text;
}
