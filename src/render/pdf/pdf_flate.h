/* pdf_flate: bytes compressed for a stream with the filter FlateDecode. */
#ifndef RENDER_PDF_PDF_FLATE_H
#define RENDER_PDF_PDF_FLATE_H

#include "base/str.h"

struct buf;
struct pdf_flate;

/* One compressor for all streams of a file: setting one up costs more than a
 * short stream. */
struct pdf_flate *pdf_flate_new(void);
void pdf_flate_free(struct pdf_flate *flate); /* takes NULL */

/* Appends `bytes`, compressed. */
void pdf_flate_put(struct pdf_flate *flate, struct buf *out, struct str bytes);

#endif
