/* compose_section: a section, once or for each node that it selects, under the
 * template's heading or the author's own. */
#include "compose/compose_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

/* A heading longer than this reads better as a sentence of its own below a
 * short label, if it begins with one: "Objective 1.1: ...". In characters. */
enum { LONG_HEADING = 60, LONG_LABEL = 30 };

/* Bytes of the label in front, up to and with its colon or full stop; 0: the
 * text has no label that is worth splitting off. */
static size_t
label_len(struct str text)
{
	struct str rest = text;
	bool has_digit = false;

	if (utf8_count(text) <= LONG_HEADING)
		return 0;
	while (rest.len > 0 && text.len - rest.len < LONG_LABEL) {
		uint32_t c = utf8_next(&rest);
		bool at_space =
		    rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\n');

		has_digit |= utf8_is_digit(c);
		if (at_space && (c == ':' || (c == '.' && has_digit)))
			return text.len - rest.len;
	}
	return 0;
}

/* Moves what comes after the first `len` bytes of text to `rest`. Only the
 * first TEXT is cut: a label with markup inside it stays whole. */
static bool
split_label(struct maker *maker, struct node *heading, struct node *rest)
{
	struct node *first = heading->first;
	struct str text = doc_text(maker->arena, heading);
	size_t len = label_len(text);
	struct str tail;

	if (len == 0 || first->kind != NODE_TEXT ||
	    first->as.text.text.len < len)
		return false;
	tail = str_trim(str_skip(first->as.text.text, len));
	if (first->next == NULL && tail.len == 0)
		return false;
	/* kept as cut: the space at its end joins it to the next line */
	tail = str_skip(first->as.text.text, len);
	while (tail.len > 0 && tail.ptr[0] == ' ')
		tail = str_skip(tail, 1);
	first->as.text.text = str_head(first->as.text.text, len - 1);
	if (tail.len > 0)
		doc_text_append(maker->arena, rest, tail, first->pos);
	while (first->next != NULL) {
		struct node *next = first->next;

		doc_node_unlink(next);
		doc_node_append(rest, next);
	}
	return true;
}

/* The number of an objective whose number stands alone on a line before it,
 * perhaps with a table between. */
static struct str
number_before(struct maker *maker, const struct node *node, struct str number)
{
	const struct node *at = node->prev;

	for (int steps = 0; at != NULL && steps < 4; steps++, at = at->prev)
		if (at->kind == NODE_PARAGRAPH && at->first == NULL &&
		    str_starts(at->as.paragraph.number, number.ptr) &&
		    !compose_marks_used(maker->marks, at)) {
			compose_marks_use(maker->marks, at);
			return at->as.paragraph.number;
		}
	return (struct str){ "", 0 };
}

/* The author's heading, or the paragraph that serves as one. False when the
 * draft has none, or it is used already. */
static bool
add_drafts_heading(struct maker *maker, struct node *section, xmlNode *context)
{
	const struct node *node = compose_view_ref(context)->node;
	struct str number = compose_xml_attr(maker->arena, context, "section");
	struct node *heading, *rest;
	const struct node *source = node;

	if (node != NULL && node->kind == NODE_SECTION)
		source = node->first;
	if (source == NULL || compose_marks_used(maker->marks, source) ||
	    (source->kind != NODE_HEADING && source->kind != NODE_PARAGRAPH))
		return false;
	heading = doc_node_new(maker->arena, NODE_HEADING, source->pos);
	heading->end_line = source->end_line;
	heading->flags = source->flags & NODE_GENERATED;
	heading->id = source->id;
	heading->as.heading.number = source->kind == NODE_HEADING
					 ? source->as.heading.number
					 : source->as.paragraph.number;
	if (heading->as.heading.number.len == 0 && number.len > 0)
		heading->as.heading.number =
		    number_before(maker, source, number);
	compose_marks_use(maker->marks, source);
	for (const struct node *at = source->first; at != NULL; at = at->next)
		doc_node_append(heading, doc_node_copy(maker->arena, at));
	doc_node_append(section, heading);
	section->id = node != source ? node->id : section->id;
	section->lang = node->lang;
	rest = doc_node_new(maker->arena, NODE_PARAGRAPH, source->pos);
	if (split_label(maker, heading, rest))
		doc_node_append(section, rest);
	return true;
}

static void
add_heading(struct maker *maker, struct node *section, const xmlNode *step,
    xmlNode *context)
{
	struct pos pos = compose_view_ref(context)->pos;
	const xmlNode *wording = compose_xml_child(step, "heading");
	struct node *heading;
	struct str title;

	if (str_is(compose_xml_attr(maker->arena, step, "heading"), "draft") &&
	    add_drafts_heading(maker, section, context))
		return;
	heading = compose_new(maker, NODE_HEADING, pos);
	section->flags |= NODE_GENERATED;
	title = compose_title(maker, step, "title", context);
	if (wording != NULL)
		compose_inline(maker, heading, wording, context);
	else if (title.len > 0)
		doc_text_append(maker->arena, heading, title, pos);
	if (wording == NULL)
		heading->lang = compose_say_language(maker, step);
	if (heading->first == NULL)
		doc_text_append(maker->arena, heading,
		    words_text(&maker->words, WORD_UNTITLED), pos);
	doc_node_append(section, heading);
}

static enum node_role
role_from(struct str name)
{
	for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
		if (str_is(name, doc_role_name((enum node_role)role)))
			return (enum node_role)role;
	return ROLE_NONE;
}

static void
set_flags(struct maker *maker, struct node *section, const xmlNode *step)
{
	static const struct {
		const char *name, *value;
		enum node_flag flag;
	} flags[] = {
		{ "landscape", "yes", NODE_LANDSCAPE },
		{ "landscape", "auto", NODE_MAY_TURN },
		{ "new-page", "yes", NODE_NEW_PAGE },
		{ "quiet", "yes", NODE_QUIET },
	};

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (str_is(compose_xml_attr(maker->arena, step, flags[i].name),
			flags[i].value))
			section->flags |= flags[i].flag;
}

static void
build_one(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	const struct view_ref *ref = compose_view_ref(context);
	struct node *section =
	    doc_node_new(maker->arena, NODE_SECTION, ref->pos);
	struct node *heading_end;

	if (!compose_query_test(maker, step, context))
		return;
	section->id = compose_xml_attr(maker->arena, step, "id");
	section->role = role_from(compose_xml_attr(maker->arena, step, "role"));
	if (section->role == ROLE_NONE && ref->node != NULL)
		section->role = ref->node->role;
	set_flags(maker, section, step);
	add_heading(maker, section, step, context);
	if (section->id.len == 0)
		section->id = compose_xml_attr(maker->arena, context, "anchor");
	heading_end = section->last;
	compose_build(maker, section, step, context);
	/* a heading of ours with nothing below it is no section */
	if (section->last != heading_end || heading_end->prev != NULL ||
	    (heading_end->flags & NODE_GENERATED) == 0)
		doc_node_append(to, section);
}

void
compose_section(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct selection all;

	if (xmlHasProp((xmlNode *)step, BAD_CAST "each") == NULL) {
		build_one(maker, to, step, context);
		return;
	}
	all = compose_query_nodes(maker, step, "each", context);
	for (size_t i = 0; i < all.count; i++)
		build_one(maker, to, step, all.nodes[i]);
}
