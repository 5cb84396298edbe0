/* read_text_names: names that papers share: of their parts, of those who
 * publish them, and numbered ones such as "Action 2". */
#include "read/read_text_priv.h"

/* Sections of any paper: never its title. */
static const char *const section_names[] = { "summary", "introduction",
	"background", "purpose", "purpose of report", "purpose of the report",
	"executive summary", "recommendation", "recommendations", "decision",
	"conclusion", "conclusions", "contents", "table of contents", "scope",
	"reasons", "overview", "process", "context", "options", "consultation",
	"consultees", "next steps", "key issues", "key points", "risk", "risks",
	"risk management", "implications", "notes", "findings", "progress",
	"proposals", "proposal", "reasons for recommendation",
	"reasons for recommendations", "reason for decision",
	"reasons for decision", "alternative options",
	"alternative options considered", "other options considered",
	"community safety", "climate change", "equality and diversity",
	"equality impact assessment", "report", "discussion",
	"previously considered by", "decision sought", NULL };

/* Sections whose body is titles or names on short lines. */
static const char *const name_sections[] = { "background papers",
	"background documents", "background paper", "appendices", "attachments",
	"list of appendices", "list of background papers", "enclosures",
	"contact officer", "contact officers", "contact", "contacts",
	"contact details", "report author", "report authors", "author",
	"authors", "members present", "present", "in attendance", "apologies",
	"apologies for absence", "wards affected", "ward(s) affected",
	"attendees", "membership", NULL };

bool
read_text_is_labelled(struct str text)
{
	struct str word = read_text_first_word(text), rest;
	size_t digits = 0, dots = 0;

	rest = str_trim(str_skip(text, word.len));
	if (!read_text_starts_upper(word) || word.len < 4 ||
	    read_text_is_month(word))
		return false;
	while (rest.len > 0 && ((rest.ptr[0] >= '0' && rest.ptr[0] <= '9') ||
				   rest.ptr[0] == '.')) {
		digits += rest.ptr[0] != '.';
		dots += rest.ptr[0] == '.';
		rest = str_skip(rest, 1);
	}
	if (digits == 0 || digits > 3 + 2 * dots || dots > 4)
		return false;
	return rest.len == 0 || str_starts(rest, ": ") ||
	       str_starts(rest, " - ") || str_starts(rest, " \xE2\x80\x93 ");
}

bool
read_text_is_masthead(struct str text)
{
	static const char *const bodies[] = { "council", "authority",
		"committee", "cabinet", "board", "panel", "partnership",
		"assembly", NULL };
	static const char *const places[] = { "cyngor", "borough", "county",
		"city", "district", "pwyllgor", NULL };
	static const char *const papers[] = { "report", "minutes", "plan",
		"strategy", "agenda", "review", "update", "action", "policy",
		"summary", "progress", "programme", "terms", "work", NULL };
	struct str rest = text, word;

	if (read_text_word_count(text) > 8 || read_text_has_verb(text))
		return false;
	while (read_text_word_next(&rest, &word))
		if (read_text_word_is_one_of(read_text_word_bare(word), papers))
			return false;
	return read_text_word_is_one_of(
		   read_text_word_bare(read_text_last_word(text)), bodies) ||
	       read_text_word_is_one_of(
		   read_text_word_bare(read_text_first_word(text)), places);
}

static struct str
without_colon(struct str text)
{
	text = str_trim(text);
	while (text.len > 0 && text.ptr[text.len - 1] == ':')
		text = str_trim(str_head(text, text.len - 1));
	return text;
}

bool
read_text_is_section_name(struct str text)
{
	text = without_colon(text);
	return read_text_word_is_one_of(text, section_names) ||
	       (str_ends(text, " implications") &&
		   read_text_word_count(text) <= 4 &&
		   read_text_starts_upper(text));
}

bool
read_text_is_name_section(struct str text)
{
	return read_text_word_is_one_of(
	    read_text_word_bare(without_colon(text)), name_sections);
}
