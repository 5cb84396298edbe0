/* pdf_reading: what the written file says. Parses the page contents as they
 * were written (before compression) and the ToUnicode maps as they were
 * written, and puts the text together in the order of the tags, as a screen
 * reader would. Shares nothing with the code that wrote them but the order
 * of the kids. */
#include "render/pdf/pdf_paint_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "render/pdf/pdf_font_embed.h"

/* Codes of one piece that follow each other in one face. */
struct stretch {
	size_t piece;
	unsigned face;
	size_t first, count; /* in codes */
};

struct pdf_reading {
	struct arena *arena;
	struct stretch *stretches; /* in order of their pieces */
	size_t stretch_count, stretch_cap;
	uint16_t *codes;
	size_t code_count, code_cap;
};

struct pdf_reading *
pdf_reading_new(void)
{
	struct arena *arena = arena_new();
	struct pdf_reading *reading = arena_alloc(arena, sizeof(*reading));

	reading->arena = arena;
	return reading;
}

void
pdf_reading_free(struct pdf_reading *reading)
{
	if (reading != NULL)
		arena_free(reading->arena);
}

/* Where the parser is in a page's content. */
struct scan {
	struct pdf_reading *reading;
	size_t first_piece; /* of the page */
	size_t piece;       /* PDF_NONE: in an artifact, or outside */
	unsigned face;
	struct str rest;
	struct str before; /* the operand before the operator */
	struct str font;   /* the last name */
};

static void
add_codes(struct scan *scan, const struct buf *bytes)
{
	struct pdf_reading *reading = scan->reading;
	struct stretch *stretch;

	if (scan->piece == PDF_NONE)
		return;
	reading->stretches = arena_push(reading->arena, reading->stretches,
	    &reading->stretch_count, &reading->stretch_cap,
	    sizeof(*reading->stretches));
	stretch = &reading->stretches[reading->stretch_count - 1];
	stretch->piece = scan->piece;
	stretch->face = scan->face;
	stretch->first = reading->code_count;
	stretch->count = bytes->len / 2;
	for (size_t i = 0; i + 1 < bytes->len; i += 2) {
		reading->codes = arena_push(reading->arena, reading->codes,
		    &reading->code_count, &reading->code_cap,
		    sizeof(*reading->codes));
		reading->codes[reading->code_count - 1] =
		    (uint16_t)((unsigned char)bytes->ptr[i] << 8 |
			       (unsigned char)bytes->ptr[i + 1]);
	}
}

/* Reads a string, whose opening bracket has been cut off. */
static void
scan_string(struct scan *scan, struct buf *bytes)
{
	size_t i = 0;

	buf_reset(bytes);
	for (; i < scan->rest.len && scan->rest.ptr[i] != ')'; i++) {
		char c = scan->rest.ptr[i];

		if (c == '\\' && i + 1 < scan->rest.len) {
			c = scan->rest.ptr[++i];
			if (c == 'r')
				c = '\r';
		}
		buf_put(bytes, &c, 1);
	}
	scan->rest = str_skip(scan->rest, i + 1);
}

static bool
is_delimiter(char c)
{
	return strchr(" \n()[]<>/", c) != NULL;
}

static struct str
scan_word(struct scan *scan)
{
	size_t len = 1;
	struct str word;

	while (len < scan->rest.len && !is_delimiter(scan->rest.ptr[len]))
		len++;
	word = str_head(scan->rest, len);
	scan->rest = str_skip(scan->rest, len);
	return word;
}

static void
scan_operator(struct scan *scan, struct str word)
{
	if (str_is(word, "Tf") && scan->font.len > 2)
		scan->face = (unsigned)strtoul(scan->font.ptr + 2, NULL, 10);
	else if (str_is(word, "EMC"))
		scan->piece = PDF_NONE;
	else if (str_starts(word, "/F") && !str_is(word, "/Figure"))
		scan->font = word;
	else if (str_is(scan->before, "/MCID"))
		scan->piece = scan->first_piece + strtoul(word.ptr, NULL, 10);
	scan->before = word;
}

