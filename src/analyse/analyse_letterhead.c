/* analyse_letterhead: lines at the head of a paper that say whose it is, for
 * which meeting, when, and under which item, and so are not what it is called:
 *
 *     NORTH QUAY DISTRICT COUNCIL             Agenda item 7
 *     Audit and Standards Committee - 14 January 2027
 *     Report of the Head of Finance
 *
 * Gets the flat list of blocks; knows nothing of sections. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum {
	NAME_MAX_WORDS = 14,
	TITLE_MAX_WORDS = 30,
	SEARCH = 24 /* blocks from the top in which a title may stand */
};

static bool
begins_any(struct str key, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_starts(key, *words))
			return true;
	return false;
}

static bool
ends_any(struct str key, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_ends(key, *words))
			return true;
	return false;
}

/* "Agenda item 7", "Item no. 9", "Report No. CFA/25/12": words, then a number
 * that is one word. */
static bool
is_item_number(struct str key)
{
	static const char *const words[] = { "agenda item number",
		"agenda item no", "agenda item", "agenda no", "item number",
		"item no", "item", "report number", "report no", "report ref",
		"paper no", "paper", "appendix", "enclosure", "eitem rhif",
		"eitem agenda", NULL };

	for (size_t i = 0; words[i] != NULL; i++) {
		struct str rest;

		if (!str_starts(key, words[i]))
			continue;
		rest = str_trim(str_skip(key, str_from(words[i]).len));
		while (
		    rest.len > 0 && (rest.ptr[0] == '.' || rest.ptr[0] == ':'))
			rest = str_trim(str_skip(rest, 1));
		if (rest.len == 0)
			return str_starts(key, "agenda");
		if (analyse_word_count(rest) == 1 && rest.len <= 12)
			for (size_t k = 0; k < rest.len; k++)
				if (rest.ptr[k] >= '0' && rest.ptr[k] <= '9')
					return true;
	}
	return false;
}

static bool
is_marking(struct str key)
{
	static const char *const words[] = { "open", "public", "official",
		"open report", "public report", "for decision",
		"for information", "for discussion", "for approval",
		"not for publication", "unrestricted", "draft", "report",
		"briefing note", "briefing paper", "briefing",
		"committee report", "cabinet report", "council report",
		"board paper", "board report", "committee paper",
		"report to members", "member briefing",
		"record of officer decision", "record of decision",
		"officer decision record", "decision record", "decision notice",
		"record of delegated decision", "delegated decision record",
		"delegated decision notice", "cabinet member decision",
		"officer decision notice", "record of executive decision",
		"cover sheet", "report cover sheet", "front sheet", "memo",
		"memorandum", "front cover sheet", NULL };

	static const char *const ends[] = { " decision notice",
		" decision record", " committee report", " board report",
		NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_is(key, words[i]))
			return true;
	return ends_any(key, ends);
}

static bool
is_body_name(struct str key)
{
	static const char *const ends[] = { "council", "authority", "committee",
		"cabinet", "board", "panel", "partnership", "assembly", "trust",
		"forum", "executive", "commission", "working group", "service",
		"fire and rescue", "health and social care", NULL };
	static const char *const begins[] = { "county of ", "borough of ",
		"city of ", "district of ", "cyngor ", "pwyllgor ", "bwrdd ",
		"awdurdod ", "meeting of the ", "cyfarfod ", NULL };
	static const char *const papers[] = { "report", "minutes", "plan",
		"strategy", "review", "update", "policy", "summary", "progress",
		"programme", "notes", "response", "proposal", NULL };

	for (size_t i = 0; papers[i] != NULL; i++)
		if (str_find(key, papers[i]) != (size_t)-1)
			return false;
	return ends_any(key, ends) || begins_any(key, begins);
}

/* Without the date or the item's number at its end. */
static struct str
without_tail(struct analysis *a, struct str key)
{
	for (size_t at = key.len; at-- > 1;) {
		struct str tail = str_skip(key, at);
		struct str bare;

		if (key.ptr[at - 1] != ' ')
			continue;
		bare = analyse_key(a, tail);
		if (analyse_word_count(bare) > 6)
			break;
		if (is_item_number(bare) || analyse_date_fills(bare))
			return analyse_key(a, str_head(key, at));
	}
	return key;
}

bool
analyse_is_letterhead(struct analysis *a, struct str text)
{
	static const char *const froms[] = { "report of ", "report by ",
		"report from ", "joint report ", "report to ", "adroddiad y ",
		"adroddiad gan ", "meeting held on ", "date of meeting",
		"to the ", NULL };
	struct str key = analyse_key(a, text);
	struct str name;
	size_t slash;

	if (key.len == 0 || analyse_word_count(key) > NAME_MAX_WORDS)
		return false;
	if (is_item_number(key) || is_marking(key) || begins_any(key, froms) ||
	    analyse_date_fills(key))
		return true;
	name = without_tail(a, key);
	slash = str_find(name, " / ");
	if (slash != (size_t)-1 && !is_body_name(str_head(name, slash)))
		return false;
	return is_body_name(name);
}

