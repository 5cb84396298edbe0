/* analyse_name_priv: names of people, teams and offices, whole, shortened and
 * misspelt; who is meant by which. */
#ifndef ANALYSE_ANALYSE_NAME_PRIV_H
#define ANALYSE_ANALYSE_NAME_PRIV_H

#include "base/map.h"
#include "model/plan.h"

struct analysis;

/* ---- names: analyse_names.c ---- */

struct analyse_name {
	struct str name;     /* "Ann Lee", "Parks Team" */
	struct str role;     /* "Head of Audit", or empty */
	struct str initials; /* "AL", when they stand beside the name */
};

struct node;

/* Texts that names stand in. */
struct name_texts {
	struct str *texts;
	size_t count, cap;
};

/* Every paragraph of a cell for itself, in lists too, for prose below a name is
 * not part of it; and every line of one whose lines are a person each. Lives in
 * scratch, the texts in the document's arena. */
struct name_texts analyse_name_texts(
    struct analysis *a, const struct node *cell);

/* Two or three words with capitals that name no office and no team. */
bool analyse_is_person(struct str text);

/* Does a word of it name an office: "Head of Audit"? */
bool analyse_is_office(struct str text);
bool analyse_is_initials(struct str text);

/* The one name that the text is, with its role taken off. */
struct analyse_name analyse_name_of(struct str text);

/* The names of a text, one after the other, nobodies left out: call with what
 * analyse_names_begin gives, which is empty for prose, until false. */
struct str analyse_names_begin(struct analysis *a, struct str text);
bool analyse_name_next(
    struct analysis *a, struct str *text, struct analyse_name *name);

/* Adds each of the names in a text ("Ann Lee / Bob Orr"); nobody for prose. In
 * analyse_action.c. */
void analyse_names_split(
    struct analysis *a, struct name_list *list, struct str text);

/* ---- may two names be one person's?: analyse_alike.c ---- */

/* May there be other spellings of the name at all? "Officer 1" and "Officer 2"
 * are two people, and one word is too little to go by. */
bool analyse_can_be_alike(struct str name);

/* A letter or two apart: "MacPherson" and "MacPerson". */
bool analyse_alike_letters(struct str a, struct str b);

/* One letter more, less, another, or two changed over; not the same. */
bool analyse_is_one_off(struct str a, struct str b);

struct str analyse_last_word(struct str text);

/* "A. Lee" or "AL" */
bool analyse_is_shortened(struct str name);
bool analyse_alike_initials(struct str shortened, struct str name);

/* What is the same for "Head of Finance", "Finance Head" and "Hd of Finance";
 * empty if the name is no office. Lives in scratch. */
struct str analyse_office_key(struct analysis *a, struct str name);

/* ---- whom may another spelling mean?: analyse_people_index.c ---- */

/* Lives in scratch. */
struct people_index *analyse_people_index_new(struct analysis *a);

/* Adds the plan's person of that index; its name must not change after. */
void analyse_people_index_add(
    struct analysis *a, struct people_index *index, size_t person);

/* The person whom that name may mean, or PLAN_NONE. `explained` is who it is by
 * the draft's own key of initials, or empty. */
size_t analyse_people_index_find(struct analysis *a,
    const struct people_index *index, struct str name, struct str explained);

/* ---- initials that the draft explains: analyse_initials.c ---- */

struct analyse_initials {
	struct map map;    /* initials -> index of names */
	struct str *names; /* "Ann Lee" */
	size_t count, cap;
};

/* Gathers them from tables, lists, fields and brackets. Lives in scratch. */
struct analyse_initials analyse_initials_read(struct analysis *a);

/* The name that the draft gives these initials, or an empty one. */
struct str analyse_initials_find(
    const struct analyse_initials *key, struct str initials);

#endif
