/* analyse_facts: the parts that every committee paper has: cover fields,
 * recommendations, background papers, implications, appendices, authors. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

#define PUSH(a, list)                                                          \
	((a)->plan->list = arena_push((a)->doc->arena, (a)->plan->list,        \
	     &(a)->plan->list##_count, &(a)->plan->list##_cap,                 \
	     sizeof(*(a)->plan->list)),                                        \
	    &(a)->plan->list[(a)->plan->list##_count - 1])

/* ---- names of implications ---- */

static bool
is_implication_name(struct analysis *a, struct str name)
{
	static const char *const words[] = { "implication",
		"crime and disorder", "health and well", "carbon", "diversity",
		"equalit", "equality", "groups affected", "budget and policy",
		"urgent decision", "efficiency", "sustainab", "climate",
		"human resources", "staffing", "data protection", "legal",
		"financial", "finance", "risk", "human rights", "safeguarding",
		"environment", "community safety", "wards affected", "impact",
		NULL };
	struct str key = analyse_key(a, name);

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_find(key, words[i]) != (size_t)-1)
			return true;
	return false;
}

/* Most of its names are those of implications, and there are a few. */
static bool
are_implications(struct analysis *a, const struct node *fields)
{
	size_t count = 0, known = 0;

	for (const struct node *field = fields->first; field;
	     field = field->next) {
		count++;
		known += is_implication_name(a, field->as.field.name);
	}
	return count >= 3 && known * 2 >= count;
}

static bool
names_implication(struct str name)
{
	return str_find_nocase(name, "implication") != (size_t)-1;
}

static void
add_implication(struct analysis *a, struct str name, struct node *node)
{
	struct plan_implication *item = PUSH(a, implications);

	item->name = name;
	item->text = analyse_text(a, node);
	item->node = node;
	item->pos = node->pos;
}

/* ---- fields ---- */

static bool
is_contact_name(struct analysis *a, struct str name)
{
	static const char *const names[] = { "contact officer", "contact",
		"contact details", "email", "email address", "e-mail",
		"telephone", "tel", "report author", "author", "authors",
		"prepared by", "authors name", "author name", NULL };
	struct str key = analyse_key(a, name);

	for (size_t i = 0; names[i] != NULL; i++)
		if (str_is(key, names[i]))
			return true;
	return false;
}

static bool
all_contacts(struct analysis *a, const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next)
		if (!is_contact_name(a, field->as.field.name))
			return false;
	return true;
}

static void
add_author(struct analysis *a, struct node *field)
{
	struct str name = field->as.field.name;
	struct str key = analyse_key(a, name);
	struct str value = analyse_text(a, field);
	struct plan_author *author;
	size_t comma;

	if (str_find(key, "mail") != (size_t)-1 || str_starts(key, "tel")) {
		if (a->plan->authors_count > 0)
			a->plan->authors[a->plan->authors_count - 1].contact =
			    value;
		return;
	}
	author = PUSH(a, authors);
	comma = str_find(value, ", ");
	author->name = value;
	if (comma != (size_t)-1) {
		author->name = str_head(value, comma);
		author->role = str_skip(value, comma + 2);
	}
}

static void
take_field(struct analysis *a, struct node *field, bool is_field)
{
	struct str name = field->as.field.name;

	if (names_implication(name))
		add_implication(a, name, field);
	else if (is_field) {
		struct plan_field *item = PUSH(a, fields);

		item->name = name;
		item->value = analyse_text(a, field);
		item->node = field;
		item->pos = field->pos;
	}
	if (is_contact_name(a, name))
		add_author(a, field);
}

static void
take_fields(struct analysis *a, struct node *fields)
{
	bool is_cover = fields->role == ROLE_COVER;
	size_t known = 0;

	if (!is_cover && are_implications(a, fields)) {
		fields->role = ROLE_IMPLICATIONS;
		for (struct node *field = fields->first; field;
		     field = field->next)
			add_implication(a, field->as.field.name, field);
		return;
	}
	for (struct node *field = fields->first; field; field = field->next)
		known += analyse_is_field_name(a, field->as.field.name);
	for (struct node *field = fields->first; field; field = field->next)
		take_field(a, field,
		    is_cover || (known > 0 && !all_contacts(a, fields)));
}

