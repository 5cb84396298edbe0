/* pdf_layout_line: a line of a paragraph -> items at a place on the last page:
 * text, the shapes and fills of pills, underlines, strokes, active areas. Tags
 * inside a paragraph are made when their first words are set. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"

/* The part of a run that stands on a line. */
struct part {
	const struct pdf_run *run;
	size_t from, to;    /* glyphs */
	double x, width;    /* of the text */
	double left, right; /* with the lead and trail that belong to it */
	double baseline;
	size_t tag;
};

static struct str
elem_words(struct lay *lay, const struct node *node)
{
	if (node->kind == NODE_NOTE_REF)
		return words_fill(lay->arena, &lay->report->words, WORD_NOTE,
		    node->as.note.label, (struct str){ "", 0 });
	if (node->as.link.title.len > 0)
		return node->as.link.title;
	return doc_text(lay->arena, node);
}

/* The words behind a reference: the only span that has neither an id nor a
 * language. */
static bool
is_page_number(const struct node *node)
{
	return node->kind == NODE_SPAN && node->id.len == 0 &&
	       node->lang.len == 0;
}

/* The tag that one element needs below `parent`, or `parent` itself. */
static size_t
elem_tag(struct lay *lay, const struct node *node, size_t parent)
{
	size_t tag = parent;

	if (node->kind == NODE_NOTE_REF) {
		tag = pdf_tag_add(lay, TAG_REFERENCE, tag);
		if (node->as.note.target.len > 0)
			tag = pdf_tag_add(lay, TAG_LINK, tag);
	} else if (node->kind == NODE_LINK &&
		   (node->as.link.url.len > 0 ||
		       node->as.link.target.len > 0)) {
		tag = pdf_tag_add(lay, TAG_LINK, tag);
	} else if (node->lang.len > 0 || is_page_number(node) ||
		   node->kind == NODE_ABBR) {
		tag = pdf_tag_add(lay, TAG_SPAN, tag);
		if (node->kind == NODE_ABBR)
			pdf_tag_at(lay, tag)->expansion =
			    node->as.abbr.expansion;
		pdf_tag_at(lay, tag)->generated = is_page_number(node);
	}
	if (tag != parent && node->lang.len > 0)
		pdf_tag_at(lay, tag)->lang = node->lang;
	return tag;
}

/* Makes the tags from the outermost element in, and places their ids. */
static size_t
elems_enter(
    struct lay *lay, struct pdf_para *para, size_t elem, size_t tag, double y)
{
	size_t chain[16], depth = 0;

	for (; elem != PDF_NONE && depth < 16; elem = para->elems[elem].outer)
		chain[depth++] = elem;
	while (depth-- > 0) {
		struct pdf_elem *at = &para->elems[chain[depth]];

		if (at->tag == PDF_NONE)
			at->tag = elem_tag(lay, at->node, tag);
		if (!at->placed)
			pdf_dest_add(lay, at->node->id, y);
		at->placed = true;
		tag = at->tag;
	}
	return tag;
}

/* An active area over a part; neighbours of one link are one area. */
static void
link_put(struct lay *lay, const struct pdf_elem *elem, const struct part *part,
    double y, double height)
{
	const struct node *node = elem->node;
	struct pdf_layout *out = lay->out;
	bool note = node->kind == NODE_NOTE_REF;
	struct str url = note ? (struct str){ NULL, 0 } : node->as.link.url;
	struct str target = note ? node->as.note.target : node->as.link.target;
	struct pdf_link *link;

	if (url.len == 0 && target.len == 0)
		return;
	if (out->link_count > 0) {
		link = &out->links[out->link_count - 1];
		if (link->page == out->page_count - 1 &&
		    link->tag == elem->tag && link->y == y &&
		    link->x + link->width > part->left - 0.5) {
			link->width = part->right - link->x;
			return;
		}
	}
	out->links = arena_push(lay->arena, out->links, &out->link_count,
	    &out->link_cap, sizeof(*out->links));
	link = &out->links[out->link_count - 1];
	*link = (struct pdf_link){ .page = out->page_count - 1,
		.tag = elem->tag,
		.x = part->left,
		.y = y,
		.width = part->right - part->left,
		.height = height,
		.url = url,
		.target = url.len > 0 ? (struct str){ NULL, 0 } : target,
		.contents = elem_words(lay, node) };
	if (link->contents.len == 0)
		link->contents = url.len > 0 ? url : target;
}

/* The innermost link at or around an element, or NULL. */
static const struct pdf_elem *
link_of(const struct pdf_para *para, size_t elem)
{
	for (; elem != PDF_NONE; elem = para->elems[elem].outer) {
		const struct node *node = para->elems[elem].node;

		if (node->kind == NODE_LINK || node->kind == NODE_NOTE_REF)
			return &para->elems[elem];
	}
	return NULL;
}

