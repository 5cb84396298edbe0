/* analyse_date_priv: how dates are written, read piece by piece, and which of
 * an action's dates says when it is due. */
#ifndef ANALYSE_ANALYSE_DATE_PRIV_H
#define ANALYSE_ANALYSE_DATE_PRIV_H

#include "model/plan.h"

struct analysis;

/* ---- dates: analyse_date.c ---- */

/* The first date in `text` at or after `*at`: moves `*at` to its begin and
 * `*end` behind it. False if there is none. */
bool analyse_date_find(
    struct str text, size_t *at, size_t *end, struct date *date);

/* The date that the text is, or begins with; year 0 if none. */
struct date analyse_date_of(struct str text);

/* Is the text a date and hardly more? A missing year does not matter. */
bool analyse_date_fills(struct str text);

/* Is it what can stand in a date's place but is none by itself: "TBC",
 * "Quarterly", "2025/26", "31 June"? */
bool analyse_date_is_undated(struct analysis *a, struct str text);

struct date_found {
	size_t at, end;   /* bytes of the text */
	struct date date; /* of a quarter, a season or a year the last month */
	struct date from; /* its first month, for those; else year 0 */
	bool is_weak;     /* "March", "2018-2019", "2027": a date only where
			   * one is expected */
	bool is_sound;    /* false: 31 June, 12 March 2103 */
	bool is_unclear;  /* "Q4 2024": which kind of year? Not sound. */
};

/* The next thing at or after byte `from` that is written as a date. A year
 * that is missing is the one that brings it nearest to `near`; without that
 * (year 0) what has no year is no date. */
bool analyse_date_next(
    struct str text, size_t from, struct date near, struct date_found *found);

/* ---- pieces of dates: analyse_date_part.c, _period.c ---- */

struct date_reader {
	struct str text;
	size_t at;
	struct date near; /* see analyse_date_next */
};

bool analyse_date_is_alpha(char c);
char analyse_date_peek(const struct date_reader *r); /* NUL at the end */
bool analyse_date_take(struct date_reader *r, const char *text);
bool analyse_date_take_word(struct date_reader *r, const char *word);
void analyse_date_skip_spaces(struct date_reader *r);

/* A number of at most `most` digits that no digit follows; -1: none. */
int analyse_date_take_number(struct date_reader *r, size_t most);

/* 1 to 12, or -1. */
int analyse_date_take_month(struct date_reader *r);

/* Four digits, or two, perhaps behind an apostrophe; -1: none. */
int analyse_date_take_year(struct date_reader *r);
int analyse_date_full_year(int year, size_t digits);
void analyse_date_skip_ordinal(struct date_reader *r);
int analyse_date_month_days(int month, int year);

/* The year that brings the month and day nearest to r->near; 0: unknown. */
int analyse_date_near_year(const struct date_reader *r, struct date date);

/* A quarter, a financial year or a season; `part` is which third of it, from
 * 1, or 0. On false the reader has not moved. */
bool analyse_date_take_period(
    struct date_reader *r, struct date_found *found, int part);
bool analyse_date_take_bare_year(
    struct date_reader *r, struct date_found *found);

/* ---- when actions are due: analyse_due_action.c, _kind.c ---- */

/* Finds the action's dates and settles the one that counts. */
void analyse_due_action(struct analysis *a, struct plan_action *action);

/* Is it overdue, by its state and the day of the paper? */
void analyse_due_judge(struct analysis *a, struct plan_action *action);

/* What a date is in a cell for dates, by the words between it and the date
 * before, and by a bracket behind it. */
enum date_kind analyse_due_cell_kind(
    struct str before, struct str after, enum date_kind otherwise);

/* What it is in a sentence, by the words right before it. */
enum date_kind analyse_due_prose_kind(struct str before, bool is_complete);

#endif
