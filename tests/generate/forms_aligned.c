/* forms_aligned: tables whose columns are aligned by spaces. */
#include "forms_priv.h"

#include "base/utf8.h"

enum { NARROW = 12, WIDE = 26 };

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

/* As many words of the text as fit; the rest goes on. */
static const char *
put_wrapped(struct buf *out, const char *text, int width, bool is_last)
{
	const char *end = text, *next = text;
	int columns = 0;

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
	buf_put(out, text, (size_t)(end - text));
	for (struct str put = str_range(text, end); put.len > 0;)
		columns += utf8_width(utf8_next(&put));
	for (; !is_last && columns < width; columns++)
		buf_puts(out, " ");
	while (*end == ' ')
		end++;
	return end;
}

static void
put_aligned_row(struct buf *out, const struct layout *layout,
    const struct known_action *action)
{
	char texts[WHAT_COUNT][MAX_CELL];
	const char *rest[WHAT_COUNT];
	bool more = true;

	for (int c = 0; c < layout->count; c++)
		rest[c] = action == NULL
			      ? layout->names[c]
			      : form_cell(layout, action, c, texts[c]);
	while (more) {
		more = false;
		for (int c = 0; c < layout->count; c++) {
			rest[c] = put_wrapped(out, rest[c], width_of(layout, c),
			    c == layout->count - 1);
			more = more || *rest[c] != '\0';
		}
		while (out->len > 0 && out->ptr[out->len - 1] == ' ')
			out->len--;
		buf_puts(out, "\n");
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
