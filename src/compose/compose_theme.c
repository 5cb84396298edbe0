/* compose_theme: theme.xml -> struct theme. What the file leaves out is as in
 * the table of defaults below, or as in the theme of the template extended. */
#include "compose/compose_priv.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/must.h"
#include "model/colour.h"
#include "model/picture.h"

#define RGB(r, g, b)                                                           \
	{                                                                      \
		(r), (g), (b)                                                  \
	}

/* The shapes' outlines differ, their greys differ, and each colour stands out
 * at 3:1 or more from white; the words carry the meaning. */
static const struct state_look default_looks[STATE_COUNT] = {
	[STATE_NONE] = { SHAPE_RING, RGB(0x6b, 0x72, 0x80),
	    RGB(0xf3, 0xf4, 0xf6), { "", 0 } },
	[STATE_COMPLETE] = { SHAPE_TICK, RGB(0x1d, 0x4e, 0x9e),
	    RGB(0xe6, 0xee, 0xf9), { "", 0 } },
	[STATE_ON_TRACK] = { SHAPE_CIRCLE, RGB(0x1f, 0x7a, 0x3d),
	    RGB(0xe5, 0xf4, 0xe9), { "", 0 } },
	[STATE_AT_RISK] = { SHAPE_TRIANGLE, RGB(0xb4, 0x6a, 0x00),
	    RGB(0xfd, 0xf1, 0xdc), { "", 0 } },
	[STATE_OFF_TRACK] = { SHAPE_DIAMOND, RGB(0xb0, 0x1e, 0x2e),
	    RGB(0xfb, 0xe7, 0xe9), { "", 0 } },
	[STATE_NOT_STARTED] = { SHAPE_RING, RGB(0x5b, 0x63, 0x70),
	    RGB(0xf1, 0xf2, 0xf4), { "", 0 } },
	[STATE_ON_HOLD] = { SHAPE_BARS, RGB(0x5f, 0x4b, 0x8b),
	    RGB(0xef, 0xeb, 0xf6), { "", 0 } },
	[STATE_WITHDRAWN] = { SHAPE_CROSS, RGB(0x4a, 0x4f, 0x57),
	    RGB(0xee, 0xee, 0xef), { "", 0 } },
	[STATE_UNKNOWN] = { SHAPE_RING, RGB(0x6b, 0x72, 0x80),
	    RGB(0xf3, 0xf4, 0xf6), { "", 0 } },
};

static const struct theme default_theme = {
	.body_family = STR("Liberation Sans"),
	.heading_family = STR("Liberation Sans"),
	.mono_family = STR("Liberation Mono"),
	.body_pt = 12,
	.small_pt = 9,
	.table_pt = 10,
	.heading_pt = { 0, 20, 16, 14, 12.5, 12, 12 },
	.line_height = 1.3,
	.page_width_pt = 595.276, /* A4: 210 mm by 297 mm */
	.page_height_pt = 841.89,
	.margin_top_pt = 60,
	.margin_right_pt = 58,
	.margin_bottom_pt = 58,
	.margin_left_pt = 58,
	.paragraph_gap_pt = 7,
	.number_indent_pt = 32,
	.list_indent_pt = 18,
	.cell_pad_x_pt = 5,
	.cell_pad_y_pt = 3.5,
	.columns = 1,
	.column_gap_pt = 20,
	.text = RGB(0x1d, 0x21, 0x29),
	.muted = RGB(0x55, 0x5c, 0x68),
	.accent = RGB(0x1b, 0x3f, 0x73),
	.rule = RGB(0xc3, 0xc8, 0xd1),
	.band = RGB(0xe9, 0xee, 0xf5),
};

void
compose_theme_default(struct theme *theme)
{
	*theme = default_theme;
	for (int i = 0; i < STATE_COUNT; i++)
		theme->states[i] = default_looks[i];
}

struct reader {
	struct arena *arena;
	struct theme *theme;
	const char *path;
	struct msgs *msgs;
	bool ok;
};

/* Leaves `value` as it is when the attribute is not there. */
static void
read_number(
    struct reader *reader, const xmlNode *at, const char *name, double *value)
{
	struct str text = compose_xml_attr(reader->arena, at, name);

	if (text.len > 0) /* the schema has seen to its form */
		*value = strtod(text.ptr, NULL);
}

static void
read_text(struct reader *reader, const xmlNode *at, const char *name,
    struct str *value)
{
	struct str text = compose_xml_attr(reader->arena, at, name);

	if (text.len > 0)
		*value = text;
}

static void
read_colour(struct reader *reader, const xmlNode *at, const char *name,
    struct colour *colour)
{
	struct str text = compose_xml_attr(reader->arena, at, name);

	bool ok = text.len == 0 || colour_parse(colour, text);

	must(ok); /* by the schema */
}

static void
read_fonts(struct reader *reader, const xmlNode *at)
{
	struct theme *theme = reader->theme;

	read_text(reader, at, "body", &theme->body_family);
	read_text(reader, at, "headings", &theme->heading_family);
	read_text(reader, at, "mono", &theme->mono_family);
}

static void
read_sizes(struct reader *reader, const xmlNode *at)
{
	static const char *const headings[] = { NULL, "h1", "h2", "h3", "h4",
		"h5", "h6" };
	struct theme *theme = reader->theme;

	read_number(reader, at, "body", &theme->body_pt);
	read_number(reader, at, "small", &theme->small_pt);
	read_number(reader, at, "table", &theme->table_pt);
	read_number(reader, at, "line-height", &theme->line_height);
	for (int i = 1; i <= 6; i++)
		read_number(reader, at, headings[i], &theme->heading_pt[i]);
}

