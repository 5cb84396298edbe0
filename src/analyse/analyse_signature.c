/* analyse_signature: who signed the paper, at its end:
 *
 *     JANE SMITH
 *     DIRECTOR OF FINANCE
 *
 * Two short lines, of which one is a person and the other an office, may be
 * read as headings. They become one paragraph with a line for each. Works on
 * the flat list of blocks; the title is known. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"

enum { OFFICE_MAX_WORDS = 9, SHORT_WORDS = 12 };

/* "Councillor Ann Lee" -> "Ann Lee" */
static struct str
without_style(struct str text)
{
	static const char *const styles[] = { "councillor ", "cllr ", "cllr. ",
		"mr ", "mrs ", "ms ", "miss ", "dr ", "dr. ", "professor ",
		"prof ", "sir ", "dame ", "alderman ", "y cynghorydd ", NULL };

	text = str_trim(text);
	for (size_t i = 0; styles[i] != NULL; i++)
		if (str_starts_nocase(text, styles[i]))
			return str_trim(
			    str_skip(text, str_from(styles[i]).len));
	return text;
}

static bool
is_person_line(struct analysis *a, struct str text)
{
	return analyse_is_person(without_style(text)) &&
	       !analyse_is_generic_title(a, text) &&
	       !analyse_is_office(without_style(text));
}

static bool
is_office_line(struct analysis *a, struct str text)
{
	return analyse_word_count(text) <= OFFICE_MAX_WORDS &&
	       analyse_is_office(text) && !str_ends(text, ".") &&
	       !str_ends(text, ":") && !analyse_is_generic_title(a, text);
}

static bool
is_pair(struct analysis *a, struct str first, struct str second)
{
	return (is_person_line(a, first) && is_office_line(a, second)) ||
	       (is_office_line(a, first) && is_person_line(a, second));
}

/* ---- two headings, or a heading and a line ---- */

/* An address, a date, a telephone number. */
static bool
is_short(struct analysis *a, const struct node *node)
{
	struct str text = analyse_text(a, node);

	return node->kind == NODE_PARAGRAPH &&
	       node->as.paragraph.number.len == 0 &&
	       analyse_word_count(text) <= SHORT_WORDS && !str_ends(text, ".");
}

static bool
may_sign(const struct node *node)
{
	return node != NULL && node->role == ROLE_NONE &&
	       ((node->kind == NODE_HEADING &&
		    node->as.heading.number.len == 0) ||
		   (node->kind == NODE_PARAGRAPH &&
		       node->as.paragraph.number.len == 0));
}

static bool
signs_in_two(struct analysis *a, const struct node *node)
{
	const struct node *next = node->next;

	return node->kind == NODE_HEADING && node->prev != NULL &&
	       may_sign(node) && may_sign(next) &&
	       is_pair(a, analyse_text(a, node), analyse_text(a, next));
}

/* Nothing but what stands below a signature goes on to the end of the paper,
 * or to the lists and papers behind it. */
static bool
is_end(struct analysis *a, const struct node *after)
{
	for (; after != NULL; after = after->next) {
		if (signs_in_two(a, after)) {
			after = after->next;
			continue;
		}
		if (after->kind == NODE_FIELDS || after->kind == NODE_RULE ||
		    after->kind == NODE_NOTES || is_short(a, after))
			continue;
		if (after->kind != NODE_HEADING)
			return false;
		switch ((int)analyse_section_role(a, analyse_text(a, after))) {
		case ROLE_BACKGROUND:
		case ROLE_APPENDICES:
		case ROLE_APPENDIX:
			return true;
		default:
			return analyse_opens_part(a, after);
		}
	}
	return true;
}

static void
join(struct analysis *a, struct node *node)
{
	struct node *next = node->next;

	node->kind = NODE_PARAGRAPH;
	node->as.paragraph.number = (struct str){ NULL, 0 };
	node->role = ROLE_SIGNATURE;
	doc_node_append(
	    node, doc_node_new(a->doc->arena, NODE_BREAK, next->pos));
	doc_node_move_children(node, next);
	node->end_line = next->end_line;
	doc_node_unlink(next);
}

