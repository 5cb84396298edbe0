/* analyse_infer: what columns hold, by their contents, where no heading tells:
 * a column of status words is a status column whatever its title, and a table
 * without any header can still be a list of actions. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	MOST = 80,          /* per cent of the filled cells */
	HALF = 60,          /* per cent: more than half */
	SOME = 40,          /* per cent */
	NAME_MAX_WORDS = 6, /* "Assistant Director, Highways and Transport" */
	STATE_MAX_WORDS = 4,
	ROWS_ENOUGH = 12 /* to tell what a column holds */
};

/* What the cells of one column look like. */
struct contents {
	size_t rows;   /* body rows */
	size_t filled; /* of these */
	size_t states, dates, names, numbers;
	size_t openings; /* a state's word opens the text */
	size_t undated;  /* "TBC", "Quarterly" */
	size_t words;    /* in all */
};

/* The first of several names: "Ann Lee; Bob Orr", "Ann Lee & Bob Orr". */
static struct str
first_name(struct str text)
{
	static const char *const joins[] = { ";", " / ", " & ", NULL };

	for (size_t i = 0; joins[i] != NULL; i++)
		text = str_head(text, str_find(text, joins[i]));
	return str_trim(text);
}

static bool
is_name(struct str text)
{
	struct str word, rest = text;
	size_t words = analyse_word_count(text);

	if (str_ends(text, ".")) {
		text = str_trim(str_head(text, text.len - 1));
		return analyse_is_person(text) || analyse_is_office(text);
	}
	if (words < 2 || words > NAME_MAX_WORDS)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return false;
	while (str_next_part(&rest, ' ', &word)) {
		struct str first = word;
		bool is_link = str_is(word, "of") || str_is(word, "and") ||
			       str_is(word, "for") || str_is(word, "the") ||
			       str_is(word, "&") || str_is(word, "/");

		if (word.len > 0 && !is_link &&
		    !utf8_is_upper(utf8_next(&first)))
			return false;
	}
	return true;
}

static void
look_at_cell(struct analysis *a, struct contents *column, struct str text)
{
	struct str number, rest;
	size_t words = analyse_word_count(text);

	column->rows++;
	if (text.len == 0)
		return;
	column->filled++;
	column->words += words;
	column->openings += analyse_state_is_told(a, text);
	column->undated += analyse_date_is_undated(a, text);
	/* "88%" may measure anything; only a heading makes it a state, or a
	 * scheme that says what it means */
	if (words <= STATE_MAX_WORDS &&
	    (a->band_count > 0 || !str_ends(text, "%")) &&
	    (analyse_state_of(a, text) != STATE_NONE ||
		(analyse_state_is_told(a, text) && !analyse_date_fills(text))))
		column->states++;
	else if (analyse_date_fills(text))
		column->dates++;
	else if (analyse_number_split(text, &number, &rest) && rest.len == 0)
		column->numbers++;
	else if (is_name(first_name(text)) || analyse_is_nobody(a, text))
		column->names++;
}

static void
look_further(struct analysis *a, const struct node *table, size_t index,
    struct contents *column)
{
	const struct node *row = analyse_first_row(table);

	for (; row != NULL; row = row->next)
		if (!row->as.row.is_header)
			look_at_cell(
			    a, column, analyse_cell_text(a, row, index));
}

static void
look_at(struct analysis *a, const struct node *table, size_t index,
    struct contents *column)
{
	*column = (struct contents){ .rows = 0 };
	look_further(a, table, index, column);
}

static bool
is_heading_like(struct analysis *a, const struct node *node)
{
	return node->kind == NODE_HEADING ||
	       (node->kind == NODE_PARAGRAPH &&
		   analyse_word_count(doc_text(a->scratch, node)) <=
		       NAME_MAX_WORDS);
}

/* The same columns go on below the next headings: a few rows tell little. */
static void
look_at_all(struct analysis *a, const struct node *table, size_t index,
    struct contents *column)
{
	const struct node *next = table->next, *row;

