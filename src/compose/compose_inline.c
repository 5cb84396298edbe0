/* compose_inline: the wording in a step, with its values -> inlines. */
#include "compose/compose_priv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static bool
ends_in_space(const struct node *to)
{
	const struct node *last = to->last;

	return last == NULL || last->kind == NODE_BREAK ||
	       (last->kind == NODE_TEXT && str_ends(last->as.text.text, " "));
}

/* Adds to the text that is there, so that a sentence is one TEXT. White space
 * is as in a web page: any of it is one space, and none at the ends. */
static void
put_text(struct maker *maker, struct node *to, struct str text, struct pos pos)
{
	struct node *last = to->last;
	struct node *added;

	if (ends_in_space(to) && str_starts(text, " "))
		text = str_skip(text, 1);
	if (text.len == 0)
		return;
	if (last != NULL && last->kind == NODE_TEXT) {
		last->as.text.text = str_printf(maker->arena, "%.*s%.*s",
		    STR_ARG(last->as.text.text), STR_ARG(text));
		return;
	}
	added = doc_text_append(maker->arena, to, text, pos);
	added->flags |= NODE_GENERATED;
}

static void
put_wording(
    struct maker *maker, struct node *to, struct str text, struct pos pos)
{
	static const char spaces[] = " \t\n\r";
	struct str folded = str_fold(maker->arena, text);

	if (folded.len == 0) {
		put_text(maker, to, str_from(" "), pos);
		return;
	}
	put_text(maker, to,
	    str_printf(maker->arena, "%s%.*s%s",
		strchr(spaces, text.ptr[0]) ? " " : "", STR_ARG(folded),
		strchr(spaces, text.ptr[text.len - 1]) ? " " : ""),
	    pos);
}

static void
trim_end(struct node *to)
{
	struct node *last = to->last;

	if (last == NULL || last->kind != NODE_TEXT)
		return;
	last->as.text.text = str_trim(last->as.text.text);
	if (last->as.text.text.len == 0)
		doc_node_unlink(last);
}

static void put_all(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context);

static struct str
attr_of(struct maker *maker, const xmlNode *step, const char *name)
{
	return compose_xml_attr(maker->arena, step, name);
}

/* "1 action is", "2 actions are"; `none` stands for nought if it is given. */
static void
put_number(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context, struct pos pos)
{
	double number = compose_query_number(maker, step, "select", context);
	struct str none = attr_of(maker, step, "none"), form;
	struct buf buf = BUF_INIT;

	if (isnan(number))
		number = 0;
	form = compose_plural(
	    maker, step, words_plural(maker->words.language, number));
	if (number == 0 && none.len > 0) {
		buf_put_str(&buf, none);
	} else {
		if (!str_is(attr_of(maker, step, "show"), "no"))
			buf_put_number(&buf, number, 1);
		if (form.len > 0)
			buf_printf(&buf, "%s%.*s", buf.len > 0 ? " " : "",
			    STR_ARG(form));
	}
	put_text(maker, to, str_copy(maker->arena, buf_str(&buf)), pos);
	buf_clear(&buf);
}

static void
put_link(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context, struct pos pos)
{
	struct node *link = compose_new(maker, NODE_LINK, pos);

	link->as.link.target = compose_query_text(maker, step, "to", context);
	doc_node_append(to, link);
	compose_inline(maker, link, step, context);
}

static void
put_state(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context, struct pos pos)
{
	struct str name = compose_query_text(maker, step, "select", context);
	struct node *state = compose_new(maker, NODE_STATE, pos);

	state->as.state.state = doc_state_from(name);
	doc_node_append(to, state);
	compose_inline(maker, state, step, context);
	if (state->first == NULL)
		doc_text_append(maker->arena, state,
		    maker->theme->states[state->as.state.state].label, pos);
}

/* Welsh says "ac" before a vowel, and before "un" and "wyth" where a number is
 * in figures; before small words that were once longer too. */
static bool
is_said_with_ac(struct str next)
{
	static const char *const words[] = { "fel ", "felly ", "mae ", "mai ",
		"megis ", "meddai ", "mor ", "na ", "nad ", "ni ", "nid ",
		"roedd ", "sydd ", "wyneb", "wyth" };
	uint32_t first, second;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts_nocase(next, words[i]))
			return true;
	if (next.len == 0)
		return false;
	first = utf8_base(utf8_lower(utf8_next(&next)));
	second = next.len > 0 ? utf8_base(utf8_lower(utf8_next(&next))) : ' ';
	switch (first) {
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case '8':
		return true;
	case 'y': /* "York" has a consonant there */
		return second != 'o' && second != 'a' && second != 'u';
	case '1': /* "un", "un ar ddeg"; but "deg", "cant", "mil" */
		return second < '0' || second > '9' ||
		       (second != '0' && (next.len == 0 || next.ptr[0] < '0' ||
					     next.ptr[0] > '9'));
	}
	return false;
}

/* What stands before the last of a list. */
static struct str
last_joint(
    struct maker *maker, struct str last, const xmlNode *step, xmlNode *context)
{
	struct node *next;

