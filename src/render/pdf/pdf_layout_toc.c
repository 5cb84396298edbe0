/* pdf_layout_toc: the contents. Its lines are laid out with room for a number;
 * the numbers are filled in when all pages are made, so that nothing moves. */
#include "render/pdf/pdf_layout_priv.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

enum {
	DEEPEST_ENTRY = 3,
	MOST_ENTRIES = 40 /* so that the contents fit on a page */
};

static int
section_level(const struct node *heading)
{
	int level = 0;

	for (const struct node *at = heading->parent;
	     at != NULL && level <= DEEPEST_ENTRY; at = at->parent)
		level += at->kind == NODE_SECTION;
	return level;
}

static bool
has_contents(const struct node *root, enum contents_of of)
{
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		if (walker.event != WALK_ENTER)
			continue;
		if (walker.node->kind == NODE_CONTENTS &&
		    walker.node->as.contents.of == of)
			return true;
		if (walker.node->kind == NODE_TABLE ||
		    doc_kind_holds(walker.node->kind) == HOLDS_INLINES)
			doc_walk_skip(&walker);
	}
	return false;
}

/* How many levels are listed: as many as leave the list short enough. */
static int
deepest_level(const struct node *root)
{
	struct walker walker = { .root = root };
	size_t counts[DEEPEST_ENTRY + 1] = { 0 }, total = 0;
	int deepest = 1;

	while (doc_walk(&walker)) {
		int level;

		if (walker.event != WALK_ENTER ||
		    walker.node->kind != NODE_HEADING)
			continue;
		level = section_level(walker.node);
		if (level <= DEEPEST_ENTRY)
			counts[level]++;
	}
	total = counts[1];
	while (deepest < DEEPEST_ENTRY &&
	       total + counts[deepest + 1] <= MOST_ENTRIES)
		total += counts[++deepest];
	return deepest;
}

static struct pdf_toc_entry *
entry_add(struct lay *lay, const struct node *heading, enum contents_of of)
{
	struct pdf_toc_entry *entry;

	lay->toc = arena_push(lay->arena, lay->toc, &lay->toc_count,
	    &lay->toc_cap, sizeof(*lay->toc));
	entry = &lay->toc[lay->toc_count - 1];
	entry->heading = heading;
	entry->of = of;
	entry->level = 1;
	entry->item = entry->found_page = PDF_NONE;
	return entry;
}

static void
sections_collect(struct lay *lay)
{
	struct walker walker = { .root = lay->report->root };
	int deepest = deepest_level(lay->report->root);

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		int level;

		if (walker.event != WALK_ENTER || node->kind != NODE_HEADING)
			continue;
		level = section_level(node);
		if (level < 1 || level > deepest)
			continue;
		entry_add(lay, node, CONTENTS_SECTIONS)->level = level;
		if (lay->toc_depth < level)
			lay->toc_depth = level;
	}
}

/* Captions of tables or charts, but not of those inside a cell or a note. */
static void
captions_collect(struct lay *lay, enum node_kind kind, enum contents_of of)
{
	struct walker walker = { .root = lay->report->root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event != WALK_ENTER)
			continue;
		if (node->kind == kind && node->first != NULL &&
		    node->first->kind == NODE_CAPTION)
			entry_add(lay, node->first, of);
		if (node->kind == NODE_TABLE || node->kind == NODE_NOTES ||
		    node->kind == NODE_FIELDS ||
		    doc_kind_holds(node->kind) == HOLDS_INLINES)
			doc_walk_skip(&walker);
	}
}

void
pdf_toc_collect(struct lay *lay)
{
	const struct node *root = lay->report->root;

	if (has_contents(root, CONTENTS_SECTIONS))
		sections_collect(lay);
	if (has_contents(root, CONTENTS_TABLES))
		captions_collect(lay, NODE_TABLE, CONTENTS_TABLES);
	if (has_contents(root, CONTENTS_FIGURES))
		captions_collect(lay, NODE_CHART, CONTENTS_FIGURES);
}

size_t
pdf_toc_find(struct lay *lay, const struct node *heading, enum contents_of of)
{
	size_t *next = &lay->toc_next[of];

	/* each kind is met in the order in which it was collected */
	while (*next < lay->toc_count && lay->toc[*next].of != of)
		++*next;
	if (*next < lay->toc_count && lay->toc[*next].heading == heading)
		return (*next)++;
	return PDF_NONE;
}

/* The id that leads to a heading or a caption: its own or that of what it is
 * in. */
static struct str
heading_id(const struct node *heading)
{
	return heading->id.len > 0 ? heading->id : heading->parent->id;
}

