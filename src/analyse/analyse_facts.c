/* analyse_facts: the parts that every committee paper has: cover fields,
 * recommendations, background papers, implications, appendices, authors. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

/* ---- fields ---- */

static void take_background(
    struct analysis *a, struct str number, struct node *node);
static void take_recommendation(
    struct analysis *a, struct str number, struct node *node);

static void
take_field(struct analysis *a, struct node *field, bool is_field)
{
	struct str name = field->as.field.name;

	/* "Background papers: Survey of 2025" */
	if (analyse_section_role(a, name) == ROLE_BACKGROUND) {
		take_background(a, (struct str){ "", 0 }, field);
		is_field = true;
	}
	/* "Recommendation: that the report be noted" */
	if (analyse_section_role(a, name) == ROLE_RECOMMENDATIONS &&
	    analyse_word_count(analyse_text(a, field)) > 2)
		take_recommendation(a, (struct str){ "", 0 }, field);
	if (analyse_names_implication(name))
		analyse_implication_add(a, name, field);
	else if (is_field) {
		struct plan_field *item = PLAN_PUSH(a, fields);

		item->name = name;
		item->value = analyse_text(a, field);
		item->node = field;
		item->pos = field->pos;
	}
	if (analyse_is_contact_name(a, name))
		analyse_author_add(a, field);
}

static void
take_fields(struct analysis *a, struct node *fields)
{
	bool is_cover = fields->role == ROLE_COVER;
	size_t known = 0;

	if (!is_cover && analyse_are_implications(a, fields)) {
		fields->role = ROLE_IMPLICATIONS;
		for (struct node *field = fields->first; field;
		     field = field->next)
			analyse_implication_add(a, field->as.field.name, field);
		return;
	}
	/* whose the appended paper is, says nothing of this one */
	if (analyse_is_appended(fields))
		return;
	for (struct node *field = fields->first; field; field = field->next)
		known += analyse_is_field_name(a, field->as.field.name);
	for (struct node *field = fields->first; field; field = field->next)
		take_field(a, field,
		    is_cover ||
			(known > 0 && !analyse_all_contacts(a, fields)));
}

/* ---- items of a section ---- */

static bool
says_none(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);

	return str_is(key, "none") || str_starts(key, "none ") ||
	       str_starts(key, "there are no ") || str_starts(key, "no ") ||
	       str_is(key, "not applicable") || str_is(key, "nil") ||
	       str_is(key, "dim") || str_starts(key, "dim / ") ||
	       str_is(key, "none / dim") || str_starts(key, "nid oes ");
}

struct plan_item
analyse_item(struct analysis *a, struct str number, struct node *node)
{
	struct plan_item item = { .number = analyse_number_bare(number),
		.text = analyse_text(a, node),
		.node = node,
		.pos = node->pos };

	return item;
}

static void
take_recommendation(struct analysis *a, struct str number, struct node *node)
{
	*PLAN_PUSH(a, recommendations) = analyse_item(a, number, node);
}

/* Two for one, where the paper says everything in two languages. */
static void
take_recommendations(struct analysis *a, struct node *section)
{
	struct plan *plan = a->plan;
	size_t before = plan->recommendations_count;

	analyse_section_items(a, section, take_recommendation);
	if (plan->recommendations_count < before + 2)
		return;
	plan->recommendations_count =
	    before + analyse_bilingual_items(a, plan->recommendations + before,
			 plan->recommendations_count - before);
}

static void
take_background(struct analysis *a, struct str number, struct node *node)
{
	struct plan_item item = analyse_item(a, number, node);

	/* "(Local Government Act 1972, section 100D)" is why there is a list */
	if (!says_none(a, item.text) &&
	    !(str_starts(item.text, "(") && str_ends(item.text, ")")))
		*PLAN_PUSH(a, background) = item;
}

/* "Appendix B - Equality impact assessment" */
static void
part_label(struct plan_appendix *item)
{
	static const char *const words[] = { "appendix ", "annex ", "atodiad ",
		NULL };
	static const char *const joins[] = { ":", "-", "–", "—", NULL };

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str rest;
		size_t len = 0;

		if (!str_starts_nocase(item->title, words[i]))
			continue;
		rest = str_skip(item->title, str_from(words[i]).len);
		while (len < rest.len && rest.ptr[len] != ' ' &&
		       rest.ptr[len] != ':')
			len++;
		if (len > 4)
			return;
		item->label = analyse_number_bare(str_head(rest, len));
		rest = str_trim(str_skip(rest, len));
		for (size_t k = 0; joins[k] != NULL; k++)
			while (rest.len > 0 && str_starts(rest, joins[k]))
				rest = str_trim(
				    str_skip(rest, str_from(joins[k]).len));
		if (rest.len > 0)
			item->title = rest;
		return;
	}
}

static void
take_appendix(struct analysis *a, struct str label, struct node *node)
{
	struct plan_appendix *item = PLAN_PUSH(a, appendices);

	item->label = analyse_number_bare(label);
	item->title = analyse_text(a, node);
	item->node = node;
	item->pos = node->pos;
	if (item->label.len == 0)
		part_label(item);
}

static void
each_item(struct analysis *a, struct node *list, analyse_take_item *take)
{
	for (struct node *item = list->first; item; item = item->next)
		take(a, item->as.item.label, item);
}

