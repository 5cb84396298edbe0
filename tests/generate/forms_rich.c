/* forms_rich: tables whose cells hold lists and several paragraphs: grids as
 * Pandoc draws them, HTML as it writes it, pipes with "<br>". What was done is
 * a list, and each owner has a paragraph. */
#include "forms_priv.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { PARTS = 4 };

/* What a cell says, in paragraphs or items. */
struct parts {
	struct str text[PARTS];
	int count;
	bool is_list;
};

static void
parts_of(struct parts *parts, const struct layout *layout,
    const struct known_action *action, int column, char text[MAX_CELL])
{
	const char *all = action == NULL
			      ? layout->names[column]
			      : form_cell(layout, action, column, text);
	enum what what = layout->columns[column];
	size_t cut;

	*parts = (struct parts){ .count = 1 };
	parts->text[0] = str_from(all);
	if (action != NULL && what == OWNER && action->owner_count > 1) {
		parts->count = action->owner_count;
		for (int i = 0; i < action->owner_count; i++)
			parts->text[i] = str_from(action->owners[i]);
	} else if (action != NULL && (what == PROGRESS || what == NEXT) &&
		   (cut = form_middle(all)) < strlen(all)) {
		parts->text[0] = str_head(str_from(all), cut);
		parts->text[1] = str_trim(str_from(all + cut));
		parts->count = 2;
		parts->is_list = true;
	}
}

/* ---- grids ---- */

enum { LINES = 60, WIDTH = 26 };

/* The lines of one cell; how far each is set in. */
struct cell {
	struct str lines[LINES];
	const char *marks[LINES];
	int count;
};

static void
wrap(struct cell *cell, struct str text, const char *mark, const char *indent)
{
	while (text.len > 0 && cell->count < LINES) {
		size_t len = 0, next = 0;

		/* as many words as have room, and at least one */
		while (next < text.len) {
			struct str rest = str_skip(text, next);
			size_t space = str_find(rest, " ");

			next += space == (size_t)-1 ? rest.len : space;
			if (len > 0 &&
			    utf8_count(str_head(text, next)) + strlen(mark) >
				WIDTH - 2)
				break;
			len = next;
			next += next < text.len;
		}
		cell->lines[cell->count] = str_head(text, len);
		cell->marks[cell->count++] = mark;
		text = str_trim(str_skip(text, len));
		mark = indent;
	}
}

static void
cell_fill(struct cell *cell, const struct parts *parts)
{
	cell->count = 0;
	for (int i = 0; i < parts->count; i++) {
		if (i > 0 && cell->count < LINES) {
			cell->lines[cell->count] = (struct str){ "", 0 };
			cell->marks[cell->count++] = "";
		}
		wrap(cell, parts->text[i], parts->is_list ? "- " : "",
		    parts->is_list ? "  " : "");
	}
}

static int
width_of(struct str text)
{
	int width = 0;

	while (text.len > 0)
		width += utf8_width(utf8_next(&text));
	return width;
}

static void
put_rule(struct buf *out, const struct layout *layout, char stroke)
{
	for (int c = 0; c < layout->count; c++) {
		buf_puts(out, "+");
		for (int i = 0; i < WIDTH; i++)
			buf_put(out, &stroke, 1);
	}
	buf_puts(out, "+\n");
}

static void
put_row(struct buf *out, const struct layout *layout,
    const struct known_action *action)
{
	struct cell cells[WHAT_COUNT];
	char texts[WHAT_COUNT][MAX_CELL];
	int height = 1;

	for (int c = 0; c < layout->count; c++) {
		struct parts parts;

		parts_of(&parts, layout, action, c, texts[c]);
		cell_fill(&cells[c], &parts);
		height = cells[c].count > height ? cells[c].count : height;
	}
	for (int n = 0; n < height; n++) {
		for (int c = 0; c < layout->count; c++) {
			bool has = n < cells[c].count;
			const char *mark = has ? cells[c].marks[n] : "";
			struct str line =
			    has ? cells[c].lines[n] : (struct str){ "", 0 };
			int left =
			    WIDTH - 1 - (int)strlen(mark) - width_of(line);

			buf_printf(out, "| %s%.*s%*s", mark, STR_ARG(line),
			    left > 0 ? left : 0, "");
		}
		buf_puts(out, "|\n");
	}
	put_rule(out, layout, action == NULL ? '=' : '-');
}