/* The words of a heading as a link, without the looks and links inside. */
static struct pdf_para *
entry_para(struct lay *lay, const struct node *heading, struct pdf_look look)
{
	struct arena *arena = lay->arena;
	struct node *holder = doc_node_new(arena, NODE_PARAGRAPH, heading->pos);
	struct node *link = doc_node_new(arena,
	    heading_id(heading).len > 0 ? NODE_LINK : NODE_SPAN, heading->pos);

	link->flags |= NODE_GENERATED;
	link->as.link.target = heading_id(heading);
	if (heading->kind == NODE_HEADING &&
	    heading->as.heading.number.len > 0) {
		doc_text_append(
		    arena, link, heading->as.heading.number, heading->pos);
		doc_text_append(arena, link, str_from(" "), heading->pos);
	}
	doc_text_append(arena, link, doc_text(arena, heading), heading->pos);
	doc_node_append(holder, link);
	look.plain_links = true;
	return pdf_para_make(lay, holder, look);
}

/* With three levels the first one stands out; with fewer there is no need. */
static unsigned
entry_style(const struct lay *lay, const struct pdf_toc_entry *entry)
{
	return entry->of == CONTENTS_SECTIONS && entry->level == 1 &&
		       lay->toc_depth == DEEPEST_ENTRY
		   ? PDF_BOLD
		   : PDF_REGULAR;
}

static void
title_set(struct lay *lay, size_t toc, enum contents_of of, double *gap,
    struct pdf_mark **marks)
{
	static const enum word words[] = {
		[CONTENTS_SECTIONS] = WORD_CONTENTS,
		[CONTENTS_TABLES] = WORD_TABLES,
		[CONTENTS_FIGURES] = WORD_FIGURES,
	};
	struct pdf_look look = pdf_look_body(lay);
	struct pdf_block *block = arena_alloc(lay->arena, sizeof(*block));

	look.family = FAMILY_HEADING;
	look.style = PDF_BOLD;
	block->kind = BLOCK_PARA;
	block->para = pdf_para_text(
	    lay, words_text(&lay->report->words, words[of]), look, false);
	block->tag = pdf_tag_add(lay, TAG_CAPTION, toc);
	block->gap = *gap > 10 ? *gap : 10;
	block->marks = *marks;
	block->keep_next = true;
	block->toc = PDF_NONE;
	pdf_flow_block(lay, block);
	*gap = 4;
	*marks = NULL;
}

/* The height of the list down to a level, about. */
static double
list_height(const struct lay *lay, int deepest)
{
	double line = lay->theme->body_pt * lay->theme->line_height;
	double height = line + 14;

	for (size_t i = 0; i < lay->toc_count; i++)
		if (lay->toc[i].of == CONTENTS_SECTIONS &&
		    lay->toc[i].level <= deepest)
			height += line + (lay->toc[i].level == 1 ? 4 : 1);
	return height;
}

/* Fewer levels, if that spares the list from a break over pages. */
static int
fitting_level(const struct lay *lay, double gap)
{
	const struct pdf_flow *flow = &lay->flow;
	double room = flow->bottom_y - flow->y - gap -
		      pdf_pieces_height(&flow->pending, 0);

	if (list_height(lay, lay->toc_depth) <= room)
		return lay->toc_depth;
	for (int level = lay->toc_depth - 1; level > 0; level--)
		if (list_height(lay, level) <= room)
			return level;
	return lay->toc_depth;
}

void
pdf_toc_set(struct lay *lay, enum contents_of of, size_t parent, double gap,
    struct pdf_mark *marks)
{
	struct pdf_look look = pdf_look_body(lay);
	int depth = of == CONTENTS_SECTIONS ? lay->toc_depth : 1;
	int deepest = of == CONTENTS_SECTIONS ? fitting_level(lay, gap) : depth;
	size_t toc = PDF_NONE, begin = 0, end;

	/* entries of one kind follow one another */
	while (begin < lay->toc_count && lay->toc[begin].of != of)
		begin++;
	end = begin;
	while (end < lay->toc_count && lay->toc[end].of == of)
		end++;
	for (size_t i = begin; i < end; i++) {
		struct pdf_toc_entry *entry = &lay->toc[i];
		struct pdf_block *block =
		    arena_alloc(lay->arena, sizeof(*block));

		if (entry->item != PDF_NONE)
			return; /* a second list: the first one serves */
		if (entry->level > deepest)
			continue;
		if (toc == PDF_NONE) {
			toc = pdf_tag_add(lay, TAG_TOC, parent);
			title_set(lay, toc, of, &gap, &marks);
		}
		look.style = entry_style(lay, entry);
		block->kind = BLOCK_PARA;
		block->tag = pdf_tag_add(lay, TAG_TOCI, toc);
		block->para = entry_para(lay, entry->heading, look);
		block->x = 14 * (entry->level - 1);
		block->right = look.size_pt * 3;
		block->gap = i == begin                ? gap
			     : of != CONTENTS_SECTIONS ? 1
			     : entry->level == 1       ? 4
						       : 1;
		block->toc = i;
		block->keep_lines = true;
		/* neither the first nor the last alone on a page */
		block->keep_next =
		    i + 1 < end &&
		    (i == begin || (deepest == depth && i + 4 > end));
		if (block->para->run_count == 0)
			continue;
		pdf_flow_block(lay, block);
	}
}

