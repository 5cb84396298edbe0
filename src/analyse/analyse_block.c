/* analyse_block: small looks at blocks that several passes take. */
#include "analyse/analyse_priv.h"

#include "base/utf8.h"

struct str
analyse_text(struct analysis *a, const struct node *node)
{
	return doc_text(a->doc->arena, node);
}

size_t
analyse_word_count(struct str text)
{
	size_t count = 0;
	bool in_word = false;

	while (text.len > 0) {
		bool is_space = utf8_is_space(utf8_next(&text));

		count += !is_space && !in_word;
		in_word = !is_space;
	}
	return count;
}

size_t
analyse_child_count(const struct node *node)
{
	size_t count = 0;

	for (const struct node *at = node->first; at != NULL; at = at->next)
		count++;
	return count;
}

struct node *
analyse_child(const struct node *node, size_t n)
{
	struct node *at = node->first;

	while (at != NULL && n-- > 0)
		at = at->next;
	return at;
}

void
analyse_text_cut(struct node *block, size_t bytes)
{
	struct walker walker = { .root = block };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE) {
			bool is_empty = node->kind == NODE_TEXT
					    ? node->as.text.text.len == 0
					    : node->first == NULL;

			if (is_empty && node != block &&
			    node->kind != NODE_BREAK &&
			    node->kind != NODE_NOTE_REF &&
			    node->kind != NODE_CODE_SPAN)
				doc_node_unlink(node);
			if (bytes == 0 && node->kind == NODE_TEXT)
				break;
			continue;
		}
		if (node->kind == NODE_TEXT) {
			size_t cut = bytes < node->as.text.text.len
					 ? bytes
					 : node->as.text.text.len;

			node->pos.col += (uint32_t)utf8_count(
			    str_head(node->as.text.text, cut));
			node->as.text.text = str_skip(node->as.text.text, cut);
			bytes -= cut;
		}
	}
}