void
form_grid_lists(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i)) {
			put_rule(out, &layout, '-');
			put_row(out, &layout, NULL);
		}
		put_row(out, &layout, &plan->actions[i]);
	}
}

/* ---- HTML ---- */

static void
put_escaped(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '&')
			buf_puts(out, "&amp;");
		else if (text.ptr[i] == '<')
			buf_puts(out, "&lt;");
		else
			buf_put(out, text.ptr + i, 1);
	}
}

static void
put_html_cell(struct buf *out, const struct parts *parts, const char *tag)
{
	buf_printf(out, "<%s>", tag);
	if (parts->is_list)
		buf_puts(out, "<ul>\n");
	for (int i = 0; i < parts->count; i++) {
		if (parts->is_list)
			buf_puts(out, "<li>");
		if (parts->count > 1)
			buf_puts(out, "<p>");
		put_escaped(out, parts->text[i]);
		if (parts->count > 1)
			buf_puts(out, "</p>");
		buf_puts(out, parts->is_list ? "</li>\n" : "");
	}
	buf_printf(out, "%s</%s>\n", parts->is_list ? "</ul>" : "", tag);
}

static void
put_html_row(struct buf *out, const struct layout *layout,
    const struct known_action *action)
{
	buf_puts(out, action == NULL ? "<table>\n<thead>\n<tr>\n" : "<tr>\n");
	for (int c = 0; c < layout->count; c++) {
		char text[MAX_CELL];
		struct parts parts;

		parts_of(&parts, layout, action, c, text);
		put_html_cell(out, &parts, action == NULL ? "th" : "td");
	}
	buf_puts(
	    out, action == NULL ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n");
}

void
form_html_table(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i))
			put_html_row(out, &layout, NULL);
		put_html_row(out, &layout, &plan->actions[i]);
		if (i + 1 == plan->count || form_begins_table(plan, i + 1))
			buf_puts(out, "</tbody>\n</table>\n");
	}
}

/* ---- breaks ---- */

/* An office on a second line may be that of the person on the first. */
static void
keep_offices(struct parts *parts, const struct known_action *action)
{
	static const char *const words[] = { "Director", "Head", "Manager",
		"Officer", "Team", "Treasurer", "Service", "," };

	for (int i = 0; i < parts->count; i++)
		for (unsigned k = 0; k < COUNT(words); k++)
			if (str_find(parts->text[i], words[k]) != (size_t)-1) {
				parts->count = 1;
				parts->text[0] = str_from(action->owner_text);
				return;
			}
}

static void
put_break_row(struct buf *out, const struct layout *layout,
    const struct known_action *action, const char *bullet)
{
	for (int c = 0; c < layout->count; c++) {
		char text[MAX_CELL];
		struct parts parts;

		parts_of(&parts, layout, action, c, text);
		if (layout->columns[c] == OWNER && parts.count > 1)
			keep_offices(&parts, action);
		buf_puts(out, "| ");
		for (int i = 0; i < parts.count; i++)
			buf_printf(out, "%s%s%.*s", i > 0 ? "<br>" : "",
			    parts.is_list ? bullet : "",
			    STR_ARG(parts.text[i]));
		buf_puts(out, " ");
	}
	buf_puts(out, "|\n");
	for (int c = 0; action == NULL && c < layout->count; c++)
		buf_puts(out, c + 1 < layout->count ? "|---" : "|---|\n");
}

void
form_break_pipes(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const char *const bullets[] = { "- ", "\xE2\x80\xA2 ", "* " };
	const char *bullet = PICK(rng, bullets);
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i))
			put_break_row(out, &layout, NULL, bullet);
		put_break_row(out, &layout, &plan->actions[i], bullet);
	}
}
