/* picture_jpeg: checks the segments of a JPEG (ITU-T T.81, annex B) and leaves
 * out those that do not show it, Exif's among them: they say where and by whom
 * a picture was taken. Does not decode what lies between them. */
#include "model/picture.h"

#include "base/buf.h"

static const char damaged[] = "it is damaged";

struct jpeg {
	struct str rest; /* what has not been read */
	struct picture *picture;
	struct buf *out;
	bool has_frame, has_scan, has_end;
};

static unsigned
byte_at(struct str bytes, size_t at)
{
	return (unsigned char)bytes.ptr[at];
}

static unsigned
short_at(struct str bytes, size_t at)
{
	return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/* A number of Exif, whose bytes may stand in either order. */
static unsigned long
exif_number(struct str tiff, size_t at, size_t count)
{
	bool little = tiff.ptr[0] == 'I';
	unsigned long value = 0;

	for (size_t i = 0; i < count; i++)
		value = value << 8 |
			byte_at(tiff, at + (little ? count - 1 - i : i));
	return value;
}

/* The entry 0x0112 of the first directory: which way is up. */
static int
exif_turn(struct str data)
{
	struct str tiff = str_skip(data, 6);
	unsigned long at, count;

	if (!str_starts(data, "Exif") || tiff.len < 8)
		return 1;
	at = exif_number(tiff, 4, 4);
	if (at > tiff.len - 2)
		return 1;
	count = exif_number(tiff, at, 2);
	at += 2;
	for (; count > 0 && at + 12 <= tiff.len; count--, at += 12) {
		unsigned long turn = exif_number(tiff, at + 8, 2);

		if (exif_number(tiff, at, 2) == 0x0112)
			return turn >= 1 && turn <= 8 ? (int)turn : 1;
	}
	return 1;
}

/* Tells a browser the same with nothing else in it. */
static void
put_turn(struct buf *out, int turn)
{
	static const char exif[] =
	    "\xFF\xE1\x00\x22"
	    "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03"
	    "\0\0\0\x01\0";
	const char value[] = { (char)turn, 0, 0, 0, 0, 0, 0 };

	if (turn == 1)
		return;
	buf_put(out, exif, sizeof(exif) - 1);
	buf_put(out, value, sizeof(value));
}

static const char *
read_frame(struct jpeg *jpeg, unsigned marker, struct str data)
{
	struct picture *picture = jpeg->picture;

	if (jpeg->has_frame || data.len < 6)
		return damaged;
	jpeg->has_frame = true;
	if (marker > 0xC2)
		return "it is a JPEG of a kind that few programs show";
	if (byte_at(data, 0) != 8)
		return "it has more than 8 bits a colour";
	picture->height = short_at(data, 1);
	picture->width = short_at(data, 3);
	if (byte_at(data, 5) == 4)
		return "its colours are for print (CMYK)";
	if (byte_at(data, 5) != 1 && byte_at(data, 5) != 3)
		return damaged;
	if (picture->width == 0 || picture->height == 0)
		return damaged;
	if (picture->width > PICTURE_SIDE_MAX ||
	    picture->height > PICTURE_SIDE_MAX)
		return "it is larger than 20,000 pixels";
	return NULL;
}

/* The packed data behind a scan's head: up to the next marker that is no
 * restart. */
static void
read_scan(struct jpeg *jpeg)
{
	size_t at = 0;

	while (at + 1 < jpeg->rest.len) {
		unsigned next = byte_at(jpeg->rest, at + 1);

		if (byte_at(jpeg->rest, at) == 0xFF && next != 0 &&
		    !(next >= 0xD0 && next <= 0xD7) && next != 0xFF)
			break;
		at++;
	}
	if (at + 1 >= jpeg->rest.len)
		at = jpeg->rest.len;
	jpeg->has_scan = true;
	buf_put_str(jpeg->out, str_head(jpeg->rest, at));
	jpeg->rest = str_skip(jpeg->rest, at);
}

/* Does it show the picture? JFIF's (APP0), a profile (APP2) and Adobe's
 * (APP14) do; other segments of programs, and comments, do not. */
static bool
is_shown(unsigned marker)
{
	if (marker == 0xFE)
		return false;
	return marker < 0xE0 || marker > 0xEF || marker == 0xE0 ||
	       marker == 0xE2 || marker == 0xEE;
}

static const char *
read_segment(struct jpeg *jpeg)
{
	struct str rest = jpeg->rest, data;
	unsigned marker, len;
	const char *reason = NULL;

	while (rest.len > 1 && byte_at(rest, 0) == 0xFF &&
	       byte_at(rest, 1) == 0xFF)
		rest = str_skip(rest, 1); /* may stand before any marker */
	if (rest.len < 2 || byte_at(rest, 0) != 0xFF)
		return damaged;
	marker = byte_at(rest, 1);
	if (marker == 0xD9) {
		jpeg->has_end = true;
		buf_put(jpeg->out, "\xFF\xD9", 2);
		return NULL;
	}
	if (rest.len < 4)
		return damaged;
	len = short_at(rest, 2);
	if (len < 2 || len + 2 > rest.len)
		return damaged;
	data = str_head(str_skip(rest, 4), len - 2);
	if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	    marker != 0xC8 && marker != 0xCC)
		reason = read_frame(jpeg, marker, data);
	if (marker == 0xE1 && jpeg->picture->turn == 1) {
		jpeg->picture->turn = exif_turn(data);
		put_turn(jpeg->out, jpeg->picture->turn);
	}
	if (is_shown(marker))
		buf_put_str(jpeg->out, str_head(rest, len + 2));
	jpeg->rest = str_skip(rest, len + 2);
	if (marker == 0xDA && !jpeg->has_frame)
		return damaged;
	if (marker == 0xDA)
		read_scan(jpeg);
	return reason;
}

const char *
picture_jpeg_clean(struct picture *picture, struct buf *out, struct str bytes)
{
	struct jpeg jpeg = {
		.rest = str_skip(bytes, 2), .picture = picture, .out = out
	};
	const char *reason = NULL;

	picture->kind = PICTURE_JPEG;
	picture->turn = 1;
	buf_put(out, "\xFF\xD8", 2);
	while (reason == NULL && !jpeg.has_end)
		reason = read_segment(&jpeg);
	if (reason == NULL && (!jpeg.has_frame || !jpeg.has_scan))
		reason = damaged;
	if (picture->turn >= 5) {
		unsigned width = picture->width;

		picture->width = picture->height;
		picture->height = width;
	}
	return reason;
}
