/* pdf_meta: what a file says about itself: title, language, dates, colours,
 * and the standards that it keeps (ISO 14289-1; ISO 19005-2). The Info
 * dictionary and the XMP packet are written from the same values. */
#include "render/pdf/pdf_paint_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define PRODUCER "rapporteur with libharu"

/* A date of the paper: what is given, midnight in universal time. Parts that
 * are not given are left out; both standards allow it. */
struct stamp {
	char info[32]; /* "D:20190401000000Z"; empty: none */
	char xmp[32];  /* "2019-04-01T00:00:00Z" */
};

static struct stamp
stamp_of(struct str iso)
{
	struct stamp stamp = { "", "" };
	char text[16] = "";
	int year, month, day;

	if (iso.len > 0 && iso.len < sizeof(text))
		memcpy(text, iso.ptr, iso.len);
	switch (sscanf(text, "%4d-%2d-%2d", &year, &month, &day)) {
	case 3:
		snprintf(stamp.info, sizeof(stamp.info),
		    "D:%04d%02d%02d000000Z", year, month, day);
		snprintf(stamp.xmp, sizeof(stamp.xmp),
		    "%04d-%02d-%02dT00:00:00Z", year, month, day);
		break;
	case 2:
		snprintf(
		    stamp.info, sizeof(stamp.info), "D:%04d%02d", year, month);
		snprintf(
		    stamp.xmp, sizeof(stamp.xmp), "%04d-%02d", year, month);
		break;
	case 1:
		snprintf(stamp.info, sizeof(stamp.info), "D:%04d", year);
		snprintf(stamp.xmp, sizeof(stamp.xmp), "%04d", year);
		break;
	default:
		break;
	}
	return stamp;
}

static void
add_info(struct pdf_paint *paint, const char *key, struct str text)
{
	if (text.len > 0)
		HPDF_Dict_Add(
		    paint->doc->info, key, pdf_text_object(paint->doc, text));
}

/* Whoever signs for it: the author, or else the organisation. */
static struct str
creator(const struct report *report)
{
	return report->author.len > 0 ? report->author : report->organisation;
}

static void
write_info(struct pdf_paint *paint, const struct stamp *stamp)
{
	const struct report *report = paint->report;

	add_info(paint, "Title", report->title);
	add_info(paint, "Author", creator(report));
	add_info(paint, "Subject", report->description);
	add_info(paint, "Producer", str_from(PRODUCER));
	add_info(paint, "CreationDate", str_from(stamp->info));
	add_info(paint, "ModDate", str_from(stamp->info));
}

static void
put_xml(struct buf *out, struct str text)
{
	while (text.len > 0) {
		uint32_t c = utf8_next(&text);

		if (c == '<')
			buf_puts(out, "&lt;");
		else if (c == '>')
			buf_puts(out, "&gt;");
		else if (c == '&')
			buf_puts(out, "&amp;");
		else if (utf8_is_control(c) || (c & 0xFFFE) == 0xFFFE)
			buf_puts(out, " ");
		else
			buf_put_char(out, c);
	}
}

