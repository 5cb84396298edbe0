/* pdf_layout_priv: what the files of the layout share. The way is
 *
 *     node --block--> blocks of shaped paragraphs, without a width
 *          --flow---> pieces (lines, rows) of a width, and pages
 *
 * Tags of blocks are made when a block is, so in the order of the document;
 * tags inside a paragraph when their first words are set. Points throughout,
 * y down, as in pdf_pages.h; everything lives in the layout's arena. */
#ifndef RENDER_PDF_PDF_LAYOUT_PRIV_H
#define RENDER_PDF_PDF_LAYOUT_PRIV_H

#include "base/map.h"
#include "model/picture.h"
#include "render/pdf/pdf_pages.h"

struct arena;

#define PDF_NONE ((size_t)-3) /* no index, no tag */

enum pdf_family { FAMILY_BODY, FAMILY_HEADING, FAMILY_MONO, FAMILY_COUNT };

/* What a text looks like. */
struct pdf_look {
	enum pdf_family family;
	unsigned style; /* of enum pdf_style */
	double size_pt;
	struct colour colour;
	bool plain_links; /* not coloured and underlined: in the contents */
};

/* ---- paragraphs ---- */

/* Text of one look inside a paragraph, shaped as one. */
struct pdf_run {
	struct pdf_look look;
	struct str lang;
	struct str text;  /* a part of the paragraph's */
	size_t text_at;   /* where in the paragraph */
	size_t elem;      /* index of the element it is in, or PDF_NONE */
	enum state state; /* of a pill, else STATE_NONE */
	size_t refer;     /* the number of a page: which; else 0 */
	bool strike;
	double rise_pt;  /* above the line's baseline */
	double lead_pt;  /* room before the text: a pill's shape */
	double trail_pt; /* room behind it */
	const struct pdf_glyph *glyphs;
	size_t glyph_count;
};

enum pdf_break_level {
	BREAK_NORMAL, /* between words */
	BREAK_SOFT,   /* inside a token that is wider than the line */
	BREAK_MUST
};

/* A place where a line may end: before that glyph of that run. */
struct pdf_break {
	uint32_t run, glyph;
	double ink_x;  /* where the text before it ends, without its space */
	double next_x; /* where the text behind it begins */
	enum pdf_break_level level;
};

/* A link, a language, a place with an id: what may need a tag of its own. */
struct pdf_elem {
	const struct node *node;
	size_t outer; /* index, or PDF_NONE */
	size_t tag;   /* PDF_NONE until its first words are set */
	bool placed;  /* its id has its destination */
};

struct pdf_line {
	struct pdf_break from, to;
	double width; /* without the space at its end */
};

struct pdf_para {
	struct str text;
	struct pdf_run *runs;
	size_t run_count, run_cap;
	struct pdf_elem *elems;
	size_t elem_count, elem_cap;
	struct pdf_break *breaks; /* the start, ..., the end */
	size_t break_count, break_cap;
	const struct node **images; /* that stood in the text */
	size_t image_count, image_cap;
	bool has_notes;          /* some of the elems call for notes */
	double size_pt, line_pt; /* of the type, from baseline to baseline */
	double widest;           /* unbroken */
	double widest_word;      /* the longest part between normal breaks */
	double widest_part;      /* the same with soft breaks */
};

/* ---- blocks and pieces ---- */

/* A destination or bookmark that waits for its place on a page. */
struct pdf_mark {
	struct pdf_mark *next;
	struct str id;       /* or empty: a bookmark */
	struct str bookmark; /* its title */
	int level;
	size_t toc; /* index of an entry of the contents, or NONE */
};

/* What stands in the margin of a block's first line. */
struct pdf_label {
	struct pdf_label *next; /* on the same line; or NULL */
	struct pdf_para *para;
	double x;
	double width; /* to the right edge, for right-aligned ones; or 0 */
	size_t tag;
};

