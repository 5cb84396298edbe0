/* pdf_layout_inline: the inlines of a block -> runs of one look each, shaped,
 * in one text. White space is folded over the seams of nodes. Knows nothing
 * of widths, lines and pages. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { DEEPEST_ELEM = 8 }; /* elements nested deeper share their outer's */

/* What holds for the inlines below a node. */
struct style {
	struct style *outer;
	struct pdf_look look;
	struct str lang;
	size_t elem;
	int elem_depth;
	enum state state;
	bool strike;
	bool raised;
};

struct gather {
	struct lay *lay;
	struct pdf_para *para;
	struct buf *text;
	struct style *style;
	size_t *musts; /* offsets before which a line must end */
	size_t must_count, must_cap;
	bool fresh;  /* the next text begins a run */
	bool refers; /* links may name a page */
};

static bool
same_look(const struct pdf_run *run, const struct style *style)
{
	return run->look.family == style->look.family &&
	       run->look.style == style->look.style &&
	       run->look.size_pt == style->look.size_pt &&
	       run->look.colour.red == style->look.colour.red &&
	       run->look.colour.green == style->look.colour.green &&
	       run->look.colour.blue == style->look.colour.blue &&
	       run->strike == style->strike && run->elem == style->elem &&
	       run->state == style->state && str_eq(run->lang, style->lang);
}

/* The run that text of the present style goes to. */
static void
run_open(struct gather *gather)
{
	struct pdf_para *para = gather->para;
	const struct style *style = gather->style;
	struct pdf_run *run;

	if (para->run_count > 0 && !gather->fresh &&
	    same_look(&para->runs[para->run_count - 1], style))
		return;
	gather->fresh = false;
	if (para->run_count == 0) /* most have no more */
		para->runs = pdf_reserve(gather->lay->arena, para->runs, 0,
		    &para->run_cap, 1, sizeof(*para->runs));
	para->runs = arena_push(gather->lay->arena, para->runs,
	    &para->run_count, &para->run_cap, sizeof(*para->runs));
	run = &para->runs[para->run_count - 1];
	run->look = style->look;
	run->lang = style->lang;
	run->elem = style->elem;
	run->state = style->state;
	run->strike = style->strike;
	run->text_at = gather->text->len;
	if (style->raised) {
		run->rise_pt = style->look.size_pt * 0.34;
		run->look.size_pt *= 0.68;
	}
	if (style->state != STATE_NONE) {
		run->lead_pt = style->look.size_pt * 1.15;
		run->trail_pt = style->look.size_pt * 0.4;
	}
}

static bool
is_folded_space(uint32_t c)
{
	/* these hold words together, or stand for a place to break */
	return utf8_is_space(c) && c != 0xA0 && c != 0x202F && c != 0x2007 &&
	       c != 0x200B;
}

static void
put_space(struct gather *gather)
{
	const struct buf *text = gather->text;

	if (text->len > 0 && text->ptr[text->len - 1] != ' ')
		buf_put(gather->text, " ", 1);
}

/* A space belongs to the words before it, but not to a pill or link. */
static void
space_between(struct gather *gather)
{
	const struct pdf_para *para = gather->para;
	const struct pdf_run *last;

	if (para->run_count == 0)
		return;
	last = &para->runs[para->run_count - 1];
	if (last->state != STATE_NONE || last->elem != PDF_NONE)
		run_open(gather);
	put_space(gather);
}

static void
put_text(struct gather *gather, struct str text)
{
	while (text.len > 0) {
		struct str before = text;
		uint32_t c = utf8_next(&text);

		if (c == 0xAD)
			continue;
		if (is_folded_space(c)) {
			space_between(gather);
			continue;
		}
		run_open(gather);
		if (c == UTF8_BAD)
			buf_put_char(gather->text, UTF8_BAD);
		else
			buf_put(gather->text, before.ptr,
			    (size_t)(text.ptr - before.ptr));
	}
}

/* As it stands; a tab goes to the next multiple of four. */
static void
put_literal(struct gather *gather, struct str text)
{
	size_t column = 0;

	run_open(gather);
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '\t') {
			do
				buf_put(gather->text, " ", 1);
			while (++column % 4 != 0);
			continue;
		}
		if (c != 0xAD)
			buf_put_char(gather->text, c);
		column++;
	}
}

