/* read_front: the YAML between two lines of hyphens at the top of a draft ->
 * settings, flattened ("scheme.states.0.word"). Knows no key by name. All
 * that is not a value (keys, comments, syntax) is recorded as dropped. The
 * only file that knows libyaml. */
#include "read/read_priv.h"

#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { DEPTH_MAX = 16, FRONT_BYTES_MAX = 256 * 1024 };

/* A mapping or sequence that is open. */
struct frame {
	bool is_mapping;
	bool has_key;    /* mapping: the next event is that key's value */
	size_t path_len; /* of the path without this frame's part */
	size_t index;    /* sequence: of the next item */
};

struct entry {
	struct str key, value;
	struct pos pos;
	size_t begin, end; /* bytes of the value in the YAML, as written */
	bool is_block;     /* its first line is markup: "|2-" */
};

struct front {
	struct arena *arena;
	struct str yaml;
	uint32_t first_line; /* of the YAML in the draft */
	struct frame frames[DEPTH_MAX];
	size_t depth;
	struct buf path; /* "scheme.states.0" */
	struct entry *entries;
	size_t entry_count, entry_cap;
	bool is_mapping;     /* the YAML as a whole */
	const char *problem; /* NULL while all is well */
	struct pos problem_pos;
	size_t mark_chars, mark_bytes; /* the last mark that was looked up */
	size_t line_bytes;             /* the last piece that was dropped */
	uint32_t line;                 /* and its line */
};

static struct pos
pos_of(const struct front *front, yaml_mark_t mark)
{
	return (struct pos){ front->first_line + (uint32_t)mark.line,
		(uint32_t)mark.column + 1 };
}

/* libyaml counts characters; marks come in order, so one walk serves all. */
static size_t
byte_of(struct front *front, yaml_mark_t mark)
{
	struct str rest = str_skip(front->yaml, front->mark_bytes);

	while (front->mark_chars < mark.index && rest.len > 0) {
		utf8_next(&rest);
		front->mark_chars++;
	}
	front->mark_bytes = front->yaml.len - rest.len;
	return front->mark_bytes;
}

static void
fail(struct front *front, const char *problem, yaml_mark_t mark)
{
	front->problem = problem;
	front->problem_pos = pos_of(front, mark);
}

static void
put_part(struct front *front, const char *ptr, size_t len)
{
	if (front->path.len > 0)
		buf_put(&front->path, ".", 1);
	buf_put(&front->path, ptr, len);
}

/* The path of the value that begins now. */
static void
begin_value(struct front *front)
{
	struct frame *frame;
	char index[24];
	int len;

	if (front->depth == 0)
		return;
	frame = &front->frames[front->depth - 1];
	if (frame->is_mapping)
		return;
	front->path.len = frame->path_len;
	len = snprintf(index, sizeof(index), "%zu", frame->index++);
	put_part(front, index, (size_t)len);
}

static void
end_value(struct front *front)
{
	if (front->depth > 0)
		front->frames[front->depth - 1].has_key = false;
}

static bool
wants_key(const struct front *front)
{
	const struct frame *frame;

	if (front->depth == 0)
		return false;
	frame = &front->frames[front->depth - 1];
	return frame->is_mapping && !frame->has_key;
}

static void
open_frame(struct front *front, bool is_mapping, yaml_mark_t mark)
{
	struct frame *frame;

	if (front->depth == DEPTH_MAX) {
		fail(front, "it is nested too deep", mark);
		return;
	}
	if (wants_key(front)) {
		fail(front, "a key must be a word", mark);
		return;
	}
	if (front->depth == 0)
		front->is_mapping = is_mapping;
	begin_value(front);
	frame = &front->frames[front->depth++];
	*frame = (struct frame){ .is_mapping = is_mapping,
		.path_len = front->path.len };
}

static void
close_frame(struct front *front)
{
	front->depth--;
	end_value(front);
}

static void
take_scalar(struct front *front, const yaml_event_t *event)
{
	struct str text = { (const char *)event->data.scalar.value,
		event->data.scalar.length };
	struct entry *entry;

	if (front->depth == 0)
		return; /* no mapping; refused at the end */
	if (wants_key(front)) {
		struct frame *frame = &front->frames[front->depth - 1];

		front->path.len = frame->path_len;
		put_part(front, text.ptr, text.len);
		frame->has_key = true;
		return;
	}
	begin_value(front);
	front->entries = arena_push(front->arena, front->entries,
	    &front->entry_count, &front->entry_cap, sizeof(*front->entries));
	entry = &front->entries[front->entry_count - 1];
	entry->key = str_copy(front->arena, buf_str(&front->path));
	entry->value =
	    utf8_nfc(front->arena, str_copy(front->arena, str_trim(text)));
	entry->pos = pos_of(front, event->start_mark);
	entry->begin = byte_of(front, event->start_mark);
	entry->end = byte_of(front, event->end_mark);
	entry->is_block =
	    event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
	    event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
	end_value(front);
}

static bool
has_anchor(const yaml_event_t *event)
{
	if (event->type == YAML_SCALAR_EVENT)
		return event->data.scalar.anchor != NULL;
	if (event->type == YAML_SEQUENCE_START_EVENT)
		return event->data.sequence_start.anchor != NULL;
	if (event->type == YAML_MAPPING_START_EVENT)
		return event->data.mapping_start.anchor != NULL;
	return event->type == YAML_ALIAS_EVENT;
}

