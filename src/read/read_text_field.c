/* read_text_field: "Name: value" lines -> FIELDS. */
#include "read/read_priv.h"
#include "read/read_text_priv.h"

#include "base/utf8.h"

enum {
	NAME_WIDTH = 70,
	NAME_WORDS = 9,
	LONE_WORDS = 14,
	VALUE_WIDTH = 70,
	CARD_LINES = 40, /* among which the next begins */
	TITLE_WORDS = 4
};

/* Names of no field: what leads in a sentence. */
static bool
is_lead_in(struct str name)
{
	static const char *const links[] = { "by", "to", "of", "for", "from",
		NULL };
	static const char *const words[] = { "note", "nb", "n.b.", "example",
		"e.g.", "warning", "resolved", "recommended", "http", "https",
		"mailto", "following", "follows", "below", "include",
		"includes", "including", "are", "were", "is", "was", "that",
		"the", "and", "q", "a", NULL };
	struct str last = read_text_last_word(name);

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is_nocase(last, words[i]))
			return true;
	/* "Report to:", "Action by:" are names all the same */
	for (size_t i = 0; links[i] != NULL; i++)
		if (str_is_nocase(last, links[i]))
			return read_text_word_count(name) > 3;
	return false;
}

/* "Appendix A: title" names a part of the paper. */
static bool
is_part(struct str name)
{
	static const char *const words[] = { "appendix", "annex", "annexe",
		"schedule", "table", "figure", "chart", "part", "chapter",
		"section", "theme", "objective", NULL };
	struct str first = read_text_first_word(name);

	if (read_text_word_count(name) != 2)
		return false;
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is_nocase(first, words[i]))
			return true;
	return false;
}

static bool
ends_with_year(struct str name)
{
	struct str word = read_text_last_word(name);

	return read_text_word_count(name) > 2 && word.len == 4 &&
	       (str_starts(word, "19") || str_starts(word, "20"));
}

static bool
is_name(struct str name)
{
	struct str rest = name;
	uint32_t last;

	if (name.len == 0 || name.ptr[0] == '*' ||
	    utf8_count(name) > NAME_WIDTH ||
	    read_text_word_count(name) > NAME_WORDS ||
	    !read_text_starts_upper(name))
		return false;
	if (str_find(name, ". ") != (size_t)-1 ||
	    str_find(name, "; ") != (size_t)-1 ||
	    str_find(name, "\t") != (size_t)-1 ||
	    str_find(name, "|") != (size_t)-1)
		return false;
	last = utf8_last(&rest);
	/* "Objective 1.1: We will", "Table 2: Costs" are no names, but
	 * "Progress April to September 2026" is */
	if (utf8_is_digit(last))
		return ends_with_year(name) && !is_lead_in(name);
	if (!utf8_is_word(last) && last != ')' && last != '?' && last != '.' &&
	    last != '*' && last != 0x2019 && last != '\'')
		return false;
	if (is_lead_in(name) || is_part(name))
		return false;
	return str_starts_nocase(name, "is ") || last == '?' ||
	       !read_text_has_verb(name);
}

/* "Is this a key decision? Yes", "Exempt? ☐ Yes ☒ No": a question with its
 * answer, and no sentence. */
static bool
question_cut(struct str text, struct str *name, struct str *value)
{
	static const char *const answers[] = { "yes", "no", "n/a", "not", "all",
		"none", NULL };
	size_t at = str_find(text, "?");
	struct str first;
	uint32_t sign;

	if (at == (size_t)-1 || at == 0)
		return false;
	*name = str_head(text, at + 1);
	*value = str_trim(str_skip(text, at + 1));
	first = *value;
	if (value->len == 0 || read_text_word_count(*value) > NAME_WORDS ||
	    read_text_ends_sentence(*value) || !is_name(*name))
		return false;
	sign = utf8_next(&first);
	return sign == 0x2610 || sign == 0x2611 || sign == 0x2612 ||
	       sign == 0x2713 || sign == 0x2714 || sign == '[' ||
	       read_text_word_is_one_of(
		   read_text_word_bare(read_text_first_word(*value)), answers);
}

bool
read_text_field_cut(struct str text, struct str *name, struct str *value)
{
	size_t colon = str_find(text, ":");
	struct str rest;

	if (colon == (size_t)-1)
		return question_cut(text, name, value);
	/* "Due - Original: May" is parted by its dash */
	if (colon == 0 || read_label_cut(text, name, value))
		return false;
	*name = str_trim(str_head(text, colon));
	rest = str_skip(text, colon + 1);
	/* "**Name:** value" */
	if (str_starts(*name, "**") && str_starts(rest, "**")) {
		*name = str_trim(str_skip(*name, 2));
		rest = str_skip(rest, 2);
	} else if (str_starts(*name, "**") && str_ends(*name, "**") &&
		   name->len > 4) {
		*name = str_head(str_skip(*name, 2), name->len - 4);
	}
	/* 10:30, http://, "options:-" */
	if (rest.len > 0 &&
	    !utf8_is_space(utf8_next(&(struct str){ rest.ptr, rest.len })))
		return false;
	*value = str_trim(rest);
	return is_name(*name);
}

