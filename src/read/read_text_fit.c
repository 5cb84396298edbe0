/* read_text_fit: is a marker what it looks like? Its surroundings tell: "J."
 * may be an initial, "2018." the end of a sentence, "31.12.14" a date. */
#include "read/read_text_priv.h"

#include "base/utf8.h"

enum { SIBLING_REACH = 40 }; /* lines looked through for the next label */

/* 31.12.14 and 1.4.2019 as dates. */
static bool
is_date(const struct text_marker *marker)
{
	const struct text_number *number = &marker->number;

	return number->count == 3 && number->part[0] >= 1 &&
	       number->part[0] <= 31 && number->part[1] >= 1 &&
	       number->part[1] <= 12 && number->part[2] >= 10 &&
	       number->part[2] <= 99;
}

static bool
has_sibling(const struct text_reader *reader, size_t at,
    const struct text_marker *marker)
{
	size_t end = at + SIBLING_REACH;
	struct text_marker other;

	if (end > reader->line_count)
		end = reader->line_count;
	for (size_t i = at + 1; i < end; i++)
		if (read_text_marker_find(reader->lines[i].text, &other) &&
		    other.kind == MARKER_LABEL && other.form == marker->form &&
		    other.script == marker->script &&
		    (other.value == marker->value + 1 ||
			(marker->roman > 0 &&
			    other.roman == marker->roman + 1)))
			return true;
	return false;
}

/* Is a label that goes on a list that is open? */
static bool
goes_on(const struct text_reader *reader, const struct text_marker *marker)
{
	for (size_t i = reader->depth; i-- > 0;) {
		const struct text_marker *last = &reader->lists[i].marker;

		if (last->kind == MARKER_LABEL && last->form == marker->form &&
		    last->script == marker->script &&
		    (marker->value == last->value + 1 ||
			(last->roman > 0 && marker->roman == last->roman + 1)))
			return true;
	}
	return false;
}

/* "(May", and "26)" on the line below: its bracket closes the one that is
 * open. */
static bool
closes_bracket(const struct text_reader *reader, size_t at)
{
	struct str above;
	int open = 0;

	if (at == 0 || read_text_line_parted(reader, at))
		return false;
	above = reader->lines[at - 1].text;
	for (size_t i = 0; i < above.len; i++) {
		open += above.ptr[i] == '(';
		if (above.ptr[i] == ')' && open > 0)
			open--;
	}
	return open > 0;
}

static bool
label_fits(const struct text_reader *reader, size_t at,
    const struct text_marker *marker)
{
	if (goes_on(reader, marker))
		return true;
	if (marker->form == LABEL_BRACKET && closes_bracket(reader, at))
		return false;
	switch (marker->form) {
	case LABEL_BRACKETS:
	case LABEL_BRACKET:
		/* "(G)" for green, alone among the lines of a row */
		return marker->body.len > 0 || marker->script != SCRIPT_UPPER ||
		       (read_text_line_parted(reader, at) &&
			   has_sibling(reader, at, marker));
	case LABEL_POINT:     /* "J. Smith" */
	case LABEL_SEMICOLON: /* "I; and" */
		break;
	}
	return (marker->value == 1 || marker->roman == 1) &&
	       has_sibling(reader, at, marker);
}

/* Does line `at` only go on in a sentence that the line above broke off? */
static bool
is_midway(const struct text_reader *reader, size_t at)
{
	size_t above = read_text_line_prev(reader, at);

	if (read_text_line_parted(reader, at) || above == (size_t)-1 ||
	    reader->open == NULL || reader->open->kind == NODE_HEADING)
		return false;
	if (read_text_is_unfinished(reader->lines[above].text))
		return true;
	return reader->wrap_width > 0 &&
	       !read_text_ends_sentence(reader->lines[above].text) &&
	       reader->lines[above].width * 4 >= reader->wrap_width * 3;
}

/* Does the bullet stand under another of its kind, with no blank line between?
 * Then it is one, though the line above ends in "and" or is full. */
static bool
is_in_column(const struct text_reader *reader, size_t at, uint32_t bullet)
{
	const struct text_line *lines = reader->lines;
	size_t end = at + SIBLING_REACH;
	struct text_marker other;

	for (size_t i = reader->depth; i-- > 0;)
		if (reader->lists[i].marker.bullet == bullet &&
		    reader->lists[i].indent == lines[at].indent)
			return true;
	if (end > reader->line_count)
		end = reader->line_count;
	for (size_t i = at + 1; i < end && lines[i].blanks == 0 &&
				lines[i].indent >= lines[at].indent;
	     i++)
		if (lines[i].indent == lines[at].indent)
			return read_text_bullet_find(lines[i].text, &other) &&
			       other.bullet == bullet;
	return false;
}