/* ---- items of a section ---- */

/* A name with an extension, a telephone number or an address of mail. */
static bool
is_contact_line(struct str text)
{
	size_t digits = 0;

	if (analyse_word_count(text) > 12)
		return false;
	for (size_t i = 0; i < text.len; i++)
		digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
	return str_find_nocase(text, "extension") != (size_t)-1 ||
	       str_find_nocase(text, " ext ") != (size_t)-1 ||
	       str_find(text, "@") != (size_t)-1 || digits >= 9;
}

static bool
says_none(struct analysis *a, struct str text)
{
	struct str key = analyse_key(a, text);

	return str_is(key, "none") || str_starts(key, "none ") ||
	       str_starts(key, "there are no ") || str_starts(key, "no ") ||
	       str_is(key, "not applicable") || str_is(key, "nil");
}

typedef void (*take_item)(
    struct analysis *a, struct str number, struct node *node);

static void
take_recommendation(struct analysis *a, struct str number, struct node *node)
{
	struct plan_item *item = PUSH(a, recommendations);

	item->number = analyse_number_bare(number);
	item->text = analyse_text(a, node);
	item->node = node;
	item->pos = node->pos;
}

static void
take_background(struct analysis *a, struct str number, struct node *node)
{
	struct str text = analyse_text(a, node);
	struct plan_item *item;

	if (says_none(a, text))
		return;
	item = PUSH(a, background);
	item->number = analyse_number_bare(number);
	item->text = text;
	item->node = node;
	item->pos = node->pos;
}

static void
take_appendix(struct analysis *a, struct str label, struct node *node)
{
	struct plan_appendix *item = PUSH(a, appendices);

	item->label = analyse_number_bare(label);
	item->title = analyse_text(a, node);
	item->node = node;
	item->pos = node->pos;
}

static void
each_item(struct analysis *a, struct node *list, take_item take)
{
	for (struct node *item = list->first; item; item = item->next)
		take(a, item->as.item.label, item);
}

/* The items of a list; the paragraphs, save one that only introduces a list
 * and lines that say whom to ask. */
