/* forms_aligned: tables whose columns are aligned by spaces. */
#include "forms_priv.h"

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
