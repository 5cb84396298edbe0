/* abbr: the form of abbreviations, and looking them up; see abbr.h. */
#include "model/abbr.h"

#include "base/map.h"
#include "base/utf8.h"
#include "model/plan.h"

static bool
is_part(uint32_t c)
{
	return utf8_is_word(c) || c == '&';
}

/* White space parts "words", of which some are addresses: is the one around
 * these bytes? No farther is looked than addresses are long. */
static bool
is_in_address(struct str text, size_t begin, size_t end)
{
	enum { REACH = 200 };
	size_t from = begin, to = end;
	struct str chunk;

	while (from > 0 && begin - from < REACH && text.ptr[from - 1] != ' ')
		from--;
	while (to < text.len && to - end < REACH && text.ptr[to] != ' ')
		to++;
	chunk = str_range(text.ptr + from, text.ptr + to);
	for (size_t i = 0; i < chunk.len; i++)
		if (chunk.ptr[i] == '@' || chunk.ptr[i] == '_' ||
		    chunk.ptr[i] == '\\')
			return true;
	return str_find(chunk, "://") != (size_t)-1 ||
	       str_find(chunk, "www.") != (size_t)-1;
}

/* Two capitals or more, at least as many as small letters; the s of a plural
 * is none of them. */
static bool
has_form(struct str text, struct str *single)
{
	size_t upper = 0, lower = 0;
	struct str rest = text;

	*single = text;
	if (text.len < 2 || text.len > ABBR_LONGEST ||
	    (text.ptr[0] >= 'a' && text.ptr[0] <= 'z'))
		return false;
	if (str_ends(text, "s"))
		single->len--;
	for (rest = *single; rest.len > 0;) {
		bool first = rest.len == single->len;
		uint32_t c = utf8_next(&rest);

		if (first && !utf8_is_upper(c))
			return false;
		if (c == '&' && rest.len == 0)
			return false;
		upper += utf8_is_upper(c);
		lower += utf8_is_letter(c) && !utf8_is_upper(c);
	}
	return upper >= 2 && upper >= lower;
}

/* The end of the run of such characters that begins at `from`. */
static size_t
run_end(struct str text, size_t from)
{
	struct str rest = str_skip(text, from);

	while (rest.len > 0) {
		struct str before = rest;

		if (!is_part(utf8_next(&rest)))
			return (size_t)(before.ptr - text.ptr);
	}
	return text.len;
}

/* "X-" before a word makes it a part of another; what is behind it does not. */
static bool
is_joined(struct str text, size_t at)
{
	return at > 0 && (text.ptr[at - 1] == '-' || text.ptr[at - 1] == '.' ||
			     text.ptr[at - 1] == '#');
}

bool
abbr_next(struct str text, struct abbr_word *found)
{
	size_t at = found->end;

	while (at < text.len) {
		struct str rest = str_skip(text, at);
		size_t end;

		if (!utf8_is_word(utf8_next(&rest))) {
			at = (size_t)(rest.ptr - text.ptr);
			continue;
		}
		end = run_end(text, at);
		found->text = str_range(text.ptr + at, text.ptr + end);
		if (has_form(found->text, &found->single) &&
		    !is_joined(text, at) && !is_in_address(text, at, end)) {
			found->begin = at;
			found->end = end;
			return true;
		}
		at = end;
	}
	found->end = text.len;
	return false;
}

bool
abbr_is(struct str text, struct abbr_word *found)
{
	*found = (struct abbr_word){ .end = 0 };
	return abbr_next(text, found) && found->begin == 0 &&
	       found->end == text.len;
}

bool
abbr_is_shouted(struct str text)
{
	size_t upper = 0, lower = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		upper += utf8_is_upper(c);
		lower += utf8_is_letter(c) && !utf8_is_upper(c);
	}
	return upper > 2 * lower;
}

void
abbr_map(struct arena *arena, struct map *map, const struct plan *plan)
{
	for (size_t i = 0; i < plan->abbreviations_count; i++)
		map_add(arena, map, plan->abbreviations[i].text, i);
}

size_t
abbr_find(const struct map *map, const struct plan *plan,
    const struct abbr_word *word, struct str language)
{
	size_t *first = map_find(map, word->text);

	if (first == NULL)
		first = map_find(map, word->single);
	if (first == NULL)
		return PLAN_NONE;
	for (size_t i = *first; i < plan->abbreviations_count; i++) {
		const struct plan_abbreviation *one = &plan->abbreviations[i];
		struct str own =
		    one->language.len > 0 ? one->language : plan->language;

		if (!str_eq(one->text, plan->abbreviations[*first].text))
			break;
		if (str_eq_nocase(str_head(own, 2), str_head(language, 2)))
			return i;
	}
	return *first;
}
