/* pdf_links: active areas, bookmarks and page labels: how a reader finds the
 * way (ISO 32000-1, 12.3 and 12.5.6.5). */
#include "render/pdf/pdf_paint_priv.h"

#include <math.h>
#include <stdlib.h>

#include "base/must.h"

static int
compare_dests(const void *left, const void *right)
{
	const struct pdf_dest *const *a = left, *const *b = right;

	return str_cmp((*a)->id, (*b)->id);
}

/* The layout's destinations in the order of their ids. */
static const struct pdf_dest **
sort_dests(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;
	const struct pdf_dest **sorted =
	    arena_alloc(paint->arena, layout->dest_count * sizeof(*sorted));

	for (size_t i = 0; i < layout->dest_count; i++)
		sorted[i] = &layout->dests[i];
	if (layout->dest_count > 0)
		qsort(
		    sorted, layout->dest_count, sizeof(*sorted), compare_dests);
	return sorted;
}

static const struct pdf_dest *
find_dest(const struct pdf_dest **sorted, size_t count, struct str id)
{
	const struct pdf_dest wanted = { .id = id }, *key = &wanted;
	const struct pdf_dest **found;

	if (count == 0 || id.len == 0)
		return NULL;
	found = bsearch(&key, sorted, count, sizeof(*sorted), compare_dests);
	return found != NULL ? *found : NULL;
}

static void
put_rect(struct pdf_paint *paint, const struct pdf_link *link)
{
	double height = paint->layout->pages[link->page].height;
	const double corners[4] = { link->x, height - link->y - link->height,
		link->x + link->width, height - link->y };

	buf_puts(&paint->body, "/Rect[");
	for (int i = 0; i < 4; i++) {
		pdf_put_hundredths(&paint->body, lround(corners[i] * 100));
		buf_puts(&paint->body, " ");
	}
	buf_puts(&paint->body, "]");
}

static void
put_dest(struct pdf_paint *paint, const struct pdf_dest *dest)
{
	double height = paint->layout->pages[dest->page].height;

	buf_puts(&paint->body, "/Dest[");
	pdf_put_ref(&paint->body, pdf_object_number(paint->pages[dest->page]));
	buf_puts(&paint->body, "/XYZ 0 ");
	pdf_put_hundredths(&paint->body, lround((height - dest->y) * 100));
	buf_puts(&paint->body, " null]");
}

/* An address is written in ASCII (RFC 3986): other bytes as "%C3%A9". */
static void
put_address(struct buf *body, struct str url)
{
	buf_puts(body, "/A<</S/URI/URI(");
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.ptr[i];

		if (c <= 0x20 || c >= 0x7F)
			buf_printf(body, "%%%02X", c);
		else {
			if (c == '(' || c == ')' || c == '\\')
				buf_puts(body, "\\");
			buf_put(body, url.ptr + i, 1);
		}
	}
	buf_puts(body, ")>>");
}

