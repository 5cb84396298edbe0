/* pdf_font_shape: text -> glyphs; see pdf_font.h. Decides which face sets
 * which character, lets HarfBuzz shape each stretch of one face, and
 * remembers short runs, for the words of a table come again and again. */
#include "render/pdf/pdf_font_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/must.h"
#include "base/utf8.h"

enum {
	BOX = 0x25A1,                /* stands for a character no face has */
	RUN_SLOTS = 4096,            /* of the table of runs; a power of two */
	RUN_MAX = 160,               /* bytes of a run that is remembered */
	RUN_MEMORY = 8 * 1024 * 1024 /* bytes remembered at most */
};

/* A run, remembered. */
struct pdf_run {
	struct pdf_run *next; /* of the same slot */
	uint32_t hash;
	uint16_t face;
	struct str lang, text;
	struct pdf_glyph *glyphs;
	size_t count;
};

/* A character on its way into HarfBuzz. */
struct letter {
	uint32_t c;  /* as it will be set */
	uint32_t at; /* byte offset in the text */
	uint16_t face;
	bool is_joined;   /* sets with the one before, in its face */
	bool is_anywhere; /* any face will do: spaces, invisible characters */
};

/* Glyphs in the making. */
struct line {
	struct pdf_fonts *fonts;
	struct arena *arena;
	struct pdf_glyph *glyphs;
	size_t count, cap;
	bool has_missing;
};

static bool
is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x34F || c == 0x61C || c == 0xFEFF ||
	       (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

static bool
is_mark(uint32_t c)
{
	hb_unicode_general_category_t category =
	    hb_unicode_general_category(hb_unicode_funcs_get_default(), c);

	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

static bool
face_has(const struct pdf_fonts *fonts, uint16_t face, uint32_t c)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(fonts->faces[face].font, c, &glyph) &&
	       glyph != 0;
}

/* Has the face the character, or all that it is composed of? */
static bool
face_can(const struct pdf_fonts *fonts, uint16_t face, uint32_t c)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	hb_codepoint_t first, second;

	for (int depth = 0; depth < 4; depth++) {
		if (face_has(fonts, face, c))
			return true;
		if (!hb_unicode_decompose(unicode, c, &first, &second) ||
		    (second != 0 && !face_has(fonts, face, second)))
			return false;
		c = first;
	}
	return false;
}

/* A hyphen that may not break is drawn as one that may. */
static uint32_t
plainer(uint32_t c)
{
	return c == 0x2011 ? 0x2010 : c == 0x2010 ? '-' : 0;
}

static void
note_missing(struct pdf_fonts *fonts, uint32_t c)
{
	unsigned char bit = (unsigned char)(1u << (c % 8));
	int list = fonts->missing_list;

	if (c > 0x10FFFF)
		return;
	if (fonts->missing_bits == NULL)
		fonts->missing_bits = mem_alloc(0x110000 / 8);
	if (fonts->missing_bits[c / 8] & bit)
		return;
	fonts->missing_bits[c / 8] |= bit;
	if (fonts->missing_count + 1 >= fonts->missing_cap[list]) {
		fonts->missing_cap[list] = 2 * fonts->missing_cap[list] + 16;
		fonts->missing[list] = mem_resize(fonts->missing[list],
		    fonts->missing_cap[list] * sizeof(uint32_t));
	}
	fonts->missing[list][fonts->missing_count++] = c;
}

const uint32_t *
pdf_fonts_missing(struct pdf_fonts *fonts, size_t *count)
{
	int list = fonts->missing_list;

	*count = fonts->missing_count;
	if (fonts->missing[list] == NULL) {
		fonts->missing_cap[list] = 16;
		fonts->missing[list] = mem_alloc(16 * sizeof(uint32_t));
	}
	fonts->missing[list][fonts->missing_count] = 0;
	for (size_t i = 0; i < fonts->missing_count; i++)
		fonts->missing_bits[fonts->missing[list][i] / 8] = 0;
	fonts->missing_count = 0;
	fonts->missing_list = 1 - list;
	return fonts->missing[list];
}

/* The first face of the chain that can set all the letters of a group (a
 * base and its marks); the chain's length if there is none. */
static size_t
find_in_chain(const struct pdf_fonts *fonts, const struct pdf_face *face,
    const struct letter *group, size_t count)
{
	for (size_t i = 0; i < face->chain_count; i++) {
		size_t j = 0;

		while (j < count &&
		       (group[j].is_anywhere ||
			   face_can(fonts, face->chain[i], group[j].c)))
			j++;
		if (j == count)
			return i;
	}
	return face->chain_count;
}

