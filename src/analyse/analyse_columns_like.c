/* analyse_columns_like: of two columns of one meaning, which of them counts:
 *
 *     Recommendation | Action            the second says what is to be done
 *     R1. Be brief   | Cut the plan
 *                    | Ask the staff
 *
 * By their headings, and by what stands below them. */
#include "analyse/analyse_priv.h"

/* Does a row below have something in column `y` and nothing in `x`? */
static bool
fills_alone(
    struct analysis *a, const struct plan_table *table, size_t y, size_t x)
{
	const struct node *row = analyse_first_row(table->node);

	for (; row != NULL; row = row->next)
		if (!row->as.row.is_header && !row->as.row.is_group &&
		    analyse_cell_text(a, row, y).len > 0 &&
		    analyse_cell_text(a, row, x).len == 0)
			return true;
	return false;
}

/* Does the column only number what the rows hold? */
static bool
holds_numbers(struct analysis *a, const struct plan_table *table, size_t column)
{
	const struct node *row = analyse_first_row(table->node);
	size_t numbers = 0;

	for (; row != NULL; row = row->next) {
		struct str text = analyse_cell_text(a, row, column), number,
			   rest;

		if (row->as.row.is_header || text.len == 0)
			continue;
		if (!analyse_number_split(text, &number, &rest) || rest.len > 0)
			return false;
		numbers++;
	}
	return numbers > 0;
}

static bool
has_word(struct analysis *a, const struct plan_column *column, const char *word)
{
	return str_find(analyse_key(a, column->heading), word) != (size_t)-1;
}

/* Does the second of the two count? */
static bool
is_second(struct analysis *a, const struct plan_table *table, size_t first,
    size_t second)
{
	const struct plan_column *x = &table->columns[first];
	const struct plan_column *y = &table->columns[second];

	switch (y->role) {
	case COLUMN_ROLE_STATUS:
		return analyse_column_is_later(a, x->heading, y->heading);
	case COLUMN_ROLE_PROGRESS:
		/* what was answered once is not what has been done since */
		return has_word(a, x, "response") &&
		       !has_word(a, y, "response");
	case COLUMN_ROLE_ACTION:
		return holds_numbers(a, table, first) ||
		       (fills_alone(a, table, second, first) &&
			   !fills_alone(a, table, first, second));
	case COLUMN_ROLE_OTHER:
	case COLUMN_ROLE_ID:
	case COLUMN_ROLE_OBJECTIVE:
	case COLUMN_ROLE_THEME:
	case COLUMN_ROLE_OWNER:
	case COLUMN_ROLE_LEAD:
	case COLUMN_ROLE_NEXT:
	case COLUMN_ROLE_DUE:
	case COLUMN_ROLE_ORIGINAL_DUE:
	case COLUMN_ROLE_REVISED_DUE:
	case COLUMN_ROLE_COMPLETED:
	case COLUMN_ROLE_COUNT:
		break;
	}
	return false;
}

void
analyse_columns_keep_one(
    struct analysis *a, struct plan_table *table, size_t first, size_t second)
{
	bool is_last = is_second(a, table, first, second);
	struct plan_column *other = &table->columns[is_last ? first : second];
	bool numbers = other->role == COLUMN_ROLE_ACTION && is_last &&
		       !analyse_has_column(table, COLUMN_ROLE_ID) &&
		       holds_numbers(a, table, first);

	other->role = numbers ? COLUMN_ROLE_ID : COLUMN_ROLE_OTHER;
	other->via = numbers ? VIA_CONTENT : VIA_NONE;
}
