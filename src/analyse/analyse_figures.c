/* analyse_figures: the header row of a table of figures. It seldom names the
 * first column, and it holds digits of its own, which are years, dates and
 * units:
 *
 *                     2025/26   2026/27   Change
 *                        £000      £000     £000
 *     Employees        27,410    28,355      945
 */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	HEADING_WORDS = 5,
	ROWS_ENOUGH = 2, /* below the headings */
	ROWS_ASKED = 12
};

/* "2025", "2025/26", "2025-2026" */
static bool
is_year(struct str text)
{
	size_t digits = 0, at = 4;

	if (text.len < 4 || (text.ptr[0] != '1' && text.ptr[0] != '2'))
		return false;
	for (size_t i = 0; i < 4; i++)
		if (!str_is_digit(text.ptr[i]))
			return false;
	if (text.len == 4)
		return text.ptr[1] == '9' || text.ptr[1] == '0';
	text = str_skip(text, at);
	switch (utf8_next(&text)) {
	case '/':
	case '-':
	case 0x2013: /* en dash */
		break;
	default:
		return false;
	}
	while (digits < text.len && str_is_digit(text.ptr[digits]))
		digits++;
	return digits == text.len && (digits == 2 || digits == 4);
}

/* "27,410", "(1,204)", "£3.1m", "-4%": digits and what goes with them. */
static bool
is_amount(struct str text)
{
	size_t digits = 0, letters = 0;

	if (is_year(text))
		return false;
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c < 0x80 && str_is_digit((char)c))
			digits++;
		else if (utf8_is_letter(c) && digits > 0)
			letters++;
		else if (utf8_is_letter(c) || c == '/' || c == ':')
			return false;
	}
	return digits > 0 && letters <= 2;
}

static bool
may_head(struct str text)
{
	return analyse_word_count(text) <= HEADING_WORDS && !is_amount(text) &&
	       !str_ends(text, ".");
}

/* Does it say by itself that figures stand below it? */
static bool
is_unit(struct str text)
{
	if (str_find(text, "%") != (size_t)-1 ||
	    str_find(text, "£") != (size_t)-1)
		return true;
	for (size_t i = 0; i < text.len; i++)
		if (str_is_digit(text.ptr[i]))
			return true;
	return false;
}

/* Are most cells below the row, but for the first of each, amounts? */
static bool
has_amounts_below(struct analysis *a, const struct node *row)
{
	size_t filled = 0, amounts = 0, rows = 0;

	for (row = row->next; row != NULL && rows < ROWS_ASKED;
	     row = row->next) {
		const struct node *cell = row->first;

		rows++;
		for (cell = cell ? cell->next : NULL; cell; cell = cell->next) {
			struct str text = doc_text(a->scratch, cell);

			filled += text.len > 0;
			amounts += is_amount(text);
		}
	}
	return rows >= ROWS_ENOUGH && amounts >= ROWS_ENOUGH &&
	       amounts * 4 >= filled * 3;
}

bool
analyse_heads_figures(struct analysis *a, const struct node *row)
{
	const struct node *cell = row->first;
	struct str first;
	size_t filled = 0;
	bool unit = false;

	if (cell == NULL || cell->next == NULL)
		return false;
	first = doc_text(a->scratch, cell);
	if (!may_head(first))
		return false;
	for (cell = cell->next; cell != NULL; cell = cell->next) {
		struct str text = doc_text(a->scratch, cell);

		if (!may_head(text))
			return false;
		filled += text.len > 0;
		unit = unit || is_unit(text);
	}
	/* "Ward | Oakfield" over "People | 12,300" is a row like others */
	return filled > 0 && (filled > 1 || unit || first.len == 0) &&
	       has_amounts_below(a, row);
}

/* "01632 960118" is no amount, though it is of digits. */
static bool
is_telephone(struct str text)
{
	return text.len > 8 && text.ptr[0] == '0';
}

void
analyse_figures_mark(struct analysis *a, struct node *table)
{
	size_t count = table->as.table.column_count;
	size_t *filled = arena_alloc(a->scratch, count * sizeof(*filled));
	size_t *amounts = arena_alloc(a->scratch, count * sizeof(*amounts));

	for (const struct node *row = analyse_first_row(table); row != NULL;
	     row = row->next) {
		size_t at = 0;

		if (row->kind != NODE_ROW || row->as.row.is_header)
			continue;
		for (const struct node *cell = row->first;
		     cell != NULL && at < count; cell = cell->next, at++) {
			struct str text = doc_text(a->scratch, cell);

			filled[at] += text.len > 0;
			amounts[at] += is_amount(text) && !is_telephone(text);
		}
	}
	for (size_t i = 1; i < count; i++)
		if (amounts[i] >= ROWS_ENOUGH &&
		    amounts[i] * 4 >= filled[i] * 3)
			table->as.table.columns[i].kind = COLUMN_NUMBER;
}
