/* analyse_slip: rows whose cells stand beside their columns, because a cell was
 * left out, an empty one came in, or a stray tab cut one in two:
 *
 *     Action        | Owner   | Due        | Status
 *     Mend the wall | Ann Lee | Red        |          <- the date left out
 *
 * A row is put right when what its cells hold then fits all columns that tell
 * what they want, and in one way only. Else it stays as written. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	FITS = 2,
	MAY_BE = 1,
	NEITHER = 0,
	UNLIKE = -1,
	AMISS = -4,
	GAIN = 4,         /* what putting it right must bring */
	PROSE_WORDS = 8,  /* that many words are no name, date or state */
	STATE_WORDS = 4,  /* of a state alone */
	COLUMNS_MAX = 64, /* wider tables are left alone */
	COLUMNS_MIN = 4
};

/* A person or an office, or several: the first one tells. */
static bool
is_named(struct str text)
{
	static const char *const joins[] = { ";", "/", " & ", " and ", ", ",
		NULL };
	size_t end = text.len;

	for (size_t i = 0; joins[i] != NULL; i++) {
		size_t at = str_find(text, joins[i]);

		end = at < end ? at : end;
	}
	if (analyse_word_count(text) < PROSE_WORDS &&
	    analyse_is_person(str_trim(str_head(text, end))))
		return true;
	return analyse_is_person(text) || analyse_is_office(text);
}

/* Is it a state, and no more than that? */
static bool
is_state(struct analysis *a, struct str text)
{
	return analyse_word_count(text) <= STATE_WORDS &&
	       !analyse_date_fills(text) && !is_named(text) &&
	       analyse_state_is_told(a, text);
}

static int
fit_date(struct analysis *a, struct str text)
{
	if (analyse_date_fills(text))
		return FITS;
	if (analyse_date_is_undated(a, text))
		return NEITHER;
	return is_named(text) || is_state(a, text) ? AMISS : NEITHER;
}

static int
fit_owner(struct analysis *a, struct str text)
{
	if (analyse_is_nobody(a, text))
		return NEITHER;
	if (analyse_date_fills(text) || is_state(a, text) ||
	    analyse_word_count(text) >= PROSE_WORDS)
		return AMISS;
	return is_named(text) ? FITS : NEITHER;
}

static int
fit_status(struct analysis *a, struct str text)
{
	if (analyse_date_fills(text) || is_named(text))
		return AMISS;
	if (is_state(a, text))
		return FITS;
	return analyse_word_count(text) >= PROSE_WORDS ? UNLIKE : NEITHER;
}

static int
fit_prose(struct analysis *a, struct str text)
{
	if (analyse_date_fills(text) || is_state(a, text) || is_named(text))
		return UNLIKE;
	return analyse_word_count(text) > STATE_WORDS ? MAY_BE : NEITHER;
}

/* How well a text fits a column. */
static int
fit(struct analysis *a, const struct plan_column *column, struct str text)
{
	if (text.len == 0)
		return NEITHER;
	switch (column->role) {
	case COLUMN_ROLE_STATUS:
		return fit_status(a, text);
	case COLUMN_ROLE_DUE:
	case COLUMN_ROLE_ORIGINAL_DUE:
	case COLUMN_ROLE_REVISED_DUE:
	case COLUMN_ROLE_COMPLETED:
		return fit_date(a, text);
	case COLUMN_ROLE_OWNER:
	case COLUMN_ROLE_LEAD:
		return fit_owner(a, text);
	case COLUMN_ROLE_PROGRESS:
	case COLUMN_ROLE_NEXT:
		return fit_prose(a, text);
	case COLUMN_ROLE_OTHER:
		return column->heading.len > 0 ? NEITHER : AMISS;
	case COLUMN_ROLE_ID:
	case COLUMN_ROLE_ACTION:
	case COLUMN_ROLE_OBJECTIVE:
	case COLUMN_ROLE_THEME:
	case COLUMN_ROLE_COUNT:
		break;
	}
	return NEITHER;
}

