/* compose_template: a folder -> a checked template. A template may extend
 * another: it takes over each part that it has not itself, changes single steps
 * in those, and has its look where its own theme says nothing. */
#include "compose/compose_words.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/msg.h"
#include "base/sha256.h"

static const char *const part_names[PART_COUNT] = {
	[PART_ABOUT] = "about",
	[PART_PAGE] = "page",
	[PART_FRONT] = "front",
	[PART_BODY] = "body",
	[PART_BACK] = "back",
};

struct loader {
	struct template *template;
	const char *dir; /* the program's templates' */
	struct msgs *msgs;
	struct place chain[COMPOSE_BASES]; /* the template asked for first */
};

static const char *
path_of(struct loader *loader, size_t index, const char *file)
{
	return compose_place_file(
	    loader->template->arena, &loader->chain[index], file);
}

/* What all templates share. */
static const char *
shared_path(struct loader *loader, const char *file)
{
	return str_printf(loader->template->arena, "%s/%s", loader->dir, file)
	    .ptr;
}

static void
take_parts(struct template *template, const xmlNode *root)
{
	for (int part = 0; part < PART_COUNT; part++) {
		xmlNode *own = compose_xml_child(root, part_names[part]);

		if (own != NULL)
			template->parts[part] = own;
	}
}

/* Loads one file of the chain; gives the name that it extends, or nothing. */
static bool
load_one(struct loader *loader, const struct place *place, struct str *extends)
{
	struct template *template = loader->template;
	size_t index = template->doc_count;
	const char *path;
	xmlDoc *doc = NULL;
	xmlNode *root;
	bool ok = true;

	loader->chain[index] = *place;
	path = path_of(loader, index, "template.xml");
	if (compose_place_has(place, path, loader->msgs, &ok))
		doc = compose_xml_load(path, loader->msgs);
	if (doc == NULL)
		return false;
	template->folders[index] = place->folder;
	template->is_own[index] = place->is_own;
	template->docs[template->doc_count++] = doc;
	if (!compose_xml_check(
		doc, path, shared_path(loader, "template.rng"), loader->msgs))
		return false;
	root = xmlDocGetRootElement(doc);
	if (!compose_xml_is(root, "template")) {
		compose_xml_error(loader->msgs, path, root,
		    "a template begins with <template>", (struct str){ "", 0 },
		    NULL);
		return false;
	}
	if (!compose_query_compile(root, path, loader->msgs))
		return false;
	*extends = compose_xml_attr(template->arena, root, "extends");
	return true;
}

static bool
is_in_chain(const struct loader *loader, const struct place *place)
{
	for (size_t i = 0; i < loader->template->doc_count; i++)
		if (strcmp(loader->chain[i].folder, place->folder) == 0)
			return true;
	return false;
}

/* Where the base of the template loaded last lies; says why there is none. */
static bool
find_base(struct loader *loader, struct str extends, struct place *base)
{
	struct template *template = loader->template;
	size_t last = template->doc_count - 1;
	const char *path = path_of(loader, last, "template.xml");
	const xmlNode *root = xmlDocGetRootElement(template->docs[last]);

	if (!compose_place_base(template->arena, loader->dir,
		&loader->chain[last], extends, base)) {
		compose_xml_error(loader->msgs, path, root,
		    "there is no template of the name that is extended here",
		    extends, "\"rapporteur templates\" lists those there are");
		return false;
	}
	if (is_in_chain(loader, base) || template->doc_count == COMPOSE_BASES) {
		compose_xml_error(loader->msgs, path, root,
		    "templates may not extend one another in a ring, nor more "
		    "than eight deep",
		    extends, "extend one that does not extend this one");
		return false;
	}
	return true;
}

static bool
load_chain(struct loader *loader, struct place place)
{
	struct str extends = { "", 0 };

	do {
		if (!load_one(loader, &place, &extends))
			return false;
		if (extends.len > 0 && !find_base(loader, extends, &place))
			return false;
	} while (extends.len > 0);
	return true;
}

