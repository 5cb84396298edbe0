/* pdf_layout_dump: the page list as text, for tests and for debugging: pages
 * with their items, then tags, links, destinations and bookmarks. */
#include "render/pdf/pdf_pages.h"

#include <math.h>

#include "base/buf.h"

static const char *const types[TAG_TYPE_COUNT] = {
	[TAG_DOCUMENT] = "Document",
	[TAG_SECT] = "Sect",
	[TAG_H1] = "H1",
	[TAG_H2] = "H2",
	[TAG_H3] = "H3",
	[TAG_H4] = "H4",
	[TAG_H5] = "H5",
	[TAG_H6] = "H6",
	[TAG_P] = "P",
	[TAG_L] = "L",
	[TAG_LI] = "LI",
	[TAG_LBL] = "Lbl",
	[TAG_LBODY] = "LBody",
	[TAG_TABLE] = "Table",
	[TAG_CAPTION] = "Caption",
	[TAG_THEAD] = "THead",
	[TAG_TBODY] = "TBody",
	[TAG_TR] = "TR",
	[TAG_TH] = "TH",
	[TAG_TD] = "TD",
	[TAG_BLOCKQUOTE] = "BlockQuote",
	[TAG_CODE] = "Code",
	[TAG_FIGURE] = "Figure",
	[TAG_LINK] = "Link",
	[TAG_NOTE] = "Note",
	[TAG_REFERENCE] = "Reference",
	[TAG_TOC] = "TOC",
	[TAG_TOCI] = "TOCI",
	[TAG_SPAN] = "Span",
};

static const char *const shapes[] = {
	[SHAPE_CIRCLE] = "circle",
	[SHAPE_RING] = "ring",
	[SHAPE_SQUARE] = "square",
	[SHAPE_TRIANGLE] = "triangle",
	[SHAPE_DIAMOND] = "diamond",
	[SHAPE_TICK] = "tick",
	[SHAPE_BARS] = "bars",
	[SHAPE_CROSS] = "cross",
};

/* Half points: what the eye can tell apart, and the same on all machines. */
static void
put_place(struct buf *buf, double value)
{
	double rounded = floor(value * 2 + 0.5) / 2;

	buf_puts(buf, " ");
	buf_put_number(buf, rounded == 0 ? 0 : rounded, 1);
}

static void
put_tag(struct buf *buf, const struct pdf_layout *layout, size_t tag)
{
	if (tag == PDF_ARTIFACT_PAGINATION)
		buf_puts(buf, " (page)");
	else if (tag == PDF_ARTIFACT_LAYOUT)
		buf_puts(buf, " (layout)");
	else if (tag == PDF_ARTIFACT_WATERMARK)
		buf_puts(buf, " (watermark)");
	else
		buf_printf(buf, " %s#%zu", types[layout->tags[tag].type], tag);
}

static void
put_quoted(struct buf *buf, struct str text)
{
	buf_puts(buf, " \"");
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"' || text.ptr[i] == '\\')
			buf_put(buf, "\\", 1);
		if (text.ptr[i] == '\n')
			buf_puts(buf, "\\n");
		else
			buf_put(buf, &text.ptr[i], 1);
	}
	buf_puts(buf, "\"");
}

static void
put_text(struct buf *buf, const struct pdf_layout *layout,
    const struct pdf_item *item)
{
	struct buf words = BUF_INIT;

	buf_puts(buf, "text");
	put_place(buf, item->x);
	put_place(buf, item->y);
	buf_printf(buf, " face %u size ",
	    item->as.text.count > 0 ? item->as.text.glyphs[0].face : 0);
	buf_put_number(buf, item->as.text.size_pt, 1);
	put_tag(buf, layout, item->tag);
	for (size_t i = 0; i < item->as.text.count; i++) {
		const struct pdf_glyph *glyph = &item->as.text.glyphs[i];

		if (glyph->text_len > 0)
			buf_put(&words, item->as.text.text.ptr + glyph->text_at,
			    glyph->text_len);
	}
	put_quoted(buf, buf_str(&words));
	buf_clear(&words);
}

