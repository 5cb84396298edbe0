/* config_priv: between the files of config. */
#ifndef CONFIG_CONFIG_PRIV_H
#define CONFIG_CONFIG_PRIV_H

#include "config/config.h"

/* What a value has to be. */
enum config_type {
	CONFIG_TEXT,
	CONFIG_COLOUR,
	CONFIG_PAPER,
	CONFIG_SHAPE,
	CONFIG_NUMBER, /* between the row's `least` and `most` */
	CONFIG_WHOLE,  /* the same without decimals */
	CONFIG_LANGUAGE,
	CONFIG_NAME, /* of a template */
	CONFIG_OPEN, /* all below it; looked at by whoever uses it */
};

struct config_row {
	struct config_key key;
	enum config_type type;
	size_t offset;      /* of what it sets in struct theme, or NOWHERE */
	double least, most; /* of a number */
};

#define CONFIG_NOWHERE ((size_t)-1)

/* The row of a key, or NULL: there is no such setting. States' rows stand for
 * those of every state: "states.*.colour". */
const struct config_row *config_row(struct str key);

/* The state of "states.on-track.colour", or STATE_NONE. */
enum state config_state(struct str key);

/* Is the value what the row wants? */
bool config_fits(const struct config_row *row, struct str value);

/* The known key that is nearest to one that is not, or NULL. */
const char *config_nearest(struct str key);

void config_say(struct msgs *msgs, enum msg_level level,
    const struct config_value *value, struct str text, struct str hint);

#endif
