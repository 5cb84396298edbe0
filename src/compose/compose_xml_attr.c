/* compose_xml_attr: the attributes of a file against its schema, one by one, so
 * that a mistake is told with the attribute's name and what may stand there.
 * Only the patterns that our schemas use are understood. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

enum { DEPTH = 8 }; /* of references in our schemas */

/* A pattern's <attribute>, and whether it has to be there. */
struct wanted {
	const xmlNode *pattern;
	struct str name;
	bool is_needed;
};

struct reader {
	struct arena *arena;
	xmlNode *grammar;
	struct wanted *wanted;
	size_t count, cap;
};

static const xmlNode *
find_define(const struct reader *reader, struct str name)
{
	for (const xmlNode *at = reader->grammar->children; at != NULL;
	     at = at->next)
		if (compose_xml_is(at, "define") &&
		    str_eq(compose_xml_attr(reader->arena, at, "name"), name))
			return at;
	return NULL;
}

/* All attributes that the pattern has outside its inner elements. */
static void
gather(struct reader *reader, const xmlNode *pattern, bool is_needed, int depth)
{
	for (const xmlNode *at = pattern->children; at != NULL && depth > 0;
	     at = at->next) {
		struct str name = compose_xml_attr(reader->arena, at, "name");
		bool is_group = compose_xml_is(at, "group");

		if (at->type != XML_ELEMENT_NODE ||
		    compose_xml_is(at, "element"))
			continue;
		if (compose_xml_is(at, "attribute")) {
			reader->wanted = arena_push(reader->arena,
			    reader->wanted, &reader->count, &reader->cap,
			    sizeof(*reader->wanted));
			reader->wanted[reader->count - 1] =
			    (struct wanted){ at, name, is_needed };
			continue;
		}
		if (compose_xml_is(at, "ref")) {
			const xmlNode *define = find_define(reader, name);

			if (define != NULL)
				gather(reader, define, is_needed, depth - 1);
			continue;
		}
		gather(reader, at, is_needed && is_group, depth - 1);
	}
}

static struct str
content_of(const struct reader *reader, const xmlNode *at)
{
	xmlChar *content = xmlNodeGetContent(at);
	struct str text = str_copy(
	    reader->arena, str_from(content ? (const char *)content : ""));

	xmlFree(content);
	return text;
}

static struct str
param(const struct reader *reader, const xmlNode *data, const char *name)
{
	for (const xmlNode *at = data->children; at != NULL; at = at->next)
		if (compose_xml_is(at, "param") &&
		    str_is(compose_xml_attr(reader->arena, at, "name"), name))
			return content_of(reader, at);
	return (struct str){ "", 0 };
}

static bool
is_number(struct str value, struct str least, struct str most)
{
	char *end;
	double number = strtod(value.ptr, &end);

	return end != value.ptr && *end == '\0' &&
	       number >= strtod(least.ptr, NULL) &&
	       number <= strtod(most.ptr, NULL);
}

static bool
is_colour(struct str value)
{
	bool ok = value.len == 7 && value.ptr[0] == '#';

	for (size_t i = 1; ok && i < value.len; i++) {
		int c = value.ptr[i] | 32;

		ok = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
	}
	return ok;
}

static bool
is_name(struct str value, bool with_stops)
{
	bool ok = value.len > 0 && value.ptr[0] != '-' && value.ptr[0] != '.';

	for (size_t i = 0; ok && i < value.len; i++) {
		char c = value.ptr[i];

		ok = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		     c == '-' || (c == '.' && with_stops);
	}
	return ok;
}

/* <data>: numbers between bounds, colours, names, expressions. */
static bool
data_fits(const struct reader *reader, const xmlNode *data, struct str value,
    struct buf *wish)
{
	struct str type = compose_xml_attr(reader->arena, data, "type");
	struct str least = param(reader, data, "minInclusive");
	struct str most = param(reader, data, "maxInclusive");
	struct str form = param(reader, data, "pattern");

	if (str_starts(form, "#")) {
		buf_puts(wish, "a colour such as #1b3f73");
		return is_colour(value);
	}
	if (str_starts(form, "[A-Z")) {
		buf_puts(wish, "the name of a file in this folder");
		return value.len > 0 && value.ptr[0] != '.' &&
		       str_find(value, "/") == (size_t)-1;
	}
	if (form.len > 0) {
		buf_puts(wish, "a name of small letters, digits and hyphens");
		return is_name(value, str_find(form, ".-]") != (size_t)-1);
	}
	if (str_is(type, "string")) {
		buf_puts(wish, "an XPath expression");
		return value.len > 0;
	}
	if (least.len == 0)
		least = str_from("1");
	buf_printf(
	    wish, "a number from %.*s to %.*s", STR_ARG(least), STR_ARG(most));
	return is_number(value, least, most);
}

/* What an attribute's pattern allows. */
struct fit {
	struct str value;
	struct buf wish; /* what it may be, for people */
	bool fits, any;  /* any: the pattern says something about it */
};

