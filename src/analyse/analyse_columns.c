/* analyse_columns: the header row of a table, which may be unmarked or run over
 * two lines, and what the columns below it hold. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	HEADER_MAX_WORDS = 8 /* in a cell of a header row */
};

/* ---- header rows ---- */

/* How many of the row's cells are headings of an action table's columns. */
static size_t
known_headings(struct analysis *a, const struct node *row)
{
	size_t known = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next)
		known += analyse_column_role(a, doc_text(a->scratch, cell)) !=
			 COLUMN_ROLE_OTHER;
	return known;
}

/* A day, or a whole sentence, stands in no header. */
static bool
is_body_text(struct str text)
{
	return (text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9' &&
		   analyse_date_fills(text)) ||
	       (str_ends(text, ".") && analyse_word_count(text) > 3);
}

/* "Action | Owner": two columns are a list of actions only if they say so. */
static bool
heads_actions(struct analysis *a, const struct node *row)
{
	bool action = false, sign = false;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		enum column_role role =
		    analyse_column_role(a, doc_text(a->scratch, cell));

		action = action || role == COLUMN_ROLE_ACTION;
		sign = sign || analyse_is_sign(role);
	}
	return action && sign;
}

static bool
looks_like_header(struct analysis *a, const struct node *row)
{
	size_t filled = 0, count = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		count++;
		if (analyse_word_count(text) > HEADER_MAX_WORDS ||
		    is_body_text(text))
			return false;
		filled += text.len > 0;
	}
	return filled >= 2 && known_headings(a, row) >= 2 &&
	       (count >= 3 || heads_actions(a, row));
}

/* Does a state stand in the row, above another, and a person beside it? "Mend
 * the wall | Ann Lee | Red" is as short as headings are. */
static bool
is_state_row(struct analysis *a, const struct node *row)
{
	size_t states = 0, people = 0, i = 0;

	for (const struct node *cell = row->first; cell;
	     cell = cell->next, i++) {
		struct str text = doc_text(a->scratch, cell);

		if (analyse_column_role(a, text) != COLUMN_ROLE_OTHER)
			return false;
		people += analyse_is_person(text) || analyse_is_office(text);
		states += analyse_state_is_told(a, text) &&
			  analyse_state_is_told(
			      a, analyse_cell_text(a, row->next, i));
	}
	return states == 1 && people > 0;
}

/* Some bare table's first row: every cell filled, short, without figures, and
 * more rows below. */
static bool
is_plain_header(struct analysis *a, const struct node *row)
{
	if (row->next == NULL || is_state_row(a, row))
		return false;
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		if (text.len == 0 || analyse_word_count(text) > 5 ||
		    str_ends(text, ":") || str_ends(text, "."))
			return false;
		for (size_t i = 0; i < text.len; i++)
			if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
				return false;
	}
	return row->parent->as.table.column_count > 2;
}

static void
mark_header(struct node *row)
{
	row->as.row.is_header = true;
	for (struct node *cell = row->first; cell; cell = cell->next)
		cell->as.cell.is_header = true;
}

/* Several words that begin small or end with a stop are the rest of a cut
 * cell, not of a heading. */
static bool
is_sentence_end(struct str text)
{
	struct str rest = text;
	uint32_t first = utf8_next(&rest);

	/* of "Progress to date" */
	if (str_is(text, "to date") || str_is(text, "hyd yma"))
		return false;
	return analyse_word_count(text) > 1 &&
	       (str_ends(text, ".") ||
		   (utf8_is_letter(first) && !utf8_is_upper(first)));
}

/* Is the lower line the rest of a cut cell, and not of the heading above it?
 * What only together is a heading ("Y" over "sefyllfa ddiweddaraf") is one. */
static bool
is_cell_rest(struct analysis *a, struct str upper, struct str lower)
{
	struct str whole =
	    str_printf(a->scratch, "%.*s %.*s", STR_ARG(upper), STR_ARG(lower));

	if (!is_sentence_end(lower))
		return false;
	return upper.len == 0 ||
	       analyse_column_role(a, upper) != COLUMN_ROLE_OTHER ||
	       analyse_column_role(a, whole) == COLUMN_ROLE_OTHER;
}

/* A heading that goes on below ("Ref" over "No.", "Progress April to" over
 * "September 2026"): with the lower line, every heading is still one that is
 * known, and not every column goes on. */
static bool
continues_header(
    struct analysis *a, const struct node *header, const struct node *row)
{
	size_t filled = 0, count = 0;

