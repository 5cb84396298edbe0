/* pdf_layout_cols_table: which tables stand in a column of the page, and which
 * across all of them. Measures; sets nothing. */
#include "render/pdf/pdf_layout_cols.h"

enum { MOST_ROWS = 40 /* of a table that may stand in a column */ };

/* A table in a column is no higher than this part of a page, and not much
 * higher than it were across. */
static const double MOST_PAGE = 0.4, MOST_HIGHER = 1.5;

static bool
fits_column(struct lay *lay, const struct node *table)
{
	double page = lay->flow.foot_y - lay->flow.top_y;
	double width = pdf_flow_width(lay);
	struct pdf_trial narrow, wide;

	if (pdf_table_least(lay, table, true) > width)
		return false;
	narrow = pdf_table_try(lay, table, width, MOST_ROWS + 1);
	if (narrow.rows > MOST_ROWS || narrow.height > page * MOST_PAGE)
		return false;
	wide = pdf_table_try(lay, table, lay->flow.width, MOST_ROWS + 1);
	return narrow.height < wide.height * MOST_HIGHER + lay->theme->body_pt;
}

bool
pdf_cols_hold_table(struct lay *lay, const struct node *table)
{
	bool landscape = lay->flow.landscape, fits = true;
	struct pdf_alike *alike;

	if (!pdf_cols_are_on(lay))
		return true;
	alike = pdf_alike_find(lay, table);
	if (alike == NULL)
		return fits_column(lay, table);
	if (alike->judged[landscape])
		return alike->narrow[landscape];
	for (size_t i = 0; i < alike->count && fits; i++)
		fits = fits_column(lay, alike->tables[i]);
	alike->judged[landscape] = true;
	alike->narrow[landscape] = fits;
	return fits;
}
