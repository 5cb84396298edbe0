/* read_md_drawn: the tables that Pandoc's Markdown knows beside those by pipes:
 * grids, and columns below a line of hyphens. cmark takes them for paragraphs
 * and rules; so each is taken out of the text before it looks, and a mark is
 * left in its place. There a grid's cells are read as Markdown, and the text
 * reader, who knows such tables, reads the others.
 *
 *     +-----+------+      Ref   Action            -----------------------
 *     | Ref | Cost |      ----  --------------     Ref  Action
 *     +=====+======+      1     Mend the wall     ----- -----------------
 *     | 1   | 20   |      2     Paint the pier      1   Mend the
 *     +-----+------+                                    wall
 *                                                 -----------------------
 */
#include "read/read_md_priv.h"

#include "base/must.h"

enum {
	HEADER_MAX = 6,  /* lines of a header between two rules */
	SPAN_MAX = 2000, /* lines of a table whose rows blank lines part */
	INDENT_MAX = 3   /* of a grid; more is code */
};

struct drawn {
	struct str *lines;
	size_t count;
};

static bool
is_blank(const struct drawn *d, size_t at)
{
	return at >= d->count || str_trim(d->lines[at]).len == 0;
}

/* Runs of hyphens, if there is nothing else in the line but spaces; 0: there
 * is. Each has two or more, else the line is a rule of "- - -". */
static size_t
rule_runs(struct str line)
{
	size_t runs = 0, len = 0;

	for (size_t i = 0; i <= line.len; i++) {
		char c = i < line.len ? line.ptr[i] : ' ';

		if (c == '-') {
			len++;
			continue;
		}
		if (c != ' ' && c != '\r')
			return 0;
		if (len == 1)
			return 0;
		runs += len > 0;
		len = 0;
	}
	return runs;
}

/* A line of a grid whose cells may span others: "| wall +------+". */
static bool
is_framed(struct str line)
{
	struct str text = str_trim(line);

	return text.len > 1 && (text.ptr[0] == '+' || text.ptr[0] == '|') &&
	       (str_ends(text, "+") || str_ends(text, "|"));
}

static bool
is_grid_rule(struct str line)
{
	struct str text = str_trim(line);
	size_t strokes = 0;

	if (text.len < 3 || text.ptr[0] != '+' || !str_ends(text, "+") ||
	    (size_t)(text.ptr - line.ptr) > INDENT_MAX)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '-' || text.ptr[i] == '=')
			strokes++;
		else if (text.ptr[i] != '+' && text.ptr[i] != ':')
			return false;
	}
	return strokes > 0;
}

/* Behind the grid that begins there; `at`: none does. */
static size_t
grid_end(const struct drawn *d, size_t at)
{
	size_t end = at + 1;

	if (!is_grid_rule(d->lines[at]))
		return at;
	while (end < d->count &&
	       (is_grid_rule(d->lines[end]) || is_framed(d->lines[end]) ||
		   str_starts(str_trim(d->lines[end]), "|")))
		end++;
	return end >= at + 3 && is_grid_rule(d->lines[end - 1]) ? end : at;
}

/* Columns below a line of hyphens, and perhaps a header's line above it, up to
 * a blank line or another line of hyphens. */
static size_t
simple_end(const struct drawn *d, size_t at, size_t *rule)
{
	size_t end;

	*rule = at + (rule_runs(d->lines[at]) == 0);
	if (*rule + 1 >= d->count || is_blank(d, *rule) ||
	    rule_runs(d->lines[*rule]) < 2 || is_blank(d, *rule + 1))
		return at;
	for (end = *rule + 1; !is_blank(d, end); end++)
		if (rule_runs(d->lines[end]) > 0)
			return end > *rule + 1 && is_blank(d, end + 1) ? end + 1
								       : at;
	/* without a header only a closing line tells */
	return *rule > at ? end : at;
}

