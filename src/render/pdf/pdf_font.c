/* pdf_font: the faces of the manifest, opened by HarfBuzz; see pdf_font.h and
 * pdf.h. Shaping is in pdf_font_shape.c, font programs in pdf_font_subset.c. */
#include "render/pdf/pdf_font_priv.h"

#include <stdlib.h>

#include <harfbuzz/hb-ot.h>

#include "base/msg.h"
#include "base/must.h"
#include "render/pdf/pdf.h"

static const size_t NO_FAMILY = (size_t)-1;

static float
metric(hb_font_t *font, hb_ot_metrics_tag_t tag, float otherwise)
{
	hb_position_t value;

	if (!hb_ot_metrics_get_position(font, tag, &value) || value == 0)
		return otherwise;
	return (float)abs(value) / PDF_EM;
}

static void
measure(struct pdf_face *face)
{
	struct pdf_metrics *m = &face->metrics;

	m->ascent =
	    metric(face->font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 0.9f);
	m->descent =
	    metric(face->font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, 0.2f);
	m->cap_height = metric(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.7f);
	m->underline_at =
	    metric(face->font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, 0.1f);
	m->underline_thick =
	    metric(face->font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 0.07f);
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	bool has = hb_blob_get_length(blob) > 0;

	hb_blob_destroy(blob);
	return has;
}

/* What speaks against a face; NULL: nothing. */
static const char *
why_unusable(hb_face_t *face)
{
	if (face == NULL || hb_face_get_glyph_count(face) < 2 ||
	    hb_face_get_glyph_count(face) > 0xFFFF)
		return "is not a font that can be used";
	if (has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
	    has_table(face, HB_TAG('C', 'F', 'F', ' ')))
		return NULL;
	if (has_table(face, HB_TAG('C', 'F', 'F', '2')))
		return "this variable font cannot be part of a PDF; install "
		       "the family's static fonts, or its TrueType ones";
	return "this font has no outlines that can be part of a PDF";
}

/* Opens a face and appends it. The file is mapped, so that pages of it that
 * are never looked at are never read. */
static bool
face_open(struct pdf_fonts *fonts, size_t family_index, unsigned style,
    struct msgs *msgs)
{
	struct pdf_family *family = &fonts->manifest.families[family_index];
	const char *path = family->paths[style].ptr;
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	hb_face_t *hb_face =
	    blob != NULL ? hb_face_create(blob, family->indexes[style]) : NULL;
	struct pdf_face *face;

	hb_blob_destroy(blob);
	if (why_unusable(hb_face) != NULL) {
		msgs_refuse(msgs, path, 0, "%s", why_unusable(hb_face));
		hb_face_destroy(hb_face);
		return false;
	}
	hb_face_make_immutable(hb_face);
	fonts->faces = arena_push(fonts->arena, fonts->faces,
	    &fonts->face_count, &fonts->face_cap, sizeof(*fonts->faces));
	face = &fonts->faces[fonts->face_count - 1];
	face->face = hb_face;
	face->font = hb_font_create(hb_face);
	hb_font_set_scale(face->font, PDF_EM, PDF_EM);
	face->is_cff = !has_table(hb_face, HB_TAG('g', 'l', 'y', 'f'));
	face->is_instance = family->instances[style] > 0;
	if (face->is_instance)
		hb_font_set_var_named_instance(
		    face->font, family->instances[style] - 1);
	face->title = pdf_face_title(fonts->arena, family, style);
	face->family = family_index;
	face->style = style;
	measure(face);
	family->faces[style] = (int)fonts->face_count - 1;
	return true;
}

/* A style without a face of its own gets the nearest one. */
static void
fill_styles(struct pdf_family *family)
{
	static const unsigned nearest[PDF_STYLES][PDF_STYLES] = {
		{ 0, 0, 0, 0 },
		{ 1, 0, 0, 0 },
		{ 2, 0, 0, 0 },
		{ 3, 1, 2, 0 },
	};
	int faces[PDF_STYLES] = { 0 };

	for (unsigned s = 0; s < PDF_STYLES; s++)
		for (unsigned i = 0; i < PDF_STYLES; i++)
			if (family->paths[nearest[s][i]].len > 0) {
				faces[s] = family->faces[nearest[s][i]];
				break;
			}
	for (unsigned s = 0; s < PDF_STYLES; s++)
		family->faces[s] = faces[s];
}

/* The faces to try for a character: the face itself, then the fallback
 * families in the same style, then those in their regular style. */
static void
make_chain(struct pdf_fonts *fonts, struct pdf_face *face, uint16_t self)
{
	const struct pdf_manifest *manifest = &fonts->manifest;

	face->chain = arena_alloc(fonts->arena,
	    (2 * manifest->fallback_count + 1) * sizeof(*face->chain));
	face->chain[face->chain_count++] = self;
	for (size_t i = 0; i < 2 * manifest->fallback_count; i++) {
		size_t family =
		    manifest->fallback[i % manifest->fallback_count];
		unsigned style =
		    i < manifest->fallback_count ? face->style : PDF_REGULAR;
		uint16_t other =
		    (uint16_t)manifest->families[family].faces[style];
		bool there = false;

		for (size_t j = 0; j < face->chain_count; j++)
			there = there || face->chain[j] == other;
		if (!there)
			face->chain[face->chain_count++] = other;
	}
}

