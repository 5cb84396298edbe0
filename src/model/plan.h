/* plan: what analyse understood of a draft. The JSON of docs/model.md shows
 * every part of it. All of it lives in the document's arena; texts are folded
 * and NFC; "blocks" are nodes of the document's tree, or of a tree that
 * analyse made beside it out of cells that it joined. */
#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "model/doc.h"
#include "model/theme.h"

enum doc_type {
	TYPE_PAPER,
	TYPE_DELIVERY_PLAN,
	TYPE_PROGRESS_REPORT,
	TYPE_COMMITTEE_REPORT,
	TYPE_DECISION_RECORD,
	TYPE_CONSULTATION,
	TYPE_MINUTES, /* with an action log */
	TYPE_TRACKER, /* of recommendations made */
	TYPE_RISK_REGISTER,
	TYPE_COUNT
};

/* How a fact was found. */
enum plan_via {
	VIA_NONE,    /* nothing was found */
	VIA_COLUMN,  /* a heading or a label says what it is */
	VIA_CONTENT, /* what stands around it, in its column, says so */
	VIA_PROSE,   /* the words of a sentence say so */
	VIA_POSITION /* it stands where others of its kind do */
};

/* How sure a fact is. */
struct plan_sure {
	enum plan_via via;
	double confidence; /* 0 to 1 */
};

enum date_kind {
	DATE_TARGET,
	DATE_ORIGINAL,
	DATE_REVISED,
	DATE_COMPLETED,
	DATE_MENTIONED
};

/* A date as precise as the draft gives it. Days are 1-based; 0: not given. */
struct date {
	int year, month, day; /* year 0: no date */
};

struct plan_date {
	enum date_kind kind;
	struct date date;
	struct str text; /* as written */
	uint32_t line;
	struct plan_sure sure;
};

struct name_list {
	struct str *names;
	size_t count, cap;
};

struct plan_field {
	struct str name;   /* without the colon */
	struct str value;  /* folded */
	struct node *node; /* the FIELD, CELL or paragraph with the value */
	struct pos pos;
};

struct plan_author {
	struct str name, role, contact; /* each may be empty */
	struct pos pos;
};

struct plan_item { /* a recommendation, resolution or background paper */
	struct str number; /* "(1)", "4"; or empty */
	struct str text;
	struct node *node;
	struct pos pos;
};

struct plan_implication {
	struct str name, text;
	struct node *node;
	struct pos pos;
};

/* Why the paper, or a part of it, is kept from the public. */
struct plan_exempt {
	struct str jurisdiction; /* "England", "Wales", "Scotland"; or empty */
	struct str paragraph;    /* "3": of that country's schedule; or empty */
	struct str reason;       /* as the draft gives it; empty is reported */
	bool is_confidential;    /* a kind of its own: no paragraph */
	struct pos pos;
};

struct plan_appendix {
	struct str label; /* "A", "One" */
	struct str title;
	struct node *node;
	struct pos pos;
};

/* One word of the status scheme. */
struct scheme_state {
	struct str word; /* "Green" */
	enum state state;
	struct str meaning;         /* "on track"; may be empty */
	bool has_shape, has_colour; /* or else the theme's */
	enum shape shape;
	struct colour colour;
};

struct scheme {
	struct str name; /* "BRAG" */
	bool declared;   /* in the front matter or by a key in the draft */
	bool assumed;    /* colours are used that nothing explains */
	bool in_draft; /* a key in the draft has all words of the front matter,
			* whose own meanings are left out */
	struct scheme_state *states;
	size_t count, cap;
};

struct plan_theme {
	struct str id;     /* "theme-1" */
	struct str number; /* "3.1", or empty */
	struct str title;
	struct str text; /* of its own, before the objectives */
	struct node *section;
	size_t *objectives; /* indexes */
	size_t objective_count, objective_cap;
	struct pos pos;
};

struct plan_objective {
	struct str id;      /* "objective-1.1" */
	struct str number;  /* "1.1", or empty */
	struct str section; /* "3.1.1" */
	struct str title;
	struct str text;
	struct node *node; /* its section, or the paragraph that states it */
	size_t theme;      /* index, or PLAN_NONE */
	size_t *actions;   /* indexes */
	size_t action_count, action_cap;
	struct pos pos;
};

#define PLAN_NONE ((size_t)-1)

/* What a column of an action table holds. */
enum column_role {
	COLUMN_ROLE_OTHER,
	COLUMN_ROLE_ID,
	COLUMN_ROLE_ACTION, /* often with the id in front */
	COLUMN_ROLE_OBJECTIVE,
	COLUMN_ROLE_THEME,
	COLUMN_ROLE_OWNER,
	COLUMN_ROLE_LEAD,
	COLUMN_ROLE_STATUS,
	COLUMN_ROLE_PROGRESS,
	COLUMN_ROLE_NEXT,
	COLUMN_ROLE_DUE,
	COLUMN_ROLE_ORIGINAL_DUE,
	COLUMN_ROLE_REVISED_DUE,
	COLUMN_ROLE_COMPLETED,
	COLUMN_ROLE_COUNT
};

