/* pdf: a report -> a tagged PDF (PDF/UA-1 and PDF/A-2a in one). Layout makes
 * a list of pages, paint writes it with libharu's object layer. */
#ifndef RENDER_PDF_PDF_H
#define RENDER_PDF_PDF_H

#include "model/report.h"

struct buf;
struct msgs;
struct pdf_fonts;

/* Loads the faces that `manifest` (fonts/manifest) names, looking for their
 * files below each of `dirs` (NULL-terminated). NULL, with a message that names
 * the face and the package it comes from, when one is missing. Loaded once and
 * used for any number of reports. */
struct pdf_fonts *pdf_fonts_load(
    const char *manifest, const char *const *dirs, struct msgs *msgs);

/* Loads a family that the manifest does not list, by the name under which it
 * is installed or lies below one of `dirs`. Does nothing when it is there
 * already. False, with a message, when there is none that can be used: only
 * TrueType and OpenType fonts are, of makers who allow it. */
bool pdf_fonts_add(struct pdf_fonts *fonts, struct str family,
    const char *const *dirs, struct msgs *msgs);
void pdf_fonts_free(struct pdf_fonts *fonts); /* takes NULL */

/* A file that a PDF carries along. */
struct pdf_file {
	struct str name; /* of the file, without a folder; each its own */
	struct str bytes;
	const char *mime;     /* "text/csv" */
	const char *relation; /* to the paper: "Source", "Data" */
	const char *about;    /* in a few words */
};

struct pdf_files {
	const struct pdf_file *list;
	size_t count;
};

/* Appends the PDF to `out`. With `files` it carries them and is a PDF/A-3a;
 * with NULL it is a PDF/A-2a. If `text` is not NULL, appends to it what the
 * finished file says, in the order of its tags: the character codes that were
 * written, read through the ToUnicode maps that were written, and the
 * addresses of links; no artifacts. `icc` is the bytes of an sRGB profile.
 * False, with a message, if libharu refused. */
bool pdf_render(struct buf *out, const struct report *report,
    struct pdf_fonts *fonts, struct str icc, const struct pdf_files *files,
    struct buf *text, struct msgs *msgs);

/* Appends the page list as text: what stands where, for tests. */
void pdf_pages_render(
    struct buf *out, const struct report *report, struct pdf_fonts *fonts);

#endif
