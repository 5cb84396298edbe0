/* read_text_priv: between the files of the plain-text reader.
 *
 * The draft is cut into lines (lines), the lines that belong to the page are
 * set aside (furniture), wrapped items, tables and fenced code are found (hang,
 * region, tabs, pipe, columns), and then each line that is left goes through
 * the steps of read_text.c until one of them takes it. */
#ifndef READ_READ_TEXT_PRIV_H
#define READ_READ_TEXT_PRIV_H

#include "model/doc.h"

enum text_region {
	REGION_NONE,
	REGION_CODE,    /* between two lines of three backticks */
	REGION_SHEET,   /* a table that a spreadsheet wrote */
	REGION_SPREAD,  /* ... that a word processor saved as text */
	REGION_TABS,    /* a table whose cells are parted by tabs */
	REGION_PIPES,   /* ... by pipes, or drawn with boxes */
	REGION_COLUMNS, /* ... by runs of spaces that line up */
	REGION_TAKEN    /* inside a region, not its first line */
};

/* A line of the draft with at least one character that is no space. */
struct text_line {
	struct str raw;    /* without LF and form feed */
	struct str text;   /* raw, trimmed; never empty */
	uint32_t line_no;  /* 1-based */
	uint32_t col;      /* where text begins, in characters, 1-based */
	uint32_t indent;   /* where text begins, in columns, 0-based */
	uint32_t width;    /* of text, in characters */
	uint32_t blanks;   /* blank lines directly above */
	size_t region_end; /* index behind the region that begins here */
	enum text_region region;
	bool page_break;  /* a form feed above it */
	bool nbsp_indent; /* no-break spaces in front of it */
	bool furniture;   /* belongs to the page; dropped */
	bool in_filled;   /* of a list whose lines are full */
	bool hangs;       /* there, and goes on from the line above */
	bool drifts;      /* begins a table whose columns drift */
};

enum { TEXT_NUMBER_PARTS = 8 };

/* A paragraph's or heading's number: 3.1.2, 13A, R1.2. */
struct text_number {
	uint32_t part[TEXT_NUMBER_PARTS];
	size_t count;    /* of parts; 0: no number */
	uint32_t letter; /* behind the last part, or 0 */
};

enum text_marker_kind {
	MARKER_NONE,
	MARKER_BULLET,
	MARKER_LABEL, /* a), (1), iv. */
	MARKER_NUMBER /* 1., 1.1, 13A, R1.2. */
};

/* What stands between label and text; lists of one style go on. */
enum text_label_form {
	LABEL_BRACKETS, /* (a) */
	LABEL_BRACKET,  /* a) */
	LABEL_POINT,    /* a. */
	LABEL_SEMICOLON /* A; */
};

enum text_label_script { SCRIPT_DIGIT, SCRIPT_LOWER, SCRIPT_UPPER };

struct text_marker {
	enum text_marker_kind kind;
	uint32_t bullet; /* the character; also in front of a label */
	struct str label;
	enum text_label_form form;
	enum text_label_script script;
	uint32_t value; /* of a label as digit or letter: b is 2 */
	uint32_t roman; /* of a label as a roman number, or 0 */
	struct text_number number;
	bool is_bare;          /* nothing behind the number: "2 Introduction" */
	bool is_prefixed;      /* a letter in front: "R1.2" */
	int check;             /* CHECK_NONE, CHECK_OPEN, CHECK_DONE */
	struct str check_mark; /* "[x]" as written, or empty */
	struct str body;       /* what follows, trimmed; may be empty */
};

enum text_join {
	JOIN_NONE,  /* begins a block of its own */
	JOIN_SPACE, /* goes on in the same paragraph */
	JOIN_BREAK  /* same paragraph, on a line of its own */
};

/* A line's share of a paragraph. */
struct text_piece {
	struct str text;
	struct pos pos;
	enum text_join join; /* to the piece before */
};

enum { TEXT_LIST_DEPTH = 12 };

