/* pdf_paint_image: image files -> image objects, by libharu's loaders. */
#include "render/pdf/pdf_paint_priv.h"

#include "model/picture.h"

static void
complain(
    struct pdf_paint *paint, const struct pdf_item *item, const char *reason)
{
	doc_say(paint->report->doc, DOC_IMAGE_MISSING, item->as.image.pos,
	    item->as.image.path, str_from(reason));
}

/* libharu compresses an image only if it was told to before loading, and then
 * pages too; and it never compresses what shows through. */
static void
compress(HPDF_Image image)
{
	HPDF_Dict mask;

	if (image == NULL)
		return;
	image->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	mask = HPDF_Dict_GetItem(image, "SMask", HPDF_OCLASS_DICT);
	if (mask != NULL)
		mask->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
}

/* Layout has seen that the picture can be shown; here the file may have gone
 * meanwhile. */
static const char *
open_picture(struct pdf_paint *paint, const struct pdf_item *item,
    struct arena *arena, struct picture *picture)
{
	const struct report *report = paint->report;

	if (item->as.image.path.len > 0)
		return picture_load(
		    arena, picture, report->doc, item->as.image.path);
	*picture = *report->theme->logo;
	return NULL;
}

/* Or it is one that libharu does not read. */
static HPDF_Image
load(struct pdf_paint *paint, const struct pdf_item *item, int *turn)
{
	struct arena *scratch = arena_new();
	struct picture picture;
	HPDF_Image image = NULL;
	const char *reason = open_picture(paint, item, scratch, &picture);
	const HPDF_BYTE *bytes = (const HPDF_BYTE *)picture.bytes.ptr;
	HPDF_UINT len = (HPDF_UINT)picture.bytes.len;

	*turn = picture.turn;
	if (reason == NULL && picture.kind == PICTURE_PNG) {
		image = HPDF_LoadPngImageFromMem(paint->doc, bytes, len);
		compress(image);
	} else if (reason == NULL) {
		image = HPDF_LoadJpegImageFromMem(paint->doc, bytes, len);
	}
	if (HPDF_GetError(paint->doc) != HPDF_OK) {
		/* the paper can do without it */
		HPDF_ResetError(paint->doc);
		image = NULL;
	}
	if (image == NULL)
		complain(
		    paint, item, reason != NULL ? reason : "it is damaged");
	arena_free(scratch);
	return image;
}

const struct pdf_picture *
pdf_picture_find(
    struct pdf_paint *paint, const struct pdf_item *item, size_t *index)
{
	struct str path = item->as.image.path;
	struct pdf_picture *picture;

	for (size_t i = 0; i < paint->picture_count; i++)
		if (str_eq(paint->pictures[i].path, path)) {
			*index = i;
			return &paint->pictures[i];
		}
	*index = paint->picture_count;
	paint->pictures =
	    arena_push(paint->arena, paint->pictures, &paint->picture_count,
		&paint->picture_cap, sizeof(*paint->pictures));
	picture = &paint->pictures[*index];
	picture->path = path;
	picture->image = load(paint, item, &picture->turn);
	return picture;
}
