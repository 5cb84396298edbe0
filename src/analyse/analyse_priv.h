/* analyse_priv: between the passes of analyse. Dates and names have headers of
 * their own, which come with this one. */
#ifndef ANALYSE_ANALYSE_PRIV_H
#define ANALYSE_ANALYSE_PRIV_H

#include "analyse/analyse.h"
#include "analyse/analyse_date_priv.h"
#include "analyse/analyse_name_priv.h"
#include "base/map.h"

struct arena;

/* What a percentage means, both ends included. */
struct scheme_band {
	int from, to; /* per cent */
	enum state state;
	struct str word, meaning;
};

/* "Under half done and past its date is red." */
struct scheme_rule {
	int below, from;        /* per cent; -1: does not matter */
	int overdue;            /* 1, 0; -1: does not matter */
	enum state state, then; /* state NONE: does not matter */
	bool is_odd;            /* part of it cannot be read: never applies */
};

struct analysis {
	struct doc *doc;
	struct plan *plan; /* of doc */
	const struct analyse_options *options;
	struct arena *scratch;     /* freed when analyse returns */
	struct map ids;            /* all anchors given so far */
	struct scheme_band *bands; /* of scratch, as are the rules */
	size_t band_count, band_cap;
	struct scheme_rule *rules;
	size_t rule_count, rule_cap;
	struct map themes;     /* anchor of a section -> index of a theme */
	struct map objectives; /* anchor of a section -> of an objective */
	struct map numbers;    /* number of an objective -> its index */
	struct analyse_titles *titles; /* of analyse_agree; NULL at first */
	struct analyse_abbr_known *abbr_known; /* the same of analyse_abbr */
};

/* The passes, in their order; see the table in analyse.c. */
void analyse_front(struct analysis *a);
void analyse_bold(struct analysis *a);
void analyse_labels_below(struct analysis *a);
void analyse_head(struct analysis *a);
void analyse_open_lists(struct analysis *a);
void analyse_title(struct analysis *a);
void analyse_signatures(struct analysis *a);
void analyse_appended(struct analysis *a);
void analyse_levels(struct analysis *a);
void analyse_forms(struct analysis *a);
void analyse_tables(struct analysis *a);
void analyse_cover(struct analysis *a);
void analyse_objectives(struct analysis *a);
void analyse_sections(struct analysis *a);
void analyse_roles(struct analysis *a);
void analyse_scheme(struct analysis *a);
void analyse_actions(struct analysis *a);
void analyse_scheme_used(struct analysis *a);
void analyse_places(struct analysis *a);
void analyse_facts(struct analysis *a);
void analyse_resolutions(struct analysis *a);
void analyse_masthead(struct analysis *a);
void analyse_dates(struct analysis *a);
void analyse_people(struct analysis *a);
void analyse_kind(struct analysis *a);
void analyse_ids(struct analysis *a);
void analyse_references(struct analysis *a);
void analyse_minutes(struct analysis *a);
void analyse_language(struct analysis *a);
void analyse_exempt(struct analysis *a);
void analyse_numbering(struct analysis *a);
void analyse_sure_states(struct analysis *a);
void analyse_abbr_declared(struct analysis *a);
void analyse_abbr(struct analysis *a);

/* ---- words: analyse_words.c ---- */

/* Lower case, folded, without punctuation at either end and without the
 * emphasis of a "(s)": what the lists of words are compared with. Lives in
 * scratch. */
struct str analyse_key(struct analysis *a, struct str text);

/* What a column of an action table holds, by its heading. */
enum column_role analyse_column_role(struct analysis *a, struct str heading);

/* The same for a heading that names two such columns at once: "Owner / due
 * date" is an owner's, "Baseline / forecast" a date's. And: does it hold dates
 * beside owners? In analyse_words_joint.c. */
enum column_role analyse_column_joint(struct analysis *a, struct str heading);
bool analyse_is_joint_owner(struct analysis *a, struct str heading);

/* Has the word one slip of the fingers in it, against the right one? Both as
 * analyse_key makes them. In analyse_spell.c. */
bool analyse_is_slip(struct str word, struct str right);

/* What a section is, by its heading's words; ROLE_NONE: nothing special. In
 * analyse_role.c, as is the next. */
enum node_role analyse_section_role(struct analysis *a, struct str title);

/* Is that the heading of such a section, and no paper's title? */
bool analyse_is_section_title(struct analysis *a, struct str title);