static void
try_values(const struct reader *reader, const xmlNode *pattern, struct fit *fit,
    int depth)
{
	for (const xmlNode *at = pattern->children; at != NULL && depth > 0;
	     at = at->next) {
		bool is_value = compose_xml_is(at, "value");
		const xmlNode *inner = at;

		if (at->type != XML_ELEMENT_NODE)
			continue;
		if (is_value || compose_xml_is(at, "data")) {
			fit->any = true;
			if (fit->wish.len > 0)
				buf_puts(&fit->wish, ", ");
		}
		if (is_value) {
			struct str text = content_of(reader, at);

			buf_put_str(&fit->wish, text);
			fit->fits |= str_eq(fit->value, text);
			continue;
		}
		if (compose_xml_is(at, "data")) {
			fit->fits |=
			    data_fits(reader, at, fit->value, &fit->wish);
			continue;
		}
		if (compose_xml_is(at, "ref"))
			inner = find_define(reader,
			    compose_xml_attr(reader->arena, at, "name"));
		if (inner != NULL)
			try_values(reader, inner, fit, depth - 1);
	}
}

static const struct wanted *
find_wanted(const struct reader *reader, struct str name)
{
	for (size_t i = 0; i < reader->count; i++)
		if (str_eq(reader->wanted[i].name, name))
			return &reader->wanted[i];
	return NULL;
}

static bool
say_unknown(const struct reader *reader, const xmlNode *at, struct str name,
    const char *path, struct msgs *msgs)
{
	struct buf hint = BUF_INIT;

	buf_printf(
	    &hint, "<%s> may have the attributes:", (const char *)at->name);
	for (size_t i = 0; i < reader->count; i++)
		buf_printf(&hint, "%s %.*s", i > 0 ? "," : "",
		    STR_ARG(reader->wanted[i].name));
	if (reader->count == 0)
		buf_puts(&hint, " none");
	compose_xml_error(msgs, path, at,
	    str_printf(reader->arena, "<%s> has no attribute \"%.*s\"",
		(const char *)at->name, STR_ARG(name))
		.ptr,
	    (struct str){ "", 0 }, str_copy(reader->arena, buf_str(&hint)).ptr);
	buf_clear(&hint);
	return false;
}

static bool
check_value(const struct reader *reader, const xmlNode *at,
    const struct wanted *wanted, const char *path, struct msgs *msgs)
{
	struct fit fit = { .wish = BUF_INIT };

	fit.value = compose_xml_attr(reader->arena, at, wanted->name.ptr);
	try_values(reader, wanted->pattern, &fit, DEPTH);
	if (fit.any && !fit.fits)
		compose_xml_error(msgs, path, at,
		    str_printf(reader->arena, "%.*s=\"%.*s\" does not fit <%s>",
			STR_ARG(wanted->name), STR_ARG(fit.value),
			(const char *)at->name)
			.ptr,
		    (struct str){ "", 0 },
		    str_printf(reader->arena, "it may be: %.*s",
			STR_ARG(buf_str(&fit.wish)))
			.ptr);
	buf_clear(&fit.wish);
	return fit.fits || !fit.any;
}

static bool
check_needed(const struct reader *reader, const xmlNode *at, const char *path,
    struct msgs *msgs)
{
	for (size_t i = 0; i < reader->count; i++) {
		const struct wanted *wanted = &reader->wanted[i];

		if (!wanted->is_needed ||
		    xmlHasProp((xmlNode *)at, BAD_CAST wanted->name.ptr))
			continue;
		compose_xml_error(msgs, path, at,
		    str_printf(reader->arena,
			"<%s> needs the attribute \"%.*s\"",
			(const char *)at->name, STR_ARG(wanted->name))
			.ptr,
		    (struct str){ "", 0 },
		    "docs/templates.md tells what it is for");
		return false;
	}
	return true;
}

static bool
check_element(struct reader *reader, const xmlNode *at, const char *path,
    struct msgs *msgs)
{
	const xmlNode *pattern = compose_xml_defined(reader->grammar, at->name);

	if (pattern == NULL)
		return true;
	gather(reader, pattern, true, DEPTH);
	for (const xmlAttr *attr = at->properties; attr != NULL;
	     attr = attr->next) {
		struct str name = str_from((const char *)attr->name);
		const struct wanted *wanted = find_wanted(reader, name);

		if (wanted == NULL)
			return say_unknown(reader, at, name, path, msgs);
		if (!check_value(reader, at, wanted, path, msgs))
			return false;
	}
	return check_needed(reader, at, path, msgs);
}

bool
compose_xml_attributes(
    xmlDoc *doc, xmlDoc *schema, const char *path, struct msgs *msgs)
{
	const xmlNode *root = xmlDocGetRootElement(doc), *at = root;
	bool ok = true;

	while (ok && at != NULL) {
		struct reader reader = { .arena = arena_new(),
			.grammar = xmlDocGetRootElement(schema) };

		if (at->type == XML_ELEMENT_NODE)
			ok = check_element(&reader, at, path, msgs);
		arena_free(reader.arena);
		at = compose_xml_next(root, at);
	}
	return ok;
}
