/* pdf_layout_para: a shaped paragraph and a width -> lines. Of all ways with
 * the fewest lines it takes the one with the most even right edge; the cost
 * grows with the number of words, not with its square. */
#include "render/pdf/pdf_layout_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/must.h"

/* The best way to a break. */
struct way {
	struct pdf_break at;
	size_t lines;
	double cost;
	size_t from; /* index of the break before */
	double width;
};

/* Kept from one paragraph to the next. */
struct pdf_scratch {
	struct way *ways;
	size_t way_count, way_cap;
	struct pdf_line *lines;
	size_t line_cap;
};

/* Lengths that differ by less are equal: widths that were computed from these
 * very lines must hold them. */
static const double SLACK_PT = 0.01;

void
pdf_scratch_free(struct pdf_scratch *scratch)
{
	if (scratch == NULL)
		return;
	free(scratch->ways);
	free(scratch->lines);
	free(scratch);
}

static void
way_add(struct pdf_scratch *scratch, const struct pdf_break *at)
{
	if (scratch->way_count == scratch->way_cap) {
		scratch->way_cap = scratch->way_cap * 2 + 64;
		scratch->ways = mem_resize(
		    scratch->ways, scratch->way_cap * sizeof(*scratch->ways));
	}
	scratch->ways[scratch->way_count++] = (struct way){ .at = *at };
}

/* Breaks between the characters of what is still too wide: before each glyph
 * that begins a character, unless the piece so far has room for it. */
static void
cut_glyphs(struct pdf_scratch *scratch, const struct pdf_para *para,
    const struct pdf_break *from, const struct pdf_break *to, double width)
{
	double x = from->next_x, start = x;
	size_t run = from->run, glyph = from->glyph;

	while (run < to->run || (run == to->run && glyph < to->glyph)) {
		const struct pdf_run *at = &para->runs[run];
		double advance, lead;

		if (glyph >= at->glyph_count) {
			x += at->trail_pt;
			run++;
			glyph = 0;
			continue;
		}
		lead = glyph == 0 ? at->lead_pt : 0;
		advance =
		    lead + (double)at->glyphs[glyph].advance * at->look.size_pt;
		if (x + advance - start > width && x > start &&
		    at->glyphs[glyph].text_len > 0) {
			struct pdf_break cut = { (uint32_t)run, (uint32_t)glyph,
				x, x, BREAK_SOFT };

			way_add(scratch, &cut);
			start = x;
		}
		x += advance;
		glyph++;
	}
}

/* The breaks that count at this width: those between words, and inside of what
 * is wider than the line. */
static void
choose_breaks(
    struct pdf_scratch *scratch, const struct pdf_para *para, double width)
{
	const struct pdf_break *word = &para->breaks[0];

	scratch->way_count = 0;
	way_add(scratch, word);
	for (size_t i = 1; i < para->break_count; i++) {
		const struct pdf_break *at = &para->breaks[i];

		if (at->level == BREAK_SOFT)
			continue;
		if (at->ink_x - word->next_x > width + SLACK_PT) {
			for (const struct pdf_break *part = word; part < at;
			     part++) {
				if (part > word)
					way_add(scratch, part);
				if (part[1].ink_x - part->next_x >
				    width + SLACK_PT)
					cut_glyphs(scratch, para, part,
					    part + 1, width);
			}
		}
		way_add(scratch, at);
		word = at;
	}
}

/* What a line that leaves `rest` of the width empty costs. */
static double
line_cost(double rest, double width, bool last, bool one_word, bool only)
{
	double part = rest / width;

	if (!last)
		return part * part;
	/* a single word alone on the last line looks lost */
	return one_word && !only && part > 0.8 ? 0.12 : 0;
}

static void
find_ways(struct pdf_scratch *scratch, double width, double first_indent)
{
	struct way *ways = scratch->ways;

	for (size_t j = 1; j < scratch->way_count; j++) {
		struct way *to = &ways[j];

		to->lines = SIZE_MAX;
		for (size_t i = j; i-- > 0;) {
			const struct way *from = &ways[i];
			double room = i == 0 ? width - first_indent : width;
			double ink = to->at.ink_x - from->at.next_x;
			double cost;

			/* one step alone may be too wide: nothing helps it */
			if (ink > room + SLACK_PT && i + 1 < j)
				break;
			cost = from->cost + line_cost(room - ink, room,
						to->at.level == BREAK_MUST,
						i + 1 == j, i == 0);
			if (from->lines + 1 < to->lines ||
			    (from->lines + 1 == to->lines && cost < to->cost)) {
				to->lines = from->lines + 1;
				to->cost = cost;
				to->from = i;
				to->width = ink;
			}
			if (from->at.level == BREAK_MUST)
				break;
		}
	}
}

static struct pdf_scratch *
scratch_get(struct lay *lay)
{
	if (lay->scratch == NULL)
		lay->scratch = mem_alloc(sizeof(*lay->scratch));
	return lay->scratch;
}

const struct pdf_line *
pdf_para_lines(struct lay *lay, const struct pdf_para *para, double width,
    double first_indent, size_t *count)
{
	struct pdf_scratch *scratch = scratch_get(lay);
	size_t at, lines;

	if (width < 1)
		width = 1;
	if (first_indent > width / 2)
		first_indent = width / 2;
	choose_breaks(scratch, para, width - first_indent);
	find_ways(scratch, width, first_indent);
	at = scratch->way_count - 1;
	lines = scratch->ways[at].lines;
	if (scratch->line_cap < lines) {
		scratch->line_cap = lines * 2;
		scratch->lines = mem_resize(scratch->lines,
		    scratch->line_cap * sizeof(*scratch->lines));
	}
	*count = lines;
	while (lines-- > 0) {
		const struct way *way = &scratch->ways[at];

		scratch->lines[lines] =
		    (struct pdf_line){ .from = scratch->ways[way->from].at,
			    .to = way->at,
			    .width = way->width };
		at = way->from;
	}
	return scratch->lines;
}