/* A heading that no paper has as its title: "Introduction". */
bool analyse_is_generic_title(struct analysis *a, struct str title);

/* "Minutes of the meeting of the Cabinet held on ...": a title, if a long one.
 */
bool analyse_is_minutes_title(struct analysis *a, struct str text);

/* A numbered heading that ran into its text, between others, is a heading. In
 * analyse_raise.c. */
void analyse_raise_between(struct analysis *a);

/* Field names that stand as headings above their values become fields. */
void analyse_labels_above(struct analysis *a);

/* Does a cover field above the block `heading` hold the paper's title, so that
 * the heading is the first section's? */
bool analyse_field_titles(struct analysis *a, const struct node *heading);

enum letterhead {
	LETTERHEAD_NONE,  /* nothing better follows */
	LETTERHEAD_BELOW, /* the title stands below */
	LETTERHEAD_FIELD  /* a cover field holds it */
};

/* Where the title is when the block `*title` is a letterhead; moves it on. */
enum letterhead analyse_letterhead(struct analysis *a, struct node **title);

/* Nobody: "TBC", "Vacant", "N/A". */
bool analyse_is_nobody(struct analysis *a, struct str name);

/* ---- numbers: analyse_number.c ---- */

/* The number at the front of a text ("1.2.1", "R1.2.", "13A"), without a
 * trailing dot or bracket, and what follows it. False if there is none. */
bool analyse_number_split(
    struct str text, struct str *number, struct str *rest);

/* Without trailing dots, brackets and colons: "3.1.1." -> "3.1.1". */
struct str analyse_number_bare(struct str number);

/* How many parts a number has: "3.1.1" is 3; 0: no digits. */
int analyse_number_depth(struct str number);

/* The number above: "1.2.1" -> "1.2"; empty for one part. */
struct str analyse_number_parent(struct str number);

/* ---- states: analyse_scheme.c ---- */

/* The state that a word names, by the document's scheme and then by common
 * use. STATE_NONE if the text is no more than that word and none is known. */
enum state analyse_state_of(struct analysis *a, struct str text);

/* The state whose word opens a text, before a stop, a dash, "for" or "to":
 * "Complete. The policy was ...", "Slipped to 31/01/24". In
 * analyse_state_cell.c.
 */
enum state analyse_state_leading(struct analysis *a, struct str text);

/* Does a status cell that says this have a state, in any of the ways that
 * analyse_state_read knows? */
bool analyse_state_is_told(struct analysis *a, struct str text);

/* Of a key in lower case: by BRAG, and by common use. */
enum state analyse_state_colour(struct str key);
enum state analyse_state_common(struct str key);

/* The state of a word that the text is one letter away from, and that word.
 * STATE_NONE: there is none. */
enum state analyse_state_misspelt(
    struct analysis *a, struct str text, struct str *word);

/* The state that an explanation speaks of: "Work is on track and ...". */
enum state analyse_state_meant(struct analysis *a, struct str meaning);

/* "45%", "45 per cent complete": 0 to 100; -1: the text is no percentage. */
int analyse_percent_of(struct str text);

/* Reads an action's state off its cells. In analyse_state_cell.c. */
void analyse_state_read(struct analysis *a, struct plan_action *action);

/* Records a setting's text as not shown, if it is the draft's. In
 * analyse_scheme.c. */
void analyse_setting_drop(
    struct analysis *a, const struct setting *setting, struct str text);

/* Reads one entry below "scheme.bands" or "scheme.rules". False if it is none
 * of them. In analyse_scheme_rule.c. */
bool analyse_scheme_measure(struct analysis *a, const struct setting *setting);

/* Tells the bands in the scheme, when all of it is read. */
void analyse_scheme_bands(struct analysis *a);

/* Changes states by the rules; dates must be known. */
void analyse_scheme_rules(struct analysis *a);

/* Finds the author's own keys and adds them to the scheme. In
 * analyse_scheme_key.c. */
void analyse_scheme_keys(struct analysis *a);

/* Adds an entry to the scheme. */
struct scheme_state *analyse_scheme_add(struct analysis *a);

/* The state that a declaration names: "on-track", or words for it. */
enum state analyse_scheme_named(struct analysis *a, struct str text);

/* ---- lines at a paper's head: analyse_headword.c ---- */

