/* read_text_layout: the columns of a page that lines write in, and the cells
 * that those nobody writes in part. */
#include "read/read_text_priv.h"

#include "base/utf8.h"

/* Only strokes: the rule below a header. */
bool
read_text_layout_is_rule(struct str text)
{
	size_t strokes = 0;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '-' || c == '=' || c == '_' || c == 0x2500 ||
		    c == 0x2550)
			strokes++;
		else if (c != ' ')
			return false;
	}
	return strokes >= 3;
}

/* Marks the columns that the line writes in; false: it is too wide. */
bool
read_text_layout_add(struct text_page *page, const struct text_line *line)
{
	struct str rest = line->text;
	size_t column = line->indent;

	while (rest.len > 0) {
		uint32_t c = utf8_next(&rest);
		size_t width = (size_t)utf8_width(c);

		if (column + width >= TEXT_PAGE_WIDTH || c == '\t')
			return false;
		if (!utf8_is_space(c))
			for (size_t i = 0; i < width; i++)
				page->used[column + i] = true;
		column += width;
		if (column > page->width)
			page->width = column;
	}
	return true;
}

/* Cells are parted by two unwritten columns or more. */
void
read_text_layout_find(struct text_layout *layout, const struct text_page *page)
{
	size_t blank = 2;

	layout->count = 0;
	for (size_t i = 0; i < page->width; i++) {
		if (!page->used[i]) {
			blank++;
			continue;
		}
		if (blank >= 2)
			layout->starts[layout->count++] = (uint16_t)i;
		layout->ends[layout->count - 1] = (uint16_t)(i + 1);
		blank = 0;
	}
}

/* The text of one cell on one line. */
struct str
read_text_layout_cut(const struct text_line *line, size_t begin, size_t end)
{
	struct str rest = line->text;
	size_t column = line->indent;
	const char *from = NULL, *to = line->text.ptr;

	while (rest.len > 0 && column < end) {
		const char *at = rest.ptr;
		uint32_t c = utf8_next(&rest);

		if (column >= begin) {
			from = from == NULL ? at : from;
			to = rest.ptr;
		}
		column += (size_t)utf8_width(c);
	}
	return from == NULL ? (struct str){ line->text.ptr, 0 }
			    : str_trim(str_range(from, to));
}
