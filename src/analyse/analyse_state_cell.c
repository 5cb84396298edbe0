/* analyse_state_cell: what an action's words say of its state: a status cell
 * with periods, changes or a sentence behind the status; a status that opens
 * the progress or ends the title where no status is given. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	MOST_DATE = 40,  /* bytes of a date behind a status */
	MOST_STATUS = 40 /* bytes of a status that ends a title */
};

static bool
is_year(struct str text)
{
	if (text.len < 4)
		return false;
	for (size_t i = 0; i < 4; i++)
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return text.ptr[0] == '1' || text.ptr[0] == '2';
}

static void
add_history(struct analysis *a, struct plan_action *action, struct str period,
    enum state state)
{
	struct state_change *change;

	action->history =
	    arena_push(a->doc->arena, action->history, &action->history_count,
		&action->history_cap, sizeof(*action->history));
	change = &action->history[action->history_count - 1];
	change->period = period;
	change->state = state;
}

/* "Blue for 2018. Green for 2019.": the last period's state is the present
 * one, those before it are history. False if the text is no such list. */
static bool
read_periods(struct analysis *a, struct plan_action *action, struct str text)
{
	struct str part, period = { NULL, 0 };
	enum state state = STATE_NONE;

	while (str_next_part(&text, '.', &part) ||
	       str_next_part(&text, ';', &part)) {
		size_t at;
		enum state named;

		part = str_trim(part);
		if (part.len == 0)
			continue;
		at = str_find_nocase(part, " for ");
		if (at == (size_t)-1)
			at = str_find_nocase(part, " in ");
		if (at == (size_t)-1)
			return false;
		named = analyse_state_of(a, str_head(part, at));
		part = str_skip(part, at);
		part = str_trim(
		    str_skip(part, str_find(str_skip(part, 1), " ") + 1));
		if (named == STATE_NONE || !is_year(part))
			return false;
		if (state != STATE_NONE)
			add_history(a, action, period, state);
		state = named;
		period = part;
	}
	action->state = state;
	return state != STATE_NONE;
}

/* "Blue for 2018", "Slipped to 31/01/24", "Completed on 3 May"; not "Green for
 * the ceiling". */
static bool
names_date(struct str rest)
{
	static const char *const links[] = { " to ", " on ", " in ", " by ",
		" ", NULL };
	const struct date anywhere = { 2000, 1, 1 };
	struct date_found found;
	size_t i = 0;

	if (str_starts(rest, " for "))
		return is_year(str_skip(rest, sizeof(" for ") - 1));
	while (links[i] != NULL && !str_starts(rest, links[i]))
		i++;
	if (links[i] == NULL)
		return false;
	rest = str_skip(rest, str_from(links[i]).len);
	/* far behind is no part of the status */
	rest = str_head(rest, MOST_DATE);
	return analyse_date_next(rest, 0, anywhere, &found) && found.at == 0 &&
	       found.is_sound;
}

enum state
analyse_state_leading(struct analysis *a, struct str text)
{
	for (size_t i = 1; i < text.len && i < 24; i++) {
		struct str rest = str_skip(text, i);

		if (text.ptr[i] == '.' || text.ptr[i] == ',' ||
		    text.ptr[i] == ':' || text.ptr[i] == '(' ||
		    str_starts(rest, " -") || str_starts(rest, " –") ||
		    names_date(rest) ||
		    (i > 1 && text.ptr[i] == '/') || /* no "w/c" */
		    text.ptr[i] == ';')
			return analyse_state_of(a, str_head(text, i));
	}
	return STATE_NONE;
}

/* ---- changes ---- */

/* "Amber to Green", "Red → Amber", "was Amber, now Green": the last one is the
 * state, the first one is history. */
static bool
read_change(struct analysis *a, struct plan_action *action, struct str text)
{
	static const char *const links[] = { " to ", "→", "➡", "➔", "->", "=>",
		" > ", ", now ", "; now ", " now ", NULL };
	static const char *const openings[] = { "was ", "from ", "previously ",
		"moved from ", "changed from ", NULL };

	for (size_t i = 0; openings[i] != NULL; i++)
		if (str_starts_nocase(text, openings[i])) {
			text = str_skip(text, str_from(openings[i]).len);
			break;
		}
	for (size_t i = 0; links[i] != NULL; i++) {
		size_t at = str_find(text, links[i]);
		enum state before, after;

		if (at == (size_t)-1)
			continue;
		before = analyse_state_of(a, str_head(text, at));
		after = analyse_state_of(
		    a, str_skip(text, at + str_from(links[i]).len));
		if (before == STATE_NONE || after == STATE_NONE)
			continue;
		add_history(a, action, str_from(""), before);
		action->state = after;
		return true;
	}
	return false;
}

/* "Green (was Amber)" */
static void
read_past(struct analysis *a, struct plan_action *action, struct str text)
{
	static const char *const openings[] = { "(was ", "(previously ",
		"(from ", "(last time ", NULL };

	for (size_t i = 0; openings[i] != NULL; i++) {
		size_t at = str_find_nocase(text, openings[i]);
		size_t end;
		enum state state;

		if (at == (size_t)-1)
			continue;
		text = str_skip(text, at + str_from(openings[i]).len);
		end = str_find(text, ")");
		state = analyse_state_of(a, str_head(text, end));
		if (state != STATE_NONE)
			add_history(a, action, str_from(""), state);
		return;
	}
}

/* ---- misspelt ---- */

