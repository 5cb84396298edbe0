/* compose_words: catalogues (words/LANG.xml, and words.LANG.xml beside a
 * template) -> entries by name. What a template's own catalogue says goes
 * before what those say that it extends, and the shared ones come last. */
#include "compose/compose_words.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

/* "words.cy.xml" with the prefix "words.", or "cy.xml" with none: "cy". Empty
 * for what is no catalogue. */
static struct str
language_of(struct arena *arena, const char *file, const char *prefix)
{
	struct str name = str_from(file);

	if (!str_starts(name, prefix) || !str_ends(name, ".xml"))
		return (struct str){ "", 0 };
	name = str_skip(name, strlen(prefix));
	if (name.len <= 4 || name.len > 20)
		return (struct str){ "", 0 };
	name = str_head(name, name.len - 4);
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= '0' && c <= '9') && c != '-')
			return (struct str){ "", 0 };
	}
	return str_lower(arena, name);
}

struct found_file {
	struct str language;
	const char *path;
};

static int
found_cmp(const void *a, const void *b)
{
	const struct found_file *x = a, *y = b;

	return str_cmp(x->language, y->language);
}

/* ---- one file ---- */

static struct str
key_of(struct arena *arena, const char *kind, struct str name)
{
	return str_printf(arena, "%s %.*s", kind, STR_ARG(name));
}

static const char *const name_attrs[][2] = { { "word", "name" },
	{ "label", "state" }, { "message", "id" } };

/* Is the entry's name one that the program knows? Messages may have any. */
static bool
is_known(const xmlNode *entry, struct str name)
{
	enum word word;

	if (compose_xml_is(entry, "word"))
		return words_find(name, &word);
	if (compose_xml_is(entry, "label"))
		return str_is(name, "none") ||
		       doc_state_from(name) != STATE_NONE;
	return true;
}

static bool
add_entry(struct template *template, struct catalogue *catalogue,
    xmlNode *entry, struct msgs *msgs)
{
	struct arena *arena = template->arena;
	const char *kind = (const char *)entry->name, *attr = "";
	struct str name;

	for (size_t i = 0; i < sizeof(name_attrs) / sizeof(*name_attrs); i++)
		if (strcmp(kind, name_attrs[i][0]) == 0)
			attr = name_attrs[i][1];
	name = compose_xml_attr(arena, entry, attr);
	if (!is_known(entry, name)) {
		compose_xml_error(msgs, catalogue->path, entry,
		    "there is no word of this name", name,
		    "templates/words/en.xml has them all");
		return false;
	}
	catalogue->nodes = arena_push(arena, catalogue->nodes,
	    &catalogue->count, &catalogue->cap, sizeof(xmlNode *));
	catalogue->nodes[catalogue->count - 1] = entry;
	if (map_add(arena, &catalogue->entries, key_of(arena, kind, name),
		catalogue->count - 1))
		return true;
	compose_xml_error(msgs, catalogue->path, entry,
	    "this stands in the catalogue already", name, NULL);
	return false;
}

/* A message that says another could come round to itself. */
static bool
is_flat(const xmlNode *message, const char *path, struct msgs *msgs)
{
	const xmlNode *at = message;

	while (at != NULL) {
		if (compose_xml_is(at, "say")) {
			compose_xml_error(msgs, path, at,
			    "a message cannot say another one",
			    (struct str){ "", 0 },
			    "write its words here, or <say> both where they "
			    "are wanted");
			return false;
		}
		at = compose_xml_next(message, at);
	}
	return true;
}

static bool
read_entries(
    struct template *template, struct catalogue *catalogue, struct msgs *msgs)
{
	xmlNode *root = xmlDocGetRootElement(catalogue->doc);

	if (!compose_xml_is(root, "words")) {
		compose_xml_error(msgs, catalogue->path, root,
		    "a catalogue of words begins with <words>",
		    (struct str){ "", 0 }, NULL);
		return false;
	}
	for (xmlNode *at = root->children; at != NULL; at = at->next)
		if (at->type == XML_ELEMENT_NODE &&
		    (!is_flat(at, catalogue->path, msgs) ||
			!add_entry(template, catalogue, at, msgs)))
			return false;
	return compose_query_compile(root, catalogue->path, msgs);
}

static bool
load_file(struct template *template, const struct found_file *file,
    const char *schema, struct msgs *msgs)
{
	struct catalogue *catalogue;
	xmlDoc *doc = compose_xml_load(file->path, msgs);

	if (doc == NULL)
		return false;
	template->catalogues = arena_push(template->arena, template->catalogues,
	    &template->catalogue_count, &template->catalogue_cap,
	    sizeof(*template->catalogues));
	catalogue = &template->catalogues[template->catalogue_count - 1];
	catalogue->language = file->language;
	catalogue->path = file->path;
	catalogue->doc = doc;
	return compose_xml_check(doc, file->path, schema, msgs) &&
	       read_entries(template, catalogue, msgs);
}

