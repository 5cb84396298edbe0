/* fuzz_read: changes drafts at random and takes each through every stage up
 * to the finished page; nothing may crash, hang or lose a word.
 *
 *     fuzz_read SEED COUNT DRAFT...
 *
 * The same SEED makes the same drafts. With FUZZ_SAVE=FILE in the environment
 * each draft is written there before it is tried, to be found after a crash. */
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/analyse.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/msg.h"
#include "check/check.h"
#include "compose/compose.h"
#include "read/read.h"
#include "render/data/data.h"
#include "render/html/html.h"
#include "verify/verify.h"

/* What drafts are made of; put in at random. */
static const char *const pieces[] = { "\n", "\n\n", "\t", "|", "|---|---|\n",
	"- ", "> ", "# ", "1. ", "(a) ", "a) ", "Action\tOwner\tBRAG\n",
	"Green", "Blue for 2018. Green for 2019.",
	"Objective 1.2: ", "Page 5.\n", "---\n", "[^1]", "[^1]: note\n",
	"[a](b)", "<b>", "&amp;", "`", "```\n", "**", "\xC2\xA0",
	"\xE2\x80\xA2 ", "\xF0\x9F\x9F\xA2", "\xFF", "\f", "\r\n",
	"Name: value\n", "RECOMMENDATION\n", "Background papers\n", "  ",
	"    ", "\\", "~~", "![x](y.png)", "31/03/2019", "by December 2018" };

struct random {
	uint64_t state;
};

/* xorshift64*: enough to choose places */
static size_t
pick(struct random *random, size_t count)
{
	random->state ^= random->state >> 12;
	random->state ^= random->state << 25;
	random->state ^= random->state >> 27;
	return (size_t)((random->state * 0x2545F4914F6CDD1DU) >> 33) % count;
}

static void
put_range(struct buf *out, struct str text, size_t from, size_t len)
{
	buf_put_str(out, str_head(str_skip(text, from), len));
}

/* One change: a part cut out, said twice, or something put in. */
static void
change_once(struct buf *out, struct str text, struct random *random)
{
	size_t at = pick(random, text.len + 1);
	size_t len = pick(random, pick(random, 2) ? 8 : 400);
	const char *piece;

	put_range(out, text, 0, at);
	switch (pick(random, 4)) {
	case 0:
		at += len;
		break;
	case 1:
		put_range(out, text, at, len);
		break;
	case 2:
		put_range(out, text, pick(random, text.len + 1), len);
		break;
	default:
		piece =
		    pieces[pick(random, sizeof(pieces) / sizeof(pieces[0]))];
		for (size_t i = pick(random, 4); i < 4; i++)
			buf_puts(out, piece);
		break;
	}
	buf_put_str(out, str_skip(text, at));
}

static void
change(struct buf *out, struct str text, struct random *random)
{
	struct buf from = BUF_INIT;

	buf_put_str(out, text);
	for (size_t i = 1 + pick(random, 12); i > 0; i--) {
		struct buf swap = from;

		from = *out;
		*out = swap;
		buf_reset(out);
		change_once(out, buf_str(&from), random);
	}
	buf_clear(&from);
}

static void
save(struct str draft)
{
	const char *path = getenv("FUZZ_SAVE");
	FILE *file = path != NULL ? fopen(path, "wb") : NULL;

	if (file == NULL)
		return;
	fwrite(draft.ptr, 1, draft.len, file);
	fclose(file);
}

/* False if the page lost a word. */
static bool
survives(struct doc *doc, const struct template *template)
{
	static const struct analyse_options options = { 0 };
	struct buf page = BUF_INIT, text = BUF_INIT, json = BUF_INIT;
	struct report *report;
	size_t lost = 1;

	analyse_draft(doc, &options);
	check_draft(doc);
	data_json(&json, doc);
	report = compose_report(doc, template, NULL);
	if (!doc_verify(report->root, &text))
		fprintf(stderr, "unsound: %s\n", text.ptr);
	else {
		html_render(&page, report);
		if (html_text(&text, buf_str(&page)))
			lost = verify_words(doc, buf_str(&text), "HTML");
	}
	compose_report_free(report);
	buf_clear(&page);
	buf_clear(&text);
	buf_clear(&json);
	return lost == 0;
}

static bool
try_draft(
    struct str draft, bool is_markdown, struct template *const templates[2])
{
	struct msgs *msgs = msgs_new();
	struct doc *doc = read_draft(str_from("draft"), draft,
	    is_markdown ? SYNTAX_MARKDOWN : SYNTAX_TEXT, msgs);
	bool ok = doc == NULL || survives(doc, templates[draft.len % 2]);

	if (!ok)
		msgs_print(msgs, MSG_ERROR, false, stderr);
	doc_free(doc);
	msgs_free(msgs);
	return ok;
}

int
main(int argc, char **argv)
{
	struct msgs *msgs = msgs_new();
	struct arena *arena = arena_new();
	struct template *templates[2];
	struct random random = { 0x9E3779B97F4A7C15U };
	size_t count, failed = 0;

	if (argc < 4) {
		fprintf(stderr, "usage: fuzz_read SEED COUNT DRAFT...\n");
		return 2;
	}
	random.state *= strtoull(argv[1], NULL, 10) * 2 + 1;
	for (int i = 0; i < 20; i++)
		pick(&random, 2); /* seeds that are near part ways */
	count = strtoull(argv[2], NULL, 10);
	templates[0] =
	    compose_template_load("templates", "committee-paper", msgs);
	templates[1] =
	    compose_template_load("templates", "progress-report", msgs);
	for (size_t i = 0; i < count && templates[0] && templates[1]; i++) {
		struct buf draft = BUF_INIT;
		struct str bytes;
		const char *path = argv[3 + pick(&random, (size_t)argc - 3)];

		if (!file_read(arena, path, &bytes, msgs))
			break;
		change(&draft, bytes, &random);
		save(buf_str(&draft));
		if (!try_draft(
			buf_str(&draft), pick(&random, 2) == 0, templates)) {
			printf("draft %zu of seed %s fails (made of %s)\n", i,
			    argv[1], path);
			failed++;
		}
		buf_clear(&draft);
		if (failed > 0)
			break;
	}
	msgs_print(msgs, MSG_NOTE, false, stderr);
	failed += msgs_total(msgs);
	compose_template_free(templates[0]);
	compose_template_free(templates[1]);
	arena_free(arena);
	msgs_free(msgs);
	return failed > 0;
}
