/* compose_view_plan: shared by the two files that show the plan. */
#ifndef COMPOSE_COMPOSE_VIEW_PLAN_H
#define COMPOSE_COMPOSE_VIEW_PLAN_H

#include "compose/compose_priv.h"

/* A node of the draft that means something to the plan. */
struct owner {
	const struct node *node;
	xmlNode *element; /* whose blocks stand below it; NULL: none are */
	bool is_around;   /* it only holds such a node somewhere */
};

struct plan_view {
	struct view *view;
	const struct doc *doc;
	const struct plan *plan;
	xmlNode *top;         /* the first <plan>; the others follow it */
	xmlNode **themes;     /* elements, by index of the plan's */
	xmlNode **objectives; /* the same */
	xmlNode *part;        /* the last one made, or NULL */
	struct owner *owners; /* sorted by node; on the heap */
	size_t owner_count, owner_cap;
};

void compose_view_owners_init(struct plan_view *pv);
void compose_view_owners_clear(struct plan_view *pv);

/* What is known of that node, or NULL. */
const struct owner *compose_view_owner(
    const struct plan_view *pv, const struct node *node);

/* Gives every theme, objective and part its <block>s. */
void compose_view_blocks(struct plan_view *pv);

/* compose_view_moves.c: what has changed about the action of that index. */
void compose_view_moves(struct plan_view *pv, xmlNode *at, size_t index);

/* compose_view_owners.c: who owns which actions. */
void compose_view_owned(struct view *view, const struct plan *plan);

#endif
