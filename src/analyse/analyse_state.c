/* analyse_state: the state that a word, a mark or a percentage names. A scheme
 * that is declared wins; else colours are BRAG's, and words of common use
 * ("Complete", "Delayed") are understood beside any scheme. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

struct state_word {
	const char *key;
	enum state state;
};

/* Colours mean different things in different councils; these are BRAG's. */
static const struct state_word colours[] = {
	{ "blue", STATE_COMPLETE },
	{ "green", STATE_ON_TRACK },
	{ "amber", STATE_AT_RISK },
	{ "red", STATE_OFF_TRACK },
	{ "grey", STATE_NOT_STARTED },
	{ "gray", STATE_NOT_STARTED },
	{ "white", STATE_NOT_STARTED },
	{ "glas", STATE_COMPLETE },
	{ "gwyrdd", STATE_ON_TRACK },
	{ "ambr", STATE_AT_RISK },
	{ "coch", STATE_OFF_TRACK },
	{ "oren", STATE_AT_RISK },
	{ "melyn", STATE_AT_RISK },
	{ "yellow", STATE_AT_RISK },
	{ "llwyd", STATE_NOT_STARTED },
	{ "gwyn", STATE_NOT_STARTED },
	{ "b", STATE_COMPLETE },
	{ "g", STATE_ON_TRACK },
	{ "a", STATE_AT_RISK },
	{ "r", STATE_OFF_TRACK },
	{ "w", STATE_NOT_STARTED },
	{ NULL, STATE_NONE },
};

