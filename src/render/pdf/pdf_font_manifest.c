/* pdf_font_manifest: the list of fonts, and where their files are. In goes
 * fonts/manifest and the folders of fonts; out comes a path for each face.
 * Knows nothing of what is in a font. */
#include "render/pdf/pdf_font_priv.h"

#include <dirent.h>
#include <string.h>

#include "base/file.h"
#include "base/msg.h"
#include "render/pdf/pdf.h"

enum {
	WALK_DEPTH = 6,      /* folders below a folder of fonts */
	WALK_FOLDERS = 20000 /* that are looked into before giving up */
};

static const char *const style_keys[PDF_STYLES] = { "regular", "bold", "italic",
	"bold-italic" };
static const char *const style_titles[PDF_STYLES] = { "", " Bold", " Italic",
	" Bold Italic" };

struct str
pdf_face_title(
    struct arena *arena, const struct pdf_family *family, unsigned style)
{
	return str_printf(
	    arena, "%.*s%s", STR_ARG(family->name), style_titles[style]);
}

/* Puts "key: value" into the family. False when the key is unknown. */
static bool
family_set(struct pdf_family *family, struct str key, struct str value)
{
	static const char *const unread[] = { "licence", "fedora", "alpine",
		"homebrew" };

	for (size_t i = 0; i < PDF_STYLES; i++) {
		if (str_is(key, style_keys[i])) {
			family->files[i] = value;
			return true;
		}
	}
	if (str_is(key, "folders")) {
		family->folders = value;
		return true;
	}
	if (str_is(key, "debian")) {
		family->package = value;
		return true;
	}
	for (size_t i = 0; i < sizeof(unread) / sizeof(unread[0]); i++)
		if (str_is(key, unread[i]))
			return true;
	return false;
}

static bool
fallback_set(
    struct pdf_manifest *manifest, struct arena *arena, struct str names)
{
	struct str name;

	while (str_next_part(&names, ',', &name)) {
		size_t i = 0;

		name = str_trim(name);
		while (i < manifest->family_count &&
		       !str_eq(manifest->families[i].name, name))
			i++;
		if (i == manifest->family_count)
			return false;
		manifest->fallback = arena_push(arena, manifest->fallback,
		    &manifest->fallback_count, &manifest->fallback_cap,
		    sizeof(*manifest->fallback));
		manifest->fallback[manifest->fallback_count - 1] = i;
	}
	return true;
}

static bool
manifest_line(
    struct pdf_manifest *manifest, struct arena *arena, struct str line)
{
	size_t colon = str_find(line, ":");
	struct str key, value;

	if (colon == (size_t)-1)
		return false;
	key = str_trim(str_head(line, colon));
	value = str_trim(str_skip(line, colon + 1));
	if (str_is(key, "fallback"))
		return fallback_set(manifest, arena, value);
	if (str_is(key, "family")) {
		manifest->families = arena_push(arena, manifest->families,
		    &manifest->family_count, &manifest->family_cap,
		    sizeof(*manifest->families));
		manifest->families[manifest->family_count - 1].name = value;
		return value.len > 0;
	}
	return manifest->family_count > 0 &&
	       family_set(
		   &manifest->families[manifest->family_count - 1], key, value);
}

static bool
manifest_parse(struct pdf_manifest *manifest, struct arena *arena,
    const char *path, struct msgs *msgs)
{
	struct str text, line;
	size_t line_no = 0;

	if (!file_read(arena, path, &text, msgs))
		return false;
	while (str_next_line(&text, &line)) {
		line_no++;
		line = str_trim(line);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (!manifest_line(manifest, arena, line)) {
			msgs_refuse(msgs, path, 0,
			    "line %zu of the list of fonts makes no sense: "
			    "%.*s",
			    line_no, STR_ARG(line));
			return false;
		}
	}
	for (size_t i = 0; i < manifest->family_count; i++)
		if (manifest->families[i].files[PDF_REGULAR].len == 0) {
			msgs_refuse(msgs, path, 0,
			    "the family %.*s has no regular face",
			    STR_ARG(manifest->families[i].name));
			return false;
		}
	if (manifest->family_count == 0) {
		msgs_refuse(msgs, path, 0, "no fonts are listed");
		return false;
	}
	return true;
}

