/* html_priv: between the files of html. A page under construction is a
 * libxml2 tree with one element open; text put to it gathers in a buffer and
 * becomes one text node when the element gets a child or is closed. */
#ifndef RENDER_HTML_HTML_PRIV_H
#define RENDER_HTML_HTML_PRIV_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/map.h"
#include "render/html/html.h"

struct arena;

/* What the rows and cells of a table need to know of it. */
struct html_table {
	struct str *labels; /* a column's heading; one for each column */
	bool *is_short;     /* has the column a word or two in each row? */
	size_t column_count;
};

/* What is remembered of a node between entering and leaving it. */
struct html_frame {
	xmlNodePtr at;            /* the element to go back to */
	struct html_table *table; /* TABLE, else NULL */
	struct str anchor;        /* id that its link leads to, or empty */
	size_t cells;             /* ROW: how many of them were entered */
	bool is_linked;           /* ROW: the link to it is in a cell */
	size_t told_at; /* SECTION: `told` of the page when it was named last */
};

struct html_page {
	const struct report *report;
	struct arena *scratch;
	xmlDocPtr xml;
	xmlNodePtr at;   /* the open element */
	struct buf text; /* will be the open element's next text node */
	struct html_frame *frames;
	size_t frame_count, frame_cap;
	size_t told;          /* bytes of text put so far */
	int level;            /* of the last heading; 0: none yet */
	struct str heading;   /* its text, for captions */
	size_t heading_uses;  /* captions made of it */
	size_t table_count;   /* so far, for ids */
	size_t chart_count;   /* the same */
	size_t section_count; /* so far, for ids */
	bool has_notes_title; /* the section of notes has its heading */
	struct map ids;       /* those of the report and those given since */
	struct map actions;   /* anchor -> index in the plan */
	const struct node *counted; /* where paragraphs were given ids last */
	size_t counted_paragraphs;  /* how many there */
};

/* ---- building: html_build.c ---- */

/* Opens an element inside the open one. `name` is an HTML element with an end
 * tag. */
void html_open(struct html_page *page, const char *name);

/* The same on a line of its own, for a source that can be read. */
void html_open_line(struct html_page *page, const char *name);

/* Adds an element without content or end tag; gives it for attributes. */
xmlNodePtr html_void(struct html_page *page, const char *name);

/* Opens the last child element of the open one again if it has that name. */
bool html_reopen(struct html_page *page, const char *name);

void html_close(struct html_page *page);

/* Closes elements until `at` is the open one. */
void html_close_to(struct html_page *page, xmlNodePtr at);

/* Attributes of the open element, or of any. An empty value is still set. */
void html_attr(struct html_page *page, const char *name, struct str value);
void html_attr_of(struct html_page *page, xmlNodePtr element, const char *name,
    struct str value);
void html_class(struct html_page *page, const char *names);

/* Adds text to the open element. Characters that HTML forbids become
 * U+FFFD. */
void html_put(struct html_page *page, struct str text);

/* Adds text that is to reach the file as it is: a style sheet without '<' and
 * '&'. */
void html_put_raw(struct html_page *page, struct str text);

/* A span, a paragraph and so on with a class (or NULL) and a text. */
void html_leaf(struct html_page *page, const char *name, const char *class,
    struct str text);

/* ---- the parts of the page ---- */

/* A word of ours in the report's language. */
struct str html_word(const struct html_page *page, enum word word);

/* html_head.c */
void html_head(struct html_page *page);
void html_meta(struct html_page *page, const char *name, struct str content);

/* html_meta.c: what machines are told, in the head; links to the files that
 * were made of the same draft; and JSON that may stand in a script element.
 * html_json_name parts a member from the one before it. */
void html_metadata(struct html_page *page);
void html_formats(struct html_page *page);
void html_json_string(struct buf *json, struct str text);
void html_json_name(struct buf *json, const char *name);

/* html_script.c: the text of the script element, as its hash is made of it;
 * and the elements themselves. */
void html_script(struct buf *script);
void html_script_put(struct html_page *page);

/* html_trail.c: the parts around a section that has just been opened. */
void html_trail(struct html_page *page, const struct node *section);

/* ---- what can be cited and found: html_anchor.c ---- */

/* To be called once, before anything is set. */
void html_anchors_gather(struct html_page *page);

/* The action that the node is, or NULL. */
const struct plan_action *html_action_of(
    const struct html_page *page, const struct node *node);

/* The paragraph's own id, or one that follows from its place among its
 * section's; empty for one that nobody cites. To be asked once. */
struct str html_paragraph_id(struct html_page *page, const struct node *node);

/* Adds the link by which the node is cited to the open element. */
void html_anchor(
    struct html_page *page, const struct node *node, struct str id);

/* Attributes of the open element, for the script: of an action, and of a cell
 * with a date. */
void html_action_data(struct html_page *page, const struct node *node);
void html_date_data(struct html_page *page, const struct node *cell);

/* html_contents.c: the list, and the node before which it goes, or NULL. */
void html_contents(struct html_page *page);
void html_contents_captions(struct html_page *page, enum contents_of of);
const struct node *html_contents_place(const struct node *root);

/* The rules of the page as CSS, theme first; free of '<' and '&'.
 * html_style.c */
void html_style(struct buf *css, const struct report *report);

/* ---- content: html_block.c, html_table.c, html_inline.c ---- */

/* Sets all that is below the report's root. */
void html_blocks(struct html_page *page);

/* What every block and inline may have: id, lang and classes by its flags, on
 * the open element, which may have `class` (or NULL) too. */
void html_common(
    struct html_page *page, const struct node *node, const char *class);

void html_table_enter(struct html_page *page, const struct node *table);
void html_caption_enter(struct html_page *page, const struct node *caption);
void html_row_enter(struct html_page *page, const struct node *row);
void html_cell_enter(struct html_page *page, const struct node *cell);

void html_inline_enter(struct html_page *page, const struct node *node);
void html_inline_leave(struct html_page *page, const struct node *node);

/* The frame of the node that is being entered, or of one `up` above it. */
struct html_frame *html_frame(struct html_page *page, size_t up);

/* html_chart.c: a figure. Its drawing comes behind its caption. */
void html_chart_enter(struct html_page *page, const struct node *node);
void html_chart_caption_enter(
    struct html_page *page, const struct node *caption);
void html_chart_leave(struct html_page *page, const struct node *node);

/* ---- pictures: html_shape.c, html_image.c ---- */

/* The shape that stands before a state's word; says nothing to a reader. */
void html_shape(struct html_page *page, enum state state);

struct html_image {
	struct str data_uri;
	unsigned width, height; /* pixels; 0: not known */
};

struct picture;
void html_image_of(struct arena *arena, struct html_image *image,
    const struct picture *picture);

/* Reads a PNG or JPEG file that `url` names relative to the draft. Gives NULL,
 * or why it cannot be used. The result lives in `arena`. */
const char *html_image_load(struct arena *arena, struct html_image *image,
    const struct doc *doc, struct str url);

/* ---- addresses: html_url.c ---- */

/* Is it an address that a page may lead to: http, https, mailto, tel, or one
 * relative to the page? */
bool html_url_is_safe(struct str url);

/* With characters that may not stand in an address percent-encoded. */
struct str html_url_encode(struct arena *arena, struct str url);

/* Appends the bytes in base64. */
void html_base64_put(struct buf *buf, struct str bytes);

#endif