static const struct state_word common[] = {
	{ "complete", STATE_COMPLETE },
	{ "completed", STATE_COMPLETE },
	{ "done", STATE_COMPLETE },
	{ "implemented", STATE_COMPLETE },
	{ "fully implemented", STATE_COMPLETE },
	{ "achieved", STATE_COMPLETE },
	{ "closed", STATE_COMPLETE },
	{ "on track", STATE_ON_TRACK },
	{ "on target", STATE_ON_TRACK },
	{ "on schedule", STATE_ON_TRACK },
	{ "plan in place", STATE_ON_TRACK },
	{ "ongoing", STATE_ON_TRACK },
	{ "in progress", STATE_ON_TRACK },
	{ "open", STATE_ON_TRACK },
	{ "underway", STATE_ON_TRACK },
	{ "under way", STATE_ON_TRACK },
	{ "partially completed", STATE_ON_TRACK },
	{ "partly complete", STATE_ON_TRACK },
	{ "partially implemented", STATE_ON_TRACK },
	{ "partly implemented", STATE_ON_TRACK },
	{ "partially complete", STATE_ON_TRACK },
	{ "substantially complete", STATE_ON_TRACK },
	{ "mostly complete", STATE_ON_TRACK },
	{ "at risk", STATE_AT_RISK },
	{ "slight delay", STATE_AT_RISK },
	{ "monitoring required", STATE_AT_RISK },
	{ "delayed", STATE_OFF_TRACK },
	{ "slipped", STATE_OFF_TRACK },
	{ "behind schedule", STATE_OFF_TRACK },
	{ "behind", STATE_OFF_TRACK },
	{ "off track", STATE_OFF_TRACK },
	{ "off target", STATE_OFF_TRACK },
	{ "overdue", STATE_OFF_TRACK },
	{ "late", STATE_OFF_TRACK },
	{ "running late", STATE_OFF_TRACK },
	{ "limited progress", STATE_AT_RISK },
	{ "outstanding", STATE_OFF_TRACK },
	{ "not complete", STATE_OFF_TRACK },
	{ "not completed", STATE_OFF_TRACK },
	{ "not started", STATE_NOT_STARTED },
	{ "not yet started", STATE_NOT_STARTED },
	{ "not yet due", STATE_NOT_STARTED },
	{ "new", STATE_NOT_STARTED },
	{ "planned", STATE_NOT_STARTED },
	{ "on hold", STATE_ON_HOLD },
	{ "paused", STATE_ON_HOLD },
	{ "suspended", STATE_ON_HOLD },
	{ "deferred", STATE_ON_HOLD },
	{ "rescheduled", STATE_ON_HOLD },
	{ "carried forward", STATE_ON_HOLD },
	{ "withdrawn", STATE_WITHDRAWN },
	{ "superseded", STATE_WITHDRAWN },
	{ "cancelled", STATE_WITHDRAWN },
	{ "no longer required", STATE_WITHDRAWN },
	{ "cwblhawyd", STATE_COMPLETE },
	{ "cwblhau", STATE_COMPLETE },
	{ "wedi cwblhau", STATE_COMPLETE },
	{ "wedi'i gwblhau", STATE_COMPLETE },
	{ "wedi'i chwblhau", STATE_COMPLETE },
	{ "wedi ei gwblhau", STATE_COMPLETE },
	{ "cyflawn", STATE_COMPLETE },
	{ "cyflawnwyd", STATE_COMPLETE },
	{ "wedi'i gyflawni", STATE_COMPLETE },
	{ "ar y trywydd iawn", STATE_ON_TRACK },
	{ "ar y trywydd", STATE_ON_TRACK },
	{ "ar y targed", STATE_ON_TRACK },
	{ "ar darged", STATE_ON_TRACK },
	{ "ar amser", STATE_ON_TRACK },
	{ "ar waith", STATE_ON_TRACK },
	{ "ar y gweill", STATE_ON_TRACK },
	{ "parhaus", STATE_ON_TRACK },
	{ "yn parhau", STATE_ON_TRACK },
	{ "yn mynd rhagddo", STATE_ON_TRACK },
	{ "yn mynd rhagddi", STATE_ON_TRACK },
	{ "mewn perygl", STATE_AT_RISK },
	{ "mewn risg", STATE_AT_RISK },
	{ "ar ei hôl hi", STATE_OFF_TRACK },
	{ "wedi llithro", STATE_OFF_TRACK },
	{ "yn hwyr", STATE_OFF_TRACK },
	{ "hwyr", STATE_OFF_TRACK },
	{ "heb ei gwblhau", STATE_OFF_TRACK },
	{ "heb ddechrau", STATE_NOT_STARTED },
	{ "heb ei ddechrau", STATE_NOT_STARTED },
	{ "heb gychwyn", STATE_NOT_STARTED },
	{ "newydd", STATE_NOT_STARTED },
	{ "gohiriwyd", STATE_ON_HOLD },
	{ "wedi'i ohirio", STATE_ON_HOLD },
	{ "wedi'i gohirio", STATE_ON_HOLD },
	{ "wedi'i atal", STATE_ON_HOLD },
	{ "tynnwyd yn ôl", STATE_WITHDRAWN },
	{ "wedi'i dynnu'n ôl", STATE_WITHDRAWN },
	{ "wedi'i ddisodli", STATE_WITHDRAWN },
	{ "canslwyd", STATE_WITHDRAWN },
	{ "wedi ei chwblhau", STATE_COMPLETE },
	{ "wedi'u cwblhau", STATE_COMPLETE },
	{ "wedi'i chyflawni", STATE_COMPLETE },
	{ "wedi gorffen", STATE_COMPLETE },
	{ "wedi'i orffen", STATE_COMPLETE },
	{ "ar gau", STATE_COMPLETE },
	{ "ar y trywydd cywir", STATE_ON_TRACK },
	{ "mynd rhagddo", STATE_ON_TRACK },
	{ "wedi'i gwblhau'n rhannol", STATE_ON_TRACK },
	{ "mewn berygl", STATE_AT_RISK },
	{ "rhywfaint o oedi", STATE_AT_RISK },
	{ "oedi", STATE_OFF_TRACK },
	{ "heb ei chwblhau", STATE_OFF_TRACK },
	{ "oddi ar y trywydd", STATE_OFF_TRACK },
	{ "heb ei dechrau", STATE_NOT_STARTED },
	{ "wedi'i thynnu'n ôl", STATE_WITHDRAWN },
	{ "wedi'i ganslo", STATE_WITHDRAWN },
	{ "dim angen mwyach", STATE_WITHDRAWN },
	{ NULL, STATE_NONE },
};

/* Marks that stand for a state by themselves. */
static const struct state_word marks[] = {
	{ "🔵", STATE_COMPLETE },
	{ "🟦", STATE_COMPLETE },
	{ "🟢", STATE_ON_TRACK },
	{ "🟩", STATE_ON_TRACK },
	{ "🟠", STATE_AT_RISK },
	{ "🟧", STATE_AT_RISK },
	{ "🟡", STATE_AT_RISK },
	{ "🟨", STATE_AT_RISK },
	{ "🔴", STATE_OFF_TRACK },
	{ "🟥", STATE_OFF_TRACK },
	{ "⚪", STATE_NOT_STARTED },
	{ "⬜", STATE_NOT_STARTED },
	{ "✓", STATE_COMPLETE },
	{ "✔", STATE_COMPLETE },
	{ "✅", STATE_COMPLETE },
	{ "☑", STATE_COMPLETE },
	{ "❌", STATE_OFF_TRACK },
	{ "✗", STATE_OFF_TRACK },
	{ "✘", STATE_OFF_TRACK },
	{ NULL, STATE_NONE },
};

static enum state
listed(const struct state_word *list, struct str key)
{
	for (; list->key != NULL; list++)
		if (str_is(key, list->key))
			return list->state;
	return STATE_NONE;
}

