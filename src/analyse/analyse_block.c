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

/* ---- a part of a paragraph ---- */

/* White space is folded in doc_text, so that only other bytes count. */
static size_t
count_black(struct str text)
{
	size_t count = 0;

	while (text.len > 0) {
		struct str before = text;

		if (!utf8_is_space(utf8_next(&text)))
			count += (size_t)(text.ptr - before.ptr);
	}
	return count;
}

/* Cuts `count` such bytes, and the white space before them, off the front. */
static struct str
cut_black(struct str *text, size_t count)
{
	const char *begin = text->ptr;

	while (text->len > 0 && count > 0) {
		struct str before = *text;

		if (!utf8_is_space(utf8_next(text)))
			count -= (size_t)(text->ptr - before.ptr);
	}
	return str_range(begin, text->ptr);
}

/* Keeps what of the text lies between `*skip` and `*keep` bytes further on;
 * moves both. */
static void
keep_black(struct node *node, size_t *skip, size_t *keep)
{
	struct str rest = node->as.text.text;
	size_t black = count_black(rest);
	size_t skipped = black < *skip ? black : *skip;
	size_t kept = black - skipped < *keep ? black - skipped : *keep;
	struct str head = cut_black(&rest, skipped);

	*skip -= skipped;
	if (*skip > 0 || *keep == 0)
		rest = str_head(rest, 0);
	else if (kept == *keep)
		rest = cut_black(&rest, kept);
	*keep -= kept;
	node->pos.col += (uint32_t)utf8_count(head);
	node->as.text.text = rest;
}

/* The same for what is kept whole or not at all; false: it is not. */
static bool
keep_whole(
    struct analysis *a, const struct node *node, size_t *skip, size_t *keep)
{
	size_t black = count_black(doc_text(a->scratch, node));
	bool is_kept = *skip == 0 && *keep > 0;

	*skip -= black < *skip ? black : *skip;
	if (is_kept)
		*keep -= black < *keep ? black : *keep;
	return is_kept;
}

static bool
is_blank(const struct node *node)
{
	return node->kind == NODE_BREAK ||
	       (node->kind == NODE_TEXT &&
		   str_trim(node->as.text.text).len == 0);
}

/* Takes away the white space, and the breaks, at the ends. */
static void
trim_ends(struct node *block)
{
	while (block->first != NULL && is_blank(block->first))
		doc_node_unlink(block->first);
	while (block->last != NULL && is_blank(block->last))
		doc_node_unlink(block->last);
	if (block->first != NULL && block->first->kind == NODE_TEXT) {
		struct node *node = block->first;
		struct str text = node->as.text.text;
		const char *begin = str_trim(text).ptr;

		node->pos.col +=
		    (uint32_t)utf8_count(str_range(text.ptr, begin));
		node->as.text.text = str_range(begin, text.ptr + text.len);
	}
	if (block->last != NULL && block->last->kind == NODE_TEXT) {
		struct str text = block->last->as.text.text;
		struct str black = str_trim(text);

		block->last->as.text.text =
		    str_range(text.ptr, black.ptr + black.len);
	}
}

struct node *
analyse_text_part(
    struct analysis *a, const struct node *block, size_t from, size_t to)
{
	struct str text = doc_text(a->scratch, block);
	size_t skip = count_black(str_head(text, from));
	size_t keep = count_black(str_range(text.ptr + from, text.ptr + to));
	struct node *part = doc_node_copy(a->doc->arena, block);
	struct walker walker = { .root = part };

	part->kind = NODE_PARAGRAPH;
	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (node == part || walker.event == WALK_ENTER)
			continue;
		if (node->kind == NODE_TEXT) {
			keep_black(node, &skip, &keep);
			if (node->as.text.text.len == 0)
				doc_node_unlink(node);
		} else if (node->kind == NODE_BREAK ||
			   node->kind == NODE_CODE_SPAN ||
			   node->kind == NODE_NOTE_REF) {
			if (!keep_whole(a, node, &skip, &keep))
				doc_node_unlink(node);
		} else if (node->first == NULL) {
			doc_node_unlink(node);
		}
	}
	trim_ends(part);
	if (part->first != NULL)
		part->pos = part->first->pos;
	return part;
}

struct node *
analyse_fields_split(
    struct analysis *a, struct node *fields, struct node *field)
{
	struct node *rest;

	if (field->next == NULL)
		return NULL;
	rest = doc_node_new(a->doc->arena, NODE_FIELDS, field->next->pos);
	rest->end_line = fields->end_line;
	while (field->next != NULL) {
		struct node *moved = field->next;

		doc_node_unlink(moved);
		doc_node_append(rest, moved);
	}
	doc_node_insert_after(fields, rest);
	return rest;
}
