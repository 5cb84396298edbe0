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
	LINE_MAX_WORDS = 14,
	TITLE_MAX_WORDS = 30,
	SEARCH = 24 /* blocks from the top in which a title may stand */
};

static bool
names_title(struct analysis *a, struct str name)
{
	return analyse_cover_fact(a, name) == COVER_TITLE;
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
	if (node->kind == NODE_TABLE && analyse_is_cover_table(a, node, true))
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
bool
analyse_is_minutes_title(struct analysis *a, struct str text)
{
	static const char *const words[] = { "minutes of ", "notes of the ",
		"notes of a ", "cofnodion ", "minutes of the ",
		"draft minutes of ", "action notes ", NULL };
	struct str key = analyse_key(a, text);

	if (analyse_word_count(key) > TITLE_MAX_WORDS ||
	    str_ends(str_trim(text), "."))
		return false;
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_starts(key, words[i]))
			return true;
	return false;
}

static bool
is_title(struct analysis *a, const struct node *node, struct str text)
{
	if (analyse_is_minutes_title(a, text))
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
		if (analyse_word_count(text) > LINE_MAX_WORDS)
			break;
	}
	return LETTERHEAD_NONE;
}
