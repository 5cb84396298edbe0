/* verify: the counts of words, compared; see verify.h. */
#include "verify/verify_priv.h"

#include "base/arena.h"

enum { MESSAGES_MAX = 20 };

enum place { IN_DRAFT, IN_DROPPED, IN_OUTPUT };

static void
count_words(struct verify_table *table, struct str text, enum place place)
{
	struct verify_scan scan = verify_scan_of(text);

	scan.all_symbols = place == IN_OUTPUT;
	while (verify_next(&scan)) {
		struct verify_entry *entry = verify_table_get(table, scan.word);

		switch (place) {
		case IN_DRAFT:
			entry->draft++;
			break;
		case IN_DROPPED:
			entry->dropped++;
			break;
		case IN_OUTPUT:
			entry->output++;
			break;
		}
	}
}

static size_t
count_missing(struct verify_table *table)
{
	size_t size, total = 0;
	struct verify_entry *entries = verify_table_entries(table, &size);

	for (size_t i = 0; i < size; i++) {
		struct verify_entry *entry = &entries[i];
		size_t found = entry->dropped + entry->output;

		entry->missing =
		    entry->draft > found ? entry->draft - found : 0;
		total += entry->missing;
	}
	return total;
}

/* Which of several places lost its word cannot be known; the first ones are
 * named. */
static size_t
report(const struct verify_table *table, const struct doc *doc,
    struct str draft, const char *what)
{
	struct verify_scan scan = verify_scan_of(draft);
	struct arena *scratch = arena_new();
	size_t lost = 0;

	while (verify_next(&scan)) {
		struct verify_entry *entry =
		    verify_table_find(table, scan.word);

		if (entry == NULL || entry->missing == 0)
			continue;
		entry->missing--;
		if (++lost <= MESSAGES_MAX)
			doc_say(doc, DOC_WORDS_LOST, scan.pos, scan.word,
			    str_from(what));
	}
	if (lost > MESSAGES_MAX)
		doc_say(doc, DOC_WORDS_LOST_MORE, (struct pos){ 0 },
		    str_printf(scratch, "%zu", lost - MESSAGES_MAX),
		    str_from(what));
	arena_free(scratch);
	return lost;
}

size_t
verify_words(const struct doc *doc, struct str text, const char *what)
{
	struct verify_table *table = verify_table_new(str_from(doc->sha256));
	struct arena *arena = arena_new();
	struct str draft = verify_normal(arena, doc->text);
	size_t lost = 0;

	count_words(table, draft, IN_DRAFT);
	count_words(table, verify_normal(arena, text), IN_OUTPUT);
	for (size_t i = 0; i < doc->dropped_count; i++)
		count_words(table, verify_normal(arena, doc->dropped[i].text),
		    IN_DROPPED);
	if (count_missing(table) > 0) {
		verify_join(table, draft);
		lost = report(table, doc, draft, what);
	}
	verify_table_free(table);
	arena_free(arena);
	return lost;
}
