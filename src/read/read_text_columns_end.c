/* read_text_columns_end: where tables whose cells are set below one another
 * with runs of spaces begin and end.
 *
 * In comes a line that may be the first of one; out goes the line behind the
 * last. Columns of the page that no line writes in part the cells, and lines
 * are taken in as long as some are left. What rows the lines are is for
 * read_text_columns.c. */
#include "read/read_text_priv.h"

#include <string.h>

enum { TRIAL_LINES = 24 }; /* that decide whether a run is a table */

/* A run of spaces within the text that no end of a sentence explains. */
static bool
has_gap(struct str text)
{
	for (size_t i = 1; i + 2 < text.len; i++) {
		if (text.ptr[i] != ' ' || text.ptr[i + 1] != ' ')
			continue;
		if (text.ptr[i + 2] == ' ' ||
		    strchr(".?!:;", text.ptr[i - 1]) == NULL)
			return true;
	}
	return false;
}

/* A row by itself: cells with gaps between them, not only a marker's. */
static bool
is_gapped(const struct text_line *line)
{
	struct text_marker marker;
	struct str text = line->text;

	if (line->furniture || line->width > TEXT_PAGE_WIDTH)
		return false;
	if (read_text_marker_find(text, &marker))
		text = marker.body;
	return has_gap(text);
}

/* A run of lines that may be a table. */
struct run {
	const struct text_reader *reader;
	size_t begin, end;
	struct text_page page;
	struct text_layout layout;
};

/* Do all columns begin where they did? */
static bool
is_same(const struct text_layout *a, const struct text_layout *b)
{
	return a->count == b->count &&
	       memcmp(a->starts, b->starts, a->count * sizeof(*a->starts)) == 0;
}

/* Takes the line at run->end in, if the columns leave room for it. */
static bool
run_extend(struct run *run)
{
	const struct text_line *line = &run->reader->lines[run->end];
	struct text_page page = run->page;
	struct text_layout layout;
	bool gapped;

	if (line->furniture || line->blanks > 1 ||
	    (line->blanks > 0 && line->page_break))
		return false;
	if (read_text_layout_is_rule(line->text)) {
		run->end++;
		return line->blanks == 0;
	}
	gapped = is_gapped(line);
	if (!read_text_layout_add(&page, line))
		return false;
	read_text_layout_find(&layout, &page);
	if (layout.count < 2)
		return false;
	if (line->blanks > 0 && !(gapped && is_same(&layout, &run->layout)))
		return false;
	if (!gapped && layout.count != run->layout.count)
		return false;
	run->page = page;
	run->layout = layout;

	run->end++;
	return true;
}

/* Does the cell end where its column does? Figures may end one before: the
 * brackets around one below nought stand out to the right. */
static bool
ends_there(const struct text_line *line, size_t end)
{
	struct str last = read_text_layout_cut(line, end - 1, end);

	if (last.len > 0)
		return true;
	last = read_text_layout_cut(line, end - 2, end - 1);
	return last.len == 1 && str_is_digit(last.ptr[0]);
}

/* Do most cells of some column but the first begin, or end, at one place? */
static bool
lines_up(const struct run *run)
{
	const struct text_layout *layout = &run->layout;

	for (size_t k = 1; k < layout->count; k++) {
		size_t filled = 0, left = 0, right = 0;

		for (size_t i = run->begin; i < run->end; i++) {
			const struct text_line *line = &run->reader->lines[i];
			size_t end = layout->ends[k];
			bool first;

			if (read_text_layout_is_rule(line->text) ||
			    read_text_layout_cut(line, layout->starts[k], end)
				    .len == 0)
				continue;
			first = read_text_layout_cut(line, layout->starts[k],
				    layout->starts[k] + 1)
				    .len > 0;
			filled++;
			left += first;
			right += ends_there(line, end);
		}
		if (filled >= 2 &&
		    (left * 10 >= filled * 6 || right * 10 >= filled * 6))
			return true;
	}
	return false;
}

/* Lines with something in two cells or more. */
static size_t
row_count(const struct run *run)
{
	size_t rows = 0;

	for (size_t i = run->begin; i < run->end; i++) {
		const struct text_line *line = &run->reader->lines[i];
		size_t filled = 0;

		for (size_t k = 0; k < run->layout.count && filled < 2; k++)
			filled +=
			    read_text_layout_cut(line, run->layout.starts[k],
				run->layout.ends[k])
				.len > 0;
		rows += filled == 2 && !read_text_layout_is_rule(line->text);
	}
	return rows;
}

