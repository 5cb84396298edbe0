/* forms_aligned: tables whose columns are aligned by spaces. */
#include "forms_priv.h"

#include <string.h>

#include "base/utf8.h"

enum { NARROW = 12, WIDE = 26, MAX_LINES = 24 };

static int
width_of(const struct layout *layout, int c)
{
	switch (layout->columns[c]) {
	case ID:
		return 8;
	case ACTION:
	case PROGRESS:
	case NEXT:
		return WIDE;
	case OWNER:
		return 18;
	case DUE:
	case STATUS:
	case EXTRA:
	case WHAT_COUNT:
		break;
	}
	return NARROW + 6;
}

/* Behind as many words of the text as fit. */
static const char *
fitting(const char *text, int width)
{
	const char *end = text, *next = text;

	while (*next != '\0') {
		const char *word = next;

		while (*word == ' ')
			word++;
		while (*word != '\0' && *word != ' ')
			word++;
		if ((int)utf8_count(str_range(text, word)) > width - 2 &&
		    end > text)
			break;
		end = next = word;
	}
	return end;
}

/* A row's lines, of as many as its highest cell has. */
struct lines {
	struct str parts[WHAT_COUNT][MAX_LINES];
	int counts[WHAT_COUNT];
	int height;
};

static void
wrap_cell(struct lines *lines, int c, const char *text, int width)
{
	int count = 0;

	while (*text != '\0' && count < MAX_LINES) {
		const char *end = fitting(text, width);

		lines->parts[c][count++] = str_range(text, end);
		for (text = end; *text == ' ';)
			text++;
	}
	lines->counts[c] = count;
	if (count > lines->height)
		lines->height = count;
}

static void
put_padded(struct buf *out, struct str text, int width)
{
	int columns = 0;

	buf_put_str(out, text);
	while (text.len > 0)
		columns += utf8_width(utf8_next(&text));
	for (; columns < width; columns++)
		buf_puts(out, " ");
}

static void
end_line(struct buf *out)
{
	while (out->len > 0 && out->ptr[out->len - 1] == ' ')
		out->len--;
	buf_puts(out, "\n");
}

/* Where cells that are lower than their row stand. */
enum stand { AT_TOP, IN_MIDDLE, AT_BOTTOM };

static void
put_row_as(struct buf *out, const struct layout *layout,
    const struct known_action *action, enum stand stand, int first, int last)
{
	struct lines lines = { .height = 0 };
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++)
		wrap_cell(&lines, c,
		    action == NULL ? layout->names[c]
				   : form_cell(layout, action, c, text),
		    width_of(layout, c));
	for (int n = first; n < lines.height && n < last; n++) {
		for (int c = 0; c < layout->count; c++) {
			int room = lines.height - lines.counts[c];
			int above = stand == AT_TOP      ? 0
				    : stand == IN_MIDDLE ? room / 2
							 : room;
			int k = n - above;
			struct str part = { "", 0 };

			if (k >= 0 && k < lines.counts[c])
				part = lines.parts[c][k];
			put_padded(out, part, width_of(layout, c));
		}
		end_line(out);
	}
}

static void
put_aligned_row(struct buf *out, const struct layout *layout,
    const struct known_action *action)
{
	put_row_as(out, layout, action, AT_TOP, 0, MAX_LINES);
}

static void
write_standing(struct buf *out, const struct known_plan *plan, struct rng *rng,
    enum stand stand)
{
	struct layout layout;

	do
		form_layout_draw(&layout, plan, rng);
	while (!layout.id_apart);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			put_aligned_row(out, &layout, NULL);
		put_row_as(
		    out, &layout, &plan->actions[i], stand, 0, MAX_LINES);
	}
}

void
form_aligned_middle(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	write_standing(out, plan, rng, IN_MIDDLE);
}

void
form_aligned_last(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	write_standing(out, plan, rng, AT_BOTTOM);
}

/* Pages end between rows and within them, and begin with the header. */
void
form_cut_aligned(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;
	unsigned page = 1;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		bool cut = rng_chance(rng, 25);
		int lines = cut ? 1 + (int)rng_below(rng, 2) : 0;

		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			put_aligned_row(out, &layout, NULL);
		if (cut) {
			put_row_as(
			    out, &layout, &plan->actions[i], AT_TOP, 0, lines);
			buf_printf(out, "\n%sPage %u\n\n",
			    rng_chance(rng, 50) ? "\f" : "", ++page);
			put_aligned_row(out, &layout, NULL);
		}
		put_row_as(
		    out, &layout, &plan->actions[i], AT_TOP, lines, MAX_LINES);
	}
}

