/* read_md_html_find: where tables in raw HTML begin and end, line by line,
 * before cmark looks: a blank line in one would end the HTML for it. */
#include "read/read_md_priv.h"

enum { NESTED_MAX = 64 };

/* Tables that are open. */
struct finder {
	size_t begins[NESTED_MAX]; /* lines */
	size_t depth;
	size_t *ends;
	bool found;
};

static bool
is_tag(struct str text, const char *tag)
{
	struct str rest = str_skip(text, str_from(tag).len);

	return str_starts_nocase(text, tag) &&
	       (rest.len == 0 || rest.ptr[0] == '>' || rest.ptr[0] == ' ' ||
		   rest.ptr[0] == '\t');
}

static void
find_in_line(struct finder *finder, struct str line, size_t at)
{
	for (size_t i = 0; i < line.len; i++) {
		struct str rest = str_skip(line, i);

		if (line.ptr[i] != '<')
			continue;
		if (is_tag(rest, "<table")) {
			if (finder->depth < NESTED_MAX)
				finder->begins[finder->depth] = at;
			finder->depth++;
		} else if (is_tag(rest, "</table") && finder->depth > 0) {
			finder->depth--;
			if (finder->depth < NESTED_MAX)
				finder->ends[finder->begins[finder->depth]] =
				    at + 1;
		}
	}
}

/* Does the line begin with a table that holds a blank line? */
static bool
is_broken(const struct str *lines, const size_t *blanks, size_t at, size_t end)
{
	struct str text = str_trim(lines[at]);

	return is_tag(text, "<table") && text.ptr - lines[at].ptr <= 3 &&
	       blanks[end - 1] > blanks[at];
}

size_t *
md_html_tables_find(struct md *md, const struct str *lines, size_t count)
{
	struct finder finder = { .depth = 0 };
	size_t *blanks = arena_alloc(md->scratch, count * sizeof(*blanks));
	bool *begins;

	finder.ends = arena_alloc(md->scratch, count * sizeof(*finder.ends));
	for (size_t i = 0; i < count; i++) {
		find_in_line(&finder, lines[i], i);
		blanks[i] =
		    (i > 0 ? blanks[i - 1] : 0) + (str_trim(lines[i]).len == 0);
	}
	for (size_t i = 0; i < count; i++) {
		if (finder.ends[i] > 0 &&
		    !is_broken(lines, blanks, i, finder.ends[i]))
			finder.ends[i] = 0;
		finder.found = finder.found || finder.ends[i] > 0;
	}
	if (!finder.found)
		return NULL;
	begins = md_find_html(md);
	for (size_t i = 0; i < count; i++)
		if (!begins[i])
			finder.ends[i] = 0;
	return finder.ends;
}
