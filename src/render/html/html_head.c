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

void
html_meta(struct html_page *page, const char *name, struct str content)
{
	xmlNodePtr element;

	if (content.len == 0)
		return;
	html_put(page, str_from("\n"));
	element = html_void(page, "meta");
	html_attr_of(page, element, "name", str_from(name));
	html_attr_of(page, element, "content", content);
}

static void
put_hash(struct buf *value, struct str text)
{
	unsigned char digest[32];

	sha256_digest(text, digest);
	buf_puts(value, "'sha256-");
	html_base64_put(
	    value, (struct str){ (const char *)digest, sizeof(digest) });
	buf_puts(value, "'");
}

/* The page may do nothing but show itself in this style and run this script,
 * which may load nothing. */
static void
policy(struct html_page *page, struct str css)
{
	struct buf value = BUF_INIT, script = BUF_INIT;
	xmlNodePtr element;

	html_script(&script);
	buf_puts(&value, "default-src 'none'; style-src ");
	put_hash(&value, css);
	buf_puts(&value, "; script-src ");
	put_hash(&value, buf_str(&script));
	buf_puts(
	    &value, "; img-src data:; base-uri 'none'; form-action 'none'");
	html_put(page, str_from("\n"));
	element = html_void(page, "meta");
	html_attr_of(
	    page, element, "http-equiv", str_from("Content-Security-Policy"));
	html_attr_of(page, element, "content", buf_str(&value));
	buf_clear(&value);
	buf_clear(&script);
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
	html_meta(
	    page, "viewport", str_from("width=device-width, initial-scale=1"));
	html_meta(page, "color-scheme", str_from("light dark"));
	html_meta(page, "generator", str_from("rapporteur"));
	html_meta(page, "description", report->description);
	html_meta(page, "author", report->author);
	title(page);
	html_metadata(page);
	html_open_line(page, "style");
	html_put_raw(page, buf_str(&css));
	html_close(page);
	html_put(page, str_from("\n"));
	html_close(page);
	buf_clear(&css);
}
