/* html_head: the page's metadata and style, and the page's own words in the
 * report's language. */
#include "html_priv.h"

#include "base/arena.h"
#include "base/sha256.h"

struct str
html_word(const struct html_page *page, enum word word)
{
	return words_text(&page->report->words, word);
}

static void
meta(struct html_page *page, const char *name, struct str content)
{
	xmlNodePtr element;

	if (content.len == 0)
		return;
	html_put(page, str_from("\n"));
	element = html_void(page, "meta");
	html_attr_of(page, element, "name", str_from(name));
	html_attr_of(page, element, "content", content);
}

/* The page may do nothing but show itself in this style. */
static void
policy(struct html_page *page, struct str css)
{
	struct buf value = BUF_INIT;
	unsigned char digest[32];
	xmlNodePtr element;

	sha256_digest(css, digest);
	buf_puts(&value, "default-src 'none'; style-src 'sha256-");
	html_base64_put(
	    &value, (struct str){ (const char *)digest, sizeof(digest) });
	buf_puts(
	    &value, "'; img-src data:; base-uri 'none'; form-action 'none'");
	html_put(page, str_from("\n"));
	element = html_void(page, "meta");
	html_attr_of(
	    page, element, "http-equiv", str_from("Content-Security-Policy"));
	html_attr_of(page, element, "content", buf_str(&value));
	buf_clear(&value);
}

static void
title(struct html_page *page)
{
	const struct report *report = page->report;
	const struct str parts[] = { report->title, report->committee,
		report->organisation };
	bool any = false;

	html_open_line(page, "title");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (parts[i].len == 0)
			continue;
		if (any)
			html_put(page, str_from(" – "));
		html_put(page, parts[i]);
		any = true;
	}
	html_close(page);
}

void
html_head(struct html_page *page)
{
	const struct report *report = page->report;
	struct buf css = BUF_INIT;
	xmlNodePtr charset;

	html_style(&css, report);
	html_open_line(page, "head");
	html_put(page, str_from("\n"));
	charset = html_void(page, "meta");
	html_attr_of(page, charset, "charset", str_from("utf-8"));
	policy(page, buf_str(&css));
	meta(page, "viewport", str_from("width=device-width, initial-scale=1"));
	meta(page, "color-scheme", str_from("light dark"));
	meta(page, "generator", str_from("rapporteur"));
	meta(page, "description", report->description);
	meta(page, "author", report->author);
	meta(page, "dcterms.date", report->date_iso);
	title(page);
	html_open_line(page, "style");
	html_put_raw(page, buf_str(&css));
	html_close(page);
	html_put(page, str_from("\n"));
	html_close(page);
	buf_clear(&css);
}
