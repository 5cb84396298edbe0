/* compose_say: what the catalogues say in the paper's language. What a
 * language does not say is said in English, and the author is told. */
#include "compose/compose_words.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

struct str
compose_state_name(enum state state)
{
	return str_from(state == STATE_NONE ? "none" : doc_state_name(state));
}

static bool
has_catalogue(const struct template *template, struct str language)
{
	for (size_t i = 0; i < template->catalogue_count; i++)
		if (str_eq(template->catalogues[i].language, language))
			return true;
	return false;
}

/* Once for each entry, and only where the language has a catalogue at all. */
static void
say_missing(struct maker *maker, const char *kind, struct str name)
{
	struct arena *arena = maker->arena;
	struct str key = str_printf(arena, "%s %.*s", kind, STR_ARG(name));
	struct str language = maker->words.language;
	const struct template *template = maker->template;
	const char *path = "";

	if (!map_add(arena, &maker->unsaid, key, 0))
		return;
	/* the file in which the English stands has a sister */
	for (size_t i = 0; i < template->catalogue_count; i++)
		if (str_eq(template->catalogues[i].language, language) &&
		    path[0] == '\0')
			path = template->catalogues[i].path;
	msgs_add(maker->doc->msgs,
	    &(struct msg){ .level = MSG_WARNING,
		.rule = STR("words"),
		.path = str_from(path),
		.text = str_printf(arena,
		    "the %s \"%.*s\" is missing; the English is used", kind,
		    STR_ARG(name)) });
}

/* ---- the council's own wording ---- */

static const char own_prefix[] = "wording.";

/* A setting of no name that the template says is somebody's slip. */
static void
say_unknown(struct maker *maker, const struct setting *setting)
{
	doc_say(maker->doc, DOC_WORDING_UNKNOWN, (struct pos){ 1, 0 },
	    setting->key, maker->template->name);
}

static bool
is_said(const struct maker *maker, const char *kind, struct str name)
{
	return compose_words_find(
		   maker->template, str_from("en"), kind, name) != NULL;
}

void
compose_own_words(struct maker *maker)
{
	const struct doc *doc = maker->doc;
	xmlNode *root = NULL;

	for (size_t i = 0; i < doc->setting_count; i++) {
		const struct setting *setting = &doc->settings[i];
		struct str name;
		xmlNode *entry;
		bool is_word;

		if (!setting->is_default ||
		    !str_starts_nocase(setting->key, own_prefix))
			continue;
		name = str_skip(setting->key, sizeof(own_prefix) - 1);
		is_word = is_said(maker, "word", name);
		if (!is_word && !is_said(maker, "message", name)) {
			say_unknown(maker, setting);
			continue;
		}
		if (root == NULL) {
			maker->own_words = xmlNewDoc(BAD_CAST "1.0");
			root = xmlNewDocNode(
			    maker->own_words, NULL, BAD_CAST "words", NULL);
			xmlDocSetRootElement(maker->own_words, root);
		}
		entry = xmlNewTextChild(root, NULL,
		    BAD_CAST(is_word ? "word" : "message"),
		    BAD_CAST setting->value.ptr);
		xmlNewProp(entry, BAD_CAST "name", BAD_CAST name.ptr);
	}
}

static const xmlNode *
find_own(const struct maker *maker, const char *kind, struct str name)
{
	const xmlNode *at = xmlDocGetRootElement(maker->own_words);

	for (at = at != NULL ? at->children : NULL; at; at = at->next)
		if (compose_xml_is(at, kind) &&
		    str_is(
			name, (const char *)at->properties->children->content))
			return at;
	return NULL;
}

static const xmlNode *
find(struct maker *maker, const char *kind, struct str name)
{
	const xmlNode *found = NULL;

	if (maker->own_words != NULL)
		found = find_own(maker, kind, name);
	if (found == NULL)
		found = compose_words_find(
		    maker->template, maker->words.language, kind, name);
	if (found == NULL) {
		found = compose_words_find(
		    maker->template, str_from("en"), kind, name);
		if (found != NULL)
			say_missing(maker, kind, name);
	}
	return found;
}

const xmlNode *
compose_say(struct maker *maker, struct str id)
{
	return find(maker, "message", id);
}

