/* html_inline: inlines -> elements and text. */
#include "html_priv.h"

#include "base/arena.h"
#include "base/must.h"

static void
open_inline(struct html_page *page, const struct node *node, const char *name,
    const char *class)
{
	html_open(page, name);
	html_common(page, node, class);
}

/* An address that may not be followed is still shown: see link_leave. */
static bool
is_followed(const struct node *link)
{
	return link->as.link.target.len > 0 ||
	       html_url_is_safe(link->as.link.url);
}

static void
link_enter(struct html_page *page, const struct node *node)
{
	struct str target = node->as.link.target;

	if (!is_followed(node)) {
		open_inline(page, node, "span", "unsafe");
		return;
	}
	open_inline(page, node, "a", NULL);
	html_attr(page, "href",
	    target.len > 0 ? str_printf(page->scratch, "#%.*s", STR_ARG(target))
			   : html_url_encode(page->scratch, node->as.link.url));
	if (node->as.link.title.len > 0)
		html_attr(page, "title", node->as.link.title);
	if (node->first == NULL)
		html_put(page, target.len > 0 ? target : node->as.link.url);
}

static void
link_leave(struct html_page *page, const struct node *node)
{
	if (is_followed(node) || node->as.link.url.len == 0)
		return;
	html_put(page, str_from(" ("));
	html_put(page, node->as.link.url);
	html_put(page, str_from(")"));
}

static void
pixels(struct html_page *page, xmlNodePtr element, const char *name,
    unsigned count)
{
	if (count > 0)
		html_attr_of(page, element, name,
		    str_printf(page->scratch, "%u", count));
}

static void
image_missing(struct html_page *page, const struct node *node, struct str alt)
{
	struct str url = node->as.link.url;

	/* a box of its own, whatever stands beside it */
	html_put(page, str_from(" "));
	open_inline(page, node, "span", "image-missing");
	html_leaf(page, "span", "generated",
	    str_printf(
		page->scratch, "%.*s:", STR_ARG(html_word(page, WORD_IMAGE))));
	html_put(page, str_from(" "));
	html_put(page, alt.len > 0 ? alt : url);
	if (alt.len > 0 && url.len > 0) {
		html_put(page, str_from(" ("));
		html_put(page, url);
		html_put(page, str_from(")"));
	}
	html_close(page);
	html_put(page, str_from(" "));
}

/* Said once, though more than one renderer may look for the file. */
static void
image_say(const struct doc *doc, const struct node *node, const char *why)
{
	for (size_t i = 0; i < msgs_total(doc->msgs); i++) {
		const struct msg *msg = msgs_at(doc->msgs, i);

		if (str_is(msg->rule, "image-missing") &&
		    msg->pos.line == node->pos.line &&
		    msg->pos.col == node->pos.col &&
		    str_eq(msg->path, doc->path))
			return;
	}
	doc_say(doc, DOC_IMAGE_MISSING, node->pos, node->as.link.url,
	    str_from(why));
}

/* Below the picture, on a line of its own. */
static void
image_caption(struct html_page *page, const struct node *node)
{
	if (node->as.link.title.len == 0)
		return;
	html_put(page, str_from(" "));
	html_leaf(page, "span", "image-caption", node->as.link.title);
	html_put(page, str_from(" "));
}

static void
image_enter(struct html_page *page, const struct node *node)
{
	struct str alt = doc_text(page->scratch, node);
	struct html_image image = { 0 };
	const char *why = html_image_load(
	    page->scratch, &image, page->report->doc, node->as.link.url);
	xmlNodePtr element;

	if (why != NULL) {
		image_missing(page, node, alt);
		image_say(page->report->doc, node, why);
		image_caption(page, node);
		return;
	}
	element = html_void(page, "img");
	html_attr_of(page, element, "src", image.data_uri);
	html_attr_of(page, element, "alt", alt);
	pixels(page, element, "width", image.width);
	pixels(page, element, "height", image.height);
	if (node->id.len > 0)
		html_attr_of(page, element, "id", node->id);
	image_caption(page, node);
}

static void
note_ref_enter(struct html_page *page, const struct node *node)
{
	html_open(page, "sup");
	if (node->as.note.target.len == 0) {
		open_inline(page, node, "span", NULL);
		html_put(page, node->as.note.label);
		return;
	}
	open_inline(page, node, "a", "note-ref");
	html_attr(page, "href",
	    str_printf(page->scratch, "#%.*s", STR_ARG(node->as.note.target)));
	html_attr(page, "role", str_from("doc-noteref"));
	html_put(page, node->as.note.label);
}

static void
state_enter(struct html_page *page, const struct node *node)
{
	enum state state = node->as.state.state;

	if (state == STATE_NONE) {
		open_inline(page, node, "span", NULL);
		return;
	}
	open_inline(page, node, "span",
	    str_printf(page->scratch, "state is-%s", doc_state_name(state))
		.ptr);
	html_shape(page, state);
}

static void
text_enter(struct html_page *page, const struct node *node)
{
	if (node->id.len > 0 || node->lang.len > 0)
		open_inline(page, node, "span", NULL);
	html_put(page, node->as.text.text);
}

void
html_inline_enter(struct html_page *page, const struct node *node)
{
	switch (node->kind) {
	case NODE_TEXT:
		text_enter(page, node);
		break;
	case NODE_BREAK:
		html_void(page, "br");
		html_put(page, str_from("\n"));
		break;
	case NODE_EMPH:
		open_inline(page, node, "em", NULL);
		break;
	case NODE_STRONG:
		open_inline(page, node, "strong", NULL);
		break;
	case NODE_STRIKE:
		open_inline(page, node, "del", NULL);
		break;
	case NODE_CODE_SPAN:
		open_inline(page, node, "code", NULL);
		html_put(page, node->as.text.text);
		break;
	case NODE_LINK:
		link_enter(page, node);
		break;
	case NODE_IMAGE:
		image_enter(page, node);
		break;
	case NODE_NOTE_REF:
		note_ref_enter(page, node);
		break;
	case NODE_STATE:
		state_enter(page, node);
		break;
	case NODE_SPAN:
		open_inline(page, node, "span", NULL);
		break;
	case NODE_ABBR:
		open_inline(page, node, "abbr", NULL);
		html_attr(page, "title", node->as.abbr.expansion);
		break;
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_TABLE:
	case NODE_CAPTION:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_FIELDS:
	case NODE_FIELD:
	case NODE_QUOTE:
	case NODE_CODE:
	case NODE_RULE:
	case NODE_NOTES:
	case NODE_NOTE:
	case NODE_CONTENTS:
	case NODE_CHART:
	case NODE_KIND_COUNT:
		must(doc_kind_is_inline(node->kind));
	}
}

void
html_inline_leave(struct html_page *page, const struct node *node)
{
	if (node->kind == NODE_LINK)
		link_leave(page, node);
}
