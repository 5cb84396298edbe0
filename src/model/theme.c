/* theme: names that themes use, and whether what they choose can be read; see
 * theme.h. */
#include "model/theme.h"

#include "base/arena.h"
#include "model/colour.h"

static const struct paper {
	const char *name;
	double width_pt, height_pt;
} papers[] = {
	{ "A3", 841.89, 1190.551 },
	{ "A4", 595.276, 841.89 },
	{ "A5", 419.528, 595.276 },
	{ "Letter", 612, 792 },
};

bool
theme_set_paper(struct theme *theme, struct str name)
{
	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++) {
		if (!str_is_nocase(name, papers[i].name))
			continue;
		theme->page_width_pt = papers[i].width_pt;
		theme->page_height_pt = papers[i].height_pt;
		return true;
	}
	return false;
}

struct str
theme_paper_name(struct arena *arena, const struct theme *theme)
{
	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
		if ((int)theme->page_width_pt == (int)papers[i].width_pt &&
		    (int)theme->page_height_pt == (int)papers[i].height_pt)
			return str_from(papers[i].name);
	return str_printf(arena, "%d by %d points", (int)theme->page_width_pt,
	    (int)theme->page_height_pt);
}

/* A character's average width, as a part of the size of type: with that of
 * most families, words of English and Welsh are set a little closer. */
static const double CHARACTER_EM = 0.5;

double
theme_column_width(const struct theme *theme, bool landscape, int count)
{
	double page = landscape ? theme->page_height_pt : theme->page_width_pt;

	return (page - theme->margin_left_pt - theme->margin_right_pt -
		   theme->column_gap_pt * (count - 1)) /
	       count;
}

static int
characters(const struct theme *theme, bool landscape, int count)
{
	return (int)(theme_column_width(theme, landscape, count) /
		     (theme->body_pt * CHARACTER_EM));
}

int
theme_columns(const struct theme *theme, bool landscape)
{
	int count = theme->columns;

	while (count > 1 &&
	       characters(theme, landscape, count) < THEME_COLUMN_CHARS)
		count--;
	return count > 1 ? count : 1;
}

struct str
theme_columns_text(struct arena *arena, const struct theme *theme)
{
	int room = characters(theme, false, theme->columns);
	int count = theme_columns(theme, false);

	return str_printf(arena,
	    "%d columns would have %d characters a line, fewer than the %d "
	    "that can be read; upright pages have %d",
	    theme->columns, room > 0 ? room : 0, THEME_COLUMN_CHARS, count);
}

static const char *const shapes[] = { "circle", "ring", "square", "triangle",
	"diamond", "tick", "bars", "cross" };

const char *
theme_shape_name(enum shape shape)
{
	return shapes[shape];
}

bool
theme_shape_parse(enum shape *shape, struct str name)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		if (!str_is_nocase(name, shapes[i]))
			continue;
		*shape = (enum shape)i;
		return true;
	}
	return false;
}

static const double GREY_CONTRAST = 1.5;

#define TEXT_FAULT(what)                                                       \
	(struct theme_fault)                                                   \
	{                                                                      \
		(what), STATE_NONE, STATE_NONE, 0, COLOUR_TEXT_CONTRAST        \
	}

/* The faults as they are found. */
struct search {
	struct theme_fault *faults;
	size_t count, most;
};

static void
want(struct search *search, struct theme_fault fault, struct colour colour,
    struct colour ground)
{
	fault.ratio = colour_contrast(colour, ground);
	if (fault.ratio >= fault.least)
		return;
	if (search->count < search->most)
		search->faults[search->count] = fault;
	search->count++;
}

/* Those that stand for no answer may look alike. */
static void
want_greys(struct search *search, const struct theme *theme, enum state state)
{
	const struct state_look *look = &theme->states[state];

	for (int i = STATE_NONE + 1; i < (int)state; i++) {
		const struct state_look *other = &theme->states[i];

		if (i != STATE_UNKNOWN && state != STATE_UNKNOWN &&
		    other->shape == look->shape)
			want(search,
			    (struct theme_fault){ "in grey", state,
				(enum state)i, 0, GREY_CONTRAST },
			    look->colour, other->colour);
	}
}

size_t
theme_faults(const struct theme *theme, struct theme_fault *faults, size_t most)
{
	struct search search = { faults, 0, most };

	want(&search, TEXT_FAULT("text on white"), theme->text, colour_white);
	want(&search, TEXT_FAULT("text on band"), theme->text, theme->band);
	want(&search, TEXT_FAULT("muted on white"), theme->muted, colour_white);
	want(&search, TEXT_FAULT("accent on white"), theme->accent,
	    colour_white);
	for (int i = STATE_NONE; i < STATE_COUNT; i++) {
		const struct state_look *look = &theme->states[i];
		struct theme_fault shape = { "shape on white", (enum state)i,
			STATE_NONE, 0, COLOUR_SHAPE_CONTRAST };
		struct theme_fault fill = { "text on its fill", (enum state)i,
			STATE_NONE, 0, COLOUR_TEXT_CONTRAST };

		want(&search, shape, look->colour, colour_white);
		want(&search, fill, theme->text, look->fill);
		want_greys(&search, theme, (enum state)i);
	}
	return search.count;
}

/* Cut, not rounded: 4.49 is not yet 4.5. */
struct str
theme_fault_text(struct arena *arena, const struct theme_fault *fault)
{
	const char *other =
	    fault->other != STATE_NONE ? doc_state_name(fault->other) : "";

	return str_printf(arena,
	    "%s%s%s%s%s: %d.%d:1, at least %d.%d:1 is needed",
	    doc_state_name(fault->state),
	    fault->state != STATE_NONE ? ": " : "", fault->what,
	    *other ? " beside " : "", other, (int)fault->ratio,
	    (int)(fault->ratio * 10) % 10, (int)fault->least,
	    (int)(fault->least * 10) % 10);
}
