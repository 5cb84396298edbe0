/* config: files called rapporteur.yaml -> checked values; see config.h. */
#include "config/config_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/msg.h"
#include "base/settings.h"

#define FILE_NAME "rapporteur.yaml"

enum { FILE_BYTES_MAX = 256 * 1024 };

/* ---- finding the files ---- */

static void
add_file(struct config *config, struct str path)
{
	if (!file_exists(path.ptr))
		return;
	for (size_t i = 0; i < config->file_count; i++)
		if (str_eq(config->files[i], path))
			return;
	config->files = arena_push(config->arena, config->files,
	    &config->file_count, &config->file_cap, sizeof(*config->files));
	config->files[config->file_count - 1] = path;
}

/* The folder of the draft with its slash, as the draft is named. */
static struct str
folder_of(struct arena *arena, const char *draft)
{
	const char *slash = strrchr(draft, '/');

	if (slash == NULL)
		return str_from("");
	return str_copy(arena, str_range(draft, slash + 1));
}

/* Beside the draft or, failing that, in the nearest folder above that has
 * one. The one beside it is named as the draft is; those above by their whole
 * path. */
static void
add_nearest(struct config *config, const char *draft)
{
	struct arena *arena = config->arena;
	struct str folder = folder_of(arena, draft);
	struct str path = str_printf(arena, "%.*s" FILE_NAME, STR_ARG(folder));
	char *real, *slash;

	if (file_exists(path.ptr)) {
		add_file(config, path);
		return;
	}
	real = realpath(folder.len > 0 ? folder.ptr : ".", NULL);
	while (real != NULL && (slash = strrchr(real, '/')) != NULL) {
		*slash = '\0';
		path = str_printf(arena, "%s/" FILE_NAME, real);
		if (file_exists(path.ptr)) {
			add_file(config, path);
			break;
		}
	}
	free(real);
}

/* The XDG Base Directory Specification: a folder that is no whole path is
 * not looked into. */
static void
add_below(struct config *config, struct str folder, const char *between)
{
	if (folder.len > 0 && folder.ptr[0] == '/')
		add_file(config,
		    str_printf(config->arena, "%.*s%s/rapporteur/" FILE_NAME,
			STR_ARG(folder), between));
}

static void
add_xdg(struct config *config)
{
	const char *home = getenv("XDG_CONFIG_HOME");
	const char *dirs = getenv("XDG_CONFIG_DIRS");
	struct str rest, dir;

	if (home != NULL && *home != '\0')
		add_below(config, str_from(home), "");
	else if (getenv("HOME") != NULL)
		add_below(config, str_from(getenv("HOME")), "/.config");
	rest = str_from(dirs != NULL && *dirs != '\0' ? dirs : "/etc/xdg");
	while (str_next_part(&rest, ':', &dir))
		add_below(config, dir, "");
}

/* ---- reading one ---- */

void
config_say(struct msgs *msgs, enum msg_level level,
    const struct config_value *value, struct str text, struct str hint)
{
	msgs_add(msgs, &(struct msg){ .level = level,
			   .rule = STR("config"),
			   .path = value->path,
			   .pos = value->pos,
			   .text = text,
			   .hint = hint });
}

static bool
refuse(struct config *config, struct msgs *msgs, struct str path,
    struct pos pos, const char *problem)
{
	struct config_value at = { .path = path, .pos = pos };

	config_say(msgs, MSG_ERROR, &at,
	    str_printf(
		config->arena, "the settings cannot be read: %s", problem),
	    str_from("write \"name: value\" lines; a value with a colon or a "
		     "hash in it stands between quotation marks"));
	return false;
}

/* A key that is not known is somebody's slip, or of a later version. */
static void
warn_unknown(
    struct config *config, struct msgs *msgs, const struct config_value *value)
{
	const char *nearest = config_nearest(value->key);

	config_say(msgs, MSG_WARNING, value,
	    str_printf(config->arena, "there is no setting \"%.*s\"",
		STR_ARG(value->key)),
	    nearest != NULL
		? str_printf(config->arena, "perhaps \"%s\" was meant", nearest)
		: str_from("\"rapporteur config --explain\" "
			   "lists them"));
}

static bool
take_value(
    struct config *config, struct msgs *msgs, const struct config_value *value)
{
	const struct config_row *row = config_row(value->key);

