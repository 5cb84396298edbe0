/* pdf_font_cff: CFF programs, the outlines of OpenType fonts: read, and written
 * as a PDF wants them. A PDF's Type 0 font asks for glyphs by numbers of its
 * own (CIDs); a program whose glyphs have names instead is not shown alike by
 * all readers, and this is what most are. So each program is written anew. */
#ifndef RENDER_PDF_PDF_FONT_CFF_H
#define RENDER_PDF_PDF_FONT_CFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct buf;

enum { PDF_CFF_PARTS = 256 };

/* Operators of dictionaries; those of two bytes begin with 12. */
enum pdf_cff_op {
	PDF_CFF_FONT_BBOX = 5,
	PDF_CFF_CHARSET = 15,
	PDF_CFF_CHAR_STRINGS = 17,
	PDF_CFF_PRIVATE = 18,
	PDF_CFF_SUBRS = 19,
	PDF_CFF_FONT_MATRIX = 0x0C07,
	PDF_CFF_ROS = 0x0C1E,
	PDF_CFF_CID_COUNT = 0x0C22,
	PDF_CFF_FD_ARRAY = 0x0C24,
	PDF_CFF_FD_SELECT = 0x0C25
};

struct pdf_cff_index {
	struct str all; /* of its bytes */
	size_t count;
	unsigned offset_size;
	size_t offsets_at, data_at; /* from its first byte */
};

struct pdf_cff_entry {
	struct str operands; /* as they stand there */
	int first, last;     /* the last but one, and the last of them */
};

/* A Font DICT. */
struct pdf_cff_part {
	struct str matrix;   /* operands; may be empty */
	size_t private_size; /* of its Private DICT ... */
	struct str bytes;    /* ... with which these begin; its subroutines are
			      * behind it */
};

/* Borrows the program's bytes. */
struct pdf_cff {
	struct str bytes, top, global_subrs;
	struct pdf_cff_index glyphs;
	bool is_cid;
	size_t select_at;
	struct pdf_cff_part parts[PDF_CFF_PARTS];
	size_t part_count;
};

/* All of these give false where the program makes no sense. */
bool pdf_cff_read(struct str bytes, struct pdf_cff *cff);
bool pdf_cff_index(struct str bytes, size_t at, struct pdf_cff_index *index);
bool pdf_cff_item(
    const struct pdf_cff_index *index, size_t i, struct str *item);
bool pdf_cff_entry(struct str dict, unsigned op, struct pdf_cff_entry *entry);
bool pdf_cff_part_of(const struct pdf_cff *cff, size_t glyph, unsigned *out);
bool pdf_cff_is_composite(struct str outline);

/* pdf_font_cff_write.c: appends a program whose CID and glyph i, for each of
 * the `count`, is glyphs[i] of the given one; the same one may stand there
 * twice. glyphs[0] must be 0. */
bool pdf_cff_write(struct str bytes, const char *name, const uint32_t *glyphs,
    size_t count, struct buf *out);

#endif