enum head_kind { /* what a line says that is not what the paper is called */
	HEAD_NONE,
	HEAD_DATE,    /* nothing but a day */
	HEAD_MEETING, /* "Audit Committee - 4 March 2027" */
	HEAD_BODY,    /* "North Quay District Council" */
	HEAD_LABEL,   /* "Report of the Treasurer", "For decision" */
	HEAD_NUMBER,  /* "Agenda item 3" */
	HEAD_MARKING  /* "Open report", "Decision notice" */
};

enum head_trust {    /* how sure that is */
	HEAD_MAYBE,  /* of a line by a title that is known */
	HEAD_LIKELY, /* of a line alone at the head of a draft */
	HEAD_SURE    /* of any line there, within a paragraph too */
};

struct head_line {
	enum head_kind kind;
	enum head_trust trust;
	struct str
	    name; /* of the meeting or body, without its date; or empty */
	struct date date; /* at the line's end; year 0: none */
};

/* What the line says; HEAD_NONE if that is not as sure as `least`. */
struct head_line analyse_head_line(
    struct analysis *a, struct str text, enum head_trust least);

/* A line that says whose paper it is, when it is for or under which item, or
 * what sort of paper, and not what it is called: likely, or sure. */
bool analyse_is_letterhead(struct analysis *a, struct str text);

/* The first meeting that a sentence names: "the Audit Committee", or nothing.
 * In analyse_meeting.c. */
struct str analyse_meeting_in(struct str text);

/* Is each child of the paragraph a line of its own, or parts two? */
bool analyse_is_lines(const struct node *paragraph);

/* Opens the paragraph if one of its lines stands apart: what says whose the
 * paper is, a field, a section's name. */
void analyse_open_lines(struct analysis *a, struct node *paragraph);

/* Takes such lines out of the last field's value. */
void analyse_open_value(struct analysis *a, struct node *fields);

/* A heading that is such a line becomes a quiet paragraph. */
void analyse_make_quiet(struct node *heading);

/* ---- fields at a paper's head: analyse_covername.c ---- */

enum cover_fact { /* what a cover's field says of the paper */
	COVER_NONE,
	COVER_TITLE,
	COVER_COMMITTEE,
	COVER_ORGANISATION,
	COVER_DATE,
	COVER_REFERENCE,
	COVER_PERSON,  /* who wrote it, or whom to ask */
	COVER_ADDRESS, /* that person's telephone or mail */
	COVER_EXEMPT,  /* whether it is for the public */
	COVER_OTHER    /* "Wards affected", "Key decision" */
};

/* Of a field with such a name; "Teitl / Title" has two. */
enum cover_fact analyse_cover_fact(struct analysis *a, struct str name);

/* Is this the name of a cover or record field? */
bool analyse_is_field_name(struct analysis *a, struct str name);

/* Does the name stand on covers and hardly anywhere else? */
bool analyse_is_cover_name(struct analysis *a, struct str name);

/* Does such a field say whom to ask? */
bool analyse_is_contact_name(struct analysis *a, struct str name);

/* What the plan's fields say, or an empty text. */
struct str analyse_cover_value(struct analysis *a, enum cover_fact fact);

/* ---- cells: analyse_cells.c ---- */

/* The table's first row, or NULL. */
struct node *analyse_first_row(const struct node *table);

/* The text of a row's cell, empty if there is none; lives in scratch. */
struct str analyse_cell_text(
    struct analysis *a, const struct node *row, size_t column);

/* All cells of a row, parted by bars; lives in scratch. */
struct str analyse_row_text(struct analysis *a, const struct node *row);

/* Does the row only add up those above it: "Total | 12 | 3"? */
bool analyse_is_total(struct analysis *a, const struct node *row);

/* Moves the blocks of one cell behind those of another. A sentence that runs
 * on stays one paragraph; in a short cell (a title, a name) it always does. */
void analyse_cells_join(
    struct analysis *a, struct node *to, struct node *from, bool is_short);

/* Does a sentence that ends like this go on: "works on the", "and,"? */
bool analyse_ends_open(struct analysis *a, struct str text);

/* Does such a column hold sentences? */
bool analyse_is_wordy(enum column_role role);

/* Puts cells that stand a few columns too far left where they belong, when
 * that brings prose under prose; reports it for the action `id`. */
void analyse_row_unslip(struct analysis *a, const struct plan_table *table,
    struct node *row, struct str id);

/* Puts right the rows of an action table in which a cell was left out, put in
 * or cut in two, as far as what the cells hold tells; forgets columns that
 * nothing stands in then. In analyse_slip.c. */
void analyse_rows_unslip(struct analysis *a, struct plan_table *table);