/* Looks in the folders where the family's files usually are. */
static bool
find_usual(struct pdf_family *family, unsigned style, struct arena *arena,
    const char *const *dirs)
{
	for (size_t i = 0; dirs[i] != NULL; i++) {
		struct str folders = family->folders, folder;
		struct str path = str_printf(
		    arena, "%s/%.*s", dirs[i], STR_ARG(family->files[style]));

		if (file_exists(path.ptr)) {
			family->paths[style] = path;
			return true;
		}
		while (str_next_part(&folders, ',', &folder)) {
			folder = str_trim(folder);
			path = str_printf(arena, "%s/%.*s/%.*s", dirs[i],
			    STR_ARG(folder), STR_ARG(family->files[style]));
			if (file_exists(path.ptr)) {
				family->paths[style] = path;
				return true;
			}
		}
	}
	return false;
}

struct folder {
	struct str path;
	int depth;
};

struct finder {
	struct folder *folders; /* still to be looked into, and done */
	size_t count, cap;
	size_t missing; /* files not found yet */
};

static void
walk_push(
    struct finder *finder, struct arena *arena, struct str path, int depth)
{
	finder->folders = arena_push(arena, finder->folders, &finder->count,
	    &finder->cap, sizeof(*finder->folders));
	finder->folders[finder->count - 1].path = path;
	finder->folders[finder->count - 1].depth = depth;
}

/* Is this file one that we miss? Then it is there. */
static void
walk_file(struct finder *finder, struct pdf_manifest *manifest,
    struct arena *arena, struct str folder, const char *name)
{
	for (size_t i = 0; i < manifest->family_count; i++)
		for (unsigned s = 0; s < PDF_STYLES; s++) {
			struct pdf_family *family = &manifest->families[i];
			struct str path;

			if (family->paths[s].len > 0 ||
			    !str_is(family->files[s], name))
				continue;
			path =
			    str_printf(arena, "%.*s/%s", STR_ARG(folder), name);
			if (!file_exists(path.ptr))
				continue;
			family->paths[s] = path;
			finder->missing--;
		}
}

static void
walk_folder(struct finder *finder, struct pdf_manifest *manifest,
    struct arena *arena, struct folder folder)
{
	DIR *dir = opendir(folder.path.ptr);
	struct dirent *entry;

	if (dir == NULL)
		return;
	while (finder->missing > 0 && (entry = readdir(dir)) != NULL) {
		struct str path;

		if (entry->d_name[0] == '.')
			continue;
		walk_file(finder, manifest, arena, folder.path, entry->d_name);
		if (strchr(entry->d_name, '.') != NULL ||
		    folder.depth >= WALK_DEPTH || finder->count >= WALK_FOLDERS)
			continue;
		path = str_printf(
		    arena, "%.*s/%s", STR_ARG(folder.path), entry->d_name);
		if (file_is_dir(path.ptr))
			walk_push(finder, arena, path, folder.depth + 1);
	}
	closedir(dir);
}

/* Gives how many files were not in their usual folders. */
static size_t
find_all_usual(
    struct pdf_manifest *manifest, struct arena *arena, const char *const *dirs)
{
	size_t missing = 0;

	for (size_t i = 0; i < manifest->family_count; i++)
		for (unsigned s = 0; s < PDF_STYLES; s++)
			if (manifest->families[i].files[s].len > 0 &&
			    !find_usual(&manifest->families[i], s, arena, dirs))
				missing++;
	return missing;
}

static void
report_missing(
    const struct pdf_manifest *manifest, struct arena *arena, struct msgs *msgs)
{
	for (size_t i = 0; i < manifest->family_count; i++)
		for (unsigned s = 0; s < PDF_STYLES; s++) {
			const struct pdf_family *family =
			    &manifest->families[i];

			if (family->files[s].len == 0 ||
			    family->paths[s].len > 0)
				continue;
			msgs_refuse(msgs, pdf_face_title(arena, family, s).ptr,
			    0, "%.*s was not found; install the package %.*s",
			    STR_ARG(family->files[s]),
			    STR_ARG(family->package));
		}
}

bool
pdf_manifest_load(struct pdf_manifest *manifest, struct arena *arena,
    const char *path, const char *const *dirs, struct msgs *msgs)
{
	struct finder finder = { 0 };

	if (!manifest_parse(manifest, arena, path, msgs))
		return false;
	finder.missing = find_all_usual(manifest, arena, dirs);
	for (size_t i = 0; finder.missing > 0 && dirs[i] != NULL; i++)
		walk_push(&finder, arena, str_from(dirs[i]), 0);
	for (size_t i = 0; finder.missing > 0 && i < finder.count; i++)
		walk_folder(&finder, manifest, arena, finder.folders[i]);
	if (finder.missing > 0)
		report_missing(manifest, arena, msgs);
	return finder.missing == 0;
}