static void
read_page(struct reader *reader, const xmlNode *at)
{
	struct theme *theme = reader->theme;
	double columns = theme->columns;

	theme_set_paper(theme, compose_xml_attr(reader->arena, at, "paper"));
	read_number(reader, at, "top", &theme->margin_top_pt);
	read_number(reader, at, "right", &theme->margin_right_pt);
	read_number(reader, at, "bottom", &theme->margin_bottom_pt);
	read_number(reader, at, "left", &theme->margin_left_pt);
	read_number(reader, at, "columns", &columns);
	read_number(reader, at, "column-gap", &theme->column_gap_pt);
	theme->columns = (int)columns;
	if (theme_columns(theme, false) < theme->columns)
		msgs_add(reader->msgs,
		    &(struct msg){ .level = MSG_WARNING,
			.rule = STR("template"),
			.path = str_from(reader->path),
			.pos = { (uint32_t)xmlGetLineNo(at), 0 },
			.text = theme_columns_text(reader->arena, theme),
			.hint = STR("set fewer columns, or smaller type or "
				    "margins") });
}

static void
read_spacing(struct reader *reader, const xmlNode *at)
{
	struct theme *theme = reader->theme;

	read_number(reader, at, "paragraph-gap", &theme->paragraph_gap_pt);
	read_number(reader, at, "number-indent", &theme->number_indent_pt);
	read_number(reader, at, "list-indent", &theme->list_indent_pt);
	read_number(reader, at, "cell-x", &theme->cell_pad_x_pt);
	read_number(reader, at, "cell-y", &theme->cell_pad_y_pt);
}

static void
read_colours(struct reader *reader, const xmlNode *at)
{
	struct theme *theme = reader->theme;

	read_colour(reader, at, "text", &theme->text);
	read_colour(reader, at, "muted", &theme->muted);
	read_colour(reader, at, "accent", &theme->accent);
	read_colour(reader, at, "rule", &theme->rule);
	read_colour(reader, at, "band", &theme->band);
}

static void
read_state(struct reader *reader, const xmlNode *at)
{
	struct str name = compose_xml_attr(reader->arena, at, "name");
	struct str shape = compose_xml_attr(reader->arena, at, "shape");
	struct state_look *look = &reader->theme->states[doc_state_from(name)];

	theme_shape_parse(&look->shape, shape);
	read_colour(reader, at, "colour", &look->colour);
	read_colour(reader, at, "fill", &look->fill);
	read_text(reader, at, "label", &look->label);
}

/* The schema has seen to it that the name leads nowhere else; a link could,
 * and so it is not followed. */
static void
read_logo(struct reader *reader, const xmlNode *at)
{
	struct str file = compose_xml_attr(reader->arena, at, "file");
	const char *slash = strrchr(reader->path, '/');
	struct str folder =
	    str_range(reader->path, slash ? slash + 1 : reader->path);
	struct str path = str_printf(
	    reader->arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(file));
	struct picture *logo = arena_alloc(reader->arena, sizeof(*logo));
	struct stat info;
	const char *reason;

	if (lstat(path.ptr, &info) == 0 && !S_ISREG(info.st_mode))
		reason = "it is no file of this folder";
	else
		reason = picture_open(reader->arena, logo, path.ptr);
	if (reason == NULL) {
		reader->theme->logo = logo;
		reader->theme->logo_path = path.ptr;
		return;
	}
	compose_xml_error(reader->msgs, reader->path, at,
	    "the logo cannot be used", file, reason);
	reader->ok = false;
}

static void
read_element(struct reader *reader, const xmlNode *at)
{
	if (compose_xml_is(at, "fonts"))
		read_fonts(reader, at);
	else if (compose_xml_is(at, "sizes"))
		read_sizes(reader, at);
	else if (compose_xml_is(at, "page"))
		read_page(reader, at);
	else if (compose_xml_is(at, "spacing"))
		read_spacing(reader, at);
	else if (compose_xml_is(at, "colours"))
		read_colours(reader, at);
	else if (compose_xml_is(at, "logo"))
		read_logo(reader, at);
	else if (compose_xml_is(at, "state"))
		read_state(reader, at);
}

static void
check_contrast(struct reader *reader, const xmlNode *root)
{
	struct theme_fault faults[8];
	size_t count = theme_faults(reader->theme, faults, 8);

	for (size_t i = 0; i < count && i < 8; i++)
		compose_xml_error(reader->msgs, reader->path, root,
		    "colours are too close to be read",
		    theme_fault_text(reader->arena, &faults[i]),
		    "choose a darker colour, or another shape");
	reader->ok = reader->ok && count == 0;
}

bool
compose_theme_read(struct arena *arena, struct theme *theme, const char *path,
    const char *schema_path, struct msgs *msgs)
{
	struct reader reader = { arena, theme, path, msgs, false };
	xmlDoc *doc = compose_xml_load(path, msgs);
	const xmlNode *root;

	if (doc == NULL)
		return false;
	if (compose_xml_check(doc, path, schema_path, msgs)) {
		reader.ok = true;
		root = xmlDocGetRootElement(doc);
		for (xmlNode *at = root->children; at != NULL; at = at->next)
			read_element(&reader, at);
		check_contrast(&reader, root);
	}
	xmlFreeDoc(doc);
	return reader.ok;
}
