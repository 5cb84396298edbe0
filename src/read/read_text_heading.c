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

/* Appends a heading of line `at`; a number in front is taken off. */
static void
heading_append(
    struct text_reader *reader, size_t at, struct str text, int level)
{
	const struct text_line *line = &reader->lines[at];
	struct pos pos = { line->line_no, line->col };
	struct text_marker marker = { 0 };
	struct node *heading;

	text = read_text_form_bare(text);
	read_text_lists_close(reader);
	heading = read_text_append(reader, NODE_HEADING, pos);
	heading->as.heading.level = level > LEVEL_MOST ? LEVEL_MOST : level;
	if (text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9' &&
	    read_text_number_find(text, &marker) && marker.body.len > 0 &&
	    (!marker.is_bare || level > 1)) {
		heading->as.heading.number = marker.label;
		reader->last_number = marker.number;
		reader->last_was_text = false;
		text = marker.body;
	} else if (read_text_form_is_lettered(reader, at, &marker)) {
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

bool
read_text_heading_marked_step(struct text_reader *reader, size_t *at)
{
	struct str text = reader->lines[*at].text;
	size_t hashes = read_text_form_hashes(text);

	if (hashes > 0) {
		text = str_trim(str_skip(text, hashes));
		while (text.len > 0 && text.ptr[text.len - 1] == '#')
			text = str_trim(str_head(text, text.len - 1));
		heading_append(reader, *at, text, (int)hashes);
		reader->has_title = reader->has_title || hashes == 1;
		++*at;
		return true;
	}
	if (!read_text_form_is_underlined(reader, *at) ||
	    read_text_form_is_underline(text))
		return false;
	heading_append(reader, *at, text,
	    reader->lines[*at + 1].text.ptr[0] == '=' ? 1 : 2);
	reader->has_title = true;
	*at += 2;
	return true;
}

/* ---- short lines standing alone ---- */

/* "(Local Government Act 1972, section 100D)" is said beside something. */
static bool
is_in_brackets(struct str text)
{
	return str_starts(text, "(") && str_ends(text, ")") &&
	       read_text_word_count(text) > 1;
}

static bool
is_plain_title(const struct text_reader *reader, size_t at)
{
	struct text_marker marker;

	return reader->lines[at].region == REGION_NONE &&
	       !read_text_form_is_appendix(reader->lines[at].text) &&
	       !is_in_brackets(reader->lines[at].text) &&
	       read_text_is_title(reader->lines[at].text) &&
	       !read_text_marker_at(reader, at, &marker) &&
	       !read_text_form_is_strong(reader, at);
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
	       i != reader->title_line && read_text_form_is_alone(reader, i) &&
	       is_plain_title(reader, i))
		++*index;
	count += *index;
	i = at;
	while (count <= 2 * CHAIN_MOST &&
	       (i = read_text_line_next(reader, i)) < reader->line_count &&
	       read_text_form_is_alone(reader, i) && is_plain_title(reader, i))
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
	return !read_text_form_is_strong(reader, at) &&
	       (!read_text_form_is_alone(reader, at) ||
		   !is_plain_title(reader, at));
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
	if (read_text_form_leads_in(text))
		return false;
	/* "... in three parts:", and the parts are set in */
	if (colon && reader->lines[next].region == REGION_NONE &&
	    reader->lines[next].indent > reader->lines[at].indent + 2 &&
	    read_text_word_count(text) > 3)
		return false;
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

	if (read_text_form_leads_in(line->text))
		return false;
	if (next->region != REGION_NONE)
		return true;
	if (read_text_field_is_pair(reader, at + 1) ||
	    read_text_dash_begins(reader, at + 1))
		return !read_text_has_role(line->text);
	if (str_ends(line->text, ":") &&
	    read_text_word_count(line->text) <= 3 &&
	    read_text_starts_upper(next->text))
		return true;
	if ((read_text_is_section_name(line->text) ||
		read_text_is_name_section(line->text) ||
		read_text_is_labelled(line->text)) &&
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
	bool appendix = read_text_form_begins_appendix(reader, at);
	bool below_item = reader->open->parent->kind == NODE_ITEM;

	if (is_in_brackets(text) || (reader->in_names && !appendix &&
					!read_text_is_section_name(text) &&
					!read_text_is_name_section(text)))
		return false;
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
	if (!read_text_form_is_detached(reader, at))
		return is_heading_below(reader, at);
	if (!is_plain_title(reader, at))
		return false;
	if (at + 1 >= reader->line_count ||
	    read_text_line_parted(reader, at + 1))
		return is_heading_alone(reader, at);
	return is_heading_above(reader, at);
}

/* The title, and a few short lines below it: a date, a name. */
static bool
is_first_run(const struct text_reader *reader, size_t at)
{
	enum { RUN_LINES = 4 };
	size_t i = at;

	for (; i < reader->line_count && i < at + RUN_LINES; i++) {
		if (i > at && read_text_line_parted(reader, i))
			return true;
		if (reader->lines[i].width > 80 ||
		    !read_text_starts_upper(reader->lines[i].text) ||
		    read_text_ends_sentence(reader->lines[i].text))
			return i > at && reader->lines[i].width <= 80 &&
			       read_text_ends_date(reader->lines[i].text);
	}
	return false;
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
		   read_text_form_bare(line->text).ptr, line->text.len })) &&
	       at + 1 < reader->line_count &&
	       (read_text_line_parted(reader, at + 1) ||
		   is_heading_above(reader, at) || is_first_run(reader, at));
}