/* ---- columns: analyse_columns.c ---- */

/* Marks the table's header row, if one can be found. `previous` is the action
 * table before, whose header may be repeated, or NULL. */
void analyse_header_find(
    struct analysis *a, struct node *table, const struct plan_table *previous);

/* What the columns hold, by their headings, their contents, or what those of
 * the action table before held (NULL: there is none). False: this is no list
 * of actions. */
bool analyse_columns_read(struct analysis *a, struct node *node,
    struct plan_table *table, const struct plan_table *previous);

/* How sure it is that the table's rows are actions. */
void analyse_columns_judge(struct analysis *a, struct plan_table *table);

/* Tells the renderers which columns are short, and that these are actions. */
void analyse_columns_mark(const struct plan_table *table);

bool analyse_has_column(const struct plan_table *table, enum column_role role);

/* Index of the first column of that role, or PLAN_NONE. */
size_t analyse_column_of(const struct plan_table *table, enum column_role role);

/* ---- contents: analyse_infer.c ---- */

/* Gives columns without a meaning the one that their cells tell. */
void analyse_columns_infer(struct analysis *a, struct plan_table *table,
    const struct plan_table *previous);

/* analyse_columns_twice.c: do the ratings below `other` hold after those below
 * `heading`? */
bool analyse_column_is_later(
    struct analysis *a, struct str heading, struct str other);

/* analyse_columns_like.c: of two columns of one role one keeps it. */
void analyse_columns_keep_one(
    struct analysis *a, struct plan_table *table, size_t first, size_t second);

/* Is a table without a header a list of actions, by what its cells hold? Then
 * it is given one. */
bool analyse_header_infer(struct analysis *a, struct node *node,
    struct plan_table *table, const struct plan_table *previous);

/* ---- places: analyse_place.c ---- */

/* Index of the objective whose section that is, or PLAN_NONE. */
size_t analyse_objective_at(
    const struct analysis *a, const struct node *section);

/* ---- how sure: analyse_sure.c ---- */

/* How far a fact that was found in that way can be trusted, 0 to 1. */
double analyse_via_confidence(enum plan_via via);

/* What told the role of the action's column; VIA_NONE if it has none. */
enum plan_via analyse_column_via(const struct plan *plan,
    const struct plan_action *action, enum column_role role);

/* How far a date that was found in that way can be that kind of date. */
double analyse_date_confidence(struct analysis *a, enum date_kind kind,
    enum plan_via via, struct date date);

/* Too uncertain to be told as a fact? */
bool analyse_is_unsure(struct plan_sure sure);

/* ---- labels on one line: analyse_bullet.c, analyse_form.c ---- */

/* Does a column of that role show that its table lists actions? */
bool analyse_is_sign(enum column_role role);

/* "Mend the wall. Owner: Ann Lee; Due: 3 May 2026", in plain words? */
bool analyse_has_labels(struct analysis *a, const struct node *paragraph);

/* The value behind the label of that role in a text such as "Safe buildings -
 * Owner: Ann Lee; Due: May 2026". */
bool analyse_label_value(struct analysis *a, struct str text,
    enum column_role role, struct str *value);

/* What a group row says of the actions below it, where an action itself is
 * silent. In analyse_group.c. */
void analyse_group_take(
    struct analysis *a, struct plan_action *action, const struct node *group);

/* Leaves such a paragraph its title, and puts FIELDS behind it. */
void analyse_labels_open(struct analysis *a, struct node *paragraph);

/* A table whose cells stand on lines of their own, from this paragraph on, is
 * put together. Gives it, or NULL: there is none. In analyse_lines.c. */
struct node *analyse_lines_join(struct analysis *a, struct node *first);

/* A table whose rows are such lines, parted by bars, becomes the list that it
 * is. Gives that list, or NULL: it is no such table. */
struct node *analyse_bars_open(struct analysis *a, struct node *table);

/* A paragraph, or a field, that is several fields on one line ("Owner: Ann Lee
 * Due: May 2026") becomes them. Gives the node that stands in its place. */
struct node *analyse_pairs_open(struct analysis *a, struct node *node);

/* ---- cards of labels: analyse_card.c ---- */

/* Cards become records: a paragraph that is the action, and its fields. */
void analyse_cards(struct analysis *a);

/* "Action 1a: Mend the wall", "Recommendation 3 - ...": its number, and what
 * stands behind. */
bool analyse_label_number(
    struct analysis *a, struct str text, struct str *number, struct str *rest);

