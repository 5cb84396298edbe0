/* pdf_layout_image: figures: a picture and the words below it, or a box with
 * these words where there is none. */
#include "render/pdf/pdf_layout_build.h"
#include "render/pdf/pdf_layout_cols.h"

#include "base/arena.h"

/* A picture that was looked at before: tables are measured more than once. */
struct pdf_sight {
	struct picture picture; /* without its bytes */
	const char *reason;     /* why it cannot be shown, or NULL */
};

static const struct pdf_sight *
sight_find(struct lay *lay, struct str url)
{
	const size_t *index = map_find(&lay->sight_keys, url);
	struct arena *scratch;
	struct pdf_sight *sight;

	if (index != NULL)
		return &lay->sights[*index];
	lay->sights = arena_push(lay->arena, lay->sights, &lay->sight_count,
	    &lay->sight_cap, sizeof(*lay->sights));
	map_add(lay->arena, &lay->sight_keys, url, lay->sight_count - 1);
	sight = &lay->sights[lay->sight_count - 1];
	scratch = arena_new();
	sight->reason =
	    picture_load(scratch, &sight->picture, lay->report->doc, url);
	sight->picture.bytes = (struct str){ NULL, 0 };
	arena_free(scratch);
	return sight;
}

/* 96 pixels an inch, unless that is too high. Gives the width. */
static double
picture_size(
    const struct lay *lay, const struct picture *picture, double *height)
{
	double most = (lay->flow.foot_y - lay->flow.top_y) * 0.86;
	double width = picture->width * 0.75;

	*height = picture->height * 0.75;
	if (*height > most) {
		width *= most / *height;
		*height = most;
	}
	return width;
}

/* Stands in a column if there is room for it as it is. */
static void
columns_choose(struct pdf_builder *builder, const struct picture *picture)
{
	double height, width = picture_size(builder->lay, picture, &height);

	pdf_build_columns(builder, true);
	pdf_build_columns(
	    builder, width <= pdf_flow_width(builder->lay) - builder->frame->x);
}

static void
picture_set(struct pdf_builder *builder, const struct node *image,
    const struct picture *picture, size_t tag)
{
	struct lay *lay = builder->lay;
	struct pdf_block *block = pdf_build_block(builder, BLOCK_IMAGE);

	block->width = picture_size(lay, picture, &block->height);
	block->path = image->as.link.url;
	block->pos = image->pos;
	block->keep_next = true;
	block->tag = tag;
	pdf_build_put(builder, block);
}

/* A line below the picture. */
static void
words_set(struct pdf_builder *builder, struct str words, unsigned style,
    size_t tag, double gap)
{
	struct pdf_look look = pdf_build_quiet(builder, builder->frame->look);
	struct pdf_block *block;

	look.style = style;
	pdf_build_gap(builder, gap);
	block = pdf_build_block(builder, BLOCK_PARA);
	block->para = pdf_para_text(builder->lay, words, look, false);
	block->keep_lines = true;
	block->tag = tag;
	if (block->para->run_count > 0)
		pdf_build_put(builder, block);
}

/* A box with what the picture would have shown. */
static void
box_set(struct pdf_builder *builder, const struct node *image, struct str words)
{
	struct lay *lay = builder->lay;
	struct str url = image->as.link.url;
	struct pdf_decor *decor = arena_alloc(lay->arena, sizeof(*decor));
	struct pdf_look look = builder->frame->look;
	struct pdf_block *block;
	struct str label = words_text(&lay->report->words, WORD_IMAGE);

	decor->outer = builder->frame->decor;
	decor->band = true;
	decor->x = builder->frame->x;
	decor->page = PDF_NONE;
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder) + 4);
	block = pdf_build_block(builder, BLOCK_PARA);
	block->para = pdf_para_text(lay,
	    str_printf(lay->arena, "[%.*s: %.*s]", STR_ARG(label),
		STR_ARG(words.len > 0 ? words : url)),
	    look, false);
	block->x += 6;
	block->right = 6;
	block->keep_lines = true;
	block->decor = decor;
	block->tag = pdf_tag_add(lay, TAG_P, builder->frame->tag);
	pdf_build_put(builder, block);
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder) + 4);
}

void
pdf_figure_set(struct pdf_builder *builder, const struct node *image)
{
	struct lay *lay = builder->lay;
	struct str words = doc_text(lay->arena, image);
	struct str caption = image->as.link.title;
	const struct pdf_sight *sight = sight_find(lay, image->as.link.url);
	size_t figure;

	if (sight->reason != NULL) {
		if (!lay->measuring && !lay->again)
			doc_say(lay->report->doc, DOC_IMAGE_MISSING, image->pos,
			    image->as.link.url, str_from(sight->reason));
		if (caption.len > 0)
			words_set(builder, caption, PDF_REGULAR,
			    pdf_tag_add(lay, TAG_P, builder->frame->tag), 0);
		box_set(builder, image, words);
		return;
	}
	columns_choose(builder, &sight->picture);
	figure = pdf_tag_add(lay, TAG_FIGURE, builder->frame->tag);
	pdf_tag_at(lay, figure)->alt =
	    words.len > 0 ? words : words_text(&lay->report->words, WORD_IMAGE);
	picture_set(builder, image, &sight->picture, figure);
	/* beside the figure: who reads an alternative text skips what is in it
	 */
	if (caption.len > 0)
		words_set(builder, caption, PDF_REGULAR,
		    pdf_tag_add(lay, TAG_CAPTION, builder->frame->tag), 4);
	if (words.len > 0)
		words_set(builder, words, PDF_ITALIC,
		    pdf_tag_add(lay, TAG_P, builder->frame->tag),
		    caption.len > 0 ? 0 : 4);
	pdf_build_gap(builder, pdf_build_paragraph_gap(builder));
}
