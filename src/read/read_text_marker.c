/* read_text_marker: the bullet, label or number at the front of a line, and
 * what it says. */
#include "read/read_text_priv.h"

#include "base/utf8.h"

static bool
is_gap(struct str rest)
{
	return rest.len == 0 || utf8_is_space(utf8_next(&rest));
}

/* ---- numbers ---- */

enum { PART_DIGITS = 3, FIRST_DIGITS = 4 };

/* Cuts digits (at most so many) off the front. */
static bool
cut_integer(struct str *rest, size_t most, uint32_t *value)
{
	size_t len = 0;

	*value = 0;
	while (len < rest->len && str_is_digit(rest->ptr[len])) {
		if (len == most)
			return false;
		*value = *value * 10 + (uint32_t)(rest->ptr[len++] - '0');
	}
	*rest = str_skip(*rest, len);
	return len > 0;
}

static bool
cut_byte(struct str *rest, char c)
{
	if (rest->len == 0 || rest->ptr[0] != c)
		return false;
	*rest = str_skip(*rest, 1);
	return true;
}

/* "1.2.3": parts joined by full stops. */
static bool
cut_parts(struct str *rest, struct text_number *number)
{
	if (!cut_integer(rest, FIRST_DIGITS, &number->part[0]))
		return false;
	number->count = 1;
	while (rest->len > 1 && rest->ptr[0] == '.' &&
	       str_is_digit(rest->ptr[1])) {
		if (number->count == TEXT_NUMBER_PARTS)
			return false;
		*rest = str_skip(*rest, 1);
		if (!cut_integer(
			rest, PART_DIGITS, &number->part[number->count++]))
			return false;
	}
	return true;
}

/* The letter of "13A", the roman number of "7i)". */
static void
cut_letter(struct str *rest, struct text_number *number)
{
	struct str at = *rest;
	size_t len = 0;
	bool roman = true;

	while (len < at.len && ((at.ptr[len] | 32) >= 'a') &&
	       ((at.ptr[len] | 32) <= 'z')) {
		roman = roman && (at.ptr[len] == 'i' || at.ptr[len] == 'v' ||
				     at.ptr[len] == 'x');
		len++;
	}
	if (len == 0 || len > 4 || (len > 1 && !roman))
		return;
	number->letter = (unsigned char)at.ptr[0] + 256 * (uint32_t)(len - 1);
	*rest = str_skip(at, len);
}

/* "25/31" before a heading in capitals: a minute's number, year first. */
static bool
cut_minute(struct str *rest, struct text_number *number)
{
	struct str at = *rest;
	uint32_t minute;

	if (number->count != 1 || !cut_byte(&at, '/') ||
	    !cut_integer(&at, PART_DIGITS, &minute) || !is_gap(at) ||
	    !read_text_is_capitals(str_trim(at)))
		return false;
	number->part[0] = minute;
	*rest = at;
	return true;
}

/* "1000." numbers a paragraph; "2026.", "1000", "1066.5" do not. */
static bool
is_too_large(const struct text_number *number, bool is_closed)
{
	uint32_t value = number->part[0];

	return value > 999 && (!is_closed || number->count > 1 ||
				  (value >= 1900 && value <= 2100));
}

bool
read_text_number_find(struct str text, struct text_marker *marker)
{
	struct str rest = text;
	size_t ends = 0;
	bool is_minute;

	while (rest.len > 0 && rest.ptr[0] >= 'A' && rest.ptr[0] <= 'Z' &&
	       ends < 3) {
		rest = str_skip(rest, 1);
		ends++;
	}
	marker->is_prefixed = ends > 0;
	marker->number = (struct text_number){ 0 };
	if (ends == 3 || !cut_parts(&rest, &marker->number))
		return false;
	is_minute = cut_minute(&rest, &marker->number);
	if (!is_minute)
		cut_letter(&rest, &marker->number);
	ends = is_minute;
	/* converters write "1\." lest Markdown makes a list of it */
	if (rest.len > 1 && rest.ptr[0] == '\\' && rest.ptr[1] == '.')
		rest = str_skip(rest, 1);
	ends += cut_byte(&rest, '.');
	ends += cut_byte(&rest, ')');
	if (!is_gap(rest) || is_too_large(&marker->number, ends > 0))
		return false;
	marker->kind = MARKER_NUMBER;
	marker->is_bare = ends == 0 && marker->number.count == 1;
	marker->label = str_range(text.ptr, rest.ptr);
	marker->body = str_trim(rest);
	/* "12 December 2025" */
	if (marker->is_bare && marker->number.letter == 0 &&
	    read_text_is_month(read_text_first_word(marker->body)))
		return false;
	/* "A4 paper", "Q4 results": a prefix needs more to be a number */
	return !marker->is_prefixed || ends > 0 || marker->number.count > 1;
}

