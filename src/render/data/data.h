/* data: an analysed document -> JSON for programs (docs/model.md). */
#ifndef RENDER_DATA_DATA_H
#define RENDER_DATA_DATA_H

#include "model/plan.h"

struct buf;

/* Appends the model as JSON, two spaces a level, keys in a fixed order. */
void data_json(struct buf *out, const struct doc *doc);

#endif