/* ---- all files ---- */

/* All catalogues of a folder, in the order of their languages. */
static bool
load_folder(struct template *template, const struct place *place,
    const char *prefix, const char *schema, struct msgs *msgs)
{
	const char *folder = place->folder;
	struct found_file *files = NULL;
	size_t count = 0, cap = 0;
	DIR *dir = opendir(folder);
	struct dirent *entry;
	bool ok = true;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		struct str language =
		    language_of(template->arena, entry->d_name, prefix);

		if (language.len == 0)
			continue;
		files = arena_push(
		    template->arena, files, &count, &cap, sizeof(*files));
		files[count - 1].language = language;
		files[count - 1].path =
		    str_printf(template->arena, "%s/%s", folder, entry->d_name)
			.ptr;
	}
	if (dir != NULL)
		closedir(dir);
	if (count > 1)
		qsort(files, count, sizeof(*files), found_cmp);
	for (size_t i = 0; ok && i < count; i++)
		ok = compose_place_has(place, files[i].path, msgs, &ok) &&
		     load_file(template, &files[i], schema, msgs);
	return ok;
}

/* English is what every other language falls back on, so it has to be whole. */
static bool
english_is_whole(
    const struct template *template, const char *shared, struct msgs *msgs)
{
	struct str english = str_from("en");
	const char *missing = NULL;

	for (int i = 0; i < WORD_COUNT; i++)
		if (compose_words_find(template, english, "word",
			str_from(words_name((enum word)i))) == NULL)
			missing = words_name((enum word)i);
	for (int i = 0; i < STATE_COUNT; i++)
		if (compose_words_find(template, english, "label",
			compose_state_name((enum state)i)) == NULL)
			missing = compose_state_name((enum state)i).ptr;
	if (missing != NULL)
		msgs_refuse(msgs,
		    str_printf(template->arena, "%s/en.xml", shared).ptr, 0,
		    "the word \"%s\" is missing from the catalogue", missing);
	return missing == NULL;
}

bool
compose_words_load(struct template *template, const struct place *places,
    size_t place_count, const char *shared, const char *schema,
    struct msgs *msgs)
{
	const struct place common = { .folder = shared };

	for (size_t i = 0; i < place_count; i++)
		if (!load_folder(template, &places[i], "words.", schema, msgs))
			return false;
	return load_folder(template, &common, "", schema, msgs) &&
	       english_is_whole(template, shared, msgs);
}

void
compose_words_free(struct template *template)
{
	for (size_t i = 0; i < template->catalogue_count; i++) {
		xmlDoc *doc = template->catalogues[i].doc;

		compose_query_free(xmlDocGetRootElement(doc));
		xmlFreeDoc(doc);
	}
}

const xmlNode *
compose_words_find(const struct template *template, struct str language,
    const char *kind, struct str name)
{
	char buffer[200];
	struct str key = { buffer, 0 };
	int len =
	    snprintf(buffer, sizeof(buffer), "%s %.*s", kind, STR_ARG(name));

	if (len < 0 || (size_t)len >= sizeof(buffer))
		return NULL;
	key.len = (size_t)len;
	for (size_t i = 0; i < template->catalogue_count; i++) {
		const struct catalogue *catalogue = &template->catalogues[i];
		size_t *index;

		if (!str_eq(catalogue->language, language))
			continue;
		index = map_find(&catalogue->entries, key);
		if (index != NULL)
			return catalogue->nodes[*index];
	}
	return NULL;
}

/* ---- what a template refers to ---- */

bool
compose_words_check(const struct template *template, xmlNode *root,
    const char *path, struct msgs *msgs)
{
	struct arena *scratch = arena_new();
	const xmlNode *at = root;
	bool ok = true;

	while (at != NULL) {
		struct str id = { "", 0 };

		if (at->type == XML_ELEMENT_NODE)
			id = compose_xml_attr(scratch, at,
			    compose_xml_is(at, "say") ? "id" : "say");
		if (id.len > 0 && compose_words_find(template, str_from("en"),
				      "message", id) == NULL) {
			compose_xml_error(msgs, path, at,
			    "there is no message of this name in English", id,
			    "add it to words.en.xml beside the template");
			ok = false;
		}
		at = compose_xml_next(root, at);
	}
	arena_free(scratch);
	return ok;
}