	if (row == NULL)
		return false;
	for (size_t i = 0;; i++, count++) {
		const struct node *cell = analyse_child(row, i);
		struct str upper, lower;

		if (cell == NULL)
			break;
		lower = doc_text(a->scratch, cell);
		if (lower.len == 0)
			continue;
		upper = analyse_cell_text(a, header, i);
		filled++;
		if (is_cell_rest(a, upper, lower))
			return false;
		if (upper.len > 0 &&
		    analyse_column_role(
			a, str_printf(a->scratch, "%.*s %.*s", STR_ARG(upper),
			       STR_ARG(lower))) == COLUMN_ROLE_OTHER)
			return false;
	}
	return filled > 0 && filled < count;
}

/* Two lines that only together are headings: "Milestone | Officer | Current"
 * over "| responsible | status". */
static bool
is_split_header(
    struct analysis *a, const struct node *header, const struct node *row)
{
	size_t filled = 0, count = 0, i = 0, wanting = 0;

	if (row == NULL || row->kind != NODE_ROW)
		return false;
	for (const struct node *cell = header->first; cell;
	     cell = cell->next, i++) {
		struct str upper = doc_text(a->scratch, cell);
		struct str lower = analyse_cell_text(a, row, i);
		struct str whole = str_printf(
		    a->scratch, "%.*s %.*s", STR_ARG(upper), STR_ARG(lower));

		if (analyse_column_role(a, whole) == COLUMN_ROLE_OTHER ||
		    (lower.len > 0 && is_cell_rest(a, upper, lower)))
			return false;
		wanting += analyse_column_role(a, upper) == COLUMN_ROLE_OTHER;
		filled += lower.len > 0;
		count++;
	}
	/* a row below headings that are whole is the rest of a cut row */
	return count >= 3 && filled > 0 && filled < count && wanting > 0;
}

static void
join_header(struct analysis *a, struct node *header, struct node *row)
{
	struct node *cell = header->first, *from = row->first;

	for (; cell != NULL && from != NULL;
	     cell = cell->next, from = from->next)
		analyse_cells_join(a, cell, from, true);
	header->end_line = row->pos.line;
	doc_node_unlink(row);
}

static size_t
filled_count(const struct node *row)
{
	size_t filled = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next)
		filled += cell->first != NULL;
	return filled;
}

/* Is nothing in the first column, as where all lines begin with a tab? */
static bool
is_bare(const struct node *table)
{
	for (const struct node *row = analyse_first_row(table); row != NULL;
	     row = row->next)
		if (row->first == NULL || row->first->first != NULL)
			return false;
	return analyse_first_row(table) != NULL;
}

static void
shed_first(struct node *table)
{
	for (struct node *row = analyse_first_row(table); row != NULL;
	     row = row->next)
		doc_node_unlink(row->first);
	table->as.table.column_count--;
	table->as.table.columns++;
}

/* Tabs that only line columns up leave empty cells, now here, now there, while
 * every row has as many filled ones: these are the columns. */
static void
close_up(struct node *table)
{
	struct node *row = analyse_first_row(table);
	size_t filled = row != NULL ? filled_count(row) : 0;

	if (filled < 2 || filled >= table->as.table.column_count)
		return;
	for (const struct node *at = row; at != NULL; at = at->next)
		if (filled_count(at) != filled || at->as.row.is_header)
			return;
	for (; row != NULL; row = row->next) {
		struct node *cell = row->first, *next;

		for (; cell != NULL; cell = next) {
			next = cell->next;
			if (cell->first == NULL)
				doc_node_unlink(cell);
		}
	}
	table->as.table.column_count = filled;
}

/* Are these the headings of the table before, all of them whole? Then what
 * stands below is none of theirs. */
static bool
is_repeated(struct analysis *a, const struct node *row,
    const struct plan_table *previous)
{
	if (previous == NULL || previous->column_count == 0)
		return false;
	for (size_t i = 0; i < previous->column_count; i++)
		if (!str_eq_nocase(analyse_cell_text(a, row, i),
			previous->columns[i].heading))
			return false;
	return analyse_child(row, previous->column_count) == NULL;
}

void
analyse_header_find(
    struct analysis *a, struct node *table, const struct plan_table *previous)
{
	struct node *row;