static bool
is_field(const struct text_reader *reader, size_t at, struct str *name,
    struct str *value)
{
	struct text_marker marker;

	return at < reader->line_count && !reader->lines[at].furniture &&
	       reader->lines[at].region == REGION_NONE &&
	       read_text_field_cut(reader->lines[at].text, name, value) &&
	       !read_text_marker_at(reader, at, &marker);
}

/* What the fields of line `at` belong to: the item that the line hangs below,
 * or the document. */
static struct node *
home_of(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];

	if (reader->depth > 0 && line->blanks == 0 &&
	    line->indent > reader->lists[reader->depth - 1].indent)
		return reader->lists[reader->depth - 1].list->last;
	return reader->doc->root;
}

static bool
follows_fields(const struct text_reader *reader, size_t at)
{
	const struct node *home = home_of(reader, at);

	return home->last != NULL && home->last->kind == NODE_FIELDS;
}

/* Does the line `at`, a bare "Name:", have its value on the next line? */
static bool
has_value_below(const struct text_reader *reader, size_t at)
{
	struct str name, value;
	size_t next = at + 1;
	struct text_marker marker;

	return next < reader->line_count &&
	       reader->lines[next].region == REGION_NONE &&
	       !read_text_line_parted(reader, next) &&
	       (reader->lines[next].width <= VALUE_WIDTH ||
		   (follows_fields(reader, at) &&
		       !read_text_line_parted(reader, at))) &&
	       !read_text_field_cut(reader->lines[next].text, &name, &value) &&
	       !read_text_marker_at(reader, next, &marker) &&
	       !read_text_is_capitals(reader->lines[next].text);
}

/* Index of the line behind the field and its wrapped lines. */
static size_t
field_end(const struct text_reader *reader, size_t at)
{
	struct str name, value;

	for (at++; at < reader->line_count; at++)
		if (read_text_line_parted(reader, at) ||
		    is_field(reader, at, &name, &value))
			break;
	return at;
}

static bool
stands_in_group(const struct text_reader *reader, size_t at)
{
	struct str name, value;
	size_t next;

	if (follows_fields(reader, at))
		return true;
	next = field_end(reader, at);
	while (next < reader->line_count && reader->lines[next].furniture)
		next++;
	if (!is_field(reader, next, &name, &value))
		return false;
	return value.len > 0 || has_value_below(reader, next);
}

/* Words that names of fields are made of. */
static bool
is_known_name(struct str name)
{
	static const char *const words[] = { "report", "meeting", "date",
		"agenda", "subject", "ward", "division", "portfolio", "officer",
		"director", "member", "contact", "classification", "decision",
		"exempt", "confidential", "forward plan", "due", "publication",
		"effective", "call in", "call-in", "author", "owner", "lead",
		"status", "department", "ref", "version", "tel", "phone",
		"mail", "implication", "signed", "reason", "background paper",
		"committee", "directorate", "service", "cabinet", "from",
		"prepared", "period", "progress", "target", "timescale",
		"deadline", "priority", "budget", "cost", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_find_nocase(name, words[i]) != (size_t)-1)
			return true;
	return false;
}

/* Does a card begin at that line, one of several whose first fields have one
 * name? */
static bool
begins_cards(const struct text_reader *reader, size_t at)
{
	struct str name, other, value;

	if (!is_field(reader, at, &name, &value))
		return false;
	for (size_t i = at + 1; i < reader->line_count && i < at + CARD_LINES;
	     i++)
		if (reader->lines[i].blanks > 0 &&
		    is_field(reader, i, &other, &value) &&
		    str_eq_nocase(name, other))
			return true;
	return false;
}

/* "Flood Strategy Delivery Plan: 2025 to 2028", alone at the head of a draft:
 * a title with a colon in it, though fields may follow. Cover fields have
 * shorter names, or ask something. It is one however short where it goes on
 * small ("Complaints: progress"), or above cards, which have fields of their
 * own. */
static bool
is_title(const struct text_reader *reader, size_t at, struct str name,
    struct str value)
{
	if (reader->doc->root->first != NULL || at + 1 >= reader->line_count ||
	    !read_text_line_parted(reader, at + 1) || str_ends(name, "?") ||
	    str_starts_nocase(name, "is "))
		return false;
	return read_text_word_count(name) >= TITLE_WORDS ||
	       (!is_known_name(name) && (read_text_starts_lower(value) ||
					    begins_cards(reader, at + 1)));
}

