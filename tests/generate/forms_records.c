/* forms_records: actions as records, one below the other. */
#include "forms_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static void
put_labels(struct buf *out, const struct layout *layout,
    const struct known_action *action, const char *before, const char *colon)
{
	char text[MAX_CELL];

	for (int c = 0; c < layout->count; c++) {
		const char *value = form_cell(layout, action, c, text);

		if (layout->columns[c] == ID || layout->columns[c] == ACTION ||
		    value[0] == '\0')
			continue;
		buf_printf(
		    out, "%s%s%s%s\n", before, layout->names[c], colon, value);
	}
}

void
form_headings(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const char *colon = rng_chance(rng, 75) ? ": " : " – ";
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		form_group_put(out, plan, i, true);
		buf_printf(out, "\n### %s%s%s\n\n", action->id,
		    action->id[0] ? " " : "", action->title);
		put_labels(out, &layout, action, "- ", colon);
	}
}

void
form_items(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const char *colon = rng_chance(rng, 75) ? ": " : " - ";
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		form_group_put(out, plan, i, true);
		buf_printf(out, "- **%s%s%s**\n", action->id,
		    action->id[0] ? " " : "", action->title);
		put_labels(out, &layout, action, "  - ", colon);
	}
}

void
form_labelled(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		form_group_put(out, plan, i, false);
		buf_printf(out, "%s%s%s\n", action->id,
		    action->id[0] ? " " : "", action->title);
		put_labels(out, &layout, action, "", ": ");
		buf_puts(out, "\n");
	}
}

/* With dashes for colons, below headings. */
void
form_dashed(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const char *dash = rng_chance(rng, 60) ? " – " : " - ";
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];

		form_group_put(out, plan, i, true);
		buf_printf(out, "\n### %s%s%s\n\n", action->id,
		    action->id[0] ? " " : "", action->title);
		put_labels(out, &layout, action, "", dash);
	}
}

/* "Mend the wall. Owner: Ann Lee; Due: 3 May 2026; Status: Red" */
static void
put_bullet(struct buf *out, const struct layout *layout,
    const struct known_action *action, const char *between)
{
	char text[MAX_CELL];
	const char *before = ". ";

	buf_printf(out, "- %s%s%s", action->id, action->id[0] ? " " : "",
	    action->title);
	for (int c = 0; c < layout->count; c++) {
		const char *value = form_cell(layout, action, c, text);

		if (layout->columns[c] == ID || layout->columns[c] == ACTION ||
		    value[0] == '\0')
			continue;
		buf_printf(out, "%s%s: %s", before, layout->names[c], value);
		before = between;
	}
	buf_puts(out, "\n");
}

static void
write_bullets(struct buf *out, const struct known_plan *plan, struct rng *rng,
    bool is_markdown, const char *between)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, is_markdown);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, is_markdown);
		put_bullet(out, &layout, &plan->actions[i], between);
	}
}

void
form_bullets(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	write_bullets(out, plan, rng, true, rng_chance(rng, 50) ? "; " : " | ");
}

/* The labels on one line below the title, parted by little or nothing. */
void
form_rows_of_labels(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const char *const between[] = { " ", "  ", " | ", "; " };
	const char *gap = PICK(rng, between);
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		const struct known_action *action = &plan->actions[i];
		const char *before = "";

		form_group_put(out, plan, i, true);
		buf_printf(out, "\n### %s%s%s\n\n", action->id,
		    action->id[0] ? " " : "", action->title);
		for (int c = 0; c < layout.count; c++) {
			if (layout.columns[c] == ID ||
			    layout.columns[c] == ACTION)
				continue;
			buf_printf(out, "%s%s: %s", before, layout.names[c],
			    form_cell(&layout, action, c, text));
			before = gap;
		}
		buf_puts(out, "\n");
	}
}

/* Headings with a period in them need something before them; HTML within such
 * a line keeps Markdown's reader from parting it. */
void
form_arrange_short(
    struct known_plan *plan, struct arena *arena, struct rng *rng)
{
	(void)arena;
	(void)rng;
	plan->has_progress = false;
	for (int i = 0; i < plan->count; i++) {
		struct known_action *action = &plan->actions[i];

		if (strstr(action->due_text, "<sup>") == NULL)
			continue;
		action->due = (struct date){ 2027, 5, 1 };
		snprintf(
		    action->due_text, sizeof(action->due_text), "1st May 2027");
	}
}

/* The same lines, broken where a narrow window would break them; what goes on
 * is set in, or not. */
void
form_wrapped_bullets(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	static const char *const between[] = { "; ", "; ", " | " };
	static const size_t indents[] = { 2, 2, 4, 0 };
	struct buf whole = BUF_INIT;
	struct str rest, line;
	size_t width = 40 + rng_below(rng, 61);
	size_t indent = PICK(rng, indents);

	write_bullets(&whole, plan, rng, false, PICK(rng, between));
	rest = buf_str(&whole);
	while (str_next_line(&rest, &line)) {
		bool is_item = str_starts(line, "- ");
		struct str word;
		size_t column = 0;

		if (!is_item) {
			buf_put_str(out, line);
			buf_puts(out, "\n");
			continue;
		}
		while (str_next_part(&line, ' ', &word)) {
			if (column > 0 &&
			    column + utf8_count(word) + 1 > width) {
				buf_printf(out, "\n%*s", (int)indent, "");
				column = indent;
			} else if (column > 0) {
				buf_puts(out, " ");
				column++;
			}
			buf_put_str(out, word);
			column += utf8_count(word);
		}
		buf_puts(out, "\n");
	}
	buf_clear(&whole);
}

/* "1) Mend the wall | Ann Lee | 3 May 2026 | Red" */
void
form_numbered_bars(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		buf_printf(out, "%s) ", plan->actions[i].id);
		for (int c = layout.id_apart; c < layout.count; c++)
			buf_printf(out, "%s%s",
			    c > layout.id_apart ? " | " : "",
			    layout.columns[c] == ACTION
				? plan->actions[i].title
				: form_cell(
				      &layout, &plan->actions[i], c, text));
		buf_puts(out, "\n");
	}
}
