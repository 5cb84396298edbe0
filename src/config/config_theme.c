/* config_theme: what is set of a paper's look -> its theme. */
#include "config/config_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "model/colour.h"
#include "model/picture.h"

static void
set_number(struct arena *arena, double *number, struct str value)
{
	*number = strtod(str_copy(arena, value).ptr, NULL);
}

static void
set_whole(struct arena *arena, int *number, struct str value)
{
	*number = (int)strtol(str_copy(arena, value).ptr, NULL, 10);
}

static void
set_state(struct state_look *look, const struct config_row *row,
    const struct config_value *value)
{
	if (row->type == CONFIG_SHAPE)
		theme_shape_parse(&look->shape, value->value);
	else if (row->type == CONFIG_TEXT)
		look->label = value->value;
	else if (str_ends(value->key, "fill"))
		colour_parse(&look->fill, value->value);
	else
		colour_parse(&look->colour, value->value);
}

/* Values were seen to fit when they were read. */
static void
set_one(const struct config *config, struct theme *theme,
    const struct config_value *value)
{
	const struct config_row *row = config_row(value->key);
	enum state state = config_state(value->key);
	void *place = (char *)theme + row->offset;

	if (state != STATE_NONE)
		set_state(&theme->states[state], row, value);
	else if (row->type == CONFIG_PAPER)
		theme_set_paper(theme, value->value);
	else if (row->offset == CONFIG_NOWHERE)
		return;
	else if (row->type == CONFIG_COLOUR)
		colour_parse(place, value->value);
	else if (row->type == CONFIG_NUMBER)
		set_number(config->arena, place, value->value);
	else if (row->type == CONFIG_WHOLE)
		set_whole(config->arena, place, value->value);
	else
		memcpy(place, &value->value, sizeof(value->value));
}

/* Where to complain of a look: at what was set last of it. */
static const struct config_value *
culprit(const struct config *config, const struct theme_fault *fault)
{
	const struct config_value *found = NULL;

	for (size_t i = config->count; i-- > 0;) {
		const struct config_value *value = &config->values[i];
		enum state state = config_state(value->key);
		bool is_colour = str_starts_nocase(value->key, "colours.");

		if (state != STATE_NONE &&
		    (state == fault->state || state == fault->other))
			return value;
		if (is_colour && (found == NULL || fault->state == STATE_NONE))
			found = value;
	}
	return found;
}

static struct str
all_of(const struct config *config)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (size_t i = 0; i < config->count; i++)
		buf_printf(&buf, "%.*s: %.*s\n", STR_ARG(config->values[i].key),
		    STR_ARG(config->values[i].value));
	text = str_copy(config->arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static bool
set_logo(const struct config *config, struct theme *theme, struct msgs *msgs)
{
	const struct config_value *value = config_find(config, "logo");
	struct picture *logo;
	const char *reason;

	if (value == NULL)
		return true;
	logo = arena_alloc(config->arena, sizeof(*logo));
	reason = picture_open(config->arena, logo, config_logo(config).ptr);
	if (reason == NULL) {
		theme->logo = logo;
		return true;
	}
	config_say(msgs, MSG_ERROR, value,
	    str_printf(config->arena, "the logo \"%.*s\" cannot be used: %s",
		STR_ARG(value->value), reason),
	    str_from("its place is meant from the folder of this file"));
	return false;
}

/* Columns that nobody could read are fewer: to be told where they are set, or
 * where that was done to a template's that fitted. */
static void
say_columns(const struct config *config, const struct theme *theme, bool fitted,
    struct msgs *msgs)
{
	static const char *const keys[] = { "columns", "column-gap", "paper",
		"sizes.body", "margins.left", "margins.right" };
	const struct config_value *value = NULL;

	if (theme_columns(theme, false) == theme->columns ||
	    (!fitted && config_find(config, "columns") == NULL))
		return;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]) && value == NULL;
	     i++)
		value = config_find(config, keys[i]);
	if (value != NULL)
		config_say(msgs, MSG_WARNING, value,
		    theme_columns_text(config->arena, theme),
		    str_from("set fewer columns, or smaller type or margins"));
}

bool
config_theme(
    const struct config *config, struct theme *theme, struct msgs *msgs)
{
	/* of all but code; what is said of one of them counts more */
	const struct config_value *font = config_find(config, "font");
	struct theme_fault faults[8];
	size_t count;
	bool ok, fitted = theme_columns(theme, false) == theme->columns;

	theme->origin = all_of(config);
	ok = set_logo(config, theme, msgs);
	if (font != NULL)
		theme->body_family = theme->heading_family = font->value;
	/* the nearest file's last, so that it has the last word */
	for (size_t i = config->count; i-- > 0;)
		if (&config->values[i] != font)
			set_one(config, theme, &config->values[i]);
	say_columns(config, theme, fitted, msgs);
	count = theme_faults(theme, faults, 8);
	for (size_t i = 0; i < count && i < 8; i++) {
		const struct config_value *value = culprit(config, &faults[i]);
		struct config_value nowhere = { 0 };

		config_say(msgs, MSG_ERROR, value != NULL ? value : &nowhere,
		    str_printf(config->arena,
			"colours are too close to be read: %.*s",
			STR_ARG(theme_fault_text(config->arena, &faults[i]))),
		    str_from("choose a darker colour, or another shape"));
		ok = false;
	}
	return ok;
}

static struct str
show_colour(struct arena *arena, struct colour colour)
{
	return str_printf(
	    arena, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

/* "12", "12.5", "41.95"; never more than two decimals. */
static struct str
show_number(struct arena *arena, double number)
{
	struct str text;
	long hundredths = (long)(number * 100 + 0.5);

	text =
	    str_printf(arena, "%ld.%02ld", hundredths / 100, hundredths % 100);
	while (str_ends(text, "0"))
		text.len--;
	return str_ends(text, ".") ? str_head(text, text.len - 1) : text;
}

static struct str
show_look(struct arena *arena, const struct state_look *look,
    const struct config_row *row, struct str key)
{
	if (row->type == CONFIG_SHAPE)
		return str_from(theme_shape_name(look->shape));
	if (row->type == CONFIG_TEXT)
		return look->label;
	return show_colour(
	    arena, str_ends(key, "fill") ? look->fill : look->colour);
}

static void
read_place(void *to, const struct theme *theme, const struct config_row *row,
    size_t size)
{
	memcpy(to, (const char *)theme + row->offset, size);
}

struct str
config_show(struct arena *arena, const struct theme *theme, struct str key)
{
	const struct config_row *row = config_row(key);
	struct colour colour;
	struct str text;
	double number;
	int whole;

	if (row == NULL)
		return str_from("");
	if (config_state(key) != STATE_NONE)
		return show_look(
		    arena, &theme->states[config_state(key)], row, key);
	if (row->type == CONFIG_PAPER)
		return theme_paper_name(arena, theme);
	if (row->offset == CONFIG_NOWHERE)
		return str_from("");
	if (row->type == CONFIG_COLOUR) {
		read_place(&colour, theme, row, sizeof(colour));
		return show_colour(arena, colour);
	}
	if (row->type == CONFIG_NUMBER) {
		read_place(&number, theme, row, sizeof(number));
		return show_number(arena, number);
	}
	if (row->type == CONFIG_WHOLE) {
		read_place(&whole, theme, row, sizeof(whole));
		return str_printf(arena, "%d", whole);
	}
	read_place(&text, theme, row, sizeof(text));
	return text;
}
