/* analyse_number: the numbers that papers give their parts. */
#include "analyse/analyse_priv.h"

static bool
is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Length of "12.3.1", "R1.2", "A3", "13A" at the front of the text. */
static size_t
number_len(struct str text)
{
	size_t at = 0;

	while (at < text.len && at < 3 && is_alpha(text.ptr[at]))
		at++;
	if (at > 0 && at < text.len && text.ptr[at] == '-')
		at++; /* "PSR-8" */
	if (at >= text.len || !str_is_digit(text.ptr[at]))
		return 0;
	while (at < text.len) {
		size_t part = at;

		while (at < text.len && str_is_digit(text.ptr[at]))
			at++;
		if (at - part > 4) /* no part is that long: a phone number */
			return 0;
		if (at < text.len && is_alpha(text.ptr[at]))
			at++; /* "13A" */
		if (at + 1 < text.len && text.ptr[at] == '.' &&
		    str_is_digit(text.ptr[at + 1]))
			at++;
		else
			break;
	}
	return at;
}

/* "40 public charge points" counts them; "40. Mend the wall" and "40 Mend the
 * wall" do not. */
static bool
is_quantity(struct str number, struct str rest)
{
	for (size_t i = 0; i < number.len; i++)
		if (!str_is_digit(number.ptr[i]))
			return false;
	return rest.len > 0 && rest.ptr[0] >= 'a' && rest.ptr[0] <= 'z';
}

bool
analyse_number_split(struct str text, struct str *number, struct str *rest)
{
	size_t len = number_len(text);
	size_t after = len;

	if (len == 0)
		return false;
	while (after < text.len &&
	       (text.ptr[after] == '.' || text.ptr[after] == ')' ||
		   text.ptr[after] == ':'))
		after++;
	/* something must part it from the words; "1st" and "3D" are words */
	if (after < text.len && after == len && text.ptr[after] != ' ' &&
	    text.ptr[after] != '\t' && (unsigned char)text.ptr[after] != 0xC2)
		return false;
	*number = str_head(text, len);
	*rest = str_trim(str_skip(text, after));
	return after > len || !is_quantity(*number, *rest);
}

struct str
analyse_number_bare(struct str number)
{
	number = str_trim(number);
	while (number.len > 0 && (number.ptr[0] == '(' || number.ptr[0] == '['))
		number = str_skip(number, 1);
	while (number.len > 0) {
		char c = number.ptr[number.len - 1];

		if (c != '.' && c != ')' && c != ':' && c != ']' && c != ';')
			break;
		number.len--;
	}
	return number;
}

int
analyse_number_depth(struct str number)
{
	int depth = 0;
	struct str part;

	number = analyse_number_bare(number);
	while (str_next_part(&number, '.', &part))
		depth += part.len > 0 && str_is_digit(part.ptr[part.len - 1]);
	return depth;
}

struct str
analyse_number_parent(struct str number)
{
	number = analyse_number_bare(number);
	for (size_t i = number.len; i > 0; i--)
		if (number.ptr[i - 1] == '.')
			return str_head(number, i - 1);
	return str_head(number, 0);
}
