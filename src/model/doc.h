/* doc: the document tree. Read builds it, analyse fills it in, and from then
 * on it is const; compose makes a new tree of the same nodes (report.h).
 *
 * Everything true of a kind of node is said once, in the table of
 * doc_kinds.c. A document and all that it points to live in one arena. */
#ifndef MODEL_DOC_H
#define MODEL_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/msg.h"
#include "base/str.h"

struct arena;
struct buf;
struct chart;
struct plan;

enum node_kind {
	/* blocks */
	NODE_DOCUMENT,  /* the root */
	NODE_SECTION,   /* a HEADING, then blocks and deeper sections */
	NODE_HEADING,   /* inlines */
	NODE_PARAGRAPH, /* inlines */
	NODE_LIST,      /* ITEMs */
	NODE_ITEM,      /* blocks */
	NODE_TABLE,     /* at most one CAPTION, then ROWs */
	NODE_CAPTION,   /* inlines */
	NODE_ROW,       /* CELLs */
	NODE_CELL,      /* blocks */
	NODE_FIELDS,    /* FIELDs: a definition list */
	NODE_FIELD,     /* blocks: the value; its name is an attribute */
	NODE_QUOTE,     /* blocks */
	NODE_CODE,      /* nothing; literal text is an attribute */
	NODE_RULE,      /* nothing */
	NODE_NOTES,     /* NOTEs: the footnotes, at the end of the document */
	NODE_NOTE,      /* blocks */
	NODE_CONTENTS,  /* nothing: here the renderer sets a list of contents */
	NODE_CHART,     /* at most a CAPTION; what it shows is an attribute */
	/* inlines */
	NODE_TEXT,      /* nothing; text is an attribute */
	NODE_BREAK,     /* nothing: a line break the author wants kept */
	NODE_EMPH,      /* inlines */
	NODE_STRONG,    /* inlines */
	NODE_STRIKE,    /* inlines */
	NODE_CODE_SPAN, /* nothing; text is an attribute */
	NODE_LINK,      /* inlines */
	NODE_IMAGE,     /* inlines: the alternative text */
	NODE_NOTE_REF,  /* nothing; names its NOTE by target */
	NODE_STATE,     /* inlines: the word; shape and colour from the theme */
	NODE_SPAN,      /* inlines, with a language or a style of their own */
	NODE_ABBR,      /* inlines: an abbreviation; what it is short for */
	NODE_KIND_COUNT
};

/* What a node turned out to be. Set by analyse; ROLE_NONE until then. */
enum node_role {
	ROLE_NONE,
	ROLE_TITLE,           /* heading or paragraph: the document's title */
	ROLE_PART,            /* section: SUMMARY REPORT, MAIN REPORT */
	ROLE_COVER,           /* fields or table: the cover fields */
	ROLE_RECOMMENDATIONS, /* section */
	ROLE_BACKGROUND,      /* section: background papers */
	ROLE_IMPLICATIONS,    /* section, fields or table */
	ROLE_APPENDICES,      /* section: the list of appendices */
	ROLE_APPENDIX,        /* section: an appendix itself */
	ROLE_PLAN,            /* section: holds the themes */
	ROLE_THEME,           /* section */
	ROLE_OBJECTIVE,       /* section, or the paragraph that states it */
	ROLE_ACTIONS,         /* table or list: its rows are actions */
	ROLE_ACTION,          /* row, item or section: one action */
	ROLE_KEY,             /* table, list or fields: what the states mean */
	ROLE_SIGNATURE,       /* paragraph: author or contact line */
	ROLE_PURPOSE,         /* section: purpose of the report */
	ROLE_SUMMARY,         /* section, composed: the generated summary */
	ROLE_EXCEPTIONS,      /* section, composed */
	ROLE_CARDS,           /* fields, composed: headline numbers */
	ROLE_REASONS,         /* section: why it is decided or recommended */
	ROLE_ALTERNATIVES,    /* section: what else could be done */
	ROLE_CONSULTATION,    /* section: who was asked */
	ROLE_DECISION,        /* section: what was decided */
	ROLE_RESOLUTION,      /* paragraph, list or field: what was resolved */
	ROLE_NEXT_STEPS,      /* section */
	ROLE_IMPLICATION,     /* section: implications of one kind */
	ROLE_COUNT
};

enum node_flag {
	NODE_GENERATED = 1 << 0, /* our words, not the author's */
	NODE_LANDSCAPE = 1 << 1, /* section: set on landscape pages */
	NODE_KEEP_NEXT = 1 << 2, /* block: stays with the block after it */
	NODE_NEW_PAGE = 1 << 3,  /* block: starts a page (an appendix) */
	NODE_QUIET = 1 << 4,     /* block: set small and muted (asides) */
	NODE_MAY_TURN = 1 << 5   /* section: as NODE_LANDSCAPE, but upright if
				  * its tables read as well so */
};

