/* read_text: plain text as officers write it, and as text extraction leaves
 * it -> a flat list of blocks. Here is only the order of the steps; each stands
 * in the file that it is named after. Knows forms, never meanings. */
#include "read/read_priv.h"
#include "read/read_text_priv.h"

#include "base/arena.h"
#include "base/must.h"

/* A step takes the line `*at`, and perhaps lines below it, puts it into the
 * tree and moves `*at` behind it; or leaves it to the steps below. */
struct step {
	bool (*take)(struct text_reader *reader, size_t *at);
	const char *why; /* it stands before those that follow */
};

static const struct step steps[] = {
	{ read_text_region_step, "tables and code were found as a whole" },
	{ read_text_hang_step, "what a wrapped line begins with is chance" },
	{ read_text_caption_step, "a table's caption is no heading" },
	{ read_text_heading_marked_step, "a line of hyphens below underlines" },
	{ read_text_rule_step, "stars alone are no bullet" },
	{ read_text_quote_step, "the mark is plain" },
	{ read_text_field_step, "a short line with a colon is no heading" },
	{ read_text_dash_step, "nor is one with a dash in a row" },
	{ read_text_heading_step, "a heading may bear a number" },
	{ read_text_number_step, "numbers begin paragraphs of their own" },
	{ read_text_item_step, "a marker ends the paragraph above" },
	{ read_text_continue_step, "then a line belongs to the one above" },
	{ read_text_unmarked_step, "or is set in without a mark" },
	{ read_text_item_more_step, "or goes on below an item" },
	{ read_text_paragraph_step, "what nothing else has taken" },
};

static void
line_take(struct text_reader *reader, size_t *at)
{
	size_t before = *at;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (steps[i].take(reader, at)) {
			must(*at > before);
			return;
		}
	must(!"the last step takes every line");
}

bool
read_text_is_table(struct doc *doc, struct str text)
{
	struct text_reader reader = {
		.doc = doc, .scratch = arena_new(), .title_line = (size_t)-1
	};
	bool is_table;

	read_text_lines_split(&reader, text, 1);
	read_text_tables_find(&reader);
	is_table = reader.line_count > 0 &&
		   reader.lines[0].region != REGION_NONE &&
		   reader.lines[0].region_end == reader.line_count;
	arena_free(reader.scratch);
	return is_table;
}

void
read_text(struct doc *doc, struct str text, uint32_t first_line)
{
	struct text_reader reader = {
		.doc = doc, .scratch = arena_new(), .title_line = (size_t)-1
	};

	read_text_lines_split(&reader, text, first_line);
	read_text_lines_unquote(&reader);
	read_text_code_find(&reader);
	read_text_furniture_drop(&reader);
	read_text_hangs_find(&reader);
	read_text_tables_find(&reader);
	read_text_lines_measure(&reader);
	for (size_t at = 0; at < reader.line_count;) {
		if (reader.lines[at].furniture)
			at++;
		else
			line_take(&reader, &at);
	}
	read_text_lists_close(&reader);
	arena_free(reader.scratch);
}
