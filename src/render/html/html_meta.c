/* html_meta: what machines are told of the paper: Dublin Core terms, a
 * schema.org Report as JSON-LD, and the files that were made of the same draft.
 * Says nothing that a reader of the page does not meet. */
#include "html_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* ---- JSON ---- */

void
html_json_string(struct buf *json, struct str text)
{
	buf_puts(json, "\"");
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '"' || c == '\\')
			buf_printf(json, "\\%c", (char)c);
		else if (c < 0x20 || c == 0x7F || c == '<' || c == '>' ||
			 c == '&' || c == '\'' || c == 0x2028 || c == 0x2029)
			buf_printf(json, "\\u%04x", (unsigned)c);
		else if ((c & 0xFFFE) == 0xFFFE || (c >= 0x80 && c <= 0x9F) ||
			 (c >= 0xFDD0 && c <= 0xFDEF))
			buf_put_char(json, UTF8_BAD);
		else
			buf_put_char(json, c);
	}
	buf_puts(json, "\"");
}

void
html_json_name(struct buf *json, const char *name)
{
	if (json->ptr[json->len - 1] != '{')
		buf_puts(json, ",");
	html_json_string(json, str_from(name));
	buf_puts(json, ":");
}

static void
property(struct buf *json, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	html_json_name(json, name);
	html_json_string(json, value);
}

/* Something that has a name: {"@type":"Person","name":"..."} */
static void
thing(struct buf *json, const char *name, const char *type, struct str called)
{
	if (called.len == 0)
		return;
	html_json_name(json, name);
	buf_puts(json, "{");
	property(json, "@type", str_from(type));
	property(json, "name", called);
	buf_puts(json, "}");
}

/* ---- the files beside the page ---- */

struct format {
	const char *name, *media_type;
	enum word word;
};

static const struct format formats[] = {
	{ "pdf", "application/pdf", WORD_FORMAT_PDF },
	{ "csv", "text/csv", WORD_FORMAT_CSV },
	{ "json", "application/json", WORD_FORMAT_JSON },
};

enum { FORMATS = sizeof(formats) / sizeof(formats[0]) };

/* The address of that format's file, relative to the page; empty if there is
 * none. A colon in its name is no scheme's. */
static struct str
twin_address(struct html_page *page, const struct format *format)
{
	const struct report *report = page->report;
	const struct plan *plan = report->doc->plan;
	bool has_actions = plan != NULL && plan->actions_count > 0;
	struct buf url = BUF_INIT;
	struct str result;

	if (format->word == WORD_FORMAT_CSV && !has_actions)
		return (struct str){ NULL, 0 };
	for (size_t i = 0; i < report->twin_count; i++) {
		struct str file = report->twins[i].file;

		if (!str_is(report->twins[i].format, format->name))
			continue;
		for (size_t at = 0; at < file.len; at++)
			if (strchr("#%?:\\", file.ptr[at]) != NULL)
				buf_printf(&url, "%%%02X",
				    (unsigned char)file.ptr[at]);
			else
				buf_put(&url, &file.ptr[at], 1);
	}
	result = html_url_encode(page->scratch, buf_str(&url));
	buf_clear(&url);
	return result;
}

void
html_formats(struct html_page *page)
{
	bool any = false;

	for (size_t i = 0; i < FORMATS; i++) {
		struct str url = twin_address(page, &formats[i]);

		if (url.len == 0)
			continue;
		if (!any) {
			html_open_line(page, "nav");
			html_class(page, "formats");
			html_attr(
			    page, "aria-label", html_word(page, WORD_FORMATS));
			html_open(page, "ul");
		}
		any = true;
		html_open_line(page, "li");
		html_open(page, "a");
		html_attr(page, "href", url);
		html_attr(page, "type", str_from(formats[i].media_type));
		html_put(page, html_word(page, formats[i].word));
		html_close(page);
		html_close(page);
	}
	if (any) {
		html_close(page);
		html_close(page);
	}
}

static void
alternates(struct html_page *page)
{
	for (size_t i = 0; i < FORMATS; i++) {
		struct str url = twin_address(page, &formats[i]);
		xmlNodePtr link;

		if (url.len == 0)
			continue;
		html_put(page, str_from("\n"));
		link = html_void(page, "link");
		html_attr_of(page, link, "rel", str_from("alternate"));
		html_attr_of(
		    page, link, "type", str_from(formats[i].media_type));
		html_attr_of(page, link, "href", url);
		html_attr_of(
		    page, link, "title", html_word(page, formats[i].word));
	}
}

/* ---- the paper ---- */

static void
report_json(struct html_page *page, struct buf *json)
{
	const struct report *report = page->report;
	const struct plan *plan = report->doc->plan;
	struct str pdf = twin_address(page, &formats[0]);

	buf_puts(json, "{");
	property(json, "@context", str_from("https://schema.org"));
	property(json, "@type", str_from("Report"));
	property(json, "name", report->title);
	property(json, "description", report->description);
	property(json, "inLanguage", report->language);
	property(json, "datePublished", report->date_iso);
	if (plan != NULL)
		property(json, "reportNumber", plan->reference);
	thing(json, "author", "Person", report->author);
	thing(
	    json, "publisher", "GovernmentOrganization", report->organisation);
	thing(json, "audience", "Audience", report->committee);
	if (pdf.len > 0) {
		html_json_name(json, "encoding");
		buf_puts(json, "{");
		property(json, "@type", str_from("MediaObject"));
		property(json, "encodingFormat", str_from("application/pdf"));
		property(json, "contentUrl", pdf);
		buf_puts(json, "}");
	}
	buf_puts(json, "}");
}

static void
terms(struct html_page *page)
{
	const struct report *report = page->report;
	const struct plan *plan = report->doc->plan;
	xmlNodePtr link;

	html_put(page, str_from("\n"));
	link = html_void(page, "link");
	html_attr_of(page, link, "rel", str_from("schema.dcterms"));
	html_attr_of(page, link, "href", str_from("http://purl.org/dc/terms/"));
	html_meta(page, "dcterms.title", report->title);
	html_meta(page, "dcterms.creator", report->author);
	html_meta(page, "dcterms.publisher", report->organisation);
	html_meta(page, "dcterms.audience", report->committee);
	html_meta(page, "dcterms.date", report->date_iso);
	html_meta(page, "dcterms.language", report->language);
	html_meta(page, "dcterms.type", str_from("Text"));
	if (plan != NULL)
		html_meta(page, "dcterms.identifier", plan->reference);
}

void
html_metadata(struct html_page *page)
{
	struct buf json = BUF_INIT;

	terms(page);
	alternates(page);
	report_json(page, &json);
	html_open_line(page, "script");
	html_attr(page, "type", str_from("application/ld+json"));
	html_put_raw(page, buf_str(&json));
	html_close(page);
	buf_clear(&json);
}
