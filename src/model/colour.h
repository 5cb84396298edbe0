/* colour: what can be worked out about colours, the same on every machine. */
#ifndef MODEL_COLOUR_H
#define MODEL_COLOUR_H

#include "model/theme.h"

/* Contrast that WCAG 2.2 asks for: 1.4.3 for text, 1.4.11 for shapes. */
#define COLOUR_TEXT_CONTRAST 4.5
#define COLOUR_SHAPE_CONTRAST 3.0

extern const struct colour colour_white, colour_black;

/* "#1b3f73" or "#13f", in letters of either case. False for anything else. */
bool colour_parse(struct colour *colour, struct str text);

/* Relative luminance, 0 to 1, and contrast, 1 to 21, as WCAG 2.2 defines
 * them. */
double colour_luminance(struct colour colour);
double colour_contrast(struct colour a, struct colour b);

/* `percent` of the way from one to the other. */
struct colour colour_mix(struct colour from, struct colour to, int percent);

/* The colour itself, or the nearest on its way to white or black that has the
 * contrast with what is behind it. */
struct colour colour_legible(
    struct colour colour, struct colour behind, double contrast);

#endif
