/* pdf_layout_foot: footnotes. A page keeps room at its foot for the notes that
 * its text calls for; a note that is too long goes on at the foot of the next.
 * All notes are made before the text, so that their heights are known; which
 * page has a note is decided when the line that calls for it is set.
 *
 * They are tagged behind all else, as the HTML page has them: a listener is
 * not interrupted, and links lead to a note and back. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <math.h>

#include "base/arena.h"

/* Above the notes: a gap, a rule and a smaller gap. */
static const double LEAD_PT = 14;
static const double BELOW_RULE_PT = 6;
static const double RULE_PT = 120;

/* Notes that wait take no more than this part of the page that follows. */
static const double MOST_CARRIED = 0.6;

/* The part of a row that stands on a page is no less than this part of it, and
 * found in such steps. */
static const double LEAST_TEXT = 0.12, LESS_STEP_PT = 5;

static const double SLACK_PT = 0.01;

/* The number of a note leads back to where it was called. */
static struct pdf_para *
label_make(struct lay *lay, const struct node *note, struct pdf_look look)
{
	struct arena *arena = lay->arena;
	struct node *holder = doc_node_new(arena, NODE_PARAGRAPH, note->pos);
	struct node *link = doc_node_new(arena, NODE_LINK, note->pos);

	link->flags |= NODE_GENERATED; /* so it names no page */
	link->as.link.target = note->as.note.target;
	link->as.link.title = words_fill(arena, &lay->report->words,
	    WORD_NOTE_BACK, note->as.note.label, (struct str){ "", 0 });
	doc_node_append(holder, link);
	doc_text_append(arena, link, note->as.note.label, note->pos);
	doc_text_append(arena, holder, str_from(" "), note->pos);
	return pdf_para_make(lay, holder, look);
}

static size_t
tag_make(struct lay *lay, const struct node *note)
{
	size_t tag = pdf_tag_add(lay, TAG_NOTE, 0);

	pdf_tag_at(lay, tag)->is_last = true;
	pdf_tag_at(lay, tag)->id =
	    note->id.len > 0 ? note->id
			     : str_printf(lay->arena, "note-tag-%zu", tag);
	return tag;
}

/* The part of a note that may stand alone at the foot of a page. */
static double
least_height(const struct pdf_pieces *pieces)
{
	struct pdf_pieces part = { .list = pieces->list };

	while (part.count < pieces->count &&
	       (part.count == 0 || part.list[part.count - 1].keep_next))
		part.count++;
	return pdf_pieces_height(&part, 0);
}

static void
note_make(struct lay *lay, const struct node *node, struct pdf_note *note)
{
	struct pdf_blocks blocks = { NULL, 0, 0 };
	struct pdf_label *label = arena_alloc(lay->arena, sizeof(*label));
	struct pdf_mark *mark = arena_alloc(lay->arena, sizeof(*mark));
	struct pdf_sink sink = { .cell = &blocks,
		.look = pdf_look_body(lay),
		.label = label,
		.marks = mark };

	if (lay->theme->small_pt > 0)
		sink.look.size_pt = lay->theme->small_pt;
	mark->id = node->id;
	mark->toc = PDF_NONE;
	sink.tag = tag_make(lay, node);
	label->para = label_make(lay, node, sink.look);
	label->tag = pdf_tag_add(lay, TAG_LBL, sink.tag);
	sink.x = fmax(sink.look.size_pt * 1.8, label->para->widest + 4);
	pdf_blocks_set(lay, node, &sink);
	for (size_t i = 0; i < blocks.count; i++)
		pdf_block_cut(
		    lay, &blocks.list[i], lay->foot.width, &note->pieces);
	note->gap = sink.look.size_pt * 0.25;
	if (note->pieces.count > 0)
		note->pieces.list[0].gap = note->gap;
	note->height = note->gap + pdf_pieces_height(&note->pieces, 0);
	note->least = note->gap + least_height(&note->pieces);
}

static const struct node *
notes_find(const struct lay *lay)
{
	const struct node *last = lay->report->root->last;

	return last != NULL && last->kind == NODE_NOTES ? last : NULL;
}

