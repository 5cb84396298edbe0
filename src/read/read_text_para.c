/* read_text_para: the paragraph that is being read: which lines belong to it,
 * and how they are joined; and the blocks that are hardly more than that:
 * quotes and rules. */
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

void
read_text_close(struct text_reader *reader)
{
	if (reader->open == NULL)
		return;
	read_text_inlines(
	    reader, reader->open, reader->pieces, reader->piece_count);
	reader->open->end_line = reader->lines[reader->open_line].line_no;
	for (struct node *up = reader->open->parent;
	     up != NULL && up->kind != NODE_DOCUMENT; up = up->parent)
		up->end_line = reader->open->end_line;
	reader->open = NULL;
	reader->piece_count = 0;
}

static void
piece_add(
    struct text_reader *reader, size_t at, struct str text, enum text_join how)
{
	struct text_piece *piece;

	reader->pieces = arena_push(reader->scratch, reader->pieces,
	    &reader->piece_count, &reader->piece_cap, sizeof(*reader->pieces));
	piece = &reader->pieces[reader->piece_count - 1];
	piece->text = text;
	piece->pos = read_text_line_pos(&reader->lines[at], text);
	piece->join = how;
	reader->open_line = at;
}

void
read_text_open(
    struct text_reader *reader, struct node *node, size_t at, struct str text)
{
	read_text_close(reader);
	reader->open = node;
	reader->open_line = at;
	if (text.len > 0)
		piece_add(reader, at, text, JOIN_NONE);
}

void
read_text_extend(
    struct text_reader *reader, size_t at, struct str text, enum text_join how)
{
	piece_add(reader, at, text, how);
}

struct node *
read_text_append(
    struct text_reader *reader, enum node_kind kind, struct pos pos)
{
	struct node *node = doc_node_new(reader->doc->arena, kind, pos);

	read_text_close(reader);
	doc_node_append(reader->doc->root, node);
	return node;
}

/* Would the first word of `next` not have fitted on `line` any more? */
static bool
is_full(const struct text_reader *reader, const struct text_line *line,
    struct str next)
{
	uint32_t room = reader->wrap_width - reader->wrap_width / 8;

	return reader->wrap_width > 0 &&
	       line->indent + line->width + 1 +
		       utf8_count(read_text_first_word(next)) >
		   room;
}

/* "Note: ...": below a field it begins anew. */
static bool
has_name(struct str text)
{
	size_t colon = str_find(str_head(text, 40), ": ");

	return read_text_starts_upper(text) &&
	       (colon != (size_t)-1 ||
		   (str_ends(text, ":") && read_text_word_count(text) <= 5));
}

/* How does line `at` go on from the line directly above? */
static enum text_join
join_below(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	const struct text_line *above = &reader->lines[reader->open_line];
	uint32_t half = reader->wrap_width / 2;
	bool ended = read_text_ends_sentence(above->text);

	if ((read_text_is_labelled(line->text) ||
		(reader->open->parent->kind == NODE_FIELD &&
		    has_name(line->text))) &&
	    !read_text_is_unfinished(above->text))
		return JOIN_NONE;
	if (is_full(reader, above, line->text) ||
	    read_text_is_unfinished(above->text))
		return JOIN_SPACE;
	if (!ended && read_text_starts_lower(line->text))
		return JOIN_SPACE;
	if (reader->wrap_width > 0 && above->width >= half &&
	    (!ended ? line->width >= half : above->width * 4 >= half * 6))
		return JOIN_SPACE;
	/* an indented line below an item or number hangs under it */
	if (line->indent > above->indent && reader->open->parent != NULL &&
	    (reader->open->parent->kind == NODE_ITEM ||
		(reader->open->kind == NODE_PARAGRAPH &&
		    reader->open->as.paragraph.number.len > 0)))
		return JOIN_SPACE;
	if (ended && above->width > 60)
		return JOIN_NONE;
	if (line->width > 100 || above->width > 100)
		return JOIN_NONE;
	return JOIN_BREAK;
}

/* A sentence that was broken by a blank line or a page's end: nothing ends
 * it above, and nothing begins below. */
