/* pdf_layout_item: makes the parts of the page list: pages, items, tags,
 * destinations. Knows nothing of what they are for. */
#include "render/pdf/pdf_layout_priv.h"

#include <string.h>

#include "base/arena.h"
#include "base/must.h"

void *
pdf_reserve(struct arena *arena, void *items, size_t count, size_t *cap,
    size_t more, size_t size)
{
	void *moved;

	if (count + more <= *cap)
		return items;
	moved = arena_alloc(arena, (count + more) * size);
	if (count > 0)
		memcpy(moved, items, count * size);
	*cap = count + more;
	return moved;
}

size_t
pdf_tag_add(struct lay *lay, enum pdf_tag_type type, size_t parent)
{
	struct pdf_layout *out = lay->out;
	struct pdf_tag *tag;

	out->tags = arena_push(lay->arena, out->tags, &out->tag_count,
	    &out->tag_cap, sizeof(*out->tags));
	tag = &out->tags[out->tag_count - 1];
	/* the place may have been used for tags that were thrown away */
	*tag = (struct pdf_tag){ .type = type, .parent = parent };
	return out->tag_count - 1;
}

struct pdf_tag *
pdf_tag_at(struct lay *lay, size_t tag)
{
	must(tag < lay->out->tag_count);
	return &lay->out->tags[tag];
}

struct pdf_page *
pdf_page_add(struct lay *lay, double width, double height)
{
	struct pdf_layout *out = lay->out;

	out->pages = arena_push(lay->arena, out->pages, &out->page_count,
	    &out->page_cap, sizeof(*out->pages));
	pdf_page_last(lay)->width = width;
	pdf_page_last(lay)->height = height;
	return pdf_page_last(lay);
}

struct pdf_page *
pdf_page_last(struct lay *lay)
{
	must(lay->out->page_count > 0);
	return &lay->out->pages[lay->out->page_count - 1];
}

struct pdf_item *
pdf_item_add(struct lay *lay, enum pdf_item_kind kind, size_t tag)
{
	struct pdf_page *page = pdf_page_last(lay);
	struct pdf_item *item;

	page->items = arena_push(lay->arena, page->items, &page->item_count,
	    &page->item_cap, sizeof(*page->items));
	item = &page->items[page->item_count - 1];
	item->kind = kind;
	item->tag = tag;
	return item;
}

/* Decoration inside a repeated header belongs to the page as well. */
static size_t
decor_tag(const struct lay *lay)
{
	return lay->artifact != PDF_NONE ? lay->artifact : PDF_ARTIFACT_LAYOUT;
}

void
pdf_rect_add(struct lay *lay, double x, double y, double width, double height,
    struct colour colour)
{
	struct pdf_item *item = pdf_item_add(lay, ITEM_RECT, decor_tag(lay));

	item->x = x;
	item->y = y;
	item->width = width;
	item->height = height;
	item->colour = colour;
}

void
pdf_line_add(struct lay *lay, double x, double y, double width, double height,
    double thick_pt, struct colour colour)
{
	struct pdf_item *item = pdf_item_add(lay, ITEM_LINE, decor_tag(lay));

	item->x = x;
	item->y = y;
	item->width = width;
	item->height = height;
	item->colour = colour;
	item->as.line.thick_pt = thick_pt;
}

void
pdf_dest_add(struct lay *lay, struct str id, double y)
{
	struct pdf_layout *out = lay->out;
	struct pdf_dest *dest;

	if (id.len == 0 || lay->artifact != PDF_NONE)
		return;
	out->dests = arena_push(lay->arena, out->dests, &out->dest_count,
	    &out->dest_cap, sizeof(*out->dests));
	dest = &out->dests[out->dest_count - 1];
	dest->id = id;
	dest->page = out->page_count - 1;
	dest->y = y;
}

void
pdf_marks_place(struct lay *lay, const struct pdf_mark *marks, double y)
{
	struct pdf_layout *out = lay->out;

	if (lay->artifact != PDF_NONE)
		return;
	for (const struct pdf_mark *mark = marks; mark != NULL;
	     mark = mark->next) {
		struct pdf_bookmark *bookmark;

		pdf_dest_add(lay, mark->id, y);
		if (mark->toc != PDF_NONE)
			lay->toc[mark->toc].found_page = out->page_count - 1;
		if (mark->bookmark.len == 0)
			continue;
		out->bookmarks =
		    arena_push(lay->arena, out->bookmarks, &out->bookmark_count,
			&out->bookmark_cap, sizeof(*out->bookmarks));
		bookmark = &out->bookmarks[out->bookmark_count - 1];
		bookmark->level = mark->level;
		bookmark->title = mark->bookmark;
		bookmark->page = out->page_count - 1;
		bookmark->y = y;
		bookmark->beside = lay->flow.column > 0;
	}
}

uint16_t
pdf_face(struct lay *lay, enum pdf_family family, unsigned style)
{
	struct str name = lay->theme->body_family;

	style &= PDF_BOLD | PDF_ITALIC;
	if (lay->face_known[family][style])
		return lay->faces[family][style];
	if (family == FAMILY_HEADING && lay->theme->heading_family.len > 0)
		name = lay->theme->heading_family;
	if (family == FAMILY_MONO && lay->theme->mono_family.len > 0)
		name = lay->theme->mono_family;
	lay->faces[family][style] = pdf_fonts_find(lay->fonts, name, style);
	lay->face_known[family][style] = true;
	return lay->faces[family][style];
}

struct pdf_look
pdf_look_body(const struct lay *lay)
{
	return (struct pdf_look){ .family = FAMILY_BODY,
		.size_pt = lay->theme->body_pt,
		.colour = lay->theme->text };
}
