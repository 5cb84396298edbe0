/* analyse_scheme: what the status words of this draft mean. A scheme declared
 * in the front matter wins, then a key in the draft; else colours are read as
 * BRAG has them, which the author is told of. Words of common use ("Complete",
 * "Delayed") are understood beside any scheme. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/colour.h"

/* ---- the scheme ---- */

struct scheme_state *
analyse_scheme_add(struct analysis *a)
{
	struct scheme *scheme = &a->plan->scheme;

	scheme->states = arena_push(a->doc->arena, scheme->states,
	    &scheme->count, &scheme->cap, sizeof(*scheme->states));
	return &scheme->states[scheme->count - 1];
}

enum state
analyse_scheme_named(struct analysis *a, struct str text)
{
	enum state state = doc_state_from(text);

	if (state == STATE_NONE)
		state = analyse_state_common(analyse_key(a, text));
	return state != STATE_NONE ? state : STATE_UNKNOWN;
}

static void
settle_state(struct analysis *a, struct scheme_state *entry)
{
	if (entry->state != STATE_NONE || entry->word.len == 0)
		return;
	/* no state is named: the meaning may tell, else the word */
	entry->state = analyse_state_common(analyse_key(a, entry->meaning));
	if (entry->state == STATE_NONE)
		entry->state =
		    analyse_state_colour(analyse_key(a, entry->word));
	if (entry->state == STATE_NONE)
		entry->state =
		    analyse_state_common(analyse_key(a, entry->word));
	if (entry->state == STATE_NONE)
		entry->state = STATE_UNKNOWN;
}

/* "scheme.states.2.word" -> 2 and "word" */
static bool
split_key(struct str key, size_t *index, struct str *name)
{
	struct str part;

	key = str_skip(key, sizeof("scheme.states.") - 1);
	if (!str_next_part(&key, '.', &part) || part.len == 0 || part.len > 3)
		return false;
	*index = 0;
	for (size_t i = 0; i < part.len; i++) {
		if (part.ptr[i] < '0' || part.ptr[i] > '9')
			return false;
		*index = *index * 10 + (size_t)(part.ptr[i] - '0');
	}
	*name = key;
	return true;
}

void
analyse_setting_drop(
    struct analysis *a, const struct setting *setting, struct str text)
{
	if (!setting->is_default)
		doc_drop(a->doc, setting->pos, "front-matter", text);
}

static void
drop_setting(struct analysis *a, const struct setting *setting)
{
	analyse_setting_drop(a, setting, setting->value);
}

/* Sets a part of an entry. Of a part that is given twice the last counts. */
static void
set_part(struct analysis *a, struct str *part, const struct setting *setting)
{
	if (part->len > 0)
		analyse_setting_drop(a, setting, *part);
	*part = setting->value;
}

/* How the state is drawn; a colour too pale to be seen is left out. */
static void
read_look(struct analysis *a, struct scheme_state *entry, struct str name,
    const struct setting *setting)
{
	struct colour colour;

	if (str_is(name, "shape") &&
	    theme_shape_parse(&entry->shape, setting->value)) {
		entry->has_shape = true;
	} else if (str_is(name, "colour") &&
		   colour_parse(&colour, setting->value) &&
		   colour_contrast(colour, colour_white) >=
		       COLOUR_SHAPE_CONTRAST) {
		entry->colour = colour;
		entry->has_colour = true;
	} else if (str_is(name, "shape") || str_is(name, "colour")) {
		doc_say(a->doc, DOC_SCHEME_LOOK, setting->pos, name,
		    setting->value);
	}
}

static void
read_listed(struct analysis *a, const struct setting *setting)
{
	struct scheme_state *entry;
	struct str name;
	size_t index;

	if (!split_key(setting->key, &index, &name) ||
	    index > a->plan->scheme.count) {
		drop_setting(a, setting);
		return;
	}
	entry = index == a->plan->scheme.count ? analyse_scheme_add(a)
					       : &a->plan->scheme.states[index];
	if (str_is(name, "word")) {
		set_part(a, &entry->word, setting);
	} else if (str_is(name, "meaning")) {
		set_part(a, &entry->meaning, setting);
	} else if (str_is(name, "state")) {
		entry->state = analyse_scheme_named(a, setting->value);
		drop_setting(a, setting);
	} else {
		read_look(a, entry, name, setting);
		drop_setting(a, setting);
	}
}

