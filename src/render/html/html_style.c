/* html_style: a theme -> the custom properties that the page's rules are
 * written in. Colours that a theme chose for white paper are moved, as
 * little as needed, to where they can be told from the page they stand on. */
#include "html_priv.h"

#include <string.h>

#include "model/colour.h"
#include "render/html/html_embed.h"

static const struct colour night = { 21, 24, 28 };  /* dark mode's page */
static const struct colour day = { 235, 238, 241 }; /* its text */

static void
put_colour(struct buf *css, const char *name, struct colour c)
{
	buf_printf(css, "--%s:#%02x%02x%02x;", name, c.red, c.green, c.blue);
}

static void
put_look(struct buf *css, const struct theme *theme, const char *name,
    enum state state)
{
	const struct state_look *look = &theme->states[state];

	buf_printf(css, ".is-%s{", name);
	put_colour(css, "fill", look->fill);
	put_colour(css, "shape",
	    colour_legible(look->colour, look->fill, COLOUR_SHAPE_CONTRAST));
	put_colour(css, "word",
	    colour_legible(theme->text, look->fill, COLOUR_TEXT_CONTRAST));
	buf_puts(css, "}\n");
}

/* Heading sizes as the theme's multiples of its body size. */
static void
put_sizes(struct buf *css, const struct theme *theme)
{
	static const double usual[7] = { 0, 2.0, 1.5, 1.25, 1.1, 1.0, 1.0 };

	for (int level = 1; level <= 6; level++) {
		double size = usual[level];

		if (theme->body_pt > 0 && theme->heading_pt[level] > 0)
			size = theme->heading_pt[level] / theme->body_pt;
		buf_printf(css, "--h%d:", level);
		buf_put_number(css, size, 3);
		buf_puts(css, "em;");
	}
	buf_puts(css, "--line:");
	buf_put_number(
	    css, theme->line_height > 1.4 ? theme->line_height : 1.5, 2);
	buf_puts(css, ";");
}

/* A name of a family in a style sheet. What could end the string is left out:
 * no family's name has it. */
static void
put_family(
    struct buf *css, const char *name, struct str family, const char *others)
{
	buf_printf(css, "--%s:\"", name);
	for (size_t i = 0; i < family.len; i++)
		if ((unsigned char)family.ptr[i] >= ' ' &&
		    strchr("\"\\<>&{};", family.ptr[i]) == NULL)
			buf_put(css, &family.ptr[i], 1);
	buf_printf(css, "\",%s;", others);
}

static bool
has_serifs(struct str family)
{
	return str_find_nocase(family, "sans") == (size_t)-1 &&
	       (str_find_nocase(family, "serif") != (size_t)-1 ||
		   str_find_nocase(family, "roman") != (size_t)-1 ||
		   str_find_nocase(family, "times") != (size_t)-1 ||
		   str_find_nocase(family, "garamond") != (size_t)-1 ||
		   str_find_nocase(family, "georgia") != (size_t)-1);
}

/* The theme's families; on a machine without them, what is like them. */
static void
put_faces(struct buf *css, const struct theme *theme)
{
	static const char sans[] = "Arial,Helvetica,\"Nimbus Sans\","
				   "\"Noto Sans\",sans-serif";
	static const char serif[] = "Georgia,\"Times New Roman\",serif";

	put_family(css, "face", theme->body_family,
	    has_serifs(theme->body_family) ? serif : sans);
	put_family(css, "face-h", theme->heading_family,
	    has_serifs(theme->heading_family) ? serif : sans);
	put_family(css, "face-code", theme->mono_family,
	    "\"DejaVu Sans Mono\",Consolas,Menlo,monospace");
}

static void
put_light(struct buf *css, const struct theme *theme)
{
	put_colour(css, "page", colour_white);
	put_colour(css, "text", colour_legible(theme->text, colour_white, 7));
	put_colour(css, "muted",
	    colour_legible(theme->muted, colour_white, COLOUR_TEXT_CONTRAST));
	/* links stand on white and on the band of a header row */
	put_colour(
	    css, "accent", colour_legible(theme->accent, colour_white, 5.5));
	put_colour(css, "rule", theme->rule);
	put_colour(css, "band", theme->band);
	put_colour(css, "on-band",
	    colour_legible(theme->text, theme->band, COLOUR_TEXT_CONTRAST));
	put_colour(css, "mast", theme->accent);
	put_colour(css, "on-mast",
	    colour_legible(colour_white, theme->accent, COLOUR_TEXT_CONTRAST));
}

static void
put_dark(struct buf *css, const struct theme *theme)
{
	struct colour band = colour_mix(night, day, 12);

	put_colour(css, "page", night);
	put_colour(css, "text", day);
	put_colour(css, "muted", colour_mix(day, night, 25));
	put_colour(css, "accent",
	    colour_legible(colour_mix(theme->accent, colour_white, 45), band,
		COLOUR_TEXT_CONTRAST));
	put_colour(css, "rule", colour_mix(night, day, 35));
	put_colour(css, "band", band);
	put_colour(css, "on-band", day);
	put_colour(css, "mast", colour_mix(night, theme->accent, 40));
	put_colour(css, "on-mast",
	    colour_legible(colour_white, colour_mix(night, theme->accent, 40),
		COLOUR_TEXT_CONTRAST));
}

/* A style sheet of a template may not end the element it stands in. */
static void
put_foreign(struct buf *css, struct str rules)
{
	for (size_t i = 0; i < rules.len; i++) {
		if (rules.ptr[i] == '<' || rules.ptr[i] == '&')
			buf_printf(css, "\\%x ", (unsigned)rules.ptr[i]);
		else if (rules.ptr[i] != '\0')
			buf_put(css, &rules.ptr[i], 1);
	}
}

/* The rules of cards for the tables with that class, up to that width. */
static void
put_cards(struct buf *css, const char *class, const char *most_wide)
{
	static const char usual[] = ".stack";
	const char *rules = html_cards_css, *at;

	buf_printf(css, "@media screen and (max-width:%s){\n", most_wide);
	while ((at = strstr(rules, usual)) != NULL) {
		buf_put(css, rules, (size_t)(at - rules));
		buf_puts(css, class);
		rules = at + strlen(usual);
	}
	buf_puts(css, rules);
	buf_puts(css, "}\n");
}

void
html_style(struct buf *css, const struct report *report)
{
	const struct theme *theme = report->theme;

	buf_puts(css, ":root{color-scheme:light dark;");
	put_sizes(css, theme);
	put_faces(css, theme);
	put_light(css, theme);
	buf_puts(css, "}\n@media screen and (prefers-color-scheme:dark)"
		      "{:root{");
	put_dark(css, theme);
	buf_puts(css, "}}\n");
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		put_look(css, theme, doc_state_name((enum state)state),
		    (enum state)state);
	/* in charts */
	put_look(css, theme, "none", STATE_NONE);
	put_look(css, theme, "overdue", STATE_OFF_TRACK);
	buf_puts(css, html_page_css);
	buf_puts(css, html_controls_css);
	put_cards(css, ".stack-soon", "56rem");
	put_cards(css, ".stack", "40rem");
	buf_puts(css, html_chart_css);
	buf_puts(css, html_print_css);
	put_foreign(css, str_trim(report->css));
}
