/* pdf_paint_font: the codes that text is written in, and the font objects
 * that explain them: what each code looks like, how wide it is, and what it
 * says (ISO 32000-1, 9.7 and 9.10.3). */
#include "render/pdf/pdf_paint_priv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/msg.h"
#include "base/must.h"
#include "base/utf8.h"
#include "render/pdf/pdf_font_embed.h"

enum {
	FIRST_SLOTS = 256, /* of the table of codes; a power of two */
	CODES_MAX = 65535, /* codes have two bytes */
	BLOCK = 100,       /* lines of a bfchar block, at most */
	NOTHING = 0x2060   /* WORD JOINER: says nothing */
};

static uint32_t
hash_code(uint32_t glyph, struct str text)
{
	uint32_t hash = 2166136261u ^ glyph * 2654435761u;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619u;
	return hash ^ hash >> 15;
}

/* The slot that holds the code, or the free one where it would be. */
static uint16_t *
find_slot(struct pdf_paint_face *face, uint32_t glyph, struct str text)
{
	size_t mask = face->slot_count - 1;
	size_t at = hash_code(glyph, text) & mask;

	while (face->slots[at] != 0) {
		const struct pdf_code *code = &face->codes[face->slots[at]];

		if (code->glyph == glyph && str_eq(code->text, text))
			break;
		at = (at + 1) & mask;
	}
	return &face->slots[at];
}

static void
grow_slots(struct pdf_paint_face *face)
{
	free(face->slots);
	face->slot_count =
	    face->slot_count == 0 ? FIRST_SLOTS : 2 * face->slot_count;
	face->slots = mem_alloc(face->slot_count * sizeof(*face->slots));
	for (size_t i = 1; i < face->code_count; i++)
		*find_slot(face, face->codes[i].glyph, face->codes[i].text) =
		    (uint16_t)i;
}

static struct pdf_code *
push_code(struct pdf_paint *paint, struct pdf_paint_face *face)
{
	face->codes = arena_push(paint->arena, face->codes, &face->code_count,
	    &face->code_cap, sizeof(*face->codes));
	return &face->codes[face->code_count - 1];
}

unsigned
pdf_code_find(
    struct pdf_paint *paint, const struct pdf_glyph *glyph, struct str text)
{
	struct pdf_paint_face *face = &paint->faces[glyph->face];
	struct pdf_code *code;
	uint16_t *slot;

	if (face->codes == NULL)
		push_code(paint, face); /* code 0 is no code */
	if (2 * face->code_count >= face->slot_count)
		grow_slots(face);
	slot = find_slot(face, glyph->glyph, text);
	if (*slot != 0)
		return *slot;
	/* More than this takes every character that there is, and thousands
	 * of faces' worth of glyphs: show the last one. */
	if (face->code_count == CODES_MAX)
		return CODES_MAX - 1;
	*slot = (uint16_t)face->code_count;
	code = push_code(paint, face);
	code->glyph = glyph->glyph;
	code->text = str_copy(paint->arena, text);
	code->width = (unsigned)lroundf(glyph->own_advance * 1000);
	return (unsigned)face->code_count - 1;
}

static bool
is_private(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

void
pdf_code_text(const struct pdf_item *item, size_t index, struct buf *text)
{
	const struct pdf_glyph *glyph = &item->as.text.glyphs[index];
	struct str rest = item->as.text.text;

	rest = str_head(str_skip(rest, glyph->text_at), glyph->text_len);
	while (rest.len > 0) {
		uint32_t c = utf8_next(&rest);

		/* A soft hyphen that shows nothing says nothing; the standards
		 * forbid the others in a map. */
		if (c == 0xAD || c == 0xFEFF)
			continue;
		if (utf8_is_control(c) || c == 0x2028 || c == 0x2029)
			c = ' ';
		if (is_private(c) || (c & 0xFFFE) == 0xFFFE)
			c = UTF8_BAD;
		buf_put_char(text, c);
	}
	/* The second glyph of one character. */
	if (text->len == 0)
		buf_put_char(text, NOTHING);
}

static void
put_utf16_hex(struct buf *buf, struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c > 0xFFFF)
			buf_printf(buf, "%04X%04X",
			    0xD800 + ((c - 0x10000) >> 10),
			    0xDC00 + ((c - 0x10000) & 0x3FF));
		else
			buf_printf(buf, "%04X", c);
	}
}

