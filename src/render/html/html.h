/* html: a report -> one self-contained HTML page, by way of a libxml2 tree
 * that does all escaping. */
#ifndef RENDER_HTML_HTML_H
#define RENDER_HTML_HTML_H

#include "model/report.h"

struct buf;

/* Appends the page to `out`. */
void html_render(struct buf *out, const struct report *report);

/* Reads a finished page back: all text a reader meets, in order, with a line
 * feed between blocks, and the addresses of its links. Style and the head's
 * metadata do not count. False if it is not well-formed. */
bool html_text(struct buf *text, struct str page);

#endif