	if (a->doc->syntax == SYNTAX_TEXT) {
		/* where a table goes on, its columns stay */
		while ((previous == NULL || previous->column_count !=
						table->as.table.column_count) &&
		       table->as.table.column_count > 1 && is_bare(table))
			shed_first(table);
		close_up(table);
	}
	row = analyse_first_row(table);

	if (row == NULL)
		return;
	if (is_repeated(a, row, previous)) {
		mark_header(row);
		return;
	}
	if (!row->as.row.is_header && is_split_header(a, row, row->next)) {
		mark_header(row);
		join_header(a, row, row->next);
		return;
	}
	if (!row->as.row.is_header &&
	    (looks_like_header(a, row) || is_plain_header(a, row) ||
		analyse_heads_figures(a, row)))
		mark_header(row);
	if (row->as.row.is_header && known_headings(a, row) >= 2 &&
	    continues_header(a, row, row->next))
		join_header(a, row, row->next);
}

/* ---- what the columns are ---- */

bool
analyse_has_column(const struct plan_table *table, enum column_role role)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].role == role)
			return true;
	return false;
}

size_t
analyse_column_of(const struct plan_table *table, enum column_role role)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].role == role)
			return i;
	return PLAN_NONE;
}

static void
promote(struct plan_table *table, enum column_role from)
{
	size_t at = analyse_column_of(table, from);

	if (at != PLAN_NONE && !analyse_has_column(table, COLUMN_ROLE_ACTION))
		table->columns[at] = (struct plan_column){
			.role = COLUMN_ROLE_ACTION,
			.heading = table->columns[at].heading,
			.via = VIA_POSITION,
		};
}

/* Headings of what is listed without being done: no column behind a number is
 * taken for actions under one of these. */
static bool
names_things(struct analysis *a, struct str heading)
{
	static const char *const words[] = { "asset", "contact", "name",
		"decision", "term", "word", "abbreviation", "school", "route",
		"motion", "vote", "member", "councillor", "risk", "hazard",
		"indicator", "contract", "supplier", "property", "building",
		"site", "policy", "document", "system", "software", "equipment",
		"vehicle", "structure", "question", "complaint", "case",
		"application", "applicant", "meeting", "agenda", "subject",
		"ward", "licence", "grant", "vacancy", "post", "role", "stop",
		"resolution", "petition", NULL };
	struct str key = analyse_key(a, heading), word;

	if (str_find(key, "action") != (size_t)-1 ||
	    str_find(key, "recommend") != (size_t)-1)
		return false;
	while (str_next_part(&key, ' ', &word))
		for (size_t i = 0; words[i] != NULL; i++)
			if (str_starts(word, words[i]) &&
			    word.len <= str_from(words[i]).len + 1)
				return true;
	return false;
}

/* "Likelihood", "Impact": what might happen is no action. */
static bool
weighs_risks(struct analysis *a, const struct plan_table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		struct str key = analyse_key(a, table->columns[i].heading);

		if (str_is(key, "likelihood") || str_is(key, "probability"))
			return true;
	}
	return false;
}

/* The column that tells what is to be done, when no heading says so. */
static void
choose_action_column(struct analysis *a, struct plan_table *table)
{
	size_t other = analyse_column_of(table, COLUMN_ROLE_OTHER);

	if (analyse_has_column(table, COLUMN_ROLE_ACTION))
		return;
	if (analyse_has_column(table, COLUMN_ROLE_ID) && other != PLAN_NONE &&
	    !weighs_risks(a, table) &&
	    !names_things(a, table->columns[other].heading))
		promote(table, COLUMN_ROLE_OTHER);
	promote(table, COLUMN_ROLE_OBJECTIVE);
}

/* How many of the columns that actions have. */
static size_t
count_signs(const struct plan_table *table)
{
	size_t signs = 0;

	signs += analyse_has_column(table, COLUMN_ROLE_OWNER);
	signs += analyse_has_column(table, COLUMN_ROLE_LEAD);
	signs += analyse_has_column(table, COLUMN_ROLE_STATUS);
	signs += analyse_has_column(table, COLUMN_ROLE_DUE);
	signs += analyse_has_column(table, COLUMN_ROLE_REVISED_DUE);
	signs += analyse_has_column(table, COLUMN_ROLE_NEXT);
	signs += analyse_has_column(table, COLUMN_ROLE_PROGRESS);
	return signs;
}

