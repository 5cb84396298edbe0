/* pdf_save: objects -> the bytes of the file; see pdf_object.h. libharu
 * writes a cross-reference table and every object in full, which makes a
 * tagged file twice as large as it need be; so the file is written here, and
 * libharu is asked only for the bytes of the objects that it made.
 *
 *     %PDF-1.7
 *     streams, each as it comes
 *     object streams, each of up to PER_STREAM other objects
 *     the cross-reference stream, which is the trailer too */
#include "render/pdf/pdf_object.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "render/pdf/pdf_flate.h"

enum {
	PER_STREAM = 1000,
	MUCH = 8000,    /* bytes that are worth a stream of their own */
	SAMPLE = 16000, /* bytes that are looked at to choose a stride */
	ROW = 7         /* bytes of a cross-reference */
};

/* Where an object is: ISO 32000-1, table 18. */
struct place {
	unsigned char type; /* 0 free, 1 in the file, 2 in an object stream */
	size_t at;          /* byte offset, or the number of the stream */
	unsigned index;     /* in the object stream */
};

struct save {
	HPDF_Doc doc;
	struct buf *out;
	size_t start; /* of the file in out */
	struct pdf_flate *flate;
	struct place *places; /* by object number */
	size_t count, cap;
	/* the object stream that is being filled */
	struct buf bodies;            /* one after the other */
	unsigned numbers[PER_STREAM]; /* of its objects */
	size_t ends[PER_STREAM];      /* in bodies */
	unsigned packed;
	struct buf scratch;
};

static HPDF_STATUS
write_to_buf(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
	buf_put(stream->attr, (const char *)bytes, len);
	return HPDF_OK;
}

static bool
put_haru(struct save *save, struct buf *to, void *object)
{
	HPDF_Stream stream =
	    HPDF_CallbackWriter_New(save->doc->mmgr, write_to_buf, to);
	bool ok = stream != NULL &&
		  HPDF_Obj_WriteValue(object, stream, NULL) == HPDF_OK;

	HPDF_Stream_Free(stream);
	return ok;
}

static struct place *
place_of(struct save *save, size_t number)
{
	if (number >= save->cap) {
		size_t cap = 2 * number + 64;

		save->places =
		    mem_resize(save->places, cap * sizeof(*save->places));
		memset(save->places + save->cap, 0,
		    (cap - save->cap) * sizeof(*save->places));
		save->cap = cap;
	}
	if (number >= save->count)
		save->count = number + 1;
	return &save->places[number];
}

static void
start_object(struct save *save, unsigned number)
{
	struct place *place = place_of(save, number);

	place->type = 1;
	place->at = save->out->len - save->start;
	buf_printf(save->out, "%u 0 obj\n", number);
}

static void
put_stream(
    struct save *save, unsigned number, struct str body, struct str bytes)
{
	start_object(save, number);
	buf_put_str(save->out, body);
	buf_puts(save->out, ">>\nstream\n");
	buf_put_str(save->out, bytes);
	buf_puts(save->out, "\nendstream\nendobj\n");
}

static void
put_packed(
    struct save *save, unsigned number, struct str keys, struct str plain)
{
	struct buf bytes = BUF_INIT;

	pdf_flate_put(save->flate, &bytes, plain);
	buf_reset(&save->scratch);
	buf_put_str(&save->scratch, keys);
	buf_printf(&save->scratch, "/Filter/FlateDecode/Length %zu", bytes.len);
	put_stream(save, number, buf_str(&save->scratch), buf_str(&bytes));
	buf_clear(&bytes);
}

/* Writes each row as its difference from the row above (PNG's filter "up")
 * where most of it is the same; such rows take next to nothing when compressed.
 */
static void
predict(struct buf *rows, size_t width)
{
	struct buf out = BUF_INIT;
	struct buf row = BUF_INIT;

	for (size_t at = 0; at < rows->len; at += width) {
		size_t differ = 0;

		buf_reset(&row);
		for (size_t i = at; i < at + width; i++) {
			char above = at == 0 ? 0 : rows->ptr[i - width];
			char difference = (char)(rows->ptr[i] - above);

			differ += difference != 0;
			buf_put(&row, &difference, 1);
		}
		if (differ * 2 < width) {
			buf_put(&out, "\2", 1);
			buf_put_str(&out, buf_str(&row));
		} else {
			buf_put(&out, "\0", 1);
			buf_put(&out, rows->ptr + at, width);
		}
	}
	buf_clear(&row);
	buf_clear(rows);
	*rows = out;
}