/* The makers of a font may forbid that it is put into a document (OS/2,
 * fsType: "restricted licence embedding"). */
static bool
may_embed(struct pdf_face *face)
{
	hb_blob_t *os2 =
	    hb_face_reference_table(face->face, HB_TAG('O', 'S', '/', '2'));
	unsigned len;
	const char *bytes = hb_blob_get_data(os2, &len);
	bool may = len < 10 || (bytes[9] & 0x0F) != 0x02;

	hb_blob_destroy(os2);
	return may;
}

static bool
open_family(struct pdf_fonts *fonts, size_t index, struct msgs *msgs)
{
	struct pdf_family *family = &fonts->manifest.families[index];

	for (unsigned s = 0; s < PDF_STYLES; s++)
		if (family->paths[s].len > 0 &&
		    !face_open(fonts, index, s, msgs))
			return false;
	fill_styles(family);
	return true;
}

static bool
open_all(struct pdf_fonts *fonts, struct msgs *msgs)
{
	for (size_t i = 0; i < fonts->manifest.family_count; i++)
		if (!open_family(fonts, i, msgs))
			return false;
	must(fonts->face_count < UINT16_MAX);
	for (size_t i = 0; i < fonts->face_count; i++)
		make_chain(fonts, &fonts->faces[i], (uint16_t)i);
	return true;
}

struct pdf_fonts *
pdf_fonts_load(const char *manifest, const char *const *dirs, struct msgs *msgs)
{
	struct pdf_fonts *fonts = mem_alloc(sizeof(*fonts));

	fonts->arena = arena_new();
	fonts->buffer = hb_buffer_create();
	if (pdf_manifest_load(
		&fonts->manifest, fonts->arena, manifest, dirs, msgs) &&
	    open_all(fonts, msgs))
		return fonts;
	pdf_fonts_free(fonts);
	return NULL;
}

void
pdf_fonts_free(struct pdf_fonts *fonts)
{
	if (fonts == NULL)
		return;
	pdf_shape_clear(fonts);
	for (size_t i = 0; i < fonts->face_count; i++) {
		hb_font_destroy(fonts->faces[i].font);
		hb_face_destroy(fonts->faces[i].face);
	}
	hb_buffer_destroy(fonts->buffer);
	free(fonts->missing_bits);
	free(fonts->missing[0]);
	free(fonts->missing[1]);
	arena_free(fonts->arena);
	free(fonts);
}

/* NO_FAMILY if there is none of that name. */
static size_t
family_find(const struct pdf_fonts *fonts, struct str name)
{
	const struct pdf_manifest *manifest = &fonts->manifest;

	for (size_t i = 0; i < manifest->family_count; i++)
		if (str_eq_nocase(manifest->families[i].name, name))
			return i;
	return NO_FAMILY;
}

static bool
may_embed_all(struct pdf_fonts *fonts, size_t first, struct msgs *msgs)
{
	for (size_t i = first; i < fonts->face_count; i++)
		if (!may_embed(&fonts->faces[i])) {
			msgs_refuse(msgs, fonts->faces[i].title.ptr, 0,
			    "the makers of this font do not allow it to be "
			    "part of a PDF");
			return false;
		}
	return true;
}

bool
pdf_fonts_add(struct pdf_fonts *fonts, struct str name, const char *const *dirs,
    struct msgs *msgs)
{
	struct pdf_manifest *manifest = &fonts->manifest;
	struct pdf_family family = { .name = str_copy(fonts->arena, name) };
	size_t first = fonts->face_count;

	if (name.len == 0 || family_find(fonts, name) != NO_FAMILY)
		return true;
	if (!pdf_system_family(&family, fonts->arena, dirs)) {
		msgs_refuse(msgs, family.name.ptr, 0,
		    "no such family of fonts is installed, or none that "
		    "is a TrueType or OpenType font; \"fc-list : family\" "
		    "lists them");
		return false;
	}
	manifest->families = arena_push(fonts->arena, manifest->families,
	    &manifest->family_count, &manifest->family_cap,
	    sizeof(*manifest->families));
	manifest->families[manifest->family_count - 1] = family;
	if (!open_family(fonts, manifest->family_count - 1, msgs) ||
	    !may_embed_all(fonts, first, msgs)) {
		manifest->family_count--;
		return false;
	}
	must(fonts->face_count < UINT16_MAX);
	for (size_t i = first; i < fonts->face_count; i++)
		make_chain(fonts, &fonts->faces[i], (uint16_t)i);
	return true;
}

uint16_t
pdf_fonts_find(const struct pdf_fonts *fonts, struct str family, unsigned style)
{
	size_t found = family_find(fonts, family);

	if (found == NO_FAMILY)
		found = 0;
	return (uint16_t)fonts->manifest.families[found]
	    .faces[style % PDF_STYLES];
}

const struct pdf_metrics *
pdf_face_metrics(const struct pdf_fonts *fonts, uint16_t face)
{
	must(face < fonts->face_count);
	return &fonts->faces[face].metrics;
}