enum slip { SLIP_NONE, SLIP_EMPTY, SLIP_MISSING, SLIP_CUT };

/* A way to put a row right: what is amiss at which column. */
struct remedy {
	enum slip slip;
	size_t at;
	int score;
	bool is_one; /* no other way scores as much */
};

struct row {
	struct str texts[COLUMNS_MAX];
	int stay[COLUMNS_MAX + 1];  /* of the cells before it, as written */
	int left[COLUMNS_MAX + 2];  /* of those from it on, one to the left */
	int right[COLUMNS_MAX + 2]; /* ... one to the right */
	size_t count, first;        /* columns; the first that may move */
	bool amiss;                 /* something stands where it cannot */
};

static void
row_measure(struct analysis *a, struct row *row, const struct plan_table *table,
    const struct node *node)
{
	size_t title = analyse_column_of(table, COLUMN_ROLE_ACTION), i = 0;
	const struct node *cell = node->first;

	*row = (struct row){ .count = table->column_count, .first = title + 1 };
	for (; cell != NULL && i < row->count; cell = cell->next, i++) {
		int stays;

		row->texts[i] = doc_text(a->scratch, cell);
		stays = fit(a, &table->columns[i], row->texts[i]);
		row->stay[i + 1] = row->stay[i] + stays;
		row->amiss = row->amiss || stays == AMISS;
	}
	for (; i < row->count; i++)
		row->stay[i + 1] = row->stay[i];
}

static void
row_measure_moved(
    struct analysis *a, struct row *row, const struct plan_table *table)
{
	for (size_t i = row->count; i-- > row->first;) {
		row->left[i] = row->left[i + 1] +
			       fit(a, &table->columns[i - 1], row->texts[i]);
		row->right[i] = row->right[i + 1];
		if (i + 1 < row->count)
			row->right[i] +=
			    fit(a, &table->columns[i + 1], row->texts[i]);
	}
}

static void
offer(struct remedy *best, enum slip slip, size_t at, int score)
{
	if (score > best->score)
		*best = (struct remedy){ slip, at, score, true };
	else if (score == best->score)
		best->is_one = false;
}

static struct str
joined(struct analysis *a, const struct row *row, size_t at)
{
	return str_printf(a->scratch, "%.*s %.*s", STR_ARG(row->texts[at]),
	    STR_ARG(row->texts[at + 1]));
}

/* The best of the ways; slip NONE: as written. */
static struct remedy
find_remedy(
    struct analysis *a, const struct row *row, const struct plan_table *table)
{
	struct remedy best = { SLIP_NONE, 0, row->stay[row->count], true };
	size_t last = row->count - 1;

	for (size_t i = row->first; i < last; i++) {
		const struct plan_column *column = &table->columns[i];
		bool is_filled = row->texts[i].len > 0;

		if (!is_filled)
			offer(&best, SLIP_EMPTY, i,
			    row->stay[i] + row->left[i + 1]);
		if (is_filled && row->texts[last].len == 0)
			offer(&best, SLIP_MISSING, i,
			    row->stay[i] + row->right[i]);
		if (is_filled && analyse_is_wordy(column->role) &&
		    row->texts[last].len > 0 &&
		    table->columns[last].heading.len == 0 &&
		    row->texts[i + 1].len > 0)
			offer(&best, SLIP_CUT, i,
			    row->stay[i] + fit(a, column, joined(a, row, i)) +
				row->left[i + 2]);
	}
	return best;
}

/* ---- moving ---- */

static void
move_left(struct node *row, size_t from, size_t count)
{
	for (size_t i = from; i < count; i++)
		doc_node_move_children(
		    analyse_child(row, i - 1), analyse_child(row, i));
}