enum state
analyse_state_colour(struct str key)
{
	return listed(colours, key);
}

enum state
analyse_state_common(struct str key)
{
	return listed(common, key);
}

static enum state
declared(struct analysis *a, struct str key)
{
	const struct scheme *scheme = &a->plan->scheme;

	for (size_t i = 0; i < scheme->count; i++)
		if (key.len > 0 &&
		    str_eq(analyse_key(a, scheme->states[i].word), key))
			return scheme->states[i].state;
	return STATE_NONE;
}

/* The mark that the text is, perhaps more than once; what else stands there
 * only says how it is shown. */
static enum state
mark_state(struct str text)
{
	enum state state = STATE_NONE;

	while (text.len > 0) {
		const struct state_word *mark = marks;

		while (mark->key != NULL && !str_starts(text, mark->key))
			mark++;
		if (mark->key == NULL) {
			utf8_next(&text);
			continue;
		}
		if (state != STATE_NONE && state != mark->state)
			return STATE_NONE;
		state = mark->state;
		text = str_skip(text, str_from(mark->key).len);
	}
	return state;
}

/* ---- percentages ---- */

int
analyse_percent_of(struct str text)
{
	static const char *const units[] = { "%", "per cent", "percent", NULL };
	static const char *const ends[] = { "", "complete", "completed", "done",
		"implemented", NULL };
	int value = 0;
	size_t at = 0;

	text = str_trim(text);
	while (at < text.len && at < 3 && text.ptr[at] >= '0' &&
	       text.ptr[at] <= '9')
		value = value * 10 + (text.ptr[at++] - '0');
	if (at == 0 || value > 100)
		return -1;
	text = str_trim(str_skip(text, at));
	for (size_t i = 0; units[i] != NULL; i++)
		if (str_starts_nocase(text, units[i])) {
			text = str_trim(str_skip(text, str_from(units[i]).len));
			for (size_t j = 0; ends[j] != NULL; j++)
				if (str_is_nocase(text, ends[j]))
					return value;
			return -1;
		}
	return -1;
}

static enum state
percentage(const struct analysis *a, struct str text)
{
	int value = analyse_percent_of(text);

	if (value < 0)
		return STATE_NONE;
	for (size_t i = 0; i < a->band_count; i++)
		if (value >= a->bands[i].from && value <= a->bands[i].to)
			return a->bands[i].state;
	if (value == 100)
		return STATE_COMPLETE;
	return value == 0 ? STATE_NOT_STARTED : STATE_ON_TRACK;
}

/* ---- two at once ---- */

static enum state
colour_of(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);
	enum state colour = listed(colours, key);
	enum state state = declared(a, key);

	if (colour == STATE_NONE)
		return STATE_NONE;
	return state != STATE_NONE ? state : colour;
}

static int
badness(enum state state)
{
	switch (state) {
	case STATE_OFF_TRACK:
		return 5;
	case STATE_AT_RISK:
		return 4;
	case STATE_ON_HOLD:
		return 3;
	case STATE_NOT_STARTED:
		return 2;
	case STATE_ON_TRACK:
		return 1;
	case STATE_NONE:
	case STATE_COMPLETE:
	case STATE_WITHDRAWN:
	case STATE_UNKNOWN:
	case STATE_COUNT:
		break;
	}
	return 0;
}

/* "Amber/Red", "Green-Amber": between the two is at risk, if either is, and
 * else the worse one. */
static enum state
compound(struct analysis *a, struct str text)
{
	size_t at = str_find(text, "/");
	enum state first, second;

	if (at == (size_t)-1)
		at = str_find(text, "-");
	if (at == (size_t)-1)
		return STATE_NONE;
	first = colour_of(a, str_head(text, at));
	second = colour_of(a, str_skip(text, at + 1));
	if (first == STATE_NONE || second == STATE_NONE)
		return STATE_NONE;
	if (first == STATE_AT_RISK || second == STATE_AT_RISK)
		return STATE_AT_RISK;
	return badness(first) > badness(second) ? first : second;
}

enum state
analyse_state_of(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);
	enum state state = declared(a, key);

	/* U+FE0F only asks for colour */
	if (state == STATE_NONE && (key.len == 0 || str_is(key, "\uFE0F")))
		state = mark_state(text);
	if (state == STATE_NONE)
		state = listed(colours, key);
	if (state == STATE_NONE)
		state = listed(common, key);
	if (state == STATE_NONE)
		state = percentage(a, text);
	if (state == STATE_NONE)
		state = compound(a, text);
	return state;
}

/* ---- words that are nearly right ---- */

enum { MISSPELT_MIN = 5 /* letters: "Bed" is not Red, nor "None" Done */ };