static void
elem_open(struct gather *gather, struct style *style, const struct node *node)
{
	struct pdf_para *para = gather->para;
	struct pdf_elem *elem;

	if (style->elem_depth >= DEEPEST_ELEM)
		return;
	para->elems = arena_push(gather->lay->arena, para->elems,
	    &para->elem_count, &para->elem_cap, sizeof(*para->elems));
	elem = &para->elems[para->elem_count - 1];
	elem->node = node;
	elem->outer = style->elem;
	elem->tag = PDF_NONE;
	style->elem = para->elem_count - 1;
	style->elem_depth++;
}

static void
image_add(struct gather *gather, const struct node *node)
{
	struct pdf_para *para = gather->para;

	space_between(gather); /* it stands below: words around it stay two */
	para->images = arena_push(gather->lay->arena, para->images,
	    &para->image_count, &para->image_cap, sizeof(*para->images));
	para->images[para->image_count - 1] = node;
}

static void
must_add(struct gather *gather)
{
	if (gather->para->run_count == 0)
		return;
	put_space(gather);
	gather->musts = arena_push(gather->lay->arena, gather->musts,
	    &gather->must_count, &gather->must_cap, sizeof(*gather->musts));
	gather->musts[gather->must_count - 1] = gather->text->len;
}

static void
style_state(struct gather *gather, struct style *style, const struct node *node)
{
	if (node->as.state.state <= STATE_NONE ||
	    node->as.state.state >= STATE_COUNT)
		return;
	style->state = node->as.state.state;
	gather->fresh = true;
}

/* Begins what a node changes; its text, if it bears some itself. */
static void
enter(struct gather *gather, const struct node *node)
{
	struct style *style = arena_alloc(gather->lay->arena, sizeof(*style));
	const struct theme *theme = gather->lay->theme;
	struct str text = { NULL, 0 };

	*style = *gather->style;
	style->outer = gather->style;
	if (node->lang.len > 0)
		style->lang = node->lang;
	if (node->id.len > 0 || node->lang.len > 0 || node->kind == NODE_LINK ||
	    node->kind == NODE_NOTE_REF || node->kind == NODE_ABBR)
		elem_open(gather, style, node);
	switch (node->kind) {
	case NODE_TEXT:
		text = node->as.text.text;
		break;
	case NODE_BREAK:
		must_add(gather);
		break;
	case NODE_EMPH:
		style->look.style ^= PDF_ITALIC;
		break;
	case NODE_STRONG:
		style->look.style |= PDF_BOLD;
		break;
	case NODE_STRIKE:
		style->strike = true;
		break;
	case NODE_CODE_SPAN:
		style->look.family = FAMILY_MONO;
		style->look.size_pt *= 0.94;
		text = node->as.text.text;
		break;
	case NODE_LINK:
		if (!style->look.plain_links)
			style->look.colour = theme->accent;
		break;
	case NODE_IMAGE:
		image_add(gather, node);
		break;
	case NODE_NOTE_REF:
		gather->para->has_notes = true;
		style->look.colour = theme->accent;
		style->raised = true;
		text = node->as.note.label;
		break;
	case NODE_STATE:
		style_state(gather, style, node);
		break;
	default: /* SPAN, and blocks that stand in a nested table */
		break;
	}
	gather->style = style;
	put_text(gather, text);
}

/* The same words, never parted by the end of a line. */
static struct str
bind(struct arena *arena, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str bound;

	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == ' ')
			buf_put_char(&buf, 0xA0);
		else
			buf_put(&buf, text.ptr + i, 1);
	bound = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return bound;
}

/* The words of a reference's page, and which of them are its number. */
struct page_words {
	struct str all;
	size_t from, to;
};

static struct page_words
page_words(struct lay *lay, size_t digits)
{
	static const char noughts[] = "000000";
	struct page_words words;

	digits = digits < sizeof(noughts) ? digits : sizeof(noughts) - 1;
	words.all = words_fill(lay->arena, &lay->report->words, WORD_ON_PAGE,
	    str_head(str_from(noughts), digits), (struct str){ "", 0 });
	words.all = bind(lay->arena, words.all);
	words.from = str_find(words.all, "0");
	words.from = words.from < words.all.len ? words.from : 0;
	words.to = words.from + digits;
	return words;
}

