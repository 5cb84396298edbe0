/* picture_png: checks a PNG as strictly as libpng reads it, for libharu lets
 * libpng end the program at the first fault in a file. Knows
 * chunks, their check sums and how much data an image has; does not decode
 * pixels. */
#include "model/picture.h"

#include <stdint.h>
#include <string.h>

#include <zlib.h>

#include "base/buf.h"

enum {
	SIGNATURE = 8, /* bytes */
	CHUNK = 12     /* bytes of a chunk beside its data */
};

static const char damaged[] = "it is damaged";
static const char too_large[] = "it is larger than 20,000 pixels";

static const char too_deep[] = "it has 16 bits a colour; save it with 8";

struct png {
	uint32_t width, height;
	unsigned depth, colour; /* as in IHDR */
	bool is_interlaced, has_palette, has_data, has_end;
	unsigned colours; /* of the palette */
	uint64_t size;    /* bytes of the image, unpacked */
	uint64_t seen;    /* bytes unpacked so far */
	/* passes of an interlaced image; one for any other */
	struct {
		uint64_t row; /* bytes, with the filter at its front */
		uint64_t end; /* where it ends, in bytes of the image */
	} passes[7];
	int pass;          /* the present one */
	uint64_t next_row; /* where the next row begins */
	bool is_done;      /* the packed data have ended as they should */
	z_stream stream;
};

static uint32_t
big_endian(const char *bytes)
{
	const unsigned char *b = (const unsigned char *)bytes;

	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
	       (uint32_t)b[2] << 8 | b[3];
}

/* Adds a pass of that size. */
static void
add_pass(struct png *png, int pass, uint32_t width, uint32_t height)
{
	static const unsigned channels[] = { 1, 0, 3, 1, 2, 0, 4 };
	uint64_t bits = (uint64_t)width * channels[png->colour] * png->depth;

	png->passes[pass].row = (bits + 7) / 8 + 1;
	if (width > 0)
		png->size += height * png->passes[pass].row;
	png->passes[pass].end = png->size;
}

/* The seven passes of an interlaced image: first column and row, steps. */
static void
add_passes(struct png *png)
{
	static const unsigned char passes[7][4] = { { 0, 0, 8, 8 },
		{ 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 },
		{ 1, 0, 2, 2 }, { 0, 1, 1, 2 } };

	for (int i = 0; i < 7; i++) {
		const unsigned char *p = passes[i];

		add_pass(png, i, (png->width + p[2] - 1 - p[0]) / p[2],
		    (png->height + p[3] - 1 - p[1]) / p[3]);
	}
}

static bool
is_depth_fit(unsigned colour, unsigned depth)
{
	switch (colour) {
	case 0:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8 ||
		       depth == 16;
	case 3:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8;
	case 2:
	case 4:
	case 6:
		return depth == 8 || depth == 16;
	default:
		return false;
	}
}

static const char *
read_header(struct png *png, struct str data)
{
	if (data.len != 13)
		return damaged;
	png->width = big_endian(data.ptr);
	png->height = big_endian(data.ptr + 4);
	png->depth = (unsigned char)data.ptr[8];
	png->colour = (unsigned char)data.ptr[9];
	png->is_interlaced = data.ptr[12] == 1;
	if (!is_depth_fit(png->colour, png->depth) || data.ptr[10] != 0 ||
	    data.ptr[11] != 0 || (unsigned char)data.ptr[12] > 1 ||
	    png->width == 0 || png->height == 0)
		return damaged;
	if (png->depth == 16) /* libharu reads half of it */
		return too_deep;
	if (png->width > PICTURE_SIDE_MAX || png->height > PICTURE_SIDE_MAX)
		return too_large;
	if (png->is_interlaced)
		add_passes(png);
	else
		add_pass(png, 0, png->width, png->height);
	return NULL;
}

/* Is the filter at the front of each row one of the five? `bytes` are the
 * next `len` of the image. */