/* Words that are one letter from others that a cell can well hold: "passed",
 * "referred", "planner", "while". */
static bool
is_near_others(const char *word)
{
	static const char *const words[] = { "paused", "deferred", "planned",
		"white", "slipped", "behind", "closed", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is(str_from(word), words[i]))
			return true;
	return false;
}

static enum state
near_word(const struct state_word *list, struct str key, struct str *word)
{
	for (; list->key != NULL; list++) {
		struct str known = str_from(list->key);

		if (known.len < MISSPELT_MIN || known.len > key.len + 1 ||
		    key.len > known.len + 1 ||
		    !analyse_is_one_off(key, known) ||
		    is_near_others(list->key))
			continue;
		*word = known;
		return list->state;
	}
	return STATE_NONE;
}

enum state
analyse_state_misspelt(struct analysis *a, struct str text, struct str *word)
{
	const struct scheme *scheme = &a->plan->scheme;
	struct str key = analyse_key(a, text);
	enum state state;

	if (key.len < MISSPELT_MIN - 1)
		return STATE_NONE;
	for (size_t i = 0; i < scheme->count; i++) {
		struct str known = analyse_key(a, scheme->states[i].word);

		if (known.len >= MISSPELT_MIN &&
		    analyse_is_one_off(key, known)) {
			*word = scheme->states[i].word;
			return scheme->states[i].state;
		}
	}
	state = near_word(colours, key, word);
	return state != STATE_NONE ? state : near_word(common, key, word);
}

/* ---- what a meaning says ---- */

static const struct state_word meanings[] = {
	{ "not on track", STATE_OFF_TRACK },
	{ "not on target", STATE_OFF_TRACK },
	{ "not achieved", STATE_OFF_TRACK },
	{ "not met", STATE_OFF_TRACK },
	{ "no progress", STATE_OFF_TRACK },
	{ "significant", STATE_OFF_TRACK },
	{ "serious", STATE_OFF_TRACK },
	{ "unlikely", STATE_OFF_TRACK },
	{ "missed", STATE_OFF_TRACK },
	{ "late", STATE_OFF_TRACK },
	{ "has not started", STATE_NOT_STARTED },
	{ "not begun", STATE_NOT_STARTED },
	{ "yet to start", STATE_NOT_STARTED },
	{ "minor", STATE_AT_RISK },
	{ "some delay", STATE_AT_RISK },
	{ "some delays", STATE_AT_RISK },
	{ "some concern", STATE_AT_RISK },
	{ "some concerns", STATE_AT_RISK },
	{ "some risk", STATE_AT_RISK },
	{ "some slippage", STATE_AT_RISK },
	{ "slippage", STATE_AT_RISK },
	{ "may not", STATE_AT_RISK },
	{ "may be missed", STATE_AT_RISK },
	{ "no issues", STATE_ON_TRACK },
	{ "no concerns", STATE_ON_TRACK },
	{ "progressing", STATE_ON_TRACK },
	{ "as planned", STATE_ON_TRACK },
	{ "finished", STATE_COMPLETE },
	{ "delivered", STATE_COMPLETE },
	{ "put off", STATE_ON_HOLD },
	{ "dropped", STATE_WITHDRAWN },
	{ NULL, STATE_NONE },
};

/* "to be completed by its date" is not complete yet. */
static bool
is_yet_to_come(struct str before)
{
	static const char *const words[] = { "be ", "to ", "not ", "until ",
		"yet ", "being ", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_ends(before, words[i]))
			return true;
	return false;
}

struct phrase {
	enum state state;
	size_t at, len;
};

/* The first of the list's phrases in the text, of those that begin at one
 * place the longest. */
static void
find_phrase(const struct state_word *list, struct str text, struct phrase *best)
{
	for (; list->key != NULL; list++) {
		size_t len = str_from(list->key).len;
		size_t at = str_find(text, list->key);

		if (at == (size_t)-1 || len < 3 ||
		    (at > 0 && text.ptr[at - 1] != ' ') ||
		    (at + len < text.len &&
			analyse_date_is_alpha(text.ptr[at + len])) ||
		    (list->state == STATE_COMPLETE &&
			is_yet_to_come(str_head(text, at))))
			continue;
		if (best->state == STATE_NONE || at < best->at ||
		    (at == best->at && len > best->len))
			*best = (struct phrase){ list->state, at, len };
	}
}

enum state
analyse_state_meant(struct analysis *a, struct str meaning)
{
	struct str key = analyse_key(a, meaning);
	struct phrase best = { STATE_NONE, 0, 0 };

	find_phrase(common, key, &best);
	find_phrase(meanings, key, &best);
	return best.state;
}
