/* compose_priv: what the files of compose share. libxml2 is known to this
 * folder alone: a template is a libxml2 tree, and so is the view of the
 * document that its XPath expressions look at. */
#ifndef COMPOSE_COMPOSE_PRIV_H
#define COMPOSE_COMPOSE_PRIV_H

#include <libxml/tree.h>
#include <libxml/xpath.h>

#include "base/map.h"
#include "compose/compose.h"
#include "model/words.h"

enum { COMPOSE_BASES = 8 }; /* how many templates may extend one another */

/* A part of a template: the first of its chain that has it counts. */
enum part {
	PART_ABOUT,
	PART_PAGE,
	PART_FRONT,
	PART_BODY,
	PART_BACK,
	PART_COUNT
};

struct template
{
	struct arena *arena; /* the texts below live in it */
	struct str name;
	struct str about;
	struct str css; /* of style.css, or empty */
	bool needs_actions;
	struct theme theme;
	char digest[65];             /* of all its files, hex */
	xmlDoc *docs[COMPOSE_BASES]; /* the template and those it extends */
	const char *folders[COMPOSE_BASES]; /* where each of them lies */
	bool is_own[COMPOSE_BASES];         /* not in the program's folder */
	const char *logos[COMPOSE_BASES];   /* of its theme.xml; or NULL */
	size_t doc_count;
	xmlNode *parts[PART_COUNT];   /* in one of docs; NULL: none has it */
	struct catalogue *catalogues; /* the nearest first */
	size_t catalogue_count, catalogue_cap;
};

/* ---- XML files: compose_xml.c ---- */

/* Reads and parses a file of ours; a DOCTYPE is refused. NULL with a message.
 * The caller frees it with xmlFreeDoc. */
xmlDoc *compose_xml_load(const char *path, struct msgs *msgs);

/* Checks `doc`, read from `path`, against the RELAX NG schema of that name in
 * the templates' folder; says what does not fit and what would. */
bool compose_xml_check(
    xmlDoc *doc, const char *path, const char *schema_path, struct msgs *msgs);

/* compose_xml_attr.c: do all attributes fit what the schema says of elements of
 * that name? Elements that it does not know are left to compose_xml_check. */
bool compose_xml_attributes(
    xmlDoc *doc, xmlDoc *schema, const char *path, struct msgs *msgs);

/* An error at a place in a template's file. */
void compose_xml_error(struct msgs *msgs, const char *path, const xmlNode *at,
    const char *text, struct str detail, const char *hint);

bool compose_xml_is(const xmlNode *node, const char *name);
xmlNode *compose_xml_child(const xmlNode *node, const char *name);

/* The node behind `at` in a walk of all below `root`, elements before what is
 * in them; NULL at the end. */
xmlNode *compose_xml_next(const xmlNode *root, const xmlNode *at);

/* Where a RELAX NG grammar defines the element of that name, or NULL. */
const xmlNode *compose_xml_defined(const xmlNode *grammar, const xmlChar *name);

/* The attribute's text, in the arena; empty when there is none. */
struct str compose_xml_attr(
    struct arena *arena, const xmlNode *node, const char *name);

/* ---- the look: compose_theme.c ---- */

/* The look of a paper when its theme says nothing else. */
void compose_theme_default(struct theme *theme);

/* Changes `theme` by what the file says. Texts live in arena. */
bool compose_theme_read(struct arena *arena, struct theme *theme,
    const char *path, const char *schema_path, struct msgs *msgs);

/* ---- the view: compose_view.c, compose_view_plan.c ---- */

/* What an element of the view stands for; hangs on its _private. */
struct view_ref {
	const struct node *node; /* of the document's tree; or NULL */
	size_t action;           /* index, or PLAN_NONE */
	struct str name, text;   /* of a field: as it is to be shown */
	struct pos pos;
};

struct view {
	xmlDoc *doc;
	const struct words *words;
	const struct scheme *scheme;
	xmlNode *report;     /* its root element */
	struct arena *arena; /* of the refs */
};

void compose_view_make(struct view *view, const struct doc *doc,
    const struct words *words, const struct scheme *scheme,
    struct arena *arena);
void compose_view_clear(struct view *view);

/* For the two files that build it: elements, attributes, references. */
xmlNode *compose_view_add(struct view *view, xmlNode *parent, const char *name,
    const struct node *node, struct pos pos);
void compose_view_set(
    struct view *view, xmlNode *at, const char *name, struct str value);
void compose_view_set_count(xmlNode *at, const char *name, size_t count);
void compose_view_plan(struct view *view, const struct doc *doc);
const struct view_ref *compose_view_ref(const xmlNode *at);

/* ---- what has been used: compose_marks.c ---- */

struct marks;

/* How much of what stands below a node, and of its own text, is used. */
enum cover { COVER_NONE, COVER_SOME, COVER_ALL };

struct marks *compose_marks_new(const struct doc *doc);
void compose_marks_free(struct marks *marks); /* takes NULL */
void compose_marks_use(struct marks *marks, const struct node *node);
void compose_marks_use_all(struct marks *marks, const struct node *root);

/* Keeps all below `root` from being used, or lets it be used again. */
void compose_marks_hold(
    struct marks *marks, const struct node *root, bool is_held);
bool compose_marks_used(const struct marks *marks, const struct node *node);

/* Whose status that cell holds (whose row that is): an index of the plan's
 * actions, or PLAN_NONE. */
size_t compose_marks_status_of(
    const struct marks *marks, const struct node *cell);
size_t compose_marks_row_of(const struct marks *marks, const struct node *row);

