/* pdf_paint: the page list -> the bytes of a tagged PDF; see pdf_pages.h.
 * Here are the steps, and libharu's document; each step has its file. */
#include "render/pdf/pdf_paint_priv.h"

#include <stdlib.h>

#include "base/msg.h"
#include "base/must.h"
#include "render/pdf/pdf_flate.h"
#include "render/pdf/pdf_font_embed.h"

enum { PAGES_PER_NODE = 1000 /* of the page tree; 8,191 is libharu's limit */ };

static void *
haru_alloc(HPDF_UINT size)
{
	return mem_alloc(size);
}

static void
haru_free(void *memory)
{
	free(memory);
}

/* Memory never runs out here: base ends the program first. */
static void
start(struct pdf_paint *paint)
{
	const struct pdf_layout *layout = paint->layout;

	paint->doc = HPDF_NewEx(NULL, haru_alloc, haru_free, 0, NULL);
	must(paint->doc != NULL);
	paint->doc->pdf_version = HPDF_VER_17;
	if (layout->page_count > PAGES_PER_NODE)
		HPDF_SetPagesConfiguration(paint->doc, PAGES_PER_NODE);
	paint->flate = pdf_flate_new();
	paint->resources = pdf_object_new(paint->doc, paint->arena);
	paint->faces =
	    mem_alloc(pdf_fonts_count(paint->fonts) * sizeof(*paint->faces));
	paint->pages =
	    arena_alloc(paint->arena, layout->page_count * sizeof(HPDF_Page));
	paint->page_pieces = arena_alloc(paint->arena,
	    (layout->page_count + 1) * sizeof(*paint->page_pieces));
	paint->tags =
	    arena_alloc(paint->arena, layout->tag_count * sizeof(*paint->tags));
	for (size_t i = 0; i < layout->tag_count; i++) {
		struct pdf_paint_tag *tag = &paint->tags[i];

		tag->first_piece = tag->last_piece = PDF_NONE;
		tag->first_child = tag->last_child = PDF_NONE;
		tag->next_sibling = PDF_NONE;
		tag->first_link = tag->last_link = PDF_NONE;
		tag->order = PDF_NONE;
	}
}

static bool
haru_is_well(const struct pdf_paint *paint)
{
	HPDF_STATUS status = HPDF_GetError(paint->doc);

	if (status == HPDF_OK)
		return true;
	msgs_refuse(paint->msgs, "PDF", 0,
	    "libharu refused to go on (error %04lX, %lu)",
	    (unsigned long)status,
	    (unsigned long)HPDF_GetErrorDetail(paint->doc));
	return false;
}

static bool
add_page(struct pdf_paint *paint, size_t index)
{
	const struct pdf_page *layout = &paint->layout->pages[index];
	HPDF_Page page = HPDF_AddPage(paint->doc);

	if (page == NULL)
		return haru_is_well(paint);
	paint->pages[index] = page;
	HPDF_Page_SetWidth(page, (HPDF_REAL)layout->width);
	HPDF_Page_SetHeight(page, (HPDF_REAL)layout->height);
	HPDF_Dict_RemoveElement(page, "Resources");
	HPDF_Dict_Add(page, "Resources", paint->resources->dict);
	HPDF_Dict_AddName(page, "Tabs", "S");
	HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)index);
	pdf_paint_page(paint, index);
	return haru_is_well(paint);
}

static void
write_resources(struct pdf_paint *paint)
{
	struct buf *body = &paint->body;

	buf_puts(body, "<</Font<<");
	for (size_t i = 0; i < pdf_fonts_count(paint->fonts); i++) {
		if (paint->faces[i].font == NULL)
			continue;
		buf_printf(body, "/F%zu ", i);
		pdf_put_ref(body, paint->faces[i].font->number);
	}
	buf_puts(body, ">>");
	if (paint->picture_count > 0)
		buf_puts(body, "/XObject<<");
	for (size_t i = 0; i < paint->picture_count; i++) {
		if (paint->pictures[i].image == NULL)
			continue;
		buf_printf(body, "/I%zu ", i);
		pdf_put_ref(body, pdf_object_number(paint->pictures[i].image));
	}
	if (paint->picture_count > 0)
		buf_puts(body, ">>");
	buf_puts(body, ">>");
	pdf_object_set(paint->resources, paint->arena, body);
}

/* A name for the file that follows from what is in it. */
static void
make_id(const struct pdf_paint *paint, unsigned char id[16])
{
	HPDF_Xref xref = paint->doc->xref;
	struct HPDF_MD5Context md5;

	HPDF_MD5Init(&md5);
	for (HPDF_UINT i = 0; i < xref->entries->count; i++) {
		HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
		const struct pdf_object *object;

		if (entry == NULL || entry->obj == NULL)
			continue;
		object = pdf_object_of(entry->obj);
		if (object == NULL)
			continue;
		HPDF_MD5Update(&md5, (const HPDF_BYTE *)object->body.ptr,
		    (HPDF_UINT32)object->body.len);
		HPDF_MD5Update(&md5, (const HPDF_BYTE *)object->bytes.ptr,
		    (HPDF_UINT32)object->bytes.len);
	}
	HPDF_MD5Final(id, &md5);
}

static bool
paint_all(struct pdf_paint *paint, struct buf *out)
{
	size_t page_count = paint->layout->page_count;
	unsigned char id[16];

	for (size_t i = 0; i < page_count; i++)
		if (!add_page(paint, i))
			return false;
	paint->page_pieces[page_count] = paint->piece_count;
	if (!pdf_paint_fonts(paint))
		return false;
	write_resources(paint);
	pdf_links_make(paint);
	pdf_tags_order(paint);
	pdf_tags_write(paint);
	pdf_bookmarks_write(paint);
	pdf_meta_write(paint);
	pdf_attach_write(paint);
	if (!haru_is_well(paint))
		return false;
	make_id(paint, id);
	return pdf_object_save(paint->doc, out, id, paint->flate) &&
	       haru_is_well(paint);
}

static void
stop(struct pdf_paint *paint)
{
	for (size_t i = 0; i < pdf_fonts_count(paint->fonts); i++)
		free(paint->faces[i].slots);
	free(paint->faces);
	pdf_reading_free(paint->reading);
	pdf_flate_free(paint->flate);
	HPDF_Free(paint->doc);
	buf_clear(&paint->body);
	arena_free(paint->arena);
}

bool
pdf_paint(struct buf *out, const struct pdf_layout *layout,
    const struct report *report, struct pdf_fonts *fonts, struct str icc,
    struct buf *text, struct msgs *msgs)
{
	struct pdf_paint paint = {
		.arena = arena_new(),
		.layout = layout,
		.report = report,
		.fonts = fonts,
		.icc = icc,
		.msgs = msgs,
	};
	size_t start_len = out->len;
	bool ok;

	must(layout->tag_count > 0 && layout->page_count > 0);
	start(&paint);
	if (text != NULL)
		paint.reading = pdf_reading_new();
	ok = paint_all(&paint, out);
	if (ok && text != NULL)
		pdf_reading_put(&paint, text);
	if (!ok && out->len > start_len) {
		out->len = start_len;
		out->ptr[start_len] = '\0';
	}
	stop(&paint);
	return ok;
}
