/* pdf_layout_build: what the files share that make blocks of nodes. A builder
 * walks the blocks below one node; a frame holds what counts at a depth. */
#ifndef RENDER_PDF_PDF_LAYOUT_BUILD_H
#define RENDER_PDF_PDF_LAYOUT_BUILD_H

#include "render/pdf/pdf_layout_priv.h"

/* What holds for the blocks below a node. */
struct pdf_frame {
	struct pdf_frame *outer;
	const struct node *node; /* whose children they are */
	double x;                /* from the left edge of the column */
	size_t tag;              /* parent of the tags of blocks */
	struct pdf_look look;
	struct pdf_decor *decor;
	int depth, indents, bullets, sections;
	bool flat;   /* too deep: no more tags and indents */
	bool tight;  /* items close together */
	bool listed; /* in a list: less room between paragraphs */
	bool landscape;
	double label_width, label_gap; /* of the items of a list */
	double gap_after;
	bool quiet;
};

struct pdf_builder {
	struct lay *lay;
	const struct pdf_sink *sink;
	struct pdf_frame *frame;
	/* what the next block takes over */
	double gap;
	struct pdf_mark *marks;
	struct pdf_label *label;
	bool after_number; /* the last paragraph hung from a number */
};

/* pdf_layout_build.c */
/* Do the blocks stand in a cell, not in the flow? */
bool pdf_build_in_cell(const struct pdf_builder *builder);
/* The space after a paragraph here. */
double pdf_build_paragraph_gap(const struct pdf_builder *builder);
/* At least so much space before the next block. */
void pdf_build_gap(struct pdf_builder *builder, double gap);
/* A mark that the next block places. */
struct pdf_mark *pdf_build_mark(struct pdf_builder *builder);
/* A block that takes over what waits for one: gap, marks, label. */
struct pdf_block *pdf_build_block(
    struct pdf_builder *builder, enum pdf_block_kind kind);
/* Hands it to the flow or to the cell. */
void pdf_build_put(struct pdf_builder *builder, const struct pdf_block *block);
/* A label whose item begins with no paragraph: on a line alone. */
void pdf_build_flush(struct pdf_builder *builder);
/* The same look, small and muted. */
struct pdf_look pdf_build_quiet(
    const struct pdf_builder *builder, struct pdf_look look);
/* What holds for the children of that node, until its leave. */
struct pdf_frame *pdf_build_enter(
    struct pdf_builder *builder, const struct node *node);
void pdf_build_leave(struct pdf_builder *builder);
/* A tag below the frame's, unless it is too deep for one. */
void pdf_build_tag(struct pdf_builder *builder, enum pdf_tag_type type);
/* Is what follows set in columns, or in the full measure? */
void pdf_build_columns(struct pdf_builder *builder, bool columns);
/* The next page, if what follows stands on another one. */
void pdf_build_turn(struct pdf_builder *builder, bool landscape, bool new_page);

/* pdf_layout_text.c: headings, paragraphs, code, rules. */
struct pdf_para *pdf_build_number(
    struct pdf_builder *builder, struct str number, struct pdf_look look);
bool pdf_heading_opens_landscape(
    const struct lay *lay, const struct node *heading);
void pdf_heading_set(struct pdf_builder *builder, const struct node *node);
void pdf_paragraph_set(struct pdf_builder *builder, const struct node *node,
    enum pdf_tag_type type);
void pdf_code_set(struct pdf_builder *builder, const struct node *node);
void pdf_rule_set(struct pdf_builder *builder);

/* pdf_layout_chart.c */
void pdf_chart_set(struct pdf_builder *builder, const struct node *node);
/* pdf_layout_image.c: a picture below the paragraph that it stands in. */
void pdf_figure_set(struct pdf_builder *builder, const struct node *image);

/* pdf_layout_list.c: lists and quotes. */
void pdf_list_enter(struct pdf_builder *builder, const struct node *node);
void pdf_item_enter(struct pdf_builder *builder, const struct node *node);
void pdf_quote_enter(struct pdf_builder *builder, const struct node *node);
void pdf_field_enter(struct pdf_builder *builder, const struct node *node);

#endif
