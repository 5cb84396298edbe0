/* msg: see msg.h. */
#include "msg.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "must.h"
#include "utf8.h"

enum {
	MOST_OF_A_KIND = 20, /* that many of one rule are printed */
	MOST_KINDS = 128     /* rules and files that are counted */
};

struct entry {
	struct msg msg;
	size_t order; /* of arrival */
};

struct msgs {
	struct arena *arena;
	struct entry *entries;
	size_t count, cap;
	size_t by_level[MSG_LEVEL_COUNT];
	size_t refusals;
};

static const char *const level_colours[MSG_LEVEL_COUNT] = {
	[MSG_NOTE] = "\033[36m",
	[MSG_WARNING] = "\033[33m",
	[MSG_ERROR] = "\033[1;31m",
};

static const char *const level_names[MSG_LEVEL_COUNT] = {
	[MSG_NOTE] = "note",
	[MSG_WARNING] = "warning",
	[MSG_ERROR] = "error",
};

struct msgs *
msgs_new(void)
{
	struct msgs *msgs = mem_alloc(sizeof(*msgs));

	msgs->arena = arena_new();
	return msgs;
}

void
msgs_free(struct msgs *msgs)
{
	if (msgs == NULL)
		return;
	arena_free(msgs->arena);
	free(msgs);
}

static struct str
printable(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str clean;

	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		buf_put_char(&buf, utf8_is_control(c) ? ' ' : c);
	}
	clean = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return clean;
}

void
msgs_add(struct msgs *msgs, const struct msg *msg)
{
	struct msg *copy;

	must(msg->level < MSG_LEVEL_COUNT);
	msgs->entries = arena_push(msgs->arena, msgs->entries, &msgs->count,
	    &msgs->cap, sizeof(*msgs->entries));
	msgs->entries[msgs->count - 1].order = msgs->count;
	copy = &msgs->entries[msgs->count - 1].msg;
	copy->level = msg->level;
	copy->pos = msg->pos;
	copy->rule = str_copy(msgs->arena, msg->rule);
	copy->path = printable(msgs->arena, msg->path);
	copy->text = printable(msgs->arena, msg->text);
	copy->hint = printable(msgs->arena, msg->hint);
	msgs->by_level[msg->level]++;
}

void
msgs_refuse(
    struct msgs *msgs, const char *path, int code, const char *format, ...)
{
	struct msg msg = { .level = MSG_ERROR, .path = str_from(path) };
	struct buf buf = BUF_INIT;
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	must(len >= 0);
	text = mem_alloc((size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	buf_puts(&buf, text);
	if (code != 0)
		buf_printf(&buf, ": %s", strerror(code));
	msg.text = buf_str(&buf);
	msgs_add(msgs, &msg);
	msgs->refusals++;
	buf_clear(&buf);
	free(text);
}

size_t
msgs_count(const struct msgs *msgs, enum msg_level level)
{
	return msgs->by_level[level];
}

size_t
msgs_refusals(const struct msgs *msgs)
{
	return msgs->refusals;
}

size_t
msgs_total(const struct msgs *msgs)
{
	return msgs->count;
}

const struct msg *
msgs_at(const struct msgs *msgs, size_t index)
{
	must(index < msgs->count);
	return &msgs->entries[index].msg;
}

const char *
msg_level_name(enum msg_level level)
{
	return level_names[level];
}

static int
entry_cmp(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = str_cmp(a->msg.path, b->msg.path);

	if (order != 0)
		return order;
	if (a->msg.pos.line != b->msg.pos.line)
		return a->msg.pos.line < b->msg.pos.line ? -1 : 1;
	if (a->msg.pos.col != b->msg.pos.col)
		return a->msg.pos.col < b->msg.pos.col ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

void
msgs_sort(struct msgs *msgs)
{
	if (msgs->count > 1)
		qsort(msgs->entries, msgs->count, sizeof(*msgs->entries),
		    entry_cmp);
}

static void
msg_format(struct buf *buf, const struct msg *msg, bool colour)
{
	if (msg->path.len > 0)
		buf_put_str(buf, msg->path);
	else
		buf_puts(buf, "rapporteur");
	if (msg->pos.line > 0)
		buf_printf(buf, ":%u", msg->pos.line);
	if (msg->pos.line > 0 && msg->pos.col > 0)
		buf_printf(buf, ":%u", msg->pos.col);
	buf_printf(buf, ": %s%s%s: ", colour ? level_colours[msg->level] : "",
	    level_names[msg->level], colour ? "\033[0m" : "");
	buf_put_str(buf, msg->text);
	if (msg->rule.len > 0) {
		buf_puts(buf, " [");
		buf_put_str(buf, msg->rule);
		buf_puts(buf, "]");
	}
	buf_puts(buf, "\n");
	if (msg->hint.len > 0) {
		buf_puts(buf, "    hint: ");
		buf_put_str(buf, msg->hint);
		buf_puts(buf, "\n");
	}
}

/* How many messages there are of one rule about one file. */
struct tally {
	const struct msg *first; /* of its kind */
	size_t count;            /* at or above the level that is printed */
};

static struct tally *
tally_of(struct tally *tallies, size_t *count, const struct msg *msg)
{
	for (size_t i = 0; i < *count; i++)
		if (str_eq(tallies[i].first->rule, msg->rule) &&
		    str_eq(tallies[i].first->path, msg->path))
			return &tallies[i];
	if (*count == MOST_KINDS)
		return NULL;
	tallies[*count] = (struct tally){ .first = msg };
	return &tallies[(*count)++];
}

static void
put_rest(struct buf *buf, const struct tally *tally, bool colour)
{
	struct msg rest = *tally->first;
	struct buf text = BUF_INIT;

	buf_printf(&text, "%zu more of these", tally->count - MOST_OF_A_KIND);
	rest.pos = (struct pos){ 0, 0 };
	rest.text = buf_str(&text);
	rest.hint = (struct str){ NULL, 0 };
	msg_format(buf, &rest, colour);
	buf_clear(&text);
}

void
msgs_print(const struct msgs *msgs, enum msg_level least, bool colour, FILE *to)
{
	struct buf buf = BUF_INIT;
	struct tally tallies[MOST_KINDS];
	size_t count = 0;

	for (size_t i = 0; i < msgs->count; i++) {
		const struct msg *msg = &msgs->entries[i].msg;
		struct tally *tally;

		if (msg->level < least)
			continue;
		/* errors are never held back; what has no rule is the
		 * machine's or the user's */
		tally = msg->level != MSG_ERROR && msg->rule.len > 0
			    ? tally_of(tallies, &count, msg)
			    : NULL;
		if (tally == NULL || ++tally->count <= MOST_OF_A_KIND)
			msg_format(&buf, msg, colour);
	}
	for (size_t i = 0; i < count; i++)
		if (tallies[i].count > MOST_OF_A_KIND)
			put_rest(&buf, &tallies[i], colour);
	if (buf.len > 0)
		fwrite(buf.ptr, 1, buf.len, to);
	buf_clear(&buf);
}
