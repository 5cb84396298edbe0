/* pdf_font_priv: what the files of pdf_font share. HarfBuzz is included by
 * these files alone. */
#ifndef RENDER_PDF_PDF_FONT_PRIV_H
#define RENDER_PDF_PDF_FONT_PRIV_H

#include <harfbuzz/hb.h>

#include "base/arena.h"
#include "base/str.h"
#include "render/pdf/pdf_font.h"

struct msgs;

enum {
	PDF_STYLES = 4, /* combinations of enum pdf_style */
	PDF_EM = 1000   /* HarfBuzz gives lengths in this many to the em, which
			 * is the unit of a PDF's widths: so a shaped advance
			 * and a width differ by kerning only, never by
			 * rounding */
};

/* A family as the manifest lists it. */
struct pdf_family {
	struct str name;
	struct str files[PDF_STYLES]; /* by style; empty: not listed */
	struct str folders;           /* separated by commas; may be empty */
	struct str package;           /* Debian's name; may be empty */
	struct str paths[PDF_STYLES]; /* where the files are; C strings */
	unsigned indexes[PDF_STYLES]; /* of the face in a collection */
	/* of a variable font: which of its named instances, from 1; 0: as it
	 * is */
	unsigned instances[PDF_STYLES];
	int faces[PDF_STYLES]; /* by style: the nearest face */
};

struct pdf_manifest {
	struct pdf_family *families;
	size_t family_count, family_cap;
	size_t *fallback; /* indices of families, in order */
	size_t fallback_count, fallback_cap;
};

/* Reads the manifest and finds its files. False, with messages, when it
 * cannot be read or a file is not there. */
bool pdf_manifest_load(struct pdf_manifest *manifest, struct arena *arena,
    const char *path, const char *const *dirs, struct msgs *msgs);

/* Finds the files of a family that is only named, among the fonts installed
 * and those below `dirs`. False: there is no such family, or none of its fonts
 * is a TrueType or OpenType one. */
bool pdf_system_family(
    struct pdf_family *family, struct arena *arena, const char *const *dirs);

/* "Liberation Sans Bold". */
struct str pdf_face_title(
    struct arena *arena, const struct pdf_family *family, unsigned style);

struct pdf_face {
	hb_face_t *face;
	hb_font_t *font;
	bool is_cff;      /* outlines as in PostScript: OpenType's "CFF " */
	bool is_instance; /* of a variable font, and not its own look */
	struct str title; /* for messages */
	size_t family;    /* index */
	unsigned style;   /* as its file is, not as it was asked for */
	uint16_t *chain;  /* faces to try for a character, itself first */
	size_t chain_count;
	struct pdf_metrics metrics;
};

struct pdf_run; /* a remembered run: pdf_font_shape.c */

struct pdf_fonts {
	struct arena *arena;
	struct pdf_manifest manifest;
	struct pdf_face *faces;
	size_t face_count, face_cap;
	hb_buffer_t *buffer;
	/* runs remembered, by hash; forgotten all at once when they grow large
	 */
	struct arena *run_arena;
	struct pdf_run **runs;
	size_t run_bytes;
	/* characters that no face has: a bit each, made at the first one, and
	 * the lists, the one that was handed out and the one that grows */
	unsigned char *missing_bits;
	uint32_t *missing[2];
	size_t missing_count, missing_cap[2];
	int missing_list;
};

/* Frees what pdf_shape has remembered. */
void pdf_shape_clear(struct pdf_fonts *fonts);

#endif
