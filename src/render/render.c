/* render: the list of formats; see render.h. */
#include "render/render.h"

#include "base/buf.h"
#include "render/data/data.h"
#include "render/html/html.h"
#include "render/pdf/pdf.h"

static bool
render_html(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	size_t start = out->len;

	(void)context;
	html_render(out, report);
	return text == NULL || html_text(text, str_skip(buf_str(out), start));
}

static bool
render_pdf(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	return pdf_render(
	    out, report, context->fonts, context->icc, text, context->msgs);
}

static bool
render_pages(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	(void)text;
	pdf_pages_render(out, report, context->fonts);
	return true;
}

static bool
render_tree(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	(void)context;
	(void)text;
	doc_dump(out, report->root);
	return true;
}

static bool
render_json(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	(void)context;
	(void)text;
	data_json(out, report->doc);
	return true;
}

static bool
render_csv(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	(void)context;
	(void)text;
	data_csv(out, report->doc);
	return true;
}

static const struct render_format formats[] = {
	{ "pdf", ".pdf", true, true, render_pdf,
	    "the paper, tagged (PDF/UA-1, PDF/A-2a)" },
	{ "html", ".html", false, true, render_html,
	    "the paper as one self-contained web page" },
	{ "json", ".json", false, false, render_json,
	    "what was understood, for programs" },
	{ "csv", ".csv", false, false, render_csv,
	    "the actions, for a spreadsheet" },
	{ "tree", ".tree", false, false, render_tree,
	    "the composed tree, for finding faults" },
	{ "pages", ".pages", true, false, render_pages,
	    "what stands where on the PDF's pages, for finding faults" },
};

const struct render_format *
render_formats(size_t *count)
{
	*count = sizeof(formats) / sizeof(formats[0]);
	return formats;
}

const struct render_format *
render_format_find(struct str name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (str_is(name, formats[i].name))
			return &formats[i];
	return NULL;
}
