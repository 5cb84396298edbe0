/* compose_figure_words: what figures say of themselves, and the text that
 * stands for a figure where it is not seen. */
#include "compose/compose_figure.h"

#include "base/arena.h"
#include "base/buf.h"

struct str
compose_figure_word(const struct maker *maker, enum word word, struct str a)
{
	static const struct str none = { "", 0 };

	return words_fill(maker->arena, &maker->words, word, a, none);
}

/* The scheme's word or, for want of one, the label; the view knows both. */
struct str
compose_figure_state(const struct maker *maker, enum state state)
{
	const xmlNode *list = compose_xml_child(maker->view.report, "states");
	struct str name =
	    str_from(state == STATE_NONE ? "none" : doc_state_name(state));

	for (const xmlNode *at = list->children; at != NULL; at = at->next)
		if (compose_xml_is(at, "state") &&
		    str_eq(compose_xml_attr(maker->arena, at, "name"), name))
			return compose_xml_attr(maker->arena, at,
			    state == STATE_NONE ? "label" : "word");
	return (struct str){ "", 0 };
}

/* "Complete 3, On track 2". */
static void
put_counts(
    struct buf *buf, const struct chart *chart, const struct chart_row *row)
{
	const char *between = "";

	for (size_t i = 0; i < chart->series_count; i++) {
		if (row->counts[i] == 0)
			continue;
		buf_printf(buf, "%s%.*s %zu", between,
		    STR_ARG(chart->series[i].name), row->counts[i]);
		between = ", ";
	}
}

struct str
compose_figure_alt(const struct maker *maker, const struct chart *chart)
{
	static const struct str none = { "", 0 };
	struct buf buf = BUF_INIT;
	struct str alt;

	buf_put_str(&buf, compose_figure_word(maker,
			      (enum word)(WORD_CHART + chart->kind), none));
	buf_puts(&buf, ".");
	for (size_t i = 0; i < chart->row_count; i++) {
		const struct chart_row *row = &chart->rows[i];

		if (chart->kind == CHART_DUE && row->total == 0)
			continue;
		buf_printf(&buf, " %.*s: %zu", STR_ARG(row->label), row->total);
		if (chart->kind != CHART_STATES && row->total > 0) {
			buf_puts(&buf, " (");
			put_counts(&buf, chart, row);
			buf_puts(&buf, ")");
		}
		buf_puts(&buf, ".");
	}
	alt = str_copy(maker->arena, buf_str(&buf));
	buf_clear(&buf);
	return alt;
}