static bool
is_broken(const struct text_reader *reader, size_t at)
{
	const struct text_line *line = &reader->lines[at];
	const struct text_line *above = &reader->lines[reader->open_line];
	bool at_page = line->page_break || at != reader->open_line + 1;
	bool unfinished = read_text_is_unfinished(above->text);

	if (reader->open->kind == NODE_HEADING ||
	    read_text_ends_sentence(above->text))
		return false;
	if (read_text_starts_lower(line->text))
		return unfinished || at_page || above->width >= 45 ||
		       reader->open->parent->kind == NODE_ITEM;
	return at_page && unfinished;
}

static void
repair_joined(struct text_reader *reader, size_t at)
{
	const struct text_line *above = &reader->lines[reader->open_line];
	const struct text_line *line = &reader->lines[at];
	struct str last = read_text_last_word(above->text);
	struct str first = read_text_first_word(line->text);
	struct pos pos = { line->line_no, line->col };

	doc_repair(reader->doc, pos, "joined-lines",
	    str_printf(
		reader->scratch, "%.*s / %.*s", STR_ARG(last), STR_ARG(first)),
	    str_printf(
		reader->scratch, "%.*s %.*s", STR_ARG(last), STR_ARG(first)));
}

/* Line `at` goes on in the open paragraph. */
bool
read_text_continue_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	enum text_join how;

	if (reader->open == NULL || reader->open->kind == NODE_HEADING)
		return false;
	if (read_text_line_parted(reader, *at)) {
		if (!is_broken(reader, *at))
			return false;
		repair_joined(reader, *at);
		how = JOIN_SPACE;
	} else {
		how = join_below(reader, *at);
		if (how == JOIN_NONE)
			return false;
	}
	read_text_extend(reader, *at, line->text, how);
	++*at;
	return true;
}

static bool
is_quoted(struct str text)
{
	struct str rest = str_trim(str_skip(text, 1));

	if (text.ptr[0] != '>')
		return false;
	/* "> 5 days late" is a comparison */
	return rest.len == 0 || !(rest.ptr[0] >= '0' && rest.ptr[0] <= '9');
}

/* Lines with ">" in front, of any depth, are one quote. */
bool
read_text_quote_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *lines = reader->lines;
	struct pos pos = { lines[*at].line_no, lines[*at].col };
	struct node *quote;
	bool begins = true;

	if (!is_quoted(lines[*at].text))
		return false;
	read_text_lists_close(reader);
	quote = read_text_append(reader, NODE_QUOTE, pos);
	for (; *at < reader->line_count && is_quoted(lines[*at].text); ++*at) {
		struct str text = lines[*at].text;
		struct node *paragraph;

		while (text.len > 0 && text.ptr[0] == '>')
			text = str_trim(str_skip(text, 1));
		if (text.len == 0 || lines[*at].blanks > 0)
			begins = true;
		if (text.len == 0)
			continue;
		if (!begins) {
			read_text_extend(reader, *at, text, JOIN_SPACE);
			continue;
		}
		paragraph = doc_node_new(reader->doc->arena, NODE_PARAGRAPH,
		    read_text_line_pos(&lines[*at], text));
		doc_node_append(quote, paragraph);
		read_text_open(reader, paragraph, *at, text);
		begins = false;
	}
	read_text_close(reader);
	quote->end_line = lines[*at - 1].line_no;
	return true;
}

/* Three or more of one sign and nothing else, spaces aside. */
bool
read_text_rule_step(struct text_reader *reader, size_t *at)
{
	struct str text = reader->lines[*at].text;
	struct pos pos = { reader->lines[*at].line_no, reader->lines[*at].col };
	size_t count = 0;

	if (text.ptr[0] != '-' && text.ptr[0] != '*' && text.ptr[0] != '_' &&
	    text.ptr[0] != '=')
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == text.ptr[0])
			count++;
		else if (text.ptr[i] != ' ')
			return false;
	}
	if (count < 3)
		return false;
	read_text_lists_close(reader);
	read_text_append(reader, NODE_RULE, pos);
	++*at;
	return true;
}

/* What nothing else has taken. */
bool
read_text_paragraph_step(struct text_reader *reader, size_t *at)
{
	const struct text_line *line = &reader->lines[*at];
	struct pos pos = { line->line_no, line->col };
	struct node *paragraph;

	read_text_lists_close(reader);
	paragraph = read_text_append(reader, NODE_PARAGRAPH, pos);
	read_text_open(reader, paragraph, *at, line->text);
	++*at;
	return true;
}
