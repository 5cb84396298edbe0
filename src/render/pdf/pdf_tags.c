/* pdf_tags: the structure tree (ISO 32000-1, 14.7): which tags are written,
 * in what order their kids stand, and their attributes. */
#include "render/pdf/pdf_paint_priv.h"

#include <math.h>
#include <stdlib.h>

#include "base/must.h"

enum {
	REF_WIDTH = 12, /* "123456 0 R ", a part of strides of pdf_save */
	SORT_PARENTS = TAG_TYPE_COUNT + 1 /* after those of the tags */
};

/* What is true of a type of tag. */
struct tag_info {
	const char *name;
	bool may_be_empty; /* written although nothing is in it */
};

static const struct tag_info tag_infos[TAG_TYPE_COUNT] = {
	[TAG_DOCUMENT] = { "Document", true },
	[TAG_SECT] = { "Sect", false },
	[TAG_H1] = { "H1", false },
	[TAG_H2] = { "H2", false },
	[TAG_H3] = { "H3", false },
	[TAG_H4] = { "H4", false },
	[TAG_H5] = { "H5", false },
	[TAG_H6] = { "H6", false },
	[TAG_P] = { "P", false },
	[TAG_L] = { "L", false },
	[TAG_LI] = { "LI", false },
	[TAG_LBL] = { "Lbl", false },
	[TAG_LBODY] = { "LBody", false },
	[TAG_TABLE] = { "Table", false },
	[TAG_CAPTION] = { "Caption", false },
	[TAG_THEAD] = { "THead", false },
	[TAG_TBODY] = { "TBody", false },
	[TAG_TR] = { "TR", false },
	/* Rows must have as many cells as there are columns. */
	[TAG_TH] = { "TH", true },
	[TAG_TD] = { "TD", true },
	[TAG_BLOCKQUOTE] = { "BlockQuote", false },
	[TAG_CODE] = { "Code", false },
	[TAG_FIGURE] = { "Figure", false },
	[TAG_LINK] = { "Link", false },
	[TAG_NOTE] = { "Note", false },
	[TAG_REFERENCE] = { "Reference", false },
	[TAG_TOC] = { "TOC", false },
	[TAG_TOCI] = { "TOCI", false },
	[TAG_SPAN] = { "Span", false },
};

const char *
pdf_tag_name(enum pdf_tag_type type)
{
	must(type < TAG_TYPE_COUNT);
	return tag_infos[type].name;
}

/* The root has no content of its own, so the order of its children is free. */
static void
link_children(struct pdf_paint *paint, bool last)
{
	const struct pdf_layout *layout = paint->layout;

	for (size_t i = 1; i < layout->tag_count; i++) {
		size_t parent = layout->tags[i].parent;
		struct pdf_paint_tag *tag;

		must(parent < i && (parent == 0 || !layout->tags[i].is_last));
		if (layout->tags[i].is_last != last)
			continue;
		tag = &paint->tags[parent];
		if (tag->last_child == PDF_NONE)
			tag->first_child = i;
		else
			paint->tags[tag->last_child].next_sibling = i;
		tag->last_child = i;
	}
}

/* A paragraph that is all there is in a cell or an item adds a level and says
 * nothing: its content is the cell's own. That halves the tags of a table. */
static void
merge_paragraphs(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;

	for (size_t i = 1; i < layout->tag_count; i++) {
		const struct pdf_tag *tag = &layout->tags[i];
		const struct pdf_paint_tag *own = &paint->tags[i];
		const struct pdf_paint_tag *parent = &paint->tags[tag->parent];
		enum pdf_tag_type above = layout->tags[tag->parent].type;

		paint->tags[i].owner = i;
		if (tag->type == TAG_P && tag->lang.len == 0 &&
		    tag->alt.len == 0 && tag->actual.len == 0 &&
		    tag->id.len == 0 && own->is_kept &&
		    own->first_link == PDF_NONE &&
		    (above == TAG_TD || above == TAG_TH ||
			above == TAG_LBODY) &&
		    parent->first_child == i && parent->last_child == i &&
		    parent->first_piece == PDF_NONE &&
		    parent->first_link == PDF_NONE)
			paint->tags[i].owner = tag->parent;
	}
}