/* What surrounds blocks: the bar beside a quote, the band behind code. */
struct pdf_decor {
	struct pdf_decor *outer;
	bool band;
	double x;
	double right; /* distance of its right edge from that of the column */
	/* what was drawn of it last: a neighbour makes it longer */
	size_t page, item;
	double end_y, left;
};

struct pdf_row;
struct pdf_drawing; /* a chart's geometry: pdf_layout_chart.c */

enum pdf_block_kind {
	BLOCK_PARA,
	BLOCK_ROW,
	BLOCK_RULE,
	BLOCK_IMAGE,
	BLOCK_SPACE,
	BLOCK_CHART
};

struct pdf_block {
	enum pdf_block_kind kind;
	double x;            /* from the left edge of its column */
	double right;        /* kept free at the right edge */
	double first_indent; /* of the first line */
	double gap;          /* above it, unless it begins a page */
	double height;       /* RULE, IMAGE, SPACE, CHART */
	bool keep_next, keep_lines;
	bool keep_at_end;   /* as keep_next, near the end of a page alone */
	bool keep_if_cheap; /* keep_next gives way before much of a page is
			     * left empty for it */
	enum column_align align;
	size_t tag;
	struct pdf_label *label;
	struct pdf_mark *marks;
	struct pdf_decor *decor;
	struct pdf_para *para;
	struct pdf_row *row;
	struct pdf_drawing *drawing; /* CHART */
	struct str path;             /* IMAGE: as the draft names it; empty: the
				      * theme's logo */
	struct pos pos;              /* IMAGE: in the draft */
	double width;                /* IMAGE, RULE; 0: the whole */
	size_t toc; /* entry of the contents whose line it is, or NONE */
};

struct pdf_blocks {
	struct pdf_block *list;
	size_t count, cap;
};

/* What cannot be divided: one line, one rule, a row (which can). */
struct pdf_piece {
	const struct pdf_block *block;
	struct pdf_line line; /* PARA */
	bool first, last;     /* of its block */
	bool keep_next;
	double x, width;
	double gap, height;
};

struct pdf_pieces {
	struct pdf_piece *list;
	size_t count, cap;
};

/* Blocks in a column of a row. */
struct pdf_cell {
	struct pdf_blocks blocks;
	double x, width; /* of its text, without the padding */
	struct pdf_pieces pieces;
	size_t next; /* piece to be set */
	bool band;   /* shaded */
};

enum pdf_row_kind { ROW_TABLE, ROW_HEADER, ROW_GROUP, ROW_FIELD, ROW_CARDS };

struct pdf_table;

struct pdf_row {
	enum pdf_row_kind kind;
	struct pdf_table *table; /* NULL: fields, cards */
	struct pdf_cell *cells;
	size_t cell_count;
	double x, width; /* of the whole row */
	double pad_x, pad_y;
	double height;          /* of all of it */
	struct pdf_mark *marks; /* placed when it begins */
	struct pdf_para *again; /* said before what goes on; or NULL */
	bool begun;
	bool last; /* of its table */
};

struct pdf_table {
	struct pdf_row **headers; /* repeated on every page */
	size_t header_count, header_cap;
	double header_height;
	bool repeats;
	double size_pt; /* of its type */
};

/* ---- the layout in the making ---- */

struct pdf_toc_entry {
	const struct node *heading; /* or caption */
	enum contents_of of;
	int level; /* 1 is the outermost */
	/* where its number goes: two items without glyphs, for the leader
	 * and the number, filled in last */
	size_t page, item;
	const struct pdf_para *para; /* its line */
	double from_x, right_x, y;
	size_t found_page; /* page of its heading, or PDF_NONE */
};

/* Tables with the same headings. */
struct pdf_alike {
	const struct node **tables;
	size_t count, cap;
	double *widths[2]; /* of the columns; upright, landscape; or NULL */
	bool judged[2], narrow[2]; /* do they fit the columns of a page? */
};

