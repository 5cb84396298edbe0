/* pdf_layout_masthead: whose paper it is, at the head of the first page: the
 * council's mark, and its name where the draft does not say it. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"
#include "model/picture.h"

/* Points: what stands for a council without standing before its paper. */
static const double MOST_WIDE = 150, MOST_HIGH = 44, GAP = 12;

static struct pdf_block *
block_new(struct lay *lay, enum pdf_block_kind kind)
{
	struct pdf_block *block = arena_alloc(lay->arena, sizeof(*block));

	block->kind = kind;
	block->keep_next = true;
	block->toc = PDF_NONE;
	return block;
}

/* 96 pixels an inch, or smaller. */
static void
logo_set(struct lay *lay, const struct picture *logo)
{
	const struct report *report = lay->report;
	struct pdf_block *block = block_new(lay, BLOCK_IMAGE);
	double scale = 0.75;

	if (logo->width * scale > MOST_WIDE)
		scale = MOST_WIDE / logo->width;
	if (logo->height * scale > MOST_HIGH)
		scale = MOST_HIGH / logo->height;
	block->width = logo->width * scale;
	block->height = logo->height * scale;
	block->align = ALIGN_RIGHT;
	block->path = str_from("");
	block->tag = pdf_tag_add(lay, TAG_FIGURE, 0);
	pdf_tag_at(lay, block->tag)->alt =
	    report->organisation.len > 0
		? report->organisation
		: words_text(&report->words, WORD_IMAGE);
	pdf_flow_block(lay, block);
}

static void
name_set(struct lay *lay, struct str name)
{
	struct pdf_block *block = block_new(lay, BLOCK_PARA);
	struct pdf_look look = pdf_look_body(lay);

	look.style = PDF_BOLD;
	look.colour = lay->theme->muted;
	block->para = pdf_para_text(lay, name, look, false);
	block->keep_lines = true;
	block->tag = pdf_tag_add(lay, TAG_P, 0);
	pdf_tag_at(lay, block->tag)->generated = true;
	pdf_flow_block(lay, block);
}

void
pdf_masthead_set(struct lay *lay)
{
	struct pdf_block *below;

	if (lay->theme->logo == NULL && lay->report->masthead.len == 0)
		return;
	if (lay->theme->logo != NULL)
		logo_set(lay, lay->theme->logo);
	if (lay->report->masthead.len > 0)
		name_set(lay, lay->report->masthead);
	below = block_new(lay, BLOCK_SPACE);
	below->height = GAP;
	pdf_flow_block(lay, below);
}