void
pdf_reading_page(
    struct pdf_reading *reading, size_t first_piece, struct str content)
{
	struct scan scan = { .reading = reading,
		.first_piece = first_piece,
		.piece = PDF_NONE,
		.rest = content };
	struct buf bytes = BUF_INIT;

	while (scan.rest.len > 0) {
		char c = scan.rest.ptr[0];

		if (c == '(') {
			scan.rest = str_skip(scan.rest, 1);
			scan_string(&scan, &bytes);
			add_codes(&scan, &bytes);
		} else if (c != '/' && is_delimiter(c))
			scan.rest = str_skip(scan.rest, 1);
		else
			scan_operator(&scan, scan_word(&scan));
	}
	buf_clear(&bytes);
}

/* A face's map, by code. */
struct map {
	struct str texts[65536];
};

static uint32_t
hex_unit(const char *digits)
{
	char four[5] = { digits[0], digits[1], digits[2], digits[3], '\0' };

	return (uint32_t)strtoul(four, NULL, 16);
}

static struct str
from_utf16(struct arena *arena, struct str hex)
{
	struct buf text = BUF_INIT;
	struct str copy;

	for (; hex.len >= 4; hex = str_skip(hex, 4)) {
		uint32_t c = hex_unit(hex.ptr);

		if (c >= 0xD800 && c < 0xDC00 && hex.len >= 8) {
			hex = str_skip(hex, 4);
			c = 0x10000 + ((c - 0xD800) << 10) +
			    (hex_unit(hex.ptr) - 0xDC00);
		}
		buf_put_char(&text, c);
	}
	copy = str_copy(arena, buf_str(&text));
	buf_clear(&text);
	return copy;
}

/* Lines "<0001><0041>" between beginbfchar and endbfchar. */
static struct map *
read_map(struct arena *arena, struct str to_unicode)
{
	struct map *map = arena_alloc(arena, sizeof(*map));
	struct str line;
	bool inside = false;

	while (str_next_line(&to_unicode, &line)) {
		if (str_ends(line, "beginbfchar"))
			inside = true;
		else if (str_is(line, "endbfchar"))
			inside = false;
		else if (inside && line.len > 9)
			map->texts[hex_unit(line.ptr + 1)] = from_utf16(arena,
			    str_range(line.ptr + 7, line.ptr + line.len - 1));
	}
	return map;
}

/* The text in the making. */
struct reader {
	const struct pdf_paint *paint;
	struct arena *arena;
	struct map **maps; /* by face */
	size_t *firsts;    /* by piece: its first stretch */
	struct buf *text;
	size_t start; /* of our text */
	struct buf urls;
};

/* Each piece's first stretch. They come in the order of their pieces. */
static void
find_stretches(struct reader *reader)
{
	const struct pdf_reading *reading = reader->paint->reading;
	size_t pieces = reader->paint->piece_count, at = 0;

	reader->firsts =
	    arena_alloc(reader->arena, (pieces + 1) * sizeof(*reader->firsts));
	for (size_t i = 0; i <= pieces; i++) {
		while (at < reading->stretch_count &&
		       reading->stretches[at].piece < i)
			at++;
		reader->firsts[i] = at;
	}
}

static void
put_piece(struct reader *reader, size_t piece)
{
	const struct pdf_reading *reading = reader->paint->reading;

	for (size_t i = reader->firsts[piece]; i < reader->firsts[piece + 1];
	     i++) {
		const struct stretch *stretch = &reading->stretches[i];
		const struct map *map = reader->maps[stretch->face];

		for (size_t j = 0; map != NULL && j < stretch->count; j++) {
			struct str text =
			    map->texts[reading->codes[stretch->first + j]];

			/* A word joiner alone says nothing. */
			if (!str_is(text, "\xE2\x81\xA0"))
				buf_put_str(reader->text, text);
		}
	}
}