/* Gives each letter of a group its face. What no face has becomes a box. */
static void
group_set(struct line *line, const struct pdf_face *face, struct letter *group,
    size_t count)
{
	size_t found = find_in_chain(line->fonts, face, group, count);

	if (found == face->chain_count && count == 1 &&
	    plainer(group->c) != 0) {
		group->c = plainer(group->c);
		group_set(line, face, group, count);
		return;
	}
	if (found == face->chain_count && count > 1) {
		for (size_t i = 0; i < count; i++) {
			group_set(line, face, group + i, 1);
			group[i].is_joined =
			    i > 0 && group[i].face == group[i - 1].face;
		}
		return;
	}
	if (found == face->chain_count) {
		note_missing(line->fonts, group->c);
		line->has_missing = true;
		group->c = BOX;
		found = find_in_chain(line->fonts, face, group, 1);
		if (found == face->chain_count) {
			group->c = '?';
			found = 0;
		}
	}
	for (size_t i = 0; i < count; i++)
		group[i].face = face->chain[found];
}

/* Reads the text into letters. Gives how many. */
static size_t
read_letters(struct letter *letters, struct str text)
{
	struct str rest = text;
	size_t count = 0;

	while (rest.len > 0) {
		struct letter *letter = &letters[count];
		uint32_t c;

		letter->at = (uint32_t)(text.len - rest.len);
		c = utf8_next(&rest);
		if (utf8_is_control(c) || c == 0x2028 || c == 0x2029)
			c = ' ';
		letter->is_anywhere = utf8_is_space(c) || is_invisible(c);
		letter->is_joined =
		    count > 0 && (is_mark(c) || is_invisible(c));
		letter->c = c;
		count++;
	}
	return count;
}

static void
choose_faces(
    struct line *line, uint16_t face, struct letter *letters, size_t count)
{
	const struct pdf_face *wanted = &line->fonts->faces[face];

	for (size_t i = 0, end; i < count; i = end) {
		end = i + 1;
		while (end < count && letters[end].is_joined)
			end++;
		if (end == i + 1 && letters[i].is_anywhere)
			letters[i].face = face;
		else
			group_set(line, wanted, letters + i, end - i);
	}
}

/* Bytes from the first glyph's cluster to the next cluster. */
static uint16_t
cluster_len(const hb_glyph_info_t *info, unsigned count, size_t end_at)
{
	size_t len;

	for (unsigned i = 1; i < count; i++)
		if (info[i].cluster != info[0].cluster) {
			end_at = info[i].cluster;
			break;
		}
	len = end_at - info[0].cluster;
	return len < UINT16_MAX ? (uint16_t)len : UINT16_MAX;
}

static void
take_glyphs(struct line *line, uint16_t face, size_t end_at)
{
	hb_buffer_t *buffer = line->fonts->buffer;
	hb_font_t *font = line->fonts->faces[face].font;
	unsigned count;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *pos =
	    hb_buffer_get_glyph_positions(buffer, &count);

	for (unsigned i = 0; i < count; i++) {
		struct pdf_glyph *glyph;

		line->glyphs = arena_push(line->arena, line->glyphs,
		    &line->count, &line->cap, sizeof(*line->glyphs));
		glyph = &line->glyphs[line->count - 1];
		glyph->face = face;
		glyph->glyph = info[i].codepoint;
		glyph->text_at = info[i].cluster;
		if (i == 0 || info[i - 1].cluster != info[i].cluster)
			glyph->text_len =
			    cluster_len(info + i, count - i, end_at);
		glyph->advance = (float)pos[i].x_advance / PDF_EM;
		glyph->own_advance = (float)hb_font_get_glyph_h_advance(
					 font, info[i].codepoint) /
				     PDF_EM;
		glyph->x_offset = (float)pos[i].x_offset / PDF_EM;
		glyph->y_offset = (float)pos[i].y_offset / PDF_EM;
	}
}

/* Shapes letters of one face. Ligatures are off: a word must be searchable
 * letter by letter, and our faces have none that are missed. */
