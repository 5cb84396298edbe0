/* analyse_due_kind: is a date the target, the original one, the revised one,
 * that of completion, or only mentioned? The words around it tell. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

struct kind_word {
	const char *words;
	enum date_kind kind;
};

/* In a cell for dates, before a date or behind it in brackets. */
static const struct kind_word cell_words[] = {
	{ "original", DATE_ORIGINAL },
	{ "originally", DATE_ORIGINAL },
	{ "initial", DATE_ORIGINAL },
	{ "initially", DATE_ORIGINAL },
	{ "previously", DATE_ORIGINAL },
	{ "previous", DATE_ORIGINAL },
	{ "was", DATE_ORIGINAL },
	{ "old", DATE_ORIGINAL },
	{ "now", DATE_REVISED },
	{ "revised", DATE_REVISED },
	{ "extended", DATE_REVISED },
	{ "moved to", DATE_REVISED },
	{ "changed to", DATE_REVISED },
	{ "slipped to", DATE_REVISED },
	{ "deferred to", DATE_REVISED },
	{ "postponed to", DATE_REVISED },
	{ "rescheduled to", DATE_REVISED },
	{ "put back to", DATE_REVISED },
	{ "new date", DATE_REVISED },
	{ "new", DATE_REVISED },
	{ "→", DATE_REVISED },
	{ "->", DATE_REVISED },
	{ "=>", DATE_REVISED },
	{ "diwygiedig", DATE_REVISED },
	{ "gwreiddiol", DATE_ORIGINAL },
	{ "complete", DATE_COMPLETED },
	{ "completed", DATE_COMPLETED },
	{ "finished", DATE_COMPLETED },
	{ "done", DATE_COMPLETED },
	{ "implemented", DATE_COMPLETED },
	{ "achieved", DATE_COMPLETED },
	{ "closed", DATE_COMPLETED },
	{ "delivered", DATE_COMPLETED },
	{ "actual", DATE_COMPLETED },
	{ "due", DATE_TARGET },
	{ "target", DATE_TARGET },
	{ "deadline", DATE_TARGET },
	{ "start", DATE_MENTIONED },
	{ "starts", DATE_MENTIONED },
	{ "started", DATE_MENTIONED },
	{ "starting", DATE_MENTIONED },
	{ "commence", DATE_MENTIONED },
	{ "commenced", DATE_MENTIONED },
	{ "as at", DATE_MENTIONED },
	{ "agreed", DATE_MENTIONED },
	{ NULL, DATE_TARGET },
};

/* In prose, right before the date. */
static const struct kind_word prose_words[] = {
	{ "originally due", DATE_ORIGINAL },
	{ "originally due by", DATE_ORIGINAL },
	{ "originally due in", DATE_ORIGINAL },
	{ "originally due on", DATE_ORIGINAL },
	{ "originally planned for", DATE_ORIGINAL },
	{ "original date of", DATE_ORIGINAL },
	{ "original due date of", DATE_ORIGINAL },
	{ "original target date of", DATE_ORIGINAL },
	{ "original deadline of", DATE_ORIGINAL },
	{ "revised date of", DATE_REVISED },
	{ "revised due date of", DATE_REVISED },
	{ "revised target date of", DATE_REVISED },
	{ "revised deadline of", DATE_REVISED },
	{ "new date of", DATE_REVISED },
	{ "new deadline of", DATE_REVISED },
	{ "new target date of", DATE_REVISED },
	{ "now due by", DATE_REVISED },
	{ "now due on", DATE_REVISED },
	{ "now due in", DATE_REVISED },
	{ "now due", DATE_REVISED },
	{ "slipped to", DATE_REVISED },
	{ "rescheduled to", DATE_REVISED },
	{ "rescheduled for", DATE_REVISED },
	{ "postponed to", DATE_REVISED },
	{ "by", DATE_TARGET },
	{ "due", DATE_TARGET },
	{ "due on", DATE_TARGET },
	{ "due in", DATE_TARGET },
	{ "due date:", DATE_TARGET },
	{ "due:", DATE_TARGET },
	{ "no later than", DATE_TARGET },
	{ "not later than", DATE_TARGET },
	{ "before", DATE_TARGET },
	{ "deadline of", DATE_TARGET },
	{ "deadline is", DATE_TARGET },
	{ "target date of", DATE_TARGET },
	{ "target date is", DATE_TARGET },
	{ "deadline:", DATE_TARGET },
	{ "target:", DATE_TARGET },
	{ "target date:", DATE_TARGET },
	{ "completion date:", DATE_TARGET },
	{ "expected completion:", DATE_TARGET },
	{ "timescale:", DATE_TARGET },
	{ "due date is", DATE_TARGET },
	{ "completion is expected in", DATE_TARGET },
	{ "to be completed in", DATE_TARGET },
	{ "to be finished in", DATE_TARGET },
	{ "will be complete in", DATE_TARGET },
	{ "will be completed in", DATE_TARGET },
	{ "revised deadline:", DATE_REVISED },
	{ "revised date:", DATE_REVISED },
	{ "new date:", DATE_REVISED },
	{ "erbyn", DATE_TARGET },
	{ NULL, DATE_MENTIONED },
};

/* The same, if the sentence speaks of a date: contracts and leases are
 * extended too. */
