/* chart_wrap: a label -> lines of a width. Breaks at spaces, and inside a word
 * that is wider than a line. */
#include "model/chart_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

static void
line_add(
    const struct chart_lay *lay, struct chart_lines *lines, struct str text)
{
	lines->list = arena_push(lay->arena, lines->list, &lines->count,
	    &lines->cap, sizeof(*lines->list));
	lines->list[lines->count - 1] = text;
}

/* As many characters as fit, one at least. */
static size_t
fitting(const struct chart_lay *lay, struct str word, double width, bool strong)
{
	struct str rest = word;
	size_t len = 0;

	while (rest.len > 0) {
		utf8_next(&rest);
		if (len > 0 &&
		    chart_measure(lay, str_head(word, word.len - rest.len),
			strong) > width)
			break;
		len = word.len - rest.len;
	}
	return len;
}

/* The next line: as many words as fit, or a part of the first one. */
static struct str
line_take(const struct chart_lay *lay, struct chart_lines *lines,
    struct str *rest, double width, bool strong)
{
	size_t len = 0;
	struct str line;

	for (size_t i = 0; i <= rest->len; i++) {
		if (i < rest->len && rest->ptr[i] != ' ')
			continue;
		if (chart_measure(lay, str_head(*rest, i), strong) > width)
			break;
		len = i;
	}
	if (len == 0) {
		size_t space = str_find(*rest, " ");

		lines->is_cut = true;
		len = fitting(lay,
		    str_head(*rest, space == (size_t)-1 ? rest->len : space),
		    width, strong);
	}
	line = str_trim(str_head(*rest, len));
	*rest = str_trim(str_skip(*rest, len));
	return line;
}

/* The line with an ellipsis behind as much of it as there is room for. */
static struct str
shorten(const struct chart_lay *lay, struct str line, double width, bool strong)
{
	for (;;) {
		struct str cut =
		    str_printf(lay->arena, "%.*s…", STR_ARG(str_trim(line)));
		struct str rest = line;
		size_t last = 0;

		if (line.len == 0 || chart_measure(lay, cut, strong) <= width)
			return cut;
		while (rest.len > 0) {
			last = line.len - rest.len;
			utf8_next(&rest);
		}
		line = str_head(line, last);
	}
}

struct chart_lines
chart_wrap(const struct chart_lay *lay, struct str text, double width,
    size_t most, bool strong)
{
	struct chart_lines lines = { NULL, 0, 0, false };
	struct str rest = str_fold(lay->arena, text);

	while (rest.len > 0) {
		struct str line = line_take(lay, &lines, &rest, width, strong);

		if (lines.count + 1 == most && rest.len > 0) {
			lines.is_cut = true;
			line_add(
			    lay, &lines, shorten(lay, line, width, strong));
			break;
		}
		line_add(lay, &lines, line);
	}
	return lines;
}
