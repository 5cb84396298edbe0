/* read_md_priv: between the files of the Markdown reader.
 *
 * The steps: mark the draft (read_md_mask.c); let cmark find blocks and inlines
 * and make nodes of them (read_md_build.c, read_md_inline.c), with tables
 * (read_md_table.c, read_md_piece.c), links (read_md_link.c) and HTML
 * (read_md_html.c) on the way; then, on our own tree, footnotes
 * (read_md_notes.c), strikethrough (read_md_strike.c), plain text out of marked
 * text (read_md_text.c), bare addresses (read_md_autolink.c), and the forms
 * that council drafts give to paragraphs (read_md_form.c, read_md_fields.c). */
#ifndef READ_READ_MD_PRIV_H
#define READ_READ_MD_PRIV_H

#include "read/read_grid.h"
#include "read/read_priv.h"

#include "base/arena.h"
#include "base/buf.h"

/* What cmark would forget, remembered by characters put into the text before
 * cmark sees it. They are noncharacters of Unicode, which read_encoding takes
 * out of drafts. None of them counts as a column, except MARK_GONE. */
#define MARK_ESCAPED "\xEF\xB7\x90" /* after "[" or "~" that was escaped */
#define MARK_ENTITY "\xEF\xB7\x91"  /* after the "&" of an entity */
#define MARK_NOTE "\xEF\xB7\x92"    /* after "+ " put before a "[^1]:" */
#define MARK_GONE "\xEF\xB7\x93"    /* after "|" that lost its backslash */
#define MARK_DRAWN "\xEF\xB7\x94"   /* before the number of a table taken out */
enum { MARK_BYTES = 3 };

/* Inlines deeper than this, and blocks, stand at that depth. */
enum { MD_DEPTH_MAX = 64 };

/* Flags of this reader's own: a NODE_BREAK that is only the end of a source
 * line, gone at the end; a list or fields made of a paragraph. */
enum { MD_SOFT = 1 << 16, MD_MADE = 1 << 17 };

/* Where a line of pieces (see below) came from. */
struct md_origin {
	size_t skip;    /* bytes of ours before the author's */
	struct pos pos; /* of the first byte that is the author's */
};

/* A text that cmark reads, by lines, and the way back to places in the
 * draft. */
struct md_source {
	struct str text;
	size_t *begins; /* offset of each line; and the length of text */
	size_t line_count;
	uint32_t first_line;       /* in the draft */
	struct md_origin *origins; /* NULL: the lines are the draft's */
	bool *covered; /* lines that a leaf block has; NULL: not asked */
	struct {
		size_t line, byte;
		uint32_t col;
	} last; /* the column that was asked for last */
};

/* Inlines to be read by cmark apart from the rest: a cell, or the lines of a
 * paragraph before a table. */
struct md_piece {
	struct node *target; /* gets the inlines */
	size_t first_line;   /* in the text of the pieces */
	size_t line_count;
	bool is_blocks; /* a cell of lines: it gets blocks, from a quote */
};

/* "[label]: url "title"". */
struct md_definition {
	struct str label, raw; /* as written, marks and all */
	struct pos pos;
};

struct md_label {
	struct str label;
	struct pos pos;
};

/* A table that is not cmark's to see. */
struct md_drawn {
	struct str text;
	size_t first_line; /* in the draft, 0-based */
	bool is_html;
};

struct md {
	struct doc *doc;
	struct arena *scratch;
	struct md_source source; /* the draft, with marks */
	struct buf pieces_text;
	struct md_piece *pieces;
	size_t piece_count, piece_cap;
	struct md_origin *origins; /* of the lines of pieces_text */
	size_t origin_count, origin_cap;
	struct md_definition *definitions;
	size_t definition_count, definition_cap;
	struct md_label *labels; /* in links: "[text][label]" */
	size_t label_count, label_cap;
	struct node **notes; /* in the order of the draft */
	size_t note_count, note_cap;
	struct md_drawn *drawn;
	size_t drawn_count, drawn_cap;
	size_t odd_tags; /* see read_md_mask.c */
	bool said_deep;
	struct node *html_block; /* the block whose HTML was spoken of */
	struct {
		struct str name, text;
	} entities[64]; /* a cache, by hash */
};