static void
pad(struct buf *buf, size_t stride)
{
	while (buf->len % stride != 0)
		buf_put(buf, " ", 1);
}

/* The text of an object stream with the first `count` objects, each at a
 * multiple of `stride`; gives where the first one begins.
 *
 * The objects of a table's cells are alike but for some digits, and so are the
 * numbers that say where they begin: each in the same width they differ in
 * the fewest bytes. */
static size_t
lay_out(const struct save *save, unsigned count, size_t stride, struct buf *out)
{
	size_t at = 0, first;

	for (unsigned i = 0; i < count; i++) {
		size_t start = i == 0 ? 0 : save->ends[i - 1];
		size_t len = save->ends[i] - start + 1; /* and a line feed */

		buf_printf(out, "%07u %07zu ", save->numbers[i], at);
		at += (len + stride - 1) / stride * stride;
	}
	pad(out, stride);
	first = out->len;
	for (unsigned i = 0; i < count; i++) {
		size_t start = i == 0 ? 0 : save->ends[i - 1];

		buf_put(out, save->bodies.ptr + start, save->ends[i] - start);
		buf_puts(out, "\n");
		pad(out, stride);
	}
	return first;
}

static size_t
differing(const struct buf *rows, size_t stride)
{
	size_t count = 0;

	for (size_t i = stride; i < rows->len; i++)
		count += rows->ptr[i] != rows->ptr[i - stride];
	return count;
}

/* The stride at which rows differ least from the rows above. A longer one has
 * to be better by more than a little, for its rows have more in them. */
static size_t
best_stride(const struct save *save)
{
	static const size_t strides[] = { 48, 60, 72, 80, 84, 96, 108, 120, 144,
		160 };
	size_t best = strides[0], least = SIZE_MAX;
	unsigned count = 0;
	struct buf rows = BUF_INIT;

	while (
	    count < save->packed && (count < 8 || save->ends[count] < SAMPLE))
		count++;
	for (size_t i = 0; i < sizeof(strides) / sizeof(strides[0]); i++) {
		size_t cost;

		buf_reset(&rows);
		lay_out(save, count, strides[i], &rows);
		cost = differing(&rows, strides[i]) * (400 + strides[i]);
		if (cost < least) {
			least = cost;
			best = strides[i];
		}
	}
	buf_clear(&rows);
	return best;
}

/* Writes the object stream that has been filled, under a new number. */
static void
flush_packed(struct save *save)
{
	struct buf keys = BUF_INIT, rows = BUF_INIT;
	size_t number = save->count, first, stride;

	if (save->packed == 0)
		return;
	for (unsigned i = 0; i < save->packed; i++) {
		struct place *place = place_of(save, save->numbers[i]);

		place->type = 2;
		place->at = number;
		place->index = i;
	}
	stride = best_stride(save);
	first = lay_out(save, save->packed, stride, &rows);
	predict(&rows, stride);
	buf_printf(&keys,
	    "<</Type/ObjStm/DecodeParms<</Predictor 15/Columns %zu>>/N %u"
	    "/First %zu",
	    stride, save->packed, first);
	put_packed(save, (unsigned)number, buf_str(&keys), buf_str(&rows));
	buf_clear(&keys);
	buf_clear(&rows);
	buf_reset(&save->bodies);
	save->packed = 0;
}

static bool
pack_object(struct save *save, unsigned number, void *object)
{
	const struct pdf_object *ours = pdf_object_of(object);
	bool ok = true;

	if (ours != NULL)
		buf_put_str(&save->bodies, ours->body);
	else
		ok = put_haru(save, &save->bodies, object);
	save->numbers[save->packed] = number;
	save->ends[save->packed++] = save->bodies.len;
	if (save->packed == PER_STREAM)
		flush_packed(save);
	return ok;
}

static bool
is_haru_stream(void *object)
{
	const HPDF_Obj_Header *header = object;
	HPDF_Dict dict = object;

	return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
	       pdf_object_of(object) == NULL && dict->stream != NULL;
}

static bool
save_streams(struct save *save)
{
	HPDF_Xref xref = save->doc->xref;

	for (HPDF_UINT i = 0; i < xref->entries->count; i++) {
		HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
		const struct pdf_object *ours;

		place_of(save, i)->type = 0;
		if (entry == NULL || entry->obj == NULL ||
		    entry->entry_typ == HPDF_FREE_ENTRY)
			continue;
		ours = pdf_object_of(entry->obj);
		if (ours != NULL && ours->is_stream)
			put_stream(save, i, ours->body, ours->bytes);
		else if (is_haru_stream(entry->obj)) {
			start_object(save, i);
			if (!put_haru(save, save->out, entry->obj))
				return false;
			buf_puts(save->out, "\nendobj\n");
		}
	}
	return true;
}

