/* read_text_form: lines that are headings by their form, wherever they stand:
 * marks, numbers, letters, capitals, "Appendix". */
#include "read/read_text_priv.h"

#include "base/utf8.h"

enum { MARK_LEVELS = 6, UNDERLINED_WIDTH = 150 };

/* Without "**" or "__" around the whole. */
struct str
read_text_form_bare(struct str text)
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

bool
read_text_form_is_alone(const struct text_reader *reader, size_t at)
{
	return at < reader->line_count && !reader->lines[at].furniture &&
	       read_text_line_parted(reader, at) &&
	       read_text_line_parted(reader, at + 1);
}

/* Nothing of the same paragraph stands above. */
bool
read_text_form_is_detached(const struct text_reader *reader, size_t at)
{
	return read_text_line_parted(reader, at) || reader->open == NULL ||
	       reader->open->kind == NODE_HEADING;
}

size_t
read_text_form_hashes(struct str text)
{
	size_t count = 0;

	while (count < text.len && text.ptr[count] == '#')
		count++;
	if (count == 0 || count > MARK_LEVELS)
		return 0;
	return text.len > count &&
		       (text.ptr[count] == ' ' || text.ptr[count] == '\t')
		   ? count
		   : 0;
}

bool
read_text_form_is_underline(struct str text)
{
	if (text.len < 3 || (text.ptr[0] != '=' && text.ptr[0] != '-'))
		return false;
	for (size_t i = 1; i < text.len; i++)
		if (text.ptr[i] != text.ptr[0])
			return false;
	return true;
}

bool
read_text_form_is_underlined(const struct text_reader *reader, size_t at)
{
	return at + 1 < reader->line_count &&
	       read_text_line_parted(reader, at) &&
	       reader->lines[at].region == REGION_NONE &&
	       reader->lines[at].width <= UNDERLINED_WIDTH &&
	       !read_text_line_parted(reader, at + 1) &&
	       read_text_form_is_underline(reader->lines[at + 1].text);
}

bool
read_text_form_is_bold(struct str text)
{
	return read_text_form_bare(text).len != text.len &&
	       read_text_word_count(text) <= 14;
}

/* "Appendix Two", "ANNEX B: title". */
bool
read_text_form_is_appendix(struct str text)
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
bool
read_text_form_begins_appendix(const struct text_reader *reader, size_t at)
{
	size_t prev = read_text_line_prev(reader, at);
	size_t next = read_text_line_next(reader, at);

	struct str text = reader->lines[at].text;

	if (reader->lines[at].region != REGION_NONE ||
	    !read_text_form_is_appendix(text) || next >= reader->line_count ||
	    read_text_form_is_appendix(reader->lines[next].text))
		return false;
	/* below "Appendices" it is the first of their list */
	if (reader->in_names && reader->open != NULL &&
	    reader->open->kind == NODE_HEADING &&
	    reader->lines[next].width <= 60)
		return false;
	return prev == (size_t)-1 ||
	       !read_text_form_is_appendix(reader->lines[prev].text) ||
	       str_cmp(reader->lines[prev].text, text) >= 0;
}

