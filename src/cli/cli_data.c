/* cli_data: where the program's templates, the fonts and the colour profile
 * lie on this machine. */
#include "cli/cli_priv.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"

static const char *const font_dirs[] = {
	"/usr/share/fonts",
	"/usr/local/share/fonts",
	"/opt/homebrew/share/fonts",
	"/Library/Fonts",
	"/System/Library/Fonts/Supplemental",
};

/* Debian, Ubuntu; Fedora; Homebrew; the profile that macOS brings along. */
static const char *const icc_paths[] = {
	"/usr/share/color/icc/sRGB.icc",
	"/usr/share/color/icc/colord/sRGB.icc",
	"/usr/share/color/icc/ghostscript/srgb.icc",
	"/usr/local/share/color/icc/sRGB.icc",
	"/opt/homebrew/share/color/icc/sRGB.icc",
	"/System/Library/ColorSync/Profiles/sRGB Profile.icc",
};

enum {
	FONT_DIR_COUNT = sizeof(font_dirs) / sizeof(font_dirs[0]),
	ICC_COUNT = sizeof(icc_paths) / sizeof(icc_paths[0])
};

static const char *
join(struct arena *arena, const char *dir, const char *name)
{
	return str_printf(arena, "%s/%s", dir, name).ptr;
}

const char *
cli_program_dir(struct arena *arena, const char *program)
{
	char *path = realpath("/proc/self/exe", NULL);
	const char *dir = NULL;
	char *slash;

	if (path == NULL && program != NULL && strchr(program, '/') != NULL)
		path = realpath(program, NULL);
	if (path == NULL)
		return NULL;
	slash = strrchr(path, '/');
	if (slash != NULL)
		dir = arena_copy(arena, path, (size_t)(slash - path));
	free(path);
	return dir;
}

static bool
holds_data(struct arena *arena, const char *dir)
{
	return file_is_dir(join(arena, dir, "templates"));
}

static const char *
find_dir(struct arena *arena, const char *program)
{
	const char *set = getenv("RAPPORTEUR_DATA");
	const char *here = cli_program_dir(arena, program);
	const char *dir;

	if (set != NULL && *set != '\0')
		return holds_data(arena, set) ? set : NULL;
	if (here != NULL) {
		dir = join(arena, here, "../share/rapporteur");
		if (holds_data(arena, dir))
			return dir;
		dir = join(arena, here, "..");
		if (holds_data(arena, dir))
			return dir;
	}
	return holds_data(arena, RAPPORTEUR_DATA_DIR) ? RAPPORTEUR_DATA_DIR
						      : NULL;
}

/* The folders of RAPPORTEUR_FONTS first, then the data's own, the system's
 * and the user's. */
static const char **
list_font_dirs(struct arena *arena, const char *data_dir)
{
	const char **dirs = NULL;
	size_t count = 0, cap = 0;
	const char *set = getenv("RAPPORTEUR_FONTS");
	const char *home = getenv("HOME");
	struct str rest = str_from(set), dir;

	while (str_next_part(&rest, ':', &dir)) {
		if (dir.len == 0)
			continue;
		dirs = arena_push(arena, dirs, &count, &cap, sizeof(*dirs));
		dirs[count - 1] = str_copy(arena, dir).ptr;
	}
	dirs = arena_push(arena, dirs, &count, &cap, sizeof(*dirs));
	dirs[count - 1] = join(arena, data_dir, "fonts");
	for (size_t i = 0; i < FONT_DIR_COUNT; i++) {
		dirs = arena_push(arena, dirs, &count, &cap, sizeof(*dirs));
		dirs[count - 1] = font_dirs[i];
	}
	if (home != NULL && *home != '\0') {
		dirs = arena_push(arena, dirs, &count, &cap, sizeof(*dirs));
		dirs[count - 1] = join(arena, home, ".local/share/fonts");
	}
	dirs = arena_push(arena, dirs, &count, &cap, sizeof(*dirs));
	dirs[count - 1] = NULL;
	return dirs;
}

bool
cli_data_find(struct arena *arena, struct cli_data *data, const char *program,
    struct msgs *msgs)
{
	const char *set = getenv("RAPPORTEUR_DATA");

	data->dir = find_dir(arena, program);
	if (data->dir == NULL) {
		msgs_refuse(msgs, set != NULL && *set != '\0' ? set : "", 0,
		    "the program's templates are not there; set "
		    "RAPPORTEUR_DATA to the folder that holds them");
		return false;
	}
	data->fonts = list_font_dirs(arena, data->dir);
	data->icc_path = NULL;
	for (size_t i = 0; i < ICC_COUNT && data->icc_path == NULL; i++)
		if (file_exists(icc_paths[i]))
			data->icc_path = icc_paths[i];
	return true;
}
