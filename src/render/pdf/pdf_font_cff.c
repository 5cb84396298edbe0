/* pdf_font_cff: reads a CFF program (Adobe Technical Note 5176): its indexes
 * and dictionaries, and where each glyph's outline is. Knows nothing of what
 * an outline looks like, save whether it is made of two others. */
#include "render/pdf/pdf_font_cff.h"

#include <stdint.h>

enum {
	ESCAPE = 12,
	SHORT_INT = 28,
	LONG_INT = 29,
	REAL = 30,
	FIXED = 255,  /* in outlines */
	ENDCHAR = 14, /* the same */
	HEADER_SIZE_AT = 2
};

/* A place in a program. Reading beyond the end sets `bad`. */
struct reader {
	struct str bytes;
	size_t at;
	bool bad;
};

static unsigned
take(struct reader *reader, unsigned count)
{
	unsigned value = 0;

	for (; count > 0; count--) {
		if (reader->at >= reader->bytes.len) {
			reader->bad = true;
			return 0;
		}
		value =
		    value << 8 | (unsigned char)reader->bytes.ptr[reader->at++];
	}
	return value;
}

static struct str
part(struct str bytes, size_t from, size_t to)
{
	return str_head(str_skip(bytes, from), to - from);
}

bool
pdf_cff_index(struct str cff, size_t at, struct pdf_cff_index *index)
{
	struct reader reader = { .bytes = cff, .at = at };
	unsigned last;

	*index = (struct pdf_cff_index){ 0 };
	index->count = take(&reader, 2);
	index->all = part(cff, at, at + 2);
	if (reader.bad || index->count == 0)
		return !reader.bad;
	index->offset_size = take(&reader, 1);
	if (index->offset_size < 1 || index->offset_size > 4)
		return false;
	index->offsets_at = reader.at - at;
	/* offsets are counted from the byte before the data */
	index->data_at = index->offsets_at +
			 ((size_t)index->count + 1) * index->offset_size - 1;
	reader.at = at + index->data_at + 1 - index->offset_size;
	last = take(&reader, index->offset_size);
	if (reader.bad || last > cff.len ||
	    at + index->data_at + last > cff.len)
		return false;
	index->all = part(cff, at, at + index->data_at + last);
	return true;
}

bool
pdf_cff_item(const struct pdf_cff_index *index, size_t i, struct str *item)
{
	struct reader reader = { .bytes = index->all };
	unsigned from, to;

	if (i >= index->count)
		return false;
	reader.at = index->offsets_at + i * index->offset_size;
	from = take(&reader, index->offset_size);
	to = take(&reader, index->offset_size);
	if (reader.bad || from < 1 || to < from ||
	    index->data_at + to > index->all.len)
		return false;
	*item = part(index->all, index->data_at + from, index->data_at + to);
	return true;
}

/* Reads an integer that begins with the byte `b`. Reals are read over: what
 * is looked for is none. */
static int
take_number(struct reader *reader, unsigned b)
{
	if (b == SHORT_INT)
		return (int16_t)take(reader, 2);
	if (b == LONG_INT)
		return (int)take(reader, 4);
	if (b == REAL) {
		unsigned pair;

		do
			pair = take(reader, 1);
		while (
		    !reader->bad && (pair & 0x0F) != 0x0F && pair >> 4 != 0x0F);
		return 0;
	}
	if (b <= 246)
		return (int)b - 139;
	if (b <= 250)
		return ((int)b - 247) * 256 + (int)take(reader, 1) + 108;
	return -((int)b - 251) * 256 - (int)take(reader, 1) - 108;
}

bool
pdf_cff_entry(struct str dict, unsigned op, struct pdf_cff_entry *entry)
{
	struct reader reader = { .bytes = dict };
	size_t begin = 0;
	int numbers[2] = { 0, 0 };

	*entry = (struct pdf_cff_entry){ 0 };
	while (!reader.bad && reader.at < dict.len) {
		size_t end = reader.at;
		unsigned b = take(&reader, 1);

		if (b >= SHORT_INT) {
			numbers[0] = numbers[1];
			numbers[1] = take_number(&reader, b);
			continue;
		}
		if (b == ESCAPE)
			b = b << 8 | take(&reader, 1);
		if (b == op && !reader.bad) {
			entry->operands = part(dict, begin, end);
			entry->first = numbers[0];
			entry->last = numbers[1];
			return true;
		}
		begin = reader.at;
		numbers[0] = numbers[1] = 0;
	}
	return false;
}

