/* forms_drift: tables set in columns of a page, each row for itself: the cells
 * of a row begin at one place on all its lines, a little off the headings and
 * off the rows around, and one space is all that parts some of them. */
#include "forms_priv.h"

#include "base/utf8.h"

enum { MAX_LINES = 24, DRIFT = 4 };

static int
width_of(enum what what)
{
	switch (what) {
	case ID:
		return 9;
	case ACTION:
	case PROGRESS:
	case NEXT:
		return 27;
	case OWNER:
		return 20;
	case DUE:
	case STATUS:
	case EXTRA:
	case WHAT_COUNT:
		break;
	}
	return 20;
}

/* Takes as many words as fit, one at least; as the page would break them. */
static struct str
take_fitting(const char **text, int width)
{
	const char *begin = *text, *end = begin, *next = begin;

	while (*next != '\0') {
		while (*next == ' ')
			next++;
		while (*next != '\0' && *next != ' ')
			next++;
		if ((int)utf8_count(str_range(begin, next)) > width &&
		    end > begin)
			break;
		end = next;
	}
	for (*text = end; **text == ' '; ++*text)
		continue;
	return str_range(begin, end);
}

/* The cells of a row begin up to DRIFT columns before their headings. */
static void
put_row(struct buf *out, const struct layout *layout,
    const struct known_action *action, struct rng *rng)
{
	char text[WHAT_COUNT][MAX_CELL];
	const char *rest[WHAT_COUNT];
	int starts[WHAT_COUNT + 1] = { 0 }, at = 0;
	bool goes_on = true;

	for (int c = 0; c < layout->count; c++) {
		rest[c] = action == NULL
			      ? layout->names[c]
			      : form_cell(layout, action, c, text[c]);
		starts[c] = at;
		if (c > 0 && action != NULL)
			starts[c] -= (int)rng_below(rng, DRIFT);
		at += width_of(layout->columns[c]);
	}
	starts[layout->count] = at;
	while (goes_on) {
		at = 0;
		goes_on = false;
		for (int c = 0; c < layout->count; c++) {
			/* headings stand well apart */
			int room = starts[c + 1] - starts[c] -
				   (action == NULL ? 3 : 1);
			struct str part = take_fitting(&rest[c], room);

			for (; part.len > 0 && at < starts[c]; at++)
				buf_puts(out, " ");
			buf_put_str(out, part);
			at += (int)utf8_count(part);
			goes_on = goes_on || *rest[c] != '\0';
		}
		buf_puts(out, "\n");
	}
}

void
form_drifting(struct buf *out, const struct known_plan *plan, struct rng *rng)
{
	struct layout layout;

	form_layout_draw(&layout, plan, rng);
	form_head_put(out, plan, false);
	for (int i = 0; i < plan->count; i++) {
		form_group_put(out, plan, i, false);
		if (form_begins_table(plan, i))
			put_row(out, &layout, NULL, rng);
		put_row(out, &layout, &plan->actions[i], rng);
	}
}