struct pdf_flow {
	struct pdf_pieces pending;           /* that must stay together */
	struct pdf_pieces cut;               /* of the block at hand */
	double left, width, top_y, bottom_y; /* of the text on this page */
	double foot_y;  /* where the notes end, which bottom_y is above */
	double y;       /* where the next piece goes */
	bool at_top;    /* nothing stands on the page yet */
	bool landscape; /* what the next page will be */
	bool asked;     /* what the text at hand asks for: another way up, if
			 * it stays on a page that has room for it */
	struct pdf_table *table; /* whose header rows a new page repeats */
	bool in_columns;         /* what comes is for them, if there are any */
	int column;              /* that is being set: 0 is the first */
	struct pdf_pieces run;   /* that waits for its columns */
};

/* A footnote. */
struct pdf_note {
	struct pdf_pieces pieces;
	double gap;    /* above it */
	double height; /* of all of it, with the gap */
	double least;  /* of the part that can stand alone, with the gap */
	bool called;   /* a page has it */
	size_t asked;  /* the last question that it answered */
};

struct pdf_foot {
	struct pdf_note *notes;
	size_t note_count;
	struct map ids;      /* of the notes -> index */
	struct pdf_cell set; /* pieces of the notes that were called */
	size_t question;     /* counts them */
	size_t *found;       /* notes that the last one found */
	size_t found_count, found_cap;
	double width;
};

/* How much tighter than the theme a run of pages is set. */
struct pdf_squeeze {
	double gaps, lines; /* factors: 1 and below */
	bool low_charts;
	bool stays; /* on the last page of the run before it */
};

struct pdf_run_of_pages; /* pdf_layout_fit.c */

struct pdf_fit {
	struct pdf_run_of_pages *runs; /* that were found */
	size_t count, cap;
	struct pdf_squeeze *planned; /* for the runs, by their order */
	size_t planned_count;
	struct pdf_squeeze squeeze; /* of the run at hand */
};

struct lay {
	struct pdf_layout *out;
	const struct report *report;
	const struct theme *theme;
	struct pdf_fonts *fonts;
	struct arena *arena;
	struct pdf_flow flow;
	struct pdf_foot foot;
	struct pdf_fit fit;
	size_t artifact; /* all text is this artifact; or PDF_NONE */
	uint16_t faces[FAMILY_COUNT][4];
	bool face_known[FAMILY_COUNT][4];
	struct pdf_toc_entry *toc;
	size_t toc_count, toc_cap;
	int toc_depth;         /* levels that it has */
	size_t page_total;     /* when all are made */
	size_t toc_next[3];    /* entry of the next heading or caption */
	struct map alike_keys; /* headings -> index */
	struct pdf_alike *alikes;
	size_t alike_count, alike_cap;
	bool measuring;  /* what is made now is thrown away */
	bool said_deep;  /* that something is nested too deep */
	double table_pt; /* type of tables: the same for all of a paper */
	/* sections (and tables outside of any) that turn the page by
	 * themselves, ordered by address */
	const struct node **wide;
	size_t wide_count, wide_cap;
	bool wide_known;       /* from the layout before */
	struct map sight_keys; /* address of a picture -> index */
	struct pdf_sight *sights;
	size_t sight_count, sight_cap;
	int heading_level; /* of the last heading's tag */
	/* references that name a page, and what is known of their digits from
	 * the time before; see pdf_layout_refer.c */
	struct pdf_refer *refers;
	size_t refer_count, refer_cap;
	struct map *refer_digits;
	struct arena *refer_arena;
	bool again; /* not the first time: all has been said */
	/* kept from one paragraph to the next */
	struct pdf_scratch *scratch;
};

/* pdf_layout_item.c: pages, items, tags and the rest of the page list */
/* Makes room for `more` items and no others: where there are many short lists
 * and arena_push would keep too much. Gives the array, which may have moved. */
void *pdf_reserve(struct arena *arena, void *items, size_t count, size_t *cap,
    size_t more, size_t size);