static bool
is_box(uint32_t bullet)
{
	return bullet == 0x2610 || bullet == 0x2611 || bullet == 0x2612;
}

static bool
begins_with_box(const struct text_reader *reader, size_t at)
{
	struct str text;

	if (at >= reader->line_count)
		return false;
	text = reader->lines[at].text;
	return is_box(utf8_next(&text));
}

/* "☑ Done" amid other lines is a word with its sign, no item. */
static bool
box_fits(const struct text_reader *reader, size_t at)
{
	return reader->depth > 0 || read_text_line_parted(reader, at) ||
	       begins_with_box(reader, at - 1) ||
	       (!read_text_line_parted(reader, at + 1) &&
		   begins_with_box(reader, at + 1));
}

static bool
bullet_fits(const struct text_reader *reader, size_t at,
    const struct text_marker *marker)
{
	struct str name, value;

	if (is_box(marker->bullet) && !box_fits(reader, at))
		return false;
	return marker->bullet == 0x2022 || marker->bullet == 0xB7 ||
	       marker->bullet >= 0x25A0 || !is_midway(reader, at) ||
	       is_in_column(reader, at, marker->bullet) ||
	       /* "- Owner: Ann Lee", set in below a long title */
	       (reader->lines[at].indent > reader->lines[at - 1].indent &&
		   read_text_field_cut(marker->body, &name, &value));
}

/* Does a bare number "n" stand below for the "n - 1" of this line? */
static bool
bare_sibling(const struct text_reader *reader, size_t at, uint32_t value)
{
	size_t end = at + SIBLING_REACH;
	struct text_marker other = { 0 };

	if (end > reader->line_count)
		end = reader->line_count;
	for (size_t i = at + 1; i < end; i++)
		if (read_text_number_find(reader->lines[i].text, &other) &&
		    other.number.count == 1 &&
		    other.number.part[0] == value + 1 &&
		    read_text_starts_upper(other.body))
			return true;
	return false;
}

static bool
number_fits(const struct text_reader *reader, size_t at,
    const struct text_marker *marker)
{
	const struct text_number *number = &marker->number;
	struct str word = read_text_first_word(marker->body);
	char last = marker->label.ptr[marker->label.len - 1];
	bool follows = read_text_number_follows(&reader->last_number, number);
	bool is_closed = last == '.' || last == ')';

	if (is_midway(reader, at) && !follows)
		return false;
	if (number->part[0] > 999 && !follows)
		return false;
	if (!is_closed &&
	    (read_text_is_month(word) || (!follows && read_text_is_unit(word))))
		return false;
	if (is_date(marker) && !is_closed && !follows &&
	    !(reader->last_number.count == 3 &&
		reader->last_number.part[0] == number->part[0]))
		return false;
	if (is_closed)
		return true;
	if (marker->is_bare) {
		/* "12 High Street", "5G networks": only in a sequence */
		if (marker->body.len > 0 &&
		    !read_text_starts_upper(marker->body))
			return false;
		return follows ||
		       (number->part[0] == 1 && number->letter == 0 &&
			   bare_sibling(reader, at, 1));
	}
	if (number->part[0] == 0)
		return false; /* 0.5 */
	return marker->body.len == 0 || follows || number->count > 2 ||
	       read_text_starts_upper(marker->body);
}

bool
read_text_marker_fits(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	switch (marker->kind) {
	case MARKER_NONE:
		return false;
	case MARKER_BULLET:
		return bullet_fits(reader, at, marker);
	case MARKER_LABEL:
		return label_fits(reader, at, marker);
	case MARKER_NUMBER:
		return number_fits(reader, at, marker);
	}
	return false;
}

bool
read_text_marker_at(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	struct str text = reader->lines[at].text;

	if (!read_text_marker_find(text, marker))
		return false;
	if (read_text_marker_fits(reader, at, marker))
		return true;
	/* "- 2.5 million": the bullet alone may fit */
	if (marker->bullet != 0 && marker->kind != MARKER_BULLET) {
		*marker = (struct text_marker){ 0 };
		return read_text_bullet_find(text, marker);
	}
	return false;
}
