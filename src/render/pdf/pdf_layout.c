/* pdf_layout: a report -> the page list, step by step; see pdf_pages.h for
 * the result and pdf_layout_priv.h for the steps. */
#include "render/pdf/pdf_layout_table_priv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

enum { MOST_TIMES = 3 /* that a paper is laid out: see pdf_layout_refer.c */ };

/* A character that no font has, and where in the draft it first stands. */
struct missing {
	uint32_t c;
	struct pos pos;
};

static int
missing_compare(const void *left, const void *right)
{
	const struct missing *a = left, *b = right;

	return a->c < b->c ? -1 : a->c > b->c;
}

static void
missing_place(struct missing *missing, size_t count, const struct node *node)
{
	struct str rest = node->as.text.text;

	while (rest.len > 0) {
		struct missing wanted = { .c = utf8_next(&rest) }, *found;

		if (wanted.c < 0x80)
			continue;
		found = bsearch(
		    &wanted, missing, count, sizeof(*missing), missing_compare);
		if (found != NULL && found->pos.line == 0)
			found->pos = node->pos;
	}
}

/* One walk for all of them: a draft in a script that we have no font for
 * misses thousands. */
static void
missing_say(struct lay *lay)
{
	struct walker walker = { .root = lay->report->root };
	size_t count;
	const uint32_t *list = pdf_fonts_missing(lay->fonts, &count);
	struct missing *missing;

	if (count == 0)
		return;
	missing = arena_alloc(lay->arena, count * sizeof(*missing));
	for (size_t i = 0; i < count; i++)
		missing[i].c = list[i];
	qsort(missing, count, sizeof(*missing), missing_compare);
	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    (walker.node->kind == NODE_TEXT ||
			walker.node->kind == NODE_CODE_SPAN))
			missing_place(missing, count, walker.node);
	for (size_t i = 0; i < count; i++)
		doc_say(lay->report->doc, DOC_GLYPH_MISSING, missing[i].pos,
		    str_printf(lay->arena, "U+%04X", (unsigned)missing[i].c),
		    (struct str){ NULL, 0 });
}

/* Letters of the scripts that run from right to left (Unicode, UAX #9, the
 * ranges whose unassigned code points are R or AL). */
static bool
is_right_to_left(uint32_t c)
{
	return (c >= 0x5BE && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
	       (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
	       (c >= 0x1E800 && c <= 0x1EFFF);
}

/* The first word of such letters; or empty. */
static struct str
right_to_left_find(struct str text)
{
	struct str found = { NULL, 0 };

	while (text.len > 0) {
		struct str before = text;
		uint32_t c = utf8_next(&text);

		if (found.ptr == NULL && is_right_to_left(c))
			found = before;
		if (found.ptr != NULL && utf8_is_space(c))
			return str_head(found, found.len - before.len);
	}
	return found;
}

/* Letters are set in the order of the text, so such words read backwards: to
 * be told, once, with the first of them. */
static void
right_to_left_say(struct lay *lay)
{
	struct walker walker = { .root = lay->report->root };

	while (doc_walk(&walker)) {
		const struct node *node = walker.node;
		struct str found;

		if (walker.event != WALK_ENTER ||
		    (node->kind != NODE_TEXT && node->kind != NODE_CODE_SPAN))
			continue;
		found = right_to_left_find(node->as.text.text);
		if (found.len == 0)
			continue;
		doc_say(lay->report->doc, DOC_RIGHT_TO_LEFT, node->pos, found,
		    (struct str){ NULL, 0 });
		return;
	}
}

/* Lays all pages out; false if that has to be done again. */
static bool
lay_out(struct lay *lay)
{
	struct pdf_sink sink = { .tag = 0 };

	lay->out->arena = lay->arena = arena_new();
	pdf_tag_add(lay, TAG_DOCUMENT, 0);
	pdf_toc_collect(lay);
	pdf_alike_collect(lay);
	pdf_flow_start(lay, false);
	pdf_foot_collect(lay);
	lay->table_pt = pdf_wide_type(lay);
	pdf_wide_collect(lay);
	sink.look = pdf_look_body(lay);
	pdf_masthead_set(lay);
	pdf_blocks_set(lay, lay->report->root, &sink);
	pdf_flow_finish(lay);
	pdf_scratch_free(lay->scratch);
	lay->scratch = NULL;
	return pdf_refers_settle(lay);
}

/* What is known only when all pages are there. */
static void
complete(struct lay *lay)
{
	pdf_toc_fill(lay);
	pdf_refers_fill(lay);
	pdf_frame_set(lay);
	missing_say(lay);
	right_to_left_say(lay);
	pdf_scratch_free(lay->scratch);
	lay->scratch = NULL;
}

static struct pdf_layout *
layout_new(void)
{
	struct pdf_layout *layout = mem_alloc(sizeof(*layout));

	*layout = (struct pdf_layout){ .arena = NULL };
	return layout;
}

/* Which pages are turned does not depend on where they end. */
static void
wide_keep(struct lay *lay, const struct lay *before)
{
	lay->wide = before->wide;
	lay->wide_count = lay->wide_cap = before->wide_count;
	lay->wide_known = before->wide_known;
}

/* Lays out until the references have the room that they need; `lay` says how,
 * and is what came out. */
static void
settle(struct lay *lay)
{
	struct lay start = *lay;

	for (int i = 1;; i++) {
		lay->out = layout_new();
		if (lay_out(lay) || i == MOST_TIMES)
			return;
		pdf_layout_free(lay->out);
		wide_keep(&start, lay);
		*lay = start;
		lay->again = true;
	}
}

struct pdf_layout *
pdf_layout_make(const struct report *report, struct pdf_fonts *fonts)
{
	struct map digits = { NULL, 0, 0 };
	struct arena *arena = arena_new();
	struct lay lay = { .report = report,
		.theme = report->theme,
		.fonts = fonts,
		.artifact = PDF_NONE,
		.refer_digits = &digits,
		.refer_arena = arena };
	struct lay tight = lay;

	pdf_breaks_init();
	settle(&lay);
	if (pdf_fit_plan(&lay, arena, &tight.fit)) {
		tight.again = true;
		wide_keep(&tight, &lay);
		settle(&tight);
		if (tight.out->page_count < lay.out->page_count) {
			struct lay longer = lay;

			lay = tight;
			tight = longer;
		}
		pdf_layout_free(tight.out);
	}
	complete(&lay);
	arena_free(arena);
	return lay.out;
}

void
pdf_layout_free(struct pdf_layout *layout)
{
	if (layout == NULL)
		return;
	arena_free(layout->arena);
	free(layout);
}