size_t pdf_tag_add(struct lay *lay, enum pdf_tag_type type, size_t parent);
struct pdf_tag *pdf_tag_at(struct lay *lay, size_t tag);
struct pdf_page *pdf_page_add(struct lay *lay, double width, double height);
struct pdf_page *pdf_page_last(struct lay *lay);
struct pdf_item *pdf_item_add(
    struct lay *lay, enum pdf_item_kind kind, size_t tag);
void pdf_rect_add(struct lay *lay, double x, double y, double width,
    double height, struct colour colour);
void pdf_line_add(struct lay *lay, double x, double y, double width,
    double height, double thick_pt, struct colour colour);
void pdf_dest_add(struct lay *lay, struct str id, double y);
void pdf_marks_place(struct lay *lay, const struct pdf_mark *marks, double y);
uint16_t pdf_face(struct lay *lay, enum pdf_family family, unsigned style);
struct pdf_look pdf_look_body(const struct lay *lay);

/* pdf_layout_inline.c: the inlines of a block -> a shaped paragraph. */
struct pdf_para *pdf_para_make(
    struct lay *lay, const struct node *block, struct pdf_look look);
/* One text of one look; spaces are kept as they are if `literal`. */
struct pdf_para *pdf_para_text(
    struct lay *lay, struct str text, struct pdf_look look, bool literal);

/* pdf_layout_break.c: where lines may end; knows libunibreak. */
void pdf_breaks_init(void);
void pdf_para_measure(struct lay *lay, struct pdf_para *para,
    const size_t *musts, size_t must_count);

/* pdf_layout_para.c: lines of a width. */
/* Lives until the next call. */
const struct pdf_line *pdf_para_lines(struct lay *lay,
    const struct pdf_para *para, double width, double first_indent,
    size_t *count);
void pdf_scratch_free(struct pdf_scratch *scratch); /* takes NULL */

/* pdf_layout_line.c: a line at its place. */
/* Where the baseline stands below the top of a line. */
double pdf_baseline(struct lay *lay, const struct pdf_para *para);
void pdf_line_put(struct lay *lay, struct pdf_para *para,
    const struct pdf_line *line, double x, double y, size_t tag);
/* A paragraph of one line at its full width; y is the top of the line. */
void pdf_para_put(
    struct lay *lay, struct pdf_para *para, double x, double y, size_t tag);

/* Sets the theme's logo and the report's masthead, if there are any; before
 * all blocks. In pdf_layout_masthead.c. */
void pdf_masthead_set(struct lay *lay);

/* pdf_layout_flow.c: pieces on pages. */
void pdf_flow_start(struct lay *lay, bool landscape);
double pdf_flow_width(const struct lay *lay); /* of the coming page */
/* What a paragraph that begins at x leaves free at the right, so that its lines
 * are no longer than the eye can follow. */
double pdf_flow_margin(const struct lay *lay, double x);
void pdf_flow_turn(struct lay *lay, bool landscape, bool new_page);
void pdf_flow_block(struct lay *lay, const struct pdf_block *block);
void pdf_flow_end(struct lay *lay);
/* When all is there: the rest of the notes. */
void pdf_flow_finish(struct lay *lay);

/* pdf_layout_fit.c: runs of pages that end on one with little on it. */
void pdf_fit_run(struct lay *lay); /* a run begins */
/* A gap, or the padding of a cell, in the run at hand. */
double pdf_fit_gap(const struct lay *lay, double gap);
/* From baseline to baseline of text of that size. */
double pdf_fit_line(const struct lay *lay, double size_pt);
bool pdf_fit_stays(const struct lay *lay);
bool pdf_fit_is_tight(const struct lay *lay);
bool pdf_fit_low_charts(const struct lay *lay);
/* What was found out when a piece was set, and when a page was full. */
void pdf_fit_placed(
    struct lay *lay, const struct pdf_piece *piece, double gap, double share);
void pdf_fit_page_end(struct lay *lay, bool is_last);
/* Is it worth another layout? Then `planned`, which lives in `arena`, says how
 * tight its runs are. */
bool pdf_fit_plan(
    const struct lay *lay, struct arena *arena, struct pdf_fit *planned);