/* Canonical states of an action. The order is that of legends and counts. */
enum state {
	STATE_NONE, /* nothing is said */
	STATE_COMPLETE,
	STATE_ON_TRACK,
	STATE_AT_RISK,
	STATE_OFF_TRACK,
	STATE_NOT_STARTED,
	STATE_ON_HOLD,
	STATE_WITHDRAWN,
	STATE_UNKNOWN, /* something is said that no scheme explains */
	STATE_COUNT
};

enum column_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

/* What a column holds; layout holds short kinds to their content. */
enum column_kind {
	COLUMN_TEXT,
	COLUMN_ID,
	COLUMN_NAME,
	COLUMN_STATE,
	COLUMN_DATE,
	COLUMN_NUMBER
};

struct column {
	enum column_align align;
	enum column_kind kind;
};

/* What a list of contents lists. */
enum contents_of { CONTENTS_SECTIONS, CONTENTS_TABLES, CONTENTS_FIGURES };

struct node {
	enum node_kind kind;
	enum node_role role;
	uint32_t flags;    /* of enum node_flag */
	struct pos pos;    /* where it begins in the draft; line 0: nowhere */
	uint32_t end_line; /* last line of the draft it covers; 0: pos.line */
	struct node *parent, *first, *last, *prev, *next;
	struct str id;   /* anchor, unique in its tree; empty: none */
	struct str lang; /* BCP 47; empty: that of the parent */
	union {
		struct {
			int level;         /* 1 to 6; 1 is the title's */
			struct str number; /* as written, "3.1.1."; or empty */
		} heading;
		struct {
			struct str number; /* "7.", "(1)"; hanging; or empty */
		} paragraph;
		struct {
			bool ordered; /* items show their labels */
			bool tight;   /* no space between items */
		} list;
		struct {
			struct str label; /* "a)", "1."; empty: a bullet */
			enum { CHECK_NONE, CHECK_OPEN, CHECK_DONE } check;
		} item;
		struct {
			struct column *columns; /* column_count of them */
			size_t column_count; /* every row has as many cells */
		} table;
		struct {
			bool is_header; /* only above all rows that are not */
			bool is_group;  /* names what the next rows share */
		} row;
		struct {
			bool is_header; /* th; in a body row a row header */
		} cell;
		struct {
			struct str name; /* without the colon */
		} field;
		struct {
			struct str literal; /* lines, each with its LF */
			struct str info;    /* the language, or empty */
		} code;
		struct {
			struct str label;  /* "1", as the reader sees it */
			struct str target; /* NOTE: id of its first NOTE_REF;
					    * NOTE_REF: id of its NOTE */
		} note;
		struct {
			struct str text;
		} text; /* TEXT and CODE_SPAN */
		struct {
			struct str url;    /* outside; or empty */
			struct str target; /* id of a node in this tree; or
					    * empty */
			struct str title;  /* or empty */
		} link;                    /* LINK and IMAGE */
		struct {
			enum state state;
		} state;
		struct {
			const struct chart *chart; /* never NULL */
		} chart;
		struct {
			enum contents_of of; /* tables and charts: those
					      * with a caption */
		} contents;
		struct {
			struct str expansion; /* what it is short for */
		} abbr;                       /* composed trees alone */
	} as;
};

enum doc_syntax { SYNTAX_AUTO, SYNTAX_TEXT, SYNTAX_MARKDOWN };

/* A piece of the draft that is in no output, and why. */
struct dropped {
	struct pos pos;
	const char *kind; /* "page-furniture", "repeated-header",
			   * "repeated-title", "markup", "link-title",
			   * "front-matter", "raw-html",
			   * "abbreviation" */
	struct str text;  /* as written */
};

/* Something that was put right. */
struct repair {
	struct pos pos;
	const char *kind; /* "encoding", "shifted-cells", "joined-row", ... */
	struct str before;
	struct str after;
};

/* One entry of the draft's front matter, flattened: "scheme.green". */
struct setting {
	struct str key;
	struct str value;
	struct pos pos;
	bool is_default; /* the council's, not the draft's: no word of it */
};

struct doc {
	struct arena *arena; /* all below lives in it */
	struct msgs *msgs;   /* borrowed; what is said about this draft */
	struct str path;     /* as given; "-" for standard input */
	enum doc_syntax syntax;
	char sha256[65];  /* of the draft's bytes, in hex */
	struct str bytes; /* the draft, as it was given */
	struct str text;  /* the same as UTF-8 with LF ends */
	struct node *root;
	struct setting *settings;
	size_t setting_count, setting_cap;
	struct dropped *dropped;
	size_t dropped_count, dropped_cap;
	struct repair *repairs;
	size_t repair_count, repair_cap;
	struct plan *plan; /* what analyse understood; NULL before */
};

/* ---- documents: doc.c ---- */

