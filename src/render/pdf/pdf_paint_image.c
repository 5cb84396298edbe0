/* pdf_paint_image: image files -> image objects, by libharu's loaders. */
#include "render/pdf/pdf_paint_priv.h"

#include <string.h>

#include "base/file.h"
#include "render/pdf/pdf_png.h"

static bool
is_png(struct str bytes)
{
	return bytes.len > 8 && memcmp(bytes.ptr, "\x89PNG\r\n\x1A\n", 8) == 0;
}

static bool
is_jpeg(struct str bytes)
{
	return bytes.len > 4 && memcmp(bytes.ptr, "\xFF\xD8\xFF", 3) == 0;
}

/* Colours that the file's sRGB intent does not cover may not be shown, nor
 * may 12 bits a colour, which a JPEG can have (PDF/A-2, 6.2.8). */
static const char *
find_fault(HPDF_Image image)
{
	const char *space = HPDF_Image_GetColorSpace(image);

	if (space != NULL && strcmp(space, "DeviceCMYK") == 0)
		return "its colours are for print (CMYK)";
	return HPDF_Image_GetBitsPerComponent(image) > 8
		   ? "it has more than 8 bits a colour"
		   : NULL;
}

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

static HPDF_Image
load_png(struct pdf_paint *paint, struct str bytes, const char **reason)
{
	struct buf clean = BUF_INIT;
	HPDF_Image image = NULL;

	*reason = pdf_png_clean(&clean, bytes);
	if (*reason == NULL)
		image = HPDF_LoadPngImageFromMem(paint->doc,
		    (const HPDF_BYTE *)clean.ptr, (HPDF_UINT)clean.len);
	buf_clear(&clean);
	compress(image);
	return image;
}

static HPDF_Image
load(struct pdf_paint *paint, const struct pdf_item *item)
{
	HPDF_Image image = NULL;
	struct str bytes;
	struct str file = str_copy(paint->arena, item->as.image.path);
	const char *reason = "it is neither PNG nor JPEG";

	if (!file_exists(file.ptr)) {
		complain(paint, item, "there is no such file");
		return NULL;
	}
	if (!file_read(paint->arena, file.ptr, &bytes, paint->msgs))
		return NULL;
	if (is_png(bytes))
		image = load_png(paint, bytes, &reason);
	else if (is_jpeg(bytes))
		image = HPDF_LoadJpegImageFromMem(paint->doc,
		    (const HPDF_BYTE *)bytes.ptr, (HPDF_UINT)bytes.len);
	if (HPDF_GetError(paint->doc) != HPDF_OK) {
		/* A broken file; the paper can do without it. */
		HPDF_ResetError(paint->doc);
		reason = "it is damaged";
		image = NULL;
	}
	if (image != NULL && find_fault(image) != NULL) {
		reason = find_fault(image);
		pdf_object_drop(paint->doc, image);
		image = NULL;
	}
	if (image == NULL)
		complain(paint, item, reason);
	return image;
}

HPDF_Image
pdf_picture_find(
    struct pdf_paint *paint, const struct pdf_item *item, size_t *index)
{
	struct str path = item->as.image.path;
	struct pdf_picture *picture;

	for (size_t i = 0; i < paint->picture_count; i++)
		if (str_eq(paint->pictures[i].path, path)) {
			*index = i;
			return paint->pictures[i].image;
		}
	*index = paint->picture_count;
	paint->pictures =
	    arena_push(paint->arena, paint->pictures, &paint->picture_count,
		&paint->picture_cap, sizeof(*paint->pictures));
	picture = &paint->pictures[*index];
	picture->path = path;
	picture->image = load(paint, item);
	return picture->image;
}
