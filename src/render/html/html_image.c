/* html_image: a picture's file beside the draft -> a data: address with its
 * bytes inside, so that the page stays one file. Knows the heads of PNG
 * (ISO/IEC 15948, 11.2.2) and JPEG (ITU-T T.81, B.2.2), no more. */
#include "html_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"

enum { IMAGE_BYTES_MAX = 16 * 1024 * 1024 };

static unsigned
big_endian(const unsigned char *p, int count)
{
	unsigned value = 0;

	for (int i = 0; i < count; i++)
		value = value << 8 | p[i];
	return value;
}

static bool
read_png(struct html_image *image, struct str bytes)
{
	static const unsigned char mark[] = { 0x89, 'P', 'N', 'G', '\r', '\n',
		0x1A, '\n' };
	const unsigned char *p = (const unsigned char *)bytes.ptr;

	if (bytes.len < 24 || memcmp(p, mark, sizeof(mark)) != 0)
		return false;
	image->width = big_endian(p + 16, 4);
	image->height = big_endian(p + 20, 4);
	return true;
}

/* Size stands in the frame header, some segments into the file. */
static bool
read_jpeg(struct html_image *image, struct str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.ptr;
	size_t at = 2;

	if (bytes.len < 4 || p[0] != 0xFF || p[1] != 0xD8 || p[2] != 0xFF)
		return false;
	while (at + 9 <= bytes.len && p[at] == 0xFF) {
		unsigned char marker = p[at + 1];

		if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
		    marker != 0xC8 && marker != 0xCC) {
			image->height = big_endian(p + at + 5, 2);
			image->width = big_endian(p + at + 7, 2);
			break;
		}
		at += 2 + (size_t)big_endian(p + at + 2, 2);
	}
	return true;
}

/* The file's path: in the draft's folder, never from the root or by a
 * scheme. */
static struct str
path_of(struct arena *arena, const struct doc *doc, struct str url)
{
	size_t folder_len = doc->path.len;

	if (url.len == 0 || url.ptr[0] == '/' || str_find(url, ":") < url.len)
		return (struct str){ NULL, 0 };
	while (folder_len > 0 && doc->path.ptr[folder_len - 1] != '/')
		folder_len--;
	return str_printf(arena, "%.*s%.*s",
	    STR_ARG(str_head(doc->path, folder_len)), STR_ARG(url));
}

const char *
html_image_load(struct arena *arena, struct html_image *image,
    const struct doc *doc, struct str url)
{
	struct str path = path_of(arena, doc, url);
	struct buf uri = BUF_INIT;
	struct msgs *aside;
	struct str bytes;
	bool is_png, ok;

	if (path.len == 0)
		return "only files beside the draft are put into a paper";
	if (!file_exists(path.ptr))
		return "there is no such file that can be read";
	aside = msgs_new();
	ok = file_read(arena, path.ptr, &bytes, aside);
	msgs_free(aside);
	if (!ok)
		return "it cannot be read";
	if (bytes.len > IMAGE_BYTES_MAX)
		return "it is larger than 16 MiB";
	is_png = read_png(image, bytes);
	if (!is_png && !read_jpeg(image, bytes))
		return "it is neither PNG nor JPEG";
	buf_puts(&uri,
	    is_png ? "data:image/png;base64," : "data:image/jpeg;base64,");
	html_base64_put(&uri, bytes);
	image->data_uri = str_copy(arena, buf_str(&uri));
	buf_clear(&uri);
	return NULL;
}
