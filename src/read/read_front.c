/* read_front: the YAML between two lines of hyphens at the top of a draft ->
 * settings, flattened ("scheme.states.0.word"). Knows no key by name. All
 * that is not a value (keys, comments, syntax) is recorded as dropped. */
#include "read/read_priv.h"

#include "base/arena.h"
#include "base/settings.h"
#include "base/utf8.h"

enum { FRONT_BYTES_MAX = 256 * 1024 };

struct front {
	struct str yaml;
	uint32_t first_line; /* of the YAML in the draft */
	struct settings settings;
	size_t line_bytes; /* the last piece that was dropped */
	uint32_t line;     /* and its line */
};

static struct pos
place(const struct front *front, struct pos pos)
{
	pos.line += front->first_line - 1;
	return pos;
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
	for (size_t i = 0; i < front->settings.count; i++) {
		const struct settings_entry *entry =
		    &front->settings.entries[i];
		struct str raw = str_head(str_skip(front->yaml, entry->begin),
		    entry->end - entry->begin);

		doc_set(
		    doc, entry->key, entry->value, place(front, entry->pos));
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

	doc_say(doc, DOC_FRONT_MATTER,
	    place(front, front->settings.problem_pos),
	    str_from(front->settings.problem), (struct str){ NULL, 0 });
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
	settings_parse(doc->arena, front.yaml, &front.settings);
	if (front.settings.problem != NULL) {
		if (!begins_like_mapping(front.yaml))
			return 1;
		keep_as_text(doc, &front);
	} else if (front.settings.is_mapping) {
		give_settings(doc, &front);
	} else {
		return 1;
	}
	*text = after;
	return line_count + 1;
}