void
form_bare_aligned(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		put_aligned_row(out, &layout, &plan->actions[i]);
	}
}

void
form_aligned(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			put_aligned_row(out, &layout, NULL);
		put_aligned_row(out, &layout, &plan->actions[i]);
	}
}

/* ---- drawn as Pandoc's Markdown has them ---- */

static void
put_strokes(struct buf *out, const struct layout *layout, const char *edge,
    const char *stroke, const int *widths)
{
	for (int c = 0; c < layout->count; c++) {
		buf_puts(out, *edge != '\0' ? edge : c > 0 ? "  " : "");
		for (int i = 0; i < widths[c] - 2 * (*edge == '\0'); i++)
			buf_puts(out, stroke);
	}
	buf_printf(out, "%s\n", edge);
}

static void
widths_of(int *widths, const struct layout *layout)
{
	for (int c = 0; c < layout->count; c++)
		widths[c] = width_of(layout, c);
}

/* Wide enough for every cell to stand on one line. */
static void
widen(
    int *widths, const struct layout *layout, const struct known_action *action)
{
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++) {
		const char *value = action == NULL
					? layout->names[c]
					: form_cell(layout, action, c, text);
		int width = 0;

		for (struct str rest = str_from(value); rest.len > 0;)
			width += utf8_width(utf8_next(&rest));
		if (width + 2 > widths[c])
			widths[c] = width + 2;
	}
}

static void
put_line(struct buf *out, const struct layout *layout,
    const struct known_action *action, const int *widths)
{
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++)
		put_padded(out,
		    str_from(action == NULL
				 ? layout->names[c]
				 : form_cell(layout, action, c, text)),
		    widths[c]);
	end_line(out);
}

void
form_drawn_simple(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	int widths[WHAT_COUNT] = { 0 };
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	/* "#  Action" begins a heading, for any reader */
	if (strcmp(layout.names[0], "#") == 0)
		layout.names[0] = "Ref";
	form_head_put(out, plan, true);
	widen(widths, &layout, NULL);
	for (int i = 0; i < plan->count; i++)
		widen(widths, &layout, &plan->actions[i]);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i)) {
			put_line(out, &layout, NULL, widths);
			put_strokes(out, &layout, "", "-", widths);
		}
		put_line(out, &layout, &plan->actions[i], widths);
	}
}

void
form_drawn_multiline(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	int widths[WHAT_COUNT], total = 0;
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	/* "#  Action" begins a heading, for any reader */
	if (strcmp(layout.names[0], "#") == 0)
		layout.names[0] = "Ref";
	form_head_put(out, plan, true);
	widths_of(widths, &layout);
	for (int c = 0; c < layout.count; c++)
		total += widths[c];
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i)) {
			for (int k = 0; k < total; k++)
				buf_puts(out, "-");
			buf_puts(out, "\n");
			put_aligned_row(out, &layout, NULL);
			put_strokes(out, &layout, "", "-", widths);
		} else {
			buf_puts(out, "\n");
		}
		put_aligned_row(out, &layout, &plan->actions[i]);
		if (i + 1 < plan->count && !form_begins_table(plan, i + 1))
			continue;
		for (int k = 0; k < total; k++)
			buf_puts(out, "-");
		buf_puts(out, "\n\n");
	}
}

static void
put_grid_row(struct buf *out, const struct layout *layout,
    const struct known_action *action, const int *widths)
{
	struct lines lines = { .height = 0 };
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++)
		wrap_cell(&lines, c,
		    action == NULL ? layout->names[c]
				   : form_cell(layout, action, c, text),
		    widths[c]);
	for (int n = 0; n < lines.height; n++) {
		for (int c = 0; c < layout->count; c++) {
			struct str part = { "", 0 };

			if (n < lines.counts[c])
				part = lines.parts[c][n];
			buf_puts(out, "| ");
			put_padded(out, part, widths[c] - 1);
		}
		buf_puts(out, "|\n");
	}
	put_strokes(out, layout, "+", action == NULL ? "=" : "-", widths);
}

void
form_drawn_grid(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	int widths[WHAT_COUNT];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	widths_of(widths, &layout);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i)) {
			put_strokes(out, &layout, "+", "-", widths);
			put_grid_row(out, &layout, NULL, widths);
		}
		put_grid_row(out, &layout, &plan->actions[i], widths);
	}
}
