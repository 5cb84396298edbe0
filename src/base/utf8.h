/* utf8: characters of UTF-8 text and their Unicode properties. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct arena;

enum { UTF8_BAD = 0xFFFD }; /* stands for bytes that are no character */

/* Cuts the first (last) character off a non-empty text. Malformed bytes are
 * cut one at a time and read as UTF8_BAD. */
uint32_t utf8_next(struct str *rest);
uint32_t utf8_last(struct str *rest);

/* Writes up to four bytes; gives how many. Surrogates become U+FFFD. */
size_t utf8_encode(uint32_t codepoint, char bytes[4]);

/* Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or the
 * length of the text. */
size_t utf8_valid_len(struct str text);

size_t utf8_count(struct str text); /* characters */

bool utf8_is_space(uint32_t c);  /* Unicode White_Space, and ZWSP */
bool utf8_is_letter(uint32_t c); /* categories L and M */
bool utf8_is_upper(uint32_t c);  /* categories Lu and Lt */
bool utf8_is_digit(uint32_t c);  /* category Nd */
bool utf8_is_word(uint32_t c);   /* categories L, M and N: what words are of */
bool utf8_is_symbol(uint32_t c); /* categories Sc, Sk, Sm, So */
bool utf8_is_control(uint32_t c);
uint32_t utf8_lower(uint32_t c); /* simple mapping */
uint32_t utf8_upper(uint32_t c);
uint32_t utf8_base(uint32_t c); /* without its marks: e of é */

/* Columns that a character takes in a monospaced draft: 0, 1 or 2. */
int utf8_width(uint32_t c);

/* Normal form C. Lives in arena; `text` itself when it is ASCII. */
struct str utf8_nfc(struct arena *arena, struct str text);

#endif
