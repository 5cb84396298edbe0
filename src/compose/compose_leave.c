/* compose_leave: what no step has used -> the report's list of what is left out
 * of a summary. It is gathered as the rest would be, so that the list and the
 * paper together hold every word of the draft. */
#include "compose/compose_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

/* What stands beside a node's text: numbers, names, addresses. */
static void
put_beside(struct buf *buf, const struct node *node)
{
	struct str text = { "", 0 };

	switch (node->kind) {
	case NODE_HEADING:
		text = node->as.heading.number;
		break;
	case NODE_PARAGRAPH:
		text = node->as.paragraph.number;
		break;
	case NODE_ITEM:
		text = node->as.item.label;
		break;
	case NODE_FIELD:
		text = node->as.field.name;
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		buf_printf(buf, " %.*s", STR_ARG(node->as.link.title));
		text = node->as.link.url;
		break;
	case NODE_NOTE:
	case NODE_NOTE_REF:
		text = node->as.note.label;
		break;
	default:
		break;
	}
	if (text.len > 0)
		buf_printf(buf, " %.*s ", STR_ARG(text));
}

/* All that a tree says; blocks are parted by a line's end. */
static struct str
words_of(struct arena *arena, const struct node *root)
{
	struct walker walker = { .root = root };
	struct buf buf = BUF_INIT;
	struct str text;

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		bool is_block = !doc_kind_is_inline(node->kind);

		if (is_block)
			buf_puts(&buf, "\n");
		if (walker.event == WALK_LEAVE ||
		    (node->flags & NODE_GENERATED))
			continue;
		put_beside(&buf, node);
		if (node->kind == NODE_TEXT || node->kind == NODE_CODE_SPAN)
			buf_put_str(&buf, node->as.text.text);
		else if (node->kind == NODE_CODE)
			buf_put_str(&buf, node->as.code.literal);
		else if (node->kind == NODE_BREAK)
			buf_puts(&buf, "\n");
	}
	text = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* What the front matter says, of which a summary shows only some. */
static struct str
with_settings(struct maker *maker, struct str words)
{
	const struct doc *doc = maker->doc;
	struct buf buf = BUF_INIT;
	struct str text;

	buf_put_str(&buf, words);
	for (size_t i = 0; i < doc->setting_count; i++)
		if (!doc->settings[i].is_default &&
		    !str_is(doc->settings[i].key, "title"))
			buf_printf(&buf, "\n%.*s %.*s",
			    STR_ARG(doc->settings[i].key),
			    STR_ARG(doc->settings[i].value));
	text = str_copy(maker->arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static size_t
count_words(struct str text)
{
	size_t count = 0;
	bool inside = false;

	while (text.len > 0) {
		bool is_word = utf8_is_word(utf8_next(&text));

		count += is_word && !inside;
		inside = is_word;
	}
	return count;
}

/* Tells which sections of the draft something is left out of. */
static void
mark_sections(struct maker *maker)
{
	xmlNode *draft = compose_xml_child(maker->view.report, "draft");

	for (xmlNode *at = draft->children; at != NULL; at = at->next) {
		const struct node *node = compose_view_ref(at)->node;

		if (node != NULL && compose_xml_is(at, "section") &&
		    compose_marks_cover(maker->marks, node) != COVER_ALL)
			compose_view_set(
			    &maker->view, at, "left", str_from("yes"));
	}
}

void
compose_leave(struct maker *maker)
{
	struct report *report = maker->report;
	struct node *left =
	    doc_node_new(maker->arena, NODE_DOCUMENT, (struct pos){ 0 });
	size_t words;

	compose_marks_sum(maker->marks, maker->doc->root);
	mark_sections(maker);
	compose_rest(maker, left);
	report->left_out = words_of(maker->arena, left);
	words = count_words(report->left_out);
	report->left_out = with_settings(maker, report->left_out);
	xmlUnsetProp(maker->view.report, BAD_CAST "left-out");
	compose_view_set_count(maker->view.report, "left-out", words);
	if (words > 0)
		doc_say(maker->doc, DOC_SUMMARY_SHORT, (struct pos){ 0 },
		    str_printf(maker->arena, "%zu", words),
		    maker->template->name);
}
