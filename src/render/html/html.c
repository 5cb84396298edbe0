/* html: report -> page; see html.h. Here stands the page's frame: landmarks
 * and what is around the report. */
#include "html_priv.h"

#include <libxml/xmlsave.h>
#include <string.h>

#include "base/arena.h"

/* Columns of a table that wants more room than a line of text. */
enum { WIDE_LEAST = 4 };

/* The organisation's name, which it stands for, is told in its place. */
static void
logo(struct html_page *page)
{
	const struct report *report = page->report;
	struct html_image image;
	xmlNodePtr element;

	if (report->theme->logo == NULL)
		return;
	html_image_of(page->scratch, &image, report->theme->logo);
	element = html_void(page, "img");
	html_attr_of(page, element, "class", str_from("logo"));
	html_attr_of(page, element, "src", image.data_uri);
	html_attr_of(page, element, "alt",
	    report->organisation.len > 0 ? (struct str){ "", 0 }
					 : html_word(page, WORD_IMAGE));
	html_attr_of(page, element, "width",
	    str_printf(page->scratch, "%u", image.width));
	html_attr_of(page, element, "height",
	    str_printf(page->scratch, "%u", image.height));
}

static void
masthead(struct html_page *page)
{
	const struct report *report = page->report;

	html_open_line(page, "a");
	html_class(page, "skip");
	html_attr(page, "href", str_from("#_main"));
	html_put(page, html_word(page, WORD_SKIP));
	html_close(page);
	if (report->organisation.len == 0 && report->committee.len == 0 &&
	    report->theme->logo == NULL)
		return;
	html_open_line(page, "header");
	html_class(page, "masthead");
	html_open(page, "div");
	html_class(page, "inner");
	logo(page);
	if (report->organisation.len > 0)
		html_leaf(page, "p", "organisation", report->organisation);
	if (report->committee.len > 0)
		html_leaf(page, "p", "committee", report->committee);
	html_close(page);
	html_close(page);
}

static void
footer(struct html_page *page)
{
	const struct report *report = page->report;
	struct str said = report->footer_left.len > 0 ? report->footer_left
						      : report->organisation;

	if (said.len == 0)
		return;
	html_open_line(page, "footer");
	html_open(page, "div");
	html_class(page, "inner");
	html_leaf(page, "p", NULL, said);
	html_close(page);
	html_close(page);
}

static bool
has_wide_table(const struct node *root)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_TABLE &&
		    walker.node->as.table.column_count >= WIDE_LEAST)
			return true;
	return false;
}

static void
body(struct html_page *page)
{
	html_open_line(page, "body");
	if (!has_wide_table(page->report->root))
		html_class(page, "narrow");
	masthead(page);
	html_open_line(page, "div");
	html_class(page, "inner");
	html_open_line(page, "main");
	html_attr(page, "id", str_from("_main"));
	html_attr(page, "tabindex", str_from("-1"));
	if (page->report->watermark.len > 0) {
		html_open_line(page, "p");
		html_class(page, "watermark");
		html_put(page, page->report->watermark);
		html_close(page);
	}
	html_blocks(page);
	html_put(page, str_from("\n"));
	html_close(page);
	html_close(page);
	footer(page);
	html_script_put(page);
	html_put(page, str_from("\n"));
	html_close(page);
}

/* As XML that is HTML at once: no declaration, nothing indented (that would
 * put spaces into the text). */
static void
serialise(struct buf *out, xmlDocPtr xml)
{
	xmlBufferPtr bytes = xmlBufferCreate();
	xmlSaveCtxtPtr save;

	if (bytes == NULL)
		mem_fail(sizeof(*bytes));
	xmlBufferSetAllocationScheme(bytes, XML_BUFFER_ALLOC_DOUBLEIT);
	save = xmlSaveToBuffer(bytes, "UTF-8",
	    XML_SAVE_NO_DECL | XML_SAVE_NO_XHTML | XML_SAVE_AS_XML);
	if (save == NULL || xmlSaveDoc(save, xml) < 0 || xmlSaveClose(save) < 0)
		mem_fail((size_t)xmlBufferLength(bytes));
	buf_put(out, (const char *)xmlBufferContent(bytes),
	    (size_t)xmlBufferLength(bytes));
	xmlBufferFree(bytes);
}

void
html_render(struct buf *out, const struct report *report)
{
	struct html_page page = { .report = report };

	page.scratch = arena_new();
	page.xml = xmlNewDoc(BAD_CAST "1.0");
	if (page.xml == NULL ||
	    xmlCreateIntSubset(page.xml, BAD_CAST "html", NULL, NULL) == NULL)
		mem_fail(sizeof(*page.xml));
	html_anchors_gather(&page);
	html_open(&page, "html");
	html_attr(&page, "lang",
	    report->language.len > 0 ? report->language : str_from("en-GB"));
	html_head(&page);
	body(&page);
	html_close_to(&page, (xmlNodePtr)page.xml);
	serialise(out, page.xml);
	xmlFreeDoc(page.xml);
	buf_clear(&page.text);
	arena_free(page.scratch);
}