static const struct kind_word moving_words[] = {
	{ "extended to", DATE_REVISED },
	{ "extended until", DATE_REVISED },
	{ "revised to", DATE_REVISED },
	{ "moved to", DATE_REVISED },
	{ "changed to", DATE_REVISED },
	{ "deferred to", DATE_REVISED },
	{ "put back to", DATE_REVISED },
	{ NULL, DATE_MENTIONED },
};

/* The same for an action that is complete. */
static const struct kind_word done_words[] = {
	{ "completed", DATE_COMPLETED },
	{ "completed on", DATE_COMPLETED },
	{ "completed in", DATE_COMPLETED },
	{ "complete", DATE_COMPLETED },
	{ "finished on", DATE_COMPLETED },
	{ "finished in", DATE_COMPLETED },
	{ "closed on", DATE_COMPLETED },
	{ "closed in", DATE_COMPLETED },
	{ "implemented on", DATE_COMPLETED },
	{ "implemented in", DATE_COMPLETED },
	{ NULL, DATE_MENTIONED },
};

static bool
is_word_at(struct str text, size_t at, size_t len)
{
	struct str before = str_head(text, at);
	struct str after = str_skip(text, at + len);

	return (before.len == 0 || !utf8_is_word(utf8_last(&before))) &&
	       (after.len == 0 || !utf8_is_word(utf8_next(&after)));
}

/* The word of the list that stands last in the text. */
static const struct kind_word *
last_word(const struct kind_word *list, struct str text)
{
	const struct kind_word *found = NULL;
	size_t found_end = 0;

	for (; list->words != NULL; list++) {
		size_t from = 0, len = str_from(list->words).len;

		for (;;) {
			size_t at =
			    str_find_nocase(str_skip(text, from), list->words);

			if (at == (size_t)-1)
				break;
			at += from;
			from = at + len;
			if ((list->words[0] < 'a' || list->words[0] > 'z' ||
				is_word_at(text, at, len)) &&
			    from >= found_end) {
				found = list;
				found_end = from;
			}
		}
	}
	return found;
}

static bool
has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (str_is_digit(text.ptr[i]))
			return true;
	return false;
}

enum date_kind
analyse_due_cell_kind(
    struct str before, struct str after, enum date_kind otherwise)
{
	const struct kind_word *word = NULL;
	size_t close;

	after = str_trim(after);
	close = str_find(after, ")");
	/* a bracket with another date in it is about that one */
	if (str_starts(after, "(") && close != (size_t)-1 &&
	    !has_digit(str_head(after, close)))
		word = last_word(cell_words, str_head(after, close));
	if (word == NULL)
		word = last_word(cell_words, before);
	if (word == NULL || word->kind == DATE_TARGET)
		return otherwise;
	return word->kind;
}

/* ---- prose ---- */

/* The sentence that ends with `before`. */
static struct str
sentence_of(struct str before)
{
	size_t at;

	while ((at = str_find(before, ". ")) != (size_t)-1)
		before = str_skip(before, at + 2);
	return before;
}

/* Without what can stand between "by" and a date: "the end of", "Friday". */
static struct str
without_filling(struct str text)
{
	static const char *const filling[] = { " the", " end", " end of",
		" middle of", " beginning of", " start of", " close of",
		" late", " early", " mid", " mid-", " w/c", " w/e",
		" week commencing", " week ending", " Monday", " Tuesday",
		" Wednesday", " Thursday", " Friday", " Saturday", " Sunday",
		" Mon", " Tues", " Wed", " Thurs", " Fri", " around", " about",
		" FY", " diwedd", " financial year", NULL };
	bool again = true;

	while (again) {
		again = false;
		text = str_trim(text);
		for (size_t i = 0; filling[i] != NULL; i++)
			if (str_ends(text, filling[i])) {
				text = str_head(
				    text, text.len - str_from(filling[i]).len);
				again = true;
			}
	}
	return text;
}

/* The longest words of the list that end the text. */
static enum date_kind
ending(const struct kind_word *list, struct str text)
{
	const struct kind_word *found = NULL;

	for (; list->words != NULL; list++) {
		size_t len = str_from(list->words).len;
		size_t at = text.len - len;

		if (text.len < len ||
		    !str_starts_nocase(str_skip(text, at), list->words) ||
		    (at > 0 && text.ptr[at - 1] != ' ' &&
			text.ptr[at - 1] != '('))
			continue;
		if (found == NULL || len > str_from(found->words).len)
			found = list;
	}
	return found != NULL ? found->kind : DATE_MENTIONED;
}

static bool
speaks_of_date(struct str sentence)
{
	static const char *const words[] = { "date", "deadline", "target",
		"due", "completion", "timescale", "milestone", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_find_nocase(sentence, words[i]) != (size_t)-1)
			return true;
	return false;
}

/* "Half had been done by May 2026" tells what was. */
enum date_kind
analyse_due_prose_kind(struct str before, bool is_complete)
{
	struct str sentence = sentence_of(before);
	struct str last = without_filling(sentence);
	enum date_kind kind = ending(prose_words, last);

	if (str_find_nocase(sentence, "had been ") != (size_t)-1)
		return DATE_MENTIONED;
	if (kind == DATE_MENTIONED && speaks_of_date(sentence))
		kind = ending(moving_words, last);
	if (kind == DATE_MENTIONED && is_complete)
		kind = ending(done_words, last);
	return kind;
}
