/* html_style: a theme -> the custom properties that the page's rules are
 * written in. Colours that a theme chose for white paper are moved, as little
 * as needed, to where they can be told from the page they stand on. */
#include "html_priv.h"

#include <math.h>

/* Contrast that WCAG 2.2 asks for: 1.4.3 for text, 1.4.11 for shapes. */
static const double TEXT_CONTRAST = 4.5;
static const double SHAPE_CONTRAST = 3.0;

static const struct colour white = { 255, 255, 255 };
static const struct colour black = { 0, 0, 0 };
static const struct colour night = { 21, 24, 28 };  /* dark mode's page */
static const struct colour day = { 235, 238, 241 }; /* its text */

static double
linear(unsigned char value)
{
	double share = value / 255.0;

	return share <= 0.04045 ? share / 12.92
				: pow((share + 0.055) / 1.055, 2.4);
}

static double
luminance(struct colour c)
{
	return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) +
	       0.0722 * linear(c.blue);
}

static double
contrast(struct colour a, struct colour b)
{
	double la = luminance(a), lb = luminance(b);

	return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

static unsigned char
mix_channel(unsigned char from, unsigned char to, int percent)
{
	return (
	    unsigned char)((from * (100 - percent) + to * percent + 50) / 100);
}

static struct colour
mix(struct colour from, struct colour to, int percent)
{
	return (struct colour){ mix_channel(from.red, to.red, percent),
		mix_channel(from.green, to.green, percent),
		mix_channel(from.blue, to.blue, percent) };
}

/* The colour itself, or the nearest on its way to white or black that has the
 * contrast. */
static struct colour
legible(struct colour colour, struct colour behind, double wanted)
{
	struct colour end =
	    contrast(white, behind) > contrast(black, behind) ? white : black;
	struct colour tried = colour;

	for (int percent = 5;
	     contrast(tried, behind) < wanted && percent <= 100; percent += 5)
		tried = mix(colour, end, percent);
	return tried;
}

static void
put_colour(struct buf *css, const char *name, struct colour c)
{
	buf_printf(css, "--%s:#%02x%02x%02x;", name, c.red, c.green, c.blue);
}

static void
put_state(struct buf *css, const struct theme *theme, enum state state)
{
	const struct state_look *look = &theme->states[state];

	buf_printf(css, ".is-%s{", doc_state_name(state));
	put_colour(css, "fill", look->fill);
	put_colour(
	    css, "shape", legible(look->colour, look->fill, SHAPE_CONTRAST));
	put_colour(
	    css, "word", legible(theme->text, look->fill, TEXT_CONTRAST));
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

static void
put_light(struct buf *css, const struct theme *theme)
{
	put_colour(css, "page", white);
	put_colour(css, "text", legible(theme->text, white, 7));
	put_colour(css, "muted", legible(theme->muted, white, TEXT_CONTRAST));
	/* links stand on white and on the band of a header row */
	put_colour(css, "accent", legible(theme->accent, white, 5.5));
	put_colour(css, "rule", theme->rule);
	put_colour(css, "band", theme->band);
	put_colour(
	    css, "on-band", legible(theme->text, theme->band, TEXT_CONTRAST));
	put_colour(css, "mast", theme->accent);
	put_colour(
	    css, "on-mast", legible(white, theme->accent, TEXT_CONTRAST));
}

static void
put_dark(struct buf *css, const struct theme *theme)
{
	struct colour band = mix(night, day, 12);

	put_colour(css, "page", night);
	put_colour(css, "text", day);
	put_colour(css, "muted", mix(day, night, 25));
	put_colour(css, "accent",
	    legible(mix(theme->accent, white, 45), band, TEXT_CONTRAST));
	put_colour(css, "rule", mix(night, day, 35));
	put_colour(css, "band", band);
	put_colour(css, "on-band", day);
	put_colour(css, "mast", mix(night, theme->accent, 40));
	put_colour(css, "on-mast",
	    legible(white, mix(night, theme->accent, 40), TEXT_CONTRAST));
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

void
html_style(struct buf *css, const struct report *report)
{
	const struct theme *theme = report->theme;

	buf_puts(css, ":root{color-scheme:light dark;");
	put_sizes(css, theme);
	put_light(css, theme);
	buf_puts(css, "}\n@media screen and (prefers-color-scheme:dark)"
		      "{:root{");
	put_dark(css, theme);
	buf_puts(css, "}}\n");
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		put_state(css, theme, (enum state)state);
	buf_puts(css, html_style_rules);
	if (report->css.len > 0)
		buf_puts(css, "\n");
	put_foreign(css, str_trim(report->css));
}
