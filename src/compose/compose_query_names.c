/* compose_query_names: the functions and variables that an XPath expression
 * calls by name. libxml2 finds an unknown one only when it gets there, which
 * for a condition may be never. */
#include "compose/compose_priv.h"

#include "base/arena.h"

/* The functions of XPath 1.0, and what may stand in place of a node's name. */
static const char *const known[] = { "last", "position", "count", "id",
	"local-name", "namespace-uri", "name", "string", "concat",
	"starts-with", "contains", "substring-before", "substring-after",
	"substring", "string-length", "normalize-space", "translate", "boolean",
	"not", "true", "false", "lang", "number", "sum", "floor", "ceiling",
	"round", "node", "text", "comment", "processing-instruction",
	/* before a bracket these are words between two others */
	"and", "or", "div", "mod" };

static bool
is_known(struct str name)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_is(name, known[i]))
			return true;
	return false;
}

static bool
is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
	       c == ':' || (unsigned char)c >= 0x80;
}

static struct str
take_name(struct str *rest)
{
	struct str name = { rest->ptr, 0 };

	while (rest->len > 0 && is_name_char(rest->ptr[0])) {
		*rest = str_skip(*rest, 1);
		name.len++;
	}
	return name;
}

static void
skip_spaces(struct str *rest)
{
	while (
	    rest->len > 0 && (rest->ptr[0] == ' ' || rest->ptr[0] == '\t' ||
				 rest->ptr[0] == '\n' || rest->ptr[0] == '\r'))
		*rest = str_skip(*rest, 1);
}

static void
skip_quoted(struct str *rest)
{
	char quote = rest->ptr[0];

	do
		*rest = str_skip(*rest, 1);
	while (rest->len > 0 && rest->ptr[0] != quote);
	if (rest->len > 0)
		*rest = str_skip(*rest, 1);
}

struct str
compose_query_unknown(struct arena *arena, struct str query)
{
	struct str name;

	while (query.len > 0) {
		char c = query.ptr[0];

		if (c == '\'' || c == '"') {
			skip_quoted(&query);
		} else if (c == '$') {
			query = str_skip(query, 1);
			name = take_name(&query);
			if (!str_is(name, "column"))
				return str_printf(
				    arena, "$%.*s", STR_ARG(name));
		} else if (is_name_char(c) && c != '-') {
			name = take_name(&query);
			skip_spaces(&query);
			if (query.len > 0 && query.ptr[0] == '(' &&
			    !is_known(name) && !str_ends(name, "::node") &&
			    !str_ends(name, "::text") &&
			    !str_ends(name, "::comment"))
				return str_printf(
				    arena, "%.*s()", STR_ARG(name));
		} else {
			query = str_skip(query, 1);
		}
	}
	return (struct str){ "", 0 };
}