	look_at(a, table, index, column);
	for (; next != NULL && column->rows < ROWS_ENOUGH; next = next->next) {
		if (is_heading_like(a, next))
			continue;
		row = next->kind == NODE_TABLE ? analyse_first_row(next) : NULL;
		if (row == NULL || row->as.row.is_header ||
		    next->as.table.column_count != table->as.table.column_count)
			return;
		look_further(a, next, index, column);
	}
}

static bool
most(size_t part, const struct contents *column)
{
	return column->filled > 0 && part * 100 >= column->filled * MOST;
}

static bool
some(size_t part, const struct contents *column)
{
	return column->filled > 0 && part * 100 >= column->filled * SOME;
}

static enum column_role
role_of(const struct contents *column)
{
	/* here and there a status goes on with a sentence */
	if (most(column->openings, column) && some(column->states, column))
		return COLUMN_ROLE_STATUS;
	if (most(column->dates + column->undated, column) &&
	    some(column->dates, column))
		return COLUMN_ROLE_DUE;
	if (most(column->numbers, column))
		return COLUMN_ROLE_ID;
	if (most(column->names, column))
		return COLUMN_ROLE_OWNER;
	return COLUMN_ROLE_OTHER;
}

/* A day on which something began or was written down is no day to be done by.
 */
static bool
names_beginning(struct analysis *a, struct str heading)
{
	static const char *const words[] = { "start", "started", "begin",
		"raised", "opened", "logged", "created", "added", "reported",
		"issued", "dechrau", NULL };
	struct str key = analyse_key(a, heading), word;

	while (str_next_part(&key, ' ', &word))
		for (size_t i = 0; words[i] != NULL; i++)
			if (str_is(word, words[i]))
				return true;
	return false;
}

/* Of columns headed "Q1", "Q2" and "Q3" alone, the last that is filled says
 * what holds now. */
static bool
replaces(struct analysis *a, struct plan_table *table, enum column_role role,
    const struct plan_column *column, const struct contents *contents)
{
	size_t at = analyse_column_of(table, role);

	if (role != COLUMN_ROLE_STATUS ||
	    table->columns[at].via != VIA_CONTENT ||
	    contents->filled * 100 < contents->rows * HALF ||
	    !analyse_column_is_later(
		a, table->columns[at].heading, column->heading))
		return false;
	table->columns[at].role = COLUMN_ROLE_OTHER;
	table->columns[at].via = VIA_NONE;
	return true;
}

/* What is called progress is a status after all; another column may be the
 * progress then. */
static void
turn_status(struct analysis *a, struct plan_table *table, size_t at)
{
	table->columns[at].role = COLUMN_ROLE_STATUS;
	table->columns[at].via = VIA_CONTENT;
	if (analyse_has_column(table, COLUMN_ROLE_PROGRESS))
		return;
	for (size_t i = 0; i < table->column_count; i++) {
		struct plan_column *column = &table->columns[i];

		if (column->role == COLUMN_ROLE_OTHER &&
		    analyse_column_role(a, column->heading) ==
			COLUMN_ROLE_PROGRESS) {
			column->role = COLUMN_ROLE_PROGRESS;
			column->via = VIA_COLUMN;
			return;
		}
	}
}

/* "Position at year end" above "Green", "Amber", "Red": with no other column
 * of states, what is called progress is one. */
static void
take_progress(struct analysis *a, struct plan_table *table)
{
	size_t at = analyse_column_of(table, COLUMN_ROLE_PROGRESS);
	struct contents contents;

	if (at == PLAN_NONE || analyse_has_column(table, COLUMN_ROLE_STATUS))
		return;
	look_at(a, table->node, at, &contents);
	/* one cell tells little */
	if (contents.filled > 1 && role_of(&contents) == COLUMN_ROLE_STATUS &&
	    contents.words <= contents.filled * STATE_MAX_WORDS)
		turn_status(a, table, at);
}

