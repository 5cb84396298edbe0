/* analyse_exempt: what the paper says of itself that keeps it from the public:
 * exempt information by jurisdiction, paragraph and reason, and confidential
 * information. Local Government Act 1972, Schedule 12A (Part 1 for England,
 * Part 4 for Wales); Local Government (Scotland) Act 1973, Schedule 7A. */
#include "analyse/analyse_priv.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
	LAST_ENGLAND = 7, /* paragraphs 1 to 7; Wales has 12 to 18 */
	FIRST_WALES = 12,
	LAST_WALES = 18
};

static bool
has(struct str text, const char *words)
{
	return str_find_nocase(text, words) != (size_t)-1;
}

/* "This report contains no exempt information." */
static bool
denies(struct analysis *a, struct str text)
{
	static const char *const words[] = { "no exempt", "not exempt",
		"no confidential", "not contain", "not confidential",
		"nor exempt", "not apply", "not applicable", NULL };
	struct str key = analyse_key(a, text);

	if (key.len == 0 || str_is(key, "no") || str_starts(key, "no ") ||
	    str_starts(key, "none") || str_is(key, "n/a") ||
	    str_is(key, "public") || str_is(key, "open"))
		return true;
	for (size_t i = 0; words[i] != NULL; i++)
		if (has(text, words[i]))
			return true;
	return false;
}

static struct str
jurisdiction_of(struct str text, struct str paragraph)
{
	long number = strtol(paragraph.len > 0 ? paragraph.ptr : "0", NULL, 10);

	if (has(text, "Schedule 7A") || has(text, "(Scotland) Act"))
		return str_from("Scotland");
	if (has(text, "Part 4 of Schedule 12A") ||
	    (number >= FIRST_WALES && number <= LAST_WALES))
		return str_from("Wales");
	if (has(text, "Schedule 12A") && number <= LAST_ENGLAND)
		return str_from("England");
	return (struct str){ "", 0 };
}

/* Up to the end of the sentence, or to the bracket that closes it. */
static struct str
to_sentence_end(struct str text)
{
	int depth = 0;

	for (size_t i = 0; i < text.len; i++) {
		depth += text.ptr[i] == '(';
		depth -= text.ptr[i] == ')';
		if (depth < 0 ||
		    (text.ptr[i] == '.' &&
			(i + 1 == text.len || text.ptr[i + 1] == ' ')))
			return str_head(text, i);
	}
	return text;
}

static struct str
reason_of(struct str text)
{
	static const struct {
		const char *words;
		bool is_lead; /* stands before the reason */
	} openings[] = { { "information relating to", false },
		{ "information which ", false },
		{ "information about ", false }, { "because ", true },
		{ "on the grounds that ", true }, { "reason: ", true },
		{ "namely ", true }, { "as it contains ", false },
		{ "as it includes ", false }, { "as it would ", false },
		{ "as it relates ", false }, { "since it ", false } };

	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		size_t at = str_find_nocase(text, openings[i].words);

		if (at == (size_t)-1)
			continue;
		if (openings[i].is_lead)
			at += str_from(openings[i].words).len;
		return str_trim(to_sentence_end(str_skip(text, at)));
	}
	return (struct str){ "", 0 };
}

/* The cover may name the paragraph and the text give the reason: that is one
 * marking. */
static struct plan_exempt *
find_or_add(struct analysis *a, struct str paragraph, bool is_confidential)
{
	struct plan_exempt *item;

	for (size_t i = 0; i < a->plan->exempt_count; i++) {
		item = &a->plan->exempt[i];
		if (item->is_confidential == is_confidential &&
		    (str_eq(item->paragraph, paragraph) ||
			item->paragraph.len == 0))
			return item;
	}
	item = PLAN_PUSH(a, exempt);
	item->is_confidential = is_confidential;
	return item;
}

static void
add(struct analysis *a, struct str text, struct str paragraph, struct pos pos,
    bool is_confidential)
{
	struct plan_exempt *item = find_or_add(a, paragraph, is_confidential);

	if (item->pos.line == 0)
		item->pos = pos;
	if (item->paragraph.len == 0)
		item->paragraph = paragraph;
	if (item->jurisdiction.len == 0)
		item->jurisdiction = jurisdiction_of(text, item->paragraph);
	if (item->reason.len == 0)
		item->reason = reason_of(text);
}

