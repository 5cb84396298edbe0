/* pdf_layout_image: finds the file of an image beside its draft, and its size
 * in pixels. Reads no more than the head of a file and opens no address. */
#include "render/pdf/pdf_layout_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static double
big_endian(const unsigned char *bytes, int count)
{
	double value = 0;

	while (count-- > 0)
		value = value * 256 + *bytes++;
	return value;
}

/* PNG, section 11.2.2: IHDR is the first chunk. */
static bool
png_size(FILE *file, double *width, double *height)
{
	static const unsigned char head[16] = { 0x89, 'P', 'N', 'G', '\r', '\n',
		0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
	unsigned char bytes[24];

	if (fread(bytes, 1, sizeof(bytes), file) != sizeof(bytes) ||
	    memcmp(bytes, head, sizeof(head)) != 0)
		return false;
	*width = big_endian(bytes + 16, 4);
	*height = big_endian(bytes + 20, 4);
	return *width > 0 && *height > 0;
}

/* ITU-T T.81, annex B: segments up to the frame header. */
static bool
jpeg_size(FILE *file, double *width, double *height)
{
	unsigned char head[9];

	if (fread(head, 1, 2, file) != 2 || head[0] != 0xFF || head[1] != 0xD8)
		return false;
	for (;;) {
		double length;
		bool frame;

		if (fread(head, 1, 4, file) != 4 || head[0] != 0xFF)
			return false;
		frame = head[1] >= 0xC0 && head[1] <= 0xCF && head[1] != 0xC4 &&
			head[1] != 0xC8 && head[1] != 0xCC;
		length = big_endian(head + 2, 2);
		if (length < 2)
			return false;
		if (frame)
			break;
		if (fseek(file, (long)length - 2, SEEK_CUR) != 0)
			return false;
	}
	if (fread(head, 1, 5, file) != 5)
		return false;
	*height = big_endian(head + 1, 2);
	*width = big_endian(head + 3, 2);
	return *width > 0 && *height > 0;
}

/* An address has a scheme: letters and a colon. */
static bool
is_address(struct str url)
{
	size_t colon = str_find(url, ":");
	size_t slash = str_find(url, "/");

	return colon != (size_t)-1 && (slash == (size_t)-1 || colon < slash);
}

static struct str
beside_draft(struct lay *lay, struct str url)
{
	struct str draft = lay->report->doc->path;
	size_t end = draft.len;

	while (end > 0 && draft.ptr[end - 1] != '/')
		end--;
	if (url.ptr[0] == '/')
		end = 0;
	return str_printf(
	    lay->arena, "%.*s%.*s", (int)end, draft.ptr, STR_ARG(url));
}

bool
pdf_image_find(struct lay *lay, struct str url, struct str *path,
    double *width_px, double *height_px)
{
	FILE *file;
	bool ok;

	if (url.len == 0 || is_address(url) ||
	    memchr(url.ptr, '\0', url.len) != NULL)
		return false;
	*path = beside_draft(lay, url);
	file = fopen(path->ptr, "rb");
	if (file == NULL)
		return false;
	ok = png_size(file, width_px, height_px);
	if (!ok) {
		rewind(file);
		ok = jpeg_size(file, width_px, height_px);
	}
	fclose(file);
	return ok;
}
