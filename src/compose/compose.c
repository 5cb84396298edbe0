/* compose: an analysed document and a template -> a report; see compose.h. The
 * order of the steps is here, the steps themselves are beside it. */
#include "compose/compose_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/sha256.h"
#include "model/colour.h"

/* A plan of which no action has a state is told as a plan, not as what came of
 * it. */
static bool
has_states(const struct plan *plan)
{
	for (size_t i = 0; i < plan->actions_count; i++)
		if (plan->actions[i].state != STATE_NONE)
			return true;
	return false;
}

const char *
compose_template_for(const struct plan *plan)
{
	/* a report in paragraphs has nothing to count */
	bool counts = plan->actions_count > 0;

	switch (plan->type) {
	case TYPE_DELIVERY_PLAN:
		if (counts)
			return has_states(plan) ? "progress-report"
						: "delivery-plan";
		break;
	case TYPE_PROGRESS_REPORT:
		if (counts)
			return "progress-report";
		break;
	case TYPE_TRACKER:
		if (counts)
			return "recommendation-tracker";
		break;
	case TYPE_DECISION_RECORD:
		return "decision-record";
	case TYPE_PAPER:
	case TYPE_COMMITTEE_REPORT:
	case TYPE_CONSULTATION:
	case TYPE_MINUTES:
	case TYPE_RISK_REGISTER:
	case TYPE_COUNT:
		break;
	}
	return "committee-paper";
}

/* The author's title, if the draft has a line for it; else the title that was
 * found elsewhere; else the file's name: a paper without a title is none. */
static void
add_title(struct maker *maker)
{
	struct report *report = maker->report;
	struct walker walker = { .root = maker->doc->root };
	struct node *heading = NULL;

	while (heading == NULL && doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (node->role != ROLE_TITLE ||
		    doc_kind_holds(node->kind) != HOLDS_INLINES)
			continue;
		heading = doc_node_new(maker->arena, NODE_HEADING, node->pos);
		heading->end_line = node->end_line;
		heading->id = node->id;
		heading->lang = node->lang;
		heading->as.heading.number = node->kind == NODE_HEADING
						 ? node->as.heading.number
						 : node->as.paragraph.number;
		for (const struct node *at = node->first; at != NULL;
		     at = at->next)
			doc_node_append(
			    heading, doc_node_copy(maker->arena, at));
		compose_marks_use(maker->marks, node);
	}
	if (heading == NULL) {
		heading = compose_new(maker, NODE_HEADING, (struct pos){ 0 });
		doc_text_append(
		    maker->arena, heading, report->title, (struct pos){ 0 });
	}
	heading->as.heading.level = 1;
	heading->role = ROLE_TITLE;
	doc_node_append(report->root, heading);
}

/* The same draft under another template, or judged on another day, is another
 * file. */
static void
set_digest(struct maker *maker)
{
	struct str all = str_printf(maker->arena, "%s %s %.*s%.*s",
	    maker->doc->sha256, maker->template->digest,
	    STR_ARG(plan_date_iso(maker->arena, maker->plan->as_of)),
	    STR_ARG(maker->report->theme->origin));

	sha256_hex(all, maker->report->digest);
}

static void
set_texts(struct maker *maker)
{
	struct report *report = maker->report;
	const struct plan *plan = maker->plan;
	const xmlNode *page = maker->template->parts[PART_PAGE];
	const struct setting *council = doc_setting(maker->doc, "organisation");
	struct {
		const char *name;
		struct str *text;
	} texts[] = {
		{ "header-left", &report->header_left },
		{ "header-right", &report->header_right },
		{ "footer-left", &report->footer_left },
		{ "description", &report->description },
	};

	report->organisation = plan->organisation;
	if (council != NULL && council->is_default &&
	    str_eq(council->value, plan->organisation))
		report->masthead = plan->organisation;
	report->committee = plan->committee;
	if (plan->authors_count > 0)
		report->author = plan->authors[0].name;
	report->date_iso = plan_date_iso(report->arena, plan->date);
	report->css = maker->template->css;
	report->template_name = maker->template->name;
	set_digest(maker);
	for (size_t i = 0; page && i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i].text = compose_inline_text(maker,
		    compose_xml_child(page, texts[i].name), maker->view.report);
}

static void
build(struct maker *maker)
{
	struct node *root = maker->report->root;
	xmlNode *context = maker->view.report;

	add_title(maker);
	compose_build(maker, root, maker->template->parts[PART_FRONT], context);
	compose_build(maker, root, maker->template->parts[PART_BODY], context);
	compose_build(maker, root, maker->template->parts[PART_BACK], context);
	/* whatever the template forgot */
	compose_rest(maker, root);
	if (compose_wants_index(maker->doc))
		compose_index(maker, root);
	if (compose_wants_glossary(maker->doc))
		compose_glossary(maker, root);
	compose_finish(maker);
}

static struct str
title_of(const struct maker *maker)
{
	const struct doc *doc = maker->doc;

	if (doc->plan->title.len > 0)
		return doc->plan->title;
	if (doc->path.len > 0 && !str_is(doc->path, "-"))
		return doc->path;
	return words_text(&maker->words, WORD_UNTITLED);
}

/* The look, and what the draft's own scheme says of its states. */
static struct theme *
theme_for(struct maker *maker, const struct theme *theme)
{
	const struct scheme *scheme = &maker->plan->scheme;
	struct theme *own = arena_alloc(maker->arena, sizeof(*own));

	*own = *theme;
	for (size_t i = 0; i < scheme->count; i++) {
		const struct scheme_state *entry = &scheme->states[i];
		struct state_look *look = &own->states[entry->state];

		if (entry->has_shape)
			look->shape = entry->shape;
		if (entry->has_colour) {
			look->colour = entry->colour;
			look->fill =
			    colour_mix(entry->colour, colour_white, 88);
		}
	}
	return own;
}

struct report *
compose_report(const struct doc *doc, const struct template *template,
    const struct theme *theme)
{
	struct report *report = mem_alloc(sizeof(*report));
	struct maker maker = { .doc = doc, .plan = doc->plan };

	must(doc->plan != NULL);
	if (template->needs_actions && doc->plan->actions_count == 0)
		doc_say(doc, DOC_TEMPLATE_UNFIT, (struct pos){ 1, 0 },
		    template->name,
		    str_from("this one has none, and is set as written"));
	report->arena = arena_new();
	report->doc = doc;
	report->language = doc->plan->language.len > 0 ? doc->plan->language
						       : str_from("en-GB");
	report->root =
	    doc_node_new(report->arena, NODE_DOCUMENT, (struct pos){ 0 });
	maker.arena = report->arena;
	maker.template = template;
	maker.report = report;
	maker.marks = compose_marks_new(doc);
	maker.theme =
	    theme_for(&maker, theme != NULL ? theme : &template->theme);
	compose_own_words(&maker);
	compose_words_set(&maker, report->language);
	report->theme = maker.theme;
	report->words = maker.words;
	report->title = title_of(&maker);
	compose_view_make(
	    &maker.view, doc, &maker.words, &maker.scheme, report->arena);
	maker.xpath = xmlXPathNewContext(maker.view.doc);
	must(maker.xpath != NULL);
	set_texts(&maker);
	build(&maker);
	xmlXPathFreeContext(maker.xpath);
	xmlFreeDoc(maker.own_words);
	compose_view_clear(&maker.view);
	compose_marks_free(maker.marks);
	return report;
}

void
compose_report_free(struct report *report)
{
	if (report == NULL)
		return;
	arena_free(report->arena);
	free(report);
}
