/* picture: a PNG or JPEG file beside a draft, checked and made fit for a
 * paper. What it is refused for is the same for every format, so that all
 * papers show the same pictures. */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include "model/doc.h"

struct buf;

enum picture_kind { PICTURE_PNG, PICTURE_JPEG };

enum {
	PICTURE_SIDE_MAX = 20000, /* pixels; a page at 600 to the inch has
				   * 7,000 */
	PICTURE_BYTES_MAX = 16 * 1024 * 1024
};

struct picture {
	enum picture_kind kind;
	struct str bytes; /* with what shows it, and nothing else: no place
			   * where it was taken, no thumbnail, no name */
	unsigned width, height; /* pixels, as it is to be shown */
	int turn;               /* how it is turned for that: Exif's 1 (not at
				 * all) to 8 */
};

/* Loads the file that `url` names relative to the draft. Gives NULL, or why it
 * cannot be used ("it is damaged", a constant). Never opens an address, or a
 * file outside of the draft's folder. The bytes live in arena. */
const char *picture_load(struct arena *arena, struct picture *picture,
    const struct doc *doc, struct str url);

/* The same for a file of the council's own, such as its logo: `path` is where
 * it lies, in whatever folder. */
const char *picture_open(
    struct arena *arena, struct picture *picture, const char *path);

/* ---- for picture.c ---- */

/* Appends the image with the parts that show it and no others, all of them
 * checked (ISO/IEC 15948; ITU-T T.81), and says how it looks. NULL if that is
 * done, else why not. */
const char *picture_png_clean(
    struct picture *picture, struct buf *out, struct str bytes);
const char *picture_jpeg_clean(
    struct picture *picture, struct buf *out, struct str bytes);

#endif