/* <name><rdf:Kind><rdf:li ...>text</rdf:li></rdf:Kind></name> */
static void
put_list(struct buf *out, const char *name, const char *kind, const char *more,
    struct str text)
{
	if (text.len == 0)
		return;
	buf_printf(out, "<%s><rdf:%s><rdf:li%s>", name, kind, more);
	put_xml(out, text);
	buf_printf(out, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

/* PDF/A asks that a property that it does not know be described. */
static const char extension[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file keeps"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void
put_packet(struct buf *out, const struct report *report,
    const struct stamp *stamp, int part)
{
	buf_puts(out,
	    "<?xpacket begin=\"\xEF\xBB\xBF\" "
	    "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
	    "\n<rdf:Description rdf:about=\"\"\n"
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
	    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
	    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
	    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
	    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
	    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	    "<pdfaid:part>");
	buf_printf(out, "%d", part);
	buf_puts(out, "</pdfaid:part>"
		      "<pdfaid:conformance>A</pdfaid:conformance>\n"
		      "<pdfuaid:part>1</pdfuaid:part>\n"
		      "<dc:format>application/pdf</dc:format>\n");
	put_list(
	    out, "dc:title", "Alt", " xml:lang=\"x-default\"", report->title);
	put_list(out, "dc:creator", "Seq", "", creator(report));
	put_list(out, "dc:description", "Alt", " xml:lang=\"x-default\"",
	    report->description);
	put_list(out, "dc:language", "Bag", "", report->language);
	buf_puts(out, "<pdf:Producer>" PRODUCER "</pdf:Producer>\n");
	if (stamp->xmp[0] != '\0')
		buf_printf(out,
		    "<xmp:CreateDate>%s</xmp:CreateDate>\n"
		    "<xmp:ModifyDate>%s</xmp:ModifyDate>\n",
		    stamp->xmp, stamp->xmp);
	buf_puts(out, extension);
	buf_puts(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
		      "<?xpacket end=\"r\"?>");
}

/* Not compressed, so that programs that know no PDF can read it. */
static void
write_xmp(struct pdf_paint *paint, const struct stamp *stamp)
{
	struct pdf_object *object = pdf_object_new(paint->doc, paint->arena);
	struct buf packet = BUF_INIT;

	put_packet(&packet, paint->report, stamp,
	    paint->layout->files != NULL ? 3 : 2);
	buf_puts(&paint->body, "<</Type/Metadata/Subtype/XML");
	pdf_object_set_stream(
	    object, paint->arena, &paint->body, buf_str(&packet), NULL);
	HPDF_Dict_Add(paint->doc->catalog, "Metadata", object->dict);
	buf_clear(&packet);
}

/* All colours of the file are sRGB. */
static void
write_intent(struct pdf_paint *paint)
{
	struct pdf_object *profile = pdf_object_new(paint->doc, paint->arena);
	struct pdf_object *intent = pdf_object_new(paint->doc, paint->arena);
	HPDF_Array intents = HPDF_Array_New(paint->doc->mmgr);

	buf_puts(&paint->body, "<</N 3");
	pdf_object_set_stream(
	    profile, paint->arena, &paint->body, paint->icc, paint->flate);
	buf_puts(&paint->body,
	    "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
	    "/Info(sRGB)/DestOutputProfile ");
	pdf_put_ref(&paint->body, profile->number);
	buf_puts(&paint->body, ">>");
	pdf_object_set(intent, paint->arena, &paint->body);
	HPDF_Array_Add(intents, intent->dict);
	HPDF_Dict_Add(paint->doc->catalog, "OutputIntents", intents);
}

static void
add_flag(struct pdf_paint *paint, const char *key, const char *flag)
{
	HPDF_Dict dict = HPDF_Dict_New(paint->doc->mmgr);

	HPDF_Dict_AddBoolean(dict, flag, HPDF_TRUE);
	HPDF_Dict_Add(paint->doc->catalog, key, dict);
}

void
pdf_meta_date(const struct report *report, char *date, size_t size)
{
	struct stamp stamp = stamp_of(report->date_iso);

	snprintf(date, size, "%s", stamp.info);
}

void
pdf_meta_write(struct pdf_paint *paint)
{
	struct stamp stamp = stamp_of(paint->report->date_iso);

	add_flag(paint, "MarkInfo", "Marked");
	add_flag(paint, "ViewerPreferences", "DisplayDocTitle");
	HPDF_Dict_Add(paint->doc->catalog, "Lang",
	    pdf_text_object(paint->doc, paint->report->language));
	write_info(paint, &stamp);
	write_xmp(paint, &stamp);
	if (paint->icc.len > 0)
		write_intent(paint);
}
