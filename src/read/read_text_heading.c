/* read_text_heading: which lines are headings, by their form and by what
 * stands around them. */
#include "read/read_text_priv.h"

#include "base/utf8.h"

enum {
	LEVEL_MOST = 6,
	CHAIN_MOST = 3, /* more short lines in a row are a list of names */
	TITLE_WIDTH = 150
};

/* ---- making them ---- */

/* Without "**" or "__" around the whole. */
static struct str
strip_strong(struct str text)
{
	static const char *const marks[] = { "**", "__" };

	for (size_t i = 0; i < 2; i++) {
		struct str inner;

		if (text.len < 5 || !str_starts(text, marks[i]) ||
		    !str_ends(text, marks[i]))
			continue;
		inner = str_head(str_skip(text, 2), text.len - 4);
		if (str_find(inner, marks[i]) == (size_t)-1)
			return str_trim(inner);
	}
	return text;
}

static bool
stands_alone(const struct text_reader *reader, size_t at)
{
	return at < reader->line_count && !reader->lines[at].furniture &&
	       read_text_line_parted(reader, at) &&
	       read_text_line_parted(reader, at + 1);
}

/* "A. Context" with text below, where "B. Options" follows; "(A) Costs". */
static bool
is_lettered_heading(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	size_t next = read_text_line_next(reader, at);
	struct text_marker other;

	if (reader->lines[at].region != REGION_NONE ||
	    !stands_alone(reader, at) || next >= reader->line_count ||
	    !read_text_marker_find(reader->lines[at].text, marker) ||
	    marker->kind != MARKER_LABEL || marker->bullet != 0 ||
	    marker->script != SCRIPT_UPPER ||
	    (marker->form != LABEL_POINT && marker->form != LABEL_BRACKETS))
		return false;
	if (!read_text_is_title(marker->body) ||
	    read_text_marker_find(reader->lines[next].text, &other))
		return false;
	return marker->form == LABEL_BRACKETS ||
	       marker->value == reader->last_letter + 1 ||
	       (marker->value == 1 &&
		   read_text_marker_fits(reader, at, marker));
}

/* Appends a heading of line `at`; a number in front is taken off. */
static void
heading_append(
    struct text_reader *reader, size_t at, struct str text, int level)
{
	const struct text_line *line = &reader->lines[at];
	struct pos pos = { line->line_no, line->col };
	struct text_marker marker = { 0 };
	struct node *heading;

	text = strip_strong(text);
	read_text_lists_close(reader);
	heading = read_text_append(reader, NODE_HEADING, pos);
	heading->as.heading.level = level > LEVEL_MOST ? LEVEL_MOST : level;
	if (text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9' &&
	    read_text_number_find(text, &marker) && marker.body.len > 0 &&
	    (!marker.is_bare || level > 1)) {
		heading->as.heading.number = marker.label;
		reader->last_number = marker.number;
		text = marker.body;
	} else if (is_lettered_heading(reader, at, &marker)) {
		reader->last_letter = marker.value;
		if (marker.form == LABEL_POINT) {
			heading->as.heading.number = marker.label;
			text = marker.body;
		}
	}
	reader->in_names = read_text_is_name_section(text);
	read_text_open(reader, heading, at, text);
}

/* ---- Markdown's marks ---- */

static size_t
hash_count(struct str text)
{
	size_t count = 0;

	while (count < text.len && text.ptr[count] == '#')
		count++;
	if (count == 0 || count > LEVEL_MOST)
		return 0;
	return text.len > count &&
		       (text.ptr[count] == ' ' || text.ptr[count] == '\t')
		   ? count
		   : 0;
}

static bool
is_underline(struct str text)
{
	if (text.len < 3 || (text.ptr[0] != '=' && text.ptr[0] != '-'))
		return false;
	for (size_t i = 1; i < text.len; i++)
		if (text.ptr[i] != text.ptr[0])
			return false;
	return true;
}

static bool
is_underlined(const struct text_reader *reader, size_t at)
{
	return at + 1 < reader->line_count &&
	       read_text_line_parted(reader, at) &&
	       reader->lines[at].region == REGION_NONE &&
	       reader->lines[at].width <= TITLE_WIDTH &&
	       !read_text_line_parted(reader, at + 1) &&
	       is_underline(reader->lines[at + 1].text);
}

bool
read_text_heading_marked_step(struct text_reader *reader, size_t *at)
{
	struct str text = reader->lines[*at].text;
	size_t hashes = hash_count(text);

	if (hashes > 0) {
		text = str_trim(str_skip(text, hashes));
		while (text.len > 0 && text.ptr[text.len - 1] == '#')
			text = str_trim(str_head(text, text.len - 1));
		heading_append(reader, *at, text, (int)hashes);
		reader->has_title = reader->has_title || hashes == 1;
		++*at;
		return true;
	}
	if (!is_underlined(reader, *at) || is_underline(text))
		return false;
	heading_append(reader, *at, text,
	    reader->lines[*at + 1].text.ptr[0] == '=' ? 1 : 2);
	reader->has_title = true;
	*at += 2;
	return true;
}

