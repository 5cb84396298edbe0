/* compose_view_plan: the part of the view that shows the plan: states with
 * their counts; themes, objectives and actions, each with the author's blocks
 * that belong to it.
 *
 * An objective may be a section or a paragraph. What follows a paragraph, up to
 * the next objective or theme, is the objective's. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "compose/compose_view_plan.h"

/* ---- states ---- */

/* Each share as it is by itself, a half rounded up. Gives their sum, which need
 * not be 100: to push one up or down for it would make that one wrong. */
static size_t
share_out(const size_t counts[STATE_COUNT], size_t percents[STATE_COUNT])
{
	size_t total = 0, sum = 0;

	for (int i = 0; i < STATE_COUNT; i++)
		total += counts[i];
	for (int i = 0; i < STATE_COUNT; i++) {
		percents[i] =
		    total ? (counts[i] * 200 + total) / (total * 2) : 0;
		sum += percents[i];
	}
	return sum;
}

/* The words of the scheme for a state: "Green, On target". */
static struct str
words_of(struct arena *arena, const struct scheme *scheme, enum state state)
{
	struct buf buf = BUF_INIT;
	struct str words;

	for (size_t i = 0; i < scheme->count; i++)
		if (scheme->states[i].state == state)
			buf_printf(&buf, "%s%.*s", buf.len > 0 ? ", " : "",
			    STR_ARG(scheme->states[i].word));
	words = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return words;
}

/* "on-track" says what "On track" says. */
static bool
is_same(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		struct str x = { a.ptr[i] == '-' ? " " : a.ptr + i, 1 };
		struct str y = { b.ptr[i] == '-' ? " " : b.ptr + i, 1 };

		if (!str_eq_nocase(x, y))
			return false;
	}
	return true;
}

/* One word of the scheme, as the author or the program declares it. */
static void
add_word(struct view *view, xmlNode *list, const struct scheme_state *word,
    struct str label, bool is_declared)
{
	bool same = is_same(word->meaning, label);
	xmlNode *at =
	    compose_view_add(view, list, "word", NULL, (struct pos){ 0 });

	compose_view_set(view, at, "word", word->word);
	compose_view_set(view, at, "name", compose_state_name(word->state));
	/* once is enough when they say the same; an author's word goes first */
	if (!same || is_declared)
		compose_view_set(view, at, "meaning", word->meaning);
	if (!same || !is_declared)
		compose_view_set(view, at, "label", label);
}

static void
add_state(struct view *view, xmlNode *list, const struct scheme *scheme,
    enum state state, size_t count)
{
	const struct words *said = view->words;
	struct str label = said->states[state].label;
	enum plural plural = words_plural(said->language, (double)count);
	xmlNode *at =
	    compose_view_add(view, list, "state", NULL, (struct pos){ 0 });
	struct str words = words_of(view->arena, scheme, state);
	struct str first = words;

	str_next_part(&words, ',', &first);
	compose_view_set(view, at, "name", compose_state_name(state));
	compose_view_set(view, at, "label", label);
	compose_view_set(
	    view, at, "phrase", said->states[state].phrases[plural]);
	compose_view_set(view, at, "word", first.len > 0 ? first : label);
	compose_view_set(
	    view, at, "words", words_of(view->arena, scheme, state));
}

/* The setting of that name, or one below it. */
static bool
has_setting(const struct doc *doc, const char *name)
{
	for (size_t i = 0; i < doc->setting_count; i++) {
		struct str key = doc->settings[i].key;
		size_t len = str_from(name).len;

		if (str_starts_nocase(key, name) &&
		    (key.len == len || key.ptr[len] == '.'))
			return true;
	}
	return false;
}

/* Every state, in the order of legends; those that neither the scheme nor an
 * action has are told by @actions = 0 and no @words. */
