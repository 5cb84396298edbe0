/* Whole drafts of plain text: nothing is lost, whatever they hold, and the time
 * taken grows with their length. The seeds are read where they lie. */
#include "text_draft.h"

#include <dirent.h>

#include "base/file.h"

/* A pseudo-random sequence, the same on every machine. */
static uint32_t
chance(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525U + 1013904223U;
	return (*state >> 8) % below;
}

/* Pieces that lines of drafts are made of. */
static const char *const pieces[] = { "1.", "1.1 ", "2)", "(a)", "a) ", "i. ",
	"- ", "\xE2\x80\xA2 ", "\xEF\x82\xB7\t", "o ", "\t", "\t\t", "  ",
	"     ", "\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0 ", "\n", "\n\n", "\n", "\f",
	"|", "| ", "|---|", "+---+---+\n", "# ", "### ", "**", "*", "_", "~~",
	"`", "```\n", "> ", "---\n", "===\n", ":", ": ", "Page 5.\n", "- 7 -\n",
	"Appendix Two\n", "SUMMARY REPORT\n", "Owner", "Status", "the ", "of ",
	"Green.", "The work goes on. ", "report", "https://a.example/b_c ",
	"jo_b@a.example ", "2.5 million ", "31.12.14 ", "13A ", "[x] ", "\\",
	"\xE2\x94\x82", "caf\xC3\xA9 ", "Lead officer: ", "A; ", "&", "(",
	")" };

static void
random_drafts_lose_nothing(void **state)
{
	const char *rounds = getenv("ROUNDS");
	long count = rounds != NULL ? atol(rounds) : 3000;
	uint32_t seed = 7;

	(void)state;
	for (long round = 0; round < count; round++) {
		struct buf buf = BUF_INIT;
		struct text_draft draft;
		uint32_t length = 1 + chance(&seed, 60);

		for (uint32_t i = 0; i < length; i++)
			buf_puts(&buf, pieces[chance(&seed,
					   sizeof(pieces) / sizeof(*pieces))]);
		draft = text_read(buf_str(&buf));
		if (draft.doc != NULL)
			assert_no_word_lost(draft.doc);
		text_free(&draft);
		buf_clear(&buf);
	}
}

/* Takes lines out, doubles them, cuts them, joins them. */
static void
mutate(struct buf *buf, struct str text, uint32_t *seed)
{
	struct str line;

	while (str_next_line(&text, &line)) {
		switch (chance(seed, 12)) {
		case 0:
			continue;
		case 1:
			buf_put_str(buf, line);
			break;
		case 2:
			line = str_head(line, chance(seed, 80));
			break;
		case 3:
			buf_puts(buf, "    ");
			break;
		case 4:
			buf_puts(buf, "\f");
			break;
		}
		buf_put_str(buf, line);
		if (chance(seed, 10) > 0)
			buf_puts(buf, "\n");
	}
}

static void
check_seed(const char *path, const char *name)
{
	struct msgs *msgs = msgs_new();
	struct arena *arena = arena_new();
	struct text_draft draft;
	struct str bytes;
	uint32_t seed = 11;

	(void)name;
	assert_true(file_read(arena, path, &bytes, msgs));
	draft = text_read(bytes);
	assert_non_null(draft.doc);
	assert_no_word_lost(draft.doc);
	text_free(&draft);
	for (int round = 0; round < 40; round++) {
		struct buf buf = BUF_INIT;

		mutate(&buf, bytes, &seed);
		draft = text_read(buf_str(&buf));
		if (draft.doc != NULL)
			assert_no_word_lost(draft.doc);
		text_free(&draft);
		buf_clear(&buf);
	}
	arena_free(arena);
	msgs_free(msgs);
}

/* Calls `check` for each file in the folder of the seeds; skips the test when
 * there is none. */
static void
for_each_seed(void (*check)(const char *path, const char *name))
{
	const char *folder = getenv("SEEDS");
	const struct dirent *entry;
	DIR *dir;

	folder = folder != NULL ? folder : "../shared/seeds";
	dir = opendir(folder);
	if (dir == NULL)
		skip();
	while ((entry = readdir(dir)) != NULL) {
		char path[1024];

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		check(path, entry->d_name);
	}
	closedir(dir);
}

static void
seeds_lose_nothing(void **state)
{
	(void)state;
	for_each_seed(check_seed);
}

/* ---- what the seeds hold ---- */

struct facts {
	const char *name; /* the file's name begins so */
	size_t numbered;  /* paragraphs with a number */
	size_t labelled;  /* items with a label */
	size_t bullets;   /* items without */
	size_t tables, rows;
	size_t fields, dropped, repairs;
};