/* The same between two lines of hyphens; blank lines part its rows. */
static size_t
multiline_end(const struct drawn *d, size_t at, size_t *rule)
{
	if (rule_runs(d->lines[at]) != 1 || is_blank(d, at + 1))
		return at;
	for (*rule = at + 1; !is_blank(d, *rule); ++*rule)
		if (*rule > at + HEADER_MAX || rule_runs(d->lines[*rule]) > 0)
			break;
	if (is_blank(d, *rule) || rule_runs(d->lines[*rule]) < 2)
		return at;
	for (size_t end = *rule + 1; end < d->count && end < *rule + SPAN_MAX;
	     end++)
		if (rule_runs(d->lines[end]) == 1 && is_blank(d, end + 1))
			return end + 1;
	return at;
}

static size_t
drawn_end(const struct drawn *d, size_t at, size_t *rule)
{
	size_t end;

	*rule = at;
	if (is_blank(d, at) || (at > 0 && !is_blank(d, at - 1)))
		return at;
	end = grid_end(d, at);
	if (end == at)
		end = multiline_end(d, at, rule);
	if (end == at)
		end = simple_end(d, at, rule);
	return end;
}

static struct drawn
lines_of(struct md *md, struct str text)
{
	struct drawn d = { .lines = NULL };
	struct str rest = text, line;

	while (str_next_line(&rest, &line))
		d.count++;
	d.lines = arena_alloc(md->scratch, (d.count + 1) * sizeof(*d.lines));
	for (size_t i = 0; str_next_line(&text, &line); i++)
		d.lines[i] = line;
	return d;
}

/* False: it only looks like one. */
static bool
drawn_add(struct md *md, const struct drawn *d, size_t first, size_t end)
{
	struct md_drawn *drawn, found = { .first_line = first };

	/* lines of hyphens that frame the whole are not rows' */
	if (rule_runs(d->lines[first]) > 0)
		found.first_line++;
	if (rule_runs(d->lines[end - 1]) > 0)
		end--;
	found.text = str_range(d->lines[found.first_line].ptr,
	    d->lines[end - 1].ptr + d->lines[end - 1].len);
	if (!read_text_is_table(md->doc, found.text))
		return false;
	md->drawn = arena_push(md->scratch, md->drawn, &md->drawn_count,
	    &md->drawn_cap, sizeof(*md->drawn));
	drawn = &md->drawn[md->drawn_count - 1];
	*drawn = found;
	return true;
}

/* A table in HTML, with blank lines in it: there cmark would end the HTML. */
static bool
html_add(struct md *md, const struct drawn *d, const size_t *ends, size_t at,
    size_t *end)
{
	struct md_drawn found = { .is_html = true, .first_line = at };

	if (ends == NULL || ends[at] <= at || (at > 0 && !is_blank(d, at - 1)))
		return false;
	*end = ends[at];
	found.text = str_range(
	    d->lines[at].ptr, d->lines[*end - 1].ptr + d->lines[*end - 1].len);
	md->drawn = arena_push(md->scratch, md->drawn, &md->drawn_count,
	    &md->drawn_cap, sizeof(*md->drawn));
	md->drawn[md->drawn_count - 1] = found;
	return true;
}

struct str
md_drawn_hide(struct md *md, struct str text)
{
	struct drawn d = lines_of(md, text);
	const size_t *ends = md_html_tables_find(md, d.lines, d.count);
	bool *is_verbatim = NULL;
	struct buf buf = BUF_INIT;
	struct str hidden;
	size_t at = 0;

	while (at < d.count) {
		size_t rule, end = drawn_end(&d, at, &rule);

		/* asked for once, and only where something is drawn */
		if (end > at && is_verbatim == NULL)
			is_verbatim = md_find_verbatim(md);
		if (!html_add(md, &d, ends, at, &end) &&
		    (end == at || is_verbatim[rule] ||
			!drawn_add(md, &d, at, end))) {
			buf_printf(&buf, "%.*s\n", STR_ARG(d.lines[at]));
			at++;
			continue;
		}
		buf_printf(&buf, MARK_DRAWN "%zu\n", md->drawn_count - 1);
		for (at++; at < end; at++)
			buf_puts(&buf, "\n");
	}
	hidden =
	    md->drawn_count > 0 ? str_copy(md->scratch, buf_str(&buf)) : text;
	buf_clear(&buf);
	return hidden;
}