void
analyse_section_items(
    struct analysis *a, struct node *section, analyse_take_item *take)
{
	for (struct node *node = section->first->next;
	     node != NULL && node->kind != NODE_SECTION; node = node->next) {
		const struct node *next = node->next;
		bool leads =
		    next != NULL && (next->kind == NODE_LIST ||
					(next->kind == NODE_PARAGRAPH &&
					    next->as.paragraph.number.len > 0));

		if (node->kind == NODE_LIST) {
			each_item(a, node, take);
		} else if (node->kind == NODE_PARAGRAPH) {
			struct str text = analyse_text(a, node);

			if (node->role == ROLE_SIGNATURE)
				continue;
			if (analyse_is_contact_line(text)) {
				node->role = ROLE_SIGNATURE;
				analyse_signature_take(a, node);
			} else if (!(leads && str_ends(text, ":")))
				take(a, node->as.paragraph.number, node);
		}
	}
}

/* "Appendix Two: title" or a title on the line below. */
static void
take_appendix_section(struct analysis *a, struct node *section)
{
	struct str heading = analyse_text(a, section->first);
	size_t space = str_find(heading, " ");
	struct plan_appendix *item = PLAN_PUSH(a, appendices);
	struct str rest = (struct str){ "", 0 };
	size_t at = 0;

	item->node = section;
	item->pos = section->pos;
	if (space != (size_t)-1)
		rest = str_skip(heading, space + 1);
	while (at < rest.len && rest.ptr[at] != ' ' && rest.ptr[at] != ':')
		at++;
	item->label = analyse_number_bare(str_head(rest, at));
	rest = str_trim(str_skip(rest, at));
	while (rest.len > 0 && (rest.ptr[0] == ':' || rest.ptr[0] == '-'))
		rest = str_trim(str_skip(rest, 1));
	if (str_starts(rest, "–"))
		rest = str_trim(str_skip(rest, sizeof("–") - 1));
	item->title = rest;
	if (rest.len == 0 && section->first->next != NULL) {
		struct node *next = section->first->next;

		/* not whose the appended paper is */
		while (next->next != NULL && next->kind == NODE_PARAGRAPH &&
		       (next->flags & NODE_QUIET))
			next = next->next;
		item->title = analyse_text(
		    a, next->kind == NODE_SECTION ? next->first : next);
	}
	section->role = ROLE_APPENDIX;
}

static void
take_section(struct analysis *a, struct node *section)
{
	if (section->role == ROLE_BACKGROUND ||
	    section->role == ROLE_APPENDICES)
		analyse_listed_lines(a, section);
	if (analyse_is_appended(section->parent))
		return;
	switch (section->role) {
	case ROLE_RECOMMENDATIONS:
		take_recommendations(a, section);
		break;
	case ROLE_BACKGROUND:
		analyse_section_items(a, section, take_background);
		break;
	case ROLE_APPENDICES:
		analyse_section_items(a, section, take_appendix);
		break;
	case ROLE_APPENDIX:
		take_appendix_section(a, section);
		break;
	case ROLE_IMPLICATIONS:
		analyse_implications_run_in(a, section);
		break;
	case ROLE_IMPLICATION:
		analyse_implication_add(
		    a, analyse_text(a, section->first), section);
		break;
	default:
		break;
	}
}

/* ---- what the fields say of the paper ---- */

/* "Report to: Audit Panel - 27 May 2025" names the day too. */
static void
take_meeting(struct analysis *a)
{
	struct head_line line =
	    analyse_head_line(a, a->plan->committee, HEAD_SURE);

	if (line.date.year == 0 || line.kind == HEAD_NONE)
		return;
	a->plan->committee = line.name;
	if (a->plan->date.year == 0)
		a->plan->date = line.date;
}

/* "FW: Notes": what mail puts before its subject. */
static struct str
without_mail(struct str text)
{
	static const char *const marks[] = { "fw:", "fwd:", "re:", NULL };

	for (size_t i = 0; marks[i] != NULL; i++)
		if (str_starts_nocase(text, marks[i])) {
			text = str_trim(str_skip(text, str_from(marks[i]).len));
			i = (size_t)-1;
		}
	return text;
}

static void
read_identity(struct analysis *a)
{
	struct plan *plan = a->plan;

	if (plan->title.len == 0)
		plan->title = without_mail(analyse_cover_value(a, COVER_TITLE));
	plan->committee = analyse_cover_value(a, COVER_COMMITTEE);
	take_meeting(a);
	plan->organisation = analyse_cover_value(a, COVER_ORGANISATION);
	if (plan->reference.len == 0)
		plan->reference = analyse_cover_value(a, COVER_REFERENCE);
}

void
analyse_facts(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE)
			continue;
		if (walker.node->kind == NODE_FIELDS)
			take_fields(a, walker.node);
		else if (walker.node->kind == NODE_SECTION)
			take_section(a, walker.node);
		else if (walker.node->role == ROLE_SIGNATURE ||
			 analyse_is_signature(a, walker.node)) {
			walker.node->role = ROLE_SIGNATURE;
			analyse_signature_take(a, walker.node);
		}
	}
	analyse_implications_part(a);
	read_identity(a);
}
