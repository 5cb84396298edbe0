/* doc_walk: the order of the document, and its text. */
#include "model/doc.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "base/utf8.h"

static void
leave(struct walker *walker, struct node *node)
{
	bool at_root = node == walker->root;

	walker->node = node;
	walker->event = WALK_LEAVE;
	/* remembered now: the caller may unlink the node */
	walker->next = at_root ? NULL : node->next;
	walker->up = at_root ? NULL : node->parent;
}

static void
enter(struct walker *walker, struct node *node)
{
	walker->node = node;
	walker->event = WALK_ENTER;
}

bool
doc_walk(struct walker *walker)
{
	if (walker->node == NULL) {
		if (walker->root == NULL)
			return false;
		/* the walker gives back what it was given, const or not */
		enter(walker, (struct node *)(uintptr_t)walker->root);
	} else if (walker->event == WALK_ENTER) {
		bool skip = walker->skip;

		walker->skip = false;
		if (walker->node->first != NULL && !skip)
			enter(walker, walker->node->first);
		else
			leave(walker, walker->node);
	} else if (walker->next != NULL) {
		enter(walker, walker->next);
	} else if (walker->up != NULL) {
		leave(walker, walker->up);
	} else {
		return false;
	}
	return true;
}

void
doc_walk_skip(struct walker *walker)
{
	must(walker->event == WALK_ENTER);
	walker->skip = true;
}

/* Text being gathered, with white space folded over the seams of nodes. */
struct gather {
	struct buf *buf;
	size_t start;    /* where in buf this text began */
	bool want_space; /* before the next character that is none */
};

static void
gather_text(struct gather *gather, struct str text)
{
	while (text.len > 0) {
		struct str before = text;
		uint32_t c = utf8_next(&text);

		if (utf8_is_space(c)) {
			gather->want_space = true;
			continue;
		}
		if (gather->want_space && gather->buf->len > gather->start)
			buf_put(gather->buf, " ", 1);
		gather->want_space = false;
		buf_put(
		    gather->buf, before.ptr, (size_t)(text.ptr - before.ptr));
	}
}

/* The text that a node bears itself, before that of its children. */
static struct str
own_text(const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		return node->as.heading.number;
	case NODE_PARAGRAPH:
		return node->as.paragraph.number;
	case NODE_ITEM:
		return node->as.item.label;
	case NODE_FIELD:
		return node->as.field.name;
	case NODE_NOTE:
		return node->as.note.label;
	case NODE_CODE:
		return node->as.code.literal;
	case NODE_TEXT:
	case NODE_CODE_SPAN:
		return node->as.text.text;
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_LIST:
	case NODE_TABLE:
	case NODE_CAPTION:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_FIELDS:
	case NODE_QUOTE:
	case NODE_RULE:
	case NODE_NOTES:
	case NODE_CONTENTS:
	case NODE_CHART:
	case NODE_BREAK:
	case NODE_EMPH:
	case NODE_STRONG:
	case NODE_STRIKE:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_NOTE_REF: /* its number would stand amid the words */
	case NODE_STATE:
	case NODE_SPAN:
	case NODE_ABBR:
	case NODE_KIND_COUNT:
		break;
	}
	return (struct str){ NULL, 0 };
}

void
doc_text_put(struct buf *buf, const struct node *root)
{
	struct gather gather = { .buf = buf, .start = buf->len };
	struct walker walker = { .root = root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (!doc_kind_is_inline(node->kind) || node->kind == NODE_BREAK)
			gather.want_space = true;
		if (walker.event == WALK_LEAVE)
			continue;
		if (node != root || doc_kind_is_inline(node->kind) ||
		    node->kind == NODE_CODE) {
			gather_text(&gather, own_text(node));
			if (!doc_kind_is_inline(node->kind))
				gather.want_space = true;
		}
	}
}

struct str
doc_text(struct arena *arena, const struct node *node)
{
	struct buf buf = BUF_INIT;
	struct str text;

	doc_text_put(&buf, node);
	text = str_copy(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}