/* ---- forms that need no marks ---- */

static bool
is_bold_line(struct str text)
{
	return strip_strong(text).len != text.len &&
	       read_text_word_count(text) <= 14;
}

/* "Appendix Two", "ANNEX B: title". */
static bool
is_appendix(struct str text)
{
	static const char *const words[] = { "appendix", "annex", "annexe",
		"schedule" };
	struct str first = read_text_first_word(text), rest, label;
	bool found = false;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		found = found || str_is_nocase(first, words[i]);
	if (!found || !read_text_starts_upper(text) || utf8_count(text) > 120 ||
	    str_ends(text, ".") || str_ends(text, ";") ||
	    str_find(text, "\t") != (size_t)-1)
		return false;
	rest = str_trim(str_skip(text, first.len));
	label = read_text_first_word(rest);
	if (label.len == 0)
		return str_is_nocase(first, "appendix");
	if (read_text_starts_lower(label) && label.len > 1 &&
	    !str_ends(label, ":"))
		return rest.len == label.len && label.len <= 6;
	rest = str_trim(str_skip(rest, label.len));
	return label.len <= 6 && !read_text_has_verb(text) &&
	       !read_text_starts_lower(rest);
}

/* A list of appendices is no row of headings. */
static bool
is_lone_appendix(const struct text_reader *reader, size_t at)
{
	size_t prev = read_text_line_prev(reader, at);
	size_t next = read_text_line_next(reader, at);

	struct str text = reader->lines[at].text;

	if (reader->lines[at].region != REGION_NONE || !is_appendix(text) ||
	    next >= reader->line_count || is_appendix(reader->lines[next].text))
		return false;
	/* below "Appendices" it is the first of their list */
	if (reader->in_names && reader->open != NULL &&
	    reader->open->kind == NODE_HEADING &&
	    reader->lines[next].width <= 60)
		return false;
	return prev == (size_t)-1 || !is_appendix(reader->lines[prev].text) ||
	       str_cmp(reader->lines[prev].text, text) >= 0;
}

static bool
is_short_numbered(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	struct str body;
	char last;

	if (reader->lines[at].region != REGION_NONE ||
	    !read_text_marker_at(reader, at, marker) ||
	    marker->kind != MARKER_NUMBER || marker->bullet != 0 ||
	    marker->body.len == 0)
		return false;
	body = strip_strong(marker->body);
	last = body.ptr[body.len - 1];
	return last != '.' && last != ';' && read_text_is_title(body) &&
	       utf8_count(body) <= 90;
}

static bool
is_sibling(const struct text_number *a, const struct text_number *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i + 1 < a->count; i++)
		if (a->part[i] != b->part[i])
			return false;
	return true;
}

/* "1. Laptops", "2. Desktops": short, but a list. */
static bool
is_in_row(const struct text_reader *reader, size_t at,
    const struct text_number *number)
{
	size_t prev = read_text_line_prev(reader, at);
	size_t next = read_text_line_next(reader, at);
	struct text_marker other = { 0 };

	if (next < reader->line_count &&
	    read_text_number_find(reader->lines[next].text, &other) &&
	    is_sibling(number, &other.number))
		return true;
	return prev != (size_t)-1 && reader->doc->root->last != NULL &&
	       reader->doc->root->last->kind == NODE_PARAGRAPH &&
	       read_text_number_find(reader->lines[prev].text, &other) &&
	       other.body.len > 0 && is_sibling(number, &other.number) &&
	       read_text_is_title(other.body);
}

/* Nothing of the same paragraph stands above. */
static bool
is_detached_above(const struct text_reader *reader, size_t at)
{
	return read_text_line_parted(reader, at) || reader->open == NULL ||
	       reader->open->kind == NODE_HEADING;
}

static bool
is_numbered_heading(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	size_t next = at + 1;

	if (!is_short_numbered(reader, at, marker) ||
	    is_in_row(reader, at, &marker->number))
		return false;
	/* the first line of a wrapped paragraph goes on below */
	return next >= reader->line_count ||
	       read_text_line_parted(reader, next) ||
	       reader->lines[next].region != REGION_NONE ||
	       !read_text_starts_lower(reader->lines[next].text);
}

static bool
is_capitals_heading(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;

	return reader->lines[at].width <= 110 && read_text_is_capitals(text) &&
	       !read_text_is_contact(text) && !str_ends(text, ".") &&
	       !str_ends(text, ",") && !str_ends(text, ";") &&
	       str_find(text, "\t") == (size_t)-1;
}

