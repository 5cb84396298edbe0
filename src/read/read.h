/* read: the bytes of a draft -> a document tree of blocks and inlines, each
 * with its place. Finds forms (paragraph, list, table, heading), never
 * meanings. */
#ifndef READ_READ_H
#define READ_READ_H

#include "model/doc.h"

/* Reads a draft. SYNTAX_AUTO chooses by the path's ending (.md, .markdown:
 * Markdown; .txt: text), else by what stands in the draft. NULL, with a
 * message, only for bytes that are no text (NUL bytes, a PDF, a Word file);
 * any text gives a document: what cannot be placed becomes a paragraph.
 * The caller frees the doc. `msgs` is borrowed by it. */
struct doc *read_draft(struct str path, struct str bytes,
    enum doc_syntax syntax, struct msgs *msgs);

#endif