/* A note's mark is raised: nobody reads it as the end of the word before. */
static bool
is_inline(const struct pdf_layout *layout, size_t index)
{
	enum pdf_tag_type parent =
	    layout->tags[layout->tags[index].parent].type;

	switch (layout->tags[index].type) {
	case TAG_SPAN:
	case TAG_LINK:
		return true;
	case TAG_CODE:
		return parent != TAG_SECT && parent != TAG_DOCUMENT &&
		       parent != TAG_BLOCKQUOTE && parent != TAG_LBODY &&
		       parent != TAG_TD && parent != TAG_TH;
	default:
		return false;
	}
}

static void
end_line(struct reader *reader)
{
	struct buf *text = reader->text;

	if (text->len > reader->start && text->ptr[text->len - 1] != '\n')
		buf_puts(text, "\n");
}

/* At a tag's beginning. */
static void
enter(struct reader *reader, size_t tag)
{
	if (!is_inline(reader->paint->layout, tag))
		end_line(reader);
}

/* At its end: a block ends its line, and then come the addresses of links. */
static void
leave(struct reader *reader, size_t tag)
{
	const struct pdf_paint *paint = reader->paint;

	for (size_t i = paint->tags[tag].first_link; i != PDF_NONE;
	     i = paint->link_next[i]) {
		struct str url = paint->layout->links[i].url;

		if (url.len == 0)
			continue;
		buf_puts(&reader->urls, "\n");
		buf_put_str(&reader->urls, url);
	}
	if (is_inline(paint->layout, tag))
		return;
	/* A note stands within its paragraph, which may hold the link. */
	if (reader->urls.len > 0 && paint->layout->tags[tag].type != TAG_NOTE) {
		buf_put_str(reader->text, buf_str(&reader->urls));
		buf_reset(&reader->urls);
	}
	end_line(reader);
}

/* Depth first, without recursion: each level's kids that are still to come. */
static void
walk(struct reader *reader)
{
	struct level {
		size_t tag;
		struct pdf_kids kids;
	} *levels = NULL;
	size_t depth = 0, cap = 0, index = 0;

	levels =
	    arena_push(reader->arena, levels, &depth, &cap, sizeof(*levels));
	levels[0].kids = pdf_kids_of(reader->paint, 0);
	while (depth > 0) {
		struct level *level = &levels[depth - 1];

		switch (pdf_kids_next(reader->paint, &level->kids, &index)) {
		case KID_NONE:
			leave(reader, level->tag);
			depth--;
			break;
		case KID_PIECE:
			/* a figure says its alternative text; what it repeats
			 * must not stand in for words that are lost */
			if (reader->paint->layout->tags[level->tag].type !=
			    TAG_FIGURE)
				put_piece(reader, index);
			break;
		case KID_TAG:
			/* a page's number was never in the draft: it must not
			 * pass for one that was */
			if (reader->paint->layout->tags[index].generated)
				break;
			enter(reader, index);
			levels = arena_push(reader->arena, levels, &depth, &cap,
			    sizeof(*levels));
			levels[depth - 1].tag = index;
			levels[depth - 1].kids =
			    pdf_kids_of(reader->paint, index);
			break;
		}
	}
}

void
pdf_reading_put(const struct pdf_paint *paint, struct buf *text)
{
	size_t faces = pdf_fonts_count(paint->fonts);
	struct reader reader = { .paint = paint,
		.arena = arena_new(),
		.text = text,
		.start = text->len };

	reader.maps = arena_alloc(reader.arena, faces * sizeof(*reader.maps));
	for (size_t i = 0; i < faces; i++)
		if (paint->faces[i].to_unicode.len > 0)
			reader.maps[i] =
			    read_map(reader.arena, paint->faces[i].to_unicode);
	find_stretches(&reader);
	walk(&reader);
	buf_clear(&reader.urls);
	arena_free(reader.arena);
}