/* A list that is still open. */
struct text_list {
	struct node *list;
	uint32_t indent;           /* column of its markers */
	struct text_marker marker; /* of its last item */
	bool is_roman;
};

enum { TEXT_PAGE_WIDTH = 400 }; /* columns; wider lines are in no table */

/* A page's columns, each written in or not. */
struct text_page {
	bool used[TEXT_PAGE_WIDTH];
	size_t width; /* one past the last that is written in */
};

/* Where the cells of a table begin and end. */
struct text_layout {
	uint16_t starts[TEXT_PAGE_WIDTH / 2 + 1];
	uint16_t ends[TEXT_PAGE_WIDTH / 2 + 1];
	size_t count;
};

struct text_reader {
	struct doc *doc;
	struct arena *scratch;
	struct text_line *lines;
	size_t line_count, line_cap;
	uint32_t wrap_width; /* lines are wrapped at about it; 0: not */
	bool is_marked;      /* headings bear Markdown marks */

	/* the paragraph that may still grow */
	struct node *open; /* HEADING, PARAGRAPH; NULL: none */
	struct text_piece *pieces;
	size_t piece_count, piece_cap;
	size_t open_line; /* index of its last line */

	/* the lists that may still grow, outermost first */
	struct text_list lists[TEXT_LIST_DEPTH];
	size_t depth;

	struct text_number last_number;
	bool last_was_text;    /* last_number is a paragraph's */
	uint32_t last_letter;  /* of the last heading "A. Title"; 0: none */
	size_t title_line;     /* index; (size_t)-1: none */
	size_t columns_head;   /* first line of the last table of columns */
	size_t columns_header; /* lines of its header, if known; else 0 */
	struct text_layout columns; /* of the last one that was found */
	bool has_masthead;          /* the draft begins with who publishes it */
	bool has_title;
	bool in_names; /* below a heading whose section lists titles, names */
	bool too_deep_said;
};

/* ---- lines: read_text_lines.c ---- */

void read_text_lines_split(
    struct text_reader *reader, struct str text, uint32_t first_line);
void read_text_lines_unquote(struct text_reader *reader);
void read_text_lines_measure(struct text_reader *reader);

/* Index of the line before (after) `at` that is no furniture; (size_t)-1 (the
 * number of lines) when there is none. */
size_t read_text_line_prev(const struct text_reader *reader, size_t at);
size_t read_text_line_next(const struct text_reader *reader, size_t at);

/* Is there a blank line or the like between `at` and the line before it? */
bool read_text_line_parted(const struct text_reader *reader, size_t at);

/* The place of `part`, which lies within the line's raw text. */
struct pos read_text_line_pos(const struct text_line *line, struct str part);

/* ---- words: read_text_words.c ---- */

/* Cuts the next word, whatever white space parts them. */
bool read_text_word_next(struct str *rest, struct str *word);
struct str read_text_word_bare(struct str word); /* no punctuation around it */
bool read_text_word_is_one_of(struct str word, const char *const *words);
size_t read_text_word_count(struct str text);
struct str read_text_first_word(struct str text);
struct str read_text_last_word(struct str text);
bool read_text_starts_lower(struct str text); /* behind quotes, brackets */
bool read_text_starts_upper(struct str text);
bool read_text_ends_sentence(struct str text); /* . ! ? : ; */
bool read_text_is_unfinished(struct str text); /* ends in "of the", "," */
bool read_text_has_verb(struct str text);      /* reads as a sentence */
bool read_text_is_month(struct str word);
bool read_text_is_unit(struct str word); /* million, per cent, pm */
bool read_text_ends_date(struct str text);
bool read_text_is_name(struct str text); /* "Jo Bloggs": words in capitals */
bool read_text_is_capitals(struct str text);
bool read_text_is_contact(struct str text); /* telephone, e-mail, address */
bool read_text_has_role(struct str text);   /* Officer, Manager, ... */
bool read_text_is_title_case(struct str text);
bool read_text_is_title(struct str text); /* could be a heading's words */

/* ---- names: read_text_names.c ---- */