/* One line holds a number, a stroke or a few words as they stand, unless it
 * begins as a list does. */
static bool
is_plain(const struct grid_cell *from)
{
	struct str text = from->lines[0].text;

	return from->count == 1 &&
	       !(text.len > 2 && text.ptr[1] == ' ' &&
		   (text.ptr[0] == '-' || text.ptr[0] == '*' ||
		       text.ptr[0] == '+'));
}

static void
fill_cell(void *context, struct node *cell, const struct grid_cell *from)
{
	struct md *md = context;
	struct node *paragraph;
	struct buf masked = BUF_INIT;

	if (!is_plain(from)) {
		md_piece_blocks(md, cell, from->lines, from->count);
		return;
	}
	paragraph =
	    doc_node_new(md->doc->arena, NODE_PARAGRAPH, from->lines[0].pos);
	doc_node_append(cell, paragraph);
	md_mask_line(md, &masked, from->lines[0].text);
	md_piece_cell(md, paragraph, buf_str(&masked), paragraph->pos);
	buf_clear(&masked);
}

/* False: it is drawn in another way, or not well enough. */
static bool
grid_build(struct md *md, const struct md_drawn *drawn)
{
	struct str rest = drawn->text, line;
	uint32_t line_no = md->source.first_line + (uint32_t)drawn->first_line;
	struct grid_line *lines = NULL;
	size_t count = 0, cap = 0;
	struct node *table;
	struct grid grid;

	while (str_next_line(&rest, &line)) {
		struct grid_line found = { .text = str_trim(line),
			.pos = { line_no++, 1 } };

		found.pos.col += (uint32_t)(found.text.ptr - line.ptr);
		lines = arena_push(
		    md->scratch, lines, &count, &cap, sizeof(*lines));
		lines[count - 1] = found;
	}
	if (!read_grid_find(md->scratch, lines, count, &grid))
		return false;
	table = doc_node_new(md->doc->arena, NODE_TABLE, lines[0].pos);
	table->end_line = lines[count - 1].pos.line;
	doc_node_append(md->doc->root, table);
	read_grid_build(md->doc->arena, table, &grid, fill_cell, md);
	return true;
}

static void
html_build(struct md *md, const struct md_drawn *drawn)
{
	struct md_source *source = arena_alloc(md->scratch, sizeof(*source));
	size_t odd_tags = md->odd_tags;

	md_source_init(md, source, md_mask(md, drawn->text, NULL));
	md->odd_tags = odd_tags;
	source->first_line =
	    md->source.first_line + (uint32_t)drawn->first_line;
	md_html_block(md, md->doc->root, source->text, source, 0);
}

bool
md_drawn_build(struct md *md, const struct md_raw *raw)
{
	struct str mark =
	    raw->count > 0 ? str_trim(raw->lines[0]) : (struct str){ NULL, 0 };
	const struct md_drawn *drawn;
	size_t n = 0;

	if (raw->count != 1 || !str_starts(mark, MARK_DRAWN))
		return false;
	for (size_t i = MARK_BYTES; i < mark.len; i++)
		n = n * 10 + (size_t)(mark.ptr[i] - '0');
	must(n < md->drawn_count);
	drawn = &md->drawn[n];
	if (drawn->is_html) {
		html_build(md, drawn);
		return true;
	}
	if (grid_build(md, drawn))
		return true;
	read_text(md->doc, drawn->text,
	    md->source.first_line + (uint32_t)drawn->first_line);
	return true;
}