/* Works out the cover of all below `root`; then it can be asked for. */
void compose_marks_sum(struct marks *marks, const struct node *root);
enum cover compose_marks_cover(
    const struct marks *marks, const struct node *node);

/* ---- making the report ---- */

struct maker {
	struct arena *arena; /* the report's */
	const struct doc *doc;
	const struct plan *plan;
	const struct template *template;
	struct report *report;
	struct theme *theme; /* the template's, labels in the language */
	struct words words;
	struct scheme scheme; /* the plan's; what is assumed, in the language */
	struct map unsaid;    /* entries that the language lacks */
	xmlDoc *own_words;    /* the council's; or NULL */
	struct view view;
	struct marks *marks;
	xmlXPathContext *xpath;
	bool has_index; /* of actions by owner */
	bool has_glossary;
};

/* compose_copy.c: the author's nodes. */

/* Appends a copy of the block that is not used yet, and marks it; what is
 * used already stays out. Statuses get their shapes, rows their anchors. */
void compose_copy(
    struct maker *maker, struct node *to, const struct node *node);

/* The same for all blocks in `from`. */
void compose_copy_children(
    struct maker *maker, struct node *to, const struct node *from);

/* Appends a second copy: without ids, and nothing is marked. */
void compose_copy_again(
    struct maker *maker, struct node *to, const struct node *from);

/* Fills `cell` from the action's status cell. */
void compose_copy_status(struct maker *maker, struct node *cell,
    const struct node *from, size_t action);

/* A STATE node with that word. Generated. */
struct node *compose_state(
    struct maker *maker, enum state state, struct str word, struct pos pos);

/* compose_rest.c: appends all that nothing has used, in the author's order. */
void compose_rest(struct maker *maker, struct node *to);

/* compose_change.c: does to the template's parts what the <change> of `root`,
 * read from `path`, says; and whether any id stands in them twice. */
bool compose_change(struct template *template, const xmlNode *root,
    const char *path, struct msgs *msgs);
bool compose_ids_check(
    const struct template *template, const char *path, struct msgs *msgs);

/* compose_leave.c: what nothing has used stays out of the paper, and on the
 * report's list. */
void compose_leave(struct maker *maker);

/* compose_query_names.c: the first function or variable in an XPath expression
 * that nobody has set, as "document()" or "$row"; or empty. */
struct str compose_query_unknown(struct arena *arena, struct str query);

/* compose_query.c: XPath over the view. */
bool compose_query_compile(xmlNode *root, const char *path, struct msgs *msgs);
void compose_query_free(xmlNode *root);
xmlXPathObject *compose_query(struct maker *maker, const xmlNode *step,
    const char *attr, xmlNode *context);
bool compose_query_test(
    struct maker *maker, const xmlNode *step, xmlNode *context);
struct str compose_query_text(struct maker *maker, const xmlNode *step,
    const char *attr, xmlNode *context);
double compose_query_number(struct maker *maker, const xmlNode *step,
    const char *attr, xmlNode *context);

/* The nodes that an attribute selects, sorted if the step asks for it. */
struct selection {
	xmlNode **nodes; /* lives in the report's arena */
	size_t count;
};
struct selection compose_query_nodes(struct maker *maker, const xmlNode *step,
    const char *attr, xmlNode *context);

/* compose_index.c: the actions by owner, once. */
void compose_index(struct maker *maker, struct node *to);
bool compose_wants_index(const struct doc *doc); /* the front matter does */

/* compose_glossary.c: the abbreviations that the draft explains, once. */
void compose_glossary(struct maker *maker, struct node *to);
bool compose_wants_glossary(const struct doc *doc);

/* compose_abbr.c: marks the uses of abbreviations in the report's tree, when
 * all else of it stands. */
void compose_abbr(struct maker *maker);

/* compose_inline.c: the wording in a step. */
void compose_inline(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);
struct str compose_inline_text(
    struct maker *maker, const xmlNode *step, xmlNode *context);

/* compose_build.c: the steps in a part or section. */
void compose_build(struct maker *maker, struct node *to, const xmlNode *steps,
    xmlNode *context);
struct node *compose_new(
    struct maker *maker, enum node_kind kind, struct pos pos);

/* compose_fields.c, compose_table.c, compose_actions.c, compose_section.c,
 * compose_figure.c:
 * steps that need room of their own. */
void compose_fields(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);
void compose_table(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);
void compose_actions(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);
void compose_figure(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);
void compose_section(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);

/* compose_say.c: the catalogues in the paper's language. */

/* Takes the council's own wording out of the settings; what names nothing that
 * the template says is said to the author. Before compose_words_set. */
void compose_own_words(struct maker *maker);

/* Sets maker->words, the labels of maker->theme, and maker->scheme. */
void compose_words_set(struct maker *maker, struct str language);

/* The message of that name; NULL when not even English has it. */
const xmlNode *compose_say(struct maker *maker, struct str id);

/* The language of what the step's "say" gives, where that is not the paper's:
 * its words are marked for screen readers. Else empty. */
struct str compose_say_language(struct maker *maker, const xmlNode *step);

/* The form for a number's category: of "zero" to "other", or of "one" and
 * "many" where those are all. */
struct str compose_plural(
    struct maker *maker, const xmlNode *entry, enum plural plural);

/* "on-track"; "none" for no state. A constant. */
struct str compose_state_name(enum state state);

/* The words that "say" names, or those that `attr` holds; or nothing. */
struct str compose_title(struct maker *maker, const xmlNode *step,
    const char *attr, xmlNode *context);

/* compose_finish.c: levels, headers of tables, notes; then links. */
void compose_finish(struct maker *maker);

/* compose_links.c: unique ids, and links that lead to them. */
void compose_links(struct maker *maker, struct node *root);

#endif