/* Does it begin with the line that began the table before? */
static bool
repeats_header(const struct run *run)
{
	const struct text_line *lines = run->reader->lines;
	size_t before = run->reader->columns_head;

	return before < run->begin && lines[before].region == REGION_COLUMNS &&
	       str_eq(lines[run->begin].text, lines[before].text);
}

/* Do the cells of its first line begin where those of the table before do, all
 * of them filled? Below the next heading that table goes on. */
static bool
goes_on_below(const struct run *run)
{
	const struct text_line *lines = run->reader->lines;
	size_t before = run->reader->columns_head;
	const struct text_layout *layout = &run->reader->columns;

	if (before >= run->begin || lines[before].region != REGION_COLUMNS ||
	    run->layout.count < 3 || !is_same(&run->layout, layout))
		return false;
	for (size_t k = 0; k < layout->count; k++)
		if (read_text_layout_cut(&lines[run->begin], layout->starts[k],
			layout->starts[k] + 1)
			.len == 0)
			return false;
	return true;
}

/* What stands behind the line's last gap. */
static struct str
behind_gap(struct str text)
{
	for (size_t i = text.len; i-- > 2;)
		if (text.ptr[i] == ' ' && text.ptr[i - 1] == ' ' &&
		    text.ptr[i - 2] == ' ')
			return str_skip(text, i + 1);
	return text;
}

/* "Action: Ann Lee" in the margin of each paragraph, and nothing else: they
 * stand below one another by chance. */
static bool
has_margin(const struct run *run)
{
	struct str label = { NULL, 0 };

	for (size_t i = run->begin; i < run->end && run->layout.count == 2;
	     i++) {
		struct str text = behind_gap(run->reader->lines[i].text);
		struct str name = str_head(text, str_find(text, ": "));

		if (name.len == text.len ||
		    (label.len > 0 && !str_eq(name, label)))
			return false;
		label = name;
	}
	return label.len > 0;
}

static bool
is_table(const struct run *run)
{
	size_t rows = row_count(run);

	if (repeats_header(run) && run->end > run->begin + 1)
		return true;
	if (goes_on_below(run))
		return true;
	if (rows < 2 || !lines_up(run) || has_margin(run))
		return false;
	if (rows > 2 || run->layout.count > 2)
		return true;
	return run->layout.starts[1] - run->layout.ends[0] >= 3;
}

static void
run_trim(struct run *run)
{
	while (run->end > run->begin &&
	       read_text_layout_is_rule(run->reader->lines[run->end - 1].text))
		run->end--;
}

/* A table by columns of the page that nothing is written in. */
static size_t
run_find(struct text_reader *reader, size_t at)
{
	struct run run = { .reader = reader, .begin = at, .end = at + 1 };

	if (!is_gapped(&reader->lines[at]) ||
	    !read_text_layout_add(&run.page, &reader->lines[at]))
		return at;
	read_text_layout_find(&run.layout, &run.page);
	while (run.end < reader->line_count && run.end - at < TRIAL_LINES)
		if (!run_extend(&run))
			break;
	run_trim(&run);
	if (!is_table(&run))
		return at;
	if (run.end - at == TRIAL_LINES)
		while (run.end < reader->line_count)
			if (!run_extend(&run))
				break;
	run_trim(&run);
	reader->columns = run.layout;
	return run.end;
}

/* How many cells stand apart in the line. */
static size_t
gap_count(struct str text)
{
	size_t count = 1;

	for (size_t i = 1; i + 1 < text.len; i++)
		count += text.ptr[i] == ' ' && text.ptr[i + 1] == ' ' &&
			 text.ptr[i - 1] != ' ';
	return count;
}

/* Where columns drift, those that stay unwritten are fewer than the headings,
 * or end too early. */
size_t
read_text_columns_end(struct text_reader *reader, size_t at)
{
	const struct text_line *lines = reader->lines;
	size_t end = run_find(reader, at), drift;
	bool is_whole =
	    end > at && reader->columns.count >= gap_count(lines[at].text);

	if (!is_gapped(&lines[at]) ||
	    (is_whole && (end == reader->line_count || lines[end].blanks > 0)))
		return end;
	drift = read_text_drift_end(reader, at, end > at);
	if (drift <= at || drift < end + is_whole)
		return end;
	reader->lines[at].drifts = true;
	reader->columns.count = 0;
	return drift;
}