/* "scheme.green: on-track": the short form. */
static void
read_short(struct analysis *a, const struct setting *setting)
{
	struct str word = str_skip(setting->key, sizeof("scheme.") - 1);
	struct scheme_state *entry = analyse_scheme_add(a);
	struct str first = word;
	uint32_t c = utf8_upper(utf8_next(&first));
	char bytes[4];
	size_t len = utf8_encode(c, bytes);

	entry->word = str_printf(
	    a->doc->arena, "%.*s%.*s", (int)len, bytes, STR_ARG(first));
	entry->state = analyse_scheme_named(a, setting->value);
	entry->meaning = setting->value;
	/* neither a state nor a word that legends have a place for */
	if (entry->state == STATE_UNKNOWN &&
	    analyse_state_colour(analyse_key(a, entry->word)) == STATE_NONE)
		drop_setting(a, setting);
}

static void
read_declared(struct analysis *a)
{
	const struct doc *doc = a->doc;
	struct scheme *scheme = &a->plan->scheme;

	for (size_t i = 0; i < doc->setting_count; i++) {
		const struct setting *setting = &doc->settings[i];

		if (str_is_nocase(setting->key, "scheme") ||
		    str_is_nocase(setting->key, "scheme.name"))
			set_part(a, &scheme->name, setting);
		else if (str_starts_nocase(setting->key, "scheme.states."))
			read_listed(a, setting);
		else if (analyse_scheme_measure(a, setting))
			continue;
		else if (str_starts_nocase(setting->key, "scheme.") &&
			 setting->key.len > sizeof("scheme.") - 1)
			read_short(a, setting);
	}
	for (size_t i = 0; i < scheme->count; i++)
		settle_state(a, &scheme->states[i]);
}

/* ---- no scheme is declared ---- */

static bool
is_rag(const struct plan *plan)
{
	for (size_t i = 0; i < plan->tables_count; i++)
		for (size_t j = 0; j < plan->tables[i].column_count; j++)
			if (str_starts_nocase(
				plan->tables[i].columns[j].heading, "RAG"))
				return true;
	return false;
}

static void
assume_colours(struct analysis *a)
{
	static const struct scheme_state brag[] = {
		{ STR("Blue"), STATE_COMPLETE, STR("complete") },
		{ STR("Green"), STATE_ON_TRACK, STR("on track") },
		{ STR("Amber"), STATE_AT_RISK, STR("at risk") },
		{ STR("Red"), STATE_OFF_TRACK, STR("off track") },
	};
	bool rag = is_rag(a->plan);

	a->plan->scheme.name = str_from(rag ? "RAG" : "BRAG");
	a->plan->scheme.assumed = true;
	for (size_t i = rag ? 1 : 0; i < 4; i++)
		*analyse_scheme_add(a) = brag[i];
}

/* The words of the status at the front of a text: "Green." -> "Green". */
static struct str
status_word(struct str text)
{
	size_t end = 0;

	while (end < text.len && text.ptr[end] != '.' && text.ptr[end] != ',' &&
	       text.ptr[end] != ':' && text.ptr[end] != '(' &&
	       text.ptr[end] != ';')
		end++;
	return str_trim(str_head(text, end));
}

static bool
is_colour(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);
	size_t space = str_find(key, " ");

	return analyse_state_colour(str_head(key, space)) != STATE_NONE;
}

static bool
has_word(struct analysis *a, struct str word)
{
	const struct scheme *scheme = &a->plan->scheme;

	for (size_t i = 0; i < scheme->count; i++)
		if (str_eq(analyse_key(a, scheme->states[i].word),
			analyse_key(a, word)))
			return true;
	return false;
}

/* Plain words explain themselves: the scheme is the words that are used. */
static void
add_used_word(struct analysis *a, const struct plan_action *action)
{
	enum { MOST_WORDS = 4 };
	struct str word = status_word(action->status_text);
	struct scheme_state *entry;

	if (action->state == STATE_NONE || action->state == STATE_UNKNOWN ||
	    word.len == 0 || analyse_word_count(word) > MOST_WORDS ||
	    is_colour(a, word) || has_word(a, word) ||
	    analyse_state_common(analyse_key(a, word)) == STATE_NONE)
		return;
	entry = analyse_scheme_add(a);
	entry->word = word;
	entry->state = action->state;
}

void
analyse_scheme_used(struct analysis *a)
{
	const struct plan *plan = a->plan;
	bool colours_used = false;

	if (plan->scheme.declared)
		return;
	for (size_t i = 0; i < plan->actions_count && !colours_used; i++)
		colours_used = is_colour(a, plan->actions[i].status_text);
	if (colours_used)
		assume_colours(a);
	for (size_t i = 0; i < plan->actions_count; i++)
		add_used_word(a, &plan->actions[i]);
}

void
analyse_scheme(struct analysis *a)
{
	read_declared(a);
	analyse_scheme_keys(a);
	/* last, so that a state is called by a word where there is one */
	analyse_scheme_bands(a);
	a->plan->scheme.declared = a->plan->scheme.count > 0;
	if (a->plan->scheme.name.len == 0)
		a->plan->scheme.name = str_from("Status");
}
