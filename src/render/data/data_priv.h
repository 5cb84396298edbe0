/* data_priv: between the files of data. The helpers end the program when
 * jansson has no memory, so that no half document is printed. */
#ifndef RENDER_DATA_DATA_PRIV_H
#define RENDER_DATA_DATA_PRIV_H

#include <jansson.h>

#include "render/data/data.h"

/* ---- values: data_value.c ---- */

json_t *data_object(void);
json_t *data_array(void);
json_t *data_string(struct str text);         /* "" for an empty one */
json_t *data_string_or_null(struct str text); /* null for an empty one */
json_t *data_number_or_null(size_t number);   /* null for 0 */
json_t *data_date(struct date date);          /* null for none */
json_t *data_bool(bool value);
json_t *data_names(const struct name_list *list);

/* Takes `value` into the object or array. */
void data_set(json_t *object, const char *key, json_t *value);
void data_add(json_t *array, json_t *value);

/* Sets an empty array or object and lends it. */
json_t *data_set_array(json_t *object, const char *key);
json_t *data_set_object(json_t *object, const char *key);

/* ---- the tree: data_json_block.c ---- */

/* The sections below the document's root; blocks outside of any section stand
 * in sections without id and title. */
json_t *data_sections(const struct node *root);

/* The blocks below a node; an empty array for NULL. */
json_t *data_blocks(const struct node *node);

/* ---- what was understood: data_json_plan.c ---- */

json_t *data_document(const struct plan *plan);
json_t *data_scheme(const struct plan *plan);
json_t *data_themes(const struct plan *plan);
json_t *data_objectives(const struct plan *plan);
json_t *data_people(const struct plan *plan);
json_t *data_references(const struct plan *plan);
json_t *data_abbreviations(const struct plan *plan);
void data_set_items(json_t *root, const struct plan *plan);

/* ---- actions: data_json_action.c ---- */

json_t *data_actions(const struct plan *plan);
json_t *data_summary(const struct plan *plan);

/* What other parts call an action: its id, or its anchor if it has none. */
struct str data_action_id(const struct plan_action *action);

#endif
