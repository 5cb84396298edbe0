/* pdf_attach: the files that a PDF/A-3 carries, each tied to the paper as a
 * whole with what it is to it (ISO 19005-3, 6.8 and annex E). */
#include "render/pdf/pdf_paint_priv.h"

#include <stdlib.h>

/* "text/csv" -> "text#2Fcsv" */
static void
put_mime(struct buf *body, const char *mime)
{
	for (; *mime != '\0'; mime++)
		if (*mime == '/')
			buf_puts(body, "#2F");
		else
			buf_put(body, mime, 1);
}

/* The bytes; dated as the paper is, so that the clock is not in them. */
static unsigned
write_bytes(struct pdf_paint *paint, const struct pdf_file *file)
{
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);
	struct buf *body = &paint->body;
	struct str bytes = file->bytes;
	char date[32];

	pdf_meta_date(paint->report, date, sizeof(date));
	buf_puts(body, "<</Type/EmbeddedFile/Subtype/");
	put_mime(body, file->mime);
	buf_printf(body, "/Params<</Size %zu", bytes.len);
	if (date[0] != '\0')
		buf_printf(body, "/ModDate(%s)", date);
	buf_puts(body, ">>");
	/* a compressed stream must not be empty */
	pdf_object_set_stream(object, paint->arena, body,
	    bytes.len > 0 ? bytes : str_from("\n"), paint->flate);
	return object->number;
}

static unsigned
write_file(struct pdf_paint *paint, const struct pdf_file *file)
{
	unsigned bytes = write_bytes(paint, file);
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);
	struct buf *body = &paint->body;

	buf_puts(body, "<</Type/Filespec/F");
	pdf_put_text(body, file->name);
	buf_puts(body, "/UF");
	pdf_put_text(body, file->name);
	buf_puts(body, "/Desc");
	pdf_put_text(body, str_from(file->about));
	buf_printf(body, "/AFRelationship/%s/EF<</F ", file->relation);
	pdf_put_ref(body, bytes);
	buf_puts(body, "/UF ");
	pdf_put_ref(body, bytes);
	buf_puts(body, ">>>>");
	pdf_object_set(object, paint->arena, body);
	return object->number;
}

static int
compare_names(const void *left, const void *right)
{
	const struct pdf_leaf *a = left, *b = right;

	return str_cmp(a->name, b->name);
}

void
pdf_attach_write(struct pdf_paint *paint)
{
	const struct pdf_files *files = paint->layout->files;
	struct pdf_object *names, *list;
	struct pdf_leaf *leaves;
	unsigned tree;

	if (files == NULL || files->count == 0)
		return;
	leaves = arena_alloc(paint->arena, files->count * sizeof(*leaves));
	for (size_t i = 0; i < files->count; i++) {
		leaves[i].name = files->list[i].name;
		leaves[i].object = write_file(paint, &files->list[i]);
	}
	list = pdf_object_new(paint->doc, paint->arena);
	buf_puts(&paint->body, "[");
	for (size_t i = 0; i < files->count; i++) {
		pdf_put_ref(&paint->body, leaves[i].object);
		buf_puts(&paint->body, " ");
	}
	buf_puts(&paint->body, "]");
	pdf_object_set(list, paint->arena, &paint->body);
	HPDF_Dict_Add(paint->doc->catalog, "AF", list->dict);
	qsort(leaves, files->count, sizeof(*leaves), compare_names);
	tree = pdf_name_tree(paint, leaves, files->count);
	names = pdf_object_new(paint->doc, paint->arena);
	buf_puts(&paint->body, "<</EmbeddedFiles ");
	pdf_put_ref(&paint->body, tree);
	buf_puts(&paint->body, ">>");
	pdf_object_set(names, paint->arena, &paint->body);
	HPDF_Dict_Add(paint->doc->catalog, "Names", names->dict);
}