static void
state_put(struct lay *lay, const struct part *part)
{
	const struct pdf_run *run = part->run;
	const struct state_look *look = &lay->theme->states[run->state];
	double size = run->look.size_pt;
	double top = part->baseline - size * 0.94;
	struct pdf_item *item;

	pdf_rect_add(lay, part->left, top, part->right - part->left,
	    size * 1.24, look->fill);
	if (part->from > 0)
		return;
	item = pdf_item_add(lay, ITEM_SHAPE,
	    lay->artifact != PDF_NONE ? lay->artifact : PDF_ARTIFACT_LAYOUT);
	item->width = item->height = size * 0.62;
	item->x = part->left + size * 0.3;
	item->y = part->baseline - size * 0.355 - item->height / 2;
	item->colour = look->colour;
	item->as.shape.shape = look->shape;
}

static void
text_put(struct lay *lay, const struct part *part)
{
	const struct pdf_run *run = part->run;
	struct pdf_item *item = pdf_item_add(lay, ITEM_TEXT, part->tag);

	item->x = part->x;
	item->y = part->baseline - run->rise_pt;
	item->width = part->width;
	item->height = run->look.size_pt;
	item->colour = run->look.colour;
	item->as.text.glyphs = run->glyphs + part->from;
	item->as.text.count = part->to - part->from;
	item->as.text.text = run->text;
	item->as.text.size_pt = run->look.size_pt;
}

/* The width of a part without the space at its end. */
static double
ink_width(const struct part *part)
{
	const struct pdf_run *run = part->run;
	double width = part->width;

	for (size_t i = part->to; i-- > part->from;) {
		const struct pdf_glyph *glyph = &run->glyphs[i];

		if (glyph->text_len != 1 ||
		    run->text.ptr[glyph->text_at] != ' ')
			break;
		width -= (double)glyph->advance * run->look.size_pt;
	}
	return width;
}

static void
strokes_put(struct lay *lay, const struct part *part, bool underline)
{
	const struct pdf_run *run = part->run;
	double size = run->look.size_pt;
	double width = ink_width(part);
	uint16_t face = pdf_face(lay, run->look.family, run->look.style);
	const struct pdf_metrics *metrics = pdf_face_metrics(lay->fonts, face);
	double thick = (double)metrics->underline_thick * size * 0.8;

	if (width <= 0)
		return;
	if (underline)
		pdf_line_add(lay, part->x,
		    part->baseline - run->rise_pt + size * 0.13, width, 0,
		    thick, run->look.colour);
	if (run->strike)
		pdf_line_add(lay, part->x, part->baseline - size * 0.26, width,
		    0, thick * 1.2, run->look.colour);
}

static void
part_put(struct lay *lay, struct pdf_para *para, struct part *part, double y,
    size_t tag)
{
	const struct pdf_run *run = part->run;
	const struct pdf_elem *link = NULL;

	part->tag = lay->artifact;
	if (lay->artifact == PDF_NONE) {
		part->tag = elems_enter(lay, para, run->elem, tag, y);
		link = link_of(para, run->elem);
	}
	if (run->state != STATE_NONE)
		state_put(lay, part);
	text_put(lay, part);
	if (lay->artifact == PDF_NONE)
		pdf_refer_place(lay, run->refer);
	if (link != NULL)
		link_put(lay, link, part, y, para->line_pt);
	if (run->strike || link != NULL)
		strokes_put(lay, part,
		    link != NULL && link->node->kind == NODE_LINK &&
			!run->look.plain_links);
}

double
pdf_baseline(struct lay *lay, const struct pdf_para *para)
{
	const struct pdf_look *look = &para->runs[0].look;
	const struct pdf_metrics *metrics = pdf_face_metrics(
	    lay->fonts, pdf_face(lay, look->family, look->style));
	double ascent = (double)metrics->ascent * para->size_pt;
	double descent = (double)metrics->descent * para->size_pt;

	return (para->line_pt - ascent - descent) / 2 + ascent;
}

void
pdf_line_put(struct lay *lay, struct pdf_para *para,
    const struct pdf_line *line, double x, double y, size_t tag)
{
	size_t run = line->from.run, glyph = line->from.glyph;
	double baseline;

	if (run >= para->run_count)
		return;
	baseline = y + pdf_baseline(lay, para);
	for (; run < para->run_count && run <= line->to.run; run++, glyph = 0) {
		const struct pdf_run *at = &para->runs[run];
		struct part part = { .run = at,
			.from = glyph,
			.to = run == line->to.run ? line->to.glyph
						  : at->glyph_count,
			.left = x,
			.baseline = baseline };

		if (part.from >= part.to)
			continue;
		part.x = x + (part.from == 0 ? at->lead_pt : 0);
		part.width = pdf_glyphs_width(
				 at->glyphs + part.from, part.to - part.from) *
			     at->look.size_pt;
		part.right = part.x + part.width +
			     (part.to == at->glyph_count ? at->trail_pt : 0);
		part_put(lay, para, &part, y, tag);
		x = part.right;
	}
}

void
pdf_para_put(
    struct lay *lay, struct pdf_para *para, double x, double y, size_t tag)
{
	struct pdf_line line = { .from = para->breaks[0],
		.to = para->breaks[para->break_count - 1] };

	pdf_line_put(lay, para, &line, x, y, tag);
}
