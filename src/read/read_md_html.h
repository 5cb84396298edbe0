/* read_md_html: between the files that read raw HTML in Markdown. */
#ifndef READ_READ_MD_HTML_H
#define READ_READ_MD_HTML_H

#include "read/read_md_priv.h"
#include "read/read_md_token.h"

/* The way from a byte of HTML to its place in the draft. */
struct md_html_place {
	struct md_source *source;
	size_t line;       /* in source, of `begin` */
	const char *begin; /* of a line of the HTML */
	const char *at;    /* in that line */
	const char *end;   /* of all of it */
	size_t before;     /* bytes of the source's line that are not HTML */
	bool is_measured;  /* `before` is known for the line */
};

/* The place of a byte. To be asked in order. */
struct pos md_html_pos(struct md_html_place *place, const char *ptr);

/* ---- read_md_html.c ---- */

/* Records a token as left out, and says so unless `block` is NULL: once for
 * each block. */
void md_html_drop(struct md *md, struct node *block,
    const struct md_token *token, struct pos pos);

/* Cuts off what stands behind a tag of a script, up to its end, and records
 * it. Gives it. */
struct str md_html_script(struct md *md, struct node *block,
    const struct md_token *token, struct str *rest, struct pos pos);

/* ---- read_md_html_table.c ---- */

/* Appends the table that begins at the front of the text to parent, and cuts
 * it off. Tags that mean nothing in a table are spoken of as `block`'s. */
void md_html_table(struct md *md, struct node *parent, struct str *text,
    struct md_html_place *place, struct node *block);

/* ---- read_md_html_cell.c ---- */

enum { HTML_LISTS_MAX = 8, HTML_INLINES_MAX = 16 };

/* A cell that is being filled: with paragraphs and lists; or a caption or
 * paragraph, with inlines alone. */
struct md_html_cell {
	struct md *md;
	struct md_html_place *place;
	struct node *block;     /* as above */
	struct node *cell;      /* CELL, CAPTION, PARAGRAPH; NULL: none is */
	struct node *at;        /* it, or the LIST or ITEM that is open */
	struct node *paragraph; /* that is open, or NULL */
	struct node *inlines;   /* it, or an inline in it */
	size_t lists;           /* that are open */
	size_t depth;           /* of inlines below the paragraph */
	struct {
		uint32_t next; /* number of the next item */
		char form;     /* 1, a, A, i, I; '\0': bullets */
	} open[HTML_LISTS_MAX + 1];
};

void md_html_cell_begin(struct md_html_cell *cell, struct node *node);
void md_html_cell_text(struct md_html_cell *cell, struct str text);
void md_html_cell_tag(struct md_html_cell *cell, const struct md_token *token);

/* A paragraph ends here, whatever comes. */
void md_html_cell_part(struct md_html_cell *cell);
void md_html_cell_end(struct md_html_cell *cell);

#endif
