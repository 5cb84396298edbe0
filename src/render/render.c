/* render: the list of formats; see render.h. */
#include "render/render.h"

#include "base/arena.h"
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

/* "plans/plan.txt" -> "plan.txt" */
static struct str
base_name(struct str path)
{
	for (size_t i = path.len; i-- > 0;)
		if (path.ptr[i] == '/')
			return str_skip(path, i + 1);
	return path;
}

static struct str
stem(struct str name)
{
	for (size_t i = name.len; i-- > 1;)
		if (name.ptr[i] == '.')
			return str_head(name, i);
	return name;
}

/* The name of a file beside the draft; never the draft's own. */
static struct str
beside(struct arena *arena, struct str draft, const char *end)
{
	struct str name =
	    str_printf(arena, "%.*s%s", STR_ARG(stem(draft)), end);

	if (str_eq(name, draft))
		name = str_printf(arena, "%.*s%s", STR_ARG(draft), end);
	return name;
}

/* The draft as it was given, and what was understood of it. */
static bool
render_pdf3(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	const struct doc *doc = report->doc;
	bool is_markdown = doc->syntax == SYNTAX_MARKDOWN;
	struct arena *arena = arena_new();
	struct buf json = BUF_INIT, csv = BUF_INIT;
	struct str name = base_name(doc->path);
	bool ok;

	if (str_is(name, "-"))
		name = str_from(is_markdown ? "draft.md" : "draft.txt");
	data_json_beside(&json, report);
	data_csv(&csv, doc);
	ok = pdf_render(out, report, context->fonts, context->icc,
	    &(struct pdf_files){
		.list =
		    (struct pdf_file[]){
			{ name, doc->bytes,
			    is_markdown ? "text/markdown" : "text/plain",
			    "Source", "The draft, as it was given" },
			{ beside(arena, name, ".json"), buf_str(&json),
			    "application/json", "Data",
			    "What was understood of the draft, for programs" },
			{ beside(arena, name, ".csv"), buf_str(&csv),
			    "text/csv", "Data",
			    "The actions of the draft, for a spreadsheet" },
		    },
		.count = 3 },
	    text, context->msgs);
	buf_clear(&json);
	buf_clear(&csv);
	arena_free(arena);
	return ok;
}

static bool
render_pdf(struct buf *out, const struct report *report,
    const struct render_context *context, struct buf *text)
{
	if (context->pdfa3)
		return render_pdf3(out, report, context, text);
	return pdf_render(out, report, context->fonts, context->icc, NULL, text,
	    context->msgs);
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
	data_json_beside(out, report);
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
