/* doc_codes: the wording of all that is said about a draft, in one table. */
#include "model/theme.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "model/theme.h"

struct code_info {
	enum msg_level level;
	const char *rule; /* stable: authors and scripts quote it */
	const char *text; /* {1} and {2} stand for the arguments */
	const char *hint; /* or NULL */
	bool once;        /* formats say it each; the first is enough */
};

static const struct code_info codes[DOC_CODE_COUNT] = {
	[DOC_NOT_TEXT] = { MSG_ERROR, "not-text",
	    "this is not a text file: {1}",
	    "save the draft as plain text or Markdown and try again" },
	[DOC_EMPTY] = { MSG_ERROR, "empty-draft",
	    "the draft has no words in it", NULL },
	[DOC_ENCODING_GUESSED] = { MSG_NOTE, "encoding",
	    "the draft was read as {1}", NULL },
	[DOC_BAD_BYTES] = { MSG_WARNING, "bad-bytes",
	    "{1} bytes that are no character were replaced by U+FFFD", NULL },
	[DOC_CONTROL_CHARS] = { MSG_NOTE, "control-characters",
	    "{1} control characters were left out", NULL },
	[DOC_RAW_HTML] = { MSG_WARNING, "raw-html",
	    "HTML in the draft was left out: {1}", NULL },
	[DOC_FRONT_MATTER] = { MSG_ERROR, "front-matter",
	    "the front matter cannot be read: {1}",
	    "it is YAML between two lines of three hyphens" },
	[DOC_FRONT_KEY] = { MSG_NOTE, "front-key",
	    "the front matter's \"{1}\" is kept as a cover field", NULL },
	[DOC_NOTE_MISSING] = { MSG_WARNING, "note-missing",
	    "there is no footnote \"{1}\"; the mark is kept as written", NULL },
	[DOC_NOTE_UNUSED] = { MSG_WARNING, "note-unused",
	    "nothing refers to the footnote \"{1}\"; it is kept with the others",
	    NULL },
	[DOC_TABLE_RAGGED] = { MSG_NOTE, "ragged-table",
	    "this row has {1} cells where its table has {2}", NULL },
	[DOC_FURNITURE] = { MSG_NOTE, "page-furniture",
	    "\"{1}\" belongs to the page, not to the text; left out", NULL },
	[DOC_TOO_DEEP] = { MSG_WARNING, "too-deep",
	    "this is nested too deep; it is set at the deepest level", NULL,
	    .once = true },
	[DOC_UNSAFE_LINK] = { MSG_WARNING, "unsafe-link",
	    "the link to \"{1}\" could run code; its address is shown as text",
	    NULL },
	[DOC_NO_TITLE] = { MSG_WARNING, "no-title",
	    "the draft has no title; \"{1}\" stands in",
	    "begin it with its title on a line alone, or set \"title\" in the "
	    "front matter" },
	[DOC_NO_ACTIONS] = { MSG_NOTE, "no-actions",
	    "the draft holds no actions; it is set as a paper", NULL },
	[DOC_NO_BACKGROUND] = { MSG_WARNING, "no-background-papers",
	    "the paper does not list its background papers",
	    "add a heading \"Background papers\", even to say that there are "
	    "none" },
	[DOC_NO_RECOMMENDATION] = { MSG_WARNING, "no-recommendation",
	    "the paper does not say what the committee is asked to do", NULL },
	[DOC_SCHEME_ASSUMED] = { MSG_NOTE, "scheme-assumed",
	    "no status scheme is declared; {1} is assumed ({2})",
	    "declare it under \"scheme\" in the front matter" },
	[DOC_STATE_UNKNOWN] = { MSG_WARNING, "state-unknown",
	    "action {1}: \"{2}\" is no status of the scheme; kept as written",
	    NULL },
	[DOC_STATE_MISSING] = { MSG_WARNING, "state-missing",
	    "action {1} has no status", NULL },
	[DOC_OWNER_MISSING] = { MSG_WARNING, "owner-missing",
	    "action {1} has no owner", NULL },
	[DOC_ACTION_MOVED] = { MSG_NOTE, "action-moved",
	    "action {1} stands elsewhere but its number puts it under "
	    "objective {2}; it is shown there",
	    NULL },
	[DOC_ACTION_TWICE] = { MSG_WARNING, "action-twice",
	    "the number {1} is used for more than one action", NULL },
	[DOC_ROW_JOINED] = { MSG_NOTE, "row-joined",
	    "this row continues action {1} and was joined to it", NULL },
	[DOC_CELLS_SHIFTED] = { MSG_WARNING, "cells-shifted",
	    "the cells of this row of action {1} stand in the wrong columns; {2}",
	    NULL },
	[DOC_NAME_VARIANT] = { MSG_WARNING, "name-variant",
	    "\"{1}\" may be \"{2}\"; printed as written", NULL },
	[DOC_DATE_BAD] = { MSG_WARNING, "bad-date",
	    "\"{1}\" is no date that can be; kept as written", NULL },
	[DOC_REFERENCE_LOST] = { MSG_WARNING, "reference-lost",
	    "\"{1}\" points at nothing in this draft", NULL },
	[DOC_REFERENCE_WRONG] = { MSG_WARNING, "reference-wrong",
	    "\"{1}\" points at \"{2}\", which is something else", NULL },
	[DOC_STATE_CONTRADICTED] = { MSG_WARNING, "state-contradicted",
	    "action {1} is complete, but its text says \"{2}\"", NULL },
	[DOC_FIELD_SHATTERED] = { MSG_WARNING, "field-shattered",
	    "the value of \"{1}\" was broken apart; put together as \"{2}\"",
	    NULL },
	[DOC_IMPLICATION_SPLIT] = { MSG_NOTE, "implication-split",
	    "\"{1}\" stands in the middle of another line; it is shown as an "
	    "implication of its own",
	    NULL },
	[DOC_LEVELS_REPAIRED] = { MSG_NOTE, "heading-levels",
	    "heading levels disagree with the order of the parts; they were "
	    "put in order",
	    NULL },
	[DOC_NUMBER_ODD] = { MSG_NOTE, "number-odd",
	    "\"{1}\" follows \"{2}\"; kept as written", NULL },
	[DOC_UNSURE] = { MSG_WARNING, "unsure",
	    "{1} may be {2}, but this is not sure; it is kept as written and "
	    "not counted",
	    NULL },
	[DOC_DATE_UNCLEAR] = { MSG_NOTE, "unclear-date",
	    "\"{1}\" can be a quarter of the calendar or of the financial "
	    "year; no date is taken from it",
	    "write it as \"Q1 2026/27\", or as a month" },
	[DOC_STATE_MISSPELT] = { MSG_WARNING, "state-misspelt",
	    "\"{1}\" is read as \"{2}\"; printed as written", NULL },
	[DOC_SCHEME_ODD] = { MSG_WARNING, "scheme-odd",
	    "\"{1}: {2}\" is nothing that a scheme can hold; left out", NULL },
	[DOC_STATE_RULED] = { MSG_NOTE, "state-ruled",
	    "action {1} is {2} by a rule of the scheme", NULL },
	[DOC_TEMPLATE_UNFIT] = { MSG_WARNING, "template-unfit",
	    "the template \"{1}\" is made for drafts with actions; {2}", NULL },
	[DOC_GLYPH_MISSING] = { MSG_WARNING, "glyph-missing",
	    "no font has the character {1}; a box is set in its place", NULL,
	    .once = true },
	[DOC_RIGHT_TO_LEFT] = { MSG_WARNING, "right-to-left",
	    "\"{1}\" is written from right to left; the PDF has its letters, but "
	    "from left to right",
	    "the HTML page shows it as it should be", .once = true },
	[DOC_IMAGE_MISSING] = { MSG_WARNING, "image-missing",
	    "the image \"{1}\" cannot be used: {2}", NULL, .once = true },
	[DOC_WORDS_LOST] = { MSG_ERROR, "words-lost",
	    "\"{1}\" is in the draft but not in the {2}", NULL },
	[DOC_WORDS_LOST_MORE] = { MSG_ERROR, "words-lost",
	    "{1} more words of the draft are not in the {2}", NULL },
	[DOC_WORDING_UNKNOWN] = { MSG_WARNING, "wording-unknown",
	    "the setting \"{1}\" names no wording of the template {2}",
	    "the catalogues in templates/words and beside the template have "
	    "the names" },
	[DOC_SCHEME_LOOK] = { MSG_WARNING, "scheme-look",
	    "the scheme's {1} \"{2}\" is left out",
	    "a shape is " THEME_SHAPES "; a colour is written #1b3f73 and "
	    "dark enough to be seen on white (3:1)" },
	[DOC_EXEMPT_BARE] = { MSG_WARNING, "exempt-bare",
	    "the paper is {1}, but no reason is given",
	    "say whose information it is and what it is about" },
	[DOC_LANGUAGE_WORDLESS] = { MSG_WARNING, "language",
	    "the program has no words in the language \"{1}\"; what it adds "
	    "is in English",
	    "\"cy\" and \"en-GB\" are known; a template can bring others" },
	[DOC_IMAGE_WORDLESS] = { MSG_WARNING, "image-wordless",
	    "the image \"{1}\" has no words for those who cannot see it",
	    "write what it shows between the square brackets" },
	[DOC_SUMMARY_SHORT] = { MSG_NOTE, "summary-short",
	    "{1} words of the draft are left out by the template \"{2}\"",
	    "publish the whole paper with the summary" },
	[DOC_ABBR_TWICE] = { MSG_WARNING, "abbreviation-twice",
	    "\"{1}\" is written out here in another way than {2}; the papers "
	    "explain neither",
	    NULL },
	[DOC_ABBR_BARE] = { MSG_NOTE, "abbreviation-bare",
	    "\"{1}\" is used {2} times and written out nowhere",
	    "write it out where it is first used, with the short form in "
	    "brackets behind it" },
	[DOC_PAPER_UNKNOWN] = { MSG_WARNING, "paper-unknown",
	    "there is no paper \"{1}\"; that of the theme is used",
	    "write " THEME_PAPERS },
	[DOC_LANGUAGE_UNKNOWN] = { MSG_WARNING, "language",
	    "\"{1}\" is no language's code; the draft's words tell its language",
	    "write \"cy\" for Welsh or \"en-GB\" for English" },
	[DOC_COLUMNS_NARROW] = { MSG_WARNING, "columns-narrow", "{1}",
	    "set fewer columns, or smaller type or margins", .once = true },
};