static void
read_misspelt(struct analysis *a, struct plan_action *action,
    const struct node *cell, struct str text)
{
	size_t stop = str_find(text, ".");
	struct str word = { NULL, 0 };

	text = str_trim(str_head(text, stop));
	action->state = analyse_state_misspelt(a, text, &word);
	if (action->state != STATE_NONE)
		doc_say(a->doc, DOC_STATE_MISSPELT, cell->pos, text, word);
}

bool
analyse_state_is_told(struct analysis *a, struct str text)
{
	struct plan_action nobody = { .state = STATE_NONE };
	struct str word;

	return analyse_state_of(a, text) != STATE_NONE ||
	       analyse_state_leading(a, text) != STATE_NONE ||
	       read_change(a, &nobody, text) ||
	       analyse_state_misspelt(a, text, &word) != STATE_NONE;
}

/* ---- where no status is given ---- */

/* A letter in brackets numbers things, and "new" describes them. */
static enum state
state_outside(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);

	if (key.len < 3 || str_is(key, "new") || str_is(key, "planned") ||
	    analyse_percent_of(text) >= 0)
		return STATE_NONE;
	return analyse_state_of(a, text);
}

/* "Mend the wall – Complete", "Mend the wall [GREEN]": where the status
 * begins with what parts it from the title, and the status itself. */
static enum state
state_at_end(
    struct analysis *a, struct str title, size_t *cut, struct str *status)
{
	static const char *const links[] = { " – ", " — ", " - ", ": ", " (",
		" [", NULL };

	for (size_t i = title.len; i > 0 && title.len - i < MOST_STATUS; i--) {
		struct str rest = str_skip(title, i - 1);

		for (size_t j = 0; links[j] != NULL; j++) {
			enum state state;

			if (!str_starts(rest, links[j]))
				continue;
			rest = str_skip(rest, str_from(links[j]).len);
			if (str_ends(links[j][1] == '(' ? rest : str_from(")"),
				")") &&
			    str_ends(links[j][1] == '[' ? rest : str_from("]"),
				"]")) {
				if (links[j][1] == '(' || links[j][1] == '[')
					rest = str_head(rest, rest.len - 1);
				state = state_outside(a, rest);
				if (state == STATE_NONE)
					return STATE_NONE;
				*cut = i - 1;
				*status = rest;
				return state;
			}
			return STATE_NONE;
		}
	}
	return STATE_NONE;
}

/* "[Complete] Mend the wall", "Complete: mend the wall": a status before the
 * title, which begins at `behind`. */
static enum state
state_at_begin(
    struct analysis *a, struct str title, size_t *behind, struct str *status)
{
	bool square = str_starts(title, "["), round = str_starts(title, "(");
	const char *stop = square ? "]" : round ? ")" : ": ";
	size_t at = str_find(title, stop), first = square || round;

	if (at == (size_t)-1 || at > MOST_STATUS)
		return STATE_NONE;
	*status = str_range(title.ptr + first, title.ptr + at);
	*behind = at + str_from(stop).len;
	while (*behind < title.len && title.ptr[*behind] == ' ')
		++*behind;
	if (*behind == title.len)
		return STATE_NONE;
	return state_outside(a, *status);
}

static void
read_outside(struct analysis *a, struct plan_action *action)
{
	const struct node *cell =
	    plan_action_cell(a->plan, action, COLUMN_ROLE_PROGRESS);
	struct str text, status;
	size_t cut, end;

	action->state = state_at_end(a, action->title, &cut, &status);
	if (action->state != STATE_NONE) {
		action->title = str_head(action->title, cut);
		action->status_text = status;
		action->state_sure.via = VIA_PROSE;
		return;
	}
	action->state = state_at_begin(a, action->title, &cut, &status);
	if (action->state != STATE_NONE) {
		action->title = str_skip(action->title, cut);
		action->status_text = status;
		action->state_sure.via = VIA_PROSE;
		return;
	}
	if (cell == NULL || cell->first == NULL)
		return;
	text = analyse_text(a, cell->first);
	for (end = 0; end < text.len && end < MOST_STATUS; end++) {
		struct str rest = str_skip(text, end);

		if (rest.ptr[0] == '.' || rest.ptr[0] == ':' ||
		    str_starts(rest, " – ") || str_starts(rest, " - "))
			break;
	}
	action->state = state_outside(a, str_head(text, end));
	if (action->state == STATE_NONE)
		return;
	action->status_text = str_head(text, end);
	action->state_sure.via = VIA_PROSE;
}

/* ---- the status cell ---- */

static void
read_cell(struct analysis *a, struct plan_action *action,
    const struct node *cell, struct str text)
{
	action->state = analyse_state_of(a, text);
	if (action->state == STATE_NONE)
		read_periods(a, action, text);
	if (action->state == STATE_NONE) {
		action->history_count = 0;
		read_change(a, action, text);
	}
	if (action->state == STATE_NONE) {
		action->state = analyse_state_leading(a, text);
		read_past(a, action, text);
	}
	if (action->state == STATE_NONE && cell->first != cell->last)
		action->state =
		    analyse_state_of(a, analyse_text(a, cell->first));
	if (action->state == STATE_NONE)
		read_misspelt(a, action, cell, text);
	if (action->state == STATE_NONE)
		action->state = STATE_UNKNOWN;
}

void
analyse_state_read(struct analysis *a, struct plan_action *action)
{
	const struct node *cell =
	    plan_action_cell(a->plan, action, COLUMN_ROLE_STATUS);

	action->status_text = (struct str){ "", 0 };
	action->state = STATE_NONE;
	if (cell != NULL)
		action->status_text = analyse_text(a, cell);
	if (action->status_text.len > 0)
		read_cell(a, action, cell, action->status_text);
	else
		read_outside(a, action);
}