/* Are most of the filled cells below the heading states? */
static bool
tells_states(struct analysis *a, const struct plan_table *table)
{
	size_t at = analyse_column_of(table, COLUMN_ROLE_STATUS);
	const struct node *row = analyse_first_row(table->node);
	size_t filled = 0, told = 0;

	for (; at != PLAN_NONE && row != NULL; row = row->next) {
		struct str text = analyse_cell_text(a, row, at);

		if (row->as.row.is_header || text.len == 0)
			continue;
		filled++;
		told += analyse_state_is_told(a, text);
	}
	return told > 0 && told * 2 >= filled;
}

/* One sign alone is little to go by, unless it is the state of each row. */
void
analyse_columns_judge(struct analysis *a, struct plan_table *table)
{
	size_t at = analyse_column_of(table, COLUMN_ROLE_ACTION);

	table->sure.via = at == PLAN_NONE ? VIA_NONE : table->columns[at].via;
	table->sure.confidence = analyse_via_confidence(table->sure.via);
	if (count_signs(table) < 2 && !tells_states(a, table))
		table->sure.confidence *= 0.8;
}

static bool
lists_risks(struct analysis *a, const struct plan_table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		struct str key = analyse_key(a, table->columns[i].heading);

		if (str_is(key, "risk") || str_is(key, "risks") ||
		    str_is(key, "risk description") ||
		    str_is(key, "likelihood") || str_is(key, "probability"))
			return true;
	}
	return false;
}

static bool
is_action_table(struct analysis *a, const struct plan_table *table)
{
	if (!analyse_has_column(table, COLUMN_ROLE_ACTION))
		return false;
	/* a register of risks tells what might happen; it lists actions where
	 * it says who is to take them */
	if (lists_risks(a, table))
		return analyse_has_column(table, COLUMN_ROLE_OWNER) ||
		       analyse_has_column(table, COLUMN_ROLE_LEAD);
	return count_signs(table) >= 1;
}

/* "Officer" or "Service" is who is to do it, where a status or a date stands
 * beside; else it may be who dealt with an application. */
static void
choose_owner(struct analysis *a, struct plan_table *table)
{
	static const char *const words[] = { "officer", "officers", "team",
		"service", "swyddog", NULL };

	if (analyse_has_column(table, COLUMN_ROLE_OWNER) ||
	    analyse_has_column(table, COLUMN_ROLE_LEAD) ||
	    !analyse_has_column(table, COLUMN_ROLE_ACTION) ||
	    !(analyse_has_column(table, COLUMN_ROLE_STATUS) ||
		analyse_has_column(table, COLUMN_ROLE_DUE)))
		return;
	for (size_t k = 0; words[k] != NULL; k++)
		for (size_t i = 0; i < table->column_count; i++)
			if (table->columns[i].role == COLUMN_ROLE_OTHER &&
			    str_is(analyse_key(a, table->columns[i].heading),
				words[k])) {
				table->columns[i].role = COLUMN_ROLE_OWNER;
				table->columns[i].via = VIA_COLUMN;
				return;
			}
}

bool
analyse_columns_read(struct analysis *a, struct node *node,
    struct plan_table *table, const struct plan_table *previous)
{
	struct node *row = analyse_first_row(node);

	if (row == NULL)
		return false;
	if (!row->as.row.is_header)
		return analyse_header_infer(a, node, table, previous);
	table->node = node;
	table->column_count = node->as.table.column_count;
	table->columns = arena_alloc(
	    a->doc->arena, table->column_count * sizeof(*table->columns));
	for (size_t i = 0; i < table->column_count; i++) {
		struct plan_column *column = &table->columns[i];

		column->heading = analyse_text(a, analyse_child(row, i));
		column->role = analyse_column_role(a, column->heading);
		if (column->role == COLUMN_ROLE_OTHER)
			column->role = analyse_column_joint(a, column->heading);
		/* a second column of one meaning is kept under its own name */
		for (size_t j = 0; j < i; j++)
			if (column->role != COLUMN_ROLE_OTHER &&
			    table->columns[j].role == column->role)
				analyse_columns_keep_one(a, table, j, i);
		if (column->role != COLUMN_ROLE_OTHER)
			column->via = VIA_COLUMN;
	}
	analyse_columns_infer(a, table, previous);
	choose_owner(a, table);
	choose_action_column(a, table);
	return is_action_table(a, table);
}

void
analyse_columns_mark(const struct plan_table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		table->node->as.table.columns[i].kind =
		    plan_column_kind(table->columns[i].role);
	table->node->role = ROLE_ACTIONS;
}
