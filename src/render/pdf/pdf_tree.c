/* pdf_tree: number and name trees (ISO 32000-1, 7.9.6 and 7.9.7), in two
 * levels: a root, and leaves that hold some keys each with their limits. */
#include "render/pdf/pdf_paint_priv.h"

enum { PER_LEAF = 64 };

static void
put_key(struct buf *body, const struct pdf_leaf *leaf, bool by_name)
{
	if (by_name)
		pdf_put_text(body, leaf->name);
	else
		buf_printf(body, "%zu", leaf->number);
}

static unsigned
write_leaf(struct pdf_paint *paint, const struct pdf_leaf *leaves, size_t count,
    bool by_name)
{
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);
	struct buf *body = &paint->body;

	buf_puts(body, "<</Limits[");
	put_key(body, &leaves[0], by_name);
	buf_puts(body, " ");
	put_key(body, &leaves[count - 1], by_name);
	buf_printf(body, "]/%s[", by_name ? "Names" : "Nums");
	for (size_t i = 0; i < count; i++) {
		put_key(body, &leaves[i], by_name);
		buf_puts(body, " ");
		pdf_put_ref(body, leaves[i].object);
		buf_puts(body, "\n");
	}
	buf_puts(body, "]>>");
	pdf_object_set(object, paint->arena, body);
	return object->number;
}

static unsigned
write_tree(struct pdf_paint *paint, const struct pdf_leaf *leaves, size_t count,
    bool by_name)
{
	struct pdf_object *root = pdf_object_new(paint->doc, paint->arena);
	struct buf kids = BUF_INIT;

	buf_puts(&kids, "<</Kids[");
	for (size_t i = 0; i < count; i += PER_LEAF) {
		size_t left = count - i;

		pdf_put_ref(
		    &kids, write_leaf(paint, leaves + i,
			       left < PER_LEAF ? left : PER_LEAF, by_name));
		buf_puts(&kids, "\n");
	}
	buf_puts(&kids, "]>>");
	pdf_object_set(root, paint->arena, &kids);
	buf_clear(&kids);
	return root->number;
}

unsigned
pdf_number_tree(
    struct pdf_paint *paint, const struct pdf_leaf *leaves, size_t count)
{
	return write_tree(paint, leaves, count, false);
}

unsigned
pdf_name_tree(
    struct pdf_paint *paint, const struct pdf_leaf *leaves, size_t count)
{
	return write_tree(paint, leaves, count, true);
}
