/* collate: the order in which people of a language look for names. */
#ifndef BASE_COLLATE_H
#define BASE_COLLATE_H

#include "str.h"

struct arena;

/* A text whose bytes stand in the order (str_cmp) in which `text` is looked
 * for: capitals and accents count last, numbers go by their value, and in
 * Welsh ("cy") ch, dd, ff, ng, ll, ph, rh and th are letters of their own.
 * Where n and g are two letters in a way that is not known here, U+034F
 * between them tells so, as Unicode has it. Lives in arena. */
struct str collate_key(
    struct arena *arena, struct str text, struct str language);

#endif