static void
add_states(struct view *view, const struct doc *doc)
{
	const struct plan *plan = doc->plan;
	const struct scheme *scheme = view->scheme;
	xmlNode *list = compose_view_add(
	    view, view->report, "states", NULL, (struct pos){ 0 });
	size_t counts[STATE_COUNT] = { 0 };
	size_t percents[STATE_COUNT];
	static const enum state order[STATE_COUNT] = { STATE_COMPLETE,
		STATE_ON_TRACK, STATE_AT_RISK, STATE_OFF_TRACK,
		STATE_NOT_STARTED, STATE_ON_HOLD, STATE_WITHDRAWN,
		STATE_UNKNOWN, STATE_NONE };

	for (size_t i = 0; i < plan->actions_count; i++)
		counts[plan->actions[i].state]++;
	compose_view_set_count(list, "shares", share_out(counts, percents));
	compose_view_set(view, list, "scheme", scheme->name);
	if (scheme->declared)
		compose_view_set(view, list, "declared", str_from("yes"));
	if (scheme->declared && !scheme->in_draft && has_setting(doc, "scheme"))
		compose_view_set(view, list, "front-matter", str_from("yes"));
	for (size_t i = 0; i < scheme->count; i++)
		add_word(view, list, &scheme->states[i],
		    view->words->states[scheme->states[i].state].label,
		    scheme->declared);
	for (size_t i = 0; i < STATE_COUNT; i++) {
		add_state(view, list, scheme, order[i], counts[order[i]]);
		compose_view_set_count(list->last, "actions", counts[order[i]]);
		compose_view_set_count(list->last, "share", percents[order[i]]);
	}
}

/* ---- themes, objectives, actions ---- */

/* The innermost plan around a node; the first one if it is in none. */
static xmlNode *
plan_around(const struct plan_view *pv, const struct node *node)
{
	for (; node != NULL; node = node->parent) {
		if (node->kind != NODE_SECTION)
			continue;
		for (xmlNode *at = pv->top; at != NULL; at = at->next)
			if (compose_view_ref(at)->node == node)
				return at;
	}
	return pv->top;
}

static void
add_tallies(struct view *view, xmlNode *at, const size_t counts[STATE_COUNT])
{
	for (int i = 0; i < STATE_COUNT; i++) {
		xmlNode *tally;

		if (counts[i] == 0)
			continue;
		tally = compose_view_add(
		    view, at, "tally", NULL, (struct pos){ 0 });
		compose_view_set(
		    view, tally, "state", compose_state_name((enum state)i));
		compose_view_set_count(tally, "actions", counts[i]);
	}
}

static void
add_themes(struct plan_view *pv)
{
	const struct plan *plan = pv->plan;
	size_t(*counts)[STATE_COUNT] =
	    mem_alloc((plan->themes_count + 1) * sizeof(*counts));
	size_t *overdue = mem_alloc((plan->themes_count + 1) * sizeof(size_t));

	for (size_t i = 0; i < plan->actions_count; i++) {
		const struct plan_action *action = &plan->actions[i];
		size_t theme = action->theme == PLAN_NONE ? plan->themes_count
							  : action->theme;

		counts[theme][action->state]++;
		overdue[theme] += action->overdue;
	}
	for (size_t i = 0; i < plan->themes_count; i++) {
		const struct plan_theme *theme = &plan->themes[i];
		size_t actions = 0;
		xmlNode *at =
		    compose_view_add(pv->view, plan_around(pv, theme->section),
			"theme", theme->section, theme->pos);

		for (int s = 0; s < STATE_COUNT; s++)
			actions += counts[i][s];
		pv->themes[i] = at;
		compose_view_set(pv->view, at, "id", theme->id);
		compose_view_set(pv->view, at, "anchor",
		    theme->section && theme->section->id.len > 0
			? theme->section->id
			: theme->id);
		compose_view_set(pv->view, at, "number", theme->number);
		compose_view_set(pv->view, at, "title", theme->title);
		compose_view_set_count(at, "actions", actions);
		compose_view_set_count(
		    at, "objectives", theme->objective_count);
		compose_view_set_count(at, "overdue", overdue[i]);
		add_tallies(pv->view, at, counts[i]);
	}
	free(counts);
	free(overdue);
}

