/* pdf_flate: see pdf_flate.h. */
#include "render/pdf/pdf_flate.h"

#include <limits.h>
#include <stdlib.h>

#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

enum {
	LEVEL = 6 /* 9 takes twice the time for 1% less; 4 saves a third of the
		   * time for 5% more */
};

struct pdf_flate {
	z_stream stream;
};

struct pdf_flate *
pdf_flate_new(void)
{
	struct pdf_flate *flate = mem_alloc(sizeof(*flate));

	must(deflateInit(&flate->stream, LEVEL) == Z_OK);
	return flate;
}

void
pdf_flate_free(struct pdf_flate *flate)
{
	if (flate == NULL)
		return;
	deflateEnd(&flate->stream);
	free(flate);
}

void
pdf_flate_put(struct pdf_flate *flate, struct buf *out, struct str bytes)
{
	z_stream *stream = &flate->stream;
	uLong room;

	must(bytes.len < UINT_MAX / 2);
	deflateReset(stream);
	room = deflateBound(stream, bytes.len);
	buf_reserve(out, room);
	stream->next_in = (Bytef *)bytes.ptr;
	stream->avail_in = (uInt)bytes.len;
	stream->next_out = (Bytef *)out->ptr + out->len;
	stream->avail_out = (uInt)room;
	must(deflate(stream, Z_FINISH) == Z_STREAM_END);
	out->len += room - stream->avail_out;
	out->ptr[out->len] = '\0';
}