	if (row == NULL) {
		warn_unknown(config, msgs, value);
		return true;
	}
	if (!config_fits(row, value->value)) {
		config_say(msgs, MSG_ERROR, value,
		    str_printf(config->arena, "%.*s: \"%.*s\" is not %s",
			STR_ARG(value->key), STR_ARG(value->value),
			row->key.wants),
		    str_from(""));
		return false;
	}
	config->values = arena_push(config->arena, config->values,
	    &config->count, &config->cap, sizeof(*config->values));
	config->values[config->count - 1] = *value;
	return true;
}

static bool
read_file(struct config *config, struct str path, struct msgs *msgs)
{
	struct settings settings;
	struct str text;
	bool ok = true;

	if (!file_read(config->arena, path.ptr, &text, msgs))
		return false;
	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_skip(text, 3);
	if (text.len > FILE_BYTES_MAX)
		return refuse(config, msgs, path, (struct pos){ 0 },
		    "they are longer than 256 KiB");
	settings_parse(config->arena, text, &settings);
	if (settings.problem != NULL)
		return refuse(
		    config, msgs, path, settings.problem_pos, settings.problem);
	if (!settings.is_mapping && str_trim(text).len > 0 &&
	    settings.seen_value)
		return refuse(config, msgs, path, (struct pos){ 1, 0 },
		    "they are no list of names with values");
	for (size_t i = 0; i < settings.count; i++) {
		const struct settings_entry *entry = &settings.entries[i];
		struct config_value value = { entry->key, entry->value, path,
			entry->pos };

		if (entry->value.len > 0)
			ok &= take_value(config, msgs, &value);
	}
	return ok;
}

struct config *
config_load(const char *draft, const char *file, struct msgs *msgs)
{
	struct config *config = mem_alloc(sizeof(*config));
	bool ok = true;

	config->arena = arena_new();
	if (file == NULL) {
		add_nearest(config, strcmp(draft, "-") == 0 ? "" : draft);
		add_xdg(config);
	} else if (*file != '\0') {
		config->files = arena_push(config->arena, config->files,
		    &config->file_count, &config->file_cap,
		    sizeof(*config->files));
		config->files[0] = str_copy(config->arena, str_from(file));
	}
	for (size_t i = 0; i < config->file_count; i++)
		ok &= read_file(config, config->files[i], msgs);
	if (ok)
		return config;
	config_free(config);
	return NULL;
}

void
config_free(struct config *config)
{
	if (config == NULL)
		return;
	arena_free(config->arena);
	free(config);
}

/* ---- asking ---- */

const struct config_value *
config_find(const struct config *config, const char *key)
{
	for (size_t i = 0; i < config->count; i++)
		if (str_is_nocase(config->values[i].key, key))
			return &config->values[i];
	return NULL;
}

struct str
config_text(const struct config *config, const char *key)
{
	const struct config_value *value = config_find(config, key);

	return value != NULL ? value->value : str_from("");
}

/* A path in a file is meant from where that file lies. */
struct str
config_logo(const struct config *config)
{
	const struct config_value *value = config_find(config, "logo");

	if (value == NULL)
		return str_from("");
	if (value->value.ptr[0] == '/')
		return value->value;
	return str_printf(config->arena, "%.*s%.*s",
	    STR_ARG(folder_of(config->arena, value->path.ptr)),
	    STR_ARG(value->value));
}

static bool
is_scheme(struct str key)
{
	return str_is_nocase(key, "scheme") ||
	       str_starts_nocase(key, "scheme.");
}

static bool
is_default(struct str key)
{
	static const char *const keys[] = { "organisation", "committee",
		"language" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (str_is_nocase(key, keys[i]))
			return true;
	return str_starts_nocase(key, "committees.") ||
	       str_starts_nocase(key, "wording.");
}

const struct setting *
config_defaults(const struct config *config, size_t *count)
{
	struct setting *settings = NULL;
	struct str scheme_path = { NULL, 0 };
	size_t cap = 0;

	*count = 0;
	for (size_t i = 0; i < config->count; i++) {
		const struct config_value *value = &config->values[i];

		if (is_scheme(value->key)) {
			if (scheme_path.ptr == NULL)
				scheme_path = value->path;
			if (!str_eq(scheme_path, value->path))
				continue;
		} else if (!is_default(value->key)) {
			continue;
		}
		settings = arena_push(
		    config->arena, settings, count, &cap, sizeof(*settings));
		settings[*count - 1] = (struct setting){ .key = value->key,
			.value = value->value };
	}
	return settings;
}