static void
add_objectives(struct plan_view *pv)
{
	for (size_t i = 0; i < pv->plan->objectives_count; i++) {
		const struct plan_objective *one = &pv->plan->objectives[i];
		xmlNode *at = compose_view_add(pv->view,
		    one->theme == PLAN_NONE ? plan_around(pv, one->node)
					    : pv->themes[one->theme],
		    "objective", one->node, one->pos);

		pv->objectives[i] = at;
		compose_view_set(pv->view, at, "id", one->id);
		compose_view_set(pv->view, at, "anchor",
		    one->node && one->node->id.len > 0 ? one->node->id
						       : one->id);
		compose_view_set(pv->view, at, "number", one->number);
		compose_view_set(pv->view, at, "section", one->section);
		compose_view_set(pv->view, at, "title", one->title);
		compose_view_set_count(at, "actions", one->action_count);
	}
}

/* The innermost section around a node; NULL at the top. */
static const struct node *
section_of(const struct node *node)
{
	for (node = node->parent; node != NULL; node = node->parent)
		if (node->kind == NODE_SECTION)
			return node;
	return NULL;
}

/* Actions that belong to no theme or objective stand under the heading that
 * they have in the draft. */
static xmlNode *
home_of(struct plan_view *pv, const struct plan_action *action)
{
	const struct node *table = pv->plan->tables[action->table].node;
	const struct node *section = table ? section_of(table) : NULL;
	const struct owner *owner = compose_view_owner(pv, section);

	if (action->objective != PLAN_NONE)
		return pv->objectives[action->objective];
	if (action->theme != PLAN_NONE)
		return pv->themes[action->theme];
	if (section == NULL || (owner != NULL && owner->element != NULL))
		return plan_around(pv, table);
	if (pv->part == NULL || compose_view_ref(pv->part)->node != section)
		pv->part = compose_view_add(pv->view, plan_around(pv, section),
		    "part", section, section->pos);
	return pv->part;
}