static void
shape_stretch(struct line *line, struct str lang, const struct letter *letters,
    size_t count, size_t end_at)
{
	static const hb_feature_t features[] = {
		{ HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START,
		    HB_FEATURE_GLOBAL_END },
		{ HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START,
		    HB_FEATURE_GLOBAL_END },
	};
	hb_buffer_t *buffer = line->fonts->buffer;

	hb_buffer_reset(buffer);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_cluster_level(
	    buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(
	    buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
			HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
	for (size_t i = 0; i < count; i++)
		hb_buffer_add(buffer, letters[i].c, letters[i].at);
	hb_buffer_guess_segment_properties(buffer);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	if (lang.len > 0)
		hb_buffer_set_language(
		    buffer, hb_language_from_string(lang.ptr, (int)lang.len));
	hb_shape(line->fonts->faces[letters[0].face].font, buffer, features,
	    sizeof(features) / sizeof(features[0]));
	take_glyphs(line, letters[0].face, end_at);
}

static void
shape_text(struct line *line, uint16_t face, struct str lang, struct str text)
{
	struct letter few[RUN_MAX];
	struct letter *letters =
	    text.len <= RUN_MAX ? few : mem_alloc(text.len * sizeof(*letters));
	size_t count;

	if (letters == few)
		memset(few, 0, text.len * sizeof(*few));
	count = read_letters(letters, text);
	choose_faces(line, face, letters, count);
	/* As many glyphs as letters, but for rare cases: no room is lost. */
	line->cap = count;
	line->glyphs = arena_alloc(line->arena, count * sizeof(*line->glyphs));
	for (size_t i = 0, end; i < count; i = end) {
		end = i + 1;
		while (end < count && letters[end].face == letters[i].face)
			end++;
		shape_stretch(line, lang, letters + i, end - i,
		    end < count ? letters[end].at : text.len);
	}
	if (letters != few)
		free(letters);
}

void
pdf_shape_clear(struct pdf_fonts *fonts)
{
	arena_free(fonts->run_arena);
	fonts->run_arena = NULL;
	fonts->runs = NULL;
	fonts->run_bytes = 0;
}

static uint32_t
hash_more(uint32_t hash, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619u;
	return hash;
}

static struct pdf_run *
run_find(const struct pdf_fonts *fonts, uint32_t hash, uint16_t face,
    struct str lang, struct str text)
{
	struct pdf_run *run;

	if (fonts->runs == NULL)
		return NULL;
	for (run = fonts->runs[hash % RUN_SLOTS]; run != NULL; run = run->next)
		if (run->hash == hash && run->face == face &&
		    str_eq(run->text, text) && str_eq(run->lang, lang))
			return run;
	return NULL;
}

static void
run_remember(struct pdf_fonts *fonts, const struct pdf_run *run)
{
	size_t size = run->count * sizeof(*run->glyphs);
	struct pdf_run *copy;

	if (fonts->run_bytes > RUN_MEMORY)
		pdf_shape_clear(fonts);
	if (fonts->run_arena == NULL) {
		fonts->run_arena = arena_new();
		fonts->runs = arena_alloc(
		    fonts->run_arena, RUN_SLOTS * sizeof(*fonts->runs));
	}
	copy = arena_alloc(fonts->run_arena, sizeof(*copy));
	*copy = *run;
	copy->lang = str_copy(fonts->run_arena, run->lang);
	copy->text = str_copy(fonts->run_arena, run->text);
	copy->glyphs = arena_alloc(fonts->run_arena, size);
	memcpy(copy->glyphs, run->glyphs, size);
	copy->next = fonts->runs[run->hash % RUN_SLOTS];
	fonts->runs[run->hash % RUN_SLOTS] = copy;
	fonts->run_bytes +=
	    size + sizeof(*copy) + run->lang.len + run->text.len;
}

static const struct pdf_glyph *
run_lend(struct arena *arena, const struct pdf_run *run, size_t *count)
{
	struct pdf_glyph *glyphs =
	    arena_alloc(arena, run->count * sizeof(*glyphs));

	memcpy(glyphs, run->glyphs, run->count * sizeof(*glyphs));
	*count = run->count;
	return glyphs;
}

const struct pdf_glyph *
pdf_shape(struct pdf_fonts *fonts, struct arena *arena, uint16_t face,
    struct str lang, struct str text, size_t *count)
{
	struct line line = { .fonts = fonts, .arena = arena };
	struct pdf_run run = { .face = face, .lang = lang, .text = text };
	const struct pdf_run *known;

	must(face < fonts->face_count);
	*count = 0;
	if (text.len == 0)
		return NULL;
	run.hash = hash_more(hash_more(2166136261u + face, lang), text);
	known = text.len <= RUN_MAX
		    ? run_find(fonts, run.hash, face, lang, text)
		    : NULL;
	if (known != NULL)
		return run_lend(arena, known, count);
	shape_text(&line, face, lang, text);
	run.glyphs = line.glyphs;
	run.count = line.count;
	/* A run with a character missing is shaped again, so that the next
	 * paper that holds it is told of it too. */
	if (text.len <= RUN_MAX && !line.has_missing && line.count > 0)
		run_remember(fonts, &run);
	*count = line.count;
	return line.glyphs;
}

double
pdf_glyphs_width(const struct pdf_glyph *glyphs, size_t count)
{
	double width = 0;

	for (size_t i = 0; i < count; i++)
		width += glyphs[i].advance;
	return width;
}
