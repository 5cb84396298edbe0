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

/* White space parts "words" of which some are addresses. */
static bool
is_address(struct str chunk)
{
	for (size_t i = 0; i < chunk.len; i++)
		if (chunk.ptr[i] == '@' || chunk.ptr[i] == '_' ||
		    chunk.ptr[i] == '\\')
			return true;
	return str_find(chunk, "://") != (size_t)-1 ||
	       str_starts_nocase(chunk, "www.");
}

/* Two capitals or more, at least as many as small letters; the s of a plural
 * is none of them. */
static bool
has_form(struct str text, struct str *single)
{
	size_t upper = 0, lower = 0;
	struct str rest = text;

	*single = text;
	if (text.len < 2 || text.len > ABBR_LONGEST)
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
run_end(struct str text, size_t from, size_t end)
{
	struct str rest = str_range(text.ptr + from, text.ptr + end);

	while (rest.len > 0) {
		struct str before = rest;

		if (!is_part(utf8_next(&rest)))
			return (size_t)(before.ptr - text.ptr);
	}
	return end;
}

static size_t
chunk_end(struct str text, size_t from)
{
	struct str rest = str_skip(text, from);

	while (rest.len > 0) {
		struct str before = rest;

		if (utf8_is_space(utf8_next(&rest)))
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
	size_t at = found->end, limit = 0;

	while (at < text.len) {
		struct str rest = str_skip(text, at);
		size_t end;

		if (at >= limit) {
			limit = chunk_end(text, at);
			if (is_address(
				str_range(text.ptr + at, text.ptr + limit))) {
				at = limit;
				continue;
			}
		}
		if (!utf8_is_word(utf8_next(&rest))) {
			at = (size_t)(rest.ptr - text.ptr);
			continue;
		}
		end = run_end(text, at, limit);
		found->text = str_range(text.ptr + at, text.ptr + end);
		if (!is_joined(text, at) &&
		    has_form(found->text, &found->single)) {
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
