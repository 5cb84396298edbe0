/* pdf_font_cff_write: a CFF program whose glyphs have CIDs (Adobe Technical
 * Note 5176, section 18). In goes a program of any kind and the glyphs that
 * are wanted, in the order of their CIDs; outlines, widths and subroutines are
 * copied as they are. */
#include "render/pdf/pdf_font_cff.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

enum {
	FIRST_STRING = 391, /* number of the first string that is our own */
	LONG_INT = 29,
	OFFSET_SIZE = 4
};

static void
put_bytes(struct buf *out, unsigned value, unsigned count)
{
	for (; count > 0; count--) {
		char byte = (char)(value >> (count - 1) * 8 & 0xFF);

		buf_put(out, &byte, 1);
	}
}

/* A number of a dictionary, always in five bytes: so that the dictionary has
 * its size before its numbers are known. */
static void
put_int(struct buf *out, size_t value)
{
	put_bytes(out, LONG_INT, 1);
	put_bytes(out, (unsigned)value, 4);
}

/* The same, up to 1131, as short as it can be. */
static void
put_short(struct buf *out, unsigned value)
{
	if (value <= 107)
		put_bytes(out, value + 139, 1);
	else
		put_bytes(out, 247 * 256 + value - 108, 2);
}

static void
put_op(struct buf *out, enum pdf_cff_op op)
{
	put_bytes(out, op, op > 0xFF ? 2 : 1);
}

static void
put_str(struct buf *out, struct str bytes)
{
	buf_put(out, bytes.ptr, bytes.len);
}

/* The beginning of an INDEX of items with these lengths. */
static void
put_index(struct buf *out, const size_t *lengths, size_t count)
{
	size_t at = 1;

	put_bytes(out, (unsigned)count, 2);
	put_bytes(out, OFFSET_SIZE, 1);
	put_bytes(out, (unsigned)at, OFFSET_SIZE);
	for (size_t i = 0; i < count; i++) {
		at += lengths[i];
		put_bytes(out, (unsigned)at, OFFSET_SIZE);
	}
}

/* Where things stand in the new program. */
struct places {
	size_t charset, select, glyphs, dicts;
	size_t privates[PDF_CFF_PARTS];
};

struct writing {
	const struct pdf_cff *cff;
	const uint32_t *glyphs;
	size_t count;
	struct str name;
	struct places places;
};

static void
put_top(struct buf *out, const struct writing *writing)
{
	static const enum pdf_cff_op copied[] = { PDF_CFF_FONT_MATRIX,
		PDF_CFF_FONT_BBOX };
	struct pdf_cff_entry entry;

	/* it has to come first, and some look for it at this very place */
	put_short(out, FIRST_STRING);
	put_short(out, FIRST_STRING + 1);
	put_short(out, 0);
	put_op(out, PDF_CFF_ROS);
	for (size_t i = 0; i < sizeof(copied) / sizeof(copied[0]); i++)
		if (pdf_cff_entry(writing->cff->top, copied[i], &entry)) {
			put_str(out, entry.operands);
			put_op(out, copied[i]);
		}
	put_int(out, writing->count);
	put_op(out, PDF_CFF_CID_COUNT);
	put_int(out, writing->places.charset);
	put_op(out, PDF_CFF_CHARSET);
	put_int(out, writing->places.select);
	put_op(out, PDF_CFF_FD_SELECT);
	put_int(out, writing->places.glyphs);
	put_op(out, PDF_CFF_CHAR_STRINGS);
	put_int(out, writing->places.dicts);
	put_op(out, PDF_CFF_FD_ARRAY);
}

static void
put_front(struct buf *out, const struct writing *writing)
{
	static const struct str registry = STR("Adobe"),
				ordering = STR("Identity");
	size_t strings[] = { registry.len, ordering.len };
	struct buf top = BUF_INIT;

	put_bytes(out, 0x01000404, 4); /* version 1.0, of four bytes */
	put_index(out, &writing->name.len, 1);
	put_str(out, writing->name);
	put_top(&top, writing);
	put_index(out, &top.len, 1);
	put_str(out, buf_str(&top));
	buf_clear(&top);
	put_index(out, strings, 2);
	put_str(out, registry);
	put_str(out, ordering);
	put_str(out, writing->cff->global_subrs);
}

