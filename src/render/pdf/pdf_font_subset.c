/* pdf_font_subset: a face's facts and the part of it that a PDF carries; see
 * pdf_font_embed.h. */
#include "render/pdf/pdf_font_embed.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>

#include "base/buf.h"
#include "base/must.h"
#include "render/pdf/pdf_font_cff.h"
#include "render/pdf/pdf_font_priv.h"

size_t
pdf_fonts_count(const struct pdf_fonts *fonts)
{
	return fonts->face_count;
}

/* A signed 16-bit number of a table; 0 if the table is shorter. */
static int
table_int16(hb_face_t *face, hb_tag_t tag, unsigned at)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	unsigned len;
	const unsigned char *bytes =
	    (const unsigned char *)hb_blob_get_data(blob, &len);
	int value = 0;

	if (at + 2 <= len)
		value = bytes[at] << 8 | bytes[at + 1];
	hb_blob_destroy(blob);
	return value >= 0x8000 ? value - 0x10000 : value;
}

static void
describe_name(const struct pdf_face *face, char name[64])
{
	unsigned len = 64, kept = 0;

	name[0] = '\0';
	/* all instances of a variable font have its name */
	if (face->is_instance)
		snprintf(name, 64, "%s", face->title.ptr);
	else
		hb_ot_name_get_utf8(face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
		    HB_LANGUAGE_INVALID, &len, name);
	for (unsigned i = 0; name[i] != '\0'; i++)
		if (isalnum((unsigned char)name[i]) || name[i] == '-')
			name[kept++] = name[i];
	name[kept] = '\0';
	if (kept == 0)
		strcpy(name, "Font");
}

void
pdf_face_describe(const struct pdf_fonts *fonts, uint16_t face_index,
    struct pdf_face_facts *facts)
{
	enum { HEAD_BOX = 36, OS2_FAMILY_CLASS = 30, POST_FIXED = 14 };
	const struct pdf_face *face = &fonts->faces[face_index];
	hb_font_t *font = face->font;
	int upem = (int)hb_face_get_upem(face->face);
	int class, weight;

	must(face_index < fonts->face_count);
	memset(facts, 0, sizeof(*facts));
	describe_name(face, facts->name);
	facts->is_cff = face->is_cff;
	facts->is_fixed_pitch =
	    table_int16(face->face, HB_TAG('p', 'o', 's', 't'), POST_FIXED) !=
	    0;
	class = table_int16(
		    face->face, HB_TAG('O', 'S', '/', '2'), OS2_FAMILY_CLASS) >>
		8;
	facts->is_serif = class >= 1 && class <= 7 && class != 6;
	facts->italic_angle =
	    hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE);
	facts->is_italic = facts->italic_angle != 0;
	for (unsigned i = 0; i < 4; i++)
		facts->box[i] =
		    table_int16(face->face, HB_TAG('h', 'e', 'a', 'd'),
			HEAD_BOX + 2 * i) *
		    PDF_EM / upem;
	facts->ascent = (int)(face->metrics.ascent * PDF_EM + 0.5f);
	facts->descent = -(int)(face->metrics.descent * PDF_EM + 0.5f);
	facts->cap_height = (int)(face->metrics.cap_height * PDF_EM + 0.5f);
	/* No font says how thick its stems are; this is near enough for what
	 * viewers do with it, which is nothing when the font is embedded. */
	weight = (int)hb_style_get_value(font, HB_STYLE_TAG_WEIGHT);
	facts->stem_v = 50 + weight * weight / 4225;
}

/* Fixes what a variable font leaves open. */
static void
pin_axes(hb_subset_input_t *input, const struct pdf_face *face)
{
	unsigned count = hb_ot_var_get_axis_count(face->face), got = 0;
	const float *coords = hb_font_get_var_coords_design(face->font, &got);

	for (unsigned i = 0; i < count; i++) {
		hb_ot_var_axis_info_t axis;
		unsigned one = 1;

		hb_ot_var_get_axis_infos(face->face, i, &one, &axis);
		if (i < got)
			hb_subset_input_pin_axis_location(
			    input, face->face, axis.tag, coords[i]);
		else
			hb_subset_input_pin_axis_to_default(
			    input, face->face, axis.tag);
	}
}

static hb_subset_input_t *
make_input(const struct pdf_face *face, const uint32_t *glyphs, size_t count)
{
	static const char drop[][5] = { "GSUB", "GPOS", "GDEF", "kern", "cmap",
		"name", "post", "OS/2", "gasp", "FFTM", "DSIG", "LTSH", "VDMX",
		"hdmx", "PCLT", "JSTF", "BASE", "MATH", "STAT", "VORG", "vhea",
		"vmtx", "meta" };
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *set;

	if (input == NULL)
		return NULL;
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	set = hb_subset_input_glyph_set(input);
	for (size_t i = 0; i < count; i++)
		hb_set_add(set, glyphs[i]);
	set = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof(drop) / sizeof(drop[0]); i++)
		hb_set_add(set, hb_tag_from_string(drop[i], 4));
	pin_axes(input, face);
	return input;
}

static bool
append_face(hb_face_t *face, struct buf *out)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned len;
	const char *bytes = hb_blob_get_data(blob, &len);

	buf_put(out, bytes, len);
	hb_blob_destroy(blob);
	return len > 0;
}

/* The outlines of an OpenType font alone, with a glyph for each place asked
 * for. */
static bool
append_cff(const struct pdf_face *face, hb_face_t *subset, uint32_t *places,
    size_t count, struct buf *out)
{
	hb_blob_t *blob =
	    hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
	struct str cff;
	char name[64];
	unsigned len;
	bool ok;

	cff.ptr = hb_blob_get_data(blob, &len);
	cff.len = len;
	describe_name(face, name);
	ok = pdf_cff_write(cff, name, places, count, out);
	for (size_t i = 0; i < count; i++)
		places[i] = (uint32_t)i;
	hb_blob_destroy(blob);
	return ok;
}

bool
pdf_face_subset(const struct pdf_fonts *fonts, uint16_t face,
    const uint32_t *glyphs, size_t count, uint32_t *places, struct buf *out)
{
	hb_subset_input_t *input =
	    make_input(&fonts->faces[face], glyphs, count);
	hb_subset_plan_t *plan = NULL;
	hb_face_t *subset = NULL;
	bool ok = false;

	must(face < fonts->face_count);
	if (input != NULL)
		plan = hb_subset_plan_create_or_fail(
		    fonts->faces[face].face, input);
	if (plan != NULL)
		subset = hb_subset_plan_execute_or_fail(plan);
	if (subset != NULL) {
		const hb_map_t *map =
		    hb_subset_plan_old_to_new_glyph_mapping(plan);

		for (size_t i = 0; i < count; i++)
			places[i] = hb_map_get(map, glyphs[i]);
		ok = fonts->faces[face].is_cff ? append_cff(&fonts->faces[face],
						     subset, places, count, out)
					       : append_face(subset, out);
	}
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return ok;
}
