/* pdf_layout_logo: the council's mark at the head of the first page. */
#include "render/pdf/pdf_layout_priv.h"

#include "base/arena.h"
#include "model/picture.h"

/* Points: what stands for a council without standing before its paper. */
static const double MOST_WIDE = 150, MOST_HIGH = 44, GAP = 12;

void
pdf_logo_set(struct lay *lay)
{
	const struct picture *logo = lay->theme->logo;
	const struct report *report = lay->report;
	struct pdf_block *block, *below;
	double scale;

	if (logo == NULL)
		return;
	block = arena_alloc(lay->arena, sizeof(*block));
	block->kind = BLOCK_IMAGE;
	/* 96 pixels an inch, or smaller */
	scale = 0.75;
	if (logo->width * scale > MOST_WIDE)
		scale = MOST_WIDE / logo->width;
	if (logo->height * scale > MOST_HIGH)
		scale = MOST_HIGH / logo->height;
	block->width = logo->width * scale;
	block->height = logo->height * scale;
	block->align = ALIGN_RIGHT;
	block->path = str_from("");
	block->keep_next = true;
	block->toc = PDF_NONE;
	block->tag = pdf_tag_add(lay, TAG_FIGURE, 0);
	pdf_tag_at(lay, block->tag)->alt =
	    report->organisation.len > 0
		? report->organisation
		: words_text(&report->words, WORD_IMAGE);
	pdf_flow_block(lay, block);
	below = arena_alloc(lay->arena, sizeof(*below));
	below->kind = BLOCK_SPACE;
	below->height = GAP;
	below->keep_next = true;
	below->toc = PDF_NONE;
	pdf_flow_block(lay, below);
}
