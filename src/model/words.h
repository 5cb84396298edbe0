/* words: what the program itself says in a paper, in the paper's language. The
 * texts stand in the catalogues (templates/words); compose reads them into a
 * report, and both renderers take them from there, so that the PDF and the
 * page say the same. */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include "model/plan.h"

/* Names, and what {1} and {2} stand for, are in words.c. */
enum word {
	WORD_MONTH, /* the first of twelve: WORD_MONTH + 11 is December */
	WORD_MONTH_LAST = WORD_MONTH + 11,
	WORD_DATE,       /* with a day, a month and a year */
	WORD_DATE_MONTH, /* with a month and a year */
	/* made by compose */
	WORD_UNTITLED,
	WORD_COLUMN,
	WORD_IMPLICATION,
	WORD_EFFECT,
	WORD_BLUE, /* of a status scheme that is assumed */
	WORD_GREEN,
	WORD_AMBER,
	WORD_RED,
	/* made by the renderers */
	WORD_SKIP,
	WORD_CONTENTS,
	WORD_NOTES,
	WORD_NOTE,
	WORD_NOTE_BACK,
	WORD_IMAGE,
	WORD_TABLE,
	WORD_DONE,
	WORD_TO_DO,
	WORD_PAGE,
	WORD_PAGE_OF,
	WORD_CONTINUED,
	WORD_CONT,   /* the same where there is little room */
	WORD_DRAFT,  /* across the page */
	WORD_STATUS, /* a scheme that the draft does not name */
	/* of the web page alone */
	WORD_LINK_PARAGRAPH,
	WORD_LINK_THIS,
	WORD_LINK_ACTION,
	WORD_LINK_RECOMMENDATION,
	WORD_FORMATS,
	WORD_FORMAT_PDF,
	WORD_FORMAT_CSV,
	WORD_FORMAT_JSON,
	/* of its script, which knows them by their names without "web-" */
	WORD_WEB,
	WORD_WEB_COPIED = WORD_WEB,
	WORD_WEB_IN_ADDRESS,
	WORD_WEB_FIND,
	WORD_WEB_SEARCH,
	WORD_WEB_STATE,
	WORD_WEB_OWNER,
	WORD_WEB_THEME,
	WORD_WEB_ALL,
	WORD_WEB_OVERDUE,
	WORD_WEB_SHOWN,
	WORD_WEB_NOTHING,
	WORD_WEB_CLEAR,
	WORD_WEB_PRINT,
	WORD_WEB_ASCENDING,
	WORD_WEB_DESCENDING,
	WORD_WEB_UNSORTED,
	WORD_WEB_LAST = WORD_WEB_UNSORTED,
	WORD_ON_PAGE, /* behind a reference: "(page 7)" */
	WORD_TABLES,  /* the list of tables */
	WORD_FIGURES,
	WORD_OWNERS, /* the index of actions by owner */
	/* of figures */
	WORD_CHART, /* the first of four, by enum chart_kind */
	WORD_CHART_LAST = WORD_CHART + 3,
	WORD_CHART_ACTIONS,
	WORD_CHART_STATE,
	WORD_CHART_THEME,
	WORD_CHART_DUE,
	WORD_CHART_DATE,
	WORD_CHART_ALL,
	WORD_CHART_NO_THEME,
	WORD_CHART_OVERDUE,
	WORD_CHART_AHEAD,
	WORD_CHART_OPEN,
	WORD_CHART_AT,
	WORD_CHART_NOW,
	WORD_CHART_BEFORE,
	WORD_CHART_AFTER,
	WORD_SHORT_MONTH, /* the first of twelve */
	WORD_SHORT_MONTH_LAST = WORD_SHORT_MONTH + 11,
	WORD_ABBREVIATIONS, /* the list of them */
	WORD_COUNT
};

/* The plural categories of CLDR. A language has only some of them. */
enum plural {
	PLURAL_ZERO,
	PLURAL_ONE,
	PLURAL_TWO,
	PLURAL_FEW,
	PLURAL_MANY,
	PLURAL_OTHER,
	PLURAL_COUNT
};

struct words {
	struct str language; /* of the catalogue: "cy"; never empty */
	struct str texts[WORD_COUNT];
	struct {
		struct str label; /* "On track" */
		/* in a sentence: "is on track", "are on track" */
		struct str phrases[PLURAL_COUNT];
	} states[STATE_COUNT];
};

/* The word's name in a catalogue: "page-of". A constant. */
const char *words_name(enum word word);
bool words_find(struct str name, enum word *word); /* false: no such */

/* The text as it stands. */
struct str words_text(const struct words *words, enum word word);

/* The text with `a` in place of {1} and `b` in place of {2}. */
struct str words_fill(struct arena *arena, const struct words *words,
    enum word word, struct str a, struct str b);
struct str words_fill_count(struct arena *arena, const struct words *words,
    enum word word, size_t a, size_t b);

/* As papers in that language write it: "31 March 2019", "April 2019". Empty
 * for no date. */
struct str words_date(
    struct arena *arena, const struct words *words, struct date date);

/* The first part of a BCP 47 tag: "cy" of "cy-GB". */
struct str words_primary(struct str language);

/* The tag of a language as a person may name it: "cy" for "Welsh" and for
 * "Cymraeg", "en-GB" for "en_GB". Empty when it is no tag. Lives in arena. */
struct str words_language(struct arena *arena, struct str text);

/* The category that a number has in a language. What is not a whole number is
 * PLURAL_OTHER. */
enum plural words_plural(struct str language, double number);
const char *words_plural_name(enum plural plural); /* "one" */

#endif
