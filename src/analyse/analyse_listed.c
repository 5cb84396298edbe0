/* analyse_listed: what stands one to a line below "Background papers" or
 * "Appendices" and was read as one paragraph:
 *
 *     Local Government Finance Settlement 2027
 *     Medium-Term Financial Plan
 *
 * -> a paragraph each. A sentence broken over lines stays whole. */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { FULL_LINE = 66 /* characters; a longer line may have been broken */ };

static bool
is_capital_or_digit(struct str text)
{
	uint32_t c = text.len > 0 ? utf8_next(&text) : ' ';

	return utf8_is_upper(c) || (c >= '0' && c <= '9') || c == '"' ||
	       c == 0x2018 || c == 0x201C;
}

/* Does one thing end with this line, and another begin with the next? */
static bool
parts(struct analysis *a, struct str line, struct str next)
{
	line = str_trim(line);
	return utf8_count(line) < FULL_LINE && is_capital_or_digit(next) &&
	       !str_ends(line, ",") && !str_ends(line, "-") &&
	       !str_ends(line, "/") && !analyse_ends_open(a, line);
}

/* The next line of a paragraph, behind a break that is kept. */
static struct node *
next_line(const struct node *line)
{
	return line->next != NULL && line->next->kind == NODE_BREAK
		   ? line->next->next
		   : line->next;
}

static bool
is_listed(struct analysis *a, const struct node *paragraph)
{
	const struct node *line = paragraph->first, *next;

	if (paragraph->kind != NODE_PARAGRAPH ||
	    paragraph->role == ROLE_SIGNATURE ||
	    paragraph->as.paragraph.number.len > 0 || line == NULL ||
	    next_line(line) == NULL)
		return false;
	for (; line != NULL; line = next) {
		next = next_line(line);
		if (line->kind != NODE_TEXT ||
		    (next != NULL &&
			(next->kind != NODE_TEXT ||
			    !parts(a, line->as.text.text, next->as.text.text))))
			return false;
	}
	return true;
}

void
analyse_listed_lines(struct analysis *a, struct node *section)
{
	struct node *node, *next;

	for (node = section->first; node != NULL; node = next) {
		next = node->next;
		if (!is_listed(a, node))
			continue;
		while (node->last != node->first) {
			struct node *line = node->last;
			struct node *own;

			doc_node_unlink(line);
			if (line->kind == NODE_BREAK)
				continue;
			own = doc_node_new(
			    a->doc->arena, NODE_PARAGRAPH, line->pos);
			line->as.text.text = str_trim(line->as.text.text);
			doc_node_append(own, line);
			own->end_line = line->pos.line;
			doc_node_insert_after(node, own);
		}
		node->end_line = node->pos.line;
		node->first->as.text.text = str_trim(node->first->as.text.text);
	}
}