static void
make_to_unicode(struct pdf_paint *paint, struct pdf_paint_face *face)
{
	struct buf map = BUF_INIT;

	buf_puts(&map,
	    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"
	    "def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (size_t i = 1; i < face->code_count; i++) {
		if (i % BLOCK == 1) {
			size_t left = face->code_count - i;

			buf_printf(&map, "%zu beginbfchar\n",
			    left < BLOCK ? left : BLOCK);
		}
		buf_printf(&map, "<%04zX><", i);
		put_utf16_hex(&map, face->codes[i].text);
		buf_puts(&map, ">\n");
		if (i % BLOCK == 0 || i + 1 == face->code_count)
			buf_puts(&map, "endbfchar\n");
	}
	buf_puts(&map, "endcmap\nCMapName currentdict/CMap defineresource "
		       "pop\nend\nend\n");
	face->to_unicode = str_copy(paint->arena, buf_str(&map));
	buf_clear(&map);
}

static struct pdf_object *
add_stream(struct pdf_paint *paint, const char *keys, struct str bytes)
{
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);

	buf_printf(&paint->body, "<<%s", keys);
	pdf_object_set_stream(
	    object, paint->arena, &paint->body, bytes, paint->flate);
	return object;
}

/* Six letters that follow from what is in the subset. */
static void
make_tag(char tag[7], struct str program, struct str map)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < program.len; i++)
		hash = (hash ^ (unsigned char)program.ptr[i]) * 1099511628211u;
	for (size_t i = 0; i < map.len; i++)
		hash = (hash ^ (unsigned char)map.ptr[i]) * 1099511628211u;
	hash ^= hash >> 32;
	for (int i = 0; i < 6; i++, hash /= 26)
		tag[i] = (char)('A' + hash % 26);
	tag[6] = '\0';
}

/* A face's objects, as they are put together. */
struct making {
	struct pdf_paint *paint;
	struct pdf_paint_face *face;
	struct pdf_face_facts facts;
	char tag[7];
	struct buf program;
	uint32_t *glyphs, *places; /* by code */
};

static struct pdf_object *
add_descriptor(struct making *making)
{
	enum { FIXED_PITCH = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
	const struct pdf_face_facts *facts = &making->facts;
	struct pdf_paint *paint = making->paint;
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);
	struct pdf_object *program;
	char keys[40];
	int flags = SYMBOLIC | (facts->is_fixed_pitch ? FIXED_PITCH : 0) |
		    (facts->is_serif ? SERIF : 0) |
		    (facts->is_italic ? ITALIC : 0);

	if (facts->is_cff)
		snprintf(keys, sizeof(keys), "/Subtype/CIDFontType0C");
	else
		snprintf(
		    keys, sizeof(keys), "/Length1 %zu", making->program.len);
	program = add_stream(paint, keys, buf_str(&making->program));
	buf_printf(&paint->body,
	    "<</Type/FontDescriptor/FontName/%s+%s/Flags %d"
	    "/FontBBox[%d %d %d %d]/ItalicAngle ",
	    making->tag, facts->name, flags, facts->box[0], facts->box[1],
	    facts->box[2], facts->box[3]);
	buf_put_number(&paint->body, facts->italic_angle, 1);
	buf_printf(&paint->body,
	    "/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile%d ",
	    facts->ascent, facts->descent, facts->cap_height, facts->stem_v,
	    facts->is_cff ? 3 : 2);
	pdf_put_ref(&paint->body, program->number);
	buf_puts(&paint->body, ">>");
	pdf_object_set(object, paint->arena, &paint->body);
	return object;
}

