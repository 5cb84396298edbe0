/* analyse_objective: the paragraphs and headings that state an objective
 * become headings of their own section. Works on the flat list of blocks.
 *
 *     3.1.1.                                     HEADING 3.1.1. Objective 1.1
 *     Objective 1.1: We will adopt ...    ->     PARAGRAPH We will adopt ...
 *     [table]                                    TABLE
 */
#include "analyse/analyse_priv.h"

#include "base/arena.h"
#include "base/utf8.h"

enum {
	HEADING_MAX = 70, /* characters: a longer statement goes below */
	DEEPEST = 6
};

/* "Objective 1.1: We will ...": the label with its number, the statement. */
struct label {
	size_t len;  /* bytes of "Objective 1.1" */
	size_t rest; /* byte offset of the statement */
};

static struct node *
first_text(struct node *block)
{
	struct walker walker = { .root = block };

	while (doc_walk(&walker))
		if (walker.event == WALK_ENTER &&
		    walker.node->kind == NODE_TEXT)
			return walker.node;
	return NULL;
}

static bool
starts_dash(struct str text)
{
	return str_starts(text, "-") || str_starts(text, "–") ||
	       str_starts(text, "—");
}

/* "Objective 1.1 is met by ..." only speaks of one; a colon, a stop or a dash
 * behind the number, or a heading, states it. */
static bool
find_label(const struct node *block, struct str text, struct label *label)
{
	static const char *const words[] = { "objective ", "outcome ", "goal ",
		"aim ", "amcan ", NULL };

	for (size_t i = 0; words[i] != NULL; i++) {
		size_t len = str_from(words[i]).len, end;
		struct str number, rest;

		if (!str_starts_nocase(text, words[i]) ||
		    !analyse_number_split(str_skip(text, len), &number, &rest))
			continue;
		end = len + number.len;
		if (starts_dash(rest)) {
			utf8_next(&rest);
			rest = str_trim(rest);
		} else if (rest.len > 0 && block->kind != NODE_HEADING &&
			   text.ptr[end] == ' ') {
			return false;
		}
		label->len = end;
		label->rest =
		    rest.len > 0 ? (size_t)(rest.ptr - text.ptr) : text.len;
		return true;
	}
	return false;
}

static bool
states_objective(struct node *node, struct label *label)
{
	struct node *text;

	if (node->kind != NODE_PARAGRAPH && node->kind != NODE_HEADING)
		return false;
	if (node->role == ROLE_TITLE)
		return false;
	text = first_text(node);
	return text != NULL && find_label(node, text->as.text.text, label);
}

static struct str
block_number(const struct node *node)
{
	if (node->kind == NODE_HEADING)
		return node->as.heading.number;
	if (node->kind == NODE_PARAGRAPH)
		return node->as.paragraph.number;
	return (struct str){ NULL, 0 };
}

static int
clamp_level(int level)
{
	return level < DEEPEST ? level : DEEPEST;
}

/* Splits a stating block: a heading before it takes the label, the statement
 * stays below unless it is short. Gives the heading. */
static struct node *
open_section(struct analysis *a, struct node *block, const struct label *label,
    struct str number, int level)
{
	struct arena *arena = a->doc->arena;
	struct node *heading = doc_node_new(arena, NODE_HEADING, block->pos);
	struct str text = doc_text(a->scratch, block);

	heading->role = ROLE_OBJECTIVE;
	heading->end_line = block->pos.line;
	heading->as.heading.level = clamp_level(level);
	heading->as.heading.number = number;
	doc_node_insert_before(block, heading);
	if (utf8_count(text) <= HEADING_MAX) {
		doc_node_move_children(heading, block);
		doc_node_unlink(block);
		return heading;
	}
	doc_text_append(arena, heading,
	    str_head(first_text(block)->as.text.text, label->len), block->pos);
	analyse_text_cut(block, label->rest);
	block->kind = NODE_PARAGRAPH;
	block->as.paragraph.number = (struct str){ NULL, 0 };
	return heading;
}

/* A number alone ("3.1.2."), its table, and only then the objective: the table
 * belongs to the objective, so the number and the statement come first. */
static struct node *
early_number(struct node *block)
{
	for (struct node *at = block->prev; at != NULL; at = at->prev) {
		if (at->kind == NODE_PARAGRAPH && at->first == NULL &&
		    at->as.paragraph.number.len > 0)
			return at;
		if (at->kind != NODE_TABLE)
			break;
	}
	return NULL;
}

static void
bring_forward(struct node *number, struct node *block)
{
	doc_node_unlink(block);
	doc_node_insert_after(number, block);
	doc_node_unlink(number);
}

/* What the numbers of a section's objectives begin with: "3.6". */
struct enclosing {
	int level;         /* of the heading around */
	struct str above;  /* number above its objectives', or empty */
	size_t objectives; /* labelled ones seen */
};

static void
take_labelled(struct analysis *a, struct node *block, const struct label *label,
    struct enclosing *around)
{
	struct str number = block_number(block);
	struct node *early = number.len == 0 ? early_number(block) : NULL;
	int level = block->kind == NODE_HEADING ? block->as.heading.level
						: around->level + 1;

	if (early != NULL) {
		number = early->as.paragraph.number;
		bring_forward(early, block);
	}
	if (number.len > 0)
		around->above = analyse_number_parent(number);
	around->objectives++;
	open_section(a, block, label, number, level);
}

/* A paragraph numbered like its section's objectives is one of them although
 * it has no label. */
static bool
is_unlabelled(const struct node *node, const struct enclosing *around)
{
	struct str number = block_number(node);

	return node->kind == NODE_PARAGRAPH && node->first != NULL &&
	       around->objectives > 0 && around->above.len > 0 &&
	       number.len > 0 &&
	       str_eq(analyse_number_parent(number), around->above);
}

static void
take_unlabelled(struct analysis *a, struct node *block, int level)
{
	struct node *heading =
	    doc_node_new(a->doc->arena, NODE_HEADING, block->pos);
	struct node *word;

	heading->role = ROLE_OBJECTIVE;
	heading->as.heading.level = clamp_level(level);
	heading->as.heading.number = block->as.paragraph.number;
	word = doc_text_append(
	    a->doc->arena, heading, str_from("Objective"), block->pos);
	word->flags |= NODE_GENERATED;
	doc_node_insert_before(block, heading);
	block->as.paragraph.number = (struct str){ NULL, 0 };
}

void
analyse_objectives(struct analysis *a)
{
	struct enclosing around = { .level = 1 };
	struct node *node = a->doc->root->first, *next;

	for (; node != NULL; node = next) {
		struct label label;

		next = node->next;
		if (states_objective(node, &label)) {
			take_labelled(a, node, &label, &around);
		} else if (node->kind == NODE_HEADING) {
			around =
			    (struct enclosing){ .level =
						    node->as.heading.level };
		} else if (is_unlabelled(node, &around)) {
			take_unlabelled(a, node, around.level + 1);
		}
	}
}