/* From the base upwards: what a template has takes the place of what its base
 * has, and what it changes is changed in that. */
static bool
take_all(struct loader *loader)
{
	struct template *template = loader->template;

	for (size_t i = template->doc_count; i-- > 0;) {
		const xmlNode *root = xmlDocGetRootElement(template->docs[i]);
		const char *path = path_of(loader, i, "template.xml");

		take_parts(template, root);
		if (!compose_change(template, root, path, loader->msgs) ||
		    !compose_ids_check(template, path, loader->msgs))
			return false;
	}
	return true;
}

/* From the base upwards, so that the nearest has the last word. */
static bool
load_themes(struct loader *loader)
{
	struct template *template = loader->template;
	const char *schema = shared_path(loader, "theme.rng");
	bool ok = true;

	compose_theme_default(&template->theme);
	for (size_t i = template->doc_count; i-- > 0;) {
		const char *path = path_of(loader, i, "theme.xml");

		template->theme.logo_path = NULL;
		if (compose_place_has(
			&loader->chain[i], path, loader->msgs, &ok))
			ok = compose_theme_read(template->arena,
			    &template->theme, path, schema, loader->msgs);
		template->logos[i] = template->theme.logo_path;
		if (!ok)
			return false;
	}
	return true;
}

static bool
check_css(struct str css, const char *path, struct msgs *msgs)
{
	static const char *const refused[] = { "<", "url(", "@import", "\\",
		"expression(" };

	for (size_t r = 0; r < sizeof(refused) / sizeof(refused[0]); r++) {
		size_t at = str_find_nocase(css, refused[r]);
		struct msg msg = { .level = MSG_ERROR,
			.rule = STR("template"),
			.path = str_from(path),
			.text = STR(""),
			.hint = STR("take it out: a page loads nothing from "
				    "elsewhere, and its style ends where the "
				    "program ends it") };
		char text[80];

		if (at == (size_t)-1)
			continue;
		msg.pos.line = 1;
		for (size_t i = 0; i < at; i++)
			msg.pos.line += css.ptr[i] == '\n';
		snprintf(text, sizeof(text),
		    "a template's style may not have: %s", refused[r]);
		msg.text = str_from(text);
		msgs_add(msgs, &msg);
		return false;
	}
	return true;
}

/* Extra rules for the web page. What could load something from elsewhere, or
 * end the style element, is refused. */
static bool
load_css(struct loader *loader)
{
	enum { CSS_MAX = 256 * 1024 }; /* bytes: it stands in every page */
	struct template *template = loader->template;
	bool ok = true;

	for (size_t i = 0; ok && i < template->doc_count; i++) {
		const char *path = path_of(loader, i, "style.css");

		if (!compose_place_has(
			&loader->chain[i], path, loader->msgs, &ok))
			continue;
		if (!file_read(
			template->arena, path, &template->css, loader->msgs))
			return false;
		if (template->css.len <= CSS_MAX)
			return check_css(template->css, path, loader->msgs);
		msgs_refuse(loader->msgs, path, 0,
		    "is too large for a template's style (over 256 KiB)");
		return false;
	}
	return ok;
}

/* The words, and then whether they are all that the templates say. */
static bool
load_words(struct loader *loader)
{
	struct template *template = loader->template;
	bool ok;

	ok = compose_words_load(template, loader->chain, template->doc_count,
	    shared_path(loader, "words"), shared_path(loader, "template.rng"),
	    loader->msgs);
	for (size_t i = 0; ok && i < template->doc_count; i++)
		ok = compose_words_check(template,
		    xmlDocGetRootElement(template->docs[i]),
		    path_of(loader, i, "template.xml"), loader->msgs);
	return ok;
}

static bool
put_file(struct buf *to, const char *name, const char *path, struct msgs *msgs)
{
	struct arena *scratch = arena_new();
	struct str bytes;
	bool ok = file_read(scratch, path, &bytes, msgs);

	if (ok) {
		buf_printf(to, "%s %zu\n", name, bytes.len);
		buf_put_str(to, bytes);
	}
	arena_free(scratch);
	return ok;
}