static void
put_item(struct buf *buf, const struct pdf_layout *layout,
    const struct pdf_item *item)
{
	static const char *const names[] = { [ITEM_RECT] = "rect",
		[ITEM_LINE] = "line",
		[ITEM_SHAPE] = "shape",
		[ITEM_IMAGE] = "image",
		[ITEM_FILL] = "fill" };

	buf_puts(buf, "  ");
	if (item->kind == ITEM_TEXT) {
		put_text(buf, layout, item);
	} else {
		buf_puts(buf, names[item->kind]);
		put_place(buf, item->x);
		put_place(buf, item->y);
		put_place(buf, item->width);
		put_place(buf, item->height);
		put_tag(buf, layout, item->tag);
		if (item->kind == ITEM_SHAPE)
			buf_printf(buf, " %s", shapes[item->as.shape.shape]);
		if (item->kind == ITEM_FILL)
			buf_printf(buf, " %s",
			    chart_pattern_name(item->as.fill.pattern));
		if (item->kind == ITEM_IMAGE)
			put_quoted(buf, item->as.image.path);
	}
	buf_puts(buf, "\n");
}

static void
put_attribute(struct buf *buf, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	buf_printf(buf, " %s", name);
	put_quoted(buf, value);
}

static void
put_tags(struct buf *buf, const struct pdf_layout *layout)
{
	buf_puts(buf, "tags\n");
	for (size_t i = 0; i < layout->tag_count; i++) {
		const struct pdf_tag *tag = &layout->tags[i];

		buf_printf(buf, "  %s#%zu", types[tag->type], i);
		if (tag->parent != i)
			buf_printf(buf, " in %zu", tag->parent);
		if (tag->scope != SCOPE_NONE)
			buf_puts(
			    buf, tag->scope == SCOPE_ROW ? " row" : " column");
		if (tag->ordered)
			buf_puts(buf, " ordered");
		if (tag->terms)
			buf_puts(buf, " terms");
		if (tag->is_last)
			buf_puts(buf, " last");
		put_attribute(buf, "lang", tag->lang);
		put_attribute(buf, "alt", tag->alt);
		put_attribute(buf, "actual", tag->actual);
		put_attribute(buf, "id", tag->id);
		put_attribute(buf, "expansion", tag->expansion);
		buf_puts(buf, "\n");
	}
}

static void
put_links(struct buf *buf, const struct pdf_layout *layout)
{
	buf_puts(buf, "links\n");
	for (size_t i = 0; i < layout->link_count; i++) {
		const struct pdf_link *link = &layout->links[i];

		buf_printf(buf, "  page %zu", link->page + 1);
		put_place(buf, link->x);
		put_place(buf, link->y);
		put_place(buf, link->width);
		put_place(buf, link->height);
		put_tag(buf, layout, link->tag);
		put_attribute(buf, "url", link->url);
		put_attribute(buf, "to", link->target);
		put_attribute(buf, "says", link->contents);
		buf_puts(buf, "\n");
	}
}

static void
put_places(struct buf *buf, const struct pdf_layout *layout)
{
	buf_puts(buf, "places\n");
	for (size_t i = 0; i < layout->dest_count; i++) {
		const struct pdf_dest *dest = &layout->dests[i];

		buf_printf(buf, "  page %zu", dest->page + 1);
		put_place(buf, dest->y);
		put_quoted(buf, dest->id);
		buf_puts(buf, "\n");
	}
	buf_puts(buf, "bookmarks\n");
	for (size_t i = 0; i < layout->bookmark_count; i++) {
		const struct pdf_bookmark *mark = &layout->bookmarks[i];

		buf_printf(buf, "  %d page %zu", mark->level, mark->page + 1);
		put_place(buf, mark->y);
		put_quoted(buf, mark->title);
		buf_puts(buf, "\n");
	}
}

void
pdf_layout_dump(struct buf *buf, const struct pdf_layout *layout)
{
	for (size_t p = 0; p < layout->page_count; p++) {
		const struct pdf_page *page = &layout->pages[p];

		buf_printf(buf, "page %zu", p + 1);
		put_place(buf, page->width);
		put_place(buf, page->height);
		buf_puts(buf, "\n");
		for (size_t i = 0; i < page->item_count; i++)
			put_item(buf, layout, &page->items[i]);
	}
	put_tags(buf, layout);
	put_links(buf, layout);
	put_places(buf, layout);
}
