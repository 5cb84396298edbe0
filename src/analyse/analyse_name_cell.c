/* analyse_name_cell: a cell of owners -> the texts that names stand in. */
#include "analyse/analyse_name_priv.h"
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"

static void
add(struct analysis *a, struct name_texts *texts, struct str text)
{
	texts->texts = arena_push(a->scratch, texts->texts, &texts->count,
	    &texts->cap, sizeof(*texts->texts));
	texts->texts[texts->count - 1] = text;
}

/* "Ann Lee", "Bob Hay" on lines of their own: the lines. False: the second may
 * be what the first one does. */
static bool
add_lines(
    struct analysis *a, struct name_texts *texts, const struct node *block)
{
	size_t before = texts->count;
	struct buf buf = BUF_INIT;
	bool are_persons = true;

	for (const struct node *node = block->first; node != NULL;
	     node = node->next) {
		if (node->kind != NODE_BREAK)
			doc_text_put(&buf, node);
		if (node->next != NULL && node->kind != NODE_BREAK)
			continue;
		add(a, texts, str_fold(a->doc->arena, buf_str(&buf)));
		are_persons = are_persons &&
			      analyse_is_person(texts->texts[texts->count - 1]);
		buf_reset(&buf);
	}
	buf_clear(&buf);
	if (are_persons && texts->count > before + 1)
		return true;
	texts->count = before;
	return false;
}

struct name_texts
analyse_name_texts(struct analysis *a, const struct node *cell)
{
	struct name_texts texts = { .count = 0 };
	struct walker walker = { .root = cell };

	while (doc_walk(&walker)) {
		if (walker.event == WALK_LEAVE ||
		    doc_kind_holds(walker.node->kind) != HOLDS_INLINES)
			continue;
		if (!add_lines(a, &texts, walker.node))
			add(a, &texts, analyse_text(a, walker.node));
		doc_walk_skip(&walker);
	}
	return texts;
}