struct cmark_node;

/* A paragraph's lines, without what belongs to its containers. */
struct md_raw {
	struct md_source *source;
	size_t first_line; /* in source */
	struct str *lines;
	size_t count, cap;
	bool is_underlined; /* the last line makes it a heading */
};

/* Where the walk over cmark's tree is. */
struct md_builder {
	struct md *md;
	struct md_source *source;
	struct node *at; /* new nodes go below it */
	bool in_cell;    /* where there are no headings, rules and tables */
	int depth;       /* of at below the root */
	int quotes;      /* block quotes that are open, shown or not */
	struct md_raw raw;
	/* the paragraph or heading whose inlines come now */
	size_t block_line; /* index of its first line */
	size_t block_byte; /* its offset in that line */
	size_t skipped;    /* definitions: lines that cmark does not count */
	struct {
		size_t line, start;
	} content; /* the content start that was asked for last */
	struct {
		size_t counted;       /* line, by cmark's counting */
		size_t missed;        /* lines it did not count, so far */
		size_t missed_before; /* at the beginning of that line */
		size_t byte; /* of cmark's column, where the true line begins */
	} at_line;
	struct pos latest; /* of the last inline that had a place */
};

/* ---- read_md_mask.c ---- */

/* The draft with marks, ready for cmark. Lives in md->scratch. */
struct str md_mask(struct md *md, struct str text, const bool *is_verbatim);

/* Appends one line with its marks. */
void md_mask_line(struct md *md, struct buf *to, struct str line);

/* Does a line, behind its indentation and quote marks, begin with "[^x]:"?
 * Gives the offset of the "[", or (size_t)-1. */
size_t md_note_at(struct str line);

/* The lines of a text. `begins` lives in md->scratch. */
void md_source_init(struct md *md, struct md_source *source, struct str text);
struct str md_source_line(const struct md_source *source, size_t line);

/* The place in the draft of a byte of a line. Cheap when asked in order. */
struct pos md_pos(struct md_source *source, size_t line, size_t byte);

/* The number in the draft of a line. */
uint32_t md_line_no(const struct md_source *source, size_t line);

/* The place of a byte of one of the raw lines. */
struct pos md_raw_pos(const struct md_raw *raw, size_t index, const char *ptr);

/* Where a line's own text begins: behind white space and at most `quotes`
 * quote marks. */
size_t md_content_start(struct str line, int quotes);

/* ---- read_md_drawn.c ---- */

/* The draft with a mark in the place of each table drawn in Pandoc's ways.
 * md->source must hold its lines. Lives in md->scratch. */
struct str md_drawn_hide(struct md *md, struct str text);

/* Appends the table whose mark these lines are to the document; false: they
 * are none. */
bool md_drawn_build(struct md *md, const struct md_raw *raw);

/* ---- read_md_build.c ---- */

/* Reads md->source into blocks below the doc's root, then the pieces. */
void md_build(struct md *md);

/* The same for what cmark found in the lines of a cell: a quote, whose blocks
 * become the cell's. */
void md_build_cell(
    struct md_builder *b, struct node *cell, struct cmark_node *quote);

/* Lines of md->source on which cmark finds that HTML begins. Lives in
 * md->scratch. */
bool *md_find_html(struct md *md);

/* Lines of md->source inside code or HTML, which hold no footnotes. Lives in
 * md->scratch. */
bool *md_find_verbatim(struct md *md);

/* ---- read_md_inline.c ---- */

struct cmark_node *md_parse(struct str text); /* never NULL; caller frees */
size_t md_line_of(struct cmark_node *node);   /* 0-based */
size_t md_byte_of(struct cmark_node *node);   /* in that line, 0-based */

/* The inlines of this paragraph or heading come next. */
void md_inline_begin(struct md_builder *b, struct cmark_node *block);
void md_inline_enter(struct md_builder *b, struct cmark_node *from);

/* Is there room for that many levels more? Says so once, if not. */
bool md_has_room(struct md_builder *b, int levels, struct pos pos);

/* Goes below a node made of `from`; and back up, if that was done. */
void md_open(struct md_builder *b, struct node *node, struct cmark_node *from);
void md_leave(struct md_builder *b, struct cmark_node *from);