/* Only a masthead and cover fields stand above. */
static bool
is_below_cover(const struct text_reader *reader)
{
	const struct node *node = reader->doc->root->first;

	for (; node != NULL; node = node->next)
		if (node->kind != NODE_FIELDS && node->kind != NODE_TABLE &&
		    node->kind != NODE_RULE &&
		    !(node->kind == NODE_PARAGRAPH && reader->has_masthead))
			return false;
	return true;
}

/* Does a line that could be the title stand soon below `at`? */
static bool
has_title_below(const struct text_reader *reader, size_t at)
{
	enum { MASTHEAD_LINES = 8 };
	struct text_marker marker;

	for (size_t i = at + 1;
	     i < reader->line_count && i <= at + MASTHEAD_LINES; i++) {
		struct str text = reader->lines[i].text;

		if (read_text_ends_date(text))
			continue;
		if (reader->lines[i].region != REGION_NONE ||
		    read_text_marker_find(text, &marker) ||
		    read_text_is_section_name(text))
			return false;
		if (!read_text_is_masthead(text) && !read_text_has_role(text) &&
		    read_text_is_title(read_text_form_bare(text)))
			return true;
	}
	return false;
}

/* The council's or committee's name above the title is a line of its own. */
static bool
masthead_take(struct text_reader *reader, size_t *at)
{
	struct str text = reader->lines[*at].text;

	if (reader->has_title || !is_below_cover(reader) ||
	    !read_text_is_masthead(text) || !has_title_below(reader, *at))
		return false;
	reader->has_masthead = true;
	read_text_paragraph_step(reader, at);
	read_text_close(reader);
	return true;
}

static int
level_by_form(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;
	struct text_marker marker;

	if ((read_text_form_is_detached(reader, at) ||
		reader->open->parent->kind == NODE_FIELD ||
		read_text_ends_sentence(
		    reader->lines[reader->open_line].text)) &&
	    read_text_form_is_numbered(reader, at, &marker))
		return 1 + (int)marker.number.count;
	if (read_text_form_is_detached(reader, at)) {
		if (read_text_form_begins_appendix(reader, at))
			return 2;
		if (read_text_form_is_lettered(reader, at, &marker))
			return 3;
		if (read_text_form_is_bold(text))
			return read_text_is_capitals(text) ? 2 : 3;
		if (read_text_form_is_capitals(reader, at))
			return 2;
	}
	if (!is_plain_heading(reader, at))
		return 0;
	return read_text_form_begins_appendix(reader, at) ? 2 : 3;
}

/* "A.", and its title on the line below. */
static bool
letter_apart_take(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	struct text_marker marker;
	struct node *heading;

	if (!read_text_form_is_letter_apart(reader, *at, &marker))
		return false;
	read_text_lists_close(reader);
	heading = read_text_append(
	    reader, NODE_HEADING, (struct pos){ line->line_no, line->col });
	heading->as.heading.level = 3;
	heading->as.heading.number = marker.label;
	reader->last_letter = marker.value;
	reader->has_title = true;
	*at = read_text_line_next(reader, *at);
	read_text_open(reader, heading, *at, reader->lines[*at].text);
	++*at;
	return true;
}

bool
read_text_heading_step(struct text_reader *reader, size_t *at)
{
	struct str text = reader->lines[*at].text;
	struct text_marker marker;
	int level;

	if (masthead_take(reader, at) || letter_apart_take(reader, at))
		return true;
	level = level_by_form(reader, *at);

	if (!reader->has_title && level == 0 &&
	    (is_first_line_title(reader, *at) ||
		(reader->has_masthead && is_below_cover(reader) &&
		    read_text_form_is_detached(reader, *at) &&
		    reader->lines[*at].region == REGION_NONE &&
		    !read_text_has_role(text) && read_text_is_title(text))) &&
	    !read_text_marker_at(reader, *at, &marker))
		level = 3;
	if (level == 0)
		return false;
	if (!reader->has_title &&
	    !read_text_form_begins_appendix(reader, *at) &&
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