bool
read_text_field_is_pair(const struct text_reader *reader, size_t at)
{
	struct str name, value;

	return is_field(reader, at, &name, &value) && value.len > 0 &&
	       at + 1 < reader->line_count &&
	       reader->lines[at + 1].blanks == 0 &&
	       is_field(reader, at + 1, &name, &value);
}

/* Does "Name:" stand alone with a short value behind a blank line, in a row of
 * such pairs? */
static bool
has_value_apart(const struct text_reader *reader, size_t at, struct str name)
{
	size_t next = at + 1;
	const struct text_line *below = &reader->lines[at] + 1;
	struct str other, value;
	struct text_marker marker;

	if (next >= reader->line_count || !is_known_name(name) ||
	    !read_text_form_is_alone(reader, at) ||
	    !read_text_form_is_alone(reader, next))
		return false;
	if (below->region != REGION_NONE || below->width > VALUE_WIDTH ||
	    str_ends(below->text, ".") || str_ends(below->text, ":") ||
	    read_text_marker_at(reader, next, &marker) ||
	    read_text_field_cut(below->text, &other, &value))
		return false;
	return follows_fields(reader, at) ||
	       (is_field(reader, next + 1, &other, &value) &&
		   is_known_name(other));
}

/* A value that no heading would have behind its colon. */
static bool
is_plain_value(struct str value)
{
	struct str rest = value;
	uint32_t c = utf8_next(&rest);

	return utf8_is_digit(c) || read_text_ends_sentence(value) ||
	       read_text_is_contact(value) ||
	       read_text_word_count(value) == 1 ||
	       str_is_nocase(value, "not applicable");
}

/* A field that stands by itself: a short name and a short value. */
static bool
stands_by_itself(
    const struct text_reader *reader, struct str name, struct str value)
{
	struct str first = read_text_first_word(name);

	if (reader->doc->root->first == NULL || value.ptr[0] == '(' ||
	    read_text_word_count(name) > 6 ||
	    read_text_word_count(value) > LONE_WORDS ||
	    str_is_nocase(first, "the") || str_is_nocase(first, "this") ||
	    str_is_nocase(first, "these"))
		return false;
	return is_known_name(name) || is_plain_value(value);
}

struct node *
read_text_field_append(struct text_reader *reader, struct node *home,
    struct str name, struct pos pos)
{
	struct node *fields = home->last;
	struct node *field;

	read_text_close(reader);
	if (fields == NULL || fields->kind != NODE_FIELDS) {
		fields = doc_node_new(reader->doc->arena, NODE_FIELDS, pos);
		doc_node_append(home, fields);
	}
	field = doc_node_new(reader->doc->arena, NODE_FIELD, pos);
	field->as.field.name = name;
	field->end_line = pos.line;
	doc_node_append(fields, field);
	fields->end_line = pos.line;
	return field;
}

static void
field_take(
    struct text_reader *reader, size_t *at, struct str name, struct str value)
{
	const struct text_line *line = &reader->lines[*at];
	struct node *home = home_of(reader, *at);
	struct node *field, *paragraph;

	if (home == reader->doc->root)
		read_text_lists_close(reader);
	field = read_text_field_append(
	    reader, home, name, (struct pos){ line->line_no, line->col });
	if (value.len == 0 && (has_value_below(reader, *at) ||
				  has_value_apart(reader, *at, name))) {
		++*at;
		value = reader->lines[*at].text;
	}
	if (value.len > 0) {
		paragraph = doc_node_new(reader->doc->arena, NODE_PARAGRAPH,
		    read_text_line_pos(&reader->lines[*at], value));
		doc_node_append(field, paragraph);
		read_text_open(reader, paragraph, *at, value);
	}
	++*at;
}

bool
read_text_field_step(struct text_reader *reader, size_t *at)
{
	struct str name, value;

	if (!is_field(reader, *at, &name, &value) ||
	    is_title(reader, *at, name, value))
		return false;
	/* in the middle of a paragraph a colon is only a colon */
	if (!read_text_line_parted(reader, *at) && reader->open != NULL &&
	    reader->open->kind != NODE_HEADING &&
	    !follows_fields(reader, *at) &&
	    !read_text_field_is_pair(reader, *at))
		return false;
	if (value.len == 0 &&
	    !(has_value_below(reader, *at) && stands_in_group(reader, *at)) &&
	    !has_value_apart(reader, *at, name))
		return false;
	if (value.len > 0 && !stands_in_group(reader, *at) &&
	    !stands_by_itself(reader, name, value))
		return false;
	field_take(reader, at, name, value);
	return true;
}