bool
read_text_heading_is_strong(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	struct text_marker marker;

	return line->region == REGION_NONE &&
	       (hash_count(line->text) > 0 || is_underlined(reader, at) ||
		   is_bold_line(line->text) || is_lone_appendix(reader, at) ||
		   is_capitals_heading(reader, at) ||
		   is_numbered_heading(reader, at, &marker));
}

/* ---- short lines standing alone ---- */

static bool
is_plain_title(const struct text_reader *reader, size_t at)
{
	struct text_marker marker;

	return reader->lines[at].region == REGION_NONE &&
	       !is_appendix(reader->lines[at].text) &&
	       read_text_is_title(reader->lines[at].text) &&
	       !read_text_marker_at(reader, at, &marker) &&
	       !read_text_heading_is_strong(reader, at);
}

/* How many short lines stand alone one after another around `at`; where in
 * the row `at` is. */
static size_t
chain_length(const struct text_reader *reader, size_t at, size_t *index)
{
	size_t count = 1, i = at;

	*index = 0;
	while (*index <= CHAIN_MOST &&
	       (i = read_text_line_prev(reader, i)) != (size_t)-1 &&
	       i != reader->title_line && stands_alone(reader, i) &&
	       is_plain_title(reader, i))
		++*index;
	count += *index;
	i = at;
	while (count <= 2 * CHAIN_MOST &&
	       (i = read_text_line_next(reader, i)) < reader->line_count &&
	       stands_alone(reader, i) && is_plain_title(reader, i))
		count++;
	return count;
}

/* Is line `at` proper text: a sentence, an item, a table? */
static bool
is_body(const struct text_reader *reader, size_t at)
{
	struct text_marker marker;

	if (at >= reader->line_count)
		return false;
	if (reader->lines[at].region != REGION_NONE ||
	    read_text_marker_at(reader, at, &marker))
		return true;
	return !read_text_heading_is_strong(reader, at) &&
	       (!stands_alone(reader, at) || !is_plain_title(reader, at));
}

static bool
is_sentence(const struct text_line *line)
{
	return line->width > 60 || read_text_ends_sentence(line->text);
}

/* A line with blank lines around it. */
static bool
is_heading_alone(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;
	size_t next = read_text_line_next(reader, at), index, chain;
	bool colon = str_ends(text, ":");
	struct text_marker marker;

	if (next >= reader->line_count)
		return false;
	if (read_text_is_section_name(text) || read_text_is_name_section(text))
		return true;
	/* a sentence that a page's end has broken */
	if (reader->lines[next].region == REGION_NONE &&
	    read_text_starts_lower(reader->lines[next].text) &&
	    !read_text_marker_at(reader, next, &marker))
		return false;
	if (read_text_has_role(text) &&
	    (!is_body(reader, next) || str_find(text, ",") != (size_t)-1))
		return false;
	if (colon && reader->lines[next].region == REGION_NONE &&
	    read_text_marker_at(reader, next, &marker) &&
	    marker.kind != MARKER_NUMBER && read_text_word_count(text) > 4)
		return false; /* leads in a list */
	if (reader->in_names &&
	    !(is_body(reader, next) && is_sentence(&reader->lines[next])))
		return false;
	if (reader->is_marked && !colon)
		return read_text_word_count(text) >= 3 &&
		       read_text_is_title_case(text) && is_body(reader, next) &&
		       is_sentence(&reader->lines[next]);
	chain = chain_length(reader, at, &index);
	if (chain <= CHAIN_MOST)
		return true;
	return index == 0 ||
	       (index + 1 == chain && is_body(reader, next) &&
		   (is_sentence(&reader->lines[next]) ||
		       reader->lines[next].region != REGION_NONE ||
		       read_text_marker_at(reader, next, &marker)));
}

/* A line with its text directly below. */
static bool
is_heading_above(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	const struct text_line *next = &reader->lines[at + 1];
	struct text_marker marker;

	if (next->region != REGION_NONE)
		return true;
	if (read_text_field_is_pair(reader, at + 1))
		return !read_text_has_role(line->text);
	if (read_text_is_section_name(line->text) &&
	    read_text_starts_upper(next->text))
		return true;
	if (read_text_marker_at(reader, at + 1, &marker))
		return !str_ends(line->text, ":") ||
		       read_text_word_count(line->text) <= 4;
	if (read_text_starts_lower(next->text) ||
	    read_text_has_role(line->text))
		return false;
	if (reader->wrap_width > 0)
		return line->width * 10 < reader->wrap_width * 6 &&
		       next->width * 10 >= reader->wrap_width * 6;
	return line->width <= 80 &&
	       (next->width > 100 ||
		   (next->width >= 2 * line->width && next->width >= 40 &&
		       str_ends(next->text, ".")));
}

