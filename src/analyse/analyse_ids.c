/* analyse_ids: anchors for all that can be pointed at: sections, numbered
 * paragraphs, appendices. They follow from numbers and words as written, so
 * that they stay the same from one edition to the next. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"

enum { SLUG_MAX = 48 /* bytes */ };

/* Letters, digits, dots and hyphens; the rest becomes one hyphen a run. */
static void
put_slug(struct buf *buf, struct str text)
{
	size_t start = buf->len;
	bool gap = false;

	while (text.len > 0 && buf->len - start < SLUG_MAX) {
		uint32_t c = utf8_next(&text);

		if (!utf8_is_word(c) && c != '.') {
			gap = true;
			continue;
		}
		if (gap && buf->len > start)
			buf_puts(buf, "-");
		gap = false;
		buf_put_char(buf, utf8_lower(c));
	}
	while (buf->len > start && buf->ptr[buf->len - 1] == '.')
		buf->len--;
}

static struct str
slug(struct analysis *a, const char *prefix, struct str text)
{
	struct buf buf = BUF_INIT;
	struct str id;

	buf_puts(&buf, prefix);
	put_slug(&buf, text);
	id = str_copy(a->doc->arena, buf_str(&buf));
	buf_clear(&buf);
	return id;
}

struct str
analyse_id_unique(struct analysis *a, struct str id)
{
	struct str tried = id;
	size_t n;

	if (map_add(a->scratch, &a->ids, id, 1))
		return id;
	/* on from the last one given: thousands may have one name */
	n = *map_find(&a->ids, id);
	do
		tried = str_printf(a->doc->arena, "%.*s-%zu", STR_ARG(id), ++n);
	while (!map_add(a->scratch, &a->ids, tried, 1));
	*map_find(&a->ids, id) = n;
	return tried;
}

struct str
analyse_id_slug(struct analysis *a, const char *prefix, struct str text)
{
	return analyse_id_unique(a, slug(a, prefix, text));
}

static struct str
id_for(struct analysis *a, const struct node *node)
{
	struct str number;

	if (node->kind == NODE_PARAGRAPH) {
		number = analyse_number_bare(node->as.paragraph.number);
		return number.len > 0 ? analyse_id_slug(a, "paragraph-", number)
				      : number;
	}
	number = analyse_number_bare(node->first->as.heading.number);
	return number.len > 0 ? analyse_id_slug(a, "section-", number)
			      : analyse_id_slug(
				    a, "s-", doc_text(a->scratch, node->first));
}

void
analyse_ids(struct analysis *a)
{
	struct walker walker = { .root = a->doc->root };

	while (doc_walk(&walker)) {
		struct node *node = walker.node;

		if (walker.event == WALK_LEAVE)
			continue;
		if (node->id.len > 0)
			map_add(a->scratch, &a->ids, node->id, 1);
		else if (node->kind == NODE_SECTION ||
			 node->kind == NODE_PARAGRAPH)
			node->id = id_for(a, node);
	}
}