/* "A. Context" with text below, where "B. Options" follows; "(A) Costs". */
bool
read_text_form_is_lettered(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	size_t next = read_text_line_next(reader, at);
	struct text_marker other;

	if (reader->lines[at].region != REGION_NONE ||
	    !read_text_form_is_alone(reader, at) ||
	    next >= reader->line_count ||
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

bool
read_text_form_is_letter_apart(
    const struct text_reader *reader, size_t at, struct text_marker *marker)
{
	size_t title = read_text_line_next(reader, at), below;
	struct text_marker other;

	if (title >= reader->line_count ||
	    reader->lines[at].region != REGION_NONE ||
	    reader->lines[title].region != REGION_NONE ||
	    !read_text_line_parted(reader, at) ||
	    !read_text_marker_find(reader->lines[at].text, marker) ||
	    marker->kind != MARKER_LABEL || marker->bullet != 0 ||
	    marker->body.len > 0 || marker->script != SCRIPT_UPPER ||
	    marker->form != LABEL_POINT)
		return false;
	if (!read_text_is_title(reader->lines[title].text) ||
	    !read_text_line_parted(reader, title + 1) ||
	    read_text_marker_find(reader->lines[title].text, &other))
		return false;
	/* text stands below, not the next letter of a list of titles */
	below = read_text_line_next(reader, title);
	if (below >= reader->line_count ||
	    (read_text_marker_find(reader->lines[below].text, &other) &&
		other.kind == MARKER_LABEL && other.form == marker->form))
		return false;
	return marker->value == reader->last_letter + 1 ||
	       (marker->value == 1 &&
		   read_text_marker_fits(reader, at, marker));
}

bool
read_text_form_leads_in(struct str text)
{
	static const char *const words[] = { "the", "this", "these", "those",
		"that", "in", "for", "under", "each", "any", "all", "such",
		"when", "where", "if", "it", "they", "we", "our", "its", NULL };
	static const char *const asks[] = { "gofynnir", "argymhellir",
		"penderfynwyd", "gwahoddir", NULL };
	struct str first = read_text_first_word(text);

	if (!str_ends(text, ":"))
		return false;
	text = str_trim(str_head(text, text.len - 1));
	if (read_text_is_unfinished(text) || read_text_has_verb(text) ||
	    read_text_word_is_one_of(first, asks))
		return true;
	/* "Three themes came out of the review:" */
	if (read_text_word_count(text) >= 6 && !read_text_is_title_case(text) &&
	    !read_text_is_capitals(text))
		return true;
	return read_text_word_count(text) >= 3 &&
	       read_text_word_is_one_of(first, words) &&
	       !read_text_is_title_case(text);
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
	body = read_text_form_bare(marker->body);
	last = body.ptr[body.len - 1];
	/* "1.2 Officers may:", below a text that is 1.1 */
	if (last == ':' &&
	    (read_text_form_leads_in(body) ||
		(reader->last_was_text && marker->number.count > 1 &&
		    is_sibling(&reader->last_number, &marker->number))))
		return false;
	return last != '.' && last != ';' && read_text_is_title(body) &&
	       utf8_count(body) <= 90;
}

/* "1) Mend the wall | Ann Lee | Red": a row, whatever number it begins with. */
static bool
is_row(const struct text_line *line)
{
	size_t bars = 0;

	for (size_t i = 0; i + 2 < line->text.len; i++)
		bars += str_starts(str_skip(line->text, i), " | ");
	return line->region != REGION_NONE || bars >= 2;
}

/* "1. Laptops", "2. Desktops": short, but a list. */
static bool
is_in_row(const struct text_reader *reader, size_t at,
    const struct text_number *number)
{
	size_t prev = read_text_line_prev(reader, at);
	size_t next = read_text_line_next(reader, at);
	struct text_marker other = { 0 };

	/* "1.0" is the heading over 1.1, not its neighbour */
	if (number->count > 1 && number->part[number->count - 1] == 0)
		return false;
	if (next < reader->line_count && !is_row(&reader->lines[next]) &&
	    read_text_number_find(reader->lines[next].text, &other) &&
	    is_sibling(number, &other.number))
		return true;
	return prev != (size_t)-1 && !is_row(&reader->lines[prev]) &&
	       reader->doc->root->last != NULL &&
	       reader->doc->root->last->kind == NODE_PARAGRAPH &&
	       reader->doc->root->last->as.paragraph.number.len > 0 &&
	       read_text_number_find(reader->lines[prev].text, &other) &&
	       other.body.len > 0 && is_sibling(number, &other.number) &&
	       read_text_is_title(other.body);
}

bool
read_text_form_is_numbered(
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

bool
read_text_form_is_capitals(const struct text_reader *reader, size_t at)
{
	struct str text = reader->lines[at].text;
	struct text_marker marker;

	/* "- RAG: B" is an item */
	if (read_text_marker_find(text, &marker) &&
	    marker.kind == MARKER_BULLET)
		return false;
	return reader->lines[at].width <= 110 && read_text_is_capitals(text) &&
	       !read_text_is_contact(text) && !str_ends(text, ".") &&
	       !str_ends(text, "\xE2\x80\x93") && !str_ends(text, " -") &&
	       read_text_line_next(reader, at) < reader->line_count &&
	       !str_ends(text, ",") && !str_ends(text, ";") &&
	       str_find(text, "\t") == (size_t)-1;
}

bool
read_text_form_is_strong(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	struct text_marker marker;

	return line->region == REGION_NONE &&
	       (read_text_form_hashes(line->text) > 0 ||
		   read_text_form_is_underlined(reader, at) ||
		   read_text_form_is_bold(line->text) ||
		   read_text_form_begins_appendix(reader, at) ||
		   read_text_form_is_capitals(reader, at) ||
		   read_text_form_is_numbered(reader, at, &marker));
}