/* Children stand in the order of their making, content in the order of
 * painting; both are merged by where a child's content begins. What is painted
 * long after what follows it in its paragraph has its place nonetheless: a
 * child comes no later than the first of the siblings behind it.
 *
 * From the last tag to the first, for parents are made before children: what
 * a tag holds is known when its parent is reached. */
void
pdf_tags_order(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;

	link_children(paint, false);
	link_children(paint, true);
	for (size_t i = layout->tag_count; i-- > 0;) {
		struct pdf_paint_tag *tag = &paint->tags[i];
		struct pdf_paint_tag *parent =
		    &paint->tags[layout->tags[i].parent];

		if (tag->first_piece < tag->order)
			tag->order = tag->first_piece;
		tag->is_kept = tag->is_kept || tag->first_piece != PDF_NONE ||
			       tag->first_link != PDF_NONE ||
			       tag_infos[layout->tags[i].type].may_be_empty;
		if (tag->is_kept)
			parent->is_kept = true;
		/* Siblings behind have been seen; this one is before them. */
		if (tag->next_sibling != PDF_NONE &&
		    paint->tags[tag->next_sibling].order < tag->order)
			tag->order = paint->tags[tag->next_sibling].order;
		if (i > 0 && tag->order < parent->order)
			parent->order = tag->order;
	}
	merge_paragraphs(paint);
}

struct pdf_kids
pdf_kids_of(const struct pdf_paint *paint, size_t tag)
{
	struct pdf_kids kids = { paint->tags[tag].first_child,
		paint->tags[tag].first_piece };

	return kids;
}

enum pdf_kid
pdf_kids_next(
    const struct pdf_paint *paint, struct pdf_kids *kids, size_t *index)
{
	if (kids->child == PDF_NONE && kids->piece == PDF_NONE)
		return KID_NONE;
	if (kids->child != PDF_NONE &&
	    (kids->piece == PDF_NONE ||
		paint->tags[kids->child].order < kids->piece)) {
		*index = kids->child;
		kids->child = paint->tags[*index].next_sibling;
		return KID_TAG;
	}
	*index = kids->piece;
	kids->piece = paint->pieces[*index].next;
	return KID_PIECE;
}

static unsigned
page_number(const struct pdf_paint *paint, size_t page)
{
	return pdf_object_number(paint->pages[page]);
}

/* The number of the tag that what belongs to `tag` is written under. */
static unsigned
owner_number(const struct pdf_paint *paint, size_t tag)
{
	return paint->tags[paint->tags[tag].owner].object->number;
}

static void
put_piece(struct pdf_paint *paint, const struct pdf_piece *piece, size_t home)
{
	struct buf *body = &paint->body;

	if (piece->page == home) {
		buf_printf(body, "%u", piece->mcid);
		return;
	}
	buf_puts(body, "<</Type/MCR/Pg ");
	pdf_put_ref(body, page_number(paint, piece->page));
	buf_printf(body, "/MCID %u>>", piece->mcid);
}

static void
put_link(struct pdf_paint *paint, size_t link, size_t home)
{
	struct buf *body = &paint->body;
	size_t page = paint->layout->links[link].page;

	buf_puts(body, "<</Type/OBJR/Obj ");
	pdf_put_ref(body, paint->link_objects[link]->number);
	if (page != home) {
		buf_puts(body, "/Pg ");
		pdf_put_ref(body, page_number(paint, page));
	}
	buf_puts(body, ">>");
}