void
pdf_toc_reserve(
    struct lay *lay, const struct pdf_piece *piece, double left, double y)
{
	struct pdf_toc_entry *entry = &lay->toc[piece->block->toc];

	entry->page = lay->out->page_count - 1;
	entry->para = piece->block->para;
	entry->from_x = left + piece->x + piece->line.width;
	entry->right_x = left + piece->x + piece->width + piece->block->right;
	entry->y = y;
	pdf_item_add(lay, ITEM_TEXT, PDF_ARTIFACT_LAYOUT);
	pdf_item_add(lay, ITEM_TEXT, piece->block->tag);
	entry->item = pdf_page_last(lay)->item_count - 2;
}

/* Puts the first `count` glyphs of a one-look paragraph into an item. */
static void
item_fill(struct pdf_item *item, const struct pdf_para *para, size_t count,
    double x, double y)
{
	const struct pdf_run *run = &para->runs[0];

	item->x = x;
	item->y = y;
	item->colour = run->look.colour;
	item->height = run->look.size_pt;
	item->as.text.glyphs = run->glyphs;
	item->as.text.count = count;
	item->as.text.text = run->text;
	item->as.text.size_pt = run->look.size_pt;
	item->width = pdf_glyphs_width(run->glyphs, count) * run->look.size_pt;
}

/* Dots stand at the same distances from the right edge on every line. */
static void
leader_fill(struct pdf_item *item, const struct pdf_para *dots,
    const struct pdf_toc_entry *entry, double baseline)
{
	const struct pdf_run *run = &dots->runs[0];
	double end = entry->right_x - dots->size_pt * 1.9;
	double step = pdf_glyphs_width(run->glyphs, 2) * run->look.size_pt;
	double room = end - entry->from_x - dots->size_pt * 0.4;
	double count = floor(room / step);

	if (room <= 0 || count < 2)
		return;
	if (count * 2 > (double)run->glyph_count)
		count = floor((double)run->glyph_count / 2);
	item_fill(item, dots, (size_t)count * 2, end - count * step, baseline);
}

/* The number is a part of its line's link. */
static void
number_link(
    struct lay *lay, const struct pdf_toc_entry *entry, struct pdf_item *item)
{
	struct pdf_layout *out = lay->out;
	struct pdf_link *link;

	if (entry->para->elem_count == 0 || heading_id(entry->heading).len == 0)
		return;
	item->tag = entry->para->elems[0].tag;
	out->links = arena_push(lay->arena, out->links, &out->link_count,
	    &out->link_cap, sizeof(*out->links));
	link = &out->links[out->link_count - 1];
	*link = (struct pdf_link){ .page = entry->page,
		.tag = item->tag,
		.x = item->x,
		.y = entry->y,
		.width = entry->right_x - item->x,
		.height = entry->para->line_pt,
		.target = heading_id(entry->heading),
		.contents = words_fill_count(lay->arena, &lay->report->words,
		    WORD_PAGE, entry->found_page + 1, 0) };
}

static struct pdf_para *
dots_make(struct lay *lay, struct pdf_look look)
{
	char dots[400];

	for (size_t i = 0; i < sizeof(dots); i++)
		dots[i] = i % 2 == 0 ? '.' : ' ';
	look.colour = lay->theme->muted;
	return pdf_para_text(lay,
	    str_copy(lay->arena, (struct str){ dots, sizeof(dots) }), look,
	    true);
}

void
pdf_toc_fill(struct lay *lay)
{
	struct pdf_look look = pdf_look_body(lay);
	struct pdf_para *dots;

	if (lay->toc_count == 0)
		return;
	dots = dots_make(lay, look);
	for (size_t i = 0; i < lay->toc_count; i++) {
		const struct pdf_toc_entry *entry = &lay->toc[i];
		struct pdf_item *items;
		struct pdf_para *number;
		double baseline;

		if (entry->item == PDF_NONE || entry->found_page == PDF_NONE)
			continue;
		look.style = entry_style(lay, entry);
		number = pdf_para_text(lay,
		    str_printf(lay->arena, " %zu", entry->found_page + 1), look,
		    true);
		baseline = entry->y + pdf_baseline(lay, entry->para);
		items = &lay->out->pages[entry->page].items[entry->item];
		leader_fill(&items[0], dots, entry, baseline);
		item_fill(&items[1], number, number->runs[0].glyph_count,
		    entry->right_x - number->widest, baseline);
		number_link(lay, entry, &items[1]);
	}
}
