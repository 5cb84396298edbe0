/* config: a council's own settings -> values, each with the file and place that
 * it comes from.
 *
 * They stand in files called rapporteur.yaml: the nearest in the draft's folder
 * or above it, then the user's ($XDG_CONFIG_HOME/rapporteur/), then the
 * system's (below each of $XDG_CONFIG_DIRS), by the XDG Base Directory
 * Specification. A file says what those after it say otherwise; of a list, such
 * as a scheme, the first file that has one gives it whole. */
#ifndef CONFIG_CONFIG_H
#define CONFIG_CONFIG_H

#include "model/doc.h"
#include "model/theme.h"

struct arena;
struct msgs;

struct config_value {
	struct str key;   /* "colours.accent" */
	struct str value; /* never empty */
	struct str path;  /* of the file, as messages name it */
	struct pos pos;
};

struct config {
	struct arena *arena; /* all below lives in it */
	struct str *files;   /* those that were read, nearest first */
	size_t file_count, file_cap;
	struct config_value *values; /* in the order of files */
	size_t count, cap;
};

/* Reads the settings for a draft ("-": for what is read in this folder), or
 * those of `file` alone if it is not NULL ("": none at all). NULL, with
 * messages that name file, line and what is expected, when a file cannot be
 * read or a value makes no sense; a key that is not known is warned of. */
struct config *config_load(
    const char *draft, const char *file, struct msgs *msgs);
void config_free(struct config *config); /* takes NULL */

/* The value that counts, or NULL. */
const struct config_value *config_find(
    const struct config *config, const char *key);

/* The same as text; empty when nothing is set. */
struct str config_text(const struct config *config, const char *key);

/* What goes into a draft that does not say it itself, as settings of the
 * draft's front matter: organisation, committee, language, scheme and wording.
 * Lives as long as the config. */
const struct setting *config_defaults(
    const struct config *config, size_t *count);

/* Changes the look by what is set. False, with messages, when what comes out
 * cannot be read: text too pale, states that look alike. */
bool config_theme(
    const struct config *config, struct theme *theme, struct msgs *msgs);

/* Of a logo: the file's path, from the folder that the program runs in. Empty
 * if none is set. */
struct str config_logo(const struct config *config);

/* ---- what can be set: for --explain and the manual ---- */

struct config_key {
	const char *name;  /* "colours.accent"; one that ends in "." stands for
			    * all below it */
	const char *wants; /* "a colour such as #1b3f73" */
};

/* What a key that a theme holds is set to, as it would be written: "A4",
 * "#1b3f73", "tick". A key of a state names it: "states.complete.shape". Empty
 * for a key that no theme holds. Lives in arena. */
struct str config_show(
    struct arena *arena, const struct theme *theme, struct str key);

/* The first, the second, ...; NULL behind the last. */
const struct config_key *config_key_at(size_t index);

#endif