static void
put_kids(struct pdf_paint *paint, size_t index)
{
	const struct pdf_paint_tag *tag = &paint->tags[index];
	struct buf *body = &paint->body;
	struct pdf_kids kids;
	size_t home = PDF_NONE, i;
	const char *between = "";
	enum pdf_kid kid;

	if (tag->first_child != PDF_NONE &&
	    paint->tags[tag->first_child].owner == index)
		tag = &paint->tags[index = tag->first_child];
	if (tag->first_piece != PDF_NONE) {
		home = paint->pieces[tag->first_piece].page;
		buf_puts(body, "/Pg ");
		pdf_put_ref(body, page_number(paint, home));
	}
	buf_puts(body, "/K[");
	kids = pdf_kids_of(paint, index);
	while ((kid = pdf_kids_next(paint, &kids, &i)) != KID_NONE) {
		if (kid == KID_TAG && !paint->tags[i].is_kept)
			continue;
		buf_puts(body, between);
		between = " ";
		if (kid == KID_TAG)
			pdf_put_ref(body, paint->tags[i].object->number);
		else
			put_piece(paint, &paint->pieces[i], home);
	}
	for (i = tag->first_link; i != PDF_NONE; i = paint->link_next[i])
		put_link(paint, i, home);
	buf_puts(body, "]");
}

static void
put_box(struct pdf_paint *paint, const struct pdf_paint_tag *tag)
{
	double height = paint->layout->pages[tag->box_page].height;
	const double corners[4] = { tag->box[0], height - tag->box[3],
		tag->box[2], height - tag->box[1] };

	buf_puts(&paint->body, "/A<</O/Layout/Placement/Block/BBox[");
	for (int i = 0; i < 4; i++) {
		pdf_put_hundredths(&paint->body, lround(corners[i] * 100));
		buf_puts(&paint->body, " ");
	}
	buf_puts(&paint->body, "]>>");
}

static void
put_attributes(struct pdf_paint *paint, size_t index)
{
	const struct pdf_tag *tag = &paint->layout->tags[index];
	struct buf *body = &paint->body;

	if (tag->type == TAG_TH && tag->scope != SCOPE_NONE)
		buf_printf(body, "/A<</O/Table/Scope/%s>>",
		    tag->scope == SCOPE_ROW ? "Row" : "Column");
	if (tag->type == TAG_L)
		buf_printf(body, "/A<</O/List/ListNumbering/%s>>",
		    tag->ordered ? "Decimal"
		    : tag->terms ? "None"
				 : "Disc");
	if (tag->type == TAG_FIGURE && paint->tags[index].has_box)
		put_box(paint, &paint->tags[index]);
	if (tag->lang.len > 0) {
		buf_puts(body, "/Lang");
		pdf_put_text(body, tag->lang);
	}
	if (tag->alt.len > 0) {
		buf_puts(body, "/Alt");
		pdf_put_text(body, tag->alt);
	}
	if (tag->actual.len > 0) {
		buf_puts(body, "/ActualText");
		pdf_put_text(body, tag->actual);
	}
	if (tag->id.len > 0) {
		buf_puts(body, "/ID");
		pdf_put_text(body, tag->id);
	}
	if (tag->expansion.len > 0) {
		buf_puts(body, "/E");
		pdf_put_text(body, tag->expansion);
	}
}

static void
write_tag(struct pdf_paint *paint, size_t index, unsigned root)
{
	const struct pdf_tag *tag = &paint->layout->tags[index];
	const struct pdf_paint_tag *own = &paint->tags[index];
	enum pdf_tag_type type = tag->type;

	/* What leads nowhere is no link. */
	if (type == TAG_LINK && own->first_link == PDF_NONE)
		type = TAG_SPAN;
	buf_printf(&paint->body, "<</S/%s/P ", pdf_tag_name(type));
	pdf_put_ref(
	    &paint->body, index == 0 ? root : owner_number(paint, tag->parent));
	put_attributes(paint, index);
	put_kids(paint, index);
	buf_puts(&paint->body, ">>");
	pdf_object_set(own->object, paint->arena, &paint->body);
}

/* Which tag each piece of a page belongs to, by its number. In columns, for
 * pdf_save stores what stands below its like in next to nothing. */
