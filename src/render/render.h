/* render: the list of formats. To add one: write its file, add its row. */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "model/report.h"

struct buf;
struct msgs;
struct pdf_fonts;

/* What renderers need beside the report; loaded once for a batch. */
struct render_context {
	struct pdf_fonts *fonts; /* NULL if no format asked for needs them */
	struct str icc;          /* bytes of the sRGB profile */
	struct msgs *msgs;
	bool pdfa3; /* the PDF carries the draft and what was understood */
};

struct render_format {
	const char *name;      /* as in --to */
	const char *extension; /* of its files, with the dot */
	bool needs_fonts;
	bool is_paper; /* every word of the draft must be in it */
	/* Appends the file to `out` and, if `text` is not NULL and this is a
	 * paper, what a reader of the finished file meets. */
	bool (*render)(struct buf *out, const struct report *report,
	    const struct render_context *context, struct buf *text);
	const char *about; /* one line */
};

const struct render_format *render_format_find(struct str name);
const struct render_format *render_formats(size_t *count);

#endif