static void
report_bare(struct analysis *a, const struct plan_exempt *item)
{
	if (item->reason.len > 0 || item->is_confidential)
		return;
	doc_say(a->doc, DOC_EXEMPT_BARE, item->pos,
	    item->paragraph.len > 0
		? str_printf(a->scratch, "exempt under paragraph %.*s",
		      STR_ARG(item->paragraph))
		: str_from("exempt"),
	    (struct str){ NULL, 0 });
}

/* The paragraphs that the text names; how many there are. */
static size_t
take_paragraphs(struct analysis *a, struct str text, struct pos pos)
{
	struct pointer found = { .end = 0 };
	size_t count = 0;

	while (analyse_pointer_next(text, &found)) {
		if (found.target != POINTER_PARAGRAPH ||
		    analyse_number_depth(found.number) != 1 ||
		    found.number.len > 2)
			continue;
		add(a, text, str_copy(a->doc->arena, found.number), pos, false);
		count++;
	}
	return count;
}

/* "☐ Yes ☒ No": what stands beside the box that is ticked; the whole text
 * where none is. */
static struct str
ticked_of(struct str text)
{
	static const char *const ticks[] = { "☒", "☑", "✓", "✔", "[x]", "[X]",
		NULL };
	static const char *const boxes[] = { "☐", "□", "[ ]", NULL };

	for (size_t i = 0; ticks[i] != NULL; i++) {
		size_t at = str_find(text, ticks[i]);
		struct str rest;

		if (at == (size_t)-1)
			continue;
		rest = str_trim(str_skip(text, at + str_from(ticks[i]).len));
		for (size_t k = 0; boxes[k] != NULL; k++)
			if (str_find(rest, boxes[k]) != (size_t)-1)
				rest = str_head(rest, str_find(rest, boxes[k]));
		/* "Yes ☐ No ☒": the words stand before their boxes */
		if (rest.len == 0)
			for (size_t k = 0; boxes[k] != NULL; k++) {
				size_t box = str_find(text, boxes[k]);

				if (box != (size_t)-1 && box < at)
					rest = str_range(
					    text.ptr + box +
						str_from(boxes[k]).len,
					    text.ptr + at);
			}
		return str_trim(rest);
	}
	return text;
}

static void
take_field(struct analysis *a, const struct node *field)
{
	struct str key = analyse_key(a, field->as.field.name);
	struct str text = analyse_text(a, field);
	bool is_marking = str_find(key, "exempt") != (size_t)-1 ||
			  str_find(key, "confidential") != (size_t)-1;

	if (!is_marking && !str_is(key, "classification"))
		return;
	text = ticked_of(text);
	if (denies(a, text))
		return;
	if (has(text, "confidential") && !has(text, "exempt"))
		add(a, text, (struct str){ "", 0 }, field->pos, true);
	else if (take_paragraphs(a, text, field->pos) == 0 &&
		 (is_marking || has(text, "exempt")))
		add(a, text, (struct str){ "", 0 }, field->pos, false);
}

static void
take_text(struct analysis *a, const struct node *node)
{
	struct str text = doc_text(a->scratch, node);
	bool is_exempt = has(text, "Schedule 12A") || has(text, "Schedule 7A");
	bool is_confidential =
	    has(text, "confidential information") && has(text, "100A(");

	if ((!is_exempt && !is_confidential) || denies(a, text))
		return;
	text = analyse_text(a, node);
	if (is_exempt)
		take_paragraphs(a, text, node->pos);
	else
		add(a, text, (struct str){ "", 0 }, node->pos, true);
}

void
analyse_exempt(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (walker.node->kind == NODE_FIELD) {
			take_field(a, walker.node);
			doc_walk_skip(&walker);
		} else if (walker.node->kind == NODE_PARAGRAPH ||
			   walker.node->kind == NODE_HEADING) {
			take_text(a, walker.node);
		}
	}
	for (size_t i = 0; i < a->plan->exempt_count; i++)
		report_bare(a, &a->plan->exempt[i]);
}
