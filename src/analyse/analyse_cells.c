/* analyse_cells: cells whose text goes on in the row below, and cells that
 * slipped into another column. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum {
	PROSE_WORDS = 6 /* that many words are no name and no status */
};

struct node *
analyse_first_row(const struct node *table)
{
	struct node *row = table->first;

	if (row != NULL && row->kind == NODE_CAPTION)
		row = row->next;
	return row;
}

struct str
analyse_cell_text(struct analysis *a, const struct node *row, size_t column)
{
	const struct node *cell = analyse_child(row, column);

	if (cell == NULL)
		return (struct str){ NULL, 0 };
	return doc_text(a->scratch, cell);
}

struct str
analyse_row_text(struct analysis *a, const struct node *row)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		buf_puts(&buf, cell->prev != NULL ? " | " : "");
		doc_text_put(&buf, cell);
	}
	text = str_copy(a->scratch, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* "5", "12.5%", "£3,000": a figure, or nothing. */
static bool
is_figure(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (analyse_date_is_alpha(text.ptr[i]))
			return false;
	return true;
}

/* "Total for the group | 5": whatever is totalled, by figures. */
static bool
totals_figures(const struct node *first, struct analysis *a)
{
	size_t figures = 0;

	for (const struct node *cell = first; cell; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		if (!is_figure(text))
			return false;
		figures += text.len > 0;
	}
	return figures > 0;
}

bool
analyse_is_total(struct analysis *a, const struct node *row)
{
	static const char *const names[] = { "total", "totals", "grand total",
		"sub-total", "subtotal", "sub total", "overall", NULL };
	struct str key = { NULL, 0 };
	bool named = false;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		if (text.len == 0)
			continue;
		if (key.len > 0) {
			/* "Total refit of the pier"; but "3 actions" */
			if (analyse_word_count(text) > 1 &&
			    !str_is_digit(text.ptr[0]))
				return false;
			continue;
		}
		key = analyse_key(a, text);
		for (size_t i = 0; names[i] != NULL; i++)
			named = named || str_is(key, names[i]) ||
				(str_starts(key, names[i]) &&
				    (analyse_word_count(key) <= 3 ||
					totals_figures(cell->next, a)));
		if (!named)
			return false;
	}
	return named;
}

/* ---- cells that go on ---- */

static bool
ends_sentence(struct str text)
{
	uint32_t c;

	if (text.len == 0)
		return true;
	c = utf8_last(&text);
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' ||
	       c == 0x201D || c == 0x2026;
}

/* Words after which no sentence ends. */
bool
analyse_ends_open(struct analysis *a, struct str text)
{
	static const char *const open[] = { "the", "a", "an", "of", "to", "and",
		"or", "with", "in", "for", "on", "by", "at", "from", "as",
		"that", "which", "is", "are", "be", "will", "has", "have",
		"this", "their", "its", "our", NULL };
	size_t at = text.len;
	struct str word;

	while (at > 0 && text.ptr[at - 1] != ' ')
		at--;
	word = str_lower(a->scratch, str_skip(text, at));
	for (size_t i = 0; open[i] != NULL; i++)
		if (str_is(word, open[i]))
			return true;
	return str_ends(text, ",") || str_ends(text, "-");
}

static bool
begins_lower(struct str text)
{
	uint32_t c;

	if (text.len == 0)
		return false;
	c = utf8_next(&text);
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

/* Is `next` the rest of a sentence that `text` began? In a short cell (a title,
 * a name) it always is. */
static bool
runs_on(struct analysis *a, struct str text, struct str next, bool is_short)
{
	if (text.len == 0 || next.len == 0)
		return false;
	if (is_short)
		return analyse_word_count(next) < PROSE_WORDS;
	return begins_lower(next) ||
	       (!ends_sentence(text) && analyse_ends_open(a, text));
}

void
analyse_cells_join(
    struct analysis *a, struct node *to, struct node *from, bool is_short)
{
	struct node *last = to->last, *first = from->first;

	if (first == NULL)
		return;
	if (last != NULL && last->kind == NODE_PARAGRAPH &&
	    first->kind == NODE_PARAGRAPH &&
	    runs_on(a, doc_text(a->scratch, last), doc_text(a->scratch, first),
		is_short)) {
		doc_text_append(a->doc->arena, last, str_from(" "), first->pos);
		doc_node_move_children(last, first);
		doc_node_unlink(first);
	}
	doc_node_move_children(to, from);
}

bool
analyse_is_wordy(enum column_role role)
{
	return role == COLUMN_ROLE_PROGRESS || role == COLUMN_ROLE_NEXT ||
	       role == COLUMN_ROLE_OTHER;
}

/* ---- cells that slipped ---- */

/* How far the cells behind the title must move to the right for prose to stand
 * under prose; 0: they stand right, or no move helps. */
static size_t
slip_of(
    struct analysis *a, const struct plan_table *table, const struct node *row)
{
	size_t first = PLAN_NONE, last = 0, title;

	title = analyse_column_of(table, COLUMN_ROLE_ACTION);
	for (size_t i = 0; i < table->column_count; i++) {
		size_t words = analyse_word_count(analyse_cell_text(a, row, i));

		if (words == 0 || i == title)
			continue;
		if (words < PROSE_WORDS)
			return 0;
		if (first == PLAN_NONE)
			first = i;
		last = i;
	}
	if (first == PLAN_NONE || first < title ||
	    analyse_is_wordy(table->columns[first].role))
		return 0;
	for (size_t by = 1; last + by < table->column_count; by++) {
		bool fits = true;

		for (size_t i = first; i <= last; i++)
			if (analyse_cell_text(a, row, i).len > 0 &&
			    !analyse_is_wordy(table->columns[i + by].role))
				fits = false;
		if (fits)
			return by;
	}
	return 0;
}

void
analyse_row_unslip(struct analysis *a, const struct plan_table *table,
    struct node *row, struct str id)
{
	size_t by = slip_of(a, table, row);
	size_t title = analyse_column_of(table, COLUMN_ROLE_ACTION);
	struct str before;

	if (by == 0)
		return;
	if (a->options->no_repair) {
		doc_say(a->doc, DOC_CELLS_SHIFTED, row->pos, id,
		    str_from("left as written"));
		return;
	}
	before = analyse_row_text(a, row);
	for (size_t i = table->column_count - by; i-- > title + 1;)
		doc_node_move_children(
		    analyse_child(row, i + by), analyse_child(row, i));
	doc_repair(a->doc, row->pos, "shifted-cells", before,
	    analyse_row_text(a, row));
	doc_say(a->doc, DOC_CELLS_SHIFTED, row->pos, id,
	    by == 1
		? str_from("moved one column to the right")
		: str_printf(a->scratch, "moved %zu columns to the right", by));
}
