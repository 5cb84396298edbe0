/* pdf_object: a PDF's objects. libharu keeps their numbers and makes those
 * that it makes well (pages, outlines, images, page labels); the others are
 * written here as the bytes that the file will hold, which is both smaller
 * and quicker than a tree of dictionaries. */
#ifndef RENDER_PDF_PDF_OBJECT_H
#define RENDER_PDF_PDF_OBJECT_H

#include <hpdf.h>
#include <hpdf_utils.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include "base/buf.h"
#include "base/str.h"

struct arena;
struct pdf_flate;

/* An indirect object of ours. */
struct pdf_object {
	HPDF_Dict dict; /* that holds its place among libharu's objects */
	unsigned number;
	struct str body;  /* as in the file; a stream's without ">>" */
	struct str bytes; /* of a stream, as in the file */
	bool is_stream;
	unsigned sort; /* objects of one sort are much alike; 0: of none */
};

/* Makes an object that has a number but no body yet. Lives in arena. */
struct pdf_object *pdf_object_new(HPDF_Doc doc, struct arena *arena);

/* Makes `dict`, which libharu has made, write what we say. */
struct pdf_object *pdf_object_take(HPDF_Dict dict, struct arena *arena);

/* The object of ours that this is; NULL if it is libharu's. */
const struct pdf_object *pdf_object_of(void *object);

/* Sets the body to the bytes of `body`, and empties it. */
void pdf_object_set(
    struct pdf_object *object, struct arena *arena, struct buf *body);

/* Makes it a stream of `bytes`; `body` holds "<<" and the keys of its own.
 * Filter and Length are added. flate may be NULL: not compressed. */
void pdf_object_set_stream(struct pdf_object *object, struct arena *arena,
    struct buf *body, struct str bytes, struct pdf_flate *flate);

/* Takes an object that libharu has made and nobody needs out of the file. */
void pdf_object_drop(HPDF_Doc doc, void *object);

unsigned pdf_object_number(const void *object); /* of any indirect object */

/* "12 0 R" */
void pdf_put_ref(struct buf *buf, unsigned number);

/* A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, other text as
 * UTF-16. Text beyond the standard's limit for strings ends in an ellipsis. */
void pdf_put_text(struct buf *buf, struct str text);

/* The same as an object of libharu's. */
void *pdf_text_object(HPDF_Doc doc, struct str text);

/* A number for the eye: `value` hundredths (thousandths), as ".5" or "-12.25"
 */
void pdf_put_hundredths(struct buf *buf, long value);
void pdf_put_thousandths(struct buf *buf, long value);

/* The file: all objects, those that are no streams packed into object streams
 * (ISO 32000-1, 7.5.7), and the cross-reference stream. `id` is 16 bytes.
 * False if libharu reports an error. */
bool pdf_object_save(HPDF_Doc doc, struct buf *out, const unsigned char id[16],
    struct pdf_flate *flate);

#endif
