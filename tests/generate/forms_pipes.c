/* forms_pipes: tables whose cells are parted by pipes. */
#include "forms_priv.h"

#include <string.h>

struct pipes {
	bool outer;     /* a bar at both ends */
	bool delimiter; /* |---| below the header */
	bool is_markdown;
};

static void
put_pipe_row(struct buf *out, const struct layout *layout,
    const struct known_action *action, const struct pipes *pipes)
{
	char text[MAX_CELL];

	buf_puts(out, pipes->outer ? "| " : "");
	for (int c = 0; c < layout->count; c++)
		buf_printf(out, "%s%s", c > 0 ? " | " : "",
		    action == NULL ? layout->names[c]
				   : form_cell(layout, action, c, text));
	buf_puts(out, pipes->outer ? " |\n" : "\n");
}

static void
put_delimiter(
    struct buf *out, const struct layout *layout, const struct pipes *pipes)
{
	buf_puts(out, pipes->outer ? "|" : "");
	for (int c = 0; c < layout->count; c++)
		buf_printf(out, "%s---", c > 0 ? "|" : "");
	buf_puts(out, pipes->outer ? "|\n" : "\n");
}

static void
write_pipes_as(struct buf *out, const struct known_plan *plan, struct rng *rng,
    const struct pipes *pipes)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	/* "# | Action" begins a heading in Markdown, for any reader */
	if (!pipes->outer && strcmp(layout.names[0], "#") == 0)
		layout.names[0] = "Ref";
	form_head_put(out, plan, pipes->is_markdown);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, pipes->is_markdown);
		if (form_begins_table(plan, i)) {
			put_pipe_row(out, &layout, NULL, pipes);
			if (pipes->delimiter)
				put_delimiter(out, &layout, pipes);
		}
		put_pipe_row(out, &layout, &plan->actions[i], pipes);
	}
}

void
form_pipes(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	write_pipes_as(out, plan, rng, &(struct pipes){ true, true, true });
}

void
form_bare_pipes(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	write_pipes_as(out, plan, rng, &(struct pipes){ false, true, true });
}

void
form_text_pipes(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	write_pipes_as(out, plan, rng, &(struct pipes){ true, false, false });
}

/* A row over several physical lines: what does not fit goes on below, under
 * empty cells. */
static void
put_long_pipe_row(struct buf *out, const struct layout *layout,
    const struct known_action *action)
{
	char text[MAX_CELL];
	size_t cut = form_middle(action->progress);

	for (int line = 0; line < 2; line++) {
		buf_puts(out, "|");
		for (int c = 0; c < layout->count; c++) {
			const char *value = form_cell(layout, action, c, text);

			if (layout->columns[c] != PROGRESS)
				buf_printf(
				    out, " %s |", line == 0 ? value : "");
			else if (line == 0)
				buf_printf(out, " %.*s |", (int)cut, value);
			else
				buf_printf(out, "%s |", value + cut);
		}
		buf_puts(out, "\n");
	}
}

void
form_long_pipes(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const struct pipes pipes = { true, true, true };
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i)) {
			put_pipe_row(out, &layout, NULL, &pipes);
			put_delimiter(out, &layout, &pipes);
		}
		if (plan->has_progress && rng_chance(rng, 40))
			put_long_pipe_row(out, &layout, &plan->actions[i]);
		else
			put_pipe_row(out, &layout, &plan->actions[i], &pipes);
	}
}

/* What converters make of a table whose header they do not know: an empty one,
 * and the headings in the first row. */
void
form_empty_header(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const struct pipes pipes = { true, true, true };
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, true);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, true);
		if (form_begins_table(plan, i)) {
			for (int c = 0; c < layout.count; c++)
				buf_puts(out, "|   ");
			buf_puts(out, "|\n");
			put_delimiter(out, &layout, &pipes);
			put_pipe_row(out, &layout, NULL, &pipes);
		}
		put_pipe_row(out, &layout, &plan->actions[i], &pipes);
	}
}

/* Tabs stand around the pipes, as copying out of a grid leaves them. */
void
form_tabbed_pipes(
    struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const struct known_action *none = NULL;
	char text[MAX_CELL];
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		for (int row = !form_begins_table(plan, i); row < 2; row++) {
			const struct known_action *action =
			    row == 0 ? none : &plan->actions[i];

			for (int c = 0; c < layout.count; c++)
				buf_printf(out, "|\t%s\t",
				    action == NULL
					? layout.names[c]
					: form_cell(&layout, action, c, text));
			buf_puts(out, "|\n");
		}
	}
}

/* Pages end between rows, and begin with the header. */
void
form_cut_pipes(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	const struct pipes pipes = { true, false, false };
	struct layout layout;
	unsigned page = 1;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i)) {
			put_pipe_row(out, &layout, NULL, &pipes);
		} else if (rng_chance(rng, 25)) {
			buf_printf(out, "\nPage %u\n\n", ++page);
			put_pipe_row(out, &layout, NULL, &pipes);
		}
		put_pipe_row(out, &layout, &plan->actions[i], &pipes);
	}
}
