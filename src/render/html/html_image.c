/* html_image: a picture's file beside the draft -> a data: address with its
 * bytes inside, so that the page stays one file. */
#include "html_priv.h"

#include "base/arena.h"
#include "model/picture.h"

void
html_image_of(struct arena *arena, struct html_image *image,
    const struct picture *picture)
{
	struct buf uri = BUF_INIT;

	buf_puts(&uri, picture->kind == PICTURE_PNG
			   ? "data:image/png;base64,"
			   : "data:image/jpeg;base64,");
	html_base64_put(&uri, picture->bytes);
	image->data_uri = str_copy(arena, buf_str(&uri));
	image->width = picture->width;
	image->height = picture->height;
	buf_clear(&uri);
}

const char *
html_image_load(struct arena *arena, struct html_image *image,
    const struct doc *doc, struct str url)
{
	struct arena *scratch = arena_new();
	struct picture picture;
	const char *reason = picture_load(scratch, &picture, doc, url);

	if (reason == NULL)
		html_image_of(arena, image, &picture);
	arena_free(scratch);
	return reason;
}
