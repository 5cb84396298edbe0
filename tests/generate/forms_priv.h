/* forms_priv: what the files that write forms share. */
#ifndef TESTS_GENERATE_FORMS_PRIV_H
#define TESTS_GENERATE_FORMS_PRIV_H

#include "forms.h"

#define COUNT(list) ((unsigned)(sizeof(list) / sizeof((list)[0])))
#define PICK(rng, list) ((list)[rng_below(rng, COUNT(list))])

enum what { ID, ACTION, OWNER, DUE, STATUS, PROGRESS, NEXT, EXTRA, WHAT_COUNT };

enum { MAX_CELL = 400 };

struct layout {
	enum what columns[WHAT_COUNT];
	const char *names[WHAT_COUNT]; /* by column */
	int count;
	bool id_apart; /* in a column of its own, else before the title */
};

void form_layout_draw(
    struct layout *layout, const struct known_plan *plan, struct rng *rng);

/* The text of an action's cell in that column; `text` is room for it. */
const char *form_cell(const struct layout *layout,
    const struct known_action *action, int column, char text[MAX_CELL]);

/* The title and what stands below it. */
void form_head_put(
    struct buf *out, const struct known_plan *plan, bool is_markdown);

/* The heading of the i-th action's group, if a group begins there. */
void form_group_put(
    struct buf *out, const struct known_plan *plan, int i, bool is_markdown);

bool form_begins_table(const struct known_plan *plan, int i);

/* A row of cells parted by tabs; NULL: the header. */
void form_tab_row_put(struct buf *out, const struct layout *layout,
    const struct known_action *action);

/* The byte behind a word in the middle of a text. */
size_t form_middle(const char *text);

/* ---- the forms ---- */

#define FORM(name)                                                             \
	void name(                                                             \
	    struct buf *out, const struct known_plan *plan, struct rng *rng)
#define ARRANGE(name)                                                          \
	void name(struct known_plan *plan, struct arena *arena, struct rng *rng)

/* forms_records.c */
FORM(form_headings);
FORM(form_items);
FORM(form_labelled);
FORM(form_bullets);
FORM(form_wrapped_bullets);
FORM(form_rows_of_labels);
FORM(form_dashed);
ARRANGE(form_arrange_short);
FORM(form_numbered_bars);
/* forms_pipes.c */
FORM(form_pipes);
FORM(form_bare_pipes);
FORM(form_text_pipes);
FORM(form_long_pipes);
FORM(form_empty_header);
FORM(form_tabbed_pipes);
FORM(form_cut_pipes);
/* forms_aligned.c */
FORM(form_aligned);
FORM(form_aligned_middle);
FORM(form_aligned_last);
FORM(form_cut_aligned);
FORM(form_bare_aligned);
FORM(form_drawn_simple);
FORM(form_drawn_multiline);
FORM(form_drawn_grid);
/* forms_drift.c */
FORM(form_drifting);
/* forms_rich.c */
FORM(form_grid_lists);
FORM(form_html_table);
FORM(form_break_pipes);
/* forms_tables.c */
FORM(form_cell_lines);
FORM(form_two_headers);
FORM(form_cut_headers);
FORM(form_wrapped_status);
FORM(form_totals);
FORM(form_misspelt);
FORM(form_extra);
FORM(form_group_facts);
ARRANGE(form_arrange_full);
ARRANGE(form_arrange_bare);
ARRANGE(form_arrange_numbered);
ARRANGE(form_arrange_status);
ARRANGE(form_arrange_extra);
ARRANGE(form_arrange_group_owner);
/* forms_odd.c */
FORM(form_untitled_status);
FORM(form_state_in_title);
FORM(form_state_in_heading);
FORM(form_state_in_progress);
FORM(form_plain_tabs);
FORM(form_two_dates);
FORM(form_group_due);
FORM(form_key_above);
FORM(form_slipped);
ARRANGE(form_arrange_plain);
ARRANGE(form_arrange_told);
ARRANGE(form_arrange_prose);
ARRANGE(form_arrange_revised);
ARRANGE(form_arrange_group_due);
ARRANGE(form_arrange_telling);
/* forms_minutes.c */
FORM(form_minutes);
FORM(form_minutes_inside);
FORM(form_minutes_brackets);
FORM(form_minutes_margin);
ARRANGE(form_arrange_minutes);
ARRANGE(form_arrange_minutes_after);

#endif
