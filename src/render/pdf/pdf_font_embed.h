/* pdf_font_embed: what a PDF says of a face, and the part of its program that
 * it carries. For paint. */
#ifndef RENDER_PDF_PDF_FONT_EMBED_H
#define RENDER_PDF_PDF_FONT_EMBED_H

#include "render/pdf/pdf_font.h"

/* For the font descriptor (ISO 32000-1, 9.8). Lengths in thousandths of an
 * em. */
struct pdf_face_facts {
	char name[64]; /* PostScript name: letters, digits, hyphens */
	bool is_fixed_pitch, is_serif, is_italic;
	bool is_cff;         /* an OpenType program, not a TrueType one */
	double italic_angle; /* degrees; negative leans to the right */
	int box[4];          /* left, bottom, right, top of all glyphs */
	int ascent, descent; /* descent is negative */
	int cap_height, stem_v;
};

size_t pdf_fonts_count(const struct pdf_fonts *fonts);

void pdf_face_describe(
    const struct pdf_fonts *fonts, uint16_t face, struct pdf_face_facts *facts);

/* Appends a program that holds the `count` glyphs given, the first of which is
 * glyph 0, without hints and without the tables that a PDF does not use.
 * places[i] is the number of glyphs[i] in it: with TrueType, of the glyph; with
 * CFF, its CID, which is i. False if it could not be made. */
bool pdf_face_subset(const struct pdf_fonts *fonts, uint16_t face,
    const uint32_t *glyphs, size_t count, uint32_t *places, struct buf *out);

#endif