static void
section_items(struct analysis *a, struct node *section, take_item take)
{
	for (struct node *node = section->first->next;
	     node != NULL && node->kind != NODE_SECTION; node = node->next) {
		bool leads =
		    node->next != NULL && node->next->kind == NODE_LIST;

		if (node->kind == NODE_LIST) {
			each_item(a, node, take);
		} else if (node->kind == NODE_PARAGRAPH) {
			struct str text = analyse_text(a, node);

			if (is_contact_line(text)) {
				node->role = ROLE_SIGNATURE;
				take_signature(a, node);
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
	struct plan_appendix *item = PUSH(a, appendices);
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

		item->title = analyse_text(
		    a, next->kind == NODE_SECTION ? next->first : next);
	}
	section->role = ROLE_APPENDIX;
}

static bool
is_implication_section(struct analysis *a, const struct node *section)
{
	struct str title = doc_text(a->scratch, section->first);

	return names_implication(title) && section->role != ROLE_IMPLICATIONS &&
	       analyse_word_count(title) <= 12;
}

static void
take_section(struct analysis *a, struct node *section)
{
	switch (section->role) {
	case ROLE_RECOMMENDATIONS:
		section_items(a, section, take_recommendation);
		break;
	case ROLE_BACKGROUND:
		section_items(a, section, take_background);
		break;
	case ROLE_APPENDICES:
		section_items(a, section, take_appendix);
		break;
	case ROLE_APPENDIX:
		take_appendix_section(a, section);
		break;
	default:
		if (is_implication_section(a, section))
			add_implication(
			    a, analyse_text(a, section->first), section);
		break;
	}
}

/* ---- what the fields say of the paper ---- */

static struct str
field_value(struct analysis *a, const char *const *names)
{
	for (; *names != NULL; names++)
		for (size_t i = 0; i < a->plan->fields_count; i++)
			if (str_is(analyse_key(a, a->plan->fields[i].name),
				*names) &&
			    a->plan->fields[i].value.len > 0)
				return a->plan->fields[i].value;
	return (struct str){ "", 0 };
}

static void
read_identity(struct analysis *a)
{
	static const char *const titles[] = { "title", "report title",
		"subject", NULL };
	static const char *const committees[] = { "committee", "report to",
		"meeting", "decision maker", NULL };
	static const char *const organisations[] = { "organisation", "council",
		"organization", "authority", NULL };
	static const char *const references[] = { "reference", "ref",
		"decision number", "report number", NULL };
	struct plan *plan = a->plan;

	if (plan->title.len == 0)
		plan->title = field_value(a, titles);
	plan->committee = field_value(a, committees);
	plan->organisation = field_value(a, organisations);
	if (plan->reference.len == 0)
		plan->reference = field_value(a, references);
}

/* Implications that stand at the end of some other section get one of their
 * own, with what follows them there. */
static void
give_section(struct analysis *a, struct node *fields)
{
	static const struct str title = STR("Implications");
	struct node *around = fields->parent;
	struct node *section, *heading, *node, *next;

	if (around->kind != NODE_SECTION || around->role == ROLE_IMPLICATIONS ||
	    fields->prev == NULL || fields->prev == around->first)
		return;
	section = doc_node_new(a->doc->arena, NODE_SECTION, fields->pos);
	heading = doc_node_new(a->doc->arena, NODE_HEADING, fields->pos);
	heading->as.heading.level = around->first->as.heading.level;
	heading->flags |= NODE_GENERATED;
	doc_text_append(a->doc->arena, heading, title, fields->pos);
	doc_node_append(section, heading);
	section->role = ROLE_IMPLICATIONS;
	section->id = analyse_id_slug(a, "s-", title);
	for (node = fields; node != NULL; node = next) {
		next = node->next;
		doc_node_unlink(node);
		doc_node_append(section, node);
	}
	doc_node_insert_after(around, section);
}

static void
separate_implications(struct analysis *a)
{
	struct node **found = NULL;
	size_t count = 0, cap = 0;
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE ||
		    walker.node->kind != NODE_FIELDS ||
		    walker.node->role != ROLE_IMPLICATIONS)
			continue;
		found = arena_push(
		    a->scratch, found, &count, &cap, sizeof(struct node *));
		found[count - 1] = walker.node;
	}
	for (size_t i = 0; i < count; i++)
		give_section(a, found[i]);
}

/* ---- who wrote it ---- */

/* "Ian Jones - Extension 157012": the name, then how to reach it. */
static void
take_signature(struct analysis *a, struct node *node)
{
	struct str text = analyse_text(a, node);
	struct plan_author *author = PUSH(a, authors);
	size_t at = str_find(text, " – "), len = sizeof(" – ") - 1;

	if (at == (size_t)-1) {
		at = str_find(text, " - ");
		len = sizeof(" - ") - 1;
	}
	author->name = text;
	if (at == (size_t)-1)
		return;
	author->name = str_head(text, at);
	author->contact = str_skip(text, at + len);
}

/* A line alone below numbered paragraphs that names an office: the author's
 * signature. */
static bool
is_signature(struct analysis *a, const struct node *node)
{
	static const char *const offices[] = { "director", "manager", "head of",
		"officer", "chief executive", "treasurer", "solicitor", NULL };
	struct str text;

	if (node->kind != NODE_PARAGRAPH || node->prev == NULL ||
	    node->as.paragraph.number.len > 0 ||
	    node->prev->kind != NODE_PARAGRAPH ||
	    node->prev->as.paragraph.number.len == 0)
		return false;
	text = doc_text(a->scratch, node);
	if (str_ends(text, ".") || analyse_word_count(text) > 12 ||
	    analyse_word_count(text) < 3)
		return false;
	for (size_t i = 0; offices[i] != NULL; i++)
		if (str_find_nocase(text, offices[i]) != (size_t)-1)
			return true;
	return false;
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
		else if (is_signature(a, walker.node))
			walker.node->role = ROLE_SIGNATURE;
	}
	separate_implications(a);
	read_identity(a);
}