bool
read_text_number_follows(
    const struct text_number *last, const struct text_number *number)
{
	size_t at = 0, least;

	if (last->count == 0)
		return number->count > 0 && number->part[0] == 1;
	least = last->count < number->count ? last->count : number->count;
	while (at < least && last->part[at] == number->part[at])
		at++;
	if (at == number->count && at == last->count)
		return number->letter == last->letter + 1 ||
		       (last->letter == 0 &&
			   (number->letter == 'A' || number->letter == 'a' ||
			       number->letter == 'i'));
	if (at == last->count) /* 3.1, then 3.1.1 */
		return number->count == at + 1 && number->part[at] <= 1;
	if (at == number->count)
		return false;
	/* 3.1.9, then 3.1.10 or 3.2 */
	return number->count == at + 1 &&
	       number->part[at] == last->part[at] + 1;
}

/* ---- labels ---- */

static uint32_t
roman_value(struct str text)
{
	static const char signs[] = "ivxlc";
	static const uint32_t values[] = { 1, 5, 10, 50, 100 };
	uint32_t total = 0, before = 0;

	for (size_t i = text.len; i-- > 0;) {
		uint32_t value = 0;

		for (size_t k = 0; signs[k] != '\0'; k++)
			if ((text.ptr[i] | 32) == signs[k])
				value = values[k];
		if (value == 0)
			return 0;
		total = value < before ? total - value : total + value;
		before = value > before ? value : before;
	}
	return total;
}

/* The letters or digits of a label. */
static bool
cut_label(struct str *rest, struct text_marker *marker)
{
	struct str word = *rest;
	size_t len = 0;
	char c;

	if (rest->len == 0)
		return false;
	c = rest->ptr[0];
	if (str_is_digit(c)) {
		marker->script = SCRIPT_DIGIT;
		return cut_integer(rest, PART_DIGITS, &marker->value);
	}
	marker->script = c >= 'a' ? SCRIPT_LOWER : SCRIPT_UPPER;
	while (len < rest->len && len < 6 && (word.ptr[len] | 32) >= 'a' &&
	       (word.ptr[len] | 32) <= 'z') {
		if ((word.ptr[len] >= 'a') != (c >= 'a'))
			return false;
		len++;
	}
	word = str_head(word, len);
	*rest = str_skip(*rest, len);
	marker->roman = roman_value(word);
	if (len == 1)
		marker->value = (uint32_t)((c | 32) - 'a') + 1;
	else if (len == 2 && word.ptr[0] == word.ptr[1])
		marker->value = (uint32_t)((c | 32) - 'a') + 27;
	return len == 1 || marker->value > 0 || marker->roman > 0;
}

static bool
label_find(struct str text, struct text_marker *marker)
{
	struct str rest = text;
	bool bracket = cut_byte(&rest, '(');

	marker->value = marker->roman = 0;
	if (!cut_label(&rest, marker) || rest.len == 0)
		return false;
	if (rest.ptr[0] == '\\' && !bracket)
		rest = str_skip(rest, 1);
	if (cut_byte(&rest, ')')) {
		marker->form = bracket ? LABEL_BRACKETS : LABEL_BRACKET;
		cut_byte(&rest, '.');
	} else if (bracket || marker->script == SCRIPT_DIGIT) {
		return false;
	} else if (cut_byte(&rest, '.')) {
		marker->form = LABEL_POINT;
	} else if (marker->script == SCRIPT_UPPER && cut_byte(&rest, ';')) {
		marker->form = LABEL_SEMICOLON;
	} else {
		return false;
	}
	if (!is_gap(rest))
		return false;
	marker->kind = MARKER_LABEL;
	marker->label = str_range(text.ptr, rest.ptr);
	marker->body = str_trim(rest);
	return true;
}