struct plan_column {
	enum column_role role;
	struct str heading; /* as written; empty: the table has no header */
	enum plan_via via;  /* what told its role */
};

/* A table, or another form, whose rows are actions. */
struct plan_table {
	struct node *node; /* the TABLE, with its rows joined; NULL: actions
			    * that stand in the paper's sentences, and whose
			    * cells are copies beside the tree */
	struct plan_column *columns;
	size_t column_count;
	struct str
	    period; /* from a heading such as "Progress July 2017 - ..." */
	struct plan_sure sure; /* that its rows are actions */
};

/* A value of an action: the words as written and where they stand. */
struct plan_value {
	size_t column;     /* of its plan_table */
	struct node *cell; /* CELL with its blocks; never NULL */
};

struct state_change {
	struct str period; /* "2018" */
	enum state state;
};

struct plan_action {
	struct str id;     /* "1.2.1", without a trailing dot; may be empty */
	struct str anchor; /* "action-1.2.1": unique */
	struct str title;
	size_t theme, objective; /* indexes, or PLAN_NONE */
	size_t table;            /* index */
	struct name_list owners, leads;
	struct str owner_text, lead_text; /* as written */
	enum state state;
	struct str status_text;
	struct state_change *history;
	size_t history_count, history_cap;
	struct str progress, next_steps;
	struct plan_value *values; /* one for each column of its table */
	size_t value_count;
	struct plan_date *dates;
	size_t date_count, date_cap;
	struct date due; /* the date that counts for "overdue" */
	bool overdue;
	struct pos pos;
	uint32_t first_line, last_line;
	struct plan_sure sure;       /* that it is an action */
	struct plan_sure state_sure; /* that this is its state */
	struct plan_sure owner_sure; /* that what stands for its owners or
				      * leads is a name; VIA_NONE: nothing
				      * does, or "TBC" */
};

struct plan_person {
	struct str name;
	struct name_list roles, variants;
	size_t owns, leads;
	struct name_list explained; /* variants that the draft itself says
				     * are this person: a key of initials */
};

struct plan_reference {
	struct str text;   /* as written: "paragraph 7 above" */
	struct str target; /* "paragraph:7", or empty */
	bool resolved;
	struct pos pos;
};

/* An abbreviation that the draft explains, or tries to. */
struct plan_abbreviation {
	struct str text;      /* "PSIAS"; of "KPIs" it is "KPI" */
	struct str expansion; /* as the draft writes it first; empty: it is
			       * explained in two ways, so that neither holds */
	struct str plural;    /* of the expansion, if the draft writes that */
	struct str language;  /* of the words; empty: the paper's */
	struct pos pos;       /* of the first */
};

#define PLAN_LIST(type, name)                                                  \
	type *name;                                                            \
	size_t name##_count, name##_cap

struct plan {
	enum doc_type type;
	struct str title, organisation, committee, language, reference;
	struct date date;         /* of the paper or its meeting */
	struct date from, to;     /* the reporting period */
	struct date as_of;        /* for "overdue"; year 0: not known */
	const char *as_of_source; /* "option", "draft", "environment", ... */
	struct scheme scheme;
	PLAN_LIST(struct plan_author, authors);
	PLAN_LIST(struct plan_field, fields);
	PLAN_LIST(struct plan_item, recommendations);
	PLAN_LIST(struct plan_item, background);
	PLAN_LIST(struct plan_implication, implications);
	PLAN_LIST(struct plan_appendix, appendices);
	PLAN_LIST(struct plan_theme, themes);
	PLAN_LIST(struct plan_objective, objectives);
	PLAN_LIST(struct plan_table, tables);
	PLAN_LIST(struct plan_action, actions);
	PLAN_LIST(struct plan_person, people);
	PLAN_LIST(struct plan_reference, references);
	PLAN_LIST(struct plan_exempt, exempt);
	PLAN_LIST(struct plan_item, resolutions); /* what was decided */
	PLAN_LIST(struct plan_abbreviation, abbreviations); /* one for each
							     * language */
};

const char *plan_type_name(enum doc_type type); /* "delivery-plan" */
const char *plan_date_kind_name(enum date_kind kind);
const char *plan_via_name(enum plan_via via); /* "" for VIA_NONE */

/* What renderers are told of a column that holds that. */
enum column_kind plan_column_kind(enum column_role role);

/* The action's cell in the first column of that role, or NULL. */
const struct node *plan_action_cell(const struct plan *plan,
    const struct plan_action *action, enum column_role role);

/* How many actions have that state; `objective` and `theme` limit the count
 * unless PLAN_NONE. */
size_t plan_count(
    const struct plan *plan, enum state state, size_t theme, size_t objective);

size_t plan_overdue_count(const struct plan *plan);

/* ISO 8601, cut to the precision given: "2019-04". Empty for no date. */
struct str plan_date_iso(struct arena *arena, struct date date);

/* Is `date` (its last day, when it is less precise) before `other`? False if
 * either is no date. */
bool plan_date_before(struct date date, struct date other);

#endif
