/* compose_place: see compose_place.h. Knows files by their names alone. */
#include "compose/compose_place.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"

bool
compose_place_is_name(struct str name)
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

const char *
compose_place_file(
    struct arena *arena, const struct place *place, const char *file)
{
	return str_printf(arena, "%s/%s", place->folder, file).ptr;
}

/* Is there anything of that name, be it only a link that leads nowhere? */
static bool
has_entry(struct arena *arena, const char *folder, const char *file)
{
	struct stat info;

	return lstat(str_printf(arena, "%s/%s", folder, file).ptr, &info) == 0;
}

/* A folder's name without the slashes at its end. */
static struct str
last_name(struct arena *arena, const char *folder)
{
	struct str path = str_from(folder);
	size_t from;

	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	for (from = path.len; from > 0 && path.ptr[from - 1] != '/';)
		from--;
	return str_copy(arena, str_skip(path, from));
}

static bool
set(struct arena *arena, struct place *place, const char *folder, bool is_own)
{
	if (!has_entry(arena, folder, "template.xml"))
		return false;
	place->name = last_name(arena, folder);
	place->folder = folder;
	place->is_own = is_own;
	return true;
}

bool
compose_place_find(struct arena *arena, const char *dir, const char *wanted,
    struct place *place)
{
	struct str name = str_copy(arena, str_from(wanted));

	if (compose_place_is_name(name) &&
	    set(arena, place, str_printf(arena, "%s/%s", dir, wanted).ptr,
		false))
		return true;
	return name.len > 0 && set(arena, place, name.ptr, true);
}

bool
compose_place_base(struct arena *arena, const char *dir,
    const struct place *from, struct str extends, struct place *place)
{
	struct str folder = str_from(from->folder);
	const char *beside;

	if (!compose_place_is_name(extends))
		return false;
	while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
		folder.len--;
	if (str_ends(folder, ".")) /* "." and "..": the path tells no name */
		beside = str_printf(
		    arena, "%.*s/../%.*s", STR_ARG(folder), STR_ARG(extends))
			     .ptr;
	else
		beside = str_printf(arena, "%.*s%.*s",
		    (int)(folder.len - from->name.len), folder.ptr,
		    STR_ARG(extends))
			     .ptr;
	/* a template may be called after the one that it was made from */
	if (from->is_own && !str_eq(extends, from->name) &&
	    set(arena, place, beside, true))
		return true;
	return set(arena, place,
	    str_printf(arena, "%s/%.*s", dir, STR_ARG(extends)).ptr, false);
}

static bool
is_inside(const char *folder, const char *path)
{
	char *root = realpath(folder, NULL), *real = realpath(path, NULL);
	size_t len = root != NULL ? strlen(root) : 0;
	bool inside = root != NULL && real != NULL &&
		      strncmp(real, root, len) == 0 && real[len] == '/';

	free(root);
	free(real);
	return inside;
}

bool
compose_place_has(
    const struct place *place, const char *path, struct msgs *msgs, bool *ok)
{
	struct stat info;

	if (lstat(path, &info) != 0)
		return false;
	/* packagers may have linked the program's own to other places */
	if (file_exists(path) &&
	    (!place->is_own || is_inside(place->folder, path)))
		return true;
	msgs_add(msgs,
	    &(struct msg){ .level = MSG_ERROR,
		.rule = STR("template"),
		.path = str_from(path),
		.text = STR("this is no file of the template's own folder"),
		.hint = STR("a template reads nothing from elsewhere; put a "
			    "copy of the file into its folder") });
	*ok = false;
	return false;
}