/* ---- bullets ---- */

/* Characters that are bullets wherever they begin a line. */
static bool
is_sure_bullet(uint32_t c)
{
	switch (c) {
	case 0x2022: /* bullet */
	case 0xB7:   /* middle dot */
	case 0x2023:
	case 0x2043:
	case 0x2219:
	case 0x25AA:
	case 0x25AB:
	case 0x25A0:
	case 0x25A1:
	case 0x25CF:
	case 0x25CB:
	case 0x25E6:
	case 0x25C6:
	case 0x25C7:
	case 0x25BA:
	case 0x25B6:
	case 0x2756:
	case 0x27A2:
	case 0x27A4:
	case 0x2610: /* ballot boxes */
	case 0x2611:
	case 0x2612:
		return true;
	}
	/* private use: what symbol fonts leave behind */
	return c >= 0xE000 && c <= 0xF8FF;
}

/* Characters that are bullets when a space follows. */
static bool
is_spaced_bullet(uint32_t c)
{
	return c == '-' || c == '*' || c == '+' || c == 'o' || c == 0x2010 ||
	       c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 ||
	       c == 0x2015 || c == 0xA7 || c == 0x203A || c == 0x2192 ||
	       c == 0xD8 || c == 0x2212;
}

/* "[x]" and "[ ]" behind a bullet. */
static void
check_find(struct text_marker *marker)
{
	struct str body = marker->body;

	if (marker->bullet == 0x2610)
		marker->check = 1;
	if (marker->bullet == 0x2611 || marker->bullet == 0x2612)
		marker->check = 2;
	if (body.len < 4 || body.ptr[0] != '[' || body.ptr[2] != ']' ||
	    body.ptr[3] != ' ')
		return;
	if (body.ptr[1] == ' ')
		marker->check = 1;
	else if (body.ptr[1] == 'x' || body.ptr[1] == 'X')
		marker->check = 2;
	else
		return;
	marker->check_mark = str_head(body, 3);
	marker->body = str_trim(str_skip(body, 3));
}

bool
read_text_bullet_find(struct str text, struct text_marker *marker)
{
	struct str rest = text;
	uint32_t c = utf8_next(&rest);

	if (!is_sure_bullet(c) && !(is_spaced_bullet(c) && is_gap(rest)))
		return false;
	if (str_trim(rest).len == 0 && c != 0x2022 && c != 0xB7)
		return false;
	marker->kind = MARKER_BULLET;
	marker->bullet = c;
	marker->body = str_trim(rest);
	return true;
}

bool
read_text_marker_find(struct str text, struct text_marker *marker)
{
	struct text_marker inner = { 0 };

	*marker = (struct text_marker){ 0 };
	if (text.len == 0)
		return false;
	if (read_text_bullet_find(text, marker)) {
		/* "- 2. text", "- a) text": the bullet is only markup */
		if (marker->body.len > 0 &&
		    (label_find(marker->body, &inner) ||
			read_text_number_find(marker->body, &inner)) &&
		    !inner.is_bare && inner.form != LABEL_POINT) {
			inner.bullet = marker->bullet;
			*marker = inner;
		} else {
			check_find(marker);
		}
		return true;
	}
	return label_find(text, marker) || read_text_number_find(text, marker);
}

int
read_text_marker_rank(uint32_t bullet)
{
	switch (bullet) {
	case 0x2022:
	case 0xB7:
	case 0xF0B7:
	case 0x25CF:
	case '*':
		return 0;
	case 'o':
	case '-':
	case 0x2013:
	case 0x2014:
	case 0x25CB:
	case 0x25E6:
		return 1;
	}
	return 2;
}

void
read_text_marker_drop(struct text_reader *reader, struct pos pos,
    const struct text_marker *marker)
{
	char bytes[4];

	if (marker->bullet != 0 && utf8_is_word(marker->bullet))
		doc_drop(reader->doc, pos, "markup",
		    (struct str){ bytes, utf8_encode(marker->bullet, bytes) });
	if (marker->check_mark.len > 0)
		doc_drop(reader->doc, pos, "markup", marker->check_mark);
}
