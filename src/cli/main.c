/* main: the first thin path from a draft to its papers. */
#include <stdio.h>
#include <string.h>

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "check/check.h"
#include "compose/compose.h"
#include "export/export.h"
#include "read/read.h"
#include "render/pdf/pdf.h"
#include "render/render.h"

int
main(int argc, char **argv)
{
	static const char *const dirs[] = { "/usr/share/fonts", NULL };
	struct msgs *msgs = msgs_new();
	struct arena *arena = arena_new();
	struct analyse_options options = { .as_of = { 0 } };
	struct render_context context = { .msgs = msgs };
	struct buf buf = BUF_INIT;
	struct str bytes;

	if (argc != 4) {
		fprintf(stderr, "usage: rapporteur FORMAT TEMPLATE DRAFT\n");
		return 2;
	}
	context.fonts = pdf_fonts_load("fonts/manifest", dirs, msgs);
	file_read(arena, "/usr/share/color/icc/sRGB.icc", &context.icc, msgs);
	if (file_read(arena, argv[3], &bytes, msgs)) {
		struct doc *doc =
		    read_draft(str_from(argv[3]), bytes, SYNTAX_AUTO, msgs);

		if (doc != NULL) {
			analyse_draft(doc, &options);
			check_draft(doc);
			const char *name =
			    strcmp(argv[2], "-")
				? argv[2]
				: compose_template_for(doc->plan->type);
			struct template *template =
			    compose_template_load("templates", name, msgs);
			if (template != NULL) {
				struct report *report =
				    compose_report(doc, template);
				const struct render_format *format =
				    render_format_find(str_from(argv[1]));
				if (format != NULL &&
				    format->render(
					&buf, report, &context, NULL))
					fwrite(buf.ptr, 1, buf.len, stdout);
				compose_report_free(report);
			}
			compose_template_free(template);
			doc_free(doc);
		}
	}
	msgs_sort(msgs);
	msgs_print(msgs, MSG_NOTE, stderr);
	pdf_fonts_free(context.fonts);
	buf_clear(&buf);
	arena_free(arena);
	msgs_free(msgs);
	return 0;
}
