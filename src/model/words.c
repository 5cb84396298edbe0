/* words: names of what the program says, and how a language counts and dates;
 * see words.h. The texts themselves are in templates/words. */
#include "model/words.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

static const char *const names[WORD_COUNT] = {
	"month-1",
	"month-2",
	"month-3",
	"month-4",
	"month-5",
	"month-6",
	"month-7",
	"month-8",
	"month-9",
	"month-10",
	"month-11",
	"month-12",
	[WORD_DATE] = "date",             /* {1}: day, {2}: month and year */
	[WORD_DATE_MONTH] = "date-month", /* {1}: month, {2}: year */
	[WORD_UNTITLED] = "untitled",
	[WORD_COLUMN] = "column", /* {1}: number */
	[WORD_IMPLICATION] = "implication",
	[WORD_EFFECT] = "effect",
	[WORD_BLUE] = "blue",
	[WORD_GREEN] = "green",
	[WORD_AMBER] = "amber",
	[WORD_RED] = "red",
	[WORD_SKIP] = "skip",
	[WORD_CONTENTS] = "contents",
	[WORD_NOTES] = "notes",
	[WORD_NOTE] = "note",           /* {1}: label */
	[WORD_NOTE_BACK] = "note-back", /* {1}: label */
	[WORD_IMAGE] = "image",
	[WORD_TABLE] = "table",
	[WORD_DONE] = "done",
	[WORD_TO_DO] = "to-do",
	[WORD_PAGE] = "page",           /* {1}: number */
	[WORD_PAGE_OF] = "page-of",     /* {1}: number, {2}: how many */
	[WORD_CONTINUED] = "continued", /* {1}: what a row is about */
	[WORD_CONT] = "cont",           /* the same */
	[WORD_DRAFT] = "draft",
	[WORD_STATUS] = "status",
	[WORD_LINK_PARAGRAPH] = "link-paragraph", /* {1}: number */
	[WORD_LINK_THIS] = "link-this",
	[WORD_LINK_ACTION] = "link-action", /* {1}: number or title */
	[WORD_LINK_RECOMMENDATION] = "link-recommendation", /* {1}: number */
	[WORD_FORMATS] = "formats",
	[WORD_FORMAT_PDF] = "format-pdf",
	[WORD_FORMAT_CSV] = "format-csv",
	[WORD_FORMAT_JSON] = "format-json",
	[WORD_WEB_COPIED] = "web-copied",
	[WORD_WEB_IN_ADDRESS] = "web-address",
	[WORD_WEB_FIND] = "web-find",
	[WORD_WEB_SEARCH] = "web-search",
	[WORD_WEB_STATE] = "web-state",
	[WORD_WEB_OWNER] = "web-owner",
	[WORD_WEB_THEME] = "web-theme",
	[WORD_WEB_ALL] = "web-all",
	[WORD_WEB_OVERDUE] = "web-overdue",
	[WORD_WEB_SHOWN] = "web-shown", /* {1}: how many, {2}: of how many */
	[WORD_WEB_NOTHING] = "web-nothing",
	[WORD_WEB_CLEAR] = "web-clear",
	[WORD_WEB_PRINT] = "web-print",
	[WORD_WEB_ASCENDING] = "web-ascending",   /* {1}: column */
	[WORD_WEB_DESCENDING] = "web-descending", /* {1}: column */
	[WORD_WEB_UNSORTED] = "web-unsorted",
	[WORD_ON_PAGE] = "on-page", /* {1}: number */
	[WORD_TABLES] = "tables",
	[WORD_FIGURES] = "figures",
	[WORD_OWNERS] = "owners",
	[WORD_ABBREVIATIONS] = "abbreviations",
	[WORD_CHART] = "chart-states",
	[WORD_CHART + 1] = "chart-themes",
	[WORD_CHART + 2] = "chart-due",
	[WORD_CHART + 3] = "chart-progress",
	[WORD_CHART_ACTIONS] = "chart-actions",
	[WORD_CHART_STATE] = "chart-state",
	[WORD_CHART_THEME] = "chart-theme",
	[WORD_CHART_DUE] = "chart-due-by",
	[WORD_CHART_DATE] = "chart-date",
	[WORD_CHART_ALL] = "chart-all",
	[WORD_CHART_NO_THEME] = "chart-no-theme",
	[WORD_CHART_OVERDUE] = "chart-overdue",
	[WORD_CHART_AHEAD] = "chart-ahead",
	[WORD_CHART_OPEN] = "chart-open",
	[WORD_CHART_AT] = "chart-at", /* {1}: date */
	[WORD_CHART_NOW] = "chart-now",
	[WORD_CHART_BEFORE] = "chart-before", /* {1}: year */
	[WORD_CHART_AFTER] = "chart-after",   /* {1}: year */
	[WORD_SHORT_MONTH] = "short-month-1",
	[WORD_SHORT_MONTH + 1] = "short-month-2",
	[WORD_SHORT_MONTH + 2] = "short-month-3",
	[WORD_SHORT_MONTH + 3] = "short-month-4",
	[WORD_SHORT_MONTH + 4] = "short-month-5",
	[WORD_SHORT_MONTH + 5] = "short-month-6",
	[WORD_SHORT_MONTH + 6] = "short-month-7",
	[WORD_SHORT_MONTH + 7] = "short-month-8",
	[WORD_SHORT_MONTH + 8] = "short-month-9",
	[WORD_SHORT_MONTH + 9] = "short-month-10",
	[WORD_SHORT_MONTH + 10] = "short-month-11",
	[WORD_SHORT_MONTH + 11] = "short-month-12",
};

