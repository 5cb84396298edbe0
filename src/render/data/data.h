/* data: an analysed document -> JSON for programs (docs/model.md), CSV for
 * spreadsheets, and what was understood, line by line, for people. */
#ifndef RENDER_DATA_DATA_H
#define RENDER_DATA_DATA_H

#include "model/report.h"

struct buf;

/* Appends the model as JSON, two spaces a level, keys in a fixed order. */
void data_json(struct buf *out, const struct doc *doc);

/* The same for the file that lies beside a paper: with "left_out", the words of
 * the draft that this paper, being a summary, has not. */
void data_json_beside(struct buf *out, const struct report *report);

/* Appends the actions as CSV (RFC 4180, UTF-8 with a mark), one to a row, with
 * a header row. A cell that a spreadsheet could take for a formula gets an
 * apostrophe before it. */
void data_csv(struct buf *out, const struct doc *doc);

/* Appends the draft's lines, each with what it was taken to be; "..." for a
 * line that goes on with what stands above it. `colour`: for a terminal. */
void data_explain(struct buf *out, const struct doc *doc, bool colour);

#endif