/* Of all files of the chain, each after its name. */
static bool
set_digest(struct loader *loader)
{
	static const char *const files[] = { "template.xml", "theme.xml",
		"style.css" };
	struct template *template = loader->template;
	struct buf buf = BUF_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < template->doc_count; i++)
		for (size_t f = 0; f < sizeof(files) / sizeof(files[0]); f++) {
			const char *path = path_of(loader, i, files[f]);

			if (file_exists(path))
				ok = ok && put_file(&buf, files[f], path,
					       loader->msgs);
		}
	for (size_t i = 0; ok && i < template->catalogue_count; i++)
		ok = put_file(&buf, template->catalogues[i].language.ptr,
		    template->catalogues[i].path, loader->msgs);
	sha256_hex(buf_str(&buf), template->digest);
	buf_clear(&buf);
	return ok;
}

static void
find_about(struct template *template)
{
	const xmlNode *about = template->parts[PART_ABOUT];
	xmlChar *text = about ? xmlNodeGetContent(about) : NULL;

	template->about =
	    str_fold(template->arena, str_from(text ? (const char *)text : ""));
	xmlFree(text);
}

bool
compose_template_exists(const char *templates_dir, const char *name)
{
	struct arena *scratch = arena_new();
	struct place place;
	bool found = compose_place_find(scratch, templates_dir, name, &place);

	arena_free(scratch);
	return found;
}

bool
compose_template_is_built_in(const char *templates_dir, const char *name)
{
	struct arena *scratch = arena_new();
	struct place place;
	bool found = compose_place_find(scratch, templates_dir, name, &place) &&
		     !place.is_own;

	arena_free(scratch);
	return found;
}

struct template *
compose_template_load(
    const char *templates_dir, const char *name, struct msgs *msgs)
{
	struct template *template = mem_alloc(sizeof(*template));
	struct loader loader = { template, templates_dir, msgs, { { { 0 } } } };
	struct place place;

	template->arena = arena_new();
	if (!compose_place_find(template->arena, templates_dir, name, &place)) {
		msgs_refuse(msgs, templates_dir, 0,
		    "there is no template \"%s\" here", name);
	} else if (load_chain(&loader, place) && take_all(&loader) &&
		   load_words(&loader) && load_themes(&loader) &&
		   load_css(&loader)) {
		template->name = place.name;
		find_about(template);
		template->needs_actions = str_is(
		    compose_xml_attr(template->arena,
			xmlDocGetRootElement(template->docs[0]), "needs"),
		    "actions");
		if (set_digest(&loader))
			return template;
	}
	compose_template_free(template);
	return NULL;
}

void
compose_template_free(struct template *template)
{
	if (template == NULL)
		return;
	for (size_t i = 0; i < template->doc_count; i++) {
		compose_query_free(xmlDocGetRootElement(template->docs[i]));
		xmlFreeDoc(template->docs[i]);
	}
	compose_words_free(template);
	arena_free(template->arena);
	free(template);
}

const struct theme *
compose_template_theme(const struct template *template)
{
	return &template->theme;
}

struct str
compose_template_describe(const struct template *template)
{
	return template->about;
}

static int
name_cmp(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct str *
compose_template_list(
    struct arena *arena, const char *templates_dir, size_t *count)
{
	struct str *names = NULL;
	size_t cap = 0;
	DIR *dir = opendir(templates_dir);
	struct dirent *entry;

	*count = 0;
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		struct str name = str_from(entry->d_name);

		if (!compose_place_is_name(name) ||
		    !file_exists(str_printf(arena, "%s/%s/template.xml",
			templates_dir, entry->d_name)
				     .ptr))
			continue;
		names = arena_push(arena, names, count, &cap, sizeof(*names));
		names[*count - 1] = str_copy(arena, name);
	}
	if (dir != NULL)
		closedir(dir);
	if (*count > 1)
		qsort(names, *count, sizeof(*names), name_cmp);
	return names;
}