/* ---- lines of one paragraph ---- */

static struct str
line_of(const struct node *node)
{
	return node != NULL && node->kind == NODE_TEXT
		   ? str_trim(node->as.text.text)
		   : (struct str){ "", 0 };
}

/* The paragraph's second line, or NULL if it has other than two or three. */
static struct node *
second_line(const struct node *paragraph)
{
	struct node *second = NULL;
	size_t lines = 0;

	for (struct node *at = paragraph->first; at; at = at->next) {
		if (at->kind == NODE_BREAK)
			continue;
		if (at->kind != NODE_TEXT || ++lines > 3)
			return NULL;
		if (lines == 2)
			second = at;
	}
	return second;
}

static bool
signs_in_one(struct analysis *a, const struct node *node)
{
	struct node *second;

	if (node->kind != NODE_PARAGRAPH || !may_sign(node) ||
	    node->prev == NULL || node->prev->kind == NODE_HEADING ||
	    node->prev->kind == NODE_QUOTE)
		return false;
	second = second_line(node);
	return second != NULL &&
	       is_pair(a, line_of(node->first), line_of(second));
}

static void
break_lines(struct analysis *a, struct node *paragraph)
{
	for (struct node *at = paragraph->first; at->next; at = at->next)
		if (at->kind == NODE_TEXT && at->next->kind == NODE_TEXT) {
			at->as.text.text = str_trim(at->as.text.text);
			doc_node_insert_after(
			    at, doc_node_new(
				    a->doc->arena, NODE_BREAK, at->next->pos));
		}
	paragraph->role = ROLE_SIGNATURE;
}

static bool
signs(struct analysis *a, const struct node *node)
{
	return signs_in_two(a, node) || signs_in_one(a, node);
}

/* "Signed", and nothing else: below it is who. */
static void
take_word(struct analysis *a, struct node *node)
{
	struct str key;

	if (node == NULL || node->kind != NODE_HEADING)
		return;
	key = analyse_key(a, analyse_text(a, node));
	if (str_is(key, "signed") || str_is(key, "signed by")) {
		node->kind = NODE_PARAGRAPH;
		node->as.paragraph.number = (struct str){ NULL, 0 };
		node->role = ROLE_SIGNATURE;
	}
}

/* The paper's own stand at its end, one below the other. Where one stands
 * elsewhere too, they are those whom the paper quotes. */
void
analyse_signatures(struct analysis *a)
{
	struct node *first = NULL;

	for (struct node *node = a->doc->root->first; node; node = node->next) {
		if (!signs(a, node))
			continue;
		if (first != NULL || !is_end(a, node))
			return;
		first = node;
		if (node->next != NULL && node->kind == NODE_HEADING)
			node = node->next;
		while (node->next != NULL && signs(a, node->next))
			node = node->next->kind == NODE_HEADING
				   ? node->next->next
				   : node->next;
	}
	if (first == NULL)
		return;
	take_word(a, first->prev);
	for (; first != NULL && signs(a, first); first = first->next)
		if (first->kind == NODE_HEADING)
			join(a, first);
		else
			break_lines(a, first);
}

bool
analyse_signed_by(
    struct analysis *a, const struct node *node, struct plan_author *author)
{
	struct str first = line_of(node->first), second;
	const struct node *at = node->first;

	while (at != NULL && at->kind != NODE_BREAK)
		at = at->next;
	if (node->role != ROLE_SIGNATURE || at == NULL)
		return false;
	second = line_of(at->next);
	if (!is_pair(a, first, second))
		return false;
	*author = (struct plan_author){ .name = first, .role = second };
	if (!is_person_line(a, first)) {
		author->name = second;
		author->role = first;
	}
	author->name = without_style(author->name);
	author->pos = node->pos;
	return true;
}
