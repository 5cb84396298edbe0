/* config_keys: the table of all that can be set, and what its values look
 * like. To add a setting, add its row. */
#include "config/config_priv.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "model/colour.h"

#define NOWHERE(name, wants, type)                                             \
	{                                                                      \
		{ (name), (wants) }, (type), CONFIG_NOWHERE, 0, 0              \
	}
#define IN_THEME(name, wants, type, member)                                    \
	{                                                                      \
		{ (name), (wants) }, (type), offsetof(struct theme, member),   \
		    0, 0                                                       \
	}
#define A_COLOUR "a colour such as #1b3f73"
#define A_FAMILY "the name of a family of fonts"
#define SIZE(name, member)                                                     \
	{                                                                      \
		{ "sizes." name, "points, from 6 to 72" }, CONFIG_NUMBER,      \
		    offsetof(struct theme, member), 6, 72                      \
	}
#define MARGIN(name, member)                                                   \
	{                                                                      \
		{ "margins." name, "points, from 18 to 200" }, CONFIG_NUMBER,  \
		    offsetof(struct theme, member), 18, 200                    \
	}

static const struct config_row rows[] = {
	NOWHERE("organisation", "the council's name", CONFIG_TEXT),
	NOWHERE("committee", "the committee that papers are for", CONFIG_TEXT),
	NOWHERE("committees.", "names of committees", CONFIG_OPEN),
	NOWHERE(
	    "language", "a language tag such as en-GB or cy", CONFIG_LANGUAGE),
	NOWHERE("template", "the name of a template", CONFIG_NAME),
	NOWHERE("logo", "a PNG or JPEG file, beside this one", CONFIG_TEXT),
	NOWHERE(
	    "scheme.", "a scheme of states, as drafts have it", CONFIG_OPEN),
	NOWHERE("scheme", "a scheme of states, as drafts have it", CONFIG_TEXT),
	NOWHERE("wording.", "words in place of the program's", CONFIG_OPEN),
	NOWHERE("paper", THEME_PAPERS, CONFIG_PAPER),
	IN_THEME("font", A_FAMILY, CONFIG_TEXT, body_family),
	IN_THEME("fonts.body", A_FAMILY, CONFIG_TEXT, body_family),
	IN_THEME("fonts.headings", A_FAMILY, CONFIG_TEXT, heading_family),
	IN_THEME("fonts.mono", A_FAMILY, CONFIG_TEXT, mono_family),
	SIZE("body", body_pt),
	SIZE("small", small_pt),
	SIZE("table", table_pt),
	SIZE("h1", heading_pt[1]),
	SIZE("h2", heading_pt[2]),
	SIZE("h3", heading_pt[3]),
	SIZE("h4", heading_pt[4]),
	SIZE("h5", heading_pt[5]),
	SIZE("h6", heading_pt[6]),
	{ { "sizes.line-height", "a multiple of the size, from 1 to 3" },
	    CONFIG_NUMBER, offsetof(struct theme, line_height), 1, 3 },
	MARGIN("top", margin_top_pt),
	MARGIN("right", margin_right_pt),
	MARGIN("bottom", margin_bottom_pt),
	MARGIN("left", margin_left_pt),
	{ { "columns", "a whole number from 1 to 3" }, CONFIG_WHOLE,
	    offsetof(struct theme, columns), 1, THEME_COLUMNS_MOST },
	{ { "column-gap", "points, from 6 to 72" }, CONFIG_NUMBER,
	    offsetof(struct theme, column_gap_pt), 6, 72 },
	IN_THEME("colours.text", A_COLOUR, CONFIG_COLOUR, text),
	IN_THEME("colours.muted", A_COLOUR, CONFIG_COLOUR, muted),
	IN_THEME("colours.accent", A_COLOUR, CONFIG_COLOUR, accent),
	IN_THEME("colours.rule", A_COLOUR, CONFIG_COLOUR, rule),
	IN_THEME("colours.band", A_COLOUR, CONFIG_COLOUR, band),
	NOWHERE("states.*.shape", THEME_SHAPES, CONFIG_SHAPE),
	NOWHERE("states.*.colour", A_COLOUR, CONFIG_COLOUR),
	NOWHERE("states.*.fill", A_COLOUR, CONFIG_COLOUR),
	NOWHERE("states.*.label", "what the state is called", CONFIG_TEXT),
};

enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

const struct config_key *
config_key_at(size_t index)
{
	return index < ROW_COUNT ? &rows[index].key : NULL;
}

/* Does the key fit a name in which "*" stands for one part, or one that ends
 * in "." and stands for all below it? */
static bool
fits_name(struct str key, const char *name)
{
	struct str rest = str_from(name), want, got;

	if (str_ends(rest, "."))
		return str_starts_nocase(key, name) && key.len > rest.len;
	while (str_next_part(&rest, '.', &want)) {
		if (!str_next_part(&key, '.', &got))
			return false;
		if (!str_is(want, "*") && !str_eq_nocase(got, want))
			return false;
	}
	return key.len == 0;
}

enum state
config_state(struct str key)
{
	struct str part;

	if (!str_next_part(&key, '.', &part) ||
	    !str_is_nocase(part, "states") || !str_next_part(&key, '.', &part))
		return STATE_NONE;
	return doc_state_from(part);
}

const struct config_row *
config_row(struct str key)
{
	for (size_t i = 0; i < ROW_COUNT; i++)
		if (fits_name(key, rows[i].key.name) &&
		    (!str_starts_nocase(key, "states.") ||
			config_state(key) != STATE_NONE))
			return &rows[i];
	return NULL;
}

static bool
is_number(struct str text, double least, double most)
{
	char copy[32], *end;
	double value;

	if (text.len == 0 || text.len >= sizeof(copy))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if ((text.ptr[i] < '0' || text.ptr[i] > '9') &&
		    text.ptr[i] != '.')
			return false;
	memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	value = strtod(copy, &end);
	return *end == '\0' && value >= least && value <= most;
}

/* Letters, digits and hyphens, with a letter first. */
static bool
is_tag(struct str text, size_t first_most)
{
	size_t first = str_find(text, "-");

	if (text.len == 0 || text.len > 64)
		return false;
	if (first == (size_t)-1)
		first = text.len;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool is_letter =
		    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		bool is_other = (c >= '0' && c <= '9') || c == '-';

		if (!is_letter && (i == 0 || !is_other))
			return false;
	}
	return first >= 2 && first <= first_most;
}

bool
config_fits(const struct config_row *row, struct str value)
{
	struct theme theme;
	struct colour colour;
	enum shape shape;

	switch (row->type) {
	case CONFIG_COLOUR:
		return colour_parse(&colour, value);
	case CONFIG_PAPER:
		return theme_set_paper(&theme, value);
	case CONFIG_SHAPE:
		return theme_shape_parse(&shape, value);
	case CONFIG_NUMBER:
		return is_number(value, row->least, row->most);
	case CONFIG_WHOLE:
		return str_find(value, ".") == (size_t)-1 &&
		       is_number(value, row->least, row->most);
	case CONFIG_LANGUAGE:
		return is_tag(value, 3);
	case CONFIG_NAME:
		return is_tag(value, 64);
	case CONFIG_TEXT:
	case CONFIG_OPEN:
		break;
	}
	return value.len > 0;
}

/* Slips of the finger, American spellings, an "s" too many or too few. */
const char *
config_nearest(struct str key)
{
	enum { MOST = 3 };
	const char *nearest = NULL;
	size_t best = MOST + 1;

	for (size_t i = 0; i < ROW_COUNT; i++) {
		size_t distance =
		    str_distance(key, str_from(rows[i].key.name), MOST);

		if (distance < best) {
			best = distance;
			nearest = rows[i].key.name;
		}
	}
	return nearest;
}