/* ---- the title below ---- */

static bool
names_title(struct analysis *a, struct str name)
{
	static const char *const names[] = { "title", "report title", "subject",
		"title of report", "report subject", "teitl", "pwnc",
		"teitl yr adroddiad", "teitl / title", "pwnc / subject",
		"title / teitl", "subject / pwnc", NULL };
	struct str key = analyse_key(a, name);

	for (size_t i = 0; names[i] != NULL; i++)
		if (str_is(key, names[i]))
			return true;
	return false;
}

static bool
is_mail(struct analysis *a, const struct node *fields)
{
	for (const struct node *field = fields->first; field;
	     field = field->next)
		if (str_is(analyse_key(a, field->as.field.name), "sent"))
			return true;
	return false;
}

/* Do fields, or a table of labels, say what the paper is called? */
static bool
holds_title(struct analysis *a, const struct node *node)
{
	/* a mail's subject is what its sender called it */
	if (node->kind == NODE_FIELDS && !is_mail(a, node))
		for (const struct node *field = node->first; field;
		     field = field->next)
			if (names_title(a, field->as.field.name) &&
			    field->first != NULL)
				return true;
	/* a table with a header row is no cover */
	if (node->kind == NODE_TABLE && node->first != NULL &&
	    node->first->kind == NODE_ROW && !node->first->as.row.is_header)
		for (const struct node *row = node->first; row; row = row->next)
			for (const struct node *cell = row->first; cell;
			     cell = cell->next)
				if (cell->next != NULL &&
				    names_title(a, doc_text(a->scratch, cell)))
					return true;
	return false;
}

/* Nothing but the head of a paper goes on below a title. */
static bool
goes_on_as_head(struct analysis *a, const struct node *title)
{
	const struct node *next = title->next;

	if (next == NULL)
		return false;
	if (next->kind == NODE_HEADING || next->kind == NODE_FIELDS)
		return true;
	if (next->kind == NODE_TABLE)
		return holds_title(a, next);
	return next->kind == NODE_PARAGRAPH &&
	       (next->as.paragraph.number.len > 0 ||
		   analyse_is_letterhead(a, analyse_text(a, next)));
}

bool
analyse_field_titles(struct analysis *a, const struct node *heading)
{
	const struct node *next = heading->next;

	/* a title that the draft's author marked, or one with the cover below
	 */
	if (heading->kind != NODE_HEADING ||
	    (a->doc->syntax == SYNTAX_MARKDOWN &&
		heading->as.heading.level == 1) ||
	    next == NULL || next->kind == NODE_FIELDS ||
	    next->kind == NODE_TABLE)
		return false;
	for (const struct node *node = a->doc->root->first; node != heading;
	     node = node->next)
		if (holds_title(a, node))
			return true;
	return false;
}

/* "MINUTES of the meeting of the Cabinet held on ..." */
static bool
names_minutes(struct analysis *a, struct str text)
{
	static const char *const words[] = { "minutes of ", "notes of the ",
		"notes of a ", "cofnodion ", "minutes of the ",
		"draft minutes of ", "action notes ", NULL };
	struct str key = analyse_key(a, text);

	return analyse_word_count(key) <= TITLE_MAX_WORDS &&
	       !str_ends(str_trim(text), ".") && begins_any(key, words);
}

static bool
is_title(struct analysis *a, const struct node *node, struct str text)
{
	if (names_minutes(a, text))
		return true;
	return node->kind == NODE_HEADING && node->as.heading.number.len == 0 &&
	       analyse_word_count(text) <= TITLE_MAX_WORDS &&
	       !str_ends(text, ":") && !analyse_is_generic_title(a, text) &&
	       !analyse_names_implication(text) && goes_on_as_head(a, node);
}

enum letterhead
analyse_letterhead(struct analysis *a, struct node **title)
{
	struct node *node = *title;

	for (int i = 0; node != NULL && i < SEARCH; i++, node = node->next) {
		struct str text;

		if (holds_title(a, node))
			return LETTERHEAD_FIELD;
		if (node->kind == NODE_FIELDS || node->kind == NODE_RULE)
			continue;
		if (node->kind != NODE_HEADING && node->kind != NODE_PARAGRAPH)
			break;
		text = analyse_text(a, node);
		if (analyse_is_letterhead(a, text))
			continue;
		if (node->kind == NODE_PARAGRAPH &&
		    node->as.paragraph.number.len > 0)
			break;
		if (is_title(a, node, text)) {
			*title = node;
			return LETTERHEAD_BELOW;
		}
		if (node->kind == NODE_HEADING)
			break;
		if (analyse_word_count(text) > NAME_MAX_WORDS)
			break;
	}
	return LETTERHEAD_NONE;
}