static unsigned
write_page_parents(struct pdf_paint *paint, size_t page)
{
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);

	object->sort = SORT_PARENTS;
	buf_printf(&paint->body, "%-*s", REF_WIDTH, "[");
	for (size_t i = paint->page_pieces[page];
	     i < paint->page_pieces[page + 1]; i++) {
		size_t end = paint->body.len + REF_WIDTH;

		pdf_put_ref(
		    &paint->body, owner_number(paint, paint->pieces[i].tag));
		do
			buf_puts(&paint->body, " ");
		while (paint->body.len < end);
	}
	buf_puts(&paint->body, "]");
	pdf_object_set(object, paint->arena, &paint->body);
	return object->number;
}

/* Keys: the pages, by their place, then the links, by theirs. */
static unsigned
write_parent_tree(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;
	size_t count = 0;
	struct pdf_leaf *leaves = arena_alloc(paint->arena,
	    (layout->page_count + layout->link_count) * sizeof(*leaves));

	for (size_t i = 0; i < layout->page_count; i++) {
		leaves[count].number = i;
		leaves[count++].object = write_page_parents(paint, i);
	}
	for (size_t i = 0; i < layout->link_count; i++) {
		size_t tag = layout->links[i].tag;

		if (paint->link_objects[i] == NULL)
			continue;
		leaves[count].number = layout->page_count + i;
		leaves[count++].object = paint->tags[tag].object->number;
	}
	return pdf_number_tree(paint, leaves, count);
}

static int
compare_names(const void *left, const void *right)
{
	const struct pdf_leaf *a = left, *b = right;

	return str_cmp(a->name, b->name);
}

/* Gives 0 when no tag has an id. */
static unsigned
write_id_tree(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;
	struct pdf_leaf *leaves = NULL;
	size_t count = 0, cap = 0;

	for (size_t i = 0; i < layout->tag_count; i++) {
		if (!paint->tags[i].is_kept || layout->tags[i].id.len == 0)
			continue;
		leaves = arena_push(
		    paint->arena, leaves, &count, &cap, sizeof(*leaves));
		leaves[count - 1].name = layout->tags[i].id;
		leaves[count - 1].object = paint->tags[i].object->number;
	}
	if (count == 0)
		return 0;
	qsort(leaves, count, sizeof(*leaves), compare_names);
	return pdf_name_tree(paint, leaves, count);
}

/* Numbers go by type: then the cells of a table name rows and contents that
 * follow one another, and pdf_save can store them in next to nothing. */
static void
make_objects(struct pdf_paint *paint, enum pdf_tag_type type)
{
	for (size_t i = 0; i < paint->layout->tag_count; i++) {
		struct pdf_paint_tag *tag = &paint->tags[i];

		if (paint->layout->tags[i].type != type || !tag->is_kept ||
		    tag->owner != i)
			continue;
		tag->object = pdf_object_new(paint->doc, paint->arena);
		tag->object->sort = 1 + type;
	}
}

void
pdf_tags_write(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;
	struct pdf_object *root = pdf_object_new(paint->doc, paint->arena);
	unsigned parents, ids;

	for (int type = 0; type < TAG_TYPE_COUNT; type++)
		make_objects(paint, type);
	for (size_t i = 0; i < layout->tag_count; i++)
		if (paint->tags[i].object != NULL)
			write_tag(paint, i, root->number);
	parents = write_parent_tree(paint);
	ids = write_id_tree(paint);
	buf_puts(&paint->body, "<</Type/StructTreeRoot/K ");
	pdf_put_ref(&paint->body, paint->tags[0].object->number);
	buf_puts(&paint->body, "/ParentTree ");
	pdf_put_ref(&paint->body, parents);
	buf_printf(&paint->body, "/ParentTreeNextKey %zu",
	    layout->page_count + layout->link_count);
	if (ids != 0) {
		buf_puts(&paint->body, "/IDTree ");
		pdf_put_ref(&paint->body, ids);
	}
	buf_puts(&paint->body, ">>");
	pdf_object_set(root, paint->arena, &paint->body);
	HPDF_Dict_Add(paint->doc->catalog, "StructTreeRoot", root->dict);
}
