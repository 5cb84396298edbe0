/* pdf_font: faces, shaping and subsets, by HarfBuzz. Layout asks it for
 * glyphs and widths, paint for the font programs of what was used. The only
 * place that knows HarfBuzz. */
#ifndef RENDER_PDF_PDF_FONT_H
#define RENDER_PDF_PDF_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct buf;
struct pdf_fonts;

enum pdf_style { /* bits */
	PDF_REGULAR = 0,
	PDF_BOLD = 1,
	PDF_ITALIC = 2
};

/* One glyph of a shaped text. Lengths are in ems (multiply by the size). */
struct pdf_glyph {
	uint16_t face;     /* the face asked for, or a fallback */
	uint32_t glyph;    /* never 0: see pdf_shape */
	uint32_t text_at;  /* byte offset of its cluster in the text */
	uint16_t text_len; /* bytes of its cluster; 0 on all but the first
			    * glyph of a cluster */
	float advance;     /* shaped, kerning included */
	float own_advance; /* the font's own, as in the PDF's W array */
	float x_offset, y_offset;
};

/* Distances of a face in ems, positive: ascent above and descent below the
 * baseline, and the cap height. */
struct pdf_metrics {
	float ascent, descent, cap_height, underline_at, underline_thick;
};

/* The face of that family ("Liberation Sans") and style. The first family of
 * the manifest stands in for one that is not there. */
/* A face is the index of a loaded face. */
uint16_t pdf_fonts_find(
    const struct pdf_fonts *fonts, struct str family, unsigned style);

const struct pdf_metrics *pdf_face_metrics(
    const struct pdf_fonts *fonts, uint16_t face);

/* Shapes one run of one style. Soft hyphens must be stripped before. The
 * glyphs live in arena, in visual order for left-to-right text. A character
 * that the face lacks comes from the fallback chain; one that no face has is
 * set as U+25A1 (a box) and added to the list that pdf_fonts_missing gives.
 * Repeated runs are remembered. */
const struct pdf_glyph *pdf_shape(struct pdf_fonts *fonts, struct arena *arena,
    uint16_t face, struct str lang, struct str text, size_t *count);

/* Width of a run in ems: the sum of its advances. */
double pdf_glyphs_width(const struct pdf_glyph *glyphs, size_t count);

/* Characters that no face had since the last call, with NULL at the end of
 * the list; the list lives until the next call. */
const uint32_t *pdf_fonts_missing(struct pdf_fonts *fonts, size_t *count);

#endif