bool read_text_is_labelled(struct str text);     /* "Action 2: Mend the wall" */
bool read_text_is_masthead(struct str text);     /* a council, a committee */
bool read_text_is_section_name(struct str text); /* Summary, Background */
bool read_text_is_name_section(struct str text); /* Background papers */

/* ---- markers: read_text_marker.c ---- */

/* Finds a bullet, label or number at the front of `text`. Says what it looks
 * like, not whether it is one: "2.5 million" looks like a number. */
bool read_text_marker_find(struct str text, struct text_marker *marker);

/* Finds a number at the front; gives what follows it in `body`. */
bool read_text_number_find(struct str text, struct text_marker *marker);

/* Finds a bullet alone, whatever number or label stands behind it. */
bool read_text_bullet_find(struct str text, struct text_marker *marker);

/* Does the number follow `last` at once: 3.1.9 3.1.10, 3.1 3.1.1, 3.1.4 3.2,
 * 13 13A? */
bool read_text_number_follows(
    const struct text_number *last, const struct text_number *number);

/* How deep word processors put a bullet of that shape: 0, 1 or 2. */
int read_text_marker_rank(uint32_t bullet);

/* Records what is markup but could be counted as a word: the "o" of a bullet,
 * the "x" of a ticked box. */
void read_text_marker_drop(struct text_reader *reader, struct pos pos,
    const struct text_marker *marker);

/* ---- in their surroundings: read_text_fit.c ---- */

/* Is the marker on line `at` what it looks like, in its surroundings? */
bool read_text_marker_fits(
    const struct text_reader *reader, size_t at, struct text_marker *marker);

/* Finds the marker on line `at` and asks whether it fits. */
bool read_text_marker_at(
    const struct text_reader *reader, size_t at, struct text_marker *marker);

/* ---- wrapped items: read_text_hang.c ---- */

/* Finds the lines that go on below a mark. */
void read_text_hangs_find(struct text_reader *reader);
bool read_text_hang_step(struct text_reader *reader, size_t *at);

/* ---- furniture: read_text_furniture.c ---- */

void read_text_furniture_drop(struct text_reader *reader);

/* ---- regions: read_text_region.c ---- */

/* Code first: what stands in it is neither a table nor the page's. */
void read_text_code_find(struct text_reader *reader);
void read_text_tables_find(struct text_reader *reader);

/* Tabs between two texts; those at the ends only set the line in or out. */
size_t read_text_inner_tabs(struct str text);

/* Index behind the table that begins at line `at`; `at`: none does. */
size_t read_text_tabs_end(struct text_reader *reader, size_t at);
size_t read_text_pipes_end(struct text_reader *reader, size_t at);
/* In read_text_columns_end.c. */
size_t read_text_columns_end(struct text_reader *reader, size_t at);
bool read_text_region_step(struct text_reader *reader, size_t *at);
bool read_text_caption_step(struct text_reader *reader, size_t *at);

/* ---- tables: read_text_cell.c, then _tabs.c, _pipe.c, _columns.c ---- */

/* Appends a TABLE, a ROW of empty CELLs. */
struct node *read_text_table_append(
    struct text_reader *reader, struct pos pos, size_t columns);
struct node *read_text_row_append(
    struct text_reader *reader, struct node *table, struct pos pos);

/* Fills a cell with the paragraphs and lists that those pieces make, a line
 * each; empty ones stand for blank lines. Columns tell how far they are set in.
 * None, or only empty ones: the cell stays empty. */
void read_text_cell_fill(struct text_reader *reader, struct node *cell,
    const struct text_piece *pieces, size_t count);

/* ---- lines of a cell: read_cell.c ---- */

enum { CELL_DEPTH = 8 }; /* lists deeper than that stand at it */

struct read_cell_line {
	struct str text; /* trimmed; empty: a blank line */
	uint32_t indent; /* columns in front of it */
	/* what was found; of a blank line nothing */
	enum { CELL_GOES_ON, CELL_PARAGRAPH, CELL_ITEM } does;
	size_t depth;     /* how many items it stands in, its own counted */
	bool is_new_list; /* an item that begins one */
	struct str label; /* of an item; empty: a bullet */
	struct str body;  /* text, without an item's mark */
	struct text_marker marker;
};