static const struct facts seeds[] = {
	{ "000", 15, 6, 9, 1, 11, 0, 0, 0 },
	{ "001", 46, 0, 0, 29, 77, 0, 4, 0 },
	{ "002", 1, 0, 12, 0, 0, 14, 0, 0 },
	{ "003", 11, 8, 7, 1, 6, 10, 0, 2 },
	{ "004", 0, 0, 104, 0, 0, 0, 0, 0 },
};

static struct facts
facts_of(const struct doc *doc)
{
	struct facts facts = { .dropped = doc->dropped_count,
		.repairs = doc->repair_count };
	struct walker walker = { .root = doc->root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		facts.numbered += node->kind == NODE_PARAGRAPH &&
				  node->as.paragraph.number.len > 0;
		facts.labelled +=
		    node->kind == NODE_ITEM && node->as.item.label.len > 0;
		facts.bullets +=
		    node->kind == NODE_ITEM && node->as.item.label.len == 0;
		facts.tables += node->kind == NODE_TABLE;
		facts.rows += node->kind == NODE_ROW;
		facts.fields += node->kind == NODE_FIELD;
	}
	return facts;
}

static void
check_facts(const char *path, const struct facts *want)
{
	struct msgs *msgs = msgs_new();
	struct arena *arena = arena_new();
	struct text_draft draft;
	struct facts got;
	struct str bytes;

	assert_true(file_read(arena, path, &bytes, msgs));
	draft = text_read(bytes);
	got = facts_of(draft.doc);
	assert_int_equal(got.numbered, want->numbered);
	assert_int_equal(got.labelled, want->labelled);
	assert_int_equal(got.bullets, want->bullets);
	assert_int_equal(got.tables, want->tables);
	assert_int_equal(got.rows, want->rows);
	assert_int_equal(got.fields, want->fields);
	assert_int_equal(got.dropped, want->dropped);
	assert_int_equal(got.repairs, want->repairs);
	text_free(&draft);
	arena_free(arena);
	msgs_free(msgs);
}

static void
check_facts_of(const char *path, const char *name)
{
	for (size_t i = 0; i < sizeof(seeds) / sizeof(*seeds); i++)
		if (strncmp(name, seeds[i].name, 3) == 0)
			check_facts(path, &seeds[i]);
}

static void
seeds_hold_what_they_hold(void **state)
{
	(void)state;
	for_each_seed(check_facts_of);
}

/* Each of these once made some loop look back or ahead over all the rest. */
static const char *const units[] = { "word ", "Short line\n", "Short line\n\n",
	"- item\n", "a\tb\tc\n", "| a | b |\n", "Ref   Action   Owner\n",
	"a   b\nab   c\n", "Name: value\n", "1. Paragraph text.\n", "```\n",
	"**a *b _c ", "`a ``b ", "a@b.c ", "    \xC2\xA0Line of a list\n",
	"> quote\n", "# Heading\n", "12\n\n", "A. text\n", "Name:\n", "\f5\n",
	"Page 5\n", "text without end\n", "+--+\n", "x|\n", "a|b\na|b|c\n",
	"  a\n", "\\", "(a) text\n", "   deeper and deeper   ", "\xE2\x80\xA2",
	"a\t\xE2\x80\xA2 b" };

/* What that costs is for tests/cost. */
static void
long_drafts_lose_nothing(void **state)
{
	enum { SIZE = 40 * 1000 /* bytes */ };

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct buf buf = BUF_INIT;
		struct text_draft draft;

		while (buf.len < SIZE)
			buf_puts(&buf, units[i]);
		draft = text_read(buf_str(&buf));
		assert_no_word_lost(draft.doc);
		text_free(&draft);
		buf_clear(&buf);
	}
}

static void
nothing_gives_an_empty_document(void **state)
{
	(void)state;
	assert_reads("", "");
	assert_reads("\n \n\t\n\f\n", "");
}

static void
places_are_those_of_the_draft(void **state)
{
	struct text_draft draft = text_read(
	    (struct str)STR("Title of the paper\n\n  \xC3\xA9t\xC3\xA9 - **x** "
			    "and\n   so on\n"));
	const struct node *paragraph = draft.doc->root->last;

	(void)state;
	assert_int_equal(paragraph->pos.line, 3);
	assert_int_equal(paragraph->pos.col, 3);
	assert_int_equal(paragraph->end_line, 4);
	assert_int_equal(paragraph->first->next->kind, NODE_STRONG);
	assert_int_equal(paragraph->first->next->pos.col, 9);
	assert_int_equal(paragraph->last->pos.line, 4);
	assert_int_equal(paragraph->last->pos.col, 4);
	text_free(&draft);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_gives_an_empty_document),
		cmocka_unit_test(places_are_those_of_the_draft),
		cmocka_unit_test(random_drafts_lose_nothing),
		cmocka_unit_test(seeds_lose_nothing),
		cmocka_unit_test(seeds_hold_what_they_hold),
		cmocka_unit_test(long_drafts_lose_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
