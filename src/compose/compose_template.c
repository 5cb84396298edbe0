/* compose_template: a folder under templates/ -> a checked template. A template
 * may extend another of the same place: it takes over each part that it has not
 * itself, and its look where its own theme says nothing. */
#include "compose/compose_words.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/sha256.h"

static const char *const part_names[PART_COUNT] = {
	[PART_ABOUT] = "about",
	[PART_PAGE] = "page",
	[PART_FRONT] = "front",
	[PART_BODY] = "body",
	[PART_BACK] = "back",
};

/* A template's name is a folder's: letters, digits and hyphens, so that it
 * cannot lead out of its place. */
static bool
is_name(struct str name)
{
	if (name.len == 0 || name.len > 64)
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
		    c != '-')
			return false;
	}
	return name.ptr[0] != '-';
}

struct loader {
	struct template *template;
	const char *dir; /* the templates' */
	struct msgs *msgs;
	struct str chain[COMPOSE_BASES]; /* names, the template asked for first
					  */
};

static const char *
path_of(struct loader *loader, struct str name, const char *file)
{
	struct arena *arena = loader->template->arena;

	if (name.len == 0)
		return str_printf(arena, "%s/%s", loader->dir, file).ptr;
	return str_printf(arena, "%s/%.*s/%s", loader->dir, STR_ARG(name), file)
	    .ptr;
}

static void
take_parts(struct template *template, const xmlNode *root)
{
	for (int part = 0; part < PART_COUNT; part++)
		if (template->parts[part] == NULL)
			template->parts[part] =
			    compose_xml_child(root, part_names[part]);
}

/* Loads one file of the chain; gives the name that it extends, or nothing. */
static bool
load_one(struct loader *loader, struct str name, struct str *extends)
{
	struct template *template = loader->template;
	const char *path = path_of(loader, name, "template.xml");
	xmlDoc *doc = compose_xml_load(path, loader->msgs);
	xmlNode *root;

	if (doc == NULL)
		return false;
	loader->chain[template->doc_count] = name;
	template->docs[template->doc_count++] = doc;
	if (!compose_xml_check(doc, path,
		path_of(loader, (struct str){ "", 0 }, "template.rng"),
		loader->msgs))
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
	take_parts(template, root);
	*extends = compose_xml_attr(template->arena, root, "extends");
	return true;
}

static bool
is_in_chain(const struct loader *loader, struct str name)
{
	for (size_t i = 0; i < loader->template->doc_count; i++)
		if (str_eq(loader->chain[i], name))
			return true;
	return false;
}

static bool
load_chain(struct loader *loader)
{
	struct template *template = loader->template;
	struct str name = template->name;

	while (name.len > 0) {
		struct str extends = { "", 0 };
		const xmlNode *root;

		if (!load_one(loader, name, &extends))
			return false;
		root = xmlDocGetRootElement(
		    template->docs[template->doc_count - 1]);
		if (extends.len > 0 &&
		    (is_in_chain(loader, extends) ||
			template->doc_count == COMPOSE_BASES)) {
			compose_xml_error(loader->msgs,
			    path_of(loader, name, "template.xml"), root,
			    "templates may not extend one another in a ring, "
			    "nor more than eight deep",
			    extends, NULL);
			return false;
		}
		name = extends;
	}
	return true;
}

/* From the base upwards, so that the nearest has the last word. */
static bool
load_themes(struct loader *loader)
{
	struct template *template = loader->template;
	const char *schema =
	    path_of(loader, (struct str){ "", 0 }, "theme.rng");

	compose_theme_default(&template->theme);
	for (size_t i = template->doc_count; i-- > 0;) {
		const char *path =
		    path_of(loader, loader->chain[i], "theme.xml");

		if (file_exists(path) &&
		    !compose_theme_read(template->arena, &template->theme, path,
			schema, loader->msgs))
			return false;
	}
	return true;
}

/* Extra rules for the web page. What could load something from elsewhere, or
 * end the style element, is refused. */
static bool
load_css(struct loader *loader)
{
	static const char *const refused[] = { "<", "url(", "@import", "\\",
		"expression(" };
	struct template *template = loader->template;

	for (size_t i = 0; i < template->doc_count; i++) {
		const char *path =
		    path_of(loader, loader->chain[i], "style.css");

		if (!file_exists(path))
			continue;
		if (!file_read(
			template->arena, path, &template->css, loader->msgs))
			return false;
		for (size_t r = 0; r < sizeof(refused) / sizeof(refused[0]);
		     r++)
			if (str_find_nocase(template->css, refused[r]) !=
			    (size_t)-1) {
				compose_xml_error(loader->msgs, path, NULL,
				    "a template's style may not have",
				    str_from(refused[r]), NULL);
				return false;
			}
		return true;
	}
	return true;
}

/* The words, and then whether they are all that the templates say. */
static bool
load_words(struct loader *loader)
{
	static const struct str here = { "", 0 };
	struct template *template = loader->template;
	const char *folders[COMPOSE_BASES];
	bool ok;

	for (size_t i = 0; i < template->doc_count; i++)
		folders[i] = str_printf(template->arena, "%s/%.*s", loader->dir,
		    STR_ARG(loader->chain[i]))
				 .ptr;
	ok = compose_words_load(template, folders, template->doc_count,
	    path_of(loader, here, "words"),
	    path_of(loader, here, "template.rng"), loader->msgs);
	for (size_t i = 0; ok && i < template->doc_count; i++)
		ok = compose_words_check(template,
		    xmlDocGetRootElement(template->docs[i]),
		    path_of(loader, loader->chain[i], "template.xml"),
		    loader->msgs);
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
			const char *path =
			    path_of(loader, loader->chain[i], files[f]);

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

struct template *
compose_template_load(
    const char *templates_dir, const char *name, struct msgs *msgs)
{
	struct template *template = mem_alloc(sizeof(*template));
	struct loader loader = { template, templates_dir, msgs, { { 0 } } };

	template->arena = arena_new();
	template->name = str_copy(template->arena, str_from(name));
	if (!is_name(template->name) ||
	    !file_exists(path_of(&loader, template->name, "template.xml"))) {
		msgs_refuse(msgs, templates_dir, 0,
		    "there is no template \"%s\" here", name);
	} else if (load_chain(&loader) && load_words(&loader) &&
		   load_themes(&loader) && load_css(&loader)) {
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

		if (!is_name(name) ||
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
