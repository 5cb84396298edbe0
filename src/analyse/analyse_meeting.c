/* analyse_meeting: the meeting that a sentence names: "Minutes of the meeting
 * of the Audit Committee held on 3 May", "Report of the Treasurer to the Police
 * and Crime Panel". One text comes in; who wrote it and why is not asked. */
#include "analyse/analyse_priv.h"

#include "base/utf8.h"

enum { NAME_MAX_WORDS = 10 };

static bool
is_one_of(struct str word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (str_is_nocase(word, *list))
			return true;
	return false;
}

/* Without the marks of a sentence. */
static struct str
bare(struct str word)
{
	static const char *const marks[] = { ",", ".", ":", ";", ")", NULL };

	for (size_t i = 0; marks[i] != NULL; i++)
		if (str_ends(word, marks[i]))
			return bare(str_head(word, word.len - 1));
	return word;
}

static bool
ends_name(struct str word)
{
	static const char *const words[] = { "committee", "sub-committee",
		"subcommittee", "panel", "board", "cabinet", "forum",
		"commission", "council", NULL };

	return is_one_of(bare(word), words);
}

static bool
is_link(struct str word)
{
	static const char *const links[] = { "and", "of", "for", "&", NULL };

	return is_one_of(word, links);
}

static bool
is_capital(struct str word)
{
	return word.len > 0 && utf8_is_upper(utf8_next(&word));
}

/* The word that ends before byte `end`. */
static struct str
word_before(struct str text, size_t end)
{
	struct str head = str_trim(str_head(text, end));
	size_t at = head.len;

	while (at > 0 && head.ptr[at - 1] != ' ')
		at--;
	return str_skip(head, at);
}

/* From the first capital of the run of words that `last` ends; a comma belongs
 * to it in "Housing, Health and Care Board" only. */
static struct str
name_ending(struct str text, struct str last)
{
	struct str first = last, word;
	size_t begin = (size_t)(last.ptr - text.ptr);
	size_t end = begin + bare(last).len;
	bool is_list = false;

	for (int i = 0; i < NAME_MAX_WORDS; i++) {
		word = word_before(text, begin);
		if (word.len == 0 || str_is_nocase(word, "the") ||
		    (!is_link(word) && !is_capital(word)) ||
		    (bare(word).len < word.len && !is_list))
			break;
		begin = (size_t)(word.ptr - text.ptr);
		is_list =
		    is_list || str_is_nocase(word, "and") || str_is(word, "&");
		if (!is_link(word))
			first = word;
	}
	return str_range(first.ptr, text.ptr + end);
}

struct str
analyse_meeting_in(struct str text)
{
	struct str rest = text, word, name;

	while (str_next_part(&rest, ' ', &word)) {
		if (!ends_name(word) || !is_capital(word))
			continue;
		name = name_ending(text, word);
		/* "the Board" says too little */
		if (name.len > bare(word).len ||
		    str_is_nocase(bare(word), "cabinet"))
			return name;
	}
	return (struct str){ "", 0 };
}