static const char *const plural_names[PLURAL_COUNT] = { "zero", "one", "two",
	"few", "many", "other" };

const char *
words_name(enum word word)
{
	must(word < WORD_COUNT && names[word] != NULL);
	return names[word];
}

bool
words_find(struct str name, enum word *word)
{
	for (int i = 0; i < WORD_COUNT; i++)
		if (str_is(name, names[i])) {
			*word = (enum word)i;
			return true;
		}
	return false;
}

struct str
words_text(const struct words *words, enum word word)
{
	must(word < WORD_COUNT);
	return words->texts[word];
}

struct str
words_fill(struct arena *arena, const struct words *words, enum word word,
    struct str a, struct str b)
{
	struct str text = words_text(words, word), made;
	struct buf buf = BUF_INIT;

	while (text.len > 0) {
		if (str_starts(text, "{1}"))
			buf_put_str(&buf, a);
		else if (str_starts(text, "{2}"))
			buf_put_str(&buf, b);
		else
			buf_put(&buf, text.ptr, 1);
		text = str_skip(text,
		    str_starts(text, "{1}") || str_starts(text, "{2}") ? 3 : 1);
	}
	made = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return made;
}

struct str
words_fill_count(struct arena *arena, const struct words *words, enum word word,
    size_t a, size_t b)
{
	return words_fill(arena, words, word, str_printf(arena, "%zu", a),
	    str_printf(arena, "%zu", b));
}

struct str
words_date(struct arena *arena, const struct words *words, struct date date)
{
	struct str year = str_printf(arena, "%d", date.year), month;

	if (date.year == 0)
		return (struct str){ "", 0 };
	if (date.month == 0)
		return year;
	must(date.month >= 1 && date.month <= 12);
	month = words_fill(arena, words, WORD_DATE_MONTH,
	    words_text(words, (enum word)(WORD_MONTH + date.month - 1)), year);
	if (date.day == 0)
		return month;
	return words_fill(
	    arena, words, WORD_DATE, str_printf(arena, "%d", date.day), month);
}

struct str
words_primary(struct str language)
{
	size_t len = 0;

	while (len < language.len && language.ptr[len] != '-' &&
	       language.ptr[len] != '_')
		len++;
	return str_head(language, len);
}

/* Two or three letters, then parts of up to eight letters and digits. */
static bool
is_tag(struct str tag)
{
	size_t part = 0, parts = 0;

	for (size_t i = 0; i <= tag.len; i++) {
		char c = i < tag.len ? tag.ptr[i] : '-';
		bool is_digit = c >= '0' && c <= '9';

		if (c == '-') {
			if (part == 0 || part > (parts == 0 ? 3u : 8u) ||
			    (parts == 0 && part < 2))
				return false;
			parts++;
			part = 0;
			continue;
		}
		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(is_digit && parts > 0))
			return false;
		part++;
	}
	return true;
}

struct str
words_language(struct arena *arena, struct str text)
{
	static const char *const known[][2] = { { "welsh", "cy" },
		{ "cymraeg", "cy" }, { "english", "en-GB" },
		{ "saesneg", "en-GB" }, { "gaelic", "gd" },
		{ "g\u00e0idhlig", "gd" } };
	struct str name = str_lower(arena, str_trim(text));
	char *tag;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_is(name, known[i][0]))
			return str_from(known[i][1]);
	text = str_trim(text);
	tag = arena_copy(arena, text.ptr, text.len);
	for (size_t i = 0; i < text.len; i++)
		if (tag[i] == '_')
			tag[i] = '-';
	text.ptr = tag;
	return text.len > 0 && is_tag(text) ? text : (struct str){ "", 0 };
}

static enum plural
plural_in_welsh(double number)
{
	static const enum plural small[] = { PLURAL_ZERO, PLURAL_ONE,
		PLURAL_TWO, PLURAL_FEW, PLURAL_OTHER, PLURAL_OTHER,
		PLURAL_MANY };

	return number <= 6 ? small[(size_t)number] : PLURAL_OTHER;
}

static enum plural
plural_in_gaelic(double number)
{
	if (number == 1 || number == 11)
		return PLURAL_ONE;
	if (number == 2 || number == 12)
		return PLURAL_TWO;
	return number >= 3 && number <= 19 ? PLURAL_FEW : PLURAL_OTHER;
}

static enum plural
plural_in_irish(double number)
{
	if (number == 1 || number == 2)
		return number == 1 ? PLURAL_ONE : PLURAL_TWO;
	if (number >= 3 && number <= 10)
		return number <= 6 ? PLURAL_FEW : PLURAL_MANY;
	return PLURAL_OTHER;
}

/* CLDR's rules for the languages of these islands; the rest as in English. */
enum plural
words_plural(struct str language, double number)
{
	struct str primary = words_primary(language);

	if (!(number >= 0) || number != floor(number))
		return PLURAL_OTHER;
	if (str_is_nocase(primary, "cy"))
		return plural_in_welsh(number);
	if (str_is_nocase(primary, "gd"))
		return plural_in_gaelic(number);
	if (str_is_nocase(primary, "ga"))
		return plural_in_irish(number);
	return number == 1 ? PLURAL_ONE : PLURAL_OTHER;
}

const char *
words_plural_name(enum plural plural)
{
	must(plural < PLURAL_COUNT);
	return plural_names[plural];
}
