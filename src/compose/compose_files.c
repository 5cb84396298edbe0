/* compose_files: the files that a template is made of, for those who copy it or
 * begin a draft for it. Files of other names are none of its own, the logo of
 * its theme apart. */
#include "compose/compose_priv.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

struct files {
	struct arena *arena;
	struct template_file *items;
	size_t count, cap;
};

static bool
has(const struct files *files, struct str name)
{
	for (size_t i = 0; i < files->count; i++)
		if (str_eq(files->items[i].name, name))
			return true;
	return false;
}

static void
add(struct files *files, const char *folder, struct str name)
{
	const char *path =
	    str_printf(files->arena, "%s/%.*s", folder, STR_ARG(name)).ptr;

	if (has(files, name) || !file_exists(path))
		return;
	files->items = arena_push(files->arena, files->items, &files->count,
	    &files->cap, sizeof(*files->items));
	files->items[files->count - 1] =
	    (struct template_file){ str_copy(files->arena, name), path };
}

/* The look, if nearer ones have none, and the logo that it names. */
static void
add_theme(struct files *files, const struct template *template, size_t i)
{
	const char *logo = template->logos[i];

	if (has(files, str_from("theme.xml")))
		return;
	add(files, template->folders[i], str_from("theme.xml"));
	if (logo != NULL)
		add(files, template->folders[i],
		    str_from(strrchr(logo, '/') + 1));
}

static bool
is_words(struct str name)
{
	return str_starts(name, "words.") && str_ends(name, ".xml");
}

static bool
is_start(struct str name)
{
	return str_starts(name, "start.") && str_ends(name, ".md");
}

/* All files of a folder with such names, if nearer ones have none. */
static void
add_named(struct files *files, const char *folder, bool (*is_one)(struct str))
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (is_one(str_from(entry->d_name)))
			add(files, folder, str_from(entry->d_name));
	if (dir != NULL)
		closedir(dir);
}

static int
name_cmp(const void *a, const void *b)
{
	return str_cmp(((const struct template_file *)a)->name,
	    ((const struct template_file *)b)->name);
}

struct template_file *
compose_template_files(
    struct arena *arena, const struct template *template, size_t *count)
{
	struct files files = { .arena = arena };

	add_named(&files, template->folders[0], is_words);
	add(&files, template->folders[0], str_from("template.xml"));
	for (size_t i = 0; i < template->doc_count; i++) {
		add_theme(&files, template, i);
		add(&files, template->folders[i], str_from("style.css"));
		add_named(&files, template->folders[i], is_start);
	}
	if (files.count > 1)
		qsort(files.items, files.count, sizeof(*files.items), name_cmp);
	*count = files.count;
	return files.items;
}

const char *
compose_template_base(const struct template *template, size_t i)
{
	for (size_t k = 1; k < template->doc_count; k++)
		if (template->is_own[k] && i-- == 0)
			return template->folders[k];
	return NULL;
}
