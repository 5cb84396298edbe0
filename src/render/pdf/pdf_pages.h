/* pdf_pages: the page list. Layout makes it, paint writes it, a dump of it is
 * what tests compare. It says what stands where and which tag it belongs to.
 *
 * Points (1/72 inch); x from the left edge of the page, y DOWN from its top
 * edge (paint turns it over). Everything lives in the layout's arena. */
#ifndef RENDER_PDF_PDF_PAGES_H
#define RENDER_PDF_PDF_PAGES_H

#include "model/chart.h"
#include "model/report.h"
#include "render/pdf/pdf_font.h"

/* Standard structure types of ISO 32000-1, 14.8.4. */
enum pdf_tag_type {
	TAG_DOCUMENT,
	TAG_SECT,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_H4,
	TAG_H5,
	TAG_H6,
	TAG_P,
	TAG_L,
	TAG_LI,
	TAG_LBL,
	TAG_LBODY,
	TAG_TABLE,
	TAG_CAPTION,
	TAG_THEAD,
	TAG_TBODY,
	TAG_TR,
	TAG_TH,
	TAG_TD,
	TAG_BLOCKQUOTE,
	TAG_CODE,
	TAG_FIGURE,
	TAG_LINK,
	TAG_NOTE,
	TAG_REFERENCE,
	TAG_TOC,
	TAG_TOCI,
	TAG_SPAN,
	TAG_TYPE_COUNT
};

enum pdf_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

/* A structure element. Its kids are its child tags in the order of their
 * making and the content that names it, in the order of painting; when both
 * mix (text, link, text) layout makes the child when it is reached. */
struct pdf_tag {
	enum pdf_tag_type type;
	size_t parent;        /* index; its own for the root (index 0) */
	enum pdf_scope scope; /* TH */
	struct str lang;      /* empty: that of the parent */
	struct str alt;       /* Figure, Link */
	struct str actual;    /* ActualText */
	struct str id;        /* Note, TH: unique; empty: none */
	struct str expansion; /* E, of a Span: what it is short for */
	bool ordered;         /* L: ListNumbering Decimal, else Disc */
	bool terms;           /* L: its labels are names: None */
	bool generated;       /* its words are ours: the number of a page */
	bool is_last;         /* below the root, behind all that are not: notes
			       * are read out when the paper is */
};

/* `tag` of what is no content. */
#define PDF_ARTIFACT_PAGINATION                                                \
	((size_t)-1)                     /* page header, footer, repeated      \
					  * header rows */
#define PDF_ARTIFACT_LAYOUT ((size_t)-2) /* rules, shading */
#define PDF_ARTIFACT_WATERMARK ((size_t)-4)

enum pdf_item_kind {
	ITEM_TEXT,
	ITEM_RECT,
	ITEM_LINE,
	ITEM_SHAPE,
	ITEM_IMAGE,
	ITEM_FILL /* a rectangle with a pattern and an outline */
};

struct pdf_item {
	enum pdf_item_kind kind;
	size_t tag; /* index, or PDF_ARTIFACT_... */
	/* TEXT: start of the baseline. RECT, SHAPE, IMAGE: top left corner.
	 * LINE: one end. */
	double x, y;
	double width, height; /* LINE: the other end is x + width, y + height */
	struct colour colour;
	union {
		struct {
			const struct pdf_glyph *glyphs;
			size_t count;
			struct str
			    text; /* what the glyphs' text_at counts in */
			double size_pt;
			double turn; /* radians, against the clock */
		} text;
		struct {
			double thick_pt;
			double dash_pt; /* 0: drawn through */
		} line;
		struct {
			enum chart_pattern pattern; /* in the item's colour */
			struct colour back;
		} fill;
		struct {
			enum shape shape;
		} shape;
		struct {
			struct str path; /* as the draft names it; empty: the
					  * theme's logo */
			struct pos pos;  /* in the draft */
		} image;
	} as;
};

/* The items from that one on stand in a column. */
struct pdf_band {
	size_t item;
	double left; /* its edge */
};

struct pdf_page {
	double width, height;
	struct pdf_band *bands; /* of a page with columns; none: it has one */
	size_t band_count, band_cap;
	struct pdf_item *items; /* in the order of painting */
	size_t item_count, item_cap;
};

/* An active area. Belongs to a LINK tag. */
struct pdf_link {
	size_t page, tag;
	double x, y, width, height; /* y is the top edge */
	struct str url;             /* outside; or empty */
	struct str target;          /* id of a destination; or empty */
	struct str contents;        /* what a reader is told; never empty */
};

struct pdf_dest {
	struct str id;
	size_t page;
	double y;
};

struct pdf_bookmark {
	int level; /* 1 is the outermost */
	struct str title;
	size_t page;
	double y;
	bool beside; /* in a column that is not the page's first */
};

struct pdf_files; /* pdf.h */

struct pdf_layout {
	struct arena *arena;
	const struct pdf_files *files; /* that go along; NULL: PDF/A-2a */
	struct pdf_page *pages;
	size_t page_count, page_cap;
	struct pdf_tag *tags;
	size_t tag_count, tag_cap;
	struct pdf_link *links;
	size_t link_count, link_cap;
	struct pdf_dest *dests;
	size_t dest_count, dest_cap;
	struct pdf_bookmark *bookmarks;
	size_t bookmark_count, bookmark_cap;
};

/* Lays the whole report out. The layout owns its arena and borrows from
 * report and fonts. */
struct pdf_layout *pdf_layout_make(
    const struct report *report, struct pdf_fonts *fonts);
void pdf_layout_free(struct pdf_layout *layout); /* takes NULL */

/* The layout as text: one line an item, tags by type and number. */
void pdf_layout_dump(struct buf *buf, const struct pdf_layout *layout);

/* Paint: the bytes of the file, and what they say (see pdf_render). */
bool pdf_paint(struct buf *out, const struct pdf_layout *layout,
    const struct report *report, struct pdf_fonts *fonts, struct str icc,
    struct buf *text, struct msgs *msgs);

#endif