void
pdf_foot_collect(struct lay *lay)
{
	struct pdf_foot *foot = &lay->foot;
	const struct theme *theme = lay->theme;
	const struct node *notes = notes_find(lay);
	size_t count = 0;

	if (notes == NULL)
		return;
	/* one width for all pages, so that a note can go on on any */
	foot->width = fmin(theme->page_width_pt, theme->page_height_pt) -
		      theme->margin_left_pt - theme->margin_right_pt;
	for (const struct node *at = notes->first; at != NULL; at = at->next)
		count++;
	foot->notes = arena_alloc(lay->arena, count * sizeof(*foot->notes));
	for (const struct node *at = notes->first; at != NULL; at = at->next) {
		note_make(lay, at, &foot->notes[foot->note_count]);
		if (at->id.len > 0)
			map_add(
			    lay->arena, &foot->ids, at->id, foot->note_count);
		foot->note_count++;
	}
}

/* ---- which notes are called ---- */

static void
find_target(struct lay *lay, struct str target)
{
	struct pdf_foot *foot = &lay->foot;
	const size_t *index = map_find(&foot->ids, target);
	struct pdf_note *note;

	if (index == NULL)
		return;
	note = &foot->notes[*index];
	if (note->called || note->asked == foot->question)
		return;
	note->asked = foot->question;
	foot->found = arena_push(lay->arena, foot->found, &foot->found_count,
	    &foot->found_cap, sizeof(*foot->found));
	foot->found[foot->found_count - 1] = *index;
}

/* The notes called for within one line. */
static void
find_in_line(
    struct lay *lay, const struct pdf_para *para, const struct pdf_line *line)
{
	for (size_t r = line->from.run;
	     r < para->run_count && r <= line->to.run; r++) {
		size_t elem = para->runs[r].elem;

		if ((r == line->from.run && line->from.glyph > 0) ||
		    (r == line->to.run && line->to.glyph == 0))
			continue;
		for (; elem != PDF_NONE; elem = para->elems[elem].outer)
			if (para->elems[elem].node->kind == NODE_NOTE_REF)
				find_target(lay,
				    para->elems[elem].node->as.note.target);
	}
}

static void
find_in_pieces(
    struct lay *lay, const struct pdf_piece *pieces, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct pdf_block *block = pieces[i].block;

		if (block->kind == BLOCK_PARA && block->para->has_notes)
			find_in_line(lay, block->para, &pieces[i].line);
		for (size_t c = 0;
		     block->kind == BLOCK_ROW && c < block->row->cell_count;
		     c++) {
			const struct pdf_cell *cell = &block->row->cells[c];

			for (size_t k = cell->next; k < cell->pieces.count; k++)
				if (cell->pieces.list[k].block->kind ==
					BLOCK_PARA &&
				    cell->pieces.list[k].block->para->has_notes)
					find_in_line(lay,
					    cell->pieces.list[k].block->para,
					    &cell->pieces.list[k].line);
		}
	}
}

static void
question_begin(struct lay *lay)
{
	lay->foot.question++;
	lay->foot.found_count = 0;
}

/* Adds the notes that notes call for; gives what all of them need. */
static double
question_end(struct lay *lay, double *least)
{
	struct pdf_foot *foot = &lay->foot;
	double height = 0;

	if (least != NULL)
		*least = 0;
	for (size_t i = 0; i < foot->found_count; i++) {
		const struct pdf_note *note = &foot->notes[foot->found[i]];

		find_in_pieces(lay, note->pieces.list, 0, note->pieces.count);
		if (least != NULL)
			*least = height + note->least;
		height += note->height;
	}
	if (height > 0 && !pdf_foot_waits(lay)) {
		height += LEAD_PT;
		if (least != NULL)
			*least += LEAD_PT;
	}
	return height;
}

double
pdf_foot_ask(struct lay *lay, const struct pdf_piece *pieces, size_t count,
    double *least)
{
	question_begin(lay);
	if (lay->foot.note_count > 0)
		find_in_pieces(lay, pieces, 0, count);
	return question_end(lay, least);
}

/* What stands in the part of a row that fits into `avail`; gives the height
 * of the tallest cell, or 0 if nothing fits. */
