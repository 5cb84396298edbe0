/* html_text: a finished page -> what a reader meets, read by libxml2 out of
 * the bytes that were written. Knows HTML, nothing of reports. */
#include "render/html/html.h"

#include <libxml/parser.h>
#include <string.h>

#include "base/buf.h"

static bool
is_one_of(const xmlNode *node, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp((const char *)node->name, *names) == 0)
			return true;
	return false;
}

/* Elements whose text runs on with what is around them. Not "sup", a note's
 * mark: nobody reads it as the end of the word before. */
static bool
is_inline(const xmlNode *node)
{
	static const char *const names[] = { "a", "abbr", "b", "code", "del",
		"em", "i", "img", "ins", "s", "small", "span", "strong", "sub",
		"svg", "path", NULL };

	return is_one_of(node, names);
}

static bool
has_class(const xmlNode *node, const char *name)
{
	xmlChar *class = xmlGetNoNsProp(node, BAD_CAST "class");
	bool has = class != NULL && strstr((const char *)class, name) != NULL;

	xmlFree(class);
	return has;
}

/* The head says nothing on the page. Masthead, footer, the list of contents
 * and charts say again what stands in the paper, and so do a section's trail
 * and the name we give to a table that has none, and a watermark is none of its
 * words: they must not stand in for words that are lost there. */
static bool
is_skipped(const xmlNode *node)
{
	static const char *const names[] = { "head", "header", "footer", "nav",
		"style", "script", "svg", NULL };

	if (is_one_of(node, names))
		return true;
	if (strcmp((const char *)node->name, "caption") == 0)
		return has_class(node, "unseen");
	if (strcmp((const char *)node->name, "p") == 0)
		return has_class(node, "trail") || has_class(node, "watermark");
	return strcmp((const char *)node->name, "a") == 0 &&
	       has_class(node, "skip");
}

static void
put_alternative(struct buf *text, const xmlNode *image)
{
	xmlChar *alt = xmlGetNoNsProp(image, BAD_CAST "alt");

	if (alt != NULL)
		buf_printf(text, " %s ", (const char *)alt);
	xmlFree(alt);
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
put_decoded(struct buf *buf, struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		int high = -1, low = -1;
		char c = url.ptr[i];

		if (c == '%' && i + 2 < url.len) {
			high = hex_value(url.ptr[i + 1]);
			low = hex_value(url.ptr[i + 2]);
		}
		if (high >= 0 && low >= 0) {
			c = (char)(high * 16 + low);
			i += 2;
		}
		buf_put(buf, &c, 1);
	}
}

/* An address counts unless the link's text is that address, which then was
 * written once and is read once; nor do places on this page, which have ids
 * of our making. */
static void
put_address(struct buf *text, const xmlNode *node, size_t begun)
{
	struct buf decoded = BUF_INIT, shown = BUF_INIT;
	xmlChar *href = xmlGetNoNsProp(node, BAD_CAST "href");
	struct str url = str_from((const char *)href);

	if (url.len > 0 && url.ptr[0] != '#') {
		buf_put_str(&shown, str_skip(buf_str(text), begun));
		put_decoded(&decoded, url);
		if (!str_eq(buf_str(&shown), url) &&
		    !str_eq(buf_str(&shown), buf_str(&decoded)) &&
		    !(str_starts_nocase(url, "mailto:") &&
			str_eq(buf_str(&shown), str_skip(url, 7)))) {
			buf_puts(text, " <");
			buf_put_str(text, url);
			if (!str_eq(url, buf_str(&decoded))) {
				buf_puts(text, " ");
				buf_put_str(text, buf_str(&decoded));
			}
			buf_puts(text, "> ");
		}
	}
	buf_clear(&decoded);
	buf_clear(&shown);
	xmlFree(href);
}

static void
line_feed(struct buf *text)
{
	if (text->len > 0 && text->ptr[text->len - 1] != '\n')
		buf_puts(text, "\n");
}

static void
enter(struct buf *text, const xmlNode *node)
{
	if (node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE) {
		buf_puts(text, (const char *)node->content);
	} else if (node->type != XML_ELEMENT_NODE) {
		return;
	} else if (strcmp((const char *)node->name, "img") == 0) {
		put_alternative(text, node);
	} else if (!is_inline(node)) {
		line_feed(text);
	}
}

/* The links that are open hold where their text begins: links do not nest, so
 * one number is enough. */
static void
walk(struct buf *text, const xmlNode *root)
{
	const xmlNode *node = root;
	size_t link_begun = 0;

	while (node != NULL) {
		enter(text, node);
		if (node->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)node->name, "a") == 0)
			link_begun = text->len;
		if (node->type == XML_ELEMENT_NODE && !is_skipped(node) &&
		    node->children != NULL) {
			node = node->children;
			continue;
		}
		while (node != root && node->next == NULL) {
			node = node->parent;
			if (strcmp((const char *)node->name, "a") == 0)
				put_address(text, node, link_begun);
			if (!is_inline(node))
				line_feed(text);
		}
		node = node == root ? NULL : node->next;
	}
}

bool
html_text(struct buf *text, struct str page)
{
	xmlDocPtr xml;
	xmlNodePtr root;

	if (page.len > INT32_MAX)
		return false;
	xml = xmlReadMemory(page.ptr, (int)page.len, "page.html", "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR |
		XML_PARSE_NOWARNING);
	if (xml == NULL)
		return false;
	root = xmlDocGetRootElement(xml);
	walk(text, root);
	xmlFreeDoc(xml);
	return true;
}
