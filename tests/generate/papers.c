/* papers: see papers.h. */
#include "papers.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/msg.h"
#include "compose/compose.h"
#include "model/plan.h"
#include "render/pdf/pdf.h"
#include "render/render.h"
#include "verify/verify.h"

enum { TEMPLATES_MAX = 8, ALL_LOST = 1000 };

struct papers {
	struct arena *arena;
	struct msgs *msgs;
	struct render_context context;
	const char *names[TEMPLATES_MAX];
	struct template *templates[TEMPLATES_MAX];
};

struct papers *
papers_new(void)
{
	static const char *const dirs[] = { "/usr/share/fonts",
		"/usr/local/share/fonts", NULL };
	struct arena *arena = arena_new();
	struct papers *papers = arena_alloc(arena, sizeof(*papers));

	compose_memory_setup();
	papers->arena = arena;
	papers->msgs = msgs_new();
	papers->context.msgs = papers->msgs;
	papers->context.fonts =
	    pdf_fonts_load("fonts/manifest", dirs, papers->msgs);
	if (papers->context.fonts != NULL &&
	    (file_read(arena, "/usr/share/color/icc/sRGB.icc",
		 &papers->context.icc, papers->msgs) ||
		file_read(arena, "/usr/share/color/icc/colord/sRGB.icc",
		    &papers->context.icc, papers->msgs)))
		return papers;
	fprintf(stderr, "the fonts or the colour profile are not there\n");
	papers_free(papers);
	return NULL;
}

void
papers_free(struct papers *papers)
{
	if (papers == NULL)
		return;
	for (size_t i = 0; i < TEMPLATES_MAX; i++)
		compose_template_free(papers->templates[i]);
	pdf_fonts_free(papers->context.fonts);
	msgs_free(papers->msgs);
	arena_free(papers->arena);
}

static struct template *
template_for(struct papers *papers, const char *name)
{
	size_t i = 0;

	while (papers->names[i] != NULL && strcmp(papers->names[i], name) != 0)
		i++;
	if (papers->names[i] == NULL) {
		papers->names[i] = name;
		papers->templates[i] =
		    compose_template_load("templates", name, papers->msgs);
	}
	return papers->templates[i];
}

static size_t
lost_in(
    struct papers *papers, const struct report *report, const char *format_name)
{
	const struct render_format *format =
	    render_format_find(str_from(format_name));
	struct buf out = BUF_INIT, text = BUF_INIT;
	size_t lost = ALL_LOST;

	papers->context.msgs = report->doc->msgs;
	if (format->render(&out, report, &papers->context, &text))
		lost = verify_words(report->doc, buf_str(&text), format_name);
	buf_clear(&out);
	buf_clear(&text);
	return lost;
}

size_t
papers_lost(struct papers *papers, const struct doc *doc, bool with_pdf)
{
	struct template *template =
	    template_for(papers, compose_template_for(doc->plan));
	struct report *report;
	size_t lost;

	if (template == NULL)
		return ALL_LOST;
	report = compose_report(doc, template, NULL);
	lost = lost_in(papers, report, "html");
	if (with_pdf)
		lost += lost_in(papers, report, "pdf");
	compose_report_free(report);
	return lost;
}