/* Flag 4: it prints; all annotations must (PDF/A-2, 6.3.2). */
static void
write_link(struct pdf_paint *paint, size_t index, const struct pdf_dest *dest)
{
	const struct pdf_link *link = &paint->layout->links[index];
	struct buf *body = &paint->body;

	buf_puts(body, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
	put_rect(paint, link);
	buf_printf(
	    body, "/StructParent %zu", paint->layout->page_count + index);
	buf_puts(body, "/Contents");
	pdf_put_text(body, link->contents.len > 0 ? link->contents
			   : link->url.len > 0    ? link->url
						  : link->target);
	if (link->url.len > 0)
		put_address(body, link->url);
	else
		put_dest(paint, dest);
	buf_puts(body, ">>");
	pdf_object_set(paint->link_objects[index], paint->arena, body);
}

static void
add_to_page(struct pdf_paint *paint, size_t index)
{
	HPDF_Page page = paint->pages[paint->layout->links[index].page];
	HPDF_Array annots =
	    HPDF_Dict_GetItem(page, "Annots", HPDF_OCLASS_ARRAY);

	if (annots == NULL) {
		/* Asking for what is not there leaves an error. */
		HPDF_ResetError(paint->doc);
		annots = HPDF_Array_New(paint->doc->mmgr);
		HPDF_Dict_Add(page, "Annots", annots);
	}
	HPDF_Array_Add(annots, paint->link_objects[index]->dict);
}

static void
add_to_tag(struct pdf_paint *paint, size_t index)
{
	size_t tag_index = paint->layout->links[index].tag;
	struct pdf_paint_tag *tag;

	must(tag_index < paint->layout->tag_count);
	tag = &paint->tags[tag_index];
	if (tag->last_link == PDF_NONE)
		tag->first_link = index;
	else
		paint->link_next[tag->last_link] = index;
	tag->last_link = index;
}

void
pdf_links_make(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;
	const struct pdf_dest **sorted = sort_dests(paint);

	paint->link_objects = arena_alloc(
	    paint->arena, layout->link_count * sizeof(*paint->link_objects));
	paint->link_next = arena_alloc(
	    paint->arena, layout->link_count * sizeof(*paint->link_next));
	for (size_t i = 0; i < layout->link_count; i++) {
		const struct pdf_link *link = &layout->links[i];
		const struct pdf_dest *dest =
		    find_dest(sorted, layout->dest_count, link->target);

		must(link->page < layout->page_count);
		paint->link_next[i] = PDF_NONE;
		if (link->url.len == 0 && dest == NULL)
			continue;
		paint->link_objects[i] =
		    pdf_object_new(paint->doc, paint->arena);
		write_link(paint, i, dest);
		add_to_page(paint, i);
		add_to_tag(paint, i);
	}
}

static HPDF_Array
make_dest(struct pdf_paint *paint, const struct pdf_bookmark *bookmark)
{
	HPDF_Array dest = HPDF_Array_New(paint->doc->mmgr);
	double height = paint->layout->pages[bookmark->page].height;

	HPDF_Array_Add(dest, paint->pages[bookmark->page]);
	HPDF_Array_AddName(dest, "XYZ");
	HPDF_Array_AddNumber(dest, 0);
	HPDF_Array_AddReal(
	    dest, (HPDF_REAL)(lround((height - bookmark->y) * 100) / 100.0));
	HPDF_Array_Add(dest, HPDF_Null_New(paint->doc->mmgr));
	return dest;
}

static HPDF_Outline
add_bookmark(struct pdf_paint *paint, const struct pdf_bookmark *bookmark,
    HPDF_Outline parent)
{
	struct str title = bookmark->title;
	HPDF_Outline outline =
	    HPDF_CreateOutline(paint->doc, parent, "-", NULL);

	if (outline == NULL)
		return NULL;
	HPDF_Dict_RemoveElement(outline, "Type");
	if (title.len == 0)
		title = str_from("-");
	HPDF_Dict_Add(outline, "Title", pdf_text_object(paint->doc, title));
	HPDF_Dict_Add(outline, "Dest", make_dest(paint, bookmark));
	/* The first level is open, so that the parts are seen at once. */
	HPDF_Outline_SetOpened(outline, parent == NULL);
	return outline;
}

void
pdf_bookmarks_write(struct pdf_paint *paint)
{
	enum { DEPTH = 8 };
	const struct pdf_layout *layout = paint->layout;
	HPDF_Outline open[DEPTH] = { NULL }; /* by level: the last one */
	int levels[DEPTH] = { 0 }, depth = 0;

	for (size_t i = 0; i < layout->bookmark_count; i++) {
		const struct pdf_bookmark *bookmark = &layout->bookmarks[i];

		must(bookmark->page < layout->page_count);
		/* Its parent is the last one with a smaller level. */
		while (depth > 0 && levels[depth - 1] >= bookmark->level)
			depth--;
		if (depth == DEPTH)
			depth--;
		open[depth] = add_bookmark(
		    paint, bookmark, depth > 0 ? open[depth - 1] : NULL);
		levels[depth] = bookmark->level;
		depth++;
	}
	if (layout->bookmark_count > 0)
		HPDF_SetPageMode(paint->doc, HPDF_PAGE_MODE_USE_OUTLINE);
	HPDF_AddPageLabel(paint->doc, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, NULL);
}