/* The object of that number, if it is one to be packed; or NULL. */
static void *
packable(struct save *save, HPDF_UINT number)
{
	HPDF_XrefEntry entry = HPDF_Xref_GetEntry(save->doc->xref, number);

	if (entry == NULL || entry->obj == NULL ||
	    entry->entry_typ == HPDF_FREE_ENTRY ||
	    place_of(save, number)->type == 1)
		return NULL;
	return entry->obj;
}

/* Where the objects end that are of the same sort as the one at `from`, and
 * whether there is much of them. */
static HPDF_UINT
sort_end(struct save *save, HPDF_UINT from, HPDF_UINT count, bool *much)
{
	unsigned sort = 0;
	size_t bytes = 0;
	HPDF_UINT i;

	for (i = from; i < count; i++) {
		void *object = packable(save, i);
		const struct pdf_object *ours =
		    object != NULL ? pdf_object_of(object) : NULL;
		unsigned own = ours != NULL ? ours->sort : 0;

		if (i == from)
			sort = own;
		if (own != sort)
			break;
		bytes += ours != NULL ? ours->body.len : 0;
	}
	*much = bytes >= MUCH;
	return i;
}

/* What there is much of has streams to itself: like lies by like. */
static bool
save_others(struct save *save)
{
	HPDF_UINT count = save->doc->xref->entries->count, end;

	for (HPDF_UINT from = 0; from < count; from = end) {
		bool much;

		end = sort_end(save, from, count, &much);
		if (much)
			flush_packed(save);
		for (HPDF_UINT i = from; i < end; i++) {
			void *object = packable(save, i);

			if (object != NULL && !pack_object(save, i, object))
				return false;
		}
		if (much)
			flush_packed(save);
	}
	flush_packed(save);
	return true;
}

static void
put_big_endian(struct buf *buf, size_t value, int bytes)
{
	char all[8];

	for (int i = bytes - 1; i >= 0; i--, value >>= 8)
		all[i] = (char)(value & 0xFF);
	buf_put(buf, all, (size_t)bytes);
}

static void
put_hex(struct buf *buf, const unsigned char id[16])
{
	buf_puts(buf, "<");
	for (int i = 0; i < 16; i++)
		buf_printf(buf, "%02X", id[i]);
	buf_puts(buf, ">");
}

static void
save_xref(struct save *save, const unsigned char id[16])
{
	size_t number = save->count;
	size_t at = save->out->len - save->start;
	struct buf rows = BUF_INIT, keys = BUF_INIT;

	place_of(save, number)->type = 1;
	place_of(save, number)->at = at;
	for (size_t i = 0; i < save->count; i++) {
		const struct place *place = &save->places[i];

		/* A free object's generation says that it is never used. */
		put_big_endian(&rows, place->type, 1);
		put_big_endian(&rows, place->at, ROW - 3);
		put_big_endian(
		    &rows, place->type == 0 ? 0xFFFF : place->index, 2);
	}
	predict(&rows, ROW);
	buf_printf(&keys,
	    "<</Type/XRef/W[1 %d 2]/DecodeParms<</Predictor 15/Columns %d>>"
	    "/Size %zu/Root ",
	    ROW - 3, ROW, save->count);
	pdf_put_ref(&keys, pdf_object_number(save->doc->catalog));
	buf_puts(&keys, "/Info ");
	pdf_put_ref(&keys, pdf_object_number(save->doc->info));
	buf_puts(&keys, "/ID[");
	put_hex(&keys, id);
	put_hex(&keys, id);
	buf_puts(&keys, "]");
	put_packed(save, (unsigned)number, buf_str(&keys), buf_str(&rows));
	buf_printf(save->out, "startxref\n%zu\n%%%%EOF\n", at);
	buf_clear(&rows);
	buf_clear(&keys);
}

bool
pdf_object_save(HPDF_Doc doc, struct buf *out, const unsigned char id[16],
    struct pdf_flate *flate)
{
	struct save save = {
		.doc = doc, .out = out, .start = out->len, .flate = flate
	};
	bool ok;

	buf_puts(out, "%PDF-1.7\n%\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\n");
	ok = save_streams(&save) && save_others(&save);
	if (ok)
		save_xref(&save, id);
	ok = ok && HPDF_GetError(doc) == HPDF_OK;
	free(save.places);
	buf_clear(&save.bodies);
	buf_clear(&save.scratch);
	return ok;
}