/* What cmark makes of "&name;"; empty if nothing. Lives in md->scratch. */
struct str md_decode(struct md *md, struct str entity);

/* ---- read_md_table.c ---- */

/* Index of the delimiter row of a pipe table in these lines, or 0. */
size_t md_table_find(const struct md_raw *raw);

/* Appends the table whose delimiter row is lines[delimiter] to parent. */
void md_table_build(struct md *md, struct node *parent,
    const struct md_raw *raw, size_t delimiter);

/* ---- read_md_piece.c ---- */

/* Queues inlines to be read apart. */
void md_piece_cell(
    struct md *md, struct node *target, struct str text, struct pos pos);
void md_piece_lines(
    struct md *md, struct node *target, const struct md_raw *raw, size_t count);

/* Queues the lines of a cell, which hold blocks. Unmasked, as are those of no
 * other piece. */
void md_piece_blocks(struct md *md, struct node *cell,
    const struct grid_line *lines, size_t count);

/* Reads them all, and gives their targets what is in them. */
void md_pieces_build(struct md *md);

/* ---- read_md_html.c ---- */

/* An HTML block: its text becomes paragraphs below parent. */
void md_html_block(struct md *md, struct node *parent, struct str literal,
    struct md_source *source, size_t line);

/* Where the tables in HTML that hold blank lines end: for the line that one
 * begins on, the line behind it; else 0. NULL: there is none. Lives in
 * md->scratch. */
size_t *md_html_tables_find(
    struct md *md, const struct str *lines, size_t count);

/* A tag or comment within text. */
void md_html_inline(
    struct md *md, struct node *parent, struct str literal, struct pos pos);

/* ---- read_md_link.c ---- */

/* How many of the paragraph's first lines are link definitions; they are
 * remembered. */
size_t md_definitions_take(struct md *md, const struct md_raw *raw);

/* Remembers the labels of links in these lines. */
void md_labels_take(struct md *md, const struct md_raw *raw);

/* Definitions that stand alone, in the first so many lines of a text: those
 * that no block covers. */
void md_definitions_uncovered(
    struct md *md, struct md_source *source, size_t line_count);

/* Drops the definitions, and the labels that links name them by. */
void md_definitions_drop(struct md *md);

/* Takes the address off links that could run code, and shows it. */
void md_links_make_safe(struct md *md);

/* ---- read_md_autolink.c ---- */

/* Links where addresses stand bare in the text. */
void md_autolink(struct md *md);

/* ---- read_md_strike.c ---- */

/* Strikethrough, in all inlines of the tree. */
void md_strike(struct md *md);

/* ---- read_md_notes.c ---- */

/* References and NOTES, numbered in the order of first reference. */
void md_notes(struct md *md);

/* ---- read_md_text.c ---- */

/* Takes the marks out of all texts, decodes entities; NFC. */
void md_settle(struct md *md);

/* Without marks, nothing decoded. Lives in arena. */
struct str md_unmark(struct arena *arena, struct str text);

/* ---- read_md_form.c ---- */

/* "[ ]" and "[x]" at the front of items. */
void md_tasks(struct md *md);

/* Numbers, fields, lettered items; then takes out soft breaks. */
void md_forms(struct md *md);

/* ---- read_md_cell.c ---- */

/* Makes paragraphs and lists of the lines that breaks part in a cell's
 * paragraph. */
void md_cell_lines(struct md *md, struct node *paragraph);

/* Is it inside a table's cell? */
bool md_is_in_cell(const struct node *node);

/* ---- read_md_fields.c ---- */

/* Makes FIELDS in the place of a paragraph of "Name: value" lines. */
bool md_fields_take(struct md *md, struct node *paragraph);

/* Makes ITEMs in the place of a paragraph of "(a) text" lines, if there are so
 * many at least. */
bool md_letters_take(struct md *md, struct node *paragraph, size_t least);

/* ---- trees ---- */

/* White space (no-break spaces too) off the front of a node's first TEXT, which
 * it gives; NULL when the node begins otherwise. */
struct node *md_first_text(struct node *parent);

/* Cuts a TEXT in two at a byte; gives the second, placed behind the first. */
struct node *md_text_split(struct md *md, struct node *text, size_t at);

#endif