/* The doc owns its arena; `msgs` is borrowed and must outlive it. */
struct doc *doc_new(struct str path, struct msgs *msgs);
void doc_free(struct doc *doc); /* takes NULL */

/* `kind` is a string constant; text is copied. */
void doc_drop(
    struct doc *doc, struct pos pos, const char *kind, struct str text);
void doc_repair(struct doc *doc, struct pos pos, const char *kind,
    struct str before, struct str after);
void doc_set(struct doc *doc, struct str key, struct str value, struct pos pos);

/* Sets what the draft does not say itself. Of a group ("scheme.green") nothing
 * is set when the draft has any of it. To be called after all doc_set. */
void doc_set_default(struct doc *doc, struct str key, struct str value);

/* The setting of that key (ASCII letters without case), or NULL. */
const struct setting *doc_setting(const struct doc *doc, const char *key);

/* ---- messages about the draft: doc_codes.c ---- */

#include "model/doc_codes.h"

/* Adds the code's message at a place. `a` and `b` (may be empty) stand for
 * {1} and {2} in its wording. */
void doc_say(const struct doc *doc, enum doc_code code, struct pos pos,
    struct str a, struct str b);

/* ---- kinds: doc_kinds.c ---- */

enum kind_holds {
	HOLDS_NOTHING,
	HOLDS_INLINES,
	HOLDS_BLOCKS,
	HOLDS_ITEMS,
	HOLDS_ROWS, /* a CAPTION first, perhaps */
	HOLDS_CELLS,
	HOLDS_FIELD_LIST,
	HOLDS_NOTE_LIST,
	HOLDS_CAPTION /* or nothing */
};

const char *doc_kind_name(enum node_kind kind);
enum kind_holds doc_kind_holds(enum node_kind kind);
bool doc_kind_is_inline(enum node_kind kind);
const char *doc_role_name(enum node_role role); /* "" for ROLE_NONE */
const char *doc_state_name(enum state state);   /* "on-track"; "" for none */
enum state doc_state_from(struct str name);     /* STATE_NONE: no such */

/* ---- nodes: doc_node.c ---- */

/* A node without links. */
struct node *doc_node_new(
    struct arena *arena, enum node_kind kind, struct pos pos);

void doc_node_append(struct node *parent, struct node *child);
void doc_node_prepend(struct node *parent, struct node *child);
void doc_node_insert_after(struct node *place, struct node *added);
void doc_node_insert_before(struct node *place, struct node *added);
void doc_node_unlink(struct node *node); /* the node keeps its children */

/* Moves all children of `from` behind those of `to`. */
void doc_node_move_children(struct node *to, struct node *from);

/* A deep copy without links to its surroundings. Texts are shared, so the
 * copy must not outlive what the original's texts live in. */
struct node *doc_node_copy(struct arena *arena, const struct node *node);

/* Appends a TEXT node with that text; gives it. Text is borrowed. */
struct node *doc_text_append(
    struct arena *arena, struct node *parent, struct str text, struct pos pos);

/* A PARAGRAPH holding one TEXT, appended to parent. */
struct node *doc_paragraph_append(
    struct arena *arena, struct node *parent, struct str text, struct pos pos);

/* ---- walking: doc_walk.c ---- */

enum walk { WALK_ENTER, WALK_LEAVE };

/* Steps through the tree below and including `root` in document order without
 * recursion. Begin with node = NULL; false at the end. A node without children
 * is entered and left too.
 *
 *     struct walker walker = { .root = root };
 *     while (doc_walk(&walker))
 *             if (walker.event == WALK_ENTER) ... walker.node ...
 *
 * The node may be changed on ENTER, and unlinked on LEAVE. */
struct walker {
	const struct node *root;
	struct node *node;
	enum walk event;
	struct node *next; /* private: entered after this LEAVE */
	struct node *up;   /* private: left after this LEAVE */
	bool skip;         /* private */
};

bool doc_walk(struct walker *walker);

/* Called on ENTER: the next event is this node's LEAVE. */
void doc_walk_skip(struct walker *walker);

/* The text of all that stands below a node, NFC as it is in the tree, white
 * space folded; blocks and breaks are parted by one space. Numbers of
 * paragraphs, labels of items and names of fields below the node are text,
 * those of the node itself are not. Numbers that call for notes are none. */
void doc_text_put(struct buf *buf, const struct node *node);
struct str doc_text(struct arena *arena, const struct node *node);

/* ---- sound trees: doc_verify.c ---- */

/* Checks the tree against the table of kinds: who holds what, links that agree,
 * rows as long as their table, unique ids, link targets that exist. Writes what
 * is wrong to `why`; true when all is well. */
bool doc_verify(const struct node *root, struct buf *why);

/* ---- the tree as text: doc_dump.c ---- */

/* One line a node, indented by depth:
 *     paragraph 41:3 number="7." role=...
 *       text 41:6 "The report..." */
void doc_dump(struct buf *buf, const struct node *root);

#endif