static void
fill(struct buf *buf, const char *text, struct str a, struct str b)
{
	for (; *text != '\0'; text++) {
		if (text[0] == '{' && (text[1] == '1' || text[1] == '2') &&
		    text[2] == '}') {
			buf_put_str(buf, text[1] == '1' ? a : b);
			text += 2;
		} else {
			buf_put(buf, text, 1);
		}
	}
}

static bool
was_said(const struct doc *doc, const struct msg *msg)
{
	for (size_t i = 0; i < msgs_total(doc->msgs); i++) {
		const struct msg *other = msgs_at(doc->msgs, i);

		if (other->pos.line == msg->pos.line &&
		    other->pos.col == msg->pos.col &&
		    str_eq(other->rule, msg->rule) &&
		    str_eq(other->path, msg->path) &&
		    str_eq(other->text, msg->text))
			return true;
	}
	return false;
}

void
doc_say(const struct doc *doc, enum doc_code code, struct pos pos, struct str a,
    struct str b)
{
	const struct code_info *info = &codes[code];
	struct buf text = BUF_INIT;
	struct msg msg = { .level = info->level, .path = doc->path };

	must(code < DOC_CODE_COUNT && info->text != NULL);
	fill(&text, info->text, a, b);
	msg.rule = str_from(info->rule);
	msg.pos = pos;
	msg.text = buf_str(&text);
	msg.hint = str_from(info->hint);
	if (!info->once || !was_said(doc, &msg))
		msgs_add(doc->msgs, &msg);
	buf_clear(&text);
}
