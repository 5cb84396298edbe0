/* pdf_png: PNG files made safe. libharu lets libpng end the program at the
 * first fault in a file; so files are checked before it sees them. */
#ifndef RENDER_PDF_PDF_PNG_H
#define RENDER_PDF_PDF_PNG_H

#include <stdbool.h>

#include "base/str.h"

struct buf;

/* Appends the image with the chunks that show it and no others (ISO 15948),
 * all of them checked. NULL if that is done; else why not: "it is damaged". */
const char *pdf_png_clean(struct buf *out, struct str bytes);

#endif