/* Which glyph of the program each code shows: two bytes a code. */
static struct pdf_object *
add_glyph_map(struct making *making)
{
	struct buf map = BUF_INIT;
	struct pdf_object *object;

	for (size_t i = 0; i < making->face->code_count; i++) {
		char pair[2] = { (char)(making->places[i] >> 8),
			(char)(making->places[i] & 0xFF) };

		buf_put(&map, pair, 2);
	}
	object = add_stream(making->paint, "", buf_str(&map));
	buf_clear(&map);
	return object;
}

static struct pdf_object *
add_cid_font(struct making *making)
{
	struct pdf_paint *paint = making->paint;
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);
	struct pdf_object *descriptor = add_descriptor(making);
	bool is_cff = making->facts.is_cff;
	/* CIDs of a CFF program are our codes already */
	struct pdf_object *map = is_cff ? NULL : add_glyph_map(making);

	buf_printf(&paint->body,
	    "<</Type/Font/Subtype/CIDFontType%d/BaseFont/%s+%s/CIDSystemInfo"
	    "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
	    "/FontDescriptor ",
	    is_cff ? 0 : 2, making->tag, making->facts.name);
	pdf_put_ref(&paint->body, descriptor->number);
	if (map != NULL) {
		buf_puts(&paint->body, "/CIDToGIDMap ");
		pdf_put_ref(&paint->body, map->number);
	}
	buf_puts(&paint->body, "/W[1[");
	for (size_t i = 1; i < making->face->code_count; i++)
		buf_printf(&paint->body, i == 1 ? "%u" : " %u",
		    making->face->codes[i].width);
	buf_puts(&paint->body, "]]>>");
	pdf_object_set(object, paint->arena, &paint->body);
	return object;
}

static void
write_font(struct making *making)
{
	struct pdf_paint *paint = making->paint;
	struct pdf_object *cid_font = add_cid_font(making);
	struct pdf_object *map =
	    add_stream(paint, "", making->face->to_unicode);

	making->face->font = pdf_object_new(paint->doc, paint->arena);
	buf_printf(&paint->body,
	    "<</Type/Font/Subtype/Type0/BaseFont/%s+%s/Encoding/Identity-H"
	    "/DescendantFonts[",
	    making->tag, making->facts.name);
	pdf_put_ref(&paint->body, cid_font->number);
	buf_puts(&paint->body, "]/ToUnicode ");
	pdf_put_ref(&paint->body, map->number);
	buf_puts(&paint->body, ">>");
	pdf_object_set(making->face->font, paint->arena, &paint->body);
}

static bool
make_font(struct pdf_paint *paint, uint16_t index)
{
	struct pdf_paint_face *face = &paint->faces[index];
	struct making making = { .paint = paint, .face = face };
	bool ok;

	making.glyphs =
	    arena_alloc(paint->arena, face->code_count * sizeof(uint32_t));
	making.places =
	    arena_alloc(paint->arena, face->code_count * sizeof(uint32_t));
	for (size_t i = 0; i < face->code_count; i++)
		making.glyphs[i] = face->codes[i].glyph;
	pdf_face_describe(paint->fonts, index, &making.facts);
	ok = pdf_face_subset(paint->fonts, index, making.glyphs,
	    face->code_count, making.places, &making.program);
	if (ok) {
		make_to_unicode(paint, face);
		make_tag(
		    making.tag, buf_str(&making.program), face->to_unicode);
		write_font(&making);
	} else
		msgs_refuse(paint->msgs, making.facts.name, 0,
		    "HarfBuzz could not make a subset of this font");
	buf_clear(&making.program);
	return ok;
}

bool
pdf_paint_fonts(struct pdf_paint *paint)
{
	for (size_t i = 0; i < pdf_fonts_count(paint->fonts); i++)
		if (paint->faces[i].codes != NULL &&
		    !make_font(paint, (uint16_t)i))
			return false;
	return true;
}