static void
take_event(struct front *front, const yaml_event_t *event)
{
	if (has_anchor(event)) {
		fail(front, "anchors and aliases are not read",
		    event->start_mark);
		return;
	}
	if (event->type == YAML_SCALAR_EVENT)
		take_scalar(front, event);
	else if (event->type == YAML_MAPPING_START_EVENT)
		open_frame(front, true, event->start_mark);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		open_frame(front, false, event->start_mark);
	else if (event->type == YAML_MAPPING_END_EVENT ||
		 event->type == YAML_SEQUENCE_END_EVENT)
		close_frame(front);
	else if (event->type == YAML_DOCUMENT_START_EVENT && front->is_mapping)
		fail(front, "it holds a second document", event->start_mark);
}

static void
parse(struct front *front)
{
	yaml_parser_t parser;
	bool at_end = false;

	if (!yaml_parser_initialize(&parser)) {
		front->problem = "there is no memory to read it";
		return;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &parser, (const unsigned char *)front->yaml.ptr, front->yaml.len);
	while (!at_end && front->problem == NULL) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event)) {
			fail(front,
			    parser.problem ? parser.problem : "not YAML",
			    parser.problem_mark);
			break;
		}
		at_end = event.type == YAML_STREAM_END_EVENT;
		take_event(front, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

/* Drops a piece of the YAML that is no value, if it holds words. `begin` never
 * goes back: lines are counted from where the last piece ended. */
static void
drop_piece(struct doc *doc, struct front *front, size_t begin, size_t end)
{
	struct str text = str_head(str_skip(front->yaml, begin), end - begin);
	struct str trimmed = str_trim(text);
	struct str rest = trimmed;
	size_t at = begin + (size_t)(trimmed.ptr - text.ptr);
	bool has_word = false;

	while (rest.len > 0 && !has_word) {
		uint32_t c = utf8_next(&rest);

		has_word = utf8_is_word(c) || c >= 0x80;
	}
	if (!has_word)
		return;
	for (; front->line_bytes < at; front->line_bytes++)
		front->line += front->yaml.ptr[front->line_bytes] == '\n';
	doc_drop(doc, (struct pos){ front->line, 0 }, "front-matter", trimmed);
}

/* Is the value written otherwise than it reads? */
static bool
has_escapes(struct str raw)
{
	return str_starts(raw, "\"") && str_find(raw, "\\") != (size_t)-1;
}

/* Hands the settings over, and drops all that stands between the values. */
static void
give_settings(struct doc *doc, struct front *front)
{
	size_t at = 0;

	front->line = front->first_line;
	for (size_t i = 0; i < front->entry_count; i++) {
		const struct entry *entry = &front->entries[i];
		struct str raw = str_head(str_skip(front->yaml, entry->begin),
		    entry->end - entry->begin);

		doc_set(doc, entry->key, entry->value, entry->pos);
		drop_piece(doc, front, at, entry->begin);
		at = entry->end;
		if (has_escapes(raw))
			drop_piece(doc, front, entry->begin, entry->end);
		if (entry->is_block)
			drop_piece(doc, front, entry->begin,
			    entry->begin +
				str_head(raw, str_find(raw, "\n")).len);
	}
	drop_piece(doc, front, at, front->yaml.len);
}

/* The YAML between the first two marks, and what follows them. False when the
 * draft does not begin with such a pair. */
static bool
find_front(
    struct str text, struct str *yaml, struct str *after, uint32_t *line_count)
{
	struct str rest = text, line;

	if (!str_next_line(&rest, &line) || !str_starts(line, "---") ||
	    str_trim(line).len != 3)
		return false;
	yaml->ptr = rest.ptr;
	*line_count = 1;
	while (str_next_line(&rest, &line)) {
		++*line_count;
		if (!str_starts(line, "---") && !str_starts(line, "..."))
			continue;
		if (str_trim(line).len != 3)
			continue;
		yaml->len = (size_t)(line.ptr - yaml->ptr);
		*after = rest;
		return true;
	}
	return false;
}

/* A word or a few with a colon behind: the first line of a mapping. */
static bool
begins_like_mapping(struct str yaml)
{
	struct str line;

	while (str_next_line(&yaml, &line)) {
		size_t colon = str_find(line, ":");

		if (str_trim(line).len == 0 || str_starts(str_trim(line), "#"))
			continue;
		return colon != (size_t)-1 && colon > 0 && colon < 40 &&
		       !utf8_is_space((unsigned char)line.ptr[0]) &&
		       (colon + 1 == line.len || line.ptr[colon + 1] == ' ');
	}
	return false;
}

/* Front matter that cannot be read is shown as the author wrote it. */
static void
keep_as_text(struct doc *doc, struct front *front)
{
	struct pos pos = { front->first_line, 1 };
	struct str rest = front->yaml, line;

	doc_say(doc, DOC_FRONT_MATTER, front->problem_pos,
	    str_from(front->problem), (struct str){ NULL, 0 });
	for (; str_next_line(&rest, &line); pos.line++)
		if (str_trim(line).len > 0)
			doc_paragraph_append(doc->arena, doc->root,
			    utf8_nfc(doc->arena, str_trim(line)), pos);
}

uint32_t
read_front(struct doc *doc, struct str *text)
{
	struct front front = { .first_line = 2 };
	uint32_t line_count = 0;
	struct str after;

	if (!find_front(*text, &front.yaml, &after, &line_count))
		return 1;
	if (front.yaml.len > FRONT_BYTES_MAX)
		return 1; /* two rules far apart */
	front.arena = doc->arena;
	parse(&front);
	buf_clear(&front.path);
	if (front.problem != NULL) {
		if (!begins_like_mapping(front.yaml))
			return 1;
		keep_as_text(doc, &front);
	} else if (front.is_mapping) {
		give_settings(doc, &front);
	} else {
		return 1;
	}
	*text = after;
	return line_count + 1;
}
