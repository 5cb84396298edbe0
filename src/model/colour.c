/* colour: luminance, contrast and mixtures; see colour.h. */
#include "model/colour.h"

#include <stdlib.h>

const struct colour colour_white = { 255, 255, 255 };
const struct colour colour_black = { 0, 0, 0 };

bool
colour_parse(struct colour *colour, struct str text)
{
	unsigned char parts[3];
	size_t wide = text.len == 7 ? 2 : 1;

	if ((text.len != 7 && text.len != 4) || text.ptr[0] != '#')
		return false;
	for (size_t i = 0; i < 3; i++) {
		int high = str_hex_digit(text.ptr[1 + i * wide]);
		int low = str_hex_digit(text.ptr[i * wide + wide]);

		if (high < 0 || low < 0)
			return false;
		parts[i] = (unsigned char)(high * 16 + low);
	}
	*colour = (struct colour){ parts[0], parts[1], parts[2] };
	return true;
}

/* x to the power of 2.4, near enough for a ratio with one decimal: libm's pow
 * would do, but its last bit differs between machines. */
static double
linear(unsigned char value)
{
	double c = value / 255.0;
	double x = (c + 0.055) / 1.055;
	double root = x; /* the fifth root of x, by Newton */

	if (c <= 0.04045)
		return c / 12.92;
	for (int i = 0; i < 30; i++) {
		double fourth = root * root * root * root;

		root -= (fourth * root - x) / (5 * fourth);
	}
	return x * x * root * root; /* 2.4 = 2 + 2/5 */
}

double
colour_luminance(struct colour colour)
{
	return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
	       0.0722 * linear(colour.blue);
}

double
colour_contrast(struct colour a, struct colour b)
{
	double x = colour_luminance(a), y = colour_luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static unsigned char
mix_channel(unsigned char from, unsigned char to, int percent)
{
	return (
	    unsigned char)((from * (100 - percent) + to * percent + 50) / 100);
}

struct colour
colour_mix(struct colour from, struct colour to, int percent)
{
	return (struct colour){ mix_channel(from.red, to.red, percent),
		mix_channel(from.green, to.green, percent),
		mix_channel(from.blue, to.blue, percent) };
}

struct colour
colour_legible(struct colour colour, struct colour behind, double contrast)
{
	bool to_white = colour_contrast(colour_white, behind) >
			colour_contrast(colour_black, behind);
	struct colour tried = colour;

	for (int percent = 5;
	     colour_contrast(tried, behind) < contrast && percent <= 100;
	     percent += 5)
		tried = colour_mix(
		    colour, to_white ? colour_white : colour_black, percent);
	return tried;
}
