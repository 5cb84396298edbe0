/* analyse_headword: what a line at a paper's head says that is not what the
 * paper is called: whose it is, for which meeting, when, under which item, what
 * sort of paper. One line comes in, with its words; where it stands and what
 * stands around it are for others to ask. To teach the program another body or
 * marking, add a row to the table. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum match { IS, BEGINS, ENDS, HOLDS };

struct head_word {
	const char *words; /* as analyse_key makes them */
	enum match match;
	enum head_kind kind;
	enum head_trust trust;
};

/* What is sure of a word is likely and may be as well, where a line is too long
 * or too much of a sentence for more. The first that fits counts. */
static const struct head_word head_words[] = {
	{ "for information", IS, HEAD_LABEL, HEAD_SURE },
	{ "for decision", IS, HEAD_LABEL, HEAD_SURE },
	{ "for noting", IS, HEAD_LABEL, HEAD_SURE },
	{ "for discussion", IS, HEAD_LABEL, HEAD_SURE },
	{ "for approval", IS, HEAD_LABEL, HEAD_SURE },
	{ "for assurance", IS, HEAD_LABEL, HEAD_SURE },
	{ "er gwybodaeth", IS, HEAD_LABEL, HEAD_SURE },
	{ "i'w benderfynu", IS, HEAD_LABEL, HEAD_SURE },
	{ "report of ", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "report by ", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "report author", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "prepared by ", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "presented by ", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "joint report of ", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "adroddiad gan ", BEGINS, HEAD_LABEL, HEAD_SURE },
	{ "purpose: ", BEGINS, HEAD_LABEL, HEAD_SURE },

	{ "council", IS, HEAD_MEETING, HEAD_SURE },
	{ "health board", ENDS, HEAD_BODY, HEAD_SURE },
	{ " care board", ENDS, HEAD_BODY, HEAD_SURE },
	{ "drainage board", ENDS, HEAD_BODY, HEAD_SURE },
	{ "committee", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "panel", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "cabinet", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "forum", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "full council", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "commission", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "governing body", ENDS, HEAD_MEETING, HEAD_SURE },
	{ "pwyllgor ", BEGINS, HEAD_MEETING, HEAD_SURE },
	{ "cabinet ", BEGINS, HEAD_MEETING, HEAD_SURE },

	{ " council", ENDS, HEAD_BODY, HEAD_SURE },
	{ " authority", ENDS, HEAD_BODY, HEAD_SURE },
	{ " board", ENDS, HEAD_MEETING, HEAD_SURE },
	{ " fire and rescue service", ENDS, HEAD_BODY, HEAD_SURE },
	{ " nhs trust", ENDS, HEAD_BODY, HEAD_SURE },
	{ " nhs foundation trust", ENDS, HEAD_BODY, HEAD_SURE },
	{ "cyngor ", BEGINS, HEAD_BODY, HEAD_SURE },
	{ "bwrdd ", BEGINS, HEAD_BODY, HEAD_SURE },
	{ "awdurdod ", BEGINS, HEAD_BODY, HEAD_SURE },
	{ "nhs ", BEGINS, HEAD_BODY, HEAD_SURE },

	{ "part 1", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "part 2", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "part i", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "part ii", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "part a", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "part b", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "private report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "report for decision", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "report for information", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "notice of decision", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "not for press or public", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "delegated decision ", BEGINS, HEAD_MARKING, HEAD_LIKELY },
	{ "delegated officer decision", BEGINS, HEAD_MARKING, HEAD_LIKELY },
	{ "officer decision ", BEGINS, HEAD_MARKING, HEAD_LIKELY },
	{ "cabinet member decision ", BEGINS, HEAD_MARKING, HEAD_LIKELY },
	{ "record of decision ", BEGINS, HEAD_MARKING, HEAD_LIKELY },
	{ "notice of decision ", BEGINS, HEAD_MARKING, HEAD_LIKELY },
	{ "open", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "public", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "official", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "open report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "public report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "not for publication", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "unrestricted", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "draft", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "briefing note", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "briefing paper", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "briefing", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "committee report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "cabinet report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "council report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "board paper", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "board report", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "committee paper", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "report to members", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "member briefing", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "record of officer decision", IS, HEAD_MARKING, HEAD_SURE },
	{ "record of decision", IS, HEAD_MARKING, HEAD_SURE },
	{ "decision record", IS, HEAD_MARKING, HEAD_SURE },
	{ "decision notice", IS, HEAD_MARKING, HEAD_SURE },
	{ "record of delegated decision", IS, HEAD_MARKING, HEAD_SURE },
	{ "cabinet member decision", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "record of executive decision", IS, HEAD_MARKING, HEAD_SURE },
	{ "cover sheet", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "report cover sheet", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "front sheet", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "front cover sheet", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "memo", IS, HEAD_MARKING, HEAD_LIKELY },
	{ "memorandum", IS, HEAD_MARKING, HEAD_LIKELY },
	{ " decision notice", ENDS, HEAD_MARKING, HEAD_SURE },
	{ " decision record", ENDS, HEAD_MARKING, HEAD_SURE },
	{ " committee report", ENDS, HEAD_MARKING, HEAD_LIKELY },
	{ " board report", ENDS, HEAD_MARKING, HEAD_LIKELY },
	{ "report from ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "joint report ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "report to ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "adroddiad y ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "meeting held on ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "date of meeting", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "to the ", BEGINS, HEAD_LABEL, HEAD_LIKELY },

	{ "executive", ENDS, HEAD_MEETING, HEAD_LIKELY },
	{ "working group", ENDS, HEAD_MEETING, HEAD_LIKELY },
	{ "meeting of the ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "cyfarfod ", BEGINS, HEAD_LABEL, HEAD_LIKELY },
	{ "council", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "authority", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "board", ENDS, HEAD_MEETING, HEAD_LIKELY },
	{ "partnership", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "assembly", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "trust", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "service", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "fire and rescue", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "health and social care", ENDS, HEAD_BODY, HEAD_LIKELY },
	{ "county of ", BEGINS, HEAD_BODY, HEAD_LIKELY },
	{ "borough of ", BEGINS, HEAD_BODY, HEAD_LIKELY },
	{ "city of ", BEGINS, HEAD_BODY, HEAD_LIKELY },
	{ "district of ", BEGINS, HEAD_BODY, HEAD_LIKELY },

	{ "committee", HOLDS, HEAD_MEETING, HEAD_MAYBE },
	{ "cabinet", HOLDS, HEAD_MEETING, HEAD_MAYBE },
	{ "board", HOLDS, HEAD_MEETING, HEAD_MAYBE },
	{ "panel", HOLDS, HEAD_MEETING, HEAD_MAYBE },
	{ "full council", HOLDS, HEAD_MEETING, HEAD_MAYBE },
	{ "pwyllgor", HOLDS, HEAD_MEETING, HEAD_MAYBE },
	{ "county council", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "city council", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "borough council", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "district council", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "town council", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "parish council", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "borough of", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "council of", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "cyngor ", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "combined authority", HOLDS, HEAD_BODY, HEAD_MAYBE },
	{ "fire authority", HOLDS, HEAD_BODY, HEAD_MAYBE },
};

/* Words that a number follows. */
static const struct {
	const char *words;
	enum head_trust trust;
} number_words[] = {
	{ "agenda item number", HEAD_SURE },
	{ "agenda item no", HEAD_SURE },
	{ "agenda item", HEAD_SURE },
	{ "agenda no", HEAD_LIKELY },
	{ "item number", HEAD_SURE },
	{ "item no", HEAD_SURE },
	{ "item", HEAD_SURE },
	{ "report number", HEAD_LIKELY },
	{ "report no", HEAD_LIKELY },
	{ "report ref", HEAD_LIKELY },
	{ "paper no", HEAD_SURE },
	{ "paper", HEAD_SURE },
	{ "appendix", HEAD_LIKELY },
	{ "enclosure", HEAD_LIKELY },
	{ "eitem rhif", HEAD_SURE },
	{ "eitem agenda", HEAD_SURE },
	{ "eitem", HEAD_SURE },
};

/* A line of that many words may be a name, by how sure its last word is. */
static const size_t name_max_words[] = {
	[HEAD_MAYBE] = 9, [HEAD_LIKELY] = 14, [HEAD_SURE] = 10
};

enum {
	NUMBER_MAX_BYTES = 12,
	BEGUN_MAX_WORDS = 6,
	TAIL_MAX_WORDS = 6,
	TAIL_MAX_BYTES = 120 /* for a line may be marks without a word */
};

static bool
fits(struct str key, const struct head_word *word)
{
	switch (word->match) {
	case IS:
		return str_is(key, word->words);
	case BEGINS:
		return str_starts(key, word->words);
	case ENDS:
		return str_ends(key, word->words);
	case HOLDS:
		return str_find(key, word->words) != (size_t)-1;
	}
	return false;
}

static bool
is_name(enum head_kind kind)
{
	return kind == HEAD_MEETING || kind == HEAD_BODY;
}

/* ---- dates and numbers at a line's end ---- */

static struct str
trim_marks(struct str text)
{
	static const char *const marks[] = { "–", "—", "-", ",", ":", "(", ")",
		"|", NULL };
	bool again = true;

	text = str_trim(text);
	while (again && text.len > 0) {
		again = false;
		for (size_t i = 0; marks[i] != NULL; i++)
			if (str_ends(text, marks[i])) {
				text = str_head(
				    text, text.len - str_from(marks[i]).len);
				text = str_trim(text);
				again = true;
			}
	}
	return text;
}

/* Weekdays and "on" in front of a date. */
static struct str
trim_day(struct analysis *a, struct str text)
{
	static const char *const days[] = { "monday", "tuesday", "wednesday",
		"thursday", "friday", "saturday", "sunday", "on", "dated",
		NULL };
	struct str last = str_lower(a->scratch, text);
	size_t at = last.len;

	while (at > 0 && last.ptr[at - 1] != ' ')
		at--;
	last = str_skip(last, at);
	for (size_t i = 0; days[i] != NULL; i++)
		if (str_is(last, days[i]))
			return trim_marks(str_head(text, at));
	return text;
}

/* The line without the date that ends it; `*date` has year 0 if none does. */
static struct str
cut_date(struct analysis *a, struct str text, struct date *date)
{
	size_t at = 0, end = 0;
	struct date found = { 0 };

	*date = found;
	if (!analyse_date_find(text, &at, &end, &found) || found.year == 0 ||
	    found.day == 0 || trim_marks(str_skip(text, end)).len > 0)
		return text;
	*date = found;
	return trim_day(a, trim_marks(str_head(text, at)));
}

/* "Agenda item 7", "Item no. 9", "Report No. CFA/25/12": words, then a number
 * that is one word. */
static bool
find_number(struct str key, enum head_trust *trust)
{
	for (size_t i = 0; i < sizeof(number_words) / sizeof(number_words[0]);
	     i++) {
		struct str rest;

		*trust = number_words[i].trust;
		if (!str_starts(key, number_words[i].words))
			continue;
		rest = str_skip(key, str_from(number_words[i].words).len);
		rest = str_trim(rest);
		while (
		    rest.len > 0 && (rest.ptr[0] == '.' || rest.ptr[0] == ':'))
			rest = str_trim(str_skip(rest, 1));
		if (rest.len == 0 && str_starts(key, "agenda")) {
			*trust = HEAD_LIKELY;
			return true;
		}
		if (analyse_word_count(rest) != 1 ||
		    rest.len > NUMBER_MAX_BYTES)
			continue;
		for (size_t k = 0; k < rest.len; k++)
			if (str_is_digit(rest.ptr[k]))
				return true;
	}
	return false;
}

/* Without the date or the item's number at its end. */
static struct str
without_tail(struct analysis *a, struct str text)
{
	enum head_trust trust;

	for (size_t at = text.len;
	     at-- > 1 && text.len - at <= TAIL_MAX_BYTES;) {
		struct str bare;

		if (text.ptr[at - 1] != ' ')
			continue;
		bare = analyse_key(a, str_skip(text, at));
		if (analyse_word_count(bare) > TAIL_MAX_WORDS)
			break;
		if (find_number(bare, &trust) || analyse_date_fills(bare))
			return trim_marks(str_head(text, at));
	}
	return text;
}

/* ---- names ---- */

/* "Report to", "For": the meeting follows. */
static struct str
skip_lead(struct str text)
{
	static const char *const leads[] = { "report to the ", "report to ",
		"for the ", "for ", "to the ", "meeting of the ", "meeting of ",
		NULL };

	for (size_t i = 0; leads[i] != NULL; i++)
		if (str_starts_nocase(text, leads[i]))
			return str_trim(str_skip(text, str_from(leads[i]).len));
	return text;
}

/* What a paper is, no body is called. */
static bool
names_paper(struct str key)
{
	static const char *const papers[] = { "report", "minutes", "plan",
		"strategy", "review", "update", "policy", "summary", "progress",
		"programme", "notes", "response", "proposal", NULL };

	for (size_t i = 0; papers[i] != NULL; i++)
		if (str_find(key, papers[i]) != (size_t)-1)
			return true;
	return false;
}

/* May a name have these words as well, as sure as that? */
static bool
may_be_name(struct str text, struct str key, const struct head_word *word,
    enum head_trust trust)
{
	switch (trust) {
	case HEAD_SURE:
		if (str_ends(text, ".") || str_find(text, ":") != (size_t)-1)
			return false;
		if (word->match == BEGINS && word->kind == HEAD_MEETING)
			return analyse_word_count(key) <= BEGUN_MAX_WORDS;
		return str_find(key, " of the ") == (size_t)-1;
	case HEAD_LIKELY:
		return !names_paper(key) && str_find(text, ": ") == (size_t)-1;
	case HEAD_MAYBE:
		return !str_starts(key, "report ") &&
		       str_find(text, ": ") == (size_t)-1;
	}
	return false;
}

static bool
find_name(struct analysis *a, struct str text, enum head_trust trust,
    struct head_line *line)
{
	struct str key = analyse_key(a, text);

	if (analyse_word_count(text) > name_max_words[trust])
		return false;
	for (size_t i = 0; i < sizeof(head_words) / sizeof(head_words[0]);
	     i++) {
		const struct head_word *word = &head_words[i];

		if (word->trust < trust || !is_name(word->kind) ||
		    !fits(key, word) || !may_be_name(text, key, word, trust))
			continue;
		line->kind = word->kind;
		line->trust = trust;
		line->name = text;
		return true;
	}
	return false;
}

/* Of a meeting in two languages, the first; a body is called both. */
static bool
find_either(struct analysis *a, struct str text, enum head_trust trust,
    struct head_line *line)
{
	size_t slash = str_find(text, " / ");

	if (find_name(a, str_trim(str_head(text, slash)), trust, line)) {
		if (line->kind == HEAD_BODY)
			line->name = text;
		return true;
	}
	return slash != (size_t)-1 && trust == HEAD_SURE &&
	       find_name(a, text, trust, line);
}

static bool
find_phrase(struct str key, enum head_trust trust, struct head_line *line)
{
	for (size_t i = 0; i < sizeof(head_words) / sizeof(head_words[0]);
	     i++) {
		const struct head_word *word = &head_words[i];

		if (word->trust < trust || is_name(word->kind) ||
		    !fits(key, word))
			continue;
		line->kind = word->kind;
		line->trust = trust;
		return true;
	}
	return false;
}

/* "Planning Committee report" says whose it is, too. */
static void
take_whose(struct analysis *a, struct str text, struct head_line *line)
{
	struct head_line whose = { .kind = HEAD_NONE };
	struct str key = analyse_key(a, text);

	if (line->kind == HEAD_MARKING && str_ends(key, "committee report") &&
	    find_name(a, str_head(text, text.len - str_from(" report").len),
		HEAD_SURE, &whose))
		line->name = whose.name;
}

/* "Briefing for members of the Care Committee" */
static void
take_meeting(struct head_line *line)
{
	struct str name = analyse_meeting_in(line->name);

	if (line->kind == HEAD_MEETING && name.len > 0)
		line->name = name;
}

static bool
is_sure(struct analysis *a, struct str rest, struct head_line *line)
{
	struct str key = analyse_key(a, rest);
	enum head_trust trust;

	if (rest.len == 0) {
		line->kind = line->date.year > 0 ? HEAD_DATE : HEAD_NONE;
		return line->kind != HEAD_NONE;
	}
	if (find_phrase(key, HEAD_SURE, line))
		return true;
	if (find_number(key, &trust) && trust == HEAD_SURE) {
		line->kind = HEAD_NUMBER;
		return true;
	}
	return find_either(a, skip_lead(rest), HEAD_SURE, line);
}

static bool
is_likely(struct analysis *a, struct str text, struct head_line *line)
{
	struct str key = analyse_key(a, text);
	enum head_trust trust;

	if (key.len == 0 ||
	    analyse_word_count(key) > name_max_words[HEAD_LIKELY])
		return false;
	if (find_number(key, &trust)) {
		line->kind = HEAD_NUMBER;
		return true;
	}
	if (find_phrase(key, HEAD_LIKELY, line)) {
		take_whose(a, text, line);
		return true;
	}
	if (analyse_date_fills(key)) {
		line->kind = HEAD_DATE;
		return true;
	}
	if (!find_either(a, without_tail(a, text), HEAD_LIKELY, line))
		return false;
	take_meeting(line);
	return true;
}

struct head_line
analyse_head_line(struct analysis *a, struct str text, enum head_trust least)
{
	struct head_line line = { .kind = HEAD_NONE, .trust = HEAD_SURE };
	struct str rest;

	text = str_trim(text);
	rest = cut_date(a, text, &line.date);
	if (is_sure(a, rest, &line) || least == HEAD_SURE)
		return line;
	line.trust = HEAD_LIKELY;
	if (is_likely(a, text, &line) || least == HEAD_LIKELY)
		return line;
	line.trust = HEAD_MAYBE;
	find_either(a, without_tail(a, text), HEAD_MAYBE, &line);
	take_meeting(&line);
	return line;
}

bool
analyse_is_letterhead(struct analysis *a, struct str text)
{
	return analyse_head_line(a, text, HEAD_LIKELY).kind != HEAD_NONE;
}

void
analyse_make_quiet(struct node *heading)
{
	heading->kind = NODE_PARAGRAPH;
	heading->as.paragraph.number = (struct str){ NULL, 0 };
	heading->flags |= NODE_QUIET;
}