/* Finds what its own dictionary says of a Private DICT. */
static bool
read_private(struct str cff, struct str dict, struct pdf_cff_part *out)
{
	struct pdf_cff_entry entry, subrs;
	struct pdf_cff_index index;
	size_t at, size;

	*out = (struct pdf_cff_part){ 0 };
	if (pdf_cff_entry(dict, PDF_CFF_FONT_MATRIX, &entry))
		out->matrix = entry.operands;
	if (!pdf_cff_entry(dict, PDF_CFF_PRIVATE, &entry))
		return true;
	if (entry.first < 0 || entry.last < 0)
		return false;
	at = (size_t)entry.last;
	size = (size_t)entry.first;
	if (at > cff.len || size > cff.len - at)
		return false;
	out->private_size = size;
	out->bytes = part(cff, at, at + size);
	if (!pdf_cff_entry(out->bytes, PDF_CFF_SUBRS, &subrs))
		return true;
	/* its subroutines stand so far from its beginning */
	if (subrs.last < 0 || (size_t)subrs.last < size ||
	    (size_t)subrs.last > cff.len - at ||
	    !pdf_cff_index(cff, at + (size_t)subrs.last, &index))
		return false;
	out->bytes = part(cff, at, at + (size_t)subrs.last + index.all.len);
	return true;
}

/* The parts of a program whose glyphs have numbers for names, or the one part
 * that any other is. */
static bool
read_parts(struct pdf_cff *cff)
{
	struct pdf_cff_entry entry;
	struct pdf_cff_index index;

	cff->is_cid = pdf_cff_entry(cff->top, PDF_CFF_ROS, &entry);
	if (!cff->is_cid) {
		cff->part_count = 1;
		if (!read_private(cff->bytes, cff->top, &cff->parts[0]))
			return false;
		cff->parts[0].matrix = (struct str){ NULL, 0 };
		return true;
	}
	if (!pdf_cff_entry(cff->top, PDF_CFF_FD_SELECT, &entry) ||
	    entry.last <= 0)
		return false;
	cff->select_at = (size_t)entry.last;
	if (!pdf_cff_entry(cff->top, PDF_CFF_FD_ARRAY, &entry) ||
	    entry.last <= 0 ||
	    !pdf_cff_index(cff->bytes, (size_t)entry.last, &index) ||
	    index.count < 1 || index.count > PDF_CFF_PARTS)
		return false;
	cff->part_count = index.count;
	for (size_t i = 0; i < index.count; i++) {
		struct str dict;

		if (!pdf_cff_item(&index, i, &dict) ||
		    !read_private(cff->bytes, dict, &cff->parts[i]))
			return false;
	}
	return true;
}

bool
pdf_cff_read(struct str bytes, struct pdf_cff *cff)
{
	struct reader reader = { .bytes = bytes, .at = HEADER_SIZE_AT };
	struct pdf_cff_index index;
	struct pdf_cff_entry entry;
	size_t at = take(&reader, 1);

	*cff = (struct pdf_cff){ .bytes = bytes };
	if (reader.bad || !pdf_cff_index(bytes, at, &index))
		return false; /* its name */
	at += index.all.len;
	if (!pdf_cff_index(bytes, at, &index) ||
	    !pdf_cff_item(&index, 0, &cff->top))
		return false;
	at += index.all.len;
	if (!pdf_cff_index(bytes, at, &index))
		return false; /* strings */
	at += index.all.len;
	if (!pdf_cff_index(bytes, at, &index))
		return false;
	cff->global_subrs = index.all;
	return pdf_cff_entry(cff->top, PDF_CFF_CHAR_STRINGS, &entry) &&
	       entry.last > 0 &&
	       pdf_cff_index(bytes, (size_t)entry.last, &cff->glyphs) &&
	       read_parts(cff);
}

/* Which part a glyph belongs to (FDSelect). */
bool
pdf_cff_part_of(const struct pdf_cff *cff, size_t glyph, unsigned *out)
{
	struct reader reader = { .bytes = cff->bytes, .at = cff->select_at };
	unsigned format, ranges;

	*out = 0;
	if (!cff->is_cid)
		return true;
	format = take(&reader, 1);
	if (format == 0) {
		reader.at += glyph;
		*out = take(&reader, 1);
		return !reader.bad && *out < cff->part_count;
	}
	if (format != 3)
		return false;
	for (ranges = take(&reader, 2); ranges > 0; ranges--) {
		unsigned first = take(&reader, 2);

		if (first > glyph)
			break;
		*out = take(&reader, 1);
	}
	return !reader.bad && *out < cff->part_count;
}

/* An outline that names two others by their places in Adobe's standard
 * encoding ("seac"): four numbers and the end, after a width perhaps. */
bool
pdf_cff_is_composite(struct str outline)
{
	struct reader reader = { .bytes = outline };
	unsigned count = 0;

	while (!reader.bad && reader.at < outline.len) {
		unsigned b = take(&reader, 1);

		if (b < 32 && b != SHORT_INT)
			return b == ENDCHAR && count >= 4;
		if (b == FIXED)
			take(&reader, 4);
		else
			take_number(&reader, b);
		count++;
	}
	return false;
}