/* ---- anchors: analyse_ids.c ---- */

/* An anchor made of a prefix and the words of a text, unlike all others.
 * Lives in the document's arena. */
struct str analyse_id_slug(
    struct analysis *a, const char *prefix, struct str text);

/* The anchor itself, or with a number behind it if it is taken. */
struct str analyse_id_unique(struct analysis *a, struct str id);

/* ---- parts of a paper: analyse_facts.c, _implication.c, _author.c ---- */

/* Counts one more item of a list of the plan, and gives its place. */
#define PLAN_PUSH(a, list)                                                     \
	((a)->plan->list = arena_push((a)->doc->arena, (a)->plan->list,        \
	     &(a)->plan->list##_count, &(a)->plan->list##_cap,                 \
	     sizeof(*(a)->plan->list)),                                        \
	    &(a)->plan->list[(a)->plan->list##_count - 1])

/* Does the name say so itself: "Legal implications"? */
bool analyse_names_implication(struct str name);

/* Is it the heading of one beside other implications: "Legal"? */
bool analyse_heads_implication(struct analysis *a, struct str title);

/* What stands in the node, as an item of a list of the plan. */
struct plan_item analyse_item(
    struct analysis *a, struct str number, struct node *node);

/* Lines of a section's paragraphs that each name something of their own become
 * paragraphs of their own. In analyse_listed.c. */
void analyse_listed_lines(struct analysis *a, struct node *section);

typedef void analyse_take_item(
    struct analysis *a, struct str number, struct node *node);

/* Has taken the items of a section's lists, and its paragraphs, save one that
 * only introduces a list and lines that say whom to ask. */
void analyse_section_items(
    struct analysis *a, struct node *section, analyse_take_item *take);

/* Are these fields a paper's implications, by most of their names? */
bool analyse_are_implications(struct analysis *a, const struct node *fields);

void analyse_implication_add(
    struct analysis *a, struct str name, struct node *node);

/* Takes those of which the names open the section's paragraphs. */
void analyse_implications_run_in(struct analysis *a, struct node *section);

/* Implications that stand at the end of some other section get one of their
 * own. */
void analyse_implications_part(struct analysis *a);

bool analyse_all_contacts(struct analysis *a, const struct node *fields);
void analyse_author_add(struct analysis *a, struct node *field);

/* A name with an extension, a telephone number or an address of mail. */
bool analyse_is_contact_line(struct str text);

/* Takes the person of "Report of the Head of Audit (Ann Lee)". */
void analyse_reporter_take(struct analysis *a, const struct node *node);

/* Takes the author from a line such as that. */
void analyse_signature_take(struct analysis *a, struct node *node);

/* Whose signature the paragraph is, of a person's line and an office's; false
 * if it is none. In analyse_signature.c. */
bool analyse_signed_by(
    struct analysis *a, const struct node *node, struct plan_author *author);

/* A line alone below numbered paragraphs that names an office. */
bool analyse_is_signature(struct analysis *a, const struct node *node);

/* ---- fields of a cover: analyse_field.c ---- */

/* Puts a paragraph "Report to: Council" into FIELDS of its own, in its place,
 * and gives these; NULL if it is none. At the head of a paper all names of
 * fields count, elsewhere those of covers only. */
struct node *analyse_field_of(
    struct analysis *a, struct node *node, bool at_head);

/* Parts fields whose value holds another known field. */
void analyse_fields_part(struct analysis *a, struct node *fields);

/* Is the table one of labels and values? At a paper's head it may have a header
 * row, as every table of Markdown must. In analyse_cover.c. */
bool analyse_is_cover_table(
    struct analysis *a, const struct node *table, bool at_head);

/* Does the node stand in an appendix, so that what it says is not said of the
 * paper? In analyse_appended.c. */
bool analyse_is_appended(const struct node *node);

/* Does another paper begin with this heading, appended to the first? */
bool analyse_opens_part(struct analysis *a, const struct node *heading);

/* ---- words that point at a part of the paper: analyse_pointer.c ---- */

enum pointer_target { /* what a word points at */
	POINTER_ACTION,
	POINTER_OBJECTIVE,
	POINTER_PARAGRAPH,
	POINTER_SECTION,
	POINTER_APPENDIX,
	POINTER_RECOMMENDATION
};

struct pointer {
	enum pointer_target target;
	bool is_plural;    /* "paragraphs": a list of numbers */
	bool is_more;      /* not the first of its list: no word before it */
	size_t begin, end; /* bytes in the text: "paragraph 7" */
	size_t shown_end;  /* with "above" or "below" */
	struct str number; /* "7" */
};

/* The next pointer at or behind found->end, which is 0 at first. */
bool analyse_pointer_next(struct str text, struct pointer *found);

enum pointer_scope {
	POINTER_HERE,     /* nothing says that it is not this paper */
	POINTER_UNSURE,   /* "of" or "to" something */
	POINTER_ELSEWHERE /* an Act, a schedule, another body's paper */
};

enum pointer_scope analyse_pointer_scope(
    const struct pointer *found, struct str text);

/* Reports words of `text` around the pointer that name something else than its
 * target. In analyse_agree.c. */
void analyse_pointer_check(struct analysis *a, const struct pointer *found,
    struct str text, const struct node *target, struct pos pos);

/* ---- abbreviations: analyse_abbr_match.c, _glossary.c, _list.c ---- */

/* The words at the end of the text (all of them, if is_whole) of which the
 * letters are made: "Public Sector Internal Audit Standards" for "PSIAS".
 * Empty if there are none. A part of `text`. */
struct str analyse_abbr_match(
    struct str text, struct str letters, bool is_whole);

struct abbr_word;

/* The same of a word; of the plural "KPIs" the s is a letter only if it has
 * to be. */
struct str analyse_abbr_of(
    struct str text, const struct abbr_word *word, bool is_whole);

/* Without white space and quotation marks at its ends. */
struct str analyse_abbr_unquoted(struct str text);

/* Is a section or a table one of abbreviations, by what it is called? */
bool analyse_abbr_is_glossary(struct analysis *a, const struct node *node);

/* Take what a row, a paragraph or an entry at that node explains. In a
 * glossary the words may be others than the letters'. */
void analyse_abbr_row(
    struct analysis *a, const struct node *row, bool is_glossary);
void analyse_abbr_line(
    struct analysis *a, const struct node *block, bool is_glossary);
void analyse_abbr_entry(struct analysis *a, const struct node *at,
    struct str term, struct str meaning, bool is_glossary);

/* Notes that the draft explains the word so. `before` is the word in front of
 * the explanation, if any: "the Local Plan" is nobody's name. `at` is the
 * block, whose language it is in. */
void analyse_abbr_add(struct analysis *a, const struct abbr_word *word,
    struct str expansion, struct str before, const struct node *at,
    struct pos pos);

/* Leaves out what turned out to be people, empties what is explained in two
 * ways, and sorts the list. */
void analyse_abbr_settle(struct analysis *a);

/* ---- tables of figures: analyse_figures.c ---- */

/* Is the row, above rows of amounts, one of headings: years, units? */
bool analyse_heads_figures(struct analysis *a, const struct node *row);

/* Says which columns of a table hold amounts, to be set right. */
void analyse_figures_mark(struct analysis *a, struct node *table);

/* ---- two languages: analyse_language.c, analyse_bilingual.c ---- */

/* "cy", "en-GB" or, when the words do not tell, empty. */
struct str analyse_language_of(struct str text);

/* Where the items say the same in both languages, leaves those in the paper's
 * own, in front; gives how many are left. */
size_t analyse_bilingual_items(
    struct analysis *a, struct plan_item *items, size_t count);

/* Are the two in different languages? */
bool analyse_is_translation(
    struct analysis *a, const struct node *node, const struct node *other);

/* ---- blocks: analyse_block.c ---- */

/* The text of a node, folded; lives in the document's arena. */
struct str analyse_text(struct analysis *a, const struct node *node);

size_t analyse_word_count(struct str text);

/* How many children of that kind. */
size_t analyse_child_count(const struct node *node);

/* The n-th child (0-based), or NULL. */
struct node *analyse_child(const struct node *node, size_t n);

/* Cuts `bytes` bytes off the front of the text of an inline container,
 * crossing nodes; empty nodes that are left are removed. */
void analyse_text_cut(struct node *block, size_t bytes);

/* A new paragraph of what an inline container holds from byte `from` to `to` of
 * its doc_text, without white space at its ends. */
struct node *analyse_text_part(
    struct analysis *a, const struct node *block, size_t from, size_t to);

/* Puts the fields behind `field` into a FIELDS of their own, below `fields`;
 * gives it, or NULL when there are none. */
struct node *analyse_fields_split(
    struct analysis *a, struct node *fields, struct node *field);

#endif