/* pdf_layout_piece.c: blocks -> pieces, and one of them at its place. */
/* Cuts a block into pieces for a column of that width. */
void pdf_block_cut(struct lay *lay, const struct pdf_block *block, double width,
    struct pdf_pieces *pieces);
double pdf_pieces_height(const struct pdf_pieces *pieces, size_t from);
void pdf_piece_put(struct lay *lay, const struct pdf_piece *piece, double left,
    double y, double gap);

/* pdf_layout_foot.c: the notes at the foot of the page that calls for them. */
void pdf_foot_collect(struct lay *lay);
/* On a page that has just begun: keeps room for what the last one left. */
void pdf_foot_begin(struct lay *lay);
/* Sets the notes of the page at hand, as far as there is room. */
void pdf_foot_end(struct lay *lay);
/* Which notes do these pieces call for that no page has? Gives the height to
 * be kept for them, and the least that has to stand on the same page (`least`
 * may be NULL). */
double pdf_foot_ask(struct lay *lay, const struct pdf_piece *pieces,
    size_t count, double *least);
/* The same for the part of a row that fits into `avail` together with its
 * notes; gives the height for the row. */
double pdf_foot_row(
    struct lay *lay, const struct pdf_row *row, double avail, bool forced);
/* What was found by the last question belongs to the page at hand. */
void pdf_foot_take(struct lay *lay);
/* So does what nothing called for. */
void pdf_foot_call_rest(struct lay *lay);
bool pdf_foot_waits(const struct lay *lay);

/* pdf_layout_block.c: nodes -> blocks, into the flow or into `cell`. */
struct pdf_sink {
	struct pdf_blocks *cell; /* NULL: the flow */
	size_t tag;              /* parent of all */
	struct pdf_look look;
	enum column_align align;
	double x;                /* of all */
	struct pdf_label *label; /* before the first block; or NULL */
	struct pdf_mark *marks;  /* that it places */
};
void pdf_blocks_set(
    struct lay *lay, const struct node *parent, const struct pdf_sink *sink);

/* pdf_layout_fields.c: definition lists and headline numbers. */
void pdf_fields_set(struct lay *lay, const struct node *fields, size_t parent,
    struct pdf_look look, double gap, struct pdf_mark *marks);

/* pdf_layout_toc.c: the contents. */
void pdf_toc_collect(struct lay *lay);
void pdf_toc_set(struct lay *lay, enum contents_of of, size_t parent,
    double gap, struct pdf_mark *marks);
void pdf_toc_fill(struct lay *lay);
/* The entry of a heading or a caption, or PDF_NONE; those of a kind are asked
 * for in their order. */
size_t pdf_toc_find(
    struct lay *lay, const struct node *heading, enum contents_of of);
/* Keeps room for leader and number behind the last line of an entry. */
void pdf_toc_reserve(
    struct lay *lay, const struct pdf_piece *piece, double left, double y);

/* pdf_layout_refer.c: "paragraph 7 (page 3)". */
/* Room that the number of the page needs which this link names: digits; 0: it
 * names none. */
size_t pdf_refer_digits(const struct lay *lay, const struct node *link);
/* A reference with room for its number; gives its number from 1 on. */
size_t pdf_refer_add(struct lay *lay, const struct node *link, size_t digits);
/* The last item is that number's. 0: it is no number. */
void pdf_refer_place(struct lay *lay, size_t refer);
/* Is there room for all numbers? Else it is known for the next time. */
bool pdf_refers_settle(struct lay *lay);
void pdf_refers_fill(struct lay *lay);

/* pdf_layout_chart.c: a chart at its place; y is its top edge. */
void pdf_drawing_put(struct lay *lay, const struct pdf_drawing *drawing,
    double x, double y, size_t tag);

/* pdf_layout_frame.c: page header and footer on all pages. */
void pdf_frame_set(struct lay *lay);

/* pdf_layout_marks.c: on the last page, when its text is there. */
void pdf_line_numbers_set(struct lay *lay);
void pdf_watermark_set(struct lay *lay);

#endif
