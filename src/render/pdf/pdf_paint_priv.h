/* pdf_paint_priv: what the files that paint share. */
#ifndef RENDER_PDF_PDF_PAINT_PRIV_H
#define RENDER_PDF_PDF_PAINT_PRIV_H

#include "base/arena.h"
#include "render/pdf/pdf.h"
#include "render/pdf/pdf_object.h"
#include "render/pdf/pdf_pages.h"

struct msgs;
struct pdf_flate;
struct pdf_reading;

#define PDF_NONE ((size_t)-1)

/* A code of a face: what the text shows. Code 0 is the face's glyph 0, which
 * is never shown. Each pair of glyph and text has its own code, so that a
 * space and a no-break space, which share a glyph, keep their characters. */
struct pdf_code {
	uint32_t glyph;
	struct str text;
	unsigned width; /* thousandths of an em */
};

struct pdf_paint_face {
	struct pdf_code *codes; /* NULL: the face is not used */
	size_t code_count, code_cap;
	uint16_t *slots; /* codes by hash; 0: free */
	size_t slot_count;
	struct pdf_object *font;
	struct str to_unicode; /* as in the file, before compression */
};

/* Content of one tag without a break: a marked-content sequence. */
struct pdf_piece {
	size_t tag;
	uint32_t page;
	uint32_t mcid;
	size_t next; /* piece of the same tag, or PDF_NONE */
};

struct pdf_paint_tag {
	size_t first_piece, last_piece; /* PDF_NONE: none */
	size_t first_child, last_child; /* in the order of their making */
	size_t next_sibling;
	size_t first_link, last_link; /* of the layout's links */
	size_t order;  /* where among the pieces it belongs: at or before
			* its first piece; see pdf_tags.c */
	bool is_kept;  /* written to the file */
	bool has_box;  /* a figure's place on its first page */
	double box[4]; /* left, top, right, bottom; y down */
	size_t box_page;
	size_t owner; /* the tag that its content is written under: itself,
		       * or its parent if they are one in the file */
	struct pdf_object *object;
};

/* An image file, loaded once. */
struct pdf_picture {
	struct str path;
	HPDF_Image image; /* NULL: it could not be loaded */
	int turn;         /* as in picture.h */
};

struct pdf_paint {
	struct arena *arena;
	const struct pdf_layout *layout;
	const struct report *report;
	struct pdf_fonts *fonts;
	struct str icc;
	struct msgs *msgs;
	HPDF_Doc doc;
	struct pdf_flate *flate;
	struct buf body; /* scratch for the object that is being written */
	HPDF_Page *pages;
	struct pdf_object *resources;
	struct pdf_paint_face *faces;
	struct pdf_piece *pieces;
	size_t piece_count, piece_cap;
	size_t *page_pieces; /* by page: its first piece; one more at the end */
	struct pdf_paint_tag *tags;
	size_t *link_next;                /* next link of the same tag */
	struct pdf_object **link_objects; /* NULL: leads nowhere */
	struct pdf_picture *pictures;
	size_t picture_count, picture_cap;
	struct pdf_reading *reading; /* NULL: nobody wants to read it back */
};

/* pdf_paint_page.c: writes a page's content, and notes its pieces. */
void pdf_paint_page(struct pdf_paint *paint, size_t page);

/* pdf_paint_font.c */

/* The code for this glyph with this text. */
unsigned pdf_code_find(
    struct pdf_paint *paint, const struct pdf_glyph *glyph, struct str text);

/* What glyph `index` of an item stands for, fit for a ToUnicode map. Written
 * into `text`. */
void pdf_code_text(const struct pdf_item *item, size_t index, struct buf *text);

/* Writes the fonts that were used. False if one could not be made. */
bool pdf_paint_fonts(struct pdf_paint *paint);

/* pdf_tags.c: decides the order of kids and which tags are kept; run when
 * all pages are painted. Then writes them. */
void pdf_tags_order(struct pdf_paint *paint);
void pdf_tags_write(struct pdf_paint *paint);

/* The next tag or piece below `tag`, in reading order. Start with
 * { first_child, first_piece }. */
struct pdf_kids {
	size_t child, piece;
};
struct pdf_kids pdf_kids_of(const struct pdf_paint *paint, size_t tag);
enum pdf_kid { KID_NONE, KID_TAG, KID_PIECE };
enum pdf_kid pdf_kids_next(
    const struct pdf_paint *paint, struct pdf_kids *kids, size_t *index);

/* The name of a tag's type in the file: "P". */
const char *pdf_tag_name(enum pdf_tag_type type);

/* pdf_tree.c: number and name trees of any size. */
struct pdf_leaf {
	size_t number;   /* key of a number tree */
	struct str name; /* key of a name tree */
	unsigned object; /* value */
};

/* Gives the root's number. The leaves must be in order of their keys. */
unsigned pdf_number_tree(
    struct pdf_paint *paint, const struct pdf_leaf *leaves, size_t count);
unsigned pdf_name_tree(
    struct pdf_paint *paint, const struct pdf_leaf *leaves, size_t count);

/* pdf_links.c: link annotations (before the tags are written, for a tag names
 * them), and bookmarks and page labels. */
void pdf_links_make(struct pdf_paint *paint);
void pdf_bookmarks_write(struct pdf_paint *paint);

/* pdf_meta.c: what the file says about itself. */
void pdf_meta_write(struct pdf_paint *paint);
/* The paper's date, as PDF writes it; empty if it has none. */
void pdf_meta_date(const struct report *report, char *date, size_t size);

/* pdf_attach.c: the files that go along, if any. */
void pdf_attach_write(struct pdf_paint *paint);

/* pdf_paint_image.c: the picture of that item; without an image, and with a
 * message, if it cannot be shown. `index` numbers it in the resources. Lends
 * it until the next call. */
const struct pdf_picture *pdf_picture_find(
    struct pdf_paint *paint, const struct pdf_item *item, size_t *index);

/* pdf_reading.c: reads the written codes back. */
struct pdf_reading *pdf_reading_new(void);
void pdf_reading_free(struct pdf_reading *reading); /* takes NULL */
void pdf_reading_page(
    struct pdf_reading *reading, size_t first_piece, struct str content);
void pdf_reading_put(const struct pdf_paint *paint, struct buf *text);

#endif
