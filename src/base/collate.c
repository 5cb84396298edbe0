/* collate: text and language -> a key to sort by; see collate.h. A letter is
 * its own key; a Welsh digraph is its first letter and a sign behind all
 * letters: "ch" comes after "cy" and before "d", "ng" after "g". */
#include "collate.h"

#include "arena.h"
#include "buf.h"
#include "utf8.h"

/* COMBINING GRAPHEME JOINER: the letters around it are two. */
enum { JOINER = 0x034F };

enum { BEHIND = '~', ASCII = 0x80 };

struct collator {
	struct buf *key;
	bool is_welsh;
	struct str word; /* from the start of the word, what is left of it */
	uint32_t before; /* the letter before this one; 0: none in this word */
};

static bool
starts_word(struct str rest, const char *letters)
{
	for (; *letters != '\0'; letters++)
		if (rest.len == 0 || utf8_base(utf8_lower(utf8_next(&rest))) !=
					 (uint32_t)*letters)
			return false;
	return true;
}

/* Llangefni, Penglais, Bangor, dangos: n and g of two parts of the word. */
static bool
parts_before_g(struct str word, struct str at)
{
	static const char *const parts[] = { "llan", "pen", "hen", "ban",
		"dan" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		size_t len = str_from(parts[i]).len;

		if (starts_word(word, parts[i]) && at.ptr == word.ptr + len)
			return true;
	}
	return false;
}

static bool
is_vowel(uint32_t c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       c == 'w' || c == 'y';
}

/* Does that letter go with the one in front of `rest`? `rest` begins with the
 * second one. */
static bool
is_digraph(const struct collator *c, uint32_t first, struct str rest)
{
	struct str at = rest;
	uint32_t second;

	if (!c->is_welsh || rest.len == 0)
		return false;
	second = utf8_lower(utf8_next(&at));
	switch (first) {
	case 'd':
	case 'f':
	case 'l':
		return second == first;
	case 'c':
	case 'p':
	case 't':
		return second == 'h';
	case 'r': /* "parhau" is par-hau, "anrhydedd" an-rhydedd */
		return second == 'h' && !is_vowel(c->before);
	case 'n':
		return second == 'g' && !parts_before_g(c->word, rest);
	}
	return false;
}

static void
put_letter(struct collator *c, uint32_t letter, struct str *rest)
{
	uint32_t base = utf8_base(utf8_lower(letter));

	if (base < ASCII && is_digraph(c, base, *rest)) {
		utf8_next(rest);
		buf_put_char(c->key, base == 'n' ? 'g' : base);
		buf_put_char(c->key, BEHIND);
	} else {
		buf_put_char(c->key, base);
	}
	c->before = base;
}

/* Longer numbers are greater: the length goes first. */
static void
put_number(struct collator *c, struct str text, struct str *rest)
{
	enum { LONGEST = 60 };
	struct str digits;

	while (text.len > 1 && text.ptr[0] == '0' && text.ptr[1] >= '0' &&
	       text.ptr[1] <= '9')
		text = str_skip(text, 1);
	digits = text;
	while (text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9')
		text = str_skip(text, 1);
	digits.len -= text.len;
	buf_put_char(c->key,
	    (uint32_t)('0' + (digits.len < LONGEST ? digits.len : LONGEST)));
	buf_put_str(c->key, digits);
	*rest = text;
}

struct str
collate_key(struct arena *arena, struct str text, struct str language)
{
	struct buf buf = BUF_INIT;
	struct collator c = { .key = &buf };
	struct str rest = text, key;

	c.is_welsh =
	    str_is_nocase(language, "cy") || str_starts_nocase(language, "cy-");
	c.word = text;
	while (rest.len > 0) {
		struct str from = rest;
		uint32_t letter = utf8_next(&rest);

		if (letter == JOINER)
			continue;
		if (letter >= '0' && letter <= '9') {
			put_number(&c, from, &rest);
		} else if (utf8_is_word(letter)) {
			put_letter(&c, letter, &rest);
			continue;
		} else if (letter != '\'' && letter != 0x2019 && buf.len > 0 &&
			   !str_ends(buf_str(&buf), " ")) {
			buf_put_char(&buf, ' ');
		}
		c.word = rest;
		c.before = 0;
	}
	key = str_trim(buf_str(&buf));
	key = str_printf(arena, "%.*s\x01%.*s", STR_ARG(key), STR_ARG(text));
	buf_clear(&buf);
	return key;
}