static double
row_part(struct lay *lay, const struct pdf_row *row, double avail, bool forced)
{
	double tallest = 0, height;

	question_begin(lay);
	for (size_t c = 0; c < row->cell_count; c++) {
		const struct pdf_cell *cell = &row->cells[c];
		size_t stop = pdf_cell_stop(
		    cell, avail - 2 * row->pad_y, forced, &height);

		find_in_pieces(lay, cell->pieces.list, cell->next, stop);
		tallest = fmax(tallest, height);
	}
	return tallest;
}

double
pdf_foot_row(
    struct lay *lay, const struct pdf_row *row, double avail, bool forced)
{
	if (lay->foot.note_count == 0)
		return avail;
	/* as many lines as leave room for their notes, the last of which may
	 * go on elsewhere; few lines are not worth a page */
	for (double less = avail; less > avail * LEAST_TEXT;
	     less -= LESS_STEP_PT) {
		double least, height = row_part(lay, row, less, forced);
		double notes = question_end(lay, &least);

		height += 2 * row->pad_y;
		if (notes == 0 || height + least <= avail + SLACK_PT)
			return less;
	}
	/* as much as there is, and the notes go on elsewhere */
	row_part(lay, row, avail, forced);
	question_end(lay, NULL);
	return avail;
}

void
pdf_foot_take(struct lay *lay)
{
	struct pdf_foot *foot = &lay->foot;
	struct pdf_pieces *set = &foot->set.pieces;

	for (size_t i = 0; i < foot->found_count; i++) {
		struct pdf_note *note = &foot->notes[foot->found[i]];

		if (!pdf_foot_waits(lay))
			lay->flow.bottom_y -= LEAD_PT;
		lay->flow.bottom_y -= note->height;
		note->called = true;
		for (size_t k = 0; k < note->pieces.count; k++) {
			set->list = arena_push(lay->arena, set->list,
			    &set->count, &set->cap, sizeof(*set->list));
			set->list[set->count - 1] = note->pieces.list[k];
		}
	}
	foot->found_count = 0;
}

void
pdf_foot_call_rest(struct lay *lay)
{
	question_begin(lay);
	for (size_t i = 0; i < lay->foot.note_count; i++) {
		struct pdf_foot *foot = &lay->foot;

		if (foot->notes[i].called)
			continue;
		foot->found = arena_push(lay->arena, foot->found,
		    &foot->found_count, &foot->found_cap, sizeof(*foot->found));
		foot->found[foot->found_count - 1] = i;
	}
	pdf_foot_take(lay);
}

/* ---- at the foot of a page ---- */

bool
pdf_foot_waits(const struct lay *lay)
{
	return lay->foot.set.next < lay->foot.set.pieces.count;
}

void
pdf_foot_begin(struct lay *lay)
{
	struct pdf_flow *flow = &lay->flow;
	const struct pdf_cell *set = &lay->foot.set;
	double most = (flow->foot_y - flow->top_y) * MOST_CARRIED;

	if (!pdf_foot_waits(lay))
		return;
	flow->bottom_y -=
	    LEAD_PT + fmin(most, pdf_pieces_height(&set->pieces, set->next));
}

/* A note that goes on has a rule over the whole width. */
static void
rule_put(struct lay *lay, double y, const struct pdf_piece *first)
{
	bool begins = first->first && first->gap > 0;

	pdf_line_add(lay, lay->flow.left, y,
	    begins ? fmin(RULE_PT, lay->foot.width) : lay->foot.width, 0, 0.75,
	    lay->theme->rule);
}

void
pdf_foot_end(struct lay *lay)
{
	struct pdf_flow *flow = &lay->flow;
	struct pdf_cell *set = &lay->foot.set;
	size_t first = set->next, stop;
	double height, y;

	if (!pdf_foot_waits(lay))
		return;
	stop = pdf_cell_stop(
	    set, flow->foot_y - flow->y - LEAD_PT, flow->at_top, &height);
	if (stop == first)
		return;
	y = flow->foot_y - height;
	rule_put(lay, y - BELOW_RULE_PT, &set->pieces.list[first]);
	for (; set->next < stop; set->next++) {
		const struct pdf_piece *piece = &set->pieces.list[set->next];
		double gap = set->next > first ? piece->gap : 0;

		y += gap;
		pdf_piece_put(lay, piece, flow->left, y, gap);
		y += piece->height;
	}
	flow->at_top = false;
}
