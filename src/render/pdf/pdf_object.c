/* pdf_object: objects by hand; see pdf_object.h. */
#include "render/pdf/pdf_object.h"

#include "base/arena.h"
#include "base/must.h"
#include "base/utf8.h"
#include "render/pdf/pdf_flate.h"

enum {
	TEXT_MAX = 16000, /* UTF-16 units; PDF/A-2 allows 32,767 bytes */
	NUMBER_MASK = 0x00FFFFFF
};

/* Marks a dictionary as one of ours; never called, for we write the file. */
static HPDF_STATUS
is_ours(HPDF_Dict dict, HPDF_Stream stream)
{
	(void)dict;
	(void)stream;
	return HPDF_OK;
}

unsigned
pdf_object_number(const void *object)
{
	const HPDF_Obj_Header *header = object;

	return header->obj_id & NUMBER_MASK;
}

struct pdf_object *
pdf_object_take(HPDF_Dict dict, struct arena *arena)
{
	struct pdf_object *object = arena_alloc(arena, sizeof(*object));

	dict->write_fn = is_ours;
	dict->attr = object;
	object->dict = dict;
	object->number = pdf_object_number(dict);
	return object;
}

struct pdf_object *
pdf_object_new(HPDF_Doc doc, struct arena *arena)
{
	HPDF_List entries = doc->xref->entries;
	HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);

	/* The list grows by a fixed number of items, which is quadratic. */
	if (entries->count >= entries->items_per_block)
		entries->items_per_block = entries->count;
	must(dict != NULL); /* our allocator does not fail */
	if (HPDF_Xref_Add(doc->xref, dict) != HPDF_OK) {
		/* Too many objects. libharu has freed it and remembers the
		 * error, which is asked for before saving; until then,
		 * something that can be named. */
		struct pdf_object *nothing =
		    arena_alloc(arena, sizeof(*nothing));

		nothing->dict = doc->info;
		return nothing;
	}
	return pdf_object_take(dict, arena);
}

const struct pdf_object *
pdf_object_of(void *object)
{
	const HPDF_Obj_Header *header = object;
	HPDF_Dict dict = object;

	if ((header->obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT ||
	    dict->write_fn != is_ours)
		return NULL;
	return dict->attr;
}

void
pdf_object_set(struct pdf_object *object, struct arena *arena, struct buf *body)
{
	object->body = str_copy(arena, buf_str(body));
	buf_reset(body);
}

void
pdf_object_set_stream(struct pdf_object *object, struct arena *arena,
    struct buf *body, struct str bytes, struct pdf_flate *flate)
{
	struct buf packed = BUF_INIT;

	if (flate != NULL) {
		pdf_flate_put(flate, &packed, bytes);
		bytes = buf_str(&packed);
		buf_puts(body, "/Filter/FlateDecode");
	}
	buf_printf(body, "/Length %zu", bytes.len);
	pdf_object_set(object, arena, body);
	object->bytes = str_copy(arena, bytes);
	object->is_stream = true;
	buf_clear(&packed);
}

void
pdf_object_drop(HPDF_Doc doc, void *object)
{
	/* An object's number is its place in the list. */
	HPDF_XrefEntry entry =
	    HPDF_Xref_GetEntry(doc->xref, pdf_object_number(object));

	if (entry != NULL)
		entry->entry_typ = HPDF_FREE_ENTRY;
}

void
pdf_put_ref(struct buf *buf, unsigned number)
{
	buf_printf(buf, "%u 0 R", number);
}

static bool
is_ascii(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] < 0x20 ||
		    (unsigned char)text.ptr[i] > 0x7E)
			return false;
	return text.len <= TEXT_MAX;
}

static void
put_unit(struct buf *bytes, uint32_t unit)
{
	char pair[2] = { (char)(unit >> 8), (char)(unit & 0xFF) };

	buf_put(bytes, pair, 2);
}

static void
put_utf16(struct buf *bytes, struct str text)
{
	put_unit(bytes, 0xFEFF);
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (bytes->len > 2 * TEXT_MAX) {
			put_unit(bytes, 0x2026);
			return;
		}
		if (c > 0xFFFF) {
			put_unit(bytes, 0xD800 + ((c - 0x10000) >> 10));
			put_unit(bytes, 0xDC00 + ((c - 0x10000) & 0x3FF));
		} else
			put_unit(bytes, c);
	}
}

void
pdf_put_text(struct buf *buf, struct str text)
{
	struct buf bytes = BUF_INIT;

	if (is_ascii(text)) {
		buf_puts(buf, "(");
		for (size_t i = 0; i < text.len; i++) {
			char c = text.ptr[i];

			if (c == '(' || c == ')' || c == '\\')
				buf_puts(buf, "\\");
			buf_put(buf, &c, 1);
		}
		buf_puts(buf, ")");
		return;
	}
	put_utf16(&bytes, text);
	buf_puts(buf, "<");
	for (size_t i = 0; i < bytes.len; i++)
		buf_printf(buf, "%02X", (unsigned char)bytes.ptr[i]);
	buf_puts(buf, ">");
	buf_clear(&bytes);
}

void *
pdf_text_object(HPDF_Doc doc, struct str text)
{
	struct buf bytes = BUF_INIT;
	HPDF_Binary binary;

	if (is_ascii(text))
		buf_put_str(&bytes, text);
	else
		put_utf16(&bytes, text);
	binary = HPDF_Binary_New(
	    doc->mmgr, (HPDF_BYTE *)bytes.ptr, (HPDF_UINT)bytes.len);
	buf_clear(&bytes);
	return binary;
}

static void
put_fixed(struct buf *buf, long value, int decimals)
{
	char digits[32];
	size_t at = sizeof(digits);
	unsigned long rest =
	    value < 0 ? 0 - (unsigned long)value : (unsigned long)value;
	bool has_decimals = false;

	for (int i = 0; i < decimals; i++) {
		unsigned digit = (unsigned)(rest % 10);

		rest /= 10;
		has_decimals = has_decimals || digit != 0;
		if (has_decimals)
			digits[--at] = (char)('0' + digit);
	}
	if (has_decimals)
		digits[--at] = '.';
	if (rest == 0 && !has_decimals)
		digits[--at] = '0';
	for (; rest != 0; rest /= 10)
		digits[--at] = (char)('0' + rest % 10);
	if (value < 0)
		digits[--at] = '-';
	buf_put(buf, digits + at, sizeof(digits) - at);
}

void
pdf_put_hundredths(struct buf *buf, long value)
{
	put_fixed(buf, value, 2);
}

void
pdf_put_thousandths(struct buf *buf, long value)
{
	put_fixed(buf, value, 3);
}