static struct str
join(struct arena *arena, const struct name_list *list)
{
	struct buf buf = BUF_INIT;
	struct str text;

	for (size_t i = 0; i < list->count; i++)
		buf_printf(
		    &buf, "%s%.*s", i > 0 ? ", " : "", STR_ARG(list->names[i]));
	text = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* Why an action needs attention, the gravest reason first; 0: it does not. */
static size_t
attention_of(const struct plan_action *action)
{
	if (action->state == STATE_OFF_TRACK)
		return 1;
	if (action->state == STATE_AT_RISK)
		return 2;
	if (action->overdue)
		return 3;
	if (action->state == STATE_UNKNOWN)
		return 4;
	return action->state == STATE_NONE ? 5 : 0;
}

/* What the state is called where the action is spoken of: the scheme's word;
 * the author's where the scheme has none, unless that is a whole sentence. */
static struct str
word_of(const struct plan_view *pv, const struct plan_action *action)
{
	enum { WORD_MAX = 40 }; /* bytes */
	const struct scheme *scheme = pv->view->scheme;
	enum state state = action->state;

	if (state == STATE_UNKNOWN && action->status_text.len > 0 &&
	    action->status_text.len <= WORD_MAX)
		return action->status_text;
	for (size_t i = 0; i < scheme->count; i++)
		if (scheme->states[i].state == state)
			return scheme->states[i].word;
	return pv->view->words->states[state].label;
}

static void
add_action(struct plan_view *pv, size_t index)
{
	const struct plan_action *action = &pv->plan->actions[index];
	struct arena *arena = pv->view->arena;
	xmlNode *at = compose_view_add(pv->view, home_of(pv, action), "action",
	    action->value_count > 0 ? action->values[0].cell->parent : NULL,
	    action->pos);
	struct view_ref *ref = at->_private;

	ref->action = index;
	compose_view_set(pv->view, at, "id", action->id);
	compose_view_set(pv->view, at, "anchor", action->anchor);
	compose_view_set(pv->view, at, "title", action->title);
	compose_view_set(
	    pv->view, at, "state", compose_state_name(action->state));
	compose_view_set(pv->view, at, "status", action->status_text);
	compose_view_set(pv->view, at, "owner", join(arena, &action->owners));
	compose_view_set(pv->view, at, "lead", join(arena, &action->leads));
	compose_view_set(pv->view, at, "due",
	    words_date(arena, pv->view->words, action->due));
	compose_view_set(
	    pv->view, at, "due-iso", plan_date_iso(arena, action->due));
	if (action->overdue)
		compose_view_set(pv->view, at, "overdue", str_from("yes"));
	if (action->next_steps.len > 0)
		compose_view_set(pv->view, at, "next", str_from("yes"));
	if (attention_of(action) > 0)
		compose_view_set_count(at, "attention", attention_of(action));
	compose_view_set(pv->view, at, "word", word_of(pv, action));
	compose_view_moves(pv, at, index);
}

/* The section that all action tables stand in, unless it is an objective's;
 * NULL if they do not, or there are themes. */
static const struct node *
common_section(const struct plan *plan)
{
	const struct node *common = NULL;

	for (size_t i = 0; i < plan->themes_count; i++)
		if (plan->themes[i].section != NULL)
			return NULL;
	for (size_t i = 0; i < plan->tables_count; i++) {
		const struct node *table = plan->tables[i].node;
		const struct node *section = table ? section_of(table) : NULL;

		if (section == NULL || (common != NULL && common != section))
			return NULL;
		common = section;
	}
	for (size_t i = 0; i < plan->objectives_count; i++)
		if (plan->objectives[i].node == common)
			return NULL;
	return common;
}

static void
add_plan(struct plan_view *pv, const struct node *section)
{
	xmlNode *at = compose_view_add(pv->view, pv->view->report, "plan",
	    section, section ? section->pos : (struct pos){ 0 });

	if (pv->top == NULL)
		pv->top = at;
}

/* Does it hold themes, and no other sections? */
static bool
holds_themes(const struct node *section)
{
	bool any = false;

	for (const struct node *at = section->first; at != NULL;
	     at = at->next) {
		if (at->kind != NODE_SECTION)
			continue;
		if (at->role != ROLE_THEME)
			return false;
		any = true;
	}
	return any;
}

/* The sections that analyse names as plans, or that hold themes alone; else the
 * one that the tables have in common; else one without a section. */
static void
add_plans(struct plan_view *pv)
{
	struct walker walker = { .root = pv->doc->root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (walker.node->kind == NODE_SECTION &&
		    (walker.node->role == ROLE_PLAN ||
			holds_themes(walker.node)))
			add_plan(pv, walker.node);
		else if (walker.node->kind != NODE_SECTION &&
			 walker.node->kind != NODE_DOCUMENT)
			doc_walk_skip(&walker);
	}
	if (pv->top == NULL)
		add_plan(pv, common_section(pv->plan));
}

/* The first block of an objective may be its own words, which its heading was
 * too short for; they do not say where the work is done. */
static void
mark_statement(struct plan_view *pv, size_t index)
{
	xmlNode *block = compose_xml_child(pv->objectives[index], "block");
	struct str title = pv->plan->objectives[index].title;

	if (block != NULL && title.len > 0 &&
	    str_eq(doc_text(pv->view->arena, compose_view_ref(block)->node),
		title))
		compose_view_set(pv->view, block, "statement", str_from("yes"));
}

void
compose_view_plan(struct view *view, const struct doc *doc)
{
	const struct plan *plan = doc->plan;
	struct plan_view pv = { .view = view, .doc = doc, .plan = plan };
	size_t idle = 0;

	add_states(view, doc);
	add_plans(&pv);
	pv.themes = arena_alloc(
	    view->arena, (plan->themes_count + 1) * sizeof(*pv.themes));
	pv.objectives = arena_alloc(
	    view->arena, (plan->objectives_count + 1) * sizeof(*pv.objectives));
	add_themes(&pv);
	add_objectives(&pv);
	compose_view_owners_init(&pv);
	for (size_t i = 0; i < plan->actions_count; i++)
		add_action(&pv, i);
	compose_view_blocks(&pv);
	for (size_t i = 0; i < plan->objectives_count; i++)
		mark_statement(&pv, i);
	compose_view_owners_clear(&pv);
	for (size_t i = 0; i < plan->objectives_count; i++)
		idle += plan->objectives[i].action_count == 0;
	compose_view_set_count(view->report, "idle-objectives", idle);
	compose_view_owned(view, plan);
}