/* Finds paragraphs and items, nested by how far they are set in and by their
 * marks. Lines that `wraps` end where the column did; others end where their
 * author wanted. False: there is one paragraph, or nothing. */
bool read_cell_lines(struct read_cell_line *lines, size_t count, bool wraps);
size_t read_text_spread_end(struct text_reader *reader, size_t at);
void read_text_spread_read(
    struct text_reader *reader, size_t begin, size_t end);
size_t read_text_sheet_end(struct text_reader *reader, size_t at);
void read_text_sheet_read(struct text_reader *reader, size_t begin, size_t end);
void read_text_tabs_read(struct text_reader *reader, size_t begin, size_t end);
void read_text_pipes_read(struct text_reader *reader, size_t begin, size_t end);
void read_text_columns_read(
    struct text_reader *reader, size_t begin, size_t end);

/* ---- columns that drift: read_text_drift.c ---- */

/* Index behind the table that begins with the headings at `at`; `at`: none.
 * `is_sure`: that there is a table is known already. */
size_t read_text_drift_end(struct text_reader *reader, size_t at, bool is_sure);

/* The cells of such a table, line by line; and how many a line has. */
struct str *read_text_drift_cells(
    struct text_reader *reader, size_t begin, size_t end, size_t *columns);

/* ---- columns of a page: read_text_layout.c ---- */

bool read_text_layout_is_rule(struct str text); /* strokes only */

/* Marks the columns that the line writes in; false: it is too wide. */
bool read_text_layout_add(struct text_page *page, const struct text_line *line);

/* Cells are parted by two unwritten columns or more. */
void read_text_layout_find(
    struct text_layout *layout, const struct text_page *page);

/* The text of one cell on one line. */
struct str read_text_layout_cut(
    const struct text_line *line, size_t begin, size_t end);

/* ---- keys in the middle: read_text_stand.c ---- */

/* Tells for each line whether a row begins there, from the cells of the lines,
 * a header's first, which has `head` lines; 0: at least one. NULL: rows begin
 * where their keys stand. `may_be_cut`: the lines above the first key may be
 * the rest of a row that the page cut. */
bool *read_text_rows_stand(struct arena *scratch, const struct str *cells,
    size_t lines, size_t columns, size_t head, bool may_be_cut);

/* ---- headings by form alone: read_text_form.c ---- */

struct str read_text_form_bare(struct str text); /* no "**" around it */
size_t read_text_form_hashes(struct str text);   /* "## ": 2; 0: none */
bool read_text_form_is_underline(struct str text);
bool read_text_form_is_bold(struct str text); /* the whole line */
bool read_text_form_is_appendix(struct str text);

bool read_text_form_is_alone(const struct text_reader *reader, size_t at);
/* Nothing of the same paragraph stands above. */
bool read_text_form_is_detached(const struct text_reader *reader, size_t at);
bool read_text_form_is_underlined(const struct text_reader *reader, size_t at);
/* An appendix's own heading, not a line of a list of appendices. */
bool read_text_form_begins_appendix(
    const struct text_reader *reader, size_t at);
bool read_text_form_is_capitals(const struct text_reader *reader, size_t at);
bool read_text_form_is_numbered(
    const struct text_reader *reader, size_t at, struct text_marker *marker);
/* "A. Context" with text below, where "B. Options" follows; "(A) Costs". */
bool read_text_form_is_lettered(
    const struct text_reader *reader, size_t at, struct text_marker *marker);

/* "A." alone on its line, where the title stands on the next one. */
bool read_text_form_is_letter_apart(
    const struct text_reader *reader, size_t at, struct text_marker *marker);
/* "The policy covers:", "Officers may:": leads in what stands below. */
bool read_text_form_leads_in(struct str text);

/* Would line `at` be a heading by its form alone (marks, Appendix, capitals,
 * number)? Asked of neighbours. */