/* The column whose contents told that it is the status, in the table before,
 * is it here too when it is called the same and no contents speak against. */
static void
take_like(struct analysis *a, struct plan_table *table,
    const struct plan_table *previous)
{
	size_t at;
	struct contents contents;

	if (previous == NULL || previous->column_count != table->column_count ||
	    analyse_has_column(table, COLUMN_ROLE_STATUS))
		return;
	at = analyse_column_of(previous, COLUMN_ROLE_STATUS);
	if (at == PLAN_NONE || previous->columns[at].via != VIA_CONTENT ||
	    !str_eq_nocase(
		previous->columns[at].heading, table->columns[at].heading) ||
	    (table->columns[at].role != COLUMN_ROLE_OTHER &&
		table->columns[at].role != COLUMN_ROLE_PROGRESS))
		return;
	look_at(a, table->node, at, &contents);
	if (contents.filled == 0 || some(contents.openings, &contents))
		turn_status(a, table, at);
}

void
analyse_columns_infer(struct analysis *a, struct plan_table *table,
    const struct plan_table *previous)
{
	for (size_t i = 0; i < table->column_count; i++) {
		struct plan_column *column = &table->columns[i];
		struct contents contents;
		enum column_role role;

		if (column->role != COLUMN_ROLE_OTHER)
			continue;
		look_at(a, table->node, i, &contents);
		role = role_of(&contents);
		if (role == COLUMN_ROLE_DUE &&
		    names_beginning(a, column->heading))
			continue;
		if ((role == COLUMN_ROLE_STATUS || role == COLUMN_ROLE_DUE) &&
		    (!analyse_has_column(table, role) ||
			replaces(a, table, role, column, &contents))) {
			column->role = role;
			column->via = VIA_CONTENT;
		}
	}
	take_like(a, table, previous);
	take_progress(a, table);
}

/* ---- no header at all ---- */

static const char *
heading_for(enum column_role role)
{
	switch (role) {
	case COLUMN_ROLE_ID:
		return "Ref";
	case COLUMN_ROLE_ACTION:
		return "Action";
	case COLUMN_ROLE_OWNER:
		return "Owner";
	case COLUMN_ROLE_STATUS:
		return "Status";
	case COLUMN_ROLE_DUE:
		return "Due";
	case COLUMN_ROLE_PROGRESS:
		return "Progress";
	case COLUMN_ROLE_NEXT:
		return "Next steps";
	case COLUMN_ROLE_LEAD:
	case COLUMN_ROLE_OBJECTIVE:
	case COLUMN_ROLE_THEME:
	case COLUMN_ROLE_ORIGINAL_DUE:
	case COLUMN_ROLE_REVISED_DUE:
	case COLUMN_ROLE_COMPLETED:
	case COLUMN_ROLE_OTHER:
	case COLUMN_ROLE_COUNT:
		break;
	}
	return "Note";
}

/* The wordy columns, from left to right: what is to be done, what was done,
 * what comes next. */
static enum column_role
next_wordy(enum column_role *last)
{
	switch (*last) {
	case COLUMN_ROLE_OTHER:
		*last = COLUMN_ROLE_ACTION;
		return COLUMN_ROLE_ACTION;
	case COLUMN_ROLE_ACTION:
		*last = COLUMN_ROLE_PROGRESS;
		return COLUMN_ROLE_PROGRESS;
	case COLUMN_ROLE_PROGRESS:
		*last = COLUMN_ROLE_NEXT;
		return COLUMN_ROLE_NEXT;
	default: /* more than three are kept without a meaning */
		return COLUMN_ROLE_OTHER;
	}
}