/* Words behind a link that say on which page it leads to. They have a tag of
 * their own, for they are ours. */
static void
put_page(struct gather *gather, const struct node *link)
{
	size_t digits = pdf_refer_digits(gather->lay, link);
	struct style style = *gather->style;
	struct page_words words;
	struct node *span;

	if (!gather->refers || digits == 0 || gather->lay->artifact != PDF_NONE)
		return;
	words = page_words(gather->lay, digits);
	span = doc_node_new(gather->lay->arena, NODE_SPAN, link->pos);
	span->flags |= NODE_GENERATED;
	elem_open(gather, &style, span);
	style.outer = gather->style;
	gather->style = &style;
	put_text(gather, str_from(" "));
	put_text(gather, str_head(words.all, words.from));
	gather->fresh = true;
	put_text(gather,
	    str_head(str_skip(words.all, words.from), words.to - words.from));
	gather->para->runs[gather->para->run_count - 1].refer =
	    pdf_refer_add(gather->lay, link, digits);
	gather->fresh = true;
	put_text(gather, str_skip(words.all, words.to));
	gather->style = style.outer;
}

static void
shape(struct lay *lay, struct pdf_para *para)
{
	for (size_t i = 0; i < para->run_count; i++) {
		struct pdf_run *run = &para->runs[i];
		size_t end =
		    i + 1 < para->run_count ? run[1].text_at : para->text.len;

		run->text = str_head(
		    str_skip(para->text, run->text_at), end - run->text_at);
		run->glyphs = pdf_shape(lay->fonts, lay->arena,
		    pdf_face(lay, run->look.family, run->look.style), run->lang,
		    run->text, &run->glyph_count);
	}
}

static struct pdf_para *
finish(struct gather *gather, struct pdf_look look)
{
	struct pdf_para *para = gather->para;

	para->text = str_copy(gather->lay->arena, buf_str(gather->text));
	para->size_pt = look.size_pt;
	para->line_pt = pdf_fit_line(gather->lay, look.size_pt);
	shape(gather->lay, para);
	pdf_para_measure(gather->lay, para, gather->musts, gather->must_count);
	buf_clear(gather->text);
	return para;
}

static void
begin(struct gather *gather, struct style *style, struct pdf_look look)
{
	gather->para = arena_alloc(gather->lay->arena, sizeof(*gather->para));
	*style = (struct style){ .look = look,
		.lang = gather->lay->report->language,
		.elem = PDF_NONE };
	gather->style = style;
}

struct pdf_para *
pdf_para_make(struct lay *lay, const struct node *block, struct pdf_look look)
{
	struct buf text = BUF_INIT;
	struct style root;
	struct gather gather = { .lay = lay,
		.text = &text,
		.refers = block->kind != NODE_HEADING && !look.plain_links };
	struct walker walker = { .root = block };

	begin(&gather, &root, look);
	while (doc_walk(&walker)) {
		if (walker.node == block)
			continue;
		if (walker.event == WALK_LEAVE) {
			if (walker.node->kind == NODE_STATE)
				gather.fresh = true;
			put_page(&gather, walker.node);
			gather.style = gather.style->outer;
			continue;
		}
		enter(&gather, walker.node);
		/* an image's words stand below it, not in the line */
		if (walker.node->kind == NODE_IMAGE)
			doc_walk_skip(&walker);
	}
	while (text.len > 0 && text.ptr[text.len - 1] == ' ')
		text.len--;
	return finish(&gather, look);
}

struct pdf_para *
pdf_para_text(
    struct lay *lay, struct str text, struct pdf_look look, bool literal)
{
	struct buf buf = BUF_INIT;
	struct style root;
	struct gather gather = { .lay = lay, .text = &buf };

	begin(&gather, &root, look);
	if (literal)
		put_literal(&gather, text);
	else
		put_text(&gather, text);
	return finish(&gather, look);
}