struct str
compose_say_language(struct maker *maker, const xmlNode *step)
{
	struct str id = compose_xml_attr(maker->arena, step, "say");
	const xmlNode *message = id.len > 0 ? compose_say(maker, id) : NULL;
	const struct template *template = maker->template;
	struct str own = words_primary(maker->report->language);

	for (size_t i = 0; message && i < template->catalogue_count; i++) {
		struct str language = template->catalogues[i].language;

		if (template->catalogues[i].doc == message->doc &&
		    !str_eq_nocase(words_primary(language), own))
			return language;
	}
	return (struct str){ "", 0 };
}

static struct str
text_of(struct maker *maker, const xmlNode *entry)
{
	xmlChar *text = xmlNodeGetContent(entry);
	struct str folded =
	    str_fold(maker->arena, str_from(text ? (const char *)text : ""));

	xmlFree(text);
	return folded;
}

/* A state's name, as a label and as it stands in a sentence. A label of the
 * template's look is for all languages. */
static void
set_state(struct maker *maker, enum state state)
{
	struct words *words = &maker->words;
	const xmlNode *entry = find(maker, "label", compose_state_name(state));
	struct str *label = &words->states[state].label;
	bool has_own = maker->theme->states[state].label.len > 0;

	*label = maker->theme->states[state].label;
	if (!has_own)
		*label = text_of(maker, entry);
	maker->theme->states[state].label = *label;
	for (int i = 0; i < PLURAL_COUNT; i++) {
		struct str *phrase = &words->states[state].phrases[i];

		*phrase = has_own
			      ? (struct str){ "", 0 }
			      : compose_plural(maker, entry, (enum plural)i);
		if (phrase->len == 0)
			*phrase = str_lower(maker->arena, *label);
	}
}

/* A scheme that the program assumes has the program's words: so they are in
 * the paper's language, as is the name of one that has none. */
static void
set_scheme(struct maker *maker)
{
	static const struct {
		struct str english;
		enum word word;
	} colours[] = {
		{ STR("Blue"), WORD_BLUE },
		{ STR("Green"), WORD_GREEN },
		{ STR("Amber"), WORD_AMBER },
		{ STR("Red"), WORD_RED },
	};
	struct scheme *scheme = &maker->scheme;

	*scheme = maker->plan->scheme;
	if (doc_setting(maker->doc, "scheme.name") == NULL &&
	    str_is(scheme->name, "Status"))
		scheme->name = words_text(&maker->words, WORD_STATUS);
	if (!scheme->assumed)
		return;
	scheme->states =
	    arena_alloc(maker->arena, scheme->count * sizeof(*scheme->states));
	for (size_t i = 0; i < scheme->count; i++) {
		struct scheme_state *state = &scheme->states[i];

		*state = maker->plan->scheme.states[i];
		for (size_t c = 0; c < sizeof(colours) / sizeof(*colours); c++)
			if (str_eq(state->word, colours[c].english))
				state->word =
				    words_text(&maker->words, colours[c].word);
		if (state->meaning.len > 0)
			state->meaning =
			    maker->words.states[state->state].label;
	}
}

void
compose_words_set(struct maker *maker, struct str language)
{
	struct words *words = &maker->words;
	struct str whole = str_lower(maker->arena, language);

	words->language = whole;
	if (!has_catalogue(maker->template, whole))
		words->language = words_primary(whole);
	if (!has_catalogue(maker->template, words->language)) {
		doc_say(maker->doc, DOC_LANGUAGE_WORDLESS, (struct pos){ 1, 0 },
		    language, (struct str){ "", 0 });
		words->language = str_from("en");
	}
	for (int i = 0; i < WORD_COUNT; i++)
		words->texts[i] = text_of(maker,
		    find(maker, "word", str_from(words_name((enum word)i))));
	for (int i = 0; i < STATE_COUNT; i++)
		set_state(maker, (enum state)i);
	set_scheme(maker);
}

struct str
compose_plural(struct maker *maker, const xmlNode *entry, enum plural plural)
{
	struct str form =
	    compose_xml_attr(maker->arena, entry, words_plural_name(plural));

	if (form.len == 0)
		form = compose_xml_attr(maker->arena, entry, "other");
	if (form.len == 0 && plural != PLURAL_ONE)
		form = compose_xml_attr(maker->arena, entry, "many");
	return form;
}