/* All CIDs from 1 on, which are the glyphs' numbers. */
static void
put_charset(struct buf *out, size_t count)
{
	if (count < 2) {
		put_bytes(out, 0, 1);
		return;
	}
	put_bytes(out, 2, 1);
	put_bytes(out, 1, 2);
	put_bytes(out, (unsigned)count - 2, 2);
}

static bool
put_select(struct buf *out, const struct writing *writing)
{
	put_bytes(out, 0, 1);
	for (size_t i = 0; i < writing->count; i++) {
		unsigned part;

		if (!pdf_cff_part_of(writing->cff, writing->glyphs[i], &part))
			return false;
		put_bytes(out, part, 1);
	}
	return true;
}

static bool
put_glyphs(struct buf *out, const struct writing *writing)
{
	size_t *lengths = mem_alloc((writing->count + 1) * sizeof(*lengths));
	struct buf outlines = BUF_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < writing->count; i++) {
		struct str outline;

		ok = pdf_cff_item(
			 &writing->cff->glyphs, writing->glyphs[i], &outline) &&
		     !pdf_cff_is_composite(outline);
		if (ok) {
			put_str(&outlines, outline);
			lengths[i] = outline.len;
		}
	}
	if (ok) {
		put_index(out, lengths, writing->count);
		put_str(out, buf_str(&outlines));
	}
	free(lengths);
	buf_clear(&outlines);
	return ok;
}

static void
put_dicts(struct buf *out, const struct writing *writing)
{
	const struct pdf_cff *cff = writing->cff;
	size_t lengths[PDF_CFF_PARTS];
	struct buf dicts = BUF_INIT;

	for (size_t i = 0; i < cff->part_count; i++) {
		const struct pdf_cff_part *part = &cff->parts[i];
		size_t before = dicts.len;

		if (part->matrix.len > 0) {
			put_str(&dicts, part->matrix);
			put_op(&dicts, PDF_CFF_FONT_MATRIX);
		}
		put_int(&dicts, part->private_size);
		put_int(&dicts, writing->places.privates[i]);
		put_op(&dicts, PDF_CFF_PRIVATE);
		lengths[i] = dicts.len - before;
	}
	put_index(out, lengths, cff->part_count);
	put_str(out, buf_str(&dicts));
	buf_clear(&dicts);
}

/* Writes it all, and notes where it stands. All numbers have five bytes, so
 * it stands there the second time too. */
static bool
put_all(struct buf *out, struct writing *writing)
{
	struct places *places = &writing->places;
	const struct pdf_cff *cff = writing->cff;

	put_front(out, writing);
	places->charset = out->len;
	put_charset(out, writing->count);
	places->select = out->len;
	if (!put_select(out, writing))
		return false;
	places->glyphs = out->len;
	if (!put_glyphs(out, writing))
		return false;
	places->dicts = out->len;
	put_dicts(out, writing);
	for (size_t i = 0; i < cff->part_count; i++) {
		places->privates[i] = out->len;
		put_str(out, cff->parts[i].bytes);
	}
	return true;
}

bool
pdf_cff_write(struct str bytes, const char *name, const uint32_t *glyphs,
    size_t count, struct buf *out)
{
	struct pdf_cff *cff = mem_alloc(sizeof(*cff));
	struct writing writing = { .cff = cff,
		.glyphs = glyphs,
		.count = count,
		.name = str_from(name) };
	struct buf first = BUF_INIT, second = BUF_INIT;
	bool ok = pdf_cff_read(bytes, cff) && put_all(&first, &writing) &&
		  put_all(&second, &writing);

	if (ok)
		put_str(out, buf_str(&second));
	buf_clear(&first);
	buf_clear(&second);
	free(cff);
	return ok;
}