static void
apply(struct analysis *a, struct node *node, const struct row *row,
    const struct remedy *remedy)
{
	size_t at = remedy->at;

	switch (remedy->slip) {
	case SLIP_NONE:
		break;
	case SLIP_EMPTY:
		move_left(node, at + 1, row->count);
		break;
	case SLIP_MISSING:
		for (size_t i = row->count - 1; i > at; i--)
			doc_node_move_children(
			    analyse_child(node, i), analyse_child(node, i - 1));
		break;
	case SLIP_CUT:
		analyse_cells_join(a, analyse_child(node, at),
		    analyse_child(node, at + 1), true);
		move_left(node, at + 2, row->count);
		break;
	}
}

static const char *
tell(enum slip slip)
{
	switch (slip) {
	case SLIP_EMPTY:
		return "an empty cell too many was taken out";
	case SLIP_MISSING:
		return "what stood behind a missing cell moved to the right";
	case SLIP_CUT:
		return "a cell that was cut in two was put together";
	case SLIP_NONE:
		break;
	}
	return "left as written";
}

/* Does it go on where the table has no column any more? */
static bool
is_beside(const struct row *row, const struct plan_table *table)
{
	return row->texts[row->count - 1].len > 0 &&
	       table->columns[row->count - 1].heading.len == 0;
}

static void
unslip(struct analysis *a, const struct plan_table *table, struct node *node)
{
	struct row row;
	struct remedy remedy = { .slip = SLIP_NONE };
	struct str before, title;

	row_measure(a, &row, table, node);
	if (!row.amiss)
		return;
	row_measure_moved(a, &row, table);
	remedy = find_remedy(a, &row, table);
	if (remedy.score < row.stay[row.count] + GAIN || !remedy.is_one)
		remedy.slip = SLIP_NONE;
	title = row.texts[row.first - 1];
	/* what only stands under an odd heading is told by others */
	if (remedy.slip == SLIP_NONE && !is_beside(&row, table))
		return;
	if (remedy.slip == SLIP_NONE || a->options->no_repair) {
		doc_say(a->doc, DOC_CELLS_SHIFTED, node->pos, title,
		    str_from(tell(SLIP_NONE)));
		return;
	}
	before = analyse_row_text(a, node);
	apply(a, node, &row, &remedy);
	doc_repair(a->doc, node->pos, "shifted-cells", before,
	    analyse_row_text(a, node));
	doc_say(a->doc, DOC_CELLS_SHIFTED, node->pos, title,
	    str_from(tell(remedy.slip)));
}

/* ---- columns that nothing is left of ---- */

static bool
is_empty_column(const struct node *table, size_t column)
{
	const struct node *row = analyse_first_row(table);

	for (; row != NULL; row = row->next) {
		const struct node *cell = analyse_child(row, column);

		if (cell != NULL && cell->first != NULL)
			return false;
	}
	return true;
}

static void
trim_columns(struct plan_table *table)
{
	while (table->column_count > COLUMNS_MIN &&
	       is_empty_column(table->node, table->column_count - 1)) {
		struct node *row = analyse_first_row(table->node);

		for (; row != NULL; row = row->next)
			if (analyse_child_count(row) == table->column_count)
				doc_node_unlink(row->last);
		table->column_count--;
		table->node->as.table.column_count--;
	}
}

void
analyse_rows_unslip(struct analysis *a, struct plan_table *table)
{
	size_t title = analyse_column_of(table, COLUMN_ROLE_ACTION);
	struct node *row = analyse_first_row(table->node);
	bool spare = table->columns[table->column_count - 1].heading.len == 0;

	if (table->column_count < COLUMNS_MIN ||
	    table->column_count > COLUMNS_MAX || title == PLAN_NONE ||
	    title + 1 >= table->column_count)
		return;
	for (; row != NULL; row = row->next)
		if (!row->as.row.is_header && !row->as.row.is_group &&
		    analyse_cell_text(a, row, title).len > 0 &&
		    !analyse_is_total(a, row))
			unslip(a, table, row);
	if (spare)
		trim_columns(table);
}
