/* pdf_layout: a report -> the page list, step by step; see pdf_pages.h for
 * the result and pdf_layout_priv.h for the steps. */
#include "render/pdf/pdf_layout_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

/* Where in the draft a character first stands. */
static struct pos
character_find(const struct report *report, uint32_t wanted)
{
	struct walker walker = { .root = report->root };
	char bytes[5] = { 0 };

	utf8_encode(wanted, bytes);
	while (doc_walk(&walker)) {
		const struct node *node = walker.node;

		if (walker.event == WALK_ENTER &&
		    (node->kind == NODE_TEXT || node->kind == NODE_CODE_SPAN) &&
		    str_find(node->as.text.text, bytes) != (size_t)-1)
			return node->pos;
	}
	return (struct pos){ 0, 0 };
}

static void
missing_say(struct lay *lay)
{
	size_t count;
	const uint32_t *missing = pdf_fonts_missing(lay->fonts, &count);

	for (size_t i = 0; i < count; i++)
		doc_say(lay->report->doc, DOC_GLYPH_MISSING,
		    character_find(lay->report, missing[i]),
		    str_printf(lay->arena, "U+%04X", (unsigned)missing[i]),
		    (struct str){ NULL, 0 });
}

struct pdf_layout *
pdf_layout_make(const struct report *report, struct pdf_fonts *fonts)
{
	struct pdf_layout *layout = mem_alloc(sizeof(*layout));
	struct lay lay = { .out = layout,
		.report = report,
		.theme = report->theme,
		.fonts = fonts,
		.artifact = PDF_NONE };
	struct pdf_sink sink = { .tag = 0 };

	layout->arena = lay.arena = arena_new();
	pdf_breaks_init();
	pdf_tag_add(&lay, TAG_DOCUMENT, 0);
	pdf_toc_collect(&lay);
	pdf_alike_collect(&lay);
	pdf_flow_start(&lay, false);
	sink.look = pdf_look_body(&lay);
	pdf_blocks_set(&lay, report->root, &sink);
	pdf_flow_end(&lay);
	pdf_toc_fill(&lay);
	pdf_frame_set(&lay);
	missing_say(&lay);
	pdf_scratch_free(lay.scratch);
	return layout;
}

void
pdf_layout_free(struct pdf_layout *layout)
{
	if (layout == NULL)
		return;
	arena_free(layout->arena);
	free(layout);
}