static void
add_header(struct analysis *a, const struct plan_table *table)
{
	struct arena *arena = a->doc->arena;
	struct node *first = analyse_first_row(table->node);
	struct node *row = doc_node_new(arena, NODE_ROW, first->pos);

	row->as.row.is_header = true;
	row->flags |= NODE_GENERATED;
	for (size_t i = 0; i < table->column_count; i++) {
		struct node *cell = doc_node_new(arena, NODE_CELL, first->pos);
		struct node *text = doc_paragraph_append(
		    arena, cell, table->columns[i].heading, first->pos);

		text->flags |= NODE_GENERATED;
		text->first->flags |= NODE_GENERATED;
		cell->as.cell.is_header = true;
		doc_node_append(row, cell);
	}
	doc_node_insert_before(first, row);
}

/* The columns of the table before, when this one has as many and the cells of
 * its status column say so: headers are often given only once. */
static bool
inherit(struct analysis *a, const struct plan_table *table,
    const struct plan_table *previous)
{
	struct contents contents;
	size_t status;

	if (previous == NULL || previous->column_count != table->column_count)
		return false;
	status = analyse_column_of(previous, COLUMN_ROLE_STATUS);
	if (status == PLAN_NONE)
		return false;
	look_at_all(a, table->node, status, &contents);
	if (!some(contents.openings, &contents))
		return false;
	for (size_t i = 0; i < table->column_count; i++) {
		table->columns[i] = previous->columns[i];
		table->columns[i].via = VIA_POSITION;
	}
	return true;
}

/* Beside owners, a column of states with prose in it here and there is the
 * status; more often, where there are dates too. */
static void
choose_status(struct plan_table *table, const struct contents *contents)
{
	bool has_due = analyse_has_column(table, COLUMN_ROLE_DUE);
	size_t best = PLAN_NONE;

	if (analyse_has_column(table, COLUMN_ROLE_STATUS) ||
	    !analyse_has_column(table, COLUMN_ROLE_OWNER))
		return;
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].role == COLUMN_ROLE_OTHER &&
		    some(contents[i].states, &contents[i]) &&
		    (has_due || contents[i].openings * 100 >=
				    contents[i].filled * HALF) &&
		    (best == PLAN_NONE ||
			contents[i].states > contents[best].states))
			best = i;
	if (best != PLAN_NONE)
		table->columns[best].role = COLUMN_ROLE_STATUS;
}

bool
analyse_header_infer(struct analysis *a, struct node *node,
    struct plan_table *table, const struct plan_table *previous)
{
	enum column_role wordy = COLUMN_ROLE_OTHER;
	struct contents *contents;

	table->node = node;
	table->column_count = node->as.table.column_count;
	if (table->column_count < 3)
		return false;
	table->columns = arena_alloc(
	    a->doc->arena, table->column_count * sizeof(*table->columns));
	if (inherit(a, table, previous)) {
		add_header(a, table);
		return true;
	}
	contents =
	    arena_alloc(a->scratch, table->column_count * sizeof(*contents));
	for (size_t i = 0; i < table->column_count; i++) {
		look_at_all(a, node, i, &contents[i]);
		table->columns[i].role = role_of(&contents[i]);
		if (table->columns[i].role != COLUMN_ROLE_OTHER &&
		    analyse_column_of(table, table->columns[i].role) != i)
			table->columns[i].role = COLUMN_ROLE_OTHER;
	}
	choose_status(table, contents);
	for (size_t i = 0; i < table->column_count; i++) {
		struct plan_column *column = &table->columns[i];
		bool is_long = contents[i].words > contents[i].filled * 2;

		if (column->role == COLUMN_ROLE_OTHER && is_long)
			column->role = next_wordy(&wordy);
		column->via = is_long && column->role != COLUMN_ROLE_STATUS
				  ? VIA_POSITION
				  : VIA_CONTENT;
		column->heading = str_from(heading_for(column->role));
	}
	if (!analyse_has_column(table, COLUMN_ROLE_STATUS) ||
	    !analyse_has_column(table, COLUMN_ROLE_ACTION) ||
	    !(analyse_has_column(table, COLUMN_ROLE_OWNER) ||
		analyse_has_column(table, COLUMN_ROLE_DUE)))
		return false;
	add_header(a, table);
	return true;
}