	if (!str_is(words_primary(maker->words.language), "cy") ||
	    (!str_is(last, " a ") && !str_is(last, " ac ")))
		return last;
	next = compose_new(maker, NODE_PARAGRAPH, (struct pos){ 0 });
	put_all(maker, next, step, context);
	return str_from(is_said_with_ac(str_trim(doc_text(maker->arena, next)))
			    ? " ac "
			    : " a ");
}

/* "a, b and c": the wording once for each node selected. */
static void
put_join(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context, struct pos pos)
{
	struct selection all =
	    compose_query_nodes(maker, step, "select", context);
	struct str between = attr_of(maker, step, "between");
	struct str last = attr_of(maker, step, "last");

	if (between.len == 0)
		between = str_from(", ");
	if (last.len == 0)
		last = between;
	for (size_t i = 0; i < all.count; i++) {
		if (i > 0)
			put_text(maker, to,
			    i + 1 < all.count
				? between
				: last_joint(maker, last, step, all.nodes[i]),
			    pos);
		put_all(maker, to, step, all.nodes[i]);
	}
}

static void
put_styled(struct maker *maker, struct node *to, enum node_kind kind,
    const xmlNode *step, xmlNode *context, struct pos pos)
{
	struct node *node = compose_new(maker, kind, pos);

	doc_node_append(to, node);
	compose_inline(maker, node, step, context);
}

static void
put_message(
    struct maker *maker, struct node *to, struct str id, xmlNode *context)
{
	const xmlNode *message = compose_say(maker, id);

	if (message != NULL)
		put_all(maker, to, message, context);
}

/* No longer than `most` characters, cut between words; empty: whole. */
static struct str
cut(struct maker *maker, struct str text, struct str most)
{
	struct str rest = text, kept = text;
	size_t left = strtoul(most.len > 0 ? most.ptr : "0", NULL, 10);

	if (most.len == 0 || utf8_count(text) <= left)
		return text;
	kept.len = 0;
	for (; left > 0; left--) {
		if (rest.ptr[0] == ' ')
			kept.len = text.len - rest.len;
		utf8_next(&rest);
	}
	if (kept.len == 0)
		kept.len = text.len - rest.len;
	return str_printf(maker->arena, "%.*s…", STR_ARG(kept));
}

static void
put_element(struct maker *maker, struct node *to, const xmlNode *step,
    xmlNode *context, struct pos pos)
{
	if (!compose_query_test(maker, step, context))
		return;
	if (compose_xml_is(step, "value")) {
		struct str text =
		    compose_query_text(maker, step, "select", context);

		put_text(maker, to,
		    cut(maker, text, attr_of(maker, step, "most")), pos);
	} else if (compose_xml_is(step, "number")) {
		put_number(maker, to, step, context, pos);
	} else if (compose_xml_is(step, "state")) {
		put_state(maker, to, step, context, pos);
	} else if (compose_xml_is(step, "link")) {
		put_link(maker, to, step, context, pos);
	} else if (compose_xml_is(step, "join")) {
		put_join(maker, to, step, context, pos);
	} else if (compose_xml_is(step, "strong")) {
		put_styled(maker, to, NODE_STRONG, step, context, pos);
	} else if (compose_xml_is(step, "emph")) {
		put_styled(maker, to, NODE_EMPH, step, context, pos);
	} else if (compose_xml_is(step, "part")) {
		put_all(maker, to, step, context);
	} else if (compose_xml_is(step, "say")) {
		put_message(maker, to, attr_of(maker, step, "id"), context);
	} else if (compose_xml_is(step, "break")) {
		doc_node_append(to, compose_new(maker, NODE_BREAK, pos));
	}
}

static void
put_all(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct pos pos = compose_view_ref(context)->pos;

	for (const xmlNode *at = step->children; at != NULL; at = at->next)
		if (at->type == XML_TEXT_NODE)
			put_wording(maker, to,
			    str_from((const char *)at->content), pos);
		else if (at->type == XML_ELEMENT_NODE)
			put_element(maker, to, at, context, pos);
}

void
compose_inline(
    struct maker *maker, struct node *to, const xmlNode *step, xmlNode *context)
{
	struct str id = attr_of(maker, step, "say");

	/* of a field, it is the name that is said so */
	if (id.len > 0 && !compose_xml_is(step, "field")) {
		put_message(maker, to, id, context);
		to->lang = compose_say_language(maker, step);
	} else {
		put_all(maker, to, step, context);
	}
	trim_end(to);
}

struct str
compose_inline_text(struct maker *maker, const xmlNode *step, xmlNode *context)
{
	struct node *scratch =
	    compose_new(maker, NODE_PARAGRAPH, (struct pos){ 0 });

	if (step == NULL)
		return (struct str){ "", 0 };
	compose_inline(maker, scratch, step, context);
	return doc_text(maker->arena, scratch);
}

struct str
compose_title(struct maker *maker, const xmlNode *step, const char *attr,
    xmlNode *context)
{
	struct str id = attr_of(maker, step, "say");
	const xmlNode *message = id.len > 0 ? compose_say(maker, id) : NULL;

	return message != NULL ? compose_inline_text(maker, message, context)
			       : attr_of(maker, step, attr);
}