bool read_text_form_is_strong(const struct text_reader *reader, size_t at);

/* ---- headings: read_text_heading.c ---- */

bool read_text_heading_marked_step(struct text_reader *reader, size_t *at);
bool read_text_heading_step(struct text_reader *reader, size_t *at);

/* ---- lists: read_text_list.c ---- */

bool read_text_number_step(struct text_reader *reader, size_t *at);
bool read_text_item_step(struct text_reader *reader, size_t *at);
bool read_text_item_more_step(struct text_reader *reader, size_t *at);
bool read_text_unmarked_step(struct text_reader *reader, size_t *at);
void read_text_lists_close(struct text_reader *reader);

/* ---- fields: read_text_field.c ---- */

/* Cuts "Name: value"; false when the text has not that form. */
bool read_text_field_cut(struct str text, struct str *name, struct str *value);

/* Is line `at` a field, with another directly below it? */
bool read_text_field_is_pair(const struct text_reader *reader, size_t at);
bool read_text_field_step(struct text_reader *reader, size_t *at);

/* Appends to the FIELDS that ends `home` (the document or an ITEM), or begins
 * one. */
struct node *read_text_field_append(struct text_reader *reader,
    struct node *home, struct str name, struct pos pos);

/* ---- fields with a dash: read_text_dash.c ---- */

/* Does a row of "Name – value" lines begin at `at`? */
bool read_text_dash_begins(const struct text_reader *reader, size_t at);
bool read_text_dash_step(struct text_reader *reader, size_t *at);

/* ---- paragraphs: read_text_para.c ---- */

/* Begins a paragraph-like node that is already in the tree. */
void read_text_open(
    struct text_reader *reader, struct node *node, size_t at, struct str text);
void read_text_extend(
    struct text_reader *reader, size_t at, struct str text, enum text_join how);
void read_text_close(struct text_reader *reader);
struct node *read_text_append(
    struct text_reader *reader, enum node_kind kind, struct pos pos);
bool read_text_continue_step(struct text_reader *reader, size_t *at);
bool read_text_quote_step(struct text_reader *reader, size_t *at);
bool read_text_rule_step(struct text_reader *reader, size_t *at);
bool read_text_paragraph_step(struct text_reader *reader, size_t *at);

/* ---- marks: read_text_mark.c ---- */

enum text_mark_kind {
	MARK_STRONG, /* two stars or underscores */
	MARK_EMPH_STAR,
	MARK_EMPH_LINE,
	MARK_STRONG_LINE,
	MARK_STRIKE,
	MARK_NAME,  /* "[" and "](address)" */
	MARK_PAIRS, /* above: come in pairs */
	MARK_CODE,
	MARK_LINK
};

struct text_mark {
	enum text_mark_kind kind;
	size_t piece;
	size_t at, len; /* bytes of the piece's text */
	bool opens;     /* else it closes; of pairs */
	bool matched;   /* has a partner; otherwise it is text */
};

/* A paragraph's lines and the marks in them, in their order. */
struct text_scan {
	struct text_reader *reader;
	const struct text_piece *pieces;
	size_t count;
	struct text_mark *marks;
	size_t mark_count, mark_cap;
};

/* Fills in the marks. Those without a partner stay unmatched. */
void read_text_marks_find(struct text_scan *scan);

/* Cuts a link with a name, "[text](address)" or "[text](address "title")", off
 * the front of `text`. Gives its length, or 0: there is none. */
size_t read_text_link_cut(
    struct str text, struct str *name, struct str *url, struct str *title);

/* Does a backslash at `at` only guard the mark behind it? */
bool read_text_is_escape(struct str text, size_t at);

/* ---- inlines: read_text_inline.c ---- */

/* Turns pieces into TEXT, BREAK, STRONG, EMPH, STRIKE, CODE_SPAN and LINK
 * below `parent`. */
void read_text_inlines(struct text_reader *reader, struct node *parent,
    const struct text_piece *pieces, size_t count);

#endif
