/* settings: YAML -> a flat list of values; see settings.h. The only file that
 * knows libyaml. */
#include "settings.h"

#include <stdio.h>
#include <yaml.h>

#include "arena.h"
#include "buf.h"
#include "utf8.h"

enum { DEPTH_MAX = 16 };

/* A mapping or sequence that is open. */
struct frame {
	bool is_mapping;
	bool has_key;    /* mapping: the next event is that key's value */
	size_t path_len; /* of the path without this frame's part */
	size_t index;    /* sequence: of the next item */
};

struct reader {
	struct arena *arena;
	struct settings *settings;
	struct str text;
	struct frame frames[DEPTH_MAX];
	size_t depth;
	struct buf path;               /* "scheme.states.0" */
	size_t mark_chars, mark_bytes; /* the last mark that was looked up */
};

static struct pos
pos_of(yaml_mark_t mark)
{
	return (
	    struct pos){ (uint32_t)mark.line + 1, (uint32_t)mark.column + 1 };
}

/* libyaml counts characters; marks come in order, so one walk serves all. */
static size_t
byte_of(struct reader *reader, yaml_mark_t mark)
{
	struct str rest = str_skip(reader->text, reader->mark_bytes);

	while (reader->mark_chars < mark.index && rest.len > 0) {
		utf8_next(&rest);
		reader->mark_chars++;
	}
	reader->mark_bytes = reader->text.len - rest.len;
	return reader->mark_bytes;
}

static void
fail(struct reader *reader, const char *problem, yaml_mark_t mark)
{
	reader->settings->problem = problem;
	reader->settings->problem_pos = pos_of(mark);
}

static void
put_part(struct reader *reader, const char *ptr, size_t len)
{
	if (reader->path.len > 0)
		buf_put(&reader->path, ".", 1);
	buf_put(&reader->path, ptr, len);
}

/* The path of the value that begins now. */
static void
begin_value(struct reader *reader)
{
	struct frame *frame;
	char index[24];
	int len;

	if (reader->depth == 0)
		return;
	frame = &reader->frames[reader->depth - 1];
	if (frame->is_mapping)
		return;
	reader->path.len = frame->path_len;
	len = snprintf(index, sizeof(index), "%zu", frame->index++);
	put_part(reader, index, (size_t)len);
}

static void
end_value(struct reader *reader)
{
	if (reader->depth > 0)
		reader->frames[reader->depth - 1].has_key = false;
}

static bool
wants_key(const struct reader *reader)
{
	const struct frame *frame;

	if (reader->depth == 0)
		return false;
	frame = &reader->frames[reader->depth - 1];
	return frame->is_mapping && !frame->has_key;
}

static void
open_frame(struct reader *reader, bool is_mapping, yaml_mark_t mark)
{
	struct frame *frame;

	if (reader->depth == DEPTH_MAX) {
		fail(reader, "it is nested too deep", mark);
		return;
	}
	if (wants_key(reader)) {
		fail(reader, "a key must be a word", mark);
		return;
	}
	if (reader->depth == 0)
		reader->settings->is_mapping = is_mapping;
	begin_value(reader);
	frame = &reader->frames[reader->depth++];
	*frame = (struct frame){ .is_mapping = is_mapping,
		.path_len = reader->path.len };
}

static void
close_frame(struct reader *reader)
{
	reader->depth--;
	end_value(reader);
}

static void
take_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct settings *settings = reader->settings;
	struct str text = { (const char *)event->data.scalar.value,
		event->data.scalar.length };
	struct settings_entry *entry;

	settings->seen_value |= text.len > 0;
	if (reader->depth == 0)
		return; /* no mapping; refused at the end */
	if (wants_key(reader)) {
		struct frame *frame = &reader->frames[reader->depth - 1];

		reader->path.len = frame->path_len;
		put_part(reader, text.ptr, text.len);
		frame->has_key = true;
		return;
	}
	begin_value(reader);
	settings->entries = arena_push(reader->arena, settings->entries,
	    &settings->count, &settings->cap, sizeof(*settings->entries));
	entry = &settings->entries[settings->count - 1];
	entry->key = str_copy(reader->arena, buf_str(&reader->path));
	entry->value =
	    utf8_nfc(reader->arena, str_copy(reader->arena, str_trim(text)));
	entry->pos = pos_of(event->start_mark);
	entry->begin = byte_of(reader, event->start_mark);
	entry->end = byte_of(reader, event->end_mark);
	entry->is_block =
	    event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
	    event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
	end_value(reader);
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
take_event(struct reader *reader, const yaml_event_t *event)
{
	if (has_anchor(event)) {
		fail(reader, "anchors and aliases are not read",
		    event->start_mark);
		return;
	}
	if (event->type == YAML_SCALAR_EVENT)
		take_scalar(reader, event);
	else if (event->type == YAML_MAPPING_START_EVENT)
		open_frame(reader, true, event->start_mark);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		open_frame(reader, false, event->start_mark);
	else if (event->type == YAML_MAPPING_END_EVENT ||
		 event->type == YAML_SEQUENCE_END_EVENT)
		close_frame(reader);
	else if (event->type == YAML_DOCUMENT_START_EVENT &&
		 reader->settings->is_mapping)
		fail(reader, "it holds a second document", event->start_mark);
}

static void
parse(struct reader *reader)
{
	yaml_parser_t parser;
	bool at_end = false;

	if (!yaml_parser_initialize(&parser)) {
		reader->settings->problem = "there is no memory to read it";
		return;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &parser, (const unsigned char *)reader->text.ptr, reader->text.len);
	while (!at_end && reader->settings->problem == NULL) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event)) {
			fail(reader,
			    parser.problem ? parser.problem : "not YAML",
			    parser.problem_mark);
			break;
		}
		at_end = event.type == YAML_STREAM_END_EVENT;
		take_event(reader, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

void
settings_parse(struct arena *arena, struct str text, struct settings *settings)
{
	struct reader reader = {
		.arena = arena, .settings = settings, .text = text
	};

	*settings = (struct settings){ 0 };
	parse(&reader);
	buf_clear(&reader.path);
}

const struct settings_entry *
settings_find(const struct settings *settings, const char *key)
{
	for (size_t i = 0; i < settings->count; i++)
		if (str_is_nocase(settings->entries[i].key, key))
			return &settings->entries[i];
	return NULL;
}