static bool
are_filters_known(struct png *png, const unsigned char *bytes, size_t len)
{
	while (png->next_row < png->seen + len && png->next_row < png->size) {
		if (bytes[png->next_row - png->seen] > 4)
			return false;
		png->next_row += png->passes[png->pass].row;
		while (png->pass < 6 &&
		       png->next_row >= png->passes[png->pass].end)
			png->pass++;
	}
	return true;
}

/* Unpacks the data, to see that they are whole. */
static const char *
read_data(struct png *png, struct str data)
{
	unsigned char scratch[16384];
	int status = Z_OK;
	size_t len;

	if (png->is_done)
		return data.len > 0 ? damaged : NULL;
	png->has_data = true;
	png->stream.next_in = (Bytef *)data.ptr;
	png->stream.avail_in = (uInt)data.len;
	while (!png->is_done && png->seen <= png->size) {
		png->stream.next_out = scratch;
		png->stream.avail_out = sizeof(scratch);
		status = inflate(&png->stream, Z_NO_FLUSH);
		len = sizeof(scratch) - png->stream.avail_out;
		if (!are_filters_known(png, scratch, len))
			return damaged;
		png->seen += len;
		if (status == Z_STREAM_END)
			png->is_done = true;
		else if (status == Z_BUF_ERROR)
			return NULL; /* more in the next chunk */
		else if (status != Z_OK)
			return damaged;
	}
	return png->is_done ? NULL : damaged;
}

/* One chunk. Those that do not show the image are left out. */
static const char *
read_chunk(struct png *png, struct buf *out, struct str chunk, struct str data)
{
	struct str type = str_head(str_skip(chunk, 4), 4);
	const char *reason = NULL;

	if (str_is(type, "IHDR"))
		reason = png->size != 0 ? damaged : read_header(png, data);
	else if (png->size == 0)
		return damaged;
	else if (str_is(type, "PLTE")) {
		if (png->has_palette || png->has_data || data.len == 0 ||
		    data.len > 768 || data.len % 3 != 0)
			return damaged;
		if (png->colour != 3)
			return NULL;
		png->has_palette = true;
		png->colours = (unsigned)data.len / 3;
		if (png->colours > 1u << png->depth)
			return damaged;
	} else if (str_is(type, "tRNS")) {
		if (png->colour != 3 || !png->has_palette || png->has_data ||
		    data.len == 0 || data.len > png->colours)
			return NULL;
	} else if (str_is(type, "IDAT"))
		reason = png->colour == 3 && !png->has_palette
			     ? damaged
			     : read_data(png, data);
	else if (str_is(type, "IEND"))
		png->has_end = true;
	else
		return (type.ptr[0] & 0x20) != 0 ? NULL : damaged;
	if (reason == NULL)
		buf_put_str(out, chunk);
	return reason;
}

static const char *
read_chunks(struct png *png, struct buf *out, struct str rest)
{
	const char *reason = NULL;

	while (reason == NULL && !png->has_end) {
		uint32_t len;
		struct str chunk;

		if (rest.len < CHUNK)
			return damaged;
		len = big_endian(rest.ptr);
		if (len > rest.len - CHUNK)
			return damaged;
		chunk = str_head(rest, len + CHUNK);
		if (crc32(0, (const Bytef *)chunk.ptr + 4, len + 4) !=
		    big_endian(chunk.ptr + 8 + len))
			return damaged;
		reason = read_chunk(
		    png, out, chunk, str_head(str_skip(chunk, 8), len));
		rest = str_skip(rest, len + CHUNK);
	}
	return reason;
}

const char *
picture_png_clean(struct picture *picture, struct buf *out, struct str bytes)
{
	struct png png = { 0 };
	const char *reason;

	if (inflateInit(&png.stream) != Z_OK)
		return damaged;
	buf_put_str(out, str_head(bytes, SIGNATURE));
	reason = read_chunks(&png, out, str_skip(bytes, SIGNATURE));
	inflateEnd(&png.stream);
	if (reason == NULL && (!png.is_done || png.seen != png.size))
		reason = damaged;
	picture->kind = PICTURE_PNG;
	picture->width = png.width;
	picture->height = png.height;
	picture->turn = 1;
	return reason;
}