/* The row of lines without a blank line between them that ends above `at`:
 * is it complete without `at`? Rows of names, each with its role below, are
 * when their number is even. */
static bool
is_row_complete(const struct text_reader *reader, size_t at)
{
	const struct text_line *above = &reader->lines[at - 1];
	size_t count = 0, i = at;

	if (above->region != REGION_NONE || read_text_ends_date(above->text) ||
	    read_text_is_labelled(reader->lines[at].text))
		return true;
	if (reader->open != NULL && reader->open->parent != NULL &&
	    reader->open->parent->kind == NODE_ITEM)
		return !read_text_is_unfinished(above->text) &&
		       (reader->wrap_width == 0 ||
			   read_text_ends_sentence(above->text) ||
			   above->width * 4 < reader->wrap_width * 3);
	if (read_text_ends_sentence(above->text))
		return !str_ends(above->text, ":");
	while (count < 16) {
		count++;
		if (read_text_line_parted(reader, --i))
			break;
	}
	return count % 2 == 0 && read_text_is_name(reader->lines[i].text);
}

/* A line directly below other text, which it does not belong to. */
static bool
is_heading_below(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;
	size_t next = read_text_line_next(reader, at);
	bool appendix = is_lone_appendix(reader, at);
	bool below_item = reader->open->parent->kind == NODE_ITEM;

	if (!appendix &&
	    (reader->lines[at].width > 80 || !read_text_is_title(text) ||
		(!below_item && str_find(text, ",") != (size_t)-1)))
		return false;
	if (at == 0 || next >= reader->line_count ||
	    reader->lines[at].indent > reader->lines[at - 1].indent)
		return false;
	if (!is_row_complete(reader, at))
		return false;
	if (read_text_line_parted(reader, at + 1))
		return appendix || below_item || !read_text_is_name(text);
	return is_heading_above(reader, at);
}

static bool
is_plain_heading(const struct text_reader *reader, size_t at)
{
	if (!is_detached_above(reader, at))
		return is_heading_below(reader, at);
	if (!is_plain_title(reader, at))
		return false;
	if (at + 1 >= reader->line_count ||
	    read_text_line_parted(reader, at + 1))
		return is_heading_alone(reader, at);
	return is_heading_above(reader, at);
}

/* The first line of a draft is its title, unless it names a section. */
static bool
is_first_line_title(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];

	return reader->doc->root->first == NULL && line->width <= TITLE_WIDTH &&
	       line->region == REGION_NONE && !str_ends(line->text, ".") &&
	       !str_ends(line->text, ":") && !str_ends(line->text, ",") &&
	       !read_text_starts_lower(line->text) &&
	       !read_text_is_unfinished(line->text) &&
	       !read_text_is_section_name(line->text) &&
	       utf8_is_word(utf8_next(&(struct str){
		   strip_strong(line->text).ptr, line->text.len })) &&
	       at + 1 < reader->line_count &&
	       (read_text_line_parted(reader, at + 1) ||
		   is_heading_above(reader, at));
}

/* Only cover fields stand above. */
static bool
is_below_cover(const struct text_reader *reader)
{
	const struct node *node = reader->doc->root->first;

	for (; node != NULL; node = node->next)
		if (node->kind != NODE_FIELDS && node->kind != NODE_TABLE &&
		    node->kind != NODE_RULE)
			return false;
	return true;
}

static int
level_by_form(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;
	struct text_marker marker;

	if ((is_detached_above(reader, at) ||
		reader->open->parent->kind == NODE_FIELD) &&
	    is_numbered_heading(reader, at, &marker))
		return 1 + (int)marker.number.count;
	if (is_detached_above(reader, at)) {
		if (is_lone_appendix(reader, at))
			return 2;
		if (is_lettered_heading(reader, at, &marker))
			return 3;
		if (is_bold_line(text))
			return read_text_is_capitals(text) ? 2 : 3;
		if (is_capitals_heading(reader, at))
			return 2;
	}
	if (!is_plain_heading(reader, at))
		return 0;
	return is_lone_appendix(reader, at) ? 2 : 3;
}

bool
read_text_heading_step(struct text_reader *reader, size_t *at)
{
	struct str text = reader->lines[*at].text;
	struct text_marker marker;
	int level = level_by_form(reader, *at);

	if (!reader->has_title && level == 0 &&
	    is_first_line_title(reader, *at) &&
	    !read_text_marker_at(reader, *at, &marker))
		level = 3;
	if (level == 0)
		return false;
	if (!reader->has_title && !is_lone_appendix(reader, *at) &&
	    !read_text_is_section_name(text) &&
	    !read_text_marker_at(reader, *at, &marker) &&
	    is_below_cover(reader)) {
		level = 1;
		reader->title_line = *at;
	}
	reader->has_title = true;
	heading_append(reader, *at, text, level);
	++*at;
	return true;
}
