/* html_build: elements, attributes and text -> a libxml2 tree. Knows nothing
 * of reports; only that HTML has void elements and forbids some characters. */
#include "html_priv.h"

#include <libxml/parserInternals.h> /* xmlStringTextNoenc */
#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/utf8.h"

/* libxml2 gives NULL only when it has no memory: our texts are clean. */
static xmlNodePtr
made(xmlNodePtr node)
{
	if (node == NULL)
		mem_fail(sizeof(*node));
	return node;
}

/* XML 1.0 Char, less what HTML forbids besides: C1 controls and
 * noncharacters. */
static bool
is_allowed(uint32_t c)
{
	if (c < 0x20)
		return c == '\n' || c == '\t';
	return !(c >= 0x7F && c <= 0x9F) && !(c >= 0xFDD0 && c <= 0xFDEF) &&
	       (c & 0xFFFE) != 0xFFFE;
}

static void
put_clean(struct buf *buf, struct str text)
{
	while (text.len > 0) {
		size_t plain = 0;

		while (plain < text.len &&
		       (unsigned char)text.ptr[plain] < 0x7F &&
		       (unsigned char)text.ptr[plain] >= 0x20)
			plain++;
		buf_put(buf, text.ptr, plain);
		text = str_skip(text, plain);
		if (text.len > 0) {
			uint32_t c = utf8_next(&text);

			if (c == '\r' || c == '\f')
				c = ' ';
			buf_put_char(buf, is_allowed(c) ? c : UTF8_BAD);
		}
	}
}

static void
flush_text(struct html_page *page)
{
	xmlNodePtr text;

	if (page->text.len == 0)
		return;
	must(page->text.len <= INT32_MAX);
	text = made(xmlNewDocTextLen(
	    page->xml, BAD_CAST page->text.ptr, (int)page->text.len));
	made(xmlAddChild(page->at, text));
	buf_reset(&page->text);
}

static xmlNodePtr
add_element(struct html_page *page, const char *name)
{
	xmlNodePtr element =
	    made(xmlNewDocNode(page->xml, NULL, BAD_CAST name, NULL));

	if (page->at == NULL) {
		xmlDocSetRootElement(page->xml, element);
	} else {
		flush_text(page);
		made(xmlAddChild(page->at, element));
	}
	return element;
}

void
html_open(struct html_page *page, const char *name)
{
	page->at = add_element(page, name);
}

void
html_open_line(struct html_page *page, const char *name)
{
	buf_puts(&page->text, "\n");
	html_open(page, name);
}

xmlNodePtr
html_void(struct html_page *page, const char *name)
{
	return add_element(page, name);
}

bool
html_reopen(struct html_page *page, const char *name)
{
	xmlNodePtr last = page->at->last;

	while (last != NULL && last->type != XML_ELEMENT_NODE)
		last = last->prev;
	if (last == NULL || strcmp((const char *)last->name, name) != 0)
		return false;
	flush_text(page);
	page->at = last;
	return true;
}

void
html_close(struct html_page *page)
{
	flush_text(page);
	/* an empty text keeps the serialiser from writing <td/>, which HTML
	 * reads as a start tag */
	if (page->at->children == NULL)
		made(xmlAddChild(page->at,
		    made(xmlNewDocTextLen(page->xml, BAD_CAST "", 0))));
	page->at = page->at->parent;
}

void
html_close_to(struct html_page *page, xmlNodePtr at)
{
	while (page->at != at)
		html_close(page);
}

void
html_attr_of(struct html_page *page, xmlNodePtr element, const char *name,
    struct str value)
{
	struct buf clean = BUF_INIT;

	(void)page;
	put_clean(&clean, value);
	if (xmlNewProp(element, BAD_CAST name,
		BAD_CAST(clean.ptr ? clean.ptr : "")) == NULL)
		mem_fail(clean.len);
	buf_clear(&clean);
}

void
html_attr(struct html_page *page, const char *name, struct str value)
{
	html_attr_of(page, page->at, name, value);
}

void
html_class(struct html_page *page, const char *names)
{
	html_attr(page, "class", str_from(names));
}

void
html_put(struct html_page *page, struct str text)
{
	put_clean(&page->text, text);
	page->told += text.len;
}

void
html_put_raw(struct html_page *page, struct str text)
{
	xmlNodePtr node;

	flush_text(page);
	must(text.len <= INT32_MAX);
	node =
	    made(xmlNewDocTextLen(page->xml, BAD_CAST text.ptr, (int)text.len));
	node->name = xmlStringTextNoenc;
	made(xmlAddChild(page->at, node));
}

void
html_leaf(struct html_page *page, const char *name, const char *class,
    struct str text)
{
	html_open(page, name);
	if (class != NULL)
		html_class(page, class);
	html_put(page, text);
	html_close(page);
}
